import type { Pack } from '../config/pack.ts';
import { readTexts } from '../config/texts.ts';
import type { StaleFinding } from '../model/judged-finding.ts';
import { probes } from '../probes/list.ts';
import { aboutIn } from '../report/about-probe.ts';
import type { ReportInput } from '../report/input.ts';
import { type Language, languageFor } from '../report/messages.ts';
import { analyseItems } from '../scoring/items/analyse.ts';
import { bandsOf, withoutTiers } from '../scoring/uncertainty/bands.ts';
import type { DrawWatch } from '../scoring/uncertainty/simulate.ts';
import type { Store } from '../store/store.ts';
import { assessOpened } from './assessed-state.ts';
import { type Drawn, drawUncertainty } from './draw-uncertainty.ts';
import { orderedAdoption, orderedNames } from './group-order.ts';
import { originOf } from './provenance.ts';
import { comparisonsOf, factsOfState } from './report-earlier.ts';
import { openState, type StateChoice } from './state.ts';

export interface ReportChoice extends StateChoice {
  /**
   * Name of the edition that changes are measured against; undefined: the one before, where there
   * is one.
   */
  readonly before?: string | undefined;
  readonly language: Language;
  /** Whether ranks are simulated: seconds of work. */
  readonly uncertainty: boolean;
  /** What was simulated already; null or left out: nothing was. */
  readonly drawn?: Drawn | null;
}

/**
 * Reads all that a report is made of.
 *
 * @param watch hears how far the simulation of ranks is
 * @throws UsageError for an unknown run or edition.
 */
export async function reportInput(
  store: Store,
  pack: Pack,
  choice: ReportChoice,
  watch: DrawWatch = () => undefined,
): Promise<ReportInput> {
  const opened = await openState(store, pack, choice);
  const assessed = await assessOpened(store, pack, opened);
  const nothing = { uncertainty: null, sensitivity: null };
  const drawn = choice.drawn ?? (choice.uncertainty ? await drawUncertainty(pack, assessed, watch) : nothing);
  const bands = bandsOf(assessed.assessment, drawn.uncertainty);
  const state = bands === null ? assessed : { ...assessed, assessment: withoutTiers(assessed.assessment) };
  const facts = factsOfState(pack, state);
  const { run } = state;
  const { bulletin: rule } = pack.analysis;
  const runs = state.edition?.runs.map(({ id }) => id) ?? (await store.runs.list()).map(({ id }) => id);
  return {
    title: state.title,
    run: {
      id: run.id,
      started: run.started,
      finished: run.finished,
      toolVersion: run.toolVersion,
      configHash: run.configHash,
    },
    nature: state.nature,
    timeZone: pack.meta['time-zone'],
    governments: state.governments,
    listed: facts.governments,
    texts: readTexts(pack.directory, choice.language, languageFor(pack.meta.language) === choice.language),
    measures: Object.fromEntries(probes.map((probe) => [probe.id, aboutIn(choice.language, probe).measures])),
    rule,
    conditions: pack.statements?.conditions ?? [],
    groupNames: orderedNames(state.groupNames, pack),
    regionNames: Object.fromEntries(pack.meta.regions.map(({ id, name }) => [id, name])),
    findings: state.findings,
    ...(await originOf(store, pack, opened, state)),
    stale: [...state.stale.values()].map(withoutCaptures),
    assessment: state.assessment,
    bands,
    adoption: orderedAdoption(state.adoption, pack),
    description: facts.description,
    items: analyseItems(state.assessment, state.governments, pack.analysis.discrimination, rule['maximum-unknown']),
    ...(await comparisonsOf(store, pack, state, facts, choice)),
    ...drawn,
    marks: await store.captures.marks(
      runs,
      new Set(state.findings.flatMap(({ evidence }) => evidence.map(({ capture }) => capture))),
    ),
    tiles: pack.tiles,
    failures: state.failures,
    captures: state.captures,
  };
}

/** An edition keeps the captures of stale findings too, which a report does not print. */
function withoutCaptures({ finding, run, measured, ageDays }: StaleFinding): StaleFinding {
  return { finding, run, measured, ageDays };
}

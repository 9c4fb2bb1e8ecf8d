import type { Pack } from '../config/pack.ts';
import type { StaleFinding } from '../model/judged-finding.ts';
import { withObserved } from '../pipeline/assessment/assess-run.ts';
import type { AssessedState } from '../pipeline/assessment/assessed-state.ts';
import type { EarlierEdition, ReportInput } from '../report/input.ts';
import { type Language, messagesOf } from '../report/messages.ts';
import { compareYears } from '../scoring/comparison/compare-years.ts';
import { describe } from '../scoring/descriptive/describe.ts';
import { analyseItems } from '../scoring/items/analyse.ts';
import { comparePublished } from '../scoring/statements/compare-published.ts';
import { computeStatements } from '../scoring/statements/compute.ts';
import type { EditionFacts } from '../scoring/statements/facts.ts';
import { bandsOf, withoutTiers } from '../scoring/uncertainty/bands.ts';
import { measureUncertainty } from '../scoring/uncertainty/measure.ts';
import { measureSensitivity } from '../scoring/uncertainty/sensitivity.ts';
import type { Edition } from '../store/editions.ts';
import type { Store } from '../store/store.ts';
import { assessedState, assessOpened } from './assessed-state.ts';
import { orderedAdoption, orderedNames } from './group-order.ts';
import { originOf } from './provenance.ts';
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
}

/** Reads all that a report is made of. @throws UsageError for an unknown run or edition. */
export async function reportInput(store: Store, pack: Pack, choice: ReportChoice): Promise<ReportInput> {
  const opened = await openState(store, pack, choice);
  const assessed = await assessOpened(store, pack, opened);
  const drawn = uncertaintyOf(pack, assessed, choice.uncertainty);
  const bands = bandsOf(assessed.assessment, drawn.uncertainty);
  const state = bands === null ? assessed : { ...assessed, assessment: withoutTiers(assessed.assessment) };
  const facts = factsOfState(pack, state);
  const before = await editionBefore(store, state, choice.before);
  const earlier = before === null ? null : await assessedState(store, pack, { edition: before.name });
  const { run } = state;
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
    groupNames: orderedNames(state.groupNames, pack),
    regionNames: Object.fromEntries(pack.meta.regions.map(({ id, name }) => [id, name])),
    findings: state.findings,
    ...(await originOf(store, pack, opened, state)),
    stale: [...state.stale.values()].map(withoutCaptures),
    assessment: state.assessment,
    bands,
    adoption: orderedAdoption(state.adoption, pack),
    description: facts.description,
    items: analyseItems(state.assessment, state.governments, pack.analysis.discrimination),
    earlier: before === null || earlier === null ? null : earlierOf(pack, before, earlier, state, choice.language),
    published:
      pack.statements === null
        ? null
        : {
            title: pack.statements.title,
            source: pack.statements.source,
            comparisons: comparePublished(
              computeStatements(
                pack.statements.statements,
                facts,
                earlier === null ? null : factsOfState(pack, earlier),
              ),
            ),
          },
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

function uncertaintyOf(
  { analysis }: Pack,
  { assessment, governments, findings }: AssessedState,
  wanted: boolean,
): Pick<ReportInput, 'uncertainty' | 'sensitivity'> {
  if (!wanted) return { uncertainty: null, sensitivity: null };
  const { uncertainty, sensitivity } = analysis;
  return {
    uncertainty: measureUncertainty(assessment, governments, findings, uncertainty),
    sensitivity: measureSensitivity(assessment, governments, findings, uncertainty, sensitivity),
  };
}

function referenceOf(pack: Pack): string | null {
  return pack.meta.regions.find(({ reference }) => reference)?.id ?? null;
}

function factsOfState(pack: Pack, { governments, assessment, adoption }: AssessedState): EditionFacts {
  return {
    governments: withObserved(pack, governments),
    assessment,
    description: describe(assessment, governments, { referenceRegion: referenceOf(pack) }),
    adoption,
  };
}

/**
 * The edition named, else the newest of an earlier year. Editions of the same run are left out,
 * because a report would otherwise be compared with itself, and so are those that were replaced.
 */
async function editionBefore(store: Store, state: AssessedState, name: string | undefined): Promise<Edition | null> {
  if (name !== undefined) return store.editions.get(name);
  const year = state.edition?.year ?? Number.POSITIVE_INFINITY;
  const own = new Set(state.edition?.runs.map(({ id }) => id) ?? [state.run.id]);
  const editions = await store.editions.list();
  const replaced = new Set(editions.map(({ replaces }) => replaces?.name));
  const older = editions.filter(
    (edition) =>
      edition.year !== null &&
      edition.year < year &&
      !replaced.has(edition.name) &&
      !edition.runs.some(({ id }) => own.has(id)),
  );
  return older.reduce<Edition | null>(
    (newest, edition) => (newest === null || (edition.year ?? 0) > (newest.year ?? 0) ? edition : newest),
    null,
  );
}

function earlierOf(
  pack: Pack,
  { name, year }: Edition,
  before: AssessedState,
  after: AssessedState,
  language: Language,
): EarlierEdition {
  return {
    name: messagesOf(language).edition(name, year === null ? null : String(year)),
    adoption: before.adoption,
    comparison: compareYears(before, after, referenceOf(pack)),
  };
}

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Pack } from '../config/pack.ts';
import type { Finding } from '../model/finding.ts';
import type { Government } from '../model/government.ts';
import type { JudgedFinding } from '../model/judged-finding.ts';
import type { EditionFacts } from '../model/provenance.ts';
import { moduleFile } from '../module-file.ts';
import { assessFindings } from '../pipeline/assessment/assess-run.ts';
import { VisitLogs } from '../pipeline/crawl/run/visit-logs.ts';
import type { Probe } from '../probes/contract.ts';
import { probes } from '../probes/list.ts';
import type { AppealInput, Interval, ProbeRule } from '../report/appeal/input.ts';
import type { Assessment } from '../scoring/assess.ts';
import type { Edition } from '../store/editions.ts';
import type { Store } from '../store/store.ts';
import { drawIntervals } from './draw-uncertainty.ts';
import { noFinding } from './evidence.ts';
import { editionFacts } from './provenance.ts';
import { type FrozenState, type LiveState, openState, type StateChoice } from './state.ts';

/** A state with what is computed of it once for all governments. */
export interface Source extends SourceParts {
  readonly state: FrozenState | LiveState;
  readonly judged: readonly JudgedFinding[];
  /** Intervals of ranks by code, as the bulletin prints them; of ranked governments only. */
  readonly intervals: ReadonlyMap<string, Interval>;
  readonly logs: VisitLogs;
}

interface SourceParts extends Pick<AppealInput, 'runs' | 'tree' | 'nodes'> {
  readonly edition: Edition | null;
  readonly assessment: Assessment;
  /** Runs whose logs tell of the visits. */
  readonly visited: readonly string[];
}

/** Opens what packs are made of; it serves any number of governments. @throws UsageError as `openState`. */
export async function openSource(store: Store, pack: Pack, dataFolder: string, choice: StateChoice): Promise<Source> {
  const state = await openState(store, pack, choice);
  const parts = state.kind === 'edition' ? editionSource(state) : runSource(pack, state);
  const intervals = await drawIntervals(pack, { ...parts, governments: state.governments, findings: state.findings });
  return { ...parts, state, judged: await state.judged(), intervals, logs: new VisitLogs(dataFolder, store.logLines) };
}

/**
 * What there is on one government.
 *
 * @param probe one probe alone; undefined: all
 * @throws UsageError when there are no findings.
 */
export async function inputOf(
  store: Store,
  pack: Pack,
  source: Source,
  government: Government,
  probe?: string,
): Promise<AppealInput> {
  const { state } = source;
  const { code } = government;
  const findings = findingsOf(source.judged, government, probe);
  const shown = new Set(findings.map(({ finding }) => finding.probe));
  const asked = probes.filter(({ id }) => shown.has(id));
  const sites = new Set(asked.flatMap((probe) => probe.sites));
  const isWhole = probe === undefined;
  const logs = await Promise.all(source.visited.map((run) => source.logs.read(run, code, isWhole ? null : shown)));
  const captures = await state.captures(code);
  const shownCaptures = isWhole ? captures : captures.filter(({ capture }) => sites.has(capture.site));
  const used = new Set([...captures.map(({ run }) => run), ...findings.map(({ run }) => run)]);
  return {
    government,
    edition: source.edition === null ? null : unpublished(await editionFacts(store, source.edition)),
    runs: source.runs.filter(({ id }) => used.has(id)),
    nature: state.nature,
    timeZone: pack.meta['time-zone'],
    findings,
    ...standingOf(source.assessment, code),
    nodes: source.nodes,
    tree: source.tree,
    captures: shownCaptures,
    reviews: (await state.reviews(code)).filter(({ probe }) => shown.has(probe)),
    rules: rulesOf(pack, asked),
    log: logs.flat(),
    bytes: (hash) => store.evidence.get(hash),
    visits: await state.visits(code),
    interval: source.intervals.get(code) ?? null,
  };
}

/** Facts without the publication, so that publishing once more gives the same bytes. */
export function unpublished({ published: _, ...facts }: EditionFacts): Omit<EditionFacts, 'published'> {
  return facts;
}

/**
 * The findings of a government, of one probe where one is named.
 *
 * @throws UsageError when there are none.
 */
function findingsOf(
  judged: readonly JudgedFinding[],
  government: Government,
  probe: string | undefined,
): readonly JudgedFinding[] {
  const own = judged.filter(({ finding }) => finding.government === government.code);
  const findings = own.filter(({ finding }) => probe === undefined || finding.probe === probe);
  const known = own.map(({ finding }): Finding => finding);
  if (findings.length === 0) throw noFinding(government, probe, known);
  return findings;
}

function standingOf({ scores, ranking, tiering }: Assessment, code: string): Pick<AppealInput, 'score' | 'place'> {
  const ranked = ranking.find((item) => item.government === code);
  return {
    score: scores.find((score) => score.government === code) ?? null,
    place: ranked === undefined ? null : { ...ranked, level: tiering.places[code]?.level ?? null },
  };
}

function runSource(pack: Pack, { layers, governments, findings }: LiveState): SourceParts {
  const { assessment } = assessFindings(pack, governments, findings, undefined, layers[0]?.started ?? null);
  return {
    edition: null,
    runs: layers.map(({ id, started, finished }) => ({ id, started, finished })),
    tree: pack.tree,
    nodes: assessment.tree.nodes,
    assessment,
    visited: layers.map((run) => run.settings.derivedFrom?.run ?? run.id),
  };
}

function editionSource({ frozen: { edition, assessment } }: FrozenState): SourceParts {
  return {
    edition,
    runs: edition.runs,
    tree: assessment.tree.source,
    nodes: assessment.tree.nodes,
    assessment,
    visited: edition.runs.map(({ id }) => id),
  };
}

/** The rules in force today of some probes. */
export function rulesOf(pack: Pack, asked: readonly Probe[]): AppealInput['rules'] {
  return { configHash: pack.hash, probes: asked.map(ruleOf), vocabulary: pack.knowledge.vocabulary };
}

function ruleOf(probe: Probe): ProbeRule {
  const { id, version, sites, seeks } = probe;
  return {
    ...{ id, version, sites, seeks },
    value: z.toJSONSchema(probe.value, { unrepresentable: 'any' }),
    source: sourceOf(id),
  };
}

/** The program text of a probe: its file is named after it. */
function sourceOf(id: string): string | null {
  const file = fileURLToPath(moduleFile(import.meta.url, `../probes/${id}`));
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

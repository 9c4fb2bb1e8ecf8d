import type { Pack } from '../../../config/pack.ts';
import type { Probe } from '../../../probes/contract.ts';
import { mean } from '../../../scoring/statistics.ts';
import { currentState, isPublished } from '../../../store/current.ts';
import type { Run, Store } from '../../../store/store.ts';
import { type AssessedState, assessCurrent } from '../../assessment/assessed-state.ts';
import { compareStates, type ExplainedChange, runSide } from '../../assessment/compare-states.ts';
import { type GateCheck, type GatedRun, judgeGate } from './gate.ts';

/** What a run changed against the published one, and whether it takes its place. */
export interface NightResult {
  readonly run: string;
  /** The run that readers see from now on; null when there is none. */
  readonly published: string | null;
  /**
   * The run that was published before and that the changes are counted from; null before the first.
   */
  readonly before: string | null;
  readonly passed: boolean;
  /** Why it was refused; empty when it passed. */
  readonly reasons: readonly string[];
  readonly checks: readonly GateCheck[];
  /**
   * What appeared, disappeared, changed level or count, each with the findings of both sides; empty
   * for a refused run.
   */
  readonly changes: readonly ExplainedChange[];
  /** Changes by kind, those of findings that could not be seen on one side among them. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Changes that say something about a site, and not about what could be seen of it. */
const tellingKinds: readonly string[] = ['appeared', 'disappeared', 'level', 'count', 'value'];

/**
 * What follows a run: the gate decides whether it is published, its verdict is stored, and the
 * changes against the run published before are listed. Can be repeated: the verdict is replaced by
 * the new one.
 */
export async function closeNight(options: {
  readonly store: Store;
  readonly pack: Pack;
  readonly probes: readonly Probe[];
  readonly run: string;
  /** Null when none rode along. */
  readonly misjudged: readonly string[] | null;
  readonly now: number;
}): Promise<NightResult> {
  const { store, pack, run: id } = options;
  const run = (await store.runs.list()).find((item) => item.id === id);
  if (run === undefined) throw new Error(`there is no run ${id}`);
  const before = await publishedBefore(store, run);
  const { canaries, gate } = pack.schedule;
  const checks = judgeGate({
    bounds: gate,
    run: await measured(store, pack, id),
    published: before === null ? null : await measured(store, pack, before.id),
    canaries: options.misjudged === null ? null : { misjudged: options.misjudged, tolerated: canaries.tolerated },
  });
  const refused = checks.filter((check) => !check.passed);
  const passed = refused.length === 0;
  const reasons = refused.map(({ sentence }) => sentence);
  await store.verdicts.decide({ run: id, decided: new Date(options.now).toISOString(), passed, reasons });
  const changes = passed && before !== null ? await changesBetween(options, before.id) : [];
  const counts: Record<string, number> = {};
  for (const { kind } of changes) counts[kind] = (counts[kind] ?? 0) + 1;
  return {
    run: id,
    published: passed ? id : (before?.id ?? null),
    before: before?.id ?? null,
    passed,
    reasons,
    checks,
    changes: changes.filter(({ kind }) => tellingKinds.includes(kind)),
    counts,
  };
}

async function changesBetween(
  { store, probes, run }: { store: Store; probes: readonly Probe[]; run: string },
  before: string,
): Promise<readonly ExplainedChange[]> {
  return (await compareStates(await runSide(store, before), await runSide(store, run), probes)).changes;
}

/** The newest complete crawl before a run that readers see. */
async function publishedBefore(store: Store, run: Run): Promise<Run | null> {
  const verdicts = await store.verdicts.all();
  const earlier = (await store.runs.list()).filter(
    (item) => item.kind === 'crawl' && item.id !== run.id && item.started <= run.started,
  );
  return earlier.find((item) => item.finished !== null && isPublished(item, verdicts)) ?? null;
}

async function measured(store: Store, pack: Pack, run: string): Promise<GatedRun> {
  const state = await assessCurrent(store, pack, await currentState(store, run));
  return {
    planned: (await store.runs.plan(run)).length,
    completed: (await store.visits.completed(run)).size,
    rows: state.findings.length,
    coverage: meanCoverage(state),
    scores: scoresOf(state),
  };
}

/** A government that was planned and not visited has no coverage, and counts. */
function meanCoverage({ assessment }: AssessedState): number | null {
  return mean(assessment.ranking.map(({ coverage }) => coverage));
}

function scoresOf({ assessment }: AssessedState): Map<string, number> {
  return new Map(assessment.ranking.flatMap(({ government, score }) => (score === null ? [] : [[government, score]])));
}

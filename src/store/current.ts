import { type Finding, findingKey } from '../model/finding.ts';
import type { Government } from '../model/government.ts';
import { tellsLess } from '../model/overlay.ts';
import { applyReviews, type Review } from '../model/review.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Run, Store } from './store.ts';
import type { Verdict } from './verdicts.ts';

/** What is known now: the newest crawl, and what single probes found after it. */
export interface Current {
  /** The run that the view rests on; re-probes after it are laid over it. */
  readonly run: Run;
  readonly overlaid: readonly Run[];
  readonly governments: readonly Government[];
  /** With the verdicts of people laid over them. */
  readonly findings: readonly Finding[];
  /** The run that a finding comes from, by `government probe`. */
  readonly sources: ReadonlyMap<string, Run>;
}

/** What one run holds: its plan and its findings, without reviews. */
export interface RunLayer {
  readonly governments: readonly Government[];
  readonly findings: readonly Finding[];
}

/** Reads what a run holds, or has it from before. */
export type ReadLayer = (store: Store, run: Run) => Promise<RunLayer>;

/** Reads what a run holds. */
export async function readLayer(store: Store, { id }: Run): Promise<RunLayer> {
  return { governments: await store.runs.plan(id), findings: await store.findings.list(id) };
}

/**
 * Findings as a reader expects them. With a run id: that run alone. Without: the newest crawl (of
 * scheduled runs the newest that the gate let pass), with the findings of later single probes in
 * the place of the older ones of the same government and probe, unless they only failed to see
 * what was known (`tellsLess`); runs that failed as a whole are passed over, and imports where the
 * sites were visited. Reviews are applied to each finding
 * as of its own run. Throws `UsageError` when there is no such run.
 */
export async function currentState(store: Store, runId?: string, layerOf: ReadLayer = readLayer): Promise<Current> {
  const { run, overlaid } = await chooseRuns(store, runId);
  const governments = new Map<string, Government>();
  const findings = new Map<string, Finding>();
  const sources = new Map<string, Run>();
  for (const layer of [run, ...overlaid]) {
    const held = await layerOf(store, layer);
    for (const government of held.governments)
      if (!governments.has(government.code)) governments.set(government.code, government);
    for (const finding of held.findings) {
      const key = findingKey(finding);
      if (tellsLess(finding, findings.get(key))) continue;
      findings.set(key, finding);
      sources.set(key, layer);
    }
  }
  const reviews = new Map<string, Review[]>();
  for (const review of await store.reviews.list()) {
    const key = findingKey(review);
    reviews.set(key, [...(reviews.get(key) ?? []), review]);
  }
  return {
    run,
    overlaid,
    governments: [...governments.values()],
    findings: [...findings]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, finding]) => applyReviews(finding, observedAt(sources.get(key) ?? run), reviews.get(key) ?? [])),
    sources,
  };
}

/** When the sites were seen that a run judges. */
export function observedAt(run: Run): string {
  return run.settings.derivedFrom?.started ?? run.started;
}

/**
 * The runs of `currentState` without what they hold: the base, and the single probes laid over it,
 * oldest first. Throws `UsageError` when there is no such run.
 */
export async function chooseRuns(store: Store, runId: string | undefined): Promise<{ run: Run; overlaid: Run[] }> {
  const all = await store.runs.list();
  if (runId !== undefined) {
    const run = all.find((item) => item.id === runId);
    if (run !== undefined) return { run, overlaid: [] };
    const known = all.slice(0, 5).map((item) => item.id);
    throw new UsageError(`there is no run ${runId}${known.length > 0 ? `; the newest are ${known.join(', ')}` : ''}`);
  }
  const ended = all.filter(({ kind }) => kind === 'crawl' || kind === 'probe');
  // A run that failed saw nothing that could take the place of what is known.
  const seeing = ended.filter(({ failure }) => (failure ?? null) === null);
  const visited = seeing.length > 0 ? seeing : ended;
  const crawls = visited.filter(({ kind }) => kind === 'crawl');
  const verdicts = await store.verdicts.all();
  const imported = all.find(({ kind, finished }) => kind === 'import' && finished !== null);
  const run = crawls.find((item) => isPublished(item, verdicts)) ?? crawls[0] ?? visited.at(-1) ?? imported;
  if (run === undefined) throw new UsageError('the data folder holds no run yet: run `govprobe crawl` first');
  const overlaid = visited.filter((item) => item !== run && item.kind === 'probe' && item.started >= run.started);
  return { run, overlaid: overlaid.reverse() };
}

/**
 * Whether readers see a crawl: the gate let it pass, or nobody asked the gate, as for a crawl that
 * a person began.
 */
export function isPublished(run: Run, verdicts: ReadonlyMap<string, Verdict>): boolean {
  const verdict = verdicts.get(run.id);
  return verdict === undefined ? (run.settings.night ?? null) === null : verdict.passed;
}

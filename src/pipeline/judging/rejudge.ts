import type { Pack } from '../../config/pack.ts';
import type { Probe } from '../../probes/contract.ts';
import { checkName } from '../../store/editions.ts';
import type { Run, Store } from '../../store/store.ts';
import { toolVersion } from '../../version.ts';
import { judgeStored } from './judge-stored.ts';
import { probesAsked } from './probes-asked.ts';

export interface RejudgeSummary {
  readonly run: string;
  readonly governments: number;
  /** Findings whose state, value or reason changed. */
  readonly changed: {
    readonly government: string;
    readonly probe: string;
    readonly before: string;
    readonly after: string;
  }[];
  /** Captures whose stored bytes are missing or damaged; their pages were left out. */
  readonly missing: number;
}

export interface RejudgeOptions {
  readonly pack: Pack;
  readonly probes: readonly Probe[];
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Judges the stored captures of a run again with today's probes and configuration; no site is
 * visited. The findings of the run are replaced; a frozen edition has copies of its own and does
 * not change.
 * @param overlaid the run is read as laid over a crawl: only the probes are judged that it was
 *   made for.
 */
export async function rejudge(
  store: Store,
  run: Run,
  options: RejudgeOptions,
  overlaid = false,
): Promise<RejudgeSummary> {
  const { pack, probes } = options;
  const visits = await store.visits.list(run.id);
  const governments = new Map((await store.runs.plan(run.id)).map((government) => [government.code, government]));
  const changed: RejudgeSummary['changed'] = [];
  let missing = 0;
  for (const [index, { code, unread }] of visits.entries()) {
    const government = governments.get(code);
    if (government === undefined) continue;
    const before = await store.findings.list(run.id, { code });
    const captures = await store.captures.list(run.id, code);
    const asked = overlaid ? probesAsked(probes, before) : probes;
    const judged = await judgeStored(store.evidence, { government, unread, captures }, { pack, probes: asked });
    missing += judged.missing;
    const earlier = new Map(before.map((finding) => [finding.probe, finding]));
    for (const finding of judged.findings) {
      const old = earlier.get(finding.probe);
      const describe = (item: typeof old): string =>
        item ? JSON.stringify([item.state, item.reason, item.value]) : 'none';
      if (describe(old) !== describe(finding)) {
        changed.push({ government: code, probe: finding.probe, before: describe(old), after: describe(finding) });
      }
    }
    await store.findings.replace({ id: run.id, toolVersion, configHash: pack.hash }, code, judged.findings);
    options.onProgress(index + 1, visits.length);
  }
  return { run: run.id, governments: visits.length, changed, missing };
}

/**
 * Judges the stored captures of a run by today's rules into a new run of kind `derived` and leaves
 * the original as it is. Throws `UsageError` when the id is taken or cannot be one.
 */
export async function rejudgeInto(
  store: Store,
  from: Run,
  id: string,
  options: RejudgeOptions,
): Promise<RejudgeSummary> {
  checkName(id);
  const { proxy, config, simulated = false, browser, derivedFrom } = from.settings;
  const run: Run = {
    id,
    kind: 'derived',
    started: new Date().toISOString(),
    finished: null,
    toolVersion,
    configHash: options.pack.hash,
    settings: {
      ...{ proxy, config, simulated },
      ...(browser === undefined ? {} : { browser }),
      derivedFrom: derivedFrom ?? { run: from.id, started: from.started },
    },
  };
  await store.runs.startDerived(run, from.id);
  const summary = await rejudge(store, run, options);
  await store.runs.finish(id, new Date().toISOString());
  return summary;
}

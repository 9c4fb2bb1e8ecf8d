import type { Pack } from '../config/pack.ts';
import type { Probe } from '../probes/contract.ts';
import type { Run, Store } from '../store/store.ts';
import { toolVersion } from '../version.ts';
import { judge } from './judge.ts';
import { readCapture } from './read-capture.ts';

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

/** Judges the stored captures of a run again with today's probes and configuration; no site is visited. */
export async function rejudge(
  store: Store,
  run: Run,
  options: { pack: Pack; probes: readonly Probe[]; onProgress: (done: number, total: number) => void },
): Promise<RejudgeSummary> {
  const { pack, probes } = options;
  const visits = await store.visits(run.id);
  const governments = new Map((await store.plan(run.id)).map((government) => [government.code, government]));
  const changed: RejudgeSummary['changed'] = [];
  let missing = 0;
  for (const [index, visit] of visits.entries()) {
    const government = governments.get(visit.code);
    if (government === undefined) continue;
    const captures = await store.captures(run.id, visit.code);
    const entries = captures.map((capture) => {
      if (capture.failure !== null || capture.body === null) return { capture, page: null };
      const bytes = store.evidence.get(capture.body);
      if (bytes === null) missing++;
      return { capture, page: bytes === null ? null : readCapture(capture, bytes, pack.knowledge) };
    });
    const before = new Map(
      (await store.findings(run.id, { code: visit.code })).map((finding) => [finding.probe, finding]),
    );
    const { findings } = judge({
      government,
      entries,
      unread: visit.unread,
      probes,
      tree: pack.tree,
      knowledge: pack.knowledge,
    });
    for (const finding of findings) {
      const old = before.get(finding.probe);
      const describe = (item: typeof old): string =>
        item ? JSON.stringify([item.state, item.reason, item.value]) : 'none';
      if (describe(old) !== describe(finding)) {
        changed.push({ government: visit.code, probe: finding.probe, before: describe(old), after: describe(finding) });
      }
    }
    await store.replaceFindings({ id: run.id, toolVersion, configHash: pack.hash }, visit.code, findings);
    options.onProgress(index + 1, visits.length);
  }
  return { run: run.id, governments: visits.length, changed, missing };
}

import type { Pack } from '../config/pack.ts';
import type { Capture } from '../model/capture.ts';
import type { Probe } from '../probes/contract.ts';
import type { Page } from '../probes/reading/page.ts';
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
    const entries: { capture: Capture; page: Page | null }[] = [];
    for (const capture of captures) {
      const bytes = capture.failure !== null || capture.body === null ? null : store.evidence.get(capture.body);
      if (bytes === null && capture.failure === null && capture.body !== null) missing++;
      const page = bytes === null ? null : readCapture(capture, bytes, pack.knowledge);
      entries.push({ capture, page: page instanceof Promise ? await page : page });
    }
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

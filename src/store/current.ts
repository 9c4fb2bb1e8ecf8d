import type { Finding } from '../model/finding.ts';
import type { Government } from '../model/government.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Run, Store } from './store.ts';

/** What is known now: the newest crawl, and what single probes found after it. */
export interface Current {
  /** The run that the view rests on; re-probes after it are laid over it. */
  readonly run: Run;
  readonly overlaid: readonly Run[];
  readonly governments: readonly Government[];
  readonly findings: readonly Finding[];
}

/**
 * Findings as a reader expects them. With a run id: that run alone. Without: the newest crawl, with the findings of later single
 * probes in the place of the older ones of the same government and probe. Throws `UsageError` when there is no such run.
 */
export async function currentState(store: Store, runId?: string): Promise<Current> {
  const runs = await store.runs();
  if (runId !== undefined) {
    const run = runs.find((item) => item.id === runId);
    if (run === undefined) {
      const known = runs.slice(0, 5).map((item) => item.id);
      throw new UsageError(`there is no run ${runId}${known.length > 0 ? `; the newest are ${known.join(', ')}` : ''}`);
    }
    return { run, overlaid: [], governments: await store.plan(run.id), findings: await store.findings(run.id) };
  }
  const base = runs.find((item) => item.kind === 'crawl') ?? runs.at(-1);
  if (base === undefined) throw new UsageError('the data folder holds no run yet: run `govprobe crawl` first');
  const overlaid = runs
    .filter((item) => item !== base && item.kind === 'probe' && item.started >= base.started)
    .reverse();
  const governments = new Map((await store.plan(base.id)).map((government) => [government.code, government]));
  const findings = new Map(
    (await store.findings(base.id)).map((finding) => [`${finding.government} ${finding.probe}`, finding]),
  );
  for (const run of overlaid) {
    for (const government of await store.plan(run.id))
      if (!governments.has(government.code)) governments.set(government.code, government);
    for (const finding of await store.findings(run.id)) findings.set(`${finding.government} ${finding.probe}`, finding);
  }
  const byGovernmentAndProbe = (a: Finding, b: Finding): number =>
    a.government < b.government
      ? -1
      : a.government > b.government
        ? 1
        : a.probe < b.probe
          ? -1
          : a.probe > b.probe
            ? 1
            : 0;
  return {
    run: base,
    overlaid,
    governments: [...governments.values()],
    findings: [...findings.values()].sort(byGovernmentAndProbe),
  };
}

/** The newest run in which a government's visit is complete; null when there is none. */
export async function newestVisit(store: Store, code: string): Promise<Run | null> {
  for (const run of await store.runs()) {
    if ((await store.completed(run.id)).has(code)) return run;
  }
  return null;
}

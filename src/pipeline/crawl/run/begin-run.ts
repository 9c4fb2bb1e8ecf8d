import type { Government } from '../../../model/government.ts';
import type { Run } from '../../../store/store.ts';
import { toolVersion } from '../../../version.ts';
import { planVisits } from './plan.ts';
import type { RunOptions } from './run-options.ts';

/** A run id that sorts by time: `20261123-221500-123` (UTC, milliseconds last). */
export function newRunId(now: Date): string {
  const digits = now.toISOString().replace(/[-:T]/g, '');
  return `${digits.slice(0, 8)}-${digits.slice(8, 14)}-${digits.slice(15, 18)}`;
}

function newRun({ id, kind, pack, proxy, chromium, nature = 'real', night = null }: RunOptions, now: number): Run {
  const started = new Date(now);
  const answered = { simulated: nature === 'simulated', browser: chromium !== null };
  return {
    id: id ?? newRunId(started),
    kind,
    started: started.toISOString(),
    finished: null,
    toolVersion,
    configHash: pack.hash,
    settings: { proxy: proxy?.origin ?? null, config: pack.directory, ...answered, night },
  };
}

/** Records a new run with its plan, or goes on with the one to be resumed. */
export async function beginRun(
  options: RunOptions,
  now: number,
): Promise<{ readonly run: Run; readonly plan: readonly Government[] }> {
  const { store, resume } = options;
  if (resume !== null) {
    await store.runs.fail(resume.id, null);
    return { run: resume, plan: await store.runs.plan(resume.id) };
  }
  const run = newRun(options, now);
  const plan = planVisits(options.governments);
  await store.runs.start(run, plan);
  return { run, plan };
}

import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RetentionRule } from '../../../config/schema/schedule.ts';
import { dayLength } from '../../../model/time.ts';
import { currentState } from '../../../store/current.ts';
import type { Store } from '../../../store/store.ts';
import { runsToRemove } from './choose-runs.ts';
import { neededRuns } from './needed-runs.ts';

export interface PruneResult {
  /** Ids of runs, oldest first. */
  readonly runs: readonly string[];
  readonly keptRuns: number;
  readonly evidence: { readonly files: number; readonly bytes: number };
  readonly logs: { readonly files: number; readonly bytes: number };
  /** False for a dry run. */
  readonly applied: boolean;
}

/**
 * Removes what the rule of config/schedule.yaml lets go: runs, evidence that nothing refers to any
 * more (mark and sweep), logs. Evidence of frozen editions and of reviews is never touched. Rows go
 * before files, so a process that is killed leaves files that the next sweep finds, and never a
 * capture without its bytes.
 */
export async function prune(
  store: Store,
  dataFolder: string,
  options: { readonly rule: RetentionRule; readonly now: number; readonly apply: boolean },
): Promise<PruneResult> {
  const { rule, now, apply } = options;
  const runs = await store.runs.list();
  const needed = new Set((await neededRuns(store, runs)).keys());
  const crawled = runs.some(({ kind }) => kind === 'crawl' || kind === 'probe');
  const published = crawled ? (await currentState(store)).run.id : null;
  const removed = runsToRemove({ runs, rule, now, published, needed }).map(({ id }) => id);
  if (apply) for (const id of removed) await store.runs.remove(id);
  const referred = await store.referredEvidence(new Set(removed));
  return {
    runs: removed,
    keptRuns: runs.length - removed.length,
    evidence: await store.evidence.sweep(referred, now, apply),
    logs: await pruneLines(store, rule, now, apply, pruneLogs(join(dataFolder, 'logs'), rule, now, apply)),
    applied: apply,
  };
}

/** Adds what goes of the logs in the database; those of the rule's last days stay. */
async function pruneLines(
  { logLines }: Store,
  rule: RetentionRule,
  now: number,
  apply: boolean,
  { files, bytes }: { readonly files: number; readonly bytes: number },
): Promise<{ files: number; bytes: number }> {
  if (logLines === null) return { files, bytes };
  const before = new Date(now - rule['log-days'] * dayLength).toISOString();
  const lines = await logLines.prune(before, apply);
  return { files: files + lines.runs, bytes: bytes + lines.bytes };
}

/**
 * Logs older than the rule's days go, then the oldest until the rest fits into the rule's bytes;
 * the newest always stays.
 */
function pruneLogs(folder: string, rule: RetentionRule, now: number, apply: boolean): { files: number; bytes: number } {
  const result = { files: 0, bytes: 0 };
  if (!existsSync(folder)) return result;
  const logs = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => {
      const path = join(folder, name);
      const { size, mtimeMs } = statSync(path);
      return { path, size, age: now - mtimeMs };
    })
    .sort((a, b) => a.age - b.age);
  let kept = 0;
  for (const [index, { path, size, age }] of logs.entries()) {
    if (index === 0 || (age < rule['log-days'] * dayLength && kept + size <= rule['log-bytes'])) {
      kept += size;
      continue;
    }
    result.files++;
    result.bytes += size;
    if (apply) rmSync(path, { force: true });
  }
  return result;
}

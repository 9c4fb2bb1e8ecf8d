import type { PruneResult } from '../../pipeline/operations/retention/prune.ts';
import { say } from '../say.ts';

/** What was removed, or would be, a line each. */
export function prunedLines({ runs, keptRuns, evidence, logs, applied }: PruneResult): string[] {
  const size = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  const done = say(applied ? 'removed' : 'would be removed');
  return [
    `${say('{count} runs {done}, {kept} stay', { count: runs.length, done, kept: keptRuns })}${runs.length === 0 ? '' : `: ${runs.join(', ')}`}`,
    say('{files} evidence files {done} ({size})', { files: evidence.files, done, size: size(evidence.bytes) }),
    say('{files} logs {done} ({size})', { files: logs.files, done, size: size(logs.bytes) }),
    ...(applied ? [] : [say('nothing was touched; --apply removes')]),
  ];
}

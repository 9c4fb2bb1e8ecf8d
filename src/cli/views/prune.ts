import type { PruneResult } from '../../pipeline/operations/retention/prune.ts';

/** What was removed, or would be, a line each. */
export function prunedLines({ runs, keptRuns, evidence, logs, applied }: PruneResult): string[] {
  const size = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  const done = applied ? 'removed' : 'would be removed';
  return [
    `${runs.length} runs ${done}, ${keptRuns} stay${runs.length === 0 ? '' : `: ${runs.join(', ')}`}`,
    `${evidence.files} evidence files ${done} (${size(evidence.bytes)})`,
    `${logs.files} logs ${done} (${size(logs.bytes)})`,
    ...(applied ? [] : ['nothing was touched; --apply removes']),
  ];
}

import type { RejudgeSummary } from '../../pipeline/judging/rejudge.ts';

/** How many findings changed, and the first of them. */
export function rejudgedLines(summaries: readonly RejudgeSummary[]): string[] {
  const changed = summaries.flatMap((item) => item.changed);
  return [
    `${summaries.reduce((sum, item) => sum + item.governments, 0)} visits judged again, ${changed.length} findings changed`,
    ...changed.slice(0, 50).map((item) => `${item.government} ${item.probe}: ${item.before} → ${item.after}`),
    ...(changed.length > 50 ? [`… and ${changed.length - 50} more (--json lists them all)`] : []),
  ];
}

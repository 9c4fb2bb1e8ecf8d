import type { RejudgeSummary } from '../../pipeline/judging/rejudge.ts';
import { say } from '../say.ts';

/** How many findings changed, and the first of them. */
export function rejudgedLines(summaries: readonly RejudgeSummary[]): string[] {
  const changed = summaries.flatMap((item) => item.changed);
  return [
    say('{visits} visits judged again, {count} findings changed', {
      visits: summaries.reduce((sum, item) => sum + item.governments, 0),
      count: changed.length,
    }),
    ...changed.slice(0, 50).map((item) => `${item.government} ${item.probe}: ${item.before} → ${item.after}`),
    ...(changed.length > 50 ? [say('… and {count} more (--json lists them all)', { count: changed.length - 50 })] : []),
  ];
}

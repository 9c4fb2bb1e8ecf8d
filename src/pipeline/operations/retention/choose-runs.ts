import type { RetentionRule } from '../../../config/schema/schedule.ts';
import { dayLength } from '../../../model/time.ts';
import type { Run } from '../../../store/store.ts';

/**
 * The runs that the rule lets go, oldest first. Pure. Kept in any case: the newest crawls, what is
 * younger than the rule's days, what is not finished, what is published, and what `needed` names
 * (runs of frozen editions and of reviews, and what they were derived from). The canaries of a run
 * go with it.
 */
export function runsToRemove(options: {
  readonly runs: readonly Run[];
  readonly rule: Pick<RetentionRule, 'days' | 'runs'>;
  readonly now: number;
  readonly published: string | null;
  readonly needed: ReadonlySet<string>;
}): Run[] {
  const { runs, rule, now, published, needed } = options;
  const newestFirst = [...runs].sort((a, b) => (a.started < b.started ? 1 : -1));
  const newest = new Set(
    newestFirst
      .filter(({ kind }) => kind === 'crawl')
      .slice(0, rule.runs)
      .map(({ id }) => id),
  );
  const kept = new Set(
    newestFirst
      .filter(
        ({ id, started, finished, kind }) =>
          newest.has(id) ||
          id === published ||
          needed.has(id) ||
          (finished === null && kind === 'crawl' && id === newestFirst.find((run) => run.kind === 'crawl')?.id) ||
          now - Date.parse(started) < rule.days * dayLength,
      )
      .map(({ id }) => id),
  );
  return newestFirst
    .filter(({ id, kind }) => !(kind === 'canary' ? kept.has(id) || kept.has(mainOf(id)) : kept.has(id)))
    .reverse();
}

/** Id of the run that a canary rode along with. */
export function mainOf(canary: string): string {
  return canary.replace(/-canary$/, '');
}

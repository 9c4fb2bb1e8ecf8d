import type { Evidence } from '../../model/finding.ts';
import type { Seen } from '../../reading/coverage.ts';
import { limitsIn, type ReplyLimit } from '../../reading/limits.ts';
import type { Page } from '../../reading/page.ts';
import { pagesFor } from './targets.ts';
import { evidenceOf } from './verdicts.ts';
import type { DayLimit } from './working-days.ts';

/** A limit for replies and the page that states it. */
export interface StatedLimit extends DayLimit {
  readonly url: string;
  readonly evidence: Evidence;
  /** Whether the same page also states other limits. */
  readonly several: boolean;
}

/**
 * Pages that may state a limit, most relevant first: the list of letters states the limit for its
 * own letters.
 */
const places: readonly (readonly string[])[] = [
  ['reply-list'],
  ['letter-rules'],
  ['mailbox'],
  ['appeal-form'],
  ['consultation', 'complaint', 'appeal-query'],
];
/** Intents whose pages may state a limit. */
export const limitIntents: readonly string[] = places.flat();

/** The limit that the portal states for replies to letters; null if no captured page states one. */
export function statedLimit(seen: Seen): StatedLimit | null {
  for (const intents of places) {
    const limits = pagesFor(seen, 'portal', intents).flatMap((page) =>
      limitsIn(page.text, seen.knowledge).map((limit) => ({ ...limit, page })),
    );
    const ordinary = limits.filter(({ difficult }) => !difficult);
    const [longestLimit] = (ordinary.length > 0 ? ordinary : limits).sort(byLength);
    if (!longestLimit) continue;
    const { days, unit, quote, page } = longestLimit;
    const several = limits.some((other) => other.days !== days || other.unit !== unit);
    return { days, unit, url: page.url, evidence: evidenceOf(page, quote), several };
  }
  return null;
}

/**
 * Kinds of letters may have different limits, so the longest is used to avoid false accusations;
 * ties go by URL.
 */
function byLength(a: ReplyLimit & { page: Page }, b: ReplyLimit & { page: Page }): number {
  return weight(b) - weight(a) || (a.page.url < b.page.url ? -1 : a.page.url > b.page.url ? 1 : 0);
}

function weight({ days, unit }: DayLimit): number {
  return unit === 'working-day' ? days * 1.4 : days;
}

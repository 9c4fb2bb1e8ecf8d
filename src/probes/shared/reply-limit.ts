import { foldWidth } from '../../config/full-width.ts';
import type { Evidence } from '../../model/finding.ts';
import type { Seen } from '../../reading/coverage.ts';
import { kindSign } from '../../reading/kinds.ts';
import { letterRecords } from '../../reading/letters.ts';
import { limitsIn, type ReplyLimit } from '../../reading/limits.ts';
import type { Page } from '../../reading/page.ts';
import { isPageOf } from '../../reading/page-of.ts';
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

/** A sentence on so many letters' pages belongs to their frame and not to one letter. */
const fewestRepeated = 3;

interface PlacedLimit extends ReplyLimit {
  readonly page: Page;
}

/** The limit that the portal states for replies to letters; null if no captured page states one. */
export function statedLimit(seen: Seen): StatedLimit | null {
  for (const intents of places) {
    const pages = pagesFor(seen, 'portal', intents);
    const limit = longestOf(
      pages.filter((page) => speaksForPortal(page, seen)).flatMap((page) => ownLimits(page, seen)),
    );
    if (limit !== null) return limit;
  }
  return longestOf(frameLimits(seen));
}

function longestOf(limits: readonly PlacedLimit[]): StatedLimit | null {
  const ordinary = limits.filter(({ difficult }) => !difficult);
  const [longestLimit] = (ordinary.length > 0 ? [...ordinary] : [...limits]).sort(byLength);
  if (!longestLimit) return null;
  const { days, unit, quote, page } = longestLimit;
  const several = limits.some((other) => other.days !== days || other.unit !== unit);
  return { days, unit, url: page.url, evidence: evidenceOf(page, quote), several };
}

/** Whether a page is no letter and no result of a search: both repeat what others wrote. */
function speaksForPortal(page: Page, { knowledge }: Seen): boolean {
  const single = kindSign(page, 'letter', knowledge) !== null || page.capture.intents.includes('letter');
  const listed = kindSign(page, 'letter-list', knowledge) !== null;
  return (!single || listed) && kindSign(page, 'search-results', knowledge) === null;
}

/** Limits outside the letters that the page shows; an answer may quote the limit of a service. */
function ownLimits(page: Page, { knowledge }: Seen): PlacedLimit[] {
  const limits = limitsIn(page.text, knowledge);
  if (limits.length === 0) return [];
  const letters = letterRecords(page.records, knowledge).map(({ record: { text, fields } }) =>
    foldWidth([text, ...fields.map(({ value }) => value)].join('\n')),
  );
  return limits.flatMap((limit) => (letters.some((text) => text.includes(limit.quote)) ? [] : [{ ...limit, page }]));
}

/** Limits in the frame that the pages of single letters have in common. */
function frameLimits(seen: Seen): PlacedLimit[] {
  const pages = seen.pages('portal').filter((page) => page.kind === 'html' && isPageOf(page, 'letter', seen.knowledge));
  const limits = pages.flatMap((page) => limitsIn(page.text, seen.knowledge).map((limit) => ({ ...limit, page })));
  const times = (quote: string): number =>
    new Set(limits.flatMap((one) => (one.quote === quote ? [one.page] : []))).size;
  return limits.filter(({ quote }) => times(quote) >= fewestRepeated && times(quote) * 2 > pages.length);
}

/**
 * Kinds of letters may have different limits, so the longest is used to avoid false accusations;
 * ties go by URL.
 */
function byLength(a: PlacedLimit, b: PlacedLimit): number {
  return weight(b) - weight(a) || (a.page.url < b.page.url ? -1 : a.page.url > b.page.url ? 1 : 0);
}

function weight({ days, unit }: DayLimit): number {
  return unit === 'working-day' ? days * 1.4 : days;
}

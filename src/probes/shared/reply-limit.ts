import type { Evidence } from '../../model/finding.ts';
import type { Seen } from '../../reading/coverage.ts';
import { hanNumber } from '../../reading/numerals.ts';
import type { Page } from '../../reading/page.ts';
import { foldWidth } from '../../reading/text.ts';
import { holds, pagesFor } from './targets.ts';
import { evidenceOf } from './verdicts.ts';
import type { DayLimit } from './working-days.ts';

/** A limit for answers and where it was read. */
export interface StatedLimit extends DayLimit {
  readonly url: string;
  readonly evidence: Evidence;
  /** Whether the same page states other limits as well. */
  readonly several: boolean;
}

/** Where a limit may stand; the list of letters knows best what its own letters are promised. */
const places: readonly (readonly string[])[] = [
  ['reply-list'],
  ['letter-rules'],
  ['mailbox'],
  ['appeal-form'],
  ['consultation', 'complaint', 'appeal-query'],
];
/** Intents whose pages may state a limit. */
export const limitIntents: readonly string[] = places.flat();

const longest = 400;
const amount = '(\\d{1,3}|[一二三四五六七八九十]{1,3})';
const within = new RegExp(`${amount}\\s*个?\\s*(工作日|自然日|日|天)\\s*(?:之|以)?内`, 'u');
/** Behind a heading such as 办理时限 the word for "within" is left out. */
const headed = new RegExp(`(?:时限|期限)\\s*[:：为是]{0,2}\\s*${amount}\\s*个?\\s*(工作日|自然日|日|天)`, 'u');

/** The limit that the portal itself states for answering letters; null where no page that was seen states one. */
export function statedLimit(seen: Seen): StatedLimit | null {
  for (const intents of places) {
    const limits = pagesFor(seen, 'portal', intents).flatMap((page) =>
      limitsIn(page.text, seen).map((limit) => ({ ...limit, page })),
    );
    const [longestLimit] = limits.sort(byLength);
    if (!longestLimit) continue;
    const { days, unit, quote, page } = longestLimit;
    const several = limits.some((other) => other.days !== days || other.unit !== unit);
    return { days, unit, url: page.url, evidence: evidenceOf(page, quote), several };
  }
  return null;
}

type Found = DayLimit & { readonly quote: string };

/** Different kinds of letters may have different limits: the longest accuses nobody wrongly. Order of pages decides nothing. */
function byLength(a: Found & { page: Page }, b: Found & { page: Page }): number {
  return weight(b) - weight(a) || (a.page.url < b.page.url ? -1 : a.page.url > b.page.url ? 1 : 0);
}

function weight({ days, unit }: DayLimit): number {
  return unit === 'working-day' ? days * 1.4 : days;
}

/** Limits that a text promises for an answer: `5个工作日内答复`, `办理时限：十五个工作日`, `七日内回复`. */
export function limitsIn(text: string, seen: Seen): Found[] {
  const found: Found[] = [];
  for (const sentence of foldWidth(text).split(/[\n。;!?！？]/u)) {
    if (sentence.length > longest || !/日|天/u.test(sentence)) continue;
    let before = '';
    for (const clause of sentence.split(/[,，]/u)) {
      const said = before + clause;
      const match = within.exec(clause) ?? headed.exec(clause);
      if (!match) {
        before = said;
        continue;
      }
      before = '';
      const limit = limitOf(match, seen);
      if (limit && holds(said, seen, 'reply-promises') && !holds(said, seen, 'reply-promises-not'))
        found.push({ ...limit, quote: sentence });
    }
  }
  return found;
}

function limitOf(match: RegExpExecArray, seen: Seen): DayLimit | null {
  const written = match[1] ?? '';
  const days = /^\d/u.test(written) ? Number(written) : hanNumber(written, seen.knowledge);
  if (days < 1 || days > 180) return null;
  return { days, unit: match[2] === '工作日' ? 'working-day' : 'day' };
}

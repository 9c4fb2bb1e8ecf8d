import { z } from 'zod';
import { count } from '../config/schema/words.ts';
import { wordsOf } from '../config/word-sections.ts';
import { foldLabel } from '../config/words.ts';
import type { Evidence, Obstacle } from '../model/finding.ts';
import { replyTimelinessValue } from '../model/values/reply-timeliness.ts';
import type { Seen } from '../reading/coverage.ts';
import { kindSign, kindsOf } from '../reading/kinds.ts';
import { itemLinks } from '../reading/list-items.ts';
import { listTotal } from '../reading/list-totals.ts';
import { literalHint, type Page } from '../reading/page.ts';
import type { RecordGroup } from '../reading/record.ts';
import { defineProbe, type Verdict } from './contract.ts';
import { obstaclesTo } from './shared/absence.ts';
import { type Letter, lettersOf, sampleLetters } from './shared/letters.ts';
import { limitIntents, type StatedLimit, statedLimit } from './shared/reply-limit.ts';
import { searchWords } from './shared/search-box.ts';
import { resultWords } from './shared/search-results.ts';
import { type EntryTarget, entryTargetsOf, pagesFor, saysEmpty, showsContent, targetWords } from './shared/targets.ts';
import { blameOf, evidenceOf, homesSeen, unshown, verdicts } from './shared/verdicts.ts';
import { type DayLimit, knowsYears, lastDayOf, localDay } from './shared/working-days.ts';

type Value = z.input<typeof replyTimelinessValue>;

const say = verdicts<Value>();

const words = z.object({
  'reply-limit': count,
  'letters-sampled': count,
  'letters-needed': count,
});

/**
 * 诉求回复响应: the share of published letters answered within the limit that the portal states, else a
 * configured one.
 */
export const replyTimeliness = defineProbe({
  id: 'reply-timeliness',
  version: 7,
  sites: ['portal'],
  value: replyTimelinessValue,
  seeks: ['interaction', 'letter', ...limitIntents],
  things: ['reply-list', 'letter'],
  words: [words, resultWords, searchWords, targetWords],
  ages: true,
  about: {
    measures:
      'Of up to `letters-sampled` published letters, picked by hash, the share that was answered inside the limit that the portal itself states, else inside `reply-limit` working days (public holidays respected).',
    evidence: 'The statement of the limit, and up to three letters with their days, late ones first.',
    blindSpots: [
      'Only published letters are known; those that were never published may have waited longer.',
      'Portals choose what they publish, so shares of different portals compare with care.',
      'Fewer than `letters-needed` judged letters give no share.',
    ],
  },
  judge,
});

function judge(seen: Seen): Verdict<Value> {
  const { letters, unreadable } = lettersOf(seen);
  const targets = entryTargetsOf(seen, ['portal'], ['reply-list']);
  const lists = pagesFor(seen, 'portal', ['reply-list']);
  const stated = statedLimit(seen);
  const numbers = wordsOf(words, seen.knowledge);
  const limit: DayLimit = stated ?? { days: numbers['reply-limit'], unit: 'working-day' };
  const sample = sampleLetters(letters, numbers['letters-sampled']);
  const verdicts = sample.map((letter) => ({ letter, verdict: verdictOf(letter, limit, seen) }));
  const judged = verdicts.filter(({ verdict }) => verdict !== 'waiting');
  const late = judged.filter(({ verdict }) => verdict === 'late');
  const enough = judged.length >= numbers['letters-needed'];
  const value: Value = {
    share: enough ? Math.round((1 - late.length / judged.length) * 10_000) / 10_000 : null,
    letters: judged.length,
    late: late.length,
    waiting: verdicts.length - judged.length,
    unreadable,
    limit: { days: limit.days, unit: limit.unit, stated: stated !== null, url: stated?.url ?? null },
  };
  if (letters.length > 0) {
    const shown = [...late, ...judged.filter(({ verdict }) => verdict === 'in-time')].slice(0, 3);
    const evidence: Evidence[] = stated ? [stated.evidence] : [];
    for (const { letter } of shown) evidence.push(evidenceOf(letter.page, letter.quote));
    return say.present(
      value,
      confidenceOf(
        judged.map(({ letter }) => letter),
        unreadable,
        stated,
        seen,
      ),
      evidence,
    );
  }
  return withoutLetters(seen, targets, lists.filter(showsContent).length > 0, value);
}

function withoutLetters(seen: Seen, targets: readonly EntryTarget[], open: boolean, value: Value): Verdict<Value> {
  const evidence = targets
    .slice(0, 2)
    .map(({ entry }) => evidenceOf(entry.page, `${entry.link.label} ${entry.link.url}`));
  if (open) {
    const pages = pagesFor(seen, 'portal', ['reply-list']).filter(showsContent);
    // A form for letters or a text about them is not a list of letters.
    if (value.unreadable > 0 || pages.some((page) => holdsItems(page, seen))) return say.present(value, 0.5, evidence);
    const empty = pages.filter((page) => saysNone(page, seen));
    const filled = pages.some((page) => page.scripts.length > 0 && page.capture.via !== 'browser');
    if (empty.length > 0 && !filled) return say.absent(null, 0.6, evidence);
    const [page] = pages;
    if (page !== undefined) return say.unknown({ ...unshown(page, 'reply-list'), reason: 'not-recognised' }, evidence);
  }
  const undated = seen.pages('portal').find((page) => isUndatedLetter(page, seen));
  if (undated !== undefined)
    return say.unknown({ ...unshown(undated, 'reply-list'), reason: 'not-recognised' }, evidence);
  const closed = behindLogin(seen);
  if (closed !== null) return say.unknown(closed, evidence);
  const behind = targets.flatMap(({ entry, page, obstacle }) => obstacle ?? unshown(page, entry.intent));
  const blame = blameOf(behind) ?? blameOf(obstaclesTo(seen, ['portal'], ['interaction', 'reply-list']));
  return blame === null ? say.absent(null, 0.85, homesSeen(seen, 'portal')) : say.unknown(blame, evidence);
}

/**
 * Whether a page of no known kind has a line that begins an answer: letters are published, and
 * nothing says when they came.
 */
function isUndatedLetter(page: Page, { knowledge }: Seen): boolean {
  const { capture, article, text } = page;
  if (capture.role !== 'page' || capture.home || article || kindsOf(page, knowledge).length > 0) return false;
  const { answers } = knowledge.kinds.kinds['faq-list'];
  return text.split('\n').some((line) => answers.some((pattern) => pattern.test(foldLabel(line))));
}

/**
 * A log-in in place of the mailbox or its letters, which are then visible to account holders only.
 */
function behindLogin(seen: Seen): Obstacle | null {
  const letters = ['mailbox', 'reply-list'];
  const page = seen.pages('portal').find((one) => {
    const led = one.capture.intents.find((intent) => letters.includes(intent));
    return led !== undefined && kindSign(one, 'login', seen.knowledge) !== null;
  });
  return page === undefined ? null : unshown(page, 'reply-list');
}

/**
 * Whether a page lists items: table rows, links that are not in the home page's menu, or records
 * that its scripts requested.
 */
function holdsItems(page: Page, seen: Seen): boolean {
  if (saysNone(page, seen)) return false;
  const isRows = ({ source, records }: RecordGroup): boolean => source !== 'label-value' && records.length > 1;
  const asked = seen.pages('portal').filter(({ kind, capture }) => kind === 'json' && capture.from === page.url);
  if ([page, ...asked].some(({ records }) => records.some(isRows))) return true;
  // Over HTTP the data that a script requests were not read.
  if (page.capture.via === 'http' && page.links.some(({ hints }) => hints === literalHint)) return true;
  const menus = new Set(
    seen.pages('portal').flatMap(({ capture, links }) => (capture.home ? links.map(({ url }) => url) : [])),
  );
  return itemLinks(page, seen.knowledge).some(({ url }) => !menus.has(url));
}

/** Whether a list says that it is empty. */
function saysNone(page: Page, seen: Seen): boolean {
  return saysEmpty(page, seen) !== null || listTotal(page, seen.knowledge)?.count === 0;
}

/** An unanswered letter is late only if the limit had passed when it was captured. */
function verdictOf(letter: Letter, limit: DayLimit, seen: Seen): 'in-time' | 'late' | 'waiting' {
  const { calendar } = seen.knowledge;
  const last = lastDayOf(letter.submitted, limit, calendar);
  if (letter.replied !== null) return letter.replied <= last ? 'in-time' : 'late';
  return localDay(letter.page.capture.time, calendar) > last ? 'late' : 'waiting';
}

function confidenceOf(judged: readonly Letter[], unreadable: number, stated: StatedLimit | null, seen: Seen): number {
  const { calendar } = seen.knowledge;
  const few = Math.min(1, judged.length / 10);
  const known = judged.every(({ submitted, replied, page }) =>
    knowsYears(submitted, replied ?? localDay(page.capture.time, calendar), calendar),
  );
  const read = judged.length / Math.max(1, judged.length + unreadable);
  const whole =
    judged.length >= wordsOf(words, seen.knowledge)['letters-sampled'] || !seen.coverage('portal').unread.has('letter');
  return (
    0.95 *
    (0.6 + 0.4 * few) *
    (0.7 + 0.3 * read) *
    (known ? 1 : 0.9) *
    (whole ? 1 : 0.9) *
    (stated === null ? 0.85 : stated.several ? 0.9 : 1)
  );
}

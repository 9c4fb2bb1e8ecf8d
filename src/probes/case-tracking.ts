import { z } from 'zod';
import { foldWidth } from '../config/full-width.ts';
import { pattern, patternAnywhere, wordList } from '../config/schema/words.ts';
import { wordsOf } from '../config/word-sections.ts';
import { type Evidence, furthestLevel, type Obstacle, type PresenceLevel } from '../model/finding.ts';
import { caseTrackingParts, caseTrackingValue } from '../model/values/case-tracking.ts';
import type { Seen } from '../reading/coverage.ts';
import { kindSign } from '../reading/kinds.ts';
import type { Page } from '../reading/page.ts';
import { defineProbe, type Verdict } from './contract.ts';
import { obstaclesToColumn } from './shared/column.ts';
import { numberField } from './shared/number-field.ts';
import { ownPages } from './shared/own-level.ts';
import { searchWords } from './shared/search-box.ts';
import { resultWords } from './shared/search-results.ts';
import { type EntryTarget, entryTargetsOf, holds, openObstacles, showsContent, targetWords } from './shared/targets.ts';
import { blameOf, evidenceOf, homesSeen, unshown, verdicts } from './shared/verdicts.ts';

type Part = (typeof caseTrackingParts)[number];
type Value = z.input<typeof caseTrackingValue>;

const say = verdicts<Value>();

const words = z.object({
  'case-numbers': wordList,
  'rating-results': wordList,
  'rating-grades': wordList,
  'login-needed': wordList,
  'case-entries': wordList,
  'rating-invitations': pattern,
  'rating-rates': patternAnywhere,
});

const sites = ['service', 'portal'] as const;

/**
 * 办件查询与评价: a query by case number, an entry for rating a service (好差评), and the published rates.
 */
export const caseTracking = defineProbe({
  id: 'case-tracking',
  version: 6,
  sites: [...sites],
  value: caseTrackingValue,
  seeks: ['case-progress', 'rating', 'service-hall'],
  words: [words, resultWords, searchWords, targetWords],
  about: {
    measures:
      'Whether the progress of a case can be looked up by its number, a service can be rated (好差评), and the rates are published.',
    levels: {
      reachable: 'the page of the query opens without a field for the number',
      working:
        'the query takes a number, the rating takes a grade or sends to the log-in behind which grades are taken, rates are published',
    },
    evidence: 'The entry of each part, the field or line that proves it.',
    blindSpots: [
      'No case is looked up: a query that takes a number need not find one.',
      'Rating behind a log-in is taken at the word of the page.',
      "Services of a province's shared platform count only on pages of the government's own level.",
    ],
  },
  judge,
});

type Judged =
  | {
      readonly level: PresenceLevel;
      readonly page: Page | null;
      readonly quote: string;
      readonly entry: Pick<EntryTarget['entry'], 'page' | 'link'>;
    }
  | { readonly level: null; readonly why: readonly Obstacle[] };

function judge(seen: Seen): Verdict<Value> {
  const lists = wordsOf(words, seen.knowledge);
  const ratings = ownTargets(seen, 'rating');
  const published = ratesOf(ratings, seen);
  const judged: Record<Part, Judged> = {
    progress: progressOf(ownTargets(seen, 'case-progress'), seen),
    rating: ratingOf(
      ratings.filter(({ entry }) => !holds(entry.link.label, lists['rating-results'])),
      seen,
    ),
    rates: published ?? notFound(ratings),
  };
  const found: Part[] = [];
  const unclear: Part[] = [];
  const levels: Partial<Record<Part, PresenceLevel>> = {};
  const evidence: Evidence[] = [];
  const obstacles: Obstacle[] = [];
  for (const part of caseTrackingParts) {
    const result = judged[part];
    if (result.level === null) {
      const intent = part === 'progress' ? 'case-progress' : 'rating';
      const why = result.why.length > 0 ? result.why : obstaclesToColumn(seen, sites, [intent]);
      if (why.length === 0) continue;
      unclear.push(part);
      obstacles.push(...why);
      continue;
    }
    levels[part] = result.level;
    evidence.push(evidenceOf(result.entry.page, `${result.entry.link.label} ${result.entry.link.url}`));
    if (result.page) evidence.push(evidenceOf(result.page, result.quote));
    if (result.level === 'working') found.push(part);
  }
  if (evidence.length > 0) {
    const level = furthestLevel(Object.values(levels));
    const value: Value = { found, level, levels, rates: published?.rates ?? {}, unclear };
    return say.present(value, 0.95 * (1 - 0.15 * unclear.length), evidence);
  }
  const blame = blameOf(obstacles);
  return blame === null ? say.absent(null, 0.85, homesSeen(seen, 'service')) : say.unknown(blame);
}

/**
 * Entries on pages of the government itself: a province's offer to all its cities does not count
 * for one city.
 */
function ownTargets(seen: Seen, intent: string): EntryTarget[] {
  const own = ownPages(seen, 'service');
  return entryTargetsOf(seen, sites, [intent]).filter(
    ({ entry }) => entry.page.capture.site === 'portal' || own.has(entry.page),
  );
}

/** The result if no target has the thing; `why` is empty if all targets were read. */
function notFound(targets: readonly EntryTarget[]): Judged {
  const blank = targets.flatMap(({ entry, page }) =>
    page && !showsContent(page) ? [unshown(page, entry.intent)] : [],
  );
  return { level: null, why: [...openObstacles(targets), ...blank] };
}

/**
 * The query for cases; on a portal the same words often name the query for letters, which asks for
 * another number.
 */
function progressOf(targets: readonly EntryTarget[], seen: Seen): Judged {
  const names = wordsOf(words, seen.knowledge);
  const usable = targets.filter(({ entry }) => {
    if (entry.page.capture.site === 'service') return true;
    return holds(entry.link.label, names['case-entries']);
  });
  for (const { entry, page } of usable) {
    const field = page ? numberField(page, names['case-numbers']) : null;
    if (page && field) return { level: 'working', page, quote: field, entry };
  }
  const shown = progressShown(seen);
  if (shown) return shown;
  const open = usable.find((target) => target.page !== null);
  if (open) return { level: 'reachable', page: open.page, quote: open.page?.title ?? '', entry: open.entry };
  return notFound(usable);
}

/** A query that a page of the service platform holds itself, its front page among them. */
function progressShown(seen: Seen): Judged | null {
  const names = wordsOf(words, seen.knowledge)['case-numbers'];
  for (const page of ownPages(seen, 'service')) {
    if (page.capture.role !== 'page' || kindSign(page, 'progress-query', seen.knowledge) === null) continue;
    const field = numberField(page, names);
    const form = page.forms.find(({ buttons }) => buttons.length > 0);
    if (field === null || form === undefined) continue;
    const link = {
      url: page.url,
      label: form.buttons[0] ?? '',
      labelFrom: 'text',
      region: 'main',
      via: 'html',
      hints: '',
    } as const;
    return { level: 'working', page, quote: field, entry: { page, link } };
  }
  return null;
}

/** The entry for rating: its page has grades to choose, or leads to a log-in for rating. */
function ratingOf(targets: readonly EntryTarget[], seen: Seen): Judged {
  const {
    'rating-grades': grades,
    'login-needed': login,
    'rating-invitations': invitation,
  } = wordsOf(words, seen.knowledge);
  for (const { entry, page } of targets) {
    if (!page) continue;
    const takes = page.forms.some(
      ({ region, fields }) =>
        region !== 'header' && fields.some(({ type }) => ['select', 'radio', 'textarea'].includes(type)),
    );
    const quote = page.text.split('\n').find((line) => holds(line, grades)) ?? page.title;
    if (takes || holds(page.text, grades) || holds(page.text, login) || invitation.test(page.text))
      return { level: 'working', page, quote, entry };
  }
  // A page without grades to choose describes rating but is not the place for it.
  return notFound(targets);
}

/** The page behind a rating entry that shows the most rates. */
function ratesOf(
  targets: readonly EntryTarget[],
  seen: Seen,
): (Judged & { readonly rates: Record<string, number>; readonly level: 'working' }) | null {
  const { 'rating-rates': rate } = wordsOf(words, seen.knowledge);
  let best: (Judged & { readonly rates: Record<string, number>; readonly level: 'working' }) | null = null;
  for (const { entry, page } of targets) {
    if (!page) continue;
    const rates: Record<string, number> = {};
    let quote = '';
    for (const match of foldWidth(page.text).matchAll(rate)) {
      const value = Number(match[2]);
      const name = match[1] ?? '';
      if (value > 100 || rates[name] !== undefined) continue;
      rates[name] = value;
      quote ||= match[0];
    }
    if (Object.keys(rates).length > Object.keys(best?.rates ?? {}).length)
      best = { level: 'working', page, quote, entry, rates };
  }
  return best;
}

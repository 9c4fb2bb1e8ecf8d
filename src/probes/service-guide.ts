import { z } from 'zod';
import { count, wordList } from '../config/schema/words.ts';
import { wordsOf } from '../config/word-sections.ts';
import type { SiteKind } from '../model/government.ts';
import { serviceGuideValue } from '../model/values/service-guide.ts';
import type { Seen } from '../reading/coverage.ts';
import { kindSign } from '../reading/kinds.ts';
import { listTotal } from '../reading/list-totals.ts';
import type { Page } from '../reading/page.ts';
import { isPageOf } from '../reading/page-of.ts';
import { defineProbe, type Verdict } from './contract.ts';
import { type Column, columnEvidence, columnOf, noColumn } from './shared/column.ts';
import { failedEntries } from './shared/entry-obstacles.ts';
import { guideElementNames, guideElementsOf, guideWords } from './shared/guide-elements.ts';
import { isFrontPage, ownPages } from './shared/own-level.ts';
import { searchWords } from './shared/search-box.ts';
import { resultWords } from './shared/search-results.ts';
import { holds, targetWords } from './shared/targets.ts';
import { blameOf, evidenceOf, verdicts } from './shared/verdicts.ts';

const sites: readonly SiteKind[] = ['service', 'portal'];
const lists = 'service-guide';
const items = 'guide';
type Value = z.input<typeof serviceGuideValue>;

const say = verdicts<Value>();

const words = z.object({
  'guide-names': wordList,
  'guide-elements-needed': count,
  'guide-elements-lacking': count,
});

/**
 * Service guides (办事指南): a sample selected by hash, and the share of key elements that it shows.
 */
export const serviceGuide = defineProbe({
  id: 'service-guide',
  version: 11,
  sites,
  value: serviceGuideValue,
  seeks: ['service-hall', lists, items],
  words: [words, guideWords, resultWords, searchWords, targetWords],
  about: {
    measures:
      'Service guides (办事指南): up to ten picked by hash, and the share of the twelve key elements that they show (`guide-elements`). Guides that lack `guide-elements-lacking` or more are named.',
    levels: {
      linked: 'an entry to guides is visible',
      reachable: 'the list opens, no guide was read',
      working: 'guides were read',
    },
    evidence: 'Up to four guides with the elements found.',
    blindSpots: [
      'Presence of an element is judged by its heading and a value below it, not by whether the value is right.',
      'A few guides stand for thousands: the share of one government has a wide margin.',
      'Guides that only scripts draw are read only where a browser rendered them.',
    ],
  },
  judge,
});

/** A single element may be in the footer of any page. */
const fewest = 2;

interface Guide {
  readonly page: Page;
  /** Names of the elements that it shows. */
  readonly has: readonly string[];
  /** The page's own words for them. */
  readonly labels: readonly string[];
}

function judge(seen: Seen): Verdict<Value> {
  const column = columnOf(seen, sites, lists);
  const names = guideElementNames(seen.knowledge);
  const guides = guidesOf(seen);
  if (guides.length === 0) {
    // Lists without a guide behind them are menus of services, not guides.
    if (column.entries.length === 0 && column.opened.length === 0) return noColumn(seen, ['service'], [lists, items]);
    return withoutGuides(seen, column);
  }
  const keys = guideElementNames(seen.knowledge);
  const shown = guides.reduce((sum, { has }) => sum + keys.filter((key) => has.includes(key)).length, 0);
  const share = shown / (guides.length * keys.length);
  const many = wordsOf(words, seen.knowledge)['guide-elements-lacking'];
  const lacking = guides.flatMap(({ page, has }) => {
    const missing = keys.filter((name) => !has.includes(name));
    return missing.length >= many ? [{ title: page.title, url: page.url, missing }] : [];
  });
  const from = new Set(guides.map(({ page }) => page.capture.from));
  const totals = column.opened.flatMap(({ page, parts }) =>
    from.has(page.url) ? parts.flatMap((part) => listTotal(part, seen.knowledge) ?? []) : [],
  );
  const value: Value = {
    level: 'working',
    share: Math.round(share * 10_000) / 10_000,
    read: guides.length,
    listed: totals.reduce<number | null>((most, { count }) => Math.max(most ?? 0, count), null),
    elements: Object.fromEntries(names.map((name) => [name, guides.filter(({ has }) => has.includes(name)).length])),
    lacking,
  };
  const evidence = guides.slice(0, 4).map(({ page, labels }) => evidenceOf(page, `${page.title} ${labels.join(' ')}`));
  return say.present(value, guides.length >= 3 ? 0.9 : 0.75, evidence);
}

/** The verdict if entries or lists were seen but no guide was read. */
function withoutGuides(seen: Seen, column: Column): Verdict<Value> {
  const failed = blameOf(
    sites.flatMap((site) => failedEntries(seen, site, [items])).filter(({ reason }) => reason !== 'http-4xx'),
  );
  if (failed !== null) return say.unknown(failed, columnEvidence(column));
  const named = column.entries.filter(({ match, link }) => match.by === 'label' && namesGuides(link.label, seen));
  if (named.length === 0) return noColumn(seen, ['service'], [lists, items]);
  const value: Value = {
    level: column.opened.length > 0 ? 'reachable' : 'linked',
    share: null,
    read: 0,
    listed: null,
    elements: {},
    lacking: [],
  };
  return say.present(value, 0.6, columnEvidence(column));
}

/** Whether a label names guides and not only services. */
function namesGuides(label: string, seen: Seen): boolean {
  return holds(label, wordsOf(words, seen.knowledge)['guide-names']);
}

/**
 * Pages with enough key elements to be guides: those of the sample, else any that a guide entry led
 * to. If most of the sample are guides, the rest count as poor guides, because leaving them out
 * would reward them.
 */
function guidesOf(seen: Seen): Guide[] {
  const { 'guide-elements-needed': needed } = wordsOf(words, seen.knowledge);
  const isGuide = ({ has }: Guide): boolean => has.length >= needed;
  const read = (intent: string): Guide[] => {
    const guides = new Map<string, Guide>();
    for (const site of sites)
      for (const page of seen.pages(site)) {
        const { capture } = page;
        // Hidden panes leave little text, but their labels are visible.
        if (page.kind !== 'html' || capture.role !== 'page' || !isPageOf(page, intent, seen.knowledge)) continue;
        // The answer to a letter may quote a guide.
        if (!capture.intents.includes(intent) && kindSign(page, 'letter', seen.knowledge) !== null) continue;
        if (
          seen.at(page.url)?.page !== page ||
          !ownPages(seen, site).has(page) ||
          isFrontPage(page.url, seen.government)
        )
          continue;
        const shown = guideElementsOf([page, ...framesOf(page, seen)], seen.knowledge);
        const labels = [...new Set(shown.map(({ label }) => label))];
        if (shown.length >= fewest) guides.set(page.url, { page, has: shown.map(({ name }) => name), labels });
      }
    return [...guides.values()];
  };
  const sample = read(items);
  const rich = sample.filter(isGuide);
  if (rich.length * 2 > sample.length) return sample;
  return rich.length > 0 ? rich : read(lists).filter(isGuide);
}

function framesOf(page: Page, seen: Seen): Page[] {
  return seen.pages(page.capture.site).filter(({ capture }) => capture.role === 'frame' && capture.from === page.url);
}

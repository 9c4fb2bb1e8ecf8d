import { z } from 'zod';
import { wordList } from '../config/schema/words.ts';
import { wordsOf } from '../config/word-sections.ts';
import { foldLabel } from '../config/words.ts';
import { crossRegionValue } from '../model/values/cross-region.ts';
import type { Seen } from '../reading/coverage.ts';
import { isPaged } from '../reading/list-items.ts';
import { listTotal } from '../reading/list-totals.ts';
import { listedNames, longestListed } from '../reading/listed-names.ts';
import type { Page } from '../reading/page.ts';
import { defineProbe, type Verdict } from './contract.ts';
import { columnEvidence, columnOf, noColumn, type Opened } from './shared/column.ts';
import { searchWords } from './shared/search-box.ts';
import { resultWords } from './shared/search-results.ts';
import { largest, type StatedNumber, statedNumbers, statedWords } from './shared/stated-number.ts';
import { evidenceOf, verdicts } from './shared/verdicts.ts';

const intent = 'cross-region';
type Value = z.input<typeof crossRegionValue>;

const say = verdicts<Value>();

const words = z.object({
  'region-zones': wordList,
  'region-items': wordList,
  'region-units': wordList,
  'region-leads': wordList,
  'region-lead-units': wordList,
});

/**
 * Zones for cross-region services (跨省通办, 省内通办, regional alliances): which exist, and how many
 * services they offer.
 */
export const crossRegion = defineProbe({
  id: 'cross-region',
  version: 6,
  sites: ['portal', 'service'],
  value: crossRegionValue,
  seeks: ['service-hall', intent],
  words: [words, resultWords, searchWords, statedWords],
  about: {
    measures:
      'Zones for services across regions (跨省通办, 省内通办, regional alliances), and how many items they offer by their own count.',
    levels: {
      linked: 'an entry is visible, its page did not open',
      reachable: 'a zone opens, and neither states a number nor lists services that could be counted',
      working: 'a zone opens and states or lists items',
    },
    evidence: 'The line that states the number, and the entries of the zones.',
    blindSpots: [
      "The number is the zone's own; whether each item can really be handled elsewhere is not tried.",
      'Pages of single zones are added up, so an item that two zones list counts twice.',
      'Zones that only scripts fill state no number without a browser.',
      'A list without a number is counted where most of its names read like services, and only if it has one page.',
    ],
  },
  judge,
});

interface Counted {
  readonly opened: Opened;
  readonly zones: readonly string[];
  readonly stated: StatedNumber;
}

function judge(seen: Seen): Verdict<Value> {
  const found = columnOf(seen, ['service', 'portal'], intent);
  // An article reports on the policy; only a page that lists services is a zone.
  const column = { ...found, opened: found.opened.filter(({ page }) => !page.article) };
  if (column.entries.length === 0 && column.opened.length === 0) return noColumn(seen, ['service'], [intent]);
  const zones = zonesIn(
    [...column.entries.map(({ link }) => link.label), ...column.opened.map(({ label }) => label)],
    seen,
  );
  const counted = column.opened.flatMap((opened): Counted[] => {
    const stated = totalOf(opened, seen);
    return stated ? [{ opened, zones: zonesIn([opened.label, opened.page.title], seen), stated }] : [];
  });
  const evidence = [
    ...counted.slice(0, 3).map(({ opened, stated }) => evidenceOf(opened.page, stated.quote)),
    ...columnEvidence(column),
  ];
  const count = counted.length === 0 ? null : combineTotals(counted);
  const url = (counted[0]?.opened ?? column.opened[0])?.page.url ?? column.entries[0]?.link.url ?? null;
  const level = count !== null && count > 0 ? 'working' : column.opened.length > 0 ? 'reachable' : 'linked';
  const confidence = count !== null ? 0.9 : column.opened.length > 0 ? 0.8 : 0.7;
  return say.present({ level, count, zones, url }, confidence, evidence);
}

/** Zone names contained in the labels, in the order of the vocabulary. */
function zonesIn(labels: readonly string[], seen: Seen): string[] {
  const names = wordsOf(words, seen.knowledge)['region-zones'].words;
  return names.filter((name) => labels.some((label) => label.replaceAll(/\s/gu, '').includes(name)));
}

function totalOf({ parts }: Opened, seen: Seen): StatedNumber | null {
  const {
    'region-items': items,
    'region-units': units,
    'region-leads': leads,
    'region-lead-units': leadUnits,
  } = wordsOf(words, seen.knowledge);
  const stated = parts.flatMap((page) => [
    ...statedNumbers(page, items, units, seen.knowledge),
    ...statedNumbers(page, leads, leadUnits, seen.knowledge),
  ]);
  return (
    largest(stated) ??
    parts.map((page) => listTotal(page, seen.knowledge)).find((total) => total !== null) ??
    largest(parts.flatMap((page) => listedMatters(page, seen) ?? []))
  );
}

/** Fewest services of a list without a number. */
const fewestListed = 5;
const fewestRows = 3;

/**
 * The services that a page lists on its only page: rows under a header for services, or names of
 * which most read like services; null if there is no such list.
 */
function listedMatters(page: Page, seen: Seen): StatedNumber | null {
  const { knowledge } = seen;
  if (page.kind !== 'html' && page.kind !== 'json') return null;
  if (isPaged(page, knowledge)) return null;
  const { 'region-items': items } = wordsOf(words, knowledge);
  const [rows] = page.records
    .filter(
      ({ source, headers }) => source === 'table' && headers.some((header) => items.in(foldLabel(header)) !== null),
    )
    .map(({ records }) => records.map(({ text }) => text))
    .filter(({ length }) => length >= fewestRows)
    .sort((a, b) => b.length - a.length);
  const { matters } = knowledge.kinds.kinds['guide-list'];
  const listed =
    rows ??
    longestListed(listedNames(page, knowledge), (names) => {
      const services = names.filter((name) => matters.some((pattern) => pattern.test(name))).length;
      return names.length >= fewestListed && services * 2 >= names.length ? names : null;
    });
  return listed.length === 0 ? null : { count: listed.length, quote: listed.slice(0, 8).join(' ') };
}

/**
 * Combines the totals of several pages: a page of all zones states the whole, and totals of
 * different zones add up. Several pages of one zone count once.
 */
function combineTotals(counted: readonly Counted[]): number {
  const addresses = new Set(counted.flatMap(({ opened: { page } }) => [page.url, page.capture.url]));
  const byZone = new Map<string, number>();
  for (const { opened, zones, stated } of counted) {
    const { from } = opened.page.capture;
    if (from !== null && addresses.has(from)) continue;
    const zone = zones.join(' ');
    byZone.set(zone, Math.max(byZone.get(zone) ?? 0, stated.count));
  }
  const sum = [...byZone.values()].reduce((total, count) => total + count, 0);
  return Math.max(sum, ...counted.map(({ stated }) => stated.count));
}

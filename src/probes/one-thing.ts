import { z } from 'zod';
import { foldWidth } from '../config/full-width.ts';
import { foldLabel } from '../config/knowledge.ts';
import { pattern, patterns, wordGroups, wordList } from '../config/schema/words.ts';
import { wordsOf } from '../config/word-sections.ts';
import type { Evidence, PresenceLevel } from '../model/finding.ts';
import { oneThingValue } from '../model/values/one-thing.ts';
import type { Seen } from '../reading/coverage.ts';
import { listedNames, longestListed } from '../reading/listed-names.ts';
import { numeralsToFigures } from '../reading/numerals.ts';
import type { Page } from '../reading/page.ts';
import { defineProbe, type Verdict } from './contract.ts';
import { columnEvidence, columnOf, noColumn } from './shared/column.ts';
import { searchWords } from './shared/search-box.ts';
import { resultWords } from './shared/search-results.ts';
import { holds, targetWords } from './shared/targets.ts';
import { evidenceOf, verdicts } from './shared/verdicts.ts';

type Value = z.input<typeof oneThingValue>;

const say = verdicts<Value>();

const words = z.object({
  'one-thing-national': wordGroups,
  'one-thing-zones': wordList,
  'one-thing-names': wordList,
  'one-thing-tails': pattern,
  'one-thing-not': pattern,
  'one-thing-stated': patterns,
});

/** 集成化办理: the zone for integrated services (高效办成一件事), and the number of services in it. */
export const oneThing = defineProbe({
  id: 'one-thing',
  version: 5,
  sites: ['portal', 'service'],
  value: oneThingValue,
  seeks: ['one-thing', 'service-hall'],
  words: [words, resultWords, searchWords, targetWords],
  about: {
    measures:
      'The zone for doing a joined-up thing at once (高效办成一件事): how many things it joins, and which of the national key items are among them.',
    levels: {
      linked: 'an entry is visible, the zone did not open',
      reachable: 'the zone opens, nothing in it was recognised',
      working: 'the zone lists joined-up things or states their number',
    },
    evidence: "The zone's own statement of the number, and the first eight things listed.",
    blindSpots: [
      'A thing is recognised by its name; it is not handled.',
      'Things whose names do not end in 一件事 are counted only in a list of which most are on the national lists.',
      'Where the zone lists another number than its headline states, the headline is taken.',
    ],
  },
  judge,
});

interface Zone {
  readonly page: Page;
  readonly items: readonly string[];
  readonly stated: { readonly count: number; readonly quote: string; readonly headline: boolean } | null;
}

/** A zone lists several services; a page that names one is about that service. */
const fewestItems = 2;
const sites = ['portal', 'service'] as const;

function judge(seen: Seen): Verdict<Value> {
  const column = columnOf(seen, sites, 'one-thing');
  const zones = column.opened
    .map(({ page, parts }): Zone => {
      const items = distinct(parts.flatMap((part) => itemsOn(part, seen)));
      return { page, items, stated: statedOn(page, seen) };
    })
    .sort((a, b) => weight(b) - weight(a) || (a.page.url < b.page.url ? -1 : a.page.url > b.page.url ? 1 : 0));
  const [zone] = zones;
  if (zone && (zone.items.length >= fewestItems || zone.stated !== null)) {
    const { stated, items, page } = zone;
    const agree = stated === null || stated.count === items.length;
    // A larger number covers further pages, and a headline counts better than we do; a smaller number in
    // a sentence may be that of a first batch.
    const own = stated !== null && (stated.count > items.length || stated.headline);
    const count = own ? stated.count : items.length;
    const evidence: Evidence[] = [
      evidenceOf(page, stated?.quote ?? page.title),
      evidenceOf(page, items.slice(0, 8).join(' ')),
    ];
    const value = measured('working', page.url, count, stated?.count ?? null, items, seen);
    return say.present(value, stated === null ? 0.85 : agree ? 0.97 : 0.75, evidence);
  }
  if (zone) {
    const level = zone.items.length > 0 ? 'working' : 'reachable';
    // The page of a single service does not say how many there are.
    const value = measured(level, zone.page.url, null, null, zone.items, seen);
    return say.present(value, 0.6, columnEvidence(column));
  }
  if (column.entries.length > 0) {
    if (column.obstacle === null)
      return say.present(measured('linked', null, 0, null, [], seen), 0.6, columnEvidence(column));
    return say.present(
      { ...measured('linked', null, null, null, [], seen), failure: column.obstacle.reason },
      0.7,
      columnEvidence(column),
    );
  }
  return noColumn(seen, sites, ['one-thing']);
}

function measured(
  level: PresenceLevel,
  url: string | null,
  count: number | null,
  stated: number | null,
  items: readonly string[],
  seen: Seen,
): z.infer<typeof oneThingValue> {
  const national = wordsOf(words, seen.knowledge)['one-thing-national'].flatMap((names) => {
    return items.some((item) => names.some((word) => item.includes(word))) ? names.slice(0, 1) : [];
  });
  return { level, url, count, stated, listed: items.length, national, failure: null };
}

function weight({ items, stated }: Zone): number {
  return Math.max(items.length, stated?.count ?? 0);
}

function distinct(items: readonly string[]): string[] {
  return [...new Set(items)];
}

const marks = /[“”"'「」《》()（）[\]【】]/gu;
const longestName = 26;
/** Fewest letters of a service's name before the words for "one thing". */
const shortestThing = 2;

/**
 * Names of integrated services on a page: lines and links that end in the words for "one thing"
 * (一件事). Names of the zone itself and sentences do not count.
 */
function itemsOn(page: Page, seen: Seen): string[] {
  const lists = wordsOf(words, seen.knowledge);
  const lines =
    page.kind === 'html' || page.kind === 'json'
      ? [
          ...page.text.split('\n'),
          ...page.links.filter(({ region }) => region === 'main' || region === 'unknown').map(({ label }) => label),
        ]
      : [];
  const found: string[] = [];
  for (const line of lines) {
    if (!holds(line, lists['one-thing-names']) || (line.length > longestLine && !isEnumeration(line, seen))) continue;
    for (const part of foldLabel(line.replace(marks, '')).split(/[、,;|/:。]/u)) {
      const name = part.replace(/^\d{1,2}[.、]?/u, '').replace(lists['one-thing-tails'], '');
      // Links in one line of text are run together, so each link is read separately.
      const ending = lists['one-thing-names'].in(name);
      if (ending === null || name.indexOf(ending) !== name.length - ending.length) continue;
      if (name.length < ending.length + shortestThing || name.length > longestName) continue;
      if (lists['one-thing-zones'].in(name) !== null || lists['one-thing-not'].test(name)) continue;
      found.push(name);
    }
  }
  const named = distinct(found);
  return named.length >= fewestItems ? named : distinct([...named, ...listedOn(page, seen)]);
}

/** Longer lines are sentences, unless they enumerate the services. */
const longestLine = 80;
const fewestEnumerated = 3;

function isEnumeration(line: string, seen: Seen): boolean {
  const { 'one-thing-names': names } = wordsOf(words, seen.knowledge);
  return line.split(/[、；;]/u).filter((part) => holds(part, names)).length >= fewestEnumerated;
}

/** Fewest entries of a list without the suffix, most of which are in the national lists. */
const fewestListed = 3;

/** Names in a list of the zone's page, if most are services of the national lists. */
function listedOn(page: Page, seen: Seen): readonly string[] {
  const lists = wordsOf(words, seen.knowledge);
  const national = lists['one-thing-national'].flat().map(foldLabel);
  const isThing = (name: string): boolean => national.some((word) => name.includes(word));
  // A service may be named with a word for the zone (企业注销联办), which is then the shorter part.
  const isZone = (name: string): boolean =>
    (lists['one-thing-zones'].in(name)?.length ?? 0) * 2 >= name.length || holds(name, lists['one-thing-names']);
  return longestListed(listedNames(page, seen.knowledge), (names) => {
    const own = names.filter((name) => !isZone(name));
    const things = own.filter(isThing).length;
    return things >= fewestListed && things * 2 >= own.length ? own : null;
  });
}

/** Longer clauses are sentences. */
const longestClause = 60;
/** A headline says little besides the number. */
const longestHeadline = 24;

/** The number that the zone states: 已上线22件, 共13个主题, 推出一件事45项, 共计十二件. */
function statedOn(page: Page, seen: Seen): Zone['stated'] {
  const { 'one-thing-stated': rules } = wordsOf(words, seen.knowledge);
  for (const line of foldWidth(page.text).replace(/[“”"]/gu, '').split('\n')) {
    for (const written of line.split(/[,;:。]/u).length > 1 && line.length > longestClause
      ? line.split(/[,;:。]/u)
      : [line]) {
      const clause = numeralsToFigures(written, seen.knowledge);
      if (clause.length > longestClause) continue;
      for (const rule of rules) {
        const match = rule.exec(clause);
        if (match) return { count: Number(match[1]), quote: written.trim(), headline: line.length <= longestHeadline };
      }
    }
  }
  return null;
}

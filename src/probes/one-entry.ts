import { z } from 'zod';
import { foldLabel } from '../config/knowledge.ts';
import { namedPatterns, patterns, wordList } from '../config/schema/words.ts';
import { wordsOf } from '../config/word-sections.ts';
import type { Evidence, Obstacle } from '../model/finding.ts';
import type { SiteKind } from '../model/government.ts';
import { oneEntryValue } from '../model/values/one-entry.ts';
import type { Seen } from '../reading/coverage.ts';
import { kindsOf } from '../reading/kinds.ts';
import { matchesAny } from '../reading/matches-any.ts';
import type { Page } from '../reading/page.ts';
import { linesOf } from '../reading/page-lines.ts';
import { rememberedOfPage } from '../reading/remembered.ts';
import { defineProbe, type Verdict } from './contract.ts';
import { obstaclesToColumn } from './shared/column.ts';
import { type EntryLink, entriesOf, obstacleBehind, targetOf } from './shared/entries.ts';
import { isFrontPage, ownPages } from './shared/own-level.ts';
import { searchWords } from './shared/search-box.ts';
import { resultWords } from './shared/search-results.ts';
import { holds, targetWords } from './shared/targets.ts';
import { blameOf, evidenceOf, homesSeen, unshown, verdicts } from './shared/verdicts.ts';

const sites: readonly SiteKind[] = ['service', 'portal'];

/**
 * Mobile channels and the word lists that name them; `mini` is tested before `wechat`, because
 * 微信小程序 is not an account.
 */
const channels = { app: 'channel-app', mini: 'channel-mini', wechat: 'channel-wechat' } as const;
type Channel = keyof typeof channels;
const channelNames = Object.keys(channels) as Channel[];
type Value = z.input<typeof oneEntryValue>;

const say = verdicts<Value>();

const words = z.object({
  'account-shared': wordList,
  'account-sharing': patterns,
  'account-denials': wordList,
  'channel-app': wordList,
  'channel-mini': wordList,
  'channel-wechat': wordList,
  'channel-lines': namedPatterns,
});

/** 平台整合: one account for portal and service platform, and the mobile channels offered. */
export const oneEntry = defineProbe({
  id: 'one-entry',
  version: 9,
  sites,
  value: oneEntryValue,
  seeks: ['service-hall', 'login', 'mobile-app'],
  words: [words, resultWords, searchWords, targetWords],
  about: {
    measures:
      'One entry to all services: whether one account serves portal and service platform, and which channels are offered beside the web site (app, mini-program, WeChat).',
    levels: {
      linked: 'entries of channels only',
      reachable: 'no shared account; the page of a channel opens',
      working: 'one account serves portal and service platform',
    },
    evidence:
      'The line of the log-in page that speaks of one account, or the log-in that both sites share; entries of the channels.',
    blindSpots: [
      'Nobody logs in: one account is proved by what the log-in pages say or share.',
      'Channels that are shown as a picture of a code, without a word, are not seen.',
      'Whether the app works is not tried.',
    ],
  },
  judge,
});

function judge(seen: Seen): Verdict<Value> {
  const account = accountOf(seen);
  const offered = channelsOf(seen);
  const named = namedChannels(seen).filter(({ channel }) => offered.every((one) => one.channel !== channel));
  const found = channelNames.filter((name) => [...offered, ...named].some(({ channel }) => channel === name));
  const evidence = [
    ...account.evidence,
    ...offered.slice(0, 3).map(({ entry }) => evidenceOf(entry.page, `${entry.link.label} ${entry.link.url}`)),
    ...named.map((one) => one.evidence),
  ];
  if (account.shared === true) return say.present({ level: 'working', account: true, channels: found }, 0.9, evidence);
  if (found.length > 0) {
    const opens = offered.some(({ entry }) => targetOf(seen, entry.link)?.page) || named.some((one) => one.opens);
    const level = account.shared === null ? null : opens ? 'reachable' : 'linked';
    return say.present(
      { level, account: account.shared, channels: found },
      account.shared === null ? 0.6 : 0.85,
      evidence,
    );
  }
  const home = [...evidence, ...sites.flatMap((site) => homesSeen(seen, site))];
  const blame = blameOf(account.shared === null ? account.obstacles : obstaclesToColumn(seen, sites, ['login']));
  return blame === null ? say.absent({ account: false, channels: [] }, 0.8, home) : say.unknown(blame, home);
}

interface Account {
  readonly shared: boolean | null;
  /** Why nothing can be said; empty otherwise. */
  readonly obstacles: readonly Obstacle[];
  readonly evidence: readonly Evidence[];
}

/**
 * Whether one account serves both sites: log-in pages say so or share a log-in, or both sites link
 * to one URL.
 */
function accountOf(seen: Seen): Account {
  const entries = sites.flatMap((site) => ownEntries(seen, site, 'login').map((entry) => ({ site, entry })));
  const pages = new Map<string, { page: Page; from: Set<SiteKind> }>();
  const obstacles: Obstacle[] = [];
  for (const { site, entry } of entries) {
    const target = targetOf(seen, entry.link);
    const page = target?.page ?? null;
    if (page === null || page.shell) {
      obstacles.push(page ? unshown(page, 'login') : obstacleBehind(entry, target?.capture ?? null));
      continue;
    }
    // If the portal's log-in leads to the platform's home page, the log-in of the platform counts.
    if (page.capture.home || isFrontPage(page.url, seen.government)) continue;
    const known = pages.get(page.url);
    if (known) known.from.add(site);
    else pages.set(page.url, { page, from: new Set([site]) });
  }
  const read = [...pages.values()];
  for (const { page } of read) {
    const line = sharedLine(page, seen);
    if (line !== null) return { shared: true, obstacles: [], evidence: [evidenceOf(page, line)] };
  }
  const told = sites.flatMap((site) => homesOf(seen, site)).find(({ line }) => line !== null);
  if (told?.line) return { shared: true, obstacles: [], evidence: [evidenceOf(told.page, told.line)] };
  const common = read.find(({ page, from }) => from.size > 1 && takesPassword(page));
  if (common) return { shared: true, obstacles: [], evidence: [evidenceOf(common.page, common.page.title)] };
  const [first] = read.filter(({ page }) => page.capture.site === 'service');
  if (first) return { shared: false, obstacles: [], evidence: [evidenceOf(first.page, first.page.title)] };
  if (obstacles.length > 0) return { shared: null, obstacles, evidence: [] };
  // Two completely read sites without a log-in share no account.
  const why = obstaclesToColumn(seen, sites, ['login']);
  return { shared: why.length === 0 ? false : null, obstacles: why, evidence: [] };
}

function ownEntries(seen: Seen, site: SiteKind, intent: string): EntryLink[] {
  const own = ownPages(seen, site);
  return entriesOf(seen, site, intent).filter(({ page }) => own.has(page));
}

/**
 * The line of a log-in page that offers one account for all; null if none does or one denies it.
 */
function sharedLine(page: Page, seen: Seen): string | null {
  const {
    'account-denials': denials,
    'account-shared': shared,
    'account-sharing': sharing,
  } = wordsOf(words, seen.knowledge);
  if (page.article) return null;
  const lines = [page.title, ...page.text.split('\n'), ...page.links.map(({ label }) => label)];
  const folded = lines.map(foldLabel);
  if (folded.some((line) => denials.in(line) !== null)) return null;
  const at = folded.findIndex((line) => shared.in(line) !== null || sharing.some((pattern) => pattern.test(line)));
  return at < 0 ? null : (lines[at] ?? null);
}

/** The front pages of a site, and a sentence on each that says that one account serves several platforms. */
function homesOf(seen: Seen, site: SiteKind): { page: Page; line: string | null }[] {
  const own = ownPages(seen, site);
  return seen
    .pages(site)
    .filter((page) => page.capture.home && own.has(page))
    .map((page) => ({ page, line: sharingLine(page, seen.knowledge) }));
}

const sharingLine = rememberedOfPage((page, knowledge): string | null => {
  const { 'account-denials': denials, 'account-sharing': sharing } = wordsOf(words, knowledge);
  // A headline tells of other places and of plans.
  const labels = page.links.map(({ label }) => foldLabel(label)).filter((label) => matchesAny(sharing, label));
  const line = linesOf(page, knowledge).find((one) => {
    const folded = foldLabel(one);
    return (
      !labels.some((label) => folded.includes(label)) && denials.in(folded) === null && matchesAny(sharing, folded)
    );
  });
  return line ?? null;
});

function takesPassword(page: Page): boolean {
  return page.forms.some((form) => form.fields.some((field) => field.type === 'password'));
}

/** Entries of channels on the government's own pages; "share on WeChat" is not a channel. */
function channelsOf(seen: Seen): { channel: Channel; entry: EntryLink }[] {
  return sites.flatMap((site) =>
    ownEntries(seen, site, 'mobile-app').flatMap((entry) => {
      const channel = channelOf(entry.link.label, seen);
      if (channel !== null) return [{ channel, entry }];
      // A page about channels names them itself.
      const page = targetOf(seen, entry.link)?.page ?? null;
      if (page === null || page.capture.home || page.article) return [];
      return channelNames.flatMap((name) => (holdsChannel(page, name, seen) ? [{ channel: name, entry }] : []));
    }),
  );
}

/**
 * Channels that home pages, and short pages about little else, name in a separate line without a
 * link.
 */
function namedChannels(seen: Seen): NamedChannel[] {
  const { 'channel-lines': patterns } = wordsOf(words, seen.knowledge);
  const homes = sites.flatMap((site) => {
    const own = ownPages(seen, site);
    const pages = seen.pages(site);
    // The front page of a province's platform speaks for the province.
    const mine = pages.filter((page) => own.has(page));
    return [...mine.filter(({ capture }) => capture.home), ...mine.filter((page) => isNote(page, seen))];
  });
  return channelNames.flatMap((channel) => {
    const said = patterns.filter(({ name }) => name === channel);
    for (const page of homes)
      for (const line of page.text.split('\n'))
        if (
          line.length <= longestLine &&
          said.some(({ pattern }) => pattern.test(foldLabel(line))) &&
          !isLink(page, line)
        )
          return [{ channel, opens: !page.capture.home, evidence: evidenceOf(page, line) }];
    return [];
  });
}

interface NamedChannel {
  readonly channel: Channel;
  /** Whether a page of its own names it. */
  readonly opens: boolean;
  readonly evidence: Evidence;
}

/** Whether a page is a short note of no other known kind, such as one that offers an app. */
function isNote(page: Page, seen: Seen): boolean {
  const { capture, kind, article, text } = page;
  if (kind !== 'html' || capture.home || capture.role !== 'page' || article || text.length > longestNote) return false;
  return kindsOf(page, seen.knowledge).length === 0;
}

/** Longer pages do more than to offer a channel; the menu counts. */
const longestNote = 600;

/** Longest line that names a channel; longer ones describe it. */
const longestLine = 60;

/** Whether a line is the label of a link, such as a headline about an app. */
function isLink(page: Page, line: string): boolean {
  const folded = foldLabel(line);
  return page.links.some(({ label }) => label !== '' && folded.includes(foldLabel(label)) && label.length > 8);
}

function holdsChannel({ text }: Page, name: Channel, seen: Seen): boolean {
  return text.length <= longestPage && holds(text, wordsOf(words, seen.knowledge)[channels[name]]);
}

/** Longer pages also have other subjects. */
const longestPage = 1500;

function channelOf(label: string, seen: Seen): Channel | null {
  const lists = wordsOf(words, seen.knowledge);
  const order: readonly Channel[] = ['mini', 'app', 'wechat'];
  return order.find((name) => holds(label, lists[channels[name]])) ?? null;
}

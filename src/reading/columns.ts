import { type CompiledKnowledge, foldLabel } from '../config/knowledge.ts';
import type { SiteKind } from '../model/government.ts';
import { asksFor, fileNameOf, isWeb, pathOf, sameSite } from './addresses.ts';
import { itemLinks } from './list-items.ts';
import { matchesAny } from './matches-any.ts';
import { contentOf, type Link, type Page } from './page.ts';
import { daysOn } from './page-days.ts';

/**
 * A part of a site that navigation, a page section or the site map names; exploration and coverage
 * count in columns.
 */
export interface Column {
  readonly site: SiteKind;
  readonly url: string;
  /** Label of the link; empty if a site map lists only the URL. */
  readonly label: string;
  /** Final URL of the page that links to it. */
  readonly from: string;
  /** Number of clicks from the home page. */
  readonly depth: number;
  /**
   * Where the link is: `map` in the site map; `menu` in header, navigation or footer; `section` in
   * the body of a page.
   */
  readonly named: 'menu' | 'section' | 'map';
  /** True if its label shows that it holds nothing the probes look for (news, leaders, tourism). */
  readonly elsewhere: boolean;
}

/**
 * Longer labels in the body of a page are headlines; menus and site maps may be a little longer.
 */
const longestSection = 10;
/** Shorter labels are no headlines. */
const shortestHeadline = 6;
const longestMenu = 16;
/** Pages that are more clicks away from the home page than this add no columns. */
const deepestNaming = 3;
/** Largest depth given to the start page of another host. */
const deepestFront = 2;
/** Links with only a picture are columns up to this many clicks from the home page. */
const nearFront = 2;
/** Pages at most this deep list sub-columns, and at most so many. */
const deepestHub = 1;
const mostInHub = 10;
const fileEnding =
  /\.(?:pdf|docx?|xlsx?|[ct]sv|pptx?|wps|et|ofd|zip|rar|7z|jpe?g|png|gif|bmp|svg|mp[34]|flv|avi|exe|apk|ipa|xml|css|js|ico)(?:$|\?)/iu;

/**
 * The columns that the pages of a site link to, nearest to the home page first, each URL once. The
 * order of `pages` does not matter, because the nearest page that links to a column describes it.
 * @param pages all readable pages, frames and scripts of the site.
 */
export function columnsOf(pages: readonly Page[], site: SiteKind, knowledge: CompiledKnowledge): Column[] {
  const found = new Map<string, Column>();
  const sources = pages
    .filter((page) => namesColumns(page, knowledge))
    .sort((a, b) => a.capture.depth - b.capture.depth || Number(b.capture.home) - Number(a.capture.home));
  for (const page of sources)
    for (const [key, column] of namedBy(page, knowledge)) {
      const known = found.get(key);
      // A labelled link replaces one without a label.
      if (known && (known.label !== '' || column.label === '')) continue;
      found.set(key, { site, ...column, depth: known?.depth ?? column.depth });
    }
  return [...found.values()].sort((a, b) => a.depth - b.depth);
}

type Named = readonly [key: string, column: Omit<Column, 'site'>];
const memory = new WeakMap<Page, { readonly knowledge: CompiledKnowledge; readonly named: readonly Named[] }>();

/**
 * The columns that one page links to, in document order, each URL once; cached with the page
 * because exploration asks repeatedly.
 */
function namedBy(page: Page, knowledge: CompiledKnowledge): readonly Named[] {
  const content = contentOf(page);
  const known = memory.get(content);
  if (known?.knowledge === knowledge) return known.named;
  const named = findNamed(content, knowledge);
  memory.set(content, { knowledge, named });
  return named;
}

function findNamed(page: Page, knowledge: CompiledKnowledge): readonly Named[] {
  const found = new Map<string, Named[1]>();
  const map = isSiteMap(page, knowledge);
  const front = page.capture.home || (page.capture.role !== 'page' && page.capture.depth === 0);
  const items =
    front || map || isHub(page, knowledge) ? null : new Set(itemLinks(page, knowledge).map(({ url }) => url));
  const depth = map ? 1 : page.capture.depth + 1;
  const own = columnKey(page.url);
  for (const link of [...page.links, ...page.hiddenLinks]) {
    if (!isColumnLink(link, page, map, knowledge) || items?.has(link.url)) continue;
    const key = columnKey(link.url);
    if (key === own) continue;
    const known = found.get(key);
    if (known && (known.label !== '' || link.label === '')) continue;
    const named = map ? 'map' : isMenu(link) ? 'menu' : 'section';
    const label = link.label.trim();
    const elsewhere = isElsewhere(label, link.url, knowledge);
    // The start page of another host is a column even if a deep page links to it.
    const near = isWeb(link.url) && isOtherFront(link.url, page.url) ? Math.min(depth, deepestFront) : depth;
    found.set(key, { url: link.url, label, from: page.url, depth: near, named, elsewhere });
  }
  return [...found];
}

/**
 * Whether the list of a page near the home page is of sub-columns: few short names without days.
 */
function isHub(page: Page, knowledge: CompiledKnowledge): boolean {
  const items = itemLinks(page, knowledge);
  if (page.capture.depth > deepestHub || items.length > mostInHub || page.article) return false;
  const short = items.filter(({ label }) => foldLabel(label).length <= longestSection).length;
  return short * 2 > items.length && daysOn(page, knowledge) === 0;
}

/** Key of a column: scheme, trailing slash and index file do not distinguish columns. */
export function columnKey(url: string): string {
  return url
    .replace(/^https?:\/\//iu, '')
    .replace(/#(?![!/]).*$/u, '')
    .replace(/\/(?:index|default|main)\.\w{2,5}$/iu, '/')
    .replace(/\/$/u, '');
}

/** Whether a page is a site map, by the intent of its link or by its title. */
export function isSiteMap(page: Page, knowledge: CompiledKnowledge): boolean {
  if (page.capture.intents.includes('site-map')) return true;
  const intent = knowledge.intents.get('site-map');
  const title = foldLabel(page.title);
  return title !== '' && intent !== undefined && intent.labels.some(({ text }) => title.startsWith(text));
}

function namesColumns(page: Page, knowledge: CompiledKnowledge): boolean {
  const { capture } = page;
  if (capture.role === 'answer' || capture.role === 'robots') return false;
  if (capture.home || isSiteMap(page, knowledge)) return true;
  return capture.role === 'page' || capture.depth < deepestNaming;
}

function isMenu({ region }: Link): boolean {
  return region === 'header' || region === 'nav' || region === 'footer';
}

function isColumnLink(link: Link, page: Page, map: boolean, knowledge: CompiledKnowledge): boolean {
  const label = foldLabel(link.label);
  // Most links are headlines, which their length tells first.
  if (label.length > (map || isMenu(link) ? longestMenu : longestSection)) return false;
  if (!isWeb(link.url) || !sameSite(link.url, page.url) || asksFor(link.url, link.label)) return false;
  if (fileEnding.test(pathOf(link.url))) return false;
  if (matchesAny(knowledge.articleUrls, link.url)) return false;
  // Deep pages add only start pages of other hosts.
  if (!map && !page.capture.home && page.capture.depth >= deepestNaming && !isOtherFront(link.url, page.url))
    return false;
  // An unlabelled URL in a script may be anything: a picture, an API, a library. Near the home page
  // a picture link is a banner of a column; deeper in the site it belongs to a single item.
  const banner = isMenu(link) || hasFolderAddress(link.url) || page.capture.depth <= nearFront;
  if (label === '') return map || (link.via === 'html' && banner);
  if (page.article && !page.capture.home && !isOtherFront(link.url, page.url)) return false;
  if (matchesAny(knowledge.columnRules.paging, label)) return false;
  // A folder URL is a column even if its label ends like a headline; articles have a file name or a
  // number.
  if (hasFolderAddress(link.url) && !/\d{4}/u.test(pathOf(link.url))) return true;
  // A short label in a menu or on the home page names a column of notices (通知公告), not a notice.
  if (label.length <= shortestHeadline && (map || isMenu(link) || page.capture.home)) return true;
  return !matchesAny(knowledge.columnRules.headline, label);
}

/**
 * Whether a URL is the start page of another host: articles about a platform link to it like this.
 */
function isOtherFront(url: string, from: string): boolean {
  const { host, pathname } = new URL(url);
  return host !== new URL(from).host && pathname === '/';
}

function hasFolderAddress(url: string): boolean {
  const name = fileNameOf(url);
  return name === '' || /^(?:index|default|list)\b/iu.test(name);
}

function isElsewhere(label: string, url: string, knowledge: CompiledKnowledge): boolean {
  const { elsewhere } = knowledge.columnRules;
  return matchesAny(elsewhere.labels, foldLabel(label)) || matchesAny(elsewhere.urls, url);
}

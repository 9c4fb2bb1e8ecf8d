import { z } from 'zod';
import type { CompiledKnowledge } from '../../config/knowledge.ts';
import { foldLabel } from '../../config/knowledge.ts';
import { pattern } from '../../config/schema/words.ts';
import { wordsOf } from '../../config/word-sections.ts';
import { isWeb, pathOf, routeIn } from '../../reading/addresses.ts';
import { valueAt } from '../../reading/json-reader.ts';
import type { Link, Page } from '../../reading/page.ts';
import { foldSpace } from '../../reading/text.ts';

/** A search result as shown to visitors. */
export interface SearchResult {
  readonly title: string;
  /** Text below the title: abstract, source, date; empty if none. */
  readonly about: string;
  /** Absolute URL; empty if the answer has none. */
  readonly url: string;
}

/** Content of a result page. */
export interface ResultPage {
  readonly results: readonly SearchResult[];
  /** Number of results that the engine states; null if none. */
  readonly total: number | null;
  /** Whether the page says that nothing was found. */
  readonly nothing: boolean;
  /** Whether the page says that the engine failed. */
  readonly error: boolean;
}

export interface ResultWords {
  readonly nothing: readonly string[];
  readonly errors: readonly string[];
  /** Pattern of the total on a result page, in its first group. */
  readonly totals: RegExp;
  /** Folded labels of links that are not results. */
  readonly others: RegExp;
}

/** How result pages state their total, and links that are not results. */
export const resultWords = z.object({ 'result-totals': pattern, 'not-results': pattern });

/** The pack's words for reading result pages. */
export function resultWordsOf(knowledge: CompiledKnowledge): ResultWords {
  const { nothing, errors } = knowledge.questions.search;
  const { 'result-totals': totals, 'not-results': others } = wordsOf(resultWords, knowledge);
  return { nothing, errors, totals, others };
}

/** Dotted paths to total and items in a vendor's JSON; null if unknown. */
export interface ResultPaths {
  readonly total: string | null;
  readonly items: string | null;
}

/** A first page has at most this many results. */
const mostResults = 60;
/** Fewest characters of a title. */
const shortestTitle = 4;
const longestAbout = 600;
/** Most characters of a page with an error message. */
const longestError = 1500;

/**
 * Reads the answer of a search engine, a page or JSON; never throws.
 * @param typed the words asked for, to separate the engine's own links from results on sites with a
 * single URL; empty if unknown
 */
export function readResults(page: Page, paths: readonly ResultPaths[], words: ResultWords, typed = ''): ResultPage {
  if (page.kind === 'json') return jsonResults(page, paths, words);
  const results = htmlResults(page, typed, words.others);
  const total = statedTotal(page.text, words.totals);
  // Messages in inline scripts are not shown yet.
  const says = (list: readonly string[], text: string): boolean => {
    const folded = foldLabel(text);
    return list.some((word) => folded.includes(foldLabel(word)) && !page.inlineScript.includes(word));
  };
  const nothing = results.length === 0 && (total === 0 || says(words.nothing, page.text));
  const brief = page.text.length < longestError;
  const error = results.length === 0 && brief && says(words.errors, `${page.title}\n${page.text}`);
  return { results, total, nothing: nothing && !error, error };
}

function statedTotal(text: string, stated: RegExp): number | null {
  const found = stated.exec(text);
  return found?.[1] === undefined ? null : Number(found[1].replaceAll(',', ''));
}

/**
 * Results are links with the same classes in the body of the page, with different URLs and titles
 * of some length. Links back to the engine are paging, hot words or filters.
 */
function htmlResults(page: Page, typed: string, notResults: RegExp): SearchResult[] {
  const shapes = new Map<string, Link[]>();
  const known = new Set<string>();
  const engine = placeOf(page.url);
  const asking = askingParameter(page.url, typed);
  const own = (link: Link): boolean =>
    placeOf(link.url) === engine && sameHost(link.url, page.url) && (asking === null || isBareOrAsks(link.url, asking));
  // If the page marks its main part, results are inside it.
  const marked = [...page.links, ...page.forms].some(({ region }) => region === 'main');
  for (const link of page.links) {
    if (marked && link.region !== 'main') continue;
    if (link.via !== 'html' || link.region === 'header' || link.region === 'nav' || link.region === 'footer') continue;
    if (link.labelFrom === 'near' || link.labelFrom === 'none') continue;
    if (!isWeb(link.url) || own(link) || known.has(link.url)) continue;
    const title = foldSpace(link.label);
    if (foldLabel(title).length < shortestTitle || notResults.test(foldLabel(title)) || /^https?:/u.test(title))
      continue;
    known.add(link.url);
    const shape = link.hints
      .replace(/\d+/gu, '#')
      .replace(/\b(?:first|last|odd|even|active|on|current|clearfix)\b/giu, '')
      .trim();
    const others = shapes.get(shape);
    if (others) others.push(link);
    else shapes.set(shape, [link]);
  }
  let best: Link[] = [];
  for (const links of shapes.values()) if (weight(links) > weight(best)) best = links;
  return withAbstracts(page, best.slice(0, mostResults));
}

/** The path of a URL, and the first step of a route in its fragment: `/#/search/医保` is `/#search`. */
function placeOf(url: string): string {
  const path = pathOf(url).replace(/[?#].*$/u, '');
  const route = routeIn(url);
  return route === null ? path : `${path}#${/[^#!/?]+/u.exec(route)?.[0] ?? ''}`;
}

/** Long titles indicate results, many short labels a menu. */
function weight(links: readonly Link[]): number {
  const letters = links.reduce((sum, link) => sum + Math.min(40, foldLabel(link.label).length), 0);
  return links.length === 0 || letters / links.length < 5 ? 0 : letters;
}

/** Name of the parameter that carries the words in a URL; null if none does. */
function askingParameter(url: string, typed: string): string | null {
  if (typed === '') return null;
  for (const [name, value] of new URL(url).searchParams) if (foldLabel(value) === foldLabel(typed)) return name;
  return null;
}

/**
 * For sites that distinguish pages by parameters only: whether a link belongs to the engine. It
 * does if it asks again (paging, hot words, filters) or has no parameters.
 */
function isBareOrAsks(url: string, asking: string): boolean {
  const { searchParams } = new URL(url);
  return searchParams.size === 0 || searchParams.has(asking);
}

function sameHost(a: string, b: string): boolean {
  return new URL(a).host === new URL(b).host;
}

/** Adds to each title the lines up to the next title. */
function withAbstracts(page: Page, links: readonly Link[]): SearchResult[] {
  const lines = page.text.split('\n');
  let from = 0;
  const places = links.map((link) => {
    const title = foldSpace(link.label);
    for (let at = from; at < lines.length; at += 1)
      if (foldSpace(lines[at] ?? '').includes(title)) {
        from = at + 1;
        return at;
      }
    return -1;
  });
  return links.map((link, index) => {
    const at = places[index] ?? -1;
    const next = places.slice(index + 1).find((place) => place >= 0) ?? at + 6;
    const about = at < 0 ? '' : lines.slice(at + 1, Math.min(next, at + 8)).join(' ');
    return { title: foldSpace(link.label), about: about.slice(0, longestAbout), url: link.url };
  });
}

const titleKeys = /^(?:_?(?:doc)?title|name|subject|bt|mc|itemname|showtitle)$/iu;
const aboutKeys = /(?:content|abstract|summary|description|source|site|zhuanzai|remark|digest|text)/iu;
const addressKeys = /(?:url|href|link)/iu;
const totalKeys =
  /^(?:total|totalcount|totalhits|totalelements|totalnum|recordstotal|count|hits|numfound|searchtotal)$/iu;

function jsonResults(page: Page, paths: readonly ResultPaths[], words: ResultWords): ResultPage {
  let items: readonly unknown[] | null = null;
  let total: number | null = null;
  for (const path of paths) {
    const found = path.items === null ? undefined : valueAt(page.json, path.items);
    if (items === null && Array.isArray(found)) items = found;
    const number = path.total === null ? undefined : valueAt(page.json, path.total);
    if (total === null && (typeof number === 'number' || typeof number === 'string') && /^\d+$/u.test(String(number)))
      total = Number(number);
  }
  const searched = items === null || total === null ? lookInside(page.json) : { items: null, total: null };
  items ??= searched.items ?? [];
  total ??= searched.total;
  const results = items.slice(0, mostResults).flatMap((item) => {
    const result = jsonResult(item, page.url);
    return result === null ? [] : [result];
  });
  const folded = foldLabel(page.text);
  const error = results.length === 0 && words.errors.some((word) => folded.includes(foldLabel(word)));
  const nothing = results.length === 0 && !error && (total === 0 || searched.items !== null || items.length === 0);
  return { results, total, nothing: nothing && total !== null, error };
}

/** The longest array of results, and a number under a key for the total, at any depth. */
function lookInside(json: unknown): { items: readonly unknown[] | null; total: number | null } {
  let items: readonly unknown[] | null = null;
  let total: number | null = null;
  const queue: unknown[] = [json];
  // Breadth-first, so that outer values win; bounded because responses may be huge.
  for (let at = 0; at < queue.length && at < 5000; at += 1) {
    const value = queue[at];
    if (Array.isArray(value)) {
      const titled = value.filter((item) => jsonResult(item, 'http://x.invalid/') !== null).length;
      if (titled > (items?.length ?? 0)) items = value;
      if (titled === 0) queue.push(...value.slice(0, 50));
      continue;
    }
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (total === null && totalKeys.test(key) && (typeof inner === 'number' || /^\d+$/u.test(String(inner))))
        total = Number(inner);
      if (typeof inner === 'object') queue.push(inner);
    }
  }
  return { items, total };
}

function jsonResult(item: unknown, base: string): SearchResult | null {
  if (typeof item === 'string') return item.includes('<a') ? markupResult(item, base) : null;
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return null;
  let title = '';
  let url = '';
  const about: string[] = [];
  for (const [key, value] of Object.entries(item)) {
    if (typeof value !== 'string' || value === '') continue;
    if (title === '' && titleKeys.test(key)) title = plain(value);
    else if (url === '' && addressKeys.test(key)) url = absolute(value, base);
    else if (aboutKeys.test(key)) about.push(plain(value));
  }
  if (title !== '' && (url !== '' || about.length > 0))
    return { title, about: about.join(' ').slice(0, longestAbout), url };
  // Some engines wrap every item in another object.
  for (const value of Object.values(item)) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    const inner = Object.values(value).some((deeper) => typeof deeper === 'string') ? jsonResult(value, base) : null;
    if (inner !== null) return inner;
  }
  return null;
}

/** A result given as markup: the first link with text is the title. */
function markupResult(markup: string, base: string): SearchResult | null {
  for (const match of markup.slice(0, 20_000).matchAll(/<a\b([^>]{0,2000})>(.{1,2000}?)<\/a>/gsu)) {
    const title = plain(match[2] ?? '');
    if (title.length < shortestTitle) continue;
    const href = /href\s*=\s*["']?([^"'\s>]+)/iu.exec(match[1] ?? '')?.[1] ?? '';
    const rest = markup.slice((match.index ?? 0) + match[0].length);
    return { title, about: plain(rest).slice(0, longestAbout), url: absolute(href, base) };
  }
  return null;
}

function plain(markup: string): string {
  return foldSpace(
    markup
      .slice(0, 20_000)
      .replace(/<[^<>]*>/gu, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&nbsp;', ' ')
      .replaceAll('&amp;', '&'),
  );
}

function absolute(reference: string, base: string): string {
  const url = URL.parse(reference, base);
  return url !== null && isWeb(url.href) ? url.href : '';
}

import { type CompiledIntent, type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import { isWeb, pathOf } from './addresses.ts';
import { headlineLinks } from './headline-links.ts';
import { itemLinks, pagingLinks } from './list-items.ts';
import type { Link, Page } from './page.ts';
import { quoteOf } from './text.ts';

/** How a link shows that it leads to a thing. */
export interface LinkMatch {
  readonly confidence: number;
  readonly by: 'label' | 'slug' | 'vendor';
  readonly quote: string;
}

export interface RankedLink {
  readonly link: Link;
  readonly intent: string;
  /** 0..100, higher first. */
  readonly priority: number;
  /** The link leads to a further page of the list that the page itself is part of. */
  readonly paging: boolean;
}

/** Documents are often named in title marks: 《隐私政策》. */
const titleMarks = /^[《「【]([^《》「」【】]+)[》」】]$/u;
/** A short entry may quote the name of what it leads to: “好差评”统计. In a longer label quotes are marks of a headline. */
const quoted = /“([^“”]{2,8})”/gu;
const longestQuoting = 14;
const nearTrust = 0.85;
/** Slugs at least this sure name a product's page and count wherever they stand in the path. */
const sureSlug = 0.85;
/** A label may be this much longer than the word it contains and still be an entry's name. */
const spareLetters = 8;
/** Longer labels are headlines and sentences. */
const longestEntry = 14;
const dated = /20\d\d\s*[-/.年]\s*\d{1,2}|\d{1,2}-\d{1,2}(?!\d)|\[\d{2}/u;
/** Marks of a sentence or a headline; an entry's name has none. */
const sentence =
  /[，。！？；《》“”]|关于|通知|公告|解读|印发|发布会|召开|举行|开展|启动|获|荣|上线|征求意见|办法$|条例$|规定$/u;

/**
 * Judges whether a link is an entry to what the intent describes: by its label, else by the slug of its address, else by a
 * vendor's address. A label that contains the word inside a headline is not an entry.
 */
export function matchLink(link: Link, intent: CompiledIntent, knowledge: CompiledKnowledge): LinkMatch | null {
  if (intent.notUrls.length > 0 && intent.notUrls.some((pattern) => pattern.test(link.url))) return null;
  const label = unquoted(foldLabel(link.label).replace(titleMarks, '$1'));
  const near = link.labelFrom === 'near';
  // A neighbour may belong to another link: it neither rules a link out nor names it as surely as its own words.
  if (!near && label !== '' && intent.not.some((word) => label.includes(word))) return null;
  const named = intent.not.some((word) => label.includes(word)) ? null : matchLabel(label, link, intent);
  const byLabel = named && near ? { ...named, confidence: named.confidence * nearTrust } : named;
  const byAddress = matchAddress(link, label, intent, knowledge);
  if (byLabel && byAddress)
    return { ...byLabel, confidence: 1 - (1 - byLabel.confidence) * (1 - byAddress.confidence * 0.7) };
  return byLabel ?? byAddress;
}

function unquoted(label: string): string {
  return label.length <= longestQuoting ? label.replace(quoted, '$1') : label;
}

function matchLabel(label: string, link: Link, intent: CompiledIntent): LinkMatch | null {
  if (label === '' || label.length > longestEntry + 26) return null;
  for (const word of intent.labels) {
    if (!label.includes(word.text)) continue;
    const fit = fitOf(label, word.text, link.label);
    if (fit > 0) return { confidence: word.confidence * fit, by: 'label', quote: quoteOf(link.label) };
  }
  return null;
}

/** 1 for a label that is the word itself, less for a longer one, 0 for a headline. */
function fitOf(label: string, word: string, raw: string): number {
  if (label === word) return 1;
  const spare = label.length - word.length;
  if (dated.test(raw) || sentence.test(label)) return 0;
  const latin = /^[\u0020-\u024f]+$/u.test(label);
  if (latin) return spare <= 20 ? 0.9 : 0;
  if (label.length > longestEntry || spare > spareLetters) return 0;
  return spare <= 4 ? 0.95 : 0.85;
}

function matchAddress(
  link: Link,
  label: string,
  intent: CompiledIntent,
  knowledge: CompiledKnowledge,
): LinkMatch | null {
  if (!isWeb(link.url)) return null;
  let best: LinkMatch | null = null;
  if (intent.rule.vendors.length > 0)
    for (const vendor of knowledge.vendors) {
      if (!intent.rule.vendors.includes(vendor.rule.kind)) continue;
      if (best && best.confidence >= vendor.rule.confidence) continue;
      if (vendor.urls.some((pattern) => pattern.test(link.url)))
        best = { confidence: vendor.rule.confidence, by: 'vendor', quote: quoteOf(`${link.label} ${link.url}`) };
    }
  if (best) return best;
  if (label === '' || link.labelFrom === 'near')
    for (const { pattern, confidence } of intent.hints)
      if ((!best || confidence > best.confidence) && pattern.test(link.hints))
        best = { confidence, by: 'slug', quote: quoteOf(`${link.hints} ${link.url}`) };
  // The slug of a column stands in every article below it: a headline is not the entry of its column.
  if (label.length > longestEntry || dated.test(link.label)) return null;
  const path = pathOf(link.url);
  for (const { pattern, confidence } of intent.slugs) {
    if (best && confidence <= best.confidence) continue;
    const match = pattern.exec(path);
    if (!match || (confidence < sureSlug && isBelow(path, match.index + match[0].length))) continue;
    // A label of its own that says something else weakens what the address says.
    const doubt = label === '' || link.labelFrom === 'near' || knowledge.genericLabels.has(label) ? 1 : 0.75;
    best = { confidence: confidence * doubt, by: 'slug', quote: quoteOf(`${link.label} ${link.url}`) };
  }
  return best;
}

/** Whether the address leads to something below the column that the slug names: another folder follows. */
function isBelow(path: string, end: number): boolean {
  const query = path.indexOf('?');
  const bare = query < 0 ? path : path.slice(0, query);
  const slash = bare.indexOf('/', end);
  return slash >= 0 && slash < bare.length - 1;
}

/** Letters to the intents whose words hold them: tells in one look-up per letter which intents a label may concern. */
interface WordIndex {
  /** Intents that icon-only links may show by the names of their classes and images. */
  readonly hinted: readonly string[];
  readonly byStart: ReadonlyMap<string, readonly { readonly word: string; readonly intent: string }[]>;
  readonly slugs: RegExp | null;
  readonly vendors: RegExp | null;
  readonly byAddress: ReadonlyMap<string, { readonly slugs: RegExp | null; readonly vendors: RegExp | null }>;
}

const indexes = new WeakMap<CompiledKnowledge, Map<string, WordIndex>>();

function indexFor(intents: readonly string[], knowledge: CompiledKnowledge): WordIndex {
  let byList = indexes.get(knowledge);
  if (!byList) {
    byList = new Map();
    indexes.set(knowledge, byList);
  }
  const key = intents.join(' ');
  let index = byList.get(key);
  if (!index) {
    index = buildIndex(intents, knowledge);
    byList.set(key, index);
  }
  return index;
}

function buildIndex(intents: readonly string[], knowledge: CompiledKnowledge): WordIndex {
  const byStart = new Map<string, { word: string; intent: string }[]>();
  const byAddress = new Map<string, { slugs: RegExp | null; vendors: RegExp | null }>();
  const allSlugs: string[] = [];
  const allVendors = new Set<string>();
  for (const id of intents) {
    const intent = knowledge.intents.get(id);
    if (!intent) continue;
    for (const { text } of intent.labels) {
      const start = text.slice(0, 2);
      const words = byStart.get(start) ?? [];
      words.push({ word: text, intent: id });
      byStart.set(start, words);
    }
    const slugs = intent.slugs.map(({ pattern }) => pattern.source);
    const vendors = knowledge.vendors
      .filter((vendor) => intent.rule.vendors.includes(vendor.rule.kind))
      .flatMap((vendor) => vendor.urls.map((pattern) => pattern.source));
    allSlugs.push(...slugs);
    for (const source of vendors) allVendors.add(source);
    if (slugs.length + vendors.length > 0) byAddress.set(id, { slugs: anyOf(slugs), vendors: anyOf(vendors) });
  }
  const hinted = intents.filter((id) => (knowledge.intents.get(id)?.hints.length ?? 0) > 0);
  return { hinted, byStart, byAddress, slugs: anyOf(allSlugs), vendors: anyOf([...allVendors]) };
}

function anyOf(sources: readonly string[]): RegExp | null {
  return sources.length === 0 ? null : new RegExp(sources.map((source) => `(?:${source})`).join('|'), 'iu');
}

function candidates(link: Link, index: WordIndex): Set<string> {
  const found = new Set<string>();
  const label = unquoted(foldLabel(link.label));
  if (label.length <= longestEntry + 26)
    for (let at = 0; at < label.length; at += 1) {
      // A word of one letter is filed under that letter alone.
      const words = index.byStart.get(label.slice(at, at + 2)) ?? index.byStart.get(label.charAt(at));
      if (words) for (const { word, intent } of words) if (label.startsWith(word, at)) found.add(intent);
    }
  if (!isWeb(link.url)) return found;
  if ((label === '' || link.labelFrom === 'near') && link.hints !== '') for (const id of index.hinted) found.add(id);
  const slugs = label.length <= longestEntry && index.slugs?.test(pathOf(link.url)) === true;
  const vendors = index.vendors?.test(link.url) === true;
  if (!slugs && !vendors) return found;
  for (const [intent, rules] of index.byAddress) {
    const sold = vendors && rules.vendors?.test(link.url) === true;
    if (sold || (slugs && rules.slugs?.test(pathOf(link.url)) === true)) found.add(intent);
  }
  return found;
}

const regionBonus: Readonly<Record<Link['region'], number>> = { header: 3, nav: 3, footer: 2, main: 0, unknown: 0 };

/**
 * Links of a page worth following for any of the intents, best first; at most `limit`. A link is listed once for each intent
 * it serves. Ties keep document order, so the same page gives the same list.
 */
export function rankLinks(
  page: Page,
  intents: readonly string[],
  knowledge: CompiledKnowledge,
  limit: number,
): RankedLink[] {
  const { site } = page.capture;
  const wanted = intents.filter((id) => knowledge.intents.get(id)?.rule.sites.includes(site));
  const index = indexFor(
    wanted.filter((id) => knowledge.intents.get(id)?.rule.headlines !== true),
    knowledge,
  );
  const best = new Map<string, RankedLink>();
  // Panes and menus that the markup hides are links a visitor reaches all the same.
  const links = page.hiddenLinks.length > 0 ? [...page.links, ...page.hiddenLinks] : page.links;
  for (const link of links) {
    if (!isWeb(link.url)) continue;
    for (const id of candidates(link, index)) {
      const intent = knowledge.intents.get(id);
      const match = intent ? matchLink(link, intent, knowledge) : null;
      if (!intent || !match) continue;
      if (intent.rule['only-below'] && !intent.rule.below.some((list) => isPageOf(page, list, knowledge))) continue;
      const article = page.article && link.region === 'main' ? 20 : 0;
      const priority = Math.max(
        0,
        Math.min(100, intent.rule.priority * (0.6 + 0.4 * match.confidence) + regionBonus[link.region] - article),
      );
      const key = `${id} ${link.url}`;
      const known = best.get(key);
      if (!known || known.priority < priority) best.set(key, { link, intent: id, priority, paging: false });
    }
  }
  addListed(page, wanted, knowledge, best);
  for (const id of wanted) {
    const intent = knowledge.intents.get(id);
    if (intent)
      for (const link of headlineLinks(page, intent, knowledge))
        best.set(`${id} ${link.url}`, { link, intent: id, priority: intent.rule.priority, paging: false });
  }
  const ranked = [...best.values()].sort((one, other) => other.priority - one.priority);
  // Of a pool that a sample is drawn from nothing may be missing, or the sample would favour what stands first.
  let taken = 0;
  return ranked.filter(({ intent }) => knowledge.intents.get(intent)?.rule.sample === true || taken++ < limit);
}

/** Items of a list page and its further pages: found by where they stand, not by their words. */
function addListed(
  page: Page,
  wanted: readonly string[],
  knowledge: CompiledKnowledge,
  best: Map<string, RankedLink>,
): void {
  const items = listedItems(page, knowledge);
  // What an item is called says what it is about, not where it leads.
  for (const [key, { link }] of best) if (items.has(link.url)) best.delete(key);
  for (const id of wanted) {
    const rule = knowledge.intents.get(id)?.rule;
    if (!rule) continue;
    if (!rule['only-below'] && rule.below.some((list) => isPageOf(page, list, knowledge)))
      for (const [url, link] of items)
        best.set(`${id} ${url}`, { link, intent: id, priority: rule.priority * 0.9, paging: false });
    if (rule.pages > 1 && isPageOf(page, id, knowledge))
      for (const link of pagingLinks(page))
        best.set(`${id} ${link.url}`, { link, intent: id, priority: rule.priority * 0.95, paging: true });
  }
}

const noItems: ReadonlyMap<string, Link> = new Map();
const itemsOf = new WeakMap<Page, ReadonlyMap<string, Link>>();

/** Items of a page that lists the things of some intent, by address; none for other pages. */
export function listedItems(page: Page, knowledge: CompiledKnowledge): ReadonlyMap<string, Link> {
  const known = itemsOf.get(page);
  if (known) return known;
  const lists = new Set([...knowledge.intents.values()].flatMap(({ rule }) => (rule['only-below'] ? [] : rule.below)));
  const isList = [...lists].some((id) => isPageOf(page, id, knowledge));
  const items = isList ? new Map(itemLinks(page, knowledge).map((link) => [link.url, link])) : noItems;
  itemsOf.set(page, items);
  return items;
}

/** Whether a page is one that an intent describes: it was followed for it, or the link that led to it says so too. */
export function isPageOf(page: Page, id: string, knowledge: CompiledKnowledge): boolean {
  const { capture } = page;
  // The front page of a platform is no list, whatever the link to it is called.
  if (capture.role !== 'page' || capture.home || /^\/(?:index\.\w+)?(?:\?|$)/iu.test(pathOf(page.url))) return false;
  if (capture.intents.includes(id)) return true;
  const intent = knowledge.intents.get(id);
  if (!intent || capture.label === null) return false;
  // The title of a listed thing says nothing about what kind of page it has.
  if (capture.intents.some((other) => knowledge.intents.get(other)?.rule.below.some(() => true))) return false;
  const link = {
    url: capture.url,
    label: capture.label,
    labelFrom: 'text',
    region: 'main',
    via: 'html',
    hints: '',
  } as const;
  return (matchLink(link, intent, knowledge)?.confidence ?? 0) >= 0.7;
}

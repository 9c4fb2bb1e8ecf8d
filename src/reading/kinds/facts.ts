import type { CompiledKnowledge } from '../../config/knowledge.ts';
import type { KindRules } from '../../config/schema/kinds.ts';
import { foldLabel, type WordSet } from '../../config/words.ts';
import { isWeb, sameSite } from '../addresses.ts';
import { datesIn } from '../dates.ts';
import type { KindSign } from '../kind.ts';
import { contentOf, type Link, type Page } from '../page.ts';
import { foldSpace, foldWidth } from '../text.ts';

/** What all recognisers look at, worked out once for a page. */
export interface Facts {
  readonly page: Page;
  readonly rules: KindRules['kinds'];
  readonly common: KindRules['page'];
  /** The page's own title without the name of the site; empty where it has none. */
  readonly own: string;
  /** Folded names of the page, its own title first: headings, column, last crumb. */
  readonly names: readonly string[];
  /** Whether the own title reads like a headline: then the page is about a thing and not the thing. */
  readonly headline: boolean;
  /** Lines that are no menu, no crumbs and no furniture, and say more than the labels of links. */
  readonly prose: readonly string[];
  /** `prose` folded and joined by line breaks. */
  readonly folded: string;
  /** How often each folded label stands on the page: before a colon, in brackets, or as a short line of its own. */
  readonly labels: ReadonlyMap<string, number>;
  /** How often each short folded word stands between blanks or brackets, or as a line of its own. */
  readonly tokens: ReadonlyMap<string, number>;
  /** Number of full dates in the visible text. */
  readonly days: number;
  /** Visible links that lead somewhere on the web, each address once, without those of header, menu and footer. */
  readonly links: readonly Link[];
  /** Of `links` those whose label is long enough to be a title. */
  readonly titles: readonly Link[];
  /** Number of links in header, menu and footer. */
  readonly frame: number;
  /** Whether a day and a source stand below the title, as they do in articles. */
  readonly byline: boolean;
}

const shortName = 30;
const longestOwn = 120;
/** What follows in a longer title is no name of anything; splitting it at its dashes is quadratic in their number. */
const longestTitle = 1000;
const longestLabel = 14;
const longestToken = 8;
const longestMenuLabel = 24;
const titleLength = 8;
/** Words beyond the one that names the kind: 成都市市长信箱来信选登. */
const spareLetters = 12;
/** Longer own titles are headlines unless they end like a document. */
const longestPlainTitle = 24;
/** Documents, scripts and hostile pages of millions of lines are looked at so far. */
const mostLines = 6000;

const memory = new WeakMap<Page, { readonly knowledge: CompiledKnowledge; readonly facts: Facts }>();

/** The facts of a page; pure, and kept as long as the page is. */
export function factsOf(page: Page, knowledge: CompiledKnowledge): Facts {
  const content = contentOf(page);
  const known = memory.get(content);
  if (known?.knowledge === knowledge) return known.facts;
  const facts = readFacts(content, knowledge);
  memory.set(content, { knowledge, facts });
  return facts;
}

function readFacts(page: Page, knowledge: CompiledKnowledge): Facts {
  const { page: common, kinds: rules } = knowledge.kinds;
  const lines = page.text.split('\n', mostLines);
  const own = ownTitle(page, common);
  const prose = proseOf(page, lines, common);
  const links = contentLinks(page);
  const { labels, tokens } = countLabels(prose);
  addRecords(page, labels, tokens);
  const folded = prose.map(foldLabel).join('\n');
  const days = datesIn(page.text, knowledge).length;
  return {
    page,
    rules,
    common,
    own,
    names: namesOf(page, own, lines, common),
    headline: isHeadline(own, common),
    prose,
    folded,
    labels,
    tokens,
    days,
    links,
    titles: links.filter(({ label }) => foldLabel(label).length >= titleLength),
    frame: page.links.filter((link) => !isContent(link) && link.via === 'html').length,
    byline: days > 0 && common.bylines.list.filter((word) => labels.has(word)).length >= 2,
  };
}

/** Parts of a title, in its order, without those that name the site. */
function titleParts(title: string, common: KindRules['page']): string[] {
  const parts = title
    .slice(0, longestTitle)
    .split(/\s*[_|｜–—>»«·]+\s*|\s+-+\s*|-+\s+|(?<=\p{Script=Han})-+(?=\p{Script=Han})/u)
    .map(foldSpace)
    .filter((part) => part !== '');
  const own = parts.filter((part) => common['site-names'].in(foldLabel(part)) === null);
  // Before the name of the site stands that of the page, though it speaks of a site.
  return own.length === 0 && parts.length > 1 ? parts.slice(0, 1) : own;
}

function ownTitle(page: Page, common: KindRules['page']): string {
  const named = foldSpace(page.meta.articletitle ?? '');
  if (named !== '') return named.slice(0, longestOwn);
  const [first = ''] = titleParts(page.title, common);
  const tops = page.headings.filter(
    ({ level, text }) => level === 1 && common['site-names'].in(foldLabel(text)) === null,
  );
  const top = tops.length === 1 ? (tops[0]?.text ?? '') : '';
  // The heading of a page is its own; a title may be that of the column, or of the whole site.
  return (top !== '' && (first === '' || top.length > first.length) ? top : first).slice(0, longestOwn);
}

function namesOf(page: Page, own: string, lines: readonly string[], common: KindRules['page']): string[] {
  const found = [own, ...titleParts(page.title, common), page.meta.columnname ?? ''];
  for (const level of [1, 2, 3]) {
    const texts = page.headings.filter((heading) => heading.level === level).map(({ text }) => text);
    // One heading names the page, many name its blocks.
    if (texts.length <= 2) found.push(...texts);
  }
  const crumb = crumbsOf(lines, common).at(-1);
  if (crumb !== undefined) found.push(crumb);
  const folded = found.map(foldLabel).filter((name) => name !== '' && name.length <= longestOwn);
  return [...new Set(folded)].filter((name, index) => index === 0 || name.length <= shortName);
}

/** The steps that a page says lead to it, without the words before them. */
function crumbsOf(lines: readonly string[], common: KindRules['page']): string[] {
  const index = lines.findIndex(
    (line) => line.length <= 200 && common.crumbs.in(foldLabel(line.slice(0, 20))) !== null,
  );
  if (index < 0) return [];
  const [line = '', next = ''] = lines.slice(index, index + 2);
  const bare = /[:：]\s*$/u.test(line) || common.crumbs.has(foldLabel(line)) ? next : line;
  return bare
    .replace(/^[^:：]{0,12}[:：]/u, '')
    .split(/\s*[>›»/\\→]+\s*/u)
    .map(foldSpace)
    .filter((step) => step !== '');
}

function isHeadline(own: string, common: KindRules['page']): boolean {
  const folded = foldLabel(own);
  if (folded === '') return false;
  const ending = common.documents.list.some((word) => folded.endsWith(word));
  if (common.news.in(folded) !== null && !ending) return true;
  if (/[，。！？；：,!?;“”]/u.test(own.replace(/[，。！？；：,!?;]$/u, ''))) return true;
  return folded.length > longestPlainTitle && !ending && /^[^\u0020-\u024f]+/u.test(folded);
}

function isContent(link: Link): boolean {
  return link.region === 'main' || link.region === 'unknown';
}

function contentLinks(page: Page): Link[] {
  const known = new Set<string>();
  return page.links.filter((link) => {
    if (!isContent(link) || !isWeb(link.url) || link.via !== 'html' || link.url === page.url) return false;
    if (known.has(link.url)) return false;
    known.add(link.url);
    return true;
  });
}

function proseOf(page: Page, lines: readonly string[], common: KindRules['page']): string[] {
  const linked = new Set<string>();
  for (const { label, via } of page.links) if (via === 'html') linked.add(foldLabel(label));
  return lines.filter((line) => {
    const folded = foldLabel(line);
    if (folded === '' || linked.has(folded)) return false;
    if (common.furniture.in(folded) !== null) return false;
    if (line.length <= 200 && common.crumbs.in(folded.slice(0, 12)) !== null) return false;
    return !isLabels(folded, linked);
  });
}

/** Whether a line is made of nothing but labels of links and what stands between them. */
function isLabels(line: string, linked: ReadonlySet<string>): boolean {
  for (let at = 0; at < line.length; ) {
    if (/[|>›»/·,:、\-[\]]/u.test(line[at] ?? '')) {
      at += 1;
      continue;
    }
    let length = Math.min(longestMenuLabel, line.length - at);
    while (length > 0 && !linked.has(line.slice(at, at + length))) length -= 1;
    if (length === 0) return false;
    at += length;
  }
  return true;
}

/** Names of the fields of records, and their short values: cells and cards tell them more surely than lines of text. */
function addRecords(page: Page, labels: Map<string, number>, tokens: Map<string, number>): void {
  const names = new Map<string, number>();
  const values = new Map<string, number>();
  const count = (map: Map<string, number>, text: string): void => {
    if (text !== '') map.set(text, (map.get(text) ?? 0) + 1);
  };
  for (const { records } of page.records)
    for (const { fields } of records)
      for (const { name, value } of fields) {
        if (value !== '' && name.length <= longestLabel) count(names, foldLabel(name));
        if (value.length >= 2 && value.length <= longestToken) count(values, foldLabel(value));
      }
  for (const [name, times] of names) labels.set(name, Math.max(times, labels.get(name) ?? 0));
  for (const [value, times] of values) tokens.set(value, Math.max(times, tokens.get(value) ?? 0));
}

function countLabels(prose: readonly string[]): { labels: Map<string, number>; tokens: Map<string, number> } {
  const labels = new Map<string, number>();
  const tokens = new Map<string, number>();
  const count = (map: Map<string, number>, text: string): void => {
    const folded = foldLabel(text);
    if (folded !== '') map.set(folded, (map.get(folded) ?? 0) + 1);
  };
  for (const raw of prose) {
    // 姓 名: short labels are spread with blanks to one width.
    const line = foldWidth(raw.slice(0, 2000)).replace(
      /(?<!\p{Script=Han})(\p{Script=Han})\s+(\p{Script=Han})(?=\s*(?::|$))/gu,
      '$1$2',
    );
    if (line.length <= longestLabel) count(labels, line.replace(/[:*＊]+/gu, ''));
    for (const match of line.matchAll(/([^\s:|,;。、()【】[\]<>]{2,14})\s*\*?:(?!\/\/|\d\d)/gu)) {
      const label = foldLabel(match[1] ?? '');
      if (label !== foldLabel(line)) count(labels, label);
    }
    for (const match of line.matchAll(/[【[]([^】\]:]{2,12})[】\]]/gu)) count(labels, match[1] ?? '');
    for (const part of line.split(/[\s|()【】[\],:;。、]+/u))
      if (part.length >= 2 && part.length <= longestToken) count(tokens, part);
  }
  return { labels, tokens };
}

/** Which words of a list are labels of the page, the most frequent first. */
export function labelled(facts: Facts, words: WordSet): { readonly word: string; readonly times: number }[] {
  return words.list
    .flatMap((word) => {
      const times = facts.labels.get(word);
      return times === undefined ? [] : [{ word, times }];
    })
    .sort((a, b) => b.times - a.times || (a.word < b.word ? -1 : 1));
}

/** Which words of a list stand in labels of the page: 公开内容 in 公开内容(要素). */
export function heldByLabels(facts: Facts, words: WordSet): string[] {
  return [...new Set([...facts.labels.keys()].flatMap((label) => words.in(label) ?? []))];
}

/** Which words of a list are, or stand in, labels of content links that are not much longer; each once. */
export function heldByLinks(facts: Facts, words: WordSet, spare = 6): string[] {
  const found = new Set<string>();
  for (const link of facts.links) {
    const label = foldLabel(link.label);
    const word = words.in(label);
    if (word !== null && label.length - word.length <= spare) found.add(word);
  }
  return [...found];
}

/** Content links that lead to a file to open or save. */
export function attachments(facts: Facts): Link[] {
  return facts.page.links.filter(
    ({ url, region }) => region !== 'footer' && /\.(?:xlsx?|docx?|pdf|wps|et|ofd|zip|rar|csv)(?:$|[?#])/iu.test(url),
  );
}

/** How often words of a list stand alone between blanks or brackets. */
export function tokenCount(facts: Facts, words: WordSet): number {
  return words.list.reduce((sum, word) => sum + (facts.tokens.get(word) ?? 0), 0);
}

/** The word that makes one of the page's names a name of the kind; null when none does or the page is a headline about it. */
export function named(facts: Facts, rule: { readonly names: WordSet; readonly 'not-names': WordSet }): string | null {
  if (facts.headline) return null;
  for (const name of facts.names) {
    if (rule['not-names'].in(name) !== null) continue;
    const word = rule.names.in(name);
    if (word !== null && name.length - word.length <= spareLetters) return word;
  }
  return null;
}

/** Whether the own title says that the page is something else. */
export function ruledOut(facts: Facts, rule: { readonly 'not-names': WordSet }): boolean {
  return rule['not-names'].in(foldLabel(facts.own)) !== null;
}

/** Whether scripts may still fill what the markup shows: then emptiness proves nothing. */
export function mayBeFilled({ page }: Facts): boolean {
  if (page.capture.via === 'browser') return (page.capture.missed ?? 0) > 0;
  if (page.frames.some((url) => sameSite(url, page.url))) return true;
  return (
    /\.ajax\s*\(|\$\.(?:get|post|getJSON)\s*\(|fetch\s*\(|axios|XMLHttpRequest|new\s+Vue|createApp|\.load\s*\(/u.test(
      page.inlineScript,
    ) || page.scripts.length > 0
  );
}

/** A sign, with its confidence kept in its bounds and the words that people are shown. */
export function sign(kind: string, confidence: number, words: readonly (string | null | undefined)[]): KindSign {
  const shown = words.filter((word): word is string => word !== null && word !== undefined && word !== '');
  return { kind, confidence: Math.min(0.99, Math.max(0, confidence)), words: shown.slice(0, 8) };
}

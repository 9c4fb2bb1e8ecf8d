import { foldWidth } from '../../config/full-width.ts';
import type { CompiledKnowledge } from '../../config/knowledge.ts';
import type { KindRules } from '../../config/schema/kinds.ts';
import { foldLabel, foldText, type WordSet } from '../../config/words.ts';
import { isWeb, sameSite } from '../addresses.ts';
import { requestsData } from '../data-requests.ts';
import type { KindSign } from '../kind.ts';
import { contentOf, type Link, type Page } from '../page.ts';
import { daysOn } from '../page-days.ts';
import { linesOf } from '../page-lines.ts';
import { foldSpace } from '../text.ts';
import { countLabels } from './label-counts.ts';
import { LabelSet } from './label-set.ts';

/** What all recognisers look at, computed once per page. */
export interface Facts {
  readonly page: Page;
  readonly rules: KindRules['kinds'];
  readonly common: KindRules['page'];
  /** Title of the page without the name of the site; empty if it has none. */
  readonly ownTitle: string;
  /** Folded names of the page: its title first, then headings, column and last breadcrumb. */
  readonly names: readonly string[];
  /**
   * Whether the title reads like a headline, so that the page is about a thing but is not that
   * thing.
   */
  readonly headline: boolean;
  /** Lines of content: no menus, breadcrumbs or boilerplate, and more than link labels. */
  readonly prose: readonly string[];
  /** Each line of `prose`, folded. */
  readonly foldedLines: readonly string[];
  /** `foldedLines` joined by line breaks. */
  readonly folded: string;
  /**
   * Number of times that each folded label is on the page: before a colon, in brackets, or as a
   * short line.
   */
  readonly labels: ReadonlyMap<string, number>;
  /** Number of times that each short folded word is between blanks or brackets, or a whole line. */
  readonly tokens: ReadonlyMap<string, number>;
  /** Number of full dates in the visible text. */
  readonly days: number;
  /** Visible web links outside of header, menu and footer, each URL once. */
  readonly links: readonly Link[];
  /** Those of `links` whose label is long enough to be a title. */
  readonly titles: readonly Link[];
  /** Number of links in header, menu and footer. */
  readonly frame: number;
  /** Whether a date and a source are below the title, as in articles. */
  readonly byline: boolean;
}

const shortName = 30;
/** Characters at the start of a line in which the words before breadcrumbs are looked for. */
const longestCrumb = 20;
const longestOwn = 120;
/** Longer titles are cut, because splitting at dashes takes quadratic time. */
const longestTitle = 1000;
const titleLength = 8;
/** Most characters of a name beside the word for the kind: 成都市市长信箱来信选登. */
const spareLetters = 12;
/** Short names quote the term for a service: 高效办成“一件事”专区; longer titles quote as headlines do. */
const longestQuoting = 10;
/** Longer titles are headlines unless they end like the title of a document. */
const longestPlainTitle = 24;
/** Only this many lines are read of documents, scripts and hostile pages. */
const mostLines = 6000;

const memory = new WeakMap<Page, { readonly knowledge: CompiledKnowledge; readonly facts: Facts }>();

/** The facts of a page, cached with it. */
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
  const all = linesOf(page, knowledge);
  const lines = all.length > mostLines ? all.slice(0, mostLines) : all;
  const title = ownTitle(page, common);
  // The length stays the same, and so do the breaks of lines.
  const narrow = foldWidth(page.text);
  const half = narrow === page.text ? lines : narrow.split('\n', mostLines);
  const { prose, narrowLines, foldedLines } = proseOf(page, lines, half, common);
  const links = contentLinks(page);
  const { labels, tokens } = countLabels(page, narrowLines, foldedLines);
  const days = daysOn(page, knowledge);
  return {
    page,
    rules,
    common,
    ownTitle: title,
    names: namesOf(page, title, lines, common),
    headline: isHeadline(title, common),
    prose,
    foldedLines,
    folded: foldedLines.join('\n'),
    labels,
    tokens,
    days,
    links,
    titles: links.filter(({ label }) => foldLabel(label).length >= titleLength),
    frame: page.links.filter((link) => !isContent(link) && link.via === 'html').length,
    byline: days > 0 && common.bylines.list.filter((word) => labels.has(word)).length >= 2,
  };
}

/** Parts of a title in order, without those that name the site. */
function titleParts(title: string, common: KindRules['page']): string[] {
  const parts = title
    .slice(0, longestTitle)
    .split(/\s*[_|｜–—>»«·]+\s*|\s+-+\s*|-+\s+|(?<=[\p{Script=Han}”》）])-+(?=[\p{Script=Han}“《（])/u)
    .map(foldSpace)
    .filter((part) => part !== '');
  const own = parts.filter((part) => common['site-names'].in(foldLabel(part)) === null);
  // The first part is the page's name even if it contains a word for a site.
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
  // The heading is the page's own; the title may be that of the column or the whole site.
  return (top !== '' && (first === '' || top.length > first.length) ? top : first).slice(0, longestOwn);
}

function namesOf(page: Page, title: string, lines: readonly string[], common: KindRules['page']): string[] {
  const found: string[] = [title, ...titleParts(page.title, common), page.meta.columnname ?? ''];
  for (const level of [1, 2, 3]) {
    const texts = page.headings.filter((heading) => heading.level === level).map(({ text }) => text);
    // A single heading names the page; several name its blocks.
    if (texts.length <= 2) found.push(...texts);
  }
  const crumb = crumbsOf(lines, common).at(-1);
  if (crumb !== undefined) found.push(crumb);
  // A fragment without title and headings is named by its first line.
  const [first = ''] = lines;
  const named = page.capture.role !== 'page' || page.headings.length > 0 || found.some((name) => name !== '');
  if (!named && first.length <= shortName) found.push(first.replace(/[:：]\s*$/u, ''));
  const folded = found.map(foldLabel).filter((name) => name !== '' && name.length <= longestOwn);
  return [...new Set(folded)].filter((name, index) => index === 0 || name.length <= shortName);
}

/** The breadcrumbs of a page, without the words before them. */
function crumbsOf(lines: readonly string[], common: KindRules['page']): string[] {
  const index = lines.findIndex(
    (line) => line.length <= 200 && common.crumbs.in(foldText(line.slice(0, longestCrumb))) !== null,
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

function isHeadline(title: string, common: KindRules['page']): boolean {
  const folded = foldLabel(title);
  if (folded === '') return false;
  const ending = common.documents.list.some((word) => folded.endsWith(word));
  if (common.news.in(folded) !== null && !ending) return true;
  if (/[，。！？；：,!?;]/u.test(title.replace(/[，。！？；：,!?;]$/u, ''))) return true;
  if (/[“”]/u.test(title) && folded.replace(/[“”]/gu, '').length > longestQuoting) return true;
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

function proseOf(
  page: Page,
  lines: readonly string[],
  narrow: readonly string[],
  common: KindRules['page'],
): Pick<Facts, 'prose' | 'foldedLines'> & { readonly narrowLines: readonly string[] } {
  const linked = new LabelSet(page.links.flatMap(({ label, via }) => (via === 'html' ? foldLabel(label) : [])));
  const prose: string[] = [];
  const narrowLines: string[] = [];
  const foldedLines: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const half = narrow[at] ?? line;
    const folded = foldLabel(half);
    if (folded === '' || linked.has(folded)) continue;
    if (common.furniture.in(folded) !== null) continue;
    if (line.length <= 200 && common.crumbs.in(folded.slice(0, 12)) !== null) continue;
    if (linked.areAll(folded)) continue;
    prose.push(line);
    narrowLines.push(half);
    foldedLines.push(folded);
  }
  return { prose, narrowLines, foldedLines };
}

/** Words of the list that are labels on the page, most frequent first. */
export function labelled(facts: Facts, words: WordSet): { readonly word: string; readonly times: number }[] {
  const found: { readonly word: string; readonly times: number }[] = [];
  for (const word of words.list) {
    const times = facts.labels.get(word);
    if (times !== undefined) found.push({ word, times });
  }
  return found.sort((a, b) => b.times - a.times || (a.word < b.word ? -1 : 1));
}

/** Words of the list that are part of a label on the page: 公开内容 in 公开内容(要素). */
export function wordsInLabels(facts: Facts, words: WordSet): string[] {
  const found = new Set<string>();
  for (const label of facts.labels.keys()) {
    const word = words.in(label);
    if (word !== null) found.add(word);
  }
  return [...found];
}

/**
 * Words of the list that are, or are part of, a slightly longer label of a content link; each once.
 */
export function wordsInLinkLabels(facts: Facts, words: WordSet, spare = 6): string[] {
  const found = new Set<string>();
  for (const link of facts.links) {
    const label = foldLabel(link.label);
    const word = words.in(label);
    if (word !== null && label.length - word.length <= spare) found.add(word);
  }
  return [...found];
}

/** Content links to downloadable files. */
export function attachments(facts: Facts): Link[] {
  return facts.page.links.filter(
    ({ url, region }) => region !== 'footer' && /\.(?:xlsx?|docx?|pdf|wps|et|ofd|zip|rar|csv)(?:$|[?#])/iu.test(url),
  );
}

/** Number of times that words of the list are alone between blanks or brackets. */
export function tokenCount(facts: Facts, words: WordSet): number {
  return words.list.reduce((sum, word) => sum + (facts.tokens.get(word) ?? 0), 0);
}

/**
 * The word by which a name of the page is a name of the kind; null if there is none or the page is
 * a headline.
 */
export function named(facts: Facts, rule: { readonly names: WordSet; readonly 'not-names': WordSet }): string | null {
  if (facts.headline) return null;
  for (const name of facts.names) {
    if (rule['not-names'].in(name) !== null) continue;
    const word = rule.names.in(name);
    if (word !== null && name.length - word.length <= spareLetters) return word;
  }
  return null;
}

/** Whether the title says that the page is something else. */
export function ruledOut(facts: Facts, rule: { readonly 'not-names': WordSet }): boolean {
  return rule['not-names'].in(foldLabel(facts.ownTitle)) !== null;
}

/** Whether scripts may still add content, so that an empty page proves nothing. */
export function mayBeFilled({ page }: Facts): boolean {
  if (page.capture.via === 'browser') return (page.capture.missed ?? 0) > 0;
  if (page.frames.some((url) => sameSite(url, page.url))) return true;
  return requestsData(page.inlineScript) || /new\s+Vue|createApp/u.test(page.inlineScript) || page.scripts.length > 0;
}

/** A kind sign with its confidence limited to 0..0.99 and the evidence for people. */
export function sign(kind: string, confidence: number, words: readonly (string | null | undefined)[]): KindSign {
  const shown = words.filter((word): word is string => word !== null && word !== undefined && word !== '');
  return { kind, confidence: Math.min(0.99, Math.max(0, confidence)), words: shown.slice(0, 8) };
}

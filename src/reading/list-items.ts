import { type CompiledKnowledge, foldLabel } from '../config/knowledge.ts';
import { wordsOf } from '../config/word-sections.ts';
import { AddressBook, isWeb, pathOf, sameSite } from './addresses.ts';
import { contentOf, type Link, type Page } from './page.ts';
import { linkWords } from './reading-words.ts';

/** Fewest links of the same URL shape that form a list, except on its last page. */
const fewestItems = 3;
/** Pager call of a widespread CMS: number of pages, current page, file name, extension. */
const scriptedPager =
  /createPageHTML\w*\(\s*['"]?(\d{1,4})['"]?\s*,\s*['"]?(\d{1,4})['"]?\s*,\s*['"]([\w-]+)['"]\s*,\s*['"](\w+)['"]/iu;
const mostScripted = 40;

const itemsOf = new WeakMap<Page, { readonly knowledge: CompiledKnowledge; readonly items: readonly Link[] }>();

/** Links of a list page to its items, in document order, each URL once; cached with the page. */
export function itemLinks(page: Page, knowledge: CompiledKnowledge): readonly Link[] {
  const content = contentOf(page);
  const known = itemsOf.get(content);
  if (known?.knowledge === knowledge) return known.items;
  const items = findItems(content, knowledge);
  itemsOf.set(content, { knowledge, items });
  return items;
}

function findItems(page: Page, knowledge: CompiledKnowledge): readonly Link[] {
  const shapes = new Map<string, Link[]>();
  const known = new Set<string>();
  const column = columnShape(page.url);
  for (const link of page.links) {
    if (!isItem(link, page, knowledge) || known.has(link.url)) continue;
    // Sibling columns differ from this one only in a number.
    if (columnShape(link.url) === column) continue;
    known.add(link.url);
    const shape = shapeOf(link.url);
    const others = shapes.get(shape);
    if (others) others.push(link);
    else shapes.set(shape, [link]);
  }
  let items: Link[] = [];
  for (const links of shapes.values()) if (links.length > items.length) items = links;
  if (!isPaged(page, knowledge)) return items.length >= fewestItems ? items : [];
  // The last page may have fewer items than the menu has entries, so links below the list's folder
  // are preferred.
  const folder = page.url.replace(/[?#].*$/u, '').replace(/[^/]*$/u, '');
  const inside = ([first]: readonly Link[]): boolean =>
    pathOf(folder) !== '/' && first?.url.startsWith(folder) === true;
  if (inside(items)) return items;
  const [own] = [...shapes.values()].filter(inside).sort((a, b) => b.length - a.length);
  return own ?? items;
}

/** Whether a page belongs to a list with several pages. */
export function isPaged(page: Page, knowledge: CompiledKnowledge): boolean {
  const { 'paging-others': others } = wordsOf(linkWords, knowledge);
  return pagingLinks(page, knowledge).length > 0 || page.links.some(({ label }) => others.test(foldLabel(label)));
}

function isItem(link: Link, page: Page, knowledge: CompiledKnowledge): boolean {
  if (link.region !== 'main' && link.region !== 'unknown') return false;
  if (!isWeb(link.url) || !sameSite(link.url, page.url) || link.url === page.url) return false;
  if (!/\d/u.test(pathOf(link.url))) return false;
  const label = foldLabel(link.label);
  const words = wordsOf(linkWords, knowledge);
  if (label === '' || words['paging-numbers'].test(label)) return false;
  if (words['paging-words'].test(label) || words['paging-next'].test(label)) return false;
  return label.length >= 4 || knowledge.genericLabels.has(label);
}

/**
 * The URL with its numbers replaced by placeholders (long and short ones differ); items of a list
 * share it.
 */
export function shapeOf(url: string): string {
  return url
    .replace(/^https?:\/\//u, '')
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,}|\d{6,}/giu, '##')
    .replace(/\d+/gu, '#');
}

const pageKeys = /^(?:page\w*|p|pn|uid|cur\w*|start|offset|size)$/iu;

/** The shape of a list's URL, the same for all its pages. */
function columnShape(url: string): string {
  const parsed = new URL(url);
  const keys = parsed.search === '' ? [] : [...parsed.searchParams.keys()].filter((key) => !pageKeys.test(key)).sort();
  return `${shapeOf(parsed.host + parsed.pathname).replace(/_#(?=\.|$)/u, '')} ${keys.join(' ')}`;
}

/** Links to further pages of the list on this page, nearest first. */
export function pagingLinks(page: Page, knowledge: CompiledKnowledge): Link[] {
  const words = wordsOf(linkWords, knowledge);
  const found: Link[] = [];
  const known = new Set([page.url, page.capture.url]);
  const add = (link: Link): void => {
    if (known.has(link.url)) return;
    known.add(link.url);
    found.push(link);
  };
  for (const link of page.links) {
    if (link.region === 'header' || link.region === 'nav' || link.region === 'footer') continue;
    // Most labels are no paging, which is known sooner than whose address it is.
    const label = foldLabel(link.label);
    const further = words['paging-numbers'].test(label) && !words['paging-first-number'].test(label);
    if (!further && !words['paging-next'].test(label)) continue;
    if (isWeb(link.url) && sameSite(link.url, page.url)) add(link);
  }
  const scripted = scriptedPager.exec(page.inlineScript);
  if (scripted) {
    const [, pages = '1', , name = 'index', ending = 'html'] = scripted;
    const addresses = new AddressBook(page.url, null);
    for (let number = 1; number < Math.min(Number(pages), mostScripted); number += 1) {
      const url = addresses.resolve(`${name}_${number}.${ending}`);
      if (url) add({ url, label: String(number + 1), labelFrom: 'text', region: 'main', via: 'script', hints: '' });
    }
  }
  return found;
}

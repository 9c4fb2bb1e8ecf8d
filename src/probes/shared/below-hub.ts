import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import type { Seen, SeenColumn } from '../../reading/coverage.ts';
import { kindsOf } from '../../reading/kinds.ts';
import type { Link, Page } from '../../reading/page.ts';
import { daysOn } from '../../reading/page-days.ts';
import { rememberedOfPage } from '../../reading/remembered.ts';
import { columnFacts } from './column-facts.ts';

const fewestTitles = 3;
const shortestTitle = 6;
/** Share of the titles that may read like headlines in a list that is no news. */
const mostHeadlines = 0.5;
/** Kinds that a list of dated titles has whatever it holds. */
const kindsOfLists: ReadonlySet<string> = new Set(['news-list']);

/**
 * Whether a column may be one of the things because a hub leads to it: its name tells nothing and
 * its page lists dated titles that do not read like headlines. Portals give the columns of one hub
 * names of their own, and the titles of questions, answers and reports have no common form.
 */
export function mayBeBelowHub(column: SeenColumn, seen: Seen, intents: readonly string[]): boolean {
  const { below } = seen.knowledge.columnRules;
  if (!holdsAny(below, intents)) return false;
  const { serves, topics } = columnFacts(column, seen);
  if (serves.length > 0 || topics.length > 0) return false;
  const page = seen.at(column.url)?.page ?? null;
  if (page === null || page.capture.home || page.article || !listsTitles(page, seen.knowledge)) return false;
  const hubs = [...below].flatMap(([hub, held]) => (intents.some((id) => held.has(id)) ? [hub] : []));
  return hubs.some((hub) => leadsTo(hub, column, seen));
}

/** Whether any hub may hold one of the things. Asked of every column by every probe. */
function holdsAny(below: ReadonlyMap<string, ReadonlySet<string>>, intents: readonly string[]): boolean {
  for (const held of below.values()) if (intents.some((id) => held.has(id))) return true;
  return false;
}

const listsTitles = rememberedOfPage((page: Page, knowledge: CompiledKnowledge): boolean => {
  if (kindsOf(page, knowledge).some(({ kind }) => !kindsOfLists.has(kind))) return false;
  const titles = page.links
    .filter(({ region }) => region === 'main' || region === 'unknown')
    .map(({ label }) => foldLabel(label))
    .filter((label) => label.length >= shortestTitle);
  const { news } = knowledge.kinds.page;
  const headlines = titles.filter((title) => news.in(title) !== null);
  if (titles.length < fewestTitles || headlines.length > titles.length * mostHeadlines) return false;
  return daysOn(page, knowledge) >= fewestTitles;
});

/**
 * Whether a page that is named as the hub links to the column from its content or from a menu of its
 * own; what the menu of the home page has too belongs to the whole site.
 */
function leadsTo(hub: string, { url, site }: SeenColumn, seen: Seen): boolean {
  const { knowledge } = seen;
  const common = seen.pages(site).some((page) => page.capture.home && menuOf(page, knowledge).has(url));
  return seen.map(site).some((column) => {
    if (column.url === url || !columnFacts(column, seen).serves.includes(hub)) return false;
    const page = seen.at(column.url)?.page ?? null;
    if (page === null) return false;
    return contentOf(page, knowledge).has(url) || (!common && menuOf(page, knowledge).has(url));
  });
}

const contentRegions: ReadonlySet<Link['region']> = new Set(['main', 'unknown']);

/** Addresses that a page links to from its content. */
const contentOf = rememberedOfPage(
  (page): ReadonlySet<string> => linked(page, ({ region }) => contentRegions.has(region)),
);

/** Addresses in the menus of a page. */
const menuOf = rememberedOfPage((page): ReadonlySet<string> => linked(page, ({ region }) => region === 'nav'));

function linked(page: Page, holds: (link: Link) => boolean): ReadonlySet<string> {
  return new Set(page.links.filter(holds).map(({ url }) => url));
}

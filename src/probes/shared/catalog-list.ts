import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import { sameSite } from '../../reading/addresses.ts';
import { readCounts } from '../../reading/counts.ts';
import type { Seen } from '../../reading/coverage.ts';
import { datesIn } from '../../reading/dates.ts';
import { itemLinks, shapeOf } from '../../reading/list-items.ts';
import { listTotal } from '../../reading/list-totals.ts';
import { matchLink } from '../../reading/match-link.ts';
import type { Link, Page } from '../../reading/page.ts';
import { isPageOf } from '../../reading/page-of.ts';
import { foldSpace } from '../../reading/text.ts';
import { labelledFormats, onlyFormats, trailingFormats } from './data-formats.ts';
import { entriesOf, targetOf } from './entries.ts';
import { sameHost } from './own-level.ts';
import { platformPages } from './own-numbers.ts';

/** Link intent of the catalogue's list pages. */
export const catalogIntent = 'data-catalog';

/** A data set as a list shows it. */
export interface ListedDataset {
  readonly title: string;
  /** ISO days beside it, unordered. */
  readonly days: readonly string[];
  /** File formats beside it. */
  readonly formats: readonly string[];
}

/** A list of data sets, from a page of the catalogue or an endpoint. */
export interface CatalogList {
  readonly page: Page;
  /** In list order, each title once. */
  readonly items: readonly ListedDataset[];
  /** Total that the list states; null if none. */
  readonly total: number | null;
  /** URL shapes of the items; empty if they have no URLs. */
  readonly shapes: ReadonlySet<string>;
}

/**
 * An entry with this confidence names the catalogue whatever it leads to, because a platform's home
 * page may be its catalogue.
 */
const sureEntry = 0.7;
/** Number of lines read after the last title of a list if other items do not show it. */
const usualLines = 6;
const mostLines = 14;

/** Whether a page belongs to the platform and not to another host (the province's). */
export function onPlatform(page: Page, platform: Page): boolean {
  return sameHost(page.url, platform.url) || sameSite(page.url, platform.url);
}

/**
 * List pages of the platform's catalogue, over HTTP or rendered, in fixed order; lists of
 * interfaces and applications are excluded.
 */
export function catalogPages(seen: Seen, platform: Page): Page[] {
  const { knowledge } = seen;
  const led = entriesOf(seen, 'open-data', catalogIntent).flatMap(({ link, match }) => {
    const page = match.confidence >= sureEntry && !leadsElsewhere(link, knowledge) ? targetOf(seen, link)?.page : null;
    return page ? [page] : [];
  });
  const pages = platformPages(seen, platform).filter((page) => isPageOf(page, catalogIntent, knowledge));
  return [...new Set([...pages, ...led])].filter(
    (page) => page.kind === 'html' && onPlatform(page, platform) && !leadsElsewhere(linkTo(page), knowledge),
  );
}

function linkTo({ capture }: Page): Link {
  const label = capture.label ?? '';
  return { url: capture.url, label, labelFrom: 'text', region: 'main', via: 'html', hints: '' };
}

/**
 * Whether a link is rather an entry to interfaces or applications: `数据API` also contains the word
 * for data.
 */
function leadsElsewhere(link: Link, knowledge: CompiledKnowledge): boolean {
  const as = (id: string): number => {
    const intent = knowledge.intents.get(id);
    return intent ? (matchLink(link, intent, knowledge)?.confidence ?? 0) : 0;
  };
  const catalog = as(catalogIntent);
  return as('api-list') > catalog || as('app-list') > catalog;
}

/** Reads a list page: its data sets, with dates and formats between each title and the next. */
export function readCatalogPage(page: Page, knowledge: CompiledKnowledge): CatalogList {
  const links = itemLinks(page, knowledge);
  const lines = page.text.split('\n').map(foldSpace);
  let from = 0;
  const places = links.map(({ label }) => {
    const title = foldSpace(label);
    const at = lines.findIndex((line, index) => index >= from && line.includes(title));
    if (at >= 0) from = at + 1;
    return at;
  });
  const known = places.filter((at) => at >= 0);
  const usual = Math.max(0, ...known.slice(1).map((at, index) => at - (known[index] ?? at))) || usualLines;
  const items = new Map<string, ListedDataset>();
  links.forEach(({ label }, index) => {
    const title = foldSpace(label);
    const at = places[index] ?? -1;
    const next = places.slice(index + 1).find((place) => place >= 0) ?? at + usual;
    const about = at < 0 ? [] : lines.slice(at, Math.min(next, at + mostLines));
    const key = foldLabel(title);
    if (!items.has(key)) items.set(key, { title, ...readAbout(about, title, knowledge) });
  });
  return {
    page,
    items: [...items.values()],
    total: totalOn(page, knowledge),
    shapes: new Set(links.map(({ url }) => shapeOf(url))),
  };
}

function readAbout(
  lines: readonly string[],
  title: string,
  knowledge: CompiledKnowledge,
): Pick<ListedDataset, 'days' | 'formats'> {
  // A title may itself contain a year or format.
  const [first = '', ...others] = lines;
  const own = first.replace(title, ' ');
  const formats = [own, ...others].flatMap((line, index) => [
    ...(index === 0 ? trailingFormats(line, knowledge) : onlyFormats(line, knowledge)),
    ...labelledFormats(line, knowledge),
  ]);
  return { days: [own, ...others].flatMap((line) => datesIn(line, knowledge).map(({ day }) => day)), formats };
}

/**
 * Number of data sets that a list page states, beside its paging or as the only such count on it.
 */
export function totalOn(page: Page, knowledge: CompiledKnowledge): number | null {
  const beside = listTotal(page, knowledge);
  if (beside) return beside.count;
  const counts = new Set(
    readCounts(page, knowledge)
      .filter(({ kind }) => kind === 'dataset')
      .map(({ count }) => count),
  );
  const [only] = counts;
  return counts.size === 1 && only !== undefined ? only : null;
}

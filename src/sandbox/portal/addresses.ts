import { hash } from './draw.ts';

/** The parts of a column that its address depends on. */
export interface AddressColumn {
  /** Index in the column table, from which the CMS makes numeric ids. */
  readonly index: number;
  readonly slug: string;
}

/** Target of an address. Pages count from 1, articles from 0 (newest). */
export type Target =
  | { readonly kind: 'column'; readonly index: number; readonly page: number }
  | { readonly kind: 'article'; readonly index: number; readonly entry: number };

/** Address scheme of a content management system. */
export interface AddressStyle {
  readonly id: string;
  column(column: AddressColumn, page: number): string;
  article(column: AddressColumn, entry: number, date: string): string;
  /** Parses an address (path with query); `slugs` maps slugs to column indexes. */
  parse(path: string, query: string, slugs: ReadonlyMap<string, number>): Target | null;
}

const base = 1_000_000;
const number = (index: number, entry: number): number => base + index * 10_000 + entry;

function fromNumber(text: string | undefined): Target | null {
  const value = Number(text) - base;
  if (!Number.isSafeInteger(value) || value < 0) return null;
  return { kind: 'article', index: Math.floor(value / 10_000), entry: value % 10_000 };
}

function toColumn(index: number | undefined, page: number): Target | null {
  return index === undefined || !Number.isSafeInteger(page) || page < 1 ? null : { kind: 'column', index, page };
}

const month = (date: string): string => date.slice(0, 7).replace('-', '');
const compact = (date: string): string => date.replaceAll('-', '');

function makeHex(index: number, entry: number, length: number): string {
  let lead = '';
  for (let part = 0; lead.length < length - 8; part++)
    lead += hash(index * 7919 + entry, `${part}`)
      .toString(16)
      .padStart(8, '0');
  return lead.slice(0, length - 8) + number(index, entry).toString(16).padStart(8, '0');
}

function fromHex(hex: string | undefined): Target | null {
  const target = fromNumber(String(Number.parseInt((hex ?? '').slice(-8), 16)));
  return target?.kind === 'article' && makeHex(target.index, target.entry, hex?.length ?? 0) === hex ? target : null;
}

const dashed = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;

interface Shape {
  readonly id: string;
  readonly column: (column: AddressColumn, page: number) => string;
  readonly article: (column: AddressColumn, entry: number, date: string) => string;
  /** Patterns over path and query: group `slug` or `id`, `page`; for articles `number` or `hex`. */
  readonly columnPattern: RegExp;
  readonly articlePattern: RegExp;
  /** Added to the page group to get the page number. */
  readonly shift: number;
}

function styleOf(shape: Shape): AddressStyle {
  return {
    id: shape.id,
    column: shape.column,
    article: shape.article,
    parse(path, query, slugs) {
      const address = query === '' ? path : `${path}?${query}`;
      const article = shape.articlePattern.exec(address)?.groups;
      if (article !== undefined) {
        if (article.hex === undefined) return fromNumber(article.number);
        return fromHex(article.hex.replaceAll('-', ''));
      }
      const column = shape.columnPattern.exec(address)?.groups;
      if (column === undefined) return null;
      const page = column.page === undefined ? 1 : Number(column.page) + shape.shift;
      if (column.slug !== undefined) return toColumn(slugs.get(column.slug), page);
      if (column.hex !== undefined) {
        const target = fromHex(column.hex.replaceAll('-', ''));
        return target === null ? null : toColumn(target.index, page);
      }
      return toColumn(Number(column.id) - 100, page);
    },
  };
}

const shapes: readonly Shape[] = [
  {
    id: 'trs',
    column: (column, page) => `/${column.slug}/${page > 1 ? `index_${page - 1}.html` : ''}`,
    article: (column, entry, date) =>
      `/${column.slug}/${month(date)}/t${compact(date)}_${number(column.index, entry)}.html`,
    columnPattern: /^\/(?<slug>[\w-]+)\/(?:index(?:_(?<page>\d+))?\.html)?$/,
    articlePattern: /^\/[\w-]+\/\d{6}\/t\d{8}_(?<number>\d+)\.html$/,
    shift: 1,
  },
  {
    id: 'trs-shtml',
    column: (column, page) => `/zwxx/${column.slug}/index${page > 1 ? `_${page - 1}` : ''}.shtml`,
    article: (column, entry, date) =>
      `/zwxx/${column.slug}/${month(date)}/t${compact(date)}_${number(column.index, entry)}.shtml`,
    columnPattern: /^\/zwxx\/(?<slug>[\w-]+)\/(?:index(?:_(?<page>\d+))?\.shtml)?$/,
    articlePattern: /^\/zwxx\/[\w-]+\/\d{6}\/t\d{8}_(?<number>\d+)\.shtml$/,
    shift: 1,
  },
  {
    id: 'jcms',
    column: (column, page) =>
      `/col/col${column.index + 100}/index.html${page > 1 ? `?uid=${column.index + 5100}&pageNum=${page}` : ''}`,
    article: (column, entry, date) => {
      const [year, monthOf, dayOf] = date.split('-').map(Number);
      return `/art/${year}/${monthOf}/${dayOf}/art_${column.index + 100}_${number(column.index, entry)}.html`;
    },
    columnPattern: /^\/col\/col(?<id>\d+)\/(?:index\.html)?(?:\?(?:.*&)?pageNum=(?<page>\d+))?/,
    articlePattern: /^\/art\/\d{4}\/\d+\/\d+\/art_\d+_(?<number>\d+)\.html/,
    shift: 0,
  },
  {
    id: 'ucap',
    column: (column, page) => `/zgzf/${column.slug}/list${page > 1 ? `_${page}` : ''}.shtml`,
    article: (column, entry, date) => `/zgzf/${column.slug}/${month(date)}/${makeHex(column.index, entry, 32)}.shtml`,
    columnPattern: /^\/zgzf\/(?<slug>[\w-]+)\/(?:list|index)(?:_(?<page>\d+))?\.shtml$/,
    articlePattern: /^\/zgzf\/[\w-]+\/\d{6}\/(?<hex>[0-9a-f]{32})\.shtml$/,
    shift: 0,
  },
  {
    id: 'nfcms',
    column: (column, page) => `/${column.slug}/index${page > 1 ? `_${page}` : ''}.html`,
    article: (column, entry) => `/${column.slug}/content/post_${number(column.index, entry)}.html`,
    columnPattern: /^\/(?<slug>[\w-]+)\/(?:index(?:_(?<page>\d+))?\.html)?$/,
    articlePattern: /^\/[\w-]+\/content\/post_(?<number>\d+)\.html$/,
    shift: 0,
  },
  {
    id: 'columns',
    column: (column, page) =>
      `/columns/${dashed(makeHex(column.index, 0, 32))}/index${page > 1 ? `_${page}` : ''}.html`,
    article: (column, entry, date) =>
      `/columns/${dashed(makeHex(column.index, 0, 32))}/${date.slice(0, 4)}${date.slice(5, 7)}/${date.slice(8)}/${dashed(makeHex(column.index, entry, 32))}.html`,
    columnPattern: /^\/columns\/(?<hex>[0-9a-f-]{36})\/(?:index(?:_(?<page>\d+))?\.html)?$/,
    articlePattern: /^\/columns\/[0-9a-f-]{36}\/\d{6}\/\d{2}\/(?<hex>[0-9a-f-]{36})\.html$/,
    shift: 0,
  },
  {
    id: 'jeecms',
    column: (column, page) => `/${column.slug}/index${page > 1 ? `_${page}` : ''}.jhtml`,
    article: (column, entry) => `/${column.slug}/${number(column.index, entry)}.jhtml`,
    columnPattern: /^\/(?<slug>[a-z][\w-]*)\/index(?:_(?<page>\d+))?\.jhtml$/,
    articlePattern: /^\/[a-z][\w-]*\/(?<number>\d{7,})\.jhtml$/,
    shift: 0,
  },
  {
    id: 'longxun',
    column: (column, page) => `/content/column/${column.index + 100}${page > 1 ? `?pageIndex=${page}` : ''}`,
    article: (column, entry) => `/content/article/${number(column.index, entry)}`,
    columnPattern: /^\/content\/column\/(?<id>\d+)(?:\?(?:.*&)?pageIndex=(?<page>\d+))?/,
    articlePattern: /^\/content\/article\/(?<number>\d+)$/,
    shift: 0,
  },
  {
    id: 'aspnet',
    column: (column, page) => `/NewsList.aspx?ClassID=${column.index + 100}${page > 1 ? `&Page=${page}` : ''}`,
    article: (_column, entry) => `/NewsShow.aspx?ID=${number(_column.index, entry)}`,
    columnPattern: /^\/NewsList\.aspx\?ClassID=(?<id>\d+)(?:&Page=(?<page>\d+))?/i,
    articlePattern: /^\/NewsShow\.aspx\?ID=(?<number>\d+)/i,
    shift: 0,
  },
  {
    id: 'old-html',
    column: (column, page) => `/html/${column.slug}/${page > 1 ? `list_${page}.htm` : 'index.htm'}`,
    article: (column, entry, date) =>
      `/html/${column.slug}/${date.slice(0, 4)}/${date.slice(5, 7)}${date.slice(8)}/${number(column.index, entry)}.htm`,
    columnPattern: /^\/html\/(?<slug>[\w-]+)\/(?:index\.htm|list_(?<page>\d+)\.htm)?$/,
    articlePattern: /^\/html\/[\w-]+\/\d{4}\/\d{4}\/(?<number>\d+)\.htm$/,
    shift: 0,
  },
  {
    id: 'modern',
    column: (column, page) => `/sy/${column.slug}/${page}.html`,
    article: (column, entry) =>
      `/sy/${column.slug}/18333161${String(number(column.index, entry)).padStart(11, '0')}.html`,
    columnPattern: /^\/sy\/(?<slug>[a-z][\w-]*)\/(?<page>\d{1,4})\.html$/,
    articlePattern: /^\/sy\/[a-z][\w-]*\/18333161(?<number>\d{11})\.html$/,
    shift: 0,
  },
  {
    id: 'webplus',
    column: (column, page) => `/info/${column.slug}${page > 1 ? `/${page}` : ''}.htm`,
    article: (column, entry) => `/info/${column.index + 100}/${number(column.index, entry)}.htm`,
    columnPattern: /^\/info\/(?<slug>[a-z][\w-]*)(?:\/(?<page>\d+))?\.htm$/,
    articlePattern: /^\/info\/\d+\/(?<number>\d{7,})\.htm$/,
    shift: 0,
  },
  {
    id: 'epoint',
    column: (column, page) =>
      `/${String(column.index + 100).padStart(6, '0')}/${page > 1 ? `${page}.html` : 'list.html'}`,
    article: (column, entry, date) =>
      `/${String(column.index + 100).padStart(6, '0')}/${compact(date)}/${dashed(makeHex(column.index, entry, 32))}.html`,
    columnPattern: /^\/(?<id>\d{6})\/(?:list|(?<page>\d+))\.html$/,
    articlePattern: /^\/\d{6}\/\d{8}\/(?<hex>[0-9a-f-]{36})\.html$/,
    shift: 0,
  },
  {
    id: 'router',
    column: (column, page) => `/list?channel=${column.slug}${page > 1 ? `&page=${page}` : ''}`,
    article: (column, entry) => `/detail?channel=${column.slug}&id=${number(column.index, entry)}`,
    columnPattern: /^\/list\?channel=(?<slug>[\w-]+)(?:&page=(?<page>\d+))?/,
    articlePattern: /^\/detail\?channel=[\w-]+&id=(?<number>\d+)/,
    shift: 0,
  },
];

const styles: ReadonlyMap<string, AddressStyle> = new Map(shapes.map((shape) => [shape.id, styleOf(shape)]));

/** The address style with an id; an unknown id is an error in the family table. */
export function addressStyle(id: string): AddressStyle {
  const style = styles.get(id);
  if (style === undefined) throw new RangeError(`no address style ${id}`);
  return style;
}

import { dayLength } from '../../model/time.ts';
import type { Town } from '../town.ts';
import { type AddressStyle, addressStyle } from './addresses.ts';
import { type ColumnEntry, columnPositions, columnTable } from './columns/catalog.ts';
import { Draw, hash } from './draw.ts';
import { type Family, familyOf } from './families/table.ts';
import { type Labelling, labellingOf } from './reply.ts';
import { dateOfDay } from './text.ts';

export interface PortalColumn extends ColumnEntry {
  readonly index: number;
  /** Name and slug chosen for this town. */
  readonly name: string;
  readonly slug: string;
  /** Number of entries for columns of generated articles. */
  readonly count: number;
  /** Age of the newest entry in days, and mean days between entries. */
  readonly start: number;
  readonly gap: number;
}

/** Names that a town's pages use for it. */
export interface Names {
  /** 成都市 */
  readonly full: string;
  /** 成都 */
  readonly short: string;
  /** 成都市人民政府 */
  readonly authority: string;
  readonly site: string;
  readonly host: string;
  /** Ten characters; the first six are the division's code. */
  readonly siteCode: string;
  readonly pinyin: string;
}

/** A town's portal: names, columns, addresses and labels, computed once. Contains no pages. */
export interface Portal {
  readonly town: Town;
  readonly family: Family;
  readonly names: Names;
  readonly address: AddressStyle;
  readonly labelling: Labelling;
  readonly columns: readonly PortalColumn[];
  readonly slugs: ReadonlyMap<string, number>;
  draw(key: string): Draw;
  column(key: string): PortalColumn;
  /** True if the town has the column. */
  has(key: string): boolean;
  columnPath(key: string, page?: number): string;
  articlePath(key: string, entry: number): string;
  /** ISO date of an entry of a column of generated articles. */
  articleDate(column: PortalColumn, entry: number): string;
}

/** 成都市 -> 成都; 阿坝藏族羌族自治州 -> 阿坝; 阿里地区 -> 阿里. */
function shortName(name: string): string {
  const plain = name.replace(/(特别行政区|(?:壮族|回族|维吾尔)自治区|自治区|省|市|地区|盟|自治州|州)$/, '');
  const cut = plain.replace(
    /(?:藏族|羌族|彝族|回族|蒙古族?|哈萨克|柯尔克孜|土家族|苗族|侗族|布依族|壮族|傣族|景颇族|傈僳族|白族|哈尼族|朝鲜族)+(?:自治)?$/,
    '',
  );
  return cut.length >= 2 ? cut : plain;
}

/** Ids of foreign-language versions, in the order of the columns after English. */
export function foreignLanguages(town: Town): readonly string[] {
  return town.truth.accessibility.languages
    .filter((language) => !/^(?:zh(?:-cn|-hans)?$|en)/i.test(language))
    .slice(0, 3);
}

function exists(town: Town, key: string): boolean {
  const { truth } = town;
  if (key in truth.lists) return true;
  switch (key) {
    case 'power':
    case 'permit':
    case 'public-service':
    case 'proof':
    case 'charge':
      return false;
    case 'zone':
      return truth.disclosureFields.length > 0;
    case 'letters':
      return truth.replies !== null;
    case 'mailbox':
    case 'consultation':
    case 'complaint':
    case 'hotline':
    case 'petition':
    case 'poll':
      return truth.appeal.channels.includes(key);
    case 'form':
      return truth.appeal.form !== null;
    case 'query':
      return truth.appeal.form?.queryByNumber === true;
    case 'privacy':
      return truth.privacy?.where === 'footer';
    case 'knowledge':
      return truth.knowledgeBase !== null;
    case 'proactive':
      return truth.proactive !== null;
    case 'follow-up':
      return truth.followUp;
    case 'english':
      return truth.accessibility.languages.some((language) => /^en/i.test(language));
    case 'language-1':
    case 'language-2':
    case 'language-3':
      return foreignLanguages(town).length >= Number(key.slice(-1));
    case 'mobile':
      return truth.accessibility.phone;
    case 'elder':
      return truth.accessibility.mode === 'works';
    default:
      return key.startsWith('field-') ? truth.disclosureFields.includes(Number(key.slice(6))) : true;
  }
}

function rhythm(town: Town, entry: ColumnEntry, draw: Draw): { count: number; start: number; gap: number } {
  const count = draw.between(entry.size[0], entry.size[1]);
  switch (entry.key) {
    case 'knowledge':
      return town.truth.knowledgeBase === 'stale'
        ? { count, start: draw.between(580, 1100), gap: 9 }
        : { count, start: draw.between(5, 120), gap: 9 };
    case 'proactive':
      return { count: town.truth.proactive?.items ?? 0, start: draw.between(3, 60), gap: 11 };
    case 'follow-up':
      return { count, start: draw.between(8, 70), gap: 30 };
    case 'policy':
    case 'reading':
    case 'guide':
      return { count, start: draw.between(2, 20), gap: 13 };
    case 'annual':
      return { count, start: draw.between(120, 300), gap: 365 };
    default:
      return entry.size[1] >= 200
        ? { count, start: draw.between(1, 2), gap: 1 + draw.next() * 0.8 }
        : { count, start: draw.between(2, 40), gap: draw.between(5, 20) };
  }
}

function build(town: Town): Portal {
  const family = familyOf(town.style.portal);
  const seed = hash(town.style.seed, town.government.code);
  const address = addressStyle(family.address);
  const choice = new Draw(seed, 'columns');
  const columns = columnTable.map((entry, index): PortalColumn => {
    const name = choice.pick(entry.names);
    const slug = choice.pick(entry.slugs);
    return { ...entry, index, name, slug, ...rhythm(town, entry, choice) };
  });
  const short = shortName(town.government.name);
  const identity = new Draw(seed, 'identity');
  const authority = `${town.government.name}人民政府`;
  const names: Names = {
    full: town.government.name,
    short,
    authority,
    site: identity.pick([
      `${authority}门户网站`,
      `中国·${short}`,
      authority,
      `${town.government.name}政府门户网站`,
      `${authority}网`,
    ]),
    host: town.bases.portal.host,
    siteCode: `${town.government.code}${String(identity.between(1, 90)).padStart(4, '0')}`,
    pinyin: town.government.pinyin === '' ? `d${town.government.code}` : town.government.pinyin,
  };
  const columnAt = (key: string): PortalColumn => {
    const column = columns[columnPositions.get(key) ?? -1];
    if (column === undefined) throw new RangeError(`no column ${key}`);
    return column;
  };
  const today = Date.parse(`${town.today}T00:00:00Z`) / dayLength;
  const articleDate = (column: PortalColumn, entry: number): string => {
    const jitter = (hash(seed + column.index, `${entry}`) % 1000) / 1000;
    const days = column.start + Math.floor((entry + (entry === 0 ? 0 : jitter)) * column.gap);
    return dateOfDay(today - days);
  };
  return {
    town,
    family,
    names,
    address,
    labelling: labellingOf(town),
    columns,
    slugs: new Map(columns.map((column) => [column.slug, column.index])),
    draw: (key) => new Draw(seed, key),
    column: columnAt,
    has: (key) => exists(town, key),
    columnPath: (key, page = 1) => address.column(columnAt(key), page),
    articlePath: (key, entry) => {
      const column = columnAt(key);
      return address.article(column, entry, articleDate(column, entry));
    },
    articleDate,
  };
}

const known = new WeakMap<Town, Portal>();

/** The portal of a town, cached as long as the town object lives. */
export function portalOf(town: Town): Portal {
  let portal = known.get(town);
  if (portal === undefined) {
    portal = build(town);
    known.set(town, portal);
  }
  return portal;
}

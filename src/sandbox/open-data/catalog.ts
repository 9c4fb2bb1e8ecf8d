import { at, daysBefore, hash } from '../service/kit/chance.ts';
import { placeOf } from '../service/kit/place.ts';
import type { Town } from '../town.ts';
import type { Kind } from './words.ts';

/** Contents of the town's platform. */
export type Holdings = NonNullable<Town['truth']['platform']>;

/** An entry of a list of any kind. */
export interface Entry {
  readonly index: number;
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly title: string;
  readonly office: string;
  readonly subject: string;
  /** ISO date. */
  readonly updated: string;
  /** Empty for interfaces and applications. */
  readonly formats: readonly string[];
  readonly rows: number;
  readonly visits: number;
  readonly downloads: number;
}

const offices = [
  '教育局',
  '卫生健康委员会',
  '市场监督管理局',
  '交通运输局',
  '生态环境局',
  '民政局',
  '人力资源和社会保障局',
  '文化广电和旅游局',
  '住房和城乡建设局',
  '应急管理局',
  '统计局',
  '农业农村局',
  '水务局',
  '司法局',
  '气象局',
] as const;
const topics = [
  '医疗机构',
  '中小学校',
  '公交线路',
  '空气质量监测',
  '养老机构',
  '食品经营许可',
  '行政处罚',
  '旅游景区',
  '公共图书馆',
  '停车场',
  '企业注册登记',
  '水质监测',
  '律师事务所',
  '农贸市场',
  '建筑企业资质',
  '住房公积金缴存',
  '居民消费价格',
  '天气预报',
  '救助站',
  '职业技能培训机构',
  '加油站',
  '药品零售企业',
  '文物保护单位',
  '公共厕所',
  '充电桩',
  '殡葬服务机构',
  '城市绿地',
  '道路运输企业',
  '消防安全重点单位',
] as const;
const forms = ['信息', '名录', '基本情况', '统计数据', '明细', '年度数据', '分布情况'] as const;
const appForms = ['查询', '地图', '服务', '助手', '一点通'] as const;

/** Numbers of a town's platform; entries are generated on demand. */
export interface Catalog {
  readonly town: Town;
  readonly holdings: Holdings;
  readonly seed: number;
  readonly place: string;
}

/** The catalogue of a town; null without a platform. */
export function catalogOf(town: Town): Catalog | null {
  const holdings = town.truth.platform;
  return holdings === null ? null : { town, holdings, seed: town.style.seed, place: placeOf(town.government).short };
}

/** Number of entries of a kind. */
export function totalOf(catalog: Catalog, kind: Kind): number {
  const { datasets, apis, apps } = catalog.holdings;
  return kind === 'dataset' ? datasets : kind === 'api' ? apis : apps;
}

function titleAt(catalog: Catalog, kind: Kind, index: number): string {
  const { seed, place } = catalog;
  const start = hash(seed, kind) % topics.length;
  const topic = at(topics, start + index);
  const round = Math.floor(index / topics.length);
  if (kind === 'app') return `${place}${topic}${at(appForms, round)}${round < appForms.length ? '' : round}`;
  const form = at(forms, round);
  const series = Math.floor(round / forms.length);
  const title = `${place}${topic}${form}${series === 0 ? '' : `（第${series}批）`}`;
  return kind === 'api' ? `${title}查询接口` : title;
}

function idOf(seed: number, kind: Kind, index: number): string {
  const part = (name: string) => hash(seed, kind, name, index).toString(16).padStart(8, '0');
  return `${part('a')}${part('b')}${part('c')}${((index ^ seed) >>> 0).toString(16).padStart(8, '0')}`;
}

/** The entry with an id; null if there is none. */
export function entryById(catalog: Catalog, kind: Kind, id: string): Entry | null {
  if (!/^[0-9a-f]{32}$/u.test(id)) return null;
  const index = (Number.parseInt(id.slice(24), 16) ^ catalog.seed) >>> 0;
  return index < totalOf(catalog, kind) && idOf(catalog.seed, kind, index) === id
    ? entryAt(catalog, kind, index)
    : null;
}

/**
 * Age of an entry in days before the platform's newest date; from 300 on all entries have the same
 * date.
 */
function age(kind: Kind, index: number): number {
  return Math.floor(Math.min(index, 900) * 1.3) + (kind === 'dataset' ? 0 : 40);
}

/** A short entry, for lists that are sent whole. */
export interface BriefEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  /**
   * Filled only for the newest entries, so that a list of tens of thousands stays below five
   * megabytes.
   */
  readonly formats: readonly string[];
}

const described = 1000;

/** All entries of a kind in short form, for platforms that publish their list as one file. */
export function allBrief(catalog: Catalog, kind: Kind): readonly BriefEntry[] {
  const { seed, holdings } = catalog;
  let days = -1;
  let updated = '';
  return Array.from({ length: totalOf(catalog, kind) }, (_, index) => {
    if (index < described) return entryAt(catalog, kind, index);
    const offset = age(kind, index);
    if (offset !== days) {
      days = offset;
      updated = daysBefore(holdings.updated, offset);
    }
    return { id: idOf(seed, kind, index), title: titleAt(catalog, kind, index), updated, formats: [] };
  });
}

/** The n-th entry, newest first. */
function entryAt(catalog: Catalog, kind: Kind, index: number): Entry {
  const { seed, holdings } = catalog;
  const draw = hash(seed, kind, 'entry', index);
  const { formats } = holdings;
  // Neighbouring entries offer different formats; the first dataset offers all.
  const offered = index === 0 ? formats : formats.filter((_, number) => (number + index) % 3 !== 2 || number === 0);
  return {
    index,
    id: idOf(seed, kind, index),
    title: titleAt(catalog, kind, index),
    office: at(offices, hash(seed, 'office', index)),
    subject: at(['社会保障', '医疗卫生', '交通出行', '教育文化', '生态环境', '市场监管'], draw >>> 3),
    updated: daysBefore(holdings.updated, age(kind, index)),
    formats: kind === 'dataset' ? offered : [],
    rows: 20 + (draw % 90_000),
    visits: 30 + (draw % 47_000),
    downloads: draw % 2_900,
  };
}

/** Result of a query. */
export interface Found {
  readonly total: number;
  /** Entries `from` to `to` (exclusive), cut at the end of the list. */
  entries(from: number, to: number): readonly Entry[];
}

/** Entries with the keyword in their title; all for an empty keyword or a broken search. */
export function find(catalog: Catalog, kind: Kind, keyword: string): Found {
  const all = totalOf(catalog, kind);
  const wanted = keyword.trim();
  if (wanted === '' || !catalog.holdings.searchable) {
    return {
      total: all,
      entries: (from, to) =>
        Array.from({ length: Math.max(0, Math.min(to, all) - from) }, (_, index) =>
          entryAt(catalog, kind, from + index),
        ),
    };
  }
  const hits: number[] = [];
  for (let index = 0; index < all; index += 1) if (titleAt(catalog, kind, index).includes(wanted)) hits.push(index);
  return {
    total: hits.length,
    entries: (from, to) => hits.slice(from, to).map((index) => entryAt(catalog, kind, index)),
  };
}

/** File formats of an entry; an interface is listed as a format but cannot be downloaded. */
export function fileFormats(entry: Entry): readonly string[] {
  return entry.formats.filter((format) => !/^(?:API|接口)$/iu.test(format));
}

/**
 * True if the download of a format works. Dead downloads are spread evenly, so that every sample
 * contains its share.
 */
export function downloadWorks(catalog: Catalog, entry: Entry, format: string): boolean {
  const { formats, deadLinks } = catalog.holdings;
  const number = entry.index * formats.length + Math.max(0, formats.indexOf(format));
  const spread = (number * 0.618_033_988_749_895 + (catalog.seed % 997) / 997) % 1;
  return spread >= deadLinks;
}

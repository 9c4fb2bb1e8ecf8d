import type { Town } from '../town.ts';
import { hash, pick } from './kit/chance.ts';
import { homeLink, link, type Mount, mountOf } from './kit/mount.ts';
import { type Place, placeOf } from './kit/place.ts';

/**
 * Families of service platforms. A host has one family: a province runs one software for all its
 * cities.
 */
export const serviceFamilies = ['server', 'menu-script', 'frames', 'gbk', 'shell', 'tabs'] as const;
export type ServiceFamily = (typeof serviceFamilies)[number];

/** Slugs of platforms by page id. */
const slugs = {
  guides: ['bszn', 'guide', 'sxlist', 'fwsx'],
  guide: ['bsznxq', 'guidedetail', 'item', 'sxxq'],
  'one-thing': ['yjs', 'ycb', 'yjsycb', 'onething'],
  'one-thing-item': ['yjsxq', 'ycbxq', 'onedetail', 'yjszn'],
  zones: ['kstb', 'tbb', 'kytb', 'crossregion'],
  zone: ['tbzq', 'tblist', 'kystq', 'zonelist'],
  certificates: ['dzzz', 'dzzzk', 'license', 'elicense'],
  progress: ['bjcx', 'jdcx', 'progress', 'bjjd'],
  rating: ['hcp', 'pj', 'evaluate', 'haochaping'],
  rates: ['hcptj', 'pjgs', 'pjjg', 'hcpgs'],
  personal: ['grkj', 'user', 'wdkj', 'usercenter'],
  enterprise: ['qykj', 'corp', 'qyzx', 'corpcenter'],
  subscribe: ['wddy', 'subscribe', 'dyfw', 'zcdy'],
  push: ['xxts', 'push', 'jzts', 'message'],
  login: ['login', 'dl', 'signin', 'uclogin'],
  sso: ['sso', 'tysfrz', 'auth', 'uias'],
  register: ['register', 'zc', 'signup', 'regist'],
  agreement: ['yhxy', 'agreement', 'fwxy', 'zcxy'],
  privacy: ['yszc', 'privacy', 'yssm', 'ystk'],
  app: ['app', 'appxz', 'download', 'ydd'],
  mini: ['xcx', 'miniprogram', 'wxxcx', 'zfbxcx'],
  wechat: ['wx', 'wechat', 'gzh', 'wxgzh'],
  matters: ['grbs', 'person', 'gerenbanshi', 'grfw'],
  departments: ['bmfw', 'dept', 'bumen', 'bmck'],
  help: ['bzzx', 'help', 'cjwd', 'czzn'],
  article: ['art', 'news', 'xwxq', 'content'],
} as const;
export type PageId = keyof typeof slugs;
const pageIds = Object.keys(slugs) as PageId[];

/** A town's service platform with its addresses. */
export interface ServiceSite {
  readonly town: Town;
  readonly mount: Mount;
  readonly family: ServiceFamily;
  readonly place: Place;
  /** Name in the page header: `四川政务服务网`. */
  readonly name: string;
  /** Region label beside the name: `成都市（市级）`. */
  readonly region: string;
}

const suffixes: Readonly<Record<ServiceFamily, string>> = {
  server: '.html',
  'menu-script': '.shtml',
  frames: '.htm',
  gbk: '.jsp',
  shell: '',
  tabs: '.do',
};

function hashOfHost(host: string): number {
  return hash(0, host);
}

/** Family of a host. Shells are rarer, since every one of them needs a browser. */
export function serviceFamilyOf(base: URL): ServiceFamily {
  const draw = hashOfHost(base.host) % 16;
  if (draw < 4) return 'server';
  if (draw < 7) return 'menu-script';
  if (draw < 9) return 'frames';
  if (draw < 12) return 'gbk';
  if (draw < 13) return 'shell';
  return 'tabs';
}

/** Computes names and addresses of a town's platform. */
export function serviceSiteOf(town: Town): ServiceSite {
  const base = town.bases.service;
  const place = placeOf(town.government);
  const shared = base.search !== '' || base.host.split('.').length > 3 || /zwfw\.[a-z]+\.gov/u.test(base.host);
  const name =
    shared || place.provincial
      ? `${place.provinceShort}${pick(['政务服务网', '政务服务平台'], hashOfHost(base.host), 'name')}`
      : `${place.name}政务服务网`;
  const region = place.provincial
    ? `${place.name}（${place.level}）`
    : pick(
        [
          `${place.name}（${place.level}）`,
          `${place.name}站点 ${place.level}`,
          `当前位置：${place.name} 层级：${place.level}`,
        ],
        town.style.seed,
        'region',
      );
  return { town, mount: mountOf(town, base, ''), family: serviceFamilyOf(base), place, name, region };
}

/** Address of a page; `index` is the number of a page of its kind (guide 3). */
export function pageLink(
  site: ServiceSite,
  id: PageId | 'home',
  index: number | null = null,
  parameters: Readonly<Record<string, string | number>> = {},
): string {
  if (id === 'home') return homeLink(site.mount);
  const slug = pick(slugs[id], site.town.style.seed, 'slug');
  const file = index === null ? slug : `${slug}_${index}`;
  return link(site.mount, `${file}${suffixes[site.family]}`, parameters);
}

/** The page of a path below the root; null if there is none. */
export function pageAt(site: ServiceSite, path: string): { id: PageId | 'home'; index: number | null } | null {
  if (path === '' || path === `index${suffixes[site.family]}`) return { id: 'home', index: null };
  const suffix = suffixes[site.family];
  if (!path.endsWith(suffix)) return null;
  const match = /^([a-z]+)(?:_(\d+))?$/u.exec(path.slice(0, path.length - suffix.length));
  const id = pageIds.find((candidate) => pick(slugs[candidate], site.town.style.seed, 'slug') === match?.[1]);
  if (match === null || id === undefined) return null;
  return { id, index: match[2] === undefined ? null : Number(match[2]) };
}

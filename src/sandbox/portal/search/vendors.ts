import { hash } from '../draw.ts';
import type { Portal } from '../portal.ts';

/** A site search engine of a vendor: addresses, parameter names and reply format. */
export interface SearchVendor {
  readonly id: string;
  /** Path of the result page. */
  readonly page: string;
  /** Parameters of the word and of the page number. */
  readonly word: string;
  readonly pageNumber: string;
  /** True if page numbers start from 0. */
  readonly fromZero: boolean;
  /** Fixed parameters. */
  readonly hidden: (portal: Portal) => Readonly<Record<string, string>>;
  /** JSON interface of the result page; null: the server writes results into the page. */
  readonly api: {
    readonly path: string;
    readonly method: 'get' | 'form' | 'json';
    readonly word: string;
    readonly pageNumber: string;
  } | null;
  /** Address of the vendor's page when the portal only links to it. */
  readonly front: string;
  readonly title: string;
  /** Prefix of the vendor's class names. */
  readonly style: string;
}

const numberOf = (portal: Portal, key: string, low: number, high: number): string =>
  String(portal.draw(key).between(low, high));
const site = (portal: Portal): string => portal.names.siteCode;
const hex = (portal: Portal, key: string): string => portal.draw(key).hex(32);

export const searchVendorTable: readonly SearchVendor[] = [
  {
    id: 'hanweb-jsearch',
    page: '/jsearchfront/search.do',
    word: 'q',
    pageNumber: 'p',
    fromZero: false,
    front: '/jsearchfront/search.do',
    title: '智能检索',
    style: 'jcse',
    hidden: (portal) => ({
      websiteid: `${portal.town.government.code}000000000`,
      searchid: numberOf(portal, 'searchid', 1, 400),
      pg: '',
      tpl: numberOf(portal, 'tpl', 10, 90),
    }),
    api: { path: '/jsearchfront/interfaces/cateSearch.do', method: 'form', word: 'q', pageNumber: 'p' },
  },
  {
    id: 'hanweb-jrobot',
    page: '/jrobot/search.do',
    word: 'q',
    pageNumber: 'p',
    fromZero: false,
    front: '/jrobot/search.do',
    title: '站内搜索',
    style: 'jrobot',
    hidden: (portal) => ({ webid: numberOf(portal, 'webid', 1, 60), pg: '12', tpl: '', category: '', pos: '', od: '' }),
    api: null,
  },
  {
    id: 'hanweb-jpaas',
    page: '/api-gateway/jpaas-jsearch-web-server/search',
    word: 'q',
    pageNumber: 'p',
    fromZero: false,
    front: '/api-gateway/jpaas-jsearch-web-server/search',
    title: '智能搜索',
    style: 'jpaas',
    hidden: (portal) => ({
      serviceId: hex(portal, 'service'),
      websiteid: `${portal.town.government.code}000000`,
      cateid: hex(portal, 'cate'),
    }),
    api: {
      path: '/api-gateway/jpaas-jsearch-web-server/interface/search/info',
      method: 'get',
      word: 'q',
      pageNumber: 'p',
    },
  },
  {
    id: 'ucap-so',
    page: '/so/s',
    word: 'qt',
    pageNumber: 'page',
    fromZero: false,
    front: '/so/s',
    title: '智能检索',
    style: 'wordGuide',
    hidden: (portal) => ({ siteCode: site(portal), tab: 'all', toolsStatus: '1' }),
    api: null,
  },
  {
    id: 'ucap-search4',
    page: '/search4/s',
    word: 'searchWord',
    pageNumber: 'pageNum',
    fromZero: false,
    front: '/search5/html/mainPage.html',
    title: '全文检索',
    style: 'searchList',
    hidden: (portal) => ({ siteCode: site(portal), column: '全部', pageSize: '10' }),
    api: null,
  },
  {
    id: 'ucap-search5',
    page: '/search5/html/searchResult.html',
    word: 'searchWord',
    pageNumber: 'pageNum',
    fromZero: false,
    front: '/search5/html/mainPage.html',
    title: '智能搜索',
    style: 'search5',
    hidden: (portal) => ({ siteCode: site(portal) }),
    api: { path: '/search5/search/s', method: 'form', word: 'searchWord', pageNumber: 'pageNum' },
  },
  {
    id: 'trs-was',
    page: '/was5/web/search',
    word: 'searchword',
    pageNumber: 'page',
    fromZero: false,
    front: '/was5/web/search',
    title: '全文检索',
    style: 'outline',
    hidden: (portal) => ({
      channelid: numberOf(portal, 'channel', 200000, 299999),
      orderby: '-DOCRELTIME',
      perpage: '10',
      outlinepage: '10',
    }),
    api: null,
  },
  {
    id: 'trs-igs',
    page: '/igs/front/search/list.html',
    word: 'searchWord',
    pageNumber: 'pageNumber',
    fromZero: false,
    front: '/igs/front/search/list.html',
    title: '智能搜索',
    style: 'igs',
    hidden: (portal) => ({ code: hex(portal, 'igs'), siteId: numberOf(portal, 'igs-site', 1, 60) }),
    api: { path: '/igs/front/search.jhtml', method: 'get', word: 'searchWord', pageNumber: 'pageNumber' },
  },
  {
    id: 'trs-irs',
    page: '/irs-c-web/search.shtml',
    word: 'searchWord',
    pageNumber: 'pageNo',
    fromZero: false,
    front: '/irs-c-web/search.shtml',
    title: '智能检索',
    style: 'irs',
    hidden: (portal) => ({ code: hex(portal, 'irs'), dataTypeId: numberOf(portal, 'irs-type', 10, 999) }),
    api: { path: '/irs/front/search', method: 'json', word: 'searchWord', pageNumber: 'pageNo' },
  },
  {
    id: 'trs-v2',
    page: '/trs-search/trssearch/v2/searchAll.do',
    word: 'allKeywords',
    pageNumber: 'pageNum',
    fromZero: false,
    front: '/trs-search/trssearch/v2/searchAll.do',
    title: '高级搜索',
    style: 'trssearch',
    hidden: (portal) => ({ siteId: numberOf(portal, 'v2', 1, 40), searchTag: 'all', sort: '', position: '0' }),
    api: null,
  },
  {
    id: 'ssp',
    page: '/ssp/main/search.html',
    word: 'key',
    pageNumber: 'page',
    fromZero: true,
    front: '/ssp/main/search.html',
    title: '智能搜索',
    style: 'ssp',
    hidden: (portal) => ({ siteId: hex(portal, 'ssp') }),
    api: { path: '/ssp/search/api/search', method: 'form', word: 'keyWord', pageNumber: 'page' },
  },
  {
    id: 'epoint',
    page: '/search/fullsearch.html',
    word: 'wd',
    pageNumber: 'pn',
    fromZero: true,
    front: '/search/fullsearch.html',
    title: '智能搜索',
    style: 'ewb',
    hidden: () => ({ cnum: '001' }),
    api: {
      path: '/inteligentsearch/rest/esinteligentsearch/getFullTextDataNew',
      method: 'json',
      word: 'wd',
      pageNumber: 'pn',
    },
  },
  {
    id: 'longxun',
    page: '/site/search/6784331',
    word: 'keywords',
    pageNumber: 'pageIndex',
    fromZero: false,
    front: '/site/search/6784331',
    title: '智能搜索',
    style: 'search_list',
    hidden: (portal) => ({
      siteId: numberOf(portal, 'lx', 6780000, 6799999),
      isAllSite: 'true',
      typeCode: 'all',
      fromCode: 'title',
    }),
    api: null,
  },
  {
    id: 'jeecms',
    page: '/search.jspx',
    word: 'q',
    pageNumber: 'pageNo',
    fromZero: false,
    front: '/search.jspx',
    title: '站内搜索',
    style: 'jeesearch',
    hidden: () => ({ channelId: '', siteId: '1', date: '0', sort: '0' }),
    api: null,
  },
  {
    id: 'aspnet',
    page: '/search.aspx',
    word: 'keyword',
    pageNumber: 'page',
    fromZero: false,
    front: '/search.aspx',
    title: '搜索结果',
    style: 'so',
    hidden: () => ({ fieldOption: 'title', modelID: '0', searchType: '0' }),
    api: null,
  },
  {
    id: 'jsp',
    page: '/search/searchResult.jsp',
    word: 'q',
    pageNumber: 'p',
    fromZero: false,
    front: '/search/searchResult.jsp',
    title: '搜索',
    style: 'result',
    hidden: (portal) => ({ t_id: numberOf(portal, 'tid', 20, 900), site_id: `CMS${portal.names.pinyin.slice(0, 4)}` }),
    api: null,
  },
];

/** The engine of a town; an unknown name is always mapped to the same engine. */
export function searchVendorOf(name: string): SearchVendor {
  const folded = name.toLowerCase();
  const vendor =
    searchVendorTable.find((entry) => entry.id === folded) ??
    searchVendorTable[hash(3, folded) % searchVendorTable.length];
  if (vendor === undefined) throw new RangeError('no search vendors');
  return vendor;
}

/** Address of the result page for a word. */
export function searchAddress(portal: Portal, vendor: SearchVendor, word: string): string {
  const fixed = Object.entries(vendor.hidden(portal)).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${vendor.page}?${[...fixed, `${vendor.word}=${encodeURIComponent(word)}`].join('&')}`;
}

import type { ScriptFamily } from '../plans.ts';
import type { Kind } from '../words.ts';

/** Request and reply format of a family's JSON endpoint. Paths into objects are dotted. */
export interface Endpoint {
  /** Path below the root of the site. */
  readonly path: string;
  /** Query parameters that select the operation. */
  readonly query: Readonly<Record<string, string>>;
  readonly method: 'GET' | 'POST';
  /** Encoding of the parameters: query, form body, or JSON body. */
  readonly encoding: 'query' | 'form' | 'json';
  /** Parameters that are always sent. */
  readonly fixed: Readonly<Record<string, unknown>>;
  readonly pageKey: string;
  readonly sizeKey: string;
  readonly keywordKey: string;
  /** True if the keyword is sent as a list of one word. */
  readonly keywordList: boolean;
  readonly firstPage: 0 | 1;
  /** Other members of the reply. */
  readonly envelope: Readonly<Record<string, unknown>>;
  /** Null: the reply is the whole list and its length is the total. */
  readonly total: string | null;
  /** '' = the reply itself is the list. */
  readonly list: string;
  readonly fields: Fields;
}

/** Names of the members of an item. */
export interface Fields {
  readonly id: string;
  readonly title: string;
  readonly office: string;
  readonly date: string;
  readonly formats: string;
}

const fields: Fields = { id: 'id', title: 'title', office: 'orgName', date: 'updateTime', formats: 'formats' };
const base = {
  query: {},
  method: 'POST',
  encoding: 'json',
  fixed: {},
  pageKey: 'current',
  sizeKey: 'size',
  keywordKey: 'keyword',
  keywordList: false,
  firstPage: 1,
  envelope: { code: 200, msg: 'success' },
  total: 'data.total',
  list: 'data.records',
  fields,
} as const satisfies Omit<Endpoint, 'path'>;

/** Endpoints of the three lists of a family: same format, different paths. */
function endpointsByKind(
  paths: Readonly<Record<Kind, string>>,
  manners: Partial<Endpoint> = {},
): Record<Kind, Endpoint> {
  const make = (path: string): Endpoint => ({ ...base, ...manners, path });
  return { dataset: make(paths.dataset), api: make(paths.api), app: make(paths.app) };
}

function odweb(): Record<Kind, Endpoint> {
  const manners: Partial<Endpoint> = {
    encoding: 'form',
    pageKey: 'start',
    sizeKey: 'length',
    firstPage: 0,
    keywordKey: 'keywords',
    envelope: { draw: 1 },
    total: 'recordsTotal',
    list: 'data',
    fields: { id: 'cata_id', title: 'cata_title', office: 'org_name', date: 'update_time', formats: 'file_type' },
  };
  const endpoints = endpointsByKind(
    { dataset: 'catalog/catalog.do', api: 'dev/developer/service.do', app: 'appcenter/app.do' },
    manners,
  );
  return {
    dataset: { ...endpoints.dataset, query: { method: 'GetCatalog' } },
    api: { ...endpoints.api, query: { method: 'GetServiceList' } },
    app: { ...endpoints.app, query: { method: 'GetAppList' } },
  };
}

function athena(): Record<Kind, Endpoint> {
  const endpoints = endpointsByKind(
    {
      dataset: 'catalog/page',
      api: 'interface/getInterfaceDataByPage',
      app: 'application/getApplicationDataByPage',
    },
    {
      fixed: { deptId: '', domainId: '', orderField: '2', openType: '' },
      pageKey: 'pageNum',
      sizeKey: 'pageSize',
      keywordKey: 'searchString',
      list: 'data.rows',
      fields: { id: 'iid', title: 'title', office: 'deptName', date: 'dataUpdateDate', formats: 'dataType' },
    },
  );
  const { dataset, api, app } = endpoints;
  return {
    dataset,
    api: { ...api, encoding: 'form', list: 'data.list' },
    app: { ...app, encoding: 'form', list: 'data.list' },
  };
}

/** The lists of each family. */
const families: Readonly<Record<ScriptFamily, (code: string) => Readonly<Record<Kind, Endpoint>>>> = {
  odweb: () => odweb(),
  athena: () => athena(),
  extranet: () =>
    endpointsByKind(
      {
        dataset: 'rest/dataOpen/getResourceList',
        api: 'rest/dataOpen/getInterfaceList',
        app: 'rest/dataOpen/getAppList',
      },
      {
        fixed: { token: null, usertype: null, params: { sortField: '', sortOrder: 'desc' } },
        pageKey: 'params.currentPage',
        sizeKey: 'params.pageSize',
        keywordKey: 'params.resourcesName',
        firstPage: 0,
        envelope: { status: { code: 1, text: '' } },
        total: 'custom.total',
        list: 'custom.resultList',
        fields: {
          id: 'resourceId',
          title: 'resourcesName',
          office: 'deptName',
          date: 'updateDate',
          formats: 'fileFormat',
        },
      },
    ),
  exchange: () =>
    endpointsByKind(
      {
        dataset: 'v1.0/mh/sjml/getMlxxList',
        api: 'v1.0/mh/jkfw/getJkxxList',
        app: 'v1.0/mh/yyzs/getYyxxList',
      },
      {
        fixed: { zylx: ['01', '02'], ssbmId: ['00'], gxsjPx: 2 },
        pageKey: 'pageNo',
        sizeKey: 'pageSize',
        keywordKey: 'mlmc',
        envelope: { code: '0000', message: '成功' },
        list: 'data.rows',
        fields: { id: 'mlbh', title: 'mlmc', office: 'xxzytgf', date: 'gxrq', formats: 'wjgs' },
      },
    ),
  division: (code) =>
    endpointsByKind(
      {
        dataset: 'api/search/data/getDataDirectoryListByParams',
        api: 'api/search/api/getApiListByParams',
        app: 'api/search/app/getAppListByParams',
      },
      {
        fixed: { orderBy: 0, topicId: [], orgId: [], divisionId: code, resourceType: '', resourceFormats: [] },
        pageKey: 'pageIndex',
        sizeKey: 'pageSize',
        keywordKey: 'searchText',
        keywordList: true,
        envelope: { code: 200 },
        total: 'paginator.total',
        list: 'paginator.records',
        fields: { id: 'id', title: 'name', office: 'orgName', date: 'updateTime', formats: 'formatNames' },
      },
    ),
  develop: (code) =>
    endpointsByKind(
      {
        dataset: 'datadevelop/prod-api/open-portal/catalog/list',
        api: 'datadevelop/prod-api/open-portal/service/list',
        app: 'datadevelop/prod-api/open-portal/application/list',
      },
      {
        method: 'GET',
        encoding: 'query',
        fixed: { type: '1', currentTab: 'all', cityCode: code },
        pageKey: 'pageNum',
        sizeKey: 'pageSize',
        keywordKey: 'name',
        list: 'data.rows',
      },
    ),
  static: () =>
    endpointsByKind(
      { dataset: 'common/sjj.json', api: 'common/sjjk.json', app: 'common/yycg.json' },
      { method: 'GET', encoding: 'query', total: null, list: '', envelope: {} },
    ),
  react: () =>
    endpointsByKind(
      {
        dataset: 'prod-api/openData/page',
        api: 'prod-api/openApi/page',
        app: 'prod-api/openApp/page',
      },
      { pageKey: 'current', sizeKey: 'pageSize', keywordKey: 'dataName', total: 'page.total', list: 'page.records' },
    ),
  counters: () =>
    endpointsByKind(
      { dataset: 'dataSet/findPage', api: 'api/findPage', app: 'app/findPage' },
      {
        encoding: 'form',
        pageKey: 'pageNo',
        sizeKey: 'pageSize',
        keywordKey: 'searchValue',
        total: 'count',
        list: 'data',
      },
    ),
};

/** The lists of a family; `code` is the division's code, which some endpoints require. */
export function endpointsOf(family: ScriptFamily, code: string): Readonly<Record<Kind, Endpoint>> {
  return families[family](code);
}

/** Path of the totals for the home page; null if it uses the three lists. */
export function statisticsPath(family: ScriptFamily): string | null {
  if (family === 'react') return 'prod-api/home/statistics';
  return family === 'counters' ? 'index/count' : null;
}

/** Path of the entry data for a detail page. */
export function detailPath(family: ScriptFamily, kind: Kind): string {
  const names: Readonly<Record<Kind, string>> = { dataset: 'detail', api: 'apiDetail', app: 'appDetail' };
  const folder = endpointsOf(family, '').dataset.path.replace(/[^/]*$/u, '');
  return `${folder}${names[kind]}${family === 'static' ? '.json' : ''}`;
}

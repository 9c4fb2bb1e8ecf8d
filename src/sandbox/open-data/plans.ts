import type { FamilyPlan, PageId } from './site.ts';

function pages(extension: string, given: Partial<Record<PageId, string>>): Record<PageId, string> {
  return {
    home: `index${extension}`,
    datasets: `catalog/index${extension}`,
    dataset: `catalog/detail${extension}`,
    apis: `service/index${extension}`,
    api: `service/detail${extension}`,
    apps: `application/index${extension}`,
    app: `application/detail${extension}`,
    policies: `news/policy${extension}`,
    policy: `news/detail${extension}`,
    interaction: `interaction/index${extension}`,
    register: `user/register${extension}`,
    agreement: `user/agreement${extension}`,
    privacy: `user/privacy${extension}`,
    login: `user/login${extension}`,
    download: 'catalog/download',
    ...given,
  };
}

interface Options {
  readonly folder?: string;
  readonly natives?: readonly string[];
  readonly extension?: string;
  readonly pages?: Partial<Record<PageId, string>>;
  readonly parameters?: Partial<FamilyPlan['parameters']>;
  readonly pageSize?: number;
  readonly encoding?: FamilyPlan['encoding'];
}

function plan(id: string, options: Options): FamilyPlan {
  return {
    id,
    folder: options.folder ?? '',
    natives: options.natives ?? [],
    pages: pages(options.extension ?? '', options.pages ?? {}),
    parameters: { page: 'page', keyword: 'keyword', id: 'id', ...options.parameters },
    pageSize: options.pageSize ?? 10,
    encoding: options.encoding ?? 'town',
  };
}

const oportal: Options = {
  folder: 'oportal/',
  pages: { dataset: 'catalog/{id}', api: 'service/{id}', app: 'application/{id}', download: 'catalog/download' },
  parameters: { keyword: 'Q' },
};

/** Families whose pages contain their numbers in the markup. */
export const serverPlans = {
  'oportal-classic': plan('oportal-classic', oportal),
  'oportal-default': plan('oportal-default', { ...oportal, pageSize: 15 }),
  'oportal-datav': plan('oportal-datav', { ...oportal, pageSize: 12 }),
  jdop: plan('jdop', {
    folder: 'jdop_front/',
    extension: '.do',
    pages: {
      datasets: 'channal/datapubliclist.do',
      dataset: 'detail/data.do',
      apis: 'channal/interfacelist.do',
      api: 'detail/interface.do',
      apps: 'channal/applist.do',
      app: 'detail/app.do',
      policies: 'channal/policylist.do',
      policy: 'detail/policy.do',
      register: 'login/register.do',
      download: 'detail/download.do',
    },
    parameters: { page: 'pageNumber', keyword: 'searchString', id: 'iid' },
  }),
  'open-data-web': plan('open-data-web', {
    folder: 'open-data-web/',
    extension: '.do',
    pages: {
      home: 'index/index.do',
      datasets: 'kfzy/index.do',
      dataset: 'kfzy/detail.do',
      apis: 'jkfw/index.do',
      api: 'jkfw/detail.do',
      apps: 'yycg/index.do',
      app: 'yycg/detail.do',
      policies: 'zcfg/index.do',
      policy: 'zcfg/detail.do',
    },
    parameters: { page: 'currentPageNo', keyword: 'searchName', id: 'rid' },
    pageSize: 12,
  }),
  webapp: plan('webapp', {
    folder: 'webapp/dataPublic/',
    extension: '.jsp',
    pages: {
      home: 'index.jsp',
      datasets: 'dataList.jsp',
      dataset: 'dataDetail.jsp',
      apis: 'apiList.jsp',
      api: 'apiDetail.jsp',
      apps: 'appList.jsp',
      app: 'appDetail.jsp',
      policies: 'policyList.jsp',
      policy: 'policyDetail.jsp',
      interaction: 'consult.jsp',
      register: 'register.jsp',
      agreement: 'agreement.jsp',
      privacy: 'privacy.jsp',
      login: 'login.jsp',
      download: 'download.jsp',
    },
    parameters: { page: 'pageNo', keyword: 'dataName', id: 'dataId' },
    pageSize: 15,
    encoding: 'gb18030',
  }),
  units: plan('units', {
    extension: '.html',
    pages: {
      datasets: 'data/list.html',
      dataset: 'data/{id}.html',
      apis: 'interface/list.html',
      apps: 'app/list.html',
    },
    parameters: { page: 'p', keyword: 'wd' },
    pageSize: 20,
  }),
  neighbours: plan('neighbours', {
    folder: 'opendata/',
    extension: '.shtml',
    pages: { datasets: 'resource/list.shtml', dataset: 'resource/{id}.shtml' },
    parameters: { page: 'pageIndex', keyword: 'searchWord' },
  }),
  'list-only': plan('list-only', {
    folder: 'sjkf/',
    extension: '.html',
    pages: { datasets: 'sjml/index.html', dataset: 'sjml/{id}.html', apis: 'sjjk/index.html', apps: 'sjyy/index.html' },
    parameters: { page: 'pageNum', keyword: 'name' },
    pageSize: 18,
  }),
} as const satisfies Record<string, FamilyPlan>;

/** Families whose pages load their numbers from a JSON endpoint. All are UTF-8. */
export const scriptPlans = {
  odweb: plan('odweb', {
    folder: 'odweb/',
    extension: '.htm',
    pages: {
      dataset: 'catalog/catalogDetail.htm',
      apis: 'dev/developer/serviceList.htm',
      api: 'dev/developer/serviceDetail.htm',
      apps: 'appcenter/index.htm',
      app: 'appcenter/appDetail.htm',
      download: 'catalog/catalogDetail/download.do',
    },
    parameters: { id: 'cata_id' },
    pageSize: 6,
    encoding: 'utf-8',
  }),
  athena: plan('athena', {
    folder: 'athena/',
    pages: { home: 'home', datasets: 'data', dataset: 'data/detail', apis: 'interface', apps: 'application' },
    encoding: 'utf-8',
  }),
  extranet: plan('extranet', {
    folder: 'extranet/',
    extension: '.html',
    natives: [],
    pages: {
      home: 'openportal/pages/default/index.html',
      datasets: 'openportal/pages/resource/resourcelist.html',
      dataset: 'openportal/pages/resource/resourcedetail.html',
      apis: 'openportal/pages/interface/interfacelist.html',
      api: 'openportal/pages/interface/interfacedetail.html',
      apps: 'openportal/pages/app/applist.html',
      app: 'openportal/pages/app/appdetail.html',
      download: 'rest/dataOpen/download',
    },
    pageSize: 15,
    encoding: 'utf-8',
  }),
  exchange: plan('exchange', {
    folder: 'exchangeopengateway/',
    extension: '.html',
    pages: { datasets: 'sjml/list.html', dataset: 'sjml/detail.html', apis: 'jkfw/list.html', apps: 'yyzs/list.html' },
    parameters: { id: 'mlId' },
    pageSize: 20,
    encoding: 'utf-8',
  }),
  division: plan('division', {
    pages: {
      home: 'home',
      datasets: 'open-data',
      dataset: 'open-data/detail',
      apis: 'open-api',
      api: 'open-api/detail',
      apps: 'app-center',
      app: 'app-center/detail',
    },
    pageSize: 12,
    encoding: 'utf-8',
  }),
  develop: plan('develop', {
    natives: ['oportal/'],
    pages: {
      home: 'oportal/index',
      datasets: 'oportal/catalog/index',
      dataset: 'oportal/catalog/detail',
      apis: 'oportal/service/index',
      api: 'oportal/service/detail',
      apps: 'oportal/application/index',
      app: 'oportal/application/detail',
    },
    encoding: 'utf-8',
  }),
  static: plan('static', {
    extension: '.html',
    pages: {
      datasets: 'sjml.html',
      dataset: 'sjxq.html',
      apis: 'sjjk.html',
      api: 'jkxq.html',
      apps: 'sjyy.html',
      app: 'yyxq.html',
    },
    encoding: 'utf-8',
  }),
  react: plan('react', {
    pages: { home: 'index.html', datasets: 'catalog', dataset: 'catalog/detail', apis: 'apis', apps: 'apps' },
    encoding: 'utf-8',
  }),
  counters: plan('counters', {
    folder: 'data/',
    extension: '.html',
    pages: {
      datasets: 'dataSet/index.html',
      dataset: 'dataSet/detail.html',
      apis: 'api/index.html',
      apps: 'app/index.html',
    },
    pageSize: 12,
    encoding: 'utf-8',
  }),
} as const satisfies Record<string, FamilyPlan>;

export type ServerFamily = keyof typeof serverPlans;
export type ScriptFamily = keyof typeof scriptPlans;

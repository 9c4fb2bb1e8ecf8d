import type { Portal } from '../portal.ts';
import { escapeHtml } from '../text.ts';
import type { Hit, Outcome } from './engine.ts';
import type { SearchVendor } from './vendors.ts';

const absolute = (portal: Portal, hit: Hit): string => `${portal.town.bases.portal.origin}${hit.path}`;

/** Markup of a result inside the JSON of 大汉's server. */
function hanwebItem(portal: Portal, hit: Hit): string {
  return `<div class="jcse-result-box news-result"><div class="jcse-news-title"><span class="jcse-cate">[${hit.kind}]</span><a href="${escapeHtml(absolute(portal, hit))}" target="_blank">${escapeHtml(hit.title)}</a></div><div class="jcse-news-abs"><div class="jcse-news-abs-content">${escapeHtml(hit.summary)}</div><div class="jcse-news-other-info"><div class="jcse-news-url"><a href="${escapeHtml(absolute(portal, hit))}">${escapeHtml(absolute(portal, hit))}</a></div><span class="jcse-news-date">${hit.date}</span><span class="jcse-news-source">${escapeHtml(hit.source)}</span></div></div></div>`;
}

function smartPart(outcome: Outcome, portal: Portal): Record<string, unknown> {
  return {
    ...(outcome.corrected === null ? {} : { correct: outcome.corrected }),
    ...(outcome.related.length === 0 ? {} : { relatedWords: outcome.related }),
    ...(outcome.cards.length === 0
      ? {}
      : {
          serviceCards: outcome.cards.map((card) => ({
            itemName: card.name,
            deptName: card.office,
            limitTime: card.time,
            url: `${portal.town.bases.portal.origin}${card.path}`,
          })),
        }),
    ...(outcome.otherPlace === null
      ? {}
      : { regionTip: `“${outcome.otherPlace}”不在本站范围，已为您展示${portal.names.full}的结果` }),
  };
}

/** Input of a reply. */
interface Answer {
  readonly portal: Portal;
  readonly outcome: Outcome;
  readonly page: number;
  readonly smart: Readonly<Record<string, unknown>>;
}

const hanweb = ({ portal, outcome, page, smart }: Answer): unknown => ({
  total: outcome.total,
  page,
  result: outcome.hits.map((hit) => hanwebItem(portal, hit)),
  ...smart,
});

/** Reply formats by vendor. */
const shapes: Readonly<Record<string, (answer: Answer) => unknown>> = {
  'hanweb-jsearch': hanweb,
  'hanweb-jpaas': hanweb,
  'ucap-search5': ({ portal, outcome, smart }) => ({
    searchResultAll: {
      total: outcome.total,
      searchTotal: outcome.hits.map((hit) => ({
        title: hit.title,
        url: absolute(portal, hit),
        pubDate: hit.date,
        content: hit.summary,
        siteName: hit.source,
        column: hit.kind,
      })),
    },
    ...smart,
  }),
  'trs-igs': ({ portal, outcome, page, smart }) => ({
    page: {
      total: outcome.total,
      number: page,
      content: outcome.hits.map((hit) => ({
        title: hit.title,
        url: absolute(portal, hit),
        trs_time: hit.date,
        content: hit.summary,
        site: hit.source,
      })),
    },
    ...smart,
  }),
  'trs-irs': ({ portal, outcome, page, smart }) => ({
    code: 200,
    success: true,
    data: {
      pager: { total: outcome.total, pageNo: page, pageSize: 10 },
      middle: {
        listAndBox: outcome.hits.map((hit) => ({
          type: 'list',
          data: {
            title: hit.title,
            url: absolute(portal, hit),
            time: hit.date,
            content: hit.summary,
            source: hit.source,
          },
        })),
      },
      ...smart,
    },
  }),
  ssp: ({ portal, outcome, smart }) => ({
    code: 0,
    data: {
      totalElements: outcome.total,
      datas: outcome.hits.map((hit) => ({
        _doctitle: hit.title,
        docpuburl: absolute(portal, hit),
        docreltime: hit.date,
        doccontent: hit.summary,
        sitename: hit.source,
      })),
      ...smart,
    },
  }),
};

/** Reply format of all other vendors. */
const otherShape = ({ portal, outcome, smart }: Answer): unknown => ({
  result: {
    totalcount: outcome.total,
    records: outcome.hits.map((hit) => ({
      title: hit.title,
      linkurl: absolute(portal, hit),
      infodate: hit.date,
      content: hit.summary,
      zhuanzai: hit.source,
    })),
    ...smart,
  },
});

/** A reply of the vendor's interface in its own format. */
export function vendorJson(portal: Portal, vendor: SearchVendor, outcome: Outcome, page: number): unknown {
  const shape = shapes[vendor.id] ?? otherShape;
  return shape({ portal, outcome, page, smart: smartPart(outcome, portal) });
}

/** Paths to total, list and entry fields in the vendor's JSON, for its page. */
export const jsonPaths: Readonly<
  Record<
    string,
    { readonly total: string; readonly list: string; readonly fields: readonly string[]; readonly extra: string }
  >
> = {
  'hanweb-jsearch': { total: 'total', list: 'result', fields: [], extra: '' },
  'hanweb-jpaas': { total: 'total', list: 'result', fields: [], extra: '' },
  'ucap-search5': {
    total: 'searchResultAll.total',
    list: 'searchResultAll.searchTotal',
    fields: ['title', 'url', 'pubDate', 'content', 'siteName'],
    extra: '',
  },
  'trs-igs': {
    total: 'page.total',
    list: 'page.content',
    fields: ['title', 'url', 'trs_time', 'content', 'site'],
    extra: '',
  },
  'trs-irs': {
    total: 'data.pager.total',
    list: 'data.middle.listAndBox',
    fields: ['data.title', 'data.url', 'data.time', 'data.content', 'data.source'],
    extra: 'data',
  },
  ssp: {
    total: 'data.totalElements',
    list: 'data.datas',
    fields: ['_doctitle', 'docpuburl', 'docreltime', 'doccontent', 'sitename'],
    extra: 'data',
  },
  epoint: {
    total: 'result.totalcount',
    list: 'result.records',
    fields: ['title', 'linkurl', 'infodate', 'content', 'zhuanzai'],
    extra: 'result',
  },
};

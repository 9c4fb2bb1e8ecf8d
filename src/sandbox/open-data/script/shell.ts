import { hash, pick } from '../../service/kit/chance.ts';
import { link } from '../../service/kit/mount.ts';
import { escapeHtml, scriptJson } from '../../service/kit/reply.ts';
import type { ScriptFamily } from '../plans.ts';
import { bannerMarkup } from '../server/page.ts';
import { menuOf, type PlatformSite } from '../site.ts';
import { type Kind, kinds } from '../words.ts';
import { detailPath, endpointsOf, statisticsPath } from './endpoints.ts';
import { runtime, senders } from './runtime.ts';

/** The view that the script shows. */
export type View = 'home' | 'list' | 'detail' | 'menu';

/** Families whose menu is also written by script. */
const scriptMenus: readonly ScriptFamily[] = ['athena', 'division', 'react', 'exchange'];
const sender: Readonly<Record<ScriptFamily, keyof typeof senders>> = {
  odweb: 'ajax',
  athena: 'fetch',
  extranet: 'ajax',
  exchange: 'xhr',
  division: 'fetch',
  develop: 'fetch',
  static: 'xhr',
  react: 'fetch',
  counters: 'ajax',
};
const scriptPaths: Readonly<Record<ScriptFamily, string>> = {
  odweb: 'js/odweb.js',
  athena: 'assets/index.js',
  extranet: 'openportal/js/portal.js',
  exchange: 'static/js/main.js',
  division: 'umi.js',
  develop: 'static/js/app.js',
  static: 'common/js/page.js',
  react: 'static/js/bundle.js',
  counters: 'js/index.js',
};

function forKinds<Value>(make: (kind: Kind) => Value): Record<Kind, Value> {
  return { dataset: make('dataset'), api: make('api'), app: make('app') };
}

/** The family's script with its addresses and words; null for any other path. */
export function scriptFile(site: PlatformSite, family: ScriptFamily, path: string): string | null {
  if (path !== scriptPaths[family]) return null;
  const { plan, words, seed, mount } = site;
  const endpoints = endpointsOf(family, site.town.government.code);
  const statistics = statisticsPath(family);
  const config = {
    name: site.name,
    region: `${site.place.name}（${site.place.level}）`,
    menu: scriptMenus.includes(family) ? menuOf(site) : null,
    lists: forKinds((kind) => {
      const { path: endpointPath, query, envelope: _envelope, ...manners } = endpoints[kind];
      return { url: link(mount, endpointPath, query), ...manners };
    }),
    statistics: statistics === null ? null : link(mount, statistics),
    details: forKinds((kind) => `${mount.root}${plan.pages[kind]}`),
    detailApi: forKinds((kind) => link(mount, detailPath(family, kind))),
    labels: { ...words.count, rows: '数据量（条）' },
    facts: [
      ['数据提供方', 'office'],
      ['更新时间', 'updated'],
      ['所属主题', 'subject'],
    ],
    keep: mount.keep,
    idKey: plan.parameters.id,
    pageKey: plan.parameters.page,
    keywordKey: plan.parameters.keyword,
    pageSize: plan.pageSize,
    searchable: site.catalog.holdings.searchable,
    searchBox: site.catalog.holdings.searchable || hash(seed, 'search-box') % 2 === 1,
    searchLabel: '搜索',
    newest: '最新数据',
    emptyText: '暂无数据',
    totalText: pick(['共#条', '共 # 条结果', '总数：#'], seed, 'total-text'),
  };
  return runtime.replace('/*CONFIG*/', () => scriptJson(config)).replace('/*SEND*/', () => senders[sender[family]]);
}

/** Contents of the home page before the script runs: zeros, empty elements, or nothing. */
function placeholders(site: PlatformSite, family: ScriptFamily): string {
  const { count } = site.words;
  const slot = (id: string, label: string, before: string) =>
    `<div class="count-item"><em id="num-${id}">${before}</em><span>${label}</span></div>`;
  switch (family) {
    case 'counters':
      return `${slot('dataset', `个${count.dataset}`, '0')}${slot('rows', '条数据', '0')}${slot('api', `个${count.api}`, '0')}${slot('app', `个${count.app}`, '0')}`;
    case 'odweb':
    case 'extranet':
    case 'develop':
      return kinds.map((kind) => slot(kind, count[kind], '')).join('');
    case 'static':
      return kinds.map((kind) => slot(kind, count[kind], '--')).join('');
    default:
      return '';
  }
}

/**
 * A page of a script family. `body` is its content before the script runs, for views without data.
 */
export function shellPage(
  site: PlatformSite,
  family: ScriptFamily,
  view: View,
  kind: Kind,
  title: string,
  body: string,
): string {
  const script = escapeHtml(link(site.mount, scriptPaths[family]));
  const menu = scriptMenus.includes(family) ? '' : bannerMarkup(site, false);
  const before = view === 'home' ? placeholders(site, family) : body;
  const root = view === 'menu' ? `<div class="main">${before}</div>` : `<div id="root">${before}</div>`;
  const shown = title === '' ? site.name : `${title}-${site.name}`;
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${escapeHtml(shown)}</title></head><body data-view="${view}" data-kind="${kind}">${menu}${root}<noscript>You need to enable JavaScript to run this app.</noscript><script src="${script}"></script></body></html>`;
}

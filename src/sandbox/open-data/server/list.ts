import { pagerBlock } from '../../service/kit/blocks.ts';
import { hash } from '../../service/kit/chance.ts';
import { escapeHtml } from '../../service/kit/reply.ts';
import { type Entry, type Found, find, totalOf } from '../catalog.ts';
import type { ServerFamily } from '../plans.ts';
import { detailLink, listPages, type PlatformSite, pageLink } from '../site.ts';
import { fullWidth, type Kind, separated } from '../words.ts';

/** A requested page of a list. */
export interface ListRequest {
  readonly kind: Kind;
  readonly keyword: string;
  readonly page: number;
}

function searchForm(site: PlatformSite, kind: Kind, keyword: string): string {
  // A platform with a broken search shows a box that finds everything, or no box.
  if (!site.catalog.holdings.searchable && hash(site.seed, 'search-box') % 2 === 0) return '';
  const kept = site.mount.keep
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');
  const action = escapeHtml(pageLink(site, listPages[kind]).replace(/\?.*$/u, ''));
  return `<form class="search" action="${action}" method="get">${kept}<input type="text" name="${site.plan.parameters.keyword}" value="${escapeHtml(keyword)}" placeholder="请输入关键词"><button type="submit">搜索</button></form>`;
}

function tabs(site: PlatformSite, request: ListRequest, found: Found): string {
  const shown = (kind: Kind) => (kind === request.kind ? found : find(site.catalog, kind, request.keyword)).total;
  const parameters = request.keyword === '' ? {} : { [site.plan.parameters.keyword]: request.keyword };
  const tab = (kind: Kind, label: string) =>
    `<li${kind === request.kind ? ' class="on"' : ''}><a href="${escapeHtml(pageLink(site, listPages[kind], parameters))}">${label}</a></li>`;
  return `<ul class="tab">${tab('dataset', `数据集(${shown('dataset')})`)}${tab('api', `API（${shown('api')}）`)}${tab('app', `应用（${shown('app')})`)}</ul>`;
}

const nouns: Readonly<Record<Kind, string>> = { dataset: '数据集', api: '接口', app: '应用' };

function totalLine(family: ServerFamily, kind: Kind, total: number, page: number, pages: number): string {
  switch (family) {
    case 'oportal-classic':
    case 'oportal-datav':
      return '';
    case 'oportal-default':
      return `<div class="total">共<em>${total}</em>个${nouns[kind]}</div>`;
    case 'jdop':
      return `<div class="result">共找到<span class="onColor">${total}</span>个${nouns[kind]}</div>`;
    case 'open-data-web':
      return `<div class="total">共${total}条 第${page}/${pages}页</div>`;
    case 'webapp':
      return `<div align="right">共 ${total} 条记录 第 ${page}/${pages} 页</div>`;
    case 'units':
      return `<div class="total">为您找到 <b>${separated(total)}</b> 个${nouns[kind]}</div>`;
    case 'neighbours':
      return `<div class="total"><span>${nouns[kind]}总数</span><span>${fullWidth(total)}</span></div>`;
    case 'list-only':
      return `<p class="total">共 ${total} 条</p>`;
  }
}

function row(site: PlatformSite, family: ServerFamily, kind: Kind, entry: Entry): string {
  const href = escapeHtml(detailLink(site, kind, entry.id));
  const title = escapeHtml(entry.title);
  const office = `${site.place.name}${entry.office}`;
  switch (family) {
    case 'oportal-classic':
    case 'oportal-default':
    case 'oportal-datav': {
      const marks = entry.index < totalOf(site.catalog, 'api') ? [...entry.formats, '接口'] : entry.formats;
      const types =
        kind === 'dataset'
          ? `<div class="file-type"><ul>${marks.map((mark) => `<li>${mark}</li>`).join('')}</ul></div>`
          : '';
      return `<li><div class="cata-title"><a href="${href}" title="${title}">${title}</a></div><div class="cata-information"><span>来源部门：${office}</span><span>最后更新：${entry.updated}</span><span>访问量：${entry.visits}</span><span>下载量：${entry.downloads}</span></div>${types}</li>`;
    }
    case 'webapp':
      return `<tr><td><a href="${href}">${title}</a></td><td>${office}</td><td>${entry.updated}</td><td>${entry.formats.join('、')}</td></tr>`;
    case 'neighbours':
      return `<div class="row"><div class="c1"><a href="${href}">${title}</a></div><div class="c2">${office}</div><div class="c3">${entry.updated.replace(/-/g, '/')}</div><div class="c4">${entry.formats.join(' ')}</div></div>`;
    default:
      return `<li class="item"><h4><a href="${href}">${title}</a></h4><p>${kind === 'dataset' ? `格式：${entry.formats.join('，')} 数据量：${entry.rows}条 ` : ''}提供单位：${office} 更新时间：${entry.updated}</p></li>`;
  }
}

function frame(family: ServerFamily, rows: string): string {
  switch (family) {
    case 'oportal-classic':
    case 'oportal-default':
    case 'oportal-datav':
      return `<div class="bottom-content"><ul>${rows}</ul></div>`;
    case 'webapp':
      return `<table width="960" border="1"><tr><th>名称</th><th>单位</th><th>更新日期</th><th>格式</th></tr>${rows}</table>`;
    case 'neighbours':
      return `<div class="rows">${rows}</div>`;
    case 'jdop':
      return `<div class="search_result"><ul>${rows}</ul></div>`;
    default:
      return `<ul class="data-list">${rows}</ul>`;
  }
}

/** Rows of a list, as the home page shows the newest entries. */
export function rowsMarkup(site: PlatformSite, family: ServerFamily, kind: Kind, entries: readonly Entry[]): string {
  return frame(family, entries.map((entry) => row(site, family, kind, entry)).join(''));
}

/** The body of a list page: search box, total, rows, page links. An empty list says so. */
export function listMarkup(site: PlatformSite, family: ServerFamily, request: ListRequest): string {
  const { pageSize, parameters } = site.plan;
  const found = find(site.catalog, request.kind, request.keyword);
  const pages = Math.max(1, Math.ceil(found.total / pageSize));
  const page = Math.min(request.page, pages);
  const entries = found.entries((page - 1) * pageSize, page * pageSize);
  const rows =
    entries.length === 0 ? '<div class="nodata">暂无数据</div>' : rowsMarkup(site, family, request.kind, entries);
  const kept = request.keyword === '' ? {} : { [parameters.keyword]: request.keyword };
  const pager = pagerBlock(page, pages, (number) =>
    pageLink(site, listPages[request.kind], { ...kept, [parameters.page]: number }),
  );
  const links =
    pager.kind === 'pager' && entries.length > 0
      ? pager.links.map((item) => `<a href="${escapeHtml(item.href)}">${item.text}</a>`).join('')
      : '';
  const top = family.startsWith('oportal') ? tabs(site, request, found) : '';
  return `${searchForm(site, request.kind, request.keyword)}${top}${totalLine(family, request.kind, found.total, page, pages)}${rows}<div class="pages">${links}</div>`;
}

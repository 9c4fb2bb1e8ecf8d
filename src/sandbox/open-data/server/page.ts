import { pick } from '../../service/kit/chance.ts';
import { link } from '../../service/kit/mount.ts';
import { declaredCharset, escapeHtml } from '../../service/kit/reply.ts';
import { renderBlocks } from '../../service/render/blocks.ts';
import type { Town } from '../../town.ts';
import { type Entry, fileFormats, find } from '../catalog.ts';
import type { PlainPage } from '../pages.ts';
import type { ServerFamily } from '../plans.ts';
import { entryLink, menuOf, type PlatformSite } from '../site.ts';
import type { Kind } from '../words.ts';
import { homeCounters } from './counts.ts';
import { rowsMarkup } from './list.ts';

/** Encoding of the platform's pages. */
export function encodingOf(site: PlatformSite): Town['style']['encoding'] {
  return site.plan.encoding === 'town' ? site.town.style.encoding : site.plan.encoding;
}

function headMarkup(site: PlatformSite, title: string): string {
  const charset = declaredCharset(site.town, encodingOf(site));
  const meta = pick(
    [`<meta charset="${charset}">`, `<meta http-equiv="Content-Type" content="text/html;charset=${charset}">`],
    site.seed,
    'meta',
  );
  const style = escapeHtml(link(site.mount, 'static/style.css'));
  return `<head>${meta}<title>${escapeHtml(title)}</title><link rel="stylesheet" href="${style}"></head>`;
}

/** Name, region with its administrative level, and menu. */
export function bannerMarkup(site: PlatformSite, table: boolean): string {
  const menu = menuOf(site);
  const name = escapeHtml(site.name);
  const region = escapeHtml(`${site.place.name}（${site.place.level}）`);
  if (table) {
    return `<table width="960" align="center"><tr><td colspan="${menu.length}"><b>${name}</b> ${region}</td></tr><tr>${menu.map((item) => `<td><a href="${escapeHtml(item.href)}">${item.text}</a></td>`).join('')}</tr></table>`;
  }
  return `<div class="header"><div class="logo">${name}</div><span class="region">${region}</span><ul class="nav">${menu.map((item) => `<li><a href="${escapeHtml(item.href)}">${item.text}</a></li>`).join('')}</ul></div>`;
}

function footMarkup(site: PlatformSite): string {
  return `<div class="footer">主办：${escapeHtml(site.place.name)}大数据管理局</div>`;
}

/** A whole page around a body. */
export function wrapPage(site: PlatformSite, title: string, body: string, table: boolean): string {
  const heading = title === '' ? site.name : `${title}-${site.name}`;
  return `<!DOCTYPE html><html>${headMarkup(site, heading)}<body>${bannerMarkup(site, table)}<div class="main">${body}</div>${footMarkup(site)}</body></html>`;
}

/** Body of the home page: counters and the newest datasets. */
export function homeMarkup(site: PlatformSite, family: ServerFamily): string {
  const newest = find(site.catalog, 'dataset', '').entries(0, 5);
  return `${homeCounters(site, family)}<h3>最新数据</h3>${rowsMarkup(site, family, 'dataset', newest)}`;
}

/** Body of the page about one entry, with its downloads when it is a dataset. */
export function entryMarkup(site: PlatformSite, kind: Kind, entry: Entry): string {
  const facts = [
    { label: kind === 'dataset' ? '数据提供方' : '提供方', value: `${site.place.name}${entry.office}` },
    { label: '所属主题', value: entry.subject },
    { label: '更新时间', value: entry.updated },
    ...(kind === 'dataset'
      ? [
          { label: '更新频率', value: pick(['每年', '每月', '每日', '不定期'], site.seed, entry.index) },
          { label: '数据格式', value: entry.formats.join('、') },
          { label: '数据量', value: `${entry.rows}条` },
          { label: '下载次数', value: String(entry.downloads) },
        ]
      : []),
    { label: '访问次数', value: String(entry.visits) },
  ];
  const files = fileFormats(entry).map((format) => ({
    text: `${format}下载`,
    href: entryLink(site, 'download', entry.id, { format: format.toLowerCase() }),
  }));
  const markup = pick(['table', 'list'] as const, site.seed, 'entry-markup');
  return `<h1>${escapeHtml(entry.title)}</h1>${renderBlocks(
    [
      { kind: 'facts', entries: facts, as: markup },
      { kind: 'links', items: files, as: 'list' },
    ],
    'modern',
  )}`;
}

/** Body of a page that is the same in every family. */
export function plainMarkup(page: PlainPage, table: boolean): string {
  return `<h1>${escapeHtml(page.title)}</h1>${renderBlocks(page.blocks, table ? 'tables' : 'modern')}`;
}

import { articleTitle } from '../columns/titles.ts';
import { homeBody } from '../families/layouts.ts';
import { entryList, hubColumns, isOptional, matterLinks, platformLink } from '../parts/blocks.ts';
import { plainLink } from '../parts/links.ts';
import type { Portal, PortalColumn } from '../portal.ts';
import { breadcrumb, type Content, columnMetas, heading } from './frame.ts';

/** Content of the home page. */
export function homeContent(portal: Portal, place: 'home' | 'inner' = 'home'): Content {
  return { title: portal.names.site, body: homeBody(portal, place) };
}

/** A hub: its services, then the newest entries of its news columns. */
export function hubPage(portal: Portal, column: PortalColumn): Content {
  const keys = (hubColumns[column.key] ?? []).filter((key) => portal.has(key));
  const matters = matterLinks(portal, column.key, 'inner');
  const news = keys.filter((key) => !isOptional(key));
  const platform = column.key === 'hub-data' ? platformLink(portal) : '';
  const boxes = news.map((key) => {
    const entry = portal.column(key);
    const link = plainLink(entry.name, portal.columnPath(key));
    return entry.kind === 'news'
      ? `<div class="box"><h2>${link}</h2>${entryList(portal, key, 5, 'inner')}</div>`
      : `<div class="box">${link}</div>`;
  });
  return {
    title: column.name,
    body: `${breadcrumb(portal, column)}${heading(column.name)}<div class="matters">${[...matters, platform]
      .filter((item) => item !== '')
      .map((item) => `<div class="m">${item}</div>`)
      .join('\n')}</div>${boxes.join('\n')}`,
    metas: columnMetas(portal, column),
  };
}

/** The site map with every column. */
export function mapPage(portal: Portal, column: PortalColumn): Content {
  const groups = Object.keys(hubColumns).map((hub) => {
    const entries = (hubColumns[hub] ?? [])
      .filter((key) => portal.has(key))
      .map((key) => `<li>${plainLink(portal.column(key).name, portal.columnPath(key))}</li>`);
    const service = hub === 'hub-data' && portal.town.truth.platform !== null ? `<li>${platformLink(portal)}</li>` : '';
    return `<h3>${plainLink(portal.column(hub).name, portal.columnPath(hub))}</h3><ul>${entries.join('')}${service}</ul>`;
  });
  const rest = ['statement', 'privacy', 'contact', 'about', 'help'].filter((key) => portal.has(key));
  return {
    title: column.name,
    body: `${breadcrumb(portal, column)}${heading(column.name)}${groups.join('\n')}<ul>${rest.map((key) => `<li>${plainLink(portal.column(key).name, portal.columnPath(key))}</li>`).join('')}<li>${plainLink('政务服务', portal.town.bases.service.href)}</li></ul>`,
    metas: columnMetas(portal, column),
  };
}

/** The home page for elderly people: large letters, few links, a reading bar. */
export function elderPage(portal: Portal, column: PortalColumn): Content {
  const top = portal.column('news-top');
  const items = [0, 1, 2, 3, 4].map(
    (entry) =>
      `<li style="font-size:26px">${plainLink(articleTitle(portal, top, entry), portal.articlePath('news-top', entry))}</li>`,
  );
  const keys = ['hub-open', 'hub-talk', 'guide', 'contact'];
  return {
    title: `${column.name}版首页`,
    body: `<div class="elder-mode" style="font-size:28px;line-height:2"><div class="toolbar" role="toolbar"><button type="button" onclick="document.body.style.fontSize='34px'">放大</button><button type="button" onclick="document.body.style.fontSize='24px'">缩小</button><button type="button" onclick="window.speechSynthesis&amp;&amp;speechSynthesis.speak(new SpeechSynthesisUtterance(document.title))">朗读</button>${plainLink('返回标准版', '/')}</div>
${heading(portal.names.site)}<ul>${items.join('')}</ul><ul>${keys.map((key) => `<li style="font-size:28px">${plainLink(portal.column(key).name, portal.columnPath(key))}</li>`).join('')}<li style="font-size:28px">${plainLink('政务服务', portal.town.bases.service.href)}</li></ul></div>`,
  };
}

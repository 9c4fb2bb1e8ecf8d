import { accountLinks, menuLinks } from '../content/home.ts';
import type { Content, LinkItem } from '../kit/blocks.ts';
import { link } from '../kit/mount.ts';
import { declaredCharset, escapeHtml } from '../kit/reply.ts';
import type { ServiceSite } from '../site.ts';
import { type Dialect, renderBlocks } from './blocks.ts';

/**
 * Encoding of the family's pages: GBK for the GBK family whatever the portal uses, UTF-8 for shells
 * and frames.
 */
export function encodingOf(site: ServiceSite): ServiceSite['town']['style']['encoding'] {
  if (site.family === 'gbk') return 'gb18030';
  if (site.family === 'shell' || site.family === 'frames') return 'utf-8';
  return site.town.style.encoding;
}

function dialectOf(site: ServiceSite): Dialect {
  return site.family === 'gbk' ? 'tables' : site.family === 'tabs' ? 'tiles' : 'modern';
}

function linkList(items: readonly LinkItem[], tag: 'li' | 'td' | 'span'): string {
  return items
    .map((item) => `<${tag}><a href="${escapeHtml(item.href)}">${escapeHtml(item.text)}</a></${tag}>`)
    .join('');
}

/** Page header: site name, region with its administrative level, menu and account links. */
function headerMarkup(site: ServiceSite): string {
  const name = escapeHtml(site.name);
  const region = escapeHtml(site.region);
  const menu = menuLinks(site);
  const account = accountLinks(site);
  switch (site.family) {
    case 'gbk':
      return `<table width="1000" align="center"><tr><td><font size="5">${name}</font></td><td>${region}</td></tr></table><table width="1000" bgcolor="#1166bb"><tr>${linkList(menu, 'td')}</tr><tr>${linkList(account, 'td')}</tr></table>`;
    case 'tabs':
      return `<div class="top-bar"><span class="city">${region}</span>${linkList(account, 'span')}</div><div class="logo">${name}</div><ul class="main-nav">${linkList(menu, 'li')}</ul>`;
    default:
      return `<header class="header"><div class="user">${linkList(account, 'span')}</div><div class="logo"><b>${name}</b><span class="area">${region}</span></div><nav><ul>${linkList(menu, 'li')}</ul></nav></header>`;
  }
}

/** Page footer. */
export function footerText(site: ServiceSite): string {
  return `主办单位：${site.place.name}人民政府 承办：${site.place.name}政务服务管理局`;
}

function footerMarkup(site: ServiceSite): string {
  return `<div class="footer"><p>${escapeHtml(footerText(site))}</p></div>`;
}

/** True for platforms with GBK scripts under pages in another encoding. */
export function hasGbkScripts(site: ServiceSite): boolean {
  return site.family === 'menu-script' && site.town.style.seed % 3 === 0;
}

/** Script that writes header and footer, for families that use one. */
export function menuScript(site: ServiceSite, part: 'header' | 'footer'): string {
  const markup = part === 'header' ? headerMarkup(site) : footerMarkup(site);
  const pieces = markup.split(/(?<=<\/(?:li|span|div|ul|p)>)/u);
  return pieces.map((piece) => `document.write('${piece.replace(/[\\']/g, '\\$&')}');`).join('\n');
}

function headElement(site: ServiceSite, title: string): string {
  const charset = declaredCharset(site.town, encodingOf(site));
  const { seed } = site.town.style;
  const meta =
    seed % 2 === 0
      ? `<meta charset="${charset}">`
      : `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`;
  return `<head>${meta}<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><link rel="stylesheet" href="${escapeHtml(link(site.mount, 'css/style.css'))}"></head>`;
}

function articleMeta(content: Content): string {
  if (content.published === null) return '';
  return `<meta name="ArticleTitle" content="${escapeHtml(content.title)}"><meta name="PubDate" content="${content.published}">`;
}

/** A frame with the header, for the family that uses one. */
export function frameDocument(site: ServiceSite): string {
  const markup = headerMarkup(site).replace(/<a /g, '<a target="_top" ');
  return `<!DOCTYPE html><html>${headElement(site, site.name)}<body>${markup}</body></html>`;
}

/** A frame with the body of a page. */
export function bodyFrame(site: ServiceSite, content: Content): string {
  const markup = renderBlocks(content.blocks, dialectOf(site)).replace(/<a /g, '<a target="_top" ');
  return `<!DOCTYPE html><html>${headElement(site, content.title)}<body>${markup}</body></html>`;
}

/**
 * A whole page in the family's markup.
 * @param key path of the page below the root
 * @param home true for the home page
 */
export function renderPage(site: ServiceSite, content: Content, key: string, home: boolean): string {
  const title = home ? content.title : `${content.title}-${site.name}`;
  const head = headElement(site, title).replace('</head>', `${articleMeta(content)}</head>`);
  const heading = home ? '' : `<h1>${escapeHtml(content.title)}</h1>`;
  switch (site.family) {
    case 'shell': {
      const script = escapeHtml(link(site.mount, 'static/js/app.js'));
      return `<!DOCTYPE html><html>${headElement(site, site.name)}<body data-key="${escapeHtml(key)}"><div id="app"></div><script src="${script}"></script></body></html>`;
    }
    case 'menu-script': {
      const charset = hasGbkScripts(site) ? ' charset="gbk"' : '';
      const script = (part: string) =>
        `<script${charset} src="${escapeHtml(link(site.mount, `js/${part}.js`))}"></script>`;
      return `<!DOCTYPE html><html>${head}<body>${script('header')}<div class="main">${heading}${renderBlocks(content.blocks, 'modern')}</div>${script('footer')}</body></html>`;
    }
    case 'frames': {
      const top = escapeHtml(link(site.mount, 'frame/top.htm'));
      const body = home
        ? `<iframe src="${escapeHtml(link(site.mount, 'frame/main.htm'))}" width="100%" height="900"></iframe>`
        : renderBlocks(content.blocks, 'modern');
      return `<!DOCTYPE html><html>${head}<body><iframe src="${top}" width="100%" height="150" scrolling="no"></iframe><div class="main">${heading}${body}</div>${footerMarkup(site)}</body></html>`;
    }
    default:
      return `<!DOCTYPE html><html>${head}<body>${headerMarkup(site)}<div class="main">${heading}${renderBlocks(content.blocks, dialectOf(site))}</div>${footerMarkup(site)}</body></html>`;
  }
}

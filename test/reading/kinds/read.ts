import type { Capture } from '../../../src/model/capture.ts';
import { kindsOf } from '../../../src/reading/kinds.ts';
import type { Page } from '../../../src/reading/page.ts';
import { readPage } from '../../../src/reading/read-page.ts';
import { capture } from '../../probes/captures.ts';
import { knowledge } from '../../probes/knowledge.ts';

const url = 'http://www.anhe.gov.cn/some/page.html';

/** Reads markup as the page of a capture. */
export function pageOf(html: string, change: Partial<Capture> = {}): Page {
  return readPage(capture({ url, ...change }), html, knowledge());
}

/** Kinds of a page, most certain first. */
export function kinds(html: string, change: Partial<Capture> = {}): string[] {
  return kindsOf(pageOf(html, change), knowledge()).map(({ kind }) => kind);
}

/** A page of a site with menu and footer around the content. */
export function framed(title: string, middle: string): string {
  const menu = ['首页', '新闻中心', '政务公开', '政务服务', '互动交流', '走进安和']
    .map((label, index) => `<li><a href="/c${index}/">${label}</a></li>`)
    .join('');
  return `<!DOCTYPE html><html><head><title>${title}_安和市人民政府</title></head><body><div class="header"><ul class="nav">${menu}</ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; ${title}</div><div class="con">${middle}</div>
<div class="footer"><a href="/about/">关于我们</a><a href="/map/">网站地图</a><p>主办：安和市人民政府办公室 安ICP备05000001号</p></div></body></html>`;
}

/** Rows of a list of titles with dates. */
export function newsList(titles: readonly string[], folder = '/art'): string {
  return titles
    .map(
      (title, index) =>
        `<li><a href="${folder}/${1000 + index}.html">${title}</a><span>2026-10-${10 + index}</span></li>`,
    )
    .join('');
}

import { articleBody, articleSource } from '../columns/bodies.ts';
import { articleTitle, dataPolicyEntry } from '../columns/titles.ts';
import { dataPolicyBody } from '../documents/data-policy.ts';
import type { Portal, PortalColumn } from '../portal.ts';
import { escapeHtml } from '../text.ts';
import { breadcrumb, type Content, columnMetas, heading } from './frame.ts';
import { pager } from './pager.ts';

const perPage = 20;

/** A page of a column's article list; null beyond its end. */
export function listPage(portal: Portal, column: PortalColumn, page: number): Content | null {
  const from = (page - 1) * perPage;
  if (from >= column.count && page > 1) return null;
  const lines: string[] = [];
  for (let entry = from; entry < Math.min(from + perPage, column.count); entry++) {
    const title = escapeHtml(articleTitle(portal, column, entry));
    const date = portal.articleDate(column, entry);
    lines.push(
      portal.family.entry === 'tr'
        ? `<tr><td><a href="${escapeHtml(portal.articlePath(column.key, entry))}" title="${title}">${title}</a></td><td>${date}</td></tr>`
        : `<li><a href="${escapeHtml(portal.articlePath(column.key, entry))}" title="${title}">${title}</a><span class="date">${date}</span></li>`,
    );
  }
  const inner =
    portal.family.entry === 'tr'
      ? `<table class="list">${lines.join('\n')}</table>`
      : `<ul class="list">${lines.join('\n')}</ul>`;
  return {
    title: column.name,
    body: `${breadcrumb(portal, column)}${heading(column.name)}${inner}${pager(portal, column, column.count, page, perPage)}`,
    metas: columnMetas(portal, column),
  };
}

/** An article; null if the column has no such entry. */
export function articlePage(portal: Portal, column: PortalColumn, entry: number): Content | null {
  if (entry < 0 || entry >= column.count) return null;
  const title = articleTitle(portal, column, entry);
  const date = portal.articleDate(column, entry);
  const source = articleSource(portal, column, entry);
  const draw = portal.draw(`article:${column.key}${entry}`);
  const time = `${date} ${String(draw.between(8, 18)).padStart(2, '0')}:${String(draw.between(0, 59)).padStart(2, '0')}`;
  const body =
    column.key === 'policy' && entry === dataPolicyEntry(portal)
      ? dataPolicyBody(portal)
      : articleBody(portal, column, entry);
  const container = portal
    .draw('editor')
    .pick(['trs_editor_view TRS_UEDITOR', 'zoom', 'article-content', 'v_news_content', 'bt_content']);
  return {
    title,
    body: `${breadcrumb(portal, column)}${heading(title)}
<div class="info"><span>${portal.draw('date-word').pick(['发布日期', '发布时间', '时间'])}：${time}</span> <span>来源：${escapeHtml(source)}</span> <span>浏览次数：<em id="hits"></em></span> <a href="javascript:window.print()">打印</a> <a href="javascript:window.close()">关闭</a></div>
<div class="${container}" id="zoom">${body}</div>`,
    metas: {
      ...columnMetas(portal, column),
      ArticleTitle: title,
      PubDate: time,
      ContentSource: source,
      Keywords: column.name,
    },
  };
}

import type { SiteReply } from '../../town.ts';
import { shellPage, wrapPage } from '../modes.ts';
import type { Metas } from '../parts/head.ts';
import { plainLink } from '../parts/links.ts';
import type { Portal, PortalColumn } from '../portal.ts';
import { pageReply } from '../reply.ts';
import { escapeHtml } from '../text.ts';

/** Content of a page without header and footer. */
export interface Content {
  readonly title: string;
  readonly body: string;
  readonly metas?: Metas;
}

/** Breadcrumbs from the home page (您现在的位置). */
export function breadcrumb(portal: Portal, column: PortalColumn): string {
  return `<div class="position">您现在的位置：${plainLink('首页', '/')} &gt; ${plainLink(column.name, portal.address.column(column, 1))}</div>`;
}

/** Meta elements of a column page. */
export function columnMetas(portal: Portal, column: PortalColumn): Metas {
  return {
    ColumnName: column.name,
    ColumnType: column.name,
    ColumnKeywords: column.name,
    ColumnDescription: `${portal.names.site}${column.name}栏目`,
  };
}

/** An inner page in the town's encoding. */
export function innerPage(portal: Portal, content: Content, status = 200): SiteReply {
  const title = content.title === portal.names.site ? content.title : `${content.title}_${portal.names.site}`;
  const body = `<div class="${portal.family.prefix}-w inner">${content.body}</div>`;
  return pageReply(portal.town, portal.labelling, wrapPage(portal, title, body, 'inner', content.metas), status);
}

/** A page sent as shell only. */
export function shellReply(portal: Portal, title: string): SiteReply {
  return pageReply(portal.town, portal.labelling, shellPage(portal, title));
}

export function heading(text: string): string {
  return `<h1 class="title">${escapeHtml(text)}</h1>`;
}

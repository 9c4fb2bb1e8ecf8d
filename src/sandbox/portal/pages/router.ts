import type { SiteReply, SiteRequest } from '../../town.ts';
import { wrapPage } from '../modes.ts';
import type { Portal, PortalColumn } from '../portal.ts';
import { pageReply } from '../reply.ts';
import { parametersOf } from '../request.ts';
import { channelPage, formPage, queryPage } from './appeal.ts';
import { articlePage, listPage } from './articles.ts';
import { type Content, innerPage, shellReply } from './frame.ts';
import { elderPage, homeContent, hubPage, mapPage } from './hubs.ts';
import { letterPage, lettersPage } from './letters.ts';
import { languagePage, plainPage } from './plain.ts';
import { privacyPage, statementPage } from './statements.ts';
import { fieldPage, tablePage, zonePage } from './tables.ts';

function isHome(path: string): boolean {
  return path === '/' || /^\/(?:index|default)\.(?:html?|shtml|jhtml|aspx)$/i.test(path);
}

function columnContent(
  portal: Portal,
  column: PortalColumn,
  page: number,
  request: SiteRequest | null,
): Content | null {
  const sent = request !== null && request.method === 'POST';
  if (column.kind === 'news' || column.kind === 'faq') return listPage(portal, column, page);
  if (column.kind === 'table') return tablePage(portal, column, page);
  if (column.kind === 'letters') return lettersPage(portal, column, page);
  if (page !== 1) return null;
  switch (column.kind) {
    case 'hub':
      return hubPage(portal, column);
    case 'zone':
      return zonePage(portal, column);
    case 'field':
      return fieldPage(portal, column);
    case 'channel':
      return channelPage(portal, column);
    case 'form':
      return column.key === 'query'
        ? queryPage(portal, column, sent || hasCode(request))
        : formPage(portal, column, sent);
    case 'statement':
      return statementPage(portal, column);
    case 'privacy':
      return privacyPage(portal, column);
    case 'language':
      return languagePage(portal, column);
    case 'map':
      return mapPage(portal, column);
    case 'mode':
      return elderPage(portal, column);
    case 'plain':
      return plainPage(portal, column);
  }
}

function hasCode(request: SiteRequest | null): boolean {
  return request !== null && (parametersOf(request).get('code') ?? '') !== '';
}

/** Content that the shell's bundle requests: home page and hubs. */
export function shellContent(portal: Portal, route: string): Content | null {
  const [path = '/', query = ''] = route.split('?');
  if (isHome(path)) return homeContent(portal, 'inner');
  const target = portal.address.parse(path, query, portal.slugs);
  const column = target?.kind === 'column' ? portal.columns[target.index] : undefined;
  return column?.kind === 'hub' ? hubPage(portal, column) : null;
}

/** Handler of the portal's pages; null for unknown addresses. */
export function answerPage(portal: Portal, request: SiteRequest): SiteReply | null {
  const { pathname, search } = request.url;
  const shell = portal.town.style.header === 'shell';
  if (isHome(pathname)) {
    if (shell) return shellReply(portal, portal.names.site);
    const content = homeContent(portal);
    return pageReply(portal.town, portal.labelling, wrapPage(portal, content.title, content.body, 'home'));
  }
  const target = portal.address.parse(pathname, search.slice(1), portal.slugs);
  const column = target === null ? undefined : portal.columns[target.index];
  if (target === null || column === undefined || !portal.has(column.key)) return null;
  if (target.kind === 'article') {
    const content =
      column.kind === 'letters'
        ? letterPage(portal, column, target.entry)
        : column.kind === 'news' || column.kind === 'faq'
          ? articlePage(portal, column, target.entry)
          : null;
    return content === null ? null : innerPage(portal, content);
  }
  if (shell && column.kind === 'hub' && target.page === 1) return shellReply(portal, column.name);
  const content = columnContent(portal, column, target.page, request);
  return content === null ? null : innerPage(portal, content);
}

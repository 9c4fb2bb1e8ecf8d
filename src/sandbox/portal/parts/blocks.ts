import { articleTitle } from '../columns/titles.ts';
import type { Portal } from '../portal.ts';
import { escapeHtml } from '../text.ts';
import { columnLink, labelledLink, type Place, plainLink, writeAddress } from './links.ts';

/** Columns of each hub, in page order. */
export const hubColumns: Readonly<Record<string, readonly string[]>> = {
  'hub-news': ['news-top', 'news-work', 'news-bureau', 'news-county', 'notice', 'media', 'state', 'press', 'meetings'],
  'hub-open': [
    'policy',
    'reading',
    'gazette',
    'plan',
    'budget',
    'people',
    'projects',
    'proposals',
    'emergency',
    'annual',
    'leaders',
    'organs',
    'disclosure-guide',
    'disclosure-request',
    'power',
    'permit',
    'public-service',
    'proof',
    'charge',
    'zone',
  ],
  'hub-talk': [
    'mailbox',
    'consultation',
    'complaint',
    'hotline',
    'petition',
    'poll',
    'letters',
    'form',
    'query',
    'knowledge',
    'proactive',
    'follow-up',
    'press',
  ],
  'hub-data': ['bulletin', 'figures'],
  'hub-about': ['profile', 'leaders', 'organs', 'plan'],
};

/** Services of some portals, linked from the home page or only from their hub. */
const optional: ReadonlySet<string> = new Set([
  'power',
  'permit',
  'public-service',
  'proof',
  'charge',
  'zone',
  'mailbox',
  'consultation',
  'complaint',
  'hotline',
  'petition',
  'poll',
  'letters',
  'form',
  'query',
  'knowledge',
  'proactive',
  'follow-up',
]);

export function isOptional(key: string): boolean {
  return optional.has(key);
}

/** True if the home page shows the column; its hub always does. */
function onHome(portal: Portal, key: string): boolean {
  return portal.has(key) && portal.draw(`home:${key}`).chance(0.6);
}

const platformWords = [
  '数据开放',
  '数据开放平台',
  '公共数据开放平台',
  '政府数据开放平台',
  '开放数据',
  '数据开放网',
  '公共数据开放',
  '政务数据开放',
] as const;

/** Link to the town's open-data platform under one of its names; empty without a platform. */
export function platformLink(portal: Portal): string {
  const { openData } = portal.town.bases;
  if (portal.town.truth.platform === null || openData === null) return '';
  const draw = portal.draw('platform-link');
  return labelledLink(portal, draw.pick(platformWords), openData.href, draw, 'block');
}

/** True if the home page links to the open-data platform; otherwise only the data column does. */
export function platformOnHome(portal: Portal): boolean {
  return portal.draw('platform-home').chance(0.65);
}

/** Entries of a column of generated articles, in the family's markup. */
export function entryList(portal: Portal, key: string, count: number, place: Place): string {
  const column = portal.column(key);
  const draw = portal.draw(`entries:${key}`);
  const lines: string[] = [];
  for (let entry = 0; entry < Math.min(count, column.count); entry++) {
    const title = escapeHtml(articleTitle(portal, column, entry));
    const date = portal.articleDate(column, entry);
    const href = escapeHtml(writeAddress(portal, portal.address.article(column, entry, date), draw, place));
    switch (portal.family.entry) {
      case 'li':
        lines.push(
          `<li><a href="${href}" title="${title}" target="_blank">${title}</a><span>${date.slice(5)}</span></li>`,
        );
        break;
      case 'dl':
        lines.push(`<dl><dt><a href="${href}">${title}</a></dt><dd>${date}</dd></dl>`);
        break;
      case 'tr':
        lines.push(
          `<tr><td width="15"><img src="${portal.family.assets}/dot.gif"></td><td><a href="${href}" target="_blank">${title}</a></td><td width="70">[${date.slice(5)}]</td></tr>`,
        );
        break;
      case 'card':
        lines.push(`<div class="item"><a href="${href}"><p class="t">${title}</p><p class="d">${date}</p></a></div>`);
    }
  }
  const inner = lines.join('\n');
  if (portal.family.entry === 'tr') return `<table width="100%" border="0" cellspacing="0">${inner}</table>`;
  return portal.family.entry === 'li' ? `<ul>${inner}</ul>` : inner;
}

/** A news box: the column's name, its newest entries, a link to more. */
export function newsBox(portal: Portal, key: string, count: number, place: Place): string {
  const column = portal.column(key);
  return `<div class="${portal.family.prefix}-box ${column.slug}"><h2>${plainLink(column.name, portal.columnPath(key))}</h2>
${entryList(portal, key, count, place)}
<a class="more" href="${escapeHtml(portal.columnPath(key))}">${portal.draw(`more:${key}`).pick(['更多', '更多>>', 'MORE+', '查看更多'])}</a></div>`;
}

/** The entries of a hub on the home page, each in its own markup. */
export function matterLinks(portal: Portal, hub: string, place: Place): string[] {
  return (hubColumns[hub] ?? [])
    .filter((key) => optional.has(key) && (place === 'inner' ? portal.has(key) : onHome(portal, key)))
    .map((key) => columnLink(portal, key, portal.draw(`matter:${place}:${key}`), 'block', place));
}

/** Short cuts into the service platform. */
export function serviceLinks(portal: Portal): string[] {
  const address = portal.town.bases.service.href;
  const draw = portal.draw('services');
  return draw
    .shuffle(['个人办事', '法人办事', '部门窗口', '便民服务', '服务事项', '热点服务'])
    .slice(0, draw.between(3, 5))
    .map((label) => plainLink(label, address));
}

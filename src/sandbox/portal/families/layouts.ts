import { matterLinks, newsBox, platformLink, platformOnHome, serviceLinks } from '../parts/blocks.ts';
import { type Place, plainLink } from '../parts/links.ts';
import { robotEntry } from '../parts/robot-entry.ts';
import type { Portal } from '../portal.ts';
import type { LayoutId } from './table.ts';

/** Parts of a home page, ready to be placed. */
interface Pieces {
  readonly prefix: string;
  readonly news: readonly string[];
  readonly open: readonly string[];
  readonly talk: readonly string[];
  readonly services: readonly string[];
  readonly data: string;
  readonly side: string;
  readonly heads: Readonly<Record<'open' | 'talk' | 'data' | 'service', string>>;
}

function piecesOf(portal: Portal, place: Place): Pieces {
  const draw = portal.draw('home');
  const boxes = draw.shuffle([
    'news-bureau',
    'news-county',
    'notice',
    'media',
    'state',
    'reading',
    'budget',
    'people',
    'projects',
    'emergency',
    'meetings',
    'press',
    'plan',
  ]);
  const chosen = ['news-top', 'news-work', 'policy', ...boxes.slice(0, draw.between(5, 9))];
  const per = draw.between(6, 9);
  const column = (key: string): string => plainLink(portal.column(key).name, portal.columnPath(key));
  return {
    prefix: portal.family.prefix,
    news: chosen.map((key) => newsBox(portal, key, per, place)),
    open: [
      ...['annual', 'gazette', 'leaders', 'organs', 'disclosure-guide', 'disclosure-request'].map(column),
      ...matterLinks(portal, 'hub-open', place),
    ],
    talk: [...matterLinks(portal, 'hub-talk', place), robotEntry(portal, 'talk')].filter((item) => item !== ''),
    services: [...serviceLinks(portal), column('guide')],
    data: [platformOnHome(portal) ? platformLink(portal) : '', column('bulletin'), column('figures')].join('\n'),
    side: robotEntry(portal, 'side'),
    heads: {
      open: column('hub-open'),
      talk: column('hub-talk'),
      data: column('hub-data'),
      service: plainLink('政务服务', portal.town.bases.service.href),
    },
  };
}

const list = (items: readonly string[], name: string): string =>
  `<ul class="${name}">${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>`;

type Layout = (pieces: Pieces) => string;

const layouts: Readonly<Record<LayoutId, Layout>> = {
  classic: (p) => `<div class="${p.prefix}-w main"><div class="${p.prefix}-row">${p.news.slice(0, 3).join('\n')}</div>
<div class="${p.prefix}-row zwgk"><div class="tit">${p.heads.open}</div>${list(p.open, 'gk-list')}</div>
<div class="${p.prefix}-row">${p.news.slice(3, 6).join('\n')}</div>
<div class="${p.prefix}-row fw"><div class="tit">${p.heads.service}</div>${list(p.services, 'fw-list')}</div>
<div class="${p.prefix}-row hd"><div class="tit">${p.heads.talk}</div>${list(p.talk, 'hd-list')}<div class="sj">${p.data}</div></div>
<div class="${p.prefix}-row">${p.news.slice(6).join('\n')}</div></div>
<div class="side-bar">${p.side}</div>`,
  tables: (
    p,
  ) => `<table width="${p.prefix === 'asp' ? 1000 : 1002}" border="0" align="center" cellpadding="0" cellspacing="0"><tr><td width="210" valign="top">
<table width="100%"><tr><td class="lm">${p.heads.talk}</td></tr>${p.talk.map((item) => `<tr><td height="28">${item}</td></tr>`).join('\n')}</table>
<table width="100%"><tr><td class="lm">${p.heads.service}</td></tr>${p.services.map((item) => `<tr><td>${item}</td></tr>`).join('\n')}</table>
${p.side}</td><td valign="top">${p.news.slice(0, 4).join('<hr size="1">\n')}</td><td width="300" valign="top">
<table width="100%"><tr><td class="lm">${p.heads.open}</td></tr>${p.open.map((item) => `<tr><td>${item}</td></tr>`).join('\n')}</table>
<div>${p.heads.data}<br>${p.data}</div></td></tr>
<tr><td colspan="3">${p.news.slice(4).join('\n')}</td></tr></table>`,
  cards: (
    p,
  ) => `<main class="${p.prefix}-w"><section class="${p.prefix}-row news">${p.news.slice(0, 2).join('\n')}</section>
<section class="card-group service"><h2>${p.heads.service}</h2>${p.services.map((item) => `<div class="card">${item}</div>`).join('\n')}</section>
<section class="card-group open"><h2>${p.heads.open}</h2>${p.open.map((item) => `<div class="card">${item}</div>`).join('\n')}</section>
<section class="${p.prefix}-row">${p.news.slice(2).join('\n')}</section>
<section class="card-group talk"><h2>${p.heads.talk}</h2>${p.talk.map((item) => `<div class="card">${item}</div>`).join('\n')}</section>
<section class="card-group data"><h2>${p.heads.data}</h2><div class="card">${p.data}</div></section>
<aside class="quick_bar">${p.side}</aside></main>`,
  tabs: (
    p,
  ) => `<div class="${p.prefix}-w"><div class="tab-hd"><span class="on">${p.heads.open}</span><span>${p.heads.service}</span><span>${p.heads.talk}</span><span>${p.heads.data}</span></div>
<div class="tab-bd"><div class="con">${list(p.open, 'list1')}</div><div class="con" style="display:none">${list(p.services, 'list2')}</div><div class="con" style="display:none">${list(p.talk, 'list3')}</div><div class="con" style="display:none">${p.data}</div></div>
<script>(function(){var h=document.querySelectorAll('.tab-hd span'),c=document.querySelectorAll('.tab-bd .con');for(var i=0;i<h.length;i++){(function(n){h[n].onmouseover=function(){for(var k=0;k<c.length;k++){c[k].style.display=k==n?'block':'none';}};})(i);}})();</script>
<div class="${p.prefix}-row">${p.news.join('\n')}</div></div><div id="rightSide">${p.side}</div>`,
  sidebar: (
    p,
  ) => `<div class="${p.prefix}-w clearfix"><div class="left fl"><h3>${p.heads.talk}</h3>${list(p.talk, 'ewb-list')}<h3>${p.heads.service}</h3>${list(p.services, 'ewb-list')}<h3>${p.heads.data}</h3>${p.data}${p.side}</div>
<div class="right fr">${p.news.slice(0, 5).join('\n')}<div class="ewb-con"><h3>${p.heads.open}</h3>${list(p.open, 'ewb-open')}</div>${p.news.slice(5).join('\n')}</div></div>`,
  banner: (
    p,
  ) => `<div class="banner-big"><div class="${p.prefix}-w entry">${p.services.map((item) => `<div class="entry-item">${item}</div>`).join('')}</div></div>
<div class="page2 ${p.prefix}-w">${p.news.slice(0, 3).join('\n')}</div>
<div class="page3 ${p.prefix}-w"><div class="half">${p.heads.open}<div class="items">${p.open.map((item) => `<span class="it">${item}</span>`).join('\n')}</div></div>
<div class="half">${p.heads.talk}<div class="items">${p.talk.map((item) => `<span class="it">${item}</span>`).join('\n')}</div></div></div>
<div class="page4 ${p.prefix}-w">${p.heads.data} ${p.data}</div><div class="page5 ${p.prefix}-w ${p.prefix}-row">${p.news.slice(3).join('\n')}</div><div class="fixed-tool">${p.side}</div>`,
  columns: (
    p,
  ) => `<div class="${p.prefix}-w"><div class="${p.prefix}-row"><div class="c1">${p.news.slice(0, 3).join('\n')}</div><div class="c2">${p.news.slice(3, 6).join('\n')}</div>
<div class="c3"><div class="blk"><h4>${p.heads.open}</h4>${p.open.join('\n')}</div><div class="blk"><h4>${p.heads.talk}</h4>${p.talk.join('\n')}</div><div class="blk"><h4>${p.heads.service}</h4>${p.services.join('\n')}</div><div class="blk"><h4>${p.heads.data}</h4>${p.data}</div></div></div>
<div class="${p.prefix}-row">${p.news.slice(6).join('\n')}</div>${p.side}</div>`,
};

/** Content between header and footer of the home page. */
export function homeBody(portal: Portal, place: Place): string {
  return layouts[portal.family.layout](piecesOf(portal, place));
}

import type { Portal } from '../portal.ts';
import { searchAddress, searchVendorOf } from '../search/vendors.ts';
import { escapeHtml, scriptLiteral } from '../text.ts';
import { topics } from '../topics/index.ts';
import { plainLink } from './links.ts';

const boxKinds = ['get', 'post', 'loose', 'link', 'built'] as const;
export type BoxKind = (typeof boxKinds)[number];

const prompts = [
  '请输入关键字',
  '请输入您要搜索的内容',
  '输入关键词搜一搜',
  '请输入搜索内容',
  '搜政策、搜服务、搜资讯',
];

/** The kind of search box on a town's pages. */
export function boxKindOf(portal: Portal): BoxKind {
  return portal.draw('box').pick(boxKinds);
}

function formBox(portal: Portal, kind: 'get' | 'post'): string {
  const search = portal.town.truth.search;
  if (search === null) return '';
  const vendor = searchVendorOf(search.vendor);
  const draw = portal.draw('box-form');
  const name = draw.pick(['searchform', 'search_form', 'form1', 'topSearch']);
  const hidden = Object.entries(vendor.hidden(portal))
    .map(([key, value]) => `<input type="hidden" name="${key}" value="${escapeHtml(value)}">`)
    .join('');
  const submit = draw.pick([
    `<input type="submit" value="${draw.pick(['搜索', '搜 索', '检索', ''])}" class="btn">`,
    `<input type="image" src="${portal.family.assets}/sousuo.png">`,
    `<button type="submit"><i class="icon-search"></i></button>`,
    `<a href="javascript:document.forms['${name}'].submit()">搜索</a>`,
  ]);
  return `<form name="${name}" id="${name}" action="${vendor.page}" method="${kind}" target="_blank">${hidden}<input type="text" name="${vendor.word}" id="${vendor.word}Input" autocomplete="off" placeholder="${draw.pick(prompts)}" class="ipt">${submit}</form>`;
}

/** Address of the result page without the word, which a script appends. */
function addressBeforeWord(portal: Portal, vendorName: string): string {
  return searchAddress(portal, searchVendorOf(vendorName), '');
}

function looseBox(portal: Portal): string {
  const search = portal.town.truth.search;
  if (search === null) return '';
  const draw = portal.draw('box-loose');
  const id = draw.pick(['headSearchword', 'search-input', 'header_input', 'zdbinput', 'sskeyword']);
  const name = draw.pick(['goSearch', 'doSearch', 'toSearch', 'sousuo']);
  return `<div class="${portal.family.prefix}-so"><input type="text" id="${id}" placeholder="${draw.pick(prompts)}"><span class="so-btn" onclick="${name}()">${draw.pick(['搜索', '检索', '', '搜一下'])}</span></div>
<script>function ${name}(){var w=document.getElementById('${id}').value;if(w==''){return;}window.open('${scriptLiteral(addressBeforeWord(portal, search.vendor))}'+encodeURIComponent(w));}</script>`;
}

function linkBox(portal: Portal): string {
  const search = portal.town.truth.search;
  if (search === null) return '';
  const vendor = searchVendorOf(search.vendor);
  const draw = portal.draw('box-link');
  const fixed = Object.entries(vendor.hidden(portal)).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  const address = escapeHtml(`${vendor.front}?${fixed.join('&')}`);
  return draw.pick([
    `<a role="searchbox" class="search_a" href="${address}" target="_blank"></a>`,
    `<a href="${address}" title="${draw.pick(['搜索', '智能搜索', '站内搜索'])}"><img src="${portal.family.assets}/so.png"></a>`,
    `<a href="${address}" class="so"><i class="icon-search"></i>${draw.pick(['智能搜索', '全站搜索', '搜索'])}</a>`,
  ]);
}

function hotWords(portal: Portal): string {
  const search = portal.town.truth.search;
  if (search === null || search.quality !== 'smart') return '';
  const vendor = searchVendorOf(search.vendor);
  const words = portal
    .draw('hot')
    .shuffle(topics)
    .slice(0, 4)
    .map((topic) => topic.words[0] ?? '');
  return `<div class="hot">热门搜索：${words.map((word) => plainLink(word, searchAddress(portal, vendor, word))).join(' ')}</div>`;
}

/**
 * The search box of the header: a form, loose inputs, a link, or an empty element that a script
 * fills. Empty without a search engine.
 */
export function searchBox(portal: Portal): string {
  if (portal.town.truth.search === null) return '';
  const kind = boxKindOf(portal);
  const hot = hotWords(portal);
  switch (kind) {
    case 'loose':
      return looseBox(portal) + hot;
    case 'link':
      return linkBox(portal);
    case 'built':
      return `<div id="searchArea"></div><script>document.getElementById('searchArea').innerHTML='${scriptLiteral(formBox(portal, 'get'))}';</script>${hot}`;
    default:
      return formBox(portal, kind) + hot;
  }
}

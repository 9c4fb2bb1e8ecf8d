import type { Portal } from '../portal.ts';
import { escapeHtml, scriptLiteral } from '../text.ts';
import { topics } from '../topics/index.ts';
import { type Hit, hitsPerPage, type Outcome } from './engine.ts';
import { jsonPaths } from './json.ts';
import { vendorPage } from './shape.ts';
import { type SearchVendor, searchAddress } from './vendors.ts';

function hitMarkup(portal: Portal, vendor: SearchVendor, hit: Hit, word: string): string {
  const mark = (text: string): string =>
    word === '' ? escapeHtml(text) : escapeHtml(text).replaceAll(escapeHtml(word), `<em>${escapeHtml(word)}</em>`);
  const href = `${portal.town.bases.portal.origin}${hit.path}`;
  return `<div class="${vendor.style}-item result-item"><h3><span>[${hit.kind}]</span> <a href="${escapeHtml(href)}" target="_blank">${mark(hit.title)}</a></h3><p class="${vendor.style}-abs">${mark(hit.summary)}</p><p class="info"><span>${escapeHtml(hit.source)}</span> <span>${hit.date}</span></p></div>`;
}

/** The form on the result page. */
function formMarkup(portal: Portal, vendor: SearchVendor, word: string): string {
  const hidden = Object.entries(vendor.hidden(portal)).map(
    ([key, value]) => `<input type="hidden" name="${key}" value="${escapeHtml(value)}">`,
  );
  return `<form action="${vendor.page}" method="get" class="${vendor.style}-form">${hidden.join('')}<input type="text" name="${vendor.word}" id="searchInput" value="${escapeHtml(word)}" placeholder="请输入关键词"><button type="submit">${portal.draw('search-button').pick(['搜索', '搜一下', '检索'])}</button></form>`;
}

const tabs = ['全部', '资讯', '政策', '服务', '互动'] as const;

/** Extra content of a smart engine beside its results. */
function smartMarkup(portal: Portal, vendor: SearchVendor): string {
  if (portal.town.truth.search?.quality !== 'smart') return '';
  const words = portal
    .draw('hot')
    .shuffle(topics)
    .slice(0, 6)
    .map((topic) => topic.words[0] ?? '');
  return `<div class="tabs">${tabs.map((tab) => `<a href="javascript:;" data-tab="${tab}">${tab}</a>`).join('')}</div>
<div class="filter"><span>时间：</span><a href="javascript:;">不限</a><a href="javascript:;">一周内</a><a href="javascript:;">一年内</a> <span>排序：</span><a href="javascript:;">按相关度</a><a href="javascript:;">按时间</a></div>
<div class="hotwords"><h4>热门搜索</h4>${words.map((word) => `<a href="${escapeHtml(searchAddress(portal, vendor, word))}">${escapeHtml(word)}</a>`).join(' ')}</div>
<div class="history"><h4>搜索历史</h4></div><ul id="suggest"></ul>
<script>(function(){var box=document.getElementById('searchInput'),list=document.getElementById('suggest');if(!box){return;}box.onkeyup=function(){var r=new XMLHttpRequest();r.open('GET','${vendor.page.replace(/[^/]*$/, '')}suggest?word='+encodeURIComponent(box.value));r.onload=function(){var a=JSON.parse(r.responseText).words,h='';for(var i=0;i<a.length;i++){h+='<li>'+a[i]+'</li>';}list.innerHTML=h;};r.send();};})();</script>`;
}

function aroundMarkup(portal: Portal, vendor: SearchVendor, outcome: Outcome): string {
  const pieces: string[] = [];
  if (outcome.corrected !== null)
    pieces.push(
      `<p class="correct">您是不是要找：<a href="${escapeHtml(searchAddress(portal, vendor, outcome.corrected))}">${escapeHtml(outcome.corrected)}</a>，已为您显示“${escapeHtml(outcome.corrected)}”的搜索结果</p>`,
    );
  if (outcome.otherPlace !== null)
    pieces.push(
      `<p class="region">“${escapeHtml(outcome.otherPlace)}”不在本站范围，已为您展示${escapeHtml(portal.names.full)}的结果</p>`,
    );
  for (const card of outcome.cards)
    pieces.push(
      `<div class="service-card"><h3>${escapeHtml(card.name)}</h3><p>实施主体：${escapeHtml(card.office)}　办理时限：${card.time}</p><a href="${escapeHtml(card.path)}">查看详情</a> <a href="${escapeHtml(portal.town.bases.service.href)}">在线办理</a></div>`,
    );
  return pieces.join('\n');
}

function pagesMarkup(portal: Portal, vendor: SearchVendor, outcome: Outcome, page: number): string {
  const pages = Math.ceil(outcome.total / hitsPerPage);
  const first = vendor.fromZero ? 0 : 1;
  return Array.from({ length: Math.min(pages, 8) }, (_, index) => {
    const label = index + 1;
    return label === page
      ? `<b>${label}</b>`
      : `<a href="${escapeHtml(`${searchAddress(portal, vendor, outcome.word)}&${vendor.pageNumber}=${index + first}`)}">${label}</a>`;
  }).join(' ');
}

/** A result page with results in the markup. */
export function writtenResults(portal: Portal, vendor: SearchVendor, outcome: Outcome, page: number): string {
  const none =
    outcome.total === 0
      ? `<div class="no-result">${outcome.word === '' ? '请输入关键词' : `抱歉，没有找到与“${escapeHtml(outcome.word)}”相关的结果`}</div>`
      : '';
  const related =
    outcome.related.length === 0
      ? ''
      : `<div class="related"><h4>相关搜索</h4>${outcome.related.map((word) => `<a href="${escapeHtml(searchAddress(portal, vendor, word))}">${escapeHtml(word)}</a>`).join(' ')}</div>`;
  const count = outcome.total === 0 ? '' : `<p class="count">为您找到相关结果约<em>${outcome.total}</em>个</p>`;
  return vendorPage(
    portal,
    vendor,
    `${formMarkup(portal, vendor, outcome.word)}${smartMarkup(portal, vendor)}${count}${aroundMarkup(portal, vendor, outcome)}<div class="${vendor.style}-list">${outcome.hits.map((hit) => hitMarkup(portal, vendor, hit, outcome.corrected ?? outcome.word)).join('\n')}</div>${none}${related}<div class="page">${pagesMarkup(portal, vendor, outcome, page)}</div>`,
  );
}

/** A result page that loads results by script. */
export function askingResults(portal: Portal, vendor: SearchVendor, word: string): string {
  const { api } = vendor;
  const paths = jsonPaths[vendor.id];
  if (api === null || paths === undefined) throw new RangeError(`${vendor.id} has no interface`);
  const fixed = JSON.stringify(vendor.hidden(portal)).replace(/</g, '\\u003c');
  const script = `(function(){
var fixed=${fixed},word='${scriptLiteral(word)}';
function at(o,p){var a=p.split('.');for(var i=0;i<a.length&&o!=null;i++){if(a[i]!==''){o=o[a[i]];}}return o;}
function safe(t){var d=document.createElement('div');d.appendChild(document.createTextNode(t==null?'':t));return d.innerHTML;}
function form(o){var a=[];for(var k in o){a.push(k+'='+encodeURIComponent(o[k]));}return a.join('&');}
if(word===''){return;}
var data={};for(var k in fixed){data[k]=fixed[k];}data['${api.word}']=word;data['${api.pageNumber}']='${vendor.fromZero ? '0' : '1'}';
var r=new XMLHttpRequest();
r.open('${api.method === 'get' ? 'GET' : 'POST'}','${api.path}'${api.method === 'get' ? "+'?'+form(data)" : ''});
${api.method === 'json' ? "r.setRequestHeader('Content-Type','application/json');" : api.method === 'form' ? "r.setRequestHeader('Content-Type','application/x-www-form-urlencoded');" : ''}
r.onload=function(){var box=document.getElementById('resultList'),info=document.getElementById('resultInfo');
if(r.status!==200){box.innerHTML='<div class="error">系统繁忙，请稍后再试</div>';return;}
var j=JSON.parse(r.responseText),list=at(j,'${paths.list}')||[],extra=at(j,'${paths.extra}')||{},h='';
info.innerHTML='为您找到相关结果约<em>'+at(j,'${paths.total}')+'</em>个';
if(extra.correct){h+='<p class="correct">您是不是要找：<a>'+safe(extra.correct)+'</a></p>';}
if(extra.regionTip){h+='<p class="region">'+safe(extra.regionTip)+'</p>';}
(extra.serviceCards||[]).forEach(function(c){h+='<div class="service-card"><h3>'+safe(c.itemName)+'</h3><p>'+safe(c.deptName)+' '+safe(c.limitTime)+'</p><a href="'+safe(c.url)+'">查看详情</a></div>';});
for(var i=0;i<list.length;i++){${
    paths.fields.length === 0
      ? 'h+=list[i];'
      : `h+='<div class="${vendor.style}-item result-item"><h3><a href="'+safe(at(list[i],'${paths.fields[1]}'))+'">'+safe(at(list[i],'${paths.fields[0]}'))+'</a></h3><p>'+safe(at(list[i],'${paths.fields[3]}'))+'</p><p class="info">'+safe(at(list[i],'${paths.fields[4]}'))+' '+safe(at(list[i],'${paths.fields[2]}'))+'</p></div>';`
  }}
if(!list.length){h+='<div class="no-result">抱歉，没有找到相关结果</div>';}
(extra.relatedWords||[]).length&&(h+='<div class="related"><h4>相关搜索</h4>'+extra.relatedWords.map(safe).join(' ')+'</div>');
box.innerHTML=h;};
r.send(${api.method === 'json' ? 'JSON.stringify(data)' : api.method === 'form' ? 'form(data)' : ''});
})();`;
  return vendorPage(
    portal,
    vendor,
    `${formMarkup(portal, vendor, word)}${smartMarkup(portal, vendor)}<p id="resultInfo"></p><div id="resultList" class="${vendor.style}-list"></div><script>${script}</script>`,
  );
}

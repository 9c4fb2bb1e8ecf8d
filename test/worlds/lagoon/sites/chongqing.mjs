// 重庆: single page applications for portal and data site, everything by JSON; the service platform stands behind a script wall.
import { ago, esc, json, match, script, times, reply } from '../lib.mjs';
import { news, docs, QA, letters, powers, dataRules, privacyFull, sets, csv, answerOf } from '../text.mjs';
const CITY = '重庆市'; const H = 'www.yuzf.gov.cn'; const Z = 'zwykb.yuzf.gov.cn'; const D = 'data.yuzf.gov.cn';
const PLACES = ['渝中区', '万州区', '江北区', '沙坪坝区', '九龙坡区', '涪陵区', '黔江区', '云阳县', '奉节县', '两江新区'];
const LET = letters(CITY, 6, [2, 4, 3, 4, 1, 4, 2, 3, 3, 2, 4, 1], 75, 3);
const N = news(CITY, PLACES, 21, 40); const DZ = news(CITY, PLACES, 22, 24); const F = docs(CITY, '渝', 21, 27).map((x) => ({ ...x, no: x.no.replace('渝政', '渝府') }));
N.splice(5, 0, { id: 88001, title: '涪陵区“民情夜话”主动回应村民关切 解决路灯问题', date: ago(13), paras: ['村干部夜访农户，收集意见，协调解决路灯维修。'] });
N.splice(16, 0, { id: 88002, title: '市民政局督促区县编制养老服务领域公开目录', date: ago(38), paras: ['有关区县年底前在本级网站公布。'] });
const KB = QA.map((r, i) => ({ id: 91000 + i, title: r[1] + '？', date: ago(8 + i * 17), paras: [`${CITY}${r[2]}`] }));
const VISIT = times(5, (i) => ({ id: 92000 + i, title: `${ago(25 + i * 30, 'Y年m月')}12345热线办理回访满意度公布`, date: ago(10 + i * 30), paras: [`本月对办结事项开展电话回访${21500 - i * 321}件，接通${18020 - i * 200}件，满意率95.${8 - i}%，基本满意率3.1%。`] }));
const POW = powers(CITY, 4, 80);
const lists = { xw: ['今日重庆', N], qx: ['区县', DZ], wj: ['政策文件', F], zsk: ['知识库', KB], hf: ['回访结果', VISIT] };
const every = Object.values(lists).flatMap((x) => x[1]);
const shell = (title, js) => `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover"><meta name="SiteName" content="${title}"><meta name="SiteIDCode" content="5000000023"><title>${title}</title><link rel="stylesheet" href="/css/app.5fd1.css"></head><body><noscript><strong>请启用 JavaScript 以继续访问本站。</strong></noscript><div id="app"></div><script src="${js}"></script></body></html>`;
const css = 'body{margin:0;font:16px sans-serif;max-width:100%;overflow-wrap:anywhere}nav a{display:inline-block;padding:8px 10px}.wrap{padding:0 12px}.old{font-size:24px;background:#fffbe0}.old nav a{font-size:26px}input,textarea{max-width:94%;box-sizing:border-box}';
const app = `(function(){var app=document.getElementById('app'),old=false;
function get(u,cb){fetch(u).then(function(r){return r.json()}).then(cb)}
function post(u,b,cb){fetch(u,{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(b)}).then(function(r){return r.json()}).then(cb)}
function e(s){return String(s).replace(/[&<]/g,function(c){return c=='&'?'&amp;':'&lt;'})}
var menu=[['#/home','首页'],['#/list/xw','今日重庆'],['#/list/qx','区县'],['#/list/wj','政策文件'],['#/list/zsk','知识库'],['#/qzqd','权责清单'],['#/hd','互动交流'],['http://${Z}/','渝事快办'],['http://${D}/','数据开放']];
function draw(h){app.innerHTML='<header class="wrap"><button id="elder">'+(old?'退出长者模式':'长者模式')+'</button> <a href="http://${Z}/user/center">个人中心</a><h1>重庆市人民政府</h1><nav>'+menu.map(function(m){return '<a href="'+m[0]+'">'+m[1]+'</a>'}).join('')+'</nav><div class="search"><input id="sw" placeholder="搜一搜"><button id="sb">搜索</button></div></header><main class="wrap">'+h+'</main><footer class="wrap"><a href="#/znwd">智能问答</a> <a href="#/ysdd">移动端</a> 网站标识码5000000023</footer>';
document.getElementById('elder').onclick=function(){old=!old;document.body.className=old?'old':'';this.textContent=old?'退出长者模式':'长者模式'};
document.getElementById('sb').onclick=function(){location.hash='#/search/'+encodeURIComponent(document.getElementById('sw').value)}}
function ul(l){return '<ul>'+l.map(function(x){return '<li><a href="#/art/'+x.id+'">'+e(x.title)+'</a> <time>'+x.date+'</time></li>'}).join('')+'</ul>'}
function route(){var h=decodeURIComponent(location.hash||'#/home').slice(2).split('/');
if(h[0]=='home')get('/api/home',function(d){draw('<h2>今日重庆</h2>'+ul(d.xw)+'<h2>政策文件</h2>'+ul(d.wj)+'<h2>服务</h2><p>'+d.fw.map(function(x){return '<a href="'+x.url+'">'+x.name+'</a>'}).join(' ')+'</p>')});
else if(h[0]=='list')get('/api/list?channel='+h[1],function(d){draw('<h2>'+d.name+'</h2>'+ul(d.rows))});
else if(h[0]=='art')get('/api/article?id='+h[1],function(d){draw('<h2>'+e(d.title)+'</h2><p>发布日期：'+d.date+'</p>'+d.content)});
else if(h[0]=='qzqd')get('/api/qzqd',function(d){draw('<h2>重庆市市级权责清单</h2><p>共'+d.total+'项，更新于'+d.updated+'</p><table>'+d.rows.map(function(r){return '<tr><td>'+r.no+'</td><td>'+r.name+'</td><td>'+r.kind+'</td><td>'+r.dept+'</td><td>'+r.basis+'</td></tr>'}).join('')+'</table>')});
else if(h[0]=='hd')get('/api/hd',function(d){draw('<h2>互动交流</h2><p>市长信箱、咨询、投诉：<a href="#/xiexin">我要写信</a>；政务服务便民热线：12345；<a href="#/list/hf">回访结果</a>；<a href="#/list/zsk">知识库</a></p><p>'+d.rule+'</p>'+d.rows.map(function(r){return '<div class="card"><a href="#/xin/'+r.id+'">'+r.title+'</a><span>'+r.dept+'</span></div>'}).join(''))});
else if(h[0]=='xin')get('/api/letter?id='+h[1],function(d){draw('<h2>'+d.title+'</h2><dl><dt>写信时间</dt><dd>'+d.asked+'</dd><dt>内容</dt><dd>'+d.ask+'</dd><dt>答复单位</dt><dd>'+d.dept+'</dd><dt>答复时间</dt><dd>'+d.answered+'</dd><dt>答复</dt><dd>'+d.reply+'</dd></dl>')});
else if(h[0]=='xiexin')draw('<h2>我要写信（市长信箱）</h2><p>无需登录。来信5个工作日内答复，凭查询码查询办理情况。</p><form id="lf"><p>姓名 <input name="name"></p><p>手机 <input name="phone"></p><p>标题 <input name="title" maxlength="30"></p><p>内容 <textarea name="content" maxlength="1000"></textarea></p><p>验证码 <input name="code"></p><button type="button">提交</button></form>');
else if(h[0]=='ysdd')draw('<h2>移动端</h2><p>“渝快办事”手机应用（安卓、苹果）、微信小程序、支付宝小程序，扫码使用。微信公众号：渝州发布。</p>');
else if(h[0]=='search')post('/api/search',{keyword:h[1]||'',pageNo:1,pageSize:15},function(d){draw('<h2>搜索结果</h2><p>共'+d.total+'条 <span>全部</span> <span>文件</span> <span>问答</span></p>'+d.rows.map(function(x){return '<div class="r"><a href="#/art/'+x.id+'">'+e(x.title)+'</a><p>'+e(x.summary)+'</p><time>'+x.date+'</time></div>'}).join(''))});
else if(h[0]=='znwd'){draw('<h2>智能问答·小渝</h2><div id="chat"><p class="a">您好，我是小渝，请问有什么可以帮您？</p></div><input id="q" placeholder="请输入问题"><button id="ask">发送</button>');document.getElementById('ask').onclick=function(){var i=document.getElementById('q'),c=document.getElementById('chat'),v=i.value;if(!v)return;c.innerHTML+='<p class="q">'+e(v)+'</p>';i.value='';post('/api/robot/ask',{question:v},function(d){c.innerHTML+='<p class="a">'+d.data.answer+'</p>'})}}
else draw('<p>页面不存在</p>')}
window.onhashchange=route;route()})();`;
const rows = every.map((x) => [KB.includes(x) ? QA[KB.indexOf(x)][0] : '', x.title, x.paras.join(''), x]);
const body = (ctx) => { try { return JSON.parse(ctx.body.toString() || '{}'); } catch { return {}; } };
function handle(ctx) {
  const p = ctx.path; const q = ctx.query;
  if (p === '/' || p === '/index.html') return shell('重庆市人民政府', '/js/app.8c20.js');
  if (p === '/js/app.8c20.js') return script(app); if (p === '/css/app.5fd1.css') return reply(css, { type: 'text/css' });
  const li = (x) => ({ id: x.id, title: x.title, date: x.date });
  if (p === '/api/home') return json({ xw: N.slice(0, 16).map(li), wj: F.slice(0, 8).map(li), fw: [['办事指南', 'bszn'], ['一件事一次办', 'yjs'], ['川渝通办', 'cytb']].map(([name, s]) => ({ name, url: `http://${Z}/${s}` })) });
  if (p === '/api/list') { const l = lists[q.get('channel')]; return l && json({ name: l[0], total: l[1].length, rows: l[1].map(li) }); }
  if (p === '/api/article') { const x = every.find((a) => a.id === Number(q.get('id'))); return x && json({ ...li(x), content: `${x.no ? `<p>${x.no}</p>` : ''}${x.paras.map((t) => `<p>${t}</p>`).join('')}` }); }
  if (p === '/api/qzqd') return json({ total: POW.length, updated: ago(120), rows: POW });
  if (p === '/api/hd') return json({ rule: '来信在5个工作日内答复，复杂问题延长时会告知。', rows: LET.map(({ id, title, dept }) => ({ id, title, dept })) });
  if (p === '/api/letter') { const l = LET.find((x) => x.id === q.get('id')); return l && json(l); }
  if (p === '/api/search') { const k = body(ctx).keyword ?? q.get('keyword') ?? ''; const l = match(rows, k); return json({ total: l.length, rows: l.slice(0, 15).map((r) => ({ ...li(r[3]), summary: r[2].slice(0, 80) })) }); }
  if (p === '/api/robot/ask') { const a = answerOf(QA, body(ctx).question, match); return json({ code: 0, data: { answer: a ? `${CITY}${a}` : '这个问题小渝还在学习，请换个说法试试。' } }); }
  return null;
}
const wall = () => reply(`<!DOCTYPE html><html><head><meta id="9DhefwqGPrzGxEp9hPaoag" content="a1b2c3d4" r='m'><script r='m'>$_ts=window['$_ts'];if(!$_ts)$_ts={};$_ts.nsd=48211;$_ts.cd="qsErrkqqxaqVrGVqxaqVrG3";</script><script src="/s7fKq/9e1c.js" r='m'></script></head><body></body></html>`, { status: 412, headers: { 'Set-Cookie': 'zwykbO=5Ab2; Path=/; HttpOnly' } });
const SETS = sets(CITY, 21, 64); const API = SETS.filter((s) => s.formats.includes('接口')); const APPS = ['渝悦停车', '轨道客流', '山城步道', '药店导航'];
const dapp = `(function(){var app=document.getElementById('app');function get(u,cb){fetch(u).then(function(r){return r.json()}).then(cb)}
function draw(h){app.innerHTML='<h1>重庆市公共数据开放系统</h1><nav><a href="#/index">首页</a><a href="#/catalog">数据目录</a><a href="#/api">数据接口</a><a href="#/app">创新应用</a><a href="#/zcfg">政策法规</a><a href="#/yszc">隐私政策</a></nav>'+h}
function cat(q){get('/gateway/catalog/page?pageNum=1&pageSize=20&name='+encodeURIComponent(q||''),function(d){draw('<input id="n" placeholder="数据集名称"><button id="b">查询</button><p>共 '+d.data.total+' 个数据集</p>'+d.data.list.map(function(s){return '<div class="set"><a href="#/set/'+s.id+'">'+s.name+'</a> '+s.dept+' 更新时间：'+s.updated+' '+s.formats.join('/')+'</div>'}).join(''));document.getElementById('b').onclick=function(){cat(document.getElementById('n').value)}})}
function route(){var h=(location.hash||'#/index').slice(2).split('/');
if(h[0]=='index')get('/gateway/stat',function(d){draw('<p>数据集 <b>'+d.dataset+'</b> 个</p><p>数据接口 <b>'+d.api+'</b> 个</p><p>创新应用 <b>'+d.app+'</b> 个</p>')});
else if(h[0]=='catalog')cat('');
else if(h[0]=='set')get('/gateway/catalog/detail?id='+h[1],function(s){draw('<h2>'+s.name+'</h2><p>'+s.dept+'，'+s.updated+'</p><a href="'+s.file+'">下载CSV</a>')});
else if(h[0]=='api')get('/gateway/api/page',function(d){draw('<p>共 '+d.total+' 个数据接口</p>'+d.list.map(function(x){return '<p>'+x.name+'</p>'}).join(''))});
else if(h[0]=='app')get('/gateway/app/page',function(d){draw('<p>共 '+d.total+' 个应用</p>'+d.list.map(function(x){return '<p>'+x.name+'</p>'}).join(''))});
else if(h[0]=='zcfg')get('/gateway/doc?k=zcfg',function(d){draw(d.html)});
else if(h[0]=='yszc')get('/gateway/doc?k=yszc',function(d){draw(d.html)})}
window.onhashchange=route;route()})();`;
function data(ctx) {
  const p = ctx.path; const q = ctx.query;
  if (p === '/' || p === '/index.html') return shell('重庆市公共数据开放系统', '/static/main.js');
  if (p === '/static/main.js') return script(dapp); if (p === '/css/app.5fd1.css') return reply(css, { type: 'text/css' });
  if (p === '/gateway/stat') return json({ dataset: SETS.length, api: API.length, app: APPS.length });
  if (p === '/gateway/catalog/page') { const l = SETS.filter((s) => s.name.includes(q.get('name') ?? '')); const n = Number(q.get('pageNum') ?? 1); const z = Number(q.get('pageSize') ?? 20); return json({ code: 200, data: { total: l.length, list: l.slice(n * z - z, n * z) } }); }
  if (p === '/gateway/catalog/detail') { const s = SETS.find((x) => x.id === q.get('id')); return s && json({ ...s, file: `/gateway/file/${s.id}.csv` }); }
  if (p.startsWith('/gateway/file/')) { const s = SETS.find((x) => p.endsWith(`${x.id}.csv`)); return s && reply(csv(CITY, s), { type: 'text/csv' }); }
  if (p === '/gateway/api/page') return json({ total: API.length, list: API.map((s) => ({ name: `${s.name}接口` })) });
  if (p === '/gateway/app/page') return json({ total: APPS.length, list: APPS.map((name) => ({ name })) });
  if (p === '/gateway/doc') return json({ html: (q.get('k') === 'zcfg' ? dataRules(CITY) : ['隐私政策', ...privacyFull('本系统运营单位', '重庆市公共数据开放系统')]).map((x, i) => (i ? `<p>${x}</p>` : `<h2>${x}</h2>`)).join('') });
  return null;
}
const A = `http://${H}`;
export const routeApis = (host, route) => { const h = route.slice(2).split('/'); const b = `http://${host}`; if (host === H) return { home: [`${b}/api/home`], list: [`${b}/api/list?channel=${h[1]}`], art: [`${b}/api/article?id=${h[1]}`], qzqd: [`${b}/api/qzqd`], hd: [`${b}/api/hd`], xin: [`${b}/api/letter?id=${h[1]}`] }[h[0]] ?? []; return { index: [`${b}/gateway/stat`], catalog: [`${b}/gateway/catalog/page?pageNum=1&pageSize=20&name=`], set: [`${b}/gateway/catalog/detail?id=${h[1]}`], api: [`${b}/gateway/api/page`], app: [`${b}/gateway/app/page`], zcfg: [`${b}/gateway/doc?k=zcfg`], yszc: [`${b}/gateway/doc?k=yszc`] }[h[0]] ?? []; };
const L = 'linked';
export default { code: '500000', name: CITY, pinyin: 'chongqing', province: '重庆市', region: '西部', portal: `${A}/`, service: `http://${Z}/`, open_data: `http://${D}/`,
  hosts: { [H]: { handle, gzip: true, mailbox: /letter\/save/ }, [Z]: { handle: wall, wall: true }, [D]: { handle: data, gzip: true } }, routeApis,
  derive: (url, text) => { const d = JSON.parse(text); if (/\/api\/(list|home)/.test(url)) return [...(d.rows ?? []), ...(d.xw ?? []), ...(d.wj ?? [])].map((x) => `#/art/${x.id}`); if (/\/api\/hd/.test(url)) return d.rows.map((x) => `#/xin/${x.id}`); if (/catalog\/page/.test(url)) return d.data.list.map((x) => `#/set/${x.id}`); return []; },
  seen: { 'service-lists': `${A}/api/qzqd`, 'one-entry': `${A}/#/ysdd`, 'appeal-channels': `${A}/#/hd`, 'appeal-form': `${A}/#/xiexin`, 'reply-timeliness': `${A}/api/letter?id=${LET[0].id}`, 'follow-up': `${A}/api/list?channel=hf`, 'knowledge-base': `${A}/api/list?channel=zsk`, 'smart-qa': `${A}/#/znwd`, 'smart-search': `${A}/`, 'accessibility': `${A}/`, 'open-data-platform': `http://${D}/`, 'data-catalog': `http://${D}/#/catalog`, 'api-count': `http://${D}/gateway/api/page`, 'app-count': `http://${D}/gateway/app/page`, 'data-security-policy': `http://${D}/gateway/doc?k=zcfg`, 'privacy-policy': `http://${D}/gateway/doc?k=yszc` },
  decoys: [['proactive-response', /88001|channel=xw|api\/home/, 'headline on a district'], ['disclosure-catalog', /88002|channel=xw/, 'headline: districts publish theirs']],
  recount: [['service-lists', `${A}/api/qzqd`, (t) => JSON.parse(t).rows.length], ['data-catalog', `http://${D}/gateway/catalog/page?pageSize=999`, (t) => JSON.parse(t).data.list.length], ['api-count', `http://${D}/gateway/api/page`, (t) => JSON.parse(t).list.length], ['app-count', `http://${D}/gateway/app/page`, (t) => JSON.parse(t).list.length]],
  letters: [`${A}/api/hd`, /"id":"(\d+)"/g, /"asked":"([\d-]+)/, /"answered":"([\d-]+)/, 5, (m) => `${A}/api/letter?id=${m.match(/\d+/)[0]}`],
  truth: [['service-lists', 'present', 'working', { count: 80 }, 'power list by JSON'], ['disclosure-catalog', ['absent', 'unknown'], null, null, 'nowhere on the portal; a municipality leaves it to its districts; the service host is walled'], ['service-guide', ['present', 'unknown'], L, null, 'the entry leads to the wall'], ['one-entry', ['present', 'unknown'], ['linked', 'reachable'], null, 'page of the mobile channels opens; whether one account serves both stands behind the wall'], ['cross-region', ['present', 'unknown'], L, null, 'entry 川渝通办 leads to the wall'], ['e-certificate', 'unknown', null, null, 'nothing on the portal, platform walled'], ['appeal-channels', 'present', 'working', null, 'letters and 12345'], ['appeal-form', 'present', 'working', null, 'route with the form, no log-in'], ['one-thing', ['present', 'unknown'], L, null, 'entry leads to the wall'], ['case-tracking', 'unknown', null, null, 'platform walled'], ['reply-timeliness', 'present', null, { share: 1 }, 'all inside 5 working days'], ['follow-up', 'present', 'working', null, 'monthly rates'], ['knowledge-base', 'present', 'working', null, 'newest 8 days'], ['proactive-response', 'absent', null, null, 'one headline on a district, no column'], ['smart-search', 'present', 'working', null, 'JSON POST search behind the route'], ['smart-qa', 'present', 'working', null, 'chat route answers'], ['accessibility', 'present', 'working', null, 'mode switches, layout fits'], ['personal-space', ['present', 'unknown'], L, null, 'personal centre leads to the wall'], ['open-data-platform', 'present', 'working', null, 'states 64 data sets by script'], ['data-catalog', 'present', 'working', { count: 64 }, '64'], ['api-count', 'present', null, { count: 16 }, '16'], ['app-count', 'present', null, { count: 4 }, '4'], ['data-security-policy', 'present', 'working', null, 'rules with the chapter on the data site'], ['privacy-policy', 'present', 'working', null, 'policy on the data site']] };

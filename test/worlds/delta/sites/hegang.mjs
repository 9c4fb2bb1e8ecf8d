// 鹤岗市: the portal is a single-page application (hash routes, JSON gateway); service site server-rendered; 浪潮 odweb data platform.
import { esc, json, reply, script, ago, times, match } from '../lib.mjs';
import { topics, headlines, paragraphs, letters, fields, guide } from '../stock.mjs';
const H = 'www.hegangdlt.gov.cn', V = 'zwfw.hegangdlt.gov.cn', D = 'data.hegangdlt.gov.cn', G = '/gateway/cms/api';
const counties = ['向阳区', '工农区', '南山区', '兴安区', '萝北县', '绥滨县'];
const ch = {
  11: ['鹤岗要闻', headlines({ n: 36, base: 90011, counties, from: 25, step: 5, gap: 1.5, extra: [{ title: '哈尔滨市发布首批电子证照应用场景' }, { title: '萝北县法院开展执行案件回访' }, { title: '“隐私面单”快递在我市推广' }, { title: '我市企业服务专员为企业定制个性化政策推送清单' }] })],
  12: ['公示公告', headlines({ n: 12, base: 91011, counties, from: 6, step: 13, gap: 5 })],
  13: ['政策文件', ['鹤岗市石墨产业发展扶持政策', '鹤岗市供热管理办法', '鹤岗市人口生育支持若干措施', '鹤岗市煤矿技能人才培养方案'].map((title, i) => ({ id: 92011 + i, title, days: 50 + i * 66 }))],
  21: ['民生热点释疑', ['关于个别小区供热温度不达标问题的回应', '网传鹤岗“低价房”限购消息不实', '市教育局回应“中考名额分配”疑问', '关于鹤伊高速施工扬尘问题的答复'].map((title, i) => ({ id: 93011 + i, title, days: 7 + i * 26 }))],
  22: ['问答集', topics.filter((t) => t.i % 4 !== 1).map((t, i) => ({ id: 94011 + i, title: `关于${t.name}的问答`, t, days: 18 + i * 4 }))],
};
const box = letters({ n: 8, counties, late: [], from: 3, gap: 12 });
const item = new Map(); for (const [c, v] of Object.entries(ch)) for (const x of v[1]) item.set(String(x.id), [c, x]);
const permits = 38, pubs = 22;
const tab = (n, from, cap) => `<h3>${cap}</h3><table><tr><th>序号</th><th>事项名称</th><th>实施部门</th></tr>${times(n, (i) => `<tr><td>${i + 1}</td><td>${topics[from + i].name}</td><td>市${topics[from + i].dept}</td></tr>`).join('')}</table>`;
const pages = {
  qd: ['清单管理', () => tab(permits, 0, '鹤岗市行政许可事项清单') + tab(pubs, 40, '鹤岗市公共服务事项清单')],
  jczw: ['基层政务公开标准化规范化', () => `<p>各领域标准目录陆续发布。</p><ul>${fields.map((f) => `<li>${f}：暂无</li>`).join('')}</ul>`],
  hotline: ['12345热线', () => '<p>鹤岗市12345政务服务便民热线，24小时服务，电话12345，邮箱地址见办公室公告。</p>'],
  about: ['关于我们', () => '<p>鹤岗市人民政府办公室主办，鹤岗市大数据中心承办。</p>'],
};
const nav = { code: 0, data: [
  ...['11', '12', '13', '21', '22'].map((c) => ({ name: ch[c][0], route: `#/list/${c}`, dataUrl: `${G}/article/list?channelId=${c}&page=1` })),
  ...Object.entries(pages).map(([k, v]) => ({ name: v[0], route: `#/page/${k}`, dataUrl: `${G}/page/${k}` })),
  { name: '市长信箱', route: '#/mail', dataUrl: `${G}/mail/list?page=1` }, { name: '我要写信', route: '#/write', dataUrl: `${G}/mail/notice` }, { name: '智能客服', route: '#/robot', dataUrl: `${G}/robot/welcome` },
  { name: '办事服务', url: `http://${V}/` }, { name: '数据开放', url: `http://${D}/odweb/index.htm` }] };
const app = `(function(){var api='${G}',view;function $(i){return document.getElementById(i)}function J(u,f,o){fetch(u,o).then(function(r){return r.json()}).then(f)}
function boot(){J(api+'/site/nav',function(d){$('app').innerHTML='<header><b>鹤岗市人民政府</b> <button id="care">关爱模式</button> <input id="kw" placeholder="搜一搜"><button id="go">搜索</button></header><nav>'+d.data.map(function(n){return '<a href="'+(n.url||n.route)+'">'+n.name+'</a> '}).join('')+'</nav><main id="v"></main><footer>鹤岗市人民政府办公室主办 2304000007</footer>';view=$('v');$('care').onclick=function(){document.body.classList.toggle('care')};$('go').onclick=function(){location.hash='#/search/'+encodeURIComponent($('kw').value)};route()})}
function list(c,p){J(api+'/article/list?channelId='+c+'&page='+p,function(d){view.innerHTML='<h2>'+d.data.channelName+'</h2><ul>'+d.data.list.map(function(x){return '<li><a href="'+x.route+'">'+x.title+'</a> <i>'+x.publishTime+'</i></li>'}).join('')+'</ul><p>共 '+d.data.pages+' 页 '+d.data.total+' 条记录 '+(p<d.data.pages?'<a href="#/list/'+c+'/'+(+p+1)+'">下一页</a>':'')+'</p>'})}
function route(){var h=location.hash.slice(2).split('/'),k=h[0]||'home';if(k=='home'){J(api+'/site/home',function(d){view.innerHTML=d.data.blocks.map(function(b){return '<section><h3>'+b.name+'</h3><ul>'+b.list.map(function(x){return '<li><a href="'+x.route+'">'+x.title+'</a></li>'}).join('')+'</ul></section>'}).join('')})}
else if(k=='list')list(h[1],h[2]||1);else if(k=='art')J(api+'/article/'+h[1],function(d){view.innerHTML='<h1>'+d.data.title+'</h1><p>'+d.data.publishTime+'</p>'+d.data.content});else if(k=='page')J(api+'/page/'+h[1],function(d){view.innerHTML='<h2>'+d.data.title+'</h2>'+d.data.content});
else if(k=='mail'&&h[1])J(api+'/mail/'+h[1],function(d){var m=d.data;view.innerHTML='<h2>'+m.title+'</h2><p>受理编号：'+m.code+'</p><p>来信时间：'+m.askTime+'</p><p>'+m.content+'</p><p>答复单位：'+m.dept+'</p><p>答复时间：'+m.replyTime+'</p><p>'+m.reply+'</p>'});
else if(k=='mail')J(api+'/mail/list?page=1',function(d){view.innerHTML='<h2>市长信箱</h2><p>'+d.data.notice+'</p><table><tr><th>受理编号</th><th>标题</th><th>办理状态</th></tr>'+d.data.list.map(function(m){return '<tr><td>'+m.code+'</td><td><a href="'+m.route+'">'+m.title+'</a></td><td>'+m.status+'</td></tr>'}).join('')+'</table>'});
else if(k=='write')J(api+'/mail/notice',function(d){view.innerHTML='<h2>我要写信</h2><p>'+d.data.notice+'</p><form id="wf" onsubmit="return false"><input name="name" placeholder="姓名"><input name="phone" placeholder="手机号"><input name="title" placeholder="标题"><textarea name="content" maxlength="1200" placeholder="来信内容"></textarea><input name="vcode" placeholder="验证码"><button type="submit">提交</button></form>'});
else if(k=='robot'){J(api+'/robot/welcome',function(d){view.innerHTML='<h2>智能客服</h2><div id="log"><p>'+d.data+'</p></div><input id="rq" placeholder="请输入问题"><button id="rs">发送</button>';$('rs').onclick=function(){J(api+'/robot/chat',function(a){$('log').innerHTML+='<p class="me"></p><p class="bot">'+a.data.answer+'</p>'},{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify({question:$('rq').value})})}})}
else if(k=='search')J(api+'/search?keyword='+h[1]+'&page=1',function(d){view.innerHTML='<h2>搜索结果</h2><p>共 '+d.data.total+' 条</p>'+d.data.list.map(function(x){return '<div class="res"><a href="'+(x.url||x.route)+'">'+x.title+'</a><p>'+x.summary+'</p><i>'+x.publishTime+'</i></div>'}).join('')})}
window.addEventListener('hashchange',route);boot()})();`;
const it = (x) => ({ id: x.id, title: x.title, publishTime: ago(x.days), route: `#/art/${x.id}`, dataUrl: `${G}/article/${x.id}` });
const rows = [...ch[22][1].map((x) => [x.t.kw, x.title, x.t.answer, { route: `#/art/${x.id}` }, x.days]), ...topics.filter((t) => t.i % 4 === 1).map((t) => [t.kw, t.name, t.answer, { url: `http://${V}/item/${t.i}.html` }, 70]), ...['11', '12', '13', '21'].flatMap((c) => ch[c][1].map((x) => ['', x.title, '', { route: `#/art/${x.id}` }, x.days]))];
function handle(ctx) {
  const p = ctx.path, q = ctx.query; let m;
  if (p === '/' || p === '/index.html') return '<!DOCTYPE html><html lang=""><head><meta charset="utf-8"><meta http-equiv="X-UA-Compatible" content="IE=edge"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="SiteName" content="鹤岗市人民政府"><meta name="SiteIDCode" content="2304000007"><title>鹤岗市人民政府</title><link href="/static/css/app.1f0c.css" rel="stylesheet"></head><body><noscript><strong>请启用 JavaScript 后继续访问。</strong></noscript><div id="app" data-api="' + G + '/site/nav" data-url="' + G + '/site/home"></div><script src="/static/js/app.8a7d22.js"></script></body></html>';
  if (p === '/static/js/app.8a7d22.js') return script(app);
  if (p === '/static/css/app.1f0c.css') return reply('body{margin:0 auto;max-width:1000px;padding:0 12px;font:16px/1.8 sans-serif;overflow-wrap:anywhere}.care{font-size:26px;background:#ffe;color:#000}nav a{display:inline-block;padding:6px}input,textarea,table{max-width:100%}', { type: 'text/css' });
  if (!p.startsWith(G)) return null; const r = p.slice(G.length);
  if (r === '/site/nav') return json(nav);
  if (r === '/site/home') return json({ code: 0, data: { blocks: [['11', 15], ['12', 6], ['13', 4]].map(([c, n]) => ({ name: ch[c][0], list: ch[c][1].slice(0, n).map(it) })) } });
  if (r === '/article/list') { const c = ch[q.get('channelId')]; if (!c) return json({ code: 404 }); const n = Math.max(1, Number(q.get('page') ?? 1)), pg = Math.ceil(c[1].length / 12); return json({ code: 0, data: { channelName: c[0], total: c[1].length, pages: pg, list: c[1].slice((n - 1) * 12, n * 12).map(it), ...(n < pg ? { nextUrl: `${G}/article/list?channelId=${q.get('channelId')}&page=${n + 1}` } : {}) } }); }
  if ((m = /^\/article\/(\d+)$/.exec(r)) && item.has(m[1])) { const x = item.get(m[1])[1]; return json({ code: 0, data: { title: x.title, publishTime: ago(x.days), content: x.t ? `<p>${x.t.answer}。</p>` : paragraphs(x.id, 3).map((s) => `<p>${s}</p>`).join('') } }); }
  if ((m = /^\/page\/(\w+)$/.exec(r)) && pages[m[1]]) return json({ code: 0, data: { title: pages[m[1]][0], content: pages[m[1]][1]() } });
  if (r === '/mail/list') return json({ code: 0, data: { notice: '来信自受理起5个工作日内答复。', total: box.length, list: box.map((l) => ({ code: `HG${ago(l.asked, 'YMD')}${l.i + 21}`, title: l.title, status: '已办结', askTime: ago(l.asked), route: `#/mail/${l.i + 61}`, dataUrl: `${G}/mail/${l.i + 61}` })) } });
  if (r === '/mail/notice') return json({ code: 0, data: { notice: '请如实填写，字数不超过1200字。来信自受理起5个工作日内答复。' } });
  if ((m = /^\/mail\/(\d+)$/.exec(r)) && box[m[1] - 61]) { const l = box[m[1] - 61]; return json({ code: 0, data: { code: `HG${ago(l.asked, 'YMD')}${l.i + 21}`, title: l.title, askTime: ago(l.asked) + ' 09:00', content: l.ask, dept: l.dept, replyTime: ago(l.replied) + ' 15:30', reply: l.answer } }); }
  if (r === '/robot/welcome') return json({ code: 0, data: '您好，请问有什么可以帮您？' });
  if (r === '/robot/chat') { let b = {}; try { b = JSON.parse(ctx.body.toString()); } catch { /* none */ } const h = match(topics.map((t) => [t.kw, t.name, t.answer]), b.question)[0]; return json({ code: 0, data: { answer: h ? `${h[1]}：${h[2]}。` : '没有找到合适的答案，换个说法试试。' } }); }
  if (r === '/search') { const h = match(rows, q.get('keyword')), n = Math.max(1, Number(q.get('page') ?? 1)); return json({ code: 0, data: { total: h.length, list: h.slice((n - 1) * 10, n * 10).map((x) => ({ title: x[1], summary: x[2] || x[1], publishTime: ago(x[4]), ...x[3] })) } }); }
  return json({ code: 404, msg: 'not found' }, { status: 404 });
}
const N = 34, cross = 22;
const sv = (t, b) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${t}</title></head><body><p><a href="/">鹤岗政务服务</a> | <a href="/items.html">服务指南</a> | <a href="/dbtb.html">东北通办</a> | <a href="/yjs.html">一件事</a></p>${b}</body></html>`;
function service(ctx) {
  const p = ctx.path;
  if (p === '/') return sv('鹤岗政务服务', `<ul>${topics.slice(0, 8).map((t) => `<li><a href="/item/${t.i}.html">${t.name}</a></li>`).join('')}</ul>`);
  if (p === '/items.html') return sv('服务指南', `<ol>${topics.slice(0, N).map((t) => `<li><a href="/item/${t.i}.html">${t.name}</a></li>`).join('')}</ol>`);
  const m = /^\/item\/(\d+)\.html$/.exec(p); if (m && topics[m[1]]) { const g = guide(topics[m[1]], '鹤岗市', '鹤岗市政务服务中心B区'); return sv(g.name, `<h1>${g.name}</h1><p>【实施机构】${g.dept}</p><p>【办理依据】${g.law}</p><p>【申请条件】${g.cond}</p><p>【申请材料】${g.mats.join('、')}</p><p>【办理流程】${g.flow}</p><p>【法定时限】${g.legal}</p><p>【承诺时限】${g.promise}</p><p>【收费标准】${g.fee}</p><p>【办理地点】${g.place}</p><p>【办理时间】${g.hours}</p><p>【咨询电话】${g.phone}</p><p>【监督电话】${g.complain}</p>`); }
  if (p === '/dbtb.html') return sv('东北通办', `<h2>东北三省一区“跨省通办”</h2><table><tr><th>序号</th><th>事项</th></tr>${times(cross, (i) => `<tr><td>${i + 1}</td><td>${topics[i * 3].name}</td></tr>`).join('')}</table><p>合计${cross}项</p>`);
  if (p === '/yjs.html') return sv('一件事', '<h2>高效办成一件事</h2><p>专区正在完善，首批服务将于近期推出。</p>');
  return null;
}
const sets = 44, apis = 7, apps = 2;
const nm = (i) => `鹤岗市${topics[(i * 11 + 2) % topics.length].name.replace(/[与及].*$/, '')}${['信息', '数据'][i % 2]}`;
const dw = (t, b) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${t}|鹤岗数据开放</title></head><body><a href="/odweb/index.htm">首页</a> <a href="/odweb/catalog/index.htm">数据目录</a> <a href="/odweb/dev/developer/serviceList.htm">数据服务</a> <a href="/odweb/appcenter/index.htm">应用中心</a>${b}</body></html>`;
function data(ctx) {
  const p = ctx.path, q = ctx.query;
  if (p === '/odweb/index.htm' || p === '/') return dw('首页', `<div class="count"><span>数据目录</span><b>${sets}</b><span>数据接口</span><b>${apis}</b><span>应用成果</span><b>${apps}</b></div>`);
  if (p === '/odweb/catalog/index.htm') return dw('数据目录', `<div id="cl" data-url="/odweb/catalog/catalog.do?method=GetCatalog&amp;start=0&amp;pageLength=50"></div><script>fetch('/odweb/catalog/catalog.do?method=GetCatalog',{method:'POST',headers:{'Content-Type':'application/x-www-form-urlencoded'},body:'start=0&pageLength=50'}).then(function(r){return r.json()}).then(function(d){document.getElementById('cl').innerHTML='<p>共'+d.recordsTotal+'条目录</p>'+d.data.map(function(x){return '<p><a href="'+x.url+'">'+x.cata_title+'</a> '+x.update_time+'</p>'}).join('')})</script>`);
  if (p === '/odweb/catalog/catalog.do') { const f = new URLSearchParams(ctx.body.toString()); const s = Number(f.get('start') ?? q.get('start') ?? 0), n = Number(f.get('pageLength') ?? q.get('pageLength') ?? 10), w = f.get('cata_title') ?? f.get('keywords') ?? ''; const ids = times(sets, (i) => i).filter((i) => !w || nm(i).includes(w)); return json({ recordsTotal: ids.length, recordsFiltered: ids.length, data: ids.slice(s, s + n).map((i) => ({ cata_id: String(10000 + i), cata_title: nm(i), update_time: ago(13 + i * 7), file_type: 'csv,xls', url: `/odweb/catalog/catalogDetail.htm?cata_id=${10000 + i}` })) }); }
  if (p === '/odweb/catalog/catalogDetail.htm') { const i = q.get('cata_id') - 10000; return i >= 0 && i < sets ? dw(nm(i), `<h2>${nm(i)}</h2><p>更新时间${ago(13 + i * 7)}</p><a href="/odweb/file/${i}.csv">csv</a>`) : null; }
  if (/^\/odweb\/file\/\d+\.csv$/.test(p)) return reply('a,b\n1,2\n', { type: 'text/csv' });
  if (p === '/odweb/dev/developer/serviceList.htm') return dw('数据服务', `<p>共${apis}个接口</p><ul>${times(apis, (i) => `<li>${nm(i)}接口</li>`).join('')}</ul>`);
  if (p === '/odweb/appcenter/index.htm') return dw('应用中心', '<p>共2个应用</p><ul><li>鹤岗供热查询</li><li>矿区公交</li></ul>');
  return null;
}
const news = /site\/home|article\/(list\?channelId=11|900|950)/;
export default {
  code: '230400', name: '鹤岗市', pinyin: 'hegang', province: '黑龙江省', region: '东北', portal: `http://${H}/`, service: `http://${V}/`, open_data: `http://${D}/odweb/index.htm`,
  hosts: { [H]: { handle, gzip: true }, [V]: { handle: service }, [D]: { handle: data } },
  truth: [
    ['service-lists', 'present', 'working', { count: [60, permits, pubs] }, '清单管理 in the application: 38 + 22 rows'],
    ['disclosure-catalog', 'present', 'reachable', null, 'zone opens, every field says 暂无'],
    ['service-guide', 'present', 'working', { share: 1 }, 'all twelve'],
    ['one-entry', 'absent', null, null, 'nowhere'],
    ['cross-region', 'present', 'working', { count: cross }, '东北通办'],
    ['e-certificate', 'absent', null, null, 'headline about another city'],
    ['appeal-channels', 'present', 'working', null, 'mailbox, 12345'],
    ['appeal-form', 'present', 'working', { count: 1200 }, 'form in the application'],
    ['one-thing', 'present', 'reachable', null, 'zone opens, nothing in it yet'],
    ['case-tracking', 'absent', null, null, 'nowhere'],
    ['reply-timeliness', 'present', null, { share: 1 }, '8 of 8 inside 5 working days'],
    ['follow-up', 'absent', null, null, 'headline about a court'],
    ['knowledge-base', 'present', 'working', null, '问答集'],
    ['proactive-response', 'present', 'working', null, '民生热点释疑'],
    ['smart-search', 'present', 'working', null, 'hash route, JSON'],
    ['smart-qa', 'present', 'working', null, 'inside the application, POST JSON'],
    ['accessibility', 'present', 'working', null, '关爱模式 switches; fits a phone'],
    ['personal-space', 'absent', null, null, 'headline with 推送'],
    ['open-data-platform', 'present', 'working', { count: sets }, 'odweb'],
    ['data-catalog', 'present', 'working', { count: sets }, 'catalog.do recordsTotal'],
    ['api-count', 'present', null, { count: apis }, 'serviceList'],
    ['app-count', 'present', null, { count: apps }, 'appcenter'],
    ['data-security-policy', 'absent', null, null, 'nowhere'],
    ['privacy-policy', 'absent', null, null, 'headline about parcels'],
  ],
  where: { 'service-lists': `http://${H}${G}/page/qd`, 'disclosure-catalog': `http://${H}${G}/page/jczw`, 'service-guide': `http://${V}/item/0.html`, 'cross-region': `http://${V}/dbtb.html`, 'appeal-channels': `http://${H}${G}/page/hotline`, 'appeal-form': `http://${H}${G}/mail/notice`, 'one-thing': `http://${V}/yjs.html`, 'reply-timeliness': `http://${H}${G}/mail/68`, 'knowledge-base': `http://${H}${G}/article/list?channelId=22&page=1`, 'proactive-response': `http://${H}${G}/article/list?channelId=21&page=1`, 'smart-search': `http://${H}/static/js/app.8a7d22.js`, 'smart-qa': `http://${H}${G}/robot/welcome`, accessibility: `http://${H}/`, 'open-data-platform': `http://${D}/odweb/index.htm`, 'data-catalog': `http://${D}/odweb/catalog/index.htm`, 'api-count': `http://${D}/odweb/dev/developer/serviceList.htm`, 'app-count': `http://${D}/odweb/appcenter/index.htm` },
  excuse: { 'e-certificate': [news], 'follow-up': [news], 'personal-space': [news], 'privacy-policy': [news], 'one-entry': [/odweb\/appcenter/, /app\.8a7d22|item\/|article\/940|hegangdlt\.gov\.cn\/$|data\.hegang/] },
  recount: {
    'service-lists': (get) => JSON.parse(get(`http://${H}${G}/page/qd`)).data.content.match(/<tr><td>/g).length,
    'service-guide': (get) => get(`http://${V}/item/3.html`).match(/<p>【[^】]+】[^<]/g).length / 12,
    'cross-region': (get) => get(`http://${V}/dbtb.html`).match(/<tr><td>/g).length,
    'appeal-form': (get) => +/不超过(\d+)字/.exec(get(`http://${H}${G}/mail/notice`))[1],
    'reply-timeliness': (get) => { let ok = 0; times(8, (i) => { const d = JSON.parse(get(`http://${H}${G}/mail/${61 + i}`)).data; if ((Date.parse(d.replyTime) - Date.parse(d.askTime)) / 864e5 < 5) ok++; }); return ok / 8; },
    'open-data-platform': (get) => +/<b>(\d+)<\/b>/.exec(get(`http://${D}/odweb/index.htm`))[1],
    'data-catalog': (get) => JSON.parse(get(`http://${D}/odweb/catalog/catalog.do?method=GetCatalog&start=0&pageLength=99`)).data.length,
    'api-count': (get) => get(`http://${D}/odweb/dev/developer/serviceList.htm`).match(/<li>/g).length,
    'app-count': (get) => get(`http://${D}/odweb/appcenter/index.htm`).match(/<li>/g).length,
  },
};

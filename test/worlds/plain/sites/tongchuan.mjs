// 铜川市: the portal draws its columns from JSON, the hall is one page with hash routes, the data platform counts through an API.
import { ago, esc, json, match, reply, script, times, NOW } from '../lib.mjs';
import * as S from './_stock.mjs';

const W = 'www.tongchuan-web.gov.cn'; const F = 'zwfw.tongchuan-web.gov.cn'; const D = 'opendata.tongchuan-web.gov.cn'; const C = '铜川市';
const ms = S.matters(C);
const areas = ['王益区', '印台区', '耀州区', '宜君县', '新区'];
const decoys = ['铜川市基层政务公开工作座谈会召开', '省公共数据安全宣讲团走进铜川', '铜川热线：一次回访解开群众心结'];
const news = S.news({ city: '铜川', areas, goods: ['耀州瓷', '铜川苹果', '大樱桃', '孙思邈中医药', '航天基地', '煤电转型'], n: 100, seed: 6102, src: ['铜川日报', '铜川市融媒体中心'] });
decoys.forEach((t, i) => news.splice(5 + i * 13, 0, { id: 33000 + i, title: t, days: 8 + i * 25, date: ago(8 + i * 25), src: '铜川日报', paras: [`近日，${t}。`, '活动取得良好反响。'] })); news.sort((x, y) => x.days - y.days);
const answers = times(8, (i) => ({ id: 34000 + i, title: `关于${['王益区停水', '新区公交改线', '耀州区供暖', '学生装价格', '老旧电梯', '早市占道', '雨季积水', '路灯节能'][i]}问题的情况回应`, date: ago(13 + i * 24), src: '市政府新闻办', paras: ['近期有网民反映相关问题，经调查核实，现将处理情况回应如下。', '有关单位已落实整改，将持续跟踪。'] }));
const faq = ms.map((m) => ({ id: 35000 + m.i, title: `${m.title}怎么办理`, date: ago(21 + m.i * 2), src: m.office, paras: [m.text], m }));
const gov = ['铜川市城市更新实施办法', '铜川市耀州瓷保护办法', '铜川市政府投资项目管理细则', '铜川市物业服务收费规定'].map((t, i) => ({ id: 36000 + i, title: t, date: ago(35 + 90 * i), src: '市政府', paras: ['第一条 为规范管理，制定本规定。', '第二条 各区县人民政府负责本辖区内的组织实施。', '第三条 自印发之日起三十日后施行。'] }));
const duty = S.powers(C, 88);
const letters = S.letters({ city: C, areas, n: 12, late: 4, seed: 61, step: 4 });
const cols = { tcyw: ['铜川要闻', news], hygq: ['回应关切', answers], wdk: ['问答知识库', faq], zfwj: ['市政府文件', gov] };
const byId = new Map(Object.values(cols).flatMap(([t, r]) => r.map((n) => [String(n.id), [t, n]])));
const TREE = [{ name: '首页', url: '/' }, { name: '铜川要闻', url: '/list/tcyw' }, { name: '信息公开', url: '/list/zfwj', children: [{ name: '市政府文件', url: '/list/zfwj' }, { name: '权责清单', url: '/gk/qzqd' }] }, { name: '办事大厅', url: `http://${F}/` }, { name: '铜川问政', url: '/wz/index', children: [{ name: '我要问政', url: '/wz/ask' }, { name: '问政办理公开', url: '/wz/index' }, { name: '12345热线', url: '/wz/rx' }, { name: '回应关切', url: '/list/hygq' }, { name: '问答知识库', url: '/list/wdk' }] }, { name: '数据开放', url: `http://${D}/` }];
const COMMON = `(function(){fetch('/api/site/columns').then(function(r){return r.json()}).then(function(d){var h='';d.data.forEach(function(c){h+='<li><a href="'+c.url+'">'+c.name+'</a>'+(c.children?'<ul>'+c.children.map(function(k){return '<li><a href="'+k.url+'">'+k.name+'</a></li>'}).join('')+'</ul>':'')+'</li>'});document.querySelector('.tc-nav').innerHTML=h;});
var b=document.createElement('div');b.className='robot-float';b.innerHTML='<button id="rbBtn" aria-label="智能客服小铜">智能客服</button><div id="rbBox" hidden><div id="rbLog">您好，我是小铜，请问有什么可以帮您？</div><input id="rbIn" placeholder="请输入您的问题"><button id="rbSend">发送</button></div>';document.body.appendChild(b);
document.getElementById('rbBtn').onclick=function(){var x=document.getElementById('rbBox');x.hidden=!x.hidden};
document.getElementById('rbSend').onclick=function(){var q=document.getElementById('rbIn').value;fetch('/api/robot/chat?q='+encodeURIComponent(q)).then(function(r){return r.json()}).then(function(d){var p=document.createElement('p');p.textContent=q;var a=document.createElement('p');a.className='ans';a.textContent=d.reply;document.getElementById('rbLog').append(p,a);});};
document.getElementById('agedBtn').onclick=function(){document.documentElement.classList.toggle('aged');};
document.getElementById('soBtn').onclick=function(){location.href='/so?wd='+encodeURIComponent(document.getElementById('soIn').value);};})();`;
const LISTJS = `(function(){var code=document.body.dataset.code;window.load=function(n){fetch('/api/site/articles?code='+code+'&page='+n+'&size=20').then(function(r){return r.json()}).then(function(d){document.getElementById('rows').innerHTML=d.data.rows.map(function(a){return '<article><a href="'+a.url+'">'+a.title+'</a><time>'+a.date+'</time></article>'}).join('');document.getElementById('pg').innerHTML=Array.from({length:d.data.pages},function(_,i){return '<button onclick="load('+(i+1)+')">'+(i+1)+'</button>'}).join('')});};load(1);})();`;
const shell = (title, main, attr = '') => `<!doctype html><html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="SiteName" content="铜川市人民政府"><meta name="SiteIDCode" content="6102000012"><title>${esc(title)}</title><style>html{font-size:16px}html.aged{font-size:26px;background:#fffbe6}*{box-sizing:border-box;max-width:100%}body{margin:0;overflow-wrap:anywhere}.tc-nav{display:flex;flex-wrap:wrap;gap:12px;list-style:none;padding:10px;background:#14532d}.tc-nav a{color:#fff}main{padding:12px;max-width:1000px;margin:auto}article{display:flex;justify-content:space-between;gap:8px;padding:5px 0}.robot-float{position:fixed;right:8px;bottom:60px;background:#fff}</style></head><body ${attr}><header><strong>铜川市人民政府</strong> <button id="agedBtn" type="button">适老化模式</button> <input id="soIn" type="search" placeholder="搜一搜"><button id="soBtn" type="button">搜索</button></header><ul class="tc-nav"></ul><main>${main}</main><footer>主办：铜川市人民政府办公室 <a href="/map">站点地图</a></footer><script src="/static/js/common.js"></script></body></html>`;
const docs = [...faq.map((n) => ({ kw: n.m.kw, title: n.title, text: n.paras[0], url: `/a/${n.id}`, date: n.date, type: '问答' })), ...gov.map((n) => ({ title: n.title, url: `/a/${n.id}`, date: n.date, type: '文件', text: '' })), ...answers.map((n) => ({ title: n.title, url: `/a/${n.id}`, date: n.date, type: '互动', text: '' })), ...news.map((n) => ({ title: n.title, text: n.paras.join(''), url: `/a/${n.id}`, date: n.date, type: '要闻' }))];
const stamp = (days) => NOW.getTime() - days * 86400000;
function portal(ctx) {
  const p = ctx.path; const q = ctx.query;
  if (p === '/') return shell('铜川市人民政府', '<h2>铜川要闻</h2><div id="rows"></div><div id="pg"></div><p><a href="/list/tcyw">更多要闻</a></p><script src="/static/js/list.js" defer></script>', 'data-code="tcyw"');
  if (p === '/static/js/common.js') return script(COMMON); if (p === '/static/js/list.js') return script(LISTJS);
  if (p === '/api/site/columns') return json({ code: 0, data: TREE });
  const l = /^\/list\/(\w+)$/.exec(p)?.[1]; if (l && cols[l]) return shell(cols[l][0], `<h2>${cols[l][0]}</h2><div id="rows"></div><div id="pg"></div><script src="/static/js/list.js" defer></script>`, `data-code="${l}"`);
  if (p === '/api/site/articles') { const c = cols[q.get('code')]; if (!c) return json({ code: 404, data: { rows: [], pages: 0, total: 0 } }); const k = Number(q.get('page')) || 1; const s = Math.min(50, Number(q.get('size')) || 20); return json({ code: 0, data: { total: c[1].length, pages: Math.ceil(c[1].length / s), rows: c[1].slice((k - 1) * s, k * s).map((n) => ({ id: n.id, title: n.title, date: n.date, url: `/a/${n.id}` })) } }); }
  const a = byId.get(/^\/a\/(\d+)$/.exec(p)?.[1]); if (a) return shell(a[1].title, `<h1>${a[1].title}</h1><p><span>${a[0]}</span> <time>${a[1].date}</time> ${a[1].src}</p>${a[1].paras.map((x) => `<p>${x}</p>`).join('')}`);
  if (p === '/map') return shell('站点地图', TREE.concat(TREE.flatMap((t) => t.children ?? [])).map((t) => `<p><a href="${t.url}">${t.name}</a></p>`).join(''));
  if (p === '/gk/qzqd') return shell('权责清单', `<h2>权责清单</h2><p>更新日期 <time>${ago(52)}</time></p><div id="qz">加载中</div><script>fetch('/api/qzqd/all').then(r=>r.json()).then(d=>{document.getElementById('qz').innerHTML='<p>共'+d.total+'项</p><table><tr><th>编码</th><th>名称</th><th>类型</th><th>部门</th><th>依据</th></tr>'+d.list.map(x=>'<tr><td>'+x.code+'</td><td>'+x.name+'</td><td>'+x.type+'</td><td>'+x.dept+'</td><td>'+x.basis+'</td></tr>').join('')+'</table>'})</script>`);
  if (p === '/api/qzqd/all') return json({ total: duty.length, list: duty.map(([code, name, type, dept, basis]) => ({ code, name, type, dept, basis })) });
  if (p === '/wz/index') return shell('问政办理公开', `<h2>问政办理公开</h2><div id="wz"></div><script>fetch('/api/wz/list?page=1&size=50').then(r=>r.json()).then(d=>{var f=t=>{var x=new Date(t);return x.getFullYear()+'-'+String(x.getMonth()+1).padStart(2,'0')+'-'+String(x.getDate()).padStart(2,'0')};document.getElementById('wz').innerHTML='<p>共'+d.total+'件</p>'+d.records.map(x=>'<section><h4><a href="/wz/view?no='+x.no+'">'+x.title+'</a></h4><small>问政时间 '+f(x.createTime)+'　办结时间 '+f(x.replyTime)+'</small></section>').join('')})</script>`);
  if (p === '/api/wz/list') return json({ total: letters.length, records: letters.map((x) => ({ no: x.no, title: x.title, dept: x.office, createTime: stamp(x.askedDays), replyTime: stamp(x.doneDays), status: '已办结' })) });
  if (p === '/wz/view') { const x = letters.find((y) => y.no === q.get('no')); if (x) return shell(x.title, `<h3>${x.title}</h3><dl><dt>问政时间</dt><dd>${x.asked}</dd><dt>内容</dt><dd>${x.ask}</dd><dt>办结时间</dt><dd>${x.done}</dd><dt>办理结果</dt><dd>${x.office}：${x.answer}</dd></dl>`); }
  if (p === '/wz/rx') return shell('12345热线', '<p>铜川市12345政务服务热线全天候受理，拨打12345。</p>');
  if (p === '/wz/ask') return shell('我要问政', '<p>市长信箱、部门信箱统一受理，普通诉求7个工作日内办结。标题30字以内，内容800字以内。</p><form action="/wz/submit" method="post"><label>称呼<input name="nick"></label><label>手机<input name="tel"></label><label>标题<input name="title" maxlength="30"></label><label>内容<textarea name="content" maxlength="800"></textarea></label><button>提交问政</button></form><form action="/wz/find"><label>受理编号<input name="no"></label><button>查进度</button></form>');
  if (p === '/wz/submit' || p === '/wz/find') return shell('提示', '<p>没有查到或信息不完整。</p>');
  if (p === '/so') return shell('搜索结果', `<h2>搜索结果</h2><p>“${esc(q.get('wd') ?? '')}”</p><div id="sr"></div><script>fetch('/api/so?wd='+encodeURIComponent(new URLSearchParams(location.search).get('wd')||'')).then(r=>r.json()).then(d=>{document.getElementById('sr').innerHTML='<p>共'+d.total+'条</p>'+d.items.map(x=>'<div class="item"><em>'+x.type+'</em><a href="'+x.url+'">'+x.title+'</a><p>'+x.summary+'</p><span>'+x.date+'</span></div>').join('')})</script>`);
  if (p === '/api/so') { const h = S.find(docs, q.get('wd')); return json({ total: h.length, items: h.slice(0, 10).map((d) => ({ title: d.title, url: d.url, date: d.date, type: d.type, summary: d.text.slice(0, 60) })) }); }
  if (p === '/api/robot/chat') { const h = match(S.rowsOf(ms), q.get('q'))[0]; return json({ reply: h ? h[2] : '抱歉，我没有听懂，您可以换个问法。' }); }
}
// ---- hall: one page, hash routes
const L = { name: '事项名称', basis: '设定依据', cond: '受理条件', mats: '申请材料', place: '办理地点', hours: '办理时间', tel: '咨询电话', flow: '办理流程', limit: '承诺办结时限', fee: '收费标准', watch: '监督投诉', result: '审批结果' };
const cross = ms.slice(4, 61); const APP = `var R={
'/home':function(){return '<h1>铜川政务服务大厅</h1><p>找政策、查流程、办事情</p>'},
'/guide':function(){return get('/api/matter/list').then(function(d){return '<h2>办事指南（'+d.total+'）</h2>'+d.rows.map(function(m){return '<p><a href="#/guide/'+m.id+'">'+m.name+'</a></p>'}).join('')})},
'/kstb':function(){return get('/api/kstb/list').then(function(d){return '<h2>跨省通办专区</h2><p>共'+d.total+'项</p>'+d.rows.map(function(m){return '<p><a href="#/guide/'+m.id+'">'+m.name+'</a></p>'}).join('')})},
'/yjs':function(){return get('/api/yjs/list').then(function(d){return '<h2>高效办成一件事</h2><p>共'+d.total+'件</p><ul>'+d.rows.map(function(m){return '<li>'+m+'</li>'}).join('')+'</ul>'})},
'/zz':function(){return '<h2>电子证照</h2><p>电子证照与纸质证照具有同等效力，请在手机端亮证使用。</p>'},
'/cx':function(){return '<h2>办件查询</h2><input placeholder="请输入办件编号"><button>查询</button><h3>好差评</h3><label><input type="radio" name="s">非常满意</label><label><input type="radio" name="s">满意</label><label><input type="radio" name="s">不满意</label><button>提交评价</button>'},
'/user':function(){return R['/login']()},'/ent':function(){return R['/login']()},
'/login':function(){return '<h2>统一身份认证</h2><p>一个账号登录市政府网站和政务服务大厅。</p><input placeholder="手机号"><input type="password"><label><input type="checkbox">同意<a href="#/privacy">《隐私政策》</a></label><button>登录</button>'},
'/app':function(){return '<h2>移动端</h2><p>下载“爱铜川”APP，或搜索微信小程序“铜川政务”。</p>'},
'/privacy':function(){return get('/api/page/privacy').then(function(d){return '<h2>'+d.title+'</h2>'+d.parts.map(function(x){return '<h4>'+x[0]+'</h4><p>'+x[1]+'</p>'}).join('')})}};
function get(u){return fetch(u).then(function(r){return r.json()})}
function view(){var h=location.hash.slice(1)||'/home';var m=/^\\/guide\\/(\\d+)$/.exec(h);var o=m?get('/api/matter/detail?id='+m[1]).then(function(d){return '<h2>'+d.name+'办事指南</h2><table>'+d.fields.map(function(f){return '<tr><th>'+f[0]+'</th><td>'+f[1]+'</td></tr>'}).join('')+'</table>'}):(R[h]||R['/home'])();Promise.resolve(o).then(function(x){document.getElementById('view').innerHTML=x})}
document.getElementById('app').innerHTML='<nav>'+[['首页','home'],['办事指南','guide'],['跨省通办','kstb'],['高效办成一件事','yjs'],['电子证照','zz'],['办件查询','cx'],['个人中心','user'],['企业空间','ent'],['移动端','app'],['登录','login']].map(function(x){return '<a href="#/'+x[1]+'">'+x[0]+'</a> '}).join('')+'</nav><div id="view"></div>';window.onhashchange=view;view();`;
function service(ctx) {
  const p = ctx.path;
  if (p === '/') return '<!DOCTYPE html><html><head><meta charset=utf-8><meta name=viewport content="width=device-width,initial-scale=1"><title>铜川政务服务大厅</title></head><body><noscript>请启用脚本后访问本大厅。</noscript><div id=app></div><script src=/static/app.6102f.js></script></body></html>'.replace('src=/static/app.6102f.js', 'src="/static/app.6102f.js"');
  if (p === '/static/app.6102f.js') return script(APP);
  if (p === '/api/matter/list') return json({ total: ms.length, rows: ms.map((m) => ({ id: m.i, name: m.title, dept: m.office })) });
  if (p === '/api/matter/detail') { const m = ms[ctx.query.get('id')]; return m ? json({ name: m.title, fields: S.guide(m, C, L) }) : json({ error: '事项不存在' }, { status: 404 }); }
  if (p === '/api/kstb/list') return json({ total: cross.length, rows: cross.map((m) => ({ id: m.i, name: m.title })) });
  if (p === '/api/yjs/list') return json({ total: S.THINGS.length, rows: S.THINGS });
  if (p === '/api/page/privacy') return json({ title: '隐私政策', parts: S.PRIVACY('铜川政务服务大厅') });
}
// ---- data platform
const sets = times(128, (i) => { const m = ms[i % 64]; return { id: 9000 + i, name: `${m.office.replace(C, '')}${m.title}${i < 64 ? '信息' : '明细'}`, dept: m.office, update: ago(9 + i), formats: i % 3 ? ['XLS', 'JSON'] : ['CSV', 'API'] }; });
const OD = `var v=document.getElementById('root');function api(u,b){return fetch(u,b?{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(b)}:{}).then(function(r){return r.json()})}
function show(){var h=location.hash.slice(2)||'index';if(h=='index')api('/prod-api/portal/overview').then(function(d){v.innerHTML='<h1>铜川市公共数据开放平台</h1><p>数据目录 <b>'+d.data.catalogCount+'</b> 个</p><p>数据接口 <b>'+d.data.apiCount+'</b> 个</p><p>创新应用 <b>'+d.data.appCount+'</b> 个</p><a href="#/catalog">数据目录</a> <a href="#/api">数据接口</a> <a href="#/apps">创新应用</a>'});
if(h=='catalog')api('/prod-api/catalog/list',{pageNum:window.pn||1,pageSize:20,name:window.kw||''}).then(function(d){v.innerHTML='<input id="k" placeholder="目录名称"><button onclick="pn=1;kw=document.getElementById(\\'k\\').value;show()">查询</button><p>共'+d.total+'条数据目录</p>'+d.rows.map(function(s){return '<div class="ds"><a href="/detail.html?id='+s.id+'">'+s.name+'</a><span>'+s.formats.join(' ')+'</span><i>更新于'+s.update+'</i></div>'}).join('')+Array.from({length:Math.ceil(d.total/20)},function(_,i){return '<button onclick="pn='+(i+1)+';show()">'+(i+1)+'</button>'}).join('')});
if(h=='api')api('/prod-api/interface/list').then(function(d){v.innerHTML='<p>共'+d.total+'个数据接口</p>'+d.rows.map(function(s){return '<p>'+s.name+'</p>'}).join('')});
if(h=='apps')api('/prod-api/app/list').then(function(d){v.innerHTML='<p>共'+d.total+'个创新应用</p>'+d.rows.map(function(s){return '<p>'+s+'</p>'}).join('')});}
window.onhashchange=show;show();`;
const apps = ['铜川慢行步道图', '瓷片鉴赏', '空气哨兵', '学区速查', '充电桩在哪', '矿山复绿看板', '药王问药', '果价通', '一键挪车'];
function data(ctx) {
  const p = ctx.path;
  if (p === '/') return '<!doctype html><html><head><meta charset="utf-8"><title>铜川市公共数据开放平台</title></head><body><div id="root"></div><script src="/js/od.js"></script></body></html>';
  if (p === '/js/od.js') return script(OD);
  if (p === '/prod-api/portal/overview') return json({ code: 200, data: { catalogCount: sets.length, apiCount: 45, appCount: apps.length } });
  if (p === '/prod-api/catalog/list') { let b = {}; try { b = JSON.parse(ctx.body.toString() || '{}'); } catch { /* none */ } const s = Number(b.pageSize ?? ctx.query.get('pageSize') ?? 20); const k = Number(b.pageNum ?? ctx.query.get('pageNum') ?? 1); const r = sets.filter((x) => x.name.includes(b.name ?? ctx.query.get('name') ?? '')); return json({ code: 200, total: r.length, rows: r.slice((k - 1) * s, k * s) }); }
  if (p === '/prod-api/interface/list') return json({ total: 45, rows: sets.slice(0, 45).map((s) => ({ name: `${s.name}接口` })) });
  if (p === '/prod-api/app/list') return json({ total: apps.length, rows: apps });
  if (p === '/detail.html') { const s = sets.find((x) => String(x.id) === ctx.query.get('id')); if (s) return `<html><head><meta charset="utf-8"><title>${s.name}</title></head><body><h2>${s.name}</h2><p>来源：${s.dept} 更新：${s.update}</p>${s.formats.map((f) => (f === 'API' ? '<span>接口</span>' : `<a href="/file/${s.id}.${f.toLowerCase()}">${f}下载</a>`)).join(' ')}</body></html>`; }
  const f = /^\/file\/(\d+)\.(xls|json|csv)$/.exec(p); if (f) return reply('id,name\n1,样例\n', { type: 'text/csv; charset=utf-8' });
}
const expand = (url, r) => {
  if (/\/list\/(\w+)$|cn\/$/.test(url) && url.includes(W)) { const c = /\/list\/(\w+)/.exec(url)?.[1] ?? 'tcyw'; return times(Math.ceil((cols[c]?.[1].length ?? 0) / 20), (i) => `http://${W}/api/site/articles?code=${c}&page=${i + 1}&size=20`); }
  if (/\/(gk\/qzqd|wz\/index)$/.test(url)) return [...r.text.matchAll(/fetch\('([^']+)'\)/g)].map((m) => `http://${W}${m[1]}`);
  if (/wz\/list/.test(url)) return [...r.text.matchAll(/"no":"(\d+)"/g)].map((m) => `http://${W}/wz/view?no=${m[1]}`);
  if (/matter\/list/.test(url)) return [...r.text.matchAll(/"id":(\d+)/g)].map((m) => `http://${F}/api/matter/detail?id=${m[1]}`);
  if (/catalog\/list/.test(url)) return (url.includes('pageNum') ? [] : times(7, (i) => `http://${D}/prod-api/catalog/list?pageNum=${i + 1}`)).concat([...r.text.matchAll(/"id":(\d+)/g)].map((m) => `http://${D}/detail.html?id=${m[1]}`));
  return [];
};
export default {
  code: '610200', name: C, pinyin: 'tongchuan', province: '陕西省', region: '西部', portal: `http://${W}/`, service: `http://${F}/`, open_data: `http://${D}/`,
  hosts: { [W]: { handle: portal, gzip: true, mailbox: /submit/ }, [F]: { handle: service }, [D]: { handle: data } },
  truth: [
    ['service-lists', 'present', 'working', { count: 88 }, 'one list drawn by JSON'],
    ['disclosure-catalog', 'absent', null, null, 'one meeting headline'],
    ['service-guide', 'present', 'working', { share: 1 }, 'hash routes, twelve parts'],
    ['one-entry', 'present', 'working', null, 'log-in says one account for both; app and mini-program'],
    ['cross-region', 'present', 'working', { count: cross.length }, 'count by JSON'],
    ['e-certificate', 'present', 'reachable', null, 'route opens, names neither kinds nor a query'],
    ['appeal-channels', 'present', 'working', null, 'form and hotline'],
    ['appeal-form', 'present', 'working', null, 'open form of 800 characters, query by number, 7 working days'],
    ['one-thing', 'present', 'working', { count: 17 }, 'route lists 17'],
    ['case-tracking', 'present', 'working', null, 'number field and grades'],
    ['reply-timeliness', 'present', null, { share: 0.667 }, '8 of 12; list dates are time stamps in JSON'],
    ['follow-up', 'absent', null, null, 'a headline'],
    ['knowledge-base', 'present', 'working', null, 'base of questions, newest 21 days'],
    ['proactive-response', 'present', 'working', null, 'eight dated items'],
    ['smart-search', 'present', 'working', null, 'box without form, JSON'],
    ['smart-qa', 'present', 'working', null, 'floating widget made by script'],
    ['accessibility', 'present', 'working', null, 'mode enlarges the text; fluid layout'],
    ['personal-space', 'present', 'reachable', null, 'routes for persons and firms end at the log-in'],
    ['open-data-platform', 'present', 'working', null, 'numbers by API'],
    ['data-catalog', 'present', 'working', { count: 128 }, 'total of the API'],
    ['api-count', 'present', null, { count: 45 }, 'own count'],
    ['app-count', 'present', null, { count: 9 }, 'own count'],
    ['data-security-policy', 'absent', null, null, 'a headline on a lecture; no such document'],
    ['privacy-policy', 'present', 'working', null, 'linked at the log-in, eight parts'],
  ],
  check: { tally: { 'service-lists': [/qzqd\/all/, /"code"/g], 'cross-region': [/kstb\/list$/, /"id"/g], 'one-thing': [/yjs\/list$/, /[\u4e00-\u9fff]"/g], 'data-catalog': [/\/detail\.html\?id=\d/], 'api-count': [/interface\/list/, /"name"/g], 'app-count': [/app\/list/, /[\u4e00-\u9fff]"/g] }, guides: [/matter\/detail\?id=\d/, '事项名称 设定依据 受理条件 申请材料 办理地点 办理时间 咨询电话 办理流程 承诺办结时限 收费标准 监督投诉 审批结果'], decoys, dead: [], expand, ghost: [/cn\/(home|guide|kstb|yjs|zz|cx|user|ent|login|app|privacy)$/, /wz\/view\?no=$/],
    proof: { 'service-lists': [`http://${W}/api/qzqd/all`, /"total":88/], 'service-guide': [`http://${F}/api/matter/detail?id=5`, /审批结果/], 'one-entry': [`http://${F}/static/app.6102f.js`, /一个账号登录市政府网站/], 'cross-region': [`http://${F}/api/kstb/list`, new RegExp(`"total":${cross.length}`)], 'e-certificate': [`http://${F}/static/app.6102f.js`, /同等效力/], 'appeal-channels': [`http://${W}/wz/rx`, /12345/], 'appeal-form': [`http://${W}/wz/ask`, /textarea/], 'one-thing': [`http://${F}/api/yjs/list`, /"total":17/], 'case-tracking': [`http://${F}/static/app.6102f.js`, /办件编号/], 'reply-timeliness': [`http://${W}/api/wz/list?page=1&size=50`, /replyTime/], 'knowledge-base': [`http://${W}/list/wdk`, /问答知识库/], 'proactive-response': [`http://${W}/a/34000`, /回应如下/], 'smart-search': [`http://${W}/`, /soIn/], 'smart-qa': [`http://${W}/static/js/common.js`, /robot\/chat/], accessibility: [`http://${W}/`, /适老化/], 'personal-space': [`http://${F}/static/app.6102f.js`, /企业空间/], 'open-data-platform': [`http://${D}/prod-api/portal/overview`, /128/], 'data-catalog': [`http://${D}/prod-api/catalog/list`, /"total":128/], 'api-count': [`http://${D}/prod-api/interface/list`, /"total":45/], 'app-count': [`http://${D}/prod-api/app/list`, /"total":9/], 'privacy-policy': [`http://${F}/api/page/privacy`, /您的权利/] },
    letters: { pages: /wz\/view/, asked: /问政时间<\/dt><dd>(\S+?)</, done: /办结时间<\/dt><dd>(\S+?)</, share: 0.667 },
    search: (q) => [`http://${W}/api/so?wd=${encodeURIComponent(q)}`], robot: (q) => [`http://${W}/api/robot/chat?q=${encodeURIComponent(q)}`] },
};

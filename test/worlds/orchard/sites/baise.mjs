// Baise: single-page applications. The portal draws JSON blocks behind hash routes, the service hall behind history routes; the data platform is drawn by the server.
import { ago, esc, json, match, pdf, reply, script, times } from '../lib.mjs';
import { topics as T, filler, headline, guides, powers, THINGS, SETS } from '../text.mjs';
const P = 'www.baise-youjiang.gov.cn', Z = 'zwfw.baise-youjiang.gov.cn', D = 'data.baise-youjiang.gov.cn', S = 'sso.baise-youjiang.gov.cn';
const who = ['右江区', '田阳区', '靖西市', '平果市', '凌云县', '市芒果办', '市商务局', '乐业县'];
const news = times(52, (i) => ({ id: 'a' + (7000 + i * 3), title: headline(who, i), day: 1 + i * 3 }));
news[4].title = '自治区部署基层政务公开标准化规范化工作，我市作交流发言';
news[11].title = '南宁市主动回应市民关切获好评';
news[21].title = '我市举办回应关切业务培训班';
const tops = T((t, x) => [`百色办事：${t}`, `在百色，${x}。`]);
const qz = powers(31, '百色市', ['市场监督管理局', '农业农村局', '自然资源局']);
const gg = powers(24, '百色市', ['民政局', '教育局'], ['公共服务']);
const gd = guides('百色市');
const letters = times(12, (i) => ({ id: 'x' + (510 + i), title: ['芒果市场门口堵车', '公租房续租咨询', '广场舞音响太大', '路口红绿灯坏了', '自来水发黄', '社保转移多久', '村里路灯申请', '小学学位', '烧烤摊油烟', '公交末班时间', '健身器材损坏', '下水道反味'][i], asked: 30 + i * 9, took: [1, 5, 9].includes(i) ? 29 - 0 : 3 }));
const faq = times(14, (i) => ({ id: 'k' + i, title: tops[i + 3][1] + '（常见问答）', day: 12 + i * 25, text: tops[i + 3][2] }));
const hf = times(5, (i) => ({ id: 'h' + i, title: `百色市群众诉求办理回访情况（${ago(30 + 31 * i, 'Y年m月')}）`, day: 20 + 31 * i, text: `本月随机抽取已办结诉求${400 + i * 7}件开展电话回访，成功回访${362 + i * 5}件，其中满意${330 + i * 4}件，满意率${(91.2 - i * 0.3).toFixed(1)}%，不满意的已转承办单位重新办理。` }));
const privacy = ['本声明说明百色市人民政府门户网站和百色政务服务平台如何处理用户的个人信息。', '一、我们收集哪些个人信息：注册统一账号时收集姓名、身份证件号码和手机号码；浏览时记录访问日志。', '二、使用目的：用于实名核验、办理事项和回复来信。', '三、信息的共享与披露：只有在办理事项所必需时才向承办部门提供。', '四、信息存储：存储于境内的政务云，办结三年后删除。', '五、信息安全：采用加密传输、访问控制、定期审计等安全措施。', '六、您的权利：您可以查询、更正、删除个人信息或者注销账号。', '七、联系我们：邮箱与电话见网站底部，0776-0000000。', `更新日期：${ago(140)}`];

// --- block pages of the portal, by route
const L = (items) => ({ kind: 'links', items });
const A = (...lines) => ({ kind: 'text', lines });
const one = (title, day, lines) => ({ title, blocks: [{ kind: 'meta', text: `发布日期 ${ago(day)}` }, A(...lines)] });
const pageOf = (rows, page, size) => ({ rows: rows.slice((page - 1) * size, page * size), pages: Math.ceil(rows.length / size) });
function portalPage(route, page) {
  const [, a, b] = route.split('/');
  if (!a) return { title: '百色市人民政府', blocks: [{ kind: 'search' }, L(news.slice(0, 28).map((n) => ({ text: n.title, url: '#/doc/' + n.id, date: ago(n.day) }))), L([{ text: '政务服务', url: `http://${Z}/` }, { text: '数据开放', url: `http://${D}/` }, { text: '清单公布', url: '#/lists' }, { text: '互动', url: '#/hd' }, { text: '小右智能客服', url: '#/robot' }, { text: '登录', url: `http://${S}/login?client=portal` }, { text: '注册', url: `http://${S}/register` }])] };
  if (a === 'news') { const x = pageOf(news, page, 20); return { title: '右江新闻', blocks: [L(x.rows.map((n) => ({ text: n.title, url: '#/doc/' + n.id, date: ago(n.day) }))), { kind: 'pager', page, pages: x.pages, total: news.length, route }] }; }
  if (a === 'doc') { const n = news.find((x) => x.id === b); if (n) return one(n.title, n.day, filler(Number(n.id.slice(1)), 4)); const k = [...faq, ...hf].find((x) => x.id === b); if (k) return one(k.title, k.day, [k.text]); const t = /^t(\d+)$/.exec(b ?? ''); if (t && tops[t[1]]) return one(tops[t[1]][1], 70, [tops[t[1]][2]]); }
  if (a === 'lists' && !b) return { title: '清单公布', blocks: [L([{ text: '权责清单', url: '#/lists/qz' }, { text: '公共服务事项清单', url: '#/lists/gg' }])] };
  if (a === 'lists') { const rows = { qz, gg }[b]; if (!rows) return null; const x = pageOf(rows, page, 12); return { title: b === 'qz' ? '百色市权责清单' : '百色市公共服务事项清单', blocks: [{ kind: 'meta', text: `更新于 ${ago(66)}，共 ${rows.length} 项` }, { kind: 'table', heads: ['编码', '名称', '类型', '实施主体', '依据'], rows: x.rows.map((r) => [r.code, r.name, r.kind, r.org, r.basis]) }, { kind: 'pager', page, pages: x.pages, total: rows.length, route }] }; }
  if (a === 'hd') return { title: '互动', blocks: [L([{ text: '市长信箱', url: '#/mail' }, { text: '来信公开', url: '#/letters' }, { text: '民意调查', url: '#/poll' }, { text: '诉求回访', url: '#/huifang' }, { text: '常见问题知识库', url: '#/kb' }, { text: '12345热线', url: '#/hotline' }])] };
  if (a === 'mail') return { title: '市长信箱', blocks: [A('来信请先登录统一身份账号。信件受理后七个工作日内答复。'), L([{ text: '登录后写信', url: `http://${S}/login?client=mail` }, { text: '来信公开', url: '#/letters' }])] };
  if (a === 'letters') { const x = pageOf(letters, page, 8); return { title: '来信公开', blocks: [A('答复期限：七个工作日'), L(x.rows.map((l) => ({ text: l.title, url: '#/letter/' + l.id, date: ago(l.asked) }))), { kind: 'pager', page, pages: x.pages, total: letters.length, route }] }; }
  if (a === 'letter') { const l = letters.find((x) => x.id === b); return l && { title: l.title, blocks: [{ kind: 'table', heads: ['项目', '内容'], rows: [['来信标题', l.title], ['来信时间', ago(l.asked)], ['来信内容', `您好，关于${l.title}，请予答复。`], ['答复单位', '百色市有关部门'], ['答复时间', ago(l.asked - l.took)], ['答复内容', '您好，经核实，已经安排人员处理，感谢您的关心。']] }] }; }
  if (a === 'poll') return { title: '民意调查', blocks: [A('您对城区公交准点率是否满意？', '调查截止：' + ago(-30)), { kind: 'form', action: '/gateway/poll', fields: [{ name: 'q1', label: '您的选择', options: ['满意', '一般', '不满意'] }, { name: 'memo', label: '其他意见', area: 300 }], submit: '提交' }] };
  if (a === 'huifang') return { title: '诉求回访', blocks: [L(hf.map((x) => ({ text: x.title, url: '#/doc/' + x.id, date: ago(x.day) })))] };
  if (a === 'kb') return { title: '常见问题知识库', blocks: [L(faq.map((x) => ({ text: x.title, url: '#/doc/' + x.id, date: ago(x.day) })))] };
  if (a === 'hotline') return { title: '12345热线', blocks: [A('百色市12345政务服务便民热线，拨打电话12345，全天受理。')] };
  if (a === 'robot') return { title: '小右智能客服', blocks: [A('您好，我是智能客服小右，请输入您要问的问题。'), { kind: 'chat' }] };
  if (a === 'privacy') return { title: '隐私政策', blocks: [A(...privacy)] };
  if (a === 'app') return { title: '移动端', blocks: [A('爱右江应用、微信小程序“百色办事”与本站使用同一账号。')] };
  if (a === 'topics') return { title: '办事百科', blocks: [L(tops.map((t, i) => ({ text: t[1], url: '#/doc/t' + i })))] };
  if (a === 'search') { const q = decodeURIComponent(b ?? ''); return { title: '搜索', blocks: [{ kind: 'results', q }] }; }
  return null;
}
const kua = ['跨省通办专区', '粤桂黔三省（区）毗邻城市实行跨省通办。有需要的群众可到百色市政务服务中心一楼“跨省通办”专窗咨询，由工作人员收件后邮寄至业务属地办理。'];
function hallPage(route, page) {
  const [, a, b] = route.split('/');
  if (!a) return { title: '百色政务服务', blocks: [L([{ text: '办事指南', url: '/matter' }, { text: '高效办成一件事', url: '/theme' }, { text: '跨省通办', url: '/kstb' }, { text: '电子证照', url: '/license' }, { text: '办件查询', url: '/progress' }, { text: '好差评', url: '/rating' }, { text: '我的空间', url: '/my' }, { text: '企业空间', url: '/corp' }, { text: '登录', url: `http://${S}/login?client=zwfw` }])] };
  if (a === 'matter' && !b) return { title: '办事指南', blocks: [L(gd.map((g, i) => ({ text: g.name, url: '/matter/' + i })))] };
  if (a === 'matter') { const g = gd[b]; return g && { title: g.name, blocks: [{ kind: 'table', heads: ['要素', '说明'], rows: [['事项名称', g.name], ['实施主体', g.org], ['设定依据', g.basis], ['受理条件', g.cond], ['申请材料', g.stuff.join('；')], ['办理流程', g.steps.join('、')], ['法定办结时限', g.legal], ['承诺办结时限', g.promised], ['收费标准', g.fee], ['办理地点', g.place], ['办理时间', g.hours], ['咨询电话', g.tel], ['监督投诉电话', g.watch], ['办理结果', g.result], ['服务对象', g.who], ['送达方式', g.way]] }] }; }
  if (a === 'theme' && !b) return { title: '高效办成一件事', blocks: [A(`目前已上线 17 个主题。`), L(THINGS.slice(2, 19).map((t, i) => ({ text: t + '一件事', url: '/theme/' + i })))] };
  if (a === 'theme') { const t = THINGS[Number(b) + 2]; return t && Number(b) < 17 && { title: t + '一件事', blocks: [A(`${t}一件事：一次告知、一表申请、一口受理。`, ...filler(Number(b) + 3, 1))] }; }
  if (a === 'kstb') return { title: kua[0], blocks: [A(kua[1])] };
  if (a === 'license') return { title: '电子证照', blocks: [A('百色市已接入电子证照86类，可在窗口和网上亮证使用，粤、桂、黔三地互认。'), { kind: 'form', action: '/gateway/license', fields: [{ name: 'no', label: '证照编号' }], submit: '核验' }] };
  if (a === 'progress') return { title: '办件查询', blocks: [{ kind: 'form', action: '/gateway/case', fields: [{ name: 'caseNo', label: '受理编号' }, { name: 'code', label: '查询码' }], submit: '查询' }] };
  if (a === 'rating') return { title: '好差评', blocks: [A(`本月收到评价2163条，好评率99.2%。`), { kind: 'form', action: '/gateway/rate', fields: [{ name: 'caseNo', label: '受理编号' }, { name: 'grade', label: '评价', options: ['非常满意', '满意', '基本满意', '不满意', '非常不满意'] }], submit: '评价' }] };
  if (a === 'my') return { title: '我的空间', blocks: [A('我的空间为个人提供办件、证照与订阅，请登录后使用。'), L([{ text: '去登录', url: `http://${S}/login?client=my` }])] };
  if (a === 'corp') return { title: '企业空间', blocks: [A('企业空间为企业提供政策匹配与消息推送，请登录后使用。'), L([{ text: '去登录', url: `http://${S}/login?client=corp` }])] };
  return null;
}
// --- the two bundles
const core = `var app=document.getElementById('app');function h(t,a,k){var e=document.createElement(t);for(var n in a||{})n==='text'?e.textContent=a[n]:n==='on'?e.addEventListener(a.on[0],a.on[1]):e.setAttribute(n,a[n]);(k||[]).forEach(function(c){c&&e.appendChild(c)});return e}
function post(u,b){return fetch(u,{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(b)}).then(function(r){return r.json()})}
var draw={links:function(b){return h('ul',{class:'bs-list'},b.items.map(function(i){return h('li',{},[h('a',{href:i.url,text:i.text}),i.date?h('time',{text:i.date}):null])}))},
text:function(b){return h('section',{class:'bs-text'},b.lines.map(function(l){return h('p',{text:l})}))},meta:function(b){return h('p',{class:'bs-meta',text:b.text})},
table:function(b){return h('table',{class:'bs-table'},[h('thead',{},[h('tr',{},b.heads.map(function(x){return h('th',{text:x})}))]),h('tbody',{},b.rows.map(function(r){return h('tr',{},r.map(function(c){return h('td',{text:c})}))}))])},
pager:function(b){var k=[h('span',{text:'共 '+b.total+' 条'})];for(var i=1;i<=b.pages;i++)(function(i){k.push(h('button',{type:'button',class:i===b.page?'on':'',text:String(i),on:['click',function(){load(b.route,i)}]}))})(i);return h('div',{class:'bs-pager'},k)},
form:function(b){var out=h('p',{});return h('form',{action:b.action,method:'post',on:['submit',function(e){e.preventDefault();var d={};new FormData(e.target).forEach(function(v,k){d[k]=v});post(b.action,d).then(function(r){out.textContent=r.message})}]},b.fields.map(function(f){return h('label',{},[h('span',{text:f.label}),f.options?h('select',{name:f.name},f.options.map(function(o){return h('option',{text:o})})):f.area?h('textarea',{name:f.name,maxlength:f.area}):h('input',{name:f.name,type:'text'})])}).concat([h('button',{type:'submit',text:b.submit}),out]))},
search:function(){var i=h('input',{id:'kw',type:'search',placeholder:'搜政策、搜服务'});return h('form',{role:'search',on:['submit',function(e){e.preventDefault();location.hash='#/search/'+encodeURIComponent(i.value)}]},[i,h('button',{type:'submit',text:'搜索'})])},
results:function(b){var box=h('div',{class:'bs-results',text:'正在搜索…'});post('/gateway/search',{q:b.q,page:1,size:10}).then(function(r){box.textContent='';box.appendChild(h('p',{text:'找到 '+r.total+' 条与“'+b.q+'”有关的内容'}));r.rows.forEach(function(x){box.appendChild(h('article',{},[h('h3',{},[h('a',{href:x.url,text:x.title})]),h('p',{text:x.summary})]))})});return h('div',{},[draw.search(),box])},
chat:function(){var log=h('div',{class:'chat-log','aria-live':'polite'}),i=h('input',{type:'text',id:'question',placeholder:'请输入问题'});return h('div',{class:'chat'},[log,h('form',{on:['submit',function(e){e.preventDefault();var q=i.value;i.value='';log.appendChild(h('div',{class:'ask',text:q}));post('/gateway/robot/ask',{question:q}).then(function(r){log.appendChild(h('div',{class:'answer',text:r.answer}))})}]},[i,h('button',{type:'submit',text:'发送'})])])}};
function paint(p){document.title=p.title;app.textContent='';app.appendChild(head());var m=h('main',{},[h('h1',{text:p.title})]);p.blocks.forEach(function(b){m.appendChild(draw[b.kind](b))});app.appendChild(m);app.appendChild(foot())}
function load(r,n){fetch('/gateway/render?path='+encodeURIComponent(r)+'&page='+(n||1)).then(function(x){return x.json()}).then(paint)}
`;
const nav = (items) => `function head(){return h('header',{},[h('nav',{},${JSON.stringify(items)}.map(function(x){return h('a',{href:x[1],text:x[0]})})),h('button',{id:'elder',type:'button',text:'长者模式',on:['click',function(){var on=document.documentElement.classList.toggle('elder');try{localStorage.setItem('elder',on?'1':'0')}catch(e){}}]})])}
function foot(){return h('footer',{},[h('a',{href:'http://${P}/#/privacy',text:'隐私政策'}),h('span',{text:'百色市人民政府 网站标识码 4510000019'})])}
`;
const appJs = core + nav([['首页', '#/'], ['右江新闻', '#/news'], ['清单公布', '#/lists'], ['互动', '#/hd'], ['办事百科', '#/topics'], ['移动端', '#/app'], ['政务服务', `http://${Z}/`], ['数据开放', `http://${D}/`]]) + `function route(){load(location.hash.slice(1)||'/')}window.addEventListener('hashchange',route);route();`;
const hallJs = core + nav([['服务首页', '/'], ['办事指南', '/matter'], ['一件事', '/theme'], ['市政府门户', `http://${P}/`]]) + `document.addEventListener('click',function(e){var a=e.target.closest&&e.target.closest('a');if(a&&a.getAttribute('href').charAt(0)==='/'){e.preventDefault();history.pushState({},'',a.getAttribute('href'));load(location.pathname)}});window.addEventListener('popstate',function(){load(location.pathname)});load(location.pathname);`;
const shellHtml = (title, js, host) => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="SiteName" content="百色市人民政府"><meta name="SiteDomain" content="${host}"><meta name="SiteIDCode" content="4510000019"><title>${title}</title><style>body{margin:0;font:16px/1.7 sans-serif;overflow-wrap:anywhere}#app{max-width:1080px;margin:auto;padding:0 12px}nav a{display:inline-block;margin:6px}table{width:100%;table-layout:fixed}input,textarea,select{max-width:100%}html.elder body{font-size:24px;background:#fffbe6}</style></head><body><noscript>请启用JavaScript后访问</noscript><div id="app"></div><script src="${js}"></script></body></html>`;
const bank = () => [...tops.map((t, i) => ({ row: t, url: '#/doc/t' + i })), ...news.map((n) => ({ row: ['', n.title, filler(3)[0]], url: '#/doc/' + n.id }))];
const portal = (ctx) => {
  if (ctx.path === '/') return shellHtml('百色市人民政府', '/static/js/app.4f1c22.js', P);
  if (ctx.path === '/static/js/app.4f1c22.js') return script(appJs);
  if (ctx.path === '/gateway/render') { const p = portalPage(ctx.query.get('path') ?? '/', Number(ctx.query.get('page')) || 1); return p ? json(p) : json({ title: '页面不存在', blocks: [] }, { status: 404 }); }
  if (ctx.method !== 'POST') return null;
  let b = {}; try { b = JSON.parse(ctx.body.toString()); } catch { /* form */ }
  if (ctx.path === '/gateway/search') { const rows = bank(); const hit = match(rows.map((x) => x.row), b.q); return json({ total: hit.length, rows: hit.slice(0, 10).map((h) => ({ title: h[1], summary: h[2], url: rows.find((x) => x.row === h).url })) }); }
  if (ctx.path === '/gateway/robot/ask') { const hit = match(tops, b.question)[0]; return json({ answer: hit ? hit[2] : '这个问题小右还在学习，请换一种问法，或拨打12345。' }); }
  if (ctx.path === '/gateway/poll') return json({ message: '提交成功' });
};
const hall = (ctx) => {
  if (ctx.path === '/js/hall.90ab.js') return script(hallJs);
  if (ctx.path === '/gateway/render') { const p = hallPage(ctx.query.get('path') ?? '/', 1); return p ? json(p) : json({ title: '没有找到', blocks: [] }, { status: 404 }); }
  if (ctx.path.startsWith('/gateway/')) return ctx.method === 'POST' ? json({ message: '没有查到记录' }) : null;
  return hallPage(ctx.path, 1) ? shellHtml('百色政务服务', '/js/hall.90ab.js', Z) : null;
};
const sso = (ctx) => {
  const box = (t, x) => `<!doctype html><html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${t}</title></head><body><h1>百色市统一身份认证</h1><p>一个账号通行百色市人民政府门户网站与百色政务服务平台，也用于小程序“百色办事”。</p>${x}<p><a href="http://${P}/#/privacy">隐私政策</a></p></body></html>`;
  if (ctx.path === '/login') return box('登录', '<form method="post"><label>账号<input name="account"></label><label>密码<input type="password" name="pwd"></label><button>登录</button></form><a href="/register">注册账号</a>');
  if (ctx.path === '/register') return box('注册', '<form method="post"><label>手机号<input name="mobile"></label><label><input type="checkbox">我已阅读隐私政策</label><button>注册</button></form>');
};
// --- data platform: drawn by the server, own product
const dep = ['发展改革委', '教育局', '卫生健康委', '交通运输局', '气象局', '市场监督管理局'];
const sets = times(142, (i) => ({ id: 30100 + i * 13, title: `百色市${SETS[i % SETS.length]}${['', '（按县）', '（历史）', '（季度）'][Math.floor(i / SETS.length)]}`, dep: dep[i % 6], day: 2 + i * 3 }));
const apis = times(37, (i) => ({ id: i + 1, title: `${sets[i * 2].title}查询接口` }));
const apps = ['右江停车导航', '芒果行情走势', '找药店', '校车到站', '夜游百色', '旱情一张图'];
const rules = ['百色市公共数据开放管理规定', '第一章 总则', '第一条 为了规范本市公共数据开放，制定本规定。', '第二章 开放与利用', '第五条 数据分为无条件开放和有条件开放两类。', '第三章 数据安全保障', '第十一条 数据提供单位应当分级分类，采取脱敏、加密等安全措施。', '第十二条 发生数据泄露的，应当立即处置并在二十四小时内报告。', '第四章 附则', '第十六条 本规定自发布之日起施行。'];
const dframe = (t, x) => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="UTF-8"><title>${t} - 百色市公共数据开放平台</title></head><body><div class="hd"><b>百色市公共数据开放平台</b> <a href="/">首页</a> <a href="/dataset/list">数据集</a> <a href="/interface/list">数据接口</a> <a href="/apply/list">应用成果</a> <a href="/policy">政策法规</a></div>${x}<div class="ft">承办：百色市大数据发展局 <a href="http://${P}/">返回门户</a></div></body></html>`;
const data = (ctx) => {
  const page = Number(ctx.query.get('p')) || 1, kw = ctx.query.get('name') ?? '';
  if (ctx.path === '/') return dframe('首页', `<ul class="stat"><li><i>${sets.length}</i><em>数据集</em></li><li><i>${apis.length}</i><em>数据接口</em></li><li><i>${apps.length}</i><em>应用成果</em></li></ul><form action="/dataset/list"><input name="name" placeholder="数据集名称"><button>查找</button></form>`);
  if (ctx.path === '/dataset/list') { const rows = sets.filter((s) => s.title.includes(kw)); const n = Math.max(1, Math.ceil(rows.length / 20)); return dframe('数据集', `<form action="/dataset/list"><input name="name" value="${esc(kw)}"><button>查找</button></form><p>共 <b>${rows.length}</b> 个数据集</p>${rows.slice((page - 1) * 20, page * 20).map((s) => `<div class="ds"><h4><a href="/dataset/${s.id}">${s.title}</a></h4><span>提供单位：${s.dep}</span> <span>更新时间：${ago(s.day)}</span> <span class="fmt">XLSX</span><span class="fmt">CSV</span><span class="fmt">JSON</span></div>`).join('')}<div class="pg">${times(n, (i) => `<a href="/dataset/list?p=${i + 1}${kw ? '&name=' + encodeURIComponent(kw) : ''}">${i + 1}</a>`).join('')}</div>`); }
  const m = /^\/dataset\/(\d+)$/.exec(ctx.path); if (m) { const s = sets.find((x) => x.id === Number(m[1])); return s && dframe(s.title, `<h2>${s.title}</h2><p>提供单位：${s.dep}　最近更新：${ago(s.day)}　更新频率：每季度</p><a href="/download/${s.id}.csv">下载CSV</a>`); }
  const d = /^\/download\/(\d+)\.csv$/.exec(ctx.path); if (d && sets.some((s) => s.id === Number(d[1]))) return reply('序号,名称\n1,甲\n2,乙\n', { type: 'text/csv; charset=utf-8' });
  if (ctx.path === '/interface/list') return dframe('数据接口', `<p>共 <b>${apis.length}</b> 个数据接口</p><ol>${apis.map((a) => `<li>${a.title} <code>GET /api/open/${a.id}</code></li>`).join('')}</ol>`);
  if (ctx.path === '/apply/list') return dframe('应用成果', `<ul>${apps.map((a) => `<li><h4>${a}</h4><p>利用开放数据开发的应用。</p></li>`).join('')}</ul>`);
  if (ctx.path === '/policy') return dframe('政策法规', `<ul><li><a href="/file/2024-rules.pdf">${rules[0]}（PDF）</a></li></ul>`);
  if (ctx.path === '/file/2024-rules.pdf') return reply(pdf(rules), { type: 'application/pdf' });
};
const R = (h, p) => `http://${h}/gateway/render?path=${encodeURIComponent(p)}&page=1`;
export default { code: '451000', name: '百色市', pinyin: 'baise', province: '广西壮族自治区', region: '西部', portal: `http://${P}/`, service: `http://${Z}/`, open_data: `http://${D}/`,
  hosts: { [P]: { handle: portal, gzip: true }, [Z]: { handle: hall, gzip: true }, [S]: { handle: sso }, [D]: { handle: data, server: 'Apache-Coyote/1.1' } },
  /** Routes that the bundles would load: every route and address in a JSON answer or bundle. */
  more(u, text) {
    const out = []; const h = new URL(u).hostname; if (h !== P && h !== Z) return out;
    if (/^<!DOCTYPE/i.test(text)) { out.push(R(h, h === P ? '/' : new URL(u).pathname)); return out; }
    for (const m of text.matchAll(/"(#\/[^"]*|\/(?:matter|theme|kstb|license|progress|rating|my|corp)[^"]*|http:\/\/[^"]+)"/g)) out.push(m[1][0] === '#' ? R(P, m[1].slice(1)) : m[1][0] === '/' ? R(Z, m[1]) : m[1].includes('/#/') ? R(P, m[1].split('#')[1]) : m[1]);
    for (const m of text.matchAll(/'(http:\/\/[^'#]+)#([^']+)'/g)) out.push(R(P, m[2]));
    const g = /"kind":"pager","page":1,"pages":(\d+),"total":\d+,"route":"([^"]+)"/.exec(text); if (g) times(+g[1] - 1, (i) => out.push(R(P, g[2]).replace('&page=1', '&page=' + (i + 2))));
    return out;
  },
  evidence: { 'service-lists': [R(P, '/lists/qz')], 'service-guide': [R(Z, '/matter/0')], 'one-entry': [`http://${S}/login?client=portal`, `http://${S}/login?client=zwfw`, R(P, '/app')], 'cross-region': [R(Z, '/kstb')], 'e-certificate': [R(Z, '/license')], 'appeal-channels': [R(P, '/hotline'), R(P, '/poll')], 'appeal-form': [R(P, '/mail')], 'one-thing': [R(Z, '/theme')], 'case-tracking': [R(Z, '/progress'), R(Z, '/rating')], 'reply-timeliness': [R(P, '/letters')], 'follow-up': [R(P, '/doc/h0')], 'knowledge-base': [R(P, '/doc/k0')], 'smart-search': [R(P, '/')], 'smart-qa': [R(P, '/robot')], accessibility: [`http://${P}/`], 'personal-space': [R(Z, '/my'), R(Z, '/corp')], 'open-data-platform': [`http://${D}/`], 'data-catalog': [`http://${D}/dataset/list`], 'api-count': [`http://${D}/interface/list`], 'app-count': [`http://${D}/apply/list`], 'data-security-policy': [`http://${D}/file/2024-rules.pdf`], 'privacy-policy': [R(P, '/privacy')] },
  decoys: { 'disclosure-catalog': [['基层政务公开', 3, 'headline: a talk of the region']], 'proactive-response': [['回应关切', 3, 'headline: a training'], ['主动回应', 3, 'headline on Nanning']] },
  truth: [
    ['service-lists', 'present', 'working', { count: [31, 55] }, 'two lists behind hash routes, 31 + 24'],
    ['disclosure-catalog', 'absent', null, null, 'headline only'],
    ['service-guide', 'present', 'working', { share: [1] }, 'ten guides with every element behind history routes'],
    ['one-entry', 'present', 'working', null, 'one account for portal, hall and mini-program'],
    ['cross-region', 'present', 'reachable', null, 'zone is a paragraph without items or number'],
    ['e-certificate', 'present', 'working', { count: [86] }, '86 kinds, query, mutual recognition'],
    ['appeal-channels', 'present', 'working', null, 'hotline number, poll form, mailbox behind log-in'],
    ['appeal-form', 'present', 'reachable', null, 'page of the mailbox opens, the form stands behind the log-in'],
    ['one-thing', 'present', 'working', { count: [17] }, '17 things'],
    ['case-tracking', 'present', 'working', null, 'query, rating, rate published'],
    ['reply-timeliness', 'present', null, { share: [0.75] }, '12 letters on two pages, three late against seven working days'],
    ['follow-up', 'present', 'working', null, 'monthly figures'],
    ['knowledge-base', 'present', 'working', null, 'newest 12 days old'],
    ['proactive-response', 'absent', null, null, 'headlines only'],
    ['smart-search', 'present', 'working', null, 'POST JSON behind the box'],
    ['smart-qa', 'present', 'working', null, 'POST JSON behind the chat'],
    ['accessibility', 'present', 'working', null, 'button 长者模式 switches; fits a phone'],
    ['personal-space', 'present', 'reachable', null, 'two spaces before the log-in'],
    ['open-data-platform', 'present', 'working', { count: [142] }, 'states 142'],
    ['data-catalog', 'present', 'working', { count: [142] }, '142 sets over eight pages'],
    ['api-count', 'present', null, { count: [37] }, '37 stated and listed'],
    ['app-count', 'present', null, { count: [6] }, '6 stated and listed'],
    ['data-security-policy', 'present', 'working', null, 'PDF with chapter three on security'],
    ['privacy-policy', 'present', 'working', null, 'eight parts'],
  ] };

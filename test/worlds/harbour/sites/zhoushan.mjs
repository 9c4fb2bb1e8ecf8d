// 舟山市: one shell and a script for every page; menus, lists, letters, guides and data sets come as JSON.
import { ago, reply, json, match, NOW } from '../lib.mjs';
import * as S from './_stock.mjs';
const city = '舟山市'; const W = 'http://www.zhoushan-haidao.gov.cn'; const F = 'http://zwfw.zhoushan-haidao.gov.cn'; const D = 'http://data.zhoushan-haidao.gov.cn';
const decoys = ['舟山市12345热线开展群众满意度回访工作培训', '我市电子证照应用场景再拓展', '市政府新闻办召开发布会回应社会关切', '舟山数据应用创新大赛收官'];
const news = S.news(city, 44, { seed: 2, extra: decoys }); const letters = S.letters(24, { seed: 5 });
const ms = (d) => NOW.getTime() - d * 86400000;
// ---- what the content service knows ------------------------------------------------------------------------------
const arts = {}; const put = (id, title, days, content, source = '舟山市人民政府') => { arts[id] = { id, title, publishTime: ago(days) + ' 09:12:00', source, content }; return { id, title, publishTime: ago(days) }; };
const P = (...ps) => ps.map((p) => `<p>${p}</p>`).join('');
const T = (head, rows) => `<table><tr>${head.map((h) => `<th>${h}</th>`).join('')}</tr>${rows.map((r) => `<tr>${r.map((c) => `<td>${c}</td>`).join('')}</tr>`).join('')}</table>`;
const LH = ['序号', '事项名称', '权力类型', '实施机关', '依据', '层级'];
const channels = {
  101: ['舟山要闻', news.map((a) => put('n' + a.id, a.title, a.days, P(a.text), '舟山日报'))],
  102: ['政策文件', [...S.policies(city).map((p, i) => put('p' + i, p[1], 90 + i * 20, P(p[2]))), put('pd', '舟山市公共数据开放实施细则', 150, P(...S.dataRule(city)))]],
  103: ['权力清单与责任清单', [put('q1', '舟山市市级权责清单', 60, T(LH, S.listRows(42, '行政权力', 3))), put('q2', '舟山市行政许可事项清单', 61, T(LH, S.listRows(27, '行政许可', 5))), put('q3', '舟山市公共服务事项清单', 61, T(LH, S.listRows(31, '公共服务', 8)))]],
  104: ['基层政务公开', S.fields.slice(0, 12).map((f, i) => put('j' + i, `${f}领域标准目录`, 220, T(['序号', '一级事项', '公开内容', '要素', '依据', '时限'], S.fieldRows(f).map((r, j) => [j + 1, ...r]))))],
  105: ['民意征集', [put('y1', '《舟山市海钓管理办法（征求意见稿）》公开征求意见', 20, P('有关单位和个人可在三十日内将修改意见发送至电子邮箱或通过页面下方填写。')), put('y2', '2026年民生实事项目征集', 45, P('您最希望政府办的实事是什么？欢迎提出。'))]],
  106: ['海岛概况', [put('g1', '舟山概况', 400, P('舟山群岛由一千三百多个岛屿组成，辖定海、普陀两区和岱山、嵊泗两县。'))]],
};
const menu = [{ title: '首页', route: '/home' }, { title: '要闻', route: '/channel/101' }, { title: '公开', children: [{ title: '政策文件', route: '/channel/102' }, { title: '权责清单', route: '/channel/103' }, { title: '基层政务公开标准目录', route: '/channel/104' }] }, { title: '办事', url: F + '/#/hall' },
  { title: '互动', children: [{ title: '市长信箱', route: '/mailbox' }, { title: '来信选登', route: '/letters' }, { title: '民意征集', route: '/channel/105' }, { title: '12345热线', route: '/hotline' }, { title: '智能客服', route: '/robot' }] }, { title: '数据开放', url: D + '/' }, { title: '海岛概况', route: '/channel/106' }];
const app = `(function(){var root=document.getElementById('app'),site=null;
function get(u,b){return fetch(u,b?{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(b)}:{}).then(function(r){return r.json()})}
function a(m){return '<a href="'+(m.url||'#'+m.route)+'">'+m.title+'</a>'}
function frame(html){root.innerHTML='<div class="zs-top"><a class="zs-name" href="#/home">'+site.name+'</a><button id="care" type="button">关怀版</button> <a href="'+site.login+'">浙里办账号登录</a></div><div class="zs-menu">'+site.menu.map(function(m){return m.children?'<span>'+m.title+'：'+m.children.map(a).join(' ')+'</span>':a(m)}).join(' ')+'</div><div class="zs-find"><input id="kw" placeholder="搜一搜"><button id="go" type="button">搜索</button></div><div class="zs-main">'+html+'</div><div class="zs-foot">'+site.footer.map(a).join(' | ')+'<br>网站标识码：3309000002</div>';
document.getElementById('care').onclick=function(){document.documentElement.classList.toggle('care-mode')};document.getElementById('go').onclick=function(){location.hash='#/search?keyword='+encodeURIComponent(document.getElementById('kw').value)}}
function rows(l){return '<ul>'+l.map(function(r){return '<li><a href="#/article/'+r.id+'">'+r.title+'</a> '+r.publishTime+'</li>'}).join('')+'</ul>'}
function day(t){var d=new Date(t);return d.getFullYear()+'-'+('0'+(d.getMonth()+1)).slice(-2)+'-'+('0'+d.getDate()).slice(-2)}
var R=[[/^\\/home/,function(){return get('/gateway/cms/channel/101?pageNo=1&pageSize=24').then(function(j){frame('<h2>舟山要闻</h2>'+rows(j.data.records)+'<h2>快捷入口</h2>'+site.quick.map(a).join(' '))})}],
[/^\\/channel\\/(\\d+)(?:\\/(\\d+))?/,function(m){var p=+(m[2]||1);return get('/gateway/cms/channel/'+m[1]+'?pageNo='+p+'&pageSize=15').then(function(j){var n=Math.ceil(j.data.total/15),s='';for(var i=1;i<=n;i++)s+='<a href="#/channel/'+m[1]+'/'+i+'">'+i+'</a> ';frame('<h2>'+j.data.title+'</h2>'+rows(j.data.records)+'<p>共'+j.data.total+'条 '+s+'</p>')})}],
[/^\\/article\\/(\\w+)/,function(m){return get('/gateway/cms/article/'+m[1]).then(function(j){var d=j.data;frame('<h1>'+d.title+'</h1><p>'+d.publishTime+' 来源：'+d.source+'</p><div class="cnt">'+d.content+'</div>')})}],
[/^\\/letters(?:\\/(\\d+))?/,function(m){var p=+(m[1]||1);return get('/gateway/letter/page?pageNo='+p+'&pageSize=12').then(function(j){frame('<h2>来信选登</h2><ul>'+j.data.records.map(function(l){return '<li><a href="#/letter/'+l.id+'">'+l.subject+'</a> 来信 '+day(l.submitTime)+' 答复 '+day(l.replyTime)+'</li>'}).join('')+'</ul><p>共'+j.data.total+'件 <a href="#/letters/1">1</a> <a href="#/letters/2">2</a></p>')})}],
[/^\\/letter\\/(\\d+)/,function(m){return get('/gateway/letter/detail/'+m[1]).then(function(j){var l=j.data;frame('<h1>'+l.subject+'</h1><p>来信时间：'+day(l.submitTime)+'</p><p>'+l.content+'</p><p>答复时间：'+day(l.replyTime)+'</p><p>'+l.reply+'</p>')})}],
[/^\\/mailbox/,function(){frame('<h2>市长信箱</h2><p>来信一般在10个工作日内答复，请如实填写。</p><form onsubmit="return false"><p>姓名 <input name="name"></p><p>手机 <input name="mobile"></p><p>标题 <input name="subject" maxlength="40"></p><p>内容 <textarea name="content" maxlength="500" placeholder="500字以内"></textarea></p><button>提交来信</button></form><p>凭受理编号可查询：<input name="code" placeholder="受理编号"><button>查询</button></p>')}],
[/^\\/hotline/,function(){frame('<h2>12345政务服务便民热线</h2><p>拨打12345，全天候受理咨询、求助、投诉、举报和意见建议；信访事项可到市信访局来访接待中心反映。</p>')}],
[/^\\/robot/,function(){frame('<h2>智能客服</h2><div id="chat"></div><input id="q" placeholder="请输入您的问题"><button id="s" type="button">发送</button>');function say(q){get('/gateway/robot/chat',{question:q}).then(function(j){document.getElementById('chat').innerHTML+='<p>'+j.data.text+'</p>'})}say('');document.getElementById('s').onclick=function(){say(document.getElementById('q').value)}}],
[/^\\/search\\?keyword=(.*)/,function(m){return get('/gateway/search/query',{keyword:decodeURIComponent(m[1]),pageNo:1,pageSize:10}).then(function(j){frame('<h2>搜索结果</h2><p>共找到'+j.data.total+'条</p>'+j.data.list.map(function(r){return '<div class="hit"><a href="'+r.url+'">'+r.title+'</a><p>'+r.summary+'</p></div>'}).join(''))})}],
[/^\\/privacy/,function(){return get('/gateway/cms/privacy').then(function(j){frame('<h1>隐私条款</h1>'+j.data.content)})}],
[/^\\/apps/,function(){frame('<h2>掌上舟山</h2><p>手机客户端“浙里办”、支付宝小程序、微信公众号“舟山发布”。</p>')}]];
function draw(){var h=location.hash.slice(1)||'/home';for(var i=0;i<R.length;i++){var m=h.match(R[i][0]);if(m){R[i][1](m);return}}frame('<p>页面不存在</p>')}
get('/gateway/cms/site').then(function(j){site=j.data;draw();window.addEventListener('hashchange',draw)})})();`;
const shell = (title, js) => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1.0"><meta name="SiteName" content="${title}"><meta name="SiteIDCode" content="3309000002"><title>${title}</title><link rel="stylesheet" href="/static/css/app.2f1c.css"></head><body><noscript>请开启JavaScript后访问本网站</noscript><div id="app"></div><script src="/static/js/${js}"></script></body></html>`;
const css = reply('body{margin:0;font-family:sans-serif;word-break:break-all}.care-mode{font-size:150%;background:#fff}img,table{max-width:100%}input{max-width:60%}', { type: 'text/css' });
const ok = (data) => json({ code: 200, msg: 'success', data });
const rows = [...S.bank(city, (i) => `${F}/#/matter/ZS${3300 + i}`), ...S.policies(city).map((p, i) => [p[0], p[1], p[2], `${W}/#/article/p${i}`]), ...news.map((a) => ['', a.title, a.text, `${W}/#/article/n${a.id}`])];
const body = (c) => { try { return JSON.parse(c.body.toString() || '{}'); } catch { return {}; } };
const lrow = (l) => ({ id: l.id, code: l.no, subject: l.title, submitTime: ms(l.sent), replyTime: ms(l.replied), content: l.ask, reply: l.answer, dept: '市有关部门', status: '已办结' });
const portal = (c) => {
  let m; const size = Number(c.query.get('pageSize') ?? 15); const no = Number(c.query.get('pageNo') ?? 1); const cut = (all) => all.slice((no - 1) * size, no * size);
  if (c.path === '/') return shell('舟山市人民政府', 'app.7be0.js');
  if (c.path === '/static/js/app.7be0.js') return reply(app, { type: 'application/javascript; charset=utf-8' });
  if (c.path === '/static/css/app.2f1c.css') return css;
  if (c.path === '/gateway/cms/site') return ok({ name: '舟山市人民政府', login: F + '/#/login?goto=portal', menu, quick: [{ title: '市长信箱', route: '/mailbox' }, { title: '办事指南', url: F + '/#/hall' }, { title: '长三角一网通办', url: F + '/#/csj' }, { title: '一件事专区', url: F + '/#/oneThing' }, { title: '掌上舟山', route: '/apps' }], footer: [{ title: '隐私条款', route: '/privacy' }, { title: '12345热线', route: '/hotline' }] });
  if ((m = c.path.match(/^\/gateway\/cms\/channel\/(\d+)$/)) && channels[m[1]]) return ok({ channelId: Number(m[1]), title: channels[m[1]][0], total: channels[m[1]][1].length, records: cut(channels[m[1]][1]) });
  if ((m = c.path.match(/^\/gateway\/cms\/article\/(\w+)$/)) && arts[m[1]]) return ok(arts[m[1]]);
  if (c.path === '/gateway/letter/page') return ok({ total: letters.length, records: cut(letters.map(lrow)).map(({ content, reply: r, ...l }) => l) });
  if ((m = c.path.match(/^\/gateway\/letter\/detail\/(\d+)$/))) { const l = letters.find((x) => x.id === Number(m[1])); return l ? ok(lrow(l)) : json({ code: 404, msg: '信件不存在', data: null }); }
  if (c.path === '/gateway/search/query') { const hit = match(rows, body(c).keyword); return ok({ total: hit.length, list: hit.slice(0, 10).map((r) => ({ title: r[1], summary: r[2], url: r[3] })) }); }
  if (c.path === '/gateway/robot/chat') return ok({ text: '您好，请选择您要咨询的类别：1.社保 2.公积金 3.户籍 4.企业服务。更多问题请拨打12345。' });
  if (c.path === '/gateway/cms/privacy') return ok({ content: P(...S.privacy('舟山市人民政府门户网站')) });
  return null;
};
// ---- service platform ---------------------------------------------------------------------------------------------
const sapp = `(function(){var root=document.getElementById('app');function get(u,b){return fetch(u,b?{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(b)}:{}).then(function(r){return r.json()})}
function page(h){root.innerHTML='<div class="bar"><a href="#/hall">办事大厅</a> <a href="#/oneThing">一件事</a> <a href="#/csj">长三角一网通办</a> <a href="#/progress">进度查询</a> <a href="#/mine">我的空间</a> <a href="${W}/">市政府门户</a></div><div>'+h+'</div>'}
function draw(){var h=location.hash.slice(1)||'/hall',m;
if(m=h.match(/^\\/matter\\/(\\w+)/))return get('/api/matter/detail?matterCode='+m[1]).then(function(j){page('<h1>'+j.data.matterName+'</h1><dl>'+j.data.items.map(function(x){return '<dt>'+x.label+'</dt><dd>'+x.value+'</dd>'}).join('')+'</dl>')});
if(h.indexOf('/oneThing')==0)return get('/api/onething/list').then(function(j){page('<h2>高效办成一件事</h2><p>共'+j.data.total+'件</p><ul>'+j.data.list.map(function(x){return '<li>'+x.name+'</li>'}).join('')+'</ul>')});
if(h.indexOf('/csj')==0)return get('/api/crossregion/list').then(function(j){page('<h2>长三角“一网通办”专区</h2><p>通办事项'+j.data.total+'项</p><ul>'+j.data.list.map(function(x){return '<li>'+x.name+'（'+x.scope+'）</li>'}).join('')+'</ul>')});
if(h.indexOf('/progress')==0)return page('<h2>办件进度查询</h2><form onsubmit="return false"><input name="projectNo" placeholder="请输入申报号"><input name="checkCode" placeholder="查询码"><button>查询</button></form><p><a href="#/login">登录后评价（好差评）</a></p>');
if(h.indexOf('/login')==0||h.indexOf('/mine')==0)return page('<h2>浙里办统一账号登录</h2><p>一个账号通行舟山市政府门户网站、政务服务网。个人空间、法人空间、订阅与消息推送请登录后使用。</p><form onsubmit="return false"><input name="account"><input type="password" name="pwd"><button>登录</button></form><p>注册即同意<a href="${W}/#/privacy">《隐私条款》</a></p>');
get('/api/matter/list',{pageNo:1,pageSize:50}).then(function(j){page('<h2>办事指南</h2><p>共'+j.data.total+'项</p><ul>'+j.data.list.map(function(x){return '<li><a href="#/matter/'+x.matterCode+'">'+x.matterName+'</a></li>'}).join('')+'</ul>')})}
draw();window.addEventListener('hashchange',draw)})();`;
const csj = S.matters.slice(4, 32).map((m) => ({ name: m.name, scope: '沪苏浙皖' })); const one = S.things.slice(0, 12);
const service = (c) => {
  if (c.path === '/') return shell('舟山政务服务网', 'zw.9a11.js'); if (c.path === '/static/js/zw.9a11.js') return reply(sapp, { type: 'application/javascript; charset=utf-8' }); if (c.path.endsWith('.css')) return css;
  if (c.path === '/api/matter/list') { const b = body(c); const size = b.pageSize ?? 10; const all = S.matters.map((m, i) => ({ matterCode: 'ZS' + (3300 + i), matterName: m.name, dept: city + m.dept })).filter((x) => !b.keyword || x.matterName.includes(b.keyword)); return ok({ total: all.length, list: all.slice(((b.pageNo ?? 1) - 1) * size, (b.pageNo ?? 1) * size) }); }
  if (c.path === '/api/matter/detail') { const i = Number((c.query.get('matterCode') ?? '').slice(2)) - 3300; const m = S.matters[i]; return m ? ok({ matterCode: 'ZS' + (3300 + i), matterName: m.name, items: S.guide(city, m).map(([label, value]) => ({ label, value })) }) : json({ code: 500, msg: '事项不存在', data: null }); }
  if (c.path === '/api/onething/list') return ok({ total: one.length, list: one.map((name, i) => ({ id: i + 1, name })) });
  if (c.path === '/api/crossregion/list') return ok({ total: csj.length, list: csj });
  return null;
};
// ---- data platform (athena-like) -----------------------------------------------------------------------------------
const sets = S.datasets(city, 58); const apis = 9;
const dapp = `(function(){var el=document.getElementById('app');function post(u,b){return fetch(u,{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify(b)}).then(function(r){return r.json()})}
function list(p,k){post('/athena/catalog/page',{pageNo:p,pageSize:10,keyword:k||''}).then(function(j){document.getElementById('list').innerHTML='<p>数据目录共 '+j.data.total+' 个</p>'+j.data.rows.map(function(r){return '<div><b>'+r.title+'</b> '+r.formats.join('/')+' 更新 '+r.updateTime+'</div>'}).join('')+'<button id="next" type="button">下一页</button>';document.getElementById('next').onclick=function(){list(p+1,k)}})}
fetch('/athena/home/stat').then(function(r){return r.json()}).then(function(j){var s=j.data;el.innerHTML='<h1>舟山市数据开放网站</h1><p>开放数据集 '+s.catalogCount+' 个　数据接口 '+s.apiCount+' 个　部门 '+s.deptCount+' 个</p><input id="k" placeholder="数据名称"><button id="b" type="button">检索</button><div id="list"></div><h3>应用展示</h3><p>暂无数据</p>';document.getElementById('b').onclick=function(){list(1,document.getElementById('k').value)};list(1)})})();`;
const data = (c) => {
  if (c.path === '/') return shell('舟山市数据开放网站', 'od.33.js'); if (c.path === '/static/js/od.33.js') return reply(dapp, { type: 'application/javascript; charset=utf-8' }); if (c.path.endsWith('.css')) return css;
  if (c.path === '/athena/home/stat') return ok({ catalogCount: sets.length, apiCount: apis, deptCount: 22 });
  if (c.path === '/athena/catalog/page') { const b = { ...Object.fromEntries(c.query), ...body(c) }; const size = Number(b.pageSize ?? 10); const p = Number(b.pageNo ?? 1); const all = sets.filter((t) => !b.keyword || t.includes(b.keyword)); return ok({ total: all.length, rows: all.slice((p - 1) * size, p * size).map((title) => ({ id: 'ds' + sets.indexOf(title), title, formats: ['xls', 'csv', 'json'], updateTime: ago(6 + sets.indexOf(title)) })) }); }
  return null;
};
export default { code: '330900', name: city, pinyin: 'zhoushan', province: '浙江省', region: '东部', portal: W + '/', service: F + '/', open_data: D + '/',
  hosts: { 'www.zhoushan-haidao.gov.cn': { handle: portal, gzip: true }, 'zwfw.zhoushan-haidao.gov.cn': { handle: service }, 'data.zhoushan-haidao.gov.cn': { handle: data } },
  truth: [
    ['service-lists', 'present', 'working', { count: [42, 100] }, 'channel 103: three lists of 42, 27 and 31 entries'], ['disclosure-catalog', 'present', 'working', { count: 12 }, 'channel 104: twelve fields as tables in articles'], ['service-guide', 'present', 'working', { share: 1 }, 'details by JSON'],
    ['one-entry', 'present', 'working', null, 'one account, said at the log-in to which the portal sends'], ['cross-region', 'present', 'working', { count: 28 }, '长三角 zone of 28 items'], ['e-certificate', 'absent', null, null, 'only a headline'],
    ['appeal-channels', 'present', 'working', null, 'mailbox, hotline, polls'], ['appeal-form', 'present', 'working', null, 'form without log-in, 500 signs, query by number'], ['one-thing', 'present', 'working', { count: 12 }, 'twelve things'], ['case-tracking', 'present', 'working', null, 'field for the number; rating behind the log-in'],
    ['reply-timeliness', 'present', null, { share: 1 }, '24 letters with time stamps'], ['follow-up', 'absent', null, null, 'only a headline about training'], ['knowledge-base', 'absent', null, null, 'nowhere'], ['proactive-response', 'absent', null, null, 'only a headline about a press conference'],
    ['smart-search', 'present', 'working', null, 'POST and JSON'], ['smart-qa', 'present', 'reachable', null, 'answers every question with the same menu'], ['accessibility', 'present', ['working', 'reachable'], null, '关怀版 switches, fits a phone'], ['personal-space', 'present', 'reachable', null, 'before the log-in'],
    ['open-data-platform', 'present', 'working', null, 'states its numbers after the script ran'], ['data-catalog', 'present', 'working', { count: 58 }, 'JSON total'], ['api-count', 'present', null, { count: 9 }, 'stat'], ['app-count', ['absent', 'present'], null, { count: 0 }, '应用展示 暂无数据: absent, or present with nought'], ['data-security-policy', 'present', 'working', null, 'rule among the policies of channel 102'], ['privacy-policy', 'present', 'working', null, 'hash route /privacy'],
  ],
  check: (() => { const site = `${W}/gateway/cms/site`; const sj = `${F}/static/js/zw.9a11.js`; const dj = `${D}/static/js/od.33.js`; return { spa: true, decoys, render: [[W, '/static/js/app.7be0.js', [['', /舟山要闻.*回访工作/s], ['#/channel/103', /权责清单/], ['#/article/q1', /<td>42<\/td>/], ['#/letters/2', /来信选登.*答复 \d{4}/s], [`#/letter/${letters[0].id}`, /答复时间/], ['#/mailbox', /<textarea/], ['#/hotline', /12345/], ['#/robot', /智能客服/], [`#/search?keyword=${encodeURIComponent('社保卡')}`, /社会保障卡/], ['#/privacy', /您的权利/], ['#/apps', /小程序/]]], [F, '/static/js/zw.9a11.js', [['#/hall', /36项/], ['#/matter/ZS3300', /申请材料/], ['#/oneThing', /共12件/], ['#/csj', /通办事项28项/], ['#/progress', /申报号/], ['#/mine', /个人空间/]]], [D, '/static/js/od.33.js', [['', /数据接口 9 个/]]]], absentWords: { 'e-certificate': /电子证照|亮证/, 'follow-up': /回访/, 'knowledge-base': /知识库|常见问题(?!",)|热点问题/, 'proactive-response': /回应关切|主动回应|回应社会关切/, 'app-count': /数据应用|应用成果/ },
    proofs: { 'service-lists': [`${W}/gateway/cms/article/q1`, /权责清单/, site, '/channel/103'], 'disclosure-catalog': [`${W}/gateway/cms/channel/104`, /标准目录/, site, '/channel/104'], 'service-guide': [`${F}/api/matter/detail?matterCode=ZS3300`, /申请材料/, sj, '/api/matter/detail'], 'one-entry': [sj, /一个账号通行/, site, '/#/login'], 'cross-region': [`${F}/api/crossregion/list`, /"total":28/, site, '/#/csj'], 'appeal-channels': [`${W}/static/js/app.7be0.js`, /拨打12345/, site, '/hotline'], 'appeal-form': [`${W}/static/js/app.7be0.js`, /<textarea/, site, '/mailbox'], 'one-thing': [`${F}/api/onething/list`, /"total":12/, site, '/#/oneThing'], 'case-tracking': [sj, /申报号/, sj, '#/progress'], 'reply-timeliness': [`${W}/gateway/letter/page`, /replyTime/, site, '/letters'], 'smart-search': [`POST ${W}/gateway/search/query {"keyword":"社保卡"}`, /社会保障卡/, `${W}/static/js/app.7be0.js`, '/gateway/search/query'], 'smart-qa': [`POST ${W}/gateway/robot/chat {"question":"x"}`, /请选择/, site, '/robot'], accessibility: [`${W}/static/js/app.7be0.js`, /care-mode/, `${W}/`, 'app.7be0.js'], 'personal-space': [sj, /个人空间/, sj, '#/mine'], 'open-data-platform': [`${D}/athena/home/stat`, /58/, site, D], 'data-catalog': [`${D}/athena/catalog/page`, /"total":58/, dj, '/athena/catalog/page'], 'api-count': [`${D}/athena/home/stat`, /"apiCount":9/, dj, 'apiCount'], 'data-security-policy': [`${W}/gateway/cms/article/pd`, /数据安全/, `${W}/gateway/cms/channel/102`, '"pd"'], 'privacy-policy': [`${W}/gateway/cms/privacy`, /您的权利/, site, '/privacy'] },
    counts: { 'service-lists': [`${W}/gateway/cms/article/q1`, /<tr><td>/g], 'disclosure-catalog': [`${W}/gateway/cms/channel/104`, /"id":"j\d+"/g], 'cross-region': [`${F}/api/crossregion/list`, /"name"/g], 'one-thing': [`${F}/api/onething/list`, /"name"/g], 'data-catalog': [`${D}/athena/catalog/page?pageSize=999`, /"title"/g] },
    pages: ['/gateway/cms/site', '/gateway/cms/channel/101?pageSize=99', '/gateway/cms/channel/102', '/gateway/cms/channel/103', '/gateway/cms/channel/104', '/gateway/cms/channel/105', '/static/js/app.7be0.js'].map((p) => W + p).concat(Object.keys(arts).map((k) => `${W}/gateway/cms/article/${k}`), letters.map((l) => `${W}/gateway/letter/detail/${l.id}`), S.matters.map((_, i) => `${F}/api/matter/detail?matterCode=ZS${3300 + i}`), sj, dj, `${F}/api/onething/list`, `${F}/api/crossregion/list`) }; })() };

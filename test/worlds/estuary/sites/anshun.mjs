// 安顺市: TRS portal with a JSON letter board (IRS), services and data on the shared platforms of Guizhou (divisionId 520400); the robot's host is gone.
import { ago, esc, reply, json, script, match, docx, times } from '../lib.mjs';
import * as P from '../pool.mjs';

const g = { c: '安顺市', short: '安顺市', areas: ['西秀区', '平坝区', '普定县', '镇宁县', '关岭县', '紫云县'], seed: 5204, base: 85200000, paper: '安顺日报', code: '520400' };
const W = 'www.as520400.gov.cn'; const S = 'zwfw.gz52.gov.cn'; const D = 'data.gz52.gov.cn'; const R = 'znwd.gz52.gov.cn';
const news = P.news(g, 48, [
  ['平坝区开展信访诉求电话回访', ['平坝区信访局对近期办结事项进行电话回访。', '受访群众表示满意。'], 4],
  ['全省“跨省通办”工作推进会在贵阳召开', ['会议要求各市州加快推进跨省通办窗口建设。'], 11],
  ['贵阳市政务大厅电子证照“免提交”', ['贵阳市在政务大厅推行电子证照免提交服务。'], 19],
  ['我市召开政务舆情回应工作会', ['会议强调要及时回应社会关切。', '各县区分管负责同志参加会议。'], 28],
]);
const pol = P.policies(g, '安府办发'); const let_ = P.letters(g, 10, []); const gd = P.guides(g, 12); const pw = P.powers('安顺市', P.DEPTS.slice(3, 13), 4);
const things = P.THINGS; const ds = P.datasets(g, 31); const apis = ds.slice(0, 12); const apps = ['安顺智慧旅游', '黄果树客流预报', '屯堡文化地图'];
const full = P.FIELDS.filter((_, i) => ![6, 12, 14, 22].includes(i));
const url = (k, r) => `/${k}/${ago(r.days, 'YM')}/t${ago(r.days, 'YMD')}_${r.id}.html`;
const cols = { 'xwzx/asyw': ['安顺要闻', news.slice(0, 30)], 'xwzx/qxdt': ['区县动态', news.slice(30)], 'zwgk/zcwj/szfbwj': ['市政府办文件', pol.map((p, i) => ({ ...p, id: 85300000 + i }))] };
const docs = new Map(); for (const [k, [n, rows]] of Object.entries(cols)) for (const r of rows) docs.set(url(k, r), [n, r]);
const page = (t, b) => `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1.0"><title>${t}</title><meta name="SiteName" content="安顺市人民政府"/><meta name="SiteDomain" content="${W}"/><meta name="SiteIDCode" content="5204000035"/><style>body{margin:0;font:16px/1.7 sans-serif;color:#111}.w{max-width:1180px;margin:auto;padding:0 12px;overflow-wrap:anywhere}.elder{font-size:24px;background:#fffbe6}nav a{display:inline-block;padding:6px 12px}table{max-width:100%;table-layout:fixed}img{max-width:100%}</style></head><body>
<header class="w"><div class="topbar"><a href="javascript:;" onclick="document.body.classList.toggle('elder')" id="slh">适老化阅读</a> <a href="http://${R}/robot?city=520400" target="_blank">智能问答</a> <a href="http://${S}/login?siteCode=as">登录</a></div><a href="/"><img src="/images/logo.png" alt="安顺市人民政府"></a><div class="sbox"><input id="sw" aria-label="搜索"><button type="button" onclick="window.open('/irs-c-web/search.shtml?code=17b0b9a25a2&searchWord='+encodeURIComponent(document.getElementById('sw').value))">搜索</button></div><nav><a href="/">首页</a><a href="/xwzx/asyw/">新闻中心</a><a href="/zwgk/">政务公开</a><a href="http://${S}/?areaCode=520400">政务服务</a><a href="/hdjl/">互动交流</a><a href="http://${D}/anshun/home">数据开放</a></nav></header><main class="w">${b}</main><footer class="w"><p>主办：安顺市人民政府办公室 网站标识码：5204000035 <a href="/wzdt/">网站地图</a> <a href="/wzsm/">网站声明</a></p></footer></body></html>`;
const corpus = [...P.faq('安顺市').map((f, i) => [f[0], f[1], f[2], `http://${W}/hdjl/zxzx/${i}.html`, ago(400 + i)]), ...pol.map((p, i) => ['', p.title, p.body.join(''), `http://${W}${url('zwgk/zcwj/szfbwj', { ...p, id: 85300000 + i })}`, p.date]), ...gd.map((x) => [x.name, x.name, x.cond, `http://${S}/guide/${x.id}?areaCode=520400`, ago(80)]), ...news.filter((n) => !n.decoy).slice(0, 30).map((r) => ['', r.title, r.body[0], `http://${W}/xwzx/asyw/`, r.date])];
const tip = P.faq('安顺市');
function portal(ctx) {
  const p = ctx.path;
  if (p.startsWith('/images/')) return reply('', { type: 'image/png' });
  if (p === '/' || p === '/index.html') return page('安顺市人民政府', `<section><h2><a href="/xwzx/asyw/">安顺要闻</a></h2><ul>${cols['xwzx/asyw'][1].slice(0, 22).map((r) => `<li><a href="${url('xwzx/asyw', r)}">${r.title}</a><time>${r.date}</time></li>`).join('')}</ul></section><section><h2><a href="/xwzx/qxdt/">区县动态</a></h2><ul>${cols['xwzx/qxdt'][1].map((r) => `<li><a href="${url('xwzx/qxdt', r)}">${r.title}</a></li>`).join('')}</ul></section><section><a href="http://${S}/onething?areaCode=520400"><img src="/images/yjs.png" alt="“高效办成一件事”专区"></a><a href="/zwgk/jczwgk/"><img src="/images/jczwgk.png" alt="基层政务公开"></a><a href="/hdjl/szxx/">市长信箱</a></section>`);
  if (p === '/zwgk/') return page('政务公开', `<ul><li><a href="/zwgk/zcwj/szfbwj/">市政府办文件</a></li><li><a href="/zwgk/jczwgk/">基层政务公开标准化规范化</a></li><li><a href="http://${S}/qzqd?areaCode=520400">权责清单</a></li><li><a href="/zwgk/sjgl.docx">安顺市公共数据资源管理办法（下载）</a></li></ul>`);
  if (p === '/zwgk/sjgl.docx') return reply(docx(['安顺市公共数据资源管理办法', ...P.dataRules('安顺市')]), { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' });
  if (p === '/zwgk/jczwgk/') return page('基层政务公开标准化规范化', `<h1>基层政务公开标准目录（26个试点领域）</h1><ul class="ly">${P.FIELDS.map((f, i) => `<li><a href="/zwgk/jczwgk/ly${i + 1}/">${f}</a></li>`).join('')}</ul>`);
  let m = p.match(/^\/zwgk\/jczwgk\/ly(\d+)\/$/); if (m && P.FIELDS[m[1] - 1]) { const f = P.FIELDS[m[1] - 1]; return page(`${f}领域标准目录`, `<h1>${f}</h1>${full.includes(f) ? `<table><thead><tr><th>序号</th><th>一级事项</th><th>二级事项</th><th>公开依据</th><th>公开时限</th><th>公开主体</th><th>公开渠道和载体</th></tr></thead><tbody>${P.fieldRows(f, '安顺市有关部门', 6).map((r, i) => `<tr><td>${i + 1}</td><td>${r.a}</td><td>${r.b}</td><td>${r.basis}</td><td>${r.t}</td><td>${r.who}</td><td>${r.how}</td></tr>`).join('')}</tbody></table>` : '<p>暂无数据</p>'}`); }
  if (p === '/hdjl/') return page('互动交流', '<a href="/hdjl/szxx/">市长信箱</a> <a href="/hdjl/zxts/">咨询投诉</a> <a href="/hdjl/12345/">12345热线</a> <a href="/hdjl/myzj/">民意征集</a> <a href="/hdjl/bmts/">便民提示</a>');
  if (p === '/hdjl/szxx/') return page('市长信箱', `<h1>市长信箱</h1><p>来信原则上7个工作日内办结答复。</p><a href="/hdjl/write.html">我要写信</a><table id="lt"><tbody></tbody></table><script>fetch('/irs/mail/list?pageNo=1&pageSize=20&siteId=5204').then(function(r){return r.json()}).then(function(d){var h='';d.data.list.forEach(function(l){h+='<tr><td><a href="/hdjl/szxx/detail.html?id='+l.id+'">'+l.title+'</a></td><td>'+l.writeTime+'</td><td>'+l.replyTime+'</td></tr>'});document.querySelector('#lt tbody').innerHTML=h})</script>`);
  if (p === '/irs/mail/list') return json({ code: 200, data: { total: let_.length, list: let_.map((l) => ({ id: l.id, title: l.title, writeTime: ago(l.sent) + ' 10:11:02', replyTime: ago(l.replied) + ' 16:20:31', status: '已办结', dept: l.unit })) } });
  if (p === '/hdjl/szxx/detail.html') return page('来信详情', `<div id="d"></div><script>fetch('/irs/mail/detail?id='+new URLSearchParams(location.search).get('id')).then(function(r){return r.json()}).then(function(x){var l=x.data;document.getElementById('d').innerHTML='<h1>'+l.title+'</h1><p>来信时间：'+l.writeTime+'</p><p>'+l.content+'</p><p>答复单位：'+l.dept+'</p><p>答复时间：'+l.replyTime+'</p><p>'+l.reply+'</p>'})</script>`);
  if (p === '/irs/mail/detail') { const l = let_.find((x) => x.id === Number(ctx.query.get('id'))); return l ? json({ code: 200, data: { id: l.id, title: l.title, content: l.q, writeTime: ago(l.sent), replyTime: ago(l.replied), dept: l.unit, reply: l.a } }) : json({ code: 404 }); }
  if (p === '/hdjl/write.html') return page('我要写信', `<p>根据实名制要求，写信请先登录贵州政务服务网账号。</p><a href="http://${S}/login?siteCode=as&backUrl=write">立即登录</a>`);
  if (p === '/hdjl/zxts/') return page('咨询投诉', `<p>咨询、投诉请登录后在线填写：</p><a href="/hdjl/write.html">我要咨询</a> <a href="/hdjl/write.html">我要投诉</a>`);
  if (p === '/hdjl/12345/') return page('12345热线', '<p>安顺市12345政务服务便民热线，电话12345，全天候受理。</p>');
  if (p === '/hdjl/myzj/') return page('民意征集', `<ul><li>《安顺市城市绿化管理办法》征求意见 ${ago(25)}，意见请邮寄至市司法局，邮编000000。</li></ul>`);
  if (p === '/hdjl/bmts/') return page('便民提示', `<ul>${tip.map((f, i) => `<li><a href="/hdjl/zxzx/${i}.html">${f[1].replace(/^怎样|怎么/, '如何')}</a></li>`).join('')}</ul>`);
  m = p.match(/^\/hdjl\/zxzx\/(\d+)\.html$/); if (m && tip[m[1]]) return page(tip[m[1]][1], `<h1>${tip[m[1]][1]}</h1><p>${ago(400 + Number(m[1]))}</p><p>${tip[m[1]][2]}</p>`);
  if (p === '/irs-c-web/search.shtml') return page('搜索', `<div><input id="kw"><button onclick="go()">搜索</button></div><div id="rs"></div><script>function go(){var w=document.getElementById('kw').value;fetch('/irs/front/search',{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify({code:'17b0b9a25a2',dataTypeId:'96',searchWord:w,orderBy:'related',searchBy:'all',granularity:'ALL',pageNo:1,pageSize:10})}).then(function(r){return r.json()}).then(function(d){document.getElementById('rs').innerHTML='<p>共'+d.data.pager.total+'条</p>'+d.data.middle.listAndBox.map(function(x){return '<div><a href="'+x.data.url+'">'+x.data.title+'</a><p>'+x.data.content+'</p><span>'+x.data.time+'</span></div>'}).join('')})}var s=new URLSearchParams(location.search).get('searchWord');if(s){document.getElementById('kw').value=s;go()}</script>`);
  if (p === '/irs/front/search') { let b = {}; try { b = JSON.parse(ctx.body.toString() || '{}'); } catch {} if (!b.orderBy || !b.searchBy) return json({ success: false, msg: '排序方式不能为空' }); const rows = match(corpus, b.searchWord); const n = b.pageNo ?? 1; return json({ success: true, data: { pager: { pageNo: n, pageSize: 10, total: rows.length, pageCount: Math.ceil(rows.length / 10) }, middle: { listAndBox: rows.slice((n - 1) * 10, n * 10).map((r) => ({ type: 'list', data: { title: r[1], title_no_tag: r[1], content: r[2], url: r[3], time: r[4] } })) } } }); }
  if (p === '/wzdt/') return page('网站地图', '<a href="/xwzx/asyw/">安顺要闻</a> <a href="/xwzx/qxdt/">区县动态</a> <a href="/zwgk/">政务公开</a> <a href="/hdjl/">互动交流</a> <a href="/hdjl/bmts/">便民提示</a>');
  if (p === '/wzsm/') return page('网站声明', '<p>本网站版权归安顺市人民政府所有。</p>');
  m = p.match(/^\/(.+?)\/(?:index(?:_(\d+))?\.html)?$/); if (m && cols[m[1]]) { const n = Number(m[2] ?? 0); const [name, rows] = cols[m[1]]; return page(name, `<ul>${rows.slice(n * 15, n * 15 + 15).map((r) => `<li><a href="${url(m[1], r)}">${r.title}</a> ${r.date}</li>`).join('')}</ul><div class="pages">${times(Math.ceil(rows.length / 15), (i) => `<a href="/${m[1]}/${i ? `index_${i}.html` : ''}">${i + 1}</a>`).join(' ')}</div>`); }
  if (docs.has(p)) { const [n, r] = docs.get(p); return page(r.title, `<div>${n}</div><h1>${r.title}</h1><p>${r.date} 来源：${r.src ?? '市政府办'}</p><div class="trs_editor_view">${r.body.map((x) => `<p>${x}</p>`).join('')}</div>`); }
  return null;
}
const lay = (t, b) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${t}_贵州政务服务网</title></head><body><div class="gz-head">贵州政务服务网·安顺市 <a href="/?areaCode=520400">首页</a> <a href="/guides?areaCode=520400">办事指南</a> <a href="/qzqd?areaCode=520400">权责清单</a> <a href="/onething?areaCode=520400">高效办成一件事</a> <a href="/schedule?areaCode=520400">办件进度</a> <a href="/pj?areaCode=520400">好差评</a> <a href="/me">我的空间</a> <a href="/dcb">贵人服务APP</a> <a href="/login">登录</a></div>${b}<div>贵州省大数据发展管理局 <a href="/privacy.html">隐私政策</a></div></body></html>`;
function svc(ctx) {
  const p = ctx.path; const a = ctx.query.get('areaCode');
  if (p === '/') return a === '520400' ? lay('安顺市', '<h1>安顺市政务服务</h1><a href="/guides?areaCode=520400">个人服务</a> <a href="/guides?areaCode=520400">法人服务</a>') : lay('贵州省', '<h1>贵州省本级</h1><a href="/?areaCode=520400">安顺市</a>');
  if (p === '/guides') return lay('办事指南', `<ul>${gd.map((x) => `<li><a href="/guide/${x.id}?areaCode=520400">${x.name}</a> ${x.dept}</li>`).join('')}</ul>`);
  let m = p.match(/^\/guide\/(\d+)$/); const x = m && gd.find((y) => y.id === Number(m[1]));
  if (x) return lay(x.name, `<h1>${x.name}</h1>${[['事项名称', x.name], ['事项编码', x.code], ['实施机构', x.dept], ['设立依据', x.basis], ['申请条件', x.cond], ['申请材料', x.mats.join('；')], ['办理流程', x.flow.join('、')], ['法定期限', x.law], ['承诺期限', x.promise], ['收费标准及依据', x.fee], ['办理地点', x.place], ['办理时间', x.hours], ['咨询电话', x.phone], ['投诉电话', x.complain], ['结果名称', x.result], ['常见问题', '可委托办理。'], ...P.more(x)].map(([k, v]) => `<div class="row"><span class="k">${k}：</span><span class="v">${v}</span></div>`).join('')}`);
  if (p === '/qzqd') return lay('权责清单', `<h1>安顺市权责清单</h1><div id="qz">加载中…</div><script>fetch('/api/qzqd/list?areaCode=520400&pageNum=1&pageSize=100').then(function(r){return r.json()}).then(function(d){document.getElementById('qz').innerHTML='<p>共'+d.total+'项</p><table><tr><th>部门</th><th>类型</th><th>名称</th><th>依据</th></tr>'+d.rows.map(function(r){return '<tr><td>'+r.deptName+'</td><td>'+r.powerType+'</td><td>'+r.itemName+'</td><td>'+r.basis+'</td></tr>'}).join('')+'</table>'})</script>`);
  if (p === '/api/qzqd/list') return json({ code: 0, total: pw.length, rows: pw.map((r) => ({ deptName: r.dept, powerType: r.kind, itemName: r.name, basis: r.basis, updateTime: ago(120) })) });
  if (p === '/onething') return lay('高效办成一件事', `<h1>“高效办成一件事”专区</h1><div class="cards">${things.map((t, i) => `<a class="card" href="/onething/${i}?areaCode=520400">${t}一件事</a>`).join('')}</div>`);
  m = p.match(/^\/onething\/(\d+)$/); if (m && things[m[1]]) return lay(things[m[1]], `<h1>${things[m[1]]}一件事</h1><p>一次办。</p>`);
  if (p === '/schedule') return lay('办件进度', '<form action="/schedule/q">申办流水号<input name="sblsh"><button>查询</button></form>');
  if (p === '/schedule/q') return lay('办件进度', '<p>查无此件</p>');
  if (p === '/pj') return lay('好差评', `<p>安顺市${ago(40, 'Y年m月')}评价数据：好评率99.8%，差评整改率100%。</p><a href="/login">登录后评价</a>（非常满意、满意、基本满意、不满意、非常不满意）`);
  if (p === '/me') return lay('我的空间', '<p>个人空间 企业空间</p><a href="/login">请登录</a>');
  if (p === '/dcb') return lay('贵人服务', '<p>下载贵人服务APP，或使用微信小程序“贵人服务”。</p>');
  if (p === '/login') return lay('统一身份认证', '<p>贵州政务服务网统一身份认证，一个账号通行安顺市人民政府网站、贵州政务服务网。</p><form method="post" action="/dologin"><input name="u"><input name="p" type="password"><button>登录</button></form><a href="/reg">注册</a>');
  if (p === '/reg') return lay('注册', '<p>注册前请阅读<a href="/privacy.html">隐私政策</a></p>');
  if (p === '/privacy.html') return lay('隐私政策', P.privacy('收集', '目的', '存储', '安全', '联系').map((t) => `<p>${t}</p>`).join(''));
  return null;
}
const other = { 520100: ['贵阳市', P.datasets({ ...g, short: '贵阳市', c: '贵阳市', base: 99000000 }, 40)], 520400: ['安顺市', ds] };
const gh = (t, b) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${t}</title></head><body><div><a href="/home">贵州省数据开放平台</a> <a href="/anshun/home">安顺市</a> <a href="/anshun/dataset">数据目录</a> <a href="/anshun/api">数据接口</a> <a href="/anshun/app">应用成果</a></div>${b}</body></html>`;
function data(ctx) {
  const p = ctx.path;
  if (p === '/' || p === '/home') return gh('贵州省数据开放平台', '<h1>贵州省数据开放平台</h1><a href="/anshun/home">安顺市分站</a>');
  if (p === '/anshun/home') return gh('安顺市-数据开放平台', `<h1>安顺市</h1><div id="tj"></div><script>fetch('/api/search/stat?divisionId=520400').then(function(r){return r.json()}).then(function(d){document.getElementById('tj').innerHTML='数据集 '+d.data.dataCount+' 个，数据接口 '+d.data.apiCount+' 个，应用成果 '+d.data.appCount+' 个'})</script>`);
  if (p === '/api/search/stat') return json({ code: 200, data: ctx.query.get('divisionId') === '520400' ? { dataCount: ds.length, apiCount: apis.length, appCount: apps.length } : { dataCount: 3120, apiCount: 860, appCount: 51 } });
  if (p === '/anshun/dataset') return gh('数据目录', `<div id="list"></div><script>function load(n){fetch('/api/search/data/getDataDirectoryListByParams',{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify({orderBy:0,topicId:[],orgId:[],divisionId:"520400",pageSize:12,scenarioId:"",resourceType:"",resourceFormats:[],searchText:[],pageIndex:n})}).then(function(r){return r.json()}).then(function(d){document.getElementById('list').innerHTML='<p>共 '+d.total+' 个数据集</p>'+d.data.map(function(x){return '<div><a href="/anshun/dataset/detail?id='+x.id+'">'+x.name+'</a> '+x.orgName+' '+x.updateTime+' '+x.formats+'</div>'}).join('')})}load(1)</script>`);
  if (p === '/api/search/data/getDataDirectoryListByParams') { let b = {}; try { b = JSON.parse(ctx.body.toString() || '{}'); } catch {} const all = other[b.divisionId] ? other[b.divisionId][1] : [...other[520100][1], ...ds]; const w = [].concat(b.searchText ?? []).join(''); const rows = all.filter((d) => d.title.includes(w)); const n = b.pageIndex ?? 1; const s = b.pageSize ?? 12; return json({ code: 200, total: rows.length, data: rows.slice((n - 1) * s, n * s).map((d) => ({ id: String(d.id), name: d.title, orgName: d.dept, updateTime: d.date, formats: d.fmts.join(','), resourceCount: 1 })) }); }
  if (p === '/anshun/dataset/detail') { const d = ds.find((y) => y.id === Number(ctx.query.get('id'))); return d && gh(d.title, `<h1>${d.title}</h1><p>${d.dept} ${d.date}</p>${d.fmts.map((f) => `<a href="/api/download?id=${d.id}&type=${f}">${f}</a>`).join(' ')}`); }
  if (p === '/api/download') return reply('名称,地址\n', { type: 'text/csv' });
  if (p === '/anshun/api') return gh('数据接口', `<p>接口总数：${apis.length}</p>${apis.map((d) => `<div class="api">${d.title}查询接口</div>`).join('')}`);
  if (p === '/anshun/app') return gh('应用成果', apps.map((a) => `<div class="app">${a}</div>`).join('') + `<p>应用成果：${apps.length}个</p>`);
  return null;
}
export default { code: '520400', name: '安顺市', pinyin: 'anshun', province: '贵州省', region: '西部', portal: `http://${W}/`, service: `http://${S}/?areaCode=520400`, open_data: `http://${D}/anshun/home`, service_confidence: 'medium',
  hosts: { [W]: { handle: portal, gzip: true }, [S]: { handle: svc }, [D]: { handle: data }, [R]: { dead: true, handle: () => null } },
  truth: [
    ['service-lists', 'present', 'working', { count: pw.length }, 'table filled from JSON, 共40项'], ['disclosure-catalog', 'present', 'working', { count: 22, share: 22 / 26 }, '26 fields linked, four are empty'],
    ['service-guide', 'present', 'working', { share: 1 }, 'complete guides'], ['one-entry', 'present', 'working', null, 'one account, page of the app'],
    ['cross-region', 'absent', null, null, 'headline only'], ['e-certificate', 'absent', null, null, 'headline about Guiyang'],
    ['appeal-channels', 'present', 'working', { count: [4, 5, 3] }, 'mailbox, consult/complaint, 12345, polls'], ['appeal-form', 'present', 'reachable', null, 'write page stops before the log-in'],
    ['one-thing', 'present', 'working', { count: 13 }, 'thirteen cards'], ['case-tracking', 'present', 'working', null, 'number, rates'],
    ['reply-timeliness', 'present', null, { share: 1 }, 'ten letters over JSON, all inside 7 working days'], ['follow-up', 'absent', null, null, 'headline about 平坝区'],
    ['knowledge-base', ['absent', 'present'], 'reachable', null, '便民提示 holds questions and answers of more than a year ago, no column of that name; careful people may differ'], ['proactive-response', 'absent', null, null, 'headline only'],
    ['smart-search', 'present', 'working', null, 'IRS JSON'], ['smart-qa', ['present', 'unknown'], 'linked', null, 'link to a dead host'],
    ['accessibility', 'present', 'working', null, '适老化阅读 switches a class; responsive'], ['personal-space', 'present', 'reachable', null, '我的空间 to the log-in'],
    ['open-data-platform', 'present', 'working', null, 'city branch of the province platform'], ['data-catalog', 'present', 'working', { count: 31 }, 'divisionId 520400'],
    ['api-count', 'present', null, { count: 12 }, '接口总数12'], ['app-count', 'present', null, { count: 3 }, '应用成果3'],
    ['data-security-policy', 'present', 'working', null, 'docx under 政务公开'], ['privacy-policy', 'present', 'working', { count: 5 }, 'five parts on the service site'],
  ],
  proof: { 'service-lists': [`http://${S}/qzqd?areaCode=520400`, `http://${S}/api/qzqd/list?areaCode=520400&pageNum=1&pageSize=100`], 'disclosure-catalog': [`http://${W}/zwgk/jczwgk/ly1/`], 'service-guide': [`http://${S}/guide/${gd[0].id}?areaCode=520400`], 'one-entry': [`http://${S}/dcb`, `http://${S}/login`], 'appeal-channels': [`http://${W}/hdjl/12345/`], 'appeal-form': [`http://${W}/hdjl/write.html`], 'one-thing': [`http://${S}/onething?areaCode=520400`], 'case-tracking': [`http://${S}/schedule?areaCode=520400`], 'reply-timeliness': [`http://${W}/irs/mail/list?pageNo=1&pageSize=20&siteId=5204`], 'smart-search': [`http://${W}/irs-c-web/search.shtml`], 'personal-space': [`http://${S}/me`], 'open-data-platform': [`http://${D}/anshun/home`], 'data-catalog': [`http://${D}/anshun/dataset`], 'api-count': [`http://${D}/anshun/api`], 'app-count': [`http://${D}/anshun/app`], 'data-security-policy': [`http://${W}/zwgk/sjgl.docx`], 'privacy-policy': [`http://${S}/privacy.html`], accessibility: [`http://${W}/`] },
  counts: { 'service-lists': [`http://${S}/api/qzqd/list?areaCode=520400&pageNum=1&pageSize=100`, /"itemName"/g], 'one-thing': [`http://${S}/onething?areaCode=520400`, /class="card"/g], 'api-count': [`http://${D}/anshun/api`, /class="api"/g], 'app-count': [`http://${D}/anshun/app`, /class="app"/g] },
  sums: { 'disclosure-catalog': [P.FIELDS.map((_, i) => `http://${W}/zwgk/jczwgk/ly${i + 1}/`), /<tbody><tr>/] },
  posts: { 'data-catalog': [`http://${D}/api/search/data/getDataDirectoryListByParams`, '{"divisionId":"520400","pageIndex":1,"pageSize":12,"searchText":[]}', /"total":(\d+)/] },
  letters: { pages: let_.map((l) => `http://${W}/irs/mail/detail?id=${l.id}`), sent: /writeTime":"([\d-]+)/, replied: /replyTime":"([\d-]+)/, limit: 7 },
  ask: { search: (q) => [`http://${W}/irs/front/search`, JSON.stringify({ searchWord: q, orderBy: 'related', searchBy: 'all', pageNo: 1 })] },
  decoy: { 'cross-region': [/跨省通办|省内通办/, /^\/xwzx\/|^\/$/], 'e-certificate': [/电子证照/, /^\/xwzx\/|^\/$/], 'follow-up': [/回访/, /^\/xwzx\/|^\/$/], 'proactive-response': [/回应社会关切|回应关切|主动回应/, /^\/xwzx\/|^\/$/] },
};

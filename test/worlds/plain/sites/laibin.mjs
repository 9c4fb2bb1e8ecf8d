// 来宾市: shtml folders with long names, head in a frame, letters fetched by POST as JSON cards; the service platform answers with a 521 script wall.
import { createHash } from 'node:crypto';
import { ago, esc, json, reply, times } from '../lib.mjs';
import * as S from './_stock.mjs';

const W = 'www.laibin-web.gov.cn'; const F = 'zwfw.laibin-web.gov.cn'; const D = 'sjkf.laibin-web.gov.cn'; const C = '来宾市';
const ms = S.matters(C); const hex = (s) => createHash('md5').update(s).digest('hex');
const areas = ['兴宾区', '象州县', '武宣县', '忻城县', '金秀瑶族自治县', '合山市'];
const decoys = ['来宾市“高效办成一件事”培训会举行', '自治区通报各市数据安全检查情况 我市获表扬', '社区网格员坚持回访困难群众'];
const base = S.news({ city: '来宾', areas, goods: ['甘蔗', '瑶族文化', '象州温泉', '忻城珍珠糯玉米', '武宣红糖', '金秀茶叶'], n: 105, seed: 4513, src: ['来宾日报', '来宾市融媒体中心', '桂中网'] });
decoys.forEach((t, i) => base.splice(4 + i * 10, 0, { id: i, title: t, days: 7 + i * 21, date: ago(7 + i * 21), src: '来宾日报', paras: [`${ago(7 + i * 21, 'm月d日')}，${t}。`] })); base.sort((x, y) => x.days - y.days);
const place = (col, n) => ({ ...n, u: `/lbszf/${col}/${n.date.slice(0, 7).replace('-', '')}/${hex(col + n.title)}.shtml` });
const news = base.map((n) => place('lbyw', n));
const policy = ms.map((m) => place('zcjd', { title: `政策解读：${m.title}怎样享受`, date: ago(40 + m.i * 6), src: m.office, paras: [m.text], m }));
const files = ['来宾市糖业高质量发展若干措施', '来宾市红水河岸线保护办法', '来宾市机动车停放管理办法', '来宾市桂中治旱灌区管理办法'].map((t, i) => place('zfwj', { title: t, date: ago(50 + i * 70), src: '市政府', paras: ['第一条 为规范有关工作，制定本办法。', '第二条 县（市、区）人民政府组织实施。', '第三条 本办法由主管部门解释。'] }));
const reply6 = ['合山城区停水', '金秀旅游收费', '桥巩大桥封闭', '城东小学扩建', '农贸市场秤具', '红水河水质'].map((t, i) => place('hygq', { title: `回应：${t}`, date: ago(12 + i * 30), src: '市政府办公室', paras: ['就群众关切的情况，现回应如下，相关问题已办结。'] }));
const cols = { lbyw: ['来宾要闻', news], zcjd: ['政策解读', policy], zfwj: ['政府文件', files], hygq: ['回应关切', reply6] };
const art = new Map(Object.values(cols).flatMap((c) => c[1].map((n) => [n.u, [c[0], n]])));
const letters = S.letters({ city: C, areas, n: 12, late: 6, seed: 45, step: 5 });
const fields = S.FIELDS.filter((_, i) => i % 2).slice(0, 12); const cross = ms.slice(0, 18);
const per = 18;
const wrap = (t, b) => `<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1.0"><meta content="来宾市人民政府门户网站" name="SiteName"><meta content="4513000005" name="SiteIDCode"><title>${esc(t)} - 来宾市人民政府门户网站</title><script>var websiteId="${hex('lb')}",websiteCode="lbszf";</script>
<style>*{box-sizing:border-box}body{margin:0;font-family:"Microsoft YaHei";word-break:break-all}iframe{border:0;width:100%;height:150px}.box{padding:10px;max-width:1080px;margin:0 auto}.ucap-list a{display:block;padding:4px 0}.hc{background:#000!important;color:#ff3!important}.hc a{color:#9cf}table{width:100%;table-layout:fixed}</style></head><body><iframe src="/lbszf/xhtml/header.html" title="页头"></iframe><div class="box">${b}</div><div class="box foot"><a href="/lbszf/wzdt/wzdt.shtml">网站地图</a> <a href="/lbszf/ysbh/ysbh.shtml">隐私保护</a> <span>网站标识码：4513000005</span> <button onclick="document.body.classList.toggle('hc')" title="无障碍">无障碍高对比</button></div></body></html>`;
const lst = (rows) => `<div class="ucap-list">${rows.map((n) => `<a href="${n.u}">${n.title} [${n.date}]</a>`).join('')}</div>`;
const PAGES = {
  '/lbszf/wzdt/wzdt.shtml': () => wrap('网站地图', Object.entries(cols).map(([k, [t]]) => `<a href="/lbszf/${k}/list.shtml">${t}</a>`).concat(['<a href="/lbszf/ldxx/ldxx.shtml">领导信箱</a>', '<a href="/lbszf/bzml/bzml.shtml">基层政务公开标准目录</a>', '<a href="/lbszf/tb/tb.shtml">桂粤湘跨省通办</a>', '<a href="/lbszf/yd/yd.shtml">移动服务</a>']).join('<br>')),
  '/lbszf/xhtml/header.html': () => `<!doctype html><html><head><meta charset="utf-8"><base target="_parent"></head><body style="margin:0"><b>来宾市人民政府门户网站</b><nav><a href="/">首页</a> <a href="/lbszf/lbyw/list.shtml">来宾要闻</a> <a href="/lbszf/zfwj/list.shtml">政府文件</a> <a href="http://${F}/">政务服务</a> <a href="/lbszf/hdjl/hdjl.shtml">互动交流</a> <a href="http://${D}/">数据开放</a> <a href="/znwd/index.html">智能问答</a></nav><form action="/so/s" method="get"><input type="hidden" name="siteCode" value="4513000005"><input type="hidden" name="tab" value="all"><input type="text" name="qt" placeholder="请输入搜索内容"><button>搜索</button></form></body></html>`,
  '/lbszf/hdjl/hdjl.shtml': () => wrap('互动交流', ['<a href="/lbszf/ldxx/ldxx.shtml">领导信箱</a>', '<a href="/lbszf/ldxx/xx.shtml">我要写信</a>', '<a href="/lbszf/rx/rx.shtml">12345热线</a>', '<a href="/lbszf/hygq/list.shtml">回应关切</a>', '<a href="/lbszf/cjwt/list.shtml">常见问题</a>', '<a href="/znwd/index.html">智能问答</a>'].join('<br>')),
  '/lbszf/rx/rx.shtml': () => wrap('12345热线', '<p>来宾市12345热线：直接拨打12345，紧急情况请拨打110、119、120。</p>'),
  '/lbszf/ldxx/xx.shtml': () => wrap('我要写信', '<h3>领导信箱 写信须知</h3><p>一般信件10个工作日内答复。</p><form action="/lbszf/ldxx/tj" method="post"><select name="ld"><option>市长信箱</option><option>副市长信箱</option></select><input name="title" placeholder="标题"><textarea name="cont" maxlength="600" placeholder="不超过600字"></textarea><input name="mobile" placeholder="手机号"><button>提交</button></form>'),
  '/lbszf/ldxx/tj': () => wrap('提示', '<p>提交内容不完整。</p>'),
  '/lbszf/ldxx/ldxx.shtml': () => wrap('领导信箱', `<h3>来信选登</h3><div id="cards"></div><button id="more">加载更多</button><script>var pg=1;function ld(){fetch('/api/ldxx/query',{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify({pageNo:pg,pageSize:8})}).then(function(r){return r.json()}).then(function(d){document.getElementById('cards').innerHTML+=d.list.map(function(x){return '<div class="mail-card"><a href="'+x.link+'">'+x.title+'</a><p>写信日期 '+x.xxrq+'</p><p>办复日期 '+x.bfrq+'</p></div>'}).join('')})}document.getElementById('more').onclick=function(){pg++;ld()};ld();</script>`),
  '/lbszf/ysbh/ysbh.shtml': () => { const p = S.PRIVACY('来宾市人民政府门户网站'); return wrap('隐私保护', `<h2>隐私保护</h2>${[p[0], p[2], p[6]].map((x) => `<p>${x[1].replace('我们将在15个工作日内答复', '我们将处理')}</p>`).join('')}`); },
  '/lbszf/bzml/bzml.shtml': () => wrap('基层政务公开标准目录', fields.map((f) => `<details><summary>${f}领域基层政务公开标准目录</summary><table border="1"><tr><th>序号</th><th>公开事项</th><th>公开内容</th><th>公开依据</th><th>公开主体</th></tr>${['政策解读', '办事过程', '执行结果'].map((x, i) => `<tr><td>${i + 1}</td><td>${f}${x}</td><td>相关文件和要素</td><td>《条例》</td><td>县级部门</td></tr>`).join('')}</table></details>`).join('')),
  '/lbszf/tb/tb.shtml': () => wrap('桂粤湘跨省通办', `<h2>桂粤湘跨省通办专区</h2><p>来宾市可办事项${cross.length}项</p><ol>${cross.map((m) => `<li><a href="http://${F}/item/${m.i}">${m.title}</a></li>`).join('')}</ol>`),
  '/lbszf/yd/yd.shtml': () => wrap('移动服务', '<h3>移动服务</h3><p>下载“来宾通”APP；关注微信公众号“来宾政务”；支付宝小程序“来宾办事”。</p>'),
  '/znwd/index.html': () => '<html><head><meta charset="utf-8"><title>智能问答</title></head><body><h3>来小智</h3><div id="dlg"><p>您好！</p></div><input id="wt" placeholder="请输入问题"><button onclick="fetch(\'/znwd/answer?question=\'+encodeURIComponent(document.getElementById(\'wt\').value)).then(function(r){return r.json()}).then(function(d){document.getElementById(\'dlg\').innerHTML+=\'<p>\'+d.content+\'</p>\'})">提问</button></body></html>',
};
const docs = [...policy.map((n) => ({ kw: n.m.kw, title: n.title, text: n.paras[0], url: n.u, date: n.date })), ...files.concat(reply6, news).map((n) => ({ title: n.title, text: n.paras.join(''), url: n.u, date: n.date }))];
const WRONG = { 公基金: '公积金', 居住正: '居住证', 社宝: '社保', 医报: '医保', 身分证: '身份证', 营业执招: '营业执照' };
function portal(ctx) {
  const p = ctx.path; const q = ctx.query;
  if (p === '/') return wrap('首页', `<h3>来宾要闻</h3>${lst(news.slice(0, 30))}<h3>政策解读</h3>${lst(policy.slice(0, 8))}<h3>服务</h3><a href="http://${F}/guide">办事指南</a> <a href="http://${F}/list">权责清单</a> <a href="http://${F}/license">电子证照</a> <a href="http://${F}/my">我的空间</a> <a href="/lbszf/tb/tb.shtml">桂粤湘跨省通办</a> <a href="/lbszf/yd/yd.shtml">移动服务</a> <a href="/lbszf/bzml/bzml.shtml">标准目录</a>`);
  if (PAGES[p]) return PAGES[p]();
  const l = /^\/lbszf\/(\w+)\/list(?:_(\d+))?\.shtml$/.exec(p); if (l && cols[l[1]]) { const [t, rows] = cols[l[1]]; const k = Number(l[2] ?? 1); const total = Math.ceil(rows.length / per); if (k <= total) return wrap(t, `<h3>${t}</h3>${lst(rows.slice((k - 1) * per, k * per))}<div class="page">${times(total, (i) => `<a href="/lbszf/${l[1]}/list${i ? `_${i + 1}` : ''}.shtml">${i + 1}</a> `).join('')}</div>`); }
  const a = art.get(p); if (a) return wrap(a[1].title, `<p>${a[0]}</p><h1>${a[1].title}</h1><p>${a[1].date} 来源：${a[1].src}</p><div class="article">${a[1].paras.map((x) => `<p>${x}</p>`).join('')}</div>`);
  if (p === '/api/ldxx/query' && ctx.method === 'POST') { let b = {}; try { b = JSON.parse(ctx.body.toString()); } catch { /* first page */ } const k = b.pageNo ?? 1; const s = b.pageSize ?? 8; return json({ total: letters.length, list: letters.slice((k - 1) * s, k * s).map((x) => ({ title: x.title, xxrq: x.asked, bfrq: x.done, link: `/lbszf/ldxx/nr/${x.no}.shtml` })) }); }
  const x = letters.find((y) => p === `/lbszf/ldxx/nr/${y.no}.shtml`); if (x) return wrap(x.title, `<h3>${x.title}</h3><p>写信日期：${x.asked}</p><p>${x.ask}</p><p>办复单位：${x.office}</p><p>办复日期：${x.done}</p><p>${x.answer}</p>`);
  if (p === '/so/s') { const raw = (q.get('qt') ?? '').trim(); const fix = Object.keys(WRONG).find((w) => raw.includes(w)); const w = fix ? raw.replace(fix, WRONG[fix]) : raw; const h = S.find(docs, w); const k = Number(q.get('page') ?? 1); return wrap('智能搜索', `<ul class="tabs"><li>全部</li><li>资讯</li><li>政策</li><li>服务</li></ul><p>时间：不限 一周内 一月内 一年内</p>${fix ? `<p>您要找的是不是：<b>${esc(w)}</b></p>` : ''}<p>为您找到相关结果<b>${h.length}</b>个</p>${h.slice((k - 1) * 10, k * 10).map((d) => `<div class="result"><a href="${d.url}" target="_blank">${esc(d.title)}</a><p>${esc(d.text.slice(0, 80))}</p><span>来宾市人民政府门户网站 ${d.date}</span></div>`).join('')}`); }
  if (p === '/znwd/answer') return json({ code: 0, content: '感谢您的提问，请从以下栏目中选择：1.社会保障 2.医疗卫生 3.企业开办 4.转人工。' });
}
const wall = () => reply(`<script>document.cookie=('_')+('_')+('j')+('s')+('l')+('_')+('c')+('l')+('e')+('a')+('r')+('a')+('n')+('c')+('e')+('=')+(-~[]+'')+('|-1|')+('k9d')+(';Path=/;Max-age=3600;');location.href=location.pathname+location.search</script>`, { status: 521, headers: { 'Set-Cookie': '__jsluid_h=0f4513aa00000000000000000000aa11; max-age=31536000; path=/; HttpOnly', 'X-Via-JSL': '4513aa,-' } });
const sets = times(36, (i) => ({ n: `${ms[i].title}${i % 2 ? '登记' : '统计'}数据`, o: ms[i].office, d: ago(31 + i * 2) }));
const dt = (t, b) => `<html><head><meta charset="utf-8"><title>${t}</title></head><body><h1>来宾市公共数据开放平台</h1><p><a href="/">首页</a> <a href="/catalog.html">数据目录</a> <a href="/law.html">法规</a></p>${b}</body></html>`;
function data(ctx) {
  if (ctx.path === '/') return dt('来宾市公共数据开放平台', '<p>数据集：36个　部门：12个　数据接口：0个</p>');
  if (ctx.path === '/catalog.html') { const kw = ctx.query.get('title') ?? ''; const r = sets.filter((s) => s.n.includes(kw)); return dt('数据目录', `<form><input name="title" value="${esc(kw)}"><button>查询</button></form><p>共${r.length}个数据集</p><table border="1"><tr><th>名称</th><th>提供单位</th><th>更新时间</th><th>格式</th></tr>${r.map((s) => `<tr><td><a href="/set/${sets.indexOf(s)}.html">${s.n}</a></td><td>${s.o}</td><td>${s.d}</td><td>XLSX</td></tr>`).join('')}</table>`); }
  const m = /^\/set\/(\d+)\.(html|xlsx)$/.exec(ctx.path); if (m && sets[m[1]]) return m[2] === 'xlsx' ? (m[1] % 9 === 4 ? null : reply(Buffer.from('PK\x03\x04sheet', 'latin1'), { type: 'application/vnd.ms-excel' })) : dt(sets[m[1]].n, `<h2>${sets[m[1]].n}</h2><p>${sets[m[1]].d}</p><a href="/set/${m[1]}.xlsx">下载</a>`);
  if (ctx.path === '/law.html') return dt('法规', '<p>来宾市公共数据开放工作方案：各部门按季度更新目录，市大数据主管部门负责督促。</p>');
}
const expand = (url) => (/ldxx\/ldxx\.shtml$/.test(url) ? letters.map((x) => `http://${W}/lbszf/ldxx/nr/${x.no}.shtml`) : []);
export default {
  code: '451300', name: C, pinyin: 'laibin', province: '广西壮族自治区', region: '西部', portal: `http://${W}/`, service: `http://${F}/`, open_data: `http://${D}/`,
  hosts: { [W]: { handle: portal, https: true, etag: true, mailbox: /ldxx\/tj/ }, [F]: { handle: wall, wall: true }, [D]: { handle: data } },
  truth: [
    ['service-lists', ['present', 'unknown'], 'linked', null, 'entry to the walled platform'],
    ['disclosure-catalog', 'present', 'working', { count: 12 }, 'twelve tables on one page'],
    ['service-guide', ['present', 'unknown'], 'linked', null, 'entry to the walled platform'],
    ['one-entry', 'present', ['reachable', 'linked'], null, 'page of mobile channels opens; accounts behind the wall'],
    ['cross-region', 'present', 'working', { count: 18 }, 'zone on the portal'],
    ['e-certificate', ['present', 'unknown'], 'linked', null, 'entry to the walled platform'],
    ['appeal-channels', 'present', 'working', null, 'mailbox and hotline'],
    ['appeal-form', 'present', 'working', null, 'open form, 600 characters, 10 working days'],
    ['one-thing', 'unknown', null, null, 'no entry on the portal, only a headline; platform walled'],
    ['case-tracking', 'unknown', null, null, 'platform walled'],
    ['reply-timeliness', 'present', null, { share: 0.5 }, '6 of 12, JSON cards and pages'],
    ['follow-up', ['absent', 'unknown'], null, null, 'nowhere on the portal; platform walled'],
    ['knowledge-base', 'present', 'linked', null, 'entry whose page is missing'],
    ['proactive-response', 'present', 'working', null, 'six dated items'],
    ['smart-search', 'present', 'working', null, 'box in a frame; corrects misspellings'],
    ['smart-qa', 'present', 'reachable', null, 'always the same menu'],
    ['accessibility', 'present', 'working', null, 'contrast switch; fluid layout'],
    ['personal-space', ['present', 'unknown'], 'linked', null, 'entry to the walled platform'],
    ['open-data-platform', 'present', 'working', null, '36 sets'],
    ['data-catalog', 'present', 'working', { count: 36 }, 'own count; some downloads dead'],
    ['api-count', ['present', 'absent'], null, { count: 0 }, 'states that it has none'],
    ['app-count', 'absent', null, null, 'platform shows none'],
    ['data-security-policy', 'absent', null, null, 'no such chapter in files of portal or platform'],
    ['privacy-policy', 'present', 'reachable', null, 'short text: what, sharing, contact'],
  ],
  check: { tally: { 'disclosure-catalog': [/bzml\.shtml/, /<table/g], 'cross-region': [/tb\/tb\.shtml/, /<li>/g], 'data-catalog': [/\/set\/\d+\.html/] }, decoys, expand, dead: [new RegExp(`^http://${F}/`), /cjwt\/list/, /\/set\/\d+\.xlsx/], explained: {},
    proof: { 'service-lists': [`http://${W}/`, /权责清单/], 'disclosure-catalog': [`http://${W}/lbszf/bzml/bzml.shtml`, /公开主体/], 'service-guide': [`http://${W}/`, /办事指南/], 'one-entry': [`http://${W}/lbszf/yd/yd.shtml`, /APP/], 'cross-region': [`http://${W}/lbszf/tb/tb.shtml`, /18项/], 'e-certificate': [`http://${W}/`, /电子证照/], 'appeal-channels': [`http://${W}/lbszf/rx/rx.shtml`, /12345/], 'appeal-form': [`http://${W}/lbszf/ldxx/xx.shtml`, /textarea/], 'reply-timeliness': [`http://${W}/lbszf/ldxx/ldxx.shtml`, /办复日期/], 'knowledge-base': [`http://${W}/lbszf/hdjl/hdjl.shtml`, /常见问题/], 'proactive-response': [`http://${W}/lbszf/hygq/list.shtml`, /回应/], 'smart-search': [`http://${W}/lbszf/xhtml/header.html`, /so\/s/], 'smart-qa': [`http://${W}/znwd/index.html`, /提问/], accessibility: [`http://${W}/`, /无障碍/], 'personal-space': [`http://${W}/`, /我的空间/], 'open-data-platform': [`http://${D}/`, /36/], 'data-catalog': [`http://${D}/catalog.html`, /共36/], 'api-count': [`http://${D}/`, /接口：0/], 'privacy-policy': [`http://${W}/lbszf/ysbh/ysbh.shtml`, /Cookie/] },
    letters: { pages: /ldxx\/nr/, asked: /写信日期：(\S+?)</, done: /办复日期：(\S+?)</, share: 0.5 }, search: (q) => [`http://${W}/so/s?qt=${encodeURIComponent(q)}&siteCode=4513000005`], robot: (q) => [`http://${W}/znwd/answer?question=${encodeURIComponent(q)}`], robotDull: true,
    counts: [(g, f, seen) => { const n = [...seen.keys()].filter((u) => /\/set\/\d+\.html/.test(u)).length; return n === 36 ? '' : `sets ${n}`; }, (g, f) => { const n = f(`http://${W}/lbszf/bzml/bzml.shtml`).text.split('<table').length - 1; return n === 12 ? '' : `tables ${n}`; }] },
};

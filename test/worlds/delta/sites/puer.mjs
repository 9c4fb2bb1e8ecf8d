// 普洱市: 博达 VSB site (list pages numbered downward, /info/COL/ID.htm, search by POST with a base64 word); guides by JSON; catalogues as spreadsheets; several entries lead to dead hosts.
import { esc, json, reply, script, ago, times, match, posted, go } from '../lib.mjs';
import { topics, headlines, paragraphs, letters, fields, guide } from '../stock.mjs';
import { xlsx, xlsxRows } from '../shared/xlsx.mjs';
const H = 'www.puerdlt.gov.cn', V = 'pe.yunbandlt.gov.cn', DEAD = ['qd.puerdlt.gov.cn', 'kf.puerdlt.gov.cn', 'opendata.puerdlt.gov.cn'];
const counties = ['思茅区', '宁洱县', '墨江县', '景东县', '景谷县', '镇沅县', '澜沧县', '孟连县', '西盟县'];
const trees = {
  1021: ['zwdt/pexw', '普洱新闻', headlines({ n: 46, base: 38211, counties, from: 17, step: 19, gap: 1.4, extra: [{ title: '昆明市“高效办成一件事”经验入选全国案例' }, { title: '州市就舆论关切的旅游退费问题主动回应 省文旅厅点名肯定' }, { title: '我市开展《数据安全法》宣传进企业活动' }] })],
  1022: ['zwdt/bmxx', '部门信息', headlines({ n: 20, base: 41211, counties, from: 4, step: 23, gap: 3 })],
  1031: ['zfxxgk/tzgg', '通知公告', headlines({ n: 12, base: 44211, counties, from: 33, step: 7, gap: 6 }).map((x) => ({ ...x, title: x.title + '的通知' }))],
  1032: ['zfxxgk/gfxwj', '规范性文件', ['普洱市古茶树资源保护条例实施细则', '普洱市景迈山遗产区管理规定', '普洱市咖啡产业发展扶持办法', '普洱市城市公共停车场管理办法'].map((title, i) => ({ id: 47211 + i, title, days: 60 + i * 77 }))],
  1041: ['gzcy/msbk', '民生百科', topics.filter((t) => t.i % 3 !== 0).map((t, i) => ({ id: 50211 + i, title: `${t.name}您问我解`, t, days: 21 + i * 5 }))],
  1042: ['gzcy/hfjg', '回访结果', []],
};
const have = [0, 1, 4, 5, 8, 10, 11, 15, 16, 19, 22, 25];
const box = letters({ n: 10, counties, late: [1, 8], from: 6, gap: 10 });
const byId = new Map(); for (const [c, v] of Object.entries(trees)) for (const x of v[2]) byId.set(`/info/${c}/${x.id}.htm`, [c, x]);
const P = 12, pagesOf = (c) => Math.max(1, Math.ceil(trees[c][2].length / P));
const page = (t, b) => `<!DOCTYPE HTML><HTML><HEAD><META charset="UTF-8"><TITLE>${esc(t)}-普洱市人民政府</TITLE><META Name="SiteName" Content="普洱市人民政府"><META Name="SiteIDCode" Content="5308000005"><META Name="keywords" Content="普洱"><LINK href="/css/style.css" type="text/css" rel="stylesheet"><SCRIPT language="javascript" src="/system/resource/js/base64.js"></SCRIPT></HEAD><BODY>
<div class="top"><a href="/index.htm">普洱市人民政府</a> <a href="/slh/index.htm">适老化版</a> <a href="/login.htm">登录</a> <a href="http://kf.puerdlt.gov.cn/robot/index.html" title="小普机器人"><img src="/images/robot.png" alt="小普机器人"></a></div>
<form action="/ssjgy.jsp?wbtreeid=1001" method="post" id="au0a" name="au0a" onsubmit="this.lucenenewssearchkey.value=_b64(this.showkeycode.value)"><input type="hidden" name="lucenenewssearchkey" value=""><input type="hidden" name="_lucenesearchtype" value="1"><input type="hidden" name="searchScope" value="0"><input name="showkeycode" id="showkeycode"><input type="submit" value="搜索"></form>
<ul class="nav"><li><a href="/index.htm">首页</a></li><li><a href="/zwdt/pexw.htm">动态</a></li><li><a href="/zfxxgk.htm">公开</a></li><li><a href="http://${V}/">办事</a></li><li><a href="/gzcy.htm">公众参与</a></li><li><a href="http://opendata.puerdlt.gov.cn/index">普洱市数据开放平台</a></li></ul>
<div class="content">${b}</div><div class="foot"><a href="/wzsm.htm">网站声明</a> | <a href="/wzdt.htm">站点地图</a> 5308000005</div></BODY></HTML>`;
const item = (c, x) => `<li id="line_u8_${x.id}"><a href="/info/${c}/${x.id}.htm">${esc(x.title)}</a><span>${ago(x.days)}</span></li>`;
const rows = [...trees[1041][2].map((x) => [x.t.kw, x.title, x.t.answer, `/info/1041/${x.id}.htm`, x.days]), ...topics.filter((t) => t.i % 3 === 0).map((t) => [t.kw, t.name, t.answer, `http://${V}/guide.html?id=${t.i}`, 80]), ...['1021', '1022', '1031', '1032'].flatMap((c) => trees[c][2].map((x) => ['', x.title, '', `/info/${c}/${x.id}.htm`, x.days]))];
const b64 = `function _b64(s){return btoa(unescape(encodeURIComponent(s)))}`;
function handle(ctx) {
  const p = ctx.path, q = ctx.query; let m;
  if (p === '/') return '<html><head><meta http-equiv="refresh" content="0;url=/index.htm"></head><body></body></html>';
  if (p === '/index.htm') return page('首页', `<div class="l"><h2>${trees[1021][1]}</h2><ul>${trees[1021][2].slice(0, 16).map((x) => item(1021, x)).join('')}</ul></div><div class="r"><h2>部门信息</h2><ul>${trees[1022][2].slice(0, 8).map((x) => item(1022, x)).join('')}</ul><h2>公告</h2><ul>${trees[1031][2].slice(0, 8).map((x) => item(1031, x)).join('')}</ul></div>`);
  if (p === '/css/style.css') return reply('body{width:1100px;margin:0 auto}', { type: 'text/css' });
  if (p === '/system/resource/js/base64.js') return script(b64);
  if (p === '/images/robot.png') return reply(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABXvMqOgAAAABJRU5ErkJggg==', 'base64'), { type: 'image/png' });
  for (const [c, v] of Object.entries(trees)) {
    const all = pagesOf(c); let n = 0;
    if (p === `/${v[0]}.htm`) n = 1; else if ((m = new RegExp(`^/${v[0]}/(\\d+)\\.htm$`).exec(p)) && m[1] >= 1 && m[1] < all) n = all - m[1] + 1;
    if (n) { const nx = n < all ? `<a href="/${v[0]}/${all - n}.htm">下页</a> <a href="/${v[0]}/1.htm">尾页</a>` : ''; return page(v[1], `<h2>${v[1]}</h2><ul>${v[2].slice((n - 1) * P, n * P).map((x) => item(c, x)).join('') || '<li>没有内容</li>'}</ul><div class="pb_sys_common">共${v[2].length}条　${n}/${all}　${nx}</div>`); }
  }
  if ((m = byId.get(p))) return page(m[1].title, `<form name="_newscontent_fromname"><h1>${esc(m[1].title)}</h1><div>${ago(m[1].days, 'Y年M月D日')} 点击：[]</div><div id="vsb_content">${m[1].t ? `<p>${m[1].t.answer}。</p>` : paragraphs(m[1].id, 3).map((x) => `<p class="vsbcontent_start">${x}</p>`).join('')}</div></form>`);
  if (p === '/zfxxgk.htm') return page('公开', `<ul><li><a href="/zfxxgk/tzgg.htm">通知公告</a></li><li><a href="/zfxxgk/gfxwj.htm">规范性文件</a></li><li><a href="http://qd.puerdlt.gov.cn/qzqd/index">权责清单</a></li><li><a href="http://qd.puerdlt.gov.cn/xzxk/index">行政许可事项清单</a></li><li><a href="/zfxxgk/sdly.htm">试点领域标准目录</a></li></ul>`);
  if (p === '/zfxxgk/sdly.htm') return page('试点领域标准目录', `<h2>基层政务公开试点领域</h2><table>${fields.map((f, i) => `<tr><td>${i + 1}</td><td>${f}</td><td>${have.includes(i) ? `<a href="/__local/${i + 10}/sdly${i + 1}.xlsx">标准目录.xlsx</a>` : '—'}</td></tr>`).join('')}</table>`);
  if ((m = /^\/__local\/(\d+)\/sdly(\d+)\.xlsx$/.exec(p)) && have.includes(m[2] - 1)) return reply(xlsx([['序号', '公开事项', '公开内容', '公开依据', '公开时限', '公开主体'], ...times(4 + m[2] % 4, (k) => [k + 1, fields[m[2] - 1] + ['政策', '标准', '程序', '结果', '监督', '名册', '统计'][k], '内容要素', '政府信息公开条例', '20个工作日', '主管部门'])]), { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
  if (p === '/gzcy.htm') return page('公众参与', `<ul><li><a href="/gzcy/szxx.jsp">市长信箱</a></li><li><a href="/gzcy/wyxx.jsp">我要写信</a></li><li><a href="/gzcy/xjcx.jsp">信件查询</a></li><li><a href="/gzcy/msbk.htm">民生百科</a></li><li><a href="/gzcy/hfjg.htm">回访结果</a></li><li>热线：12345</li></ul>`);
  if (p === '/gzcy/szxx.jsp') return page('市长信箱', `<p>信件受理后8个工作日内办结并公开。</p><table><tr><th>受理编号</th><th>标题</th><th>办理状态</th><th>受理时间</th></tr><tr><td>PE${ago(2, 'YMD')}01</td><td>建议在思茅港镇增设充电站</td><td>办理中</td><td>${ago(2)}</td></tr>${box.map((l) => `<tr><td>PE${ago(l.asked, 'YMD')}0${l.i}</td><td><a href="/gzcy/xjnr.jsp?xjid=${l.i + 700}">${esc(l.title)}</a></td><td>已办结</td><td>${ago(l.asked)}</td></tr>`).join('')}</table>共 1 页 11 条记录`);
  if (p === '/gzcy/xjnr.jsp') { const l = box[q.get('xjid') - 700]; return l ? page(l.title, `<table><tr><td>标题</td><td>${esc(l.title)}</td></tr><tr><td>受理时间</td><td>${ago(l.asked)}</td></tr><tr><td>内容</td><td>${esc(l.ask)}</td></tr><tr><td>办理单位</td><td>${l.dept}</td></tr><tr><td>办结时间</td><td>${ago(l.replied)}</td></tr><tr><td>办理结果</td><td>${esc(l.answer)}</td></tr></table>`) : null; }
  if (p === '/gzcy/wyxx.jsp') return page('我要写信', '<form action="/gzcy/tj.jsp" method="post">姓名<input name="a"> 电话<input name="b"> 标题<input name="c"> 正文（不超过500字）<textarea name="d" maxlength="500"></textarea> <input type="submit" value="提交"></form>');
  if (p === '/gzcy/tj.jsp') return page('提示', '验证码错误');
  if (p === '/gzcy/xjcx.jsp') return page('信件查询', `<form>受理编号<input name="bh"><input type="submit" value="查询"></form>${q.get('bh') ? '查无此信' : ''}`);
  if (p === '/login.htm') return page('登录', '<h2>用户登录</h2><p>市政府门户网站与普洱政务服务平台账号已打通，任一账号均可登录两个平台。</p><form onsubmit="return false"><input placeholder="账号"><input type="password"><button>登录</button></form>');
  if (p === '/wzsm.htm') return page('网站声明', `<h3>一、版权</h3><p>本网站信息欢迎转载，请注明出处。</p><h3>二、隐私保护</h3><p>您写信或登录时，我们收集您的姓名、联系电话；收集这些信息用于办理您的来信。我们不会将个人信息提供、共享给第三方。信息保存在市政务云服务器，我们采取防护措施保障信息安全。您可以要求查询、更正或删除您的个人信息。</p><h3>三、免责</h3><p>链接的其他网站由其自行负责。</p>`);
  if (p === '/wzdt.htm') return page('站点地图', Object.values(trees).map((v) => `<a href="/${v[0]}.htm">${v[1]}</a>`).join(' '));
  if (p === '/slh/index.htm') return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>适老化版-普洱市人民政府</title><style>body{font-size:30px}.inv{background:#000;color:#ff0}.inv a{color:#ff0}</style></head><body><div id="tool"><button onclick="document.body.style.fontSize=(parseInt(document.body.style.fontSize||30)+6)+'px'">放大</button><button onclick="document.body.style.fontSize=(parseInt(document.body.style.fontSize||30)-6)+'px'">缩小</button><button onclick="document.body.classList.toggle('inv')">高对比度</button><a href="/index.htm">退出适老化版</a></div><h1>普洱市人民政府（适老化版）</h1><ul>${trees[1021][2].slice(0, 10).map((x) => item(1021, x)).join('')}</ul></body></html>`;
  if (p === '/ssjgy.jsp') { const f = ctx.method === 'POST' ? posted(ctx) : Object.fromEntries(q); let w = ''; try { w = Buffer.from(f.lucenenewssearchkey ?? '', 'base64').toString(); } catch { /* none */ } const hit = match(rows, w); return page('搜索结果', `<div>关键字“${esc(w)}”，共 ${hit.length} 条结果</div>${hit.slice(0, 15).map((r) => `<table class="listFrame"><tr><td><a class="titlefontstyle206274" href="${r[3]}">${esc(r[1])}</a></td></tr><tr><td>${esc(r[2] || r[1])}</td></tr><tr><td>发表时间：${ago(r[4])}</td></tr></table>`).join('')}`); }
  return null;
}
const N = 42, cross = 33, kinds = '身份证,户口簿,驾驶证,行驶证,社会保障卡,医保凭证,营业执照,不动产权证,结婚证,残疾人证,出生医学证明,教师资格证,食品经营许可证,药品经营许可证,道路运输证,施工许可证,取水许可证,林权证,优待证,律师证,导游证,卫生许可证,排污许可证,种子生产经营许可证'.split(',');
const sv = (t, b, tail = '') => `<!doctype html><html><head><meta charset="utf-8"><title>${t} 云办通·普洱</title></head><body><h2><a href="/">云办通·普洱</a></h2>${b}${tail}</body></html>`;
function service(ctx) {
  const p = ctx.path, q = ctx.query;
  if (p === '/') return sv('首页', `<a href="/guides.html">办事指南</a> <a href="/sntb.html">省内通办</a> <a href="/zz.html">电子证照</a> <a href="/jd.html">办件进度查询</a> <a href="http://qd.puerdlt.gov.cn/qykj">企业服务空间</a>`);
  if (p === '/guides.html') return sv('办事指南', `<ul>${topics.slice(0, N).map((t) => `<li><a href="/guide.html?id=${t.i}">${t.name}</a></li>`).join('')}</ul>`);
  if (p === '/guide.html') { const i = Number(q.get('id')); return topics[i] ? sv('办事指南详情', `<div id="g" data-api="/api/guide/${i}">加载中…</div>`, `<script>fetch('/api/guide/'+new URLSearchParams(location.search).get('id')).then(function(r){return r.json()}).then(function(d){document.title=d.data.title;document.getElementById('g').innerHTML='<h1>'+d.data.title+'</h1>'+d.data.sections.map(function(s){return '<section><h3>'+s.name+'</h3><p>'+s.value+'</p></section>'}).join('')})</script>`) : null; }
  const m = /^\/api\/guide\/(\d+)$/.exec(p); if (m && topics[m[1]]) { const g = guide(topics[m[1]], '普洱市', '普洱市政务服务中心'); return json({ code: 0, data: { title: g.name, sections: [['实施主体', g.dept], ['设定依据', g.law], ['受理条件', g.cond], ['申请材料', g.mats.join('；')], ['办理流程', g.flow], ['法定时限', g.legal], ['承诺时限', g.promise], ['是否收费', g.fee], ['办理地点及时间', g.place + '，' + g.hours], ['咨询电话', g.phone]].map(([name, value]) => ({ name, value })) } }); }
  if (p === '/sntb.html') return sv('省内通办', `<h3>省内通办专区</h3><p>专区上线事项 ${cross} 项</p><ol>${times(cross, (i) => `<li>${topics[i * 2].name}</li>`).join('')}</ol>`);
  if (p === '/zz.html') return sv('电子证照', `<h3>电子证照</h3><form>证照编号<input name="zzbh"><button>查询</button></form>${q.get('zzbh') ? '<p>未查到</p>' : ''}<p>支持${kinds.length}种证照：</p><ul>${kinds.map((k) => `<li>${k}</li>`).join('')}</ul>`);
  if (p === '/jd.html') return sv('办件进度查询', `<form>办件号<input name="bjh"><button>查询</button></form>${q.get('bjh') ? '<p>查无此件</p>' : ''}`);
  return null;
}
export default {
  code: '530800', name: '普洱市', pinyin: 'puer', province: '云南省', region: '西部', portal: `http://${H}/`, service: `http://${V}/`, open_data: '',
  hosts: { [H]: { handle, mailbox: /gzcy\/tj/ }, [V]: { handle: service, delay: 40 }, ...Object.fromEntries(DEAD.map((d) => [d, { dead: true, handle: () => null }])) },
  dead: [/(qd|kf|opendata)\.puerdlt/],
  truth: [
    ['service-lists', 'present', 'linked', null, 'two lists on a dead host'],
    ['disclosure-catalog', 'present', ['working', 'reachable'], { share: 12 / 26 }, '12 spreadsheets with rows, 14 fields with a dash'],
    ['service-guide', 'present', 'working', { share: [10 / 12, 11 / 12, 9 / 12] }, 'each guide is filled from JSON; no complaint line, no result; place and time in one section'],
    ['one-entry', 'present', 'working', null, 'the log-in page says one account serves both'],
    ['cross-region', 'present', 'working', { count: 33 }, '省内通办'],
    ['e-certificate', 'present', 'working', { count: 24 }, 'query form and 24 kinds'],
    ['appeal-channels', 'present', 'working', null, 'mailbox and form'],
    ['appeal-form', 'present', 'working', { count: 500 }, 'form, 500 characters'],
    ['one-thing', 'absent', null, null, 'headline about another city'],
    ['case-tracking', 'present', 'working', null, '办件进度查询 takes a number'],
    ['reply-timeliness', 'present', null, { share: [0.8, 9 / 11, 8 / 11] }, 'limit 8 working days; 2 of 10 late; an eleventh is 2 days old and open'],
    ['follow-up', 'absent', null, null, '回访结果 is an empty column'],
    ['knowledge-base', 'present', 'working', null, 'named 民生百科'],
    ['proactive-response', 'absent', null, null, 'headline about the province'],
    ['smart-search', 'present', 'working', null, 'POST with the word in base64'],
    ['smart-qa', 'present', 'linked', null, 'icon leads to a dead host'],
    ['accessibility', 'present', ['working', 'reachable'], null, 'a version for the old with tools of its own; no phone layout'],
    ['personal-space', 'present', 'linked', null, '企业服务空间 on a dead host'],
    ['open-data-platform', 'present', 'linked', null, 'menu names the platform, host is dead'],
    ...['data-catalog', 'api-count', 'app-count'].map((p) => [p, 'unknown', null, null, 'platform is on a dead host']),
    ['data-security-policy', ['absent', 'unknown'], null, null, 'headline only; the platform is on a dead host'],
    ['privacy-policy', 'present', 'working', { count: [6, 5] }, 'a section of 网站声明'],
  ],
  where: { 'service-lists': 'http://qd.puerdlt.gov.cn/qzqd/index', 'disclosure-catalog': `http://${H}/__local/10/sdly1.xlsx`, 'service-guide': `http://${V}/api/guide/0`, 'one-entry': `http://${H}/login.htm`, 'cross-region': `http://${V}/sntb.html`, 'e-certificate': `http://${V}/zz.html`, 'appeal-channels': `http://${H}/gzcy/wyxx.jsp`, 'appeal-form': `http://${H}/gzcy/wyxx.jsp`, 'case-tracking': `http://${V}/jd.html`, 'reply-timeliness': `http://${H}/gzcy/xjnr.jsp?xjid=709`, 'knowledge-base': `http://${H}/gzcy/msbk.htm`, 'smart-search': `http://${H}/index.htm`, 'smart-qa': 'http://kf.puerdlt.gov.cn/robot/index.html', accessibility: `http://${H}/slh/index.htm`, 'personal-space': 'http://qd.puerdlt.gov.cn/qykj', 'open-data-platform': 'http://opendata.puerdlt.gov.cn/index', 'privacy-policy': `http://${H}/wzsm.htm` },
  excuse: { 'one-thing': [/index\.htm|zwdt|info\/1021/], 'follow-up': [/gzcy/, /wzdt/], 'proactive-response': [/index\.htm|zwdt|info\/1021/], 'data-security-policy': [/index\.htm|zwdt|info\/1021/] },
  recount: {
    'disclosure-catalog': (get) => [...get(`http://${H}/zfxxgk/sdly.htm`).matchAll(/href="([^"]+xlsx)"/g)].filter((m) => xlsxRows(get.raw(`http://${H}${m[1]}`).buf) > 1).length / 26,
    'service-guide': (get) => { const d = JSON.parse(get(`http://${V}/api/guide/5`)).data.sections; return d.filter((s) => s.value).length / 12; },
    'cross-region': (get) => get(`http://${V}/sntb.html`).match(/<li>/g).length, 'e-certificate': (get) => get(`http://${V}/zz.html`).match(/<li>/g).length,
    'appeal-form': (get) => +/<textarea[^>]+maxlength="(\d+)"/.exec(get(`http://${H}/gzcy/wyxx.jsp`))[1],
    'reply-timeliness': (get) => { let ok = 0; times(10, (i) => { const d = get(`http://${H}/gzcy/xjnr.jsp?xjid=${700 + i}`).match(/\d{4}-\d{2}-\d{2}/g).map((x) => Date.parse(x)); if ((d[1] - d[0]) / 864e5 < 8) ok++; }); return ok / 10; },
    'privacy-policy': (get) => ['收集您', '用于办理', '共享', '保存', '安全', '更正'].filter((k) => get(`http://${H}/wzsm.htm`).includes(k)).length,
  },
};

// Sanmenxia: a small portal that leans on hosts of the province: service, mailbox, search, robot and data are the province's, told apart by region=411200. Numbers of the province stand beside those of the city.
import { ago, esc, json, match, reply, times } from '../lib.mjs';
import { topics as T, filler, headline, guides, powers, FIELDS, THINGS, SETS } from '../text.mjs';
const P = 'www.sanmenxia-huanghe.gov.cn', Z = 'zw.yu-orchard.gov.cn', D = 'data.yu-orchard.gov.cn', S = 'so.yu-orchard.gov.cn', R = '411200';
const who = ['湖滨区', '陕州区', '灵宝市', '义马市', '渑池县', '卢氏县', '市黄河河务局', '市文保中心'];
const news = times(45, (i) => ({ u: `/${ago(1 + i * 3, 'Y/M-D')}/${9000 + i}.html`, title: headline(who, i), day: 1 + i * 3 }));
news[5].title = '郑州市知识库建设走在前列'; news[11].title = '洛阳回访制度：一件一问'; news[20].title = '全省数据安全演练在许昌举行';
const tops = T((t, x) => [`三门峡市${t}`, `在三门峡办理，${x}。`]);
const other = T((t, x) => [`郑州市${t}服务通知`, `郑州市民可到郑东新区窗口，${x}。`]);
const fields = FIELDS.slice(8, 20);
const hy = times(7, (i) => ({ u: `/hygq/${50 + i}.html`, title: ['天鹅湖景区限流说明', '苹果冷库补贴传闻不实', '国道改线通行安排', '黄河调水调沙期间供水', '校园餐价格说明', '老旧厂区拆除扬尘', '热力管网抢修进展'][i], day: 6 + i * 18 }));
const lay = (t, x) => `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, shrink-to-fit=no"><title>${esc(t)} - 三门峡市人民政府</title><meta name="SiteName" content="三门峡市人民政府"><meta name="SiteIDCode" content="4112000027"><style>*{box-sizing:border-box}body{margin:0;overflow-wrap:anywhere}.container{max-width:1140px;margin:auto;padding:0 15px}table{width:100%;table-layout:fixed}input{max-width:100%}</style></head><body><div class="container"><ul class="navbar-nav">${[[`http://${P}/`, '首页'], [`http://${P}/yw/`, '天鹅城要闻'], [`http://${P}/gk/`, '政务公开'], [`http://${Z}/index?region=${R}`, '政务服务'], [`http://${Z}/12345?region=${R}`, '互动交流'], [`http://${D}/?region=${R}`, '数据开放'], [`http://${Z}/robot?region=${R}`, '智能问答'], [`http://${Z}/login?region=${R}`, '登录']].map(([u, l]) => `<li class="nav-item"><a class="nav-link" href="${u}">${l}</a></li>`).join('')}</ul><form action="http://${S}/s"><input type="hidden" name="site" value="${R}"><input name="q" class="form-control" placeholder="搜索"><button class="btn">搜索</button></form><h1>${esc(t)}</h1>${x}<footer>三门峡市人民政府办公室</footer></div></body></html>`;
const ul = (a) => `<ul>${a.map((n) => `<li><a href="${n.u}">${n.title}</a>${n.day ? ` <small>${ago(n.day)}</small>` : ''}</li>`).join('')}</ul>`;
const tb = (h, r) => `<table><tr>${h.map((x) => `<th>${x}</th>`).join('')}</tr>${r.map((x) => `<tr>${x.map((c) => `<td>${c}</td>`).join('')}</tr>`).join('')}</table>`;
const portal = (ctx) => {
  const p = ctx.path; let m;
  if (p === '/') return lay('三门峡市人民政府', ul(news.slice(0, 30)) + `<p><a href="/hygq/">回应关切</a></p>`);
  if (p === '/yw/') return lay('天鹅城要闻', ul(news));
  if (p === '/hygq/') return lay('回应关切', ul(hy));
  const n = [...news, ...hy].find((x) => x.u === p); if (n) return lay(n.title, `<p>${ago(n.day)}</p>${filler(n.day + 5, 3).map((x) => `<p>${x}</p>`).join('')}`);
  if (p === '/gk/') return lay('政务公开', `<p><a href="http://${Z}/powers?region=${R}">权责清单</a></p><p><a href="/gk/jc/">基层政务公开标准化目录</a></p>`);
  if (p === '/gk/jc/') return lay('基层政务公开标准化目录', ul(fields.map((f, i) => ({ u: `/gk/jc/${i}.html`, title: f }))));
  if ((m = /^\/gk\/jc\/(\d+)\.html$/.exec(p)) && fields[m[1]]) return lay(fields[m[1]], tb(['序号', '公开事项', '公开内容', '公开依据', '公开主体'], times(4, (i) => [i + 1, `${fields[m[1]]}${['政策', '对象', '标准', '结果'][i]}`, '文件', '条例', '县区'])));
};
// --- the province, by region
const NAME = { 411200: '三门峡市', 410000: '河南省', 410100: '郑州市' };
const of = { powers: { 411200: powers(29, '三门峡市', ['水利局', '林业局']), 410000: powers(88, '河南省', ['水利厅', '教育厅']) }, one: { 411200: THINGS.slice(4, 13), 410000: THINGS }, pass: { 411200: powers(12, '三门峡市', ['公安局']), 410000: powers(70, '河南省', ['公安厅']) } };
const gd = { 411200: guides('三门峡市'), 410000: guides('河南省') };
const mk = (n, city, base) => times(n, (i) => ({ id: base + i, city, title: `${city.slice(0, -1)}${['路面', '供水', '学位', '噪声', '社保', '物业', '公交', '停车', '水渠', '果园'][i % 10]}问题`, asked: 31 + i * 8, took: i % 10 === 2 || i % 10 === 5 || i % 10 === 9 ? 40 : 3 }));
const letters = [...mk(10, '三门峡市', 7000), ...mk(10, '郑州市', 8000).map((l) => ({ ...l, took: 3 }))];
const prov = (ctx) => {
  const r = ctx.query.get('region') ?? '410000', c = NAME[r] ?? NAME[410000], k = NAME[r] && of.powers[r] ? r : '410000', p = ctx.path; const q = `region=${r}`;
  const w = (t, x) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${t}-${c}-河南政务服务网</title></head><body><div class="site">站点：<b>${c}</b> <a href="/index?region=410000">河南省本级</a> <a href="/index?region=411200">三门峡市</a></div><div class="menu"><a href="/guide?${q}">办事指南</a><a href="/one?${q}">一件事</a><a href="/pass?${q}">跨省通办</a><a href="/cert?${q}">电子证照</a><a href="/case?${q}">办件查询</a><a href="/powers?${q}">权责清单</a><a href="/my?${q}">我的空间</a><a href="/12345?${q}">12345</a></div><h2>${t}</h2>${x}<p><a href="/privacy">隐私政策</a></p></body></html>`;
  if (p === '/index') return w(`${c}政务服务`, '<p>请选择服务。</p>');
  if (p === '/powers') return w('权责清单', `<p>${c} 共${of.powers[k].length}项</p>${tb(['编码', '名称', '类型', '部门', '依据'], of.powers[k].map((x) => [x.code, x.name, x.kind, x.org, x.basis]))}`);
  if (p === '/guide') { const i = ctx.query.get('id'); if (i === null) return w('办事指南', gd[k].map((g, j) => `<p><a href="/guide?${q}&amp;id=${j}">${g.name}</a></p>`).join('')); const g = gd[k][i]; return g && w(g.name, tb(['要素', '内容'], [['事项名称', g.name], ['实施主体', g.org], ['设定依据', g.basis], ['受理条件', g.cond], ['申请材料', g.stuff.join('；')], ['办理流程', g.steps.join('→')], ['法定时限', g.legal], ['承诺时限', g.promised], ['收费标准', g.fee], ['办理地点', g.place], ['办理时间', g.hours], ['咨询电话', g.tel], ['监督电话', g.watch], ['办理结果', g.result]])); }
  if (p === '/one') return w('高效办成一件事', `<p>${c}已上线${of.one[k].length}件</p>${of.one[k].map((t) => `<p class="thing">${t}一件事</p>`).join('')}`);
  if (p === '/pass') return w('跨省通办专区', `<p>${c} 共${of.pass[k].length}项</p>${tb(['编码', '事项', '部门'], of.pass[k].map((x) => [x.code, x.name, x.org]))}`);
  if (p === '/cert') return w('电子证照', '<p>全省已归集电子证照312类，各市通用互认。</p>');
  if (p === '/case') return w('办件查询', '<form action="/case/r"><input name="no" placeholder="办件编号"><button>查询</button></form>');
  if (p === '/case/r') return w('办件查询', '<p>无此办件。</p>');
  if (p === '/my') return w('我的空间', `<p>个人和企业登录后可见。</p><a href="/login?${q}">登录</a>`);
  if (p === '/login') return w('统一身份认证', '<p>登录一次，三门峡市政府门户网站和政务服务网都能使用；也可使用“豫事办”应用扫码。</p><form method="post"><input name="u"><input name="p" type="password"><button>登录</button></form>');
  if (p === '/12345') return w('12345互动', `<p>拨打12345，${c}受理。</p><p><a href="/12345/write?${q}">写信</a> <a href="/12345/list?${q}">来信公开</a> <a href="/12345/huifang">省直单位回访公布</a></p>`);
  if (p === '/12345/write') return w('写信', `<p>请登录后写信，五个工作日内答复。</p><a href="/login?${q}">登录</a>`);
  if (p === '/12345/huifang') return w('省直单位回访公布', '<p>本栏仅公布河南省省直单位的回访结果：满意率98.2%。各市结果由各市自行公布。</p>');
  if (p === '/12345/list') { const rows = letters.filter((l) => r === '410000' || l.city === c); return w('来信公开', `<p>答复时限五个工作日</p>${rows.map((l) => `<p><a href="/12345/view?id=${l.id}">${l.title}</a></p>`).join('')}`); }
  if (p === '/12345/view') { const l = letters.find((x) => x.id === Number(ctx.query.get('id'))); return l && w(l.title, tb(['项', '值'], [['来信地区', l.city], ['来信时间', ago(l.asked)], ['来信内容', l.title + '请处理'], ['答复时间', ago(l.asked - l.took)], ['答复内容', '已办理。']])); }
  if (p === '/privacy') return w('隐私政策', `<p>一、收集的个人信息：姓名、证件号码、手机号码。</p><p>二、使用目的：核验身份和办理事项。</p><p>三、共享：仅向办理部门提供。</p><p>四、存储：境内存储，期限三年。</p><p>五、安全：加密与审计。</p><p>六、您的权利：查询、更正、删除、注销。</p><p>七、联系我们：0000-0000000。</p><p>更新日期${ago(100)}</p>`);
  if (p === '/robot') return w('智能问答', `<input id="q"><button onclick="fetch('/robot/ask',{method:'POST',body:JSON.stringify({region:'${r}',q:document.getElementById('q').value})}).then(function(x){return x.json()}).then(function(d){document.getElementById('a').textContent=d.text})">问</button><p id="a"></p>`);
  if (p === '/robot/ask' && ctx.method === 'POST') { let b = {}; try { b = JSON.parse(ctx.body.toString()); } catch { /* none */ } const h = match(b.region === R ? tops : other, b.q)[0]; return json({ text: h ? h[2] : '没有找到答案。' }); }
};
const so = (ctx) => { if (ctx.path === '/go') { const x = other[ctx.query.get('id')]; return x && `<!DOCTYPE html><meta charset="utf-8"><title>${x[1]}</title><h1>${x[1]}</h1><p>${x[2]}</p><p>来源：郑州市人民政府</p>`; } if (ctx.path !== '/s' && ctx.path !== '/') return null; const q = ctx.query.get('q') ?? ''; const h = match(other, q); return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>河南省政府网站群搜索</title></head><body><form action="/s"><input name="q" value="${esc(q)}"></form><p>相关结果约${h.length}个</p>${h.slice(0, 10).map((x) => `<div><a href="http://${S}/go?id=${other.indexOf(x)}">${x[1]}</a><p>${x[2]}</p><i>郑州市人民政府</i></div>`).join('')}</body></html>`; };
const mine = times(27, (i) => ({ id: 900 + i, t: `三门峡市${SETS[i]}`, day: 8 + i * 9 }));
const data = (ctx) => {
  const r = ctx.query.get('region') ?? '410000', city = r === R, p = ctx.path; let m;
  const w = (t, x) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${t}</title></head><body><h1>河南省公共数据开放平台${city ? ' · 三门峡市专区' : ''}</h1><p><a href="/catalog?region=${r}">数据目录</a> <a href="/api?region=${r}">数据接口</a> <a href="/app?region=${r}">应用成果</a></p>${x}</body></html>`;
  if (p === '/') return w('公共数据开放', city ? `<p>三门峡市：数据集27个，数据接口6个。</p>` : '<p>全省：数据集4120个，数据接口655个，应用成果55个。</p>');
  if (p === '/catalog') return w('数据目录', city ? `<p>共27个数据集</p>${mine.map((s) => `<p><a href="/set/${s.id}">${s.t}</a> ${ago(s.day)} CSV</p>`).join('')}` : '<p>共4120个数据集，请选择地区。</p><a href="/catalog?region=411200">三门峡市</a>');
  if ((m = /^\/set\/(\d+)$/.exec(p)) && mine[m[1] - 900]) return w(mine[m[1] - 900].t, `<p>三门峡市 更新${ago(mine[m[1] - 900].day)}</p><a href="/set/${m[1]}.csv">下载</a>`);
  if ((m = /^\/set\/(\d+)\.csv$/.exec(p)) && mine[m[1] - 900]) return reply('a,b\n1,2\n', { type: 'text/csv' });
  if (p === '/api') return w('数据接口', city ? `<p>共6个数据接口</p>${mine.slice(0, 6).map((s) => `<p>${s.t}接口</p>`).join('')}` : '<p>共655个数据接口</p>');
  if (p === '/app') return w('应用成果', city ? '<p>三门峡市暂无应用成果。</p>' : '<p>共55个应用成果</p>');
};
const z = (x) => `http://${Z}${x}`, d = (x) => `http://${D}${x}`, q = `region=${R}`;
export default { code: '411200', name: '三门峡市', pinyin: 'sanmenxia', province: '河南省', region: '中部', portal: `http://${P}/`, service: z(`/index?${q}`), service_confidence: 'medium', open_data: d(`/?${q}`),
  hosts: { [P]: { handle: portal, gzip: true }, [Z]: { handle: prov, server: 'openresty' }, [S]: { handle: so }, [D]: { handle: data } }, deadLinks: [],
  evidence: { 'service-lists': [z(`/powers?${q}`)], 'disclosure-catalog': [`http://${P}/gk/jc/11.html`], 'service-guide': [z(`/guide?${q}&id=9`)], 'one-entry': [z(`/login?${q}`)], 'cross-region': [z(`/pass?${q}`)], 'e-certificate': [z(`/cert?${q}`)], 'appeal-channels': [z(`/12345?${q}`)], 'appeal-form': [z(`/12345/write?${q}`)], 'one-thing': [z(`/one?${q}`)], 'case-tracking': [z(`/case?${q}`)], 'reply-timeliness': [z(`/12345/list?${q}`)], 'proactive-response': [`http://${P}/hygq/`], 'smart-search': [`http://${P}/`], 'smart-qa': [z(`/robot?${q}`)], accessibility: [`http://${P}/`], 'personal-space': [z(`/my?${q}`)], 'open-data-platform': [d(`/?${q}`)], 'data-catalog': [d(`/catalog?${q}`)], 'api-count': [d(`/api?${q}`)], 'privacy-policy': [z('/privacy')] },
  decoys: { 'follow-up': [['回访', 6, 'headline on Luoyang, the page of the offices of the province and its entry (two regions and one without)']], 'knowledge-base': [['知识库', 3, 'headline on Zhengzhou']], 'data-security-policy': [['数据安全', 3, 'headline on Xuchang']] },
  truth: [
    ['service-lists', 'present', 'working', { count: [29] }, 'the list of the city on the host of the province (88 is the province)'],
    ['disclosure-catalog', 'present', 'working', { count: [12], share: [12 / 26] }, 'twelve fields on the portal'],
    ['service-guide', 'present', 'working', { share: [1] }, 'guides of the city on the host of the province'],
    ['one-entry', 'present', 'working', null, 'one log-in for portal and service site'],
    ['cross-region', 'present', 'working', { count: [12] }, '12 of the city, 70 of the province'],
    ['e-certificate', 'present', 'working', { count: [312] }, '312 kinds stated for the whole province, mutual recognition'],
    ['appeal-channels', 'present', 'working', null, '12345 named; mailbox'],
    ['appeal-form', 'present', 'reachable', null, 'form behind the log-in'],
    ['one-thing', 'present', 'working', { count: [9] }, 'nine of the city, 23 of the province'],
    ['case-tracking', 'present', 'working', null, 'query takes a number'],
    ['reply-timeliness', 'present', null, { share: [0.7] }, 'three of the ten letters of the city late against five working days; those of Zhengzhou are all in time'],
    ['follow-up', 'absent', null, null, 'the page is of the offices of the province and says so; headline on Luoyang'],
    ['knowledge-base', 'absent', null, null, 'headline on Zhengzhou'],
    ['proactive-response', 'present', 'working', null, 'seven dated items on the portal'],
    ['smart-search', 'present', 'reachable', null, 'the engine of the province answers with Zhengzhou only'],
    ['smart-qa', 'present', 'working', null, 'robot of the province with the region of the city'],
    ['accessibility', 'present', 'working', null, 'the portal fits a phone'],
    ['personal-space', 'present', 'reachable', null, 'before the log-in'],
    ['open-data-platform', 'present', 'working', { count: [27] }, 'zone of the city'],
    ['data-catalog', 'present', 'working', { count: [27] }, '27 of the city, 4120 of the province'],
    ['api-count', 'present', null, { count: [6] }, '6 of the city, 655 of the province'],
    ['app-count', 'absent', null, null, 'zone says there is none; 55 are the province'],
    ['data-security-policy', 'absent', null, null, 'headline on Xuchang'],
    ['privacy-policy', 'present', 'working', null, 'eight parts on the service site'],
  ] };

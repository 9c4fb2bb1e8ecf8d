// Panjin: a TRS-like static site whose home page is news only; the map in the footer and the search hold the rest. Some things only the search finds.
import { ago, esc, match, reply, times } from '../lib.mjs';
import { topics as T, filler, headline, powers, FIELDS } from '../text.mjs';
const P = 'www.panjin-liaohe.gov.cn', Z = 'zwfw.panjin-liaohe.gov.cn';
const who = ['双台子区', '兴隆台区', '大洼区', '盘山县', '辽东湾新区', '市湿地保护中心', '市港航局', '市粮食局'];
const stamp = (d) => `${ago(d, 'YM')}/t${ago(d, 'YMD')}`;
const news = times(70, (i) => ({ u: `/xwzx/pjyw/${stamp(1 + i * 2)}_${480100 + i}.html`, title: headline(who, i), day: 1 + i * 2 }));
news[1].title = '辽宁省高效办成一件事工作推进会在沈阳召开';
news[6].title = '市民代表参观大连数据开放展厅';
news[10].title = '权责清单动态调整培训班开班';
news[17].title = '我市企业获评全省数据安全管理能力认证';
news[22].title = '锦州政务服务一网通办：个人空间改版上线';
news[27].title = '营口市创新应用大赛决赛落幕，我市两队获奖';
news[40].title = '专家谈个人隐私：快递面单如何处理';
const tops = T((t, x) => [`盘锦 · ${t}`, `（盘锦市）${x}。`]);
const faq = times(9, (i) => ({ u: `/zmhd/rdwt/${stamp(40 + i * 30)}_${3300 + i}.html`, title: tops[i + 10][1], day: 40 + i * 30, text: tops[i + 10][2] }));
const hf = times(4, (i) => ({ u: `/zmhd/hfqk/${stamp(25 + i * 90)}_${3400 + i}.html`, title: `12345平台季度回访情况通报（${ago(25 + i * 90)}）`, day: 25 + i * 90, text: `本季度对已办结工单抽样回访${820 - i * 12}件，满意${766 - i * 9}件，不满意${54 - i * 3}件，满意率${(93.4 + i / 5).toFixed(1)}%。` }));
const gz = times(7, (i) => ({ u: `/zmhd/hygq/${9900 + i}.html`, title: ['关于供热投诉较多的回应', '关于河蟹市场地秤的回应', '关于早班公交的回应', '关于拆迁谣言的回应', '关于养犬管理的回应', '关于教辅收费的回应', '关于苇田烟雾的回应'][i] }));
const zj = times(5, (i) => ({ u: `/zmhd/yjzj/${stamp(10 + i * 40)}_${3500 + i}.html`, title: ['城市供水价格调整意见征集', '红海滩景区年卡意见征集', '公交线网优化意见征集', '电动自行车停放办法意见征集', '养犬条例意见征集'][i], day: 10 + i * 40 }));
const xk = ['排水许可', '取水许可', '林木采伐', '苇田占用', '港口经营', '餐饮许可', '校车许可', '道路占用', '医师执业', '河蟹苗种生产'];
const html = (title, inner) => `<!DOCTYPE HTML><html><head><meta charset="UTF-8"><title>${esc(title)}-盘锦市人民政府</title><meta name="SiteName" content="盘锦市人民政府"/><meta name="SiteDomain" content="${P}"/><meta name="SiteIDCode" content="2111000033"/><style>body{width:1200px;margin:0 auto}</style></head><body>
<div class="toolbar"><a href="javascript:void(0)" id="wzayd" onclick="toggleToolbar()">无障碍浏览</a><script src="/images/wza/canyou.js"></script></div>
<!-- header --><div class="header"><a href="/"><span>盘锦市人民政府</span></a></div>${inner}
<div class="footer"><a href="/wzdt/index.html">网站地图</a>　<a href="/gywm/index.html">关于我们</a>　<span>辽ICP备00000000号</span></div></body></html>`;
const crumb = (t, x) => html(t, `<div class="position">您的位置：<a href="/">首页</a> &gt; ${t}</div><div class="main">${x}</div>`);
const lis = (a) => `<ul class="xxgk_rulelist">${a.map((n) => `<li><a href="${n.u}">${n.title}</a>${n.day ? `<b>${ago(n.day)}</b>` : ''}</li>`).join('')}</ul>`;
const trs = (t, day, ps) => html(t, `<div class="Custom_UnionStyle TRS_Editor"><h1>${t}</h1>${day ? `<div class="xxly">${ago(day)}</div>` : ''}${ps.map((p) => `<p align="justify">${p}</p>`).join('')}</div>`);
const kua = powers(19, '盘锦市', ['公安局', '人力资源和社会保障局', '医疗保障局'], ['异地代收代办', '全程网办']);
const extra = { // only the search knows these
  '/bsfw/dzzz/index.html': ['盘锦市电子证照专栏', ['截至上月，我市已归集电子证照33类，企业和群众可在辽宁政务手机端出示，沈阳、营口等市互认。']],
  '/bsfw/kstb/index.html': ['盘锦市跨省通办专区', ['与唐山、呼伦贝尔、辽源等地通办的事项共19项：', `<table>${kua.map((k) => `<tr><td>${k.code}</td><td>${k.name}</td><td>${k.kind}</td><td>${k.org}</td></tr>`).join('')}</table>`]] };
const SM = [['新闻', [['/xwzx/pjyw/index.html', '盘锦要闻']]], ['公开', [['/zwgk/qzqd/index.html', '权责清单'], ['/zwgk/jczwgk/index.html', '基层政务公开'], ['/zwgk/wj/index.html', '政府文件']]], ['服务', [[`/bsfw/bszn/index.html`, '办事指南'], ['/bsfw/bjcx/index.html', '办件查询'], ['/bsfw/shbk/index.html', '生活百科'], [`http://${Z}/`, '政务服务网']]], ['互动', [['/zmhd/szxx/index.html', '市长信箱'], ['/zmhd/lxxd/index.html', '来信选登'], ['/zmhd/rdwt/index.html', '热点问题'], ['/zmhd/hfqk/index.html', '回访情况'], ['/zmhd/hygq/index.html', '回应关切'], ['/zmhd/yjzj/index.html', '意见征集'], ['/zmhd/rx/index.html', '12345热线'], [`http://znwd.panjin-liaohe.gov.cn/robot`, '智能问答']]]];
const all = new Map();
const put = (u, f) => all.set(u, f);
put('/', () => html('首页', `<div class="toutiao"><h2><a href="${news[0].u}">${news[0].title}</a></h2></div><div class="box"><h3>盘锦要闻</h3>${lis(news.slice(0, 34))}</div><div class="ss"><form action="/was5/web/search" method="get"><input type="hidden" name="channelid" value="211100"><input type="text" name="searchword" value="请输入搜索内容" onfocus="this.value=''"><input type="submit" value=""></form></div>`));
all.set('/index.html', all.get('/'));
put('/wzdt/index.html', () => crumb('网站地图', SM.map(([t, a]) => `<dl><dt>${t}</dt>${a.map(([u, x]) => `<dd><a href="${u}">${x}</a></dd>`).join('')}</dl>`).join('')));
put('/gywm/index.html', () => trs('关于我们', 0, ['盘锦市人民政府网站由盘锦市人民政府办公室主办。网站内容版权归本站所有。']));
put('/xwzx/pjyw/index.html', () => crumb('盘锦要闻', lis(news.slice(0, 40)) + '<a href="index_1.html">下一页</a>'));
put('/xwzx/pjyw/index_1.html', () => crumb('盘锦要闻', lis(news.slice(40)) + '<a href="index.html">上一页</a>'));
for (const n of news) put(n.u, () => trs(n.title, n.day, filler(n.day, 3)));
put('/zwgk/qzqd/index.html', () => crumb('权责清单', `<ul>${['水利局', '农业农村局', '市场监督管理局', '交通运输局', '教育局'].map((o, i) => `<li><a href="/zwgk/qzqd/W0202${i}.html">盘锦市${o}权责清单</a></li>`).join('')}</ul>`));
times(5, (i) => put(`/zwgk/qzqd/W0202${i}.html`, () => trs(`盘锦市${['水利局', '农业农村局', '市场监督管理局', '交通运输局', '教育局'][i]}权责清单`, 420 + i, [`<img src="/zwgk/qzqd/scan${i}.png" alt="">`])));
put('/zwgk/jczwgk/index.html', () => crumb('基层政务公开标准化', `<p>试点领域</p><ul>${FIELDS.slice(4, 14).map((f, i) => `<li><a href="/zwgk/jczwgk/ly${i}.html">${f}</a></li>`).join('')}</ul>`));
times(10, (i) => put(`/zwgk/jczwgk/ly${i}.html`, () => crumb(FIELDS[4 + i], '<p>栏目建设中，内容正在整理。</p>')));
put('/zwgk/wj/index.html', () => crumb('政府文件', lis([{ u: '/zwgk/wj/1.html', title: '盘锦市养犬管理实施细则', day: 600 }, { u: '/zwgk/wj/2.html', title: '盘锦市冬季供热应急预案', day: 330 }])));
put('/zwgk/wj/1.html', () => trs('盘锦市养犬管理实施细则', 600, ['第一条 养犬应当登记。', '第二条 出户须牵引。']));
put('/zwgk/wj/2.html', () => trs('盘锦市冬季供热应急预案', 330, ['一、总则', '二、应急响应', '三、物资保障']));
put('/bsfw/bszn/index.html', () => crumb('办事指南', `<ul>${xk.map((x, i) => `<li><a href="http://${Z}/item/${1000 + i}">${x}</a></li>`).join('')}</ul>`));
put('/bsfw/bjcx/index.html', () => crumb('办件查询', '<p>办件进度查询功能升级中，请到政务服务中心一楼总台查询。</p>'));
put('/bsfw/shbk/index.html', () => crumb('生活百科', lis(tops.map((t, i) => ({ u: `/bsfw/shbk/${i}.html`, title: t[1] })))));
tops.forEach((t, i) => put(`/bsfw/shbk/${i}.html`, () => trs(t[1], 100 + i, [t[2]])));
put('/zmhd/szxx/index.html', () => crumb('市长信箱', '<p>请点击写信。答复时限以承办单位为准。</p><a href="/zmhd/szxx/write.jsp">我要写信</a>'));
put('/zmhd/lxxd/index.html', () => crumb('来信选登', lis(times(6, (i) => ({ u: `/zmhd/lxxd/${i}.html`, title: ['楼道照明', '河道护栏', '稻田灌溉', '菜市场搬迁', '公交加密', '垃圾桶'][i] })))));
times(6, (i) => put(`/zmhd/lxxd/${i}.html`, () => trs(['楼道照明', '河道护栏', '稻田灌溉', '菜市场搬迁', '公交加密', '垃圾桶'][i], 0, ['来信：希望解决。', '答复：已经转办并处理。'])));
put('/zmhd/rdwt/index.html', () => crumb('热点问题', lis(faq))); for (const x of faq) put(x.u, () => trs(x.title, x.day, [x.text]));
put('/zmhd/hfqk/index.html', () => crumb('回访情况', lis(hf))); for (const x of hf) put(x.u, () => trs(x.title, x.day, [x.text]));
put('/zmhd/hygq/index.html', () => crumb('回应关切', lis(gz))); gz.forEach((x, i) => put(x.u, () => trs(x.title, 0, filler(i, 2))));
put('/zmhd/yjzj/index.html', () => crumb('意见征集', lis(zj))); for (const x of zj) put(x.u, () => trs(x.title, x.day, ['现公开征求意见，请将意见寄至盘锦市政府大楼，邮编000000，或发送邮件至zjyj@panjin-liaohe.gov.cn。']));
put('/zmhd/rx/index.html', () => crumb('12345热线', '<p>盘锦市12345政务服务便民热线，电话：12345。</p>'));
for (const [u, [t, ps]] of Object.entries(extra)) put(u, () => trs(t, 150, ps));
const handle = (ctx) => {
  const f = all.get(ctx.path.endsWith('/') && ctx.path !== '/' ? ctx.path + 'index.html' : ctx.path); if (f) return f();
  if (/^\/zwgk\/qzqd\/scan\d\.png$/.test(ctx.path)) return { status: 200, type: 'image/png', headers: {}, body: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') };
  if (ctx.path === '/was5/web/search') {
    const w = ctx.query.get('searchword') ?? ''; const pg = Number(ctx.query.get('page')) || 1;
    const bank = [...tops.map((t, i) => [...t, `/bsfw/shbk/${i}.html`]), ...Object.entries(extra).map(([u, [t, ps]]) => [t.slice(3), t, ps[0], u]), ...news.map((n) => ['', n.title, '', n.u]), ...SM.flatMap(([, a]) => a.filter(([u]) => u.startsWith('/')).map(([u, t]) => [t, t, '栏目', u]))];
    const hit = match(bank, w); return html('检索结果', `<div class="result">检索词 <em>${esc(w)}</em>，共有 <b>${hit.length}</b> 条记录</div><ol>${hit.slice((pg - 1) * 10, pg * 10).map((r) => `<li><a href="${r[3]}" target="_blank">${r[1]}</a><div>${r[2]}</div></li>`).join('')}</ol>${hit.length > 10 ? `<a href="/was5/web/search?channelid=211100&amp;searchword=${encodeURIComponent(w)}&amp;page=2">下一页</a>` : ''}`);
  }
};
const s = (w) => `http://${P}/was5/web/search?channelid=211100&searchword=${encodeURIComponent(w)}`; const u = (x) => `http://${P}${x}`;
export default { code: '211100', name: '盘锦市', pinyin: 'panjin', province: '辽宁省', region: '东北', portal: `http://${P}/`, service: `http://${Z}/`, open_data: '',
  hosts: { [P]: { handle, server: 'nginx/1.14.0', mailbox: /write\.jsp/ }, [Z]: { dead: true, handle() {} }, 'znwd.panjin-liaohe.gov.cn': { dead: true, handle() {} } },
  deadLinks: [Z, 'znwd.panjin-liaohe.gov.cn', '/images/wza/canyou.js', '/zmhd/szxx/write.jsp'],
  more(url) { return url === u('/') ? [s('电子证照'), s('跨省通办'), s('身份证')] : []; },
  evidence: { 'service-lists': [u('/zwgk/qzqd/W02020.html')], 'disclosure-catalog': [u('/zwgk/jczwgk/ly0.html')], 'service-guide': [u('/bsfw/bszn/index.html')], 'cross-region': [u('/bsfw/kstb/index.html')], 'e-certificate': [u('/bsfw/dzzz/index.html')], 'appeal-channels': [u('/zmhd/rx/index.html')], 'appeal-form': [u('/zmhd/szxx/index.html')], 'case-tracking': [u('/bsfw/bjcx/index.html')], 'follow-up': [hf[0].u].map(u), 'knowledge-base': [faq[0].u].map(u), 'proactive-response': [gz[0].u].map(u), 'smart-search': [s('身份证')], 'smart-qa': [u('/wzdt/index.html')], accessibility: [u('/')] },
  decoys: { 'one-entry': [['一网通办', 3, 'headline on Jinzhou']], 'one-thing': [['一件事', 3, 'headline on the province']], 'personal-space': [['个人空间', 3, 'headline on Jinzhou']], 'open-data-platform': [['数据开放', 3, 'headline on Dalian']], 'data-security-policy': [['数据安全', 3, 'headline on a firm']], 'privacy-policy': [['隐私', 2, 'headline']] },
  truth: [
    ['service-lists', 'present', ['reachable'], null, 'lists of five departments are scans: they open, nothing can be counted; only the site map leads there'],
    ['disclosure-catalog', 'present', 'reachable', null, 'zone with ten fields, all under construction'],
    ['service-guide', 'present', 'reachable', null, 'list of guides opens, each lies on a dead host'],
    ['one-entry', ['absent', 'unknown'], null, null, 'nothing on the portal, service host dead'],
    ['cross-region', ['present'], 'working', { count: [19] }, 'only the search finds the zone with 19 rows'],
    ['e-certificate', ['present'], 'working', { count: [33] }, 'only the search finds the column that states 33 kinds'],
    ['appeal-channels', 'present', 'working', null, 'hotline with number, opinion columns with an address'],
    ['appeal-form', 'present', ['linked', 'reachable'], null, 'mailbox page opens, its form is a dead link'],
    ['one-thing', ['absent', 'unknown'], null, null, 'headline on the province; service host dead'],
    ['case-tracking', 'present', 'reachable', null, 'page says the query is being upgraded'],
    ['reply-timeliness', ['unknown', 'absent'], null, null, 'published letters bear no days'],
    ['follow-up', 'present', 'working', null, 'four quarterly reports with figures'],
    ['knowledge-base', 'present', 'working', null, '热点问题, newest 40 days old'],
    ['proactive-response', 'present', 'reachable', null, '回应关切, items without any day'],
    ['smart-search', 'present', 'working', null, 'WAS-like search'],
    ['smart-qa', ['present', 'unknown'], 'linked', null, 'entry on the map leads to a dead host'],
    ['accessibility', 'present', 'linked', null, 'button 无障碍浏览 whose script is missing; fixed 1200 pixels'],
    ['personal-space', ['absent', 'unknown'], null, null, 'headline on Jinzhou; service host dead'],
    ['open-data-platform', 'absent', null, null, 'headline on Dalian'],
    ...['data-catalog', 'api-count', 'app-count'].map((x) => [x, ['absent', 'not-applicable'], null, null, 'no platform']),
    ['data-security-policy', 'absent', null, null, 'headline on a firm; two documents on other things'],
    ['privacy-policy', ['absent', 'unknown'], null, null, 'headline; about page without a statement; the service host is dead'],
  ] };

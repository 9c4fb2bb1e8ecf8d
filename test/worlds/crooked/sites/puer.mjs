// Puer: the home page is a wall of news written by document.write; the columns are icons with titles, the rest stands only on the site map, which also knows a sub-portal. The data host sends one to the province.
import { reply, script, ago, esc, go, times } from '../lib.mjs';
import { articles, facts, picture } from '../words.mjs';

const P = 'www.chachengpuer.gov.cn'; const B = 'bm.chachengpuer.gov.cn'; const D = 'data.chachengpuer.gov.cn'; const Y = 'opendata.ynprovince.gov.cn';
const news = articles(5308, '普洱市', 140, [
  ['普洱与老挝边境县探讨“跨省通办”延伸至跨境', '双方表示将适时开展可行性研究。'], ['“高效办成一件事”竞赛在景东举行', '十支窗口代表队参加比赛。'], ['我市电子证照工作获省级通报', '通报指出，我市电子证照归集率目标为95%，尚需努力。'],
  ['手机客户端“茶马通”征名启事', '拟建设的手机客户端和小程序向社会征集名称，上线时间待定。'], ['咖啡企业用上智能机器人分拣', '智能机器人每小时可分拣咖啡豆两吨。'], ['政务大厅推行好差评二维码', '大厅要求窗口张贴二维码，力争好评率达到98%。'],
  ['青年志愿者办件查询小课堂', '志愿者教老人使用省级平台进行办件查询。'], ['市领导回应关切：咖啡价格波动属正常', '座谈会上，市领导就咖农关心的问题作了说明。'], ['“我的企业空间”众创大赛落幕', '参赛项目“我的企业空间”获得设计类一等奖。'],
  ['网信办发布隐私保护小贴士', '提醒市民不要随意扫描二维码，注意保护隐私。'], ['常见问题：采茶季如何防晒', '卫生专家就采茶人员的常见问题作了讲解。'],
]);
const DOC = (t, b, big) => `\ufeff<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>${t}</title><link rel="stylesheet" href="/c/${big ? 'big' : 'std'}.css"></head><body class="${big ? 'dz' : 'bz'}"><div class="p-top"><a class="ico i0" href="/" title="首页"></a><a class="ico i1" href="/yw/" title="要闻"></a><a class="ico i2" href="/xx/" title="信息"></a><a class="ico i3" href="/tea/" title="茶"></a><a class="ico i4" href="/daohang.html" title="导航"></a><a class="ico i5" href="/zi?m=${big ? 0 : 1}"><img src="/c/zi.svg" alt="${big ? '标准字' : '长者大字版'}"></a><form action="/s.do" method="get"><input name="t"><button title="搜"></button></form></div><h1>${t}</h1><div class="p-main">${b}</div><div class="p-foot">普洱市人民政府办公室承办　标识码5308000002</div></body></html>`;
const css = (px) => `body{font-size:${px}px;line-height:1.8;width:1080px;margin:0 auto}.ico{display:inline-block;width:64px;height:64px;background:#7a4b21;margin:4px}${times(5, (i) => `.i${i}{background:url(/c/i${i}.svg)}`).join('')}`;
const letters = ['茶山道路塌方', '集贸市场卫生', '学生营养餐', '农村客运班次', '自来水浑浊', '灌溉用水纠纷'].map((t, i) => ({ t, i, a: 30 + i * 17, k: 3 + (i * 5) % 11 }));
const score = times(3, (i) => ({ d: ago(25 + i * 90), s: 88 + i, n: 210 + i * 11 }));
const docs = [['普洱市数据要素发展三年规划', '一、总体要求。统筹发展与数据安全，培育数据产业。二、主要任务。建设算力中心，做强咖啡数据服务。三、保障措施。加强组织领导。'], ['关于做好春茶收购的通知', '各县区要稳定收购秩序。'], ['关于加强边境防火的通知', '严格火源管理。'], ['关于印发古茶树保护细则的通知', '对古茶树挂牌保护。']];
const reads = ['一图读懂古茶树保护细则', '春茶收购通知解读'];
const tea = ['生茶与熟茶', '古树茶辨识', '存放方法', '冲泡水温', '咖啡与茶的较量'];
const top = { '/xx/': ['信息', [['/xx/mulu.html', '政府信息公开目录'], ['/xx/wj.html', '公文'], ['/xx/jd.html', '政策解读']]], '/tea/': ['茶', tea.map((t, i) => [`/tea/${i}.html`, t])] };
const map = [['/yw/', '要闻'], ['/xx/', '信息'], ['/xx/mulu.html', '政府信息公开目录'], ['/xx/wj.html', '公文'], ['/xx/jd.html', '政策解读'], ['/tea/', '茶（普洱茶知识库）'], ['/lx/', '来信来访'], ['/lx/xuan.html', '来信来访选登'], ['/lx/fen.html', '群众打分'], [`http://${B}/`, '茶城便民网（子站）'], [`http://${D}/`, '公共数据开放']];
const pages = (big) => ({
  '/': () => DOC('普洱', '<script src="/c/news.js"></script>', big),
  '/daohang.html': () => DOC('网站地图', `<p>本站全部栏目：</p>${map.map(([u, t]) => `<p><a href="${u}">${t}</a></p>`).join('')}`, big),
  ...Object.fromEntries(Object.entries(top).map(([u, [t, l]]) => [u, () => DOC(t, l.map(([x, y]) => `<p><a href="${x}">${y}</a></p>`).join(''), big)])),
  ...Object.fromEntries(tea.map((t, i) => [`/tea/${i}.html`, () => DOC(t, '<p>普洱茶性温味醇，宜储于通风干燥处。</p>', big)])),
  '/xx/mulu.html': () => DOC('政府信息公开目录', `<table border="1"><tr><th>索引号</th><th>名称</th><th>日期</th></tr>${docs.map(([t], i) => `<tr><td>5308-${i + 1}</td><td><a href="/xx/wj${i}.html">${t}</a></td><td>${ago(60 + i * 40)}</td></tr>`).join('')}</table>`, big),
  '/xx/wj.html': () => DOC('公文', docs.map(([t], i) => `<p><a href="/xx/wj${i}.html">${t}</a></p>`).join(''), big),
  ...Object.fromEntries(docs.map(([t, b], i) => [`/xx/wj${i}.html`, () => DOC(t, `<p>${b}</p>`, big)])),
  '/xx/jd.html': () => DOC('政策解读', reads.map((t, i) => `<p><a href="/xx/jd${i}.html">${t}</a></p>`).join(''), big),
  ...Object.fromEntries(reads.map((t, i) => [`/xx/jd${i}.html`, () => DOC(t, '<p>起草背景、主要内容、执行标准如上图所示。</p>', big)])),
  '/lx/': () => DOC('来信来访', '<p>信访接待：普洱市思茅区行政中心一楼信访接待室，每月15日市领导接访。来信请寄：普洱市人民政府办公室，邮编665000。</p><p>本站不设网上递交，来信自登记起15个工作日内答复。</p><p><a href="/lx/xuan.html">来信来访选登</a> <a href="/lx/fen.html">群众打分</a></p>', big),
  '/lx/xuan.html': () => DOC('来信来访选登', letters.map((l) => `<p><a href="/lx/x${l.i}.html">${l.t}</a>　登记 ${ago(l.a)}　答复 ${ago(l.a - l.k)}</p>`).join(''), big),
  ...Object.fromEntries(letters.map((l) => [`/lx/x${l.i}.html`, () => DOC(l.t, `<p>登记日期：${ago(l.a)}</p><p>来信摘要：${l.t}，请予解决。</p><p>答复日期：${ago(l.a - l.k)}</p><p>答复：您反映的情况已由承办单位核查处理。</p>`, big)])),
  '/lx/fen.html': () => DOC('群众打分', score.map((s) => `<p>${s.d}：对已答复的来信人逐一电话回访${s.n}人次，满意度${s.s}%。</p>`).join(''), big),
});
const shell = (t, b) => `<html><head><meta charset="utf-8"><title>茶城便民网</title></head><body><center><h3>茶城便民网</h3><a href="/">起页</a> | <a href="/fw.htm">事务目录</a> | <a href="/zn.htm">跑一趟</a> | <a href="/cx.htm">百事查</a> | <a href="http://${P}/">市政府</a></center><hr><h4>${t}</h4>${b}</body></html>`;
const jobs = facts.slice(2, 18); const pub = facts.slice(0, 21);
function sub({ path }) {
  if (path === '/') return shell('起页', '<p>本网提供便民信息，不办理网上申报。</p>');
  if (path === '/fw.htm') return shell('市级公共服务事项清单', `<p>公布于${ago(120)}，共21项。</p>${pub.map((f, i) => `<p>${i + 1}、${f.n}（${f.w}）依据：${f.law}</p>`).join('')}`);
  if (path === '/zn.htm') return shell('跑一趟', jobs.map((f) => `<p><a href="/zn${f.i}.htm">${f.n}要带什么</a></p>`).join(''));
  if (path === '/cx.htm') return shell('百事查', '<p>天气、客车时刻、药店、邮编（均为静态信息）。</p><p>思茅至景洪客车每日12班。</p>');
  const m = /^\/zn(\d+)\.htm$/.exec(path); const f = m && jobs.find((x) => x.i === +m[1]);
  return f ? shell(`${f.n}要带什么`, `<pre>事项：${f.n}\n去哪里：${f.w}\n带什么：${f.m.join('、')}\n几天办好：${f.d}\n要交钱吗：${f.f}\n咨询电话：0879-0000000</pre>`) : null;
}
function handle(ctx) {
  const { path, query } = ctx; const big = /dz=1/.test(ctx.headers?.cookie ?? '');
  if (path === '/zi') return { ...go('/'), headers: { Location: '/', 'Set-Cookie': `dz=${query.get('m') === '1' ? 1 : 0}; Path=/` } };
  if (path === '/c/std.css') return reply(css(15), { type: 'text/css' });
  if (path === '/c/big.css') return reply(css(26) + '.ico{width:110px;height:110px}', { type: 'text/css' });
  const ic = /^\/c\/(zi|i\d)\.svg$/.exec(path); if (ic) return reply(picture(64, 64, [[{ zi: '大', i0: '首', i1: '闻', i2: '文', i3: '茶', i4: '图' }[ic[1]] ?? '', 20, 42, 26]], '#7a4b21'), { type: 'image/svg+xml' });
  if (path === '/c/news.js') return script(news.slice(0, 50).map((a) => `document.write('<p><a href="/yw/${a.id}.html">${a.title}</a></p>');`).join('\n'));
  if (path === '/yw/') { const p = Math.min(7, Math.max(1, +query.get('n') || 1)); return DOC('要闻', `${news.slice((p - 1) * 20, p * 20).map((a) => `<p><a href="/yw/${a.id}.html">${a.title}</a> ${a.date}</p>`).join('')}${times(7, (i) => `<a href="/yw/?n=${i + 1}">${i + 1}</a> `).join('')}`, big); }
  const m = /^\/yw\/(\d+)\.html$/.exec(path); if (m) { const a = news.find((x) => x.id === +m[1]); return a && DOC(a.title, `<p>${a.date} ${a.source}</p>${a.body.map((p) => `<p>${p}</p>`).join('')}`, big); }
  if (path === '/s.do') { const t = query.get('t') ?? ''; const r = t ? news.filter((a) => a.title.startsWith(t)).slice(0, 10) : []; return DOC('搜', `<p>“${esc(t)}”</p>${r.map((a) => `<p><a href="/yw/${a.id}.html">${a.title}</a></p>`).join('') || '<p>没有找到相关内容。</p>'}`, big); }
  return pages(big)[path]?.();
}
const yn = ({ path }) => (path === '/' ? '<html><head><meta charset="utf-8"><title>云南省公共数据开放平台</title></head><body><h1>云南省公共数据开放平台</h1><p>省级部门数据目录1,730个，数据接口266个，创新应用19个。</p><p>主办：云南省数据局</p></body></html>' : null);
const no = (p, why) => [p, 'absent', null, null, why];
const yw = new RegExp('^/(yw/|$|c/news\\.js)');
export default { code: '530800', name: '普洱市', pinyin: 'puer', province: '云南省', region: '西部', portal: `http://${P}/`, service: '', open_data: `http://${D}/`,
  hosts: { [P]: { handle, etag: true }, [B]: { handle: sub }, [D]: { handle: () => go(`http://${Y}/`) }, [Y]: { handle: yn } },
  witness: { 'service-lists': `${B}/fw.htm`, 'service-guide': `${B}/zn4.htm`, 'appeal-channels': '/lx/', 'reply-timeliness': '/lx/x2.html', 'follow-up': '/lx/fen.html', 'smart-search': '/s.do', accessibility: '/zi?m=1' },
  decoys: { ...Object.fromEntries(['cross-region', 'e-certificate', 'one-thing', 'one-entry', 'case-tracking', 'proactive-response', 'personal-space', 'privacy-policy', 'smart-qa'].map((p) => [p, [yw, 'headlines only']])), 'knowledge-base': [/^\/(yw\/|c\/news\.js|daohang)/, 'a headline, and 普洱茶知识库 is about tea'], 'data-security-policy': [/^\/xx\/wj0\.html$/, 'one sentence of a plan, no chapter'], 'open-data-platform': [new RegExp(`^(${Y}/|/daohang)`), 'the link and the registered host end at the province\'s platform'], 'data-catalog': [new RegExp(`^${Y}/`), 'of the province'], 'api-count': [new RegExp(`^${Y}/`), 'of the province'], 'app-count': [new RegExp(`^${Y}/`), 'of the province'] },
  truth: [
    ['service-lists', 'present', 'working', null, 'one list of 21 paragraphs in the sub-portal 茶城便民网, linked from the site map only'], no('disclosure-catalog', '政府信息公开目录 is the general index of documents, not the pilot-field catalogue'), ['service-guide', 'present', 'working', null, '16 short guides in <pre>, 跑一趟: half of the elements'],
    no('one-entry', 'headline about naming an app'), no('cross-region', 'headline'), no('e-certificate', 'headline with a target'), ['appeal-channels', 'present', 'working', null, '来信来访 names the reception room and postal address; no other channel'], no('appeal-form', 'the page says that nothing can be handed in on line'), no('one-thing', 'headline about a contest'), no('case-tracking', 'headlines; 百事查 is static'),
    ['reply-timeliness', 'present', null, { share: 1 }, '6 published letters, limit 15 working days, all inside'], ['follow-up', 'present', 'working', null, '群众打分: dated figures of phone calls after the reply'], no('knowledge-base', '普洱茶知识库 is about tea'), no('proactive-response', 'headline; 政策解读 explains documents'),
    ['smart-search', 'present', 'reachable', null, 'the engine opens but finds only headlines that begin with the words'], no('smart-qa', 'headline about sorting machines'), ['accessibility', 'present', ['working', 'reachable'], null, 'icon with alt 长者大字版: a cookie turns the whole site to large type'], no('personal-space', 'headline about a contest'),
    no('open-data-platform', 'redirects to the province'), ...['data-catalog', 'api-count', 'app-count'].map((p) => [p, ['absent', 'not-applicable'], null, null, 'no platform of its own; the province\'s figures']), no('data-security-policy', 'a plan with one sentence'), no('privacy-policy', 'headline'),
  ],
  recount: (get) => ({ 'reply-timeliness': letters.filter((l) => { const d = get(P, `/lx/x${l.i}.html`).match(/20\d\d-\d\d-\d\d/g); return (new Date(d[1]) - new Date(d[0])) / 864e5 <= 15; }).length / letters.length }) };

// Liaoyuan: Struts actions with session ids in the address, an endless calendar, and a home page in place of every unknown address. Much is absent.
import { ago, esc, match, posted, times } from '../lib.mjs';
import { topics as T, filler, headline, guides, powers } from '../text.mjs';
const P = 'www.liaoyuan-dongliao.gov.cn', D = 'data.liaoyuan-dongliao.gov.cn';
const who = ['龙山区', '西安区', '东丰县', '东辽县', '市农机中心', '市档案馆'];
const news = times(50, (i) => ({ id: 4400 + i, title: headline(who, i), day: 2 + i * 2 }));
['吉林省跨省通办窗口在长春揭牌', '四平市推出高效办成一件事套餐', '松原电子证照应用突破百万次', '全省办件查询系统割接提示（省直部门）', '白城市诉求回访做法获批示', '吉林市智能问答大屏亮相', '白山市主动回应游客关切', '通化市无障碍图书馆开馆', '我市档案馆个人空间展陈改造', '全省基层政务公开观摩活动在延边举行', '数据安全知识竞赛落幕'].forEach((t, i) => { news[1 + i * 4].title = t; });
const tops = T((t, x) => [`辽源${t}办理说明`, `辽源市：${x}。`]);
const qd = powers(18, '辽源市', ['水利局', '粮食和物资储备局']);
const gd = guides('辽源市').slice(0, 8);
const letters = times(8, (i) => ({ id: 210 + i, title: ['供热不足', '楼道漏水', '公交站台', '梅花鹿养殖补助', '学校操场', '垃圾清运', '路面结冰', '停水'][i], asked: 44 + i * 10, took: i === 3 ? 43 : 4 }));
const faq = times(7, (i) => ({ id: 810 + i, title: tops[i + 5][1], text: tops[i + 5][2], day: 610 + i * 30 }));
let n = 0; const sid = () => `;jsessionid=${(0xA7C3F1000000 + (n++ * 7919) % 65521).toString(16).toUpperCase()}`;
const A = (name, q = '') => `http://${P}/${name}.action${sid()}${q}`;
const lay = (t, x) => `<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>${esc(t)}|辽源市人民政府</title><style>#main{width:1024px}</style></head><body><div id="main"><div><a href="${A('index')}">首页</a> <a href="${A('list', '?colId=1')}">辽源新闻</a> <a href="${A('qd')}">权责清单</a> <a href="${A('zn')}">办事指南</a> <a href="${A('xx')}">市长信箱</a> <a href="${A('wt')}">热点问题</a> <a href="http://${D}/">公共数据开放平台</a> <a href="${A('cal', `?y=${ago(0, 'Y')}&amp;m=${ago(0, 'm')}`)}">活动日历</a></div><form method="post" action="${A('search')}"><input name="keyWord"><input type="submit" value="检索"></form>${x}<div><a href="${A('ys')}">隐私声明</a> 吉ICP备00000000号</div></div></body></html>`;
const rows = (a, act) => `<ul>${a.map((x) => `<li><a href="${A(act, `?id=${x.id}`)}">${x.title}</a> ${ago(x.day ?? x.asked)}</li>`).join('')}</ul>`;
const handle = (ctx) => {
  const act = /^\/(\w+)\.action(;jsessionid=\w+)?$/.exec(ctx.path)?.[1], q = ctx.query, id = Number(q.get('id'));
  const home = () => lay('首页', rows(news.slice(0, 32), 'show'));
  if (ctx.path === '/robots.txt') return null;
  const x = [...news, ...faq].find((y) => y.id === id);
  if (act === 'list') { const p = Number(q.get('page')) || 1; return lay('辽源新闻', rows(news.slice((p - 1) * 25, p * 25), 'show') + `<a href="${A('list', '?colId=1&amp;page=2')}">2</a>`); }
  if (act === 'show' && x) return lay(x.title, `<h1>${x.title}</h1><p>${ago(x.day)}</p>${(x.text ? [x.text] : filler(id, 3)).map((y) => `<p>${y}</p>`).join('')}`);
  if (act === 'qd') return lay('权责清单', `<table border="1"><tr><th>编码</th><th>名称</th><th>类别</th><th>部门</th><th>依据</th></tr>${qd.map((r) => `<tr><td>${r.code}</td><td>${r.name}</td><td>${r.kind}</td><td>${r.org}</td><td>${r.basis}</td></tr>`).join('')}</table>`);
  if (act === 'zn') return lay('办事指南', `<ul>${gd.map((g, i) => `<li><a href="${A('znshow', `?no=${i}`)}">${g.name}</a></li>`).join('')}</ul>`);
  if (act === 'znshow' && gd[q.get('no')]) { const g = gd[q.get('no')]; return lay(g.name, `<table>${[['事项名称', g.name], ['实施主体', g.org], ['设定依据', g.basis], ['受理条件', g.cond], ['申请材料', g.stuff.join('；')], ['办理流程', g.steps.join('→')], ['收费标准', g.fee], ['办理地点', g.place], ['咨询电话', g.tel]].map(([a, b]) => `<tr><td>${a}</td><td>${b}</td></tr>`).join('')}</table>`); }
  if (act === 'xx') { if (ctx.method === 'POST') { posted(ctx); return lay('市长信箱', '<p>提交成功。</p>'); } return lay('市长信箱', `<form method="post" action="${A('xx')}"><p>标题 <input name="title"></p><p>内容 <textarea name="body" maxlength="700"></textarea></p><p>验证码 <input name="code" size="4"></p><input type="submit" value="提交"></form><h3>已答复来信</h3>${rows(letters, 'xxshow')}<p>便民热线12345</p>`); }
  if (act === 'xxshow') { const l = letters.find((y) => y.id === id); if (l) return lay(l.title, `<p>来信时间：${ago(l.asked)}</p><p>来信内容：${l.title}请解决。</p><p>答复时间：${ago(l.asked - l.took)}</p><p>答复内容：已处理。</p>`); }
  if (act === 'wt') return lay('热点问题', rows(faq, 'show'));
  if (act === 'ys') return lay('隐私声明', '<p>我们只收集来信人填写的姓名与电话。</p><p>收集的目的是答复来信。</p><p>不向第三方提供。</p>');
  if (act === 'search') { const w = posted(ctx).keyWord ?? q.get('keyWord') ?? ''; const h = match([...tops.map((t, i) => [...t, A('bk', `?i=${i}`)]), ...news.map((y) => ['', y.title, '', A('show', `?id=${y.id}`)])], w); return lay('检索', `<p>检索“${esc(w)}”，${h.length}条</p>${h.slice(0, 10).map((r) => `<p><a href="${r[3]}">${r[1]}</a><br>${r[2]}</p>`).join('')}`); }
  if (act === 'bk' && tops[q.get('i')]) return lay(tops[q.get('i')][1], `<p>${tops[q.get('i')][2]}</p>`);
  if (act === 'cal') { const y = Number(q.get('y')) || 2026, m = Number(q.get('m')) || 1; const at = (k) => { const d = new Date(Date.UTC(y, m - 1 + k, 1)); return A('cal', `?y=${d.getUTCFullYear()}&amp;m=${d.getUTCMonth() + 1}`); }; return lay('活动日历', `<p>${y}年${m}月</p><a href="${at(-1)}">上月</a> <a href="${at(1)}">下月</a><p>本月没有活动。</p>`); }
  return home();
};
const u = (x) => `http://${P}/${x}`; const not = (p, why) => [p, 'absent', null, null, why];
export default { code: '220400', name: '辽源市', pinyin: 'liaoyuan', province: '吉林省', region: '东北', portal: `http://${P}/`, service: '', open_data: `http://${D}/`,
  hosts: { [P]: { handle, server: 'Apache-Coyote/1.1', mailbox: /^\/xx\.action/ }, [D]: { dead: true, handle() {} } }, deadLinks: [D],
  /** The self-test drops session ids and does not follow the calendar beyond its first page. */
  same: (l) => (l.includes('cal.action') && !/y=\d+&m=\d+$/.test(l) ? null : l.includes('cal.action') ? `http://${P}/cal.action?y=${ago(0, 'Y')}&m=${ago(0, 'm')}` : l.replace(/;jsessionid=\w+/, '')),
  evidence: { 'service-lists': [u('qd.action')], 'service-guide': [u('znshow.action?no=7')], 'appeal-channels': [u('xx.action')], 'appeal-form': [u('xx.action')], 'reply-timeliness': [u('xxshow.action?id=217')], 'knowledge-base': [u('wt.action')], 'smart-search': [u('')], 'privacy-policy': [u('ys.action')] },
  decoys: { 'cross-region': [['跨省通办', 4, 'headline on Changchun']], 'one-thing': [['一件事', 4, 'headline on Siping']], 'e-certificate': [['电子证照', 4, 'headline on Songyuan']], 'case-tracking': [['办件查询', 4, 'headline on the province']], 'follow-up': [['回访', 4, 'headline on Baicheng']], 'smart-qa': [['智能问答', 4, 'headline on Jilin city']], 'proactive-response': [['主动回应', 4, 'headline on Baishan']], accessibility: [['无障碍', 4, 'headline on a library']], 'personal-space': [['个人空间', 2, 'headline on an exhibition']], 'disclosure-catalog': [['基层政务公开', 2, 'headline on Yanbian']], 'data-security-policy': [['数据安全', 2, 'headline on a quiz']] },
  truth: [['service-lists', 'present', 'working', { count: [18] }, 'one list of 18'], not('disclosure-catalog', 'headline on Yanbian'), ['service-guide', 'present', 'working', { share: [0.75] }, 'time limit, hours and complaint number are lacking'], not('one-entry', 'nowhere'), not('cross-region', 'headline on Changchun'), not('e-certificate', 'headline on Songyuan'),
    ['appeal-channels', 'present', 'working', null, 'mailbox form, 12345'], ['appeal-form', 'present', 'working', null, '700 characters, no log-in'], not('one-thing', 'headline on Siping'), not('case-tracking', 'headline on the province'), ['reply-timeliness', 'present', null, { share: [0.875] }, 'one of eight late against 15 working days'], not('follow-up', 'headline on Baicheng'), ['knowledge-base', 'present', 'reachable', null, '热点问题, newest 610 days old'],
    not('proactive-response', 'headline on Baishan'), ['smart-search', 'present', 'working', null, 'POST search.action'], not('smart-qa', 'headline on Jilin city'), not('accessibility', 'fixed 1024 pixels'), not('personal-space', 'headline on an exhibition'),
    ['open-data-platform', ['present', 'unknown'], 'linked', null, 'entry names the platform, its host is dead'], ...['data-catalog', 'api-count', 'app-count'].map((x) => [x, 'unknown', null, null, 'the platform is named and dead']), ['data-security-policy', ['absent', 'unknown'], null, null, 'headline on a quiz; the platform is dead'], ['privacy-policy', 'present', 'reachable', null, 'collected, why, sharing: three parts']] };

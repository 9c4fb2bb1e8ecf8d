// 嘉峪关市: a city without counties, small and thin. SiteServer on ASP.NET, GBK, tables 1000 px wide, menu as an image map, form with __VIEWSTATE, columns announced but empty.
import { ago, esc, reply, gbk, parseForm, go, match, times } from '../lib.mjs';
import * as P from '../pool.mjs';

const g = { c: '嘉峪关市', short: '嘉峪关市', areas: ['新城镇', '峪泉镇', '文殊镇', '雄关街道', '钢城街道', '嘉北工业园区'], seed: 6202, base: 20000, paper: '嘉峪关日报', code: '620200' };
const W = 'www.jyg620200.gov.cn';
const news = P.news(g, 62, [
  ['我市推进“高效办成一件事”改革', ['市政务服务中心设立“高效办成一件事”综合窗口，群众可到一楼大厅咨询办理。'], 3],
  ['酒嘉两市签订“跨省通办”“市内通办”合作备忘录', ['两市政务服务部门就政务服务通办事项签订合作备忘录。'], 9],
  ['市大数据中心赴兰州考察公共数据开放平台建设', ['考察组学习了兰州市公共数据开放平台的建设经验。'], 16],
  ['我市电子证照签发量突破十万张', ['市政务服务中心统计，全市累计签发电子证照十万余张。'], 23],
  ['雄关街道基层政务公开标准化工作启动', ['街道成立工作专班，计划明年编制完成基层政务公开标准目录。'], 31],
  ['市12345热线回访制度落地见效', ['热线平台建立回访制度，提升办理质量。'], 38],
  ['市网信办举办个人信息保护法宣传活动', ['活动向市民讲解隐私保护、数据安全知识，发放宣传册。'], 45],
]);
const cols = { 101: ['雄关要闻', news.slice(0, 34)], 102: ['部门动态', news.slice(34)], 103: ['公示公告', times(12, (i) => ({ id: 29000 + i, title: ['市自然资源局关于地类变更的公示', '关于道路封闭施工的通告', '中小学教师招聘公告', '行政执法人员名单公示', '土地出让公告', '冬季停水通告', '食品抽检结果公告', '公益性岗位招聘公告', '烟花爆竹禁放通告', '项目环评受理公示', '保障性住房配租公示', '事业单位补录公告'][i], days: 3 + i * 11, date: ago(3 + i * 11), src: '市政府办', body: ['现予以公告。'] }))], 104: ['政策文件', P.policies(g, '嘉政办发').slice(0, 10).map((p, i) => ({ ...p, id: 29100 + i }))], 105: ['办事指南', []], 106: ['走进嘉峪关', [{ id: 29300, title: '城市概况', days: 800, date: ago(800), body: ['嘉峪关市位于甘肃省西北部，是明代万里长城的西端起点，因关得名、因企设市。'] }]] };
const gd = P.guides(g, 10); cols[105][1] = gd.map((x, i) => ({ id: 29200 + i, title: x.name, days: 200 + i * 5, date: ago(200 + i * 5), guide: x, body: [] }));
const art = new Map(); for (const [c, [n, rows]] of Object.entries(cols)) for (const r of rows) art.set(String(r.id), [c, n, r]);
const let_ = P.letters(g, 8, [1, 5]);
const page = (t, b) => reply(gbk(`<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>${t}</title><META content="嘉峪关市人民政府" name=SiteName><META content=6202000001 name=SiteIDCode></head><body topmargin=0><table width=1000 align=center cellpadding=0 cellspacing=0><tr><td><img src="/upload/images/banner.jpg" width=1000 height=180 usemap="#nav"><map name="nav"><area shape=rect coords="0,140,120,180" href="/Default.aspx"><area shape=rect coords="120,140,240,180" href="/list.aspx?c=101"><area shape=rect coords="240,140,360,180" href="/zwgk.aspx"><area shape=rect coords="360,140,480,180" href="/list.aspx?c=105"><area shape=rect coords="480,140,600,180" href="/mail/index.aspx"><area shape=rect coords="600,140,720,180" href="/list.aspx?c=106"></map></td></tr><tr><td><form name=sf action="/search.aspx" method=get><input name=keyword size=20><input type=submit value="站内搜索"></form></td></tr><tr><td>${b}</td></tr><tr><td align=center>嘉峪关市人民政府办公室主办　网站标识码：6202000001　<a href="/about.aspx">关于本站</a>　<a href="/map.aspx">网站地图</a>　<a href="http://wpa.qq.com/msgrd?v=3&uin=00000&site=qq">QQ在线客服</a></td></tr></table></body></html>`), { type: 'text/html' });
function handle(ctx) {
  const p = ctx.path.toLowerCase(); const raw = Object.fromEntries([...Object.entries(parseForm(ctx.url.search.slice(1), 'gbk'))]);
  if (p.startsWith('/upload/')) return reply('', { type: 'image/jpeg' });
  if (p === '/') return go('/Default.aspx');
  if (p === '/default.aspx') return page('嘉峪关市人民政府', `<table width=100%><tr><td valign=top><b>雄关要闻</b> <a href="/list.aspx?c=101">more</a><br>${cols[101][1].slice(0, 24).map((r) => `·<a href="/show.aspx?id=${r.id}" target=_blank>${r.title}</a> (${ago(r.days, 'M-D')})<br>`).join('')}</td></tr><tr><td><b>部门动态</b> <a href="/list.aspx?c=102">more</a><br>${cols[102][1].slice(0, 12).map((r) => `·<a href="/show.aspx?id=${r.id}">${r.title}</a><br>`).join('')}</td></tr><tr><td><b>公示公告</b><br>${cols[103][1].map((r) => `·<a href="/show.aspx?id=${r.id}">${r.title}</a><br>`).join('')}</td></tr><tr><td><a href="/mail/index.aspx"><img src="/upload/images/szxx.gif" width=200></a> <a href="/qzqd/index.aspx"><img src="/upload/images/qzqd.gif" alt="权责清单" width=200></a> <a href="/list.aspx?c=105"><img src="/upload/images/bszn.gif" width=200></a></td></tr></table>`);
  if (p === '/list.aspx') { const c = cols[raw.c]; if (!c) return null; const n = Number(raw.page ?? 1); const pages = Math.ceil(c[1].length / 20); return page(c[0], `当前位置：首页 &gt;&gt; ${c[0]}<br>${c[1].slice((n - 1) * 20, n * 20).map((r) => `<li><a href="/show.aspx?id=${r.id}">${r.title}</a> ${r.date}</li>`).join('')}<br>第${n}页/共${pages}页 ${n < pages ? `<a href="/list.aspx?c=${raw.c}&page=${n + 1}">下一页</a>` : ''}`); }
  if (p === '/show.aspx') { const a = art.get(raw.id); if (!a) return null; const [, n, r] = a; const x = r.guide; return page(r.title, `${n}<h3 align=center>${r.title}</h3><p align=center>${r.date}　${r.src ?? ''}</p>${x ? `<p>一、事项名称：${x.name}</p><p>二、办理依据：${x.basis}</p><p>三、申请条件：${x.cond}</p><p>四、申报材料：${x.mats.join('；')}</p><p>五、承诺时限：${x.promise}</p><p>六、收费标准：${x.fee}</p>` : r.body.map((t) => `<p>　　${t}</p>`).join('')}`); }
  if (p === '/zwgk.aspx') return page('政务公开', '<a href="/list.aspx?c=104">政策文件</a><br><a href="/qzqd/index.aspx">权责清单</a><br><a href="/list.aspx?c=103">公示公告</a><br><a href="/empty.aspx?t=ghjh">规划计划</a><br><a href="/empty.aspx?t=rsxx">人事信息</a>');
  if (p === '/empty.aspx') return page('栏目建设中', '<p>栏目正在建设中，敬请关注……</p>');
  if (p === '/mail/index.aspx') return page('市长信箱', `<a href="/mail/write.aspx">我要写信</a> <a href="/mail/tel.aspx">12345热线</a><table width=100% border=1><tr><td>主题</td><td>来信时间</td><td>状态</td></tr>${let_.map((l) => `<tr><td><a href="/mail/show.aspx?id=${l.id}">${l.title}</a></td><td>${ago(l.sent)}</td><td>已回复</td></tr>`).join('')}</table>`);
  if (p === '/mail/show.aspx') { const l = let_.find((x) => x.id === Number(raw.id)); return l ? page(l.title, `<table border=1 width=90%><tr><td>主题</td><td>${l.title}</td></tr><tr><td>来信时间</td><td>${ago(l.sent, 'Y年M月D日')}</td></tr><tr><td>内容</td><td>${l.q}</td></tr><tr><td>回复</td><td>${l.a}</td></tr><tr><td>回复单位</td><td>${l.unit}</td></tr><tr><td>回复时间</td><td>${ago(l.replied, 'Y年M月D日')}</td></tr></table>`) : null; }
  if (p === '/mail/write.aspx') return page('我要写信', '<form name=form1 method=post action="/mail/save.aspx"><input type=hidden name=__VIEWSTATE value="/wEPDwUKMTY0"><input type=hidden name=__EVENTVALIDATION value="/wEdAAY">姓名<input name=txtName><br>电话<input name=txtTel><br>主题<input name=txtTitle><br>内容<textarea name=txtContent cols=70 rows=8></textarea><br><input type=submit name=Button1 value="提交"></form>');
  if (p === '/mail/save.aspx') return page('提交', '您的来信已提交。');
  if (p === '/mail/tel.aspx') return page('12345热线', '嘉峪关市12345政务服务便民热线：12345，24小时服务。');
  if (p === '/about.aspx') return page('关于本站', '嘉峪关市人民政府门户网站由市政府办公室主办，内容版权归本站所有，未经许可不得镜像。');
  if (p === '/map.aspx') return page('网站地图', Object.entries(cols).map(([c, [n]]) => `<a href="/list.aspx?c=${c}">${n}</a> `).join('') + '<a href="/zwgk.aspx">政务公开</a> <a href="/mail/index.aspx">市长信箱</a> <a href="/mail/tel.aspx">12345热线</a> <a href="/about.aspx">关于本站</a>');
  if (p === '/search.aspx') { const q = (raw.keyword ?? '').trim(); const rows = q ? cols[103][1].filter((r) => r.title.includes(q)) : []; return page('站内搜索', `搜索“${esc(q)}”，共${rows.length}条<br>${rows.map((r) => `<li><a href="/show.aspx?id=${r.id}">${r.title}</a> ${r.date}</li>`).join('') || '没有找到相关记录'}`); }
  return null;
}
const no = (probe, why = 'nowhere; every page is reachable from 网站地图') => [probe, 'absent', null, null, why];
export default { code: '620200', name: '嘉峪关市', pinyin: 'jiayuguan', province: '甘肃省', region: '西部', portal: `http://${W}/`, service: '', open_data: '',
  hosts: { [W]: { handle, server: 'Microsoft-IIS/7.5', delay: 60, mailbox: /mail\/save/i } },
  truth: [
    ['service-lists', 'present', 'linked', null, '权责清单 leads to a page that is not there (404)'], no('disclosure-catalog', 'headline: planned for next year'),
    ['service-guide', 'present', 'working', { share: [6 / 12, 7 / 12, 5 / 12] }, 'ten guides as articles, six elements each'], no('one-entry'), no('cross-region', 'headline only'), no('e-certificate', 'headline only'),
    ['appeal-channels', 'present', 'working', { count: [2, 3] }, 'mailbox, 12345; the QQ account does not count'], ['appeal-form', 'present', 'working', null, 'open form, no limit of length'],
    no('one-thing', 'headline about a counter'), no('case-tracking'), ['reply-timeliness', 'present', null, { share: 6 / 8 }, 'eight letters, two late, no limit stated'], no('follow-up', 'headline about the hotline'), no('knowledge-base'), no('proactive-response'),
    ['smart-search', 'present', 'reachable', null, 'searches the titles of twelve notices only'], no('smart-qa', 'a QQ account'), no('accessibility', 'fixed tables, no mode, Chinese only'), no('personal-space'),
    no('open-data-platform', 'headline about Lanzhou'), ...['data-catalog', 'api-count', 'app-count'].map((x) => [x, ['absent', 'not-applicable'], null, null, 'no platform']), no('data-security-policy', 'headline about a campaign'), no('privacy-policy', '关于本站 is about copyright'),
  ],
  proof: { 'service-lists': [], 'service-guide': [`http://${W}/show.aspx?id=29200`], 'appeal-channels': [`http://${W}/mail/tel.aspx`], 'appeal-form': [`http://${W}/mail/write.aspx`], 'reply-timeliness': [`http://${W}/mail/show.aspx?id=${let_[0].id}`], 'smart-search': [`http://${W}/search.aspx`] },
  deadLinks: [`http://${W}/qzqd/index.aspx`],
  letters: { pages: let_.map((l) => `http://${W}/mail/show.aspx?id=${l.id}`), sent: /来信时间<\/td><td>(\d+)年(\d+)月(\d+)/, replied: /回复时间<\/td><td>(\d+)年(\d+)月(\d+)/, limit: 15 }, charset: 'gbk',
  ask: { search: (q) => [`http://${W}/search.aspx?keyword=${[...gbk(q)].map((b) => '%' + b.toString(16).padStart(2, '0')).join('')}`] },
  decoy: { 'disclosure-catalog': [/基层政务公开/, /id=20\d+$|\?c=10[12]|default/], 'one-entry': [/统一身份|一网通办|APP/, /^$/], 'cross-region': [/跨省通办|通办/, /show\.aspx\?id=20|list\.aspx\?c=10[12]|default/i], 'e-certificate': [/电子证照/, /show\.aspx\?id=20|c=10[12]|default/i], 'one-thing': [/一件事/, /show\.aspx\?id=20|c=10[12]|default/i], 'case-tracking': [/办件查询|进度查询|好差评/, /^$/], 'follow-up': [/回访/, /show\.aspx\?id=20|c=10[12]|default/i], 'knowledge-base': [/知识库|常见问题|热点问题/, /^$/], 'proactive-response': [/回应关切|主动回应/, /^$/], 'smart-qa': [/智能问答|机器人/, /^$/], accessibility: [/viewport|无障碍|适老|长者|English/, /^$/], 'personal-space': [/个人中心|用户中心|我的空间|登录/, /^$/], 'open-data-platform': [/数据开放/, /show\.aspx\?id=20|c=10[12]|default/i], 'data-security-policy': [/数据安全/, /show\.aspx\?id=20/], 'privacy-policy': [/隐私/, /show\.aspx\?id=20/] },
};

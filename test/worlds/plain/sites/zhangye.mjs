// 张掖市: a Boda-like site (info addresses, lists numbered backwards); its service platform and its robot are dead hosts, its data host shows a server's first page at every address.
import { ago, esc, times } from '../lib.mjs';
import * as S from './_stock.mjs';

const W = 'www.zhangye-web.gov.cn'; const F = 'zwfw.zhangye-web.gov.cn'; const R = 'znkf.zhangye-web.gov.cn'; const D = 'kfsj.zhangye-web.gov.cn'; const C = '张掖市';
const ms = S.matters(C);
const areas = ['甘州区', '临泽县', '高台县', '山丹县', '民乐县', '肃南县'];
const decoys = ['甘州区常见问题“码上说”走进社区', '张掖市组织观看网络数据安全教育片', '山丹县法院审结一起侵犯隐私权案件'];
const news = S.news({ city: '张掖', areas, goods: ['七彩丹霞', '制种玉米', '高原夏菜', '临泽小枣', '山丹马场', '民乐洋芋'], n: 115, seed: 6207, src: ['张掖日报', '张掖市融媒体中心', '甘州区委宣传部'] });
decoys.forEach((t, i) => news.splice(6 + i * 11, 0, { id: 24000 + i, title: t, days: 11 + i * 22, date: ago(11 + i * 22), src: '张掖日报', paras: [`${t}，群众普遍表示受益匪浅。`] })); news.sort((x, y) => x.days - y.days);
const letters = S.letters({ city: C, areas, n: 10, late: 1, seed: 62, step: 6 });
const files = ['张掖市节约用水管理办法', '张掖市高层建筑消防安全管理规定', '张掖市国家湿地公园保护办法', '张掖市“十四五”现代寒旱农业规划', '张掖市城镇燃气管理实施细则', '张掖市促进民宿发展扶持办法'].map((t, i) => ({ id: 8100 + i, title: t, date: ago(33 + i * 61), src: '市政府办公室', paras: ['第一条 为加强管理，结合本市实际，制定本办法。', '第二条 本市行政区域内的有关活动适用本办法。', '第三条 各县区人民政府负责组织实施。', '第四条 本办法自发布之日起施行，有效期五年。'] }));
const replies = times(7, (i) => ({ id: 8300 + i, title: `对${['丹霞景区门票', '冬季取暖煤价', '城区快递网点', '甘州古城道路施工', '出租车计价', '农村饮水', '集市搬迁'][i]}有关传言的回应`, date: ago(17 + i * 33), src: '市委网信办', paras: ['近日网上流传的消息引起关注，经核实，情况如下。', '请广大网民以官方发布为准。'] }));
const interp = ms.map((m) => ({ id: 8500 + m.i, title: `一图看懂：${m.title}`, date: ago(28 + m.i * 5), src: m.office, paras: [m.text], m }));
const cols = { 'xwzx/zyyw': [1034, '张掖要闻', news], 'zwgk/zfwj': [1051, '政府文件', files], 'zwgk/zcjd': [1052, '政策图解', interp], 'hdjl/zdhy': [1066, '主动回应', replies] };
const url = (n) => { const c = Object.values(cols).find((x) => x[2].includes(n)); return `/info/${c[0]}/${n.id}.htm`; };
const art = new Map(Object.values(cols).flatMap((c) => c[2].map((n) => [`/info/${c[0]}/${n.id}.htm`, [c[1], n]])));
const proofs = S.powers(C, 26, ['证明事项']); const things = S.THINGS.slice(6, 14); const three = ['社会救助', '养老服务', '义务教育'];
const side = [['张掖要闻', '/xwzx/zyyw.htm'], ['政府文件', '/zwgk/zfwj.htm'], ['政策图解', '/zwgk/zcjd.htm'], ['证明事项清单', '/zwgk/zmsx.htm'], ['基层政务公开标准目录', '/zwgk/jcml.htm'], ['百姓留言', '/hdjl/bxly.htm'], ['主动回应', '/hdjl/zdhy.htm'], ['网站导航', '/wzdh.htm']];
const doc = (t, b) => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${esc(t)}-张掖市人民政府</title><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /><meta name="SiteName" content="张掖市人民政府" /><meta name="SiteIDCode" content="6207000027" /><style type="text/css">#vsb_wrap{width:1180px;margin:0 auto}.winstyle td{padding:3px}.leftmenu{float:left;width:200px}.rightlist{float:left;width:960px}</style></head><body><div id="vsb_wrap"><div class="zy_banner"><h1>张掖市人民政府</h1><form name="a_s" method="get" action="/ssjg.jsp"><input name="wbtreeid" type="hidden" value="1001" /><input name="showkeycode" class="txt" /><input type="submit" value="站内搜索" /></form></div><div class="leftmenu">${side.map(([x, u]) => `<div><a href="${u}">${x}</a></div>`).join('')}<div>办事</div><div><a href="http://${F}/guide/index">办事指南</a></div><div><a href="http://${F}/kstb">跨省通办</a></div><div><a href="http://${F}/progress">办件查询</a></div><div><a href="/bsfw/yjs.htm">高效办成一件事</a></div><div><a href="http://${R}/robot">智能客服</a></div><div><a href="http://${D}/">数据开放</a></div></div><div class="rightlist">${b}</div></div></body></html>`;
const lines = (rows) => `<table class="winstyle" width="100%">${rows.map((n) => `<tr><td><a href="${url(n)}" target="_blank" title="${n.title}">${n.title}</a></td><td align="right">${n.date}</td></tr>`).join('')}</table>`;
const per = 20;
function listOf(key, num) {
  const [, t, rows] = cols[key]; const total = Math.ceil(rows.length / per); const k = num ? total - Number(num) + 1 : 1; if (k < 1 || k > total) return null; // backwards: page 2 is <total-1>.htm
  const at = (i) => (i === 1 ? `/${key}.htm` : `/${key}/${total - i + 1}.htm`);
  return doc(t, `<h3>${t}</h3>${lines(rows.slice((k - 1) * per, k * per))}<div align="center">共${rows.length}条&nbsp; ${k}/${total}&nbsp; <a href="${at(1)}">首页</a> ${k > 1 ? `<a href="${at(k - 1)}">上页</a>` : ''} ${k < total ? `<a href="${at(k + 1)}">下页</a>` : ''} <a href="${at(total)}">尾页</a></div>`);
}
function portal(ctx) {
  const p = ctx.path;
  if (p === '/' || p === '/index.htm') return doc('首页', `<h3>张掖要闻</h3>${lines(news.slice(0, 34))}<h3>政府文件</h3>${lines(files)}<h3>百姓留言</h3><p><a href="/hdjl/xzly.htm">写留言</a> <a href="/hdjl/bxly.htm">留言答复</a> <a href="/hdjl/12345.htm">12345热线</a> <a href="/hdjl/hfqk.htm">回访情况</a></p>`);
  const l = /^\/(\w+\/\w+?)(?:\/(\d+))?\.htm$/.exec(p); if (l && cols[l[1]]) return listOf(l[1], l[2]);
  const a = art.get(p); if (a) return doc(a[1].title, `<div class="nav">${a[0]}</div><h2 align="center">${a[1].title}</h2><div align="center">时间：${a[1].date} 来源：${a[1].src} 点击：<span id="dynclicks">128</span></div><div id="vsb_content">${a[1].paras.map((x) => `<p>${x}</p>`).join('')}</div>`);
  if (p === '/zwgk/zmsx.htm') return doc('证明事项清单', `<h3>张掖市保留的证明事项清单（${proofs.length}项）</h3><p>更新：${ago(120)}</p><table border="1"><tr><td>序号</td><td>事项编码</td><td>证明名称</td><td>类别</td><td>索要单位</td><td>依据</td></tr>${proofs.map((r, i) => `<tr><td>${i + 1}</td>${r.map((c) => `<td>${c}</td>`).join('')}</tr>`).join('')}</table>`);
  if (p === '/zwgk/jcml.htm') return doc('基层政务公开标准目录', three.map((f, i) => `<p><a href="/zwgk/jcml${i + 1}.htm">${f}</a></p>`).join(''));
  const j = /^\/zwgk\/jcml(\d)\.htm$/.exec(p)?.[1]; if (three[j - 1]) return doc(three[j - 1], `<h3>${three[j - 1]}领域标准目录</h3><table border="1"><tr><th>事项</th><th>内容（要素）</th><th>依据</th><th>时限</th><th>渠道</th></tr>${['政策法规文件', '申请审核', '监督检查', '信息统计', '结果公告'].map((x) => `<tr><td>${x}</td><td>${three[j - 1]}${x}名称、编号、条文</td><td>公开条例</td><td>长期公开</td><td>网站、公示栏</td></tr>`).join('')}</table>`);
  if (p === '/bsfw/yjs.htm') return doc('高效办成一件事', `<h3>高效办成一件事</h3><ul>${things.map((t) => `<li><a href="http://${F}/yjs/${encodeURIComponent(t)}">${t}</a></li>`).join('')}</ul><p>现有${things.length}件事可以集成办理。</p>`);
  if (p === '/hdjl/bxly.htm') return doc('百姓留言', `<h3>百姓留言答复</h3><p>本网承诺15个工作日内答复。</p><table border="1" width="100%"><tr><td>留言标题</td><td>留言时间</td><td>受理单位</td><td>答复时间</td></tr>${letters.map((x) => `<tr><td><a href="/hdjl/lynr/${x.no}.htm">${x.title}</a></td><td>${x.asked}</td><td>${x.office}</td><td>${x.done}</td></tr>`).join('')}</table>`);
  const n = /^\/hdjl\/lynr\/(\d+)\.htm$/.exec(p)?.[1]; const x = letters.find((y) => y.no === n); if (x) return doc(x.title, `<p>留言编号：${x.no}</p><p>留言时间：${x.asked}</p><p>${x.ask}</p><p>答复时间：${x.done}</p><p>${x.office}：${x.answer}</p>`);
  if (p === '/hdjl/xzly.htm') return doc('写留言', '<h3>市长信箱·写留言</h3><form method="post" action="/hdjl/tj.jsp"><table><tr><td>姓名</td><td><input name="xm" /></td></tr><tr><td>标题</td><td><input name="bt" /></td></tr><tr><td>内容</td><td><textarea name="nr" rows="9" cols="60"></textarea>不超过1000字</td></tr></table><input type="submit" value="提交留言" /></form>');
  if (p === '/hdjl/12345.htm') return doc('12345热线', '<p>12345政务服务便民热线受理咨询、投诉、求助，请直接拨打12345。</p>');
  if (p === '/hdjl/hfqk.htm') return doc('回访情况', `<h3>留言办理回访情况</h3><table border="1"><tr><td>季度</td><td>回访件数</td><td>满意</td><td>基本满意</td><td>不满意</td></tr>${times(4, (i) => `<tr><td>${ago(60 + i * 91, 'Y年m月')}止</td><td>${320 - i * 9}</td><td>${290 - i * 8}</td><td>21</td><td>${9 - i}</td></tr>`).join('')}</table>`);
  if (p === '/hdjl/tj.jsp') return doc('提示', '<p>请正确填写。</p>');
  if (p === '/ssjg.jsp') return doc('搜索结果', `<h3>站内搜索结果</h3><form method="get" action="/ssjg.jsp"><input name="showkeycode" value="${esc(ctx.query.get('showkeycode') ?? '')}" /><input type="submit" value="搜索" /></form><p>共搜索到 0 条记录</p><p>很抱歉，没有找到符合条件的内容。</p>`);
  if (p === '/wzdh.htm') return doc('网站导航', side.concat([['写留言', '/hdjl/xzly.htm'], ['12345热线', '/hdjl/12345.htm'], ['回访情况', '/hdjl/hfqk.htm'], ['高效办成一件事', '/bsfw/yjs.htm']]).map(([t, u]) => `<a href="${u}">${t}</a>`).join('<br />'));
}
const WELCOME = '<!DOCTYPE html>\n<html>\n<head>\n<title>Welcome to nginx!</title>\n</head>\n<body>\n<h1>Welcome to nginx!</h1>\n<p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p>\n<p><em>Thank you for using nginx.</em></p>\n</body>\n</html>';
const dead = { dead: true, handle: () => null };
export default {
  code: '620700', name: C, pinyin: 'zhangye', province: '甘肃省', region: '西部', portal: `http://${W}/`, service: `http://${F}/`, open_data: `http://${D}/`, service_confidence: 'medium',
  hosts: { [W]: { handle: portal, mailbox: /tj\.jsp/ }, [F]: dead, [R]: dead, [D]: { handle: () => WELCOME } },
  truth: [
    ['service-lists', 'present', 'working', { count: 26 }, 'one list, proofs, one table'],
    ['disclosure-catalog', 'present', 'working', { count: 3 }, 'three fields'],
    ['service-guide', ['present', 'unknown'], 'linked', null, 'entry to a dead host'],
    ['one-entry', 'unknown', null, null, 'the platform is dead'],
    ['cross-region', ['present', 'unknown'], 'linked', null, 'entry to a dead host'],
    ['e-certificate', 'unknown', null, null, 'the platform is dead'],
    ['appeal-channels', 'present', 'working', null, 'mailbox form and hotline'],
    ['appeal-form', 'present', 'working', null, 'open form, 1000 characters, 15 working days'],
    ['one-thing', 'present', 'working', { count: 8 }, 'zone on the portal lists eight; each leads to the dead host'],
    ['case-tracking', 'unknown', null, null, 'the platform is dead'],
    ['reply-timeliness', 'present', null, { share: 0.9 }, '9 of 10 in a table'],
    ['follow-up', 'present', 'working', null, 'figures by quarter'],
    ['knowledge-base', ['absent', 'unknown'], null, null, 'nowhere on the portal, only a headline; a dead platform might hold one'],
    ['proactive-response', 'present', 'working', null, 'seven dated items'],
    ['smart-search', 'present', 'reachable', null, 'engine opens and finds nothing whatever is asked'],
    ['smart-qa', ['present', 'unknown'], 'linked', null, 'robot is a dead host'],
    ['accessibility', 'absent', null, null, 'fixed width, no mode, one language'],
    ['personal-space', 'unknown', null, null, 'the platform is dead'],
    ['open-data-platform', ['present', 'unknown'], 'linked', null, 'named by a link; a server\'s first page at every address'],
    ['data-catalog', 'unknown', null, null, 'platform not to be seen'],
    ['api-count', 'unknown', null, null, 'platform not to be seen'],
    ['app-count', 'unknown', null, null, 'platform not to be seen'],
    ['data-security-policy', ['unknown', 'absent'], null, null, 'none among the portal\'s files; the data platform is not to be seen'],
    ['privacy-policy', ['unknown', 'absent'], null, null, 'none on the portal; platforms not to be seen'],
  ],
  check: { tally: { 'service-lists': [/zmsx\.htm$/, /<tr><td>\d/g], 'disclosure-catalog': [/jcml\d\.htm$/], 'one-thing': [/bsfw\/yjs\.htm$/, /<li>/g] }, decoys, dead: [new RegExp(`^http://(${F}|${R})/`)], explained: { 'knowledge-base': [] },
    proof: { 'service-lists': [`http://${W}/zwgk/zmsx.htm`, /26项/], 'disclosure-catalog': [`http://${W}/zwgk/jcml3.htm`, /要素/], 'service-guide': [`http://${W}/`, /guide\/index/], 'cross-region': [`http://${W}/`, /跨省通办/], 'appeal-channels': [`http://${W}/hdjl/12345.htm`, /12345/], 'appeal-form': [`http://${W}/hdjl/xzly.htm`, /textarea/], 'one-thing': [`http://${W}/bsfw/yjs.htm`, /现有8件/], 'reply-timeliness': [`http://${W}/hdjl/bxly.htm`, /答复时间/], 'follow-up': [`http://${W}/hdjl/hfqk.htm`, /不满意/], 'proactive-response': [`http://${W}/hdjl/zdhy.htm`, /回应/], 'smart-search': [`http://${W}/`, /ssjg\.jsp/], 'smart-qa': [`http://${W}/`, /智能客服/], 'open-data-platform': [`http://${W}/`, /数据开放/] },
    letters: { pages: /lynr/, asked: /留言时间：(\S+?)</, done: /答复时间：(\S+?)</, share: 0.9 }, search: (q) => [`http://${W}/ssjg.jsp?showkeycode=${encodeURIComponent(q)}`], searchDead: true },
};

// 林芝: a small static site, many columns empty or under construction, no service platform, a Tibetan edition, charset only in the header of the reply.
import { ago, esc, nowhere } from '../lib.mjs';
import { news, docs, guides } from '../text.mjs';
const CITY = '林芝市'; const H = 'www.lzszf.gov.cn';
const PLACES = ['巴宜区', '米林市', '工布江达县', '墨脱县', '波密县', '察隅县', '朗县', '鲁朗镇'];
const N = news(CITY, PLACES, 71, 36); const X = news(CITY, PLACES, 72, 18); const F = docs(CITY, '林', 71, 16);
N.splice(3, 0, { id: 91901, title: '拉萨市电子证照应用场景再增加 跨省通办事项达到百项', date: ago(10), source: '西藏日报', paras: ['拉萨市群众办事更加便捷。'] }, { id: 91902, title: '自治区召开“高效办成一件事”电视电话会议 林芝设分会场', date: ago(15), paras: ['会议对全区有关工作进行部署。'] }, { id: 91903, title: '我市赴广东考察智能问答和公共数据开放平台建设', date: ago(22), paras: ['考察组听取了东莞、珠海等地介绍。'] }, { id: 91904, title: '市总工会回访慰问困难职工', date: ago(31), paras: ['送去慰问金和生活物资。'] }, { id: 91905, title: '网信部门提醒：注意个人隐私政策 谨慎授权', date: ago(36), paras: ['安装手机软件时应仔细阅读说明。'] }, { id: 91906, title: '朗县回应关切 解决牧民饮水问题', date: ago(50), paras: ['工程已通水。'] });
const G = guides(CITY, 21, 6).map((g, i) => ({ ...g, url: `/bszn/${i + 1}.htm` }));
const art = new Map([...N, ...X, ...F].map((x) => [x.id, x]));
const page = (t, b) => `<html><head><title>${t}-林芝市人民政府网</title><meta name="SiteName" content="林芝市人民政府网"><meta name="SiteIDCode" content="5404000001"><style>body{font-size:14px}#all{width:1000px;margin:0 auto}.hd a{margin:0 9px}</style></head><body><div id="all"><div class="hd"><a href="/index.htm">首页</a><a href="/lzyw.htm">林芝要闻</a><a href="/xqdt.htm">县区动态</a><a href="/zfwj.htm">政府文件</a><a href="/qzqd.htm">权责清单</a><a href="/bszn.htm">办事指南</a><a href="/zmhd.htm">政民互动</a><a href="/gklz.htm">走进林芝</a><a href="/zw/index.htm">藏文版</a></div>
<form action="/search.jspx" method="get"><input name="q" size="16"><input type="submit" value="搜索"></form>${b}<div class="ft">主办：林芝市人民政府办公室 | <span onclick="location.href='/wzsm.htm'" style="cursor:pointer">网站声明</span> | <a href="/wzdt.htm">网站地图</a> | 网站标识码 5404000001</div></div></body></html>`;
const ul = (l) => `<ul>${l.map((x) => `<li><a href="/xx/${x.id}.htm">${esc(x.title)}</a> (${x.date})</li>`).join('')}</ul>`;
function handle(ctx) {
  const p = ctx.path === '/' ? '/index.htm' : ctx.path; let m;
  const out = (b) => ({ status: 200, type: 'text/html;charset=UTF-8', headers: {}, body: b });
  if (p === '/index.htm') return out(page('首页', `<h3>林芝要闻</h3>${ul(N.slice(0, 16))}<h3>县区动态</h3>${ul(X.slice(0, 8))}<h3>政府文件</h3>${ul(F.slice(0, 6))}`));
  if (p === '/lzyw.htm') return out(page('林芝要闻', ul(N))); if (p === '/xqdt.htm') return out(page('县区动态', ul(X))); if (p === '/zfwj.htm') return out(page('政府文件', ul(F)));
  if (p === '/qzqd.htm') return out(page('权责清单', '<h3>权责清单</h3><p>栏目内容整理中</p>'));
  if (p === '/bszn.htm') return out(page('办事指南', `<h3>办事指南</h3><ul>${G.map((g) => `<li><a href="${g.url}">${g.name}</a></li>`).join('')}</ul>`));
  if ((m = p.match(/^\/bszn\/(\d)\.htm$/)) && G[m[1] - 1]) { const g = G[m[1] - 1]; return out(page(g.name, `<h3>${g.name}</h3>${g.rows.filter((r) => !['事项编码', '到办事现场次数', '常见问题', '办理结果'].includes(r[0])).map(([k, v], i) => `<p>${i + 1}、${k}：${v}</p>`).join('')}`)); }
  if (p === '/zmhd.htm') return out(page('政民互动', '<h3>政民互动</h3><p>市长信箱：szxx@lzszf.gov.cn （请发送电子邮件）</p><p>12345政务服务便民热线：12345</p><p><a href="/dczj.htm">调查征集</a></p>'));
  if (p === '/dczj.htm') return out(page('调查征集', '<p>本栏目正在建设中。</p>'));
  if (p === '/gklz.htm') return out(page('走进林芝', '<p>林芝位于西藏东南部，平均海拔3100米，森林覆盖率高，素有“西藏江南”之称。</p>'));
  if (p === '/wzsm.htm') return out(page('网站声明', '<h3>网站声明</h3><p>一、本网站内容版权归林芝市人民政府办公室所有。</p><p>二、本网站提供的外部链接仅为方便公众，其内容由所属单位负责。</p><p>三、转载请注明来源。</p>'));
  if (p === '/wzdt.htm') return out(page('网站地图', '<ul><li><a href="/lzyw.htm">林芝要闻</a><li><a href="/xqdt.htm">县区动态</a><li><a href="/zfwj.htm">政府文件</a><li><a href="/qzqd.htm">权责清单</a><li><a href="/bszn.htm">办事指南</a><li><a href="/zmhd.htm">政民互动</a><li><a href="/gklz.htm">走进林芝</a><li><a href="/wzsm.htm">网站声明</a></ul>'));
  if (p === '/zw/index.htm') return out('<html lang="bo"><head><meta charset="utf-8"><title>ཉིང་ཁྲི་གྲོང་ཁྱེར་མི་དམངས་སྲིད་གཞུང་།</title></head><body><h1>ཉིང་ཁྲི་གྲོང་ཁྱེར་མི་དམངས་སྲིད་གཞུང་།</h1><p>བཀྲ་ཤིས་བདེ་ལེགས། འདི་ནི་ཉིང་ཁྲི་གྲོང་ཁྱེར་གྱི་དྲ་ཚིགས་ཡིན།</p><p><a href="/index.htm">汉文版</a></p></body></html>');
  if ((m = p.match(/^\/xx\/(\d+)\.htm$/)) && art.has(+m[1])) { const x = art.get(+m[1]); return out(page(x.title, `<h2>${x.title}</h2><p>${x.date} ${x.source ?? ''} ${x.no ?? ''}</p>${x.paras.map((t) => `<p>${t}</p>`).join('')}`)); }
  return null;
}
const A = `http://${H}`; const all = /xx\/|lzyw|index|\/$/;
export default { code: '540400', name: CITY, pinyin: 'linzhi', province: '西藏自治区', region: '西部', portal: `${A}/`, service: '', open_data: '',
  hosts: { [H]: { handle } },
  seen: { 'service-lists': `${A}/qzqd.htm`, 'service-guide': `${A}/bszn/1.htm`, 'appeal-channels': `${A}/zmhd.htm`, 'appeal-form': `${A}/zmhd.htm`, 'smart-search': `${A}/search.jspx`, accessibility: `${A}/zw/index.htm` },
  deliberatelyDead: [/search\.jspx/], decoys: ['one-thing', 'e-certificate', 'cross-region', 'smart-qa', 'open-data-platform', 'follow-up', 'privacy-policy', 'proactive-response'].map((x) => [x, all, 'headlines on other places or unrelated things']), recount: [],
  truth: [['service-lists', ['present', 'absent'], ['reachable', 'linked'], null, 'column opens, it is being compiled'], ['service-guide', 'present', 'working', null, 'six guides in prose on the portal'], ['appeal-channels', 'present', 'working', null, '12345 and an e-mail address'], ['appeal-form', ['absent', 'present'], ['reachable', 'linked'], null, 'the mailbox is an e-mail address, no form'], ['smart-search', 'present', 'linked', null, 'box whose engine is a 404'], ['accessibility', 'present', 'reachable', null, 'Tibetan edition; fixed width, no mode'], ...nowhere('disclosure-catalog', 'one-entry', 'cross-region', 'e-certificate', 'one-thing', 'case-tracking', 'reply-timeliness', 'follow-up', 'knowledge-base', 'proactive-response', 'smart-qa', 'personal-space', 'open-data-platform', 'data-security-policy', 'privacy-policy'), ...['data-catalog', 'api-count', 'app-count'].map((x) => [x, ['absent', 'not-applicable'], null, null, 'no platform'])] };

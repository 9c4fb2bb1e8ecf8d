// 铁岭市: in trouble. JEECMS-like portal that works; its robots.txt keeps programs from /hudong/ and /search; the service host is dead; the data host shows a server's first page everywhere.
import { ago, esc, match } from '../lib.mjs';
import * as S from './_stock.mjs';
const city = '铁岭市'; const W = 'http://www.tieling-longshan.gov.cn'; const F = 'http://zwfw.tieling-longshan.gov.cn'; const D = 'http://data.tieling-longshan.gov.cn';
const decoys = ['铁岭县一窗口上线智能问答机器人', '我市召开网络数据安全工作会议', '市委网信办提醒：下载应用注意个人隐私', '开原市电子证照亮证率提升'];
const news = S.news(city, 50, { seed: 10, extra: decoys }); const letters = S.letters(18, { seed: 15 });
const pages = new Map();
const menu = [['/', '首页'], ['/tlyw/index.jhtml', '铁岭要闻'], ['/zwgk/index.jhtml', '政务公开'], [F + '/', '政务服务'], ['/hudong/index.jhtml', '互动交流'], [D + '/', '数据开放'], ['/tlgk.jhtml', '铁岭概况']];
const lay = (t, b) => `<!DOCTYPE html>
<html lang="zh-cn">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width,initial-scale=1,maximum-scale=1"/>
<title>${t} - 铁岭市政府</title>
<script>function bigger(){document.documentElement.setAttribute('data-mode','elder');document.documentElement.style.fontSize='22px'}</script>
<style>html{font-size:15px}.m-wrap{width:92%;margin:auto}.m-menu a{display:inline-block;padding:6px}img,table{max-width:100%}</style>
</head>
<body>
<section class="m-wrap"><div class="m-logo">铁岭市人民政府 <small><a href="javascript:bigger()">关怀模式</a></small></div>
<form action="/search.jspx" class="m-search"><input name="q" placeholder="站内搜索"/><button>搜</button></form>
<div class="m-menu">${menu.map(([u, x]) => `<a href="${u}">${x}</a>`).join('')}</div>
<article>${b}</article>
<div class="m-foot"><a href="/ysbh.jhtml">隐私保护</a> <a href="/wzdt.jhtml">站点地图</a><br/>网站标识码：2112000019</div></section>
</body></html>`;
const add = (p, t, b) => pages.set(p, lay(t, b)); const dl = (l) => `<dl>${l.map(([u, t, d]) => `<dd><i>${d ?? ''}</i><a href="${u}">${t}</a></dd>`).join('')}</dl>`;
add('/', '首页', `<h4>铁岭要闻</h4>${dl(news.slice(0, 30).map((a) => [`/tlyw/${a.id}.jhtml`, a.title, ago(a.days, 'M/D')]))}<h4>办事</h4>${dl([[F + '/bszn', '办事指南'], [F + '/gxbc', '高效办成一件事'], [F + '/bjcx', '办件查询']])}<h4>互动</h4>${dl([['/hudong/szxx/index.jhtml', '市长信箱'], ['/hudong/lxgk/index.jhtml', '来信公开'], ['/hudong/zsk/index.jhtml', '便民知识库'], ['/12345.jhtml', '12345热线'], ['/zwgk/hygq/index.jhtml', '回应关切']])}`);
S.chunk(news, 18).forEach((p, i, all) => add(i ? `/tlyw/index_${i + 1}.jhtml` : '/tlyw/index.jhtml', '铁岭要闻', dl(p.map((a) => [`/tlyw/${a.id}.jhtml`, a.title, ago(a.days)])) + all.map((_, j) => `<a href="/tlyw/index${j ? '_' + (j + 1) : ''}.jhtml">${j + 1}</a>`).join(' ')));
for (const a of news) add(`/tlyw/${a.id}.jhtml`, a.title, `<h1>${a.title}</h1><time>${ago(a.days)}</time><p>${a.text}</p>`);
add('/zwgk/index.jhtml', '政务公开', dl([['/zwgk/zcwj/index.jhtml', '政策文件'], ['/zwgk/qzqd/index.jhtml', '权责清单'], ['/zwgk/jczwgk/index.jhtml', '基层政务公开标准化目录'], ['/zwgk/hygq/index.jhtml', '回应关切']]));
const lists = [['1', '市直部门权责清单', 30, '行政权力'], ['2', '行政许可事项清单', 19, '行政许可']];
add('/zwgk/qzqd/index.jhtml', '权责清单', dl(lists.map(([k, t]) => [`/zwgk/qzqd/${k}.jhtml`, t, ago(150)]))); for (const [k, t, n, x] of lists) add(`/zwgk/qzqd/${k}.jhtml`, t, `<h1>${t}</h1><time>${ago(150)}</time><table><thead><tr><th>序号</th><th>事项名称</th><th>类型</th><th>实施部门</th><th>设定依据</th><th>行使层级</th></tr></thead>${S.listRows(n, x, 4).map((r) => `<tr>${r.map((c) => `<td>${c}</td>`).join('')}</tr>`).join('')}</table>`);
add('/zwgk/jczwgk/index.jhtml', '基层政务公开标准化目录', dl(S.fields.slice(0, 9).map((f, i) => [`/zwgk/jczwgk/${i + 1}.jhtml`, f]))); S.fields.slice(0, 9).forEach((f, i) => add(`/zwgk/jczwgk/${i + 1}.jhtml`, f, `<h1>${f}</h1><p>暂无内容，请稍后访问。</p>`));
const pol = S.policies(city); add('/zwgk/zcwj/index.jhtml', '政策文件', dl(pol.map((p, i) => [`/zwgk/zcwj/${i + 1}.jhtml`, p[1], ago(140 + i)]))); pol.forEach((p, i) => add(`/zwgk/zcwj/${i + 1}.jhtml`, p[1], `<h1>${p[1]}</h1><p>${p[2]}</p>`));
const hy = ['关于供暖期延长问题的回应', '关于黑车整治的回应', '凡河新区积水问题处置情况']; add('/zwgk/hygq/index.jhtml', '回应关切', dl(hy.map((t, i) => [`/zwgk/hygq/${i + 1}.jhtml`, t, ago(21 + 30 * i)]))); hy.forEach((t, i) => add(`/zwgk/hygq/${i + 1}.jhtml`, t, `<h1>${t}</h1><time>${ago(21 + 30 * i)}</time><p>对群众反映的问题，有关部门回应如下：正在整改。</p>`));
add('/12345.jhtml', '12345热线', '<p>铁岭市12345政务服务便民热线统一受理企业和群众的咨询、求助、投诉、举报和建议，拨打12345即可。</p>'); add('/tlgk.jhtml', '铁岭概况', '<p>铁岭位于辽宁北部，辖两区两市三县。</p>');
add('/ysbh.jhtml', '隐私保护', '<p>本网站尊重用户隐私。本网站可能收集您的浏览器类型和访问时间，用于统计访问量。</p><p>未经您同意，本网站不会向第三方提供您的个人信息。</p>'); add('/wzdt.jhtml', '站点地图', dl([...menu, ['/zwgk/qzqd/index.jhtml', '权责清单'], ['/zwgk/hygq/index.jhtml', '回应关切'], ['/12345.jhtml', '12345热线']]));
// behind robots.txt: there for people, not for programs
add('/hudong/index.jhtml', '互动交流', dl([['/hudong/szxx/index.jhtml', '市长信箱'], ['/hudong/lxgk/index.jhtml', '来信公开'], ['/hudong/zsk/index.jhtml', '便民知识库']])); add('/hudong/szxx/index.jhtml', '市长信箱', '<form action="/hudong/save.jspx" method="post"><input name="title"/><textarea name="content" maxlength="600"></textarea><button>提交</button></form>');
add('/hudong/lxgk/index.jhtml', '来信公开', dl(letters.map((l) => [`/hudong/lxgk/${l.id}.jhtml`, l.title, ago(l.sent)]))); for (const l of letters) add(`/hudong/lxgk/${l.id}.jhtml`, l.title, `<p>来信时间 ${ago(l.sent)}</p><p>${l.ask}</p><p>答复时间 ${ago(l.replied)}</p><p>${l.answer}</p>`); add('/hudong/zsk/index.jhtml', '便民知识库', dl(S.matters.slice(0, 12).map((m, i) => [`/hudong/zsk/${i + 1}.jhtml`, m.name, ago(30 + i)]))); S.matters.slice(0, 12).forEach((m, i) => add(`/hudong/zsk/${i + 1}.jhtml`, m.name, `<p>${m.text}</p>`));
const rows = [...pol.map((p, i) => [p[0], p[1], p[2], `/zwgk/zcwj/${i + 1}.jhtml`]), ...news.map((a) => ['', a.title, a.text, `/tlyw/${a.id}.jhtml`])]; pages.set('/search.jspx', (c) => { const h = match(rows, c.query.get('q')); return lay('搜索', `<p>${esc(c.query.get('q') ?? '')}：${h.length}条</p>${dl(h.slice(0, 10).map((r) => [r[3], r[1]]))}`); });
const nginx = () => '<!DOCTYPE html>\n<html>\n<head>\n<title>Welcome to nginx!</title>\n</head>\n<body>\n<h1>Welcome to nginx!</h1>\n<p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p>\n<p><em>Thank you for using nginx.</em></p>\n</body>\n</html>\n';
export default { code: '211200', name: city, pinyin: 'tieling', province: '辽宁省', region: '东北', portal: W + '/', service: F + '/', open_data: D + '/',
  hosts: { 'www.tieling-longshan.gov.cn': { handle: S.table(pages), robots: 'User-agent: *\nDisallow: /hudong/\nDisallow: /search\n', mailbox: /save\.jspx/ }, 'zwfw.tieling-longshan.gov.cn': { dead: true, handle: () => null }, 'data.tieling-longshan.gov.cn': { handle: nginx } },
  truth: [
    ['service-lists', 'present', 'working', { count: [30, 49] }, 'two lists of 30 and 19'], ['disclosure-catalog', 'present', 'reachable', null, 'nine fields linked, all empty'], ['service-guide', ['present', 'unknown'], 'linked', null, 'entry on the home page, host dead'], ['one-entry', 'unknown', null, null, 'service host dead, nothing on the portal'], ['cross-region', 'unknown', null, null, 'service host dead, nothing on the portal'], ['e-certificate', 'unknown', null, null, 'service host dead; a headline'],
    ['appeal-channels', 'present', 'working', null, 'hotline page is open to all'], ['appeal-form', ['unknown', 'present'], ['linked'], null, 'entry visible, robots.txt forbids /hudong/'], ['one-thing', ['present', 'unknown'], 'linked', null, 'entry on the home page, host dead'], ['case-tracking', 'unknown', null, null, 'host dead'], ['reply-timeliness', 'unknown', null, null, 'robots.txt forbids /hudong/'], ['follow-up', 'unknown', null, null, 'would stand under /hudong/'],
    ['knowledge-base', ['unknown', 'present'], ['linked'], null, 'entry visible, robots.txt forbids /hudong/'], ['proactive-response', 'present', 'working', null, 'under /zwgk/, three dated items'], ['smart-search', ['unknown', 'present'], ['linked'], null, 'box visible, robots.txt forbids /search'], ['smart-qa', ['absent', 'unknown'], null, null, 'no entry on the portal; a headline; /hudong/ and service host unread'], ['accessibility', 'present', ['working', 'reachable'], null, '关怀模式 switches, viewport'], ['personal-space', 'unknown', null, null, 'service host dead'],
    ['open-data-platform', ['present', 'unknown'], 'linked', null, 'link shows Welcome to nginx'], ['data-catalog', ['unknown', 'absent', 'not-applicable'], null, null, 'no platform to be seen behind the link'], ['api-count', ['unknown', 'absent', 'not-applicable'], null, null, 'as before'], ['app-count', ['unknown', 'absent', 'not-applicable'], null, null, 'as before'], ['data-security-policy', ['absent', 'unknown'], null, null, 'no rule on data among the policies; a headline; platform unread'], ['privacy-policy', 'present', 'reachable', null, 'three parts of eight at most'],
  ],
  check: { decoys, dead: [/zwfw\.tieling/], absentWords: { 'smart-qa': /智能问答|机器人/, 'data-security-policy': /数据安全|公共数据/, 'e-certificate': /电子证照/, 'cross-region': /跨省通办|跨域通办/, 'follow-up': /回访/ },
    proofs: { 'service-lists': [`${W}/zwgk/qzqd/1.jhtml`, /权责清单/], 'disclosure-catalog': [`${W}/zwgk/jczwgk/index.jhtml`, /标准化目录/], 'service-guide': [`${W}/`, /办事指南/], 'appeal-channels': [`${W}/12345.jhtml`, /12345/], 'one-thing': [`${W}/`, /一件事/], 'proactive-response': [`${W}/zwgk/hygq/index.jhtml`, /回应/], accessibility: [`${W}/`, /关怀模式/], 'open-data-platform': [`${W}/`, /数据开放/], 'privacy-policy': [`${W}/ysbh.jhtml`, /隐私/] },
    counts: { 'service-lists': [`${W}/zwgk/qzqd/1.jhtml`, /<tr><td>/g] } } };

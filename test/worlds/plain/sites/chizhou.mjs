// 池州市: content/column addresses, fragments loaded by label requests; robots.txt keeps visitors out of the letter board and of the search; data platform opens with nothing in it.
import { ago, docx, esc, json, reply, script, times } from '../lib.mjs';
import * as S from './_stock.mjs';

const W = 'www.chizhou-web.gov.cn'; const F = 'zwfw.chizhou-web.gov.cn'; const C = '池州市';
const ms = S.matters(C);
const areas = ['贵池区', '东至县', '石台县', '青阳县', '九华山风景区', '江南新兴产业集中区'];
const decoys = ['池州市推进基层政务公开标准化工作培训会召开', '全市电子证照归集提前完成年度任务', '东至县开展12345热线办理回访工作', '首届“数据要素”创新应用大赛池州分赛落幕'];
const news = S.news({ city: '池州', areas, goods: ['九华黄精', '霄坑绿茶', '傩戏', '半导体', '秋浦河漂流', '富硒米'], n: 118, seed: 3417, src: ['池州日报', '池州市传媒中心', '市政府办公室'] });
decoys.forEach((t, i) => news.splice(2 + i * 9, 0, { id: 48000 + i, title: t, days: 4 + i * 19, date: ago(4 + i * 19), src: '池州日报', paras: [`本报讯 ${t}。`, '与会同志作了交流。'] })); news.sort((x, y) => x.days - y.days);
const faq = ms.map((m) => ({ id: 57000 + m.i, title: `${m.title}常见咨询`, date: ago(33 + m.i * 4), src: m.office, paras: [m.text] }));
const attention = times(6, (i) => ({ id: 58000 + i, title: `关于${['长江大桥限行', '杏花村停车', '学校伙食', '菜篮子价格', '老年公交', '城西内涝'][i]}的回应`, date: '', src: '市政府', paras: ['经核查，相关情况说明如下，欢迎继续监督。'] }));
const cols = { 101: ['池州要闻', news], 140: ['热点问题知识库', faq], 150: ['回应关切', attention] };
const art = new Map(Object.values(cols).flatMap((c) => c[1].map((n) => [String(n.id), [c[0], n]])));
const LISTS = [['权责清单', 92, '行政处罚'], ['行政许可事项清单', 64, '行政许可'], ['公共服务清单', 40, '公共服务'], ['证明事项清单', 16, '证明'], ['涉企收费清单', 9, '收费']].map(([t, n, k]) => ({ t, rows: S.powers(C, n, [k]) }));
const things = S.THINGS.slice(2, 14);
const NAV = [['首页', '/'], ['池州要闻', '/content/column/101'], ['政务公开', '/OpennessContent/show'], ['政务服务', `http://${F}/`], ['互动交流', '/hudong/index'], ['数据开放', '/OpenData/index'], ['知识库', '/content/column/140'], ['回应关切', '/content/column/150']];
const page = (t, b, o = {}) => `<!DOCTYPE HTML><html><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width,initial-scale=1.0" /><meta name="SiteName" content="池州市人民政府" /><meta name="SiteIDCode" content="3417000033" /><title>${esc(t)}_池州市人民政府</title><script src="/assets/js/lx.core.js"></script></head><body><div class="lx-head" style="width:1180px;background:#036;color:#fff;padding:20px"><span class="lx-name">池州市人民政府</span><span id="lxnav" data-label="navLabel"></span><form action="/site/search/3417" method="get"><input name="keywords" title="搜索" placeholder="搜索"><input type="submit" value="搜索"></form></div><div class="lx-main" style="width:1180px">${b}</div>${o.bare ? '' : `<div class="lx-foot" style="width:1180px"><a href="/wap/ysq">隐私条款</a> <a href="/site/map">网站地图</a> <p>主办单位：池州市人民政府办公室</p><p>关注微信公众号“池州政务” 扫码下载政务APP</p></div>`}<script src="/assets/js/lx.kf.js"></script></body></html>`;
const CORE = `window.onload=function(){var ns=document.querySelectorAll('[data-label]');for(var i=0;i<ns.length;i++)(function(n){var x=new XMLHttpRequest();x.open('GET','/site/label/8888?labelName='+n.getAttribute('data-label')+(n.getAttribute('data-arg')||''));x.onload=function(){n.innerHTML=x.responseText};x.send()})(ns[i])};`;
const KF = `(function(){var d=document.createElement('div');d.id='lxkf';d.style.cssText='position:fixed;right:0;top:300px';d.innerHTML='<a href="javascript:void(0)" id="lxkfo">智能机器人</a><div id="lxkfb" style="display:none"><div id="lxkfl">池小智：您好！</div><input id="lxkfi"><button id="lxkfs">发送</button></div>';document.body.appendChild(d);
document.getElementById('lxkfo').onclick=function(){document.getElementById('lxkfb').style.display='block'};document.getElementById('lxkfs').onclick=function(){var q=document.getElementById('lxkfi').value,x=new XMLHttpRequest();x.open('POST','/assets/kf/talk');x.setRequestHeader('Content-Type','application/x-www-form-urlencoded');x.onload=function(){var p=document.createElement('div');p.textContent=JSON.parse(x.responseText).msg;document.getElementById('lxkfl').appendChild(p)};x.send('w='+encodeURIComponent(q))}})();`;
const ul = (rows) => `<ul class="doc_list">${rows.map(([t, u, d]) => `<li><a href="${u}">${t}</a>${d ? `<span class="date">${d}</span>` : ''}</li>`).join('')}</ul>`;
const item = (n) => [n.title, `/content/article/${n.id}`, n.date];
function portal(ctx) {
  const p = ctx.path; const q = ctx.query;
  if (p === '/assets/js/lx.core.js') return script(CORE); if (p === '/assets/js/lx.kf.js') return script(KF);
  if (p === '/assets/kf/talk' && ctx.method === 'POST') return json({ msg: '池小智正在学习中，您可以拨打12345进行人工咨询，祝您生活愉快！' });
  if (p === '/site/label/8888') { const l = q.get('labelName'); if (l === 'navLabel') return NAV.map(([t, u]) => `<a href="${u}" style="color:#fff">${t}</a>`).join(' '); if (l === 'articleNews') { const k = Number(q.get('pageIndex') ?? 1); return ul(news.slice((k - 1) * 30, k * 30).map(item)); } if (l === 'serviceLabel') return ul([['办事指南', `http://${F}/bszn`], ['一件事', `http://${F}/onething`], ['长三角跨省通办', `http://${F}/csj`], ['办件查询', `http://${F}/bjcx`], ['我的空间', `http://${F}/mine`]]); return ''; }
  if (p === '/') return page('首页', '<h3>池州要闻</h3><div data-label="articleNews" data-arg="&pageIndex=1"></div><h3>服务</h3><div data-label="serviceLabel"></div><h3>互动</h3><p><a href="/hudong/xinxiang">书记市长信箱</a> <a href="/hudong/laixin">来信公开</a> <a href="/content/12345">12345热线</a></p><p><a href="/content/column/101">更多</a> <a href="/site/map">网站地图</a></p>');
  const c = /^\/content\/column\/(\d+)$/.exec(p)?.[1]; if (c && cols[c]) { const [t, rows] = cols[c]; const k = Number(q.get('pageIndex') ?? 1); return page(t, `<h2>${t}</h2>${ul(rows.slice((k - 1) * 25, k * 25).map(item))}<div class="pagination">${times(Math.ceil(rows.length / 25), (i) => `<a href="/content/column/${c}?pageIndex=${i + 1}">${i + 1}</a> `).join('')}</div>`); }
  const a = art.get(/^\/content\/article\/(\d+)$/.exec(p)?.[1]); if (a) return page(a[1].title, `<h1>${a[1].title}</h1><div class="info">${a[1].date ? `发布时间：${a[1].date} ` : ''}来源：${a[1].src}</div><div class="j-fontContent">${a[1].paras.map((x) => `<p>${x}</p>`).join('')}</div>`);
  if (p === '/content/12345') return page('12345热线', '<p>池州市12345政务服务便民热线：市内直拨12345，外地拨打0000-12345。</p>');
  if (p === '/OpennessContent/show') return page('政务公开', ul(LISTS.map((l, i) => [l.t, `/OpennessContent/list/${i}`, ago(45 + i * 20)])));
  const l = /^\/OpennessContent\/list\/(\d)$/.exec(p)?.[1]; if (LISTS[l]) { const x = LISTS[l]; return page(x.t, `<h3>${C}${x.t}</h3><p>共${x.rows.length}项　更新日期：${ago(45 + l * 20)}</p><table class="qd" border="1"><thead><tr><th>编码</th><th>项目名称</th><th>类别</th><th>实施主体</th><th>实施依据</th></tr></thead><tbody>${x.rows.map((r) => `<tr>${r.map((v) => `<td>${v}</td>`).join('')}</tr>`).join('')}</tbody></table>`); }
  if (p === '/OpenData/index') return page('数据开放平台', '<h2>池州市公共数据开放平台</h2><p>数据目录 0 个　数据接口 0 个</p><p><a href="/OpenData/catalog">数据目录</a> <a href="/OpenData/rules">平台规则</a></p>');
  if (p === '/OpenData/catalog') return page('数据目录', '<h2>数据目录</h2><table border="1"><tr><th>名称</th><th>部门</th><th>更新时间</th></tr><tr><td colspan="3">暂无数据</td></tr></table>');
  if (p === '/OpenData/rules') return page('平台规则', `<p><a href="/OpenData/file/gl.docx">池州市公共数据资源开放管理规定.docx</a> ${ago(210)}</p>`);
  if (p === '/OpenData/file/gl.docx') return reply(docx(['池州市公共数据资源开放管理规定', '第一章 总则', '第一条 为了促进公共数据资源开放，制定本规定。', '第二章 开放目录', '第七条 目录实行动态调整。', '第三章 数据安全保障', '第十一条 数据主管部门和提供单位共同建立公共数据安全保障制度。', '第十二条 开放前应当进行安全风险评估和脱敏处理。', '第四章 附则']), { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' });
  if (p === '/site/map') return page('网站地图', ul(NAV.concat([['书记市长信箱', '/hudong/xinxiang'], ['来信公开', '/hudong/laixin'], ['12345热线', '/content/12345']])));
  // kept from robots
  if (p.startsWith('/hudong/')) return page('互动交流', p.endsWith('laixin') ? ul(S.letters({ city: C, areas, n: 10, seed: 34 }).map((x) => [x.title, '/hudong/index', `来信 ${x.asked} 答复 ${x.done}`])) : p.endsWith('xinxiang') ? '<form method="post" action="/hudong/save"><input name="t"><textarea name="c"></textarea><button>提交</button></form>' : ul([['书记市长信箱', '/hudong/xinxiang'], ['来信公开', '/hudong/laixin']]));
  if (p === '/site/search/3417') { const h = S.find(faq.concat(news).map((n, i) => ({ kw: ms[i]?.kw, title: n.title, text: n.paras.join(''), url: `/content/article/${n.id}`, date: n.date })), q.get('keywords')); return page('搜索', `<p>共${h.length}条</p>${ul(h.slice(0, 10).map((d) => [d.title, d.url, d.date]))}`); }
}
const L = { name: '事项名称', basis: '实施依据', cond: '办理条件', mats: '申请材料', place: '受理地点', hours: '受理时间', flow: '办理环节', limit: '承诺时限', fee: '收费' };
const sp = (t, b) => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${t}|池州政务服务网</title></head><body><aside class="cz-side"><p>池州政务服务网</p>${[['首页', '/'], ['事项', '/bszn'], ['一件事', '/onething'], ['长三角', '/csj'], ['查询', '/bjcx']].map(([x, u]) => `<p><a href="${u}">${x}</a></p>`).join('')}</aside><article>${b}</article></body></html>`;
function service(ctx) {
  const p = ctx.path;
  if (p === '/') return sp('首页', '<h1>池州政务服务网</h1><p>请选择服务。</p>');
  if (p === '/bszn') { const d = ctx.query.get('dept'); const offices = [...new Set(ms.map((m) => m.office))]; return sp('办事指南', `<h2>办事指南</h2>${d === null ? offices.map((o, i) => `<p><a href="/bszn?dept=${i}">${o}</a></p>`).join('') : ms.filter((m) => m.office === offices[d]).map((m) => `<p><a href="/bszn/${m.i}.html">${m.title}</a></p>`).join('')}`); }
  const g = /^\/bszn\/(\d+)\.html$/.exec(p); if (g && ms[g[1]]) return sp(ms[g[1]].title, `<h2>${ms[g[1]].title}</h2>${S.guide(ms[g[1]], C, L).map(([a, b]) => `<h5>${a}</h5><p>${b}</p>`).join('')}`);
  if (p === '/onething') return sp('一件事', `<h2>高效办成一件事</h2>${things.map((t) => `<div class="card"><b>${t}</b><span>一次办</span></div>`).join('')}<p>共上线${things.length}件</p>`);
  if (p === '/csj') return sp('长三角', '<h2>长三角跨省通办</h2><p>依托长三角一网通办平台，群众可在三省一市任一窗口提交申请。</p>');
  if (p === '/bjcx') return sp('办件查询', '<h2>办件查询</h2><p>请在自助终端刷证查看本人办理进度。</p>');
}
const expand = (url) => (/cn\/$/.test(url) && url.includes(W) ? ['navLabel', 'articleNews&pageIndex=1', 'serviceLabel'].map((x) => `http://${W}/site/label/8888?labelName=${x}`) : []);
export default {
  code: '341700', name: C, pinyin: 'chizhou', province: '安徽省', region: '中部', portal: `http://${W}/`, service: `http://${F}/`, open_data: `http://${W}/OpenData/index`,
  hosts: { [W]: { handle: portal, robots: 'User-agent: *\nDisallow: /hudong/\nDisallow: /site/search/\n', mailbox: /hudong\/save/ }, [F]: { handle: service } },
  truth: [
    ['service-lists', 'present', 'working', null, 'five lists as tables: 92, 64, 40, 16, 9'],
    ['disclosure-catalog', 'absent', null, null, 'a training headline'],
    ['service-guide', 'present', 'working', null, 'guides by office; no telephone, complaint or result'],
    ['one-entry', 'present', 'linked', null, 'footer names a WeChat account and an app, no page of them'],
    ['cross-region', 'present', 'reachable', null, 'zone of one paragraph, no number'],
    ['e-certificate', 'absent', null, null, 'a headline'],
    ['appeal-channels', 'present', 'working', null, 'hotline page is open to all; mailbox behind robots.txt'],
    ['appeal-form', ['present', 'unknown'], 'linked', null, 'entry seen, page forbidden by robots.txt'],
    ['one-thing', 'present', 'working', { count: 12 }, 'zone of twelve'],
    ['case-tracking', 'present', 'reachable', null, 'page of the query without a field'],
    ['reply-timeliness', 'unknown', null, null, 'letters forbidden by robots.txt'],
    ['follow-up', ['absent', 'unknown'], null, null, 'a headline; the letter board is forbidden by robots.txt'],
    ['knowledge-base', 'present', 'working', null, 'newest 33 days'],
    ['proactive-response', 'present', 'reachable', null, 'items without any day'],
    ['smart-search', ['present', 'unknown'], 'linked', null, 'box seen, engine forbidden by robots.txt'],
    ['smart-qa', 'present', ['reachable', 'linked'], null, 'floating widget, always the same sentence'],
    ['accessibility', 'present', 'reachable', null, 'claims the width of the device, yet 1180 pixels wide'],
    ['personal-space', 'present', 'linked', null, 'entry leads to a missing page'],
    ['open-data-platform', 'present', 'reachable', null, 'zero sets'],
    ['data-catalog', 'present', 'reachable', null, 'catalogue opens and is empty'],
    ['api-count', ['present', 'absent'], null, { count: 0 }, 'states none'],
    ['app-count', 'absent', null, null, 'nothing on the platform; a headline on a contest'],
    ['data-security-policy', 'present', 'working', null, 'Word file on the platform, chapter three'],
    ['privacy-policy', 'present', 'linked', null, 'footer entry whose page is missing'],
  ],
  check: { tally: { 'one-thing': [/\/onething$/, /class="card"/g] }, decoys, expand, dead: [/kf\/talk$/, /\/wap\/ysq$/, /\/mine$/], ghost: [/labelName=$/, /search\/3417$/], explained: {},
    proof: { 'service-lists': [`http://${W}/OpennessContent/list/4`, /共9项/], 'service-guide': [`http://${F}/bszn/12.html`, /承诺时限/], 'one-entry': [`http://${W}/`, /政务APP/], 'cross-region': [`http://${F}/csj`, /三省一市/], 'appeal-channels': [`http://${W}/content/12345`, /直拨12345/], 'appeal-form': [`http://${W}/`, /书记市长信箱/], 'one-thing': [`http://${F}/onething`, /12件/], 'case-tracking': [`http://${F}/bjcx`, /自助终端/], 'knowledge-base': [`http://${W}/content/column/140`, /常见咨询/], 'proactive-response': [`http://${W}/content/column/150`, /的回应/], 'smart-search': [`http://${W}/`, /keywords/], 'smart-qa': [`http://${W}/assets/js/lx.kf.js`, /智能机器人/], accessibility: [`http://${W}/`, /device-width/], 'personal-space': [`http://${W}/site/label/8888?labelName=serviceLabel`, /我的空间/], 'open-data-platform': [`http://${W}/OpenData/index`, /开放平台/], 'data-catalog': [`http://${W}/OpenData/catalog`, /暂无数据/], 'api-count': [`http://${W}/OpenData/index`, /接口 0/], 'data-security-policy': [`http://${W}/OpenData/rules`, /docx/], 'privacy-policy': [`http://${W}/`, /隐私条款/] },
    robot: (q) => [`http://${W}/assets/kf/talk`, 'POST', `w=${encodeURIComponent(q)}`], robotDull: true, search: (q) => [`http://${W}/site/search/3417?keywords=${encodeURIComponent(q)}`] },
};

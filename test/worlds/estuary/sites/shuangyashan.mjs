// 双鸭山市: an old JSP portal in a frameset, menus of pictures, a broken search, letters without dates, a tiny data page; the service host shows one and the same notice at every address.
import { ago, esc, reply, gbk, go, times } from '../lib.mjs';
import * as P from '../pool.mjs';

const g = { c: '双鸭山市', short: '双鸭山市', areas: ['尖山区', '岭东区', '四方台区', '宝山区', '集贤县', '友谊县', '宝清县', '饶河县'], seed: 2305, base: 71000, paper: '双鸭山日报', code: '230500' };
const W = 'www.sys230500.gov.cn'; const S = 'zwfw-sys.hlj23.gov.cn';
const news = P.news(g, 60, [
  ['宝清县启用智能问答终端服务办事群众', ['宝清县政务大厅启用智能问答机器人终端。'], 5],
  ['市政府召开个人信息和隐私保护专题学习会', ['会议学习了个人信息保护法，强调数据安全。'], 11],
  ['集贤县公开基层政务公开事项标准目录', ['集贤县在县政府网站公开标准目录。'], 19],
  ['市营商局走访回访企业百余家', ['工作人员对企业诉求办理情况进行回访。'], 27],
  ['友谊县主动回应农户春耕备耕关切', ['友谊县农业农村局组织技术员下乡。'], 35],
  ['全省数据接口开放工作会议召开', ['全省公共数据接口和创新应用工作会议在哈尔滨召开。'], 44],
]);
const P0 = '/NewCMS/index/html';
const cols = { xwzx: ['鸭城要闻', news.slice(0, 36)], bmdt: ['县区部门', news.slice(36)], zcfg: ['政策法规', P.policies(g, '双政办发').slice(0, 12).map((p, i) => ({ ...p, id: 79000 + i }))] };
const art = new Map(); for (const [k, [n, rows]] of Object.entries(cols)) for (const r of rows) art.set(String(r.id), [n, r]);
const let_ = P.letters(g, 9, []); const ds = P.datasets(g, 9);
const fr = (b, t = '双鸭山市人民政府') => `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${t}</title></head><body background="${P0}/img/bg.gif"><table width="760">${b}</table></body></html>`;
function handle(ctx) {
  const p = ctx.path; const q = ctx.query;
  if (/\.(jpg|gif|png)$/.test(p)) return reply('', { type: 'image/gif' });
  if (p === '/') return `<html><head><meta http-equiv="refresh" content="0;url=${P0}/index.jsp"><title>双鸭山市人民政府</title></head><body></body></html>`;
  if (p === `${P0}/index.jsp`) return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>双鸭山市人民政府</title><meta name="SiteName" content="双鸭山市人民政府"><meta name="SiteIDCode" content="2305000015"></head><frameset rows="150,*,60" border="0"><frame src="top.jsp" name="top" scrolling="no" noresize><frameset cols="190,*"><frame src="left.jsp" name="left"><frame src="main.jsp" name="main"></frameset><frame src="bottom.jsp" name="bottom" scrolling="no"><noframes>您的浏览器不支持框架</noframes></frameset></html>`;
  if (p === `${P0}/top.jsp`) return fr(`<tr><td><img src="img/top.jpg" width="760"></td></tr><tr><td>${[['main.jsp', 'm1'], ['list.jsp?c=xwzx', 'm2'], ['zwgk.jsp', 'm3'], [`http://${S}/`, 'm4'], ['hudong.jsp', 'm5'], ['shujupt/newslist_all.jsp', 'm6']].map(([h, i]) => `<a href="${h}" target="main"><img src="img/${i}.gif" border="0"></a>`).join('')}</td></tr>`);
  if (p === `${P0}/left.jsp`) return fr(`<tr><td><form action="/servlet/search" method="post" target="main"><input name="words" size="12"><input type="image" src="img/search.gif"></form></td></tr><tr><td><a href="szxx.jsp" target="main"><img src="img/szxx.gif" border="0"></a></td></tr><tr><td><a href="qzqd.jsp" target="main"><img src="img/qzqd.gif" border="0"></a></td></tr><tr><td><a href="http://${S}/bszn" target="main"><img src="img/bszn.gif" border="0"></a></td></tr>`);
  if (p === `${P0}/bottom.jsp`) return fr('<tr><td>双鸭山市人民政府主办 网站标识码：2305000015 黑ICP备00000000号</td></tr>');
  if (p === `${P0}/main.jsp`) return fr(`<tr><td>鸭城要闻</td></tr>${cols.xwzx[1].slice(0, 26).map((r) => `<tr><td><a href="view.jsp?id=${r.id}">${r.title}</a> ${r.date}</td></tr>`).join('')}<tr><td>县区部门</td></tr>${cols.bmdt[1].slice(0, 14).map((r) => `<tr><td><a href="view.jsp?id=${r.id}">${r.title}</a></td></tr>`).join('')}`);
  if (p === `${P0}/list.jsp`) { const c = cols[q.get('c')]; if (!c) return null; const n = Number(q.get('pageno') ?? 1); const all = Math.ceil(c[1].length / 15); return fr(`<tr><td>${c[0]}</td></tr>${c[1].slice((n - 1) * 15, n * 15).map((r) => `<tr><td><a href="view.jsp?id=${r.id}">${r.title}</a> ${r.date}</td></tr>`).join('')}<tr><td>共${all}页 ${n < all ? `<a href="list.jsp?c=${q.get('c')}&pageno=${n + 1}">下一页</a>` : ''}</td></tr>`, c[0]); }
  if (p === `${P0}/view.jsp`) { const a = art.get(q.get('id')); return a && fr(`<tr><td align="center"><b>${a[1].title}</b></td></tr><tr><td>${a[1].date} ${a[1].src ?? ''}</td></tr><tr><td>${a[1].body.join('<br>')}</td></tr>`, a[1].title); }
  if (p === `${P0}/zwgk.jsp`) return fr('<tr><td><a href="list.jsp?c=zcfg">政策法规</a> <a href="qzqd.jsp">权责清单</a> <a href="list.jsp?c=bmdt">县区部门</a></td></tr>', '政务公开');
  if (p === `${P0}/qzqd.jsp`) return fr(`<tr><td>双鸭山市权责清单</td></tr>${times(6, (i) => `<tr><td><img src="img/qd${i + 1}.jpg" width="740"></td></tr>`).join('')}`, '权责清单');
  if (p === `${P0}/hudong.jsp`) return fr('<tr><td><a href="szxx.jsp">市长信箱</a> <a href="rx.jsp">市长热线12345</a></td></tr>', '互动');
  if (p === `${P0}/rx.jsp`) return fr('<tr><td>双鸭山市12345政务服务便民热线，电话：12345。</td></tr>', '热线');
  if (p === `${P0}/szxx.jsp`) return fr(`<tr><td><a href="xx_write.jsp">给市长写信</a></td></tr>${let_.map((l) => `<tr><td><a href="xx_view.jsp?id=${l.id}">${l.title}</a></td></tr>`).join('')}`, '市长信箱');
  if (p === `${P0}/xx_view.jsp`) { const l = let_.find((x) => String(x.id) === q.get('id')); return l && fr(`<tr><td>${l.title}</td></tr><tr><td>${l.q}</td></tr><tr><td>回复：${l.a}</td></tr>`, l.title); }
  if (p === `${P0}/xx_write.jsp`) return fr('<tr><td><form action="xx_save.jsp" method="post">姓名<input name="n"><br>电子邮箱<input name="e"><br>标题<input name="t"><br>内容<textarea name="c" rows="8" cols="60"></textarea><br><input type="submit" value="发送"></form></td></tr>', '写信');
  if (p === `${P0}/xx_save.jsp`) return fr('<tr><td>已发送</td></tr>');
  if (p === '/servlet/search') return reply('<html><body><h1>HTTP Status 500</h1><pre>java.lang.NullPointerException</pre></body></html>', { status: 500 });
  if (p === `${P0}/shujupt/newslist_all.jsp`) return fr(`<tr><td>双鸭山市政府数据开放</td></tr>${ds.map((d) => `<tr class="ds"><td><a href="/NewCMS/index/html/shujupt/news.jsp?id=${d.id}">${d.title}</a> ${d.dept} ${d.date}</td></tr>`).join('')}`, '数据开放');
  if (p === `${P0}/shujupt/news.jsp`) { const d = ds.find((x) => String(x.id) === q.get('id')); return d && fr(`<tr><td>${d.title}</td></tr><tr><td>提供单位 ${d.dept} 更新 ${d.date}</td></tr><tr><td><a href="/NewCMS/upload/${d.id}.xls">下载xls</a></td></tr>`, d.title); }
  if (/^\/NewCMS\/upload\/\d+\.xls$/.test(p)) return reply('a\tb\n', { type: 'application/vnd.ms-excel' });
  return null;
}
const notice = () => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>系统升级公告</title></head><body style="text-align:center"><h2>系统升级公告</h2><p>因政务服务平台升级改造，本网站暂停对外服务，给您带来不便，敬请谅解。</p><p>${ago(16, 'Y年m月d日')}</p></body></html>`;
const stop = 'the service host shows a notice at every address';
const no = (p, w = 'nowhere on the portal, which can be read in full') => [p, 'absent', null, null, w];
export default { code: '230500', name: '双鸭山市', pinyin: 'shuangyashan', province: '黑龙江省', region: '东北', portal: `http://${W}/`, service: `http://${S}/`, open_data: `http://${W}${P0}/shujupt/newslist_all.jsp`, service_confidence: 'medium',
  hosts: { [W]: { handle, server: 'Resin/3.1.12', delay: 200, mailbox: /xx_save/ }, [S]: { handle: notice } },
  truth: [
    ['service-lists', 'present', 'reachable', null, 'six scanned pictures; nothing to count'], no('disclosure-catalog', 'headline of 集贤县'), ['service-guide', ['unknown', 'present'], ['linked'], null, stop], ['one-entry', 'unknown', null, null, stop], ['cross-region', 'unknown', null, null, stop], ['e-certificate', 'unknown', null, null, stop],
    ['appeal-channels', 'present', 'working', { count: [2, 3] }, 'mailbox, 12345'], ['appeal-form', 'present', 'working', null, 'xx_write.jsp'], ['one-thing', 'unknown', null, null, stop], ['case-tracking', 'unknown', null, null, stop], ['reply-timeliness', 'unknown', null, null, 'the letters show no dates'], no('follow-up', 'headline'), no('knowledge-base'), no('proactive-response', 'headline of 友谊县'), ['smart-search', 'present', 'linked', null, 'the engine answers 500'], no('smart-qa', 'headline of 宝清县'), no('accessibility', 'frames, fixed widths, no mode'), ['personal-space', ['unknown', 'absent'], null, null, stop],
    ['open-data-platform', 'present', 'working', null, 'a page of the portal lists nine data sets'], ['data-catalog', 'present', 'working', { count: 9 }, 'nine, no search'], no('api-count', 'headline of the province'), no('app-count', 'headline of the province'), no('data-security-policy', 'headline'), ['privacy-policy', ['absent', 'unknown'], null, null, 'none on the portal; the service host shows only a notice'],
  ],
  proof: { 'service-lists': [`http://${W}${P0}/qzqd.jsp`], 'appeal-channels': [`http://${W}${P0}/rx.jsp`], 'appeal-form': [`http://${W}${P0}/xx_write.jsp`], 'smart-search': [], 'open-data-platform': [`http://${W}${P0}/shujupt/newslist_all.jsp`], 'data-catalog': [`http://${W}${P0}/shujupt/news.jsp?id=${ds[8].id}`] },
  deadLinks: [`http://${W}/servlet/search`],
  counts: { 'data-catalog': [`http://${W}${P0}/shujupt/newslist_all.jsp`, /class="ds"/g] },
  decoy: { 'disclosure-catalog': [/基层政务公开|标准目录/, /view|list|main/], 'follow-up': [/回访/, /view|list|main/], 'knowledge-base': [/知识库|常见问题|热点问题/, /^$/], 'proactive-response': [/主动回应|回应关切/, /view|list|main/], 'smart-qa': [/智能问答|机器人/, /view|list|main/], 'api-count': [/接口/, /view|list|main/], 'app-count': [/创新应用|应用成果/, /view|list|main/], 'data-security-policy': [/数据安全/, /view|list|main/], accessibility: [/viewport|无障碍|适老|English/, /^$/], 'privacy-policy': [/隐私/, /view|list|main/] },
};

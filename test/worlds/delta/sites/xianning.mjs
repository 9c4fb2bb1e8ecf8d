// 咸宁市: TRS WCM, relative links, static list pages index_N.shtml, IGS search, letters on a host of their own behind a log-in; lists as xlsx attachments.
import { esc, reply, script, ago, times, match, go, pdf } from '../lib.mjs';
import { topics, headlines, paragraphs, letters } from '../stock.mjs';
import { xlsx, xlsxRows } from '../shared/xlsx.mjs';
import * as hubei from '../shared/hubei.mjs';

const H = 'www.xianningdlt.gov.cn', L = 'hd.xianningdlt.gov.cn';
const S = `http://${hubei.HOST}`;
const counties = ['咸安区', '赤壁市', '嘉鱼县', '通城县', '崇阳县', '通山县'];
const ym = (x) => ago(x.days, 'YM'); const file = (x) => `t${ago(x.days, 'YMD')}_${x.id}.shtml`;
const mk = (n, base, step, extra, gap) => headlines({ n, base, counties, from: 9, step, extra, gap });
const col = {
  'xwzx/xnyw': { name: '咸宁要闻', list: mk(30, 4130012, 5, [{ title: '我市召开基层政务公开标准化规范化工作推进会' }, { title: '省公共数据开放平台在武汉发布 咸宁组织收看' }, { title: '赤壁市中学生在智能问答机器人创意赛中获奖' }, { title: '我市开展个人隐私保护普法宣传' }], 1.3) },
  'xwzx/bmdt': { name: '部门动态', list: mk(16, 4150012, 11, [], 3) },
  'xwzx/xsqkx': { name: '县市区快讯', list: mk(16, 4170012, 13, [], 2.2) },
  'zwgk/tzgg': { name: '通知公告', list: mk(12, 4190012, 17, [], 5).map((x) => ({ ...x, title: '关于' + x.title.replace(/^.{0,4}：/, '') + '的公告' })) },
  'zwgk/zc/gfxwj': { name: '规范性文件', list: ['咸宁市公共数据资源管理办法', '咸宁市中心城区停车管理规定', '咸宁市促进民营经济发展若干措施', '咸宁市城市居民供水管理办法', '咸宁市保障性租赁住房实施细则'].map((t, i) => ({ id: 4200100 + i * 9, days: 25 + i * 53, title: `咸宁市人民政府关于印发${t}的通知`, kind: 'doc', pdf: i === 0 })) },
  'zwgk/fdzdgknr/qd': { name: '权责事项公开', list: [{ id: 4201001, days: 66, title: '咸宁市市直部门权力清单和责任清单（2026年版）', kind: 'xlsx' }, { id: 4201009, days: 90, title: '咸宁市公共服务事项清单', kind: 'xls' }, { id: 4201017, days: 130, title: '咸宁市保留的证明事项清单', kind: 'table' }] },
  'hdjl/mskr': { name: '民声快应', list: ['网友反映温泉城区雨天积水，市住建局：增设雨水井十二处', '关于近期自来水有异味传言的情况说明', '市交通运输局就“公交延误”作出答复', '针对网民关心的学位不足，教育部门公布新增学位安排', '关于城铁南站停车场收费的说明', '市场监管部门就“阴阳菜单”问题通报处置情况'].map((t, i) => ({ id: 4210007 + i * 5, days: 9 + i * 17, title: t })) },
  'hdjl/bjhtk': { name: '办件回头看', list: times(6, (i) => ({ id: 4220003 + i * 3, days: 8 + i * 31, title: `${ago(8 + i * 31 + 25, 'Y年m月')}12345热线办件回访情况`, kind: 'back', n: i })) },
};
const cjwt = '<p>栏目建设中，敬请期待……</p>';
const bySlug = new Map(); for (const [c, v] of Object.entries(col)) for (const x of v.list) bySlug.set(`/${c}/${ym(x)}/${file(x)}`, [c, x]);
const up = (c) => '../'.repeat(c.split('/').length);
const rel = (x) => `./${ym(x)}/${file(x)}`;
const box = letters({ n: 10, counties, late: [1, 6], from: 5, gap: 11 });
const wrap = (title, body, up, o = '') => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta charset="utf-8"/><title>${esc(title)}</title><meta content="咸宁市人民政府" name="SiteName"/><meta content="${H}" name="SiteDomain"/><meta content="4212000012" name="SiteIDCode"/>${o}
<style>body{width:1180px;margin:0 auto;font-size:14px}.nav li{float:left;list-style:none;width:160px}.clear{clear:both}</style></head><body>
<div class="toptool"><a href="javascript:void(0)" id="oldhelp" onclick="wzaStart()">长者助手</a> <a href="tencent://message/?uin=0000&Site=xn">在线咨询(QQ)</a><script type="text/javascript" src="http://wza.xianningdlt.gov.cn/dist/aria.js" async="async"></script></div>
<div class="nav"><ul><li><a href="${up}">网站首页</a></li><li><a href="${up}xwzx/xnyw/">新闻中心</a></li><li><a href="${up}zwgk/">政务公开</a></li><li><a href="${S}/webview/fw/index.html?areaCode=421200">办事大厅</a></li><li><a href="${up}hdjl/">政民互动</a></li></ul></div><div class="clear"></div>
<form name="searchform" action="/igs/front/search.jhtml" method="get" target="_blank"><input type="hidden" name="code" value="5d1f0c9be2b94a0f9c0f7c61a27c4211"/><input type="hidden" name="siteId" value="21"/><input type="text" name="searchWord"/><input type="submit" value="搜 索"/></form>
${body}
<div class="footer"><a href="${up}wzsm.shtml">网站声明</a> <a href="${up}wzdt.shtml">网站地图</a> <a href="${up}xz/">掌上政务</a><br/>咸宁市人民政府办公室主办 标识码4212000012</div></body></html>`;
const li = (c, x, pre) => `<li><span>${ago(x.days, 'M-D')}</span><a href="${pre}${c}/${ym(x)}/${file(x)}" title="${esc(x.title)}">${esc(x.title.slice(0, 30))}</a></li>`;
const attach = new Map([['/zwgk/fdzdgknr/qd/P020260924407218863341.xlsx', () => reply(xlsx([['序号', '权力事项名称', '权力类型', '实施部门', '责任事项'], ...times(132, (i) => [i + 1, topics[i % topics.length].name + (i >= topics.length ? '（监督检查）' : ''), ['行政许可', '行政检查', '行政确认'][i % 3], '市' + topics[i % topics.length].dept, '受理、审查、决定、送达、监管'])]), { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })],
  ['/zwgk/fdzdgknr/qd/P020260831301146203377.xls', () => reply(`<html xmlns:x="urn:schemas-microsoft-com:office:excel"><meta charset="utf-8"><table><tr><td>序号</td><td>公共服务事项</td><td>服务对象</td></tr>${times(57, (i) => `<tr><td>${i + 1}</td><td>${topics[i].name}</td><td>${i % 2 ? '自然人' : '法人'}</td></tr>`).join('')}</table></html>`, { type: 'application/vnd.ms-excel' })],
  ['/zwgk/zc/gfxwj/P020261104.pdf', () => reply(pdf(['咸宁市公共数据资源管理办法', '第一章 总则', '第一条 为规范公共数据资源管理，制定本办法。', '第二章 数据归集', '第六条 各部门应当编制本部门数据目录。', '第三章 共享与利用', '第十二条 共享分为无条件共享、有条件共享和不予共享。', '第四章 数据安全', '第二十条 建立数据安全责任制，实行分类分级保护。', '第二十一条 各部门应当制定应急预案，定期开展安全评估。', '第五章 附则', '第二十六条 本办法自印发之日起施行。']), { type: 'application/pdf' })]]);
function body(c, x) {
  if (x.kind === 'xlsx') return `<p>现将经市人民政府同意的市直部门权责事项予以公布。</p><p>附件：<a href="../P020260924407218863341.xlsx">咸宁市市直部门权力清单和责任清单.xlsx</a></p>`;
  if (x.kind === 'xls') return '<p>附件：<a href="../P020260831301146203377.xls">公共服务事项清单.xls</a></p>';
  if (x.kind === 'table') return `<table border="1"><tr><td>序号</td><td>证明事项</td><td>索要单位</td></tr>${times(19, (i) => `<tr><td>${i + 1}</td><td>${['居住', '收入', '未婚', '监护关系', '死亡', '无违法'][i % 6]}证明</td><td>市${topics[i * 3].dept}</td></tr>`).join('')}</table>`;
  if (x.pdf) return '<p>各县、市、区人民政府，市政府各部门：</p><p>现将《咸宁市公共数据资源管理办法》印发给你们，请遵照执行。</p><p><a href="../P020261104.pdf">附件：咸宁市公共数据资源管理办法.pdf</a></p>';
  if (x.kind === 'back') return `<p>本月热线共回访群众诉求${1180 + x.n * 37}件，占应回访量的100%。</p><p>其中满意${1108 + x.n * 35}件，满意率${(93.9 + x.n * 0.3).toFixed(1)}%；对不满意的件退回承办单位二次办理${72 + x.n * 2}件。</p>`;
  return paragraphs(x.id).map((p) => `<p>　　${p}</p>`).join('');
}
const rows = [...topics.slice(0, 40).map((t) => [t.kw, t.name, t.answer, `${S}/webview/bszn/detail.html?itemCode=421200-${1000 + t.i * 13}&areaCode=421200`, 60]), ...Object.entries(col).flatMap(([c, v]) => v.list.map((x) => ['咸宁 ' + v.name, x.title, '', `/${c}/${ym(x)}/${file(x)}`, x.days]))];
// whole list pages of questions so that everyday words are found on the portal too
const qna = topics.slice(40).map((t, i) => [t.kw, `政策问答：${t.name}`, t.answer, `/zwgk/zcwd/t${ago(100 + i, 'YMD')}_${4230001 + i}.shtml`, 100 + i]); rows.push(...qna);
function handle(ctx) {
  let p = ctx.path; const q = ctx.query; let m;
  if (p === '/' || p === '/index.shtml') return wrap('咸宁市人民政府网', `<table width="100%"><tr valign="top"><td><h3><a href="./xwzx/xnyw/">要闻</a></h3><ul>${col['xwzx/xnyw'].list.slice(0, 14).map((x) => li('xwzx/xnyw', x, './')).join('')}</ul></td><td><h3><a href="./xwzx/bmdt/">部门</a> <a href="./xwzx/xsqkx/">县市区</a></h3><ul>${col['xwzx/bmdt'].list.slice(0, 6).map((x) => li('xwzx/bmdt', x, './')).join('')}${col['xwzx/xsqkx'].list.slice(0, 6).map((x) => li('xwzx/xsqkx', x, './')).join('')}</ul></td><td><h3><a href="./zwgk/tzgg/">公告</a></h3><ul>${col['zwgk/tzgg'].list.slice(0, 8).map((x) => li('zwgk/tzgg', x, './')).join('')}</ul></td></tr></table>`, './');
  if (attach.has(p)) return attach.get(p)();
  if (p === '/wzsm.shtml') return wrap('网站声明', '<p>咸宁市人民政府网发布的信息，任何媒体转载须注明出处。本网站不对链接网站的内容负责。</p>', './');
  if (p === '/wzdt.shtml') return wrap('网站地图', `<ul>${Object.entries(col).map(([c, v]) => `<li><a href="./${c}/">${v.name}</a></li>`).join('')}<li><a href="./hdjl/cjwt/">常见问题</a></li><li><a href="./zwgk/zcwd/">政策问答汇编</a></li></ul>`, './');
  if (p === '/xz/') return wrap('掌上政务', `<h2>掌上政务</h2><p>“楚事通办”手机客户端（APP）下载：扫描二维码或在应用市场搜索。</p><p>微信公众号：“咸宁发布”；微信小程序：“楚事通办”。</p>`, '../');
  if (p === '/zwgk/' || p === '/zwgk/index.shtml') return wrap('政务公开', `<ul><li><a href="./tzgg/">通知公告</a></li><li><a href="./zc/gfxwj/">规范性文件</a></li><li><a href="./fdzdgknr/qd/">权责事项公开</a></li><li><a href="./zcwd/">政策问答汇编</a></li></ul>`, '../');
  if (p === '/hdjl/' || p === '/hdjl/index.shtml') return wrap('政民互动', `<ul><li><a href="http://${L}/szxx/list.jsp">市长信箱</a></li><li><a href="http://${L}/szxx/write.jsp">写信</a></li><li><a href="./12345/">12345热线</a></li><li><a href="./mskr/">民声快应</a></li><li><a href="./bjhtk/">办件回头看</a></li><li><a href="./cjwt/">常见问题</a></li></ul>`, '../');
  if (p === '/hdjl/12345/') return wrap('12345热线', '<p>咸宁12345政务服务便民热线：电话0000-00012345，微信搜索“咸宁12345”提交诉求，提供二十四小时人工服务。</p>', '../../');
  if (p === '/hdjl/cjwt/') return wrap('常见问题', cjwt, '../../');
  if (p === '/zwgk/zcwd/') return wrap('政策问答汇编', `<ul>${qna.map((r) => `<li><a href=".${r[3].slice(10)}">${r[1]}</a> ${ago(r[4])}</li>`).join('')}</ul>`, '../../');
  if ((m = qna.find((r) => r[3] === p))) return wrap(m[1], `<h1>${m[1]}</h1><p>${ago(m[4])}</p><p>${m[2]}。</p>`, '../../');
  if ((m = /^\/(.+?)\/(?:index(?:_(\d+))?\.shtml)?$/.exec(p)) && col[m[1]]) { const v = col[m[1]], n = Number(m[2] ?? 0), all = Math.ceil(v.list.length / 8); if (n >= all) return null; const pg = (i) => (i ? `index_${i}.shtml` : 'index.shtml'); return wrap(v.name, `<div class="pos">您的位置：首页 &gt; ${v.name}</div><ul class="list">${v.list.slice(n * 8, n * 8 + 8).map((x) => `<li><a href="${rel(x)}" target="_blank">${esc(x.title)}</a><em>${ago(x.days)}</em></li>`).join('')}</ul><div class="page">共 ${all} 页 ${v.list.length} 条记录 ${n ? `<a href="./${pg(n - 1)}">上一页</a>` : ''} ${n + 1 < all ? `<a href="./${pg(n + 1)}">下一页</a> <a href="./${pg(all - 1)}">尾页</a>` : ''}</div>`, up(m[1])); }
  if ((m = bySlug.get(p))) return wrap(m[1].title, `<h1>${esc(m[1].title)}</h1><div>发布时间：${ago(m[1].days)} 来源：咸宁市人民政府</div><div class="trs_editor_view TRS_UEDITOR">${body(...m)}</div>`, '../'.repeat(m[0].split('/').length + 1), `<meta name="ArticleTitle" content="${esc(m[1].title)}"/><meta name="PubDate" content="${ago(m[1].days)} 09:00"/>`);
  if (p === '/igs/front/search.jhtml') { const w = q.get('searchWord') ?? ''; const hit = match(rows, w), n = Math.max(1, Number(q.get('pageNumber') ?? 1)); return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${esc(w)}_全站检索</title></head><body><form><input type="hidden" name="code" value="${esc(q.get('code') ?? '')}"><input type="hidden" name="siteId" value="21"><input name="searchWord" value="${esc(w)}"><button>检索</button></form><p>共找到约 <b>${hit.length}</b> 条结果</p><p>排序：<a href="#">相关度</a> <a href="#">时间</a>　时间范围：<a href="#">一年内</a></p><div class="searchMod">${hit.slice((n - 1) * 10, n * 10).map((r) => `<dl><dt><a href="${r[3]}" target="_blank">${esc(r[1])}</a></dt><dd>${esc(r[2] || r[1])}</dd><dd class="t">${ago(r[4])}</dd></dl>`).join('') || '抱歉，没有找到'}</div></body></html>`; }
  return null;
}
const lw = (t, b) => `<html><head><meta charset="utf-8"><title>${t}</title></head><body bgcolor="#f6f6f6"><h3>咸宁市市长信箱系统</h3><a href="http://${H}/">返回门户</a> <a href="/szxx/list.jsp">信件公开</a> <a href="/szxx/write.jsp">我要写信</a><hr>${b}</body></html>`;
function hd(ctx) {
  const q = ctx.query;
  if (ctx.path === '/' ) return go('/szxx/list.jsp');
  if (ctx.path === '/szxx/list.jsp') return lw('信件公开', `<table border="1" width="100%"><tr><td>信件编号</td><td>主题</td><td>来信日期</td><td>承办单位</td><td>状态</td></tr>${box.map((l) => `<tr><td>XN${ago(l.asked, 'YMD')}0${l.i}</td><td><a href="/szxx/view.jsp?id=${3300 + l.i}">${esc(l.title)}</a></td><td>${ago(l.asked)}</td><td>${l.dept}</td><td>已回复</td></tr>`).join('')}</table>第1页/共1页 共${box.length}封`);
  if (ctx.path === '/szxx/view.jsp') { const l = box[Number(q.get('id')) - 3300]; return l ? lw(l.title, `<p><b>主题：</b>${esc(l.title)}</p><p><b>来信日期：</b>${ago(l.asked)}</p><p>${esc(l.ask)}</p><p><b>回复单位：</b>${l.dept}　<b>回复日期：</b>${ago(l.replied)}</p><p>${esc(l.answer)}</p>`) : null; }
  if (ctx.path === '/szxx/write.jsp') return go('/login.jsp?back=write');
  if (ctx.path === '/login.jsp') return lw('登录', '<p>请先登录后再写信。</p><form method="post" action="/login.do">手机号 <input name="u"> 密码 <input type="password" name="p"> <input type="submit" value="登录"></form>');
  if (ctx.path === '/login.do') return lw('登录', '<p>用户名或密码不正确</p>');
  return null;
}
export default {
  code: '421200', name: '咸宁市', pinyin: 'xianning', province: '湖北省', region: '中部', portal: `http://${H}/`, service: `http://${hubei.HOST}/webview/fw/index.html?areaCode=421200`, open_data: '',
  hosts: { [H]: { handle, etag: true }, [L]: { handle: hd, delay: 30 }, [hubei.HOST]: { handle: hubei.handle }, 'yjs.xianningdlt.gov.cn': { dead: true, handle: () => null }, 'wza.xianningdlt.gov.cn': { dead: true, handle: () => null } },
  dead: [/yjs\.xianningdlt/, /wza\.xianningdlt/, /col1405/],
  truth: [
    ['service-lists', 'present', ['working'], { count: [208, 132, 57, 19] }, '权责事项公开: xlsx 132 rows, html-in-xls 57 rows, table of 19'],
    ['disclosure-catalog', 'absent', null, null, 'headline of a meeting only'],
    ['service-guide', 'present', 'working', { share: [0.75, 8 / 12] }, 'province platform; basis and phone empty, no complaint line, no result'],
    ['one-entry', 'present', 'reachable', null, 'portal has no account; 掌上政务 names app, mini-program, WeChat'],
    ['cross-region', 'present', 'working', { count: 14 }, 'zone of the province platform'],
    ['e-certificate', 'present', 'working', { count: 36 }, 'province platform'],
    ['appeal-channels', 'present', 'working', null, 'letters on hd host, 12345 page with number'],
    ['appeal-form', 'present', 'reachable', null, 'log-in stands before the form'],
    ['one-thing', 'present', 'linked', null, 'entry on the service home; host is dead'],
    ['case-tracking', 'present', 'working', { share: [0.996, 0.924] }, 'province platform'],
    ['reply-timeliness', 'present', null, { share: 0.8 }, 'no limit stated; 2 of 10 took 44 days'],
    ['follow-up', 'present', 'working', { share: [0.939, 0.942, 0.945, 0.948, 0.951, 0.954] }, '办件回头看: monthly figures'],
    ['knowledge-base', ['present'], ['working', 'reachable'], null, '常见问题 is under construction, but 政策问答汇编 holds dated questions, newest 100 days old'],
    ['proactive-response', 'present', 'working', null, '民声快应'],
    ['smart-search', 'present', 'working', null, 'IGS, server-rendered'],
    ['smart-qa', 'absent', null, null, 'QQ link and a headline only'],
    ['accessibility', 'present', 'linked', null, '长者助手 calls a script whose host is dead; no phone layout'],
    ['personal-space', 'present', 'reachable', null, 'province platform log-in'],
    ['open-data-platform', 'absent', null, null, 'headline about the province platform only'],
    ...['data-catalog', 'api-count', 'app-count'].map((p) => [p, ['absent', 'not-applicable'], null, null, 'no platform']),
    ['data-security-policy', 'present', 'working', null, 'PDF attachment, chapter four'],
    ['privacy-policy', 'present', 'working', { count: [8, 7] }, 'only on the registration page of the province platform'],
  ],
  where: { 'service-lists': `http://${H}/zwgk/fdzdgknr/qd/P020260924407218863341.xlsx`, 'service-guide': `${S}/webview/bszn/detail.html?itemCode=421200-1000&areaCode=421200`, 'one-entry': `http://${H}/xz/`, 'cross-region': `${S}/webview/kstb/index.html?areaCode=421200`, 'e-certificate': `${S}/webview/dzzz/index.html?areaCode=421200`, 'appeal-channels': `http://${H}/hdjl/12345/`, 'appeal-form': `http://${L}/login.jsp?back=write`, 'one-thing': 'http://yjs.xianningdlt.gov.cn/index.html', 'case-tracking': `${S}/webview/bjcx/index.html?areaCode=421200`, 'reply-timeliness': `http://${L}/szxx/view.jsp?id=3309`, 'follow-up': `http://${H}/hdjl/bjhtk/`, 'knowledge-base': `http://${H}/zwgk/zcwd/`, 'proactive-response': `http://${H}/hdjl/mskr/`, 'smart-search': `http://${H}/igs/front/search.jhtml`, accessibility: 'http://wza.xianningdlt.gov.cn/dist/aria.js', 'personal-space': `${S}/uc/login.html?appCode=space`, 'data-security-policy': `http://${H}/zwgk/zc/gfxwj/P020261104.pdf`, 'privacy-policy': `${S}/uc/agreement/privacy.html` },
  excuse: { 'disclosure-catalog': [/xwzx|dlt\.gov\.cn\/$/, /jingmen/, /areaCode=420800/], 'smart-qa': [/xwzx|dlt\.gov\.cn\/$/, /jingmen|yunhan/], 'open-data-platform': [/xwzx|dlt\.gov\.cn\/$/, /jingmen/], 'data-catalog': [/zwgk\/zc\/gfxwj/], 'api-count': [/./], 'app-count': [/./] },
  recount: {
    'case-tracking': (get) => +/<td>(99\.\d)%/.exec(get(`${S}/webview/hcp/index.html?areaCode=421200`))[1] / 100,
    'follow-up': (get) => +/满意率([\d.]+)%/.exec(get(new URL(/href="(\.\/\d+\/[^"]+)"/.exec(get(`http://${H}/hdjl/bjhtk/`))[1], `http://${H}/hdjl/bjhtk/`).href))[1] / 100,
    'service-lists': (get) => { const b = `http://${H}/zwgk/fdzdgknr/qd/`; const t = get(b).match(/href="(\.\/\d+\/[^"]+)"/g).map((x) => x.slice(6, -1)); const tab = get(new URL(t[2], b).href).match(/<tr>/g).length - 1; return xlsxRows(get.raw(b + 'P020260924407218863341.xlsx').buf) - 1 + get.raw(b + 'P020260831301146203377.xls').buf.toString().match(/<tr>/g).length - 1 + tab; },
    'service-guide': (get) => { const t = get(`${S}/webview/bszn/detail.html?itemCode=421200-1000&areaCode=421200`); const ks = ['实施主体', '承诺办结时限', '受理条件', '申请材料', '办理流程', '收费情况', '办理地点', '办理时间', '设定依据', '咨询', '监督投诉']; return (1 + ks.filter((k) => new RegExp(k + '[^<]*</(?:th|h3)>\\s*<(?:td>[^<]|p>[^<]|table)').test(t)).length) / 12; },
    'cross-region': (get) => get(`${S}/webview/kstb/index.html?areaCode=421200`).match(/<li>[^<]+ <a/g).length,
    'e-certificate': (get) => +/<b>(\d+)<\/b>类/.exec(get(`${S}/webview/dzzz/index.html?areaCode=421200`))[1],
    'reply-timeliness': (get) => { let ok = 0; times(10, (i) => { const d = get(`http://${L}/szxx/view.jsp?id=${3300 + i}`).match(/\d{4}-\d{2}-\d{2}/g).map((x) => Date.parse(x)); if ((d[1] - d[0]) / 864e5 < 20) ok++; }); return ok / 10; },
    'privacy-policy': (get) => ['如何收集', '目的', '共享', '存储', '安全', '您的权利', '联系我们', '更新日期'].filter((k) => get(`${S}/uc/agreement/privacy.html`).includes(k)).length,
  },
};

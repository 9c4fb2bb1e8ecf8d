// 鹤岗市: everything written by the server, TRS-like folders, list pages with index_N.html, site map that names every column.
import { ago, esc, go, json, reply, times, match, posted, noPlatform } from '../lib.mjs';
import * as S from './_stock.mjs';

const W = 'www.hegang-web.gov.cn'; const F = 'zwfw.hegang-web.gov.cn'; const C = '鹤岗市';
const ms = S.matters(C);
const areas = ['萝北县', '绥滨县', '兴山区', '工农区', '南山区', '东山区', '向阳区'];
const news = S.news({ city: '鹤岗', areas, goods: ['石墨', '水稻', '边境旅游', '煤矿遗址', '大豆', '冰雪'], n: 110, seed: 2304, src: ['鹤岗日报', '鹤岗市融媒体中心', '市政府办公室'] });
const decoys = ['鹤岗市举办电子证照应用培训班', '导办机器人亮相市民大厅', '省内专家来鹤讲授公共数据开放知识', '市司法局开展数据安全法普法宣传', '市民热线回访员王大姐的一天'];
decoys.forEach((t, i) => news.splice(i * 7 + 2, 0, { id: 39000 + i, title: t, days: 9 + i * 11, date: ago(9 + i * 11), src: '鹤岗日报', paras: [`${ago(9 + i * 11, 'm月d日')}，${t}。活动吸引了不少干部群众。`, '参加活动的同志表示，很有收获，将把所学带回岗位。'] })); news.sort((x, y) => x.days - y.days);
const letters = S.letters({ city: C, areas, n: 12, late: 3, seed: 23 });
const policies = ['鹤岗市促进石墨新材料产业发展若干措施', '鹤岗市城市供热管理办法', '鹤岗市公共数据管理暂行办法', '鹤岗市养老服务设施规划', '鹤岗市政府投资项目管理办法', '鹤岗市城市绿地管理规定'].map((t, i) => ({ t, p: `/zwgk/zcwj/t${ago(40 + i * 55, 'YMD')}_${3100 + i}.html`, d: ago(40 + i * 55) }));
const lists = { qzqd: ['权责清单', S.powers(C, 156)], xkqd: ['行政许可事项清单', S.powers(C, 48, ['行政许可'])], ggfw: ['公共服务事项清单', S.powers(C, 30, ['公共服务'])], sfqd: ['涉企收费目录清单', S.powers(C, 14, ['涉企收费'])] };
const fields = S.FIELDS.filter((_, i) => i % 3 === 0).slice(0, 8);
const concerns = times(9, (i) => [`关于${['供热温度', '公交调整', '学区划分', '房产证办理', '停水', '社保缴费', '垃圾清运', '道路封闭', '菜价'][i]}问题的回应`, ago(14 + i * 21)]);

const nav = [['网站首页', '/'], ['鹤岗要闻', '/xwzx/hgyw/'], ['政务公开', '/zwgk/'], ['办事服务', `http://${F}/`], ['互动交流', '/hdjl/'], ['走进鹤岗', '/zjhg/']];
const lay = (title, main, where = '') => `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="SiteName" content="鹤岗市人民政府"><meta name="SiteDomain" content="${W}"><meta name="SiteIDCode" content="2304000018"><title>${esc(title)}</title>
<style>*{box-sizing:border-box}body{margin:0;font:15px/1.8 SimSun,serif;color:#222;overflow-wrap:anywhere}.hg_wrap{max-width:1100px;margin:0 auto;padding:0 10px}.hg_top{background:#b0201c;color:#fff}.hg_top a{color:#fff}.hg_menu{display:flex;flex-wrap:wrap;list-style:none;margin:0;padding:0}.hg_menu li{padding:8px 14px}.lst{list-style:none;padding:0}.lst li{border-bottom:1px dotted #ccc;overflow:hidden}.lst span{float:right;color:#666}table{border-collapse:collapse;width:100%;table-layout:fixed}td,th{border:1px solid #999;padding:4px}input,textarea,select{max-width:100%}body.gh{font-size:22px;background:#000;color:#ff0}body.gh a{color:#0ff}.ft{background:#eee;margin-top:30px;padding:12px 0}</style></head>
<body><div class="hg_top"><div class="hg_wrap"><h2>鹤岗市人民政府</h2><a href="javascript:void(0)" id="oldBtn" role="button" onclick="document.body.classList.toggle('gh')">长者助手</a> | <a href="http://${F}/login?from=portal">登录</a>
<form action="/was5/web/search" method="get" style="display:inline"><input type="hidden" name="channelid" value="230418"><input type="text" name="searchword" title="请输入检索词"><input type="submit" value="检索"></form>
<ul class="hg_menu">${nav.map(([t, u]) => `<li><a href="${u}">${t}</a></li>`).join('')}</ul></div></div>
<div class="hg_wrap">${where ? `<p class="dqwz">当前位置：<a href="/">首页</a> &gt; ${where}</p>` : ''}${main}</div>
<div class="ft"><div class="hg_wrap"><a href="/wzdt/">网站地图</a> <a href="/yssm/">隐私声明</a> <a href="/lxwm/">联系我们</a><p>主办：鹤岗市人民政府办公室　网站标识码：2304000018</p></div></div></body></html>`;
const list = (rows) => `<ul class="lst">${rows.map(([t, u, d]) => `<li><span>${d ?? ''}</span><a href="${u}" title="${esc(t)}">${esc(t)}</a></li>`).join('')}</ul>`;
const newsUrl = (n) => `/xwzx/hgyw/${n.date.slice(0, 7).replace('-', '')}/t${n.date.replace(/-/g, '')}_${n.id}.html`;
const pages = new Map(); const put = (p, t, main, where) => pages.set(p, lay(`${t}_鹤岗市人民政府`, main, where ?? t));
function paged(base, title, rows, per, render) {
  const total = Math.ceil(rows.length / per);
  for (let i = 0; i < total; i++) {
    const name = (k) => (k ? `index_${k}.html` : 'index.html');
    const html = `<h3>${title}</h3>${render(rows.slice(i * per, i * per + per))}<div class="fy">共${rows.length}条 第${i + 1}/${total}页 ${i ? `<a href="${base}${name(i - 1)}">上一页</a>` : ''} ${i < total - 1 ? `<a href="${base}${name(i + 1)}">下一页</a>` : ''} <a href="${base}${name(total - 1)}">尾页</a></div>`;
    put(base + name(i), title, html); if (!i) put(base, title, html);
  }
}
paged('/xwzx/hgyw/', '鹤岗要闻', news, 20, (r) => list(r.map((n) => [n.title, newsUrl(n), n.date])));
news.forEach((n) => put(newsUrl(n), n.title, `<h1>${n.title}</h1><p>发布时间：${n.date}　来源：${n.src}</p><div class="TRS_Editor">${n.paras.map((p) => `<p>　　${p}</p>`).join('')}</div>`, '<a href="/xwzx/hgyw/">鹤岗要闻</a>'));
put('/zwgk/', '政务公开', `<h3>政务公开</h3>${list([['政策文件', '/zwgk/zcwj/'], ...Object.entries(lists).map(([k, [t]]) => [t, `/zwgk/${k}/`]), ['基层政务公开标准目录', '/zwgk/jcgk/'], ['政府信息公开指南', '/zwgk/gkzn/']])}`);
put('/zwgk/gkzn/', '政府信息公开指南', '<p>公民、法人可以当面、邮寄方式申请政府信息公开，受理机构在20个工作日内答复。</p>');
put('/zwgk/zcwj/', '政策文件', list(policies.map((x) => [x.t, x.p, x.d])));
policies.forEach((x) => put(x.p, x.t, `<h1>${x.t}</h1><p>第一条 为规范本市相关工作，根据上级有关规定，结合实际制定本文件。</p><p>第二条 本文件适用于本市行政区域。</p><p>第三条 各县区、各部门按照职责分工抓好落实，目录由主管部门编制并按年度更新。</p><p>第四条 本文件自发布之日起施行。</p>`, '<a href="/zwgk/zcwj/">政策文件</a>'));
for (const [k, [t, rows]] of Object.entries(lists)) paged(`/zwgk/${k}/`, t, rows, 40, (r) => `<p>更新时间：${ago(38)}</p><table><tr><th>编码</th><th>事项名称</th><th>类别</th><th>实施部门</th><th>依据</th></tr>${r.map((c) => `<tr>${c.map((v) => `<td>${v}</td>`).join('')}</tr>`).join('')}</table>`);
put('/zwgk/jcgk/', '基层政务公开标准目录', `<p>以下领域的标准目录由市直主管部门编制。</p>${list(fields.map((f, i) => [`${f}领域基层政务公开标准目录`, `/zwgk/jcgk/ly${i + 1}.html`]))}`);
fields.forEach((f, i) => put(`/zwgk/jcgk/ly${i + 1}.html`, `${f}领域基层政务公开标准目录`, `<table><tr><th>序号</th><th>公开事项</th><th>公开内容</th><th>公开依据</th><th>公开时限</th><th>公开主体</th></tr>${['政策文件', '办理流程', '结果公示', '统计信息'].map((x, k) => `<tr><td>${k + 1}</td><td>${f}${x}</td><td>名称、文号、正文</td><td>《政府信息公开条例》</td><td>20个工作日内</td><td>${C}主管部门</td></tr>`).join('')}</table>`, '<a href="/zwgk/jcgk/">标准目录</a>'));
put('/hdjl/', '互动交流', `<h3>我要参与</h3>${list([['市长信箱写信', '/hdjl/szxx/write.html'], ['来信公开', '/hdjl/lxgk/'], ['12345政务服务便民热线', '/hdjl/rx/'], ['民意征集', '/hdjl/myzj/'], ['常见问题', '/hdjl/cjwt/'], ['回应关切', '/hdjl/hygq/']])}`);
put('/hdjl/szxx/write.html', '市长信箱', `<p>来信一般在5个工作日内答复，复杂事项15个工作日内答复。内容不超过500字。</p><form action="/hdjl/szxx/save" method="post"><p>姓名<input name="xm" required></p><p>联系电话<input name="dh"></p><p>标题<input name="bt" maxlength="40"></p><p>内容<textarea name="nr" rows="8" maxlength="500"></textarea></p><p>验证码<input name="yzm"></p><input type="submit" value="提交信件"></form><h4>凭编号查询</h4><form action="/hdjl/szxx/cx" method="get">信件编号<input name="bh"><input type="submit" value="查询"></form>`);
put('/hdjl/lxgk/', '来信公开', `<table><tr><th>编号</th><th>标题</th><th>承办单位</th><th>来信日期</th><th>答复日期</th></tr>${letters.map((l) => `<tr><td>${l.no}</td><td><a href="/hdjl/lxgk/${l.no}.html">${l.title}</a></td><td>${l.office}</td><td>${l.asked}</td><td>${l.done}</td></tr>`).join('')}</table>`);
letters.forEach((l) => put(`/hdjl/lxgk/${l.no}.html`, l.title, `<table><tr><td>信件标题</td><td>${l.title}</td></tr><tr><td>来信时间</td><td>${l.asked}</td></tr><tr><td>来信内容</td><td>${l.ask}</td></tr><tr><td>答复单位</td><td>${l.office}</td></tr><tr><td>答复时间</td><td>${l.done}</td></tr><tr><td>答复内容</td><td>${l.answer}</td></tr></table>`, '<a href="/hdjl/lxgk/">来信公开</a>'));
put('/hdjl/rx/', '12345政务服务便民热线', '<p>拨打12345，24小时受理群众咨询、求助、投诉和建议。</p>');
put('/hdjl/myzj/', '民意征集', `<table><tr><th>主题</th><th>开始</th><th>截止</th></tr><tr><td>${C}供热管理办法修订意见征集，意见请寄市政府办公室，邮箱：office@example.gov.cn</td><td>${ago(20)}</td><td>${ago(-10)}</td></tr></table>`);
paged('/hdjl/cjwt/', '常见问题', ms, 16, (r) => list(r.map((m) => [`${m.title}怎么办？`, `/hdjl/cjwt/w${m.i}.html`, ago(25 + m.i * 4)])));
ms.forEach((m) => put(`/hdjl/cjwt/w${m.i}.html`, `${m.title}怎么办？`, `<h1>${m.title}怎么办？</h1><p>发布时间：${ago(25 + m.i * 4)}</p><p>${m.text}</p>`, '<a href="/hdjl/cjwt/">常见问题</a>'));
put('/hdjl/hygq/', '回应关切', list(concerns.map(([t, d], i) => [t, `/hdjl/hygq/h${i}.html`, d])));
concerns.forEach(([t, d], i) => put(`/hdjl/hygq/h${i}.html`, t, `<h1>${t}</h1><p>${d}</p><p>针对近期群众关心的情况，主管部门已核实处置，现将结果说明如下：问题已逐项整改。</p>`));
put('/zjhg/', '走进鹤岗', '<p>鹤岗地处小兴安岭与三江平原交汇处，因煤而兴，界江风光秀美。</p>');
put('/lxwm/', '联系我们', `<p>主办单位：鹤岗市人民政府办公室，电话${S.PHONE}。</p>`);
put('/yssm/', '隐私声明', `<h1>隐私声明</h1>${S.PRIVACY('鹤岗市人民政府网站').map(([h, p], i) => `<h4>${i + 1}. ${h}</h4><p>${p}</p>`).join('')}`);
put('/wzdt/', '网站地图', list([...nav, ['政策文件', '/zwgk/zcwj/'], ['来信公开', '/hdjl/lxgk/'], ['常见问题', '/hdjl/cjwt/'], ['回应关切', '/hdjl/hygq/'], ['基层政务公开标准目录', '/zwgk/jcgk/'], ['权责清单', '/zwgk/qzqd/']]));
pages.set('/', lay('鹤岗市人民政府', `<h3><a href="/xwzx/hgyw/">鹤岗要闻</a></h3>${list(news.slice(0, 26).map((n) => [n.title, newsUrl(n), n.date.slice(5)]))}<h3><a href="/zwgk/zcwj/">政策文件</a></h3>${list(policies.map((x) => [x.t, x.p, x.d]))}<h3>办事服务</h3>${list([['办事指南', `http://${F}/guide`], ['高效办成一件事', `http://${F}/yjs`], ['跨省通办', `http://${F}/kstb`], ['办件进度查询', `http://${F}/cx`]])}<h3>互动</h3>${list([['市长信箱', '/hdjl/szxx/write.html'], ['来信公开', '/hdjl/lxgk/'], ['回应关切', '/hdjl/hygq/']])}`));

const docs = [...ms.map((m) => ({ kw: m.kw, title: `${m.title}怎么办？`, text: m.text, url: `/hdjl/cjwt/w${m.i}.html`, date: ago(25 + m.i * 4) })), ...policies.map((x) => ({ title: x.t, url: x.p, date: x.d })), ...concerns.map(([t, d], i) => ({ title: t, url: `/hdjl/hygq/h${i}.html`, date: d })), ...news.map((n) => ({ title: n.title, text: n.paras.join(''), url: newsUrl(n), date: n.date }))];
function portal(ctx) {
  if (pages.has(ctx.path)) return pages.get(ctx.path);
  if (ctx.path === '/was5/web/search') {
    const q = ctx.query.get('searchword') ?? ''; const hits = S.find(docs, q);
    return lay('检索结果', `<p>您检索的“<b>${esc(q)}</b>”共有<b>${hits.length}</b>条结果</p><p>排序：<a href="/was5/web/search?channelid=230418&amp;searchword=${encodeURIComponent(q)}&amp;orderby=RELEVANCE">相关度</a> <a href="/was5/web/search?channelid=230418&amp;searchword=${encodeURIComponent(q)}&amp;orderby=-DOCRELTIME">时间</a></p><ol>${hits.slice(0, 10).map((h) => `<li class="jsjg"><a href="${h.url}">${esc(h.title)}</a><p>${esc((h.text ?? '').slice(0, 70))}</p><em>${h.date}</em></li>`).join('')}</ol>`);
  }
  if (ctx.path === '/hdjl/szxx/cx') return lay('信件查询', letters.some((l) => l.no === ctx.query.get('bh')) ? '<p>该信件已答复。</p>' : '<p>请输入正确的信件编号。</p>');
  if (ctx.path === '/hdjl/szxx/save') return lay('提交', '<p>验证码不正确，请返回重新填写。</p>');
}

// ---- service platform
const L = { name: '事项名称', basis: '设定依据', cond: '受理条件', mats: '申请材料', place: '办理地点', hours: '办理时间', tel: '咨询电话', flow: '办理流程', limit: '办理时限', fee: '收费情况', watch: '监督投诉方式', result: '结果名称' };
const hall = (t, b) => `<html><head><meta charset="utf-8"><title>${t}-鹤岗政务服务</title><style>body{font-family:sans-serif;margin:0}.bar{background:#1763b7;color:#fff;padding:10px}.bar a{color:#fff;margin-right:16px}.cnt{padding:12px}dl.zn dt{font-weight:bold}</style></head><body><div class="bar"><b>鹤岗政务服务</b> ${[['首页', '/'], ['办事指南', '/guide'], ['一件事专区', '/yjs'], ['跨省通办专区', '/kstb'], ['进度查询', '/cx'], ['好差评', '/hcp'], ['个人中心', '/uc'], ['移动端', '/app']].map(([a, u]) => `<a href="${u}">${a}</a>`).join('')}<a href="/login">登录</a><a href="http://${W}/">市政府网站</a></div><div class="cnt"><h2>${t}</h2>${b}</div></body></html>`;
const cross = ms.filter((_, i) => i % 2 === 0).concat(ms.slice(1, 20).filter((_, i) => i % 2 === 0)); const things = S.THINGS.slice(0, 13);
function service(ctx) {
  const p = ctx.path;
  if (p === '/') return hall('服务大厅', `<p>市本级事项${ms.length}项</p><ul>${ms.slice(0, 12).map((m) => `<li><a href="/guide/${m.i}">${m.title}</a></li>`).join('')}</ul>`);
  if (p === '/guide') { const n = Number(ctx.query.get('page') ?? 1); return hall('办事指南', `<ul>${ms.slice((n - 1) * 20, n * 20).map((m) => `<li><a href="/guide/${m.i}">${m.title}</a> ${m.office}</li>`).join('')}</ul>${[1, 2, 3, 4].map((k) => `<a href="/guide?page=${k}">${k}</a> `).join('')}`); }
  const g = /^\/guide\/(\d+)$/.exec(p); if (g && ms[g[1]]) return hall(`${ms[g[1]].title}办事指南`, `<dl class="zn">${S.guide(ms[g[1]], C, L).map(([a, b]) => `<dt>${a}</dt><dd>${b}</dd>`).join('')}</dl>`);
  if (p === '/yjs') return hall('“高效办成一件事”专区', `<p>已上线${things.length}个主题</p>${things.map((t, i) => `<div class="zt"><a href="/yjs/${i}">${t}“一件事”</a></div>`).join('')}`);
  const y = /^\/yjs\/(\d+)$/.exec(p); if (y && things[y[1]]) return hall(`${things[y[1]]}“一件事”`, '<p>一表申请、一次告知、联合办理，减材料、减跑动。</p>');
  if (p === '/kstb') return hall('跨省通办专区', `<p>共${cross.length}项“跨省通办”事项</p><ol>${cross.map((m) => `<li><a href="/guide/${m.i}">${m.title}</a></li>`).join('')}</ol>`);
  if (p === '/cx') return hall('办件进度查询', `<form action="/cx" method="get">办件编号<input name="sblsh" placeholder="请输入办件编号">查询密码<input name="mm" type="password"><button>查询</button></form>${ctx.query.get('sblsh') ? '<p>未查到该办件编号的记录</p>' : ''}`);
  if (p === '/hcp') return hall('好差评', '<p>本月评价总数3126条，好评率99.71%，差评整改率100%。</p><form><label>办件编号<input name="bh"></label>评价等级<select name="dj"><option>非常满意</option><option>满意</option><option>基本满意</option><option>不满意</option><option>非常不满意</option></select><button>提交评价</button></form>');
  if (p === '/uc') return go('/login?to=uc'); if (p === '/login') return hall('统一身份认证登录', '<p>统一身份认证账号适用于鹤岗市人民政府网站和鹤岗政务服务，一次登录、全网通行。</p><form method="post" action="/login"><label><input type="radio" name="t" checked>个人登录</label><label><input type="radio" name="t">法人登录</label><input name="u" placeholder="账号"><input name="p" type="password"><button>登录</button></form>');
  if (p === '/app') return hall('移动端', '<p>“鹤政通”APP下载：扫描二维码安装；微信小程序搜索“鹤岗政务服务”；关注微信公众号“鹤岗政务服务”。</p>');
}
export default {
  code: '230400', name: C, pinyin: 'hegang', province: '黑龙江省', region: '东北', portal: `http://${W}/`, service: `http://${F}/`, open_data: '',
  hosts: { [W]: { handle: portal, gzip: true, mailbox: /\/save$/ }, [F]: { handle: service } },
  truth: [
    ['service-lists', 'present', 'working', null, 'four of five lists as paged tables: 156, 48, 30, 14 entries; no list of proofs'],
    ['disclosure-catalog', 'present', 'working', { count: 8 }, 'eight fields have a table each'],
    ['service-guide', 'present', 'working', { share: 1 }, '64 guides, all twelve elements'],
    ['one-entry', 'present', 'working', null, 'log-in page says one account for portal and platform; app, mini-program, WeChat'],
    ['cross-region', 'present', 'working', { count: cross.length }, 'zone states and lists its items'],
    ['e-certificate', 'absent', null, null, 'only a training headline'],
    ['appeal-channels', 'present', 'working', null, 'mailbox form, 12345 page, opinion polls'],
    ['appeal-form', 'present', 'working', null, 'form without log-in, 500 characters, query by number, 5/15 working days'],
    ['one-thing', 'present', 'working', { count: 13 }, 'zone with 13 themes'],
    ['case-tracking', 'present', 'working', null, 'number field, grades, published rates'],
    ['reply-timeliness', 'present', null, { share: 0.75 }, '9 of 12 letters within days, 3 after more than 50'],
    ['follow-up', 'absent', null, null, 'a feature story on a caller, no results'],
    ['knowledge-base', 'present', 'working', null, '64 questions, newest 25 days'],
    ['proactive-response', 'present', 'working', null, 'nine dated items'],
    ['smart-search', 'present', 'working', null, 'WAS result page, depends on words'],
    ['smart-qa', 'absent', null, null, 'only a headline about a guide robot in the hall'],
    ['accessibility', 'present', 'working', null, 'switch of font and colours; fluid layout'],
    ['personal-space', 'present', 'reachable', null, 'personal centre leads to log-in'],
    ['open-data-platform', 'absent', null, null, 'only a lecture headline'],
    ...noPlatform,
    ['data-security-policy', 'absent', null, null, 'data measures without a chapter on security; a publicity headline'],
    ['privacy-policy', 'present', 'working', null, 'footer statement, eight parts'],
  ],
  check: { tally: { 'disclosure-catalog': [/jcgk\/ly\d+\.html$/], 'cross-region': [/\/kstb$/, /<li>/g], 'one-thing': [/\/yjs\/\d+$/] }, guides: [/\/guide\/\d+$/, '事项名称 设定依据 受理条件 申请材料 办理地点 办理时间 咨询电话 办理流程 办理时限 收费情况 监督投诉方式 结果名称'], decoys, dead: [], proof: { 'service-lists': [`http://${W}/zwgk/qzqd/`, /共156条/], 'disclosure-catalog': [`http://${W}/zwgk/jcgk/ly8.html`, /公开时限/], 'service-guide': [`http://${F}/guide/5`, /结果名称/], 'one-entry': [`http://${F}/login`, /一次登录/], 'cross-region': [`http://${F}/kstb`, new RegExp(`共${cross.length}项`)], 'appeal-channels': [`http://${W}/hdjl/rx/`, /12345/], 'appeal-form': [`http://${W}/hdjl/szxx/write.html`, /<textarea/], 'one-thing': [`http://${F}/yjs`, /13个/], 'case-tracking': [`http://${F}/cx`, /办件编号/], 'reply-timeliness': [`http://${W}/hdjl/lxgk/`, /答复日期/], 'knowledge-base': [`http://${W}/hdjl/cjwt/`, /怎么办/], 'proactive-response': [`http://${W}/hdjl/hygq/`, /回应/], 'smart-search': [`http://${W}/`, /was5/], accessibility: [`http://${W}/`, /长者助手/], 'personal-space': [`http://${F}/login`, /个人登录/], 'privacy-policy': [`http://${W}/yssm/`, /您的权利/] },
    letters: { pages: /\/hdjl\/lxgk\/\d+\.html$/, asked: /来信时间<\/td><td>(\S+?)</, done: /答复时间<\/td><td>(\S+?)</, share: 0.75 },
    search: (q) => [`http://${W}/was5/web/search?channelid=230418&searchword=${encodeURIComponent(q)}`], },
};

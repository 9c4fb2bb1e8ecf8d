// 乌海市: old, GBK, frameset and tables, ASP addresses, search by POST. Orderly in what it has, much it never had.
import { ago, esc, reply, gbk, match, posted } from '../lib.mjs';
import * as S from './_stock.mjs';
const city = '乌海市'; const W = 'http://www.wuhai-haibowan.gov.cn'; const F = 'http://zwfw.wuhai-haibowan.gov.cn';
const decoys = ['我市推进“一件事一次办”改革座谈会召开', '全市数据开放共享工作推进会召开', '市残联检查无障碍设施建设', '市公安局电子证照启用仪式举行', '海勃湾区举办12345热线回访业务培训', '乌海市与石嘴山市签订跨省通办合作协议', '市政府回应关切 就供热问题举行新闻发布会'];
const news = S.news(city, 54, { seed: 7, extra: decoys }); const letters = S.letters(14, { seed: 3 });
const out = (h) => reply(gbk(h), { type: 'text/html' });
const head = (t) => `<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=gb2312"><TITLE>${t}</TITLE><LINK href="/css/css.css" rel="stylesheet" type="text/css"></HEAD>`;
const doc = (t, b) => `${head(t + ' 乌海市人民政府')}<BODY topmargin="0" bgcolor="#FFFFFF"><TABLE width="760" border="0" align="center" cellpadding="4"><TR><TD><A href="/" target="_top">网站首页</A> → ${t}</TD></TR><TR><TD>${b}</TD></TR><TR><TD align="center"><FONT size="2">版权所有：乌海市人民政府办公室　网站标识码：1503000004</FONT></TD></TR></TABLE></BODY></HTML>`;
const grid = (l) => `<TABLE width="100%" border="0">${l.map(([u, t, d]) => `<TR><TD>·<A href="${u}" target="_blank">${t}</A></TD><TD align="right">${d ?? ''}</TD></TR>`).join('')}</TABLE>`;
const bt = (rows) => `<TABLE border="1" cellspacing="0">${rows.map((r) => `<TR>${r.map((c) => `<TD>${c}</TD>`).join('')}</TR>`).join('')}</TABLE>`;
const left = [['/news/list.asp?cid=1', '乌海要闻'], ['/gk/index.asp', '政务公开'], ['/gk/qzqd.asp', '权责清单'], ['/gk/jcgk.asp', '基层政务公开标准化'], [F + '/', '网上办事'], ['/ly/index.asp', '市长信箱'], ['/bwbd/index.asp', '百问百答'], ['/gk/gk.asp?id=1', '乌海概况']];
const haveF = ['财政预决算', '安全生产', '义务教育', '社会救助', '生态环境'];
const faq = S.matters.slice(2, 20); const rows = [...S.bank(city, (i) => `${F}/bszn/show.asp?id=${i + 1}`), ...S.policies(city).map((p, i) => [p[0], p[1], p[2], `/gk/show.asp?id=${40 + i}`]), ...news.map((a) => ['', a.title, a.text, `/news/show.asp?id=${a.id}`])];
const cn = (d) => ago(d, 'Y年m月d日');
const portal = (c) => {
  const id = Number(c.query.get('id')); const p = Number(c.query.get('page') ?? 1);
  switch (c.path) {
    case '/': case '/index.asp': return out(`${head('乌海市人民政府')}<FRAMESET rows="120,*" frameborder="0"><FRAME name="top" src="/top.asp" scrolling="no"><FRAMESET cols="170,*"><FRAME name="left" src="/left.asp"><FRAME name="main" src="/main.asp"></FRAMESET><NOFRAMES><BODY>您的浏览器不支持框架</BODY></NOFRAMES></FRAMESET></HTML>`);
    case '/top.asp': return out(`${head('top')}<BODY><TABLE width="100%"><TR><TD><IMG src="/images/logo.gif" alt="乌海市人民政府"></TD><TD><FORM action="/search.asp" method="post" target="main"><INPUT name="keyword" size="20"><INPUT type="submit" value="搜索"></FORM></TD></TR></TABLE></BODY></HTML>`);
    case '/left.asp': return out(`${head('left')}<BODY bgcolor="#EEF4FF"><TABLE>${left.map(([u, t]) => `<TR><TD height="26"><A href="${u}" target="main">${t}</A></TD></TR>`).join('')}</TABLE></BODY></HTML>`);
    case '/main.asp': return out(doc('首页', `<B>乌海要闻</B>${grid(news.slice(0, 28).map((a) => [`/news/show.asp?id=${a.id}`, a.title, ago(a.days, 'm月d日')]))}<B>网上服务</B>${grid([[F + '/bszn/list.asp', '办事指南'], [F + '/cx.asp', '办件查询'], ['/ly/index.asp', '市长信箱来信'], ['/ly/write.asp', '我要写信'], ['/12345.asp', '12345热线']])}`));
    case '/images/logo.gif': return reply(Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64'), { type: 'image/gif' });
    case '/css/css.css': return reply('td{font-size:12px}', { type: 'text/css' });
    case '/news/list.asp': { const n = Math.ceil(news.length / 18); return out(doc('乌海要闻', grid(news.slice(p * 18 - 18, p * 18).map((a) => [`/news/show.asp?id=${a.id}`, a.title, ago(a.days)])) + Array.from({ length: n }, (_, i) => `<A href="/news/list.asp?cid=1&page=${i + 1}">[${i + 1}]</A>`).join(''))); }
    case '/news/show.asp': { const a = news.find((x) => x.id === id); return a ? out(doc('乌海要闻', `<H3 align="center">${a.title}</H3><P align="center">发布时间：${cn(a.days)}</P><P>${a.text}</P>`)) : null; }
    case '/gk/index.asp': return out(doc('政务公开', grid([['/gk/qzqd.asp', '权责清单'], ['/gk/jcgk.asp', '基层政务公开标准化'], ['/gk/list.asp', '政策文件'], ['/gk/gk.asp?id=1', '乌海概况']])));
    case '/gk/list.asp': return out(doc('政策文件', grid(S.policies(city).map((x, i) => [`/gk/show.asp?id=${40 + i}`, x[1], ago(120 + i * 9)]))));
    case '/gk/show.asp': { const x = S.policies(city)[id - 40]; return x ? out(doc('政策文件', `<H3>${x[1]}</H3><P>${x[2]}</P>`)) : null; }
    case '/gk/gk.asp': return id === 1 ? out(doc('乌海概况', '<P>乌海地处黄河上游，辖海勃湾、乌达、海南三个区。</P>')) : null;
    case '/gk/qzqd.asp': return out(doc('权责清单', `<P>更新时间：${cn(100)}</P>` + bt([['序号', '事项名称', '权力类别', '实施部门', '设定依据', '行使层级'], ...S.listRows(22, '行政许可')])));
    case '/gk/jcgk.asp': return out(doc('基层政务公开标准化', grid(haveF.map((f, i) => [`/gk/jcgk_show.asp?id=${i + 1}`, `${f}领域基层政务公开标准目录`]))));
    case '/gk/jcgk_show.asp': return haveF[id - 1] ? out(doc('基层政务公开标准化', `<H3>${haveF[id - 1]}领域基层政务公开标准目录</H3>` + bt([['序号', '公开事项', '公开内容', '公开要素', '公开依据', '公开时限'], ...S.fieldRows(haveF[id - 1]).map((r, i) => [i + 1, ...r])]))) : null;
    case '/ly/index.asp': return out(doc('市长信箱', `<A href="/ly/write.asp">我要写信</A> <A href="/ly/cx.asp">查询</A>` + bt([['编号', '来信标题', '状态'], ...letters.map((l) => [l.no, `<A href="/ly/show.asp?id=${l.id}">${l.title}</A>`, '已回复'])])));
    case '/ly/show.asp': { const l = letters.find((x) => x.id === id); return l ? out(doc('市长信箱', bt([['标题', l.title], ['来信时间', cn(l.sent)], ['来信内容', l.ask], ['回复单位', '市长信箱办公室'], ['回复时间', cn(l.replied)], ['回复内容', l.answer]]))) : null; }
    case '/ly/write.asp': return out(doc('我要写信', '<P>来信须知：来信在15个工作日内回复，内容请控制在500字以内。</P><FORM action="/ly/save.asp" method="post">姓名：<INPUT name="xm"><BR>电话：<INPUT name="dh"><BR>标题：<INPUT name="bt"><BR>内容：<TEXTAREA name="nr" rows="8" cols="60"></TEXTAREA><BR><INPUT type="submit" value="提交"></FORM>'));
    case '/ly/cx.asp': return out(doc('来信查询', '<FORM action="/ly/cx.asp" method="post">来信编号：<INPUT name="bh"><INPUT type="submit" value="查询"></FORM>'));
    case '/12345.asp': return out(doc('12345热线', '<P>乌海市12345政务服务便民热线24小时受理群众咨询、投诉和建议。来访请到市信访局接待室。</P>'));
    case '/bwbd/index.asp': return out(doc('百问百答', grid(faq.map((m, i) => [`/bwbd/show.asp?id=${i + 1}`, `${m.name}办理问答`, ago(40 + i * 13)]))));
    case '/bwbd/show.asp': { const m = faq[id - 1]; return m ? out(doc('百问百答', `<H3>${m.name}办理问答</H3><P>更新：${cn(40 + (id - 1) * 13)}</P><P>问：${m.name}有什么要求？</P><P>答：${m.text}</P>`)) : null; }
    case '/search.asp': { const q = c.method === 'POST' ? posted(c, 'gbk').keyword ?? '' : ''; const h = match(rows, q); return out(doc('搜索结果', q ? `<P>关键字“${esc(q)}”共找到${h.length}条</P>${h.slice(0, 12).map((r) => `<P><A href="${r[3]}" target="_blank">${r[1]}</A><BR><FONT size="2">${r[2]}</FONT></P>`).join('')}` : '<P>请输入关键字</P>')); }
    default: return null;
  }
};
const old = { 事项名称: '项目名称', 实施主体: '办理机构', 设定依据: '办理依据', 受理条件: '办理条件', 申请材料: '所需材料', 办理流程: '办理程序', 承诺办结时限: '办理时限', 收费标准: '收费标准', 办理地点: '办理地点', 办理时间: '办公时间', 咨询电话: '联系电话', 监督投诉电话: '监督电话' };
const service = (c) => {
  const id = Number(c.query.get('id')); const sd = (t, b) => out(`${head(t)}<BODY><CENTER><H2>乌海市政务服务中心</H2><A href="/">首页</A> | <A href="/bszn/list.asp">办事指南</A> | <A href="/cx.asp">办件查询</A></CENTER><HR>${b}</BODY></HTML>`);
  switch (c.path) {
    case '/css/css.css': return reply('body{font-size:12px}', { type: 'text/css' });
    case '/': return sd('首页', '<P>乌海市政务服务中心地处滨河新区，设窗口八十个。</P>');
    case '/bszn/list.asp': return sd('办事指南', S.matters.map((m, i) => `<LI><A href="/bszn/show.asp?id=${i + 1}">${m.name}</A>`).join('\n'));
    case '/bszn/show.asp': { const m = S.matters[id - 1]; return m ? sd(m.name, bt(S.guide(city, m).filter(([k]) => old[k]).map(([k, v]) => [old[k], v]))) : null; }
    case '/cx.asp': return sd('办件查询', '<FORM action="/cx.asp" method="post">受理编号：<INPUT name="slbh"> 查询密码：<INPUT name="cxmm"><INPUT type="submit" value="查询"></FORM>');
    default: return null;
  }
};
export default { code: '150300', name: city, pinyin: 'wuhai', province: '内蒙古自治区', region: '西部', portal: W + '/', service: F + '/', open_data: '',
  hosts: { 'www.wuhai-haibowan.gov.cn': { handle: portal, server: 'Microsoft-IIS/6.0', mailbox: /ly\/save/ }, 'zwfw.wuhai-haibowan.gov.cn': { handle: service, server: 'Microsoft-IIS/6.0' } },
  truth: [
    ['service-lists', 'present', 'working', { count: 22 }, 'one list of 22 entries'], ['disclosure-catalog', 'present', 'working', { count: 5 }, 'five fields, each with a table'], ['service-guide', 'present', 'working', { share: [1, 0.92] }, 'all twelve under old labels'], ['one-entry', 'absent', null, null, 'no log-in, no app, no mini-program anywhere'], ['cross-region', 'absent', null, null, 'a headline only'], ['e-certificate', 'absent', null, null, 'a headline only'],
    ['appeal-channels', 'present', 'working', null, 'mailbox, hotline, petitions'], ['appeal-form', 'present', 'working', null, 'open form, limit 15 working days, query by number'], ['one-thing', 'absent', null, null, 'a headline only'], ['case-tracking', 'present', 'working', null, 'field for the number'], ['reply-timeliness', 'present', null, { share: 1 }, '14 letters, dates in Chinese form on their pages only'], ['follow-up', 'absent', null, null, 'a headline only'],
    ['knowledge-base', 'present', 'working', null, '百问百答, newest 40 days'], ['proactive-response', 'absent', null, null, 'a headline only'], ['smart-search', 'present', 'working', null, 'POST in GBK from the top frame'], ['smart-qa', 'absent', null, null, 'nowhere'], ['accessibility', 'absent', null, null, 'fixed width, frames, no mode; a headline'], ['personal-space', 'absent', null, null, 'no log-in anywhere'],
    ['open-data-platform', 'absent', null, null, 'a headline only'], ['data-catalog', ['not-applicable', 'absent'], null, null, 'no platform'], ['api-count', ['not-applicable', 'absent'], null, null, 'no platform'], ['app-count', ['not-applicable', 'absent'], null, null, 'no platform'], ['data-security-policy', 'absent', null, null, 'no rule on data among the policies'], ['privacy-policy', 'absent', null, null, 'nowhere'],
  ],
  check: { decoys, enc: 'gbk', absentWords: { 'cross-region': /跨省通办|省内通办/, 'one-entry': /小程序|客户端|登录/, 'e-certificate': /电子证照/, 'one-thing': /一件事/, 'follow-up': /回访/, 'proactive-response': /回应关切/, 'smart-qa': /智能问答|机器人/, accessibility: /无障碍|适老|viewport/, 'personal-space': /个人空间|用户中心|订阅/, 'open-data-platform': /数据开放/, 'data-security-policy': /数据安全|公共数据/, 'privacy-policy': /隐私/ },
    proofs: { 'service-lists': [`${W}/gk/qzqd.asp`, /权责清单/], 'disclosure-catalog': [`${W}/gk/jcgk_show.asp?id=3`, /标准目录/], 'service-guide': [`${F}/bszn/show.asp?id=1`, /所需材料/], 'appeal-channels': [`${W}/12345.asp`, /12345/], 'appeal-form': [`${W}/ly/write.asp`, /TEXTAREA/], 'case-tracking': [`${F}/cx.asp`, /受理编号/], 'reply-timeliness': [`${W}/ly/show.asp?id=${letters[0].id}`, /回复时间/], 'knowledge-base': [`${W}/bwbd/index.asp`, /问答/], 'smart-search': [`POST ${W}/search.asp GBK:keyword=社保卡`, /社会保障卡/, `${W}/top.asp`] },
    counts: { 'service-lists': [`${W}/gk/qzqd.asp`, /<TR><TD>\d/g], 'disclosure-catalog': [`${W}/gk/jcgk.asp`, /jcgk_show\.asp\?id=\d/g] } } };

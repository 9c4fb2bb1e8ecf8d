// 鹤岗市: old ASP.NET site in GBK, nested tables, __doPostBack paging, everything on one host.
import { ago, esc, gbk, reply, parseForm, unescapeAs, posted, times } from '../lib.mjs';
import { forCity, headlines, story, letters } from '../topics.mjs';
const P = 'www.hgkuang.gov.cn';
const T = forCity('鹤岗市'); const H = headlines('鹤岗', 96);
H[3] = '我市召开政务数据开放平台建设座谈会'; H[9] = '省政务服务“高效办成一件事”推进会在哈尔滨召开'; H[15] = '佳木斯市电子证照应用经验介绍'; H[22] = '市政府班子积极回应群众关切 现场办公解难题'; H[27] = '明年我市将建设智能客服机器人'; H[33] = '老年服务中心完成适老化改造'; H[38] = '12345工作人员开展电话回访业务培训';
const L = letters(18, (i) => i % 6 === 1, 90);
const out = (html, o) => reply(gbk(html), { type: 'text/html', ...o });
const page = (t, body) => out(`<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=gb2312"><TITLE>${t} - 鹤岗市政府网</TITLE></HEAD><BODY bgcolor="#e8eef7" topmargin="0">
<TABLE width="980" align="center" border="0" cellspacing="0"><TR><TD colspan="2" bgcolor="#b40000"><FONT color="#ffffff" size="6">中国·鹤岗</FONT></TD></TR>
<TR><TD colspan="2" bgcolor="#ffe9c0"><A href="/default.asp">首 页</A> | <A href="/list.aspx?cid=1">鹤岗新闻</A> | <A href="/gk/index.asp">公开</A> | <A href="/ws/index.asp">办事</A> | <A href="/hd/index.asp">互动</A> | <A href="/about.asp">关于本站</A></TD></TR>
<TR><TD width="180" valign="top"><FORM action="/search.asp" method="get"><INPUT name="keyword" size="14"><INPUT type="submit" value="搜索"></FORM><A href="tencent://message/?uin=10000">在线QQ咨询</A><BR><A href="/hd/app.asp">手机龙江办</A></TD><TD valign="top">${body}</TD></TR>
<TR><TD colspan="2" align="center"><FONT size="2">鹤岗市人民政府主办 黑ICP备00000000号</FONT></TD></TR></TABLE></BODY></HTML>`);
/** ASP.NET list: only the postback turns the page. */
function grid(ctx, rows, size, head) {
  const n = Math.ceil(rows.length / size); let pg = 1;
  if (ctx.method === 'POST') { const f = posted(ctx, 'gbk'); const m = /^AspNetPager1$/.test(f.__EVENTTARGET ?? '') && +f.__EVENTARGUMENT; if (m) pg = Math.min(n, Math.max(1, m)); }
  return `<SCRIPT language="javascript">function __doPostBack(t,a){var f=document.forms['form1'];f.__EVENTTARGET.value=t;f.__EVENTARGUMENT.value=a;f.submit();}</SCRIPT>
<FORM name="form1" method="post" action="${esc(ctx.path.split('/').pop() + ctx.url.search)}"><INPUT type="hidden" name="__EVENTTARGET"><INPUT type="hidden" name="__EVENTARGUMENT"><INPUT type="hidden" name="__VIEWSTATE" value="/wEPDwUK${pg}ZGQ="><TABLE border="1" width="100%">${head}${rows.slice((pg - 1) * size, pg * size).join('')}</TABLE>
<DIV id="AspNetPager1">第${pg}页/共${n}页 ${times(n, (i) => (i + 1 === pg ? `<B>${i + 1}</B>` : `<A href="javascript:__doPostBack('AspNetPager1','${i + 1}')">${i + 1}</A>`)).join(' ')}</DIV></FORM>`;
}
const news = (i) => `/shownews.asp?id=${700 + i}`;
const fields = ['社会救助', '义务教育', '户籍管理', '养老服务', '城市综合执法', '税收管理', '食品药品监管', '公共法律服务'];
const guide = (g) => `<H3 align="center">${g[1]}</H3><TABLE border="1">${[['办理项目', g[1]], ['承办单位', '鹤岗市' + g[3]], ['法律依据', '《黑龙江省优化营商环境条例》'], ['申报条件', g[2]], ['所需要件', '申请表、身份证复印件'], ['办理程序', '受理→审查→决定'], ['承诺时限', '7个工作日'], ['收费情况', '免费']].map(([a, b]) => `<TR><TD bgcolor="#dddddd">${a}</TD><TD>${b}</TD></TR>`).join('')}</TABLE>`;
const powers = T.map((t, i) => `<TR><TD>${i + 1}</TD><TD>${t[1]}</TD><TD>市${t[3]}</TD><TD>${['行政许可', '行政确认', '行政给付'][i % 3]}</TD></TR>`);
const routes = {
  '/default.asp': () => page('首页', `<TABLE><TR><TD><B>鹤岗新闻</B><BR>${H.slice(0, 45).map((h, i) => `<A href="${news(i)}" target="_blank">·${h}</A> <FONT color="gray">${ago(i + 1, 'm-d')}</FONT><BR>`).join('')}</TD><TD valign="top"><A href="/hd/mail.asp">市长热线信件</A><BR><A href="/gk/qz.aspx">职责权力一览</A><BR><A href="/ws/kq.asp">跨省通办</A></TD></TR></TABLE>`),
  '/list.aspx': (c) => page('鹤岗新闻', grid(c, H.map((h, i) => `<TR><TD><A href="/shownews.asp?id=${700 + i}">${h}</A></TD><TD>${ago(i + 1)}</TD></TR>`), 20, '<TR><TD>标题</TD><TD>日期</TD></TR>')),
  '/shownews.asp': (c) => { const i = +c.query.get('id') - 700; return H[i] ? page(H[i], `<H2>${H[i]}</H2><P>${ago(i + 1, 'Y年m月d日')}</P><P>${story('鹤岗', H[i])}</P>`) : out('<script>alert("参数错误");history.back();</script>'); },
  '/gk/index.asp': () => page('政府信息公开', `<UL><LI><A href="qz.aspx">职责权力一览</A><LI><A href="jc.asp">基层公开标准目录</A><LI><A href="gw.asp">公文</A><LI><A href="/about.asp">公开指南</A></UL>`),
  '/gk/gw.asp': () => page('公文', `<UL>${times(8, (i) => `<LI><A href="gwshow.asp?id=${i}">鹤政发〔2025〕${i + 1}号 关于做好${['防汛', '春耕', '护林防火', '城市供热', '禁牧', '征兵', '节约用水', '安全检查'][i]}工作的通知</A>`).join('')}</UL>`),
  '/gk/gwshow.asp': (c) => page('公文', `<P>鹤政发〔2025〕${+c.query.get('id') + 1}号</P><P>各县、区政府：请认真贯彻落实。</P>`),
  '/gk/qz.aspx': (c) => page('职责权力一览', `<P align="center">鹤岗市行政权力与责任清单（${ago(200, 'Y')}年版），共40项</P>` + grid(c, powers, 15, '<TR><TD>序号</TD><TD>权力名称</TD><TD>行使主体</TD><TD>类别</TD></TR>')),
  '/gk/jc.asp': () => page('基层公开标准目录', `<TABLE border="1">${fields.map((f, i) => `<TR><TD><A href="jcshow.asp?f=${i}">${f}</A></TD></TR>`).join('')}</TABLE>`),
  '/gk/jcshow.asp': (c) => { const i = +c.query.get('f'); return page(fields[i], i < 3 ? `<B>${fields[i]}领域公开标准目录</B><TABLE border="1"><TR><TD>序号</TD><TD>公开事项</TD><TD>公开内容和要素</TD><TD>公开依据</TD><TD>公开时限</TD><TD>公开主体</TD></TR>${times(6, (k) => `<TR><TD>${k + 1}</TD><TD>${fields[i]}办事${k + 1}</TD><TD>政策、结果</TD><TD>条例</TD><TD>20日</TD><TD>市局</TD></TR>`).join('')}</TABLE>` : `<B>${fields[i]}</B><P>暂无内容</P>`); },
  '/ws/index.asp': () => page('网上办事', `<A href="zn.asp">办事须知</A> <A href="cx.asp">办件结果查询</A> <A href="kq.asp">跨省通办</A>`),
  '/ws/zn.asp': () => page('办事须知', `<OL>${T.slice(0, 9).map((g, i) => `<LI><A href="znshow.asp?id=${i}">${g[1]}</A>`).join('')}</OL>`),
  '/ws/znshow.asp': (c) => page('办事须知', guide(T[+c.query.get('id')] ?? T[0])),
  '/ws/cx.asp': (c) => page('办件结果查询', c.query.get('slh') ? '<P>查无此件</P>' : '<FORM action="cx.asp">受理号：<INPUT name="slh"> <INPUT type="submit" value="查询"></FORM>'),
  '/ws/kq.asp': () => page('跨省通办', '<CENTER><IMG src="/img/build.gif"><BR>栏目建设中……</CENTER>'),
  '/hd/index.asp': () => page('互动', '<A href="mail.asp">给市长写信</A> <A href="maillist.aspx">信件公开</A> <A href="bxwd.asp">百姓问答</A> <A href="rx.asp">热线电话</A> <A href="app.asp">手机龙江办</A>'),
  '/hd/rx.asp': () => page('热线电话', '<P>政务服务便民热线：12345（24小时）</P>'),
  '/hd/app.asp': () => page('手机龙江办', '<P>请在应用商店搜索“龙江办”下载手机客户端，可办理全省事项。</P>'),
  '/hd/mail.asp': (c) => page('给市长写信', c.method === 'POST' ? '<P>已收到</P>' : '<P>本信箱10个工作日内回复。</P><FORM action="mail.asp" method="post">姓名<INPUT name="name"><BR>电话<INPUT name="tel"><BR>主题<INPUT name="sub"><BR>内容<TEXTAREA name="body" rows="8" cols="50"></TEXTAREA><BR>（500字以内）<INPUT type="submit" value="寄出"></FORM>'),
  '/hd/maillist.aspx': (c) => page('信件公开', grid(c, L.map((l) => `<TR><TD>${l[0]}</TD><TD><A href="mailshow.asp?id=${l[0]}">${l[1]}</A></TD><TD>${ago(l[2], 'Y-m-d')}</TD></TR>`), 6, '<TR><TD>号</TD><TD>主题</TD><TD>来信日期</TD></TR>')),
  '/hd/mailshow.asp': (c) => { const l = L[+c.query.get('id') - 1]; return l ? page(l[1], `<TABLE border="1"><TR><TD>主题</TD><TD>${l[1]}</TD></TR><TR><TD>来信日期</TD><TD>${ago(l[2], 'Y-m-d')}</TD></TR><TR><TD>来信内容</TD><TD>${l[4]}</TD></TR><TR><TD>回复日期</TD><TD>${ago(l[3], 'Y-m-d')}</TD></TR><TR><TD>回复内容</TD><TD>同志您好，已转有关部门办理。</TD></TR></TABLE>`) : null; },
  '/hd/bxwd.asp': () => page('百姓问答', T.slice(0, 14).map((t, i) => `<P><B>问：${t[1]}怎么办？</B>（${ago(1100 + i * 9)}）<BR>答：${t[2]}</P>`).join('')),
  '/about.asp': () => page('关于本站', '<P>版权声明：本站内容未经许可不得转载。</P><P>公开指南：向市政府办公室提出申请，地址工农区，电话0000-0000000。</P>'),
  '/search.asp': (c) => { const raw = /keyword=([^&]*)/.exec(c.url.search)?.[1] ?? ''; let q = unescapeAs(raw, 'gbk'); if (/^(%E[4-9]%[0-9A-F]{2}%[0-9A-F]{2})+$/i.test(raw) && q.includes('�')) q = unescapeAs(raw); const hit = H.map((h, i) => [h, i]).filter(([h]) => q && h.includes(q)); return page('搜索', `<P>关键字“${esc(q)}”找到${hit.length}条</P>${hit.slice(0, 20).map(([h, i]) => `<P><A href="${news(i)}">${h}</A></P>`).join('') || '<P>没有相关记录</P>'}`); },
};
export default { code: '230400', name: '鹤岗市', pinyin: 'Hegang', province: '黑龙江省', region: '东北', portal: `http://${P}/`, service: '', open_data: '',
  hosts: { [P]: { server: 'Microsoft-IIS/6.0', mailbox: /mail\.asp$/, handle: (c) => (routes[c.path === '/' ? '/default.asp' : c.path.toLowerCase()]?.(c) ?? null) } },
  truth: [['service-lists', 'present', 'working', { count: [40, 1] }, 'one list of powers, 40 entries behind postbacks'], ['disclosure-catalog', 'present', 'working', { count: 3 }, 'eight fields, three with rows'], ['service-guide', 'present', 'working', { share: 0.667 }, 'nine guides, eight of twelve elements'], ['one-entry', 'present', 'reachable', null, 'page of the app'], ['cross-region', ['absent', 'present'], ['reachable'], null, 'column under construction: entry and page without anything'], ['e-certificate', 'absent', null, null, 'news about another city'], ['appeal-channels', 'present', 'working', null, 'mail and hotline'], ['appeal-form', 'present', 'working', null, 'open form'], ['one-thing', 'absent', null, null, 'news about the province only'], ['case-tracking', 'present', 'working', null, 'query by number'], ['reply-timeliness', 'present', null, { share: 0.833 }, '18 letters, 3 late'], ['follow-up', 'absent', null, null, 'news about training'], ['knowledge-base', 'present', 'reachable', null, 'newest three years old'], ['proactive-response', 'absent', null, null, 'news headline only'], ['smart-search', 'present', 'reachable', null, 'title search over news, finds no services'], ['smart-qa', 'absent', null, null, 'QQ link; news of next year'], ['accessibility', 'absent', null, null, 'news about a centre for the old; fixed 980 pixels'], ['personal-space', 'absent', null, null, 'no accounts'], ['open-data-platform', 'absent', null, null, 'news about a meeting'], ...['data-catalog', 'api-count', 'app-count'].map((p) => [p, ['absent', 'not-applicable'], null, null, 'no platform']), ['data-security-policy', 'absent', null, null, 'no document on data'], ['privacy-policy', 'absent', null, null, 'copyright only']],
  checks: [['service-lists', `http://${P}/gk/qz.aspx`, /共40项/], ['disclosure-catalog', `http://${P}/gk/jcshow.asp?f=2`, /义务教育|户籍管理办事/], ['service-guide', `http://${P}/ws/znshow.asp?id=8`, /bgcolor="#dddddd"/g, 8], ['one-entry', `http://${P}/hd/app.asp`, /客户端/], ['appeal-channels', `http://${P}/hd/rx.asp`, /12345/], ['appeal-form', `http://${P}/hd/mail.asp`, /TEXTAREA/], ['case-tracking', `http://${P}/ws/cx.asp`, /受理号/], ['reply-timeliness', `http://${P}/hd/maillist.aspx`, /共3页/], ['knowledge-base', `http://${P}/hd/bxwd.asp`, /<B>问/g, 14], ['smart-search', `http://${P}/search.asp?keyword=%E4%BF%A1`, /搜索/]],
  decoys: [/shownews\.asp/, /list\.aspx/, /default\.asp|\/$/, /ws\/kq\.asp/], letters: { urls: L.map((l) => `http://${P}/hd/mailshow.asp?id=${l[0]}`), days: 10, share: 15 / 18 } };

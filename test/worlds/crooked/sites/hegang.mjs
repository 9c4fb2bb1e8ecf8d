// Hegang: an old ASP site in GBK. Splash page with a choice of language, then a frame set; the letter board carries a brand name and is a definition list.
import { gbk, reply, ago, esc, match, posted, unescapeAs } from '../lib.mjs';
import { articles, facts, picture } from '../words.mjs';

const H = 'www.hegcity.gov.cn';
const out = (html, o) => reply(gbk(html), { type: 'text/html; charset=gb2312', ...o });
const doc = (title, body, extra = '') => out(`<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312"><TITLE>${title}</TITLE><LINK REL=stylesheet HREF="/gb/hg.css">${extra}</HEAD>
<BODY BGCOLOR=#FFFFFF TOPMARGIN=0><TABLE WIDTH=740 ALIGN=center CELLPADDING=4><TR><TD CLASS=bt>${title}</TD></TR><TR><TD CLASS=nr>${body}</TD></TR></TABLE></BODY></HTML>`);
const news = articles(2304, '鹤岗市', 96, [
  ['我市部署基层政务公开标准化规范化工作', '会议要求各县区对照26个试点领域，年底前编制完成标准目录，届时另行公布。'],
  ['鹤岗市与毗邻地市签署“跨省通办”合作备忘录', '双方将就首批事项清单进一步磋商，专区上线时间另行通知。'],
  ['电子证照应用推进会召开', '会议提出，要加快电子证照归集，明年力争在住宿登记等场景应用。'],
  ['市领导调研“高效办成一件事”改革', '市领导强调，要围绕企业和群众高频需求，尽快推出一批集成办理事项。'],
  ['全市公共数据开放工作座谈会召开', '会议讨论了数据开放平台建设方案，计划两年内建成，开放数据集不少于200个。'],
  ['市妇联开展困难家庭回访慰问', '志愿者对去年帮扶的家庭进行了电话回访。'],
  ['省智能问答机器人大赛在哈尔滨举行', '我市两支中学生代表队获得智能问答机器人项目三等奖。'],
  ['数据安全宣传周活动启动', '活动现场发放个人信息保护和隐私政策解读手册三百余份。'],
]);
const newsPage = (a) => doc(a.title, `<P ALIGN=center>${a.date}　来源：${a.source}</P>${a.body.map((p) => `<P>　　${p}</P>`).join('')}<P><A HREF="/gb/xwlist.asp?p=1">更多矿城新闻</A></P>`);
const per = 24;
const newsList = (p) => doc('矿城新闻', news.slice((p - 1) * per, p * per).map((a) => `·<A HREF="/gb/xw.asp?bh=${a.id}">${a.title}</A> <FONT COLOR=gray>${a.date}</FONT><BR>`).join('\n') + `<P>${[1, 2, 3, 4].map((i) => `<A HREF="/gb/xwlist.asp?p=${i}">第${i}页</A>`).join(' ')}</P>`);

// ---- 鹤城民声 ----
const subjects = ['南山区道路积雪清理', '供热温度不达标', '公交线路调整建议', '小区停车位被占用', '医保异地报销咨询', '路灯不亮', '自来水水质发黄', '学校门口交通秩序', '楼道杂物清理'];
export const letters = subjects.map((t, i) => ({ no: 7301 + i, t, asked: 34 + i * 6, took: i === 3 || i === 7 ? 41 - i : 2 + (i % 3) }));
letters[3].took = 28; letters[7].took = 52;
const nm = '/gb/ms/';
const msIndex = () => doc('鹤城民声', `<P>欢迎您给市长写信。请先看<A HREF="${nm}xz.htm">写信须知</A>。<A HREF="${nm}write.asp">【我要说话】</A>　<A HREF="${nm}cha.asp">【凭编号看回音】</A>　<A HREF="${nm}rx.htm">【打热线】</A></P>
<DL>${letters.map((l) => `<DT>［${l.no}］<A HREF="${nm}look.asp?n=${l.no}">${l.t}</A></DT><DD>来信 ${ago(l.asked)}　回音 ${ago(l.asked - l.took)}</DD>`).join('\n')}</DL>`);
const msLook = (l) => doc(l.t, `<DL><DT>来信编号</DT><DD>${l.no}</DD><DT>写信时间</DT><DD>${ago(l.asked, 'Y年M月D日')}</DD><DT>来信内容</DT><DD>您好，反映${l.t}问题，请有关部门帮助解决，谢谢。</DD><DT>办理单位回音</DT><DD>来信人您好，您反映的“${l.t}”问题已转相关部门核实处理，感谢您对我市工作的关注。</DD><DT>回音时间</DT><DD>${ago(l.asked - l.took, 'Y年M月D日')}</DD></DL><A HREF="${nm}">返回鹤城民声</A>`);
const write = () => doc('我要说话', `<FORM METHOD=post ACTION="${nm}save.asp" NAME=f><TABLE><TR><TD>收信人</TD><TD><SELECT NAME=sx><OPTION>市长信箱<OPTION>咨询<OPTION>投诉<OPTION>建议</SELECT></TD></TR><TR><TD>姓名</TD><TD><INPUT NAME=xm></TD></TR><TR><TD>电话</TD><TD><INPUT NAME=dh></TD></TR><TR><TD>标题</TD><TD><INPUT NAME=bt MAXLENGTH=40></TD></TR><TR><TD VALIGN=top>内容（限800字）</TD><TD><TEXTAREA NAME=nr ROWS=10 COLS=60 MAXLENGTH=800></TEXTAREA></TD></TR><TR><TD></TD><TD><INPUT TYPE=submit VALUE="寄出"></TD></TR></TABLE></FORM>寄出后请记下信件编号，凭编号可看回音。`);

// ---- 办事大厅 ----
const guides = facts.slice(0, 16); const permits = facts.slice(10, 27);
const guide = (f) => doc(f.n + '（办事须知）', [['一、事项名称', f.n], ['二、事项类型', '行政许可或公共服务'], ['三、实施机关', f.w], ['四、设定依据', f.law], ['五、受理条件', f.a], ['六、申请材料', f.m.join('，')], ['七、办理流程', '申请、受理、审查、决定、送达'], ['八、法定办结时限及承诺时限', `法定时限30个工作日；承诺时限${f.d}个工作日`], ['九、收费标准', f.f], ['十、办理地点和办理时间', `${f.w}，工作日8:30至16:30`], ['十一、咨询电话', '0468-0000000'], ['十二、监督投诉电话', '0468-0000000'], ['十三、办理结果', '证照或批复文件'], ['十四、服务对象', '自然人、法人和其他组织'], ['十五、表格下载', '申请表、示范文本在窗口领取'], ['十六、救济途径', '行政复议、行政诉讼']].map(([a, b]) => `<P><B>${a}</B>：${b}</P>`).join(''));
const hall = () => doc('办事大厅', `<TABLE WIDTH=100% BORDER=1 CELLSPACING=0><TR><TD WIDTH=33%><A HREF="/gb/dt/jd.htm">家底公开</A></TD><TD><A HREF="/gb/dt/nwwd.asp">您问我答</A></TD><TD><A HREF="/gb/dt/jc.asp">办到哪儿了（进度）</A></TD></TR></TABLE><P><B>办事须知</B></P><OL>${guides.map((f) => `<LI><A HREF="/gb/dt/xz.asp?i=${f.i}">${f.n}</A>`).join('')}</OL>`);
const qa = facts.slice(0, 12).map((f, i) => ({ q: `请问${f.n}怎么办？`, a: f.a, d: ago(20 + i * 22), i }));
const heat = ['关于近期供热投诉集中情况的说明', '关于网传“矿区塌陷”消息的说明', '关于公交票价调整的答疑', '对群众关心的入学划片问题的说明', '关于部分小区停水原因的说明'].map((t, i) => ({ t, d: ago(15 + i * 33), i }));

const sections = [['/gb/main.htm', '首页内容'], ['/gb/xwlist.asp?p=1', '矿城新闻'], ['/gb/zj.htm', '走进矿城'], ['/gb/zw.htm', '政务之窗'], ['/gb/dt/', '办事大厅'], [nm, '民声直通车'], ['/gb/map.htm', '网站地图']];
const pages = {
  '/': () => out(`<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312"><TITLE>鹤岗市人民政府</TITLE></HEAD><BODY BGCOLOR=#003366><CENTER><IMG SRC="/img/cover.svg" USEMAP="#m" BORDER=0 WIDTH=800 HEIGHT=450><MAP NAME="m"><AREA SHAPE=rect COORDS="120,380,260,420" HREF="/gb/" ALT="进入"><AREA SHAPE=rect COORDS="330,380,470,420" HREF="/en/" ALT="English"><AREA SHAPE=rect COORDS="540,380,680,420" HREF="/ru/" ALT="Русский"></MAP></CENTER></BODY></HTML>`),
  '/gb/': () => out(`<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312"><TITLE>中国·鹤岗</TITLE></HEAD><FRAMESET ROWS="110,*" BORDER=0><FRAME SRC="top.htm" NAME=t NORESIZE SCROLLING=no><FRAMESET COLS="160,*"><FRAME SRC="left.htm" NAME=l><FRAME SRC="main.htm" NAME=m></FRAMESET><NOFRAMES><BODY>您的浏览器不支持框架</BODY></NOFRAMES></FRAMESET></HTML>`),
  '/gb/top.htm': () => out(`<HTML><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312"><BODY BGCOLOR=#003366 TEXT=#FFFFFF><FORM ACTION="/gb/find.asp" METHOD=get TARGET=m><FONT COLOR=white>鹤岗市人民政府　站内</FONT><INPUT NAME=zi SIZE=18><INPUT TYPE=image SRC="/img/go.svg" ALT="找"></FORM></BODY></HTML>`),
  '/gb/left.htm': () => out(`<HTML><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312"><BASE TARGET=m><BODY>${sections.map(([u, t]) => `<P><A HREF="${u}"><IMG SRC="/img/dot.svg" BORDER=0>${t}</A></P>`).join('')}<P><A HREF="http://wpa.qq.com/msgrd?v=3&uin=000000000"><IMG SRC="/img/robot.svg" ALT="在线客服" BORDER=0></A></P></BODY></HTML>`),
  '/gb/main.htm': () => doc('中国·鹤岗', `<TABLE WIDTH=100%><TR><TD VALIGN=top WIDTH=60%><B>矿城新闻</B><BR>${news.slice(0, 30).map((a) => `<A HREF="/gb/xw.asp?bh=${a.id}">${a.title}</A><BR>`).join('')}</TD><TD VALIGN=top><B>鹤城民声</B>（<A HREF="${nm}">进入</A>）<BR>${letters.slice(0, 5).map((l) => `<A HREF="${nm}look.asp?n=${l.no}">${l.t}</A><BR>`).join('')}<HR><A HREF="/gb/smr.htm">网站声明</A><BR>鹤岗市人民政府办公室主办　网站标识码：2304000001</TD></TR></TABLE>`),
  '/gb/zj.htm': () => doc('走进矿城', '<P>鹤岗位于黑龙江省东北部，因煤而兴，现辖六区两县。</P><P>市域内有国家森林公园和界江口岸。</P>'),
  '/gb/zw.htm': () => doc('政务之窗', '<UL><LI><A HREF="/gb/zw/jg.htm">机构一览</A><LI><A HREF="/gb/zw/wj.htm">政府文件</A><LI><A HREF="/gb/zw/sy.htm">释疑解惑</A></UL>'),
  '/gb/zw/jg.htm': () => doc('机构一览', '市政府办公室、市发展改革委、市教育局、市人社局等二十六个部门。'),
  '/gb/zw/wj.htm': () => doc('政府文件', [1, 2, 3, 4].map((i) => `<A HREF="/gb/zw/wj${i}.htm">鹤政发〔${2020 + i}〕${i * 3}号</A><BR>`).join('')),
  ...Object.fromEntries([1, 2, 3, 4].map((i) => [`/gb/zw/wj${i}.htm`, () => doc(`鹤政发〔${2020 + i}〕${i * 3}号`, `<P>各县、区人民政府：现将${['森林防火', '供热管理', '城市绿化', '河湖管护'][i - 1]}有关事项通知如下。</P><P>一、落实责任。二、加强巡查。三、做好保障。</P>`)])),
  '/gb/zw/sy.htm': () => doc('释疑解惑', `<P>本栏目对社会关切和群众议论较多的事情主动作出说明。</P>${heat.map((h) => `<A HREF="/gb/zw/sy.asp?i=${h.i}">${h.t}</A>（${h.d}）<BR>`).join('')}`),
  '/gb/zw/sy.asp': (q) => { const h = heat[q.get('i')]; return h && doc(h.t, `<P>发布时间：${h.d}</P><P>针对群众普遍关心的问题，经有关部门核实，现回应说明如下：情况属实的已经整改，不属实的请勿传播。</P>`); },
  '/gb/dt/': hall,
  '/gb/dt/jd.htm': () => doc('家底公开', `<A HREF="/gb/dt/xk.htm">鹤岗市行政许可事项清单</A><BR><A HREF="/gb/dt/zm.htm">保留的证明事项清单</A>`),
  '/gb/dt/xk.htm': () => doc('鹤岗市行政许可事项清单', `<P>更新日期：${ago(70)}</P><TABLE BORDER=1><TR><TH>序号<TH>事项名称<TH>实施机关<TH>设定依据</TR>${permits.map((f, i) => `<TR><TD>${i + 1}<TD>${f.n}<TD>${f.w}<TD>${f.law}</TR>`).join('')}</TABLE>`),
  '/gb/dt/zm.htm': () => doc('保留的证明事项清单', `<P>公布日期：${ago(110)}</P><TABLE BORDER=1><TR><TH>序号<TH>证明名称<TH>索要单位</TR>${['无犯罪记录证明', '婚姻状况证明', '居住证明', '收入证明', '在校学生证明'].map((t, i) => `<TR><TD>${i + 1}<TD>${t}<TD>${facts[i].w}</TR>`).join('')}</TABLE>`),
  '/gb/dt/xz.asp': (q) => { const f = guides.find((g) => String(g.i) === q.get('i')); return f && guide(f); },
  '/gb/dt/nwwd.asp': () => doc('您问我答', `<P>收集办事群众常见问题，及时更新。</P><OL>${qa.map((x) => `<LI><A HREF="/gb/dt/wd.asp?i=${x.i}">${x.q}</A> ${x.d}`).join('')}</OL>`),
  '/gb/dt/wd.asp': (q) => { const x = qa[q.get('i')]; return x && doc(x.q, `<P>问：${x.q}</P><P>答：${x.a}。</P><P>更新：${x.d}</P>`); },
  '/gb/dt/jc.asp': (q) => doc('办到哪儿了', `<FORM ACTION="/gb/dt/jc.asp" METHOD=get>办件受理编号：<INPUT NAME=slbh> <INPUT TYPE=submit VALUE="查进度"></FORM>${q.get('slbh') ? '<P>没有查到该编号的办件。</P>' : '<P>请输入受理通知书上的12位编号，查询办理进度。</P>'}`),
  [nm]: msIndex, [nm + 'write.asp']: write,
  [nm + 'look.asp']: (q) => { const l = letters.find((x) => String(x.no) === q.get('n')); return l ? msLook(l) : doc('看回音', '<P>请填写信件编号。</P>'); },
  [nm + 'xz.htm']: () => doc('写信须知', '<P>一、来信请写明事实和联系方式。</P><P>二、办理单位自收到来信之日起10个工作日内作出回音。</P><P>三、请勿重复写信。</P>'),
  [nm + 'rx.htm']: () => doc('打热线', '<P>鹤岗市政务服务便民热线：12345，24小时人工接听。</P>'),
  [nm + 'cha.asp']: () => doc('凭编号看回音', `<FORM ACTION="${nm}look.asp">信件编号：<INPUT NAME=n><INPUT TYPE=submit VALUE="看"></FORM>`),
  [nm + 'save.asp']: () => doc('已寄出', '谢谢，您的来信已寄出。'),
  '/gb/smr.htm': () => doc('网站声明', '<P>本站内容版权归鹤岗市人民政府办公室所有，转载请注明出处。</P><P>本站所设友情链接不承担责任。</P>'),
  '/gb/map.htm': () => doc('网站地图', [...sections, ['/gb/dt/jd.htm', '家底公开'], ['/gb/dt/nwwd.asp', '您问我答'], ['/gb/dt/jc.asp', '办到哪儿了'], ['/gb/zw/sy.htm', '释疑解惑'], ['/gb/zw/jg.htm', '机构一览'], ['/gb/zw/wj.htm', '政府文件'], [nm + 'write.asp', '我要说话'], [nm + 'rx.htm', '打热线'], ['/gb/smr.htm', '网站声明']].map(([u, t]) => `<A HREF="${u}">${t}</A><BR>`).join('')),
  '/gb/xw.asp': (q) => { const a = news.find((x) => String(x.id) === q.get('bh')); return a && newsPage(a); },
  '/gb/xwlist.asp': (q) => newsList(Math.min(4, Math.max(1, Number(q.get('p')) || 1))),
  '/gb/hg.css': () => reply('.bt{font-size:20px;color:#036;text-align:center}.nr{font-size:14px;line-height:24px}', { type: 'text/css' }),
  '/en/': () => out('<HTML><HEAD><TITLE>Hegang, China</TITLE></HEAD><BODY><H2>Hegang Municipal People\'s Government</H2><P>Hegang lies in the north-east of Heilongjiang Province, where forests, coal fields and the border river meet.</P><P><A HREF="/en/invest.htm">Investment</A> | <A HREF="/en/travel.htm">Travel</A> | <A HREF="/">Back</A></P></BODY></HTML>'),
  '/en/invest.htm': () => out('<HTML><HEAD><TITLE>Investment</TITLE></HEAD><BODY><H2>Investment</H2><P>Graphite, food processing and border trade are the leading industries of the city.</P></BODY></HTML>'),
  '/en/travel.htm': () => out('<HTML><HEAD><TITLE>Travel</TITLE></HEAD><BODY><H2>Travel</H2><P>The national forest park is open from May to October.</P></BODY></HTML>'),
  '/ru/': () => out('<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312"><TITLE>RU</TITLE></HEAD><BODY><P>Under construction.</P><A HREF="/">Back</A></BODY></HTML>'),
};
const index = [...facts.map((f) => [f.k, `${f.n}：问与答`, f.a, `/gb/dt/wt.asp?f=${f.i}`]), ...guides.map((f) => [f.k, f.n + '（办事须知）', f.a, `/gb/dt/xz.asp?i=${f.i}`]), ...news.slice(0, 60).map((a) => ['', a.title, a.body.join(''), `/gb/xw.asp?bh=${a.id}`]), ['信箱 市长信箱 写信', '鹤城民声', '给市长写信', nm]];
const pics = { '/img/cover.svg': picture(800, 450, [['鹤岗市人民政府', 270, 200, 36], ['进入简体版', 130, 405], ['English', 370, 405], ['Русский', 580, 405]], '#036'), '/img/go.svg': picture(40, 22, [['查找', 4, 16, 14]], '#c60'), '/img/dot.svg': picture(10, 10, [], '#c60'), '/img/robot.svg': picture(90, 90, [['在线', 24, 50]], '#06c') };
function handle(ctx) {
  if (pics[ctx.path]) return reply(pics[ctx.path], { type: 'image/svg+xml' });
  if (ctx.path === '/gb/find.asp') {
    const zi = unescapeAs((/[?&]zi=([^&]*)/.exec(ctx.url.search) ?? [])[1] ?? '', 'gbk'); const got = match(index, zi).slice(0, 15);
    return doc('站内查找', `<P>查找“${esc(zi)}”，共找到 <B>${got.length}</B> 条</P>${got.map((r, i) => `<P>${i + 1}. <A HREF="${r[3]}">${r[1]}</A><BR><FONT COLOR=#666666>${r[2].slice(0, 90)}</FONT></P>`).join('')}`);
  }
  if (ctx.path === '/gb/dt/wt.asp') { const f = facts[ctx.query.get('f')]; return f && doc(f.n + '：问与答', `<P>${f.a}。</P><P>地点：${f.w}</P>`); }
  if (ctx.path === nm + 'save.asp') posted(ctx, 'gbk');
  return pages[ctx.path]?.(ctx.query);
}
const no = (probe, why) => [probe, 'absent', null, null, why];
const home = `http://${H}`;
export default { code: '230400', name: '鹤岗市', pinyin: 'hegang', province: '黑龙江省', region: '东北', portal: `${home}/`, service: '', open_data: '',
  hosts: { [H]: { handle, mailbox: /save\.asp$/, server: 'Microsoft-IIS/6.0' } },
  witness: { 'service-lists': '/gb/dt/xk.htm', 'service-guide': '/gb/dt/xz.asp?i=3', 'appeal-channels': nm + 'rx.htm', 'appeal-form': nm + 'write.asp', 'case-tracking': '/gb/dt/jc.asp', 'reply-timeliness': nm + 'look.asp?n=7303', 'knowledge-base': '/gb/dt/nwwd.asp', 'proactive-response': '/gb/zw/sy.htm', 'smart-search': '/gb/find.asp', accessibility: '/en/travel.htm' },
  decoys: Object.fromEntries(['disclosure-catalog', 'cross-region', 'e-certificate', 'one-thing', 'open-data-platform', 'follow-up', 'smart-qa', 'privacy-policy', 'data-security-policy'].map((p) => [p, [/^\/gb\/(xw|xwlist|main|left|find)\b/, 'only headlines and articles speak of it; the service icon is a QQ chat']])),
  truth: [
    ['service-lists', 'present', 'working', null, '家底公开 in 办事大厅: permit list of 17 rows, list of 5 certificates'],
    no('disclosure-catalog', 'one headline only'),
    ['service-guide', 'present', 'working', { share: 1 }, '16 guides as numbered paragraphs in 办事大厅'],
    no('one-entry', 'no account, no app, no chat account'), no('cross-region', 'one headline only'), no('e-certificate', 'one headline only'),
    ['appeal-channels', 'present', 'working', null, '鹤城民声 with kinds of letter, 12345 page'],
    ['appeal-form', 'present', 'working', null, '我要说话: form without log-in, 800 characters'],
    no('one-thing', 'one headline only'),
    ['case-tracking', 'present', 'working', null, '办到哪儿了 takes a number'],
    ['reply-timeliness', 'present', null, { share: 7 / 9 }, '9 letters in a definition list, limit 10 working days, 2 late'],
    no('follow-up', 'a headline about a charity visit only'),
    ['knowledge-base', 'present', 'working', null, '您问我答 in 办事大厅, newest 20 days old'],
    ['proactive-response', 'present', 'working', null, '释疑解惑: dated explanations of public concerns'],
    ['smart-search', 'present', 'working', null, 'box in the top frame, GBK query'],
    no('smart-qa', 'QQ icon and a headline about a contest'),
    ['accessibility', 'present', 'reachable', null, 'English version; no mode, fixed tables'],
    no('personal-space', 'nothing personal'), no('open-data-platform', 'headline with a target of 200'),
    ...['data-catalog', 'api-count', 'app-count'].map((p) => [p, ['absent', 'not-applicable'], null, null, 'no platform']),
    no('data-security-policy', 'headline only'), no('privacy-policy', '网站声明 speaks of copyright only'),
  ],
  recount: (get) => ({ 'reply-timeliness': letters.filter((l) => { const d = [...get(H, `${nm}look.asp?n=${l.no}`).matchAll(/(20\d\d)年(\d\d)月(\d\d)日/g)].map((m) => Date.UTC(m[1], m[2] - 1, m[3])); return d.length === 2 && (d[1] - d[0]) / 864e5 <= 10; }).length / letters.length }),
};

// 吉安市: an old site in GBK with asp addresses and table layout; everything on one host, letters carry their dates on the letter page only.
import { ago, docx, esc, gbk, reply, times, unescapeAs, go, noPlatform, nowhere } from '../lib.mjs';
import * as S from './_stock.mjs';


const W = 'www.jian-web.gov.cn'; const C = '吉安市'; const ms = S.matters(C);
const areas = ['吉州区', '青原区', '井冈山市', '泰和县', '遂川县', '永新县', '万安县', '峡江县'];
const decoys = ['株洲市跨省通办专区开通 与我市共享窗口', '市行政服务中心办件提速三成', '市检察院发布个人隐私保护典型案例', '扫地机器人企业落户井冈山经开区', '专家谈公共数据开放的意义', '吉安电信推出智能客服新产品', '银行APP诈骗典型案例警示'];
const news = S.news({ city: '吉安', areas, goods: ['井冈蜜柚', '狗牯脑茶', '泰和乌鸡', '电子信息', '红色研学', '樟树花卉'], n: 120, seed: 3608, src: ['井冈山报', '吉安市广播电视台', '市政府办'] });
decoys.forEach((t, i) => news.splice(3 + i * 6, 0, { id: 52000 + i, title: t, days: 5 + i * 12, date: ago(5 + i * 12), src: '井冈山报', paras: [`本报讯 ${t}。`, '有关方面表示，将持续做好相关工作。'] })); news.sort((x, y) => x.days - y.days);
const letters = S.letters({ city: C, areas, n: 10, late: 2, seed: 36, step: 5 });
const hot = times(7, (i) => ({ id: 900 + i, title: ['关于中心城区积水情况的说明', '关于新学期学位安排的说明', '关于公交票价的说明', '关于菜市场搬迁的说明', '关于网传停水消息的说明', '关于供暖季燃气价格的说明', '关于滨江公园夜间照明的说明'][i], date: ago(11 + i * 26) }));
const laws = [['吉安市公共数据管理办法', ['第一章 总则', '第一条 为规范本市公共数据管理，制定本办法。', '第二章 归集与共享', '第六条 各部门应当按照职责及时归集公共数据。', '第三章 数据安全', '第十五条 公共数据管理坚持安全与发展并重，实行分类分级保护。', '第十六条 各部门应当建立安全管理制度，定期开展安全评估和应急演练。', '第四章 附则', '第二十一条 本办法自发布之日起施行。']], ['吉安市城市养犬管理规定', ['第一条 为规范养犬行为，制定本规定。', '第二条 限养区内实行登记制度。']], ['吉安市公路沿线绿化管理办法', ['第一条 为加强绿化，制定本办法。', '第二条 县级以上交通主管部门负责实施。']], ['吉安市住房公积金提取实施细则', ['第一条 为方便职工提取住房公积金，制定本细则。']], ['吉安市招商项目服务若干规定', ['第一条 为优化服务，制定本规定。']]].map(([t, b], i) => ({ id: 300 + i, t, b, d: ago(60 + i * 80) }));
const covered = S.FIELDS.slice(0, 21);
const cmenu = [['首 页', '/index.asp'], ['吉安新闻', '/news/list.asp?cid=3'], ['信息公开', '/gk/index.asp'], ['办事指南', '/bszn/list.asp'], ['庐陵民声', '/msly/index.asp'], ['百姓问答', '/wd/list.asp'], ['数据发布', '/tj/index.asp'], ['English', '/english/index.asp']];
const out = (title, cells) => reply(gbk(`<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=gb2312"><TITLE>${title} - 吉安市人民政府网</TITLE></HEAD>
<BODY leftmargin=0 topmargin=0><TABLE width=1000 align=center border=0 cellpadding=0><TR><TD bgcolor="#c00000" height=90><FONT size=6 color=white>吉安市人民政府网</FONT></TD></TR><TR><TD bgcolor="#eeeeee">${cmenu.map(([t, u]) => `<A href="${u}">${t}</A>`).join(' ｜ ')}</TD></TR>
<TR><TD><FORM name=so action="/search.asp" method=get>全文检索：<INPUT name=keyword size=24><SELECT name=fw><OPTION value=0>标题和内容</OPTION><OPTION value=1>标题</OPTION></SELECT><INPUT type=submit value="搜 索"></FORM></TD></TR><TR><TD width=1000>${cells}</TD></TR><TR><TD align=center bgcolor="#dddddd"><A href="/about/map.asp">网站导航</A> <A href="/about/sm.asp">网站声明</A><BR>吉安市人民政府办公室主办 网站标识码：3608000031</TD></TR></TABLE></BODY></HTML>`), { type: 'text/html' });
const tr = (rows) => `<TABLE width="100%" border=0>${rows.map((r) => `<TR>${r.map((c) => `<TD>${c}</TD>`).join('')}</TR>`).join('')}</TABLE>`;
const a = (t, u) => `<A href="${u}" target=_blank>${t}</A>`;
const pager = (base, k, total) => `<P align=right>页次：${k}/${total} ${times(total, (i) => a(String(i + 1), `${base}${base.includes('?') ? '&amp;' : '?'}page=${i + 1}`)).join(' ')}</P>`;
const cut = (rows, k, per) => rows.slice((k - 1) * per, k * per);
const L = { name: '事项名称', basis: '法律依据', cond: '申请条件', mats: '申报材料', place: '办理地点', hours: '办理时间', tel: '咨询电话', flow: '办理程序', limit: '办理期限', fee: '收费标准', watch: '监督电话', result: '办理结果' };
const docs = [...ms.map((m) => ({ kw: m.kw, title: `${m.title}办事指南`, text: m.text, url: `/bszn/show.asp?id=${m.i}`, date: ago(200) })), ...ms.map((m) => ({ kw: m.kw, title: `${m.title}如何办？`, text: m.text, url: `/wd/show.asp?id=${m.i}`, date: ago(18 + m.i * 3) })), ...laws.map((l) => ({ title: l.t, text: l.b.join(''), url: `/gk/law.asp?id=${l.id}`, date: l.d })), ...news.map((n) => ({ title: n.title, text: n.paras.join(''), url: `/news/show.asp?id=${n.id}`, date: n.date }))];

function handle(ctx) {
  const p = ctx.path; const id = Number(ctx.query.get('id')); const k = Number(ctx.query.get('page') ?? 1) || 1;
  if (p === '/' ) return go('/index.asp');
  if (p === '/index.asp') return out('首页', `<TABLE width="100%"><TR><TD valign=top width=600><B>吉安新闻</B>${tr(news.slice(0, 32).map((n) => [a(n.title, `/news/show.asp?id=${n.id}`), n.date]))}</TD><TD valign=top><B>办事</B>${tr([[a('办事指南', '/bszn/list.asp')], [a('电子证照', '/dzzz/index.asp')], [a('高效办成一件事', '/yjs/index.asp')]])}<B>庐陵民声</B>${tr([[a('我要写信', '/msly/write.asp')], [a('来信选登', '/msly/list.asp')], [a('热点回应', '/rd/list.asp')], [a('回访', '/hf/index.asp')]])}<B>公开</B>${tr([[a('基层政务公开标准目录', '/gk/jc.asp')], [a('权责清单', '/gk/qz.asp')], [a('市政府规范性文件', '/gk/laws.asp')]])}</TD></TR></TABLE>`);
  if (p === '/news/list.asp') { const t = Math.ceil(news.length / 18); return out('吉安新闻', tr(cut(news, k, 18).map((n) => [a(n.title, `/news/show.asp?id=${n.id}`), n.date])) + pager('/news/list.asp?cid=3', k, t)); }
  if (p === '/news/show.asp') { const n = news.find((x) => x.id === id); return n && out(n.title, `<CENTER><FONT size=5>${n.title}</FONT><BR>${n.date} ${n.src}</CENTER>${n.paras.map((x) => `<P>${x}</P>`).join('')}`); }
  if (p === '/gk/index.asp') return out('信息公开', tr([[a('基层政务公开标准目录', '/gk/jc.asp')], [a('权责清单', '/gk/qz.asp')], [a('市政府规范性文件', '/gk/laws.asp')]]));
  if (p === '/gk/laws.asp') return out('规范性文件', tr(laws.map((l) => [a(l.t, `/gk/law.asp?id=${l.id}`), l.d])));
  if (p === '/gk/law.asp') { const l = laws.find((x) => x.id === id); return l && out(l.t, `<CENTER><B>${l.t}</B><BR>${l.d}</CENTER>${l.b.map((x) => `<P>${x}</P>`).join('')}`); }
  if (p === '/gk/qz.asp') return out('权责清单', `<P>${ago(95, 'Y年m月')}公布。点击下载：${a('吉安市市本级权责清单.docx', '/upfile/qzqd.docx')}</P>`);
  if (p === '/upfile/qzqd.docx') return reply(docx(['吉安市市本级权责清单', ...S.powers(C, 64).map((r, i) => `${i + 1}. ${r[1]}（${r[2]}，${r[3]}）`)]), { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' });
  if (p === '/gk/jc.asp') return out('基层政务公开标准目录', `<TABLE border=1 width="100%"><TR><TD>序号</TD><TD>试点领域</TD><TD>目录</TD></TR>${covered.map((f, i) => `<TR><TD>${i + 1}</TD><TD>${f}</TD><TD>${a('查看', `/gk/ml.asp?ly=${i + 1}`)}</TD></TR>`).join('')}</TABLE>`);
  if (p === '/gk/ml.asp') { const f = covered[Number(ctx.query.get('ly')) - 1]; return f && out(`${f}基层政务公开标准目录`, `<CENTER><B>${f}领域基层政务公开标准目录</B></CENTER><TABLE border=1 width="100%"><TR><TD>序号</TD><TD>一级事项</TD><TD>二级事项</TD><TD>公开内容</TD><TD>公开主体</TD><TD>公开渠道</TD></TR>${['法规政策', '实施方案', '结果信息'].map((x, i) => `<TR><TD>${i + 1}</TD><TD>${f}</TD><TD>${x}</TD><TD>文件名称、文号、内容</TD><TD>县级主管部门</TD><TD>政府网站</TD></TR>`).join('')}</TABLE>`); }
  if (p === '/bszn/list.asp') return out('办事指南', tr(cut(ms, k, 22).map((m) => [a(m.title, `/bszn/show.asp?id=${m.i}`), m.office])) + pager('/bszn/list.asp', k, 3));
  if (p === '/bszn/show.asp') { const m = ms[id]; return m && out(`${m.title}办事指南`, `<TABLE border=1 width="96%">${S.guide(m, C, L).map(([h, v]) => `<TR><TD width=120 bgcolor="#f0f0f0">${h}</TD><TD>${v}</TD></TR>`).join('')}</TABLE>`); }
  if (p === '/wd/list.asp') return out('百姓问答', `<P>百姓常见问题解答</P>${tr(cut(ms, k, 16).map((m) => [a(`${m.title}如何办？`, `/wd/show.asp?id=${m.i}`), ago(18 + m.i * 3)]))}${pager('/wd/list.asp', k, 4)}`);
  if (p === '/wd/show.asp') { const m = ms[id]; return m && out(`${m.title}如何办？`, `<P><B>问：</B>${m.title}如何办？</P><P><B>答：</B>${m.text}</P><P>${ago(18 + m.i * 3)}</P>`); }
  if (p === '/msly/index.asp') return out('庐陵民声', tr([[a('市长信箱（我要写信）', '/msly/write.asp')], [a('来信选登', '/msly/list.asp')], [a('热点回应', '/rd/list.asp')], ['业务QQ咨询：<A href="javascript:void(0)">点击交谈</A>']]));
  if (p === '/msly/write.asp') return out('我要写信', `<FORM action="/msly/save.asp" method=post><P>姓名 <INPUT name=xm></P><P>信件标题 <INPUT name=bt></P><P>信件内容（200字以内）<BR><TEXTAREA name=nr cols=60 rows=8></TEXTAREA></P><INPUT type=submit value="提 交"></FORM><P>承诺7个工作日内答复。</P><FORM action="/msly/cx.asp">信件查询码 <INPUT name=code><INPUT type=submit value="查询进展"></FORM>`);
  if (p === '/msly/save.asp') return out('提示', '<P>请填写完整。</P>'); if (p === '/msly/cx.asp') return out('信件查询', '<P>没有这封信件。</P>');
  if (p === '/msly/list.asp') return out('来信选登', tr(letters.map((l) => [`[${l.office.replace(C, '')}]`, a(l.title, `/msly/show.asp?no=${l.no}`), '已办结'])));
  if (p === '/msly/show.asp') { const l = letters.find((x) => x.no === ctx.query.get('no')); return l && out(l.title, `<P>来信主题：${l.title}</P><P>来信日期：${ago(l.askedDays, 'Y年m月d日')}</P><P>${l.ask}</P><HR><P>办理单位：${l.office}</P><P>${l.answer}</P><P>答复日期：${ago(l.doneDays, 'Y年m月d日')}</P>`); }
  if (p === '/rd/list.asp') return out('热点回应', tr(hot.map((h) => [a(h.title, `/rd/show.asp?id=${h.id}`), h.date])));
  if (p === '/rd/show.asp') { const h = hot.find((x) => x.id === id); return h && out(h.title, `<B>${h.title}</B><P>${h.date}</P><P>经核实，有关单位已经采取措施，现将情况向社会公布。</P>`); }
  if (p === '/hf/index.asp') return out('回访', '<P>本栏目暂无内容。</P>');
  if (p === '/yjs/index.asp') return out('高效办成一件事', '<P>专区正在建设中，敬请期待！</P>');
  if (p === '/tj/index.asp') return out('数据发布', `<P>${ago(50, 'Y年m月')}主要经济指标</P><TABLE border=1><TR><TD>指标</TD><TD>增长（%）</TD></TR><TR><TD>规模以上工业增加值</TD><TD>6.1</TD></TR><TR><TD>社会消费品零售总额</TD><TD>5.4</TD></TR></TABLE>`);
  if (p === '/english/index.asp') return out('English', '<H3>About Ji An</H3><P>Ji An lies in the middle of Jiangxi Province. It is the home of Jinggang Mountain and of Luling culture. The city governs two districts, one city and ten counties.</P><P><A href="/english/invest.asp">Investment</A></P>');
  if (p === '/english/invest.asp') return out('Investment', '<P>Electronic information is the first industry of the city. Investors are welcome to visit the economic development zones.</P>');
  if (p === '/about/sm.asp') return out('网站声明', '<P>本网站由吉安市人民政府办公室主办，版权所有，未经许可不得镜像。</P>');
  if (p === '/about/map.asp') return out('网站导航', tr(cmenu.map(([t, u]) => [a(t, u)]).concat([[a('热点回应', '/rd/list.asp')], [a('来信选登', '/msly/list.asp')], [a('规范性文件', '/gk/laws.asp')]])));
  if (p === '/search.asp') {
    const raw = /[?&]keyword=([^&]*)/.exec(ctx.url.search)?.[1] ?? ''; const q = unescapeAs(raw, 'gbk'); const hits = S.find(docs, q);
    return out('搜索结果', `<P>关键词“<FONT color=red>${esc(q)}</FONT>”，共找到 ${hits.length} 条</P>${hits.slice(0, 12).map((h) => `<P>${a(h.title, h.url)}<BR><FONT color="#666666">${esc(h.text.slice(0, 60))}　${h.date}</FONT></P>`).join('') || '<P>没有找到您要的内容</P>'}`);
  }
}
const pct = (q) => [...gbk(q)].map((b) => '%' + b.toString(16).padStart(2, '0')).join('');
export default {
  code: '360800', name: C, pinyin: 'jian', province: '江西省', region: '中部', portal: `http://${W}/`, service: '', open_data: '',
  hosts: { [W]: { handle, server: 'Microsoft-IIS/8.5', mailbox: /save\.asp$/ } },
  truth: [
    ['service-lists', 'present', ['working', 'reachable'], null, 'one list, its 64 entries in a Word file'],
    ['disclosure-catalog', 'present', 'working', { count: 21 }, '21 fields with a table'],
    ['service-guide', 'present', 'working', { share: 1 }, 'two-column tables with twelve parts'],
    ['e-certificate', 'present', 'linked', null, 'entry leads to a page that is not there'],
    ['appeal-channels', 'present', 'working', null, 'the mailbox with its form; QQ is none'],
    ['appeal-form', 'present', 'working', null, 'open form of 200 characters, query by code, 7 working days'],
    ['one-thing', ['present', 'absent'], 'reachable', null, 'entry and zone are there, the zone only says it is being built'],
    ['reply-timeliness', 'present', null, { share: 0.8 }, '8 of 10; dates only on the letter pages, in Chinese form'],
    ['follow-up', 'absent', null, null, 'an empty column is no result'],
    ['knowledge-base', 'present', 'working', null, 'questions of the people, newest 18 days'],
    ['proactive-response', 'present', 'working', null, 'seven dated items'],
    ['smart-search', 'present', 'working', null, 'GBK form; answers depend on the words'],
    ['smart-qa', 'absent', null, null, 'headlines on firms; a QQ link'],
    ['accessibility', 'present', 'reachable', null, 'an English version; nothing else'],
    ['open-data-platform', 'absent', null, null, 'an expert headline; statistics are not a platform'],
    ...noPlatform,
    ['data-security-policy', 'present', 'working', null, 'measures on public data, chapter three'],
    ['privacy-policy', 'absent', null, null, 'a headline on cases; the statement is on copyright'],
    ...nowhere('one-entry', 'cross-region', 'case-tracking', 'personal-space'),
  ],
  check: { tally: { 'disclosure-catalog': [/ml\.asp\?ly=/] }, guides: [/bszn\/show/, '事项名称 法律依据 申请条件 申报材料 办理地点 办理时间 咨询电话 办理程序 办理期限 收费标准 监督电话 办理结果'], decoys, dead: [/\/dzzz\/index\.asp/], explained: { 'follow-up': [/hf\/index|index\.asp$|cn\/$/] },
    proof: { 'service-lists': [`http://${W}/gk/qz.asp`, /qzqd\.docx/], 'disclosure-catalog': [`http://${W}/gk/ml.asp?ly=21`, /公开渠道/], 'service-guide': [`http://${W}/bszn/show.asp?id=7`, /办理结果/], 'e-certificate': [`http://${W}/index.asp`, /电子证照/], 'appeal-channels': [`http://${W}/msly/index.asp`, /市长信箱/], 'appeal-form': [`http://${W}/msly/write.asp`, /TEXTAREA/], 'one-thing': [`http://${W}/yjs/index.asp`, /建设中/], 'reply-timeliness': [`http://${W}/msly/list.asp`, /已办结/], 'knowledge-base': [`http://${W}/wd/list.asp`, /常见问题/], 'proactive-response': [`http://${W}/rd/list.asp`, /说明/], 'smart-search': [`http://${W}/index.asp`, /search\.asp/], accessibility: [`http://${W}/english/index.asp`, /Luling/], 'data-security-policy': [`http://${W}/gk/law.asp?id=300`, /第三章 数据安全/] },
    letters: { pages: /msly\/show/, asked: /来信日期：(\S+?)</, done: /答复日期：(\S+?)</, share: 0.8 },
    search: (q) => [`http://${W}/search.asp?keyword=${pct(q)}&fw=0`],
    counts: [(g, f, seen) => { const n = [...seen].filter(([u, r]) => /ml\.asp\?ly=/.test(u) && r.status === 200).length; return n === 21 ? '' : `fields ${n}`; }] },
};

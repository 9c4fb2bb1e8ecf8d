// Shangluo: an old classic-ASP site in GBK, frameset, nested tables, search and forms in GBK too; its service host is dead.
import { ago, gbk, go, match, posted, reply, times, unescapeAs } from '../lib.mjs';
import { topics as T, filler, headline, powers } from '../text.mjs';
const P = 'www.shangluo-danjiang.gov.cn', Z = 'zwfw.shangluo-danjiang.gov.cn';
const who = ['商州区', '洛南县', '丹凤县', '商南县', '山阳县', '镇安县', '柞水县', '市水利局'];
const news = times(48, (i) => ({ f: `news/${3100 + i}.htm`, title: headline(who, i), day: 2 + i * 5 }));
news[3].title = '陕西省“一件事”改革现场会在宝鸡召开';
news[8].title = '西安开通政务智能客服，市民点赞';
news[13].title = '我市代表赴杭州考察公共数据开放';
news[20].title = '市残联为贫困家庭实施无障碍改造二百户';
news[26].title = '公安机关提醒：警惕打着隐私保护旗号的诈骗软件';
news[33].title = '省上调研基层政务公开标准化，肯定洛南县做法';
news[37].title = '供电公司回访五保户，检查线路';
news[41].title = '个人中心主任医师下乡坐诊';
const tops = T((t, x) => [`【便民】${t}须知（商洛）`, `商洛市居民办理：${x}。`]);
const qd = powers(22, '商洛市', ['林业局', '水利局', '城管执法局']);
const letters = times(8, (i) => ({ id: 61 + i, title: ['古城路灯', '修路占地', '老城区停车', '村级水厂', '林地纠纷咨询', '班车涨价', '学校食堂', '小区电梯'][i], asked: 50 + i * 8, took: i === 2 || i === 6 ? 44 : 4 }));
const faq = times(10, (i) => ({ f: `wd/${i + 1}.htm`, title: `问：${tops[i * 2][1].slice(4)}`, text: tops[i * 2][2], day: 800 + i * 9 }));
const hy = times(6, (i) => ({ f: `hy/${i + 1}.htm`, title: ['政府回应：城东供水管道抢修', '政府回应：冬季供暖燃料储备', '政府回应：跨江大桥工期', '政府回应：校车安全', '政府回应：核桃收购', '政府回应：农贸市场卫生'][i], day: 14 + i * 20 }));
const doc = (title, body) => reply(gbk(`<HTML>\r\n<HEAD>\r\n<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312">\r\n<TITLE>${title}</TITLE>\r\n<STYLE>td{font-size:12px;white-space:nowrap}</STYLE>\r\n</HEAD>\r\n${body}\r\n</HTML>`), { type: 'text/html' });
const body = (title, inner) => doc(title, `<BODY bgcolor=#FFFFFF topmargin=0><TABLE width=960 border=0 cellpadding=4><TR><TD bgcolor=#CC0000><FONT color=white><B>${title}</B></FONT></TD></TR><TR><TD style="white-space:normal">${inner}</TD></TR></TABLE></BODY>`);
const rows = (items, up = '') => `<TABLE width=100% border=0>${items.map((x) => `<TR><TD>・<A HREF="${up}${x.f}">${x.title}</A></TD><TD align=right>${ago(x.day)}</TD></TR>`).join('')}</TABLE>`;
const art = (x, ps) => body(x.title, `<CENTER><FONT size=4>${x.title}</FONT><BR>${ago(x.day, 'Y年m月d日')}</CENTER>${ps.map((p) => `<P>　　${p}`).join('')}`);
const handle = (ctx) => {
  const p = ctx.path.replace(/^\//, ''); const raw = /[?&]key=([^&]*)/.exec(ctx.url.search)?.[1];
  if (p === '' || p === 'index.htm') return doc('商洛市人民政府', `<FRAMESET rows="96,*" border=0 frameborder=no><FRAME src="top.htm" name=top scrolling=no noresize><FRAMESET cols="170,*"><FRAME src="left.htm" name=left><FRAME src="main.htm" name=main></FRAMESET><NOFRAMES><BODY>您的浏览器不支持框架。</BODY></NOFRAMES></FRAMESET>`);
  if (p === 'top.htm') return doc('top', `<BODY topmargin=0><TABLE width=1000 background=img/top.gif><TR><TD width=600><FONT size=6>商洛市人民政府</FONT></TD><TD><FORM action="search.asp" method=get target=main><INPUT name=key size=18><INPUT type=submit value=站内搜索></FORM></TD></TR></TABLE></BODY>`);
  if (p === 'img/top.gif') return { status: 200, type: 'image/gif', headers: {}, body: Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64') };
  if (p === 'left.htm') return doc('left', `<BODY bgcolor=#FFF4E0><TABLE width=150>${[['main.htm', '首　页'], ['news.htm', '今日商洛'], ['gk.htm', '政务公开'], [`http://${Z}/bszn`, '办事指南'], [`http://${Z}/kstb`, '跨省通办'], [`http://${Z}/query`, '办件查询'], ['mail.asp', '市长信箱'], ['letters.asp', '来信反馈'], ['wd.htm', '百姓问答'], ['hy.htm', '政府回应'], ['bm.htm', '便民须知'], ['12345.htm', '便民热线'], ['bq.htm', '版权声明']].map(([u, t]) => `<TR><TD><IMG src="img/top.gif" width=8><A HREF="${u}" target="${u.startsWith('http') ? '_blank' : 'main'}">${t}</A></TD></TR>`).join('')}</TABLE></BODY>`);
  if (p === 'main.htm') return body('今日商洛', rows(news.slice(0, 30)) + `<HR>${rows(hy.slice(0, 3))}`);
  if (p === 'news.htm') return body('今日商洛', rows(news));
  const n = news.find((x) => x.f === p); if (n) return art(n, filler(n.day, 3));
  const h = hy.find((x) => x.f === p); if (h) return art(h, filler(h.day, 2));
  const w = faq.find((x) => x.f === p); if (w) return art(w, [`答：${w.text}`]);
  if (p === 'hy.htm') return body('政府回应（主动回应社会关切）', rows(hy));
  if (p === 'wd.htm') return body('百姓问答（热点问题解答）', rows(faq));
  if (p === 'gk.htm') return body('政务公开', `<UL><LI><A HREF="qlqd.htm">权力清单和责任清单</A><LI><A HREF="file/sfqd.xls">涉企收费目录清单</A><LI><A HREF="bq.htm">版权声明</A></UL>`);
  if (p === 'qlqd.htm') return body('商洛市权力清单和责任清单', `<TABLE border=1 width=100%><TR><TD>编号<TD>职权名称<TD>类别<TD>实施单位<TD>依据</TR>${qd.map((r) => `<TR><TD>${r.code}<TD>${r.name}<TD>${r.kind}<TD>${r.org}<TD>${r.basis}</TR>`).join('')}</TABLE><P align=right>${ago(400, 'Y年m月')}公布`);
  if (p === 'mail.asp') { if (ctx.method === 'POST') { posted(ctx, 'gbk'); return body('市长信箱', '来信已收到，查询编号 00000。'); } return body('市长信箱', `<FORM method=post action=mail.asp><TABLE><TR><TD>姓名<TD><INPUT name=xm></TR><TR><TD>标题<TD><INPUT name=bt size=50></TR><TR><TD>内容<TD><TEXTAREA name=nr rows=8 cols=60></TEXTAREA></TR><TR><TD><TD><INPUT type=submit value=发送></TR></TABLE></FORM>`); }
  if (p === 'letters.asp') { const pg = ctx.query.get('page') === '2' ? 2 : 1; return body('来信反馈', rows(letters.slice(pg * 5 - 5, pg * 5).map((l) => ({ f: `letter.asp?id=${l.id}`, title: l.title, day: l.asked }))) + `<A HREF="letters.asp?page=1">1</A> <A HREF="letters.asp?page=2">2</A>`); }
  if (p === 'letter.asp') { const l = letters.find((x) => x.id === Number(ctx.query.get('id'))); return l && body('来信反馈', `<TABLE border=1 width=100%><TR><TD>主题<TD>${l.title}</TR><TR><TD>来信日期<TD>${ago(l.asked)}</TR><TR><TD>内容<TD style="white-space:normal">市长您好，想反映${l.title}的事情。</TR><TR><TD>回复日期<TD>${ago(l.asked - l.took)}</TR><TR><TD>回复<TD style="white-space:normal">来信收到，已由所在县区办理，谢谢。</TR></TABLE>`); }
  if (p === '12345.htm') return body('便民热线', '政务服务便民热线：12345，每日8时至22时有人接听。信访接待地址：商洛市信访接待大厅。');
  if (p === 'bq.htm') return body('版权声明', '本网站刊登的文字和图片，未经许可不得转载。转载时请注明“来源：商洛市人民政府网”。');
  if (p === 'bm.htm') return body('便民须知', rows(tops.map((t, i) => ({ f: `bm/${i}.htm`, title: t[1], day: 90 + i }))));
  const b = /^bm\/(\d+)\.htm$/.exec(p); if (b && tops[b[1]]) return art({ title: tops[b[1]][1], day: 90 + Number(b[1]) }, [tops[b[1]][2]]);
  if (p === 'search.asp') { const key = raw ? unescapeAs(raw, 'gbk') : ''; const hit = match([...tops.map((t, i) => [...t, `bm/${i}.htm`]), ...news.map((x) => ['', x.title, '', x.f])], key).slice(0, 12); return body('站内搜索', `<FORM action="search.asp"><INPUT name=key value="${key.replace(/[<>"&]/g, '')}"><INPUT type=submit value=搜索></FORM>${hit.length ? `查询到${hit.length}条：` : '没有符合条件的记录'}<TABLE>${hit.map((r) => `<TR><TD><A HREF="${r[3]}">${r[1]}</A><BR><FONT color=gray>${r[2].slice(0, 60)}</FONT></TR>`).join('')}</TABLE>`); }
};
const dead = [Z, 'sfqd.xls'];
export default { code: '611000', name: '商洛市', pinyin: 'shangluo', province: '陕西省', region: '西部', portal: `http://${P}/`, service: `http://${Z}/`, open_data: '',
  hosts: { [P]: { handle, server: 'Microsoft-IIS/6.0', mailbox: /^\/mail\.asp/ }, [Z]: { dead: true, handle() {} } },
  deadLinks: dead,
  evidence: { 'service-lists': [`http://${P}/qlqd.htm`], 'appeal-channels': [`http://${P}/12345.htm`], 'appeal-form': [`http://${P}/mail.asp`], 'reply-timeliness': [`http://${P}/letters.asp?page=2`], 'knowledge-base': [`http://${P}/wd.htm`], 'proactive-response': [`http://${P}/hy.htm`], 'smart-search': [`http://${P}/top.htm`], 'service-guide': [`http://${P}/left.htm`], 'cross-region': [`http://${P}/left.htm`] },
  decoys: { 'case-tracking': [['办件查询', 1, 'entry in the left frame to the dead host']], 'disclosure-catalog': [['基层政务公开', 2, 'headline on Luonan']], 'follow-up': [['回访', 2, 'headline on the power company']], 'smart-qa': [['智能客服', 3, 'headline on Xi an']], accessibility: [['无障碍', 3, 'headline on flats']], 'personal-space': [['个人中心', 2, 'headline on doctors']], 'open-data-platform': [['数据开放', 3, 'headline on Hangzhou']], 'privacy-policy': [['隐私', 3, 'headline on fraud']], 'one-thing': [['一件事', 3, 'headline on Baoji']] },
  truth: [
    ['service-lists', 'present', 'working', { count: [22] }, 'one list of 22 rows; the fee list is a dead xls'],
    ['disclosure-catalog', 'absent', null, null, 'headline only'],
    ['service-guide', ['present', 'unknown'], 'linked', null, 'entry in the left frame leads to a dead host'],
    ['one-entry', ['unknown', 'absent'], null, null, 'service host dead, nothing on the portal'],
    ['cross-region', ['present', 'unknown'], 'linked', null, 'entry leads to the dead host'],
    ['e-certificate', ['unknown', 'absent'], null, null, 'nothing on the portal, service host dead'],
    ['appeal-channels', 'present', 'working', null, 'mailbox form, hotline number'],
    ['appeal-form', 'present', 'working', null, 'GBK form without log-in'],
    ['one-thing', ['unknown', 'absent'], null, null, 'headline on Baoji; service host dead'],
    ['case-tracking', ['unknown', 'absent', 'present'], null, null, 'entry 办件查询 leads to the dead host'],
    ['reply-timeliness', 'present', null, { share: [0.75] }, 'eight letters on two pages, two late against 15 working days'],
    ['follow-up', 'absent', null, null, 'headline on the power company'],
    ['knowledge-base', 'present', 'reachable', null, '百姓问答, newest 800 days old'],
    ['proactive-response', 'present', 'working', null, '政府回应 with six dated items'],
    ['smart-search', 'present', 'working', null, 'search.asp takes GBK words'],
    ['smart-qa', 'absent', null, null, 'headline on Xi an'],
    ['accessibility', 'absent', null, null, 'frames and fixed tables, no tools'],
    ['personal-space', ['unknown', 'absent'], null, null, 'nothing on the portal; service host dead'],
    ['open-data-platform', 'absent', null, null, 'headline on Hangzhou'],
    ...['data-catalog', 'api-count', 'app-count'].map((x) => [x, ['absent', 'not-applicable'], null, null, 'no platform']),
    ['data-security-policy', 'absent', null, null, 'no policy on data'],
    ['privacy-policy', ['absent', 'unknown'], null, null, 'copyright notice only; the service host is dead'],
  ] };

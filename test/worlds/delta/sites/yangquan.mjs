// 阳泉市: an old site in GBK: frameset, ASP pages, select lists, nothing modern; much is missing, with decoys.
import { esc, reply, ago, times, match, gbk, unescapeAs } from '../lib.mjs';
import { topics, headlines, paragraphs, letters, guide } from '../stock.mjs';
const H = 'www.yangquandlt.gov.cn';
const counties = ['城区', '矿区', '郊区', '平定县', '盂县'];
const decoys = [{ title: '太原市数据开放平台新增数据集百余个' }, { title: '省医保局开通跨省通办窗口' }, { title: '我市一企业机器人产品亮相能博会' }, { title: '市残联为视障群众赠送无障碍设备' }, { title: '盂县高效办成一件事改革经验在省报刊发' }, { title: '民警提醒：网购谨防个人隐私被盗' }, { title: '市医院开展出院患者回访工作' }];
const news = headlines({ n: 40, base: 18020, counties, from: 30, step: 11, gap: 2, extra: decoys });
const gg = headlines({ n: 15, base: 28020, counties, from: 8, step: 17, gap: 7 }).map((x) => ({ ...x, title: x.title + '公告' }));
const fg = ['阳泉市城市绿化管理办法', '阳泉市地名管理规定', '阳泉市煤矿安全生产奖惩办法', '阳泉市物业服务收费管理细则'].map((title, i) => ({ id: 38020 + i, title, days: 90 + i * 120 }));
const cls = { 1: ['阳泉新闻', news], 2: ['公告栏', gg], 3: ['政策法规', fg] };
const bms = [['发改委', 11], ['人社局', 22], ['住建局', 17], ['交通局', 9], ['市场局', 21], ['公安局', 14]];
const box = letters({ n: 9, counties, late: [3], from: 8, gap: 10 });
const zn = topics.filter((t) => t.i % 3 === 2).slice(0, 20);
const send = (s, o = {}) => reply(gbk(s), { type: 'text/html', ...o });
const pg = (t, b) => send(`<html>\r\n<head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>${esc(t)}</title><link href="/css.css" rel="stylesheet"></head><body bgcolor="#FFFFFF" topmargin="0"><table width="760" align="center" cellpadding="4"><tr><td>${b}</td></tr></table></body></html>`);
const rows = [...zn.map((t) => [t.kw, t.name + '（便民服务）', t.answer, `/bszn/show.asp?id=${t.i + 10}`, 300]), ...topics.filter((t) => t.i % 3 !== 2).map((t) => [t.kw, `市${t.dept}关于${t.name}有关事项的公告`, t.answer, `/news/zs.asp?id=${t.i}`, 150 + t.i]), ...Object.entries(cls).flatMap(([, v]) => v[1].map((x) => ['', x.title, '', `/news/show.asp?id=${x.id}`, x.days]))];
const all = new Map(Object.values(cls).flatMap((v) => v[1].map((x) => [x.id, x])));
function handle(ctx) {
  const p = ctx.path.toLowerCase(), q = ctx.query, raw = ctx.url.search.slice(1);
  const gq = (k) => { const m = new RegExp(`(?:^|&)${k}=([^&]*)`, 'i').exec(raw); return m ? unescapeAs(m[1], 'gbk') : ''; };
  switch (p) {
    case '/': return send(`<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><meta name="SiteName" content="阳泉市人民政府"><meta name="SiteIDCode" content="1403000003"><title>阳泉市人民政府网站</title></head><frameset rows="120,*" border="0"><frame src="top.asp" name="topFrame" scrolling="no"><frameset cols="180,*"><frame src="left.asp" name="leftFrame"><frame src="main.asp" name="mainFrame"></frameset></frameset><noframes><body>您的浏览器不支持框架</body></noframes></html>`);
    case '/css.css': return reply('td{font-size:12px}a{color:#003399}', { type: 'text/css' });
    case '/top.asp': return pg('top', `<b><font size="5" color="#cc0000">阳泉市人民政府</font></b> <a href="main.asp" target="mainFrame">首页</a> <a href="/news/list.asp?c=1" target="mainFrame">新闻</a> <a href="/news/list.asp?c=2" target="mainFrame">公告</a> <a href="/news/list.asp?c=3" target="mainFrame">法规</a> <a href="/xxgk/ql.asp" target="mainFrame">权力运行</a><form action="/search.asp" method="get" target="mainFrame"><input type="text" name="keyword" size="14"><input type="submit" value="检索"></form>`);
    case '/left.asp': return pg('left', `<a href="/bszn/list.asp" target="mainFrame">便民服务</a><br><a href="/szxx/index.asp" target="mainFrame">市长信箱</a><br><a href="/szxx/write.asp" target="mainFrame">我要投诉</a><br><a href="/szxx/query.asp" target="mainFrame">结果查询</a><br><a href="/cjwt.asp" target="mainFrame">常见问题</a><br><a href="/lxwm.asp" target="mainFrame">联系我们</a>`);
    case '/main.asp': return pg('阳泉市人民政府', `<table width="100%"><tr valign="top"><td width="60%"><b>阳泉新闻</b><br>${news.slice(0, 22).map((x) => `·<a href="/news/show.asp?id=${x.id}">${esc(x.title)}</a> <font color="#999999">${ago(x.days, 'm/d')}</font><br>`).join('')}</td><td><b>公告栏</b><br>${gg.slice(0, 9).map((x) => `·<a href="/news/show.asp?id=${x.id}">${esc(x.title)}</a><br>`).join('')}</td></tr></table>`);
    case '/news/list.asp': { const c = cls[q.get('c')]; if (!c) return null; const n = Math.max(1, Number(q.get('page') ?? 1)), m = Math.ceil(c[1].length / 15); return pg(c[0], `<b>${c[0]}</b><br>${c[1].slice((n - 1) * 15, n * 15).map((x) => `<a href="show.asp?id=${x.id}">${esc(x.title)}</a> (${ago(x.days, 'Y-m-d')})<br>`).join('')}<hr>共${c[1].length}条 第${n}/${m}页 ${times(m, (k) => `<a href="list.asp?c=${q.get('c')}&page=${k + 1}">[${k + 1}]</a>`).join('')}`); }
    case '/news/show.asp': { const x = all.get(Number(q.get('id'))); return x ? pg(x.title, `<center><h3>${esc(x.title)}</h3>发布日期：${ago(x.days, 'Y-m-d')}</center>${paragraphs(x.id, 3).map((s) => `<p>　　${s}</p>`).join('')}`) : null; }
    case '/news/zs.asp': { const t = topics[Number(q.get('id'))]; return t ? pg(t.name, `<center><h3>市${t.dept}关于${t.name}有关事项的公告</h3>${ago(150 + t.i, 'Y-m-d')}</center><p>${t.answer}。</p>`) : null; }
    case '/xxgk/ql.asp': { const b = bms[Number(q.get('bm')) - 1]; return pg('权力运行', `请选择部门：<select onchange="location.href=this.value"><option value="">--部门--</option>${bms.map((x, i) => `<option value="/xxgk/ql.asp?bm=${i + 1}">市${x[0]}</option>`).join('')}</select>${b ? `<h4>市${b[0]}权力清单和责任清单</h4><table border="1" width="100%"><tr><td>编号</td><td>职权名称</td><td>类别</td><td>依据</td></tr>${times(b[1], (i) => `<tr><td>${i + 1}</td><td>${topics[(i * 2 + b[1]) % topics.length].name}</td><td>${i % 2 ? '行政处罚' : '行政许可'}</td><td>有关法律法规</td></tr>`).join('')}</table>` : '<p>请在上方下拉框选择部门，查看该部门权力清单。</p>'}`); }
    case '/bszn/list.asp': return pg('便民服务', `<b>便民服务（办事指南）</b><br>${zn.map((t) => `<a href="show.asp?id=${t.i + 10}">${t.name}</a><br>`).join('')}共${zn.length}条`);
    case '/bszn/show.asp': { const t = zn.find((x) => x.i + 10 === Number(q.get('id'))); if (!t) return null; const g = guide(t, '阳泉市', '市政务大厅'); return pg(g.name, `<h3>${g.name}</h3><p>一、办理条件：${g.cond}</p><p>二、需提供材料：${g.mats.join('、')}</p><p>三、办理单位：${g.dept}</p><p>四、办理地点：${g.place}</p><p>五、收费：${g.fee}</p>`); }
    case '/szxx/index.asp': return pg('市长信箱', `<b>市长信箱</b> 　<a href="write.asp">我要投诉</a> <a href="query.asp">结果查询</a><p>来信一般在15个工作日内回复。</p><table border="1" width="100%"><tr><td>编号</td><td>来信主题</td><td>来信时间</td><td>状态</td></tr>${box.map((l) => `<tr><td>${20260 + l.i}</td><td><a href="show.asp?id=${l.i + 1}">${esc(l.title)}</a></td><td>${ago(l.asked, 'Y-m-d')}</td><td>已处理</td></tr>`).join('')}</table>`);
    case '/szxx/show.asp': { const l = box[Number(q.get('id')) - 1]; return l ? pg(l.title, `<p>主题：${esc(l.title)}</p><p>来信时间：${ago(l.asked, 'Y-m-d')} 9:20:11</p><p>内容：${esc(l.ask)}</p><hr><p>处理单位：${l.dept}</p><p>回复时间：${ago(l.replied, 'Y-m-d')} 15:03:40</p><p>处理结果：${esc(l.answer)}</p>`) : null; }
    case '/szxx/write.asp': return pg('我要投诉', '<form action="save.asp" method="post"><p>姓名<input name="xm"></p><p>电话<input name="dh"></p><p>主题<input name="zt" maxlength="40"></p><p>内容<textarea name="nr" rows="8" cols="60"></textarea></p><p><input type="submit" value="提交"></p></form>');
    case '/szxx/save.asp': return pg('提示', '信件提交失败，请返回重试');
    case '/szxx/query.asp': return pg('结果查询', `<form>请输入编号：<input name="bh"><input type="submit" value="查询"></form>${q.get('bh') ? '没有此信件' : ''}`);
    case '/cjwt.asp': return pg('常见问题', '<b>常见问题</b><hr><p>暂无内容</p>');
    case '/lxwm.asp': return pg('联系我们', '<p>电话：0000-00000000　政务热线：12345</p><p>地址：阳泉市政府大楼</p>');
    case '/search.asp': { const w = gq('keyword'); const hit = match(rows, w); return pg('检索结果', `<form action="/search.asp"><input name="keyword" value="${esc(w)}"><input type="submit" value="检索"></form>检索“${esc(w)}”的结果：共${hit.length}条<br>${hit.slice(0, 20).map((r) => `<a href="${r[3]}">${esc(r[1])}</a> ${ago(r[4], 'Y-m-d')}<br>${esc(r[2].slice(0, 60))}<br>`).join('')}`); }
    default: return null;
  }
}
const ex = /main\.asp|news\/(list|show)|search/;
export default {
  code: '140300', name: '阳泉市', pinyin: 'yangquan', province: '山西省', region: '中部', portal: `http://${H}/`, service: '', open_data: '',
  hosts: { [H]: { handle, server: 'Microsoft-IIS/6.0', mailbox: /szxx\/save/ } },
  truth: [
    ['service-lists', 'present', 'working', { count: [94, 11, 22, 17, 9, 21, 14] }, 'named 权力运行, behind a select box, six departments'],
    ['disclosure-catalog', 'absent', null, null, 'nowhere'],
    ['service-guide', 'present', 'working', { share: [0.5, 5 / 12] }, '便民服务: name, condition, material, unit, place, fee'],
    ['one-entry', 'absent', null, null, 'nowhere'], ['cross-region', 'absent', null, null, 'headline'], ['e-certificate', 'absent', null, null, 'nowhere'],
    ['appeal-channels', 'present', 'working', null, 'mailbox and 12345'],
    ['appeal-form', 'present', 'working', null, 'in a frame; no limit of length'],
    ['one-thing', 'absent', null, null, 'headline'],
    ['case-tracking', ['present', 'absent'], ['working', 'reachable'], null, '结果查询 of letters (not of services) takes a number'],
    ['reply-timeliness', 'present', null, { share: 8 / 9 }, '15 working days stated; one late'],
    ['follow-up', 'absent', null, null, 'headline about a hospital'],
    ['knowledge-base', ['absent', 'present'], ['reachable', 'linked'], null, '常见问题 is empty'],
    ['proactive-response', 'absent', null, null, 'nowhere'],
    ['smart-search', 'present', 'working', null, 'GBK query in the top frame'],
    ['smart-qa', 'absent', null, null, 'headline about an industrial robot'],
    ['accessibility', 'absent', null, null, 'headline; no mode, no phone layout'],
    ['personal-space', 'absent', null, null, 'nowhere'],
    ['open-data-platform', 'absent', null, null, 'headline about another city'],
    ...['data-catalog', 'api-count', 'app-count'].map((p) => [p, ['absent', 'not-applicable'], null, null, 'no platform']),
    ['data-security-policy', 'absent', null, null, 'nowhere'],
    ['privacy-policy', 'absent', null, null, 'headline'],
  ],
  where: { 'service-lists': `http://${H}/xxgk/ql.asp?bm=6`, 'service-guide': `http://${H}/bszn/show.asp?id=12`, 'appeal-channels': `http://${H}/lxwm.asp`, 'appeal-form': `http://${H}/szxx/write.asp`, 'case-tracking': `http://${H}/szxx/query.asp`, 'reply-timeliness': `http://${H}/szxx/show.asp?id=9`, 'smart-search': `http://${H}/search.asp` },
  excuse: Object.fromEntries(['cross-region', 'one-thing', 'follow-up', 'smart-qa', 'accessibility', 'open-data-platform', 'data-catalog', 'privacy-policy'].map((p) => [p, [ex]]).concat([['knowledge-base', [/left\.asp|cjwt/]]])),
  recount: {
    'service-lists': (get) => times(6, (i) => get(`http://${H}/xxgk/ql.asp?bm=${i + 1}`).match(/<tr><td>\d/g).length).reduce((a, b) => a + b, 0),
    'service-guide': (get) => (1 + ['办理条件', '材料', '办理单位', '办理地点', '收费', '依据', '流程', '时限', '办理时间', '咨询', '监督'].filter((k) => get(`http://${H}/bszn/show.asp?id=12`).includes(k)).length) / 12,
    'reply-timeliness': (get) => { let ok = 0; times(9, (i) => { const d = get(`http://${H}/szxx/show.asp?id=${i + 1}`).match(/\d{4}-\d+-\d+/g).map((x) => new Date(x.replace(/-/g, '/')).getTime()); if ((d[1] - d[0]) / 864e5 < 15) ok++; }); return ok / 9; },
  },
};

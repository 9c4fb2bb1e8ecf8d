// Longnan: a land of decoys. Every address answers 200, the site map is complete, and hardly anything that is asked for is there.
import { ago, reply, times } from '../lib.mjs';
import { articles, picture } from '../words.mjs';

const H = 'www.lngansucity.gov.cn'; const Q = 'www.wuduquzf.gov.cn'; const PS = 'zwfw.gsprovgov.gov.cn'; const PD = 'data.gsprovgov.gov.cn';
const bits = ['/news/', '/zfgk/', '/lyfw/', '/sslm/', '/hdfc/', '/wzdt/'];
const names = ['陇南动态', '政府公开', '出行与旅游', '数说陇南', '在线访谈', '网站地图'];
const skin = (title, inner) => `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${title} - 陇南市人民政府</title><style type="text/css">.ban{height:90px;background:#b33}.nv_x td{background:#d9b26f;text-align:center;height:30px}.g_tit{font-size:22px;text-align:center;line-height:60px}.g_nr p{text-indent:2em;line-height:28px}</style></head>
<body><div align="center"><div class="ban"></div><table class="nv_x" width="980"><tr><td><a href="/">首页</a></td>${bits.map((b, i) => `<td><a href="${b}">${names[i]}</a></td>`).join('')}<td><a href="http://${PS}/">甘肃政务服务网</a></td></tr></table>
<form action="https://www.baidu.com/s" target="_blank"><input name="wd" value="请输入关键字" onfocus="this.value=''"><input type="submit" value="百度一下"></form>
<table width="980"><tr><td align="left">${inner}</td></tr></table><div style="position:fixed;right:4px;top:300px"><a href="tencent://message/?uin=000000&amp;Site=qq&amp;Menu=yes"><img src="/tu/jqr.svg" alt="智能机器人小陇" border="0"></a></div>
<div class="foot">陇南市人民政府办公室主办　标识码6212000001　陇公网安备00000000000000号<br>链接：<a href="http://${PD}/">甘肃省公共数据开放平台</a> <a href="http://${Q}/">武都区政府网</a></div></div></body></html>`;
const lures = [
  ['陇南市公布新版行政许可事项清单和权责清单', '清单全文刊登在《陇南政报》第十一期，市民可到市政府办公室领取纸质文本。'],
  ['我市基层政务公开标准化规范化工作通过省级验收', '验收组认为，各县区按照试点领域要求，工作扎实。'],
  ['市民之家推出“口袋办事指南”手册', '该手册免费在大厅领取，共计三千册。'],
  ['全市统一身份认证系统建设座谈会召开', '会上研究了“陇南通”小程序的开发方案，计划明年启动招标。'],
  ['陇南与汉中、广元商定推进“跨省通办”', '三地将进一步研究具体事项和合作机制。'],
  ['电子证照应用知识讲座走进社区', '讲座由省数据局专家主讲，六十名居民参加。'],
  ['12345热线迎来开通十周年 市领导慰问话务员', '市领导看望了一线话务员，勉励大家继续努力。'],
  ['武都区“区长信箱”获全省表扬', '武都区区长信箱办理经验在全省交流。'],
  ['市政府常务会议研究“高效办成一件事”', '会议指出，要抓紧拟定我市重点事项名单。'],
  ['市上要求政务服务好差评满意率不低于99%', '会议提出，年底前各窗口好差评满意率目标不低于99%，未达标的予以通报。'],
  ['我市建立热线工单回访机制', '会议要求，对办结工单逐步开展回访，结果纳入内部考核。'],
  ['法律知识库进村社 常见问题有人答', '司法局向村社赠送普法图书和知识库光盘。'],
  ['市长在新闻发布会上回应关切：花椒销路不愁', '发布会上，市长就花椒收购价格回答了记者提问。'],
  ['我市代表队在全国智能客服大赛获奖', '代表队研发的智能问答作品获优秀奖。'],
  ['残联推进无障碍环境建设', '全市新建盲道十二公里，改造无障碍厕所二十座。'],
  ['优化产业园区企业空间布局', '规划对园区企业空间进行重新划分，形成三大组团。'],
  ['省公共数据开放平台陇南专题讨论会召开', '与会人员就数据目录编制、数据接口标准、创新应用大赛等交换了意见。'],
  ['网信部门开展数据安全检查', '检查组抽查了十家单位的数据安全制度落实情况。'],
  ['公安机关打击侵犯公民隐私违法犯罪', '今年共破获侵犯公民个人信息和隐私案件七起。'],
  ['新版全文检索系统在档案馆启用', '市档案馆馆藏目录可在馆内终端全文检索。'],
];
const news = articles(6212, '陇南市', 150, lures);
const show = (a) => skin(a.title, `<div class="g_tit">${a.title}</div><p align="center">来源：${a.source} ${a.date} <a href="javascript:void(0)" title="分享到微信">微信</a> <a href="javascript:void(0)" title="分享到微博">微博</a></p><div class="g_nr">${a.body.map((p) => `<p>${p}</p>`).join('')}</div>`);
const rows = (from, to) => news.slice(from, to).map((a) => `<li><a href="/news/${a.id}.htm">${a.title}</a> [${a.date}]</li>`).join('');
const plain = (t, ps) => skin(t, `<div class="g_tit">${t}</div><div class="g_nr">${ps.map((p) => `<p>${p}</p>`).join('')}</div>`);
const docs = [
  ['sjgl-cg.htm', '陇南市政务数据管理办法（征求意见稿）', ['为规范政务数据管理，现就征求意见稿向各部门书面征求意见，本稿不作为执行依据。', '第一章 总则（略）', '第二章 归集（略）', '第三章 数据安全（待定，由网信部门另行起草）']],
  ['fz-12.htm', '关于废止《陇南市信息资源数据安全暂行规定》等九件文件的决定', ['经研究，决定废止《陇南市信息资源数据安全暂行规定》等九件规范性文件，自公布之日起停止执行。']],
  ['sl-7.htm', '关于做好森林防火工作的通知', ['进入防火期，各县区要加强巡护。']], ['nt-3.htm', '关于加强农田水利管护的通知', ['各县区要落实管护经费。']],
];
const talks = ['花椒产业如何延链', '乡村医生队伍建设', '山区道路安全', '油橄榄品牌打造'].map((t, i) => [`ft${i}.htm`, `在线访谈：${t}`, ['主持人：请谈谈有关情况。', '嘉宾：近年来我市持续加大投入，成效明显。', '主持人：感谢各位收看本期访谈录像。']]);
const trips = [['chux.htm', '出行提示', ['国道212线部分路段施工，请绕行。']], ['lyzn.htm', '旅游服务指南', ['官鹅沟、万象洞等景区全年开放，门票以景区公示为准。']], ['cx-2.htm', '特产与美食', ['花椒、油橄榄、核桃、羊肚菌。']]];
const stats = [['s1.htm', '三季度经济运行', ['全市地区生产总值同比增长5.1%，粮食总产稳定。']], ['s2.htm', '数据发布：人口与就业', ['全市设数据采集点128个，定期发布数据报表36张。']], ['s3.htm', '统计公报摘要', ['年末常住人口二百三十余万人，以上数据为初步核算数。']]];
const table = { '/zfgk/': docs, '/hdfc/': talks, '/lyfw/': trips, '/sslm/': stats };
const leaf = new Map(Object.entries(table).flatMap(([dir, list]) => list.map(([f, t, ps]) => [dir + f, plain(t, ps)])));
function handle({ path, query }) {
  if (path === '/tu/jqr.svg') return reply(picture(90, 110, [['小陇', 24, 60, 20]], '#c33'), { type: 'image/svg+xml' });
  if (path === '/' || path === '/index.htm') return skin('首页', `<h3>陇南动态</h3><ul>${rows(0, 46)}</ul><h3>政府公开</h3><ul>${docs.map(([f, t]) => `<li><a href="/zfgk/${f}">${t}</a></li>`).join('')}</ul>`);
  if (path === '/news/') { const p = Math.min(6, Math.max(1, +query.get('p') || 1)); return skin('陇南动态', `<ul>${rows((p - 1) * 25, p * 25)}</ul>${times(6, (i) => `<a href="/news/?p=${i + 1}">［${i + 1}］</a>`).join('')}`); }
  if (path === '/wzdt/') return skin('网站地图', bits.slice(0, 5).map((b, i) => `<dl><dt><a href="${b}">${names[i]}</a></dt>${(table[b] ?? []).map(([f, t]) => `<dd><a href="${b}${f}">${t}</a></dd>`).join('')}</dl>`).join('') + '<p>以上为本网站全部栏目。</p>');
  const m = /^\/news\/(\d+)\.htm$/.exec(path); const a = m && news.find((x) => x.id === +m[1]); if (a) return show(a);
  if (table[path]) return skin(names[bits.indexOf(path)], `<ul>${table[path].map(([f, t], i) => `<li><a href="${path}${f}">${t}</a> [${ago(20 + i * 30)}]</li>`).join('')}</ul>`);
  return leaf.get(path) ?? skin('提示信息', '<div class="g_tit">您访问的页面不存在或已删除</div><p>三秒后返回<a href="/">首页</a></p>');
}
// Two hosts of other governments, so that a visitor who follows the link sees whose they are.
const other = (t, b) => `<html><head><meta charset="utf-8"><title>${t}</title></head><body><h1>${t}</h1>${b}</body></html>`;
const prov = (ctx) => (ctx.path === '/' ? other('甘肃政务服务网（省级）', '<p>本网受理省直部门事项，市州事项请咨询当地。</p><p>办事指南 1,900 项；跨省通办 168 项；高效办成一件事 21 件；电子证照 320 种。</p><p><a href="/login">省级用户空间</a></p><p>主办：甘肃省人民政府办公厅</p>') : ctx.path === '/login' ? other('登录', '<p>甘肃省统一身份认证平台</p>') : null);
const provData = (ctx) => (ctx.path === '/' ? other('甘肃省公共数据开放平台', '<p>省直部门数据目录 2,210 个，数据接口 415 个，应用成果 27 个。</p><p>主办：甘肃省数据局</p>') : null);
const county = (ctx) => (ctx.path === '/' ? other('陇南市武都区人民政府', '<p><a href="/qzxx">区长信箱</a></p><p>主办：武都区人民政府办公室</p>') : ctx.path === '/qzxx' ? other('武都区区长信箱', '<p>仅受理武都区辖区内事项。</p><form method="post" action="/qzxx"><input name="t"><textarea name="c"></textarea><button>提交</button></form>') : null);
const why = {
  'service-lists': 'a headline says that the lists are printed in a gazette', 'disclosure-catalog': 'headline only', 'service-guide': 'a headline about a paper booklet, a page for tourists, and the province\'s platform', 'one-entry': 'headline about a plan; share icons', 'cross-region': 'headline; the province\'s number',
  'e-certificate': 'headline about a lecture; the province\'s number', 'appeal-channels': 'headlines about the hotline and a district\'s mailbox; 在线访谈 takes nothing', 'appeal-form': 'only the district has one', 'one-thing': 'headline; the province\'s number', 'case-tracking': 'headline with a target of 99%', 'follow-up': 'headline about an internal mechanism',
  'knowledge-base': 'headline about books', 'proactive-response': 'headline about a press conference', 'smart-search': 'the box sends to a web search engine', 'smart-qa': 'the robot icon opens a QQ chat', accessibility: 'headline about pavements; fixed tables, no viewport', 'personal-space': 'headline about land; the province\'s log-in',
  'open-data-platform': 'link to the province; 数说陇南 holds statistics', 'data-security-policy': 'a draft without text and a repeal', 'privacy-policy': 'headline about the police',
};
const anyNews = String.raw`/(news/|zfgk/|wzdt/|sslm/|$)`; const ext = `${PS}/|${PD}/|${Q}/`;
const cover = new RegExp(`^(${anyNews}|${ext})`);
const tempted = Object.keys(why).filter((p) => p !== 'smart-qa' && p !== 'service-guide' && p !== 'open-data-platform' && p !== 'appeal-form');
const everywhere = /./;
export default { code: '621200', name: '陇南市', pinyin: 'longnan', province: '甘肃省', region: '西部', portal: `http://${H}/`, service: '', open_data: '',
  hosts: { [H]: { handle, delay: 20 }, [Q]: { handle: county }, [PS]: { handle: prov }, [PD]: { handle: provData } },
  soft: /您访问的页面不存在或已删除/,
  decoys: { ...Object.fromEntries(tempted.map((p) => [p, [cover, why[p]]])), 'smart-qa': [everywhere, why['smart-qa']], 'service-guide': [new RegExp(`^(${anyNews}|${ext}|/lyfw/)`), why['service-guide']], 'open-data-platform': [everywhere, why['open-data-platform']], 'data-catalog': [cover, 'of the province'], 'api-count': [cover, 'of the province'], 'app-count': [cover, 'of the province'] },
  truth: [...Object.entries(why).map(([p, w]) => [p, 'absent', null, null, w]), ['reply-timeliness', ['absent', 'not-applicable'], null, null, 'no letters'], ...['data-catalog', 'api-count', 'app-count'].map((p) => [p, ['absent', 'not-applicable'], null, null, 'no platform; figures of the province'])] };

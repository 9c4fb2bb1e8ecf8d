// Yongzhou: the portal has moved. The old host shows one notice at every address, the old service host refreshes to the new place; lists are Word and PDF files.
import { reply, ago, esc, match, docx, pdf, times } from '../lib.mjs';
import { articles, facts, fields, picture } from '../words.mjs';

const OLD = 'www.yzcityold.gov.cn'; const OLDS = 'zwfw.yzcityold.gov.cn'; const N = 'www.xiaoxiangyz.gov.cn'; const PROV = 'data.hnprovince.gov.cn';
const lay = (t, crumb, b) => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><meta name="SiteName" content="永州市人民政府" /><meta name="SiteDomain" content="${N}" /><meta name="SiteIDCode" content="4311000035" /><title>${t}-永州市人民政府</title><style>#box{width:1000px;margin:0 auto}.lm{float:left;width:110px;line-height:36px;text-align:center;background:#8a1f1f}.lm a{color:#fff}.wz{clear:both;color:#777}.bd-l{float:left;width:640px}.bd-r{float:right;width:330px}.qk{clear:both}</style></head>
<body><div id="box"><div class="ding"><a href="javascript:void(0)" onclick="wza.open()">无障碍浏览</a> | <a href="/yd/">掌上永州</a> | <a href="/bs/login.aspx">个人中心</a> | <form action="/search/" style="display:inline"><input name="q" type="text" /><input type="submit" value="检索" /></form></div>
${[['/', '首页'], ['/yzyw/', '潇湘要闻'], ['/zwgk/', '政务公开'], ['/bs/', '办事'], ['/minyi/', '潇湘民意'], ['/zhinv/', '问小柳']].map(([u, x]) => `<div class="lm"><a href="${u}">${x}</a></div>`).join('')}<div class="wz">当前位置：${crumb}</div><div class="zw">${b}</div><div class="qk"><hr />永州市人民政府主办　标识码 4311000035　<select onchange="if(this.value)window.open(this.value)"><option value="">省级网站</option><option value="http://${PROV}/">湖南省公共数据开放平台</option></select></div></div><script type="text/javascript" src="/wza/aria.js"></script></body></html>`;
const news = articles(4311, '永州市', 130, [
  ['省公共数据开放平台新增一批数据集', '省级平台新增数据目录一千二百余个，创新应用成果三十项，其中涉及我市的由省里统一发布。'],
  ['我市启动公共数据授权运营试点', '试点为期两年，期间将研究建设市级数据开放网站。'],
  ['省营商环境评价：政务服务回访满意度居前', '第三方机构对办事企业进行了电话回访。'],
  ['全市数据接口对接攻坚动员会召开', '会议要求年底前完成全部部门系统数据接口对接，目标不少于300个。'],
]);
const art = (a) => lay(a.title, '<a href="/yzyw/">潇湘要闻</a>', `<h2>${a.title}</h2><p>时间：${a.date} 来源：${a.source}</p>${a.body.map((p) => `<p>${p}</p>`).join('')}`);
const letters = ['请修复人行道', '农村饮水断续', '异地医保咨询', '广场舞噪音', '社保转移问题', '校车安全', '山林权属争议', '夜间施工'].map((t, i) => ({ id: 880 + i, t, asked: 25 + i * 9, took: [4, 7, 6, 21 - 17, 5, 66, 9, 8][i] }));
letters[3].asked = 130; letters[3].took = 70; letters[5].asked = 160;
const permits = facts.slice(8, 34); const duties = facts.slice(0, 31);
const files = {
  '/att/qzqd.docx': () => docx(['永州市市直部门权责清单', '（共31项）', ...duties.map((f, i) => `${i + 1}．${f.n}　责任单位：${f.w}　依据：${f.law}`)]),
  '/att/xksx.pdf': () => pdf(['永州市行政许可事项清单', '序号 事项名称 实施机关 依据', ...permits.map((f, i) => `${i + 1} ${f.n} ${f.w} ${f.law}`)]),
  '/att/sqsf.docx': () => docx(['永州市涉企收费目录清单', ...['污水处理费', '不动产登记费', '水土保持补偿费', '特种设备检验检测费'].map((t, i) => `${i + 1}．${t}　执收单位：${facts[i + 9].w}`)]),
  '/att/sjgl.docx': () => docx(['永州市公共数据管理办法', '第一章 总则', '第一条 为加强公共数据管理，制定本办法。', '第二章 数据归集与共享', '第五条 公共数据以共享为原则。', '第三章 数据安全保障', '第十二条 坚持谁主管谁负责，落实数据安全等级保护制度。', '第十三条 发生数据安全事件的，应当立即处置并报告。', '第四章 附则', '第十八条 本办法自印发之日起施行。']),
};
const type = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf' };
const covered = [2, 9, 13, 18, 22];
const things = ['我要开便利店', '我要开药店', '出生', '入学', '退休', '二手房交易', '身故', '企业简易注销'];
const guide = (f) => lay(f.n, '<a href="/bs/">办事</a>', `<h3>${f.n}办事指南</h3><table border="1"><tr><td><table><tr><td>事项名称</td><td>${f.n}</td></tr><tr><td>实施主体</td><td>${f.w}</td></tr><tr><td>申请材料</td><td>${f.m.join('、')}</td></tr></table></td><td><table><tr><td>承诺时限</td><td>${f.d}</td></tr><tr><td>收费标准</td><td>${f.f}</td></tr><tr><td>办理地点</td><td>${f.w}</td></tr></table></td></tr></table>`);
const policy = '信息收集：我们收集您注册时填写的姓名、证件号码、手机号码。\n使用目的：用于实名核验和办件通知。\n信息共享：未经您同意，不向其他单位提供，法律另有规定的除外。\n信息保存：保存在市政务云，期限为账号存续期间。\n安全措施：采用加密传输与权限管理。\n您的权利：可查阅、更正、注销。\n联系我们：0746-0000000。';
const pages = {
  '/': () => lay('首页', '首页', `<div class="bd-l"><h3>潇湘要闻</h3><ul>${news.slice(0, 40).map((a) => `<li><a href="/yzyw/show.aspx?id=${a.id}">${a.title}</a></li>`).join('')}</ul></div><div class="bd-r"><a href="/bs/sntb.html"><img src="/pic/i1.svg" alt="省内通办" /></a> <a href="/bs/yjs.html"><img src="/pic/i2.svg" alt="一件事一次办" /></a> <a href="/bs/dzzz.html"><img src="/pic/i3.svg" alt="电子证照" /></a> <a href="/zwgk/jcgk/"><img src="/pic/i4.svg" alt="基层公开" /></a><h3>来信选登</h3>${letters.slice(0, 5).map((l) => `<p><a href="/minyi/kan.aspx?n=${l.id}">${l.t}</a></p>`).join('')}</div>`),
  '/zwgk/': () => lay('政务公开', '政务公开', '<ul><li><a href="/zwgk/qd/">清单下载</a></li><li><a href="/zwgk/jcgk/">基层公开</a></li><li><a href="/zwgk/wj/">规范性文件</a></li><li><a href="/zwgk/hygq.html">回应关切</a></li></ul>'),
  '/zwgk/qd/': () => lay('清单下载', '政务公开', `<p>发布日期：${ago(64)}</p><p>1. <a href="/att/qzqd.docx">权责清单.docx</a></p><p>2. <a href="/att/xksx.pdf">行政许可事项清单.pdf</a></p><p>3. <a href="/att/sqsf.docx">涉企收费目录清单.docx</a></p>`),
  '/zwgk/jcgk/': () => lay('基层公开', '政务公开', `<h3>基层政务公开标准化目录</h3><table class="wai" border="1">${fields.map((f, i) => `<tr><td>${f}</td><td>${covered.includes(i) ? `<table class="nei" border="1"><tr><th>公开事项</th><th>公开内容（要素）</th><th>公开主体</th></tr>${times(4 + i % 3, (k) => `<tr><td>${f}第${k + 1}类</td><td>依据、条件、结果</td><td>市直主管部门</td></tr>`).join('')}</table>` : '&nbsp;'}</td></tr>`).join('')}</table>`),
  '/zwgk/wj/': () => lay('规范性文件', '政务公开', `<p><a href="/zwgk/wj/sj.html">关于印发《永州市公共数据管理办法》的通知</a> ${ago(300)}</p><p><a href="/zwgk/wj/lh.html">关于加强城市绿化工作的通知</a> ${ago(320)}</p>`),
  '/zwgk/wj/sj.html': () => lay('关于印发《永州市公共数据管理办法》的通知', '规范性文件', `<p>各县市区人民政府：现将办法印发给你们，请认真执行。</p><p>${ago(300, 'Y年m月d日')}</p><p>附件：<a href="/att/sjgl.docx">永州市公共数据管理办法.docx</a></p>`),
  '/zwgk/wj/lh.html': () => lay('关于加强城市绿化工作的通知', '规范性文件', '<p>各县市区人民政府：一、科学规划；二、加强管护。</p>'),
  '/zwgk/hygq.html': () => lay('回应关切', '政务公开', ['潇水大桥何时通车？答：主体已完工，正在附属施工。', '菜价为何上涨？答：受天气影响，已增加投放。', '老旧小区加装电梯补助多少？答：每台十万元。'].map((t) => `<p>${t}</p>`).join('')),
  '/bs/': () => lay('办事', '办事', `<p><a href="/bs/sntb.html">省内通办</a> <a href="/bs/yjs.html">一件事一次办</a> <a href="/bs/dzzz.html">电子证照</a> <a href="/bs/hcp.aspx">好差评</a> <a href="/bs/cjwt.html">常见问题</a> <a href="/bs/zc.aspx">注册</a> <a href="/bs/login.aspx">登录</a></p><h3>办事指南</h3><ul>${facts.slice(0, 22).map((f) => `<li><a href="/bs/zn.aspx?i=${f.i}">${f.n}</a></li>`).join('')}</ul>`),
  '/bs/zn.aspx': (q) => facts[q.get('i')] && guide(facts[q.get('i')]),
  '/bs/sntb.html': () => lay('省内通办', '办事', `<p>下列事项可在全省任一县市区窗口提交：</p><ul class="tb">${facts.slice(3, 18).map((f) => `<li>${f.n}</li>`).join('')}</ul>`),
  '/bs/yjs.html': () => lay('一件事一次办', '办事', `<ul class="yj">${things.map((t, i) => `<li><a href="/bs/yjs${i}.html">${t}一件事</a></li>`).join('')}</ul>`),
  ...Object.fromEntries(things.map((t, i) => [`/bs/yjs${i}.html`, () => lay(`${t}一件事`, '一件事一次办', `<p>联办事项：${facts.slice(i * 3, i * 3 + 3).map((f) => f.n).join('、')}。</p>`)])),
  '/bs/dzzz.html': () => lay('电子证照', '办事', '<h3>电子证照应用说明</h3><p>群众办事可出示电子证照，与纸质证照具有同等效力。请在掌上永州客户端领取。</p>'),
  '/bs/hcp.aspx': () => lay('好差评', '办事', '<form method="post" action="/bs/hcp.aspx">办件流水号 <input name="lsh" /> 评价 <label><input type="radio" name="p" value="5" />非常满意</label><label><input type="radio" name="p" value="4" />满意</label><label><input type="radio" name="p" value="3" />基本满意</label><label><input type="radio" name="p" value="2" />不满意</label><label><input type="radio" name="p" value="1" />非常不满意</label> <input type="submit" value="提交评价" /></form>'),
  '/bs/cjwt.html': () => lay('常见问题', '办事', facts.slice(0, 9).map((f, i) => `<p><a href="/bs/wt${i}.html">${f.n}如何办理？</a> 2019-0${i + 1}-12</p>`).join('')),
  ...Object.fromEntries(facts.slice(0, 9).map((f, i) => [`/bs/wt${i}.html`, () => lay(`${f.n}如何办理？`, '常见问题', `<p>2019-0${i + 1}-12</p><p>${f.a}。</p>`)])),
  '/bs/zc.aspx': () => lay('注册', '办事', `<form method="post"><p>用户名 <input name="u" /></p><p>手机 <input name="m" /></p><p>密码 <input type="password" name="p" /></p><p>用户隐私保护条款</p><textarea readonly="readonly" rows="8" cols="90">${policy}</textarea><p><input type="checkbox" />同意 <input type="submit" value="注册" /></p></form>`),
  '/bs/login.aspx': () => lay('登录', '个人中心', '<p>登录个人中心，查看我的办件、我的收藏。</p><form method="post">账号<input name="u" /> 密码<input type="password" name="p" /><input type="submit" value="登录" /></form><a href="/bs/zc.aspx">注册</a>'),
  '/yd/': () => lay('掌上永州', '掌上永州', '<p>“掌上永州”客户端：扫描二维码下载安装。</p><img src="/pic/qr.svg" alt="客户端二维码" /><p>微信公众号：永州发布厅。</p>'),
  '/minyi/': () => lay('潇湘民意', '潇湘民意', `<p><a href="/minyi/tx.html">提交来信</a>（咨询、投诉、建议、市长信箱） <a href="/minyi/hf.html">回访评价</a> <a href="/minyi/12345.html">热线</a></p><table><tr><th>编号</th><th>标题</th><th>来信日期</th><th>办结日期</th></tr>${letters.map((l) => `<tr><td>${l.id}</td><td><a href="/minyi/kan.aspx?n=${l.id}">${l.t}</a></td><td>${ago(l.asked)}</td><td>${ago(l.asked - l.took)}</td></tr>`).join('')}</table>`),
  '/minyi/kan.aspx': (q) => { const l = letters.find((x) => String(x.id) === q.get('n')); return l && lay(l.t, '潇湘民意', `<table><tr><td>来信日期</td><td>${ago(l.asked)}</td></tr><tr><td>来信内容</td><td>反映${l.t}。</td></tr><tr><td>回复单位</td><td>主管部门</td></tr><tr><td>回复内容</td><td>您好，问题已经核实并安排处理。</td></tr><tr><td>办结日期</td><td>${ago(l.asked - l.took)}</td></tr></table>`); },
  '/minyi/tx.html': () => lay('提交来信', '潇湘民意', '<iframe src="/minyi/frm.aspx" width="640" height="420" frameborder="0"></iframe>'),
  '/minyi/frm.aspx': () => '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>来信</title></head><body><form method="post" action="/minyi/save.aspx">类别<select name="lb"><option>市长信箱</option><option>咨询</option><option>投诉</option><option>建议</option></select><br />姓名<input name="xm" /><br />手机<input name="sj" /><br />标题<input name="bt" /><br />内容（500字以内）<textarea name="nr" rows="8" cols="50" maxlength="500"></textarea><br /><input type="submit" value="提交" /></form></body></html>',
  '/minyi/save.aspx': () => '<html><head><meta charset="utf-8" /></head><body>提交成功，查询编号已发送至手机。</body></html>',
  '/minyi/hf.html': () => lay('回访评价', '潇湘民意', '<p>暂无数据</p>'),
  '/minyi/12345.html': () => lay('热线', '潇湘民意', '<p>政务热线 12345，紧急情况请拨打110、119、120。</p>'),
  '/zhinv/': () => lay('问小柳', '问小柳', `<div id="dh"><p>我是小柳机器人，请输入您的问题。</p></div><input id="wt" type="text" /><input type="button" id="an" value="提问" /><script type="text/javascript">document.getElementById('an').onclick=function(){var x=new XMLHttpRequest();x.open('GET','/zhinv/da.aspx?wt='+encodeURIComponent(document.getElementById('wt').value));x.onload=function(){var p=document.createElement('p');p.innerHTML=x.responseText;document.getElementById('dh').appendChild(p)};x.send()}</script>`),
  '/zhinv/da.aspx': () => '您好！请选择服务类别：1.办事 2.查询 3.投诉建议 4.转人工（工作日9:00—17:00）',
  '/search/': (q) => { const w = q.get('q') ?? ''; const r = match(bank, w).slice(0, 10); return lay('检索', '检索', `<p>检索词：${esc(w)}，结果 ${r.length} 条</p>${r.map((x) => `<div class="jg"><a href="${x[3]}">${x[1]}</a><p>${x[2].slice(0, 100)}</p><span>${x[4]}</span></div>`).join('')}`); },
  '/ps.aspx': (q) => { const f = facts[q.get('i')]; return f && lay(`便民服务：${f.n}`, '便民服务', `<p>${f.a}。</p><p>地点：${f.w}；材料：${f.m.join('、')}。</p>`); },
  '/wza/aria.js': () => null,
};
const bank = [...facts.slice(0, 22).map((f) => [f.k, f.n + '办事指南', f.a, `/bs/zn.aspx?i=${f.i}`, ago(100 + f.i)]), ...facts.map((f) => [f.k, `便民服务：${f.n}`, f.a, `/ps.aspx?i=${f.i}`, ago(70 + f.i)]), ...news.map((a) => ['', a.title, a.body.join(''), `/yzyw/show.aspx?id=${a.id}`, a.date])];
const pics = { '/pic/qr.svg': picture(120, 120, [['扫码', 40, 66]], '#222'), ...Object.fromEntries(['省内通办', '一件事一次办', '电子证照', '基层公开'].map((t, i) => [`/pic/i${i + 1}.svg`, picture(150, 60, [[t, 16, 36]])])) };
function handle({ path, query }) {
  if (pics[path]) return reply(pics[path], { type: 'image/svg+xml' });
  if (files[path]) return reply(files[path](), { type: type[path.split('.').pop()] });
  if (path === '/yzyw/') { const p = Math.min(5, Math.max(1, +query.get('page') || 1)); return lay('潇湘要闻', '潇湘要闻', `<ul>${news.slice((p - 1) * 26, p * 26).map((a) => `<li><a href="/yzyw/show.aspx?id=${a.id}">${a.title}</a> ${a.date}</li>`).join('')}</ul>${times(5, (i) => `<a href="/yzyw/?page=${i + 1}">${i + 1}</a>`).join(' ')}`); }
  if (path === '/yzyw/show.aspx') { const a = news.find((x) => String(x.id) === query.get('id')); return a && art(a); }
  return pages[path]?.(query);
}
const moved = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>网站迁移公告</title></head><body style="text-align:center;padding-top:120px"><h2>网站迁移公告</h2><p>永州市人民政府门户网站已启用新域名，本域名停止更新。</p><p>请访问新网址：<a href="http://${N}/">${N}</a>，敬请谅解。</p></body></html>`;
const province = () => '<html><head><meta charset="utf-8"><title>湖南省公共数据开放平台</title></head><body><h1>湖南省公共数据开放平台</h1><p>省级数据目录 4,120 个，数据接口 880 个，应用成果 64 个。</p><p>主办：湖南省数据局</p></body></html>';
export default { code: '431100', name: '永州市', pinyin: 'yongzhou', province: '湖南省', region: '中部', portal: `http://${OLD}/`, service: `http://${OLDS}/`, open_data: '',
  hosts: { [OLD]: { handle: () => moved }, [OLDS]: { handle: () => `<html><head><meta http-equiv="refresh" content="3;url=http://${N}/bs/"><meta charset="utf-8"><title>正在跳转</title></head><body>正在为您跳转到新的办事平台……</body></html>` }, [N]: { handle, mailbox: /save\.aspx$/, etag: true }, [PROV]: { handle: province } },
  deadLinks: [/wza\/aria\.js/],
  witness: Object.fromEntries(Object.entries({ 'service-lists': '/att/xksx.pdf', 'disclosure-catalog': '/zwgk/jcgk/', 'service-guide': '/bs/zn.aspx?i=2', 'one-entry': '/yd/', 'cross-region': '/bs/sntb.html', 'e-certificate': '/bs/dzzz.html', 'appeal-channels': '/minyi/12345.html', 'appeal-form': '/minyi/frm.aspx', 'one-thing': '/bs/yjs.html', 'case-tracking': '/bs/hcp.aspx', 'reply-timeliness': '/minyi/kan.aspx?n=883', 'knowledge-base': '/bs/cjwt.html', 'proactive-response': '/zwgk/hygq.html', 'smart-search': '/search/', 'smart-qa': '/zhinv/', accessibility: '/', 'personal-space': '/bs/login.aspx', 'data-security-policy': '/att/sjgl.docx', 'privacy-policy': '/bs/zc.aspx' }).map(([k, v]) => [k, N + v])),
  decoys: { 'follow-up': [new RegExp(`^${N}/(yzyw/|minyi/|$)`), 'one headline, and a column 回访评价 that is empty'], 'open-data-platform': [new RegExp(`^(${N}|${PROV})/`), 'the province\'s platform in a select box of every foot, two headlines'], 'data-catalog': [new RegExp(`^(${N}/yzyw|${PROV})/`), 'of the province'], 'api-count': [new RegExp(`^(${N}/(yzyw/|$)|${PROV}/)`), 'of the province, and a target'], 'app-count': [new RegExp(`^(${N}/yzyw|${PROV})/`), 'of the province'] },
  truth: [
    ['service-lists', 'present', 'working', null, '清单下载: two Word files and a PDF with 31, 26 and 4 rows'], ['disclosure-catalog', 'present', 'working', { count: 5 }, 'one page of nested tables, rows for 5 of 26 fields'],
    ['service-guide', 'present', 'working', null, '22 guides in nested tables, about half of the elements'], ['one-entry', 'present', ['reachable', 'linked'], null, '掌上永州 tells of an app and a chat account; no shared account is claimed'],
    ['cross-region', 'present', 'working', { count: 15 }, 'image links only by alt; lists 15 without a number'], ['e-certificate', 'present', 'reachable', null, 'an explanation, no kinds, no query'],
    ['appeal-channels', 'present', 'working', null, '潇湘民意, hotline page'], ['appeal-form', 'present', 'working', null, 'form in an iframe, 500 characters'], ['one-thing', 'present', 'working', { count: 8 }, 'eight linked things'],
    ['case-tracking', 'present', 'working', null, 'rating form with five grades'], ['reply-timeliness', 'present', null, { share: 0.75 }, '8 letters, no limit stated, 2 late'], ['follow-up', 'absent', null, null, 'the column 回访评价 holds nothing'],
    ['knowledge-base', 'present', 'reachable', null, 'items of 2019 only'], ['proactive-response', 'present', 'reachable', null, '回应关切: three answers without a day'], ['smart-search', 'present', 'working', null, 'server-side search'],
    ['smart-qa', 'present', 'reachable', null, 'answers every question with the same menu'], ['accessibility', 'present', 'linked', null, 'the script of the button is missing; fixed width'], ['personal-space', 'present', 'reachable', null, '个人中心 leads to the log-in'],
    ['open-data-platform', 'absent', null, null, 'only the province has one'], ...['data-catalog', 'api-count', 'app-count'].map((p) => [p, ['absent', 'not-applicable'], null, null, 'no platform; figures of the province and a target']),
    ['data-security-policy', 'present', 'working', null, 'chapter three of the attached Word file'], ['privacy-policy', 'present', 'working', null, 'textarea on the registration page, seven parts'],
  ],
  recount: (get) => ({ 'disclosure-catalog': get(N, '/zwgk/jcgk/').split('class="nei"').length - 1, 'cross-region': /class="tb">(.*?)<\/ul>/.exec(get(N, '/bs/sntb.html'))[1].split('<li>').length - 1, 'one-thing': /class="yj">(.*?)<\/ul>/.exec(get(N, '/bs/yjs.html'))[1].split('<li>').length - 1,
    'reply-timeliness': letters.filter((l) => { const d = get(N, `/minyi/kan.aspx?n=${l.id}`).match(/20\d\d-\d\d-\d\d/g); return (new Date(d[1]) - new Date(d[0])) / 864e5 <= 14; }).length / letters.length }) };

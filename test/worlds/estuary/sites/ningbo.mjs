// 宁波市: sub-provincial, wealthy. 大汉 jcms (lists inside <datastore> scripts, more through dataproxy.jsp), jpaas robot, jrobotfront search, Zhejiang JDOP data platform.
import { ago, esc, reply, json, script, go, match, posted, pdf, times } from '../lib.mjs';
import * as P from '../pool.mjs';

const g = { c: '宁波市', short: '宁波市', areas: ['海曙区', '江北区', '北仑区', '镇海区', '鄞州区', '慈溪市', '余姚市', '象山县'], seed: 33, base: 58800000, paper: '宁波日报', code: '330200', hall: '行政服务中心' };
const W = 'www.nb3302.gov.cn'; const S = 'nbzwfw.zj33.gov.cn'; const D = 'data.nb3302.gov.cn'; const Q = 'search.zj33.gov.cn';
const news = P.news(g, 60, [
  ['鄞州区：26个领域基层政务公开标准目录全面落地', ['鄞州区编制完成基层政务公开标准化目录，覆盖义务教育、户籍管理等领域，群众可在区政府网站查询。', '江北区、镇海区也已完成目录编制工作。'], 6],
  ['市信访局部署进一步做好群众关切主动回应工作', ['会议要求，要主动回应社会关切，及时发布权威信息，提升政府公信力。', '各地各部门要落实“谁主管、谁发声”的要求。'], 12],
  ['北仑区“回应关切”直播间解答港口物流企业疑问', ['直播间由北仑区主办，共有三百余家企业参加。'], 30],
]);
const pol = P.policies(g, '甬政办发'); const faq = P.faq('宁波市'); const gd = P.guides(g, 12); const let_ = P.letters(g, 15, [6]);
const pw = P.powers('宁波市', P.DEPTS.slice(0, 16), 6); const ds = P.datasets(g, 46);
const things = [...P.THINGS, '灵活就业', '公民身后', '企业准营（药店）', '人才落户', '二手房转移登记'];
const cols = { 1229095998: ['今日宁波', news.slice(0, 30)], 1229095999: ['部门动态', news.slice(30)], 1229096012: ['市政府办公厅文件', pol.map((p, i) => ({ ...p, id: 1700 + i }))], 1229096031: ['满意度回访', times(6, (i) => ({ id: 9100 + i, title: `${ago(20 + i * 30, 'Y年m月')}民生e点通群众诉求回访情况通报`, days: 12 + i * 30, date: ago(12 + i * 30), src: '市民生e点通办公室', body: [`本月对办结诉求回访${320 + i * 11}件，群众表示满意${301 + i * 9}件，基本满意${12 + i}件，不满意${7 + i}件，回访满意率为${(94.1 + i / 10).toFixed(1)}%。`, '对不满意件已发回承办单位重新办理，重办后再次回访。'] }))], 1229096045: ['公告公示', news.slice(12, 20).map((r) => ({ ...r, id: r.id + 3, title: r.title + '（公告）' }))] };
const artUrl = (col, r) => `/art/${ago(r.days, 'Y/m/d')}/art_${col}_${r.id}.html`;
const arts = new Map(); for (const [c, [n, rows]] of Object.entries(cols)) for (const r of rows) arts.set(artUrl(c, r), [c, n, r]);

const top = `<div class="top-wrap"><div class="top-inner"><span>浙江省人民政府</span><a href="https://${W}/col/col1229096900/index.html">网站支持IPv6</a><a href="https://${W}/english/index.html" lang="en">English</a><a href="https://${S}/sso/login?goto=https%3A%2F%2F${W}%2F">登录</a><a href="https://${S}/sso/register">注册</a><a id="wzasb" href="javascript:void(0)" onclick="document.body.className=document.body.className=='wza-old'?'':'wza-old'">长者版</a><a href="https://${W}/col/col1229096800/index.html">智能问答</a></div></div>
<style>body{font:14px/1.8 "Microsoft YaHei";margin:0;color:#222}body.wza-old{font-size:26px}.container{max-width:1200px;margin:0 auto;padding:0 10px}ul{padding:0;list-style:none}.nav a{display:inline-block;padding:8px 14px;color:#fff}.nav{background:#14489a}img{max-width:100%}.top-inner a{margin-left:12px;color:#14489a}</style>
<div class="header container"><a href="https://${W}/"><img src="/picture/0/logo.png" alt="宁波市人民政府"></a>
<form name="search" class="jsearch" action="https://${Q}/jrobotfront/search.do" method="get" target="_blank"><input type="hidden" name="websiteid" value="330200000000000"><input type="hidden" name="tpl" value="1569"><label><input type="text" name="q" id="topq" title="请输入关键字" placeholder="请输入关键字"></label><button type="submit">搜索</button></form></div>
<div class="nav"><div class="container"><a href="https://${W}/">首页</a><a href="https://${W}/col/col1229095998/index.html">今日宁波</a><a href="https://${W}/col/col1229096011/index.html">政务公开</a><a href="https://${S}/">政务服务</a><a href="https://${W}/col/col1229096030/index.html">政民互动</a><a href="https://${D}/jdop_front/index.do">数据开放</a></div></div>`;
const foot = `<div class="foot container"><p><a href="https://${W}/col/col1229096901/index.html">网站地图</a> | <a href="https://${W}/col/col1229096902/index.html">关于我们</a> | <a href="https://${W}/col/col1229096903/index.html">隐私声明</a></p><p>主办：宁波市人民政府办公厅　承办：宁波市大数据发展管理局　网站标识码：3302000065　浙ICP备00000000号</p></div>`;
const page = (title, body, meta = '') => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="UTF-8"><title>${title}</title><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="SiteName" content="宁波市人民政府门户网站"><meta name="SiteDomain" content="${W}"><meta name="SiteIDCode" content="3302000065">${meta}</head><body><!-- Hanweb jcms -->${top}<div class="container">${body}</div>${foot}</body></html>`;
const li = (c, r) => `<li><a target="_blank" href="${artUrl(c, r)}" title="${r.title}">${r.title}</a><span class="bt-data-time">[${r.date}]</span></li>`;
const store = (c, rows) => `<ul id="jp${c}" class="list"></ul><script type="text/xml" id="ds${c}"><datastore><nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&webid=3302&columnid=${c}&unitid=${c}7"></a>]]></nextgroup><recordset>${rows.slice(0, 15).map((r) => `<record><![CDATA[${li(c, r)}]]></record>`).join('')}</recordset><totalrecord>${rows.length}</totalrecord><totalpage>${Math.ceil(rows.length / 15)}</totalpage></datastore></script><div class="default_pgContainer"><a href="javascript:jpage(${c},1)">1</a>${rows.length > 15 ? ` <a href="javascript:jpage(${c},2)">下页</a>` : ''} 共${rows.length}条</div><script src="/script/0/jpage.js"></script><script>jinit(${c})</script>`;
const robotUrl = `https://${W}/api-gateway/jpaas-airobot-web-server/front/index?robotId=nbEeUUCKMOde4v8wAj`;
const home = () => page('宁波市人民政府门户网站', `<h1 style="display:none">中国宁波</h1><div class="sec"><h2>今日宁波 <a href="/col/col1229095998/index.html">更多</a></h2><ul>${cols[1229095998][1].slice(0, 24).map((r) => li(1229095998, r)).join('')}</ul></div><div><h2>部门动态 <a href="/col/col1229095999/index.html">更多</a></h2><ul>${cols[1229095999][1].slice(0, 15).map((r) => li(1229095999, r)).join('')}</ul></div><div><h2>公告公示<a href="/col/col1229096045/index.html">更多</a></h2><ul>${cols[1229096045][1].map((r) => li(1229096045, r)).join('')}</ul></div>
<div class="zt"><h2>一网通办</h2><a href="https://${S}/"><img src="/picture/0/zwfw.png" alt="浙江政务服务网·宁波"></a><a href="https://${S}/onething"><img src="/picture/0/yjs.png" alt="高效办成“一件事”"></a><a href="https://${S}/kstb"><img src="/picture/0/csj.png" alt="长三角一网通办"></a><a href="https://${D}/jdop_front/index.do">公共数据开放</a></div><div><h2>政民互动</h2><a href="/col/col1229096030/index.html">民生e点通</a> <a href="/col/col1229096032/index.html">知识库</a> <a href="/col/col1229096031/index.html">满意度回访</a></div><a class="fl-robot" href="${robotUrl}" title="智能机器人“甬小智”"><img src="/picture/0/robot.gif" alt="甬小智"></a>`);
const inter = (title, inner) => page(`${title}-宁波市人民政府`, `<div class="pos">当前位置：首页 &gt; 政民互动 &gt; ${title}</div><div class="side"><a href="/col/col1229096030/index.html">民生e点通</a> <a href="/col/col1229096033/index.html">我要写信</a> <a href="/col/col1229096034/index.html">来信查询</a> <a href="/col/col1229096035/index.html">意见征集</a> <a href="/col/col1229096036/index.html">12345政务服务热线</a> <a href="/col/col1229096037/index.html">信访</a> <a href="/col/col1229096031/index.html">满意度回访</a> <a href="/col/col1229096032/index.html">知识库</a></div>${inner}`);

const letterCol = () => inter('民生e点通', `<p>市长信箱、咨询投诉统一由“民生e点通”受理。承办单位应当在收到诉求之日起5个工作日内答复。</p><p><a href="/col/col1229096033/index.html">我要写信（市长信箱 / 咨询 / 投诉 / 建议）</a></p><table><tr><th>编号</th><th>标题</th><th>类型</th><th>来信时间</th><th>答复时间</th><th>状态</th></tr>${let_.map((l) => `<tr><td>${l.no}</td><td><a href="/module/appeal/detail.jsp?id=${l.id}">${l.title}</a></td><td>${l.kind}</td><td>${ago(l.sent)}</td><td>${ago(l.replied)}</td><td>已办结</td></tr>`).join('')}</table>`);
const special = {
  1229096011: () => page('政务公开-宁波市人民政府', `<h2>政务公开</h2><ul><li><a href="/col/col1229096012/index.html">市政府办公厅文件</a></li><li><a href="https://${S}/qzqd">权责清单</a></li><li><a href="/col/col1229096014/index.html">公共数据制度规范</a></li><li><a href="/col/col1229096015/index.html">财政预决算</a></li><li><a href="/col/col1229096045/index.html">公告公示</a></li></ul>`),
  1229096014: () => page('公共数据制度规范', `<ul><li><a href="/attach/0/nbggsj.pdf">宁波市公共数据管理办法.pdf</a><span>${ago(500)}</span></li></ul>`),
  1229096015: () => page('财政预决算', `<p>${ago(320, 'Y')}年市级部门预算公开说明。市级一般公共预算收入安排情况见附表。</p>`),
  1229096030: letterCol,
  1229096032: () => inter('知识库', `<dl>${faq.map((f, i) => `<dt><a href="/module/know/show.jsp?kid=${i + 1}">${f[1]}</a> <em>更新时间：${ago(20 + i * 9)}</em></dt>`).join('')}</dl>`),
  1229096033: () => inter('我要写信', `<p>请使用浙江政务服务网账号<a href="https://${S}/sso/login?goto=mailbox">登录</a>，或直接匿名填写。提交后可凭受理编号查询办理结果。答复时限：5个工作日。</p><form id="xf" action="/module/appeal/submit.jsp" method="post"><p>信件类型 <select name="type"><option>市长信箱</option><option>咨询</option><option>投诉</option><option>建议</option></select></p><p>标题 <input name="title" maxlength="50"></p><p>内容 <textarea name="content" maxlength="1000" rows="8" cols="60" placeholder="1000字以内"></textarea></p><p>手机 <input name="mobile"></p><p>验证码 <input name="code" size="4"><img src="/module/code.jsp" alt="验证码"></p><button type="submit">提交</button></form>`),
  1229096034: () => inter('来信查询', `<form action="/module/appeal/query.jsp" method="get"><p>受理编号 <input name="no"> 查询密码 <input name="pwd" type="password"></p><button>查询</button></form>`),
  1229096035: () => inter('意见征集', `<ul><li><b>《宁波市养犬管理条例（草案）》公开征求意见</b> ${ago(9)} 至 ${ago(-21)} <form action="/module/survey/submit.jsp" method="post"><textarea name="opinion" maxlength="500"></textarea><button>发表意见</button></form></li></ul>`),
  1229096036: () => inter('12345政务服务热线', '<p>宁波市12345政务服务便民热线，全天24小时受理群众诉求。拨打电话：12345。</p>'),
  1229096037: () => inter('信访', '<p>宁波市信访局来访接待地址：宁波市信访局人民来访接待中心。信访邮编000000，电话：0000-0000000。</p>'),
  1229096800: () => page('智能问答', `<p><a href="${robotUrl}">进入智能机器人“甬小智”</a></p>`),
  1229096900: () => page('IPv6', '<p>本网站支持IPv6访问。</p>'),
  1229096901: () => page('网站地图', Object.entries(cols).map(([c, [n]]) => `<a href="/col/col${c}/index.html">${n}</a> `).join('') + [['1229096011', '政务公开'], ['1229096014', '公共数据制度规范'], ['1229096030', '民生e点通'], ['1229096032', '知识库'], ['1229096902', '关于我们'], ['1229096903', '隐私声明']].map(([c, n]) => `<a href="/col/col${c}/index.html">${n}</a> `).join('')),
  1229096902: () => page('关于我们', '<p>宁波市人民政府门户网站由宁波市人民政府办公厅主办。</p>'),
  1229096903: () => page('隐私声明', P.privacy().map((x) => `<p>${x}</p>`).join('')),
};
const corpus = [...faq.map((f, i) => [f[0], f[1], f[2], `https://${W}/module/know/show.jsp?kid=${i + 1}`, ago(20 + i * 9)]), ...gd.map((x) => [x.name, x.name, x.cond, `https://${S}/item/${x.id}`, ago(90)]), ...pol.map((p, i) => ['', p.title, '宁波市' + p.no, `https://${W}${artUrl(1229096012, { ...p, id: 1700 + i })}`, p.date]), ...[...arts.values()].filter(([c]) => c === '1229095998').map(([c, , r]) => ['', r.title, r.body[0], `https://${W}${artUrl(c, r)}`, r.date])];
const fixes = { 公基金: '公积金', 社宝: '社保', 身分证: '身份证', 居主证: '居住证', 营业直照: '营业执照', 医饱: '医保', 养老巾: '养老金', 护照办里: '护照办理', 落胡: '落户', 低宝: '低保' };
const find = (q0) => { let q = q0; for (const [a, b] of Object.entries(fixes)) q = q.split(a).join(b); return [q, match(corpus, q)]; };
const hit = (r) => `<div class="jcse-result-box"><div class="jcse-news-title"><a href="${r[3]}" target="_blank">${esc(r[1])}</a></div><div class="jcse-news-abs-content">${esc(r[2])}</div><div class="jcse-news-url"><a href="${r[3]}">${r[3]}</a><span class="jcse-news-date">${r[4]}</span></div></div>`;

function portal(ctx) {
  const p = ctx.path;
  if (p === '/' || p === '/index.html') return home();
  let m = p.match(/^\/col\/col(\d+)\/index\.html$/);
  if (m && special[m[1]]) return special[m[1]]();
  if (m && cols[m[1]]) return page(`${cols[m[1]][0]}-宁波市人民政府`, `<div class="pos">当前位置：首页 &gt; ${cols[m[1]][0]}</div>${store(m[1], cols[m[1]][1])}`, `<meta name="ColumnName" content="${cols[m[1]][0]}">`);
  if (p === '/module/web/jpage/dataproxy.jsp') { const c = ctx.query.get('columnid'); const n = Number(ctx.query.get('page') ?? 1); const rows = cols[c]?.[1] ?? []; return reply(`<?xml version='1.0' encoding='UTF-8'?><datastore><recordset>${rows.slice((n - 1) * 15, n * 15).map((r) => `<record><![CDATA[${li(c, r)}]]></record>`).join('')}</recordset></datastore>`, { type: 'text/xml;charset=UTF-8' }); }
  if (p === '/script/0/jpage.js') return script(`function jput(c,t){var h='';t.replace(/<!\\[CDATA\\[(<li[\\s\\S]*?)\\]\\]>/g,function(a,b){h+=b});document.getElementById('jp'+c).innerHTML=h}function jinit(c){jput(c,document.getElementById('ds'+c).text)}function jpage(c,n){var x=new XMLHttpRequest();x.open('GET','/module/web/jpage/dataproxy.jsp?page='+n+'&webid=3302&columnid='+c+'&unitid='+c+'7');x.onload=function(){jput(c,x.responseText)};x.send()}`);
  if (arts.has(p)) { const [, n, r] = arts.get(p); return page(`${r.title}-宁波市人民政府`, `<div class="pos">首页 &gt; ${n}</div><h1>${r.title}</h1><p class="src">信息来源：${r.src ?? '市政府办公厅'} 发布日期：${r.date}</p><div id="zoom">${r.body.map((x) => `<p>${x}</p>`).join('')}</div>`, `<meta name="ArticleTitle" content="${r.title}"><meta name="PubDate" content="${r.date} 09:12">`); }
  if (p === '/module/know/show.jsp') { const i = Number(ctx.query.get('kid')) - 1; const f = faq[i]; return f ? inter('知识库', `<h1>${f[1]}</h1><p>更新时间：${ago(20 + i * 9)}</p><p>答：${f[2]}</p>`) : null; }
  if (p === '/module/appeal/detail.jsp') { const l = let_.find((x) => x.id === Number(ctx.query.get('id'))); return l ? inter('民生e点通', `<h1>${l.title}</h1><p>受理编号：${l.no}　类型：${l.kind}</p><p>来信时间：${ago(l.sent)}</p><p>来信内容：${l.q}</p><p>答复单位：${l.unit}</p><p>答复时间：${ago(l.replied)}</p><p>答复内容：${l.a}</p><p>满意度评价：满意</p>`) : null; }
  if (p === '/module/appeal/query.jsp') return inter('来信查询', '<p>未查询到该编号对应的信件。</p>');
  if (p.startsWith('/module/appeal/submit') || p.startsWith('/module/survey/submit')) return inter('提交', '<p>提交成功。</p>');
  if (p === '/attach/0/nbggsj.pdf') return reply(pdf(['宁波市公共数据管理办法', ...P.dataRules('宁波市')]), { type: 'application/pdf' });
  if (p === '/english/index.html') return '<!DOCTYPE html><html lang="en"><head><title>Ningbo China</title><meta name="viewport" content="width=device-width"></head><body><h1>Ningbo Municipal People\'s Government</h1><p>Ningbo is a port city on the east coast of China. Investment, living and travel information.</p></body></html>';
  if (p === '/api-gateway/jpaas-airobot-web-server/front/index') return page('甬小智-智能机器人', `<div id="dlg"><p>您好，我是甬小智，请问有什么可以帮您？</p></div><input id="rq" aria-label="问题"><button onclick="ask()">发送</button><script>function ask(){var x=new XMLHttpRequest();x.open('POST','/api-gateway/jpaas-airobot-web-server/interface/front/ask');x.setRequestHeader('Content-Type','application/x-www-form-urlencoded');x.onload=function(){document.getElementById('dlg').innerHTML+='<p>'+JSON.parse(x.responseText).data.answer+'</p>'};x.send('robotId=nbEeUUCKMOde4v8wAj&question='+encodeURIComponent(document.getElementById('rq').value))}</script>`);
  if (p === '/api-gateway/jpaas-airobot-web-server/interface/front/ask') { const q = (ctx.method === 'POST' ? posted(ctx).question : ctx.query.get('question')) ?? ''; const r = match(faq, q); return json({ code: 200, success: true, data: { answer: r.length ? `<b>${r[0][1]}</b><br>${r[0][2]}` : '抱歉，这个问题甬小智还在学习，您可以拨打12345咨询。', relates: r.slice(1, 4).map((x) => x[1]) } }); }
  if (/\.(png|gif|jsp)$/.test(p)) return reply(Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'), { type: 'image/gif' });
  return null;
}
const zj = (title, b) => `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>${title}-浙江政务服务网</title><meta name="viewport" content="width=device-width,initial-scale=1"></head><body><header><a href="/">浙江政务服务网·宁波市</a> <a href="/personal">个人服务</a> <a href="/legal">法人服务</a> <a href="/qzqd">权力清单</a> <a href="/kstb">长三角一网通办</a> <a href="/onething">一件事</a> <a href="/cert">电子证照库</a> <a href="/progress">办件查询</a> <a href="/hcp">好差评</a> <a href="/app">浙里办APP</a> <a href="/sso/login">登录</a> <a href="/uc">用户中心</a></header><main>${b}</main><footer>主办单位：宁波市人民政府 <a href="https://${W}/">宁波市人民政府门户</a> <a href="/privacy">隐私政策</a></footer></body></html>`;
function service(ctx) {
  const p = ctx.path;
  if (p === '/') return zj('宁波', `<h1>宁波市政务服务</h1><a href="/personal">个人办事</a><a href="/legal">法人办事</a><ul>${gd.slice(0, 6).map((x) => `<li><a href="/item/${x.id}">${x.name}</a></li>`).join('')}</ul>`);
  if (p === '/personal' || p === '/legal') return zj('办事事项', `<h1>${p === '/legal' ? '法人' : '个人'}服务事项</h1><ul>${gd.map((x) => `<li><a href="/item/${x.id}">${x.name}</a> <span>${x.dept}</span> <a href="/item/${x.id}">办事指南</a> <a href="/sso/login?goto=/apply/${x.id}">在线办理</a></li>`).join('')}</ul>`);
  let m = p.match(/^\/item\/(\d+)$/); const x = m && gd.find((y) => y.id === Number(m[1]));
  if (x) return zj(x.name, `<h1>${x.name}</h1><table><tr><th>事项名称</th><td>${x.name}</td></tr><tr><th>基本编码</th><td>${x.code}</td></tr><tr><th>实施主体</th><td>${x.dept}</td></tr><tr><th>设定依据</th><td>${x.basis}</td></tr><tr><th>受理条件</th><td>${x.cond}</td></tr><tr><th>申请材料</th><td>${x.mats.join('；')}</td></tr><tr><th>办理流程</th><td>${x.flow.join(' → ')}</td></tr><tr><th>法定办结时限</th><td>${x.law}</td></tr><tr><th>承诺办结时限</th><td>${x.promise}</td></tr><tr><th>收费标准</th><td>${x.fee}</td></tr><tr><th>办理地点</th><td>${x.place}</td></tr><tr><th>办理时间</th><td>${x.hours}</td></tr><tr><th>咨询电话</th><td>${x.phone}</td></tr><tr><th>监督投诉电话</th><td>${x.complain}</td></tr><tr><th>审批结果</th><td>${x.result}</td></tr><tr><th>常见问题</th><td>材料可邮寄送达。</td></tr>${P.more(x).map(([k, v]) => `<tr><th>${k}</th><td>${v}</td></tr>`).join('')}</table>`);
  if (p === '/qzqd') { const ds_ = [...new Set(pw.map((r) => r.dept))]; return zj('权力清单', `<h1>宁波市级权责清单</h1><p>共${pw.length}项，更新日期 ${ago(66)}</p><table><tr><th>序号</th><th>部门</th><th>类别</th><th>事项名称</th><th>实施依据</th><th>责任事项</th></tr>${pw.map((r, i) => `<tr><td>${i + 1}</td><td>${r.dept}</td><td>${r.kind}</td><td>${r.name}</td><td>${r.basis}</td><td>${r.duty}</td></tr>`).join('')}</table><p>公布部门${ds_.length}家</p>`); }
  if (p === '/kstb') return zj('长三角一网通办', `<h1>长三角“一网通办”·跨省通办专区</h1><p>共${P.CROSS.length}个事项</p><ol>${P.CROSS.map((c, i) => `<li><a href="/kstb/${i + 1}">${c}</a> 通办范围：上海、江苏、浙江、安徽</li>`).join('')}</ol>`);
  m = p.match(/^\/kstb\/(\d+)$/); if (m && P.CROSS[m[1] - 1]) return zj('跨省通办', `<h1>${P.CROSS[m[1] - 1]}</h1><p>办理方式：全程网办。</p>`);
  if (p === '/onething') return zj('高效办成一件事', `<h1>高效办成“一件事”</h1><p>已上线“一件事”${things.length}件</p><ul class="yjs">${things.map((t, i) => `<li><a href="/onething/${i + 1}">${t}“一件事”</a></li>`).join('')}</ul>`);
  m = p.match(/^\/onething\/(\d+)$/); if (m && things[m[1] - 1]) return zj('一件事', `<h1>${things[m[1] - 1]}一件事</h1><p>一次告知、一表申请、一套材料、一窗受理。</p><a href="/sso/login">立即办理</a>`);
  if (p === '/cert') return zj('电子证照', '<h1>电子证照库</h1><p>已归集电子证照326种，长三角区域互认，可在沪苏皖政务大厅亮证使用。</p><form action="/cert/check"><label>证照编号<input name="zzbh"></label><button>核验</button></form>');
  if (p === '/cert/check') return zj('电子证照', '<p>未查询到证照。</p>');
  if (p === '/progress') return zj('办件查询', '<h1>办件进度查询</h1><form action="/progress/result"><label>申报号<input name="projid" placeholder="请输入申报号"></label><label>查询密码<input name="pwd"></label><button>查询</button></form>');
  if (p === '/progress/result') return zj('办件查询', '<p>没有符合条件的办件。</p>');
  if (p === '/hcp') return zj('好差评', `<h1>政务服务“好差评”</h1><p>${ago(40, 'Y年m月')}：好评率99.92%，主动评价率61.35%，差评整改率100%。</p><form action="/hcp/submit" method="post"><label>办件编号<input name="no"></label><label><input type="radio" name="s" value="5">非常满意</label><label><input type="radio" name="s" value="4">满意</label><label><input type="radio" name="s" value="3">基本满意</label><label><input type="radio" name="s" value="2">不满意</label><label><input type="radio" name="s" value="1">非常不满意</label><button>评价</button></form>`);
  if (p === '/app') return zj('浙里办', '<h1>浙里办</h1><p>扫码下载“浙里办”APP，或在支付宝、微信搜索“浙里办”小程序。</p>');
  if (p.startsWith('/sso/login')) return zj('登录', `<h1>统一身份认证</h1><p>浙江政务服务网账号一次登录，可通行宁波市人民政府门户网站与政务服务网。</p><form method="post" action="/sso/auth"><label>账号<input name="u"></label><label>密码<input type="password" name="p"></label><button>登录</button></form><a href="/sso/register">注册</a>`);
  if (p === '/sso/register') return zj('注册', '<h1>个人注册</h1><p>注册即表示同意<a href="/privacy">《隐私政策》</a></p><form method="post" action="/sso/reg"><label>姓名<input name="n"></label><button>注册</button></form>');
  if (p === '/uc') return zj('用户中心', '<h1>我的空间</h1><p>个人空间、企业空间、我的订阅、消息推送需登录后查看。</p><a href="/sso/login?goto=/uc">请登录</a>');
  if (p === '/privacy') return zj('隐私政策', P.privacy().map((t) => `<p>${t}</p>`).join(''));
  return null;
}
const jd = (title, b) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body><div id="hd"><a href="/jdop_front/index.do">首页</a> <a href="/jdop_front/channal/datapubliclist.do">数据集</a> <a href="/jdop_front/channal/apilist.do">数据接口</a> <a href="/jdop_front/channal/applist.do">应用成果</a> <a href="/jdop_front/channal/zcfg.do">政策动态</a></div>${b}<div id="ft">宁波市大数据发展管理局</div></body></html>`;
const apis = ds.filter((_, i) => i % 2 === 0); const apps = ['甬城停车通', '甬城充电桩', '信用甬城', '港口天气', '甬学通', '甬医诊', '河湖水质看板', '甬游记', '餐饮健康地图'];
function data(ctx) {
  const p = ctx.path;
  if (p === '/') return go('/jdop_front/index.do');
  if (p === '/jdop_front/index.do') return jd('宁波市公共数据开放平台', `<h1>宁波市公共数据开放平台</h1><ul class="tj"><li>数据集<em>${ds.length}</em>个</li><li>数据接口<em>${apis.length}</em>个</li><li>应用成果<em>${apps.length}</em>个</li><li>开放部门<em>20</em>家</li></ul>`);
  if (p === '/jdop_front/channal/datapubliclist.do') { const pg = Number(ctx.query.get('pageNumber') ?? 1); const key = ctx.query.get('searchString') ?? ''; const rows = ds.filter((d) => d.title.includes(key)); return jd('数据集', `<form action="/jdop_front/channal/datapubliclist.do"><input name="searchString" value="${esc(key)}"><button>搜索</button></form><p>共搜索到<span class="onColor">${rows.length}</span>条数据</p><div class="search_result">${rows.slice((pg - 1) * 10, pg * 10).map((d) => `<div class="search_data_item"><a href="/jdop_front/detail/data.do?iid=${d.id}">${d.title}</a><p>来源：${d.dept}　更新时间：${d.date}　数据格式：${d.fmts.join('、')}</p></div>`).join('')}</div><div class="page">${times(Math.ceil(rows.length / 10), (i) => `<a href="/jdop_front/channal/datapubliclist.do?pageNumber=${i + 1}">${i + 1}</a>`).join(' ')}</div>`); }
  if (p === '/jdop_front/detail/data.do') { const d = ds.find((y) => y.id === Number(ctx.query.get('iid'))); return d ? jd(d.title, `<h1>${d.title}</h1><p>提供单位 ${d.dept}</p><p>数据量 ${d.rows}条</p><p>更新日期 ${d.date}</p>${d.fmts.map((f) => `<a href="/jdop_front/download.do?iid=${d.id}&fmt=${f}">${f.toUpperCase()}下载</a> `).join('')}`) : null; }
  if (p === '/jdop_front/download.do') return reply('name,addr\n示例,示例', { type: 'application/octet-stream', headers: { 'Content-Disposition': 'attachment; filename="d.csv"' } });
  if (p === '/jdop_front/channal/apilist.do') return jd('数据接口', `<p>共<span class="onColor">${apis.length}</span>个数据接口</p><ul>${apis.map((d) => `<li><a href="/jdop_front/detail/api.do?iid=${d.id}">${d.title}接口</a></li>`).join('')}</ul>`);
  if (p === '/jdop_front/detail/api.do') return jd('接口', '<p>请求方式 GET，调用前请申请密钥。</p>');
  if (p === '/jdop_front/channal/applist.do') return jd('应用成果', `<p>共<span class="onColor">${apps.length}</span>个应用成果</p><ul>${apps.map((a) => `<li>${a}</li>`).join('')}</ul>`);
  if (p === '/jdop_front/channal/zcfg.do') return jd('政策动态', `<a href="https://${W}/attach/0/nbggsj.pdf">宁波市公共数据管理办法</a>`);
  return null;
}
function search(ctx) {
  const p = ctx.path;
  if (p === '/jrobotfront/search.do') { const q0 = ctx.query.get('q') ?? ''; const [q, rows] = find(q0); return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>智能检索</title></head><body><form action="/jrobotfront/search.do"><input name="websiteid" type="hidden" value="330200000000000"><input name="q" value="${esc(q0)}"><button>搜索</button></form><div class="tabs"><a href="#">综合</a><a href="#">政策</a><a href="#">服务</a><a href="#">互动</a></div>${q !== q0 ? `<p class="jcse-corr">您要找的是不是：<a href="/jrobotfront/search.do?q=${encodeURIComponent(q)}">${esc(q)}</a></p>` : ''}<p>为您找到相关结果约${rows.length}条</p>${rows.length ? rows.slice(0, 12).map(hit).join('') : '<p>抱歉，没有找到相关结果</p>'}</body></html>`; }
  if (p === '/jrobotfront/interfaces/cateSearch.do') { const q = (ctx.method === 'POST' ? posted(ctx).q : ctx.query.get('q')) ?? ''; const [, rows] = find(q); return json({ total: rows.length, result: rows.slice(0, 12).map(hit) }); }
  return null;
}
export default { code: '330200', name: '宁波市', pinyin: 'ningbo', province: '浙江省', region: '东部', portal: `https://${W}/`, service: `https://${S}/`, open_data: `https://${D}/jdop_front/index.do`,
  hosts: { [W]: { handle: portal, https: true, gzip: true, mailbox: /appeal\/submit|survey\/submit/ }, [S]: { handle: service, https: true, etag: true, mailbox: /hcp\/submit|sso\/(auth|reg)$/ }, [D]: { handle: data, https: true, server: 'Apache-Coyote/1.1' }, [Q]: { handle: search, https: true } },
  truth: [
    ['service-lists', 'present', 'working', { count: pw.length }, '权责清单 on the Zhejiang service site, one table, all rows'],
    ['disclosure-catalog', 'absent', null, null, 'only news of the districts speak of their own catalogues'],
    ['service-guide', 'present', 'working', { share: 1 }, 'twelve complete guides'],
    ['one-entry', 'present', 'working', null, 'portal and service site log in through /sso/login, which says so; app page'],
    ['cross-region', 'present', 'working', { count: 20 }, '长三角一网通办 lists 20 and says so'],
    ['e-certificate', 'present', 'working', { count: 326 }, '326种, query field, recognised in the delta'],
    ['appeal-channels', 'present', 'working', { count: [5, 6, 7, 4] }, 'mailbox/consult/complaint form, opinion poll, 12345, petition'],
    ['appeal-form', 'present', 'working', null, 'form without compulsory log-in, 1000 characters, number to follow, 5 working days'],
    ['one-thing', 'present', 'working', { count: things.length }, '18 things, 13 of them national'],
    ['case-tracking', 'present', 'working', null, 'number field, grades and rates'],
    ['reply-timeliness', 'present', null, { share: 14 / 15 }, '15 letters, one answered after 62 days, limit 5 working days'],
    ['follow-up', 'present', 'working', null, 'monthly 回访 reports with figures'],
    ['knowledge-base', 'present', 'working', { count: faq.length }, '30 entries with dates from three weeks ago on'],
    ['proactive-response', 'absent', null, null, 'no such column; three headlines only'],
    ['smart-search', 'present', 'working', null, 'jrobotfront answers words, questions, misspellings'],
    ['smart-qa', 'present', 'working', null, '甬小智 answers thirty everyday subjects'],
    ['accessibility', 'present', 'working', null, '长者版 switches a class; responsive; English page'],
    ['personal-space', 'present', 'reachable', null, '用户中心 to the log-in'],
    ['open-data-platform', 'present', 'working', null, 'JDOP'], ['data-catalog', 'present', 'working', { count: ds.length }, '46 by its own count'],
    ['api-count', 'present', null, { count: apis.length }, '数据接口23'], ['app-count', 'present', null, { count: apps.length }, '应用成果9'],
    ['data-security-policy', 'present', 'working', null, 'PDF with 第五章 数据安全'], ['privacy-policy', 'present', 'working', { count: 8 }, 'all eight parts'],
  ],
  proof: { 'service-lists': [`https://${S}/qzqd`], 'service-guide': [`https://${S}/item/${gd[3].id}`], 'one-entry': [`https://${S}/sso/login`, `https://${S}/app`], 'cross-region': [`https://${S}/kstb`], 'e-certificate': [`https://${S}/cert`], 'appeal-channels': [`https://${W}/col/col1229096036/index.html`], 'appeal-form': [`https://${W}/col/col1229096033/index.html`], 'one-thing': [`https://${S}/onething`], 'case-tracking': [`https://${S}/progress`, `https://${S}/hcp`], 'reply-timeliness': [`https://${W}/module/appeal/detail.jsp?id=${let_[0].id}`], 'follow-up': [`https://${W}${artUrl(1229096031, cols[1229096031][1][0])}`], 'knowledge-base': [`https://${W}/module/know/show.jsp?kid=1`], 'smart-search': [`https://${Q}/jrobotfront/search.do`], 'smart-qa': [robotUrl], accessibility: [`https://${W}/english/index.html`], 'personal-space': [`https://${S}/uc`], 'open-data-platform': [`https://${D}/jdop_front/index.do`], 'data-catalog': [`https://${D}/jdop_front/channal/datapubliclist.do`], 'api-count': [`https://${D}/jdop_front/channal/apilist.do`], 'app-count': [`https://${D}/jdop_front/channal/applist.do`], 'data-security-policy': [`https://${W}/attach/0/nbggsj.pdf`], 'privacy-policy': [`https://${W}/col/col1229096903/index.html`] },
  counts: { 'service-lists': [`https://${S}/qzqd`, /<tr><td>/g], 'cross-region': [`https://${S}/kstb`, /通办范围/g], 'one-thing': [`https://${S}/onething`, /href="\/onething\/\d+"/g], 'e-certificate': [`https://${S}/cert`, /电子证照(\d+)种/], 'data-catalog': [`https://${D}/jdop_front/channal/datapubliclist.do`, /onColor">(\d+)/], 'api-count': [`https://${D}/jdop_front/channal/apilist.do`, /detail\/api\.do\?iid=/g], 'app-count': [`https://${D}/jdop_front/channal/applist.do`, /<li>/g], 'knowledge-base': [`https://${W}/col/col1229096032/index.html`, /<dt>/g] },
  letters: { pages: let_.map((l) => `https://${W}/module/appeal/detail.jsp?id=${l.id}`), sent: /来信时间：([\d-]+)/, replied: /答复时间：([\d-]+)/, limit: 5 },
  ask: { search: (q) => [`https://${Q}/jrobotfront/search.do?q=${encodeURIComponent(q)}`], qa: (q) => [`https://${W}/api-gateway/jpaas-airobot-web-server/interface/front/ask`, `question=${encodeURIComponent(q)}`] },
  decoy: { 'disclosure-catalog': [/基层政务公开|标准化目录/, /\/art\/|col1229095998|=1229095998|^\/$/], 'proactive-response': [/回应关切|主动回应/, /\/art\/|col122909599[89]|=122909599[89]|^\/$/] },
};

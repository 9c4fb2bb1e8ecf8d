// 荆门市: 大汉 jcms with jpage CDATA islands, jact letters, jsearch; third-party robot with JSON; own oportal data platform.
import { esc, json, reply, script, ago, times, match, posted, pdf } from '../lib.mjs';
import { topics, headlines, paragraphs, letters, fields } from '../stock.mjs';
import * as hubei from '../shared/hubei.mjs';

const H = 'www.jingmendlt.gov.cn', D = 'data.jingmendlt.gov.cn', R = 'robot.yunhandlt.com';
const counties = ['东宝区', '掇刀区', '京山市', '沙洋县', '钟祥市'];
const decoys = [
  { title: '市妇联开展困难家庭回访慰问活动' }, { title: '京山市就网传“桥梁开裂”一事作出说明' }, { title: '市数据局开展网络与数据安全宣传周活动' }, { title: '省政府召开回应关切工作座谈会' },
];
const news = headlines({ n: 34, base: 61200, counties, from: 3, step: 5, extra: decoys });
const notices = headlines({ n: 9, base: 62200, counties, from: 1, step: 7, gap: 6 }).map((x) => ({ ...x, title: '公示：' + x.title }));
const docs = ['荆门市人民政府关于印发国土空间总体规划实施方案的通知', '荆门市人民政府办公室关于促进消费若干措施的通知', '荆门市人民政府办公室关于加快发展养老服务的实施意见', '荆门市人民政府关于公布规范性文件清理结果的决定', '荆门市人民政府办公室关于推进政务数据共享应用的通知', '荆门市人民政府关于进一步稳定和扩大就业的通知'].map((title, i) => ({ id: 63100 + i, title, days: 30 + i * 41, doc: `荆政发〔${2026 - (i > 3 ? 1 : 0)}〕${i + 4}号` }));
const qa = topics.filter((t) => t.i % 4 !== 3).slice(0, 45).map((t, i) => ({ id: 64000 + i, title: `${t.name.replace(/^.{0,12}?(?=)/, (m) => m)}怎么办？`, t, days: 12 + i * 6 }));
const box = letters({ n: 12, counties, late: [2, 7, 10], from: 0 });
const no = (l) => `JMZX${ago(l.asked, 'YMD')}${String(101 + l.i)}`;
const rights = 236;
const permits = topics.slice(0, 48).map((t) => t.name);
const proofs = times(21, (i) => `${['户籍', '婚姻状况', '无房', '收入', '学历', '亲属关系', '死亡'][i % 7]}证明（${['公积金提取', '入学报名', '救助申请'][Math.floor(i / 7)]}使用）`);
const filled = [0, 2, 3, 5, 9, 12, 16, 17, 18, 22, 23];

const css = 'body{margin:0;font:16px/1.9 "Microsoft YaHei";color:#222}.box{max-width:1200px;margin:0 auto;padding:0 12px}nav a{display:inline-block;padding:8px 14px;color:#fff}nav{background:#b3282d}.big,.big *{font-size:24px!important}.dark,.dark *{background:#000!important;color:#ff0!important}.gl{display:flex;flex-wrap:wrap;gap:20px}.gl>div{flex:1 1 320px;min-width:0}img{max-width:100%}table{border-collapse:collapse;width:100%}td,th{border:1px solid #ccc;padding:5px}#ariabar{display:none;background:#eee;padding:10px}.aria #ariabar{display:block}';
const page = (title, body, o = {}) => `<!DOCTYPE html>
<html lang="zh"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${esc(title)}</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="SiteName" content="荆门市人民政府"><meta name="SiteDomain" content="${H}"><meta name="SiteIDCode" content="4208000001">${o.meta ?? ''}
<link rel="stylesheet" href="/images/4/style.css"><script src="/script/0/jpage.js" defer></script></head><body>
<div id="ariabar"><button onclick="document.body.classList.toggle('big')">大字</button><button onclick="document.body.classList.toggle('dark')">高对比度</button><button onclick="speechSynthesis.speak(new SpeechSynthesisUtterance(document.title))">朗读</button><button onclick="document.body.classList.remove('aria','big','dark')">退出服务</button></div>
<div class="box top"><a href="/">荆门市人民政府</a> <a href="javascript:;" onclick="document.body.classList.add('aria')">无障碍浏览</a> <a href="http://${hubei.HOST}/uc/login.html?redirect_uri=http%3A%2F%2F${H}%2Fuser%2Fcallback&appName=%E8%8D%86%E9%97%A8%E5%B8%82%E4%BA%BA%E6%B0%91%E6%94%BF%E5%BA%9C%E9%97%A8%E6%88%B7%E7%BD%91%E7%AB%99">用户登录（楚事通办账号）</a>
<form action="/jsearchfront/search.do" style="display:inline"><input type="hidden" name="websiteid" value="420800000000000"><input type="hidden" name="searchid" value="3"><input type="hidden" name="tpl" value="12"><input name="q" aria-label="搜索词"><button type="submit">搜索</button></form></div>
<nav><div class="box"><a href="/">首页</a><a href="/col/col1001/index.html">新闻</a><a href="/col/col1200/index.html">公开</a><a href="http://${hubei.HOST}/webview/fw/index.html?areaCode=420800">服务</a><a href="/col/col1500/index.html">互动</a><a href="http://${D}/oportal/index">数据</a></div></nav>
<div class="box">${body}</div>
<div class="box foot"><a href="/col/col1601/index.html">网站声明</a> | <a href="/col/col1602/index.html">隐私声明</a> | <a href="/col/col1603/index.html">网站地图</a> | <a href="http://${R}/api-gateway/jpaas-robot-web-server/index?robotId=jm20">智能小荆</a><br>主办：荆门市人民政府办公室 网站标识码：4208000001</div></body></html>`;
const art = (col, x) => `/art/${ago(x.days, 'Y/m/d')}/art_${col}_${x.id}.html`;
const rec = (col) => (x) => `<li><a href="${art(col, x)}" target="_blank" title="${esc(x.title)}">${esc(x.title)}</a><span>${ago(x.days)}</span></li>`;
/** jpage island: first records in a script element, the rest behind dataproxy. */
const island = (col, unit, recs, per = 10) => `<div id="${unit}" class="default_pgContainer"><script type="text/xml"><datastore>
<nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&webid=1&path=/&columnid=${col}&unitid=${unit}"></a>]]></nextgroup>
<totalrecord>${recs.length}</totalrecord><totalpage>${Math.ceil(recs.length / per)}</totalpage>
<recordset>${recs.slice(0, per * 3).map((r) => `<record><![CDATA[${r}]]></record>`).join('\n')}</recordset></datastore></script></div>`;
const jpage = `document.querySelectorAll('.default_pgContainer').forEach(function(box){var s=box.querySelector('script');if(!s)return;var x=s.textContent,recs=[],re=/<record><!\\[CDATA\\[([\\s\\S]*?)\\]\\]><\\/record>/g,m;while(m=re.exec(x))recs.push(m[1]);var total=+(/<totalrecord>(\\d+)/.exec(x)||[0,recs.length])[1],per=10,unit=box.id,url=(/href="([^"]+)"/.exec(x)||[])[1];
function show(p){var part=recs.slice((p-1)*per,p*per),paint=function(){var pages=Math.ceil(total/per);box.innerHTML='<ul>'+part.join('')+'</ul><div class="pg">共 '+pages+' 页 '+total+' 条记录 <a class="prev" href="javascript:;">上一页</a> <a class="next" href="javascript:;">下一页</a></div>';box.querySelector('.next').onclick=function(){if(p<pages)show(p+1)};box.querySelector('.prev').onclick=function(){if(p>1)show(p-1)}};
if(part.length)return paint();fetch(url.replace('page=1','page='+p)+'&startrecord='+((p-1)*per+1)+'&endrecord='+(p*per)+'&perpage='+per).then(function(r){return r.text()}).then(function(t){part=[];re.lastIndex=0;while(m=re.exec(t))part.push(m[1]);paint()})}show(1)});`;
const rightRecs = times(rights, (i) => `<li><i>${i + 1}</i><b>${topics[i % topics.length].name}</b><em>${['行政许可', '行政处罚', '行政强制', '行政确认', '行政给付', '其他权力'][i % 6]}</em><span>市${topics[i % topics.length].dept}</span></li>`);
const qaRec = (x) => `<li><a href="${art(1502, x)}">问：${esc(x.title)}</a><span>${ago(x.days)}</span></li>`;
const cols = {
  1001: ['要闻动态', () => island(1001, 41001, news.map(rec(1001)))],
  1002: ['公示公告', () => island(1002, 41002, notices.map(rec(1002)))],
  1101: ['政策文件', () => island(1101, 41101, docs.map(rec(1101)))],
  1200: ['政府信息公开', () => `<ul><li><a href="/col/col1101/index.html">政策文件</a></li><li><a href="/col/col1401/index.html">清单公布</a></li><li><a href="/col/col1300/index.html">试点领域公开</a></li><li><a href="/col/col1002/index.html">公示公告</a></li></ul>`],
  1300: ['试点领域公开', () => `<p>按照基层政务公开标准化规范化要求，分领域公布公开事项标准目录。</p><ul class="gl">${fields.map((f, i) => `<li><a href="/col/col${1301 + i}/index.html">${f}</a></li>`).join('')}</ul>`],
  1401: ['清单公布', () => `<ul><li><a href="/col/col1402/index.html">市级部门权责清单</a></li><li><a href="/col/col1403/index.html">市本级行政许可事项清单</a></li><li><a href="/col/col1404/index.html">保留的证明事项清单</a></li><li><a href="/col/col1405/index.html">涉企行政事业性收费目录清单</a></li></ul>`],
  1402: ['市级部门权责清单', () => `<p>更新时间：${ago(40)}</p>` + island(1402, 41402, rightRecs)],
  1403: ['市本级行政许可事项清单', () => `<p>${ago(75)}公布</p><table><tr><th>序号</th><th>事项名称</th><th>实施机关</th><th>设定依据</th></tr>${permits.map((p, i) => `<tr><td>${i + 1}</td><td>${p}</td><td>市${topics[i].dept}</td><td>行政许可法及有关法律法规</td></tr>`).join('')}</table>`],
  1404: ['保留的证明事项清单', () => `<table><tr><th>序号</th><th>证明名称</th><th>开具单位</th></tr>${proofs.map((p, i) => `<tr><td>${i + 1}</td><td>${p}</td><td>${['派出所', '社区居委会', '不动产登记中心'][i % 3]}</td></tr>`).join('')}</table>`],
  1500: ['互动交流', () => `<ul><li><a href="/jact/front/mailpublist.do?sysid=6">市长信箱</a></li><li><a href="/jact/front/mailwrite.do?sysid=6">我要写信</a></li><li><a href="/jact/front/mailquery.do?sysid=6">查询信件</a></li><li><a href="/col/col1503/index.html">12345热线</a></li><li><a href="/col/col1504/index.html">民意征集</a></li><li><a href="/col/col1502/index.html">你问我答</a></li></ul>`],
  1502: ['你问我答', () => island(1502, 41502, qa.map(qaRec))],
  1503: ['12345热线', () => '<p>荆门市12345政务服务便民热线全年无休，受理咨询、求助、投诉、举报和建议，拨打0000-00012345或直接拨12345。</p>'],
  1504: ['民意征集', () => `<ul><li>关于《荆门市停车管理办法（草案）》公开征求意见的公告 ${ago(20)} 至 ${ago(-10)} <form action="/jact/front/opinion.do" method="post"><textarea name="c" maxlength="500"></textarea><button>提交意见</button></form></li></ul>`],
  1601: ['网站声明', () => '<p>本网站内容版权归荆门市人民政府办公室所有，转载请注明来源。</p>'],
  1602: ['隐私声明', () => `<p>本声明自${ago(300)}起施行。</p><p>一、收集的信息。您写信、登录时我们收集姓名、手机号码和信件内容，浏览时收集访问日志。</p><p>二、收集目的。用于办理和答复来信，改进网站服务。</p><p>三、信息共享。除交有关部门办理外，不向第三方提供。</p><p>四、信息存储。存放于市政务云，日志保存不少于六个月。</p><p>五、信息安全。采取加密、权限控制等安全措施。</p><p>六、您的权利。您可以查询、更正、删除自己提交的个人信息。</p><p>七、联系方式。0000-00000000。</p>`],
  1603: ['网站地图', () => `<ul>${[1001, 1002, 1101, 1200, 1300, 1401, 1402, 1403, 1404, 1405, 1500, 1502, 1503, 1504, 1601, 1602].map((c) => `<li><a href="/col/col${c}/index.html">${cols[c]?.[0] ?? '涉企行政事业性收费目录清单'}</a></li>`).join('')}</ul>`],
};
fields.forEach((f, i) => { cols[1301 + i] = [f, () => filled.includes(i) ? `<table><caption>${f}领域公开事项标准目录</caption><tr><th>序号</th><th>公开事项</th><th>公开内容（要素）</th><th>公开依据</th><th>公开时限</th><th>公开主体</th><th>公开渠道</th></tr>${times(4 + i % 5, (k) => `<tr><td>${k + 1}</td><td>${f}${['政策文件', '办事流程', '结果公示', '监督检查', '补贴标准'][k % 5]}</td><td>名称、依据、标准、结果</td><td>《政府信息公开条例》</td><td>信息形成之日起20个工作日内</td><td>市有关部门</td><td>■政府网站 □公告栏</td></tr>`).join('')}</table>` : '<p class="none">本栏目内容正在整理中</p>']; });
delete cols[1405];
const allArt = new Map([...news.map((x) => [x.id, [1001, x]]), ...notices.map((x) => [x.id, [1002, x]]), ...docs.map((x) => [x.id, [1101, x]]), ...qa.map((x) => [x.id, [1502, x]])]);
const artBody = (col, x) => col === 1502 ? `<p><b>问：</b>${esc(x.title)}</p><p><b>答：</b>${esc(x.t.answer)}。由市${x.t.dept}负责解释。</p>` : col === 1101 ? `<p>${x.doc}</p><p>各县（市、区）人民政府，市政府各部门：</p>${paragraphs(x.id).map((p) => `<p>${p}</p>`).join('')}<p>本文件自印发之日起施行。</p>` : paragraphs(x.id).map((p) => `<p>${p}</p>`).join('');
// search rows: questions, documents, news
const rows = [...qa.map((x) => [x.t.kw, x.title, x.t.answer, art(1502, x), x.days]), ...permits.map((p, i) => [topics[i].kw, p + '办事指南', topics[i].answer, `http://${hubei.HOST}/webview/bszn/detail.html?itemCode=420800-${1000 + i * 13}&areaCode=420800`, 90]), ...topics.slice(48, 64).map((t) => [t.kw, t.name + '办事指南', t.answer, `http://${hubei.HOST}/webview/bszn/detail.html?itemCode=420800-${1000 + t.i * 13}&areaCode=420800`, 90]), ...docs.map((x) => ['政策 文件 通知', x.title, '', art(1101, x), x.days]), ...news.map((x) => ['新闻', x.title, '', art(1001, x), x.days])];

function handle(ctx) {
  const p = ctx.path, q = ctx.query; let m;
  if (p === '/' || p === '/index.html') return page('荆门市人民政府门户网站', `<div class="gl"><div><h3><a href="/col/col1001/index.html">荆门要闻</a></h3><ul>${news.slice(0, 12).map(rec(1001)).join('')}</ul></div><div><h3><a href="/col/col1002/index.html">公示公告</a></h3><ul>${notices.map(rec(1002)).join('')}</ul><h3><a href="/col/col1101/index.html">最新文件</a></h3><ul>${docs.map(rec(1101)).join('')}</ul></div><div><h3>信件公开</h3><ul>${box.slice(0, 5).map((l) => `<li><a href="/jact/front/mailpubdetail.do?transactId=${8800 + l.i}&sysid=6">${esc(l.title)}</a></li>`).join('')}</ul><h3>办事</h3><a href="http://${hubei.HOST}/webview/yjs/index.html?areaCode=420800">一件事专区</a> <a href="http://${hubei.HOST}/webview/bszn/list.html?areaCode=420800">办事指南</a></div></div>`);
  if (p === '/images/4/style.css') return reply(css, { type: 'text/css' });
  if (p === '/script/0/jpage.js') return script(jpage);
  if ((m = /^\/col\/col(\d+)\/index\.html$/.exec(p))) { const c = cols[m[1]]; return c ? page(c[0] + '_荆门市人民政府', `<h2>${c[0]}</h2>${c[1]()}`, { meta: `<meta name="ColumnName" content="${c[0]}">` }) : null; }
  if (p === '/module/web/jpage/dataproxy.jsp') { const f = ctx.method === 'POST' ? posted(ctx) : {}; const col = Number(q.get('columnid') ?? f.columnid); const recs = { 1001: news.map(rec(1001)), 1002: notices.map(rec(1002)), 1101: docs.map(rec(1101)), 1402: rightRecs, 1502: qa.map(qaRec) }[col]; if (!recs) return reply('<datastore></datastore>', { type: 'text/xml;charset=utf-8' }); const s = Number(q.get('startrecord') ?? 1), e = Number(q.get('endrecord') ?? s + 29); return reply(`<datastore><totalrecord>${recs.length}</totalrecord><totalpage>${Math.ceil(recs.length / 10)}</totalpage><recordset>${recs.slice(s - 1, e).map((r) => `<record><![CDATA[${r}]]></record>`).join('')}</recordset></datastore>`, { type: 'text/xml;charset=utf-8' }); }
  if ((m = /^\/art\/[\d/]+\/art_(\d+)_(\d+)\.html$/.exec(p))) { const e = allArt.get(Number(m[2])); if (!e || e[0] !== Number(m[1])) return null; const x = e[1]; return page(x.title, `<h1>${esc(x.title)}</h1><p>发布时间：${ago(x.days)} 来源：荆门市人民政府</p><div id="zoom">${artBody(e[0], x)}</div>`, { meta: `<meta name="ArticleTitle" content="${esc(x.title)}"><meta name="PubDate" content="${ago(x.days)}">` }); }
  if (p === '/jact/front/mailpublist.do') return page('市长信箱', `<h2>市长信箱</h2><p>来信须知：信件自受理之日起5个工作日内答复。<a href="/jact/front/mailwrite.do?sysid=6">我要写信</a></p><table><tr><th>受理编号</th><th>标题</th><th>受理日期</th><th>办理状态</th></tr>${box.map((l) => `<tr><td>${no(l)}</td><td><a href="/jact/front/mailpubdetail.do?transactId=${8800 + l.i}&sysid=6">${esc(l.title)}</a></td><td>${ago(l.asked)}</td><td>已办结</td></tr>`).join('')}</table><p>共 1 页 ${box.length} 条记录</p>`);
  if (p === '/jact/front/mailpubdetail.do') { const l = box[Number(q.get('transactId')) - 8800]; return l ? page(l.title, `<h2>${esc(l.title)}</h2><table><tr><th>受理编号</th><td>${no(l)}</td><th>来信时间</th><td>${ago(l.asked)}</td></tr><tr><th>来信内容</th><td colspan="3">${esc(l.ask)}</td></tr><tr><th>答复单位</th><td>${l.dept}</td><th>答复时间</th><td>${ago(l.replied)}</td></tr><tr><th>答复内容</th><td colspan="3">您好！${esc(l.answer)}感谢您的来信。</td></tr></table>`) : null; }
  if (p === '/jact/front/mailwrite.do') return page('我要写信', '<h2>我要写信</h2><form method="post" action="/jact/front/mailsave.do"><p>姓名 <input name="name" required></p><p>手机 <input name="tel" required></p><p>标题 <input name="title" maxlength="40" required></p><p>内容（限600字） <textarea name="content" maxlength="600" required></textarea></p><p>验证码 <input name="code"></p><button>提交</button></form><p>提交后请记住受理编号，5个工作日内答复。</p>');
  if (p === '/jact/front/mailsave.do' || p === '/jact/front/opinion.do') return page('提示', '<p>验证码错误。</p>');
  if (p === '/jact/front/mailquery.do') return page('查询信件', `<form><input type="hidden" name="sysid" value="6">受理编号 <input name="queryId"> <button>查询</button></form>${q.get('queryId') ? '<p>没有这封信件。</p>' : ''}`);
  if (p === '/jsearchfront/search.do') { const w = q.get('q') ?? ''; return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>搜索结果</title></head><body><form action="search.do"><input type="hidden" name="websiteid" value="420800000000000"><input type="hidden" name="searchid" value="3"><input type="hidden" name="tpl" value="12"><input name="q" value="${esc(w)}"><button>搜索</button></form><div id="jcse-cate"><a href="javascript:;">全部</a> <a href="javascript:;">资讯</a> <a href="javascript:;">文件</a> 按时间 按相关度</div><div id="jcse-total"></div><div id="jcse-result"></div><script>var w=${JSON.stringify(w).replace(/</g, '\\u003c')};if(w){var x=new XMLHttpRequest();x.open('POST','/jsearchfront/interfaces/cateSearch.do');x.setRequestHeader('Content-Type','application/x-www-form-urlencoded');x.onload=function(){var d=JSON.parse(x.responseText);document.getElementById('jcse-total').textContent='找到相关结果约'+d.total+'个';document.getElementById('jcse-result').innerHTML=(d.result||[]).join('')||'没有找到相关内容'};x.send('websiteid=420800000000000&q='+encodeURIComponent(w)+'&p=1&pg=10&cateid=1&tpl=12')}</script></body></html>`; }
  if (p === '/jsearchfront/interfaces/cateSearch.do') { const f = ctx.method === 'POST' ? posted(ctx) : Object.fromEntries(q); const hit = match(rows, f.q); const n = Number(f.p || 1), s = Number(f.pg || 10); return json({ code: 0, total: hit.length, p: n, pg: s, result: hit.slice((n - 1) * s, n * s).map((r) => `<div class="jcse-result-box"><div class="jcse-news-title"><a href="${r[3]}">${esc(r[1])}</a></div><div class="jcse-news-abs-content">${esc(r[2] || '荆门市人民政府门户网站')}</div><div class="jcse-news-url">${esc(H + (r[3].startsWith('/') ? r[3] : ''))}</div><span class="jcse-news-date">${ago(r[4])}</span></div>`) }); }
  if (p === '/user/callback') return page('登录', '<p>请从登录入口登录。</p>');
  return null;
}
function robot(ctx) {
  if (ctx.path === '/api-gateway/jpaas-robot-web-server/index') return `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>智能小荆</title></head><body><h1>荆门市政府网站智能小荆</h1><div id="log"><p>您好，我是小荆，请输入您的问题。</p></div><input id="qs" placeholder="请输入问题"><button id="send">发送</button><script>var rid=new URLSearchParams(location.search).get('robotId');function ask(){var q=document.getElementById('qs').value;if(!q)return;fetch('/api-gateway/jpaas-robot-web-server/interface/ask',{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify({robotId:rid,question:q})}).then(function(r){return r.json()}).then(function(d){var p=document.createElement('p');p.className='q';p.textContent=q;log.appendChild(p);p=document.createElement('p');p.className='a';p.textContent=d.data.answer;log.appendChild(p)});document.getElementById('qs').value=''}document.getElementById('send').onclick=ask;document.getElementById('qs').onkeydown=function(e){if(e.keyCode==13)ask()}</script></body></html>`;
  if (ctx.path === '/api-gateway/jpaas-robot-web-server/interface/ask') { let b = {}; try { b = JSON.parse(ctx.body.toString()); } catch { /* form */ } const hit = match(topics.map((t) => [t.kw, t.name, t.answer, t]), b.question ?? ctx.query.get('question'))[0]; return json({ code: 0, data: { answer: hit ? `${hit[1]}：${hit[2]}。承办单位为荆门市${hit[3].dept}。` : '很抱歉，暂未找到答案，您可以拨打12345咨询。' } }); }
  return null;
}
// ---- data platform -----------------------------------------------------------------------------------------------
const sets = 186, apis = 42, apps = 6;
const setName = (i) => `${['荆门市', '市直', '县区'][i % 3]}${topics[i % topics.length].name.replace(/[与及].*$/, '')}${['信息', '统计', '名录', '公示数据'][Math.floor(i / topics.length) % 4]}`;
const hex = (i) => (0x9f31a7 + i * 7919).toString(16).padStart(32, 'a4');
const dshell = (t, b) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${t}-荆门公共数据开放网</title></head><body><div class="header"><a href="/oportal/index">首页</a> <a href="/oportal/catalog/index">数据目录</a> <a href="/oportal/service/index">接口服务</a> <a href="/oportal/application/index">应用展示</a> <a href="/oportal/policy/index">政策动态</a></div>${b}</body></html>`;
function data(ctx) {
  const q = ctx.query; let m;
  if (ctx.path === '/' || ctx.path === '/oportal/index') return dshell('首页', `<form action="/oportal/catalog/index"><input name="Q" placeholder="搜索数据集"><button>检索</button></form><div class="total">已开放：<em>${sets}</em>个数据集，<em>38</em>个部门，<em>2,416,008</em>条数据，<em>${apis}</em>个API，<em>${apps}</em>个应用</div>`);
  if (ctx.path === '/oportal/catalog/index') { const w = (q.get('Q') ?? '').trim(); const ids = times(sets, (i) => i).filter((i) => !w || setName(i).includes(w)); const n = Math.max(1, Number(q.get('page') ?? 1)); const part = ids.slice((n - 1) * 10, n * 10); return dshell('数据目录', `<form><input name="Q" value="${esc(w)}"><button>搜索</button></form><div class="tabs">数据集(${ids.length}) API（${w ? 0 : apis}） 应用（${w ? 0 : apps}）</div><div class="bottom-content"><ul>${part.map((i) => `<li><div class="cata-title"><a href="/oportal/catalog/${hex(i)}">${setName(i)}</a></div><p>来源部门：市${topics[i % topics.length].dept} 更新时间：${ago(4 + i * 3)}</p><div class="file-type"><ul><li>xlsx</li><li>csv</li><li>json</li>${i < apis ? '<li>接口</li>' : ''}</ul></div></li>`).join('')}</ul></div><div class="pages">${times(Math.ceil(ids.length / 10), (k) => `<a href="?Q=${encodeURIComponent(w)}&page=${k + 1}">${k + 1}</a>`).join(' ')}</div>`); }
  if ((m = /^\/oportal\/catalog\/([0-9a-f]{32})$/.exec(ctx.path))) { const i = times(sets, hex).indexOf(m[1]); return i < 0 ? null : dshell(setName(i), `<h2>${setName(i)}</h2><table><tr><td>更新频率</td><td>每年</td></tr><tr><td>最后更新</td><td>${ago(4 + i * 3)}</td></tr></table><a href="/oportal/catalog/download/${m[1]}.csv">CSV下载</a>`); }
  if ((m = /^\/oportal\/catalog\/download\/([0-9a-f]{32})\.(csv|json)$/.exec(ctx.path))) return m[2] === 'csv' ? reply('id,name,dept\n1,示例,市直\n2,示例二,市直\n', { type: 'text/csv;charset=utf-8' }) : json([{ id: 1, name: '示例' }]);
  if (ctx.path === '/oportal/service/index') { const n = Math.max(1, Number(q.get('page') ?? 1)); return dshell('接口服务', `<h2>接口服务</h2><p>共有<em>${apis}</em>个接口</p><ul>${times(apis, (i) => i).slice((n - 1) * 15, n * 15).map((i) => `<li><b>${setName(i)}查询接口</b> <span>REST</span></li>`).join('')}</ul><a href="?page=1">1</a> <a href="?page=2">2</a> <a href="?page=3">3</a>`); }
  if (ctx.path === '/oportal/application/index') return dshell('应用展示', `<h2>应用展示</h2><p>当前共展示 ${apps} 个应用</p><ul>${['荆门公交助手', '找充电桩', '停车一点通', '荆楚文旅地图', '招聘直通', '农技问答'].map((a) => `<li>${a}</li>`).join('')}</ul>`);
  if (ctx.path === '/oportal/policy/index') return dshell('政策动态', '<ul><li>数据开放平台上线试运行的公告</li></ul>');
  return null;
}
const why = 'see where';
export default {
  code: '420800', name: '荆门市', pinyin: 'jingmen', province: '湖北省', region: '中部', portal: `http://${H}/`, service: `http://${hubei.HOST}/webview/fw/index.html?areaCode=420800`, open_data: `http://${D}/oportal/index`,
  hosts: { [H]: { handle, gzip: true, mailbox: /mailsave|opinion\.do/ }, [R]: { handle: robot }, [D]: { handle: data }, [hubei.HOST]: { handle: hubei.handle } },
  dead: [/col1405/, /yjs\.xianningdlt/], external: [/yjs\.xianningdlt/],
  truth: [
    ['service-lists', 'present', 'working', { count: [305, rights, 48, 21] }, '清单公布: 236 by pager of a jpage island, tables of 48 and 21; fee list is a dead link'],
    ['disclosure-catalog', 'present', 'working', { share: 11 / 26 }, '试点领域公开: 26 entries, 11 with rows, others 整理中'],
    ['service-guide', 'present', 'working', { share: [1] }, 'province platform, all twelve elements'],
    ['one-entry', 'present', 'working', null, 'portal log-in goes to the province account by redirect_uri and says so'],
    ['cross-region', 'present', 'working', { count: 27 }, '异地办 / 跨省通办专区'],
    ['e-certificate', 'present', 'working', { count: 36 }, '我的证照: 36 kinds and a check form'],
    ['appeal-channels', 'present', 'working', null, 'mailbox, 12345, 民意征集'],
    ['appeal-form', 'present', 'working', { count: 600 }, 'jact form without log-in, 600 characters'],
    ['one-thing', 'present', 'working', { count: 18 }, '18 cards'],
    ['case-tracking', 'present', 'working', { share: [0.996, 0.924] }, 'progress by number; rates published'],
    ['reply-timeliness', 'present', null, { share: 9 / 12 }, '12 letters, limit 5 working days, 3 late'],
    ['follow-up', 'absent', null, null, 'only a headline with 回访'],
    ['knowledge-base', 'present', 'working', null, '你问我答, CDATA island, newest 12 days old'],
    ['proactive-response', 'absent', null, null, 'only headlines'],
    ['smart-search', 'present', 'working', null, 'jsearch, results by POST JSON'],
    ['smart-qa', 'present', 'working', null, '智能小荆 on a third-party host, JSON'],
    ['accessibility', 'present', 'working', null, '无障碍浏览 opens a bar; page fits a phone'],
    ['personal-space', 'present', 'reachable', null, '个人空间, 企业专属空间 lead to the log-in'],
    ['open-data-platform', 'present', 'working', { count: sets }, 'oportal'],
    ['data-catalog', 'present', 'working', { count: sets }, 'oportal catalogue'],
    ['api-count', 'present', null, { count: apis }, '42 interfaces'],
    ['app-count', 'present', null, { count: apps }, '6 applications'],
    ['data-security-policy', 'absent', null, null, 'headline about a publicity week; the notice on 数据共享 has no such chapter'],
    ['privacy-policy', 'present', 'working', { count: [8, 7] }, '隐私声明 in the footer; a second one at registration of the province'],
  ],
  where: { 'service-lists': `http://${H}/col/col1402/index.html`, 'disclosure-catalog': `http://${H}/col/col1301/index.html`, 'service-guide': `http://${hubei.HOST}/webview/bszn/detail.html?itemCode=420800-1000&areaCode=420800`, 'one-entry': `http://${hubei.HOST}/uc/login.html?redirect_uri=`, 'cross-region': `http://${hubei.HOST}/webview/kstb/index.html?areaCode=420800`, 'e-certificate': `http://${hubei.HOST}/webview/dzzz/index.html?areaCode=420800`, 'appeal-channels': `http://${H}/col/col1503/index.html`, 'appeal-form': `http://${H}/jact/front/mailwrite.do?sysid=6`, 'one-thing': `http://${hubei.HOST}/webview/yjs/index.html?areaCode=420800`, 'case-tracking': `http://${hubei.HOST}/webview/bjcx/index.html?areaCode=420800`, 'reply-timeliness': `http://${H}/jact/front/mailpubdetail.do?transactId=8811&sysid=6`, 'knowledge-base': `http://${H}/col/col1502/index.html`, 'smart-search': `http://${H}/jsearchfront/search.do`, 'smart-qa': `http://${R}/api-gateway/jpaas-robot-web-server/index?robotId=jm20`, accessibility: `http://${H}/`, 'personal-space': `http://${hubei.HOST}/uc/login.html?appCode=space`, 'open-data-platform': `http://${D}/oportal/index`, 'data-catalog': `http://${D}/oportal/catalog/index`, 'api-count': `http://${D}/oportal/service/index`, 'app-count': `http://${D}/oportal/application/index`, 'privacy-policy': `http://${H}/col/col1602/index.html` },
  excuse: { 'follow-up': [/\/$|col1001|art_1001|dataproxy/], 'proactive-response': [/\/$|col1001|art_1001|dataproxy/], 'data-security-policy': [/\/$|col1001|art_1001|dataproxy/] },
  recount: {
    'appeal-form': (get) => +/<textarea[^>]+maxlength="(\d+)"/.exec(get(`http://${H}/jact/front/mailwrite.do?sysid=6`))[1],
    'case-tracking': (get) => +/<td>(99\.\d)%/.exec(get(`http://${hubei.HOST}/webview/hcp/index.html?areaCode=420800`))[1] / 100,
    'service-lists': (get) => { const a = +/<totalrecord>(\d+)/.exec(get(`http://${H}/col/col1402/index.html`))[1]; const r = (c) => get(`http://${H}/col/col${c}/index.html`).match(/<tr>/g).length - 1; return a + r(1403) + r(1404); },
    'service-guide': (get) => { const t = get(`http://${hubei.HOST}/webview/bszn/detail.html?itemCode=420800-1000&areaCode=420800`); const ks = ['实施主体', '承诺办结时限', '受理条件', '申请材料', '办理流程', '收费情况', '办理地点', '办理时间', '设定依据', '咨询', '监督投诉']; return (1 + ks.filter((k) => new RegExp(k + '[^<]*</(?:th|h3)>\\s*<(?:td>[^<]|p>[^<]|table)').test(t)).length) / 12; },
    'privacy-policy': (get) => ['收集的信息', '收集目的', '共享', '存储', '安全', '您的权利', '联系方式', '施行'].filter((k) => get(`http://${H}/col/col1602/index.html`).includes(k)).length,
    'disclosure-catalog': (get) => times(26, (i) => /<td>1<\/td>/.test(get(`http://${H}/col/col${1301 + i}/index.html`))).filter(Boolean).length / 26,
    'cross-region': (get) => get(`http://${hubei.HOST}/webview/kstb/index.html?areaCode=420800`).match(/<li>[^<]+ <a/g).length,
    'e-certificate': (get) => get(`http://${hubei.HOST}/webview/dzzz/index.html?areaCode=420800`).match(/<li>[^<]+<\/li>/g).length,
    'one-thing': (get) => get(`http://${hubei.HOST}/webview/yjs/index.html?areaCode=420800`).match(/class="card"/g).length,
    'reply-timeliness': (get) => { let ok = 0; times(12, (i) => { const t = get(`http://${H}/jact/front/mailpubdetail.do?transactId=${8800 + i}&sysid=6`); const d = t.match(/\d{4}-\d{2}-\d{2}/g).map((x) => Date.parse(x)); if ((d[1] - d[0]) / 864e5 < 5) ok++; }); return ok / 12; },
    'data-catalog': (get) => { let n = 0; times(19, (k) => { n += get(`http://${D}/oportal/catalog/index?page=${k + 1}`).match(/cata-title/g).length; }); return n; },
    'open-data-platform': (get) => +/<em>(\d+)<\/em>个数据集/.exec(get(`http://${D}/oportal/index`))[1],
    'api-count': (get) => [1, 2, 3].reduce((a, n) => a + get(`http://${D}/oportal/service/index?page=${n}`).match(/查询接口/g).length, 0),
    'app-count': (get) => get(`http://${D}/oportal/application/index`).match(/<li>/g).length,
  },
};

// 雅安市: col/art addresses, lists kept as records in script tags, head and foot written by a script, search and robot by POST and JSON.
import { ago, esc, json, match, pdf, posted, reply, script, times, go } from '../lib.mjs';
import * as S from './_stock.mjs';

const W = 'www.yaan-web.gov.cn'; const F = 'zwfw.yaan-web.gov.cn'; const D = 'data.yaan-web.gov.cn'; const C = '雅安市';
const ms = S.matters(C);
const areas = ['雨城区', '名山区', '荥经县', '汉源县', '石棉县', '天全县', '芦山县', '宝兴县'];
const decoys = ['雅安市召开高效办成一件事改革推进会', '我市“一件事”集成服务改革获省级通报表扬'];
const mk = (id, title, days, src = '雅安日报') => ({ id, title, days, date: ago(days), src, paras: [`${ago(days, 'm月d日')}，${title}。`, '与会人员围绕重点任务进行了交流，明确了下一阶段的工作安排。'] });
const news = S.news({ city: '雅安', areas, goods: ['藏茶', '大熊猫文化', '黄果柑', '石材', '花椒', '生态康养'], n: 96, seed: 5118, src: ['雅安日报', '北纬网', '市政府办公室'] });
decoys.forEach((t, i) => news.splice(4 + i * 9, 0, mk(61000 + i, t, 16 + i * 30))); news.sort((x, y) => x.days - y.days);
const letters = S.letters({ city: C, areas, n: 40, late: 0, seed: 51, step: 2 });
const artUrl = (col, n) => `/art/${n.date.split('-').map(Number).join('/')}/art_${col}_${n.id}.html`;
const old = (m) => ago(440 + m.i * 3);
const faq = ms.slice(0, 40).map((m) => ({ m, id: 71000 + m.i, title: `${m.title}的问题`, date: old(m), paras: [m.text], src: m.office }));
const policy = ms.slice(0, 64).map((m) => ({ m, id: 72000 + m.i, title: `${C}${m.title}工作办事须知`, date: ago(30 + m.i * 9), paras: [m.text, `办理时请携带${m.mats.join('、')}。`], src: m.office }));
const visits = times(6, (i) => ({ id: 73000 + i, title: `${ago(20 + i * 92, 'Y年m月')}群众诉求办理回访情况通报`, date: ago(20 + i * 92), src: '市政府政务服务中心', paras: [`本期随机回访诉求人${180 + i * 7}人，接通${160 + i * 5}人，表示满意${151 + i * 4}人，满意率${(94.4 - i * 0.3).toFixed(1)}%。`, '对不满意的事项，已退回承办单位重新办理。'] }));
const offices = [...new Set(ms.map((m) => m.office))].slice(0, 12);
const duty = S.powers(C, 240);
const cols = { 1021: ['雅安要闻', news], 1030: ['办事须知', policy], 1042: ['常见问题', faq], 1047: ['回访通报', visits] };
const cross = ms.slice(0, 31);

const HEAD = `document.write('<div class="yatop"><a href="/"><b>雅安市人民政府</b></a> <a href="javascript:void(0)" onclick="aria.start()">无障碍浏览</a> <span class="ss"><input id="q" type="text" placeholder="请输入关键字"><a href="javascript:void(0)" onclick="tosearch()">搜索</a></span></div><div class="yanav">');
var cols=[['首页','/'],['新闻中心','/col/col1021/index.html'],['政务公开','/col/col1025/index.html'],['政务服务','http://${F}/'],['政民互动','/col/col1040/index.html'],['数据开放','http://${D}/oportal/index'],['智能问答','/api-gateway/jpaas-robot-web-server/index?robotId=5118a']];
for(var i=0;i<cols.length;i++)document.write('<a href="'+cols[i][1]+'">'+cols[i][0]+'</a>');document.write('</div>');
function tosearch(){var q=document.getElementById('q').value;window.open('/jsearchfront/search.do?websiteid=511800000000000&searchid=7&tpl=21&q='+encodeURIComponent(q));}`;
const FOOT = `document.write('<div class="yafoot"><a href="/col/col1090/index.html">网站声明</a> <a href="/col/col1091/index.html">网站地图</a> 主办：雅安市人民政府 网站标识码：5118000023</div>');`;
const JPAGE = `(function(){var s=document.getElementById('store');if(!s)return;var box=document.getElementById('jbox');var col=box.getAttribute('data-col');
function draw(t){var r=t.match(/<!\\[CDATA\\[[\\s\\S]*?\\]\\]>/g)||[];var h='';for(var i=0;i<r.length;i++)h+=r[i].slice(9,-3);box.innerHTML=h;}
draw(s.innerHTML);window.turn=function(p){var x=new XMLHttpRequest();x.open('GET','/module/web/jpage/dataproxy.jsp?columnid='+col+'&page='+p);x.onload=function(){draw(x.responseText)};x.send();};})();`;
const frame = (title, main, col = '') => `<!DOCTYPE html><html><head><meta charset="UTF-8"><title>${esc(title)}</title><meta name="SiteName" content="雅安市人民政府"><meta name="SiteDomain" content="${W}"><meta name="SiteIDCode" content="5118000023">${col ? `<meta name="ColumnName" content="${col}">` : ''}<style>body{margin:0;width:1200px;font-size:14px}.yatop{background:#0a5c8a;color:#fff;padding:16px}.yatop a{color:#fff}.yanav a{display:inline-block;width:150px;text-align:center}.col-main{padding:20px;width:1160px}.xcard{border:1px solid #cde;margin:8px 0;padding:10px}</style><script src="/script/aria/aria.js"></script></head><body><script src="/script/0/head.js"></script><div class="col-main">${main}</div><script src="/script/0/foot.js"></script></body></html>`;
const rec = (col, n) => `<record><![CDATA[<li><a target="_blank" href="${artUrl(col, n)}">${n.title}</a><b>${n.date}</b></li>]]></record>`;
const per = 15;
function column(id, [name, rows]) {
  const total = Math.ceil(rows.length / per);
  return frame(name, `<h2>${name}</h2><ul id="jbox" data-col="${id}"></ul><script type="text/xml" id="store"><datastore><totalrecord>${rows.length}</totalrecord><totalpage>${total}</totalpage><recordset>${rows.slice(0, per).map((n) => rec(id, n)).join('')}</recordset></datastore></script><div class="pgs">${times(total, (i) => `<a href="javascript:turn(${i + 1})">${i + 1}</a> `).join('')}</div><script src="/script/jpage.js"></script>`, name);
}
const docs = [...policy.map((n) => ({ kw: n.m.kw, title: n.title, text: n.paras.join(''), url: artUrl(1030, n), date: n.date })), ...faq.map((n) => ({ kw: n.m.kw, title: n.title, text: n.paras.join(''), url: artUrl(1042, n), date: n.date })), ...news.map((n) => ({ title: n.title, text: n.paras.join(''), url: artUrl(1021, n), date: n.date }))];
const byArt = new Map(); for (const [id, [, rows]] of Object.entries(cols)) for (const n of rows) byArt.set(artUrl(id, n), [id, n]);
const links = (rows) => `<ul>${rows.map(([t, u]) => `<li><a href="${u}">${t}</a></li>`).join('')}</ul>`;
function portal(ctx) {
  const p = ctx.path;
  if (p === '/script/0/head.js') return script(HEAD); if (p === '/script/0/foot.js') return script(FOOT); if (p === '/script/jpage.js') return script(JPAGE);
  if (p === '/' || p === '/index.html') return frame('雅安市人民政府', `<div class="hot">${news.slice(0, 30).map((n) => `<p><a href="${artUrl(1021, n)}">${n.title}</a> <i>${n.date}</i></p>`).join('')}</div><div class="quick">${links([['办事须知', '/col/col1030/index.html'], ['民声直通', '/col/col1040/index.html'], ['权力和责任清单', '/col/col1026/index.html'], ['基层政务公开标准化规范化', '/col/col1028/index.html'], ['川渝通办', `http://${F}/cyt`], ['电子证照', `http://${F}/dzzz`]])}</div>`);
  const c = /^\/col\/col(\d+)\/(?:index\.html)?$/.exec(p)?.[1];
  if (c && cols[c]) return column(c, cols[c]);
  if (c === '1025') return frame('政务公开', links([['权力和责任清单', '/col/col1026/index.html'], ['基层政务公开标准化规范化', '/col/col1028/index.html'], ['办事须知', '/col/col1030/index.html']]));
  if (c === '1026') return frame('权力和责任清单', `<h2>权力和责任清单</h2><p>按部门公布，共${duty.length}项，${ago(70)}调整。</p>${offices.map((o, i) => `<p><a href="/qlqd/dept${i}.html">${o}</a></p>`).join('')}<p><a href="/qlqd/dept${offices.length}.html">其他部门</a></p>`);
  if (c === '1028') return frame('基层政务公开标准化规范化', `<h2>基层政务公开标准化规范化</h2><p>26个试点领域</p>${S.FIELDS.map((f, i) => `<a href="/jczwgk/ly${i}.html">${f}</a> `).join('')}`);
  if (c === '1040') return frame('政民互动', links([['我要写信', '/jact/front/mailwrite.do?sysid=9'], ['民声直通（来信答复）', '/jact/front/mailpub.do?sysid=9'], ['12345热线', '/col/col1043/index.html'], ['网上调查与意见征集', '/col/col1044/index.html'], ['常见问题', '/col/col1042/index.html'], ['回访通报', '/col/col1047/index.html'], ['回应关切', '/col/col1049/index.html'], ['智能问答', '/api-gateway/jpaas-robot-web-server/index?robotId=5118a']]));
  if (c === '1043') return frame('12345热线', '<p>雅安市12345政务服务便民热线，拨打12345即可反映诉求，提供7×24小时服务。</p>');
  if (c === '1044') return frame('意见征集', `<p>《雅安市文明行为促进条例（草案）》征求意见，截止${ago(-15)}，意见可寄雅安市雨城区政府大楼法规科。</p>`);
  if (c === '1049') return frame('回应关切', '<h2>回应关切</h2><p class="none">暂无内容</p>');
  if (c === '1090') return frame('网站声明', '<p>本网站内容版权归雅安市人民政府办公室所有，转载须注明出处。链接到其他网站的内容由该网站负责。</p>');
  if (c === '1091') return frame('网站地图', links([...Object.entries(cols).map(([id, [t]]) => [t, `/col/col${id}/index.html`]), ['政务公开', '/col/col1025/index.html'], ['政民互动', '/col/col1040/index.html']]));
  const q = /^\/qlqd\/dept(\d+)\.html$/.exec(p); if (q && q[1] <= offices.length) { const rows = duty.filter((d) => (+q[1] < offices.length ? d[3] === offices[q[1]] : !offices.includes(d[3]))); return frame('权力和责任清单', `<h3>${offices[q[1]] ?? '其他部门'}（${rows.length}项）</h3><table border="1"><tr><td>序号</td><td>职权编码</td><td>职权名称</td><td>类型</td><td>实施依据</td></tr>${rows.map((d, i) => `<tr><td>${i + 1}</td><td>${d[0]}</td><td>${d[1]}</td><td>${d[2]}</td><td>${d[4]}</td></tr>`).join('')}</table>`); }
  const j = /^\/jczwgk\/ly(\d+)\.html$/.exec(p); if (j && S.FIELDS[j[1]]) return frame(S.FIELDS[j[1]], `<h3>${S.FIELDS[j[1]]}</h3><p>栏目建设中，敬请期待</p>`);
  if (p === '/module/web/jpage/dataproxy.jsp') { const col = cols[ctx.query.get('columnid')]; if (!col) return; const k = Number(ctx.query.get('page')) || 1; return reply(`<datastore><recordset>${col[1].slice((k - 1) * per, k * per).map((n) => rec(ctx.query.get('columnid'), n)).join('')}</recordset></datastore>`, { type: 'text/xml;charset=UTF-8' }); }
  const a = byArt.get(p); if (a) return frame(a[1].title, `<h1>${a[1].title}</h1><p>发布日期：${a[1].date} 来源：${a[1].src}</p><div id="zoom">${a[1].paras.map((x) => `<p>${x}</p>`).join('')}</div>`, cols[a[0]][0]);
  if (p === '/jact/front/mailpub.do') { const k = Number(ctx.query.get('page') ?? 1); return frame('民声直通', `<h2>民声直通</h2><p>承诺：自收信之日起10个工作日内答复</p>${letters.slice((k - 1) * 10, k * 10).map((l) => `<div class="xcard"><h4><a href="/jact/front/mailpubdetail.do?iid=${l.no}">${l.title}</a></h4><span>受理编号 ${l.no}</span><span>提交时间：${l.asked}</span><span>回复时间：${l.done}</span></div>`).join('')}${[1, 2, 3, 4].map((n) => `<a href="/jact/front/mailpub.do?sysid=9&amp;page=${n}">第${n}页</a> `).join('')}`); }
  if (p === '/jact/front/mailpubdetail.do') { const l = letters.find((x) => x.no === ctx.query.get('iid')); if (l) return frame(l.title, `<h3>${l.title}</h3><p>提交时间：${l.asked}</p><p>${l.ask}</p><p>${l.office} 回复时间：${l.done}</p><p>${l.answer}</p>`); }
  if (p === '/jact/front/mailwrite.do') return frame('我要写信', `<p>写信前请先登录。</p><p><a href="/jis/login?goto=mail">用户登录</a></p><p>自收信之日起10个工作日内答复。</p>`);
  if (p === '/jis/login') return frame('网站用户登录', '<form method="post" action="/jis/dologin">账号<input name="loginuser"> 密码<input type="password" name="loginpass"> <button>登录</button></form><p>本账号仅用于本网站写信。</p>');
  if (p === '/jsearchfront/search.do') return frame('搜索', `<input id="kw" value="${esc(ctx.query.get('q') ?? '')}"><button onclick="go()">搜索</button><p>筛选：全部 | 要闻 | 须知 　时间：不限 | 一年内</p><div id="num"></div><div id="res"></div><script>function go(){var x=new XMLHttpRequest();x.open('POST','/jsearchfront/interfaces/cateSearch.do');x.setRequestHeader('Content-Type','application/x-www-form-urlencoded');x.onload=function(){var d=JSON.parse(x.responseText);document.getElementById('num').innerHTML='找到约'+d.total+'条结果';document.getElementById('res').innerHTML=d.result.join('')||'没有找到相关内容';};x.send('websiteid=511800000000000&searchid=7&tpl=21&p=1&pg=10&q='+encodeURIComponent(document.getElementById('kw').value));}if(document.getElementById('kw').value)go();</script>`);
  if (p === '/jsearchfront/interfaces/cateSearch.do' && ctx.method === 'POST') { const f = posted(ctx); const hits = S.find(docs, f.q); const k = Number(f.p) || 1; return json({ total: hits.length, result: hits.slice((k - 1) * 10, k * 10).map((h) => `<div class="jcse-result-box"><div class="jcse-news-title"><a href="http://${W}${h.url}" target="_blank">${h.title}</a></div><div class="jcse-news-abs-content">${(h.text ?? '').slice(0, 80)}</div><div class="jcse-news-url">${W}</div><div class="jcse-news-date">${h.date}</div></div>`) }); }
  if (p === '/api-gateway/jpaas-robot-web-server/index') return reply(`<!DOCTYPE html><html><head><meta charset="utf-8"><title>智能问答-雅小政</title></head><body><h3>雅小政为您服务</h3><div id="talk"><p>您好，我是雅小政，请输入您的问题。</p></div><input id="ask" placeholder="请输入问题"><button id="send">发送</button><script>document.getElementById('send').onclick=function(){var q=document.getElementById('ask').value;fetch('/api-gateway/jpaas-robot-web-server/robot/ask',{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify({robotId:'5118a',question:q})}).then(function(r){return r.json()}).then(function(d){var t=document.getElementById('talk');t.innerHTML+='<p class="me"></p><div class="bot">'+d.data.answer+'</div>';t.querySelector('.me:last-of-type').textContent=q;});};</script></body></html>`);
  if (p === '/api-gateway/jpaas-robot-web-server/robot/ask' && ctx.method === 'POST') { let q = ''; try { q = JSON.parse(ctx.body.toString()).question; } catch { /* empty */ } const hit = match(S.rowsOf(ms), q)[0]; return json({ success: true, data: { answer: hit ? `关于“${hit[1]}”：${hit[2]}` : '小政还在学习，请换个说法，或者拨打12345咨询。' } }); }
}
// ---- service platform: a frame page and JSON
const sv = (t, b) => `<!doctype html><meta charset="utf-8"><title>${t}</title><body style="min-width:1100px"><header><a href="/">雅安市一体化政务服务平台</a> | <a href="/guides.html">办事指南</a> | <a href="/cyt">川渝通办</a> | <a href="/dzzz">电子证照</a> | <a href="/query.html">办件查询</a> | <a href="/qd">渠道</a> | <a href="/login">个人中心</a> | <a href="/login?type=ent">企业中心</a></header><section>${b}</section>`;
const L = { name: '事项名称', basis: '办理依据', cond: '办理条件', mats: '所需材料', place: '办事地点', hours: '办公时间', tel: '联系电话', flow: '办事流程', limit: '承诺时限', fee: '是否收费' };
function service(ctx) {
  const p = ctx.path;
  if (p === '/') return sv('雅安市一体化政务服务平台', '<h1>欢迎使用</h1><p>个人办事、法人办事请从上方进入。</p>');
  if (p === '/guides.html') return sv('办事指南', `<div id="l">加载中…</div><script>fetch('/api/items?size=100').then(r=>r.json()).then(d=>{document.getElementById('l').innerHTML=d.rows.map(x=>'<p><a href="'+x.href+'">'+x.name+'</a></p>').join('')})</script>`);
  if (p === '/api/items') return json({ total: ms.length, rows: ms.map((m) => ({ name: m.title, dept: m.office, href: `/item/${m.i}.html` })) });
  const g = /^\/item\/(\d+)\.html$/.exec(p); if (g && ms[g[1]]) return sv(`${ms[g[1]].title}`, `<h1>${ms[g[1]].title} 办事指南</h1>${S.guide(ms[g[1]], C, L).map(([a, b]) => `<div class="row"><b>${a}</b><span>${b}</span></div>`).join('')}`);
  if (p === '/cyt') return sv('川渝通办', `<h2>川渝通办专区</h2><div id="n"></div><ol id="c"></ol><script>fetch('/api/cyt').then(r=>r.json()).then(d=>{document.getElementById('n').textContent='可办事项'+d.total+'项';document.getElementById('c').innerHTML=d.rows.map(x=>'<li><a href="'+x.href+'">'+x.name+'</a></li>').join('')})</script>`);
  if (p === '/api/cyt') return json({ total: cross.length, rows: cross.map((m) => ({ name: m.title, href: `/item/${m.i}.html` })) });
  if (p === '/dzzz') return sv('电子证照', '<h2>电子证照服务</h2><p>全市已归集电子证照86类，可在办事时调用，川渝两地互认34类。</p><form action="/dzzz"><input name="zzbh" placeholder="证照编号"><input name="czr" placeholder="持证主体"><button>核验</button></form>');
  if (p === '/query.html') return sv('办件查询', '<form action="/query.html"><input name="bjbh" placeholder="办件编号"><button>查询</button></form><p>好差评：<select><option>非常满意</option><option>满意</option><option>不满意</option></select><input name="code" placeholder="办件编号"><button>评价</button></p>');
  if (p === '/qd') return sv('服务渠道', '<p>“雅安通”APP、微信小程序“雅安政务”、政务大厅自助终端均可办理。</p>');
  if (p === '/login') return sv('用户登录', '<p>请使用省政务服务账号登录</p><form method="post"><input name="acc"><input type="password" name="pw"><button>登录</button></form>');
}
// ---- data platform
const sets = times(214, (i) => { const m = ms[i % ms.length]; return { id: (0xa5118000 + i * 977).toString(16).padEnd(32, '0'), name: `${m.title}${['办理信息', '统计数据', '网点信息', '年度汇总'][Math.floor(i / ms.length)]}`, office: m.office, day: ago(6 + i) }; });
const apis = sets.slice(0, 37); const apps = ['雅安停车地图', '藏茶溯源查询', '公厕导航', '雅安公交实时查', '熊猫路线推荐', '空气质量小助手'];
const RULES = pdf(['雅安市公共数据开放管理细则', '第一章 总则', '第一条 为推动公共数据开放，制定本细则。', '第二章 开放要求', '第六条 数据提供单位应当按目录开放数据。', '第三章 数据安全管理', '第十二条 建立数据安全责任制，分级分类保护。', '第十三条 发生数据安全事件应当立即处置并报告。', '第四章 附则', '第二十条 本细则自发布之日起施行。']);
const od = (t, b) => `<html><head><meta charset="utf-8"><title>${t}</title></head><body><ul class="mainnav"><li><a href="/oportal/index">首页</a></li><li><a href="/oportal/catalog/index">数据目录</a></li><li><a href="/oportal/api/index">服务接口</a></li><li><a href="/oportal/app/index">应用展示</a></li><li><a href="/oportal/policy">政策法规</a></li><li><a href="/oportal/register">注册</a></li></ul>${b}</body></html>`;
function data(ctx) {
  const p = ctx.path;
  if (p === '/') return go('/oportal/index');
  if (p === '/oportal/index') return od('雅安市公共数据开放平台', `<div class="count">已开放：<em>${sets.length}</em>个数据集，<em>${new Set(sets.map((s) => s.office)).size}</em>个部门，<em>${apis.length}</em>个API，<em>${apps.length}</em>个应用</div>`);
  if (p === '/oportal/catalog/index') { const q = ctx.query.get('Q') ?? ''; const rows = sets.filter((s) => s.name.includes(q)); const k = Number(ctx.query.get('page') ?? 1); const tp = Math.max(1, Math.ceil(rows.length / 20)); return od('数据目录', `<form action="/oportal/catalog/index"><input name="Q" value="${esc(q)}" placeholder="请输入目录名称"><button>检索</button></form><p>共找到<em>${rows.length}</em>个数据集</p><div class="bottom-content"><ul>${rows.slice((k - 1) * 20, k * 20).map((s) => `<li><div class="cata-title"><a href="/oportal/catalog/${s.id}">${s.name}</a></div><div class="file-type"><li>XLSX</li><li>CSV</li><li>接口</li></div><span>${s.office} 更新时间：${s.day}</span></li>`).join('')}</ul></div>${times(tp, (i) => `<a href="/oportal/catalog/index?Q=${encodeURIComponent(q)}&amp;page=${i + 1}">${i + 1}</a> `).join('')}`); }
  const s = /^\/oportal\/catalog\/([0-9a-f]{32})$/.exec(p)?.[1]; const hit = sets.find((x) => x.id === s);
  if (hit) return od(hit.name, `<h2>${hit.name}</h2><p>提供单位：${hit.office}　更新日期：${hit.day}　更新频率：每月</p><a href="/oportal/download/${hit.id}.csv">下载CSV</a>`);
  if (/^\/oportal\/download\/[0-9a-f]{32}\.csv$/.test(p)) return reply('id,name,value\n1,a,10\n2,b,12\n', { type: 'text/csv; charset=utf-8', headers: { 'Content-Disposition': 'attachment' } });
  if (p === '/oportal/api/index') return od('服务接口', `<p>数据接口共<em>${apis.length}</em>个</p><ul>${apis.map((x) => `<li>${x.name}查询接口</li>`).join('')}</ul>`);
  if (p === '/oportal/app/index') return od('应用展示', `<p>应用成果共<em>${apps.length}</em>个</p><ul>${apps.map((x) => `<li>${x}</li>`).join('')}</ul>`);
  if (p === '/oportal/policy') return od('政策法规', `<a href="/oportal/file/rules.pdf">雅安市公共数据开放管理细则.pdf</a> ${ago(300)}`);
  if (p === '/oportal/file/rules.pdf') return reply(RULES, { type: 'application/pdf' });
  if (p === '/oportal/register') return od('用户注册', '<form method="post"><input name="user" placeholder="用户名"><input type="password" name="p1"><label><input type="checkbox">我已阅读<a href="/oportal/privacy">《隐私政策》</a></label><button>注册</button></form>');
  if (p === '/oportal/privacy') { const parts = S.PRIVACY('雅安市公共数据开放平台'); return od('隐私政策', `<h2>隐私政策</h2>${[parts[0], parts[2]].map(([h, t]) => `<h4>${h}</h4><p>${t}</p>`).join('')}`); }
}
const seedPages = (url, r) => [...r.text.matchAll(/<totalpage>(\d+)/g)].flatMap((m) => times(Number(m[1]), (i) => `http://${W}/module/web/jpage/dataproxy.jsp?columnid=${/data-col="(\d+)"/.exec(r.text)[1]}&page=${i + 1}`)).concat([...r.text.matchAll(/fetch\('(\/api\/[a-z]+)[^']*'\)/g)].map((m) => new URL(m[1], url).href));
export default {
  code: '511800', name: C, pinyin: 'yaan', province: '四川省', region: '西部', portal: `http://${W}/`, service: `http://${F}/`, open_data: `http://${D}/`,
  hosts: { [W]: { handle: portal, etag: true }, [F]: { handle: service, gzip: true }, [D]: { handle: data } },
  truth: [
    ['service-lists', 'present', 'working', { count: duty.length }, 'one list by office, 240 entries by its own count'],
    ['disclosure-catalog', 'present', 'reachable', null, '26 fields named, every one under construction'],
    ['service-guide', 'present', 'working', null, 'guides by JSON; complaint and result are not among their parts'],
    ['one-entry', 'present', ['reachable', 'linked'], null, 'separate accounts; page names app and mini-program'],
    ['cross-region', 'present', 'working', { count: 31 }, 'zone reads 31 items by JSON'],
    ['e-certificate', 'present', 'working', { count: 86 }, 'states 86 kinds, 34 recognised'],
    ['appeal-channels', 'present', 'working', null, 'hotline, polls, letters'],
    ['appeal-form', 'present', 'reachable', null, 'log-in before the form'],
    ['one-thing', 'absent', null, null, 'two headlines only'],
    ['case-tracking', 'present', 'working', null, 'number field and grades'],
    ['reply-timeliness', 'present', null, { share: 1 }, '40 letters, all within a week'],
    ['follow-up', 'present', 'working', null, 'six dated reports with figures'],
    ['knowledge-base', 'present', 'reachable', null, 'newest answer is 14 months old'],
    ['proactive-response', ['present', 'absent'], 'reachable', null, 'column opens and is empty'],
    ['smart-search', 'present', 'working', null, 'POST and JSON'],
    ['smart-qa', 'present', 'working', null, 'chat page with JSON'],
    ['accessibility', 'present', 'linked', null, 'button whose script is missing; page of fixed width'],
    ['personal-space', 'present', 'reachable', null, 'both lead to the log-in'],
    ['open-data-platform', 'present', 'working', null, '214 sets'],
    ['data-catalog', 'present', 'working', { count: 214 }, 'own count'],
    ['api-count', 'present', null, { count: 37 }, 'own count'],
    ['app-count', 'present', null, { count: 6 }, 'own count'],
    ['data-security-policy', 'present', 'working', null, 'PDF with chapter three'],
    ['privacy-policy', 'present', 'reachable', null, 'at registration of the data platform, two parts'],
  ],
  check: { tally: { 'service-lists': [/qlqd\/dept/, /<tr><td>\d/g], 'cross-region': [/api\/cyt$/, /"name"/g], 'data-catalog': [/catalog\/[0-9a-f]{32}$/], 'api-count': [/api\/index$/, /查询接口/g], 'app-count': [/app\/index$/, /<li>(?!<)/g] }, decoys, dead: [/aria\/aria\.js$/], expand: seedPages,
    proof: { 'service-lists': [`http://${W}/col/col1026/index.html`, /共240项/], 'disclosure-catalog': [`http://${W}/jczwgk/ly3.html`, /建设中/], 'service-guide': [`http://${F}/item/9.html`, /承诺时限/], 'one-entry': [`http://${F}/qd`, /APP/], 'cross-region': [`http://${F}/api/cyt`, /"total":31/], 'e-certificate': [`http://${F}/dzzz`, /86类/], 'appeal-channels': [`http://${W}/col/col1043/index.html`, /12345/], 'appeal-form': [`http://${W}/jis/login?goto=mail`, /password/], 'case-tracking': [`http://${F}/query.html`, /办件编号/], 'reply-timeliness': [`http://${W}/jact/front/mailpub.do?sysid=9`, /回复时间/], 'follow-up': [`http://${W}${artUrl(1047, visits[0])}`, /满意率/], 'knowledge-base': [`http://${W}/col/col1042/index.html`, /art_1042/], 'proactive-response': [`http://${W}/col/col1049/index.html`, /暂无/], 'smart-search': [`http://${W}/script/0/head.js`, /jsearchfront/], 'smart-qa': [`http://${W}/api-gateway/jpaas-robot-web-server/index?robotId=5118a`, /雅小政/], accessibility: [`http://${W}/script/0/head.js`, /无障碍/], 'personal-space': [`http://${F}/login`, /登录/], 'open-data-platform': [`http://${D}/oportal/index`, /214/], 'data-catalog': [`http://${D}/oportal/catalog/index`, /214/], 'api-count': [`http://${D}/oportal/api/index`, />37</], 'app-count': [`http://${D}/oportal/app/index`, />6</], 'data-security-policy': [`http://${D}/oportal/file/rules.pdf`, /PDF/], 'privacy-policy': [`http://${D}/oportal/privacy`, /隐私政策/] },
    letters: { pages: /mailpubdetail/, asked: /提交时间：(\S+?)</, done: /回复时间：(\S+?)</, share: 1 },
    search: (q) => [`http://${W}/jsearchfront/interfaces/cateSearch.do`, 'POST', `q=${encodeURIComponent(q)}&p=1`], robot: (q) => [`http://${W}/api-gateway/jpaas-robot-web-server/robot/ask`, 'POST', JSON.stringify({ question: q })],
    counts: [(g, f, seen) => { const n = new Set([...seen.keys()].filter((u) => /\/catalog\/[0-9a-f]{32}$/.test(u))).size; return n === 214 ? '' : `sets ${n}`; }, (g, f, seen) => { const n = [...seen].filter(([u]) => /qlqd\/dept/.test(u)).reduce((a, [, r]) => a + r.text.split('<tr>').length - 2, 0); return n === 240 ? '' : `duties ${n}`; }] },
};

// 延边朝鲜族自治州: TRS WCM pages, header written by a script, list pages split by createPageHTML, letters in an iframe of an old JSP system, WAS5 search, Korean version; services only on the province's site.
import { ago, esc, reply, json, script, match, posted, times } from '../lib.mjs';
import * as P from '../pool.mjs';

const g = { c: '延边州', short: '延边州', areas: ['延吉市', '图们市', '敦化市', '珲春市', '龙井市', '和龙市', '汪清县', '安图县'], seed: 224, base: 310000, paper: '延边日报', code: '222400' };
const W = 'www.yb222400.gov.cn'; const H = 'hd.yb222400.gov.cn'; const S = 'zwfw.jl22.gov.cn';
const news = P.news(g, 55, [
  ['珲春市推行“出生一件事”联办', ['珲春市把出生医学证明、户口登记等合并办理，群众少跑腿。', '州政数局表示将适时总结推广。'], 5],
  ['我州组织参加全省“高效办成一件事”工作视频会', ['会议要求各地尽快建设专区。', '州级分会场设在州政务大厅。'], 15],
  ['延吉市电子证照应用走进社区', ['延吉市居民可在社区出示电子证照办理业务。'], 21],
  ['省政府门户网站智能问答系统正式上线', ['据省政府办公厅消息，省级门户网站智能问答机器人上线运行。'], 26],
  ['我州召开政务数据安全培训会', ['培训会讲解了数据安全法律法规。', '全州各部门信息化负责人参加。'], 33],
  ['长春市公共数据开放平台开放目录突破千条', ['兄弟地区动态：长春市公共数据开放平台面向社会开放。'], 40],
]);
const split = { 'xw/ybyw': ['延边要闻', news.slice(0, 36)], 'xw/xsdt': ['县市动态', news.slice(36)], 'zwgk/zcwj': ['州政府文件', P.policies(g, '延州政办发').map((p, i) => ({ ...p, id: 320100 + i }))], 'hdjl/hygq': ['回应关切', times(9, (i) => ({ id: 330000 + i, title: ['关于网民反映延吉机场路段拥堵问题的回应', '关于供热温度不达标有关情况的说明', '关于群众关心的朝鲜族中小学招生政策的回应', '关于边境旅游团队通关时间的说明', '关于降雪天气公交停运情况的回应', '关于自来水短时浑浊的情况说明', '关于网传“房屋补贴”消息的澄清', '关于医保系统短时故障的说明', '关于人参市场计量问题的回应'][i], days: 9 + i * 24, date: ago(9 + i * 24), src: '州政府新闻办', body: ['针对网民关心的问题，州政府有关部门第一时间核查并作出回应。', '感谢广大网民的关心和监督。'] }))], 'hdjl/cjwt': ['常见问题', P.faq('延边州').slice(0, 14).map((f, i) => ({ id: 331000 + i, title: f[1], days: 1180 + i * 3, date: ago(1180 + i * 3), src: '州政务大厅', body: [f[2]] }))] };
const depts = P.DEPTS.slice(0, 12); const pw = P.powers('延边州', depts, 5);
split['zwgk/qzqd'] = ['权责清单', depts.map((d, i) => ({ id: 340000 + i, title: `延边州${d}权责清单`, days: 210 + i, date: ago(210 + i), src: '州委编办', table: pw.filter((r) => r.dept === '延边州' + d), body: [] }))];
const fld = P.FIELDS.slice(11, 19); const docUrl = (k, r) => `/${k}/${ago(r.days, 'YM')}/t${ago(r.days, 'YMD')}_${r.id}.html`;
const docs = new Map(); for (const [k, [n, rows]] of Object.entries(split)) for (const r of rows) docs.set(docUrl(k, r), [k, n, r]);
const let_ = P.letters(g, 12, [2, 5, 9]); const gd = P.guides({ ...g, base: 410000 }, 8); const cross = P.CROSS.slice(0, 12);

const page = (t, b, col = '') => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>${t}</title><meta content="延边朝鲜族自治州人民政府" name="SiteName" /><meta content="2224000001" name="SiteIDCode" />${col}<style>body{margin:0;font-size:14px}#wrap{width:1200px;margin:0 auto}.l li{width:1180px;line-height:32px}</style></head><body><script src="/images/ybtop2022.js"></script><div id="wrap">${b}</div><script src="/images/ybfoot2022.js"></script></body></html>`;
const head = `document.write('<div style="width:1200px;margin:0 auto"><a href="/"><img src="/images/logo.jpg" width="700" height="120" alt="延边朝鲜族自治州人民政府 연변조선족자치주인민정부"></a>');
document.write('<a href="http://www.jl22.gov.cn/">吉林省人民政府</a> <a href="/korean/index.html">조선문</a> <a href="/zw/wzdt/index.html">网站地图</a>');
document.write('<form action="/was5/web/search" method="get" target="_blank"><input type="hidden" name="channelid" value="224017"><input type="text" name="searchword" size="24"><input type="image" src="/images/so.jpg" alt="搜索"></form>');
document.write('<table width="1200" bgcolor="#c00"><tr><td><a href="/">首页</a></td><td><a href="/xw/ybyw/index.html">延边要闻</a></td><td><a href="/zwgk/index.html">政务公开</a></td><td><a href="/zwfw/index.html">办事服务</a></td><td><a href="/hdjl/index.html">互动交流</a></td><td><a href="/zjyb/index.html">走进延边</a></td></tr></table></div>');`;
const foot = `document.write('<div align="center">主办：延边朝鲜族自治州人民政府　承办：延边州政务服务和数字化建设管理局<br><a href="/zw/wzsm/index.html">网站声明</a>　<a href="/zw/lxwm/index.html">联系我们</a>　网站标识码：2224000001<br>客服QQ：<a href="tencent://message/?uin=00000">在线咨询</a></div>');`;
const PER = 18;
const list = (k, n) => { const [name, rows] = split[k]; const total = Math.ceil(rows.length / PER); return page(`${name}_延边朝鲜族自治州人民政府`, `<div class="wz">您的位置：首页 &gt; ${name}</div><ul class="l">${rows.slice(n * PER, n * PER + PER).map((r) => `<li><a href="${docUrl(k, r)}" target="_blank">${r.title}</a>　${r.date}</li>`).join('')}</ul><div id="pg"></div><script>function createPageHTML(c,i,n,e){var h='';for(var k=0;k<c;k++){h+='<a href="'+(k==0?n+'.'+e:n+'_'+k+'.'+e)+'">'+(k+1)+'</a> '}document.getElementById('pg').innerHTML='共'+c+'页 '+h}createPageHTML(${total}, ${n}, "index", "html");</script>`, `<meta name="ColumnName" content="${name}" />`); };
const corpus = [...P.faq('延边州').slice(0, 14).map((f, i) => [f[0], f[1], f[2], docUrl('hdjl/cjwt', split['hdjl/cjwt'][1][i]), split['hdjl/cjwt'][1][i].date]), ...split['zwgk/zcwj'][1].map((p) => [['养老', '公租房', '就业 创业', '低保', '公积金', '入学 招生', '人才', '规划 十四五', '政府工作报告', '医保 医疗', '垃圾', '残疾', '应急', '营商环境'].filter((k) => k.split(' ').some((w) => p.title.includes(w))).join(' ') || '延边', p.title, p.body.join(''), docUrl('zwgk/zcwj', p), p.date]), ...P.faq('延边州').slice(14).map((f, i) => [f[0], `【办事】${f[1]}`, f[2], `/zwfw/bmzn/t${20220000 + i}.html`, ago(700 + i)]), ...news.filter((r) => !r.decoy).map((r) => ['', r.title, r.body[0], docUrl(split['xw/ybyw'][1].includes(r) ? 'xw/ybyw' : 'xw/xsdt', r), r.date])];
const tips = P.faq('延边州').slice(14);

function portal(ctx) {
  const p = ctx.path === '/' ? '/index.html' : ctx.path;
  if (p === '/images/ybtop2022.js') return script(head);
  if (p === '/images/ybfoot2022.js') return script(foot);
  if (p.startsWith('/images/')) return reply('', { type: 'image/jpeg' });
  if (p === '/index.html') return page('延边朝鲜族自治州人民政府', `<h3><a href="/xw/ybyw/index.html">延边要闻</a></h3><ul class="l">${split['xw/ybyw'][1].slice(0, 30).map((r) => `<li><a href=".${docUrl('xw/ybyw', r)}">${r.title}</a></li>`).join('')}</ul><h3><a href="/xw/xsdt/index.html">县市动态</a></h3><ul class="l">${split['xw/xsdt'][1].slice(0, 14).map((r) => `<li><a href=".${docUrl('xw/xsdt', r)}">${r.title}</a></li>`).join('')}</ul><h3>服务</h3><a href="/zwfw/index.html"><img src="/images/bsfw.jpg" alt=""></a><a href="/hdjl/index.html"><img src="/images/zzxx.jpg" alt="州长信箱"></a><a href="/zwgk/jczw/index.html"><img src="/images/jczwgk.jpg" alt="基层政务公开标准化规范化"></a>`);
  if (p === '/zwgk/index.html') return page('政务公开', '<ul><li><a href="/zwgk/zcwj/index.html">州政府文件</a></li><li><a href="/zwgk/qzqd/index.html">权责清单</a></li><li><a href="/zwgk/jczw/index.html">基层政务公开标准化规范化</a></li><li><a href="/zwgk/sjgl/index.html">政务数据</a></li><li><a href="/zwgk/ghjh/index.html">规划计划</a></li></ul>');
  if (p === '/zwgk/sjgl/index.html') return page('政务数据', `<h1>延边州政务数据资源共享管理办法</h1><p>${ago(900)}</p>${P.dataRules('延边州', false).map((x) => `<p>${x}</p>`).join('')}`);
  if (p === '/zwgk/jczw/index.html') return page('基层政务公开标准化规范化专栏', `<p>试点领域标准目录</p>${fld.map((f, i) => `<a href="./ml${i}.html">${f}</a> `).join('')}`);
  let m = p.match(/^\/zwgk\/jczw\/ml(\d)\.html$/); if (m && fld[m[1]]) return page(`${fld[m[1]]}领域基层政务公开标准目录`, `<table border="1"><tr><td>序号</td><td>公开事项</td><td>公开内容</td><td>公开依据</td><td>公开时限</td><td>公开主体</td><td>公开渠道</td></tr>${P.fieldRows(fld[m[1]], '延边州相关部门', 5).map((r, i) => `<tr><td>${i + 1}</td><td>${r.a}</td><td>${r.b}</td><td>${r.basis}</td><td>${r.t}</td><td>${r.who}</td><td>${r.how}</td></tr>`).join('')}</table>`);
  if (p === '/zwfw/index.html') return page('办事服务', `<p>延边州行政许可和公共服务事项统一在吉林省网上办事大厅办理。</p><a href="http://${S}/jlszwfw/index?areacode=222400">吉林省政务服务网（延边州）</a><br><a href="http://${S}/jlszwfw/kstb?areacode=222400">跨省通办（东北三省一区）</a><br><a href="/zwfw/app.html">“吉事办”移动端</a><h3>便民指南</h3>${tips.map((f, i) => `<li><a href="/zwfw/bmzn/t${20220000 + i}.html">${f[1]}</a></li>`).join('')}`);
  m = p.match(/^\/zwfw\/bmzn\/t(\d+)\.html$/); if (m && tips[m[1] - 20220000]) { const f = tips[m[1] - 20220000]; return page(f[1], `<h1>${f[1]}</h1><p>${ago(700 + Number(m[1]) - 20220000)}</p><p>${f[2]}</p>`); }
  if (p === '/zwfw/app.html') return page('吉事办', '<p>扫描二维码下载“吉事办”APP，或在微信中搜索“吉事办”小程序。</p><img src="/images/jsb.png" alt="">');
  if (p === '/hdjl/index.html') return page('互动交流', `<a href="/hdjl/zzxx.html">州长信箱</a> <a href="/hdjl/hygq/index.html">回应关切</a> <a href="/hdjl/cjwt/index.html">常见问题</a> <a href="/hdjl/12345.html">12345热线</a> <a href="/hdjl/xf.html">网上信访</a>`);
  if (p === '/hdjl/zzxx.html') return page('州长信箱', `<iframe src="http://${H}/mail/list.jsp?site=yb" width="1180" height="900" frameborder="0"></iframe>`);
  if (p === '/hdjl/12345.html') return page('12345热线', '<p>延边州12345政务服务便民热线24小时受理群众诉求，电话：12345。</p>');
  if (p === '/hdjl/xf.html') return page('网上信访', '<p>延边州信访局接待地址：州信访局来访接待室，邮编000000，电话0000-0000000。</p>');
  if (p === '/zjyb/index.html') return page('走进延边', '<p>延边朝鲜族自治州位于吉林省东部，与朝鲜、俄罗斯接壤。</p>');
  if (p === '/zw/wzsm/index.html') return page('网站声明', '<p>本网站刊载的信息，版权归延边州人民政府所有，转载请注明出处。本网站不对因使用本网站信息产生的损失承担责任。</p>');
  if (p === '/zw/lxwm/index.html') return page('联系我们', '<p>地址：延吉市。邮编：000000。</p>');
  if (p === '/zw/wzdt/index.html') return page('网站地图', Object.entries(split).map(([k, [n]]) => `<a href="/${k}/index.html">${n}</a> `).join('') + '<a href="/zwfw/index.html">办事服务</a> <a href="/zwgk/jczw/index.html">基层政务公开</a> <a href="/zwgk/sjgl/index.html">政务数据</a> <a href="/hdjl/zzxx.html">州长信箱</a> <a href="/hdjl/12345.html">12345热线</a> <a href="/hdjl/xf.html">网上信访</a>');
  if (p === '/korean/index.html') return `<html lang="ko"><head><meta charset="utf-8"><title>연변조선족자치주인민정부</title></head><body><h1>연변조선족자치주인민정부</h1><ul>${['연변주 인민정부 상무회의 개최', '연길시 민생공사 추진', '훈춘시 통상구 물동량 증가', '돈화시 관광객 맞이 분주', '화룡시 향촌진흥 성과'].map((t, i) => `<li><a href="/korean/n${i}.html">${t}</a> ${ago(3 + i * 2)}</li>`).join('')}</ul></body></html>`;
  m = p.match(/^\/korean\/n(\d)\.html$/); if (m) return '<html lang="ko"><head><meta charset="utf-8"><title>소식</title></head><body><p>연변주에서 관련 사업을 적극 추진하고 있다.</p></body></html>';
  m = p.match(/^\/(.+)\/index(?:_(\d+))?\.html$/); if (m && split[m[1]] && Number(m[2] ?? 0) * PER < split[m[1]][1].length) return list(m[1], Number(m[2] ?? 0));
  if (docs.has(p)) { const [, n, r] = docs.get(p); return page(`${r.title}_${n}`, `<div class="wz">首页 &gt; ${n}</div><h1>${r.title}</h1><p>来源：${r.src ?? '州政府办公室'}　时间：${r.date}</p><div class="TRS_Editor">${r.body.map((x) => `<p>${x}</p>`).join('')}${r.table ? `<table border="1"><tr><td>序号</td><td>权力类型</td><td>权力名称</td><td>设定依据</td><td>责任事项</td><td>责任主体</td></tr>${r.table.map((x, i) => `<tr class="qz"><td>${i + 1}</td><td>${x.kind}</td><td>${x.name}</td><td>${x.basis}</td><td>${x.duty}</td><td>${x.dept}</td></tr>`).join('')}</table>` : ''}</div>`, `<meta name="ArticleTitle" content="${r.title}" /><meta name="PubDate" content="${r.date}" />`); }
  if (p === '/was5/web/search') { const q = ctx.query.get('searchword') ?? ''; const rows = match(corpus, q); return page('检索结果', `<p>共找到 <font color="red">${rows.length}</font> 条关于“${esc(q)}”的结果</p>${rows.slice(0, 10).map((r) => `<div class="r"><a href="${r[3]}" target="_blank">${r[1]}</a><br>${r[2].slice(0, 80)}<br>http://${W}${r[3]} ${r[4]}</div>`).join('')}`); }
  return null;
}
const jsp = (t, b) => `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${t}</title></head><body bgcolor="#ffffff"><table width="1160"><tr><td><a href="list.jsp?site=yb">来信选登</a> | <a href="write.jsp?site=yb">我要写信</a> | <a href="query.jsp?site=yb">信件查询</a></td></tr></table>${b}</body></html>`;
function hd(ctx) {
  const p = ctx.path;
  if (p === '/mail/list.jsp') { const n = Number(ctx.query.get('p') ?? 1); return jsp('州长信箱', `<table width="1160" border="1"><tr><td>编号</td><td>标题</td><td>来信日期</td><td>状态</td></tr>${let_.slice((n - 1) * 6, n * 6).map((l) => `<tr><td>${l.no}</td><td><a href="view.jsp?id=${l.id}">${l.title}</a></td><td>${ago(l.sent)}</td><td>已回复</td></tr>`).join('')}</table><a href="list.jsp?site=yb&p=1">1</a> <a href="list.jsp?site=yb&p=2">2</a>`); }
  if (p === '/mail/view.jsp') { const l = let_.find((x) => x.id === Number(ctx.query.get('id'))); return l && jsp(l.title, `<table width="1160" border="1"><tr><td>标题</td><td>${l.title}</td></tr><tr><td>来信日期</td><td>${ago(l.sent)}</td></tr><tr><td>内容</td><td>${l.q}</td></tr><tr><td>回复单位</td><td>${l.unit}</td></tr><tr><td>回复日期</td><td>${ago(l.replied)}</td></tr><tr><td>回复内容</td><td>${l.a}</td></tr></table>`); }
  if (p === '/mail/write.jsp') return jsp('我要写信', '<p>写信须知：来信一般在15个工作日内予以回复。请牢记系统返回的信件编号和查询码。</p><form action="save.jsp" method="post">姓名<input name="xm"> 电话<input name="dh"><br>标题<input name="bt" size="60"><br>内容<textarea name="nr" rows="10" cols="80" maxlength="2000"></textarea><br><input type="submit" value="提交"></form>');
  if (p === '/mail/query.jsp') return jsp('信件查询', '<form action="q.jsp">信件编号<input name="bh"> 查询码<input name="cxm"><input type="submit" value="查询"></form>');
  if (p === '/mail/save.jsp') return jsp('ok', '提交成功'); if (p === '/mail/q.jsp') return jsp('查询', '没有查到该信件');
  return null;
}
const area = { 222400: '延边州', 220000: '吉林省', 220100: '长春市' };
function svc(ctx) {
  const a = ctx.query.get('areacode') ?? '220000'; const nm = area[a] ?? '吉林省'; const yb = a === '222400'; const u = (x, more = '') => `/jlszwfw/${x}?areacode=${a}${more}`;
  const lay = (t, b) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${t}-吉林省政务服务网</title></head><body><div><b>吉林省政务服务网</b> 当前区划：${nm} <a href="/jlszwfw/index?areacode=220000">省本级</a> <a href="/jlszwfw/index?areacode=222400">延边州</a> | <a href="${u('index')}">首页</a> <a href="${u('list')}">办事指南</a> <a href="${u('jdcx')}">办件查询</a> <a href="${u('kstb')}">跨省通办</a> <a href="${u('user')}">个人中心</a> <a href="${u('login')}">登录</a></div>${b}<div>主办：吉林省人民政府</div></body></html>`;
  const p = ctx.path;
  if (p === '/' || p === '/jlszwfw/index') return lay(nm, `<h1>${nm}政务服务</h1><a href="${u('list')}">按部门办事</a>`);
  if (p === '/jlszwfw/list') return lay('办事指南', yb ? `<ul>${gd.map((x) => `<li><a href="${u('item', '&id=' + x.id)}">${x.name}</a> ${x.dept}</li>`).join('')}</ul>` : `<ul><li>${nm}本级事项请联系省政务大厅。</li></ul>`);
  if (p === '/jlszwfw/item') { const x = gd.find((y) => y.id === Number(ctx.query.get('id'))); return x && lay(x.name, `<h2>${x.name}</h2><dl><dt>实施主体</dt><dd>${x.dept}</dd><dt>设定依据</dt><dd>${x.basis}</dd><dt>受理条件</dt><dd>${x.cond}</dd><dt>申请材料</dt><dd>${x.mats.join('、')}</dd><dt>办理流程</dt><dd>${x.flow.join('→')}</dd><dt>办结时限</dt><dd>${x.promise}</dd><dt>收费标准</dt><dd>${x.fee}</dd></dl>`); }
  if (p === '/jlszwfw/jdcx') return lay('办件查询', '<form action="/jlszwfw/jdjg">办件编号<input name="bjbh"><input type="submit" value="查询"></form>');
  if (p === '/jlszwfw/jdjg') return lay('结果', '未找到办件');
  if (p === '/jlszwfw/kstb') return lay('跨省通办', yb ? `<h2>东北三省一区“跨省通办”专区（延边州）</h2><p>共${cross.length}项</p><ul>${cross.map((c) => `<li>${c}</li>`).join('')}</ul>` : '<h2>跨省通办</h2><p>请选择市州。</p>');
  if (p === '/jlszwfw/user') return lay('个人中心', `<p>我的办件、我的收藏请登录后查看。</p><a href="${u('login')}">登录</a>`);
  if (p === '/jlszwfw/login') return lay('登录', '<form method="post" action="/jlszwfw/dologin"><input name="u"><input type="password" name="p"><button>登录</button></form>');
  return null;
}
const J = 'www.jl22.gov.cn';
const jl = (t, b) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${t}_吉林省人民政府</title><meta name="SiteName" content="吉林省人民政府"><meta name="SiteIDCode" content="2200000024"></head><body><div><a href="/">吉林省人民政府</a> <a href="/znwd/">智能问答</a> <a href="/sj/">数据开放平台</a> <a href="/yjs/">高效办成一件事</a> <a href="/yssm/">隐私声明</a></div>${b}<div>主办：吉林省人民政府办公厅</div></body></html>`;
function prov(ctx) {
  const p = ctx.path;
  if (p === '/') return jl('首页', `<ul>${['全省秋收工作会议召开', '省政府常务会议部署稳增长工作', '吉林省冬季旅游推介会举行'].map((t, i) => `<li><a href="/xw/${i}.html">${t}</a></li>`).join('')}</ul>`);
  if (/^\/xw\/\d\.html$/.test(p)) return jl('要闻', '<p>据省政府消息，全省各地有序推进各项工作。</p>');
  if (p === '/znwd/') return jl('智能问答', '<p>您好，我是吉林省政府网站智能问答机器人。</p><form action="/znwd/ask"><input name="q"><button>提问</button></form>');
  if (p === '/znwd/ask') { const r = match(P.faq('吉林省'), ctx.query.get('q')); return jl('智能问答', `<p>${r.length ? r[0][2] : '没有找到答案'}</p>`); }
  if (p === '/sj/') return jl('数据开放平台', '<h1>吉林省公共数据开放平台</h1><p>数据集 5120 个，数据接口 318 个，应用成果 26 个</p>');
  if (p === '/yjs/') return jl('高效办成一件事', P.THINGS.map((t) => `<p>${t}一件事</p>`).join(''));
  if (p === '/yssm/') return jl('隐私声明', P.privacy().map((t) => `<p>${t}</p>`).join(''));
  return null;
}
const sh = [7 / 12, 8 / 12, 9 / 12];
export default { code: '222400', name: '延边朝鲜族自治州', pinyin: 'yanbian', province: '吉林省', region: '东北', portal: `http://${W}/`, service: `http://${S}/jlszwfw/index?areacode=222400`, open_data: '', service_confidence: 'medium',
  hosts: { [W]: { handle: portal, server: 'Apache' }, [H]: { handle: hd, delay: 900, server: 'Apache-Coyote/1.1', mailbox: /save\.jsp/ }, [S]: { handle: svc, gzip: true }, [J]: { handle: prov } }, others: [J],
  truth: [
    ['service-lists', 'present', 'working', { count: [pw.length, depts.length] }, '权责清单: twelve departments, five rows each'],
    ['disclosure-catalog', 'present', 'working', { count: [8], share: 8 / 26 }, 'eight fields with rows'],
    ['service-guide', 'present', 'working', { share: sh }, 'province site under areacode 222400; no place, hours, phone, complaint'],
    ['one-entry', 'present', ['reachable'], null, 'page of 吉事办; no account on the portal'],
    ['cross-region', 'present', 'working', { count: 12 }, 'zone of the area lists 12'],
    ['e-certificate', 'absent', null, null, 'one headline of 延吉市'],
    ['appeal-channels', 'present', 'working', { count: [3, 4] }, 'mailbox, 12345, petitions'],
    ['appeal-form', 'present', 'working', null, 'write.jsp inside the iframe system, 2000 characters, number, 15 working days'],
    ['one-thing', 'absent', null, null, 'headlines only'],
    ['case-tracking', 'present', 'working', null, 'province site takes a number'],
    ['reply-timeliness', 'present', null, { share: 9 / 12 }, '12 letters, 3 late'],
    ['follow-up', 'absent', null, null, 'nowhere'],
    ['knowledge-base', 'present', 'reachable', null, '常见问题 of three years ago'],
    ['proactive-response', 'present', 'working', { count: 9 }, '回应关切, nine dated items'],
    ['smart-search', 'present', 'working', null, 'WAS5'],
    ['smart-qa', 'absent', null, null, 'QQ link, a headline about the province, and a link to the portal of the province that has a robot of its own'],
    ['accessibility', 'present', ['reachable'], null, 'Korean version; fixed width, no mode'],
    ['personal-space', 'present', 'reachable', null, '个人中心 of the province site up to the log-in'],
    ['open-data-platform', 'absent', null, null, 'a headline about Changchun; the portal of the province has one'],
    ...['data-catalog', 'api-count', 'app-count'].map((x) => [x, ['absent', 'not-applicable'], null, null, 'no platform']),
    ['data-security-policy', 'absent', null, null, 'the rules on data have no chapter on security; a training headline'],
    ['privacy-policy', 'absent', null, null, '网站声明 speaks of copyright only'],
  ],
  proof: { 'service-lists': [`http://${W}${docUrl('zwgk/qzqd', split['zwgk/qzqd'][1][0])}`], 'disclosure-catalog': [`http://${W}/zwgk/jczw/ml7.html`], 'service-guide': [`http://${S}/jlszwfw/item?areacode=222400&id=${gd[0].id}`], 'one-entry': [`http://${W}/zwfw/app.html`], 'cross-region': [`http://${S}/jlszwfw/kstb?areacode=222400`], 'appeal-channels': [`http://${W}/hdjl/12345.html`], 'appeal-form': [`http://${H}/mail/write.jsp?site=yb`], 'case-tracking': [`http://${S}/jlszwfw/jdcx?areacode=222400`], 'reply-timeliness': [`http://${H}/mail/view.jsp?id=${let_[11].id}`], 'knowledge-base': [`http://${W}${docUrl('hdjl/cjwt', split['hdjl/cjwt'][1][0])}`], 'proactive-response': [`http://${W}/hdjl/hygq/index.html`], 'smart-search': [`http://${W}/was5/web/search`], accessibility: [`http://${W}/korean/index.html`], 'personal-space': [`http://${S}/jlszwfw/user?areacode=222400`] },
  counts: { 'disclosure-catalog': [`http://${W}/zwgk/jczw/index.html`, /href="\.\/ml\d/g], 'cross-region': [`http://${S}/jlszwfw/kstb?areacode=222400`, /<li>/g], 'proactive-response': [`http://${W}/hdjl/hygq/index.html`, /<li>/g] },
  sums: { 'service-lists': [split['zwgk/qzqd'][1].map((r) => `http://${W}${docUrl('zwgk/qzqd', r)}`), /class="qz"/g] },
  deadLinks: [`http://${W}/zwgk/ghjh/index.html`],
  letters: { pages: let_.map((l) => `http://${H}/mail/view.jsp?id=${l.id}`), sent: /来信日期<\/td><td>([\d-]+)/, replied: /回复日期<\/td><td>([\d-]+)/, limit: 15 },
  ask: { search: (q) => [`http://${W}/was5/web/search?searchword=${encodeURIComponent(q)}`] },
  decoy: { 'one-thing': [/一件事/, /^\/xw\/|^\/$/], 'e-certificate': [/电子证照/, /^\/xw\/|^\/$/], 'smart-qa': [/智能问答|机器人/, /^\/xw\/|^\/$/], 'open-data-platform': [/数据开放平台/, /^\/xw\/|^\/$/], 'data-security-policy': [/数据安全/, /^\/xw\/|^\/$/], 'privacy-policy': [/隐私/, /^$/], 'follow-up': [/回访/, /^$/] },
};

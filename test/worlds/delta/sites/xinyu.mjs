// 新余市: 开普云-like. Splash home, header and footer written by script, lists from JSON, mobile edition that alone holds the letter form, English edition, robot with a session on another host.
import { esc, json, reply, script, ago, times, match, posted, go } from '../lib.mjs';
import { topics, headlines, paragraphs, letters, fields } from '../stock.mjs';
import { createHash } from 'node:crypto';
const H = 'www.xinyudlt.gov.cn', M = 'm.xinyudlt.gov.cn', V = 'xy.ganshidlt.gov.cn', B = 'bot.kaipudlt.com';
const md = (s) => createHash('md5').update('xinyu' + s).digest('hex');
const counties = ['渝水区', '分宜县', '仙女湖区', '高新区'];
const box = letters({ n: 14, counties, late: [0, 5, 9], from: 2, gap: 8 });
const news = headlines({ n: 48, base: 1, counties, from: 12, step: 13, gap: 1.1, extra: [{ title: '省政府公布2026年版行政许可事项清单' }, { title: '市政府常务会议审议《新余市数据安全管理办法》' }, { title: '我市召开高效办成“一件事”工作调度会' }, { title: '全省电子证照应用现场会在九江召开' }] });
const cols = {
  ywdt: ['要闻动态', news], tzgg: ['通知公告', headlines({ n: 18, base: 1000, counties, from: 5, step: 3, gap: 5 }).map((x) => ({ ...x, title: '关于' + x.title }))],
  zfwj: ['政府文件', ['新余市推动锂电产业高质量发展若干措施', '新余市城区道路临时停车管理办法', '新余市最低生活保障工作细则', '新余市人民政府工作规则', '新余市政务数据共享管理暂行办法', '新余市支持民营企业发展实施意见', '新余市烟花爆竹燃放管理规定'].map((t, i) => ({ id: 2000 + i, title: t, days: 22 + i * 38 }))],
  sjfb: ['数据发布', times(9, (i) => ({ id: 3000 + i, title: `${ago(20 + i * 31, 'Y年m月')}全市主要经济指标`, days: 20 + i * 31, stat: 1 }))],
  rdhy: ['热点回应', ['关于城北片区集中停电情况的答复', '网传仙女湖水位异常系旧闻', '高铁新余站接驳公交为何减少班次？官方回应', '关于校服价格问题的调查说明', '针对“职工医保返款减少”的解答'].map((t, i) => ({ id: 4000 + i, title: t, days: 6 + i * 22 }))],
  rxyb: ['12345热线月报', times(7, (i) => ({ id: 5000 + i, title: `${ago(12 + i * 30 + 20, 'Y年m月')}政务服务便民热线运行月报`, days: 12 + i * 30, n: i }))],
  zsk: ['百事通', topics.filter((t) => t.i % 5 !== 2).map((t, i) => ({ id: 6000 + i, title: `如何办理${t.name}`, days: 15 + i * 4, t }))],
};
const chan = Object.fromEntries(Object.keys(cols).map((c) => [md('ch' + c), c]));
const href = (c, x) => `/xyzf/${c}/${ago(x.days, 'YM')}/${md(c + x.id)}.shtml`;
const byUrl = new Map(); for (const c of Object.keys(cols)) for (const x of cols[c][1]) byUrl.set(href(c, x), [c, x]);
const page = (t, b, o = '') => `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1.0"><meta name="SiteName" content="新余市人民政府"/><meta name="SiteDomain" content="${H}"/><meta name="SiteIDCode" content="3605000010"/><title>${esc(t)}</title><link rel="stylesheet" href="/xyzf/xhtml/css/common.css">${o}<script>var websiteId="${md('site')}",websiteCode="xyzf",siteCode="3605000010";</script></head><body><script src="/xyzf/xhtml/js/header.js"></script><div class="container">${b}</div><script src="/xyzf/xhtml/js/footer.js"></script></body></html>`;
const header = `document.write('<div class="header"><a href="/xyzf/index.shtml">新余市人民政府</a><a href="javascript:void(0)" id="gh" onclick="document.documentElement.className=document.documentElement.className?\\'\\':\\'care\\'">关怀版</a> <a href="/english/index.shtml">EN</a> <a href="http://${M}/">手机版</a> <a href="/u/userCenter/index.html">用户中心</a></div>');
document.write('<ul class="mainNav"><li><a href="/xyzf/index.shtml">首页</a></li><li><a href="/xyzf/ywdt/list.shtml">资讯</a></li><li><a href="/xyzf/zwgk/zwgk.shtml">公开</a></li><li><a href="http://${V}/jpaas/index">办事</a></li><li><a href="/xyzf/hdjl/hdjl.shtml">互动</a></li><li><a href="/xyzf/sj/sj.shtml">数据</a></li></ul>');
document.write('<div class="ss"><input id="searchWord" name="searchWord" placeholder="请输入搜索内容"><button id="ssbtn" onclick="window.open(\\'/search4/s?siteCode=3605000010&searchWord=\\'+encodeURIComponent(document.getElementById(\\'searchWord\\').value))">搜索</button></div>');`;
const footer = `document.write('<div class="footer"><a href="/xyzf/gywz/wzdt.shtml">网站地图</a> <a href="/xyzf/gywz/yssm.shtml">隐私申明</a> <a href="http://app.ganshidlt.gov.cn/download.html" title="赣事通APP"><img src="/xyzf/xhtml/img/qr.png" alt="赣事通APP二维码"></a><p>新余市人民政府办公室主办 网站标识码3605000010</p></div><div class="fix"><a href="http://${B}/web/chat.html?tenant=xinyu" target="_blank"><i class="ico-robot"></i><span>余小智</span></a></div>');`;
const list = (c) => page(cols[c][0], `<h2>${cols[c][0]}</h2><ul id="list" data-url="/common/search/${md('ch' + c)}?_isAgg=true&_isJson=true&_pageSize=15&_template=index&page=1"></ul><div id="page"></div><script>(function(){var base='/common/search/${md('ch' + c)}?_isAgg=true&_isJson=true&_pageSize=15&_template=index&page=';function load(n){fetch(base+n).then(function(r){return r.json()}).then(function(d){var h='';d.data.results.forEach(function(x){h+='<li><a href="'+x.url+'">'+x.title+'</a><span>'+x.publishedTimeStr.slice(0,10)+'</span></li>'});document.getElementById('list').innerHTML=h;document.getElementById('page').innerHTML='共 '+Math.ceil(d.data.total/15)+' 页 '+d.data.total+' 条 <a id="nx" href="javascript:;">下一页</a>';document.getElementById('nx').onclick=function(){if(n*15<d.data.total)load(n+1)}})}load(1)})()</script>`);
const body = (c, x) => x.stat ? '<table border="1"><tr><td>指标</td><td>总量</td><td>同比</td></tr><tr><td>规模以上工业增加值</td><td>—</td><td>7.1%</td></tr><tr><td>社会消费品零售总额</td><td>—</td><td>5.4%</td></tr></table>' : c === 'rxyb' ? `<p>本月热线受理${9120 + x.n * 133}件，办结率99.2%。</p><p>回访情况：随机回访${2210 + x.n * 41}件，群众满意率${(96.2 - x.n * 0.2).toFixed(1)}%，不满意件全部发回重办。</p>` : x.t ? `<p>${x.t.answer}。</p><p>咨询单位：新余市${x.t.dept}</p>` : c === 'rdhy' ? `<p>近日，有网民反映“${esc(x.title)}”相关问题。经核实，现答复如下：有关单位已查明原因并完成整改。</p>` : paragraphs(x.id + 3, 3).map((p) => `<p>${p}</p>`).join('');
const zone = [1, 6, 10, 13, 17, 20, 23, 24];
const rows = [...cols.zsk[1].map((x) => [x.t.kw, x.title, x.t.answer, href('zsk', x), x.days, '互动']), ...topics.filter((t) => t.i % 5 === 2).map((t) => [t.kw, t.name, t.answer, `http://${V}/jpaas/item?code=xy${t.i}`, 200, '服务']), ...['ywdt', 'tzgg', 'zfwj', 'rdhy'].flatMap((c) => cols[c][1].map((x) => [cols[c][0], x.title, '', href(c, x), x.days, '资讯']))];
function handle(ctx) {
  const p = ctx.path, q = ctx.query; let m;
  if (p === '/' || p === '/index.html') return `<!doctype html><html><head><meta charset="utf-8"><title>仙女湖畔 天工新余</title><style>body{margin:0;text-align:center;background:#035}a{color:#fff;font-size:24px}</style></head><body><div style="padding-top:30vh"><a href="/xyzf/index.shtml"><img src="/xyzf/xhtml/img/enter.png" alt="进入网站" width="320"></a><p><a href="http://${M}/">手机版</a></p></div></body></html>`;
  if (p.endsWith('/header.js')) return script(header); if (p.endsWith('/footer.js')) return script(footer);
  if (p === '/xyzf/xhtml/css/common.css') return reply('body{margin:0;font:16px/1.8 sans-serif;overflow-wrap:anywhere}.container{max-width:1100px;margin:auto;padding:0 10px}.care body{font-size:28px;background:#fff;color:#000}.care a{text-decoration:underline;font-weight:bold}.mainNav{display:flex;flex-wrap:wrap;list-style:none;padding:0;gap:16px}img{max-width:100%}table{max-width:100%}', { type: 'text/css' });
  if (/\/xhtml\/img\/\w+\.png$/.test(p)) return reply(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABXvMqOgAAAABJRU5ErkJggg==', 'base64'), { type: 'image/png' });
  if (p === '/xyzf/index.shtml') return page('新余市人民政府', `<h3><a href="/xyzf/ywdt/list.shtml">要闻</a></h3><ul>${cols.ywdt[1].slice(0, 20).map((x) => `<li><a href="${href('ywdt', x)}">${esc(x.title)}</a></li>`).join('')}</ul><h3><a href="/xyzf/tzgg/list.shtml">公告</a></h3><ul>${cols.tzgg[1].slice(0, 8).map((x) => `<li><a href="${href('tzgg', x)}">${esc(x.title)}</a></li>`).join('')}</ul><h3>专题</h3><a href="/xyzf/qmtj/qmtj.shtml"><img src="/xyzf/xhtml/img/zt.png" alt=""></a>`);
  if ((m = /^\/xyzf\/(\w+)\/list\.shtml$/.exec(p)) && cols[m[1]]) return list(m[1]);
  if ((m = /^\/common\/search\/([0-9a-f]{32})$/.exec(p)) && chan[m[1]]) { const c = chan[m[1]], n = Math.max(1, Number(q.get('page') ?? 1)), s = Number(q.get('_pageSize') ?? 15), all = cols[c][1]; return json({ code: 200, data: { total: all.length, rows: s, page: n, channelId: m[1], results: all.slice((n - 1) * s, n * s).map((x) => ({ title: x.title, url: href(c, x), publishedTimeStr: `${ago(x.days)} 10:12:00`, channelName: cols[c][0] })), ...(n * s < all.length ? { nextUrl: `/common/search/${m[1]}?_isAgg=true&_isJson=true&_pageSize=${s}&_template=index&page=${n + 1}` } : {}) } }); }
  if ((m = byUrl.get(p))) return page(m[1].title, `<h1>${esc(m[1].title)}</h1><p>${ago(m[1].days)} 10:12 来源：新余市人民政府</p><div id="UCAP-CONTENT">${body(...m)}</div>`, `<meta name="ArticleTitle" content="${esc(m[1].title)}"><meta name="PubDate" content="${ago(m[1].days)} 10:12:00"><meta name="ColumnName" content="${cols[m[0]][0]}">`);
  if (p === '/xyzf/zwgk/zwgk.shtml') return page('公开', '<ul><li><a href="/xyzf/zfwj/list.shtml">政府文件</a></li><li><a href="/xyzf/tzgg/list.shtml">通知公告</a></li><li><a href="/xyzf/qmtj/qmtj.shtml">全面推进基层政务公开</a></li></ul>');
  if (p === '/xyzf/hdjl/hdjl.shtml') return page('互动', `<ul><li><a href="/xyzf/xjgk/xjgk.shtml">信件公开</a></li><li><a href="http://${M}/xx/write.html">写信给市长</a></li><li><a href="/xyzf/rdhy/list.shtml">热点回应</a></li><li><a href="/xyzf/rxyb/list.shtml">12345热线月报</a></li><li><a href="/xyzf/zsk/list.shtml">百事通</a></li></ul><p>咨询投诉请拨打12345，二十四小时人工服务。</p>`);
  if (p === '/xyzf/sj/sj.shtml') return page('数据', '<ul><li><a href="/xyzf/sjfb/list.shtml">数据发布</a></li><li><a href="/xyzf/sjkf/sjkf.shtml">数据开放</a></li></ul>');
  if (p === '/xyzf/sjkf/sjkf.shtml') return page('数据开放', '<p>新余市数据开放平台正在建设中，敬请期待！</p>');
  if (p === '/xyzf/gywz/wzdt.shtml') return page('网站地图', `<ul>${Object.keys(cols).map((c) => `<li><a href="/xyzf/${c}/list.shtml">${cols[c][0]}</a></li>`).join('')}<li><a href="/xyzf/xjgk/xjgk.shtml">信件公开</a></li></ul>`);
  if (p === '/xyzf/gywz/yssm.shtml') return page('隐私申明', '<h2>隐私申明</h2><p>新余市人民政府网站尊重用户隐私。您浏览本网站时，系统会记录访问时间和浏览器类型，收集这些信息是为了统计访问量、改进网站栏目。除此之外不做其他处理。</p>');
  if (p === '/u/userCenter/index.html') return page('用户中心', '<h2>用户中心</h2><form onsubmit="return false"><input placeholder="账号"><input type="password"><button>登录</button></form><p>登录后可查看我的信件、我的收藏、我的订阅。</p>');
  if (p === '/english/index.shtml') return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Xinyu, China</title></head><body><h1>Xinyu Municipal People's Government</h1><p>Xinyu lies in the middle of Jiangxi Province. The city is known for steel, lithium batteries and Fairy Lake.</p><ul><li>About Xinyu</li><li>Investment</li><li>Travel</li></ul></body></html>`;
  if (p === '/xyzf/qmtj/qmtj.shtml') return page('全面推进基层政务公开', `<h2>全面推进基层政务公开标准化规范化</h2><ul>${fields.map((f, i) => `<li><a href="/xyzf/qmtj/${i + 1}/list.shtml">${f}领域</a></li>`).join('')}</ul>`);
  if ((m = /^\/xyzf\/qmtj\/(\d+)\/list\.shtml$/.exec(p)) && fields[m[1] - 1]) { const i = m[1] - 1, f = fields[i]; return page(f, zone.includes(i) ? `<h2>${f}领域基层政务公开标准目录</h2><table border="1"><tr><td>序号</td><td>公开事项</td><td>公开内容</td><td>公开依据</td><td>公开主体</td></tr>${times(3 + i % 4, (k) => `<tr><td>${k + 1}</td><td>${f}${['政策', '流程', '结果', '标准', '监督', '名单'][k]}</td><td>文件文本及解读</td><td>《条例》</td><td>主管部门</td></tr>`).join('')}</table>` : `<h2>${f}领域</h2><p>暂无内容</p>`); }
  if (p === '/xyzf/xjgk/xjgk.shtml') return page('信件公开', `<h2>信件公开</h2><table><tr><th>信件编码</th><th>标题</th><th>写信时间</th><th>办理状态</th></tr>${box.map((l) => `<tr><td>${360500000 + l.i * 17}</td><td><a href="/xyzf/xjgk/detail.shtml?id=${md('l' + l.i)}">${esc(l.title)}</a></td><td>${ago(l.asked)} 08:30</td><td>办结</td></tr>`).join('')}</table>`);
  if (p === '/xyzf/xjgk/detail.shtml') { const l = box.find((x) => md('l' + x.i) === q.get('id')); return l ? page(l.title, `<h2>${esc(l.title)}</h2><p>写信时间：${ago(l.asked)} 08:30</p><p>${esc(l.ask)}</p><h3>回复</h3><p>回复部门：${l.dept}</p><p>回复时间：${ago(l.replied)} 16:45</p><p>${esc(l.answer)}</p>`) : null; }
  if (p === '/search4/s') { const w = q.get('searchWord') ?? ''; return `<!doctype html><html><head><meta charset="utf-8"><title>智能检索-新余市人民政府</title></head><body><input id="w" value="${esc(w)}"><button onclick="run()">搜索</button><div class="tabs"><a href="javascript:;">全部</a><a href="javascript:;">资讯</a><a href="javascript:;">服务</a><a href="javascript:;">互动</a></div><div id="n"></div><div id="r"></div><script>function run(){fetch('/search5/search/s',{method:'POST',headers:{'Content-Type':'application/x-www-form-urlencoded'},body:'siteCode=3605000010&pageNum=1&pageSize=10&searchWord='+encodeURIComponent(document.getElementById('w').value)}).then(function(r){return r.json()}).then(function(d){document.getElementById('n').textContent='共 '+d.searchResultAll.total+' 条结果';document.getElementById('r').innerHTML=d.searchResultAll.searchTotal.map(function(x){return '<div class="result"><a href="'+x.url+'">'+x.title+'</a><p>'+x.content+'</p><em>'+x.pubDate+'</em></div>'}).join('')||'没有找到相关内容'})}if(document.getElementById('w').value)run()</script></body></html>`; }
  if (p === '/search5/search/s') { const f = ctx.method === 'POST' ? posted(ctx) : Object.fromEntries(q); const hit = match(rows, f.searchWord), n = Number(f.pageNum || 1); return json({ code: 200, searchResultAll: { total: hit.length, searchTotal: hit.slice((n - 1) * 10, n * 10).map((r) => ({ title: r[1], url: r[3].startsWith('/') ? `http://${H}${r[3]}` : r[3], content: r[2] || r[1], pubDate: ago(r[4]), type: r[5] })) } }); }
  return null;
}
const mob = (t, b) => `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1,user-scalable=no"><title>${t}</title></head><body><header><a href="/">新余政府手机版</a></header>${b}<footer><a href="http://${H}/xyzf/index.shtml">电脑版</a></footer></body></html>`;
function mobile(ctx) {
  if (ctx.path === '/') return mob('首页', `<ul>${cols.ywdt[1].slice(0, 8).map((x) => `<li><a href="http://${H}${href('ywdt', x)}">${esc(x.title)}</a></li>`).join('')}</ul><a href="/xx/write.html">写信</a> <a href="/xx/query.html">查信</a>`);
  if (ctx.path === '/xx/write.html') return mob('写信', '<h2>写信须知</h2><p>来信由市政府办公室分办，自收到之日起10个工作日内回复，字数控制在1000字以内。</p><form method="post" action="/xx/save"><input name="xm" placeholder="姓名"><input name="sj" placeholder="手机"><input name="bt" placeholder="标题" maxlength="30"><textarea name="nr" placeholder="内容" maxlength="1000"></textarea><button>提交</button></form><a href="/xx/query.html">查询信件</a>');
  if (ctx.path === '/xx/save') return mob('提示', '请输入短信验证码');
  if (ctx.path === '/xx/query.html') return mob('查信', `<form><input name="bm" placeholder="信件编码"><button>查询</button></form>${ctx.query.get('bm') ? '<p>编码不存在</p>' : ''}`);
  return null;
}
const sv = (t, b) => `<!doctype html><html><head><meta charset="utf-8"><title>${t}</title></head><body><h3><a href="/jpaas/index">赣事通·新余</a></h3>${b}</body></html>`;
function service(ctx) {
  const q = ctx.query;
  if (ctx.path === '/') return go('/jpaas/index');
  if (ctx.path === '/jpaas/index') return sv('赣事通新余分厅', `<a href="/jpaas/list">办事指南</a> <a href="/jpaas/kstb">跨省通办</a> <a href="/jpaas/bjcx">办件查询</a>`);
  if (ctx.path === '/jpaas/list') return sv('办事指南', `<h2>办事指南</h2><ul>${topics.slice(0, 50).map((t) => `<li><a href="/jpaas/item?code=xy${t.i}">${t.name}</a></li>`).join('')}</ul>`);
  if (ctx.path === '/jpaas/item') return go('/jpaas/sso/login?service=item');
  if (ctx.path === '/jpaas/sso/login') return sv('登录', '<p>请登录后查看。</p><form onsubmit="return false"><input placeholder="账号"><input type="password"><button>登录</button></form>');
  if (ctx.path === '/jpaas/kstb') return sv('跨省通办', '<h2>跨省通办</h2><p>为方便异地群众办事，各级政务服务大厅已设置跨省通办窗口，请携带材料前往窗口咨询。</p>');
  if (ctx.path === '/jpaas/bjcx') return sv('办件查询', `<form>申办流水号：<input name="sblsh"><button>查询</button></form>${q.get('sblsh') ? '<p>未找到办件</p>' : ''}`);
  return null;
}
const sessions = new Set();
function bot(ctx) {
  if (ctx.path === '/web/chat.html') return `<!doctype html><html><head><meta charset="utf-8"><title>余小智</title></head><body><h1>余小智 智能问答</h1><div id="msgs"><div class="bot">您好，我是余小智。</div></div><textarea id="msg" placeholder="请描述您的问题"></textarea><button id="ok">发送</button><script>var sid;fetch('/chat/init?tenant=xinyu').then(function(r){return r.json()}).then(function(d){sid=d.sessionId});document.getElementById('ok').onclick=function(){var t=document.getElementById('msg').value;fetch('/chat/send',{method:'POST',headers:{'Content-Type':'application/x-www-form-urlencoded'},body:'sessionId='+sid+'&msg='+encodeURIComponent(t)}).then(function(r){return r.json()}).then(function(d){var u=document.createElement('div');u.className='user';u.textContent=t;msgs.appendChild(u);u=document.createElement('div');u.className='bot';u.innerHTML=d.result?d.result.content:d.msg;msgs.appendChild(u);document.getElementById('msg').value=''})}</script></body></html>`;
  if (ctx.path === '/chat/init') { const s = md('s' + sessions.size); sessions.add(s); if (sessions.size > 5000) sessions.clear(); return json({ code: 0, sessionId: s }); }
  if (ctx.path === '/chat/send') { const f = posted(ctx); if (!sessions.has(f.sessionId)) return json({ code: 401, msg: '会话已失效' }); const hit = match(topics.map((t) => [t.kw, t.name, t.answer, t]), f.msg); return json({ code: 0, result: { type: 'text', content: hit[0] ? `<p>关于“${hit[0][1]}”：${hit[0][2]}。</p>${hit[1] ? `<p>您可能还想了解：${hit[1][1]}</p>` : ''}` : '这个问题我还在学习。' } }); }
  return null;
}
export default {
  code: '360500', name: '新余市', pinyin: 'xinyu', province: '江西省', region: '中部', portal: `http://${H}/`, service: `http://${V}/jpaas/index`, open_data: '',
  hosts: { [H]: { handle, gzip: true, etag: true }, [M]: { handle: mobile, https: true, mailbox: /xx\/save/ }, [V]: { handle: service, delay: 60 }, [B]: { handle: bot }, 'app.ganshidlt.gov.cn': { dead: true, handle: () => null } },
  dead: [/app\.ganshidlt/],
  truth: [
    ['service-lists', 'absent', null, null, 'headline about the province only'],
    ['disclosure-catalog', 'present', 'working', { share: 8 / 26 }, 'zone behind an image without text; 8 of 26 have rows'],
    ['service-guide', 'present', 'reachable', null, 'list opens; each guide asks for a log-in'],
    ['one-entry', 'present', 'linked', null, 'app entry in the footer, its page is dead'],
    ['cross-region', 'present', 'reachable', null, 'zone opens, no number and no items'],
    ['e-certificate', 'absent', null, null, 'headline'],
    ['appeal-channels', 'present', 'working', null, 'letters; 12345'],
    ['appeal-form', 'present', 'working', { count: 1000 }, 'the form stands on the mobile edition'],
    ['one-thing', 'absent', null, null, 'headline'],
    ['case-tracking', 'present', 'working', null, '办件查询 takes a number; letters by 信件编码'],
    ['reply-timeliness', 'present', null, { share: 11 / 14 }, 'limit 10 working days on the mobile form; 3 of 14 late'],
    ['follow-up', 'present', 'working', { share: [0.962, 0.955] }, 'figures inside the monthly reports of the hotline'],
    ['knowledge-base', 'present', 'working', null, 'named 百事通'],
    ['proactive-response', 'present', 'working', null, '热点回应'],
    ['smart-search', 'present', 'working', null, 'box written by script; POST JSON'],
    ['smart-qa', 'present', 'working', null, '余小智 on another host, session first'],
    ['accessibility', 'present', 'working', null, '关怀版 switches, responsive, English, mobile edition'],
    ['personal-space', 'present', ['reachable'], null, '用户中心 is a log-in'],
    ['open-data-platform', ['absent', 'present'], ['linked', 'reachable'], null, '数据开放 says the platform is under construction'],
    ...['data-catalog', 'api-count', 'app-count'].map((p) => [p, ['absent', 'not-applicable'], null, null, 'no platform']),
    ['data-security-policy', 'absent', null, null, 'a headline names a draft; no text of it'],
    ['privacy-policy', 'present', 'reachable', { count: [2, 1] }, 'two of the parts only (what, why)'],
  ],
  where: { 'disclosure-catalog': `http://${H}/xyzf/qmtj/2/list.shtml`, 'service-guide': `http://${V}/jpaas/list`, 'one-entry': 'http://app.ganshidlt.gov.cn/download.html', 'cross-region': `http://${V}/jpaas/kstb`, 'appeal-channels': `http://${H}/xyzf/hdjl/hdjl.shtml`, 'appeal-form': `http://${M}/xx/write.html`, 'case-tracking': `http://${V}/jpaas/bjcx`, 'reply-timeliness': `http://${H}/xyzf/xjgk/detail.shtml?id=`, 'follow-up': `http://${H}${href('rxyb', cols.rxyb[1][0])}`, 'knowledge-base': `http://${H}/xyzf/zsk/list.shtml`, 'proactive-response': `http://${H}${href('rdhy', cols.rdhy[1][0])}`, 'smart-search': `http://${H}/search4/s`, 'smart-qa': `http://${B}/web/chat.html?tenant=xinyu`, accessibility: `http://${H}/xyzf/index.shtml`, 'personal-space': `http://${H}/u/userCenter/index.html`, 'privacy-policy': `http://${H}/xyzf/gywz/yssm.shtml` },
  excuse: { 'service-lists': [/xyzf\/(index|ywdt)|common\/search|m\.xinyu/], 'e-certificate': [/xyzf\/(index|ywdt)|common\/search|m\.xinyu/], 'one-thing': [/xyzf\/(index|ywdt)|common\/search|m\.xinyu/], 'open-data-platform': [/xyzf\/sj/], 'data-security-policy': [/xyzf\/(index|ywdt)|common\/search|m\.xinyu/] },
  recount: {
    'appeal-form': (get) => +/<textarea[^>]+maxlength="(\d+)"/.exec(get(`http://${M}/xx/write.html`))[1],
    'follow-up': (get) => +/满意率([\d.]+)%/.exec(get(`http://${H}${href('rxyb', cols.rxyb[1][0])}`))[1] / 100,
    'privacy-policy': (get) => ['收集', '是为了', '共享', '存储', '安全', '权利', '联系', '更新日期'].filter((k) => get(`http://${H}/xyzf/gywz/yssm.shtml`).includes(k)).length,
    'disclosure-catalog': (get) => times(26, (i) => /<td>1<\/td>/.test(get(`http://${H}/xyzf/qmtj/${i + 1}/list.shtml`))).filter(Boolean).length / 26,
    'reply-timeliness': (get) => { let ok = 0, n = 0; for (const m of get(`http://${H}/xyzf/xjgk/xjgk.shtml`).matchAll(/href="(\/xyzf\/xjgk\/detail[^"]+)"/g)) { const d = get(`http://${H}${m[1]}`).match(/\d{4}-\d{2}-\d{2}/g).map((x) => Date.parse(x)); n++; if ((d[1] - d[0]) / 864e5 < 10) ok++; } return ok / n; },
  },
};

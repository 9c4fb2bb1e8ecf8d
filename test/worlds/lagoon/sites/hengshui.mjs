// 衡水: header and footer written by script, interaction and search closed to robots by robots.txt, service application with hash routes, no data platform.
import { ago, esc, json, match, script, reply } from '../lib.mjs';
import { news, docs, QA, letters, guides, powers, privacyFull } from '../text.mjs';
const CITY = '衡水市'; const H = 'www.hengsszf.gov.cn'; const Z = 'fw.hengsszf.gov.cn';
const PLACES = ['桃城区', '冀州区', '深州市', '枣强县', '武邑县', '武强县', '饶阳县', '安平县', '故城县', '阜城县'];
const COL = { 10: ['衡水要闻', news(CITY, PLACES, 91, 36)], 11: ['县市区', news(CITY, PLACES, 92, 24)], 12: ['政府文件', docs(CITY, '衡', 91, 27)], 13: ['公示公告', news(CITY, PLACES, 93, 9).map((x) => ({ ...x, title: `${x.title.split(' ')[0]}（公示）` }))] };
COL[10][1].splice(5, 0, { id: 94901, title: '河北省“高效办成一件事”现场会在石家庄召开', date: ago(16), source: '河北日报', paras: ['会议总结交流各地经验。'] }, { id: 94902, title: '石家庄开放首批公共数据集', date: ago(23), source: '河北新闻网', paras: ['石家庄有关部门介绍了开放情况。'] }, { id: 94903, title: '桃城区推广电子证照 办事少跑腿（图）', date: ago(41), paras: ['图为工作人员指导群众办事。'] });
const art = new Map(Object.entries(COL).flatMap(([c, [, l]]) => l.map((x) => [`/art/${x.date.slice(0, 4)}/${Number(x.date.slice(5, 7))}/art_${c}_${x.id}.html`, x])));
const u = new Map([...art].map(([k, v]) => [v, k]));
const header = `document.writeln('<div class="top"><a href="javascript:void(0)" id="laoren" onclick="slh()">适老化</a><h1>衡水市人民政府</h1><ul class="nav"><li><a href="/">首页</a></li><li><a href="/col/10/index.html">要闻</a></li><li><a href="/col/12/index.html">文件</a></li><li><a href="/jczwgk/index.html">基层政务公开</a></li><li><a href="http://${Z}/#/home">政务服务</a></li><li><a href="/zmhd/index.html">政民互动</a></li></ul><form action="/search/result.html"><input name="q" placeholder="请输入关键字"><input type="submit" value="搜索"></form></div>');function slh(){var b=document.body;if(b.className.indexOf('big')<0){b.className+=' big';document.getElementById('laoren').innerHTML='退出适老化'}else{b.className=b.className.replace(' big','');document.getElementById('laoren').innerHTML='适老化'}}`;
const footer = `document.writeln('<div class="foot"><a href="/col/13/index.html">公示公告</a> <a href="/wzdt.html">网站地图</a> 网站标识码：1311000008 <span>微信公众号 <img src="/img/wx.png" alt="微信公众号"></span> <span>政务微博 <img src="/img/wb.png" alt="政务微博"></span></div>');`;
const page = (t, b) => `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="SiteName" content="衡水市人民政府"><meta name="SiteIDCode" content="1311000008"><title>${t}-衡水市人民政府</title><style>.wrap{width:1100px;margin:0 auto}.big{font-size:24px;background:#000;color:#ff0}.big a{color:#ff0}</style></head><body><script src="/js/header.js"></script><div class="wrap">${b}</div><script src="/js/footer.js"></script></body></html>`;
const ul = (l) => `<ul>${l.map((x) => `<li><a href="${u.get(x)}">${esc(x.title)}</a><b>${x.date}</b></li>`).join('')}</ul>`;
const LET = letters(CITY, 2, [3, 5, 60, 4, 2, 6], 70, 6);
function handle(ctx) {
  const p = ctx.path === '/' ? '/index.html' : ctx.path; let m;
  if (p === '/js/header.js') return script(header); if (p === '/js/footer.js') return script(footer);
  if (p === '/index.html') return page('首页', `<h3>要闻</h3>${ul(COL[10][1].slice(0, 16))}<h3><a href="/col/11/index.html">县市区</a></h3>${ul(COL[11][1].slice(0, 10))}<h3>文件</h3>${ul(COL[12][1].slice(0, 6))}<div class="hd"><a href="/zmhd/szxx/index.html">市长信箱</a><a href="/zmhd/write.html">我要写信</a><a href="/zmhd/cjwt/index.html">常见问题</a><a href="/zmhd/hygq/index.html">回应关切</a></div>`);
  if ((m = p.match(/^\/col\/(\d+)\/index\.html$/)) && COL[m[1]]) return page(COL[m[1]][0], `<h3>${COL[m[1]][0]}</h3>${ul(COL[m[1]][1])}`);
  if (art.has(p)) { const x = art.get(p); return page(x.title, `<h2>${x.title}</h2><p>${x.date} 来源：${x.source ?? '衡水市人民政府办公室'} ${x.no ?? ''}</p>${x.paras.map((t) => `<p>${t}</p>`).join('')}`); }
  if (p === '/jczwgk/index.html') return page('基层政务公开', '<h3>基层政务公开标准化目录</h3><ul><li><a href="/jczwgk/1.html">财政预决算领域</a></li><li><a href="/jczwgk/2.html">社会救助领域</a></li><li><a href="/jczwgk/3.html">义务教育领域</a></li></ul>');
  if (/^\/jczwgk\/[123]\.html$/.test(p)) return page('目录', '<h3>标准目录</h3><p>目录正在修订，修订后公布。</p>');
  if (p === '/wzdt.html') return page('网站地图', `<ul>${Object.entries(COL).map(([k, v]) => `<li><a href="/col/${k}/index.html">${v[0]}</a></li>`).join('')}<li><a href="/jczwgk/index.html">基层政务公开</a></li><li><a href="/zmhd/index.html">政民互动</a></li></ul>`);
  if (p.startsWith('/img/')) return reply(Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64'), { type: 'image/gif' });
  // closed to robots from here
  if (p === '/zmhd/index.html') return page('政民互动', '<a href="/zmhd/szxx/index.html">市长信箱</a> <a href="/zmhd/write.html">我要写信</a> <a href="/zmhd/cjwt/index.html">常见问题</a> <a href="/zmhd/hygq/index.html">回应关切</a> <p>12345热线</p>');
  if (p === '/zmhd/szxx/index.html') return page('市长信箱', `<table>${LET.map((l) => `<tr><td><a href="/zmhd/szxx/${l.id}.html">${l.title}</a></td><td>${l.asked}</td><td>${l.answered}</td></tr>`).join('')}</table>`);
  if ((m = p.match(/^\/zmhd\/szxx\/(\d+)\.html$/))) { const l = LET.find((x) => x.id === m[1]); return l && page(l.title, `<p>来信时间：${l.asked}</p><p>${l.ask}</p><p>答复时间：${l.answered}</p><p>${l.reply}</p>`); }
  if (p === '/zmhd/write.html') return page('我要写信', '<form method="post" action="/zmhd/save"><input name="a"><textarea name="b"></textarea><button>提交</button></form>');
  if (p === '/zmhd/cjwt/index.html') return page('常见问题', QA.slice(0, 9).map((r) => `<p>${r[1]} ${ago(60)}</p>`).join(''));
  if (p === '/zmhd/hygq/index.html') return page('回应关切', `<p>关于供水管网改造的回应 ${ago(40)}</p>`);
  if (p === '/search/result.html') { const l = match([...art].map(([k, x]) => ['', x.title, x.paras.join(''), k]), ctx.query.get('q')); return page('搜索', l.slice(0, 10).map((r) => `<p><a href="${r[3]}">${r[1]}</a></p>`).join('')); }
  return null;
}
const GD = guides(CITY, 25, 20); const POW = powers(CITY, 21, 90); const JJJ = ['营业执照办理', '社保关系转移', '公积金转移接续', '医保异地备案', '驾驶证换证', '身份证补领', '不动产登记查询', '资格证书查询', '退休人员资格认证'].flatMap((x) => [`${x}（北京）`, `${x}（天津）`, `${x}（雄安）`]);
const zapp = `var R=document.getElementById('app');function api(n,b,cb){var x=new XMLHttpRequest();x.open('GET','/zwapi/'+n);x.setRequestHeader('Accept','application/json');x.onload=function(){cb(JSON.parse(x.responseText).data)};x.send()}
function put(h){R.innerHTML='<div><a href="#/home">首页</a> <a href="#/guide">办事指南</a> <a href="#/qlqd">权力清单</a> <a href="#/jjj">京津冀通办</a> <a href="#/progress">办件进度</a> <a href="#/user">用户中心</a></div>'+h+'<div><a href="#/privacy">隐私政策</a></div>'}
function go(){var a=(location.hash||'#/home').slice(2).split('/');
if(a[0]=='home')api('home',0,function(d){put('<h2>'+d.title+'</h2>'+d.hot.map(function(x){return '<p><a href="'+x.to+'">'+x.name+'</a></p>'}).join(''))});
else if(a[0]=='guide'&&!a[1])api('guides',0,function(d){put('<p>共'+d.total+'个事项</p>'+d.rows.map(function(x){return '<p><a href="'+x.to+'">'+x.name+'</a> '+x.dept+'</p>'}).join(''))});
else if(a[0]=='guide')api('guide/'+a[1],0,function(d){put('<h2>'+d.name+'</h2>'+d.rows.map(function(r){return '<p><strong>'+r[0]+'</strong>：'+r[1]+'</p>'}).join(''))});
else if(a[0]=='qlqd')api('powers',0,function(d){put('<h2>衡水市市级权力清单</h2><p>共'+d.total+'项</p><table>'+d.rows.map(function(r){return '<tr><td>'+r.no+'</td><td>'+r.name+'</td><td>'+r.kind+'</td><td>'+r.dept+'</td><td>'+r.basis+'</td></tr>'}).join('')+'</table>')});
else if(a[0]=='jjj')api('jjj',0,function(d){put('<h2>京津冀“跨省通办”专区</h2><p>已上线'+d.total+'项</p>'+d.rows.map(function(x){return '<p>'+x+'</p>'}).join(''))});
else if(a[0]=='progress')put('<h2>办件进度查询</h2><form onsubmit="return false"><input name="bjbh" placeholder="请输入办件编号"><input name="dh" placeholder="手机号后四位"><button>查询</button></form>');
else if(a[0]=='user')put('<h2>登录</h2><form onsubmit="return false"><input name="acc" placeholder="账号"><input type="password" name="pw"><button>登录</button></form>');
else if(a[0]=='privacy')api('privacy',0,function(d){put(d.html)});else put('404')}
window.addEventListener('hashchange',go);go();`;
function service(ctx) {
  const p = ctx.path; const ok = (data) => json({ code: '0', msg: 'success', data }); let m;
  if (p === '/' || p === '/index.html') return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>衡水市政务服务网</title></head><body><div id="app">页面加载中……</div><script src="/static/js/main.3f2.js"></script></body></html>`;
  if (p === '/static/js/main.3f2.js') return script(zapp);
  if (p === '/zwapi/home') return ok({ title: '热门服务', hot: GD.slice(0, 6).map((g) => ({ name: g.name, to: `#/guide/${g.id}` })) });
  if (p === '/zwapi/guides') return ok({ total: GD.length, rows: GD.map((g) => ({ name: g.name, dept: g.dept, to: `#/guide/${g.id}` })) });
  if ((m = p.match(/^\/zwapi\/guide\/(\w+)$/))) { const g = GD.find((x) => x.id === m[1]); return g && ok(g); }
  if (p === '/zwapi/powers') return ok({ total: POW.length, rows: POW }); if (p === '/zwapi/jjj') return ok({ total: JJJ.length, rows: JJJ });
  if (p === '/zwapi/privacy') return ok({ html: ['隐私政策', ...privacyFull('衡水市政务服务管理部门', '衡水市政务服务网').slice(0, 6)].map((x, i) => (i ? `<p>${x}</p>` : `<h2>${x}</h2>`)).join('') });
  return null;
}
const A = `http://${H}`; const B = `http://${Z}`;
const routeApis = (host, route) => { const h = route.slice(2).split('/'); return host !== Z ? [] : { home: [`${B}/zwapi/home`], guide: [h[1] ? `${B}/zwapi/guide/${h[1]}` : `${B}/zwapi/guides`], qlqd: [`${B}/zwapi/powers`], jjj: [`${B}/zwapi/jjj`], privacy: [`${B}/zwapi/privacy`] }[h[0]] ?? []; };
export default { code: '131100', name: CITY, pinyin: 'hengshui', province: '河北省', region: '东部', portal: `${A}/`, service: `${B}/`, open_data: '',
  hosts: { [H]: { handle, mailbox: /zmhd\/save/, robots: 'User-agent: *\nDisallow: /zmhd/\nDisallow: /search/\n' }, [Z]: { handle: service } }, routeApis,
  seen: { 'service-lists': `${B}/zwapi/powers`, 'disclosure-catalog': `${A}/jczwgk/index.html`, 'service-guide': `${B}/zwapi/guide/${GD[0].id}`, 'cross-region': `${B}/zwapi/jjj`, 'appeal-channels': `${A}/zmhd/szxx/index.html`, 'appeal-form': `${A}/zmhd/write.html`, 'case-tracking': `${B}/#/progress`, 'knowledge-base': `${A}/zmhd/cjwt/index.html`, 'proactive-response': `${A}/zmhd/hygq/index.html`, 'smart-search': `${A}/search/result.html`, accessibility: `${A}/js/header.js`, 'one-entry': `${A}/`, 'personal-space': `${B}/#/user`, 'privacy-policy': `${B}/zwapi/privacy` },
  decoys: [['one-thing', /94901|col\/10|\/$/, 'provincial meeting'], ['open-data-platform', /94902|col\/10|\/$/, 'Shijiazhuang'], ['e-certificate', /94903|col\/10|\/$/, 'caption on a district']],
  recount: [['service-lists', `${B}/zwapi/powers`, (t) => JSON.parse(t).data.rows.length], ['cross-region', `${B}/zwapi/jjj`, (t) => JSON.parse(t).data.rows.length]],
  truth: [['service-lists', 'present', 'working', { count: 90 }, 'power list by JSON'], ['disclosure-catalog', 'present', 'reachable', null, 'zone opens, its three catalogues are being revised and hold no rows'], ['service-guide', 'present', 'working', { share: [1, 11 / 12] }, 'guides behind hash routes'], ['one-entry', ['present', 'absent'], 'linked', null, 'QR pictures of WeChat and Weibo in the footer, nothing on a shared account'], ['cross-region', 'present', 'working', { count: 27 }, '27 items'], ['e-certificate', 'absent', null, null, 'a caption on a district'], ['appeal-channels', ['present', 'unknown'], 'linked', null, 'entries visible, pages closed by robots.txt'], ['appeal-form', ['present', 'unknown'], 'linked', null, 'closed by robots.txt'], ['one-thing', 'absent', null, null, 'headline on a provincial meeting'], ['case-tracking', 'present', 'working', null, 'query by number'], ['reply-timeliness', 'unknown', null, null, 'letters closed by robots.txt'], ['follow-up', ['unknown', 'absent'], null, null, 'nothing seen; interaction closed by robots.txt'], ['knowledge-base', ['present', 'unknown'], 'linked', null, 'entry visible, closed by robots.txt'], ['proactive-response', ['present', 'unknown'], 'linked', null, 'entry visible, closed by robots.txt'], ['smart-search', ['present', 'unknown'], 'linked', null, 'box visible, engine closed by robots.txt'], ['smart-qa', ['absent', 'unknown'], null, null, 'none seen; interaction closed'], ['accessibility', 'present', 'working', null, 'button written by script switches size and colours; fixed width'], ['personal-space', 'present', 'reachable', null, 'user centre is the log-in'], ['open-data-platform', 'absent', null, null, 'headline on another city'], ...['data-catalog', 'api-count', 'app-count'].map((x) => [x, ['absent', 'not-applicable'], null, null, 'no platform']), ['data-security-policy', 'absent', null, null, 'no such document'], ['privacy-policy', 'present', 'working', null, 'policy of the service application with at least five parts']] };

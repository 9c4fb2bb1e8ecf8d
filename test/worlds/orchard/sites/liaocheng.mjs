// Liaocheng: jspx content system whose header, navigation and footer are written by a script; the interaction columns are closed by robots.txt; the service host asks its lists by POST; an oportal-like data platform.
import { ago, esc, json, parseForm, posted, reply, script, times } from '../lib.mjs';
import { filler, headline, guides, powers, FIELDS, SETS } from '../text.mjs';
const P = 'www.liaocheng-dongchang.gov.cn', Z = 'lczwfw.liaocheng-dongchang.gov.cn', D = 'lcdata.liaocheng-dongchang.gov.cn';
const who = ['东昌府区', '临清市', '冠县', '莘县', '阳谷县', '东阿县', '茌平区', '高唐县', '市水务集团'];
const news = times(54, (i) => ({ id: 83000 + i, title: headline(who, i), day: 1 + i * 3 }));
news[3].title = '济南智能问答助手“泉小智”走进社区';
news[9].title = '国家数据安全宣传周山东分会场启动';
news[16].title = '德州市公布隐私政策合规检查结果';
const qz = powers(52, '聊城市', ['水利局', '城市管理局', '交通运输局']), xk = powers(38, '聊城市', ['行政审批服务局'], ['行政许可']), gg = powers(27, '聊城市', ['教育和体育局', '医疗保障局'], ['公共服务']);
const fields = FIELDS.slice(3, 20);
const gd = guides('聊城市');
const kua = powers(42, '聊城市', ['公安局', '医疗保障局'], ['全程网办']);
const zs = times(13, (i) => ({ id: 600 + i, title: ['问：灵活就业怎么缴费', '问：孩子转学要哪些材料', '问：老房过户交多少税', '问：公积金能不能提前还款', '问：生育登记在哪里办', '问：低保多久审核一次', '问：居住证签注要不要本人去', '问：异地就医要不要备案', '问：公租房怎么排队', '问：失业金能领几个月', '问：驾驶证丢了怎么补', '问：残疾证到期怎么办', '问：高龄津贴怎么申请'][i], day: 18 + i * 33 }));
const hy = times(8, (i) => ({ id: 700 + i, title: ['回应：东昌湖水位下降', '回应：早高峰绕城车流', '回应：熟食抽检不合格', '回应：校外托管收费', '回应：供热管网改造', '回应：小麦病虫', '回应：公交卡退卡', '回应：广告牌坠落'][i], day: 7 + i * 19 }));
const navs = [['/', '首页'], ['/channel_11/index.jspx', '水城要闻'], ['/xxgk/index.jspx', '政府信息公开'], [`http://${Z}/`, '政务服务'], ['/hdjl/szxx.jspx', '市长信箱'], ['/hdjl/lxgk.jspx', '来信公开'], ['/hdjl/hf.jspx', '诉求回访'], ['/zsk/index.jspx', '知识库'], ['/hygq/index.jspx', '回应关切'], [`http://${D}/oportal/index`, '公共数据开放'], ['/lxwm/index.jspx', '联系我们']];
const headJs = `document.write('<div class="head"><div class="logo">聊城市人民政府</div><ul class="nav">${navs.map(([u, t]) => `<li><a href="${u.startsWith('/') ? `http://${P}${u}` : u}">${t}</a></li>`).join('')}</ul>');document.write('<form action="http://${P}/search.jspx" method="get"><input type="text" name="q" value=""/><input type="submit" value="搜索"/></form><a href="http://uc.liaocheng-dongchang.gov.cn/person">个人空间</a></div>');`;
const footJs = `document.write('<div class="foot"><a href="http://${P}/sm/index.jspx">网站声明</a> <a href="http://${P}/app/index.jspx">移动应用</a> 聊城市人民政府办公室主办 标识码3715000021</div>');`;
const wrap = (t, x) => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"/><meta name="viewport" content="width=device-width,initial-scale=1.0"/><title>${esc(t)}</title><style>body{min-width:1200px}</style></head><body><script type="text/javascript" src="http://${P}/r/cms/www/lc/header.js"></script><div class="cont">${x}</div><script type="text/javascript" src="http://${P}/r/cms/www/lc/footer.js"></script></body></html>`;
const ll = (rows, dir) => `<ul class="newslist">${rows.map((n) => `<li><a href="/${dir}/${n.id}.jspx" title="${n.title}">${n.title}</a><span>${ago(n.day)}</span></li>`).join('')}</ul>`;
const pg = (base, ctx, rows, size, draw) => { const m = new RegExp(`^${base}(?:_(\\d+))?\\.jspx$`).exec(ctx.path); const n = Number(m?.[1] ?? 1), all = Math.ceil(rows.length / size); return draw(rows.slice((n - 1) * size, n * size)) + `<div class="page">共${rows.length}条记录 ${n}/${all}页 ${times(all, (i) => `<a href="${base}${i ? '_' + (i + 1) : ''}.jspx">${i + 1}</a>`).join(' ')}</div>`; };
const tb = (h, r) => `<table class="tb"><tr>${h.map((x) => `<th>${x}</th>`).join('')}</tr>${r.map((x) => `<tr>${x.map((c) => `<td>${c}</td>`).join('')}</tr>`).join('')}</table>`;
const lists = { qz: ['权责清单', qz], xk: ['行政许可事项清单', xk], gg: ['公共服务事项清单', gg] };
const portal = (ctx) => {
  const p = ctx.path; let m;
  if (p === '/r/cms/www/lc/header.js') return script(headJs); if (p === '/r/cms/www/lc/footer.js') return script(footJs);
  if (p === '/') return wrap('聊城市人民政府', `<h3>水城要闻</h3>${ll(news.slice(0, 30), 'channel_11')}<h3>专题</h3><a href="/zt/index.jspx">文明城市</a>`);
  if (p === '/zt/index.jspx') return wrap('文明城市', '<p>文明城市建设专题，倡导礼让斑马线。</p>');
  if (/^\/channel_11\/index(_\d+)?\.jspx$/.test(p)) return wrap('水城要闻', pg('/channel_11/index', ctx, news, 20, (r) => ll(r, 'channel_11')));
  if ((m = /^\/(channel_11|zsk|hygq)\/(\d+)\.jspx$/.exec(p))) { const x = { channel_11: news, zsk: zs, hygq: hy }[m[1]].find((y) => y.id === Number(m[2])); return x && wrap(x.title, `<h1>${x.title}</h1><div class="msg">${ago(x.day)} 来源：本站</div>${filler(x.id, 3).map((y) => `<p>${m[1] === 'zsk' ? '答：' : ''}${y}</p>`).join('')}`); }
  if (p === '/zsk/index.jspx') return wrap('知识库', `<h2>知识库</h2>${ll(zs, 'zsk')}`);
  if (p === '/hygq/index.jspx') return wrap('回应关切', `<h2>回应关切</h2>${ll(hy, 'hygq')}`);
  if (p === '/xxgk/index.jspx') return wrap('政府信息公开', `<ul>${Object.entries(lists).map(([k, v]) => `<li><a href="/xxgk/${k}.jspx">${v[0]}</a></li>`).join('')}<li><a href="/xxgk/jc.jspx">基层政务公开标准目录</a></li></ul>`);
  if ((m = /^\/xxgk\/(qz|xk|gg)(_\d+)?\.jspx$/.exec(p))) { const [t, rows] = lists[m[1]]; return wrap(t, `<h2>${t}</h2><p>${ago(88)}公布</p>` + pg(`/xxgk/${m[1]}`, ctx, rows, 20, (r) => tb(['编码', '名称', '类型', '实施部门', '依据'], r.map((x) => [x.code, x.name, x.kind, x.org, x.basis])))); }
  if (p === '/xxgk/jc.jspx') return wrap('基层政务公开标准目录', fields.map((f, i) => `<a class="ly" href="/xxgk/jc/${i}.jspx">${f}</a>`).join(' '));
  if ((m = /^\/xxgk\/jc\/(\d+)\.jspx$/.exec(p)) && fields[m[1]]) return wrap(fields[m[1]], tb(['序号', '一级事项', '二级事项', '公开内容', '公开依据', '公开时限', '公开主体'], times(7, (i) => [i + 1, fields[m[1]], ['政策', '标准', '对象', '程序', '结果', '监督', '统计'][i], '文本', '信息公开条例', '20个工作日内', '县级部门'])));
  if (p === '/search.jspx') return wrap('站内搜索', `<h2>站内搜索</h2><form action="/search.jspx"><input name="q" value="${esc(ctx.query.get('q') ?? '')}"/><input type="submit" value="搜索"/></form><p>对不起，没有找到与“${esc(ctx.query.get('q') ?? '')}”相关的内容。</p>`);
  if (p === '/sm/index.jspx') return wrap('网站声明', '<p>本网站内容未经许可不得转载。链接到其他网站的内容由其自行负责。</p>');
  if (p === '/app/index.jspx') return wrap('移动应用', '<h2>聊城通</h2><p>手机应用市场搜索“聊城通”安装；微信小程序同名。</p>');
  if (p === '/lxwm/index.jspx') return wrap('联系我们', '<p>政务服务便民热线：12345（全天）。</p><p>来信地址：聊城市政府信访局，邮编000000。</p>');
  if (p.startsWith('/hdjl/')) return wrap('互动交流', { szxx: '<form method="post"><input name="bt"/><textarea name="nr" maxlength="600"></textarea><input type="submit"/></form>', lxgk: '<ul><li>来信一</li></ul>', hf: '<p>回访结果。</p>' }[p.slice(6, -5)] ?? '');
};
const zw = (t, x) => wrap(t, `<div class="zwnav"><a href="/guide.html">办事指南</a> <a href="/kstb.html">跨省通办</a> <a href="/yjs.html">一件事专区</a> <a href="/dzzz.html">电子证照</a> <a href="/jdcx.html">办件进度</a></div>${x}`);
const ajax = (url, tpl) => `<div id="list"></div><div id="sum"></div><script>var x=new XMLHttpRequest();x.open('POST','${url}');x.setRequestHeader('Content-Type','application/x-www-form-urlencoded');x.onload=function(){var d=JSON.parse(x.responseText);document.getElementById('sum').innerHTML='共'+d.total+'项';document.getElementById('list').innerHTML=d.rows.map(function(r){return ${tpl}}).join('')};x.send('pageNum=1&pageSize=100');</script>`;
const hall = (ctx) => {
  const p = ctx.path, q = ctx.query;
  if (p === '/') return zw('聊城政务服务', '<h2>聊城市政务服务大厅</h2>');
  if (p === '/guide.html') return zw('办事指南', '<h2>办事指南</h2>' + ajax('/api/item/list', `'<p><a href="/item/detail?id='+r.id+'">'+r.name+'</a></p>'`));
  if (p === '/kstb.html') return zw('跨省通办', '<h2>跨省通办专区</h2>' + ajax('/api/kstb/list', `'<p>'+r.name+'（'+r.org+'）</p>'`));
  if (p === '/api/item/list' && ctx.method === 'POST') return json({ code: 200, total: gd.length, rows: gd.map((g, i) => ({ id: 5500 + i, name: g.name })) });
  if (p === '/api/kstb/list' && ctx.method === 'POST') { posted(ctx); return json({ code: 200, total: kua.length, rows: kua.map((k) => ({ id: k.code, name: k.name, org: k.org })) }); }
  if (p === '/item/detail') { const g = gd[Number(q.get('id')) - 5500]; return g && zw(g.name, `<h2>${g.name}</h2><ul class="tabs"><li>基本信息</li><li>设定依据</li><li>申请材料</li><li>办理流程</li><li>收费标准</li></ul><div class="tab">${tb(['事项名称', '实施主体', '服务对象', '法定办结时限', '承诺办结时限', '办理地点', '办理时间', '咨询电话', '监督投诉电话', '审批结果', '送达方式'], [[g.name, g.org, g.who, g.legal, g.promised, g.place, g.hours, g.tel, g.watch, g.result, g.way]])}<h4>受理条件</h4><p>${g.cond}</p></div><div class="tab" style="display:none"><h4>设定依据</h4><p>${g.basis}</p></div><div class="tab" style="display:none"><h4>申请材料</h4><p>${g.stuff.join('；')}</p></div><div class="tab" style="display:none"><h4>办理流程</h4><p>${g.steps.join('—')}</p></div><div class="tab" style="display:none"><h4>收费标准</h4><p>${g.fee}</p></div>`); }
  if (p === '/yjs.html') return zw('一件事专区', `<h2>高效办成一件事专区</h2><img src="http://${Z}/img/yjs.png" alt="专区海报"/>`);
  if (p === '/img/yjs.png') return { status: 200, type: 'image/png', headers: {}, body: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') };
  if (p === '/dzzz.html') return zw('电子证照', '<h2>电子证照</h2><p>电子证照与纸质证照具有同等效力，企业和群众办事时出示即可，不必携带原件。</p>');
  if (p === '/jdcx.html') return zw('办件进度', '<h2>办件进度查询</h2><form action="/jdcx/do" method="get"><p>申报号：<input name="applyNo" type="text"/></p><p>手机号后四位：<input name="tail" type="text"/></p><input type="submit" value="查询"/></form>');
  if (p === '/jdcx/do') return zw('办件进度', '<p>申报号不存在。</p>');
};
const orgs = ['交通运输局', '农业农村局', '卫健委', '教体局'];
const sets = times(95, (i) => ({ id: (0xa10000 + i * 331).toString(16).padStart(32, '0'), title: `聊城市${SETS[i % SETS.length]}${['', '信息', '数据'][Math.floor(i / SETS.length)]}`, org: orgs[i % 4], day: 3 + i * 4 }));
const oapps = ['水城公交助手', '运河旅游', '农资地图', '挂号早知道'];
const of = (t, x) => `<!DOCTYPE html><html><head><meta charset="UTF-8"><title>${t}-聊城公共数据开放网</title></head><body><div class="navbar"><a href="/oportal/index">首页</a><a href="/oportal/catalog/index">数据目录</a><a href="/oportal/service/index">数据服务</a><a href="/oportal/application/index">应用成果</a><a href="/oportal/news/index">政策动态</a></div>${x}</body></html>`;
const oport = (ctx) => {
  const p = ctx.path, f = ctx.method === 'POST' ? posted(ctx) : parseForm(ctx.url.search.slice(1)); const page = Number(f.page) || 1; let m;
  if (p === '/' || p === '/oportal/index') return of('首页', `<ul class="total"><li>开放目录<b>${sets.length}</b></li><li>数据服务<b>12</b></li><li>应用成果<b>${oapps.length}</b></li></ul>`);
  if (p === '/oportal/catalog/index') { const r = sets.filter((s) => s.title.includes(f.Q ?? '')); return of('数据目录', `<form method="get" action="/oportal/catalog/index"><input name="Q" value="${esc(f.Q ?? '')}"></form><div class="result">共找到 <span>${r.length}</span> 个数据目录</div><div class="bottom-content"><ul>${r.slice((page - 1) * 10, page * 10).map((s) => `<li><div class="cata-title"><a href="/oportal/catalog/${s.id}" title="${s.title}">${s.title}</a></div><div class="cata-information"><span>来源部门：${s.org}</span><span>更新时间：${ago(s.day)}</span></div><div class="file"><span>xls</span><span>csv</span><span>json</span></div></li>`).join('')}</ul></div><ul class="pagination">${times(Math.max(1, Math.ceil(r.length / 10)), (i) => `<li><a href="/oportal/catalog/index?page=${i + 1}${f.Q ? '&amp;Q=' + encodeURIComponent(f.Q) : ''}">${i + 1}</a></li>`).join('')}</ul>`); }
  if ((m = /^\/oportal\/catalog\/([0-9a-f]{32})$/.exec(p))) { const s = sets.find((x) => x.id === m[1]); return s && of(s.title, `<h2>${s.title}</h2><p>更新时间 ${ago(s.day)}</p><p>下载：<a href="/oportal/catalog/download?cataId=${s.id}&amp;fmt=csv">csv</a></p>`); }
  if (p === '/oportal/catalog/download') return sets.some((s) => s.id === ctx.query.get('cataId')) ? reply('a,b\n1,2\n', { type: 'text/csv' }) : null;
  if (p === '/oportal/service/index') return of('数据服务', `<div>共找到 <span>12</span> 个数据接口</div><ul>${times(12, (i) => `<li>${sets[i * 4].title}查询服务（API）</li>`).join('')}</ul>`);
  if (p === '/oportal/application/index') return of('应用成果', `<div>共<span>${oapps.length}</span>个应用</div><ul>${oapps.map((a) => `<li>${a}</li>`).join('')}</ul>`);
  if (p === '/oportal/news/index') return of('政策动态', '<h3>聊城市公共数据开放工作要点</h3><p>一、编制年度开放清单。二、提高数据更新频率。三、举办应用征集。</p>');
};
const u = (x) => `http://${P}${x}`, z = (x) => `http://${Z}${x}`, d = (x) => `http://${D}/oportal${x}`;
export default { code: '371500', name: '聊城市', pinyin: 'liaocheng', province: '山东省', region: '东部', portal: `http://${P}/`, service: z('/'), open_data: d('/index'),
  hosts: { [P]: { handle: portal, robots: 'User-agent: *\nDisallow: /hdjl/\n' }, [Z]: { handle: hall, gzip: true }, [D]: { handle: oport }, 'uc.liaocheng-dongchang.gov.cn': { dead: true, handle() {} } }, deadLinks: ['uc.liaocheng-dongchang.gov.cn'],
  more(x, t) { return /\/guide\.html$/.test(x) ? gd.map((_, i) => z(`/item/detail?id=${5500 + i}`)) : []; },
  evidence: { 'service-lists': [u('/xxgk/qz_3.jspx'), u('/xxgk/xk.jspx')], 'disclosure-catalog': [u('/xxgk/jc/16.jspx')], 'service-guide': [z('/item/detail?id=5509')], 'one-entry': [u('/app/index.jspx')], 'cross-region': [z('/kstb.html')], 'e-certificate': [z('/dzzz.html')], 'appeal-channels': [u('/lxwm/index.jspx')], 'one-thing': [z('/yjs.html')], 'case-tracking': [z('/jdcx.html')], 'knowledge-base': [u('/zsk/600.jspx')], 'proactive-response': [u('/hygq/700.jspx')], 'smart-search': [u('/')], accessibility: [u('/')], 'personal-space': [u('/')], 'open-data-platform': [d('/index')], 'data-catalog': [d('/catalog/index')], 'api-count': [d('/service/index')], 'app-count': [d('/application/index')] },
  verify({ call, textOf, say }) { const r = JSON.parse(textOf(call(z('/api/kstb/list'), 'POST', 'pageNum=1'))); if (r.total !== 42 || r.rows.length !== 42) say('kstb count'); },
  decoys: { 'smart-qa': [['智能问答', 3, 'headline on Jinan']], 'data-security-policy': [['数据安全', 3, 'headline on the week of the province']], 'privacy-policy': [['隐私', 3, 'headline on Dezhou']] },
  truth: [
    ['service-lists', 'present', 'working', { count: [52, 117] }, 'three lists, 52 + 38 + 27, over static pages; the entry is in a script-written header'],
    ['disclosure-catalog', 'present', 'working', { count: [17], share: [17 / 26] }, '17 fields with rows'],
    ['service-guide', 'present', 'working', { share: [1] }, 'list by POST; elements partly in hidden tabs'],
    ['one-entry', 'present', 'reachable', null, 'page of the app; accounts not spoken of'],
    ['cross-region', 'present', 'working', { count: [42] }, '42 items by POST'],
    ['e-certificate', 'present', 'reachable', null, 'page without number or query'],
    ['appeal-channels', 'present', 'working', null, 'hotline number and postal address outside the closed folder'],
    ['appeal-form', ['unknown', 'present'], 'linked', null, 'robots.txt closes /hdjl/; the entry is visible'],
    ['one-thing', 'present', 'reachable', null, 'zone is a poster'],
    ['case-tracking', 'present', 'working', null, 'query takes a number'],
    ['reply-timeliness', 'unknown', null, null, 'letters lie in the closed folder'],
    ['follow-up', 'unknown', null, null, 'column lies in the closed folder'],
    ['knowledge-base', 'present', 'working', null, 'newest 18 days old'],
    ['proactive-response', 'present', 'working', null, 'eight dated items'],
    ['smart-search', 'present', 'reachable', null, 'the engine finds nothing for any word'],
    ['smart-qa', ['absent', 'unknown'], null, null, 'headline on Jinan; one folder is closed by robots.txt'],
    ['accessibility', 'present', 'reachable', null, 'viewport claims the width, body is 1200 pixels at least'],
    ['personal-space', ['present', 'unknown'], 'linked', null, 'entry leads to a dead host'],
    ['open-data-platform', 'present', 'working', { count: [95] }, '95 catalogues'],
    ['data-catalog', 'present', 'working', { count: [95] }, 'over ten pages'],
    ['api-count', 'present', null, { count: [12] }, '12'],
    ['app-count', 'present', null, { count: [4] }, '4'],
    ['data-security-policy', 'absent', null, null, 'headline; the work programme has no such chapter'],
    ['privacy-policy', ['absent', 'unknown'], null, null, 'headline; statement on copying only; the user host is dead'],
  ] };

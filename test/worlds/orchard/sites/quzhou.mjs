// Quzhou: a modern semantic portal with clean addresses, a service host, a CKAN-like data portal with its action API.
import { ago, docx, esc, json, match, reply, times, year } from '../lib.mjs';
import { topics as T, filler, headline, guides, powers, FIELDS, THINGS, SETS } from '../text.mjs';
const P = 'www.quzhou-xinan.gov.cn', Z = 'fw.quzhou-xinan.gov.cn', D = 'opendata.quzhou-xinan.gov.cn';
const who = ['柯城区', '衢江区', '龙游县', '江山市', '常山县', '开化县', '智造新城', '市农业农村局', '市体育局'];
const news = times(46, (i) => ({ slug: `${year}-${String(9100 + i)}`, title: headline(who, i), day: 1 + i * 2 }));
news[6].title = '长三角电子证照互认座谈会在嘉兴举行';
news[15].title = '巩固回访：体育局对健身路径开展质量跟踪';
news[28].title = '金华电子证照应用场景增至四十个';
const tops = T((t, x) => [`衢州市${t}服务说明`, `办理地：衢州。${x}。如有变化以主管部门公告为准。`]);
const L = { xk: ['行政许可事项清单', powers(64, '衢州市', ['市场监管局', '住建局', '水利局'], ['行政许可'])], qz: ['权责清单', powers(33, '衢州市', ['民政局', '体育局'])], gg: ['公共服务事项清单', powers(21, '衢州市', ['教育局', '人社局'], ['公共服务'])], zm: ['证明事项清单', powers(15, '衢州市', ['公安局', '司法局'], ['证明'])], sf: ['涉企收费目录清单', powers(9, '衢州市', ['财政局'], ['收费'])] };
const fields = FIELDS.filter((f) => !['扶贫', '救灾', '国有土地上房屋征收', '城市综合执法'].includes(f)); // 22
const gd = guides('衢州市');
const letters = times(12, (i) => ({ id: 2200 + i, title: ['小区充电桩', '学区划分咨询', '河道垃圾', '公交站牌', '外墙脱落', '非机动车停放', '图书馆座位', '公园噪声', '路面坑洼', '医保缴费咨询', '快递柜收费', '道路照明'][i], asked: 25 + i * 7, took: i === 4 || i === 8 ? 45 : 3 }));
const kb = times(16, (i) => ({ id: i + 1, title: tops[i + 8][1], text: tops[i + 8][2], day: 6 + i * 17 }));
const resp = times(11, (i) => ({ id: i + 1, title: ['衢江大桥维修期间怎么走', '自来水口感变化原因', '新校区何时启用', '冬季供气是否稳定', '老小区加装电梯补助', '夜间货车禁行范围', '柑橘滞销应对', '医院停车难怎么解', '电动车上牌截止', '湿地公园封闭原因', '公积金新规解读'][i], day: 5 + i * 12 }));
const css = ':root{--c:#0a5c9e}*{box-sizing:border-box}body{margin:0;font:1rem/1.75 system-ui,sans-serif;color:#1b1b1b;overflow-wrap:anywhere}header,main,footer{max-width:72rem;margin:auto;padding:.75rem}nav ul{display:flex;flex-wrap:wrap;gap:1rem;list-style:none;padding:0}a{color:#0a4b82}table{width:100%;border-collapse:collapse;table-layout:fixed}html.care{font-size:150%}html.care body{background:#fff;color:#000}img{max-width:100%}';
const nav = [['/', '首页'], ['/news', '资讯'], ['/affairs', '公开'], [`http://${Z}/`, '办事'], ['/talk', '互动'], [`http://${D}/`, '数据'], ['/assistant', '智能问答小衢'], ['/en', 'English']];
const page = (title, main, o = {}) => `<!doctype html>
<html lang="${o.lang ?? 'zh-Hans'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${esc(title)} | 衢州市人民政府</title><meta name="SiteName" content="衢州市人民政府"><meta name="SiteDomain" content="${P}"><meta name="SiteIDCode" content="3308000046"><link rel="stylesheet" href="http://${P}/assets/site.css"></head>
<body><a href="#main">跳到正文</a><header><p><strong>衢州市人民政府</strong></p><nav aria-label="主导航"><ul>${nav.map(([u, t]) => `<li><a href="${u.startsWith('/') ? `http://${P}${u}` : u}">${t}</a></li>`).join('')}</ul></nav>
<form role="search" action="http://${P}/search" method="get"><label for="q">全站搜索</label> <input id="q" name="q" type="search" autocomplete="off" data-suggest="/api/suggest"> <button>搜索</button></form>
<button type="button" id="care" aria-pressed="false" onclick="var o=document.documentElement.classList.toggle('care');this.setAttribute('aria-pressed',o)">关怀版（无障碍）</button></header>
<main id="main"><h1>${esc(title)}</h1>${main}</main>
<footer><p>主办单位：衢州市人民政府办公室　<a href="http://${P}/about/privacy">隐私声明</a>　<a href="http://${P}/about/sitemap">网站导航</a></p></footer></body></html>`;
const ul = (items) => `<ul>${items.map(([u, t, d]) => `<li><a href="${u}">${esc(t)}</a>${d == null ? '' : ` <time datetime="${ago(d)}">${ago(d)}</time>`}</li>`).join('')}</ul>`;
const tab = (heads, rows) => `<table><thead><tr>${heads.map((h) => `<th scope="col">${h}</th>`).join('')}</tr></thead><tbody>${rows.map((r) => `<tr>${r.map((c) => `<td>${c}</td>`).join('')}</tr>`).join('')}</tbody></table>`;
const pages = (base, n, size) => `<nav aria-label="分页"><ul>${times(Math.ceil(n / size), (i) => `<li><a href="${base}?page=${i + 1}">第${i + 1}页</a></li>`).join('')}</ul></nav>`;
const cut = (rows, ctx, size) => { const p = Number(ctx.query.get('page')) || 1; return rows.slice((p - 1) * size, p * size); };
const art = (t, d, ps) => page(t, `<article><p>发布于 <time>${ago(d)}</time></p>${ps.map((x) => `<p>${esc(x)}</p>`).join('')}</article>`);
const results = (q) => match([...tops.map((t, i) => [...t, `/guide/${i + 1}`]), ...news.map((n) => ['', n.title, '', `/news/${n.slug}`]), ...kb.map((k) => ['', k.title, k.text, `/talk/knowledge/${k.id}`])], q);
const portal = (ctx) => {
  const p = ctx.path.replace(/(.)\/$/, '$1'); const [, a, b, c] = p.split('/');
  if (p === '/') return page('首页', `<section aria-labelledby="n"><h2 id="n">要闻</h2>${ul(news.slice(0, 30).map((n) => [`/news/${n.slug}`, n.title, n.day]))}</section><section><h2>高频服务</h2>${ul([[`http://${Z}/guides`, '办事指南'], [`http://${Z}/one`, '一件事一次办'], [`http://${Z}/anywhere`, '跨区域通办'], [`http://${Z}/status`, '办件查询'], ['/talk/mayor', '写信'], [`http://${Z}/me`, '我的空间']])}</section>`);
  if (p === '/assets/site.css') return reply(css, { type: 'text/css' });
  if (p === '/en') return page('Quzhou Municipal Government', '<p>Quzhou is a city in the west of Zhejiang Province. Visitors find transport, tourism and investment notes here.</p><h2>Investment</h2><p>Industrial parks offer land, power and water for new plants.</p>', { lang: 'en' });
  if (p === '/news') return page('资讯', ul(cut(news, ctx, 24).map((n) => [`/news/${n.slug}`, n.title, n.day])) + pages('/news', news.length, 24));
  if (a === 'news') { const n = news.find((x) => x.slug === b); return n && art(n.title, n.day, filler(n.day, 4)); }
  if (p === '/affairs') return page('公开', ul([['/affairs/lists', '清单管理'], ['/affairs/grassroots', '基层政务公开标准化目录']]));
  if (p === '/affairs/lists') return page('清单管理', ul(Object.entries(L).map(([k, v]) => [`/affairs/lists/${k}`, v[0]])));
  if (a === 'affairs' && b === 'lists' && L[c]) { const [t, rows] = L[c]; return page(t, `<p>共 <strong>${rows.length}</strong> 项，${ago(33)} 更新</p>${tab(['编码', '事项', '类别', '主管部门', '依据'], cut(rows, ctx, 25).map((r) => [r.code, r.name, r.kind, r.org, r.basis]))}${pages(p, rows.length, 25)}`); }
  if (p === '/affairs/grassroots') return page('基层政务公开标准化目录', ul(fields.map((f, i) => [`/affairs/grassroots/${i + 1}`, f])));
  if (a === 'affairs' && b === 'grassroots' && fields[c - 1]) return page(`${fields[c - 1]}领域公开目录`, tab(['序号', '公开事项', '内容要素', '依据', '时限', '主体', '渠道'], times(5, (i) => [i + 1, `${fields[c - 1]}${['政策文件', '办理结果', '名单公示', '统计信息', '办事流程'][i]}`, '名称、文号、日期', '国务院公开条例', '形成之日起20个工作日', '县（市、区）部门', '门户网站'])));
  if (p === '/talk') return page('互动', ul([['/talk/mayor', '市长信箱'], ['/talk/letters', '来信公示'], ['/talk/knowledge', '知识库'], ['/talk/concerns', '回应关切'], ['/talk/callback', '诉求回访'], ['/talk/survey', '网上调查'], ['/talk/hotline', '12345热线']]));
  if (p === '/talk/mayor') return page('市长信箱', ctx.method === 'POST' ? '<p>信件提交成功，查询码 QZ000000。</p>' : '<p>受理后十个工作日内答复；可凭查询码查询办理进度。</p><form method="post" action="/talk/mayor"><p><label>标题 <input name="subject" required maxlength="50"></label></p><p><label>内容（不超过800字）<textarea name="content" maxlength="800" required></textarea></label></p><p><label>手机 <input name="phone" type="tel"></label></p><button>提交</button></form><form action="/talk/track"><label>查询码 <input name="code"></label><button>查询进度</button></form>');
  if (p === '/talk/track') return page('信件查询', '<p>没有找到对应的信件。</p>');
  if (p === '/talk/letters') return page('来信公示', `<p>答复期限：十个工作日</p>${ul(cut(letters, ctx, 7).map((l) => [`/talk/letters/${l.id}`, l.title, l.asked]))}${pages('/talk/letters', letters.length, 7)}`);
  if (a === 'talk' && b === 'letters') { const l = letters.find((x) => x.id === Number(c)); return l && page(l.title, `<dl><dt>来信时间</dt><dd>${ago(l.asked)}</dd><dt>来信内容</dt><dd>想咨询${l.title}的情况。</dd><dt>答复单位</dt><dd>衢州市主管部门</dd><dt>答复时间</dt><dd>${ago(l.asked - l.took)}</dd><dt>答复内容</dt><dd>您好，来信已阅，经核实按有关规定处理完毕。</dd></dl>`); }
  if (p === '/talk/knowledge') return page('知识库', ul(kb.map((k) => [`/talk/knowledge/${k.id}`, k.title, k.day])));
  if (a === 'talk' && b === 'knowledge') { const k = kb[c - 1]; return k && art(k.title, k.day, [k.text]); }
  if (p === '/talk/concerns') return page('回应关切', ul(resp.map((k) => [`/talk/concerns/${k.id}`, k.title, k.day])));
  if (a === 'talk' && b === 'concerns') { const k = resp[c - 1]; return k && art(k.title, k.day, filler(k.day, 2)); }
  if (p === '/talk/callback') return page('诉求回访', '<p class="empty">暂无内容</p>');
  if (p === '/talk/survey') return page('网上调查', `<p>关于${year + 1}年民生实事项目的调查，截止 ${ago(-25)}</p><form method="post" action="/talk/survey"><fieldset><legend>您最关注哪一类</legend><label><input type="radio" name="s" value="1">托育</label><label><input type="radio" name="s" value="2">停车</label></fieldset><button>投票</button></form>`);
  if (p === '/talk/hotline') return page('12345热线', '<p>拨打 <strong>12345</strong>，七天二十四小时人工受理。</p>');
  if (p === '/assistant') return page('智能问答小衢', '<div id="log"><p>您好，我是小衢，很高兴为您服务。</p></div><form id="ask" onsubmit="event.preventDefault();var q=this.q.value;fetch(\'/api/assistant?q=\'+encodeURIComponent(q)).then(function(r){return r.json()}).then(function(d){var p=document.createElement(\'p\');p.textContent=d.reply;document.getElementById(\'log\').appendChild(p)})"><label>您的问题 <input name="q"></label><button>发送</button></form>');
  if (p === '/api/assistant') return json({ reply: '您好，请选择：1 办事 2 公开 3 互动。需要人工请拨打12345。' });
  if (p === '/api/suggest') return json({ suggestions: results(ctx.query.get('q') ?? '').slice(0, 6).map((r) => r[1]) });
  if (p === '/search') { const q = ctx.query.get('q') ?? ''; const hit = results(q); return page('搜索结果', `<p>“${esc(q)}” 共 ${hit.length} 条</p><p>范围：<a href="/search?q=${encodeURIComponent(q)}&amp;t=s">服务</a></p><ol>${hit.slice(0, 10).map((r) => `<li><h2><a href="${r[3]}">${esc(r[1])}</a></h2><p>${esc(r[2])}</p></li>`).join('')}</ol>`); }
  if (a === 'guide' && tops[b - 1]) return art(tops[b - 1][1], 44, [tops[b - 1][2]]);
  if (p === '/guide') return page('生活手册', ul(tops.map((t, i) => [`/guide/${i + 1}`, t[1]])));
  if (p === '/about/privacy') return page('隐私声明', '<p>我们收集您注册时填写的姓名和手机号码。</p><p>这些个人信息仅用于办理您提交的事项和改进网站服务。</p><p>联系我们：0570-0000000。</p>');
  if (p === '/about/sitemap') return page('网站导航', ul([['/news', '资讯'], ['/affairs', '公开'], ['/affairs/lists', '清单管理'], ['/talk', '互动'], ['/guide', '生活手册'], ['/about/account', '账号与移动应用']]));
  if (p === '/about/account') return page('账号与移动应用', '<p>衢州统一账号登录一次，门户网站与办事平台都可使用。移动端：应用“衢办通”、小程序“衢州服务”。</p>');
};
const fw = (ctx) => {
  const p = ctx.path.replace(/(.)\/$/, '$1'); const [, a, b] = p.split('/');
  if (p === '/') return page('衢州办事', ul([['/guides', '办事指南'], ['/one', '一件事一次办'], ['/anywhere', '跨区域通办'], ['/status', '办件查询'], ['/praise', '好差评'], ['/me', '我的空间'], ['/signin', '登录（门户网站与办事平台同一账号）']]));
  if (p === '/guides') return page('办事指南', ul(gd.map((g, i) => [`/guides/${i + 1}`, g.name])));
  if (a === 'guides') { const g = gd[b - 1]; return g && page(g.name, [['事项名称', g.name], ['实施主体', g.org], ['办理条件', g.cond], ['申请材料', g.stuff.join('；')], ['办理流程', g.steps.join(' → ')], ['办理时限', `法定${g.legal}，承诺${g.promised}`], ['办理地点', g.place], ['办理时间', g.hours], ['咨询电话', g.tel], ['办理结果', g.result]].map(([h, x]) => `<section><h2>${h}</h2><p>${x}</p></section>`).join('')); }
  if (p === '/one') return page('高效办成一件事', ul(THINGS.slice(0, 21).map((t, i) => [`/one/${i + 1}`, t])));
  if (a === 'one') { const t = THINGS[b - 1]; return t && b <= 21 && page(`${t}“一件事”`, `<p>把${t}涉及的多个事项合并，一次提交材料。</p><p>${filler(Number(b), 1)}</p>`); }
  if (p === '/anywhere') return page('跨区域通办专区', '<p>跨省通办 <b>85</b> 项，省内通办 <b>120</b> 项。合作城市：黄山、南平、上饶。</p><h2>办理方式</h2><p>全程网办、异地代收、多地联办。</p>');
  if (p === '/status') return page('办件查询', '<form action="/status/result"><label>办件编号 <input name="sn" required></label><button>查询</button></form>');
  if (p === '/status/result') return page('查询结果', '<p>未查询到该办件。</p>');
  if (p === '/praise') return page('好差评', '<p>上月评价 8123 条，满意率 99.6%。</p><form method="post" action="/praise"><label>办件编号 <input name="sn"></label>' + ['非常满意', '满意', '基本满意', '不满意', '非常不满意'].map((x) => `<label><input type="radio" name="g" value="${x}">${x}</label>`).join('') + '<button>提交评价</button></form>');
  if (p === '/me') return page('我的空间', '<p>个人空间与企业空间请登录后进入。</p><a href="/signin">登录</a>');
  if (p === '/signin') return page('登录', `<p>使用衢州统一账号登录门户网站和办事平台。</p><form method="post" action="/signin"><label>账号 <input name="u"></label><label>密码 <input name="w" type="password"></label><button>登录</button></form>`);
};
// --- CKAN-like
const org = ['shijiaoju', 'jiaotong', 'weijian', 'shichang', 'ziran'];
const ds = times(213, (i) => ({ name: `qz-dataset-${1000 + i}`, title: `衢州市${SETS[i % SETS.length]}${['', '（年度）', '（月度）', '（分县）', '（汇总）', '（明细）'][Math.floor(i / SETS.length)]}`, org: org[i % 5], day: 1 + i * 2 }));
const apis = 58, apps = ['衢州找车位', '橘园天气', '通学路线', '泳池水质早知道', '夜间药店', '古道徒步', '桥涵限高', '书香地图', '垃圾清运预约'];
const pkg = (d) => ({ id: d.name, name: d.name, title: d.title, metadata_modified: ago(d.day) + 'T08:00:00.000000', organization: { name: d.org }, num_resources: 2, resources: [{ id: d.name + '-csv', format: 'CSV', url: `http://${D}/dataset/${d.name}/download/data.csv` }, { id: d.name + '-json', format: 'JSON', url: `http://${D}/dataset/${d.name}/download/data.json` }], state: 'active' });
const ck = (t, x) => `<!DOCTYPE html><html lang="zh_CN"><head><meta charset="utf-8"><meta name="generator" content="ckan 2.9.5"><title>${t} - 衢州市数据开放平台</title></head><body data-site-root="http://${D}/"><header class="navbar"><a class="logo" href="/">衢州市数据开放平台</a><ul class="nav"><li><a href="/dataset/">数据集</a></li><li><a href="/organization/">组织</a></li><li><a href="/pages/api">数据接口</a></li><li><a href="/showcase">应用成果</a></li><li><a href="/pages/rules">制度规范</a></li></ul></header><div class="main"><div role="main">${x}</div></div></body></html>`;
const find = (q) => { const w = (q ?? '').replace(/[*:"]/g, '').trim(); return w ? ds.filter((d) => d.title.includes(w)) : ds; };
const ckan = (ctx) => {
  const p = ctx.path, Q = ctx.query;
  const ok = (result) => json({ help: `http://${D}/api/3/action/help_show`, success: true, result });
  if (p === '/') return ck('欢迎', `<h1>数据开放</h1><form action="/dataset/"><input name="q" placeholder="搜索数据集"></form><p><strong>${ds.length}</strong> 数据集 <strong>${apis}</strong> 数据接口 <strong>${apps.length}</strong> 应用成果</p>`);
  if (p === '/api/3/action/package_search') { const r = find(Q.get('q')); const s = Number(Q.get('start')) || 0, n = Math.min(1000, Number(Q.get('rows') ?? 10)); return ok({ count: r.length, sort: 'score desc, metadata_modified desc', results: r.slice(s, s + n).map(pkg), facets: {}, search_facets: {} }); }
  if (p === '/api/3/action/package_list') return ok(ds.map((d) => d.name));
  if (p === '/api/3/action/package_show') { const d = ds.find((x) => x.name === Q.get('id')); return d ? ok(pkg(d)) : json({ success: false, error: { __type: 'Not Found Error', message: 'Not found' } }, { status: 404 }); }
  if (p === '/api/3/action/status_show') return ok({ ckan_version: '2.9.5', site_url: `http://${D}` });
  if (p === '/api/3' || p === '/api/3/') return json({ version: 3 });
  if (p === '/dataset' || p === '/dataset/') { const r = find(Q.get('q')); const pg = Number(Q.get('page')) || 1; const n = Math.max(1, Math.ceil(r.length / 20)); return ck('数据集', `<h1>找到 ${r.length} 个数据集</h1><form action="/dataset/"><input name="q" value="${esc(Q.get('q') ?? '')}"></form><ul class="dataset-list unstyled">${r.slice((pg - 1) * 20, pg * 20).map((d) => `<li class="dataset-item"><h2 class="dataset-heading"><a href="/dataset/${d.name}">${d.title}</a></h2><ul class="dataset-resources"><li><a class="label" data-format="csv">CSV</a></li><li><a class="label" data-format="json">JSON</a></li></ul></li>`).join('')}</ul><div class="pagination">${times(n, (i) => `<a href="/dataset/?${Q.get('q') ? 'q=' + encodeURIComponent(Q.get('q')) + '&amp;' : ''}page=${i + 1}">${i + 1}</a>`).join(' ')}</div>`); }
  const m = /^\/dataset\/(qz-dataset-\d+)(\/download\/data\.(csv|json))?$/.exec(p); const d = m && ds.find((x) => x.name === m[1]);
  if (d && m[3] === 'csv') return reply('id,name\n1,柯城\n', { type: 'text/csv' });
  if (d && m[3]) return json([{ id: 1, name: '柯城' }]);
  if (d) return ck(d.title, `<h1>${d.title}</h1><p>最后更新 ${ago(d.day)}</p><ul class="resource-list"><li><a href="/dataset/${d.name}/download/data.csv">CSV</a></li></ul>`);
  if (p === '/organization/') return ck('组织', `<ul>${org.map((o) => `<li>${o} ${ds.filter((x) => x.org === o).length} 个数据集</li>`).join('')}</ul>`);
  if (p === '/pages/api') return ck('数据接口', `<h1>数据接口（${apis}）</h1><ol>${times(apis, (i) => `<li>${ds[i * 3].title}接口</li>`).join('')}</ol>`);
  if (p === '/showcase') return ck('应用成果', `<h1>找到 ${apps.length} 个应用成果</h1><ul>${apps.map((x) => `<li class="media-item"><h3>${x}</h3></li>`).join('')}</ul>`);
  if (p === '/pages/rules') return ck('制度规范', '<a href="/uploads/rules.docx">衢州市公共数据开放实施细则.docx</a>');
  if (p === '/uploads/rules.docx') return reply(docx(['衢州市公共数据开放实施细则', '第一章 总则', '第一条 本细则适用于全市公共数据的开放和利用。', '第二章 开放清单', '第四条 各部门每年更新开放清单。', '第三章 数据安全', '第九条 开放前应当进行安全评估，涉及个人信息的数据应当脱敏。', '第十条 平台运行单位应当建立安全管理制度和应急预案。', '第四章 附则', '第十五条 本细则自印发之日起施行。']), { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' });
};
const u = (p) => `http://${P}${p}`, z = (p) => `http://${Z}${p}`, d = (p) => `http://${D}${p}`;
export default { code: '330800', name: '衢州市', pinyin: 'quzhou', province: '浙江省', region: '东部', portal: `http://${P}/`, service: `http://${Z}/`, open_data: d('/'),
  hosts: { [P]: { handle: portal, etag: true, gzip: true, mailbox: /^\/talk\/mayor/ }, [Z]: { handle: fw }, [D]: { handle: ckan } },
  evidence: { 'service-lists': [u('/affairs/lists/xk'), u('/affairs/lists/sf')], 'disclosure-catalog': [u('/affairs/grassroots/22')], 'service-guide': [z('/guides/10')], 'one-entry': [z('/signin'), u('/about/account')], 'cross-region': [z('/anywhere')], 'appeal-channels': [u('/talk/hotline')], 'appeal-form': [u('/talk/mayor')], 'one-thing': [z('/one')], 'case-tracking': [z('/status'), z('/praise')], 'reply-timeliness': [u('/talk/letters?page=2')], 'knowledge-base': [u('/talk/knowledge')], 'proactive-response': [u('/talk/concerns')], 'smart-search': [u('/')], 'smart-qa': [u('/assistant')], accessibility: [u('/en')], 'personal-space': [z('/me')], 'open-data-platform': [d('/')], 'data-catalog': [d('/dataset/')], 'api-count': [d('/pages/api')], 'app-count': [d('/showcase')], 'data-security-policy': [d('/uploads/rules.docx')], 'privacy-policy': [u('/about/privacy')] },
  decoys: { 'e-certificate': [['电子证照', 6, 'headlines on Jiaxing and Jinhua']], 'follow-up': [['回访', 6, 'empty column and a headline on fitness paths']] },
  truth: [
    ['service-lists', 'present', 'working', { count: [64, 142] }, 'five lists, 64 + 33 + 21 + 15 + 9'],
    ['disclosure-catalog', 'present', 'working', { count: [22], share: [22 / 26] }, '22 fields with rows'],
    ['service-guide', 'present', 'working', { share: [0.75] }, 'basis, fee and complaint number are lacking in every guide'],
    ['one-entry', 'present', 'working', null, 'one account for portal and service platform is stated at the log-in'],
    ['cross-region', 'present', 'working', { count: [85, 120, 205] }, 'numbers stated in a sentence'],
    ['e-certificate', 'absent', null, null, 'headlines on other cities'],
    ['appeal-channels', 'present', 'working', null, 'mailbox, hotline, survey'],
    ['appeal-form', 'present', 'working', null, '800 characters, ten working days, query code'],
    ['one-thing', 'present', 'working', { count: [21] }, '21 things'],
    ['case-tracking', 'present', 'working', null, 'query, rating, rate'],
    ['reply-timeliness', 'present', null, { share: [10 / 12] }, 'two of twelve late against ten working days'],
    ['follow-up', 'absent', null, null, 'the column 诉求回访 is empty'],
    ['knowledge-base', 'present', 'working', null, 'newest six days old'],
    ['proactive-response', 'present', 'working', null, 'eleven dated items'],
    ['smart-search', 'present', 'working', null, 'search by q, suggestions'],
    ['smart-qa', 'present', 'reachable', null, 'answers everything with a menu and a hand-over'],
    ['accessibility', 'present', 'working', null, 'care mode switches, fits a phone, English version'],
    ['personal-space', 'present', 'reachable', null, 'before the log-in'],
    ['open-data-platform', 'present', 'working', { count: [213] }, 'CKAN-like'],
    ['data-catalog', 'present', 'working', { count: [213] }, '213 by page and by API'],
    ['api-count', 'present', null, { count: [58] }, '58'],
    ['app-count', 'present', null, { count: [9] }, '9'],
    ['data-security-policy', 'present', 'working', null, 'docx with chapter three'],
    ['privacy-policy', 'present', 'reachable', null, 'three of the parts: collected, why, contact'],
  ] };

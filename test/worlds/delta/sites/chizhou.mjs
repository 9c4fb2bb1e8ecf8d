// 池州市: 龙讯-like CMS, lists filled by label fragments over XHR, disclosure zone with inner frames, own service site, branch of the province's data platform.
import { esc, json, reply, script, ago, times, posted } from '../lib.mjs';
import { topics, headlines, paragraphs, letters, fields, guide } from '../stock.mjs';
import * as anhui from '../shared/anhui.mjs';
const H = 'www.chizhoudlt.gov.cn', V = 'fw.chizhoudlt.gov.cn';
const counties = ['贵池区', '东至县', '石台县', '青阳县'];
const news = headlines({ n: 44, base: 6612301, counties, from: 20, step: 9, gap: 1.2, extra: [{ title: '黄山市与浙江衢州签订“跨省通办”合作协议 本市派员观摩' }, { title: '省政府部署电子证照推广应用工作' }, { title: '警惕二手手机泄露隐私 警方发布提示' }, { title: '市卫健委开展术后患者回访满意度调查' }, { title: '青阳县企业订阅“政策早餐”受好评' }] });
const tz = headlines({ n: 14, base: 6712001, counties, from: 2, step: 11, gap: 6 }).map((x) => ({ ...x, title: x.title + '（公示）' }));
const docs = ['池州市人民政府办公室关于加强农村供水保障的意见', '池州市人民政府关于支持皮划艇运动发展的通知', '池州市人民政府办公室关于印发水上旅游管理规定的通知', '池州市城市更新行动实施方案', '池州市食品小作坊管理细则'].map((title, i) => ({ id: 6812001 + i * 3, title, days: 33 + i * 49 }));
const wd = topics.filter((t) => t.i % 3 === 1).slice(0, 18).map((t, i) => ({ id: 6912001 + i, title: `${t.name}有哪些规定？`, t, days: 610 + i * 9 }));
const lists = [['市发展和改革委员会', 14], ['市人力资源和社会保障局', 23], ['市市场监督管理局', 29], ['市公安局', 31]].map(([d, n], i) => ({ id: 7012001 + i, title: `${d}权责清单`, dept: d, n, days: 120 + i }));
const box = letters({ n: 8, counties, late: [4], from: 10, gap: 13 });
const cats = { 6601: ['政务要闻', news, 'News'], 6602: ['公示公告', tz, 'News'], 6715: ['权责清单', lists, 'OpennessContent'], 6716: ['行政规范性文件', docs, 'OpennessContent'], 6718: ['政策问答库', wd, 'OpennessContent'], 6719: ['回应关切', [], 'News'] };
const url = (c, x) => `/${cats[c][2]}/show/${x.id}.html`;
const find = new Map(); for (const c of Object.keys(cats)) for (const x of cats[c][1]) find.set(url(c, x), [c, x]);
const head = `<div class="ls-top"><h1><a href="/">池州市人民政府</a></h1><button type="button" id="elder" onclick="elder()">长辈模式</button> <form action="/site/search/6789" method="get"><input type="text" name="keywords" placeholder="请输入关键字"><input type="hidden" name="fromCode" value="title"><button>搜索</button></form></div>
<ul class="ls-nav"><li><a href="/">首页</a></li><li><a href="/content/column/6601?pageIndex=1">资讯</a></li><li><a href="/public/column/6600011?type=4&action=list">信息公开</a></li><li><a href="http://${V}/">在线服务</a></li><li><a href="/site/tpl/6787">互动</a></li><li><a href="http://${anhui.HOST}/dataopen-web/index?regionCode=341700">开放数据</a></li></ul>`;
const page = (t, b) => `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="SiteName" content="池州市人民政府"><meta name="SiteIDCode" content="3417000009"><title>${esc(t)}</title><style>body{width:1200px;margin:auto}.elder{zoom:1.5;font-size:26px;background:#fffbe6}.elder a{color:#a00;font-weight:bold}.ls-nav li{display:inline-block;width:180px}</style><script src="/assets/js/ls.js"></script></head><body>${head}<div class="ls-main">${b}</div><div class="ls-foot"><a href="/site/tpl/6790">网站地图</a> <a href="/site/tpl/6791">版权声明</a> <a href="/site/tpl/6795">小池问答</a> 池州市人民政府办公室主办 3417000009</div></body></html>`;
const js = `function elder(){document.body.classList.toggle('elder');var b=document.getElementById('elder');b.textContent=document.body.classList.contains('elder')?'退出长辈模式':'长辈模式'}
function label(id,cat,n){var x=new XMLHttpRequest();x.open('GET','/site/label/8888?IsAjax=1&dataType=html&labelName=publicInfoList&siteId=6789&catId='+cat+'&pageSize=12&pageIndex='+n);x.onload=function(){document.getElementById(id).innerHTML=x.responseText};x.send()}`;
const lab = (cat) => `<div id="info_${cat}" class="listwrap" data-url="/site/label/8888?IsAjax=1&amp;dataType=html&amp;labelName=publicInfoList&amp;siteId=6789&amp;catId=${cat}&amp;pageSize=12&amp;pageIndex=1">加载中</div><script>label('info_${cat}',${cat},1)</script>`;
function frag(c, n, size) { const v = cats[c]; if (!v) return ''; if (!v[1].length) return '<div class="none">暂无相关信息</div>'; const all = Math.ceil(v[1].length / size); return `<ul>${v[1].slice((n - 1) * size, n * size).map((x) => `<li><a href="${url(c, x)}" title="${esc(x.title)}">${esc(x.title)}</a><span class="date">${ago(x.days)}</span></li>`).join('')}</ul><div class="pages">共 ${all} 页 ${v[1].length} 条 ${n < all ? `<a href="javascript:label('info_${c}',${c},${n + 1})" data-href="/site/label/8888?labelName=publicInfoList&catId=${c}&pageSize=${size}&pageIndex=${n + 1}">下一页</a>` : ''}</div>`; }
const bodyOf = (c, x) => x.n ? `<p>${x.dept}现有权责事项如下：</p><table border="1"><thead><tr><th>序号</th><th>权力名称</th><th>权力类型</th><th>追责情形</th></tr></thead><tbody>${times(x.n, (i) => `<tr><td>${i + 1}</td><td>${topics[(i * 3 + x.n) % topics.length].name}</td><td>${['行政许可', '行政处罚', '公共服务'][i % 3]}</td><td>不依法履行职责的</td></tr>`).join('')}</tbody></table>` : x.t ? `<p>答：${x.t.answer}。</p>` : paragraphs(x.id, 4).map((p) => `<p>${p}</p>`).join('');
function handle(ctx) {
  const p = ctx.path, q = ctx.query; let m;
  if (p === '/') return page('池州市人民政府', `<div class="yw"><h2>要闻</h2><ul>${news.slice(0, 18).map((x) => `<li><a href="${url(6601, x)}">${esc(x.title)}</a> ${ago(x.days, 'M-D')}</li>`).join('')}</ul></div><div><h2>公示</h2><ul>${tz.slice(0, 8).map((x) => `<li><a href="${url(6602, x)}">${esc(x.title)}</a></li>`).join('')}</ul></div><div><a href="/jczwgk/index.html"><img src="/assets/img/zt1.png" alt="基层公开"></a> <a href="/site/tpl/6788">我要写信</a> <a href="http://${V}/lb/">一次联办</a></div>`);
  if (p === '/assets/js/ls.js') return script(js); if (p === '/assets/img/zt1.png') return reply(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABXvMqOgAAAABJRU5ErkJggg==', 'base64'), { type: 'image/png' });
  if ((m = /^\/content\/column\/(\d+)$/.exec(p)) && cats[m[1]]) return page(cats[m[1]][0], `<h2>${cats[m[1]][0]}</h2>${lab(m[1])}`);
  if (p === '/public/column/6600011') { const c = q.get('catId'); return page('信息公开', `<div class="left"><ul>${['6716', '6715', '6602'].map((k) => `<li><a href="/public/column/6600011?type=4&catId=${k}&action=list">${cats[k][0]}</a></li>`).join('')}<li><a href="/jczwgk/index.html">基层政务公开标准化专栏</a></li></ul></div><div class="right">${lab(cats[c] ? c : 6716)}</div>`); }
  if (p === '/site/label/8888') return q.get('labelName') === 'publicInfoList' ? reply(frag(q.get('catId'), Math.max(1, Number(q.get('pageIndex') ?? 1)), Number(q.get('pageSize') ?? 12))) : q.get('labelName') === 'messageBoardList' ? reply(`<table>${box.map((l) => `<tr><td>CZ${ago(l.asked, 'YMD')}${l.i + 10}</td><td><a href="/site/tpl/6793?id=${l.i + 51}">${esc(l.title)}</a></td><td>${ago(l.asked)}</td><td>已答复</td></tr>`).join('')}</table><p>共 ${box.length} 条</p>`) : reply('');
  if ((m = find.get(p))) return page(m[1].title, `<h1>${esc(m[1].title)}</h1><p>发布日期：${ago(m[1].days)}　信息来源：市政府办公室</p><div class="j-fontContent">${bodyOf(...m)}</div>`);
  if (p === '/site/tpl/6787') return page('互动', `<ul><li><a href="/site/tpl/6792">市长信箱来信选登</a></li><li><a href="/site/tpl/6788">我要写信</a></li><li><a href="/member/query">来信查询</a></li><li><a href="/site/tpl/6794">政府热线</a></li><li><a href="/content/column/6719">回应关切</a></li><li><a href="/content/column/6718">政策问答库</a></li></ul>`);
  if (p === '/site/tpl/6788') return page('我要写信', `<h2>写信须知</h2><p>1.请填写真实联系方式。2.来信内容不超过800字。3.承办单位在7个工作日内答复。</p><form action="/site/message/save" method="post"><label>标题<input name="title" maxlength="50"></label><label>姓名<input name="personName"></label><label>电话<input name="personPhone"></label><label>内容<textarea name="messageBoardContent" maxlength="800"></textarea></label><label>验证码<input name="checkCode"></label><button>提交</button></form>`);
  if (p === '/site/message/save') return page('提示', '验证码不正确');
  if (p === '/site/tpl/6790') return page('网站地图', `<ul>${Object.keys(cats).map((c) => `<li><a href="/content/column/${c}">${cats[c][0]}</a></li>`).join('')}<li><a href="/jczwgk/index.html">基层政务公开标准化专栏</a></li><li><a href="/site/tpl/6787">互动</a></li></ul>`);
  if (p === '/site/tpl/6791') return page('版权声明', '<p>未经许可，不得镜像本网站内容。本网站保留对声明的解释权。</p>');
  if (p === '/site/tpl/6792') return page('来信选登', `<h2>来信选登</h2><div id="mb" data-url="/site/label/8888?IsAjax=1&amp;labelName=messageBoardList&amp;siteId=6789&amp;pageIndex=1">加载中</div><script>var x=new XMLHttpRequest();x.open('GET','/site/label/8888?IsAjax=1&labelName=messageBoardList&siteId=6789&pageIndex=1');x.onload=function(){document.getElementById('mb').innerHTML=x.responseText};x.send()</script>`);
  if (p === '/site/tpl/6793') { const l = box[Number(q.get('id')) - 51]; return l ? page(l.title, `<table><tr><td>来信标题</td><td>${esc(l.title)}</td></tr><tr><td>来信日期</td><td>${ago(l.asked, 'Y年m月d日')}</td></tr><tr><td>内容</td><td>${esc(l.ask)}</td></tr><tr><td>答复单位</td><td>${l.dept}</td></tr><tr><td>答复日期</td><td>${ago(l.replied, 'Y年m月d日')}</td></tr><tr><td>答复</td><td>${esc(l.answer)}</td></tr></table>`) : null; }
  if (p === '/site/tpl/6794') return page('政府热线', '<p>池州市12345热线，服务时间：全天。电话：0000-00012345。</p>');
  if (p === '/site/tpl/6795') return page('小池问答', `<h2>智能问答机器人小池</h2><div id="dlg"><p>您好，我是小池，很高兴为您服务！</p></div><input id="ask" placeholder="请输入您要咨询的问题"><button id="sendq" onclick="go()">发送</button><script>function go(){var q=document.getElementById('ask').value;fetch('/site/robot/answer?question='+encodeURIComponent(q)).then(function(r){return r.json()}).then(function(d){document.getElementById('dlg').innerHTML+='<p>'+d.answer+'</p>'})}</script>`);
  if (p === '/site/robot/answer') return json({ ok: true, answer: '您好，我是小池，很高兴为您服务！您可以点击下方菜单：办事、资讯、互动。' });
  if (p === '/site/search/6789') return page('搜索', `<div class="search"><form><input name="keywords" value="${esc(q.get('keywords') ?? '')}"><button>搜索</button></form><p>搜索“${esc(q.get('keywords') ?? '')}”，共找到 <em>0</em> 条结果，用时 0.002 秒</p><div class="null">没有找到相关结果，建议您更换关键词。</div></div>`);
  if (p === '/jczwgk/index.html') return page('基层政务公开标准化专栏', `<h2>基层政务公开标准化规范化</h2><div class="fl">${fields.map((f, i) => `<a href="/jczwgk/${i + 1}.html">${f}</a>`).join(' ')}</div>`);
  if ((m = /^\/jczwgk\/(\d+)\.html$/.exec(p)) && fields[m[1] - 1]) return page(fields[m[1] - 1], `<h2>${fields[m[1] - 1]}领域</h2><iframe src="/jczwgk/frame/${m[1]}.html" width="1000" height="800" frameborder="0"></iframe>`);
  if ((m = /^\/jczwgk\/frame\/(\d+)\.html$/.exec(p)) && fields[m[1] - 1]) { const f = fields[m[1] - 1], none = [6, 12].includes(m[1] - 1); return `<html><head><meta charset="utf-8"><title>${f}标准目录</title></head><body><table border="1"><tr><th rowspan="2">序号</th><th colspan="2">公开事项</th><th rowspan="2">公开内容</th><th rowspan="2">公开依据</th><th rowspan="2">公开时限</th><th rowspan="2">公开主体</th></tr><tr><th>一级</th><th>二级</th></tr>${none ? '' : times(5, (k) => `<tr><td>${k + 1}</td><td>${f}</td><td>${['政策', '程序', '结果', '监督', '统计'][k]}</td><td>文件、标准和结果</td><td>《政府信息公开条例》</td><td>20个工作日</td><td>市主管部门</td></tr>`).join('')}</table></body></html>`; }
  if (p === '/member/query') return page('来信查询', '<form><input name="code" placeholder="查询码"><button>查询</button></form>');
  return null;
}
// ---- service site ------------------------------------------------------------------------------------------------
const permits = 88;
const sp = (t, b) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${t}_池州政务服务</title></head><body><div class="bar"><a href="/">池州政务服务</a> | <a href="/sx/">办事指南</a> | <a href="/qd/1.html">事项清单</a> | <a href="/lb/">一次联办</a> | <a href="http://${H}/">市政府网</a></div>${b}</body></html>`;
const packs = ['开办药店', '开办超市', '新生儿出生', '企业注销', '公民身后', '二手房过户', '开办民宿', '我要退休', '残疾人服务'];
function service(ctx) {
  const p = ctx.path; let m;
  if (p === '/') return sp('首页', `<h2>服务部门</h2>${[...new Set(topics.slice(0, 30).map((t) => t.dept))].map((d) => `<span>市${d}</span>`).join(' ')}<h2>常用</h2><ul>${topics.slice(0, 30).filter((t) => t.i % 3 === 0).map((t) => `<li><a href="/sx/${t.i + 700}.html">${t.name}</a></li>`).join('')}</ul>`);
  if (p === '/sx/') return sp('办事指南', `<h2>办事指南</h2><ul>${topics.slice(0, 30).map((t) => `<li><a href="/sx/${t.i + 700}.html">${t.name}</a> <small>市${t.dept}</small></li>`).join('')}</ul><p>共30项</p>`);
  if ((m = /^\/sx\/(\d+)\.html$/.exec(p)) && m[1] >= 700 && m[1] < 730) { const g = guide(topics[m[1] - 700], '池州市', '池州市政务服务中心一楼大厅'); const r = (k, v) => `<dl><dt>${k}：</dt><dd>${esc(v)}</dd></dl>`; return sp(g.name, `<h1>${g.name}</h1>${r('受理机构', g.dept)}${r('办理依据', g.law)}${r('申请条件', g.cond)}${r('所需材料', g.mats.join('；'))}${r('办理程序', g.flow)}${r('法定期限', g.legal)}${r('承诺期限', g.promise)}${r('办理地点', g.place)}${r('办公时间', g.hours)}${r('咨询电话', g.phone)}`); }
  if ((m = /^\/qd\/(\d)\.html$/.exec(p)) && m[1] >= 1 && m[1] <= 5) { const n = Number(m[1]); return sp('行政许可事项清单', `<h2>池州市行政许可事项清单</h2><table><tr><th>序号</th><th>事项</th><th>主管部门</th></tr>${times(permits, (i) => i).slice((n - 1) * 20, n * 20).map((i) => `<tr><td>${i + 1}</td><td>${topics[i % topics.length].name}${i >= topics.length ? '变更' : ''}</td><td>市${topics[i % topics.length].dept}</td></tr>`).join('')}</table><div>共 5 页 ${permits} 条记录 ${times(5, (k) => `<a href="/qd/${k + 1}.html">${k + 1}</a>`).join(' ')}</div>`); }
  if (p === '/lb/') return sp('一次联办', `<h2>一次联办（高效办成一件事）</h2><ul>${packs.map((x, i) => `<li><a href="/lb/${i + 1}.html">${x}</a></li>`).join('')}</ul>`);
  if ((m = /^\/lb\/(\d)\.html$/.exec(p)) && packs[m[1] - 1]) return sp(packs[m[1] - 1], `<h2>${packs[m[1] - 1]}</h2><p>涉及事项：${topics.slice(m[1] * 3, m[1] * 3 + 3).map((t) => t.name).join('、')}。一次告知、一表申请、一窗受理。</p>`);
  return null;
}
const Z = `http://${anhui.HOST}/dataopen-web`;
export default {
  code: '341700', name: '池州市', pinyin: 'chizhou', province: '安徽省', region: '中部', portal: `http://${H}/`, service: `http://${V}/`, open_data: `${Z}/index?regionCode=341700`,
  hosts: { [H]: { handle, robots: 'User-agent: *\nDisallow: /member/\n', mailbox: /message\/save/ }, [V]: { handle: service, gzip: true }, [anhui.HOST]: { handle: anhui.handle } },
  truth: [
    ['service-lists', 'present', 'working', { count: [185, 97, 88, 14, 23, 29, 31] }, 'four department lists (14, 23, 29, 31 rows) by label fragment; permit list of 88 over five pages on the service site'],
    ['disclosure-catalog', 'present', 'working', { share: 24 / 26 }, 'zone behind an image; tables in inner frames; two fields without rows'],
    ['service-guide', 'present', 'working', { share: [10 / 12, 9 / 12] }, 'fee and complaint line lacking (result too)'],
    ['one-entry', ['absent'], null, null, 'no account, no channel named anywhere'],
    ['cross-region', 'absent', null, null, 'a headline about another city'],
    ['e-certificate', 'absent', null, null, 'a headline'],
    ['appeal-channels', 'present', 'working', null, 'letter form, hotline page'],
    ['appeal-form', 'present', 'working', { count: 800 }, 'form, 800 characters, 7 working days'],
    ['one-thing', 'present', 'working', { count: 9 }, 'named 一次联办'],
    ['case-tracking', ['unknown', 'present'], ['reachable', 'working'], null, 'the query of letters lies under /member/, which robots.txt forbids'],
    ['reply-timeliness', 'present', null, { share: 7 / 8 }, 'limit 7 working days stands on the form; one of eight late'],
    ['follow-up', 'absent', null, null, 'a headline about hospital patients'],
    ['knowledge-base', 'present', 'reachable', null, '政策问答库: newest item 610 days old'],
    ['proactive-response', ['absent', 'present'], ['reachable', 'linked'], null, '回应关切 is an empty column'],
    ['smart-search', 'present', 'reachable', null, 'engine finds nothing ever'],
    ['smart-qa', 'present', 'reachable', null, 'the robot greets and nothing else'],
    ['accessibility', 'present', 'working', null, '长辈模式 switches size and colours; no phone layout'],
    ['personal-space', 'absent', null, null, 'a headline with 订阅'],
    ['open-data-platform', 'present', 'working', { count: 73 }, 'branch of the province platform; the province has 4208'],
    ['data-catalog', 'present', 'working', { count: 73 }, 'list by POST JSON'],
    ['api-count', 'present', null, { count: 12 }, 'branch, not 1366'],
    ['app-count', ['present', 'absent'], null, { count: 0 }, 'branch shows 0'],
    ['data-security-policy', 'present', 'working', null, 'docx on the data platform, chapter three 安全管理'],
    ['privacy-policy', 'absent', null, null, 'police warning headline only'],
  ],
  where: { 'service-lists': `http://${V}/qd/5.html`, 'disclosure-catalog': `http://${H}/jczwgk/frame/1.html`, 'service-guide': `http://${V}/sx/700.html`, 'appeal-channels': `http://${H}/site/tpl/6794`, 'appeal-form': `http://${H}/site/tpl/6788`, 'one-thing': `http://${V}/lb/`, 'reply-timeliness': `http://${H}/site/tpl/6793?id=58`, 'knowledge-base': `http://${H}/content/column/6718`, 'smart-search': `http://${H}/site/search/6789`, 'smart-qa': `http://${H}/site/tpl/6795`, accessibility: `http://${H}/`, 'open-data-platform': `${Z}/index?regionCode=341700`, 'data-catalog': `${Z}/data?regionCode=341700`, 'api-count': `${Z}/api?regionCode=341700`, 'app-count': `${Z}/app?regionCode=341700`, 'data-security-policy': `${Z}/file/ggsj.docx` },
  excuse: { 'one-entry': [/data\.wanshu/, /sx\/7\d\d/, /show\/69/], 'cross-region': [/dlt\.gov\.cn\/$|News|catId=6601/], 'e-certificate': [/dlt\.gov\.cn\/$|News|catId=6601/], 'follow-up': [/dlt\.gov\.cn\/$|News|catId=6601/], 'proactive-response': [/tpl\/67(87|90)|column\/6719/], 'personal-space': [/dlt\.gov\.cn\/$|News|catId=6601/], 'privacy-policy': [/dlt\.gov\.cn\/$|News|catId=6601/] },
  recount: {
    'appeal-form': (get) => +/<textarea[^>]+maxlength="(\d+)"/.exec(get(`http://${H}/site/tpl/6788`))[1],
    'service-lists': (get) => { let n = 0; for (const m of get(`http://${H}/site/label/8888?labelName=publicInfoList&catId=6715&pageSize=12&pageIndex=1`).matchAll(/href="([^"]+)"/g)) n += get(`http://${H}${m[1]}`).match(/<tr><td>/g).length; times(5, (k) => { n += get(`http://${V}/qd/${k + 1}.html`).match(/<tr><td>/g).length; }); return n; },
    'disclosure-catalog': (get) => times(26, (i) => /<td>1<\/td>/.test(get(`http://${H}/jczwgk/frame/${i + 1}.html`))).filter(Boolean).length / 26,
    'service-guide': (get) => { const t = get(`http://${V}/sx/703.html`); return (1 + ['受理机构', '办理依据', '申请条件', '所需材料', '办理程序', '承诺期限', '收费', '办理地点', '办公时间', '咨询电话', '监督'].filter((k) => new RegExp(k + '[^<]*</dt><dd>[^<]').test(t)).length) / 12; },
    'one-thing': (get) => get(`http://${V}/lb/`).match(/<li>/g).length,
    'reply-timeliness': (get) => { let ok = 0; times(8, (i) => { const d = [...get(`http://${H}/site/tpl/6793?id=${51 + i}`).matchAll(/(\d{4})年(\d+)月(\d+)日/g)].map((m) => new Date(m[1], m[2] - 1, m[3])); if ((d[1] - d[0]) / 864e5 < 7) ok++; }); return ok / 8; },
    'open-data-platform': (get) => +/<td>(\d+)<\/td>/.exec(get(`${Z}/index?regionCode=341700`))[1],
    'data-catalog': (get) => { let n = 0; times(9, (k) => { const d = JSON.parse(get(`${Z}/api/catalog/page`, { method: 'POST', body: JSON.stringify({ regionCode: '341700', pageNum: k + 1, pageSize: 10 }) })); n += d.data.records.length; }); return n; },
    'api-count': (get) => get(`${Z}/api?regionCode=341700`).match(/<li>/g).length,
    'app-count': (get) => (/暂无数据/.test(get(`${Z}/app?regionCode=341700`)) ? 0 : 1),
  },
};

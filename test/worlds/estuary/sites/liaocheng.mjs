// 聊城市: TRS WCM with WAS search, Inspur icity services, Inspur oportal data platform; the letter system is a host of its own whose robots.txt forbids everything.
import { ago, esc, reply, json, go, match, docx, times } from '../lib.mjs';
import * as P from '../pool.mjs';

const g = { c: '聊城市', short: '聊城市', areas: ['东昌府区', '茌平区', '临清市', '阳谷县', '莘县', '东阿县', '冠县', '高唐县'], seed: 3715, base: 5100000, paper: '聊城日报', code: '371500' };
const W = 'www.lc371500.gov.cn'; const S = 'lczwfw.sd37.gov.cn'; const D = 'lcdata.sd37.gov.cn'; const H = 'hd.lc371500.gov.cn';
const news = P.news(g, 54, [
  ['临清市：26个试点领域标准目录全公开', ['临清市基层政务公开标准目录编制完成。'], 3],
  ['东阿县打造“高效办成一件事”县域样板', ['东阿县推出新生儿出生等“一件事”。', '市行政审批服务局组织观摩学习。'], 8],
  ['省政府网站“智能问答”功能升级', ['升级后的智能问答机器人可理解口语化问题。'], 14],
  ['冠县主动回应群众关切 开通直播问政', ['冠县广播电视台开通直播问政栏目。'], 24],
  ['高唐县汇编常见问题知识库服务窗口人员', ['该知识库仅供窗口工作人员查询使用。'], 36],
]);
const ch = { 'channel_t_125_10012': ['聊城要闻', news.slice(0, 33)], 'channel_t_125_10015': ['县市区', news.slice(33)], 'channel_x_125_14001': ['市政府文件', P.policies(g, '聊政办发').map((p, i) => ({ ...p, id: 5190000 + i }))] };
const docs = new Map(); for (const [k, [n, rows]] of Object.entries(ch)) for (const r of rows) docs.set(`/${k}/doc_${hexid(r.id)}.html`, [n, r]);
function hexid(n) { return (n * 2654435761 % 4294967296).toString(16).padStart(8, '0') + n.toString(16).padStart(24, '0'); }
const pw = P.powers('聊城市', P.DEPTS.slice(2, 16), 6); const gd = P.guides(g, 12); const ds = P.datasets(g, 52); const apis = ds.slice(0, 30); const faq = P.faq('聊城市');
const apps = ['聊城停车', '水城旅游', '胶城健康', '运河文化图', '聊e办', '信用聊城', '葫芦产业地图', '公厕导航', '充电易', '中药材行情', '校园周边'];
const cross = P.CROSS.slice(2, 16);
const page = (t, b) => `<!doctype html><html><head><meta http-equiv="X-UA-Compatible" content="IE=edge"><meta charset="utf-8"><title>${t}</title><meta name="SiteName" content="聊城市人民政府"><meta name="SiteDomain" content="${W}"><meta name="SiteIDCode" content="3715000035"><meta name="viewport" content="width=device-width, initial-scale=1"><style>body{margin:0;color:#222}.c{max-width:1200px;margin:0 auto;padding:0 8px;overflow-wrap:anywhere}body.gb{font-size:28px;line-height:2}img,table{max-width:100%}</style></head><body><div class="c"><a href="/"><img src="/images/lc.png" alt="聊城市人民政府"></a> <button id="gbb" onclick="document.body.classList.toggle('gb')">关爱版</button> <a href="http://${S}/icity/user/login?from=portal">登录</a><form action="/was5/web/search" target="_blank"><input type="hidden" name="channelid" value="287273"><input name="searchword" aria-label="检索词"><input type="submit" value="搜索"></form><p><a href="/">首页</a> <a href="/channel_t_125_10012/">新闻中心</a> <a href="/zwgk.html">政务公开</a> <a href="http://${S}/icity/index">政务服务</a> <a href="/zmhd.html">政民互动</a> <a href="http://${D}/liaocheng/index">数据开放</a></p></div><div class="c">${b}</div><div class="c"><a href="/wzdt.html">网站地图</a> <a href="/yszc.html">隐私政策</a> <a href="http://www.donge371524.gov.cn/">东阿县</a> 聊城市人民政府办公室主办 网站标识码3715000035</div></body></html>`;
const corpus = [...faq.map((f, i) => [f[0], f[1], f[2], `http://${S}/icity/ask/${i}`, ago(300 + i)]), ...gd.map((x) => [x.name, x.name, x.cond, `http://${S}/icity/proinfo?id=${x.id}`, ago(50)]), ...[...docs].filter(([, [, r]]) => !r.decoy).map(([u, [, r]]) => ['', r.title, r.body[0], `http://${W}${u}`, r.date])];
function portal(ctx) {
  const p = ctx.path;
  if (p.startsWith('/images/')) return reply('', { type: 'image/png' });
  if (p === '/') return page('聊城市人民政府', `<h2>聊城要闻</h2>${ch.channel_t_125_10012[1].slice(0, 28).map((r) => `<p><a href="/channel_t_125_10012/doc_${hexid(r.id)}.html">${r.title}</a> ${ago(r.days, 'M/D')}</p>`).join('')}<p><a href="/channel_t_125_10012/">更多</a></p><h2>县市区</h2>${ch.channel_t_125_10015[1].slice(0, 14).map((r) => `<p><a href="/channel_t_125_10015/doc_${hexid(r.id)}.html">${r.title}</a></p>`).join('')}<a href="http://${D}/liaocheng/index"><img src="/images/data.png" alt="聊城公共数据开放网"></a>`);
  let m = p.match(/^\/(channel_[tx]_125_\d+)\/(?:index_(\d+)\.html)?$/); if (m && ch[m[1]]) { const n = Number(m[2] ?? 0); const rows = ch[m[1]][1]; return page(ch[m[1]][0], `<h1>${ch[m[1]][0]}</h1>${rows.slice(n * 16, n * 16 + 16).map((r) => `<li><a href="/${m[1]}/doc_${hexid(r.id)}.html">${r.title}</a> <i>${r.date}</i></li>`).join('')}<p>${times(Math.ceil(rows.length / 16), (i) => `<a href="/${m[1]}/${i ? `index_${i}.html` : ''}">[${i + 1}]</a>`).join('')}</p>`); }
  if (docs.has(p)) { const [n, r] = docs.get(p); return page(r.title, `<p>${n}</p><h1>${r.title}</h1><p>发布日期：${r.date}　来源：${r.src ?? '市政府办公室'}</p>${r.body.map((t) => `<p>${t}</p>`).join('')}`); }
  if (p === '/zwgk.html') return page('政务公开', `<a href="/channel_x_125_14001/">市政府文件</a> <a href="http://${S}/icity/qzqd">权责清单</a> <a href="/sjgl.html">数据管理制度</a>`);
  if (p === '/sjgl.html') return page('数据管理制度', `<a href="http://${D}/liaocheng/news/zcfg">见公共数据开放网政策法规</a>`);
  if (p === '/zmhd.html') return page('政民互动', `<a href="http://${H}/szxx/index">市长信箱</a> <a href="http://${H}/zxts/index">咨询投诉</a> <a href="/rx12345.html">12345政务服务便民热线</a> <a href="/myzj.html">民意征集</a>`);
  if (p === '/rx12345.html') return page('12345', '<p>聊城市12345政务服务便民热线，电话：12345，受理咨询、求助、投诉、举报和建议。</p>');
  if (p === '/myzj.html') return page('民意征集', `<p>《聊城市文明行为促进条例（修订）》征求意见 ${ago(11)} — 可将意见邮寄至聊城市司法局，邮编000000，电话0000-0000000。</p>`);
  if (p === '/yszc.html') return page('隐私政策', P.privacy('收集', '目的', '共享', '安全', '权利', '日期').map((t) => `<p>${t}</p>`).join(''));
  if (p === '/wzdt.html') return page('网站地图', Object.entries(ch).map(([k, [n]]) => `<a href="/${k}/">${n}</a> `).join('') + '<a href="/zwgk.html">政务公开</a> <a href="/zmhd.html">政民互动</a> <a href="/rx12345.html">12345</a> <a href="/myzj.html">民意征集</a>');
  if (p === '/was5/web/search') { const q = ctx.query.get('searchword') ?? ''; const n = Number(ctx.query.get('page') ?? 1); const rows = match(corpus, q); return page('检索', `<p>检索“${esc(q)}” 共${rows.length}条</p><ol>${rows.slice((n - 1) * 10, n * 10).map((r) => `<li><a href="${r[3]}">${r[1]}</a><br>${r[2].slice(0, 70)} ${r[4]}</li>`).join('')}</ol>${rows.length > 10 ? `<a href="/was5/web/search?channelid=287273&page=2&searchword=${encodeURIComponent(q)}">下一页</a>` : ''}`); }
  return null;
}
const ic = (t, b) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${t}</title></head><body><div class="icity-top">山东政务服务网（聊城站） <a href="/icity/index">首页</a> <a href="/icity/pro">办事指南</a> <a href="/icity/qzqd">权责清单</a> <a href="/icity/kytb">跨域通办</a> <a href="/icity/zz">电子证照</a> <a href="/icity/jd">办件进度</a> <a href="/icity/hcp">好差评</a> <a href="/icity/asd">爱山东APP</a> <a href="/icity/space">我的空间</a> <a href="/icity/user/login">登录</a></div>${b}</body></html>`;
function svc(ctx) {
  const p = ctx.path;
  if (p === '/' || p === '/icity/') return go('/icity/index');
  if (p === '/icity/index') return ic('首页', '<h1>聊城市政务服务</h1><a href="/icity/pro">个人办事</a> <a href="/icity/pro?type=fr">法人办事</a>');
  if (p === '/icity/pro') return ic('办事指南', gd.map((x) => `<div><a href="/icity/proinfo?id=${x.id}">${x.name}</a> ${x.dept}</div>`).join(''));
  if (p === '/icity/proinfo') { const x = gd.find((y) => String(y.id) === ctx.query.get('id')); return x && ic(x.name, `<h2>${x.name}</h2><table>${[['事项名称', x.name], ['事项编码', x.code], ['实施机关', x.dept], ['设定依据', x.basis], ['受理条件', x.cond], ['申请材料', x.mats.join('；')], ['办理流程', x.flow.join('→')], ['法定时限', x.law], ['承诺时限', x.promise], ['收费情况', x.fee], ['办理地点', x.place], ['办理时间', x.hours], ['咨询电话', x.phone], ['投诉电话', x.complain], ['办理结果', x.result], ['常见问题', '可邮寄。'], ...P.more(x)].map(([k, v]) => `<tr><td>${k}</td><td>${v}</td></tr>`).join('')}</table>`); }
  const m = p.match(/^\/icity\/ask\/(\d+)$/); if (m && faq[m[1]]) return ic(faq[m[1]][1], `<h2>${faq[m[1]][1]}</h2><p>${faq[m[1]][2]}</p>`);
  if (p === '/icity/qzqd') { const n = Number(ctx.query.get('page') ?? 1); return ic('权责清单', `<h2>聊城市市级权责清单</h2><p>共 ${pw.length} 项</p><table><tr><th>部门</th><th>类别</th><th>事项</th><th>依据</th><th>责任</th></tr>${pw.slice((n - 1) * 28, n * 28).map((r) => `<tr class="q"><td>${r.dept}</td><td>${r.kind}</td><td>${r.name}</td><td>${r.basis}</td><td>${r.duty}</td></tr>`).join('')}</table>${times(Math.ceil(pw.length / 28), (i) => `<a href="/icity/qzqd?page=${i + 1}">${i + 1}</a> `).join('')}`); }
  if (p === '/icity/kytb') return ic('跨域通办', `<h2>黄河流域“跨省通办”专区</h2><ul>${cross.map((c) => `<li>${c}</li>`).join('')}</ul>`);
  if (p === '/icity/zz') return ic('电子证照', '<h2>电子证照核验</h2><form action="/icity/zz/q"><input name="zzh" placeholder="证照号码"><button>核验</button></form>'); if (p === '/icity/zz/q') return ic('核验', '<p>未找到</p>');
  if (p === '/icity/jd') return ic('办件进度', '<form action="/icity/jd/q">受理编号<input name="slbh"><button>查询</button></form>'); if (p === '/icity/jd/q') return ic('进度', '<p>未找到办件</p>');
  if (p === '/icity/hcp') return ic('好差评', `<p>聊城市${ago(45, 'Y年m月')}：评价量 5312，好评率99.95%，差评整改率100%。</p><form method="post" action="/icity/hcp/s"><select name="g"><option>非常满意</option><option>满意</option><option>基本满意</option><option>不满意</option><option>非常不满意</option></select><button>评价</button></form>`);
  if (p === '/icity/hcp/s') return ic('好差评', '<p>请先登录后再评价。</p>');
  if (p === '/icity/asd') return ic('爱山东', '<p>扫码下载“爱山东”APP；微信、支付宝搜索“爱山东”小程序。</p>');
  if (p === '/icity/space') return ic('我的空间', '<p>个人空间、企业空间</p><a href="/icity/user/login">登录后查看</a>');
  if (p === '/icity/user/login') return ic('山东省统一身份认证', '<p>山东省统一身份认证平台。使用该账号可以登录聊城市人民政府网站、政务服务网和爱山东。</p><form method="post" action="/icity/user/do"><input name="u"><input name="p" type="password"></form>');
  return null;
}
const od = (t, b) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${t}-聊城公共数据开放网</title></head><body><div class="nav"><a href="/liaocheng/index">首页</a><a href="/liaocheng/catalog/index">数据目录</a><a href="/liaocheng/dev/serviceList">数据服务</a><a href="/liaocheng/appcenter/index">应用市场</a><a href="/liaocheng/news/zcfg">政策法规</a></div>${b}</body></html>`;
const h32 = (d) => hexid(d.id);
function data(ctx) {
  const p = ctx.path;
  if (p === '/') return go('/liaocheng/index');
  if (p === '/liaocheng/index') return od('首页', `<p>已开放：<em>${ds.length}</em>个数据集，<em>20</em>个部门，<em>${ds.reduce((a, d) => a + d.rows, 0)}</em>条数据，<em>${apis.length}</em>个API，<em>${apps.length}</em>个应用</p>`);
  if (p === '/liaocheng/catalog/index') { const n = Number(ctx.query.get('page') ?? 1); const q = ctx.query.get('Q') ?? ''; const rows = ds.filter((d) => d.title.includes(q)); return od('数据目录', `<form action="/liaocheng/catalog/index"><input name="Q" value="${esc(q)}"><button>搜索</button></form><div class="tabs"><a class="on">数据集(${rows.length})</a><a href="/liaocheng/dev/serviceList">API（${apis.length}）</a><a href="/liaocheng/appcenter/index">应用（${apps.length})</a></div><div class="bottom-content"><ul>${rows.slice((n - 1) * 6, n * 6).map((d) => `<li><div class="cata-title"><a href="/liaocheng/catalog/${h32(d)}" target="_blank" title="${d.title}">${d.title}</a></div><div class="cata-information"><span>来源部门：${d.dept}</span><span>更新时间：${d.date}</span></div><div class="file-type"><ul>${d.fmts.map((f) => `<li>${f}</li>`).join('')}<li>接口</li></ul></div></li>`).join('')}</ul></div><div class="page">${times(Math.ceil(rows.length / 6), (i) => `<a href="/liaocheng/catalog/index?page=${i + 1}">${i + 1}</a>`).join(' ')}</div>`); }
  let m = p.match(/^\/liaocheng\/catalog\/([0-9a-f]{32})$/); if (m) { const d = ds.find((y) => h32(y) === m[1]); return d && od(d.title, `<h1>${d.title}</h1><table><tr><td>提供方</td><td>${d.dept}</td></tr><tr><td>数据量</td><td>${d.rows}</td></tr><tr><td>更新时间</td><td>${d.date}</td></tr></table>${d.fmts.map((f) => `<a href="/liaocheng/catalog/${m[1]}/download?type=${f}">${f}下载</a> `).join('')}`); }
  m = p.match(/^\/liaocheng\/catalog\/([0-9a-f]{32})\/(download|getData)$/); if (m) { const d = ds.find((y) => h32(y) === m[1]); return d && (m[2] === 'getData' ? json({ recordsTotal: d.rows, data: [] }) : reply('col1,col2\n', { type: 'text/csv' })); }
  if (p === '/liaocheng/dev/serviceList') { const n = Number(ctx.query.get('page') ?? 1); return od('数据服务', `<p>API数量：${apis.length}</p>${apis.slice((n - 1) * 10, n * 10).map((d) => `<div class="svc">${d.title}服务接口</div>`).join('')}${times(3, (i) => `<a href="/liaocheng/dev/serviceList?page=${i + 1}">${i + 1}</a>`).join(' ')}`); }
  if (p === '/liaocheng/appcenter/index') return od('应用市场', `<p>应用总数：${apps.length}</p>${apps.map((a) => `<div class="app-card">${a}</div>`).join('')}`);
  if (p === '/liaocheng/news/zcfg') return od('政策法规', '<a href="/liaocheng/file/lcggsj.docx">聊城市公共数据管理办法</a> <a href="/liaocheng/news/1">国家数据局有关负责人答记者问</a>');
  if (p === '/liaocheng/news/1') return od('答记者问', '<p>转载。</p>');
  if (p === '/liaocheng/file/lcggsj.docx') return reply(docx(['聊城市公共数据管理办法', ...P.dataRules('聊城市')]), { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' });
  return null;
}
const hl = (t, b) => `<html><head><meta charset="utf-8"><title>${t}</title></head><body>${b}</body></html>`;
function hd(ctx) {
  if (ctx.path === '/szxx/index' || ctx.path === '/zxts/index') return hl('市长信箱', '<h1>市长信箱</h1><p>5个工作日内答复</p><a href="/szxx/write">我要写信</a><ul><li><a href="/szxx/1">路灯问题</a></li></ul>');
  if (ctx.path === '/szxx/write') return hl('写信', '<form method="post" action="/szxx/save"><textarea name="c" maxlength="600"></textarea><button>提交</button></form>');
  if (ctx.path === '/szxx/1') return hl('路灯', `<p>来信时间 ${ago(80)} 答复时间 ${ago(78)}</p>`);
  return null;
}
const C = 'www.donge371524.gov.cn';
const dz = (t, b) => `<html lang="zh"><head><meta charset="utf-8"><title>${t} - 东阿县人民政府</title><meta name="SiteIDCode" content="3715240001"></head><body><p><a href="/">东阿县人民政府</a> | <a href="/yjs.htm">一件事一次办</a> | <a href="/cjwt.htm">常见问题</a> | <a href="/hygq.htm">回应关切</a> | <a href="/jczw.htm">基层政务公开标准化规范化</a></p>${b}</body></html>`;
function county(ctx) {
  const p = ctx.path;
  if (p === '/') return dz('首页', `<ul>${['东阿县召开县政府常务会议', '阿胶小镇迎来旅游旺季', '东阿县冬小麦长势良好'].map((t, i) => `<li><a href="/n${i}.htm">${t}</a> ${ago(2 + i * 3)}</li>`).join('')}</ul>`);
  if (/^\/n\d\.htm$/.test(p)) return dz('新闻', '<p>东阿县有关工作扎实推进。</p>');
  if (p === '/yjs.htm') return dz('一件事一次办', P.THINGS.slice(7).map((t) => `<li>${t}</li>`).join(''));
  if (p === '/cjwt.htm') return dz('常见问题', P.faq('东阿县').slice(0, 8).map((f, i) => `<p>${f[1]} ${ago(10 + i)}<br>${f[2]}</p>`).join(''));
  if (p === '/hygq.htm') return dz('回应关切', `<p>关于县城集中供热时间的回应 ${ago(15)}</p>`);
  if (p === '/jczw.htm') return dz('基层政务公开', P.FIELDS.slice(0, 6).map((f) => `<h3>${f}</h3><table>${P.fieldRows(f, '东阿县', 3).map((r) => `<tr><td>${r.a}</td><td>${r.b}</td></tr>`).join('')}</table>`).join(''));
  return null;
}
export default { code: '371500', name: '聊城市', pinyin: 'liaocheng', province: '山东省', region: '东部', portal: `http://${W}/`, service: `http://${S}/icity/index`, open_data: `http://${D}/liaocheng/index`,
  hosts: { [W]: { handle: portal, gzip: true, robots: 'User-agent: *\nDisallow: /admin/\n' }, [S]: { handle: svc, server: 'Apache-Coyote/1.1' }, [D]: { handle: data, delay: 120 }, [H]: { handle: hd, robots: 'User-agent: *\nDisallow: /\n', mailbox: /save/ }, [C]: { handle: county } }, others: [C],
  truth: [
    ['service-lists', 'present', 'working', { count: pw.length }, '84 rows over three pages'], ['disclosure-catalog', 'absent', null, null, 'headline of 临清市'], ['service-guide', 'present', 'working', { share: 1 }, 'complete'], ['one-entry', 'present', 'working', null, 'one account, app page'], ['cross-region', 'present', 'working', { count: 14 }, 'fourteen items listed, no number stated'], ['e-certificate', 'present', 'working', null, 'takes a query'],
    ['appeal-channels', 'present', 'working', { count: [2, 3, 1] }, '12345 and polls open; mailbox behind robots.txt'], ['appeal-form', ['unknown', 'present'], ['linked'], null, 'robots.txt of the letter host forbids all; only the entry is seen'], ['one-thing', 'absent', null, null, 'headline of 东阿县 and a zone on the portal of that county'], ['case-tracking', 'present', 'working', null, 'number, grades, rates'], ['reply-timeliness', 'unknown', null, null, 'robots.txt'], ['follow-up', ['unknown', 'absent'], null, null, 'nowhere on what is open; could be behind robots.txt'],
    ['knowledge-base', 'absent', null, null, 'headline about an internal one'], ['proactive-response', 'absent', null, null, 'headline of 冠县'], ['smart-search', 'present', 'working', null, 'WAS5'], ['smart-qa', 'absent', null, null, 'headline about the province'], ['accessibility', 'present', 'working', null, '关爱版; responsive'], ['personal-space', 'present', 'reachable', null, '我的空间'],
    ['open-data-platform', 'present', 'working', null, 'oportal'], ['data-catalog', 'present', 'working', { count: 52 }, '52'], ['api-count', 'present', null, { count: 30 }, '30'], ['app-count', 'present', null, { count: 11 }, '11'], ['data-security-policy', 'present', 'working', null, 'docx on the data platform'], ['privacy-policy', 'present', 'working', { count: 6 }, 'six parts'],
  ],
  proof: { 'service-lists': [`http://${S}/icity/qzqd?page=3`], 'service-guide': [`http://${S}/icity/proinfo?id=${gd[0].id}`], 'one-entry': [`http://${S}/icity/user/login`, `http://${S}/icity/asd`], 'cross-region': [`http://${S}/icity/kytb`], 'e-certificate': [`http://${S}/icity/zz`], 'appeal-channels': [`http://${W}/rx12345.html`, `http://${W}/myzj.html`], 'case-tracking': [`http://${S}/icity/jd`, `http://${S}/icity/hcp`], 'smart-search': [`http://${W}/was5/web/search`], accessibility: [`http://${W}/`], 'personal-space': [`http://${S}/icity/space`], 'open-data-platform': [`http://${D}/liaocheng/index`], 'data-catalog': [`http://${D}/liaocheng/catalog/index?page=9`], 'api-count': [`http://${D}/liaocheng/dev/serviceList`], 'app-count': [`http://${D}/liaocheng/appcenter/index`], 'data-security-policy': [`http://${D}/liaocheng/file/lcggsj.docx`], 'privacy-policy': [`http://${W}/yszc.html`] },
  counts: { 'cross-region': [`http://${S}/icity/kytb`, /<li>/g], 'data-catalog': [`http://${D}/liaocheng/catalog/index`, /数据集\((\d+)\)/], 'api-count': [`http://${D}/liaocheng/dev/serviceList`, /API数量：(\d+)/], 'app-count': [`http://${D}/liaocheng/appcenter/index`, /app-card/g] },
  sums: { 'service-lists': [[1, 2, 3].map((i) => `http://${S}/icity/qzqd?page=${i}`), /class="q"/g] },
  ask: { search: (q) => [`http://${W}/was5/web/search?searchword=${encodeURIComponent(q)}`] },
  decoy: { 'disclosure-catalog': [/标准目录|基层政务公开/, /channel_t|\/$/], 'one-thing': [/一件事/, /channel_t|\/$/], 'knowledge-base': [/知识库|热点问题/, /channel_t|\/$/], 'proactive-response': [/主动回应|回应关切/, /channel_t|\/$/], 'smart-qa': [/智能问答|机器人/, /channel_t|\/$/] },
};

// 榆林市: 开普云 (Ucap). 32-hex .shtml pages, /so/s search, a robot on a sub-host, letters of 问政榆林; the service host does not answer.
import { createHash } from 'node:crypto';
import { ago, esc, reply, json, match, times } from '../lib.mjs';
import * as P from '../pool.mjs';

const g = { c: '榆林市', short: '榆林市', areas: ['榆阳区', '横山区', '神木市', '府谷县', '靖边县', '定边县', '绥德县', '米脂县'], seed: 6108, base: 400, paper: '榆林日报', code: '610800' };
const W = 'www.yl610800.gov.cn'; const S = 'yl.sxzwfw61.gov.cn'; const R = 'znwd.yl610800.gov.cn';
const hex = (s) => createHash('md5').update(s).digest('hex');
const news = P.news(g, 56, [
  ['神木市编制基层政务公开标准目录26个领域', ['神木市完成基层政务公开标准化规范化试点任务。'], 4],
  ['市12345热线中心完善“接诉—办理—回访”闭环', ['热线中心介绍，回访由话务人员完成，数据用于内部考核。'], 12],
  ['我市公共数据开放平台建设项目通过专家论证', ['项目建成后将开放数据目录、接口服务，预计明年底上线。'], 17],
  ['市大数据局举办数据安全培训', ['参训人员学习了数据安全法。'], 29],
  ['靖边县开设热点问题解答直播', ['靖边县相关部门负责人走进直播间。'], 41],
]);
const cols = { 'xwzx/ylyw': ['榆林要闻', news.slice(0, 34)], 'xwzx/qxdt': ['县区动态', news.slice(34)], 'zfxxgk/zcwj': ['政策文件', P.policies(g, '榆政办发')], 'zfxxgk/tjsj': ['统计数据', times(6, (i) => ({ title: `榆林市${ago(30 + i * 30, 'Y年m月')}主要经济指标`, days: 20 + i * 30, date: ago(20 + i * 30), body: ['原煤产量、规模以上工业增加值、社会消费品零售总额等数据。'], src: '市统计局' }))] };
const url = (k, r) => `/${k}/${ago(r.days, 'YM')}/${hex(k + r.title)}.shtml`;
const docs = new Map(); for (const [k, [n, rows]] of Object.entries(cols)) for (const r of rows) docs.set(url(k, r), [n, r]);
const pw = P.powers('榆林市', P.DEPTS.slice(0, 10), 3); const let_ = P.letters(g, 14, [0, 4, 8, 12]); const faq = P.faq('榆林市');
const page = (t, b, id = '') => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${t}</title><meta name="SiteName" content="榆林市人民政府"><meta name="SiteDomain" content="${W}"><meta name="SiteIDCode" content="6108000027"><meta name="viewport" content="width=device-width,initial-scale=1.0"><script>var websiteId='b4b9d58c8b4f4b9fa1e0b1c9c0e7a610';var websiteCode='6108000027';var columnId='${id}';</script><style>body{margin:0;color:#222}.ucap{max-width:1190px;margin:0 auto;padding:0 10px;overflow-wrap:anywhere}.old *{font-size:24px!important}img,table{max-width:100%}</style></head><body><div class="ucap head"><a href="/"><img src="/images/2021logo.png" alt="榆林市人民政府"></a><a href="javascript:;" onclick="document.documentElement.classList.toggle('old')">适老版</a> <a href="http://${R}/robot/index.html?siteCode=6108000027"><img src="/images/zn.png" alt="智能问答"></a><form action="/so/s" method="get"><input type="hidden" name="siteCode" value="6108000027"><input type="hidden" name="tab" value="all"><input type="text" name="qt" aria-label="搜索"><input type="submit" value="智能搜索"></form><div class="nav"><a href="/">首页</a> <a href="/xwzx/ylyw/list.shtml">新闻中心</a> <a href="/zfxxgk/index.shtml">政府信息公开</a> <a href="http://${S}/">政务服务</a> <a href="/hdjl/index.shtml">互动交流</a> <a href="/zfxxgk/tjsj/list.shtml">榆林数据</a></div></div><div class="ucap">${b}</div><div class="ucap foot"><a href="/wzdt/index.shtml">网站地图</a> <a href="/yssm/index.shtml">隐私声明</a> 主办：榆林市人民政府办公室 网站标识码：6108000027</div></body></html>`;
const corpus = [...faq.map((f, i) => [f[0], f[1], f[2], `http://${W}/zwfw/bmwd/${hex('faq' + i)}.shtml`, ago(900 + i)]), ...[...docs].filter(([, [, r]]) => !r.decoy).map(([u, [, r]]) => ['', r.title, r.body.join(''), `http://${W}${u}`, r.date])];
const bm = new Map(faq.map((f, i) => [`/zwfw/bmwd/${hex('faq' + i)}.shtml`, [f, i]]));
const fix = { 社宝: '社保', 公基金: '公积金', 身分证: '身份证', 医饱: '医保' };
function portal(ctx) {
  const p = ctx.path;
  if (p.startsWith('/images/')) return reply('', { type: 'image/png' });
  if (p === '/' || p === '/index.shtml') return page('榆林市人民政府', `<div><h2><a href="/xwzx/ylyw/list.shtml">榆林要闻</a></h2><ul>${cols['xwzx/ylyw'][1].slice(0, 28).map((r) => `<li><a href="${url('xwzx/ylyw', r)}">${r.title}</a><span>${r.date}</span></li>`).join('')}</ul></div><div><h2><a href="/xwzx/qxdt/list.shtml">县区动态</a></h2><ul>${cols['xwzx/qxdt'][1].slice(0, 14).map((r) => `<li><a href="${url('xwzx/qxdt', r)}">${r.title}</a></li>`).join('')}</ul></div><div><h2>政务服务</h2><a href="http://${S}/bszn">办事指南</a> <a href="http://${S}/kstb">跨省通办</a> <a href="http://${S}/yjs">高效办成一件事</a> <a href="http://${S}/jdcx">办件查询</a> <a href="http://${S}/user">个人中心</a></div>`);
  let m = p.match(/^\/(.+)\/list(?:_(\d+))?\.shtml$/); if (m && cols[m[1]]) { const n = Number(m[2] ?? 1); const [name, rows] = cols[m[1]]; return page(name, `<h1>${name}</h1><ul>${rows.slice((n - 1) * 20, n * 20).map((r) => `<li><a href="${url(m[1], r)}">${r.title}</a> <span>${r.date}</span></li>`).join('')}</ul><div class="paging">${times(Math.ceil(rows.length / 20), (i) => `<a href="/${m[1]}/list${i ? '_' + (i + 1) : ''}.shtml">${i + 1}</a>`).join(' ')}</div>`, hex(m[1])); }
  if (docs.has(p)) { const [n, r] = docs.get(p); return page(r.title, `<div>首页 &gt; ${n}</div><h1>${r.title}</h1><div>发布时间：${r.date} 10:21 来源：${r.src ?? '市政府办'}</div><div id="UCAP-CONTENT">${r.body.map((t) => `<p>${t}</p>`).join('')}</div>`); }
  if (bm.has(p)) { const [f, i] = bm.get(p); return page(f[1], `<h1>${f[1]}</h1><p>${ago(900 + i)}</p><p>${f[2]}</p>`); }
  if (p === '/zfxxgk/index.shtml') return page('政府信息公开', '<a href="/zfxxgk/zcwj/list.shtml">政策文件</a> <a href="/zfxxgk/qzqd.shtml">权责清单</a> <a href="/zfxxgk/tjsj/list.shtml">统计数据</a>');
  if (p === '/zfxxgk/qzqd.shtml') return page('权责清单', `<h1>榆林市市级部门权责清单（${ago(300, 'Y')}年版）</h1><p>发布日期：${ago(300)}</p><table>${pw.map((r, i) => `<tr><td>${i + 1}</td><td>${r.dept}</td><td>${r.kind}</td><td>${r.name}</td><td>${r.basis}</td><td></td></tr>`).join('')}</table>`);
  if (p === '/hdjl/index.shtml') return page('互动交流', '<a href="/hdjl/wzyl/index.shtml">问政榆林</a> <a href="/hdjl/wzyl/write.shtml">市长信箱</a> <a href="/hdjl/12345.shtml">12345热线</a> <a href="/hdjl/zjdc.shtml">征集调查</a> <a href="/hdjl/hygq/list.shtml">回应关切</a>');
  if (p === '/hdjl/wzyl/index.shtml') return page('问政榆林', `<h1>问政榆林·来信选登</h1><p>一般信件10个工作日内回复。</p>${let_.map((l) => `<div class="item"><a href="/hdjl/wzyl/detail.shtml?id=${hex(l.no)}">${l.title}</a><span>${ago(l.sent)}</span></div>`).join('')}`);
  if (p === '/hdjl/wzyl/detail.shtml') { const l = let_.find((x) => hex(x.no) === ctx.query.get('id')); return l && page(l.title, `<h1>${l.title}</h1><dl><dt>写信时间</dt><dd>${ago(l.sent)} 09:15</dd><dt>写信内容</dt><dd>${l.q}</dd><dt>回复部门</dt><dd>${l.unit}</dd><dt>回复时间</dt><dd>${ago(l.replied)} 17:02</dd><dt>回复内容</dt><dd>${l.a}</dd></dl>`); }
  if (p === '/hdjl/wzyl/write.shtml') return page('市长信箱', '<form method="post" action="/hdjl/wzyl/submit"><label>类别<select name="k"><option>咨询</option><option>投诉</option><option>求助</option><option>建议</option></select></label><label>标题<input name="t" maxlength="30"></label><label>正文<textarea name="c" maxlength="800"></textarea></label><label>手机号<input name="m"></label><p>提交成功后将生成查询码。</p><button>提交信件</button></form>');
  if (p === '/hdjl/wzyl/submit') return page('ok', '提交成功');
  if (p === '/hdjl/12345.shtml') return page('12345', '<p>榆林市12345政务服务便民热线：12345</p>');
  if (p === '/hdjl/zjdc.shtml') return page('征集调查', `<p>《榆林市物业管理办法》意见征集 ${ago(18)}，请发送至邮箱 zfb@yl610800.gov.cn。</p>`);
  if (p === '/hdjl/hygq/list.shtml') return page('回应关切', '<h1>回应关切</h1><ul></ul><p>暂无内容</p>');
  if (p === '/yssm/index.shtml') return page('隐私声明', `<h1>隐私声明</h1>${P.privacy('共享', '联系').map((t) => `<p>${t}</p>`).join('')}`);
  if (p === '/wzdt/index.shtml') return page('网站地图', Object.entries(cols).map(([k, [n]]) => `<a href="/${k}/list.shtml">${n}</a> `).join('') + `<a href="/hdjl/index.shtml">互动交流</a> ${[...bm].map(([u, [f]]) => `<a href="${u}">${f[1]}</a> `).join('')}`);
  if (p === '/so/s') { const q0 = ctx.query.get('qt') ?? ''; let q = q0; for (const [a, b] of Object.entries(fix)) q = q.replace(a, b); const rows = match(corpus, q); return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>智能搜索_榆林市人民政府</title><script>function initPubProperty(){return {wordToken:'${hex(q0)}',timestamp:'${Date.now()}',siteCode:'6108000027'}}</script></head><body><form action="/so/s"><input name="qt" value="${esc(q0)}"><button>搜索</button></form><div class="tabs"><a href="#">全部</a><a href="#">资讯</a><a href="#">公开</a><a href="#">服务</a></div>${q !== q0 ? `<p>以下是“${esc(q)}”的结果</p>` : ''}<p>共找到<em>${rows.length}</em>条结果</p>${rows.slice(0, 10).map((r) => `<div class="wordGuide"><a class="titleWord" href="${r[3]}">${r[1]}</a><p>${r[2].slice(0, 90)}</p><span>${r[4]}</span></div>`).join('')}</body></html>`; }
  return null;
}
function robot(ctx) {
  if (ctx.path === '/robot/index.html') return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>榆林市政府网站智能问答</title></head><body><div id="msg">您好！我是智能问答小助手“榆小溪”。</div><input id="t"><button onclick="var s=document.createElement('script');s.src='/robot/chat?callback=cb&siteCode=6108000027&q='+encodeURIComponent(document.getElementById('t').value);document.body.appendChild(s)">提问</button><script>function cb(d){document.getElementById('msg').innerHTML+='<p>'+d.answer+'</p>'}</script></body></html>`;
  if (ctx.path === '/robot/chat') { const r = match(faq, ctx.query.get('q')); const body = JSON.stringify({ status: 200, answer: r.length ? r[0][2] : '抱歉，我还不知道答案。', similar: r.slice(1, 4).map((x) => x[1]) }); return reply(ctx.query.get('callback') ? `${ctx.query.get('callback').replace(/\W/g, '')}(${body})` : body, { type: 'application/javascript;charset=utf-8' }); }
  return null;
}
const dead = 'link to the service host, which does not answer';
export default { code: '610800', name: '榆林市', pinyin: 'yulinshaanxi', province: '陕西省', region: '西部', portal: `http://${W}/`, service: `http://${S}/`, open_data: '', service_confidence: 'medium',
  hosts: { [W]: { handle: portal, mailbox: /wzyl\/submit/ }, [S]: { dead: true, handle: () => null }, [R]: { handle: robot } },
  truth: [
    ['service-lists', 'present', 'working', { count: 30 }, 'table of 30'], ['disclosure-catalog', 'absent', null, null, 'headline of 神木市'], ['service-guide', ['present', 'unknown'], 'linked', null, dead], ['one-entry', ['unknown'], null, null, 'the service host is dead; the portal has no log-in'], ['cross-region', ['present', 'unknown'], 'linked', null, dead], ['e-certificate', 'unknown', null, null, 'could only be on the dead host'],
    ['appeal-channels', 'present', 'working', { count: [3, 4, 5] }, 'mailbox (its form has kinds), 12345, poll by mail'], ['appeal-form', 'present', 'working', null, '800 characters, number, 10 working days'], ['one-thing', ['present', 'unknown'], 'linked', null, dead], ['case-tracking', ['unknown', 'present'], ['linked', 'reachable'], null, dead], ['reply-timeliness', 'present', null, { share: 10 / 14 }, '14 letters, four late'], ['follow-up', 'absent', null, null, 'headline; figures are kept inside'],
    ['knowledge-base', ['absent', 'present'], 'reachable', null, 'no column; single answers of over two years ago hang on the site map'], ['proactive-response', ['absent', 'present'], 'reachable', null, 'column 回应关切 is empty'], ['smart-search', 'present', 'working', null, '/so/s'], ['smart-qa', 'present', 'working', null, 'JSONP robot'], ['accessibility', 'present', 'working', null, '适老版 toggles; responsive'], ['personal-space', ['present', 'unknown'], 'linked', null, dead],
    ['open-data-platform', 'absent', null, null, 'headline: to open next year; 榆林数据 are statistics'], ...['data-catalog', 'api-count', 'app-count'].map((x) => [x, ['absent', 'not-applicable'], null, null, 'no platform']), ['data-security-policy', 'absent', null, null, 'headline of a training'], ['privacy-policy', 'present', 'reachable', { count: 2 }, 'two parts'],
  ],
  proof: { 'service-lists': [`http://${W}/zfxxgk/qzqd.shtml`], 'appeal-channels': [`http://${W}/hdjl/12345.shtml`], 'appeal-form': [`http://${W}/hdjl/wzyl/write.shtml`], 'reply-timeliness': [`http://${W}/hdjl/wzyl/detail.shtml?id=${hex(let_[3].no)}`], 'smart-search': [`http://${W}/so/s`], 'smart-qa': [`http://${R}/robot/index.html?siteCode=6108000027`], accessibility: [`http://${W}/`], 'privacy-policy': [`http://${W}/yssm/index.shtml`] },
  counts: { 'service-lists': [`http://${W}/zfxxgk/qzqd.shtml`, /<tr>/g] },
  letters: { pages: let_.map((l) => `http://${W}/hdjl/wzyl/detail.shtml?id=${hex(l.no)}`), sent: /写信时间<\/dt><dd>([\d-]+)/, replied: /回复时间<\/dt><dd>([\d-]+)/, limit: 10 },
  ask: { search: (q) => [`http://${W}/so/s?qt=${encodeURIComponent(q)}`], qa: (q) => [`http://${R}/robot/chat?q=${encodeURIComponent(q)}`] },
  decoy: { 'disclosure-catalog': [/基层政务公开/, /xwzx|\/$/], 'follow-up': [/回访/, /xwzx|\/$/], 'open-data-platform': [/数据开放平台/, /xwzx|\/$/], 'data-security-policy': [/数据安全/, /xwzx|\/$/] },
};

// Panzhihua: the registered address has moved (meta refresh); a phone-first site with endless lists by JSON cursor, all guides as accordions on one page, no search at all, data open as a column of the portal.
import { ago, docx, esc, json, reply, times } from '../lib.mjs';
import { filler, headline, guides, powers, SETS, THINGS } from '../text.mjs';
const O = 'www.panzhihua-lao.gov.cn', P = 'm.panzhihua-jinsha.gov.cn';
const who = ['东区', '西区', '仁和区', '米易县', '盐边县', '钒钛高新区', '市康养局'];
const news = times(64, (i) => ({ id: 'n' + (300 + i), title: headline(who, i), day: 1 + i * 2 }));
news[4].title = '四川省一体化平台“办件查询”改版，成都先行'; news[9].title = '泸州智能搜索让找文件快了三倍'; news[17].title = '市文联个人空间主题书画展'; news[22].title = '乐山回应关切栏目做法获推介'; news[33].title = '12345话务员：一年打出六千个回访电话'; news[39].title = '专家讲数据安全：企业怎么做备份';
const depts = ['水利局', '林业局', '交通运输局', '经济和信息化局', '民政局', '文广旅局'];
const qz = powers(60, '攀枝花市', depts);
const gd = guides('攀枝花市');
const letters = times(12, (i) => ({ id: 'l' + (40 + i), title: ['芒果大道路灯', '江边步道护栏', '公交207路', '山体落石', '康养小区供水', '小学课后服务', '夜市噪声', '停车泊位', '农村厕所', '电站移民补助', '老年大学报名', '快递上山'][i], asked: 28 + i * 9, took: i === 6 ? 41 : 3 }));
const kb = times(10, (i) => ({ id: 'k' + i, title: ['冬季来康养要办居住证吗', '外地老人看病怎么结算', '芒果种植有哪些补贴', '钒钛园区落户', '公租房申请', '生育登记', '养老金认证', '失业金', '职工体检', '学位申请'][i], day: 22 + i * 50 }));
const sets = SETS.slice(5, 23).map((t, i) => ({ id: i + 1, t: `攀枝花${t}`, day: 11 + i * 9 }));
const lay = (t, x) => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover"><title>${esc(t)} · 攀枝花市人民政府</title><style>*{box-sizing:border-box}body{margin:0;padding:0 14px 60px;font:17px/1.8 sans-serif;overflow-wrap:anywhere}table{width:100%;table-layout:fixed}.tab{position:fixed;bottom:0;left:0;right:0;display:flex;justify-content:space-around;background:#eee}input,textarea{max-width:100%}</style></head><body><h1>${esc(t)}</h1>${x}<p><a href="/yinsi">隐私政策</a></p><nav class="tab"><a href="/">首页</a><a href="/gongkai">公开</a><a href="/banshi">办事</a><a href="/hudong">互动</a></nav></body></html>`;
const feed = (kind) => `<ul id="feed"></ul><button id="more" data-feed="${kind}">加载更多</button><script>(function(){var c=0,b=document.getElementById('more');function go(){fetch('/v2/feed/${kind}?cursor='+c).then(function(r){return r.json()}).then(function(d){d.items.forEach(function(i){var l=document.createElement('li'),a=document.createElement('a');a.href='/p/'+i.id;a.textContent=i.title+' '+i.date;l.appendChild(a);document.getElementById('feed').appendChild(l)});c=d.next;if(c===null)b.remove()})}b.onclick=go;go()})()</script>`;
const feeds = { news: [news, 12], letters: [letters.map((l) => ({ ...l, day: l.asked })), 5], kb: [kb, 20] };
const handle = (ctx) => {
  const p = ctx.path, q = ctx.query; let m;
  if ((m = /^\/v2\/feed\/(\w+)$/.exec(p)) && feeds[m[1]]) { const [rows, n] = feeds[m[1]]; const c = Number(q.get('cursor')) || 0; return json({ items: rows.slice(c, c + n).map((x) => ({ id: x.id, title: x.title, date: ago(x.day) })), next: c + n < rows.length ? c + n : null, total: rows.length }); }
  if ((m = /^\/v2\/power\/(\d)$/.exec(p)) && depts[m[1]]) return json({ dept: depts[m[1]], items: qz.filter((r) => r.org.endsWith(depts[m[1]])) });
  if ((m = /^\/p\/(\w+)$/.exec(p))) { const id = m[1]; const l = letters.find((x) => x.id === id); if (l) return lay(l.title, `<dl><dt>来信日期</dt><dd>${ago(l.asked)}</dd><dt>来信</dt><dd>${l.title}请关注。</dd><dt>答复日期</dt><dd>${ago(l.asked - l.took)}</dd><dt>答复</dt><dd>已联系办理。</dd></dl>`); const x = [...news, ...kb].find((y) => y.id === id); return x && lay(x.title, `<p>${ago(x.day)}</p>${filler(x.day + 3, 3).map((y) => `<p>${y}</p>`).join('')}`); }
  if (p === '/') return lay('攀枝花市人民政府', `<section><h2>阳光花城</h2>${news.slice(0, 20).map((n) => `<p><a href="/p/${n.id}">${n.title}</a></p>`).join('')}${feed('news')}</section><p><a href="/shuju">数据开放</a> <a href="/robot">智能问答</a> <a href="/gzh">微信公众号</a></p>`);
  if (p === '/gongkai') return lay('公开', '<p><a href="/qzqd">权责清单</a></p><p><a href="/jcgk/">基层政务公开标准目录</a></p><p><a href="/wenjian">文件</a></p>');
  if (p === '/qzqd') return lay('权责清单', `<p>六个部门共60项，点开部门查看。</p>${depts.map((d, i) => `<details data-dept="${i}"><summary>${d}</summary><ol></ol></details>`).join('')}<script>document.querySelectorAll('details').forEach(function(d){d.addEventListener('toggle',function(){if(d.open&&!d.dataset.ok){d.dataset.ok=1;fetch('/v2/power/'+d.dataset.dept).then(function(r){return r.json()}).then(function(j){d.querySelector('ol').innerHTML=j.items.map(function(x){return '<li>'+x.name+' '+x.kind+' '+x.basis+'</li>'}).join('')})}})})</script>`);
  if (p === '/wenjian') return lay('文件', '<p><a href="/files/kangyang.docx">攀枝花市康养产业扶持办法（Word）</a></p>');
  if (p === '/files/kangyang.docx') return reply(docx(['攀枝花市康养产业扶持办法', '第一条 对新建养老床位给予补助。', '第二条 对来攀康养老人给予公交优惠。']), { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' });
  if (p === '/banshi') return lay('办事', '<p><a href="/zhinan">办事指南</a></p><p><a href="/yijianshi">高效办成一件事</a></p><p><a href="/tongban">跨省通办</a></p><p><a href="/zhengzhao">电子证照</a></p>');
  if (p === '/zhinan') return lay('办事指南', gd.map((g, i) => `<details id="g${i}"><summary>${g.name}</summary><table>${[['事项名称', g.name], ['实施主体', g.org], ['服务对象', g.who], ['设定依据', g.basis], ['受理条件', g.cond], ['申请材料', g.stuff.join('；')], ['办理流程', g.steps.join('→')], ['法定时限', g.legal], ['承诺时限', g.promised], ['收费标准', g.fee], ['办理地点', g.place], ['办理时间', g.hours], ['咨询电话', g.tel], ['监督电话', g.watch], ['办理结果', g.result], ['送达方式', g.way]].map(([a, b]) => `<tr><th>${a}</th><td>${b}</td></tr>`).join('')}</table></details>`).join(''));
  if (p === '/yijianshi') return lay('高效办成一件事', `<ol>${THINGS.slice(8, 16).map((t) => `<li>${t}一件事：窗口一次收件</li>`).join('')}</ol>`);
  if (p === '/tongban') return lay('跨省通办', '<p>与云南昆明、楚雄、丽江和凉山互设窗口，欢迎到市民中心咨询跨省通办业务。</p>');
  if (p === '/hudong') return lay('互动', '<p><a href="/xiexin">写信给市长</a></p><p><a href="/laixin">来信与答复</a></p><p><a href="/wenda">常见问题</a></p><p>政务热线 12345</p>');
  if (p === '/xiexin') return lay('写信给市长', ctx.method === 'POST' ? '<p>已收到。</p>' : '<p>十个工作日内答复。</p><form method="post"><p><input name="t" placeholder="标题" maxlength="30"></p><p><textarea name="c" placeholder="内容，1500字以内" maxlength="1500"></textarea></p><button>发出</button></form>');
  if (p === '/laixin') return lay('来信与答复', '<p>答复时限十个工作日。</p>' + feed('letters'));
  if (p === '/wenda') return lay('常见问题', feed('kb'));
  if (p === '/robot') return lay('智能问答', '<p>智能问答服务正在更换供应商，暂不能提问。</p>');
  if (p === '/gzh') return lay('微信公众号', '<p>搜索“攀枝花发布”关注公众号，也可使用“花城通”应用。</p>');
  if (p === '/shuju') return lay('数据开放', `<p>攀枝花市公共数据开放专栏，共 ${sets.length} 个数据集。</p><table><tr><th>数据集</th><th>更新</th></tr>${sets.map((s) => `<tr><td><a href="/shuju/${s.id}.csv">${s.t}</a></td><td>${ago(s.day)}</td></tr>`).join('')}</table>`);
  if ((m = /^\/shuju\/(\d+)\.csv$/.exec(p)) && sets[m[1] - 1]) return reply('名称,数值\n米易,1\n', { type: 'text/csv; charset=utf-8' });
  if (p === '/yinsi') return lay('隐私政策', `<p>收集的信息：来信时填写的手机号码。</p><p>使用目的：仅用于答复。</p><p>共享：不向第三方提供。</p><p>存储期限：一年。</p><p>安全措施：加密存储。</p><p>您的权利：可以查询、删除。</p><p>联系我们：0812-0000000。</p><p>生效日期：${ago(90)}</p>`);
};
const old = (ctx) => (ctx.path === '/' ? `<html><head><meta charset="utf-8"><meta http-equiv="refresh" content="3;url=http://${P}/"><title>网站迁移</title></head><body><p>攀枝花市人民政府网站已迁移，请访问 <a href="http://${P}/">新址</a>。</p></body></html>` : null);
const u = (x) => `http://${P}${x}`;
export default { code: '510400', name: '攀枝花市', pinyin: 'panzhihua', province: '四川省', region: '西部', portal: `http://${O}/`, service: '', open_data: '',
  hosts: { [O]: { handle: old }, [P]: { handle, gzip: true, mailbox: /xiexin/ } }, deadLinks: ['/jcgk/', '/zhengzhao'],
  more(x, t) { const o = []; for (const m of t.matchAll(/data-feed="(\w+)"/g)) o.push(u(`/v2/feed/${m[1]}?cursor=0`)); if (/\/v2\/feed\//.test(x)) { const d = JSON.parse(t); for (const i of d.items) o.push(u('/p/' + i.id)); if (d.next !== null) o.push(x.replace(/cursor=\d+/, 'cursor=' + d.next)); } for (const m of t.matchAll(/data-dept="(\d)"/g)) o.push(u('/v2/power/' + m[1])); return o; },
  evidence: { 'service-lists': [u('/v2/power/5')], 'disclosure-catalog': [u('/gongkai')], 'service-guide': [u('/zhinan')], 'one-entry': [u('/gzh')], 'cross-region': [u('/tongban')], 'e-certificate': [u('/banshi')], 'appeal-channels': [u('/hudong')], 'appeal-form': [u('/xiexin')], 'one-thing': [u('/yijianshi')], 'reply-timeliness': [u('/v2/feed/letters?cursor=10')], 'knowledge-base': [u('/p/k0')], 'smart-qa': [u('/robot')], accessibility: [u('/')], 'open-data-platform': [u('/shuju')], 'data-catalog': [u('/shuju')], 'privacy-policy': [u('/yinsi')] },
  verify({ call, textOf, say }) { let n = 0; for (let i = 0; i < 6; i++) n += JSON.parse(textOf(call(u('/v2/power/' + i)))).items.length; if (n !== 60) say(`powers ${n}`); },
  decoys: { 'case-tracking': [['办件查询', 3, 'headline on the province']], 'smart-search': [['智能搜索', 3, 'headline on Luzhou'], ['<form role="search"', 0, '']], 'personal-space': [['个人空间', 3, 'headline on paintings']], 'proactive-response': [['回应关切', 2, 'headline on Leshan']], 'follow-up': [['回访', 2, 'headline on an operator']], 'data-security-policy': [['数据安全', 2, 'headline on firms']] },
  truth: [
    ['service-lists', 'present', 'working', { count: [60] }, 'page states 60; rows come when a department is opened'],
    ['disclosure-catalog', ['present', 'unknown'], 'linked', null, 'entry answers 404'],
    ['service-guide', 'present', 'working', { share: [1] }, 'ten guides as accordions of one page'],
    ['one-entry', 'present', 'reachable', null, 'page of WeChat and app'],
    ['cross-region', 'present', 'reachable', null, 'a paragraph without number'],
    ['e-certificate', ['present', 'unknown'], 'linked', null, 'entry answers 404'],
    ['appeal-channels', 'present', 'working', null, 'mailbox, 12345'],
    ['appeal-form', 'present', 'working', null, '1500 characters, ten working days'],
    ['one-thing', 'present', 'working', { count: [8] }, 'eight things'],
    ['case-tracking', 'absent', null, null, 'headline on the province'],
    ['reply-timeliness', 'present', null, { share: [11 / 12] }, 'one of twelve late, feed with a cursor'],
    ['follow-up', 'absent', null, null, 'headline on an operator'],
    ['knowledge-base', 'present', 'working', null, '常见问题, newest 22 days old'],
    ['proactive-response', 'absent', null, null, 'headline on Leshan'],
    ['smart-search', 'absent', null, null, 'the site has no search'],
    ['smart-qa', 'present', 'reachable', null, 'page says one cannot ask at present'],
    ['accessibility', 'present', 'working', null, 'fits a phone'],
    ['personal-space', 'absent', null, null, 'headline on paintings'],
    ['open-data-platform', 'present', 'working', { count: [18] }, 'column of the portal with 18 sets'],
    ['data-catalog', 'present', 'working', { count: [18] }, '18 sets on one page'],
    ['api-count', ['absent', 'unknown'], null, null, 'the column has none'],
    ['app-count', ['absent', 'unknown'], null, null, 'the column has none'],
    ['data-security-policy', 'absent', null, null, 'headline; the Word file is on health care'],
    ['privacy-policy', 'present', 'working', null, 'eight parts'],
  ] };

// Enshi: lists as XML islands that a script unpacks; the conversation and search folders are forbidden by robots.txt, the service platform is a log-in; a data platform in nested tables.
import { reply, script, ago, go, posted, times, year } from '../lib.mjs';
import { articles, facts, fields } from '../words.mjs';

const P = 'www.qingjianges.gov.cn'; const S = 'xbt.qingjianges.gov.cn'; const D = 'sjkf.qingjianges.gov.cn';
const swap = (s) => s.replace(/我市/g, '我州').replace(/全市/g, '全州').replace(/市政府/g, '州政府').replace(/市委/g, '州委').replace(/市(?=(发展改革委|农业农村局|教育局|林业局|水务局|交通运输局|文化旅游局|生态环境局|应急管理局|住建局|工信局|商务局))/g, '州');
const news = articles(4228, '恩施州', 120, [
  ['我州推进“高效办成一件事”改革', '各部门要按任务分工抓紧落实。'], ['州领导回应关切：茶叶销售有保障', '在茶叶大会上，州领导回答了客商提问。'], ['12345热线办理质量回访工作培训班开班', '培训为期两天。'],
  ['州数据局组织数据安全应急演练', '演练模拟了勒索病毒攻击情景。'], ['智能问答助手开发方案论证会召开', '专家建议明年分步实施。'], ['电子证照知识有奖问答活动结束', '活动共收到答卷八百份。'],
], swap);
const pgJs = `document.addEventListener('DOMContentLoaded',function(){var s=document.querySelectorAll('script[type="text/xml"]');for(var i=0;i<s.length;i++){var t=s[i].textContent,r=/<record><!\\[CDATA\\[([\\s\\S]*?)\\]\\]><\\/record>/g,m,h='';while(m=r.exec(t))h+=m[1];var u=document.createElement('div');u.className='pgContainer';u.innerHTML=/<tr/.test(h)?'<table border="1">'+h+'</table>':'<ul>'+h+'</ul>';s[i].parentNode.appendChild(u);}});`;
const island = (id, rows, total = rows.length) => `<div id="${id}"><script type="text/xml"><datastore><totalrecord>${total}</totalrecord><totalpage>1</totalpage><recordset>${rows.map((r) => `<record><![CDATA[${r}]]></record>`).join('')}</recordset></datastore></script></div>`;
const tpl = (t, b) => `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${t}</title><style>.w1200{width:1200px;margin:0 auto}.mn{background:#2f6b3a;height:44px}.mn a{color:#fff;padding:0 22px;line-height:44px}.ls li{line-height:32px}</style><script src="/script/pg.js"></script></head><body><div class="w1200"><div class="tl"><a href="/">恩施土家族苗族自治州人民政府</a> <a href="/tw/index.html">繁體</a> <a href="http://${S}/my">用户空间</a> <input id="sw"><button onclick="location.href='/so/list?wd='+encodeURIComponent(document.getElementById('sw').value)">找</button></div><div class="mn"><a href="/col/col101/index.html">清江要闻</a><a href="/col/col110/index.html">硒都账房</a><a href="/col/col120/index.html">晒一晒</a><a href="http://${S}/">网上大厅</a><a href="/hd/zzxx/index.html">州长信箱</a><a href="/col/col130/index.html">民生热线</a><a href="/col/col140/index.html">州情百答</a><a href="/col/col160/index.html">武陵山通办</a><a href="/col/col150/index.html">文件库</a><a href="http://${D}/">数据</a></div><h1>${t}</h1>${b}<div class="ft">恩施州人民政府办公室　网站标识码4228000002</div></div></body></html>`;
const url = (a) => `/art/${a.date.slice(0, 4)}/${+a.date.slice(5, 7)}/${+a.date.slice(8)}/art_101_${a.id}.html`;
const li = (a) => `<li><a href='${url(a)}'>${a.title}</a><b>${a.date}</b></li>`;
const lists = [['行政许可事项清单', 10, 32], ['权责清单', 0, 40], ['涉企收费清单', 30, 37]].map(([t, a, b], i) => ({ t, rows: facts.slice(a, b), id: 1101 + i }));
const covered = [1, 6, 10, 14, 15, 20, 23];
const shared = facts.slice(20, 36);
const answers = facts.slice(0, 15).map((f, i) => ({ q: `${f.n}，怎么办？`, a: f.a, d: ago(33 + i * 15), i }));
const docs = [['恩施州数据管理暂行办法【已废止】', '本办法已于上年度宣布废止，全文（含数据安全一章）不再提供。'], ['关于征求《恩施州数据条例（草案）》意见的通知', '草案正在起草，有关章节尚未形成，请先就框架提出意见。'], ['关于加强茶园管护的通知', '各县市要做好冬季管护。'], ['关于旅游安全工作的通知', '各景区要落实责任。'], ['关于河湖长制考核的通知', '考核结果予以通报。']];
const cols = {
  110: () => tpl('硒都账房', `<ul class="ls">${lists.map((l) => `<li><a href="/col/col${l.id}/index.html">${l.t}</a></li>`).join('')}</ul>`),
  120: () => tpl('晒一晒', `<p>基层政务公开标准化目录（试点领域）</p><ul class="ls">${fields.map((f, i) => (covered.includes(i) ? `<li><a href="/col/col${1201 + i}/index.html">${f}</a></li>` : `<li>${f}</li>`)).join('')}</ul>`),
  130: () => tpl('民生热线', '<p>恩施州12345政务服务便民热线，全天24小时受理咨询、求助、投诉、举报和建议。</p>'),
  140: () => tpl('州情百答', `<p>汇集群众常问的问题（常见问题），按月更新。</p>${island('a140', answers.map((x) => `<li><a href='/art/ask/${x.i}.html'>${x.q}</a><b>${x.d}</b></li>`))}`),
  150: () => tpl('文件库', island('a150', docs.map(([t], i) => `<li><a href='/art/doc/${i}.html'>${t}</a></li>`))),
  160: () => tpl('武陵山通办', `<p>武陵山片区四省市（湘鄂渝黔）跨省通办，下列事项可在片区内任一政务大厅办理：</p>${island('a160', shared.map((f) => `<li>${f.n}</li>`))}`),
};
for (const l of lists) cols[l.id] = () => tpl(l.t, `<p>公布时间：${ago(88)}</p>${island('b' + l.id, l.rows.map((f, i) => `<tr><td>${i + 1}</td><td>${f.n}${l.id === 1103 ? '收费' : ''}</td><td>${f.w}</td><td>${f.law}</td></tr>`))}`);
for (const i of covered) cols[1201 + i] = () => tpl(`${fields[i]}领域公开标准目录`, island('c' + i, times(6, (k) => `<tr><td>${k + 1}</td><td>${fields[i]}公开事项${k + 1}</td><td>依据、程序、结果</td><td>州直主管部门</td><td>20个工作日</td></tr>`)));
function portal(ctx) {
  const { path, query } = ctx;
  if (path === '/script/pg.js') return script(pgJs);
  if (path === '/') return tpl('清江之畔 仙居恩施', `<h3>清江要闻</h3>${island('h1', news.slice(0, 40).map(li))}`);
  if (path === '/tw/index.html') return '<!doctype html><html lang="zh-Hant"><head><meta charset="utf-8"><title>恩施土家族苗族自治州人民政府</title></head><body><h1>恩施州概況</h1><p>恩施州位於湖北省西南部，轄二市六縣，是著名的茶鄉與硒都。</p><p><a href="/tw/scenery.html">風景名勝</a></p></body></html>';
  if (path === '/tw/scenery.html') return '<!doctype html><html lang="zh-Hant"><head><meta charset="utf-8"><title>風景名勝</title></head><body><h1>風景名勝</h1><p>大峽谷、騰龍洞、土司城，遊客終年不斷。</p></body></html>';
  if (path === '/col/col101/index.html') { const p = Math.min(5, Math.max(1, +query.get('pageNum') || 1)); return tpl('清江要闻', island('l101', news.slice((p - 1) * 24, p * 24).map(li), news.length) + `<p>${times(5, (i) => `<a href="/col/col101/index.html?pageNum=${i + 1}">${i + 1}</a>`).join(' ')}</p>`); }
  const c = /^\/col\/col(\d+)\/index\.html$/.exec(path); if (c) return cols[c[1]]?.();
  const n = /art_101_(\d+)\.html$/.exec(path); if (n) { const a = news.find((x) => x.id === +n[1]); return a && url(a) === path ? tpl(a.title, `<p>${a.date}　${a.source}</p>${a.body.map((p) => `<p>${p}</p>`).join('')}`) : null; }
  const d = /^\/art\/(ask|doc)\/(\d+)\.html$/.exec(path); if (d && d[1] === 'ask') { const x = answers[d[2]]; return x && tpl(x.q, `<p>${x.d}</p><p>${x.a}。</p>`); }
  if (d) { const x = docs[d[2]]; return x && tpl(x[0], `<p>${x[1]}</p>`); }
  if (path.startsWith('/hd/zzxx/')) return tpl('州长信箱', '<form method="post" action="/hd/zzxx/save"><input name="bt"><textarea name="nr"></textarea><button>提交</button></form>');
  if (path.startsWith('/so/')) return tpl('查找', '<p>没有找到。</p>');
  return null;
}
function service({ path }) {
  if (path === '/login') return `<!doctype html><html><head><meta charset="utf-8"><title>硒办通 登录</title></head><body><h2>硒办通</h2><p>个人用户 | 法人用户（个人空间、企业空间登录后可用）</p><p>本账号与恩施州人民政府门户网站账号互通，一次注册、两处登录（统一身份认证）。</p><form method="post" action="/login"><input name="u"><input name="p" type="password"><button>登录</button></form><p>登录即同意<a href="/yhxz.html">《用户须知》</a></p></body></html>`;
  if (path === '/yhxz.html') return '<!doctype html><html><head><meta charset="utf-8"><title>用户须知</title></head><body><h2>用户须知</h2><p>一、请妥善保管账号和口令。</p><p>二、关于隐私：注册时收集您的姓名和手机号，用于身份核验。</p><p>三、请勿上传违法内容。</p></body></html>';
  return go('/login');
}
const sets = times(58, (i) => ({ n: `恩施州${facts[i % 50].n.replace(/（.*?）/g, '')}${i < 50 ? '统计数据' : '机构名录'}`, i, d: ago(9 + i * 4) }));
const dtpl = (t, b) => `<html><head><meta charset="utf-8"><title>${t} 恩施州数据开放平台</title></head><body bgcolor="#eef5ee"><table width="960" align="center"><tr><td colspan="2"><b>恩施州数据开放平台</b></td></tr><tr><td width="120" valign="top"><table><tr><td><a href="/">首页</a></td></tr><tr><td><a href="/ml?p=1">数据目录</a></td></tr><tr><td><a href="/api">接口规范</a></td></tr><tr><td><a href="/yy">用数案例</a></td></tr></table></td><td>${b}</td></tr></table></body></html>`;
function data({ path, query }) {
  if (path === '/') return dtpl('首页', '<p>已开放数据集 58 个，覆盖 17 个部门。</p>');
  if (path === '/ml') { const p = Math.min(3, Math.max(1, +query.get('p') || 1)); const w = query.get('w') ?? ''; const r = sets.filter((s) => s.n.includes(w)); return dtpl('数据目录', `<form action="/ml">名称<input name="w"><input type="submit" value="检索"></form><p>共 ${r.length} 个数据集</p><table border="1">${r.slice((p - 1) * 20, p * 20).map((s) => `<tr><td><table><tr><td><a href="/ml/${s.i}">${s.n}</a></td></tr><tr><td>更新 ${s.d}　格式 XLS、CSV</td></tr></table></td></tr>`).join('')}</table>${[1, 2, 3].map((i) => `<a href="/ml?p=${i}">${i}</a>`).join(' ')}`); }
  const m = /^\/ml\/(\d+)$/.exec(path); if (m) { const s = sets[m[1]]; return s && dtpl(s.n, `<p>更新 ${s.d}</p><a href="/xz/${s.i}.csv">下载CSV</a> <a href="/xz/${s.i}.xls">下载XLS</a>`); }
  const f = /^\/xz\/(\d+)\.(csv|xls)$/.exec(path); if (f && f[2] === 'csv') return reply('年份,数量\n' + (year - 1) + ',12\n', { type: 'text/csv; charset=utf-8' });
  if (path === '/api') return dtpl('接口规范', '<h3>调用说明</h3><p>请求方式为GET，返回JSON，每分钟不超过60次，示例：/service/{接口编号}?key=您的密钥。</p><p>本平台目前未发布数据接口。</p>');
  if (path === '/yy') return dtpl('用数案例', `<p>应用成果共 4 例</p><dl>${['茶园气象', '硒品溯源', '峡谷客流', '药材行情'].map((t) => `<dt>${t}</dt><dd>利用平台数据开发</dd>`).join('')}</dl>`);
  return null;
}
const both = ['unknown', 'present'];
export default { code: '422800', name: '恩施土家族苗族自治州', pinyin: 'enshi', province: '湖北省', region: '中部', portal: `http://${P}/`, service: `http://${S}/`, open_data: `http://${D}/`,
  hosts: { [P]: { handle: (ctx) => { if (ctx.method === 'POST') posted(ctx); return portal(ctx); }, robots: 'User-agent: *\nDisallow: /hd/\nDisallow: /so/\n', mailbox: /^\/hd\/zzxx\/save/ }, [S]: { handle: service }, [D]: { handle: data } },
  deadLinks: [/\/xz\/\d+\.xls$/], stems: ['/so/list?wd='],
  witness: { 'service-lists': '/col/col1101/index.html', 'disclosure-catalog': '/col/col1202/index.html', 'one-entry': `${S}/login`, 'cross-region': '/col/col160/index.html', 'appeal-channels': '/col/col130/index.html', 'knowledge-base': '/col/col140/index.html', accessibility: '/tw/index.html', 'personal-space': `${S}/login`, 'open-data-platform': `${D}/`, 'data-catalog': `${D}/ml?p=3`, 'app-count': `${D}/yy`, 'privacy-policy': `${S}/yhxz.html` },
  decoys: { 'api-count': [new RegExp(`^${D}/api$`), 'a document about calling, which says that none is published'] },
  truth: [
    ['service-lists', 'present', 'working', null, '硒都账房: three lists as XML islands of 22, 40 and 7 rows'], ['disclosure-catalog', 'present', 'working', { count: 7 }, '晒一晒: 7 of 26 fields are linked and have rows'],
    ['service-guide', both, 'linked', null, '网上大厅 is a log-in at every address'], ['one-entry', 'present', 'working', null, 'the log-in page says that the account serves the portal too'], ['cross-region', 'present', 'working', { count: 16 }, '武陵山通办 lists 16 in an XML island, no number stated'],
    ['e-certificate', 'unknown', null, null, 'the service platform is behind the log-in'], ['appeal-channels', 'present', 'working', null, '民生热线 names 12345; the mailbox is under /hd/, which robots.txt forbids'], ['appeal-form', both, 'linked', null, 'linked from every page, forbidden by robots.txt'],
    ['one-thing', 'unknown', null, null, 'the service platform is behind the log-in'], ['case-tracking', 'unknown', null, null, 'the service platform is behind the log-in'], ['reply-timeliness', 'unknown', null, null, '/hd/ is forbidden'], ['follow-up', 'unknown', null, null, '/hd/ is forbidden; a headline only'],
    ['knowledge-base', 'present', 'working', null, '州情百答, newest 33 days old'], ['proactive-response', ['unknown', 'absent'], null, null, 'nowhere in what may be read, but /hd/ is forbidden'], ['smart-search', both, 'linked', null, 'a box that opens /so/, which robots.txt forbids'],
    ['smart-qa', ['unknown', 'absent'], null, null, 'nowhere in what may be read; a headline about a plan'], ['accessibility', 'present', 'reachable', null, 'traditional characters; the page claims the device width but is 1200 px wide'], ['personal-space', 'present', 'reachable', null, '用户空间 leads to the log-in'],
    ['open-data-platform', 'present', 'working', null, 'plain platform in nested tables'], ['data-catalog', 'present', 'working', { count: 58 }, '58 stated and listed on three pages; the XLS links are dead'], ['api-count', 'absent', null, null, 'a document about calling interfaces, none published'], ['app-count', 'present', null, { count: 4 }, '用数案例: 4 in a definition list'],
    ['data-security-policy', ['absent', 'unknown'], null, null, 'a repealed policy without text and a draft without chapters'], ['privacy-policy', 'present', 'reachable', null, 'one clause of 用户须知: two parts of eight'],
  ],
  recount: (get) => ({ 'disclosure-catalog': fields.filter((_, i) => get(P, `/col/col${1201 + i}/index.html`).includes('<tr>')).length, 'cross-region': get(P, '/col/col160/index.html').split('<record>').length - 1, 'data-catalog': [1, 2, 3].reduce((n, p) => n + get(D, `/ml?p=${p}`).split('/ml/').length - 1, 0), 'app-count': get(D, '/yy').split('<dt>').length - 1 }) };

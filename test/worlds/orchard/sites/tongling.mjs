// Tongling: site/label fragments loaded into the page by script, a JSONP robot, an elder version of its own, guides with half of the elements.
import { ago, esc, match, pdf, reply, script, times } from '../lib.mjs';
import { topics as T, filler, headline, guides, powers, FIELDS, THINGS } from '../text.mjs';
const P = 'www.tongling-tianjing.gov.cn', Z = 'tlzw.tongling-tianjing.gov.cn';
const who = ['铜官区', '义安区', '枞阳县', '郊区', '市铜文化中心', '市港口局', '经开区'];
const news = times(57, (i) => ({ id: 5460000 + i * 11, title: headline(who, i), day: 1 + i * 3 }));
news[2].title = '合肥数据开放平台上线五周年综述'; news[8].title = '宣城知识库让窗口人员少翻文件'; news[13].title = '回访老矿工：记者手记'; news[24].title = '安徽省公共数据开放应用大赛我市无作品入围';
const tops = T((t, x) => [`铜陵便民：${t}`, `铜陵市民注意，${x}。`]);
const qz = powers(73, '铜陵市', ['生态环境局', '交通运输局', '住建局', '林业局']);
const gd = guides('铜陵市');
const kua = [['长三角“一网通办”', powers(14, '铜陵市', ['公安局'])], ['合肥都市圈', powers(12, '铜陵市', ['人社局'])], ['省内通办', powers(8, '铜陵市', ['医保局'])]];
const letters = times(10, (i) => ({ id: 91200 + i, title: ['天井湖步道', '公交站牌错字', '老旧电梯', '铜矿博物馆开放', '学校午餐', '停车位划线', '油烟扰民', '河长牌更新', '物业费', '农村垃圾清运'][i], asked: 33 + i * 8, took: [0, 3, 6, 9].includes(i) ? 32 : 2 }));
const hy = times(10, (i) => ({ id: 7710 + i, title: ['回应长江渡口停航', '回应早餐摊疏导', '回应铜草花节交通', '回应自来水水压', '回应网约车价格', '回应学区微调', '回应河道采砂举报', '回应医院床位', '回应路名更改', '回应物业换选'][i], day: 5 + i * 21 }));
const law = ['铜陵市政务数据资源管理办法', '第一章 总则', '第一条 为加强政务数据资源管理，制定本办法。', '第二章 归集和共享', '第六条 市数据资源主管部门统筹归集。', '第三章 数据安全管理', '第十一条 各单位对本单位数据安全负责，落实等级保护。', '第十二条 建立数据安全应急处置和检查制度。', '第四章 附则', '第十五条 本办法自发布之日起施行。'];
const page = (t, x, o = '') => `<!DOCTYPE html><html><head><meta charset="utf-8"/><title>${esc(t)}_铜陵市人民政府</title><meta name="SiteName" content="铜陵市人民政府"/><meta name="SiteIDCode" content="3407000040"/><script src="http://${P}/assets/js/label.js"></script><style>.wp{width:1240px;margin:0 auto}</style></head><body ${o}><div class="wp"><div class="dh"><a href="http://${P}/">首页</a><a href="http://${P}/content/column/4697350">铜都要闻</a><a href="http://${P}/openness/index">政务公开</a><a href="http://${Z}/">政务服务</a><a href="http://${P}/hudong/index">互动交流</a><a href="http://${P}/robot/index">铜小智</a><a href="http://${P}/elder/index">长辈版</a></div><form action="http://${P}/site/search/4697349"><input name="keywords" placeholder="请输入关键词"/><button type="submit">搜索</button></form>${x}<div class="bq"><a href="http://${P}/content/article/100">隐私保护</a> 铜陵市人民政府办公室主办</div></div></body></html>`;
const labelJs = `function label(box,name,page){var x=new XMLHttpRequest();x.open('GET','/site/label/8888?labelName='+name+'&pageIndex='+(page||1)+'&_='+Date.now());x.onload=function(){document.getElementById(box).innerHTML=x.responseText};x.send()}`;
const hole = (name) => `<div id="lab_${name}" data-label="${name}"><span>加载中…</span></div><script>label('lab_${name}','${name}',1)</script>`;
const pgs = (name, n, size, i) => `<div class="pages">共 ${n} 条 ${times(Math.ceil(n / size), (k) => (k + 1 === i ? `<b>${i}</b>` : `<a href="javascript:label('lab_${name}','${name}',${k + 1})">${k + 1}</a>`)).join(' ')}</div>`;
const labels = {
  powerList: (i) => `<table><tr><th>编码</th><th>权力名称</th><th>类型</th><th>实施部门</th><th>依据</th></tr>${qz.slice(i * 15 - 15, i * 15).map((r) => `<tr><td>${r.code}</td><td>${r.name}</td><td>${r.kind}</td><td>${r.org}</td><td>${r.basis}</td></tr>`).join('')}</table>${pgs('powerList', qz.length, 15, i)}`,
  letterList: (i) => `<ul>${letters.slice(i * 6 - 6, i * 6).map((l) => `<li><a href="/hudong/letter/${l.id}">${l.title}</a><em>${ago(l.asked)}</em></li>`).join('')}</ul>${pgs('letterList', letters.length, 6, i)}`,
  hyList: () => `<ul>${hy.map((l) => `<li><a href="/content/article/${l.id}">${l.title}</a><em>${ago(l.day)}</em></li>`).join('')}</ul>`,
  newsList: (i) => `<ul>${news.slice(i * 20 - 20, i * 20).map((n) => `<li><a href="/content/article/${n.id}">${n.title}</a><em>${ago(n.day)}</em></li>`).join('')}</ul>${pgs('newsList', news.length, 20, i)}` };
const li = (a) => `<ul>${a.map(([u, t]) => `<li><a href="${u}">${t}</a></li>`).join('')}</ul>`;
const portal = (ctx) => {
  const p = ctx.path, q = ctx.query; let m;
  if (p === '/assets/js/label.js') return script(labelJs);
  if (p === '/site/label/8888') return labels[q.get('labelName')]?.(Number(q.get('pageIndex')) || 1);
  if (p === '/') return page('首页', `<h3>铜都要闻</h3><ul>${news.slice(0, 30).map((n) => `<li><a href="/content/article/${n.id}">${n.title}</a></li>`).join('')}</ul><h3>回应关切</h3>${hole('hyList')}`);
  if (p === '/content/column/4697350') return page('铜都要闻', hole('newsList'));
  if ((m = /^\/content\/article\/(\d+)$/.exec(p))) { const id = Number(m[1]); if (id === 100) return page('隐私保护', '<h1>隐私保护</h1><p>内容更新中。</p>'); const t = tops[id - 3000]; if (t) return page(t[1], `<h1>${t[1]}</h1><p>${t[2]}</p>`); const n = [...news, ...hy].find((x) => x.id === id); return n && page(n.title, `<h1>${n.title}</h1><p>${ago(n.day)}</p>${filler(id, 3).map((x) => `<p>${x}</p>`).join('')}`); }
  if (p === '/openness/index') return page('政务公开', li([['/openness/power', '权责清单'], ['/openness/base', '基层政务公开标准目录'], ['/openness/file', '政策文件'], ['/content/living', '便民目录']]));
  if (p === '/content/living') return page('便民目录', li(tops.map((t, i) => [`/content/article/${3000 + i}`, t[1]])));
  if (p === '/openness/power') return page('权责清单', `<h2>铜陵市权责清单（${ago(120, 'Y年')}版）</h2>${hole('powerList')}`);
  if (p === '/openness/base') return page('基层政务公开标准目录', li(FIELDS.map((f, i) => [`/openness/base/${i}`, f])));
  if ((m = /^\/openness\/base\/(\d+)$/.exec(p)) && FIELDS[m[1]]) return page(FIELDS[m[1]], `<table><tr><th>序号</th><th>公开事项</th><th>公开内容</th><th>公开依据</th><th>公开时限</th><th>公开主体</th></tr>${times(3, (i) => `<tr><td>${i + 1}</td><td>${FIELDS[m[1]]}${['政策', '过程', '结果'][i]}</td><td>文本</td><td>有关法规</td><td>20个工作日</td><td>县区政府</td></tr>`).join('')}</table>`);
  if (p === '/openness/file') return page('政策文件', `<p><a href="/group1/M00/law.pdf">${law[0]}.pdf</a></p>`);
  if (p === '/group1/M00/law.pdf') return reply(pdf(law), { type: 'application/pdf' });
  if (p === '/hudong/index') return page('互动交流', li([['/hudong/write', '市长信箱'], ['/hudong/letters', '来信回复'], ['/hudong/call', '12345热线'], ['/hudong/hy', '回应关切']]));
  if (p === '/hudong/hy') return page('回应关切', hole('hyList'));
  if (p === '/hudong/write') return page('市长信箱', '<p>来信五个工作日内答复，请记住查询编号。</p><form method="post"><p>标题<input name="title" maxlength="40"/></p><p>正文<textarea name="body" maxlength="2000"></textarea></p><p>电话<input name="tel"/></p><button>提交</button></form><form action="/hudong/query"><input name="no" placeholder="查询编号"/><button>查信</button></form>');
  if (p === '/hudong/query') return page('查信', '<p>没有这封信。</p>');
  if (p === '/hudong/letters') return page('来信回复', `<p>答复时限：五个工作日。</p>${hole('letterList')}`);
  if ((m = /^\/hudong\/letter\/(\d+)$/.exec(p))) { const l = letters.find((x) => x.id === Number(m[1])); return l && page(l.title, `<p>来信标题：${l.title}</p><p>来信时间：${ago(l.asked)}</p><p>来信内容：请问${l.title}的事怎么办？</p><p>回复单位：铜陵市有关部门</p><p>回复时间：${ago(l.asked - l.took)}</p><p>回复内容：您反映的问题已经核实并处理。</p>`); }
  if (p === '/hudong/call') return page('12345热线', '<p>铜陵12345热线：拨打12345。</p>');
  if (p === '/robot/index') return page('铜小智智能问答', `<iframe src="/robot/frame.html" width="600" height="500"></iframe>`);
  if (p === '/robot/frame.html') return `<!DOCTYPE html><html><head><meta charset="utf-8"/><title>铜小智</title></head><body><div id="talk">您好，我是铜小智。</div><input id="msg" type="text"/><button onclick="send()">发送</button><script>function back(d){var p=document.createElement('p');p.innerHTML=d.answer;document.getElementById('talk').appendChild(p)}function send(){var s=document.createElement('script');s.src='/robot/answer?callback=back&q='+encodeURIComponent(document.getElementById('msg').value);document.body.appendChild(s)}</script></body></html>`;
  if (p === '/robot/answer') { const h = match(tops, q.get('q') ?? '')[0]; return script(`${(q.get('callback') ?? 'back').replace(/\W/g, '')}(${JSON.stringify({ answer: h ? h[2] : '没听懂，换个说法试试。' })})`); }
  if (p === '/elder/index') return `<!DOCTYPE html><html><head><meta charset="utf-8"/><title>铜陵市人民政府长辈版</title><style>body{font-size:30px}</style></head><body><div class="tools"><button onclick="document.body.style.fontSize='36px'">放大</button><button onclick="document.body.style.fontSize='26px'">缩小</button><button onclick="document.body.style.background='#000';document.body.style.color='#ff0'">高对比</button></div><h1>铜陵市人民政府 长辈版</h1><p><a href="/content/column/4697350">看新闻</a></p><p><a href="/hudong/write">写信</a></p></body></html>`;
  if (/^\/site\/search\/4697349$/.test(p)) { const k = q.get('keywords') ?? ''; const h = match([...tops.map((t, i) => [...t, 3000 + i]), ...news.map((n) => ['', n.title, '', n.id])], k); return page('站内搜索', `<p>为您找到 ${h.length} 条结果</p>${h.slice(0, 10).map((r) => `<div class="search-list"><a href="/content/article/${r[3]}">${r[1]}</a><p>${r[2]}</p></div>`).join('')}`); }
};
const hall = (ctx) => {
  const p = ctx.path; let m; const w = (t, x) => page(t, `<p><a href="/guide">办事指南</a> <a href="/one">一件事</a> <a href="/kyb">跨域通办</a> <a href="/licence">电子证照</a> <a href="/hcp">好差评</a> <a href="/space">个人空间</a> <a href="/mobile">移动端</a></p>${x}`);
  if (p === '/') return w('铜陵政务服务', '<h2>铜陵政务服务</h2>');
  if (p === '/guide') return w('办事指南', li(gd.map((g, i) => [`/guide/${i}`, g.name])));
  if ((m = /^\/guide\/(\d+)$/.exec(p)) && gd[m[1]]) { const g = gd[m[1]]; return w(g.name, `<table><tr><th>事项名称</th><td>${g.name}</td></tr><tr><th>实施主体</th><td>${g.org}</td></tr><tr><th>申请材料</th><td>${g.stuff.join('；')}</td></tr><tr><th>办理地点</th><td>${g.place}</td></tr><tr><th>办理时间</th><td>${g.hours}</td></tr><tr><th>咨询电话</th><td>${g.tel}</td></tr><tr><th>设定依据</th><td></td></tr><tr><th>办理流程</th><td></td></tr><tr><th>收费标准</th><td>—</td></tr></table>`); }
  if (p === '/one') return w('高效办成一件事', `<p>高效办成一件事专区已推出12件。</p>${li(THINGS.slice(0, 12).map((t, i) => [`/one/${i}`, t + '一件事']))}`);
  if ((m = /^\/one\/(\d+)$/.exec(p)) && m[1] < 12) return w(THINGS[m[1]] + '一件事', `<p>${THINGS[m[1]]}一件事一次办，线上申报即将开放。</p>`);
  if (p === '/kyb') return w('跨域通办', `<h2>跨省通办、省内通办</h2>${kua.map(([t, r]) => `<h3>${t}</h3><table><tr><th>事项</th><th>部门</th></tr>${r.map((x) => `<tr><td>${x.name}</td><td>${x.org}</td></tr>`).join('')}</table>`).join('')}`);
  if (p === '/licence') return w('电子证照', '<h2>电子证照查询</h2><form action="/licence/find"><p>持证人<input name="name"/></p><p>证照号码<input name="no"/></p><button>查询</button></form>');
  if (p === '/licence/find') return w('电子证照', '<p>没有查到该证照。</p>');
  if (p === '/hcp') return w('好差评', '<p>请选择评价等级：非常满意、满意、基本满意、不满意、非常不满意，登录后提交。</p><a href="/login">去评价</a>');
  if (p === '/space') return w('个人空间', '<p>个人空间请登录。</p><a href="/login">登录</a>');
  if (p === '/login') return w('登录', '<form method="post"><input name="u"/><input name="p" type="password"/><button>登录</button></form>');
  if (p === '/mobile') return w('移动端', '<p>铜陵通应用与微信公众号可以预约办事。</p>');
};
const u = (x) => `http://${P}${x}`, z = (x) => `http://${Z}${x}`;
export default { code: '340700', name: '铜陵市', pinyin: 'tongling', province: '安徽省', region: '中部', portal: u('/'), service: z('/'), open_data: '',
  hosts: { [P]: { handle: portal, mailbox: /hudong\/write/ }, [Z]: { handle: hall } },
  more(x, t) { const o = []; for (const m of t.matchAll(/data-label="(\w+)"/g)) o.push(u(`/site/label/8888?labelName=${m[1]}&pageIndex=1`)); for (const m of t.matchAll(/javascript:label\('\w+','(\w+)',(\d+)\)/g)) o.push(u(`/site/label/8888?labelName=${m[1]}&pageIndex=${m[2]}`)); return o; },
  evidence: { 'service-lists': [u('/site/label/8888?labelName=powerList&pageIndex=5')], 'disclosure-catalog': [u('/openness/base/25')], 'service-guide': [z('/guide/9')], 'one-entry': [z('/mobile')], 'cross-region': [z('/kyb')], 'e-certificate': [z('/licence')], 'appeal-channels': [u('/hudong/call')], 'appeal-form': [u('/hudong/write')], 'one-thing': [z('/one/11')], 'case-tracking': [z('/hcp')], 'reply-timeliness': [u('/site/label/8888?labelName=letterList&pageIndex=2')], 'proactive-response': [u('/hudong/hy')], 'smart-search': [u('/')], 'smart-qa': [u('/robot/frame.html')], accessibility: [u('/elder/index')], 'personal-space': [z('/space')], 'data-security-policy': [u('/group1/M00/law.pdf')], 'privacy-policy': [u('/content/article/100')] },
  verify({ call, textOf, say }) { let n = 0; for (let i = 1; i < 9; i++) n += (textOf(call(u(`/site/label/8888?labelName=powerList&pageIndex=${i}`))).match(/<tr><td>/g) ?? []).length; if (n !== 73) say(`powers ${n}`); },
  decoys: { 'follow-up': [['回访', 3, 'headline on a miner']], 'knowledge-base': [['知识库', 3, 'headline on Xuancheng']], 'open-data-platform': [['数据开放', 5, 'headlines on Hefei and the province']] },
  truth: [
    ['service-lists', 'present', 'working', { count: [73] }, 'one list in a fragment, 73 rows on five pages'],
    ['disclosure-catalog', 'present', 'working', { count: [26], share: [1] }, 'all 26 fields'],
    ['service-guide', 'present', 'working', { share: [0.5, 0.42] }, 'six elements filled; basis, flow and fee are headings without a value'],
    ['one-entry', 'present', 'reachable', null, 'page of app and WeChat'],
    ['cross-region', 'present', 'working', { count: [34] }, 'three tables, 14 + 12 + 8'],
    ['e-certificate', 'present', 'working', null, 'takes a query'],
    ['appeal-channels', 'present', 'working', null, 'mailbox and hotline'],
    ['appeal-form', 'present', 'working', null, '2000 characters, five working days'],
    ['one-thing', 'present', 'working', { count: [12] }, 'twelve things'],
    ['case-tracking', 'present', 'working', null, 'grades behind the log-in'],
    ['reply-timeliness', 'present', null, { share: [0.6] }, 'four of ten late against five working days, in fragments of two pages'],
    ['follow-up', 'absent', null, null, 'headline on a miner'],
    ['knowledge-base', 'absent', null, null, 'headline on Xuancheng'],
    ['proactive-response', 'present', 'working', null, 'ten dated items in a fragment'],
    ['smart-search', 'present', 'working', null, 'site/search'],
    ['smart-qa', 'present', 'working', null, 'JSONP robot inside an iframe'],
    ['accessibility', 'present', ['reachable', 'working'], null, 'elder version with tools of its own'],
    ['personal-space', 'present', 'reachable', null, 'before the log-in'],
    ['open-data-platform', 'absent', null, null, 'headlines on others'],
    ...['data-catalog', 'api-count', 'app-count'].map((x) => [x, ['absent', 'not-applicable'], null, null, 'no platform']),
    ['data-security-policy', 'present', 'working', null, 'PDF among the policy documents, chapter three'],
    ['privacy-policy', 'present', 'linked', null, 'the page says 内容更新中'],
  ] };

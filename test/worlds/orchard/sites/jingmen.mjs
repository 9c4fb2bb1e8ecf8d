// Jingmen: a col/art content system whose lists lie in XML data stores and are drawn by script page by page; every column bears a homely name.
import { ago, esc, match, posted, reply, script, times } from '../lib.mjs';
import { topics as T, filler, headline, guides, powers, FIELDS, THINGS, SETS } from '../text.mjs';
const P = 'www.jingmen-zhanghe.gov.cn', Z = 'banshi.jingmen-zhanghe.gov.cn', D = 'jishi.jingmen-zhanghe.gov.cn';
const who = ['东宝区', '掇刀区', '京山市', '沙洋县', '钟祥市', '漳河新区', '市住更局'];
const news = times(66, (i) => ({ n: 20100 + i, title: headline(who, i), day: 1 + i * 3 }));
news[2].title = '长者食堂再添六处，早餐两元管饱';
news[7].title = '宜昌政务智能机器人“宜小帮”走红';
news[12].title = '我市推荐三家企业参加全省数据要素大赛';
news[25].title = '市人大代表建议公园增设无障碍坡道';
news[31].title = '黄石市民中心设智能问答一体机';
const tops = T((t, x) => [`荆门人办事 ${t}`, `荆门本地办法：${x}。`]);
const jd = powers(41, '荆门市', ['水利和湖泊局', '农业农村局', '文化和旅游局']);
const jq = powers(8, '荆门市', ['住更局'], ['经营服务收费']);
const gb = powers(26, '荆门市', ['公安局', '人社局'], ['异地办']);
const fields = [FIELDS[3], FIELDS[4], FIELDS[10], FIELDS[13], FIELDS[17], FIELDS[18], FIELDS[19], FIELDS[20], FIELDS[23]];
const gd = guides('荆门市');
const letters = times(10, (i) => ({ n: 510 + i, title: ['长宁大道绿化带', '小区二次供水', '象山景区停车', '乡镇班车停开', '校门口的斑马线', '老干部活动室', '农机补贴没到账', '早餐车扰民', '公厕没有纸', '湖边垂钓管理'][i], asked: 45 + i * 11, took: i === 5 ? 50 : 5 }));
const qa = times(12, (i) => ({ n: 700 + i, title: tops[i * 2 + 1][1], text: tops[i * 2 + 1][2], day: 30 + i * 40 }));
const ws = times(9, (i) => ({ n: 900 + i, title: ['漳河大道半幅封闭，绕行路线先告诉您', '今年的供暖价格不变', '自来水换季检修，水会黄半天', '二手房过户窗口搬到三楼', '网上说的学校合并没有的事', '菜价为什么涨了', '马拉松当天哪些路不能走', '医保缴费延到月底', '老年卡年审不用跑了'][i], day: 8 + i * 15 }));
const mm = times(3, (i) => ({ n: 980 + i, title: `回访结果（${ago(40 + 92 * i, 'Y年M月')}）`, day: 40 + 92 * i, text: `我们给办完事的市民打了回访电话${520 + i * 30}个，接通${471 + i * 20}个，满意${440 + i * 18}个，满意率${(93.4 - i).toFixed(1)}%；不满意的${31 + i * 2}个已退回重办。` }));
const law = ['荆门市公共数据管理办法', '第一章 总则', '第一条 为规范公共数据的归集、共享和利用，制定本办法。', '第二章 归集与共享', '第四条 公共数据实行一数一源。', '第三章 开放', '第八条 向社会开放的数据应当免费。', '第四章 数据安全', '第十二条 数据主管部门建立数据安全管理制度，开展分级分类保护。', '第十三条 发生安全事件的，立即启动应急预案。', '第五章 附则', '第十六条 本办法自公布之日起施行。'];
// columns: number, name, records
const artUrl = (n, day) => `/art/${ago(day, 'Y/m/d')}/art_${n > 20000 ? 1101 : n > 979 ? 1306 : n > 899 ? 1305 : n > 699 ? 1304 : 1303}_${n}.html`;
const cols = { 1101: ['新鲜事', news], 1303: ['回音壁', letters.map((l) => ({ ...l, day: l.asked }))], 1304: ['一问一答簿', qa], 1305: ['我们先说', ws], 1306: ['问问您满意不', mm] };
const lead = { 1303: '您写给市长的信和我们的答复，十五个工作日之内答复。', 1304: '大家问得最多的热点问题，答案记在这里。', 1305: '群众关心的事不等人来问，主动说明和回应社会关切。', 1306: '办完事以后打电话回访，把结果公布出来。' };
const frame = (title, inner) => `<!DOCTYPE html>\n<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\n<meta name="SiteName" content="荆门市人民政府">\n<meta name="SiteDomain" content="${P}">\n<meta name="SiteIDCode" content="4208000052">\n<title>${esc(title)}_荆门市人民政府</title>\n<link rel="stylesheet" href="http://${P}/images/jm.css">\n<script src="http://${P}/script/jpage.js"></script>\n</head>\n<body>\n<div class="w1160"><div class="logo">荆门市人民政府</div>\n<div class="menu">${[[`http://${P}/`, '首页'], [`http://${P}/col/col1101/index.html`, '新鲜事'], [`http://${P}/col/col1200/index.html`, '晒一晒'], [`http://${Z}/`, '跑一趟'], [`http://${P}/col/col1300/index.html`, '唠一唠'], [`http://${D}/`, '数据集市']].map(([u, t]) => `<a href="${u}">${t}</a>`).join('')}</div>\n<form class="sou" action="http://${P}/find.do" method="post"><input type="text" name="words" placeholder="想找什么"><input type="image" src="http://${P}/images/s.gif" alt="搜索"></form>\n${inner}\n<div class="bottom"><a href="http://${P}/col/col1900/index.html">我们怎么对待您的资料</a>　<a href="http://${P}/col/col1901/index.html">装进手机</a>　荆门市人民政府办公室主办</div></div>\n</body></html>`;
const jpage = `function jpage(id,url,total,size){var box=document.getElementById(id);function draw(x){var out='';var r=/<record><!\\[CDATA\\[([\\s\\S]*?)\\]\\]><\\/record>/g,m;while(m=r.exec(x))out+=m[1];box.innerHTML='<ul>'+out+'</ul>';var n=Math.ceil(total/size);if(n>1){var b=document.createElement('div');b.className='jpage';b.appendChild(document.createTextNode('共'+total+'条 '));for(var i=1;i<=n;i++)(function(i){var a=document.createElement('a');a.href='javascript:void(0)';a.innerHTML=i;a.onclick=function(){var q=new XMLHttpRequest();q.open('GET',url+'&page='+i);q.onload=function(){draw(q.responseText)};q.send()};b.appendChild(a)})(i);box.appendChild(b)}}draw(document.getElementById(id+'_data').innerHTML)}`;
const recs = (items) => `<datastore><recordset>${items.map((x) => `<record><![CDATA[<li><a href="${artUrl(x.n, x.day)}" target="_blank">${x.title}</a><span>${ago(x.day)}</span></li>]]></record>`).join('')}</recordset></datastore>`;
const proxy = (c) => `/module/web/jpage/dataproxy.jsp?col=${c}&webid=1`;
const drawn = (c, size = 15) => { const [t, items] = cols[c]; return frame(t, `<h2>${t}</h2>${lead[c] ? `<p class="lead">${lead[c]}</p>` : ''}<div id="p${c}"></div><script type="text/xml" id="p${c}_data">${recs(items.slice(0, size))}</script><script>jpage('p${c}','${proxy(c)}',${items.length},${size})</script>`); };
const plain = (t, x) => frame(t, `<h2>${t}</h2>${x}`);
const li = (items) => `<ul>${items.map(([u, t]) => `<li><a href="${u}">${t}</a></li>`).join('')}</ul>`;
const tb = (h, r) => `<table border="1"><tr>${h.map((x) => `<th>${x}</th>`).join('')}</tr>${r.map((x) => `<tr>${x.map((c) => `<td>${c}</td>`).join('')}</tr>`).join('')}</table>`;
const C = (n) => `/col/col${n}/index.html`;
const portal = (ctx) => {
  const p = ctx.path;
  if (p === '/' || p === '/index.html') return frame('首页', `<div class="xinxian"><h3>新鲜事</h3><ul>${news.slice(0, 32).map((n) => `<li><a href="${artUrl(n.n, n.day)}">${n.title}</a></li>`).join('')}</ul></div><div class="zhuanti">${li([[C(1305), '我们先说'], [C(1302), '写给市长'], [C(1303), '回音壁']])}</div>`);
  if (p === '/images/jm.css') return reply('body{font-size:14px}.w1160{width:1160px;margin:0 auto}.menu a{padding:0 20px}', { type: 'text/css' });
  if (p === '/images/s.gif' || p === '/images/qr.gif') return { status: 200, type: 'image/gif', headers: {}, body: Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64') };
  if (p === '/script/jpage.js') return script(jpage);
  if (p === '/module/web/jpage/dataproxy.jsp') { const c = ctx.query.get('col'), pg = Number(ctx.query.get('page')) || 1; return cols[c] && reply(recs(cols[c][1].slice((pg - 1) * 15, pg * 15)), { type: 'text/xml; charset=utf-8' }); }
  const m = /^\/art\/\d+\/\d+\/\d+\/art_\d+_(\d+)\.html$/.exec(p);
  if (m) { const n = Number(m[1]); const l = letters.find((x) => x.n === n); if (l) return plain(l.title, tb(['来信时间', '来信内容'], [[ago(l.asked), `市长您好，${l.title}的事情请过问。`]]) + tb(['答复单位', '答复时间', '答复内容'], [['荆门市有关单位', ago(l.asked - l.took), '您好，已经看过现场并处理，谢谢提醒。']])); const x = [...news, ...qa, ...ws, ...mm].find((y) => y.n === n); return x && plain(x.title, `<p class="sj">发布时间：${ago(x.day)}</p>${(x.text ? [x.text] : filler(n, 3)).map((y) => `<p>${y}</p>`).join('')}`); }
  const c = Number(/^\/col\/col(\d+)\/(index\.html)?$/.exec(p)?.[1]);
  if (cols[c]) return drawn(c);
  if (c === 1200) return plain('晒一晒', li([[C(1201), '家底簿'], [C(1202), '交钱明白卡'], [C(1203), '村口公示栏'], [C(1204), '红头文件']]));
  if (c === 1201) return plain('家底簿', `<p>各部门手里有哪些权力、要负哪些责任，逐条登记在册（权责清单），共41条。</p>${tb(['编号', '名称', '类别', '归谁管', '凭什么'], jd.map((r) => [r.code, r.name, r.kind, r.org, r.basis]))}`);
  if (c === 1202) return plain('交钱明白卡', `<p>企业要交哪些费（涉企收费目录清单）：</p>${tb(['编号', '名称', '类别', '谁收', '文件'], jq.map((r) => [r.code, r.name, r.kind, r.org, r.basis]))}`);
  if (c === 1203) return plain('村口公示栏', `<p>基层政务公开标准目录，按领域张贴。</p>${li(fields.map((f, i) => [C(1210 + i), f]))}`);
  if (c >= 1210 && fields[c - 1210]) return plain(`${fields[c - 1210]}公示栏`, tb(['序号', '公开事项', '公开内容', '公开依据', '公开时限', '公开主体', '公开渠道'], times(4, (i) => [i + 1, `${fields[c - 1210]}${['标准', '名单', '过程', '结果'][i]}`, '文本', '条例', '20个工作日', '县市区', '公示栏、网站'])));
  if (c === 1204) return plain('红头文件', li([[C(1205), law[0]]]));
  if (c === 1205) return plain(law[0], law.slice(1).map((x) => `<p>${x}</p>`).join(''));
  if (c === 1300) return plain('唠一唠', li([[C(1302), '写给市长'], [C(1303), '回音壁'], [C(1304), '一问一答簿'], [C(1305), '我们先说'], [C(1306), '问问您满意不'], [C(1307), '打个电话']]));
  if (c === 1302) return plain('写给市长', ctx.method === 'POST' ? '<p>收到了，记住您的号码：JM00000。</p>' : '<p>十五个工作日之内一定回信。不用登录，最多写500字。</p><form method="post"><p>您怎么称呼<input name="who"></p><p>什么事<input name="bt" maxlength="30"></p><p>细细说<textarea name="nr" maxlength="500"></textarea></p><p><input type="submit" value="寄出去"></p></form><p>凭号码看回信：<input name="hm" id="hm"><input type="button" value="看回信"></p>');
  if (c === 1307) return plain('打个电话', '<p>市民热线 12345，白天黑夜都有人接。</p>');
  if (c === 1900) return plain('我们怎么对待您的资料', `<p>荆门市人民政府网站隐私政策</p><p>一、收集什么：写信时填写的称呼和电话等个人信息。</p><p>二、为什么收集：只用来办理您的来信。</p><p>三、给谁看：除承办单位外不向任何第三方提供或者共享。</p><p>四、存在哪里：保存在市政务云，存储期限两年。</p><p>五、怎么保安全：加密、留痕、专人管理。</p><p>六、您的权利：随时可以要求更正和删除。</p><p>${ago(200)}更新</p>`);
  if (c === 1901) return plain('装进手机', `<p>手机应用“荆门通”：<a href="http://app.jingmen-zhanghe.gov.cn/down">下载</a></p>`);
  if (c === 1700) return plain('过日子手册', li(tops.map((t, i) => [C(2000 + i), t[1]])));
  if (c >= 2000 && tops[c - 2000]) return plain(tops[c - 2000][1], `<p>${tops[c - 2000][2]}</p>`);
  if (p === '/find.do') { const w = ctx.method === 'POST' ? posted(ctx).words ?? '' : ctx.query.get('words') ?? ''; const hit = match([...tops.map((t, i) => [...t, C(2000 + i)]), ...news.map((n) => ['', n.title, '', artUrl(n.n, n.day)])], w); return plain('找到的', `<p>“${esc(w)}”找到${hit.length}样</p>${hit.slice(0, 10).map((r) => `<div class="jg"><a href="${r[3]}">${r[1]}</a><p>${r[2]}</p></div>`).join('')}<p>没找着？翻翻<a href="${C(1700)}">过日子手册</a></p>`); }
};
const names = ['办什么', '归谁办', '哪些人能办', '凭什么办', '够什么条件', '要带什么', '要走几步', '法律规定多久', '我们答应多久', '要花多少钱', '去哪里办', '几点开门', '打哪个电话问', '打哪个电话投诉', '最后拿到什么', '怎么拿'];
const zf = (t, x) => frame(t, `<div class="pao"><a href="/shuoming">一窗说明书</a> <a href="/buyong">不用多跑</a> <a href="/gebi">隔壁也能办</a> <a href="/koudai">口袋里的证</a> <a href="/daona">办到哪了</a></div><h2>${t}</h2>${x}`);
const pao = (ctx) => {
  const p = ctx.path; const m = /^\/(shuoming|buyong)\/(\d+)$/.exec(p);
  if (p === '/') return zf('跑一趟', '<p>荆门市政务服务，来一趟办完，最好一趟也不用来。</p>');
  if (p === '/shuoming') return zf('一窗说明书', `<p>每件事怎么办，办事指南写成大白话。</p>${li(gd.map((g, i) => [`/shuoming/${i}`, g.name]))}`);
  if (m?.[1] === 'shuoming') { const g = gd[m[2]]; return g && zf(`${g.name}说明书`, tb(['问', '答'], [g.name, g.org, g.who, g.basis, g.cond, g.stuff.join('；'), g.steps.join('，再'), g.legal, g.promised, g.fee, g.place, g.hours, g.tel, g.watch, g.result, g.way].map((v, i) => [names[i], v]))); }
  if (p === '/buyong') return zf('不用多跑', `<p>几件事并成一件事，一次办好。</p>${li(THINGS.slice(7, 18).map((t, i) => [`/buyong/${i}`, t]))}`);
  if (m) { const t = THINGS[7 + Number(m[2])]; return t && Number(m[2]) < 11 && zf(t, `<p>“${t}”一件事一次办：交一份材料，后面的手续由窗口跑。</p>`); }
  if (p === '/gebi') return zf('隔壁也能办', `<p>和宜昌、襄阳、信阳的窗口连在一起，跨省通办和省内通办的事项列在下面。</p>${tb(['编号', '事项', '方式', '归谁'], gb.map((r) => [r.code, r.name, r.kind, r.org]))}`);
  if (p === '/koudai') return zf('口袋里的证', '<p>手机里能出示的电子证照已有47种，到外市也认。</p>');
  if (p === '/daona') return zf('办到哪了', '<form action="/daona/kan"><p>受理单上的号码<input name="hao"> <input type="submit" value="看一看"></p></form>');
  if (p === '/daona/kan') return zf('办到哪了', '<p>这个号码没有登记。</p>');
};
const sets = times(76, (i) => ({ n: i + 1, title: `荆门${SETS[i % SETS.length]}${['', '二', '三'][Math.floor(i / SETS.length)]}`, day: 4 + i * 5 }));
const jishi = (ctx) => {
  const p = ctx.path, pg = Number(ctx.query.get('y')) || 1, k = ctx.query.get('k') ?? '';
  const fr = (t, x) => `<html><head><meta charset="utf-8"><title>${t}-荆门市公共数据开放网</title></head><body><h1>荆门市公共数据开放网 · 数据集市</h1><p><a href="/">摊位</a> <a href="/huo">货架</a> <a href="/jiekou">接口</a> <a href="/chengguo">应用展示</a> <a href="http://${P}/">市政府网</a></p>${x}</body></html>`;
  if (p === '/') return fr('摊位', '<p>部门的数据在这里免费取用。货架上现有76个数据集。</p><form action="/huo"><input name="k"><input type="submit" value="找货"></form>');
  if (p === '/huo') { const r = sets.filter((s) => s.title.includes(k)); return fr('货架', `<p>共${r.length}个数据集</p><table>${r.slice((pg - 1) * 25, pg * 25).map((s) => `<tr><td><a href="/huo/${s.n}">${s.title}</a></td><td>${ago(s.day)}更新</td><td>XLS</td></tr>`).join('')}</table>${times(Math.max(1, Math.ceil(r.length / 25)), (i) => `<a href="/huo?y=${i + 1}&amp;k=${encodeURIComponent(k)}">[${i + 1}]</a>`).join('')}`); }
  const m = /^\/huo\/(\d+)(\.csv)?$/.exec(p); const s = m && sets[m[1] - 1];
  if (s && m[2]) return reply('编号,名称\n1,东宝\n', { type: 'text/csv; charset=utf-8' });
  if (s) return fr(s.title, `<h2>${s.title}</h2><p>更新日期 ${ago(s.day)}</p><a href="/huo/${s.n}.csv">拿走</a>`);
  if (p === '/jiekou') return fr('接口', '<p>接口正在建设，暂未开放。</p>');
  if (p === '/chengguo') return fr('应用展示', '<p>暂无应用。</p>');
};
const u = (n) => `http://${P}${C(n)}`;
export default { code: '420800', name: '荆门市', pinyin: 'jingmen', province: '湖北省', region: '中部', portal: `http://${P}/`, service: `http://${Z}/`, open_data: `http://${D}/`,
  hosts: { [P]: { handle: portal, mailbox: /col1302/ }, [Z]: { handle: pao }, [D]: { handle: jishi, server: 'Tengine' }, 'app.jingmen-zhanghe.gov.cn': { dead: true, handle() {} } },
  deadLinks: ['app.jingmen-zhanghe.gov.cn'],
  more(url, text) { const out = []; for (const m of text.matchAll(/jpage\('p(\d+)','([^']+)',(\d+),(\d+)\)/g)) times(Math.ceil(m[3] / m[4]), (i) => out.push(`http://${P}${m[2]}&page=${i + 1}`)); for (const m of text.matchAll(/CDATA\[<li><a href="([^"]+)"/g)) out.push(`http://${P}${m[1]}`); if (url === `http://${P}/`) out.push(`http://${P}/find.do?words=%E7%A4%BE%E4%BF%9D`); return out; },
  evidence: { 'service-lists': [u(1201), u(1202)], 'disclosure-catalog': [u(1218)], 'service-guide': [`http://${Z}/shuoming/9`], 'one-entry': [u(1901)], 'cross-region': [`http://${Z}/gebi`], 'e-certificate': [`http://${Z}/koudai`], 'appeal-channels': [u(1307)], 'appeal-form': [u(1302)], 'one-thing': [`http://${Z}/buyong/10`], 'case-tracking': [`http://${Z}/daona`], 'reply-timeliness': [u(1303)], 'follow-up': [u(1306)], 'knowledge-base': [u(1304)], 'proactive-response': [u(1305)], 'smart-search': [`http://${P}/find.do?words=%E7%A4%BE%E4%BF%9D`], 'open-data-platform': [`http://${D}/`], 'data-catalog': [`http://${D}/huo`], 'data-security-policy': [u(1205)], 'privacy-policy': [u(1900)] },
  decoys: { 'smart-qa': [['智能', 6, 'headlines on Yichang and Huangshi'], ['智能问答', 3, 'headline on Huangshi'], ['机器人', 4, 'headline on Yichang']], accessibility: [['无障碍', 3, 'headline on ramps'], ['长者', 4, 'headline on canteens']], 'personal-space': [['个人空间', 0, ''], ['我的', 0, '']] },
  truth: [
    ['service-lists', 'present', 'working', { count: [41, 49] }, '家底簿 41 rows, 交钱明白卡 8 rows'],
    ['disclosure-catalog', 'present', 'working', { count: [9], share: [9 / 26] }, '村口公示栏, nine fields'],
    ['service-guide', 'present', 'working', { share: [1] }, '一窗说明书: every element under a homely heading'],
    ['one-entry', 'present', ['linked', 'reachable'], null, 'a page 装进手机 names the app, its download is a dead host; nothing else'],
    ['cross-region', 'present', 'working', { count: [26] }, '隔壁也能办 lists 26 items'],
    ['e-certificate', 'present', 'working', { count: [47] }, '口袋里的证 states 47 kinds'],
    ['appeal-channels', 'present', 'working', null, '写给市长, 打个电话 with 12345'],
    ['appeal-form', 'present', 'working', null, 'form, 500 characters, 15 working days'],
    ['one-thing', 'present', 'working', { count: [11] }, '不用多跑, eleven things'],
    ['case-tracking', 'present', 'working', null, '办到哪了 takes a number'],
    ['reply-timeliness', 'present', null, { share: [0.9] }, 'one of ten late against 15 working days'],
    ['follow-up', 'present', 'working', null, '问问您满意不: three reports with figures'],
    ['knowledge-base', 'present', 'working', null, '一问一答簿, newest 30 days old'],
    ['proactive-response', 'present', 'working', null, '我们先说, nine dated items drawn by script'],
    ['smart-search', 'present', 'working', null, 'POST form find.do'],
    ['smart-qa', 'absent', null, null, 'headlines on other cities'],
    ['accessibility', 'absent', null, null, 'fixed 1160 pixels, no viewport, no tools'],
    ['personal-space', 'absent', null, null, 'nowhere'],
    ['open-data-platform', 'present', 'working', { count: [76] }, '数据集市'],
    ['data-catalog', 'present', 'working', { count: [76] }, '货架 with 76 sets on four pages'],
    ['api-count', ['absent', 'present'], null, null, 'page says interfaces are not opened yet'],
    ['app-count', ['absent', 'present'], null, null, 'page says no applications yet'],
    ['data-security-policy', 'present', 'working', null, 'chapter four, under 红头文件'],
    ['privacy-policy', 'present', 'working', null, '我们怎么对待您的资料'],
  ] };

// Yuncheng: ASP.NET web forms, __doPostBack pagers, fixed 1180 pixel layout, query-string pages.
import { ago, esc, go, match, posted, reply, times } from '../lib.mjs';
import { topics as T, filler, headline, guides, powers, FIELDS, THINGS } from '../text.mjs';
const P = 'www.yuncheng-hedong.gov.cn', Z = 'zw.yuncheng-hedong.gov.cn';
const who = ['盐湖区', '永济市', '河津市', '闻喜县', '芮城县', '市文旅局', '市水务局'];
const news = times(44, (i) => ({ id: 2600 + i, title: headline(who, i), day: i * 4 + 1 }));
// decoys among the headlines
news[5].title = '山西省推进电子证照跨省互认，我市派员参加太原培训';
news[9].title = '苏州市民回访制度引关注：本报记者异地观察';
news[14].title = '省政务服务网智能问答机器人上线满月';
news[19].title = '省公共数据开放平台征求意见，涉及全省十一个市';
news[23].title = '关于推进适老化改造的通知：老旧小区加装扶手三百处';
news[30].title = '临汾市开放数据创新应用大赛落幕';
const tops = T((t, x) => [`运城市${t}怎么办理`, `${x}。具体以运城市相关窗口解释为准。`]);
const qz = powers(46, '运城市', ['水务局', '林业局', '城市管理局', '交通运输局']);
const zm = powers(19, '运城市', ['民政局', '公安局', '司法局'], ['证明']);
const sf = powers(12, '运城市', ['财政局', '人防办'], ['行政事业性收费']);
const kua = powers(58, '运城市', ['公安局', '人社局', '医保局'], ['全程网办', '异地代收代办', '多地联办']);
const gd = guides('运城市');
export const fieldsWithRows = FIELDS.slice(0, 20).filter((_, i) => i % 10 < 7); // 14
const letters = times(10, (i) => ({ id: 880 + i, title: ['小区门口路灯不亮', '咨询老人免费乘车', '反映工地夜间施工', '请问灵活就业缴费档次', '学校门口拥堵', '公园长椅损坏', '村道积水', '停车收费不透明', '供暖温度不足', '快递驿站占道'][i], asked: 40 + i * 6, took: i === 3 || i === 7 ? 36 : 2 }));
const ask = times(12, (i) => ({ id: 300 + i, title: `${tops[i][1]}（热点问题）`, text: tops[i][2], day: 520 + i * 11 }));
const ying = times(9, (i) => ({ id: 40 + i, title: ['关于城区供暖温度的回应', '关于网传停水三天的情况说明', '关于校车停运传言的回应', '回应：关于早市搬迁', '关于公交改线的说明', '回应关切：果品收购价', '关于桥梁限高的说明', '回应：雾天高速管控', '关于医保缴费截止日的回应'][i], day: 9 + i * 13 }));
const policy = [['运城市公共数据资源管理暂行办法', ['第一章 总则', '第一条 为规范全市公共数据资源的采集和共享，制定本办法。', '第二章 目录管理', '第三条 数据目录由各部门编制，每季度更新。', '第三章 共享', '第六条 部门之间共享数据应当说明用途。', '第四章 附则', '第九条 本办法自发布之日起施行。']],
  ['运城市农村客运补助办法', ['第一条 为保障农村客运运行，制定本办法。', '第二条 补助按里程计算。']], ['运城市城市供热管理细则', ['第一条 供热期为每年十一月至次年三月。', '第二条 室温不低于十八摄氏度。']]];

const vs = '/wEPDwUKMTY1NDU2MTA1Mg9kFgJmD2QWAgIDD2QWAgIBDzwrAA0BAA8WBB4LXyFEYXRhQm91bmRnHgtfIUl0ZW1Db3VudAIPZGRk';
const shell = (title, inner, host = P) => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head id="Head1"><title>${esc(title)}</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><meta name="SiteName" content="运城市人民政府" /><meta name="SiteDomain" content="${host}" /><meta name="SiteIDCode" content="1408000031" />
<style type="text/css">body{margin:0;min-width:1180px;font:14px SimSun}#wrap{width:1180px;margin:0 auto}.nav a{margin:0 12px}table.grid{width:1180px;border-collapse:collapse}table.grid td,table.grid th{border:1px solid #9bc}</style></head>
<body><form name="aspnetForm" method="post" action="" id="aspnetForm"><div><input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" /><input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value="" /><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="${vs}" /></div>
<script type="text/javascript">//<![CDATA[
var theForm = document.forms['aspnetForm'];function __doPostBack(t, a) { theForm.__EVENTTARGET.value = t; theForm.__EVENTARGUMENT.value = a; theForm.submit(); }
//]]></script><div id="wrap">
<div class="top"><img src="http://${P}/images/banner.gif" alt="运城市人民政府" width="1180" height="120" /></div>
<div class="nav" id="ctl00_Nav"><a href="http://${P}/Default.aspx">首页</a><a href="http://${P}/News.aspx?cid=1">河东要闻</a><a href="http://${P}/Open.aspx">政务公开</a><a href="http://${Z}/Default.aspx">办事大厅</a><a href="http://${P}/Interact.aspx">政民互动</a><a href="http://${P}/SiteMap.aspx">网站地图</a></div>
${inner}
<div class="foot">主办：运城市人民政府办公室　<a href="http://${P}/About.aspx?p=ys">隐私声明</a> | <a href="http://${P}/About.aspx?p=lx">联系我们</a>　网站标识码：1408000031　晋ICP备00000000号</div></div></form></body></html>`;
const pager = (page, pages, total) => `<div class="AspNetPager" id="ctl00_Main_Pager">共${total}条记录 第${page}/${pages}页　${times(pages, (i) => i + 1 === page ? `<span>${page}</span>` : `<a href="javascript:__doPostBack('ctl00$Main$Pager','${i + 1}')">${i + 1}</a>`).join(' ')}</div>`;
/** A slice of rows by the posted page number. */
function paged(ctx, rows, size, draw) {
  const form = ctx.method === 'POST' ? posted(ctx) : {};
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(pages, Math.max(1, Number(form.__EVENTTARGET === 'ctl00$Main$Pager' ? form.__EVENTARGUMENT : 1) || 1));
  return draw(rows.slice((page - 1) * size, page * size)) + pager(page, pages, rows.length);
}
const grid = (heads, rows) => `<table class="grid" id="ctl00_Main_GridView1" cellspacing="0" rules="all"><tr>${heads.map((h) => `<th scope="col">${h}</th>`).join('')}</tr>${rows.map((r) => `<tr>${r.map((c) => `<td>${c}</td>`).join('')}</tr>`).join('')}</table>`;
const where = (s) => `<div class="where">当前位置：<a href="/Default.aspx">首页</a> &gt; ${s}</div>`;
const article = (title, day, paras, src = '运城市人民政府网') => shell(`${title}-运城市人民政府`, `${where('正文')}<h1 id="ctl00_Main_Title">${esc(title)}</h1><div class="info">发布时间：${ago(day)}　来源：${src}</div><div id="ctl00_Main_Content">${paras.map((p) => `<p>${esc(p)}</p>`).join('')}</div>`);

const home = () => shell('运城市人民政府门户网站', `<div class="search"><input name="ctl00$txtKey" type="text" id="ctl00_txtKey" title="请输入关键字" /><input type="button" value="搜索" onclick="location.href='/Search.aspx?keyword='+encodeURIComponent(document.getElementById('ctl00_txtKey').value)" /></div>
<table width="1180"><tr><td width="680" valign="top"><h3>河东要闻</h3><ul>${news.slice(0, 26).map((n) => `<li><a href="NewsShow.aspx?id=${n.id}" title="${n.title}">${n.title}</a><span>[${ago(n.day, 'M-D')}]</span></li>`).join('')}</ul></td>
<td valign="top"><h3>服务直通</h3><a href="http://${Z}/Default.aspx">办事大厅</a> <a href="http://${Z}/KuaSheng.aspx">跨省通办</a> <a href="http://${Z}/OneThing.aspx">高效办成一件事</a> <a href="Open.aspx">清单公示</a> <a href="Mail.aspx">市长信箱</a> <a href="tencent://message/?uin=000000">在线咨询QQ</a> <a href="Mobile.aspx">掌上运城</a>
<h3>政策文件</h3><ul>${policy.map((p, i) => `<li><a href="Policy.aspx?id=${i}">${p[0]}</a></li>`).join('')}</ul><h3>友情链接</h3><select onchange="window.open(this.value)"><option value="http://www.shanxi-orchard.gov.cn/">山西省人民政府</option><option value="http://data.shanxi-orchard.gov.cn/">山西省公共数据开放平台</option></select></td></tr></table>`);

const lists = { qz: ['权责清单', qz, ['事项编码', '职权名称', '职权类别', '实施主体', '实施依据']], zm: ['证明事项清单', zm, ['编码', '证明名称', '类别', '索要单位', '设定依据']], sf: ['涉企收费目录清单', sf, ['编码', '收费项目', '类别', '执收单位', '文件依据']] };
const portal = (ctx) => {
  const p = ctx.path.toLowerCase(), q = ctx.query, id = Number(q.get('id'));
  if (p === '/') return go('/Default.aspx');
  if (p === '/default.aspx') return home();
  if (p === '/images/banner.gif') return { status: 200, type: 'image/gif', headers: {}, body: Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64') };
  if (p === '/news.aspx') return shell('河东要闻', where('河东要闻') + paged(ctx, news, 15, (r) => `<ul>${r.map((n) => `<li><a href="NewsShow.aspx?id=${n.id}">${n.title}</a>　${ago(n.day)}</li>`).join('')}</ul>`));
  if (p === '/newsshow.aspx') { const n = news.find((x) => x.id === id); return n && article(n.title, n.day, filler(id)); }
  if (p === '/policy.aspx') return policy[id] && article(policy[id][0], 200 + id * 40, policy[id][1], '市政府办公室');
  if (p === '/open.aspx') return shell('政务公开', where('政务公开') + `<ul><li><a href="List.aspx?t=qz">权责清单</a></li><li><a href="List.aspx?t=zm">证明事项清单</a></li><li><a href="List.aspx?t=sf">涉企收费目录清单</a></li><li><a href="Jczw.aspx">基层政务公开标准化规范化</a></li>${policy.map((x, i) => `<li><a href="Policy.aspx?id=${i}">${x[0]}</a></li>`).join('')}</ul>`);
  if (p === '/list.aspx') { const l = lists[q.get('t')]; return l && shell(`${l[0]}-运城市`, where(l[0]) + `<p>${l[0]}（${ago(50, 'Y年m月d日')}更新）</p>` + paged(ctx, l[1], 15, (r) => grid(l[2], r.map((x) => [x.code, x.name, x.kind, x.org, x.basis])))); }
  if (p === '/jczw.aspx') return shell('基层政务公开标准化规范化', where('基层政务公开') + `<p>试点领域标准目录</p><table class="grid">${times(5, (r) => `<tr>${times(4, (c) => { const f = FIELDS[r * 4 + c]; return `<td><a href="Catalog.aspx?f=${r * 4 + c}">${f}</a></td>`; }).join('')}</tr>`).join('')}</table>`);
  if (p === '/catalog.aspx') { const f = FIELDS[Number(q.get('f'))]; if (!f || Number(q.get('f')) > 19) return null; return shell(`${f}领域基层政务公开标准目录`, where(f) + `<h2>${f}领域基层政务公开标准目录</h2>` + (fieldsWithRows.includes(f) ? grid(['序号', '公开事项', '公开内容', '公开依据', '公开时限', '公开主体', '公开渠道'], times(6, (i) => [i + 1, `${f}${['政策', '名单', '流程', '结果', '标准', '统计'][i]}`, '文件文本与说明', '政府信息公开条例', '二十个工作日', '市县主管部门', '政府网站'])) : '<div class="nodata">暂无数据</div>')); }
  if (p === '/interact.aspx') return shell('政民互动', where('政民互动') + `<ul><li><a href="Mail.aspx">市长信箱</a></li><li><a href="Letters.aspx">来信选登</a></li><li><a href="Faq.aspx">热点问题</a></li><li><a href="Huiying.aspx">回应关切</a></li><li><a href="Survey.aspx">民意征集</a></li><li><a href="About.aspx?p=12345">12345政务服务便民热线</a></li></ul>`);
  if (p === '/mail.aspx') { if (ctx.method === 'POST') return shell('市长信箱', '<p>信件已经提交，查询号为YC0000000。</p>'); return shell('市长信箱', where('市长信箱') + `<p>写信须知：来信受理后5个工作日内答复。提交后获得查询号，可凭查询号查看办理情况。</p><table><tr><td>标题</td><td><input name="ctl00$Main$txtTitle" type="text" maxlength="40" /></td></tr><tr><td>内容</td><td><textarea name="ctl00$Main$txtBody" rows="8" cols="80" maxlength="1000"></textarea>（限1000字）</td></tr><tr><td>联系电话</td><td><input name="ctl00$Main$txtTel" type="text" /></td></tr><tr><td></td><td><input type="submit" name="ctl00$Main$btnSend" value="提交信件" /></td></tr></table><p>信件查询：查询号 <input name="ctl00$Main$txtNo" type="text" /> <a href="javascript:__doPostBack('ctl00$Main$btnQuery','')">查询</a></p><p><a href="Letters.aspx">来信选登</a></p>`); }
  if (p === '/letters.aspx') return shell('来信选登', where('来信选登') + '<p>信件答复时限为5个工作日。</p>' + paged(ctx, letters, 6, (r) => grid(['标题', '来信日期', '状态'], r.map((l) => [`<a href="Letter.aspx?id=${l.id}">${l.title}</a>`, ago(l.asked), '已答复']))));
  if (p === '/letter.aspx') { const l = letters.find((x) => x.id === id); return l && shell(l.title, where('来信选登') + `<table class="grid"><tr><th>信件标题</th><td>${l.title}</td></tr><tr><th>来信时间</th><td>${ago(l.asked)}</td></tr><tr><th>来信内容</th><td>您好，${l.title}，希望有关部门处理。</td></tr><tr><th>答复单位</th><td>运城市有关部门</td></tr><tr><th>答复时间</th><td>${ago(l.asked - l.took)}</td></tr><tr><th>答复内容</th><td>您好，来信收悉，工作人员已到现场处理，并电话回访来信人。</td></tr></table>`); }
  if (p === '/faq.aspx') return shell('热点问题', where('热点问题') + `<ul>${ask.map((a) => `<li><a href="FaqShow.aspx?id=${a.id}">${a.title}</a> ${ago(a.day)}</li>`).join('')}</ul>`);
  if (p === '/faqshow.aspx') { const a = ask.find((x) => x.id === id); return a && article(a.title, a.day, [a.text]); }
  if (p === '/huiying.aspx') return shell('回应关切', where('回应关切') + `<ul>${ying.map((a) => `<li><a href="HuiyingShow.aspx?id=${a.id}">${a.title}</a> ${ago(a.day)}</li>`).join('')}</ul>`);
  if (p === '/huiyingshow.aspx') { const a = ying.find((x) => x.id === id); return a && article(a.title, a.day, filler(id, 2)); }
  if (p === '/survey.aspx') return shell('民意征集', where('民意征集') + `<h2>关于公园夜间开放时间的意见征集</h2><p>截止日期：${ago(-20)}</p><p>您的意见：<textarea name="ctl00$Main$opinion" maxlength="300"></textarea><input type="submit" name="ctl00$Main$btn" value="提交意见" /></p>`);
  if (p === '/mobile.aspx') return shell('掌上运城', where('掌上运城') + '<h2>掌上运城客户端</h2><p>手机应用商店搜索“掌上河东”下载，提供缴费、预约与公告。</p><p>微信公众号：运城发布，扫码关注。</p>');
  if (p === '/about.aspx') return { ys: article('隐私声明', 300, ['收集的信息：您在本网站写信时，我们收集您填写的姓名和联系电话，以及访问日志。', '使用目的：所收集的信息仅用于办理来信和改进网站。', '信息共享：除办理单位以外，我们不向第三方提供您的个人信息。', '信息存储：个人信息保存在本市机房，保存期限为两年。', '信息安全：我们采取加密、权限控制等措施保护信息安全。', '您的权利：您可以要求查阅、更正或者删除本人信息。', '联系我们：如对本声明有疑问，请拨打0000-0000000。', `生效日期：${ago(300, 'Y年m月d日')}`]), lx: article('联系我们', 310, ['地址：运城市政府大楼。邮政编码：000000。', '电话：0000-0000000']), 12345: article('12345政务服务便民热线', 250, ['市民可以拨打12345，二十四小时受理咨询、求助、投诉和建议。']) }[q.get('p')] ?? null;
  if (p === '/search.aspx') { const kw = q.get('keyword') ?? ''; const rows = [...tops.map((t, i) => [t[0], t[1], t[2], `TopicShow.aspx?id=${i}`]), ...news.map((n) => ['', n.title, '', `NewsShow.aspx?id=${n.id}`])]; const hit = match(rows, kw).slice(0, 10); return shell(`搜索-${esc(kw)}`, `<div class="search">关键字：<input name="ctl00$txtKey" id="ctl00_txtKey" type="text" value="${esc(kw)}" /></div><p>共找到 ${hit.length} 条与“${esc(kw)}”相关的结果</p>${hit.map((r) => `<dl class="res"><dt><a href="${r[3]}">${r[1]}</a></dt><dd>${r[2]}</dd></dl>`).join('')}`); }
  if (p === '/topicshow.aspx') { const t = tops[id]; return t && article(t[1], 60 + id, [t[2]]); }
  if (p === '/topics.aspx') return shell('便民问答目录', where('便民信息') + `<ul>${tops.map((t, i) => `<li><a href="TopicShow.aspx?id=${i}">${t[1]}</a></li>`).join('')}</ul>`);
  if (p === '/sitemap.aspx') return shell('网站地图', where('网站地图') + [['News.aspx?cid=1', '河东要闻'], ['Open.aspx', '政务公开'], ['List.aspx?t=qz', '权责清单'], ['List.aspx?t=zm', '证明事项清单'], ['List.aspx?t=sf', '涉企收费目录清单'], ['Jczw.aspx', '基层政务公开'], ['Interact.aspx', '政民互动'], ['Faq.aspx', '热点问题'], ['Huiying.aspx', '回应关切'], ['Survey.aspx', '民意征集'], ['Topics.aspx', '便民信息'], ['Mobile.aspx', '掌上运城'], [`http://${Z}/Default.aspx`, '办事大厅']].map(([u, t]) => `<p><a href="${u}">${t}</a></p>`).join(''));
};
const hall = (ctx) => {
  const p = ctx.path.toLowerCase(), q = ctx.query;
  if (p === '/') return go('/Default.aspx');
  const page = (t, x) => shell(t, x, Z);
  if (p === '/default.aspx') return page('运城市网上办事大厅', `<h1>运城市网上办事大厅</h1><a href="Guides.aspx">办事指南</a> <a href="OneThing.aspx">高效办成一件事</a> <a href="KuaSheng.aspx">跨省通办</a> <a href="Progress.aspx">办件进度查询</a> <a href="Login.aspx?u=gr">个人空间</a> <a href="Login.aspx?u=qy">企业空间</a>`);
  if (p === '/guides.aspx') return page('办事指南', `<h2>办事指南</h2>` + paged(ctx, gd, 10, (r) => grid(['事项', '部门'], r.map((g) => [`<a href="Guide.aspx?code=${gd.indexOf(g)}">${g.name}</a>`, g.org]))));
  if (p === '/guide.aspx') { const g = gd[Number(q.get('code'))]; return g && page(`${g.name}-办事指南`, `<h2>${g.name}</h2><table class="grid">${[['事项名称', g.name], ['实施主体', g.org], ['服务对象', g.who], ['设定依据', g.basis], ['受理条件', g.cond], ['申请材料', g.stuff.join('；')], ['办理流程', g.steps.join('→')], ['法定办结时限', g.legal], ['承诺办结时限', g.promised], ['收费标准', g.fee], ['办理地点', g.place], ['办理时间', g.hours], ['咨询电话', g.tel], ['监督投诉电话', g.watch], ['办理结果', g.result], ['送达方式', g.way]].map(([a, b]) => `<tr><th width="160">${a}</th><td>${b}</td></tr>`).join('')}</table>`); }
  if (p === '/onething.aspx') return page('高效办成一件事', `<h2>高效办成一件事专区</h2><ul>${THINGS.slice(0, 13).map((t, i) => `<li><a href="OneShow.aspx?i=${i}">${t}“一件事”</a></li>`).join('')}</ul>`);
  if (p === '/oneshow.aspx') { const t = THINGS[Number(q.get('i'))]; return t && page(`${t}一件事`, `<h2>${t}一件事</h2><p>一张表单、一套材料、一次办结。牵头单位：运城市有关部门。</p><p>${filler(7 + Number(q.get('i')), 1)}</p>`); }
  if (p === '/kuasheng.aspx') return page('跨省通办', '<h2>跨省通办专区</h2>' + paged(ctx, kua, 20, (r) => grid(['编号', '事项名称', '通办方式', '部门'], r.map((x) => [x.code, x.name, x.kind, x.org]))));
  if (p === '/progress.aspx') return page('办件进度查询', `<h2>办件进度查询</h2>${ctx.method === 'POST' ? '<p>没有查到该办件编号。</p>' : ''}<p>办件编号：<input name="ctl00$Main$txtCase" type="text" maxlength="20" /> 查询密码：<input name="ctl00$Main$txtPwd" type="password" /> <input type="submit" name="ctl00$Main$btnCase" value="查询" /></p>`);
  if (p === '/login.aspx') return page('用户登录', `<h2>${q.get('u') === 'qy' ? '企业' : '个人'}空间</h2><p>请登录后查看我的办件、我的材料。</p><p>账号 <input name="ctl00$Main$u" type="text" /> 密码 <input name="ctl00$Main$p" type="password" /> <input type="submit" name="ctl00$Main$b" value="登录" /></p>`);
};
const share = 14 / 26;
export default { code: '140800', name: '运城市', pinyin: 'yuncheng', province: '山西省', region: '中部', portal: `http://${P}/`, service: `http://${Z}/`, open_data: '',
  hosts: { [P]: { handle: portal, server: 'Microsoft-IIS/8.5', mailbox: /^\/mail\.aspx/i }, [Z]: { handle: hall, server: 'Microsoft-IIS/8.5' }, 'www.shanxi-orchard.gov.cn': { dead: true, handle() {} }, 'data.shanxi-orchard.gov.cn': { dead: true, handle() {} } },
  deadLinks: ['www.shanxi-orchard.gov.cn', 'data.shanxi-orchard.gov.cn'],
  evidence: { 'service-lists': [`http://${P}/List.aspx?t=qz`], 'disclosure-catalog': [`http://${P}/Jczw.aspx`], 'service-guide': [`http://${Z}/Guide.aspx?code=0`], 'one-entry': [`http://${P}/Mobile.aspx`], 'cross-region': [`http://${Z}/KuaSheng.aspx`], 'appeal-channels': [`http://${P}/Interact.aspx`], 'appeal-form': [`http://${P}/Mail.aspx`], 'one-thing': [`http://${Z}/OneThing.aspx`], 'case-tracking': [`http://${Z}/Progress.aspx`], 'reply-timeliness': [`http://${P}/Letters.aspx`], 'knowledge-base': [`http://${P}/Faq.aspx`], 'proactive-response': [`http://${P}/Huiying.aspx`], 'personal-space': [`http://${Z}/Login.aspx?u=gr`], 'privacy-policy': [`http://${P}/About.aspx?p=ys`], 'smart-search': [`http://${P}/Default.aspx`] },
  decoys: { 'e-certificate': [['电子证照', 3, 'headline about the province']], 'follow-up': [['回访', 13, 'one headline on Suzhou; "电话回访" inside ten single answers is no published result']], 'smart-qa': [['智能问答', 3, 'headline on the province; 在线咨询 is a QQ link'], ['机器人', 3, 'the same headline on the province']], accessibility: [['适老化', 3, 'headline on housing'], ['无障碍', 0, '']], 'open-data-platform': [['数据开放平台', 3, 'link to the province (dead) and a headline on it'], ['数据开放', 3, 'the headline on the province'], ['开放数据', 2, 'headline on Linfen']], 'data-security-policy': [['数据安全', 0, 'the data rules have no chapter on security']] },
  truth: [
    ['service-lists', 'present', 'working', { count: [46, 77] }, 'three lists behind postback pagers: 46 + 19 + 12'],
    ['disclosure-catalog', 'present', 'working', { count: [14], share: [share] }, '20 fields shown, 14 have rows, 6 say 暂无数据'],
    ['service-guide', 'present', 'working', { share: [1] }, 'ten complete guides on the hall'],
    ['one-entry', 'present', ['reachable'], null, 'page of the app and WeChat account; accounts not shared'],
    ['cross-region', 'present', 'working', { count: [58] }, '58 rows over three postback pages'],
    ['e-certificate', 'absent', null, null, 'a headline of the province only'],
    ['appeal-channels', 'present', 'working', null, 'mailbox, hotline with number, survey form; QQ is none'],
    ['appeal-form', 'present', 'working', null, 'form with 1000 characters and 5 working days'],
    ['one-thing', 'present', 'working', { count: [13] }, '13 things'],
    ['case-tracking', 'present', 'working', null, 'query by number'],
    ['reply-timeliness', 'present', null, { share: [0.8] }, '10 letters over two postback pages, 2 late against 5 working days'],
    ['follow-up', 'absent', null, null, 'single answers mention 电话回访; no column or report'],
    ['knowledge-base', 'present', 'reachable', null, '热点问题 newest is 520 days old'],
    ['proactive-response', 'present', 'working', null, '回应关切 with dated items'],
    ['smart-search', 'present', 'working', null, 'Search.aspx?keyword= with everyday topics'],
    ['smart-qa', 'absent', null, null, 'QQ link and a headline only'],
    ['accessibility', 'absent', null, null, 'fixed width, no viewport, no tools'],
    ['personal-space', 'present', 'reachable', null, 'log-in pages of two spaces'],
    ['open-data-platform', 'absent', null, null, 'only the province platform in the list of friends'],
    ...['data-catalog', 'api-count', 'app-count'].map((x) => [x, ['absent', 'not-applicable'], null, null, 'no platform']),
    ['data-security-policy', 'absent', null, null, 'rules on public data without a chapter on security'],
    ['privacy-policy', 'present', 'working', null, 'eight parts'],
  ] };

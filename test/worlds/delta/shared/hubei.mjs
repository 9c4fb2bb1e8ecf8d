// Province-wide service platform of Hubei, shared by 荆门 and 咸宁: static shells, JSON item lists, one account for all.
import { esc, json, reply, script, ago, times, go, posted } from '../lib.mjs';
import { topics, guide } from '../stock.mjs';
export const HOST = 'zwfw.chushidlt.gov.cn';
const U = `http://${HOST}`;
export const areas = {
  420800: { name: '荆门市', items: 64, cross: 27, full: true, hall: '荆门市象山大道政务服务中心二楼综合窗口' },
  421200: { name: '咸宁市', items: 40, cross: 14, full: false, hall: '咸宁市政务服务大厅三楼' },
};
export const kinds = '居民身份证,居民户口簿,出生医学证明,结婚证,离婚证,机动车驾驶证,机动车行驶证,社会保障卡,医疗保险凭证,不动产权证书,不动产登记证明,营业执照,食品经营许可证,药品经营许可证,医疗机构执业许可证,护士执业证书,医师执业证书,教师资格证书,普通话等级证书,律师执业证,残疾人证,老年优待证,退役军人优待证,道路运输证,道路运输经营许可证,网络预约出租汽车驾驶员证,建筑业企业资质证书,施工许可证,取水许可证,排污许可证,林木采伐许可证,动物防疫条件合格证,特种设备使用登记证,烟草专卖零售许可证,公共场所卫生许可证,住房公积金缴存证明'.split(',');
const cross = '社会保险参保缴费记录查询,养老保险关系转移接续,失业登记,社会保障卡申领,异地就医结算备案,医保关系转移接续,住房公积金异地贷款缴存证明,提前还清公积金贷款,开具无犯罪记录证明,户口迁移,居民身份证换领,新生儿入户,结婚登记,学历公证,机动车驾驶证换证,车辆检验合格标志,营业执照遗失补领,企业设立登记,企业注销登记,工业产品生产许可,不动产登记资料查询,残疾人证新办,最低生活保障申请,退役军人优待证申领,教师资格证书补换,医师执业注册,船舶国籍证书'.split(',');
export const things = '新生儿出生,教育入学,企业信息变更,企业注销,开办餐饮店,开办运输企业,信用修复,水电气网联合报装,就医费用报销,社会保障卡居民服务,残疾人服务,退休,公民身后,灵活就业,二手房转移登记及水电气过户,军人退役,大件运输,个人创业'.split(',');
const shell = (title, area, main, tail = '') => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="UTF-8"><title>${title}-湖北楚事通办政务服务平台</title><meta name="viewport" content="width=1280"><link rel="stylesheet" href="/static/css/app.css"></head><body>
<header class="hd"><div class="w"><b><a href="/webview/fw/index.html?areaCode=${area}">楚事通办 · ${areas[area]?.name ?? '湖北省'}</a></b><span class="r"><a href="/uc/login.html?appCode=fw">登录</a> | <a href="/uc/register.html">注册</a></span></div>
<ul class="menu"><li><a href="/webview/fw/index.html?areaCode=${area}">首页</a></li><li><a href="/webview/bszn/list.html?areaCode=${area}&userType=1">个人办事</a></li><li><a href="/webview/bszn/list.html?areaCode=${area}&userType=2">法人办事</a></li><li><a href="/webview/kstb/index.html?areaCode=${area}">异地办</a></li><li><a href="/webview/dzzz/index.html?areaCode=${area}">我的证照</a></li><li><a href="/webview/hcp/index.html?areaCode=${area}">评价</a></li></ul></header>
<section class="w">${main}</section><footer>主办：湖北省政务管理办公室 技术支持：楚云数字 | <a href="/webview/about.html?areaCode=${area}">关于平台</a></footer>${tail}</body></html>`;
const code = (a, i) => `${a}-${String(1000 + i * 13)}`;
const has = (a, i) => i < areas[a].items;
const bare = (title, main) => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="UTF-8"><title>${title}-湖北楚事通办政务服务平台</title><meta name="viewport" content="width=1280"><link rel="stylesheet" href="/static/css/app.css"></head><body><header class="hd"><div class="w"><b>楚事通办 · 用户中心</b> <span class="r"><a href="/uc/login.html?appCode=fw">登录</a> | <a href="/uc/register.html">注册</a></span></div></header><section class="w">${main}</section></body></html>`;
export function handle(ctx) {
  const q = ctx.query; let a = q.get('areaCode') ?? q.get('areacode') ?? '420000'; if (!areas[a] && a !== '420000') a = '420000';
  const A = areas[a];
  switch (ctx.path) {
    case '/static/css/app.css': return reply('body{margin:0;font:14px/1.8 "Microsoft YaHei"}.w{width:1200px;margin:0 auto}.hd{background:#1a5fb4;color:#fff}.hd a{color:#fff}.menu li{display:inline-block;padding:0 20px}.r{float:right}table{border-collapse:collapse;width:100%}td,th{border:1px solid #dde;padding:6px}', { type: 'text/css' });
    case '/': return reply(shell('首页', '420000', `<h2>请选择站点</h2><ul>${Object.entries(areas).map(([k, v]) => `<li><a href="/webview/fw/index.html?areaCode=${k}">${v.name}</a></li>`).join('')}</ul>`));
    case '/webview/fw/index.html': {
      if (!A) return go('/');
      return reply(shell('首页', a, `<h2>热门事项</h2><ul class="hot">${topics.slice(0, 12).map((t) => `<li><a href="/webview/bszn/detail.html?itemCode=${code(a, t.i)}&areaCode=${a}">${t.name}</a></li>`).join('')}</ul>
<h2>特色专区</h2><div class="zone"><a href="/webview/kstb/index.html?areaCode=${a}">跨省通办专区</a> ${a === '420800' ? `<a href="/webview/yjs/index.html?areaCode=${a}">高效办成一件事</a>` : '<a href="http://yjs.xianningdlt.gov.cn/index.html">高效办成一件事（咸宁旗舰店）</a>'} <a href="/webview/dzzz/index.html?areaCode=${a}">电子证照</a></div>
<h2>便民工具</h2><a href="/webview/bjcx/index.html?areaCode=${a}">办件进度</a> <a href="/webview/hcp/index.html?areaCode=${a}">好差评</a> <a href="/uc/login.html?appCode=space">个人空间</a> <a href="/uc/login.html?appCode=qyspace">企业专属空间</a>`)); }
    case '/webview/bszn/list.html': return !A ? go('/') : reply(shell('办事指南', a, `<h2>办事指南</h2><div id="lst" data-api="/api/item/list?areaCode=${a}&pageNo=1&pageSize=20">正在加载…</div><div id="pg"></div>`, `<script>var area='${a}',no=1;function load(n){no=n;fetch('/api/item/list?areaCode='+area+'&pageNo='+n+'&pageSize=20').then(function(r){return r.json()}).then(function(d){document.getElementById('lst').innerHTML='<table><tr><th>事项名称</th><th>实施部门</th><th>操作</th></tr>'+d.data.list.map(function(x){return '<tr><td><a href="'+x.url+'">'+x.itemName+'</a></td><td>'+x.orgName+'</td><td><a href="/uc/login.html?appCode=fw">在线办理</a></td></tr>'}).join('')+'</table>';var m=Math.ceil(d.data.total/20),h='共 '+d.data.total+' 项 ';for(var i=1;i<=m;i++)h+='<a href="javascript:load('+i+')">'+i+'</a> ';document.getElementById('pg').innerHTML=h})}load(1)</script>`));
    case '/api/item/list': { if (!A) return json({ code: 500, msg: '区划不存在' }); const n = Number(q.get('pageNo') ?? 1), s = Number(q.get('pageSize') ?? 20); const all = topics.slice(0, A.items); return json({ code: 200, msg: 'ok', data: { total: all.length, pageNo: n, list: all.slice((n - 1) * s, n * s).map((t) => ({ itemCode: code(a, t.i), itemName: t.name, orgName: A.name + t.dept, url: `/webview/bszn/detail.html?itemCode=${code(a, t.i)}&areaCode=${a}` })) } }); }
    case '/webview/bszn/detail.html': {
      const m = /^(\d{6})-(\d+)$/.exec(q.get('itemCode') ?? ''); const i = m ? (Number(m[2]) - 1000) / 13 : -1; const B = areas[m?.[1]];
      if (!B || !Number.isInteger(i) || !topics[i] || !has(m[1], i)) return null;
      const g = guide(topics[i], B.name, B.hall); const row = (k, v) => `<tr><th>${k}</th><td>${esc(v)}</td></tr>`;
      const full = B.full;
      return reply(shell(g.name, m[1], `<div class="crumb">当前位置：首页 &gt; 办事指南 &gt; 正文</div><h1>${g.name}</h1><h3>基本信息</h3><table>${row('实施主体', g.dept)}${row('法定办结时限', g.legal)}${row('承诺办结时限', g.promise)}${full ? row('办理结果', g.result) : ''}</table><h3>受理条件</h3><p>${esc(g.cond)}。</p><h3>申请材料</h3><table><tr><th>序号</th><th>材料名称</th></tr>${g.mats.map((x, k) => `<tr><td>${k + 1}</td><td>${x}</td></tr>`).join('')}</table><h3>办理流程</h3><p>${g.flow}</p><h3>收费情况</h3><p>${g.fee}</p><h3>办理地点</h3><p>${g.place}</p><h3>办理时间</h3><p>${g.hours}</p>${full ? `<h3>设定依据</h3><p>${g.law}</p><h3>咨询电话</h3><p>${g.phone}</p><h3>监督投诉</h3><p>${g.complain}</p>` : '<h3>设定依据</h3><p></p><h3>咨询方式</h3><p></p>'}`));
    }
    case '/webview/kstb/index.html': return !A ? go('/') : reply(shell('跨省通办', a, `<h2>长江中游三省跨省通办专区</h2><p>本专区共上线跨省通办事项<b>${A.cross}</b>项，可选择全程网办、异地代收代办。</p><ol>${cross.slice(0, A.cross).map((c) => `<li>${c} <a href="/uc/login.html?appCode=kstb">办理</a></li>`).join('')}</ol>`));
    case '/webview/dzzz/index.html': return reply(shell('电子证照', a, `<h2>电子证照</h2><p>目前全省已开通<b>${kinds.length}</b>类电子证照的查询和亮证，并实现与湖南、江西两省互认。</p><form action="/uc/login.html" method="get"><input type="hidden" name="appCode" value="zz"><input name="no" placeholder="证照编号"><button>查验</button></form><ul>${kinds.map((k) => `<li>${k}</li>`).join('')}</ul>`));
    case '/webview/bjcx/index.html': { const no = q.get('bjbh'); return reply(shell('办件查询', a, `<h2>办件进度查询</h2><form method="get" action="/webview/bjcx/index.html"><input type="hidden" name="areaCode" value="${a}"><label>办件编号 <input name="bjbh" maxlength="24" required></label><label>申请人证件后四位 <input name="tail" maxlength="4"></label><button type="submit">查询</button></form>${no ? `<p>未查询到编号为 ${esc(no)} 的办件，请核对后重试。</p>` : ''}`)); }
    case '/webview/hcp/index.html': return reply(shell('好差评', a, `<h2>政务服务“好差评”</h2><p>统计截止 ${ago(3)}</p><table><tr><th>评价总量</th><th>主动评价率</th><th>好评率</th><th>差评整改率</th></tr><tr><td>48216</td><td>92.4%</td><td>99.6%</td><td>100%</td></tr></table><a href="/uc/login.html?appCode=hcp">我要评价（非常满意、满意、基本满意、不满意、非常不满意）</a>`));
    case '/webview/yjs/index.html': return a !== '420800' ? null : reply(shell('高效办成一件事', a, `<h2>高效办成一件事</h2><div class="cards">${things.map((t) => `<div class="card"><h4>${t}“一件事”</h4><p>一表申请、一窗受理</p><a href="/uc/login.html?appCode=yjs">立即办理</a></div>`).join('')}</div>`));
    case '/uc/login.html': return reply(bare('统一身份认证', `<h2>统一身份认证</h2><form onsubmit="return false"><input name="account" placeholder="手机号/证件号"><input type="password" name="pwd"><button>登录</button></form><p>还没有账号？<a href="/uc/register.html">立即注册</a></p>${q.get('redirect_uri') ? `<p>您正在使用楚事通办账号登录：${esc(q.get('appName') ?? '')}</p>` : ''}`));
    case '/uc/register.html': return reply(bare('用户注册', `<h2>个人用户注册</h2><form onsubmit="return false"><input placeholder="姓名"><input placeholder="身份证号"><input placeholder="手机号"><label><input type="checkbox">我已阅读并同意<a href="/uc/agreement/service.html">《用户服务协议》</a>和<a href="/uc/agreement/privacy.html">《隐私政策》</a></label><button>提交</button></form>`));
    case '/uc/agreement/service.html': return reply(bare('用户服务协议', '<h2>用户服务协议</h2><p>用户应当提供真实、准确的注册资料，妥善保管账号和密码，不得转借他人使用。平台可因维护暂停服务并提前公告。</p>'));
    case '/uc/agreement/privacy.html': return reply(bare('隐私政策', `<h2>隐私政策</h2><p>更新日期：${ago(210)} 生效日期：${ago(200)}</p><h3>一、我们如何收集您的个人信息</h3><p>注册时收集姓名、身份证号码、手机号码；办理事项时收集您提交的材料。</p><h3>二、我们收集信息的目的</h3><p>用于核验身份、受理和办理您申请的事项、向您发送办理进度。</p><h3>三、信息的共享、转让和公开披露</h3><p>除法律规定或办理事项所必需的审批部门外，我们不向第三方共享您的个人信息。</p><h3>四、信息的存储</h3><p>信息存储于省级政务云，保存期限为办结后五年。</p><h3>五、信息安全保护</h3><p>我们采用加密传输、访问控制和日志审计等措施防止信息泄露。</p><h3>六、您的权利</h3><p>您可以在用户中心查询、更正、删除个人信息或者注销账号、撤回同意。</p><h3>七、联系我们</h3><p>对本政策有疑问可拨打0000-00000000。</p>`));
    case '/webview/about.html': return reply(shell('关于平台', a, '<h2>关于平台</h2><p>楚事通办是全省一体化政务服务平台的总门户，支持电脑端、手机应用和自助终端办理。</p>'));
    default: return null;
  }
}

// Alxa: the portal's host is dead; the league's service platform lives, with its lists as a JSON island that a script lays out and guides in <details> blocks.
import { ago, times } from '../lib.mjs';
import { articles, facts } from '../words.mjs';

const P = 'www.alsmeng.gov.cn'; const S = 'bs.alsmeng.gov.cn';
const swap = (s) => s.replace(/我市|市政府|市委(?!编)/g, (x) => ({ 我市: '我盟', 市政府: '盟行署', 市委: '盟委' }[x])).replace(/全市/g, '全盟').replace(/市(?=(发展改革委|农业农村局|教育局|林业局|水务局|交通运输局|文化旅游局|生态环境局|应急管理局|住建局|工信局|商务局))/g, '盟');
const notes = articles(1529, '阿拉善盟', 72, [['“跨省通办”窗口建设座谈会在银川召开', '会议讨论了与宁夏有关地市的合作事项，具体安排另行通知。'], ['盟政务服务局研究智能问答系统采购', '采购需求正在论证。']], swap);
const wrap = (t, b) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${t}·驼铃办</title><style>body{width:1100px;margin:auto;font-family:SimSun}aside{float:left;width:180px}article{margin-left:200px}summary{font-weight:bold}</style></head><body><h1>阿拉善盟政务服务 驼铃办</h1><aside><p><a href="/">大厅</a></p><p><a href="/sx">办什么</a></p><p><a href="/dj">明白账</a></p><p><a href="/lz">一揽子办</a></p><p><a href="/cx">查到哪</a></p><p><a href="/tz">通知</a></p><p><a href="/wd">我的毡房</a></p><p><a href="/sj">掌上驼铃</a></p><p><a href="http://${P}/">盟行署门户</a></p></aside><article><h2>${t}</h2>${b}</article><footer style="clear:both"><a href="/sm">服务声明</a>　阿拉善盟政务服务局</footer></body></html>`;
const items = facts.slice(4, 40);
const island = { lists: [{ name: '行政许可事项清单', at: ago(41), rows: facts.slice(10, 29).map((f, i) => [i + 1, f.n, f.w, f.law]) }, { name: '公共服务事项清单', at: ago(41), rows: facts.slice(0, 14).map((f, i) => [i + 1, f.n, f.w, f.law]) }, { name: '证明事项清单', at: ago(77), rows: ['草牧场权属证明', '亲属关系证明', '居住证明'].map((t, i) => [i + 1, t, facts[i].w, facts[i].law]) }] };
const bundles = ['开办饭馆', '新生牧民子女落户与医保', '员工录用', '退休', '房屋买卖', '身后事'];
const pages = {
  '/': () => wrap('大厅', `<p>请选择要办的事：</p>${items.slice(0, 10).map((f) => `<a href="/sx/${f.i}">${f.n}</a>　`).join('')}<h3>通知</h3><ul>${notes.slice(0, 25).map((a) => `<li><a href="/tz/${a.id}">${a.title}</a></li>`).join('')}</ul>`),
  '/sx': () => wrap('办什么', `<p>点开名称看怎么办（服务指南）。</p>${items.map((f) => `<p><a href="/sx/${f.i}">${f.n}</a></p>`).join('')}`),
  '/dj': () => wrap('明白账', `<div id="q"></div><script type="application/json" id="d">${JSON.stringify(island)}</script><script>var d=JSON.parse(document.getElementById('d').textContent);document.getElementById('q').innerHTML=d.lists.map(function(l){return '<h3>'+l.name+'</h3><p>更新于'+l.at+'</p><table border=1><tr><th>序号</th><th>事项</th><th>部门</th><th>依据</th></tr>'+l.rows.map(function(r){return '<tr><td>'+r.join('</td><td>')+'</td></tr>'}).join('')+'</table>'}).join('')</script>`),
  '/lz': () => wrap('一揽子办', `<p>“高效办成一件事”专区，共6件。</p>${bundles.map((t, i) => `<p><a href="/lz/${i}">${t}一件事</a></p>`).join('')}`),
  '/cx': () => wrap('查到哪', '<form action="/cx"><p>办件编号 <input name="bjbh" maxlength="20"> <button>查办理进度</button></p></form>'),
  '/wd': () => wrap('我的毡房', '<p>个人空间、企业空间需登录。</p><form method="post" action="/wd"><input name="u" placeholder="手机号"><input name="p" type="password"><button>登录</button></form>'),
  '/sj': () => wrap('掌上驼铃', '<p>手机客户端“掌上驼铃”：应用商店搜索下载。</p><p>微信小程序“驼铃办”：微信内搜索使用。</p>'),
  '/sm': () => wrap('服务声明', '<p>一、隐私保护。注册时我们收集您的姓名、证件号码、手机号。</p><p>二、收集的目的是核验身份和通知办件结果。</p><p>三、除法律规定外，不与第三方共享您的个人信息。</p><p>四、个人信息存储在自治区政务云，采取加密措施保障安全。</p><p>五、您有权查询、更正、删除个人信息。</p><p>六、联系方式：0483-0000000。本声明自2025年3月1日起生效。</p>'),
  '/tz': () => wrap('通知', `<ul>${notes.map((a) => `<li><a href="/tz/${a.id}">${a.title}</a> ${a.date}</li>`).join('')}</ul>`),
};
const kv = (f) => wrap(f.n, [['概况', { 事项名称: f.n, 事项类型: '依申请事项', 实施主体: f.w, 设定依据: f.law, 结果名称: '证照、批文', 服务对象: '自然人、法人', 办理形式: '窗口、网上' }], ['条件和材料', { 受理条件: f.a, 申请材料: f.m.join('；') }], ['时限和费用', { 法定办结时限: '20个工作日', 承诺办结时限: `${f.d}个工作日`, 收费标准: f.f }], ['到哪办', { 办理流程: '申请、受理、审核、办结', 办理地点: f.w, 办理时间: '工作日9:00至17:30', 咨询电话: '0483-0000000', 监督电话: '0483-0000000', 表格样表: '申请表示范文本', 救济途径: '行政复议、行政诉讼' }]].map(([h, o], i) => `<details${i ? '' : ' open'}><summary>${h}</summary>${Object.entries(o).map(([a, b]) => `<label>${a}</label><p>${b}</p>`).join('')}</details>`).join(''));
function handle({ path }) {
  const m = /^\/(sx|tz|lz)\/(\d+)$/.exec(path);
  if (m?.[1] === 'sx') return items.find((f) => f.i === +m[2]) && kv(facts[m[2]]);
  if (m?.[1] === 'tz') { const a = notes.find((x) => x.id === +m[2]); return a && wrap(a.title, `<p>${a.date}</p>${a.body.map((p) => `<p>${p}</p>`).join('')}`); }
  if (m?.[1] === 'lz') return bundles[m[2]] && wrap(`${bundles[m[2]]}一件事`, `<ol>${facts.slice(+m[2] * 4, +m[2] * 4 + 3).map((f) => `<li>${f.n}</li>`).join('')}</ol>`);
  return pages[path]?.();
}
const hid = 'the portal does not answer; the service platform says nothing of it';
export default { code: '152900', name: '阿拉善盟', pinyin: 'alxa', province: '内蒙古自治区', region: '西部', portal: `http://${P}/`, service: `https://${S}/`, open_data: '',
  hosts: { [P]: { handle: () => null, dead: true }, [S]: { handle, https: true } },
  witness: { 'service-lists': `${S}/dj`, 'service-guide': `${S}/sx/9`, 'one-entry': `${S}/sj`, 'one-thing': `${S}/lz`, 'case-tracking': `${S}/cx`, 'personal-space': `${S}/wd`, 'privacy-policy': `${S}/sm` },
  truth: [
    ['service-lists', 'present', 'working', null, 'three lists in a JSON island of 明白账, on the live service platform'], ['service-guide', 'present', 'working', { share: 1 }, '36 guides in details blocks'], ['one-entry', 'present', 'reachable', null, '掌上驼铃 tells of an app and a mini-program; no shared account is claimed'],
    ['one-thing', 'present', 'working', { count: 6 }, '一揽子办, six things'], ['case-tracking', 'present', 'working', null, '查到哪 takes a number'], ['personal-space', 'present', 'reachable', null, '我的毡房: log-in only'], ['privacy-policy', 'present', 'working', null, '服务声明, first clause onward'],
    ...'disclosure-catalog cross-region e-certificate appeal-channels appeal-form reply-timeliness follow-up knowledge-base proactive-response smart-search smart-qa accessibility open-data-platform data-security-policy'.split(' ').map((p) => [p, 'unknown', null, null, hid]),
    ...['data-catalog', 'api-count', 'app-count'].map((p) => [p, ['unknown', 'not-applicable'], null, null, hid]),
  ],
  recount: (get) => ({ 'one-thing': times(20, (i) => get(S, `/lz/${i}`)).filter((t) => t.includes('<ol>')).length }) };

// Wuzhong: the portal stands behind a script challenge that no visitor without its token passes, the service host is dead, the data platform (own product, JSON lists) is open.
import { ago, json, reply, times } from '../lib.mjs';
import { SETS } from '../text.mjs';
const P = 'www.wuzhong-litong.gov.cn', Z = 'zw.wuzhong-litong.gov.cn', D = 'sj.wuzhong-litong.gov.cn';
const wall = () => reply(`<html><head><meta charset="utf-8"><script>var _0x=['__wzt','reload'];document.cookie=_0x[0]+'='+(+new Date()).toString(36)+';path=/';setTimeout(function(){location[_0x[1]]()},1500)</script></head><body></body></html>`, { status: 412, headers: { 'Set-Cookie': 'wzws_sid=0; path=/' } });
const themes = ['城建住房', '教育文化', '医疗卫生', '交通出行', '农业农村', '市场监管'];
const sets = times(64, (i) => ({ uuid: (0x51ab00 + i * 977).toString(16), name: `吴忠市${SETS[i % SETS.length]}${i >= SETS.length ? '（续）' : ''}`, theme: themes[i % 6], updated: ago(3 + i * 6), formats: ['xls', 'json'] }));
const apis = times(23, (i) => ({ id: i + 1, name: sets[i].name + '服务接口', calls: 40 + i }));
const law = ['吴忠市公共数据开放管理办法', '第一章 总则', '第一条 为规范公共数据开放，制定本办法。', '第二章 目录与开放', '第五条 各部门应当编制开放目录。', '第三章 监督', '第九条 大数据局定期通报。'];
const priv = ['吴忠市公共数据开放平台隐私政策', '我们收集的信息：注册时提供的姓名、手机号码。', '使用目的：用于审核数据申请。', '共享：不与第三方共享个人信息。', '安全：采用加密和权限控制保护个人信息。', '您的权利：可以查询、更正、删除。'];
const app = `(function(){var $=function(s){return document.querySelector(s)};var box=$('#rows');if(!box)return;var t=box.getAttribute('data-api'),n=1;function go(p){fetch(t+'?pageNo='+p+'&pageSize=16').then(function(r){return r.json()}).then(function(d){$('#total').textContent=d.data.total;box.innerHTML=d.data.list.map(function(x){return '<tr><td>'+(x.uuid?'<a href="/catalog/'+x.uuid+'">'+x.name+'</a>':x.name)+'</td><td>'+(x.updated||x.calls||'')+'</td></tr>'}).join('');var h='';for(var i=1;i<=Math.ceil(d.data.total/16);i++)h+='<button data-p="'+i+'">'+i+'</button>';$('#pages').innerHTML=h;[].forEach.call(document.querySelectorAll('#pages button'),function(b){b.onclick=function(){go(b.getAttribute('data-p'))}})})}go(1)})();`;
const page = (t, x) => `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>${t}</title></head><body><div class="top"><h1>吴忠市公共数据开放平台</h1><a href="/">首页</a><a href="/catalog">数据目录</a><a href="/service">数据服务接口</a><a href="/rules">法规制度</a><a href="/reg">注册</a></div>${x}<script src="/static/portal.js"></script></body></html>`;
const data = (ctx) => {
  const p = ctx.path, n = Number(ctx.query.get('pageNo')) || 1, z = Number(ctx.query.get('pageSize')) || 16, k = ctx.query.get('keyword') ?? '';
  const cut = (rows) => { const r = rows.filter((x) => x.name.includes(k)); return json({ code: 0, msg: 'ok', data: { total: r.length, pageNo: n, list: r.slice((n - 1) * z, n * z) } }); };
  if (p === '/static/portal.js') return reply(app, { type: 'application/javascript' });
  if (p === '/') return page('吴忠市公共数据开放平台', `<div class="num"><p><b>${sets.length}</b>个数据目录</p><p><b>${apis.length}</b>个服务接口</p></div><ul>${themes.map((t) => `<li>${t}（${sets.filter((s) => s.theme === t).length}）</li>`).join('')}</ul>`);
  if (p === '/catalog') return page('数据目录', '<p>共<span id="total"></span>个数据目录</p><table><tbody id="rows" data-api="/rest/catalog/page"></tbody></table><div id="pages"></div>');
  if (p === '/service') return page('数据服务接口', '<p>共<span id="total"></span>个接口</p><table><tbody id="rows" data-api="/rest/service/page"></tbody></table><div id="pages"></div>');
  if (p === '/rest/catalog/page') return cut(sets);
  if (p === '/rest/service/page') return cut(apis);
  const s = /^\/catalog\/([0-9a-f]+)$/.exec(p) && sets.find((x) => x.uuid === p.slice(9));
  if (s) return page(s.name, `<h2>${s.name}</h2><p>更新时间${s.updated}</p><p><a href="/down/${s.uuid}.xls">XLS</a></p>`);
  if (/^\/down\/[0-9a-f]+\.xls$/.test(p)) return reply('名称\t数量\n利通区\t1\n', { type: 'application/vnd.ms-excel' });
  if (p === '/rules') return page('法规制度', `<h2>${law[0]}</h2>${law.slice(1).map((x) => `<p>${x}</p>`).join('')}`);
  if (p === '/reg') return page('注册', '<form><input name="mobile" placeholder="手机号码"><label><input type="checkbox">同意<a href="/privacy">隐私政策</a></label><button>注册</button></form>');
  if (p === '/privacy') return page(priv[0], priv.map((x) => `<p>${x}</p>`).join(''));
};
const un = 'service-lists disclosure-catalog service-guide one-entry cross-region e-certificate appeal-channels appeal-form one-thing case-tracking reply-timeliness follow-up knowledge-base proactive-response smart-search smart-qa accessibility personal-space'.split(' ');
const d = (x) => `http://${D}${x}`;
export default { code: '640300', name: '吴忠市', pinyin: 'wuzhong', province: '宁夏回族自治区', region: '西部', portal: `http://${P}/`, service: `http://${Z}/`, open_data: d('/'), walled: true,
  hosts: { [P]: { handle: wall, wall: true }, [Z]: { dead: true, handle() {} }, [D]: { handle: data } }, deadLinks: [P, Z],
  more(u, t) { const o = []; const m = /data-api="([^"]+)"/.exec(t); if (m) times(5, (i) => o.push(d(`${m[1]}?pageNo=${i + 1}&pageSize=16`))); if (u.includes('/rest/catalog')) for (const x of t.matchAll(/"uuid":"([0-9a-f]+)"/g)) o.push(d('/catalog/' + x[1])); return o; },
  evidence: { 'open-data-platform': [d('/')], 'data-catalog': [d('/catalog')], 'api-count': [d('/service')], 'privacy-policy': [d('/privacy')] },
  verify({ call, textOf, say }) { const a = JSON.parse(textOf(call(d('/rest/catalog/page?pageNo=1&pageSize=500')))).data; if (a.total !== 64 || a.list.length !== 64) say('catalog'); const b = JSON.parse(textOf(call(d('/rest/service/page?pageNo=1&pageSize=500')))).data; if (b.total !== 23) say('apis'); },
  truth: [...un.map((x) => [x, 'unknown', null, null, 'portal behind a challenge that never passes, service host dead']),
    ['open-data-platform', 'present', 'working', { count: [64] }, 'the platform is open although the portal is not'],
    ['data-catalog', 'present', 'working', { count: [64] }, '64 sets in a JSON list'],
    ['api-count', 'present', null, { count: [23] }, '23 interfaces stated'],
    ['app-count', ['absent', 'unknown'], null, null, 'the platform has no applications at all'],
    ['data-security-policy', ['unknown', 'absent'], null, null, 'rules of the platform lack the chapter; the documents of the portal are behind the wall'],
    ['privacy-policy', 'present', 'working', null, 'five parts on the data platform, linked from its registration'],
  ] };

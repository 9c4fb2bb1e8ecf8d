// 贺州市: the portal answers every address with a notice of maintenance; the service platform is all log-in; a CKAN of the city works.
import { esc, json, reply, ago, times, go } from '../lib.mjs';
import { topics } from '../stock.mjs';
const H = 'www.hezhoudlt.gov.cn', V = 'hz.guishidlt.gov.cn', D = 'data.hezhoudlt.gov.cn', U = 'the portal shows a notice at every address';
const notice = () => reply(`<!DOCTYPE html><html><head><meta charset="utf-8"><title>贺州市人民政府门户网站</title></head><body style="text-align:center"><h2>公　告</h2><p>因政府网站集约化平台迁移，贺州市人民政府门户网站自${ago(2, 'Y年m月d日')}起暂停访问，恢复时间另行通知。</p><p>网站恢复后，信息公开、互动交流、智能问答、无障碍浏览等功能照常使用。</p><p>办事请访问<a href="http://${V}/">广西数字政务贺州站</a>。</p><p>贺州市人民政府办公室</p></body></html>`);
const lp = (t, b) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${t}</title><style>.card{width:400px;margin:80px auto}</style></head><body><div class="card">${b}</div></body></html>`;
function service(ctx) {
  if (ctx.path === '/sso/login') return lp('统一身份认证平台', `<h2>统一身份认证</h2><p>一个账号，同时登录贺州市人民政府门户网站与广西数字政务一体化平台。</p><form method="post" action="/sso/doLogin"><input name="account" placeholder="手机号"><input type="password" name="password"><button>登录</button></form><p>登录后可进入个人中心、企业空间。</p><a href="/sso/privacy">隐私政策</a>`);
  if (ctx.path === '/sso/doLogin') return lp('登录', '<p>账号或密码错误</p><a href="/sso/login">返回</a>');
  if (ctx.path === '/sso/privacy') return lp('隐私政策', `<h2>隐私政策</h2><p>一、为办理您的登录，我们收集您的手机号码和姓名。</p><p>二、收集的目的是核验身份。</p><p>三、未经您同意，不向第三方共享您的个人信息。</p><p>四、我们以加密等安全措施保护您的信息。</p><p>五、如有疑问，请联系客服电话0000-00000000。</p><a href="/sso/login">返回登录</a>`);
  return go('/sso/login?service=' + encodeURIComponent(ctx.path));
}
const sets = 87, apis = 14;
const orgs = ['市自然资源局', '市教育局', '市交通运输局', '市民政局', '市统计局'];
const ds = times(sets, (i) => ({ name: `hz-${(i * 37 + 11).toString(36)}-${i}`, title: `贺州${topics[(i * 3 + 1) % topics.length].name.replace(/[与及].*$/, '')}${['数据', '名录', '年度统计'][i % 3]}`, org: orgs[i % 5], mod: ago(5 + i * 5), api: i % 6 === 0 && i < apis * 6 }));
const apiN = ds.filter((d) => d.api).length;
const apps = ['贺州停车', '长寿之乡地图', '校园周边', '公交到站', '办事地图'];
const ck = (t, b) => `<!DOCTYPE html><html lang="zh-cn"><head><meta charset="utf-8" /><meta name="generator" content="ckan 2.9.5" /><title>${t} - 贺州数据开放</title><meta name="viewport" content="width=device-width, initial-scale=1.0"></head><body data-site-root="http://${D}/"><div class="masthead"><a class="logo" href="/">贺州数据开放</a><ul class="nav"><li><a href="/dataset/">数据集</a></li><li><a href="/organization/">组织机构</a></li><li><a href="/showcase">应用</a></li><li><a href="/pages/interface">接口</a></li><li><a href="/pages/rule">规则</a></li></ul></div><div class="main">${b}</div><footer class="site-footer">贺州市大数据发展局 <a href="/api/3">CKAN API</a></footer></body></html>`;
const pkg = (d) => ({ id: d.name, name: d.name, title: d.title, organization: { title: d.org }, metadata_modified: d.mod + 'T08:00:00', resources: [{ format: 'CSV', url: `http://${D}/dataset/${d.name}/resource/1/download/data.csv` }, ...(d.api ? [{ format: 'API', url: `http://${D}/api/3/action/datastore_search?resource_id=${d.name}` }] : [])] });
const find = (w) => ds.filter((d) => !w || w === '*:*' || d.title.includes(w));
function data(ctx) {
  const p = ctx.path, q = ctx.query; let m;
  if (p === '/') return ck('首页', `<form action="/dataset/"><input name="q" placeholder="搜索数据"><button>搜索</button></form><div class="stats"><ul><li><b>${sets}</b> 个数据集</li><li><b>${orgs.length}</b> 个组织</li><li><b>${apps.length}</b> 个应用</li></ul></div>`);
  if (p === '/dataset' || p === '/dataset/') { const w = q.get('q') ?? '', hit = find(w), n = Math.max(1, Number(q.get('page') ?? 1)), all = Math.ceil(hit.length / 20); return ck('数据集', `<form class="search-form"><input name="q" value="${esc(w)}"></form><h1>找到 ${hit.length} 个数据集</h1><ul class="dataset-list">${hit.slice((n - 1) * 20, n * 20).map((d) => `<li class="dataset-item"><h2 class="dataset-heading"><a href="/dataset/${d.name}">${d.title}</a></h2><ul class="dataset-resources"><li>CSV</li>${d.api ? '<li>API</li>' : ''}</ul></li>`).join('')}</ul><div class="pagination">${times(all, (k) => `<a href="/dataset/?q=${encodeURIComponent(w)}&page=${k + 1}">${k + 1}</a>`).join(' ')}</div>`); }
  if ((m = /^\/dataset\/([\w-]+)$/.exec(p))) { const d = ds.find((x) => x.name === m[1]); return d ? ck(d.title, `<h1>${d.title}</h1><section class="resources"><a class="resource-url-analytics" href="/dataset/${d.name}/resource/1/download/data.csv">下载</a></section><table><tr><th>最后更新</th><td>${d.mod}</td></tr><tr><th>发布机构</th><td>${d.org}</td></tr></table>`) : null; }
  if ((m = /^\/dataset\/([\w-]+)\/resource\/1\/download\/data\.csv$/.exec(p))) { const i = ds.findIndex((x) => x.name === m[1]); return i < 0 || i % 10 === 9 ? null : reply('id,name,year\n1,平桂区,2025\n2,八步区,2025\n', { type: 'text/csv' }); }
  if (p === '/organization/') return ck('组织机构', `<h1>找到 ${orgs.length} 个组织</h1>${orgs.map((o) => `<p>${o}</p>`).join('')}`);
  if (p === '/showcase') return ck('应用', `<h1>找到 ${apps.length} 个应用</h1>${apps.map((a) => `<div class="media-item">${a}</div>`).join('')}`);
  if (p === '/pages/interface') return ck('接口', `<h1>数据接口</h1><p>本平台现提供 ${apiN} 个数据接口，均可免费调用。</p><ul>${ds.filter((d) => d.api).map((d) => `<li><a href="/dataset/${d.name}">${d.title}接口</a></li>`).join('')}</ul>`);
  if (p === '/pages/rule') return ck('规则', '<h1>贺州市公共数据开放管理细则</h1><h3>第一章 总则</h3><p>本细则适用于本市公共数据开放活动。</p><h3>第二章 开放要求</h3><p>开放数据应当完整、准确。</p><h3>第三章 监督与安全</h3><p>数据提供单位负责数据安全，应当落实数据安全风险评估、日志留存和应急处置，防止数据泄露。</p><h3>第四章 附则</h3><p>本细则由市大数据发展局解释。</p>');
  if (p === '/api/3' || p === '/api/3/') return json({ version: 3 });
  if (p === '/api/3/action/package_list') return json({ help: '', success: true, result: ds.map((d) => d.name) });
  if (p === '/api/3/action/package_search') { const hit = find(q.get('q') ?? ''), s = Number(q.get('start') ?? 0), r = Number(q.get('rows') ?? 10); return json({ success: true, result: { count: hit.length, results: hit.slice(s, s + r).map(pkg) } }); }
  if (p === '/api/3/action/package_show') { const d = ds.find((x) => x.name === q.get('id')); return d ? json({ success: true, result: pkg(d) }) : json({ success: false, error: { message: 'Not found' } }, { status: 404 }); }
  if (p === '/api/3/action/organization_list') return json({ success: true, result: orgs });
  if (p === '/api/3/action/site_read' || p === '/api/3/action/status_show') return json({ success: true, result: { ckan_version: '2.9.5', site_title: '贺州数据开放' } });
  return null;
}
export default {
  code: '451100', name: '贺州市', pinyin: 'hezhou', province: '广西壮族自治区', region: '西部', portal: `http://${H}/`, service: `http://${V}/`, open_data: `http://${D}/`, portalDown: true,
  hosts: { [H]: { handle: notice }, [V]: { handle: service }, [D]: { handle: data, gzip: true } },
  dead: [/resource\/1\/download/],
  truth: [
    ...['service-lists', 'disclosure-catalog', 'service-guide', 'cross-region', 'e-certificate', 'appeal-channels', 'appeal-form', 'one-thing', 'case-tracking', 'reply-timeliness', 'follow-up', 'knowledge-base', 'proactive-response', 'smart-search', 'smart-qa'].map((p) => [p, 'unknown', null, null, U + '; the service platform is all log-in']),
    ['accessibility', 'unknown', null, null, U],
    ['one-entry', 'present', 'working', null, 'the log-in page says that one account serves both'],
    ['personal-space', ['present', 'unknown'], ['reachable', 'linked'], null, 'named on the log-in page'],
    ['open-data-platform', 'present', 'working', { count: sets }, 'CKAN'],
    ['data-catalog', 'present', 'working', { count: sets }, 'CKAN; every tenth file is dead'],
    ['api-count', 'present', null, { count: apiN }, 'page 接口'],
    ['app-count', 'present', null, { count: apps.length }, '/showcase'],
    ['data-security-policy', 'present', 'working', null, 'page 规则, chapter three 监督与安全'],
    ['privacy-policy', 'present', 'working', { count: [6, 5, 7] }, 'five paragraphs: what, why, sharing, security, contact'],
  ],
  where: { 'one-entry': `http://${V}/sso/login`, 'personal-space': `http://${V}/sso/login`, 'open-data-platform': `http://${D}/`, 'data-catalog': `http://${D}/dataset/`, 'api-count': `http://${D}/pages/interface`, 'app-count': `http://${D}/showcase`, 'data-security-policy': `http://${D}/pages/rule`, 'privacy-policy': `http://${V}/sso/privacy` },
  recount: {
    'open-data-platform': (get) => JSON.parse(get(`http://${D}/api/3/action/package_search`)).result.count,
    'data-catalog': (get) => times(5, (k) => get(`http://${D}/dataset/?page=${k + 1}`).match(/dataset-item/g).length).reduce((a, b) => a + b, 0),
    'api-count': (get) => get(`http://${D}/pages/interface`).match(/<li><a href="\/dataset\/hz/g).length,
    'app-count': (get) => get(`http://${D}/showcase`).match(/media-item/g).length,
    'privacy-policy': (get) => ['收集您', '目的', '共享', '存储', '安全措施', '有权', '联系', '更新'].filter((k) => get(`http://${V}/sso/privacy`).includes(k)).length,
  },
};

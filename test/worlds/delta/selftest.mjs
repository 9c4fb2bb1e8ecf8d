// node selftest.mjs [pinyin ...]: links resolve but the deliberately dead ones; present rows are reachable from the home page;
// give-away words on pages of an absent thing are explained; counts and shares are recomputed from what is served.
import { governments } from './governments.mjs';
const only = process.argv.slice(2);
const hosts = new Map(); for (const g of governments) for (const [n, h] of Object.entries(g.hosts)) hosts.set(n, h);
const probes = 'service-lists disclosure-catalog service-guide one-entry cross-region e-certificate appeal-channels appeal-form one-thing case-tracking reply-timeliness follow-up knowledge-base proactive-response smart-search smart-qa accessibility personal-space open-data-platform data-catalog api-count app-count data-security-policy privacy-policy'.split(' ');
const words = {
  'service-lists': /权责清单|权力清单|责任清单|许可事项清单|公共服务事项清单|证明事项|涉企.{0,8}收费.{0,4}清单/, 'disclosure-catalog': /基层政务公开|标准目录|标准化目录/, 'service-guide': /办事指南|服务指南|申请材料/, 'one-entry': /统一身份认证|小程序|客户端|手机应用下载|\bAPP\b|公众号/i,
  'cross-region': /跨省通办|省内通办|跨域通办|异地通办|区域通办/, 'e-certificate': /电子证照|电子证件|亮证/, 'appeal-channels': /信箱|12345|投诉|信访/, 'appeal-form': /我要写信|我要投诉|写信/, 'one-thing': /一件事/, 'case-tracking': /办件查询|办件进度|进度查询|好差评/,
  'reply-timeliness': /答复时间|回复时间|办结时间/, 'follow-up': /回访|回头看/, 'knowledge-base': /知识库|常见问题|热点问题|你问我答|问答库/, 'proactive-response': /回应关切|主动回应|热点回应|民声快应/, 'smart-search': /name="?(q|searchword|keywords|wd)/i, 'smart-qa': /智能问答|机器人|智能客服|智能咨询|智能小/,
  accessibility: /无障碍|适老|长者|关怀版|大字版|English|width=device-width|繁體/i, 'personal-space': /个人中心|个人空间|我的空间|企业空间|专属空间|订阅|推送/, 'open-data-platform': /数据开放|开放数据|公共数据.{0,4}平台/, 'data-catalog': /数据目录|数据集/, 'api-count': /数据接口|个接口|API/, 'app-count': /创新应用|应用成果/, 'data-security-policy': /数据安全/, 'privacy-policy': /隐私/,
};
function ask(url, o = {}) {
  const u = new URL(url); const h = hosts.get(u.hostname);
  if (!h) return { status: 0, external: true, text: '' }; if (h.dead) return { status: 502, text: '' };
  const ctx = { url: u, path: (() => { try { return decodeURIComponent(u.pathname); } catch { return u.pathname; } })(), query: u.searchParams, method: o.method ?? 'GET', headers: { host: u.host, cookie: o.cookie ?? '', 'user-agent': 'Mozilla/5.0 selftest', ...(o.headers ?? {}) }, body: Buffer.from(o.body ?? ''), host: u.hostname };
  let r = ctx.path === '/robots.txt' && h.robots && !h.wall ? { status: 200, type: 'text/plain', headers: {}, body: h.robots } : h.handle(ctx) ?? h.missing?.(ctx) ?? { status: 404, body: '' };
  if (typeof r === 'string' || Buffer.isBuffer(r)) r = { status: 200, type: 'text/html; charset=utf-8', headers: {}, body: r };
  const buf = Buffer.isBuffer(r.body) ? r.body : Buffer.from(r.body ?? '');
  const type = r.type ?? ''; const binary = /octet|zip|pdf|officedocument|excel|msword|image/.test(type);
  const enc = /charset=([\w-]+)/i.exec(type)?.[1] ?? /charset=["']?([\w-]+)/i.exec(buf.subarray(0, 600).toString('latin1'))?.[1] ?? 'utf-8';
  return { status: r.status, type, headers: r.headers ?? {}, buf, text: binary ? '' : new TextDecoder(/gb/i.test(enc) ? 'gbk' : enc).decode(buf) };
}
function links(text, base, isScript) {
  const out = new Set(); const add = (s) => { s = s.trim().replace(/&amp;/g, '&').replace(/\\\//g, '/'); if (!s || /^(javascript|mailto|tel|data|about):?/i.test(s) || s.startsWith('#') || /[${}]|'\s*\+|\+'|^\+/.test(s)) return; try { const u = new URL(s, base); u.hash = ''; if (/^https?:$/.test(u.protocol)) out.add(u.href); } catch { /* no link */ } };
  const b = /<base[^>]+href=["']([^"']+)/i.exec(text); if (b) base = new URL(b[1], base).href;
  for (const m of text.matchAll(/(?:href|src|data-api|data-url|data-href)\s*=\s*\\?["']([^"'\\]*)/gi)) if (!/['"]\s*\+\s*$/.test(text.slice(Math.max(0, m.index - 3), m.index)) && !/^\s*['"]?\s*\+/.test(text.slice(m.index + m[0].length + 1, m.index + m[0].length + 3))) add(m[1]);
  for (const m of text.matchAll(/<form\b[^>]*>/gi)) { if (/method\s*=\s*["']?post/i.test(m[0])) continue; const a = /action\s*=\s*["']([^"']*)/i.exec(m[0]); if (a?.[1]) add(a[1]); }
  for (const m of text.matchAll(/window\.open\(\\?'([^'?\\]+)\?/g)) add(m[1]);
  for (const m of text.matchAll(/<option\b[^>]*value=["'](\/[^"']+)/gi)) add(m[1]);
  for (const m of text.matchAll(/http-equiv=["']?refresh["']?[^>]*url=([^"'>]+)/gi)) add(m[1]);
  for (const m of text.matchAll(/(?:location(?:\.href)?\s*=\s*|window\.open\(|fetch\(|load\()['"]([^'"]+)['"]\s*[;,)]/g)) add(m[1]);
  for (const m of text.matchAll(/"(?:url|dataUrl|link|href|pageUrl|docpuburl|resUrl|nextUrl)"\s*:\s*"([^"]+)"/gi)) add(m[1]);
  return out;
}
let bad = 0; const fail = (g, t) => { bad++; console.log(`FAIL ${g.name}: ${t}`); };
for (const g of governments) {
  if (only.length && !only.includes(g.pinyin)) continue;
  const seeds = g.portalDown ? [g.portal, g.service, g.open_data] : [g.portal]; const seen = new Map(); const queue = seeds.filter(Boolean).map((s) => [new URL(s).href, 'registry']); const per = {};
  while (queue.length) {
    const [url, from] = queue.shift(); if (seen.has(url) || seen.size > 4000) continue;
    const r = ask(url); seen.set(url, { ...r, from });
    if (r.external) { if (!(g.external ?? []).some((x) => x.test(url))) fail(g, `foreign host ${url} from ${from}`); continue; }
    if (r.status >= 300 && r.status < 400) { queue.push([new URL(r.headers.Location, url).href, url]); continue; }
    if (r.status !== 200) { if (!(g.dead ?? []).some((x) => x.test(url)) && from !== 'registry') fail(g, `dead link ${r.status} ${url} from ${from}`); continue; }
    if (!/javascript|css/.test(r.type) || /load\(|document\.write/.test(r.text)) for (const l of links(r.text, url)) if (!seen.has(l)) queue.push([l, url]);
  }
  // registry addresses
  for (const a of [g.portal, g.service, g.open_data].filter(Boolean)) if (!g.portalDown && ask(a).status !== 200 && !(g.dead ?? []).some((x) => x.test(a))) fail(g, `registry address ${a}`);
  // rows
  const ids = g.truth.map((t) => t[0]); for (const p of probes) if (ids.filter((x) => x === p).length !== 1) fail(g, `truth rows for ${p}: ${ids.filter((x) => x === p).length}`);
  const pages = [...seen].filter(([, r]) => r.status === 200 && r.text);
  for (const [probe, state, level, value] of g.truth) {
    const states = [].concat(state);
    if (states[0] === 'present') { const w = g.where?.[probe]; if (!w) fail(g, `${probe}: no evidence address`); else if (![...seen.keys()].some((u) => (decodeURI(u) === decodeURI(w) || u.startsWith(w)))) fail(g, `${probe}: ${w} not reached`); }
    if (states[0] === 'absent' && words[probe]) for (const [u, r] of pages) if (words[probe].test(r.text) && !(g.excuse?.[probe] ?? []).some((x) => x.test(u))) { fail(g, `${probe} absent, but ${words[probe].exec(r.text)[0]} on ${u}`); break; }
    const rc = g.recount?.[probe]; const get = (u, o) => { const r = ask(u, o); if (r.status !== 200) throw new Error(`${r.status} ${u}`); return r.text; }; get.raw = ask;
    if (value) { if (!rc) fail(g, `${probe}: value without recount`); else { let v; try { v = rc(get); } catch (e) { fail(g, `${probe}: recount ${e.message}`); continue; } const want = [].concat(value.count ?? value.share); if (!want.some((x) => Math.abs(x - v) < 0.005)) fail(g, `${probe}: truth ${want}, served ${v}`); } }
  }
  const st = {}; for (const t of g.truth) { const k = [].concat(t[1]).join('|'); st[k] = (st[k] ?? 0) + 1; }
  const byHost = {}; for (const u of seen.keys()) { const h = new URL(u).hostname; byHost[h] = (byHost[h] ?? 0) + 1; }
  console.log(`${g.code} ${g.name}: ${pages.length} pages`, JSON.stringify(byHost), JSON.stringify(st));
}
console.log(bad ? `${bad} failures` : 'selftest passed'); process.exitCode = bad ? 1 : 0;

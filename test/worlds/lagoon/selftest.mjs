// node selftest.mjs: links resolve, present rows are reachable from the home page, give-away words of absent rows are explained, counts and shares are recomputed.
import fs from 'node:fs';
import { governments } from './governments.mjs';
const world = new Map(); for (const g of governments) for (const [n, h] of Object.entries(g.hosts)) world.set(n, h);
const list = (v) => (Array.isArray(v) ? v : v === null || v === undefined ? [] : [v]);
let bad = 0; const fail = (g, what) => { bad++; process.stdout.write(`FAIL ${g.name}: ${what}\n`); };
const PROBES = ['service-lists', 'disclosure-catalog', 'service-guide', 'one-entry', 'cross-region', 'e-certificate', 'appeal-channels', 'appeal-form', 'one-thing', 'case-tracking', 'reply-timeliness', 'follow-up', 'knowledge-base', 'proactive-response', 'smart-search', 'smart-qa', 'accessibility', 'personal-space', 'open-data-platform', 'data-catalog', 'api-count', 'app-count', 'data-security-policy', 'privacy-policy'];
function decodeText(type, body) { if (!Buffer.isBuffer(body)) return String(body ?? ''); const head = body.subarray(0, 600).toString('latin1'); const cs = /charset=["']?(gb\w+)/i.test(type + head) ? 'gbk' : 'utf-8'; return new TextDecoder(cs).decode(body); }
export function get(url, method = 'GET', body = '') {
  const u = new URL(url); const h = world.get(u.hostname); if (!h) return { status: 0, text: '', type: '' }; if (h.dead) return { status: 502, text: '', type: '' };
  let path = u.pathname; try { path = decodeURIComponent(path); } catch { /* as it is */ }
  let out = h.handle({ url: u, path, query: u.searchParams, method, headers: {}, body: Buffer.from(body), host: u.hostname }) ?? { status: 404, type: 'text/html', headers: {}, body: '' };
  if (typeof out === 'string' || Buffer.isBuffer(out)) out = { status: 200, type: 'text/html; charset=utf-8', headers: {}, body: out };
  return { status: out.status, type: out.type ?? '', location: out.headers?.Location, text: /image|officedocument|pdf/.test(out.type ?? '') ? '' : decodeText(out.type ?? '', out.body) };
}
function links(url, r) {
  const out = []; const t = r.text.replace(/<!--[\s\S]*?-->/g, ''); const push = (x) => { x = x.replace(/&amp;/g, '&').trim(); if (x && !/^(javascript|mailto|tel|data):/i.test(x) && !/[{}<>]|'\s*\+|\s/.test(x)) out.push(x); };
  const js = /javascript/.test(r.type); const jsn = /json/.test(r.type);
  if (!js && !jsn) { for (const m of t.matchAll(/<form\b[^>]*>[\s\S]*?(?=<\/form>|$)/gi)) { const tag = m[0].slice(0, m[0].indexOf('>') + 1); if (/method=["']?post/i.test(tag) && !/was5|datapubliclist/.test(tag)) continue; const a = tag.match(/action=["']?([^"'\s>]+)/i); if (!a) continue; const hid = [...m[0].matchAll(/<input[^>]*type=["']?hidden[^>]*>/gi)].map((x) => `${x[0].match(/name=["']?([^"'\s>]+)/i)[1]}=${x[0].match(/value=["']?([^"'\s>]*)/i)[1]}`).join('&'); push(a[1] + (hid && !/method=["']?post/i.test(tag) ? (a[1].includes('?') ? '&' : '?') + hid : '')); if (hid && !/areaCode/.test(hid)) push(a[1]); }
    for (const m of t.matchAll(/\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi)) push(m[1] ?? m[2] ?? m[3]);
    for (const m of t.matchAll(/http-equiv="refresh" content="0;url=([^"]+)"/gi)) push(m[1]);
    for (const m of t.matchAll(/(?:fetch\(|location\.href=|window\.open\(|open\('(?:GET|POST)',)\s*['"]([^'"]+)['"]/g)) push(m[1]); }
  if (js) for (const m of t.matchAll(/['"]((?:https?:\/\/[^'"]+|#\/[\w/-]+|\/[\w./-]+))['"]/g)) push(m[1]);
  if (js) for (const m of t.matchAll(/(?:href|src|action)="([^"'+]+)"/g)) push(m[1]);
  if (jsn) { for (const m of t.matchAll(/"((?:https?:\/\/|\/|#\/)[^"\\]+)"/g)) push(m[1]); for (const m of t.matchAll(/href=\\"([^"\\]+)\\"/g)) push(m[1]); }
  return out.filter((x) => !/^#\/\w+\/$|\/shixiang\/$/.test(x)).map((x) => { try { return x.startsWith('#') ? (x.startsWith('#/') ? `http://${new URL(url).host}/${x}` : null) : new URL(x, url).href; } catch { return null; } }).filter(Boolean);
}
function crawl(g) {
  const seen = new Map(); const from = new Map(); const queue = [g.portal]; const code = g.code;
  const add = (u, parent) => { if (!from.has(u)) { from.set(u, parent); queue.push(u); } };
  from.set(g.portal, '');
  while (queue.length) {
    const u = queue.shift(); const url = new URL(u); if (!world.has(url.hostname) || !g.hosts[url.hostname]) continue;
    const area = url.searchParams.get('areaCode'); if (area && area !== code) continue;
    if (url.hash.startsWith('#/')) { seen.set(u, { status: 200, type: 'route', text: '' }); add(u.split('#')[0], u); for (const a of g.routeApis?.(url.hostname, url.hash) ?? []) add(a, u); continue; }
    const key = u.split('#')[0]; if (seen.has(key)) continue;
    const r = get(key, /was5/.test(key) ? 'POST' : 'GET'); seen.set(key, r);
    if (r.location) { add(new URL(r.location, key).href, key); continue; }
    for (const l of links(key, r)) if (!/\/api\/(search|robot)|\/zwapi\/?$|catalog\/(page|detail)\??$|\/(doc|article|letter|item|page|list)\?\w+=$|\/gateway\/\w+\?k=$|channel=$|\/api\/v1\/answer|znwd\/api\/chat|znwd\/api\/ask|rest\/items$|\/(rest|api)\/\w+$/.test(l) || /javascript/.test(r.type) === false) add(l, key);
    if (/json/.test(r.type) && g.derive) for (const l of g.derive(key, r.text)) add(`http://${url.host}/${l}`, key);
    if (g.history && g.history.host === url.hostname) for (const a of g.history.api(url.pathname)) add(a, key);
  }
  return { seen, from };
}
const WORDS = { 'one-thing': /一件事|一次办/, 'cross-region': /通办/, 'e-certificate': /电子证照/, 'follow-up': /回访/, 'knowledge-base': /知识库|常见问题|热点问题/, 'proactive-response': /回应关切|主动回应|热点回应|回应群众/, 'smart-search': /智能搜索|站内搜索|检索|<form[^>]*search/i, 'smart-qa': /智能问答|机器人|智能客服|在线客服/, accessibility: /无障碍|适老|长者|关怀版|English|device-width/, 'open-data-platform': /数据开放|开放数据|开放首批|开放平台/, 'data-security-policy': /数据安全/, 'privacy-policy': /隐私/, 'disclosure-catalog': /基层政务公开|标准化目录|公开目录|标准目录/, 'one-entry': /登录|APP|小程序|公众号|客户端/, 'case-tracking': /办件|进度查询|好差评/, 'reply-timeliness': /来信|答复时间|回复时间/, 'personal-space': /个人中心|个人空间|我的空间|用户中心|订阅/ };
const workdays = (a, b) => { let n = 0; for (let d = new Date(a + 'T00:00:00Z'), e = new Date(b + 'T00:00:00Z'); d < e;) { d = new Date(+d + 86400000); if (d.getUTCDay() % 6) n++; } return n; };
const tally = {}; const codes = new Set();
for (const g of governments) {
  if (codes.has(g.code)) fail(g, 'code twice'); codes.add(g.code);
  const rows = new Map(g.truth.map((t) => [t[0], t])); for (const p of PROBES) if (!rows.has(p)) fail(g, `no row for ${p}`); if (g.truth.length !== 24 || rows.size !== 24) fail(g, `${g.truth.length} rows`);
  const { seen, from } = crawl(g); const html = [...seen].filter(([u, r]) => r.status === 200 && /html|route/.test(r.type)).length;
  if (html < 60 || html > 400) fail(g, `${html} pages`);
  for (const [u, r] of seen) if (r.status >= 400 || r.status === 0) { const h = world.get(new URL(u).hostname); if (h?.dead || h?.wall || g.deliberatelyDead?.some((x) => x.test(u))) continue; fail(g, `dead link ${u} from ${from.get(u)}`); }
  for (const u of g.deliberatelyDead ?? []) if (![...seen].some(([k, r]) => u.test(k) && r.status >= 400)) fail(g, `deliberately dead ${u} is not linked or not dead`);
  for (const t of g.truth) {
    const [p, st, level, value, why] = t; const s = list(st); const key = s.join('|'); tally[key] = (tally[key] ?? 0) + 1; if (!why) fail(g, `${p}: no why`);
    if (s.some((x) => !['present', 'absent', 'unknown', 'not-applicable'].includes(x))) fail(g, `${p}: state ${key}`);
    if (s.includes('present')) {
      const w = g.seen[p]; const dead = level === 'linked' || list(level).includes('linked');
      if (!w) { if (!(dead && s.length > 1)) fail(g, `${p}: nothing named that shows it`); }
      else if (!seen.has(w) && !seen.has(w.split('#')[0] === w ? w : '-')) fail(g, `${p}: ${w} not reached`);
      else { const r = seen.get(w); if (r.status >= 400 && !dead && !g.deliberatelyDead?.some((x) => x.test(w))) fail(g, `${p}: ${w} is ${r.status}`); }
    } else if (level || value) fail(g, `${p}: level or value without present`);
    if (s.includes('absent') && WORDS[p]) for (const [u, r] of seen) if (WORDS[p].test(r.text.replace(/<script[\s\S]*?<\/script>/g, '')) && !s.includes('present')) { const d = g.decoys.filter(([q]) => q === p); if (!d.some(([, re]) => re.test(u))) fail(g, `${p} absent, but ${u} says ${r.text.match(WORDS[p])[0]}`); }
    for (const [q, re] of g.decoys.filter(([q]) => q === p)) { if (!WORDS[q] || ![...seen].some(([u, r]) => re.test(u) && WORDS[q].test(r.text))) fail(g, `decoy of ${q} is not served`); }
  }
  for (const [p, u, f] of g.recount) { const n = f(get(u).text); const want = list(rows.get(p)[3]?.count); if (!want.includes(n)) fail(g, `${p}: recount ${n}, truth ${want}`); }
  const gs = rows.get('service-guide'); if (list(gs[3]?.share).includes(1)) { const E = ['事项名称', '实施主体', '设定依据', '受理条件', '申请材料', '办理流程', '法定办结时限', '承诺办结时限', '收费标准', '办理地点', '办理时间', '咨询方式', '监督投诉方式']; const shown = [...seen].filter(([u, r]) => /\/guide\?|\/proinfo\?code|api\/item\?|zwapi\/guide\//.test(u) && r.status === 200); if (shown.length < 10) fail(g, `only ${shown.length} guides`); for (const [u, r] of shown) for (const e of E) if (!r.text.includes(e)) fail(g, `guide ${u} lacks ${e}`); }
  const rt = rows.get('reply-timeliness');
  if (rt[3]) { if (!g.letters) fail(g, 'share without letters'); else { const [u, re, ra, rb, limit, mk] = g.letters; const urls = [...new Set([...get(u).text.matchAll(re)].map((m) => (mk ? mk(m[0]) : new URL(m[0], u).href)))]; let ok = 0; for (const l of urls) { const t = get(l).text; const a = t.match(ra)?.[1]; const b = t.match(rb)?.[1]; if (!a || !b) { fail(g, `letter ${l} has no days`); continue; } if (workdays(a, b) <= limit) ok++; } const share = ok / urls.length; if (Math.abs(share - rt[3].share) > 0.005) fail(g, `share ${share}, truth ${rt[3].share}`); } }
  process.stdout.write(`${g.code} ${g.name}: ${html} pages, ${seen.size} addresses\n`);
}
// the two of one province share a host, no template is shared between portals
const shared = governments.filter((g) => g.hosts['zwfw.longshang.gov.cn']); if (shared.length !== 2) fail(governments[0], 'shared platform');
const skel = new Map(); for (const g of governments) { const t = get(g.portal).text.replace(/>[^<]+</g, '><').replace(/="[^"]*"/g, '').slice(0, 900); if (skel.has(t)) fail(g, `same template as ${skel.get(t)}`); skel.set(t, g.name); }
for (const f of ['governments.csv', 'truth.jsonl']) if (!fs.existsSync(new URL(f, import.meta.url))) fail({ name: 'world' }, `${f} missing: run governments.mjs`);
process.stdout.write(`${JSON.stringify(tally, null, 1)}\n${bad ? `${bad} failures` : 'all right'}\n`); process.exitCode = bad ? 1 : 0;

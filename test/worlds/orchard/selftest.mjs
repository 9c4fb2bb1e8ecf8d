// node selftest.mjs [name]: crawls every site in this process and holds what is served against the truth.
import { governments } from './governments.mjs';
import { gbk, reply, times } from './lib.mjs';
import { counts, letters, guidesOf, elements, words, searchOf, robotOf, plain } from './recount.mjs';
let lexOut = '';
const only = process.argv.slice(2).find((a) => !a.startsWith('-')); let bad = 0;
const PROBES = 'service-lists disclosure-catalog service-guide one-entry cross-region e-certificate appeal-channels appeal-form one-thing case-tracking reply-timeliness follow-up knowledge-base proactive-response smart-search smart-qa accessibility personal-space open-data-platform data-catalog api-count app-count data-security-policy privacy-policy'.split(' ');
const list = (v) => (v == null ? [] : Array.isArray(v) ? v : [v]);
const all = new Map(); for (const g of governments) for (const [h, v] of Object.entries(g.hosts)) { if (all.has(h)) { console.log(`host twice ${h}`); bad++; } all.set(h, v); }
export function call(href, method = 'GET', body = '', headers = {}) {
  const url = new URL(href); const host = all.get(url.hostname);
  if (!host || host.dead) return null;
  let path = url.pathname; try { path = decodeURIComponent(path); } catch {}
  if (path === '/robots.txt') return reply(host.robots ?? '', { status: host.robots ? 200 : 404 });
  let out = host.handle({ url, path, query: url.searchParams, method, headers, body: Buffer.from(body), host: url.hostname });
  out ??= { status: 404, body: '', headers: {}, type: 'text/html' };
  if (typeof out === 'string' || Buffer.isBuffer(out)) out = { status: 200, type: 'text/html; charset=utf-8', headers: {}, body: out };
  return out;
}
export const textOf = (out) => { const m = /charset=["']?([\w-]+)/i.exec(out.type ?? '')?.[1]; const b = Buffer.isBuffer(out.body) ? out.body : Buffer.from(out.body ?? ''); const enc = m ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(b.toString('latin1').slice(0, 1500))?.[1] ?? 'utf-8'; return new TextDecoder(enc.toLowerCase() === 'gb2312' ? 'gbk' : enc).decode(b); };
function linksOf(html, base) {
  const out = new Set(); const add = (h) => { h = h.replace(/&amp;/g, '&').trim(); if (!h || /['+]/.test(h) || /^(javascript:|#|mailto:|tencent:|tel:|data:)/i.test(h)) return; try { const u = new URL(h, base); if (/^https?:$/.test(u.protocol)) { u.hash = ''; out.add(u.href); } } catch {} };
  const b = /<base href="([^"]+)"/.exec(html); if (b) base = new URL(b[1], base).href;
  const plain = html.replace(/<!--[\s\S]*?-->/g, '');
  for (const m of plain.matchAll(/<(?:a|area|link|iframe|frame|script|img|option)\b[^>]*?\b(?:href|src|value)=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi)) { const h = m[1] ?? m[2] ?? m[3]; if (/^<option/i.test(m[0]) && !/^https?:|^\//.test(h)) continue; add(h); }
  for (const m of plain.matchAll(/(?:location(?:\.href)?\s*=|window\.open\()\s*['"]([^'"]+)['"](?!\s*\+)/g)) add(m[1]);
  for (const m of plain.matchAll(/<meta[^>]+refresh[^>]+url=([^"'>\s]+)/gi)) add(m[1]);
  return out;
}
for (const g of governments) {
  if (only && g.pinyin !== only) continue;
  const say = (s) => { bad++; console.log(`${g.pinyin}: ${s}`); };
  const rows = new Map(g.truth.map((t) => [t[0], t]));
  for (const p of PROBES) if (!rows.has(p)) say(`no truth for ${p}`);
  if (g.truth.length !== 24) say(`${g.truth.length} rows`);
  const seen = new Map(); const queue = [g.portal, ...(g.walled ? [g.open_data].filter(Boolean) : [])]; const dead = new Set();
  const own = new Set(Object.keys(g.hosts));
  while (queue.length) {
    let u = queue.shift(); if (g.same) u = g.same(u); if (!u) continue; if (seen.has(u)) continue; if (seen.size > 1500) { say('endless'); break; }
    const url = new URL(u); seen.set(u, null);
    if (!own.has(url.hostname)) { if (!(g.deadLinks ?? []).some((d) => u.includes(d))) say(`foreign link ${u}`); continue; }
    const out = call(u); if (!out) { if (!(g.deadLinks ?? []).some((d) => u.includes(d))) say(`dead ${u}`); dead.add(u); continue; }
    if (out.status >= 300 && out.status < 400) { queue.push(new URL(out.headers.Location, u).href); continue; }
    if (out.status !== 200) { if (!(g.deadLinks ?? []).some((d) => u.includes(d))) say(`${out.status} ${u}`); continue; }
    const text = /pdf|octet|zip|word|image/.test(out.type) ? '' : textOf(out); seen.set(u, text || '(binary)');
    for (const l of linksOf(text, u)) queue.push(l);
    for (const l of g.more?.(u, text) ?? []) queue.push(l);
    // pagers by postback
    for (const m of text.matchAll(/__doPostBack\('([^']*Pager)','(\d+)'\)/g)) { const k = `${u}#${m[2]}`; if (seen.has(k)) continue; const o = call(u, 'POST', `__EVENTTARGET=${encodeURIComponent(m[1])}&__EVENTARGUMENT=${m[2]}`); const tx = textOf(o); seen.set(k, tx); for (const l of linksOf(tx, u)) queue.push(l); }
  }
  const texts = [...seen.entries()].filter(([, t]) => t);
  for (const [p, urls] of Object.entries(g.evidence ?? {})) for (const u of urls) if (!seen.get(u)) say(`${p}: ${u} not reached from home`);
  for (const [p, t] of rows) { const st = list(t[1]); if (st.length === 1 && st[0] === 'present' && !g.evidence?.[p] && !g.checks?.[p]) say(`${p} present without evidence`); }
  // give-away words on what is absent: the number of pages that bear them must be the number explained
  for (const [p, t] of rows) {
    if (!list(t[1]).includes('absent') || !words[p] || g.walled) continue;
    const own = new Map((g.decoys?.[p] ?? []).map(([w, n, why]) => [w, [n, why]]));
    for (const w of new Set([...words[p], ...own.keys()])) {
      const hits = new Set(texts.filter(([, x]) => x.includes(w)).map(([u]) => u)); const want = own.get(w)?.[0] ?? 0;
      if (process.argv.includes('--lex')) lexOut += `${g.pinyin}\t${p}\t${w}\t${want}\t${hits.size}\t${[...hits].slice(0, 4).join(' ')}\n`;
      else if (hits.size !== want) say(`${p}: ${w} on ${hits.size} pages, ${want} explained: ${[...hits].slice(0, 4).join(' ')}`);
    }
  }
  // counts, shares of letters and of guides, from what is served
  for (const [p, re, row, want, how] of counts[g.pinyin] ?? []) {
    const got = []; for (const [u, t] of texts) if (re.test(u)) got.push(...(t.match(row) ?? [])); const n = how === 'all' ? got.length : new Set(got).size;
    if (n !== want) say(`${p}: counted ${n}, expected ${want}`);
    const v = rows.get(p)[3]?.count; if (v && want && !v.includes(want)) say(`${p}: ${want} is not in the truth ${v}`);
  }
  const truthOf = (p) => list(rows.get(p)[3]?.share);
  if (truthOf('reply-timeliness').length) {
    const [re, limit, n] = letters[g.pinyin]; const ls = texts.filter(([u]) => re.test(u)); let ok = 0;
    for (const [u, t] of ls) { const ds = [...t.matchAll(/\d{4}-\d\d-\d\d/g)].map((m) => new Date(m[0] + 'T00:00Z')); if (ds.length !== 2) { say(`letter ${u} has ${ds.length} days`); continue; } let k = 0; for (let d = new Date(+ds[0] + 864e5); d <= ds[1]; d = new Date(+d + 864e5)) if (d.getUTCDay() % 6) k++; if (k <= limit) ok++; else if (k < limit + 8) say(`letter ${u} is near the limit`); }
    if (ls.length !== n || !truthOf('reply-timeliness').some((x) => Math.abs(x - ok / n) < 0.001)) say(`letters ${ok}/${ls.length}`);
  }
  if (truthOf('service-guide').length) {
    const [re, want] = guidesOf[g.pinyin]; const gs = texts.filter(([u]) => re.test(u)); if (!gs.length) say('no guides seen');
    for (const [u, t] of gs) { const k = elements.filter((e) => e.test(t)).length / 12; if (Math.abs(k - want) > 0.001) say(`guide ${u}: ${k}`); }
    if (!truthOf('service-guide').includes(want)) say('share of guides is not in the truth');
  } else if (guidesOf[g.pinyin]) say('guides without truth');
  for (const [probe, how] of [['smart-search', searchOf], ['smart-qa', robotOf]]) {
    const working = list(rows.get(probe)[1])[0] === 'present' && list(rows.get(probe)[2])[0] === 'working';
    if (working !== Boolean(how[g.pinyin])) say(`${probe}: working ${working}, but a way to ask is ${Boolean(how[g.pinyin])}`);
    if (!how[g.pinyin]) continue;
    const good = plain.filter((w) => { const t = textOf(call(...how[g.pinyin](probe === 'smart-qa' ? `${w}怎么办` : w, gbk))); return t.includes(g.name.slice(0, 2)) && (probe === 'smart-qa' || t.replaceAll(`“${w}”`, '').split(w.slice(0, 2)).length > 2); }).length;
    if (probe === 'smart-search') for (const w of ['医保', '户口', plain[0]]) { const [a, ...rest] = how[g.pinyin](w, gbk); for (const l of linksOf(textOf(call(a, ...rest)), a)) if (!seen.has(l) && own.has(new URL(l).hostname)) { const o = call(l); if (!o ? !(g.deadLinks ?? []).some((x) => l.includes(x)) : o.status >= 400 && !(g.deadLinks ?? []).some((x) => l.includes(x))) say(`result ${l} does not open`); } }
    if (good < plain.length * 0.8) say(`${probe}: ${good} of ${plain.length} plain words`);
  }
  const visited = [...seen.keys()];
  g.verify?.({ seen, call, textOf, say, visited, times });
  console.log(`${g.pinyin}: ${texts.length} pages, ${dead.size} dead links, states ${['present', 'absent', 'unknown'].map((s) => `${s} ${g.truth.filter((t) => list(t[1])[0] === s).length}`).join(', ')}`);
}
if (lexOut) process.stdout.write(lexOut);
console.log(bad ? `${bad} faults` : 'all good'); process.exitCode = bad ? 1 : 0;

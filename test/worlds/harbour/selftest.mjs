// Walks every site through the proxy and holds it against its truth. node selftest.mjs [PINYIN]
import http from 'node:http';
import fs from 'node:fs';
import vm from 'node:vm';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { governments } from './governments.mjs';
import { gbk } from './lib.mjs';

const here = new URL('.', import.meta.url); const only = process.argv[2]; const bad = []; const say = (g, m) => bad.push(`${g.pinyin}: ${m}`);
const PROBES = 'service-lists disclosure-catalog service-guide one-entry cross-region e-certificate appeal-channels appeal-form one-thing case-tracking reply-timeliness follow-up knowledge-base proactive-response smart-search smart-qa accessibility personal-space open-data-platform data-catalog api-count app-count data-security-policy privacy-policy'.split(' ');
const list = (v) => (v === null || v === undefined ? [] : Array.isArray(v) ? v : [v]);

const child = spawn(process.execPath, [fileURLToPath(new URL('serve.mjs', here))], { stdio: ['ignore', 'pipe', 'inherit'] });
const port = await new Promise((ok) => child.stdout.once('data', (d) => ok(Number(String(d).match(/:(\d+)/)[1]))));
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const ask = (url, { method = 'GET', body, type } = {}) => new Promise((ok, no) => { const u = new URL(url); const r = http.request({ agent, host: '127.0.0.1', port, method, path: u.href, headers: { Host: u.host, ...(body ? { 'Content-Type': type, 'Content-Length': body.length } : {}) } }, (res) => { const b = []; res.on('data', (c) => b.push(c)); res.on('end', () => { const raw = Buffer.concat(b); const t = res.headers['content-type'] ?? ''; let text = ''; if (/text|json|javascript/.test(t) || !t) { const gb = !/charset=utf-?8/i.test(t) && /charset=gb/i.test(raw.subarray(0, 600).toString('latin1')); text = new TextDecoder(gb ? 'gbk' : 'utf-8').decode(raw); } ok({ status: res.statusCode, type: t, text, to: res.headers.location }); }); }); r.on('error', no); r.end(body); });
const fetch1 = (spec) => { const m = spec.match(/^POST (\S+) (.*)$/s); if (!m) return ask(spec); if (m[2].startsWith('GBK:')) { const [k, v] = m[2].slice(4).split('='); return ask(m[1], { method: 'POST', type: 'application/x-www-form-urlencoded', body: Buffer.from(`${k}=${[...gbk(v)].map((b) => '%' + b.toString(16).padStart(2, '0')).join('')}`) }); } if (m[2].startsWith('FORM:')) { const [k, v] = m[2].slice(5).split('='); return ask(m[1], { method: 'POST', type: 'application/x-www-form-urlencoded', body: Buffer.from(`${k}=${encodeURIComponent(v)}`) }); } return ask(m[1], { method: 'POST', type: 'application/json', body: Buffer.from(m[2]) }); };
const ent = (s) => s.replace(/&amp;/g, '&').replace(/&quot;/g, '"');
const linksOf = (text, base, type) => { const out = []; const add = (x) => { try { if (!/^(javascript|#|data:)/.test(x)) { const u = new URL(ent(x), base); u.hash = ''; out.push(u.href); } } catch { /* not an address */ } };
  if (/json/.test(type)) { for (const m of text.matchAll(/"url":"([^"]+)"/g)) add(m[1]); return out; }
  const html = /html/.test(type) ? text.replace(/<script(?![^>]*src)[\s\S]*?<\/script>/g, '') : text;
  for (const m of html.matchAll(/\b(?:href|src)\s*=\s*["']([^"']+)["']/gi)) if (!/['+]$|\+/.test(m[1]) || /html|https?:/.test(m[1])) add(m[1]); return out; };

const own = new Map(governments.flatMap((g) => Object.keys(g.hosts).map((h) => [h, g])));
for (const g of governments) {
  if (only && g.pinyin !== only) continue; const c = g.check;
  // the truth's form
  const names = g.truth.map((t) => t[0]); for (const p of PROBES) if (names.filter((n) => n === p).length !== 1) say(g, `truth of ${p} not once`);
  for (const [p, s, l] of g.truth) { if (list(s).some((x) => !['present', 'absent', 'unknown', 'not-applicable'].includes(x))) say(g, `${p}: state ${s}`); if (list(l).some((x) => !['linked', 'reachable', 'working'].includes(x))) say(g, `${p}: level ${l}`); }
  // the walk
  const got = new Map(); const queue = [g.portal, g.service, g.open_data, ...(c.also ?? []), ...(c.pages ?? [])].filter(Boolean); const from = new Map();
  while (queue.length) { const u = queue.shift(); if (got.has(u)) continue; if (got.size > 900) { say(g, 'walk too long'); break; }
    if (!/^https?:/.test(u)) { if (!c.dead?.some((d) => d.test(u))) say(g, `odd address ${u}`); got.set(u, { status: 0, text: '' }); continue; }
    const h = new URL(u).hostname; if (own.get(h) !== g) { say(g, `leaves the world: ${u} from ${from.get(u)}`); got.set(u, { status: 0, text: '' }); continue; }
    const r = await ask(u); got.set(u, r); const dead = c.dead?.some((d) => d.test(u));
    if (r.status >= 300 && r.status < 400) { queue.push(new URL(r.to, u).href); continue; }
    if (r.status !== 200) { if (!dead) say(g, `${r.status} ${u} from ${from.get(u)}`); continue; } if (dead) say(g, `meant to be dead, opens: ${u}`);
    if (/\ufffd/.test(r.text) || /undefined|\[object Object\]|NaN/.test(r.text.replace(/<script[\s\S]*?<\/script>/g, '')) && /html|json/.test(r.type)) say(g, `broken text at ${u}`);
    if (/[?？]{3}/.test(r.text)) say(g, `lost characters at ${u}`);
    for (const l of linksOf(r.text, u, r.type)) if (!got.has(l)) { from.set(l, from.get(l) ?? u); queue.push(l); } }
  // proofs
  for (const [p, s] of g.truth) { const pr = c.proofs[p]; if (list(s)[0] === 'present' && !pr) { say(g, `present without proof: ${p}`); continue; } if (!pr) continue; if (!list(s).includes('present')) say(g, `proof of what is not present: ${p}`);
    const [spec, re, src, lit] = pr; const r = await fetch1(spec); if (r.status !== 200 || !re.test(r.text)) say(g, `proof of ${p} fails: ${r.status} ${spec}`);
    if (lit) { const b = (await ask(src)).text; if (!b.includes(lit)) say(g, `${p}: ${lit} not in ${src}`); } else if (src) { if (!got.has(src)) say(g, `${p}: ${src} not reached`); } else if (!got.has(new URL(spec).href)) say(g, `${p}: ${spec} not reached from the home page`); }
  // give-away words of what is absent
  for (const [p, re] of Object.entries(c.absentWords ?? {})) for (const [u, r] of got) { let t = r.text; for (const d of c.decoys ?? []) t = t.replaceAll(d, ''); if (re.test(t)) say(g, `give-away of absent ${p} (${t.match(re)[0]}) at ${u}`); }
  for (const d of c.decoys ?? []) if (![...got.values()].some((r) => r.text?.includes(d))) say(g, `decoy not seen: ${d}`);
  for (const [p, s] of g.truth) if (list(s)[0] === 'absent' && !c.absentWords?.[p] && !['reply-timeliness'].includes(p) && !/(^|, )(nowhere|no platform|a column|no entry|.*no interfaces)/.test(g.truth.find((t) => t[0] === p)[4])) say(g, `absent without a word test: ${p}`);
  // recounts
  const want = (p) => list(g.truth.find((t) => t[0] === p)?.[3]?.count);
  for (const [p, [u, a, b]] of Object.entries(c.counts ?? {})) { let t = (await ask(u)).text; if (b) t = t.match(a)?.[0] ?? ''; const n = (t.match(b ?? a) ?? []).length; if (!want(p).includes(n)) say(g, `count of ${p}: served ${n}, truth ${want(p)}`); }
  for (const [p, re] of Object.entries(c.crawlCount ?? {})) { const n = [...got.keys()].filter((u) => re.test(u)).length; if (!want(p).includes(n)) say(g, `count of ${p}: walked ${n}, truth ${want(p)}`); }
  for (const [p, re] of Object.entries(c.crawlText ?? {})) { const n = [...got].filter(([u, r]) => re.test(u) && /<td>1<\/td>/.test(r.text)).length; if (!want(p).includes(n)) say(g, `count of ${p}: ${n} with rows, truth ${want(p)}`); }
  // shares of letters: dates are read from the pages
  const share = g.truth.find((t) => t[0] === 'reply-timeliness')[3]?.share; const day = (s) => { const m = s.match(/(\d{4})\D(\d{1,2})\D(\d{1,2})/); return Date.UTC(m[1], m[2] - 1, m[3]) / 864e5; };
  if (share !== undefined) { const pair = []; const D = '[^\\d]{0,30}(\\d{4}[-年]\\d{1,2}[-月]\\d{1,2})'; let texts = [...got.values()].map((r) => r.text ?? ''); for (const u of [...got.keys()].filter((x) => /published$/.test(x))) for (const m of got.get(u).text.matchAll(/"pid":(\d+)/g)) texts.push((await ask(new URL(`/hdjlpt/detail?pid=${m[1]}`, u))).text);
    if (c.spa) { const j = JSON.parse((await ask(`${g.portal}gateway/letter/page?pageSize=99`)).text); for (const l of j.data.records) pair.push((l.replyTime - l.submitTime) / 864e5); }
    for (const t of texts) { if (/json|list/.test(t.slice(0, 10))) continue; const a = t.match(new RegExp(`(?:来信|写信)时间${D}`)); const b = t.match(new RegExp(`(?:答复|回复)时间${D}`)); if (a && b) pair.push(day(b[1]) - day(a[1])); }
    const n = pair.filter((x) => x <= 6).length; if (!pair.length || Math.abs(n / pair.length - share) > 0.001) say(g, `share of letters: ${n}/${pair.length}, truth ${share}`); if (pair.some((x) => x > 6 && x < 50)) say(g, 'a letter between in time and late'); }
  // shares of guides: which of the twelve elements stand on a guide
  const parts = [/事项名称|项目名称/, /设定依据|办理依据/, /受理条件|办理条件/, /申请材料|所需材料/, /办理流程|办理程序/, /办结时限|办理时限/, /收费标准/, /办理地点/, /办理时间|办公时间/, /咨询电话|联系电话/, /监督/, /实施主体|办理机构/];
  const gs = list(g.truth.find((t) => t[0] === 'service-guide')[3]?.share); if (gs.length) { const t = (await fetch1(c.proofs['service-guide'][0])).text; const s = parts.filter((r) => r.test(t)).length / 12; if (!gs.some((x) => Math.abs(x - s) < 0.01)) say(g, `share of guide: ${s.toFixed(2)}, truth ${gs}`); }
  // scripts that draw the pages, run over a document of straw
  for (const [base, js, views] of c.render ?? []) { const code = (await ask(base + js)).text; for (const [hash, re] of views) { const els = {}; const el = (id) => (els[id] ??= { innerHTML: '', value: '' });
    const f = async (u, o = {}) => { const r = await ask(new URL(u, base).href, { method: o.method ?? 'GET', body: o.body ? Buffer.from(o.body) : undefined, type: 'application/json' }); return { json: async () => JSON.parse(r.text) }; };
    try { vm.runInNewContext(code, { document: { getElementById: el, documentElement: { classList: { toggle() {} } } }, location: { hash }, window: { addEventListener() {} }, fetch: f, Math, Date, encodeURIComponent, decodeURIComponent }); } catch (e) { say(g, `${js}: ${e.message}`); }
    for (let i = 0; i < 40 && !re.test(el('app').innerHTML); i++) await new Promise((ok) => setTimeout(ok, 25)); if (!re.test(el('app').innerHTML)) say(g, `${base}/${hash} is not drawn: ${el('app').innerHTML.slice(-200)}`); } }
  const html = [...got].filter(([, r]) => r.status === 200).length; const homeText = (await ask(g.portal)).text; if (!c.spa && html < 60) say(g, `only ${html} pages`); process.stdout.write(`${g.pinyin.padEnd(12)} ${String(html).padStart(4)} pages walked, home ${homeText.length} signs\n`);
}
// files written from the sites
const lines = fs.readFileSync(new URL('truth.jsonl', here), 'utf8').trim().split('\n').map((l) => JSON.parse(l)); if (lines.length !== governments.length * 24) bad.push(`truth.jsonl has ${lines.length} lines`);
for (const g of governments) for (const [p, s] of g.truth) { const l = lines.find((x) => x.government === g.code && x.probe === p); if (JSON.stringify(l?.state) !== JSON.stringify(s)) bad.push(`truth.jsonl is old: ${g.code} ${p}`); }
const tally = {}; for (const l of lines) { const s = list(l.state)[0]; tally[s] = (tally[s] ?? 0) + 1; } process.stdout.write(`first states: ${JSON.stringify(tally)}\n`);
child.kill(); agent.destroy();
if (bad.length) { process.stdout.write(bad.map((b) => 'FAIL ' + b).join('\n') + '\n'); process.exit(1); } process.stdout.write('selftest passed\n');

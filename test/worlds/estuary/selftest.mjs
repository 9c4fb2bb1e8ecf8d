// Holds the truth against what is served, through the proxy. node selftest.mjs [--verbose]
import http from 'node:http';
import net from 'node:net';
import tls from 'node:tls';
import { spawn } from 'node:child_process';
import { inflateRawSync } from 'node:zlib';
import { governments } from './governments.mjs';
import { FIELDS } from './pool.mjs';

const verbose = process.argv.includes('--verbose'); const bad = []; const fail = (g, what) => bad.push(`${g.name}: ${what}`);
const PROBES = { 'service-lists': ['linked', 'reachable', 'working'], 'disclosure-catalog': ['linked', 'reachable', 'working'], 'service-guide': ['linked', 'reachable', 'working'], 'one-entry': ['linked', 'reachable', 'working'], 'cross-region': ['linked', 'reachable', 'working'], 'e-certificate': ['linked', 'reachable', 'working'], 'appeal-channels': ['linked', 'reachable', 'working'], 'appeal-form': ['linked', 'reachable', 'working'], 'one-thing': ['linked', 'reachable', 'working'], 'case-tracking': ['linked', 'reachable', 'working'], 'reply-timeliness': [], 'follow-up': ['working'], 'knowledge-base': ['linked', 'reachable', 'working'], 'proactive-response': ['linked', 'reachable', 'working'], 'smart-search': ['linked', 'reachable', 'working'], 'smart-qa': ['linked', 'reachable', 'working'], accessibility: ['linked', 'reachable', 'working'], 'personal-space': ['linked', 'reachable'], 'open-data-platform': ['linked', 'reachable', 'working'], 'data-catalog': ['linked', 'reachable', 'working'], 'api-count': [], 'app-count': [], 'data-security-policy': ['working'], 'privacy-policy': ['linked', 'reachable', 'working'] };
const list = (v) => (v == null ? [] : Array.isArray(v) ? v : [v]);

const proc = spawn(process.execPath, [new URL('serve.mjs', import.meta.url).pathname], { stdio: ['ignore', 'pipe', 'inherit'] });
const port = await new Promise((ok) => proc.stdout.on('data', (d) => { const m = String(d).match(/127\.0\.0\.1:(\d+)/); if (m) ok(Number(m[1])); }));
const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
const get = (url, { body } = {}) => new Promise((ok) => {
  const u = url.replace(/^https:/, 'http:'); // the proxy answers for a TLS host in the clear as well
  const req = http.request({ host: '127.0.0.1', port, path: u, method: body === undefined ? 'GET' : 'POST', agent, headers: { Host: new URL(u).host, ...(body === undefined ? {} : { 'Content-Type': body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded' }) } }, (res) => { const ch = []; res.on('data', (c) => ch.push(c)); res.on('end', () => { const buf = Buffer.concat(ch); const type = res.headers['content-type'] ?? ''; const gb = /charset=gb/i.test(buf.subarray(0, 400).toString('latin1')); ok({ status: res.statusCode, type, buf, location: res.headers.location, text: /image|pdf|octet|word|excel/.test(type) ? '' : new TextDecoder(gb ? 'gbk' : 'utf-8').decode(buf) }); }); });
  req.on('error', () => ok({ status: 0, text: '', buf: Buffer.alloc(0), type: '' })); req.end(body);
});
const norm = (u) => { try { const x = new URL(u); x.hash = ''; return decodeURI(x.href.replace(/^https:/, 'http:')); } catch { return u; } };
/** Hard links are written out; soft ones are guessed from scripts and JSON. */
function links(text, base, type) {
  const hard = new Set(); const soft = new Set(); const add = (set, raw) => { if (!raw || /^(javascript|mailto|tencent|data|#)/i.test(raw) || /[<>{}'+\\]/.test(raw)) return; try { const u = new URL(raw.replace(/&amp;/g, '&'), base); if (/^https?:$/.test(u.protocol)) { u.hash = ''; set.add(u.href); } } catch {} };
  const html = text.replace(/<script\b[^>]*>([\s\S]*?)<\/script>/g, (all, s) => { script(s); return all.match(/src="[^"]*"/) ? all.slice(0, all.indexOf('>') + 1) : ''; });
  function script(s) { for (const m of s.matchAll(/href=\\?"([^"\\'+ ]+)\\?"/g)) add(soft, m[1]); for (const m of s.matchAll(/['"]((?:https?:\/)?\/[\w.\/?=&%:-]+)['"](\s*\+)?/g)) add(soft, m[2] && /[=\/]$/.test(m[1]) ? m[1] + '1' : m[1]); }
  if (/json|javascript|xml/.test(type)) script(text);
  else for (const m of html.matchAll(/(?:href|src|action)=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi)) add(hard, m[1] ?? m[2] ?? m[3]);
  for (const m of text.matchAll(/http-equiv="refresh"[^>]*url=([^"]+)"/g)) add(hard, m[1]);
  const cp = text.match(/createPageHTML\((\d+), \d/); if (cp) for (let i = 1; i < Number(cp[1]); i++) add(soft, `index_${i}.html`);
  for (const m of text.matchAll(/\{id:(\d{4}),name/g)) add(soft, `/gkmlpt/api/all/${m[1]}?page=1&sid=766001`);
  for (const u of [...soft]) { const m = u.match(/^(.*[?&](?:pageIndex|page)=)1$/) ?? u.match(/^(.*dataproxy\.jsp\?page=)1(&.*)$/); if (m && !/gkmlpt/.test(u)) for (const n of [2, 3]) soft.add(m[1] + n + (m[2] ?? '')); }
  for (const m of html.matchAll(/on(?:click|change)="([^"]*)"/g)) script(m[1].replace(/&quot;/g, '"'));
  return { hard, soft };
}
const ALIAS = [/事项名称/, /实施主体|实施机构|实施机关/, /依据/, /条件/, /材料/, /流程/, /时限|期限/, /收费/, /办理地点/, /办理时间/, /咨询(电话|方式)/, /投诉/];
const PARTS = [/收集的信息/, /使用目的/, /共享与披露/, /存储于/, /加密传输/, /查询、更正/, /联系我们。/, /更新日期/];
const WORDS = ['社保', '医保', '公积金', '身份证', '居住证', '营业执照', '不动产登记', '生育登记', '养老金', '低保', '就业创业', '入学', '驾驶证', '护照', '户口迁移', '公租房', '政府工作报告', '营商环境'];
const ASK = ['身份证丢了怎么办', '社保怎么查', '公积金怎么提取', '办护照需要什么材料', '个体户营业执照怎么办', '异地就医怎么报销', '孩子怎么上学', '驾驶证到期了怎么换', '怎么申请低保', '失业金怎么领', '居住证怎么办理', '公租房怎么申请'];
const YES = /抱歉|没有听懂|还不知道|没有找到|暂时没有|正在学习/;

let totals = { absent: 0, present: 0, unknown: 0, mixed: 0 }; const report = [];
for (const g of governments) {
  if (g.truth.length !== 24 || new Set(g.truth.map((t) => t[0])).size !== 24) fail(g, 'not 24 probes');
  for (const [probe, st, lv] of g.truth) { if (!PROBES[probe]) fail(g, `unknown probe ${probe}`); for (const l of list(lv)) if (!PROBES[probe]?.includes(l) && !(probe === 'case-tracking')) fail(g, `${probe}: level ${l}`); for (const s of list(st)) if (!['present', 'absent', 'unknown', 'not-applicable'].includes(s)) fail(g, `${probe}: state ${s}`); const s = list(st).filter((x) => x !== 'not-applicable'); totals[s.length > 1 ? 'mixed' : s[0]]++; if (list(st).includes('present') && PROBES[probe].length && !lv) fail(g, `${probe} present without a level`); }
  const own = new Set(Object.keys(g.hosts)); const live = (h) => own.has(h) && !g.hosts[h].dead; const forbidden = (h) => /Disallow: \/\s*$/m.test(g.hosts[h]?.robots ?? '');
  const seen = new Map(); const queue = [[g.portal, null, true]]; const from = new Map();
  while (queue.length && seen.size < 900) {
    const part = queue.splice(0, 12);
    await Promise.all(part.map(async ([u, parent, hard]) => {
      const k = norm(u); if (seen.has(k)) return; seen.set(k, null); const host = new URL(u).hostname;
      if (!own.has(host)) { if (hard && !/conac|qq\.com|wpa/.test(host)) fail(g, `link to a foreign host ${u} on ${parent}`); seen.delete(k); return; }
      if (!live(host) || forbidden(host)) { seen.set(k, { status: -1, text: '', type: '' }); return; }
      let r = await get(u); if (r.status >= 300 && r.status < 400 && r.location) { queue.push([new URL(r.location, u).href, u, true]); }
      const ok = r.status < 400; if (!ok && hard && !g.hosts[host].wall && !list(g.deadLinks).map(norm).includes(k) && !/submit|save|sso\/(auth|reg)|dologin|\/do$/.test(u)) fail(g, `${r.status} ${u} on ${parent}`);
      if (!ok && !hard) { seen.delete(k); return; }
      seen.set(k, r); from.set(k, parent);
      if (ok && r.text) { const { hard: h, soft: s } = links(r.text, u, r.type); for (const x of h) queue.push([x, u, true]); for (const x of s) queue.push([x, u, false]); }
    }));
  }
  const pages = [...seen].filter(([, r]) => r?.status === 200 && /html/.test(r.type)); const perHost = {}; for (const [u] of pages) { const h = new URL(u).hostname; perHost[h] = (perHost[h] ?? 0) + 1; }
  if (pages.length < 60 || pages.length > 420) fail(g, `${pages.length} pages`);
  for (const d of list(g.deadLinks)) if (!seen.has(norm(d))) fail(g, `dead link ${d} is linked nowhere`);
  const home = [...seen].find(([u]) => u === norm(g.portal))?.[1];
  if (g.service && live(new URL(g.service).hostname) && !seen.has(norm(g.service)) ) fail(g, `service ${g.service} not reached`);
  if (g.open_data && ![...seen.keys()].some((u) => new URL(u).host === new URL(g.open_data).host)) fail(g, `open data ${g.open_data} not reached`);
  for (const h of g.others ?? []) if (!perHost[h]) fail(g, `${h}: another place's host is linked nowhere`); for (const pr of Object.values(g.proof)) for (const u of pr) if (g.others?.includes(new URL(u).hostname)) fail(g, `proof on another place's host: ${u}`);
  // proofs
  const T = new Map(g.truth.map((t) => [t[0], t]));
  for (const [probe, st, lv] of g.truth) {
    if (!list(st).includes('present') || list(st).length > 1) continue;
    const pr = g.proof[probe]; if (!pr) { fail(g, `${probe}: no proof named`); continue; }
    for (const u of pr) { const k = norm(u); const hit = [...seen.keys()].find((x) => x === k || x.split('?')[0] === k || x.replace(/[?&].*$/, '') === k); if (!hit || seen.get(hit)?.status !== 200) { const r = await get(u); fail(g, `${probe}: ${u} not reached by links (${r.status})`); } }
  }
  for (const probe of Object.keys(g.proof)) if (list(T.get(probe)[1]).every((s) => s !== 'present')) fail(g, `${probe}: proof but not present`);
  const want = (probe, n, what = 'count') => { const v = list(T.get(probe)[3]?.[what]); if (!v.some((x) => Math.abs(x - n) < 1e-9)) fail(g, `${probe}: ${what} ${n} served, truth ${v.join('/')}`); };
  const num = (re, t) => (re.global ? (t.match(re) ?? []).length : Number(t.match(re)?.[1]));
  const counted = new Set();
  for (const [probe, [u, re]] of Object.entries(g.counts ?? {})) { counted.add(probe); const r = await get(u); want(probe, num(re, r.text)); }
  for (const [probe, [us, re]] of Object.entries(g.sums ?? {})) { counted.add(probe); let n = 0; for (const u of us) n += num(new RegExp(re, 'g'), (await get(u)).text); want(probe, n); }
  for (const [probe, [u, b, re]] of Object.entries(g.posts ?? {})) { counted.add(probe); want(probe, num(re, (await get(u, { body: b })).text)); }
  for (const t of g.truth) if (t[3]?.count !== undefined && !counted.has(t[0]) && !['appeal-channels', 'privacy-policy'].includes(t[0])) fail(g, `${t[0]}: count never recomputed`);
  if (T.get('disclosure-catalog')[3]?.share !== undefined) { const c = Math.min(...list(T.get('disclosure-catalog')[3].count)); want('disclosure-catalog', c / FIELDS.length, 'share'); }
  // guides
  if (T.get('service-guide')[3]?.share !== undefined) { const u = g.proof['service-guide'][0]; let r = await get(u); if (/\/api\/items$/.test(u)) { const one = JSON.parse(r.text).data[0]; r = await get(u.replace('items', 'item/' + one.id)); } const s = ALIAS.filter((a) => a.test(r.text.replace(/<h1>.*?<\/h1>|<title>.*?<\/title>/g, '<b>事项名称</b>').replace(/<(div|script|header)\b[^>]*>[^<]*(<a[^>]*>[^<]*<\/a>[^<]*)+/g, ''))).length / ALIAS.length; if (!list(T.get('service-guide')[3].share).some((x) => Math.abs(x - s) < 0.06)) fail(g, `service-guide: share ${s}`); }
  // letters
  if (g.letters) { let inside = 0; for (const u of g.letters.pages) { const t = (await get(u)).text; const day = (re) => { const m = t.match(re); return m && new Date(m[2] ? `${m[1]}-${m[2]}-${m[3]}` : m[1]); }; const a = day(g.letters.sent); const b = day(g.letters.replied); if (!a || !b) { fail(g, `letter ${u} without dates`); continue; } let wd = 0; for (let d = new Date(a); d < b; d.setDate(d.getDate() + 1)) if (![5, 6].includes(d.getDay())) wd++; if (wd <= g.letters.limit) inside++; if (wd > 3 && wd < 25) fail(g, `letter ${u} too near a limit`); } want('reply-timeliness', inside / g.letters.pages.length, 'share'); } else if (T.get('reply-timeliness')[3]) fail(g, 'letters never recomputed');
  // privacy
  if (T.get('privacy-policy')[3]?.count) { const r = await get(g.proof['privacy-policy'][0]); want('privacy-policy', PARTS.filter((p) => p.test(r.text)).length); }
  // security chapter
  if (T.get('data-security-policy')[1] === 'present') { const r = await get(g.proof['data-security-policy'][0]); let t = r.text; if (/word/.test(r.type)) { t = ''; let at = 0; while (r.buf.readUInt32LE(at) === 0x04034b50) { const n = r.buf.readUInt32LE(at + 18); const nl = r.buf.readUInt16LE(at + 26); t += inflateRawSync(r.buf.subarray(at + 30 + nl, at + 30 + nl + n)).toString().replace(/<[^>]+>/g, ''); at += 30 + nl + n; } } if (/pdf/.test(r.type)) { const s = r.buf.toString('latin1'); const map = {}; for (const m of s.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})>/g)) map[m[1]] = String.fromCharCode(parseInt(m[2], 16)); t = [...s.matchAll(/<([0-9a-f]+)> Tj/g)].map((m) => m[1].match(/.{4}/g).map((h) => map[h]).join('')).join('\n'); } if (!/第五章\s*数据安全/.test(t)) fail(g, 'no chapter on security in the document'); }
  // engines
  const answer = async (spec, q) => { const [u, b] = spec(q); return (await get(u, b === undefined ? {} : { body: b })).text; };
  const lv = (p) => list(T.get(p)[2])[0];
  if (g.ask?.search) { let n = 0; for (const w of WORDS) { const t = await answer(g.ask.search, w); if (/(相关结果约|找到<em>|<font color="red">|” 共|，共)0(条|<)|totalcount":0|"total":0/.test(t) || /没有找到相关/.test(t)) continue; if (new RegExp(w.slice(0, 2)).test(t.replace(/<input[^>]*>|<title>.*?<\/title>|“.*?”/g, ''))) n++; } const share = n / WORDS.length; if (lv('smart-search') === 'working' ? share < 0.7 : share > 0.35) fail(g, `smart-search: ${n}/${WORDS.length} words`); if (verbose) report.push(`${g.name} search ${n}/${WORDS.length}`); } else if (lv('smart-search') === 'working') fail(g, 'search never asked');
  if (g.ask?.qa) { let n = 0; for (const w of ASK) if (!YES.test(await answer(g.ask.qa, w))) n++; if (lv('smart-qa') === 'working' ? n / ASK.length < 0.7 : n / ASK.length > 0.35) fail(g, `smart-qa: ${n}/${ASK.length}`); if (verbose) report.push(`${g.name} qa ${n}/${ASK.length}`); } else if (lv('smart-qa') === 'working') fail(g, 'robot never asked');
  // accessibility
  const a = T.get('accessibility'); const mode = /classList\.toggle\('(elder|old|gb|aria-on)'\)|wza-old|ls-old|aria\.start/.test(home?.text ?? ''); const vp = /width=device-width/.test(home?.text ?? '');
  if (a[1] === 'present' && lv('accessibility') === 'working' && !mode && !vp) fail(g, 'accessibility: neither mode nor viewport'); if (a[1] === 'absent' && (mode || vp)) fail(g, 'accessibility: something there');
  // give-away words where the truth says absent
  const DEFAULT = { 'one-thing': /一件事/, 'cross-region': /跨省通办|省内通办|跨域通办/, 'e-certificate': /电子证照/, 'smart-qa': /智能问答|机器人/, 'knowledge-base': /知识库|常见问题|热点问题/, 'proactive-response': /回应关切|主动回应/, 'follow-up': /回访/, 'disclosure-catalog': /基层政务公开/, 'open-data-platform': /数据开放平台/, 'data-security-policy': /第.章 ?数据安全/ , 'privacy-policy': /隐私/, 'personal-space': /个人中心|用户中心|我的空间|个人空间/, 'case-tracking': /办件查询|好差评/, 'api-count': /API|数据接口/, 'app-count': /应用成果/ };
  for (const [probe, st] of g.truth) { if (st !== 'absent') continue; const [re, where] = g.decoy?.[probe] ?? [DEFAULT[probe], /^$/]; if (!re) continue; let hits = 0; for (const [u, r] of seen) { if (!r?.text || r.status !== 200) continue; if (re.test(r.text)) { hits++; if (g.others?.includes(new URL(u).hostname)) continue; const path = u.replace(/^http:\/\/[^/]+/, ''); if (!where.test(path)) fail(g, `${probe}: word ${re} on ${u}`); } } if (g.decoy?.[probe] && String(where) !== String(/^$/) && !hits) fail(g, `${probe}: decoy ${re} served nowhere`); }
  const s = Object.fromEntries(['absent', 'present', 'unknown'].map((x) => [x, g.truth.filter((t) => list(t[1])[0] === x).length]));
  report.push(`${g.code} ${g.name.padEnd(9, '　')} pages ${String(pages.length).padStart(3)} (${Object.entries(perHost).map(([h, n]) => `${h} ${n}`).join(', ')})  present ${s.present} absent ${s.absent} unknown ${s.unknown}`);
}
// TLS: the host that speaks it is reached through CONNECT
for (const [h] of governments.flatMap((g) => Object.entries(g.hosts)).filter(([, x]) => x.https)) await new Promise((ok) => { const c = net.connect(port, '127.0.0.1', () => c.write(`CONNECT ${h}:443 HTTP/1.1\r\nHost: ${h}\r\n\r\n`)); c.once('data', (d) => { if (!/ 200 /.test(String(d))) { bad.push(`${h}: CONNECT ${d}`); return ok(); } const s = tls.connect({ socket: c, servername: h, rejectUnauthorized: false }, () => { s.write(`GET / HTTP/1.1\r\nHost: ${h}\r\nConnection: close\r\n\r\n`); }); s.once('data', (x) => { if (!/^HTTP\/1\.1 (200|302|404)/.test(String(x))) bad.push(`${h}: TLS ${String(x).slice(0, 40)}`); s.destroy(); ok(); }); s.on('error', (e) => { bad.push(`${h}: ${e.message}`); ok(); }); }); });
proc.kill('SIGTERM');
process.stdout.write(report.join('\n') + `\nfirst states named: ${JSON.stringify(['absent', 'present', 'unknown'].reduce((o, x) => ({ ...o, [x]: governments.flatMap((g) => g.truth).filter((t) => list(t[1])[0] === x).length }), {}))}; only one state allowed: ${JSON.stringify(totals)}\n`);
process.stdout.write(bad.length ? `${bad.length} faults\n${bad.join('\n')}\n` : 'no faults\n'); process.exitCode = bad.length ? 1 : 0;

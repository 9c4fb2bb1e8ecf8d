// node selftest.mjs [NAME]: the world against its own truth. Exit 1 if anything is amiss.
import { spawn } from 'node:child_process';
import http from 'node:http';
import { governments } from './governments.mjs';

const PROBES = 'service-lists disclosure-catalog service-guide one-entry cross-region e-certificate appeal-channels appeal-form one-thing case-tracking reply-timeliness follow-up knowledge-base proactive-response smart-search smart-qa accessibility personal-space open-data-platform data-catalog api-count app-count data-security-policy privacy-policy'.split(' ');
const GIVEAWAY = {
  'service-lists': /权责清单|许可事项清单|公共服务事项|证明事项|收费目录清单|权力清单/, 'disclosure-catalog': /标准目录|基层政务公开/, 'service-guide': /办事指南/, 'one-entry': /统一身份|APP|小程序|公众号|客户端/,
  'cross-region': /跨省|跨域|省内通办|全省通办|川渝通办/, 'e-certificate': /电子证照|电子证件/, 'appeal-channels': /信箱|12345|网上信访|民意征集|在线咨询/, 'appeal-form': /我要写信|信箱|<textarea/, 'one-thing': /一件事/,
  'case-tracking': /办件|好差评|进度查询/, 'reply-timeliness': /来信(公开|选登)|答复(日期|时间)/, 'follow-up': /回访/, 'knowledge-base': /知识库|常见问题|热点问题|常见问答/, 'proactive-response': /回应关切|主动回应|热点回应/,
  'smart-search': /站内搜索|全文检索|type="search"|搜索/, 'smart-qa': /机器人|智能问答|智能客服|智能咨询/, accessibility: /适老|无障碍|长者|关怀版|English|name="viewport"/, 'personal-space': /个人中心|个人空间|企业空间|企业中心|订阅|用户中心|我的空间/,
  'open-data-platform': /数据开放|开放数据|开放平台/, 'data-catalog': /数据目录|数据集/, 'api-count': /数据接口|接口服务/, 'app-count': /应用成果|创新应用/, 'data-security-policy': /数据安全/, 'privacy-policy': /隐私/,
};
let bad = 0; const fail = (g, m) => { bad++; console.log(`  ! ${g.pinyin}: ${m}`); };
export function get(g, url, method = 'GET', body = '', hops = 0) {
  const u = new URL(url); const host = g.hosts[u.hostname];
  if (!host) return { status: -1, text: '' }; if (host.dead) return { status: 502, text: '' };
  const path = (() => { try { return decodeURIComponent(u.pathname); } catch { return u.pathname; } })();
  const ctx = { url: u, path, query: u.searchParams, method, headers: {}, body: Buffer.from(body), host: u.hostname };
  let out = host.handle(ctx) ?? host.missing?.(ctx) ?? { status: 404, type: 'text/html', body: '' };
  if (typeof out === 'string' || Buffer.isBuffer(out)) out = { status: 200, type: 'text/html; charset=utf-8', headers: {}, body: out };
  if (out.headers?.Location && hops < 5) return get(g, new URL(out.headers.Location, u).href, 'GET', '', hops + 1);
  const raw = Buffer.isBuffer(out.body) ? out.body : Buffer.from(out.body ?? '');
  const gb = /gbk|gb2312/i.test(out.type ?? '') || /charset=["']?(gbk|gb2312)/i.test(raw.toString('latin1', 0, 600));
  return { status: out.status, type: out.type ?? '', text: new TextDecoder(gb ? 'gbk' : 'utf-8').decode(raw), url: u.href };
}
const unent = (s) => s.replace(/&amp;/g, '&').replace(/&quot;/g, '"');
function linksOf(g, url, r) {
  const out = []; const add = (h) => { try { const u = new URL(unent(h.trim()), url); if (/^https?:/.test(u.protocol)) { if (!g.check.hashes) u.hash = ''; out.push(u.href.replace(/#.*$/, '')); } } catch { /* not a link */ } };
  if (/html|xml/.test(r.type)) for (const m of r.text.matchAll(/(?:href|src)\s*=\s*["']([^"']+)["']/gi)) if (!/^(javascript|mailto|tel|data):|\$\{|'\s*\+/i.test(m[1])) add(m[1]);
  if (/javascript|json/.test(r.type)) for (const m of r.text.matchAll(/["'](\/[^"'\s\\<>]*|https?:\/\/[^"'\s\\<>]+)["']/g)) if (!/[/=]$/.test(m[1]) || /^\/[a-z/0-9]+\/$/i.test(m[1])) add(m[1]);
  for (const x of g.check.expand?.(url, r) ?? []) add(x);
  return out;
}
export function crawl(g) {
  const seen = new Map(); const queue = [g.portal]; const from = new Map();
  while (queue.length && seen.size < 3000) {
    const url = queue.shift(); if (seen.has(url)) continue;
    const u = new URL(url); if ((g.check.ghost ?? []).some((x) => x.test(url))) continue; if (!g.hosts[u.hostname]) { seen.set(url, { status: -1, text: '', type: '' }); continue; }
    const r = get(g, url); seen.set(url, r);
    if (r.status !== 200) continue;
    for (const l of linksOf(g, r.url ?? url, r)) if (!seen.has(l) && !from.has(l)) { from.set(l, url); queue.push(l); }
  }
  return { seen, from };
}
const iso = (s) => s.replace(/[年月]/g, '-').replace(/日/, '').replace(/\b(\d)\b/g, '0$1');
const days = (a, b) => Math.round((new Date(iso(b)) - new Date(iso(a))) / 864e5);
const only = process.argv[2];
for (const g of governments.filter((x) => !only || x.pinyin.toLowerCase() === only.toLowerCase())) {
  const c = g.check; const { seen, from } = crawl(g);
  const ids = g.truth.map((t) => t[0]); for (const p of PROBES) if (ids.filter((x) => x === p).length !== 1) fail(g, `truth rows of ${p}: ${ids.filter((x) => x === p).length}`);
  const pages = [...seen].filter(([, r]) => r.status === 200 && /html/.test(r.type));
  console.log(`${g.pinyin}: ${pages.length} pages, ${seen.size} addresses`);
  if (pages.length < 60 && !c.small) fail(g, 'fewer than 60 pages');
  for (const [url, r] of seen) {
    if (r.status === -1) { if (!(c.outside ?? []).some((x) => x.test(url))) fail(g, `leads out of the world: ${url} from ${from.get(url)}`); } else if (r.status !== 200 && !c.dead.some((x) => x.test(url))) fail(g, `${r.status} ${url} from ${from.get(url)}`);
    if (/undefined|\[object Object\]|NaN/.test(r.text) && !/javascript/.test(r.type) && !/!==? ?undefined|isNaN/.test(r.text)) fail(g, `template slip at ${url}: ${/.{20}(undefined|\[object|NaN).{10}/.exec(r.text)?.[0]}`);
  }
  const parsed = new Set();
  for (const [url, r] of seen) { // every script must parse
    if (r.status !== 200) continue;
    const codes = /javascript/.test(r.type) ? [r.text] : /html/.test(r.type) ? [...r.text.matchAll(/<script(?![^>]*(?:src=|text\/xml))[^>]*>([\s\S]*?)<\/script>/g)].map((m) => m[1]).concat([...r.text.matchAll(/\son\w+="([^"]+)"/g)].map((m) => unent(m[1]))) : [];
    for (const code of codes) { if (parsed.has(code)) continue; parsed.add(code); try { new Function(code); } catch (e) { fail(g, `script at ${url}: ${e.message}`); } }
  }
  for (const [probe, state] of g.truth) {
    const states = [state].flat();
    if (states.includes('present') && states[0] === 'present') {
      const pr = c.proof[probe]; if (!pr) { fail(g, `present ${probe} has no proof`); continue; }
      const [url, re, how] = pr; const r = how === 'call' ? get(g, url) : seen.get(url);
      if (!r) fail(g, `${probe}: ${url} is not reached from home`); else if (!re.test(r.text)) fail(g, `${probe}: ${re} not at ${url}`);
    }
    if (states.includes('absent') && !states.includes('present')) {
      for (const [url, r] of seen) {
        if (r.status !== 200 || !r.text) continue; if ((c.explained?.[probe] ?? []).some((x) => x.test(url))) continue;
        let text = r.text; for (const d of c.decoys ?? []) text = text.replaceAll(d, '');
        const m = GIVEAWAY[probe].exec(text); if (m) { const at = m.index; fail(g, `${probe} absent, but "${m[0]}" at ${url}: ${text.slice(Math.max(0, at - 25), at + 25).replace(/\s+/g, ' ')}`); break; }
      }
    }
  }
  if (c.letters) {
    const hits = [...seen].filter(([u, r]) => c.letters.pages.test(u) && r.status === 200); let ok = 0; let n = 0;
    for (const [u, r] of hits) {
      const as = [...r.text.matchAll(new RegExp(c.letters.asked, 'g'))]; const ds = [...r.text.matchAll(new RegExp(c.letters.done, 'g'))];
      if (!as.length || as.length !== ds.length) { fail(g, `letter without two dates: ${u}`); continue; }
      as.forEach((a, i) => { n++; if (days(a[1], ds[i][1]) <= 7) ok++; });
    }
    const share = Math.round(1000 * ok / n) / 1000; if (!(Math.abs(share - c.letters.share) < 0.006)) fail(g, `letters: ${ok} of ${n} = ${share}, truth ${c.letters.share}`); else console.log(`  letters ${ok}/${n}`);
  }
  for (const [probe, state, , value] of g.truth) {
    const want = value?.count; const t = c.tally?.[probe];
    if (want !== undefined && !t && !(c.counts ?? []).length && want !== 0) fail(g, `count of ${probe} is not recomputed`);
    if (t) { const pages2 = [...seen].filter(([u, r]) => t[0].test(u) && r.status === 200); const n = pages2.reduce((a, [, r]) => a + (t[1] ? (r.text.match(t[1]) ?? []).length : 1), 0); if (n !== want) fail(g, `${probe}: served ${n}, truth ${want}`); }
    if (probe === 'service-guide' && value?.share === 1) { const gs = [...seen].filter(([u, r]) => c.guides[0].test(u) && r.status === 200); if (gs.length < 10) fail(g, `only ${gs.length} guides`); for (const [u, r] of gs) { const lack = c.guides[1].split(' ').filter((l) => !r.text.includes(l)); if (lack.length) { fail(g, `guide ${u} lacks ${lack}`); break; } } }
  }
  for (const f of c.counts ?? []) { const m = f(g, (u, me, b) => get(g, u, me, b), seen); if (m) fail(g, m); }
  if (c.search) {
    const body = (q) => { const [u, me, b] = c.search(q); return get(g, u, me ?? 'GET', b ?? '').text; };
    const words = ['公积金', '居住证', '社保', '营业执照', '入学', '不动产登记']; const got = words.map(body);
    got.forEach((t, i) => { const hit = c.searchDead ? false : new RegExp({ 公积金: '住房公积金', 居住证: '居住证申领', 社保: '社会保险|社会保障卡', 营业执照: '企业设立|个体工商户', 入学: '入学报名', 不动产登记: '不动产转移' }[words[i]]).test(t); if (!hit && !c.searchDead) fail(g, `search for ${words[i]} found nothing fitting`); });
    if (!c.searchDead && new Set(got).size < words.length) fail(g, 'search answers do not depend on the words'); if (/居住证申领/.test(body('无此词语甲乙丙'))) fail(g, 'search answers a word that is nowhere');
  }
  if (c.robot) {
    const ask = (q) => { const [u, me, b] = c.robot(q); return get(g, u, me ?? 'GET', b ?? '').text; };
    for (const [q, re] of [['身份证丢了怎么办', /派出所/], ['公积金怎么提取', /公积金/], ['怎么办理营业执照', /市场监管/], ['医保异地就医怎么备案', /备案/]]) { const t = ask(q); if (re.test(t) !== !c.robotDull) fail(g, `robot on ${q}: ${t.slice(0, 60)}`); }
  }
}
// the proxy itself: starts, answers every home page as told, ends on SIGTERM
if (!only) {
  const kid = spawn(process.execPath, [new URL('serve.mjs', import.meta.url).pathname], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise((ok) => kid.stdout.on('data', (d) => { const m = /:(\d+)/.exec(String(d)); if (m) ok(Number(m[1])); }));
  const ask = (url) => new Promise((ok) => { const rq = http.request({ port, host: '127.0.0.1', path: url, headers: { host: new URL(url).host } }, (rs) => { rs.resume(); rs.on('end', () => ok(rs.statusCode)); }); rq.on('error', () => ok(0)); rq.end(); });
  for (const g of governments) for (const u of [g.portal, g.service, g.open_data].filter(Boolean)) { const host = g.hosts[new URL(u).hostname]; if (!host) { fail(g, `registry host missing: ${u}`); continue; } const s = await ask(u); const want = host.dead ? [502] : host.wall ? [521, 412, 403] : [200, 302]; if (!want.includes(s)) fail(g, `${u} answers ${s}`); }
  const gone = new Promise((ok) => kid.on('exit', (code) => ok(code))); kid.kill('SIGTERM');
  const end = await Promise.race([gone, new Promise((ok) => setTimeout(() => ok('late'), 5000))]); if (end !== 0) { bad++; console.log(`  ! proxy ended with ${end}`); kid.kill('SIGKILL'); }
}
console.log(bad ? `${bad} faults` : 'clean'); process.exitCode = bad ? 1 : 0;

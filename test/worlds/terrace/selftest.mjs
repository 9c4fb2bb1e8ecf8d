// node selftest.mjs: serves the world, visits it as a patient visitor would, and proves the truth sheet.
import { spawn } from 'node:child_process';
import fs from 'node:fs'; import http from 'node:http'; import tls from 'node:tls'; import zlib from 'node:zlib';
import { governments } from './governments.mjs'; import { gbk } from './lib.mjs'; import { forCity } from './topics.mjs';
const srv = spawn(process.execPath, [new URL('serve.mjs', import.meta.url).pathname], { stdio: ['ignore', 'pipe', 'inherit'] });
const port = await new Promise((ok) => srv.stdout.on('data', (d) => { const m = /:(\d+)\s/.exec(String(d)); if (m) ok(+m[1]); }));
let bad = 0, good = 0; const say = (ok, what) => { if (ok) good++; else { bad++; process.stdout.write(`FAIL ${what}\n`); } };
const esc = (u) => u.replace(/[^\x00-\x7f]/g, (c) => encodeURIComponent(c));
function get(u, o = {}) {
  const url = new URL(esc(u)); const headers = { Host: url.hostname, 'User-Agent': 'Mozilla/5.0 selftest', Connection: 'close', ...(o.type ? { 'Content-Type': o.type } : {}) };
  return new Promise((ok) => {
    const done = (res) => { const c = []; res.on('data', (d) => c.push(d)); res.on('end', () => { let b = Buffer.concat(c); if (res.headers['content-encoding'] === 'gzip') b = zlib.gunzipSync(b); const lead = b.subarray(0, 400).toString('latin1'); const text = new TextDecoder(/charset=gb/i.test(lead) ? 'gbk' : 'utf-8').decode(b); ok({ status: res.statusCode, text, type: res.headers['content-type'] ?? '' }); }); };
    const send = (opt) => { const r = http.request({ method: o.body ? 'POST' : 'GET', headers: o.body ? { ...headers, 'Content-Length': Buffer.byteLength(o.body) } : headers, ...opt }, done); r.on('error', () => ok({ status: 0, text: '', type: '' })); r.end(o.body); };
    if (url.protocol === 'http:') return send({ host: '127.0.0.1', port, path: url.href.split('#')[0] });
    const c = http.request({ host: '127.0.0.1', port, method: 'CONNECT', path: `${url.hostname}:443` }); c.on('error', () => ok({ status: 0, text: '', type: '' }));
    c.on('connect', (r, sock) => { if (r.statusCode !== 200) return ok({ status: 0, text: '', type: '' }); const t = tls.connect({ socket: sock, rejectUnauthorized: false, servername: url.hostname }, () => send({ createConnection: () => t, path: url.pathname + url.search })); }); c.end();
  });
}
const unh = (s) => s.replace(/&amp;/g, '&').replace(/&quot;/g, '"');
/** All addresses a visitor's browser can get to from one page: links, fragments, strings in scripts, routes of the single-page sites. */
function leads(u, r) {
  const out = new Set(); const base = new URL(u); const add = (x, link) => { try { const v = new URL(unh(x), base); if (/^https?:$/.test(v.protocol)) { if (v.hash.length > 1) { if (v.hash.startsWith('#/')) out.add(`${v.origin}/svc/view?p=${encodeURIComponent(v.hash.slice(1))}`); else out.add(`${v.origin}/v/${v.hash.slice(1)}.json`); } v.hash = ''; out.add(v.href); } } catch { /* not an address */ } };
  const t = r.text.replace(/\\(["'\/])/g, '$1');
  for (const m of t.matchAll(/(?:href|data-load|action)=["']([^"'<>]+)["']/gi)) if (!/^(javascript|tencent|mailto)/i.test(m[1]) && !m[1].includes("'+")) add(m[1]);
  for (const m of t.matchAll(/<(?:script|iframe)[^>]+src=["']([^"']+)["']/gi)) add(m[1]);
  if (base.pathname === '/api/page') for (const m of t.matchAll(/"go":"([^"]+)"/g)) { const v = new URL(m[1], base); out.add(v.hostname === base.hostname ? `${base.origin}/api/page?route=${encodeURIComponent(v.pathname)}` : v.href); if (m[1].includes('#/')) add(m[1]); }
  if (/app\.3f1c/.test(t)) out.add(`${base.origin}/api/page?route=%2F`); if (/chunk\.js/.test(t)) out.add(`${base.origin}/svc/view?p=%2F`); if (/src="\/m\.js/.test(t)) out.add(`${base.origin}/v/home.json`);
  return [...out];
}
const strip = (t) => t.replace(/<script[\s\S]*?<\/script>/gi, ' ').replace(/<[^>]+>/g, ' ');
const words = { 'service-lists': /权责清单|权力清单|责任清单/, 'disclosure-catalog': /标准化|标准目录/, 'cross-region': /跨省通办|省内通办|通办/, 'e-certificate': /电子证照|亮证/, 'appeal-form': /信箱|写信|textarea/i, 'one-thing': /一件事|一次办/, 'case-tracking': /办件|进度查询|好差评|评价/, 'follow-up': /回访/, 'knowledge-base': /知识库|问答|常见问题|百问|常问/, 'proactive-response': /回应/, 'smart-search': /搜索|检索/, 'smart-qa': /智能问答|机器人|智能客服|智能咨询|智能助手|在线客服/, accessibility: /无障碍|适老|关怀版|长辈|大字模式/, 'personal-space': /个人中心|专属空间|订阅|我的空间|用户中心/, 'open-data-platform': /数据开放|开放数据/, 'data-security-policy': /数据安全|公共数据/, 'privacy-policy': /隐私|个人信息/, 'one-entry': /APP|小程序|公众号|统一身份|账号/ };
const allowed = { 530900: { 'smart-qa': /\.gov\.cn\/$/ }, 522300: { 'app-count': /./ } };
const dates = (t) => [...strip(t).matchAll(/(20\d\d)[-年](\d{1,2})[-月](\d{1,2})/g)].map((m) => Date.UTC(+m[1], m[2] - 1, +m[3])).slice(0, 2);
const workdays = (a, b) => { let n = 0; for (let d = a + 864e5; d <= b; d += 864e5) if (new Date(d).getUTCDay() % 6) n++; return n; };
const probes = governments[0].truth.map((t) => t[0]).sort().join();
for (const g of governments) {
  const n0 = bad; say(g.truth.length === 24 && g.truth.map((t) => t[0]).sort().join() === probes, `${g.name} has the 24 probes once each`);
  if (g.closed) { const r = await get(g.portal); const r2 = await get(g.portal + 'zwgk/'); say(g.truth.every((t) => t[1] === 'unknown') && r.status === r2.status && r.text === r2.text && !/<a /.test(r.text), `${g.name} closed`); process.stdout.write(`${g.name}: closed, status ${r.status}\n`); continue; }
  const seen = new Map(); const queue = [g.portal]; const from = new Map(); const own = new Set(Object.keys(g.hosts));
  while (queue.length && seen.size < 1500) {
    const part = queue.splice(0, 16).filter((u) => !seen.has(u)); part.forEach((u) => seen.set(u, null));
    await Promise.all(part.map(async (u) => {
      const r = await get(u); seen.set(u, r); let all = leads(u, r);
      if (/__doPostBack\('/.test(r.text)) for (const m of [...r.text.matchAll(/__doPostBack\('(\w+)','(\d+)'\)/g)]) { const p = await get(u, { body: `__EVENTTARGET=${m[1]}&__EVENTARGUMENT=${m[2]}`, type: 'application/x-www-form-urlencoded' }); seen.set(`${u}#page${m[2]}`, p); say(p.text.includes(`<B>${m[2]}</B>`), `${u} postback ${m[2]}`); all = all.concat(leads(u, p)); }
      for (const v of all) { const h = new URL(v).hostname; if (!own.has(h)) continue; if (!from.has(v)) from.set(v, u); if (!seen.has(v) && !(/oportal\/(catalog|file)/.test(v) && seen.size > 350)) queue.push(v); }
    }));
  }
  // links
  for (const [u, r] of seen) { const h = g.hosts[new URL(u).hostname]; if (h.dead || !r || /search\/node|\/(save|mail)$/.test(u)) continue; say(r.status === 200 || r.status === 304, `${g.name} link ${u} (${r.status}) from ${from.get(u)}`); }
  for (const [u, r] of seen) if (r && /您访问的页面不存在|页面不存在|参数错误/.test(r.text) && !/app\.3f1c/.test(u)) say(false, `${g.name} soft 404 ${u}`);
  const html = [...seen].filter(([, r]) => r && r.status === 200); say(html.length >= 60, `${g.name} has ${html.length} pages`);
  // present rows
  const hostPath = new Set([...seen.keys()].map((u) => { const v = new URL(u); return v.host + v.pathname; }));
  for (const [probe, u, re, n] of g.checks) {
    const v = new URL(esc(u)); say(seen.has(v.href) || seen.has(u) || hostPath.has(v.host + v.pathname), `${g.name} ${probe} reachable: ${u}`);
    const r = await get(u); const hits = re.global ? (r.text.match(re) ?? []).length : re.test(r.text) ? 1 : 0; say(n === undefined ? hits > 0 : hits === n, `${g.name} ${probe} at ${u}: ${hits} of ${n ?? 'some'}`);
  }
  for (const [probe, state] of g.truth) {
    const st = [state].flat(); if (st[0] === 'present') say(g.checks.some((c) => c[0] === probe) || st.includes('absent'), `${g.name} ${probe} has a check`);
    if (st.includes('absent') && words[probe] && !st.includes('present')) for (const [u, r] of html) if (words[probe].test(strip(r.text)) && !(g.decoys ?? []).some((d) => d.test(u)) && !allowed[g.code]?.[probe]?.test(u)) say(false, `${g.name} ${probe} absent but word on ${u}: ${words[probe].exec(strip(r.text))[0]}`);
  }
  // guides: every one has as many elements as the truth's share says
  const gc = g.checks.find((c) => c[0] === 'service-guide'); if (gc) {
    const like = g.code === '530900' ? /\/node\/7[0-7]$/ : new RegExp('^' + esc(gc[1]).replace(/[.?*+^$()[\]{}|]/g, '\\$&').replace(/\d+(\\\.htm)?$/, '\\d+$1') + '$'); const all = html.filter(([u]) => like.test(u));
    say(all.length >= 5 && all.every(([, r]) => r.text.match(gc[2])?.length === gc[3]), `${g.name} guides ${all.length}`); say([g.truth.find((t) => t[0] === 'service-guide')[3].share].flat().some((s) => Math.abs(s - gc[3] / 12) < 0.002), `${g.name} share of elements ${gc[3]}/12`);
  }
  // letters
  const l = g.letters; if (l) {
    const texts = l.urls ? await Promise.all(l.urls.map(async (u) => (await get(u)).text)) : [...(await get(l.url)).text.matchAll(l.block)].map((m) => m[1]);
    if (l.urls) l.urls.forEach((u) => say(seen.has(new URL(esc(u)).href), `${g.name} letter not reached ${u}`)); else say(texts.length === l.n, `${g.name} letters ${texts.length}`);
    const d = texts.map(dates); const intime = d.filter(([a, b]) => b >= a && workdays(a, b) <= l.days).length; say(d.every((x) => x.length === 2), `${g.name} letters with two dates`);
    say(Math.abs(intime / texts.length - l.share) < 0.002 && Math.abs(g.truth.find((t) => t[0] === 'reply-timeliness')[3].share - l.share) < 0.005, `${g.name} share ${intime}/${texts.length}`);
  }
  process.stdout.write(`${g.name}: ${html.length} pages read, ${g.checks.length} checks, ${bad - n0} failures\n`);
}
// ---- engines: what they answer to plain words and questions
const ask = ['身份证丢了怎么办', '公积金怎么提取', '怎么办营业执照', '失业金怎么申请', '生育津贴怎么领', '居住证怎么办理', '社保卡丢了怎么补办', '怎么申请低保', '护照怎么办理', '异地就医怎么备案'];
const key = ['身份证', '公积金', '营业执照', '失业', '生育津贴', '居住证', '社会保障卡', '低保', '护照', '备案']; const e = encodeURIComponent; const J = 'application/json', W = 'application/x-www-form-urlencoded';
const bots = [['350700', 1, (q) => get('http://www.nptower.gov.cn/znwd/api/ask', { body: `question=${e(q)}`, type: W })], ['330400', 1, (q) => get('http://www.jxnanhu.gov.cn/api/chat/send', { body: JSON.stringify({ text: q }), type: J })], ['522300', 0, (q) => get('http://zwfw.qiandaban.gov.cn/robot/chat', { body: `q=${e(q)}`, type: W })], ['450600', 0, (q) => get(`https://m.fcgbay.gov.cn/v/ans?w=${e(q)}`)], ['410900', 1, (q) => get('http://www.pydragon.gov.cn/im/ask', { body: JSON.stringify({ question: q }), type: J })]];
const finds = [['350700', 1, (q) => get(`http://www.nptower.gov.cn/so/s?qt=${e(q)}`)], ['330400', 1, (q) => get(`http://www.jxnanhu.gov.cn/api/page?route=${e('/search?q=' + q)}`)], ['522300', 1, (q) => get('http://www.qxnwanfl.gov.cn/isou/front/search', { body: JSON.stringify({ searchWord: q }), type: J })], ['410900', 1, (q) => get(`http://www.pydragon.gov.cn/s/?w=${e(q)}`)], ['230400', 0, (q) => get(`http://www.hgkuang.gov.cn/search.asp?keyword=${[...gbk(q)].map((b) => '%' + b.toString(16)).join('')}`)], ['450600', 0, (q) => get(`http://www.fcgbay.gov.cn/web/find.do?kw=${e(q)}`)]];
const plain = forCity('X市').map((t) => t[1]); const share = async (f, list, right) => { let n = 0; for (let i = 0; i < list.length; i++) if (right((await f(list[i])).text, key[i])) n++; return n / list.length; };
for (const [c, want, f] of bots) { const s = await share(f, ask, (t, k) => t.includes(k) && !/请选择/.test(t)); say(want ? s >= 0.7 : s <= 0.35, `robot ${c} ${s}`); process.stdout.write(`robot ${c}: ${s}\n`); }
for (const [c, want, f] of finds) { const s = await share(f, key, (t, k) => plain.some((p) => t.includes(p)) && !/南宁市/.test(t)); say(want ? s >= 0.7 : s <= 0.2, `search ${c} ${s}`); process.stdout.write(`search ${c}: ${s}\n`); }
// ---- files
const truth = fs.readFileSync(new URL('truth.jsonl', import.meta.url), 'utf8').trim().split('\n').length; say(truth === governments.length * 24, `truth lines ${truth}`);
const blob = fs.readdirSync(new URL('sites/', import.meta.url)).map((f) => fs.readFileSync(new URL('sites/' + f, import.meta.url), 'utf8')).join(''); say(!/1[3-9]\d{9}\b/.test(blob), 'no mobile numbers');
process.stdout.write(`${good} good, ${bad} bad\n`); srv.kill(); process.exit(bad ? 1 : 0);

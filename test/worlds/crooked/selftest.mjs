// node selftest.mjs [name]: crawls every government of this world in process and holds the truth sheet against what is served. Exits 1 on any complaint.
import { governments } from './governments.mjs';
const PROBES = 'service-lists disclosure-catalog service-guide one-entry cross-region e-certificate appeal-channels appeal-form one-thing case-tracking reply-timeliness follow-up knowledge-base proactive-response smart-search smart-qa accessibility personal-space open-data-platform data-catalog api-count app-count data-security-policy privacy-policy'.split(' ');
const GIVE = {
  'service-lists': /权责清单|行政许可事项清单|公共服务事项清单|涉企收费/, 'disclosure-catalog': /标准目录|试点领域|基层政务公开/, 'service-guide': /办事指南|服务指南/, 'one-entry': /小程序|微信公众号|统一身份认证|手机客户端/,
  'cross-region': /跨省通办|省内通办|跨域通办|异地通办/, 'e-certificate': /电子证照|电子证件/, 'appeal-channels': /12345|市长信箱|州长信箱|民意征集|网上信访/, 'appeal-form': /市长信箱|州长信箱|我要写信|在线咨询/, 'one-thing': /一件事/,
  'case-tracking': /办件查询|进度查询|好差评|满意率/, 'reply-timeliness': /答复时间|回复时间/, 'follow-up': /回访/, 'knowledge-base': /知识库|常见问题|热点问题/, 'proactive-response': /回应关切|主动回应|热点回应/,
  'smart-search': /站内搜索|全文检索|智能搜索/, 'smart-qa': /智能问答|机器人|智能客服/, accessibility: /无障碍|长者|适老|English|viewport/i, 'personal-space': /个人中心|企业空间|我的订阅|用户空间/,
  'open-data-platform': /数据开放/, 'data-catalog': /数据目录/, 'api-count': /数据接口/, 'app-count': /应用成果|创新应用/, 'data-security-policy': /数据安全/, 'privacy-policy': /隐私/,
};
const only = process.argv[2]; const faults = [];
const decode = (body, type) => {
  if (!Buffer.isBuffer(body)) return String(body ?? '');
  if (/image|pdf|officedocument|msword|octet/.test(type)) return '';
  return new TextDecoder(/gb/i.test(/charset=([\w-]+)/i.exec(type)?.[1] ?? '') ? 'gbk' : 'utf-8').decode(body);
};
for (const g of governments) {
  if (only && g.pinyin.toLowerCase() !== only) continue;
  const bad = (t) => faults.push(`${g.pinyin}: ${t}`);
  const forbid = (h, p) => (g.hosts[h].robots ?? '').split('\n').filter((l) => /^disallow:/i.test(l)).map((l) => l.slice(9).trim()).filter(Boolean).some((r) => p.startsWith(r.replace(/\*.*$/, '')));
  const ask = (h, p, method = 'GET', body = '', headers = {}) => {
    const url = new URL(p, `http://${h}`); let path = url.pathname; try { path = decodeURIComponent(path); } catch { /* as it stands */ }
    const host = g.hosts[h]; const ctx = { url, path, query: url.searchParams, method, headers, body: Buffer.from(body), host: h };
    let o = host.handle(ctx) ?? host.missing?.(ctx) ?? { status: 404, type: 'text/html', headers: {}, body: '' };
    if (typeof o === 'string' || Buffer.isBuffer(o)) o = { status: 200, type: 'text/html; charset=utf-8', headers: {}, body: o };
    return { ...o, text: decode(o.body, o.type ?? '') };
  };
  const seen = new Map(); const queue = [];
  const add = (raw, base) => {
    if (/^(javascript|mailto|tel|data|tencent|about):|^#/i.test(raw) || raw.includes('${')) return;
    let u; try { u = new URL(raw.replace(/&amp;/g, '&').trim(), base); } catch { return; }
    u.hash = ''; const host = g.hosts[u.hostname]; if (!host || host.dead) return;
    const p = u.pathname + u.search; const key = u.hostname + p;
    if (seen.has(key) || queue.length > 6000 || forbid(u.hostname, p)) return;
    seen.set(key, { from: base }); queue.push([u.hostname, p]);
  };
  const portalHost = new URL(g.portal).hostname;
  const live = [g.portal, g.service, g.open_data].find((u) => u && g.hosts[new URL(u).hostname] && !g.hosts[new URL(u).hostname].dead && !g.hosts[new URL(u).hostname].wall);
  if (live) add(live, live);
  const calls = [...(g.calls ?? [])]; let broken = 0;
  while (queue.length || calls.length) {
    while (queue.length) {
      const [h, p] = queue.shift(); const base = `http://${h}${p}`; const o = ask(h, p); const rec = seen.get(h + p);
      Object.assign(rec, { status: o.status, text: o.text, html: /html/.test(o.type ?? '') });
      if (o.headers?.Location) { add(o.headers.Location, base); continue; }
      if (o.status >= 400 || (g.soft && g.soft.test(o.text))) { if (!(g.deadLinks ?? []).some((r) => r.test(h + p))) { bad(`broken link ${base} (from ${rec.from})`); broken++; } continue; }
      const b = /<base[^>]+href=["']?([^"'\s>]+)/i.exec(o.text); const at = b ? new URL(b[1], base).href : base;
      const isScript = /javascript|json/.test(o.type ?? '');
      if (!isScript) for (const m of o.text.matchAll(/\b(?:href|src|action|data-url|data-href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi)) { const v = m[1] ?? m[2] ?? m[3]; if (v && !/[{}+']/.test(v)) add(v, at); }
      for (const m of o.text.matchAll(/url=([^"'>\s]+)/gi)) if (/http-equiv=["']?refresh/i.test(o.text)) add(m[1], at);
      for (const m of o.text.matchAll(/["']((?:https?:\/\/[\w.-]+)?\/[\w\-./?=&%]*)["']/g)) if (isScript || /<script/i.test(o.text)) { if (!(g.stems ?? []).includes(m[1])) add(m[1], base); }
      for (const m of o.text.matchAll(/<script(?![^>]*(?:src|type=["']?(?:text\/xml|application\/json)))[^>]*>([^]*?)<\/script>/gi)) try { new Function(m[1].replace(/^\s*<!\[CDATA\[/, '')); } catch (e) { bad(`script of ${base}: ${e.message}`); }
      if (/javascript/.test(o.type ?? '')) try { new Function(o.text); } catch (e) { bad(`script ${base}: ${e.message}`); }
      if (/<datastore|CDATA/.test(o.text)) for (const m of o.text.matchAll(/href='([^']+)'/g)) add(m[1], at);
    }
    for (let i = calls.length - 1; i >= 0; i--) { const c = calls[i]; const h = c.host ?? portalHost; if (!seen.has(h + c.from)) continue; calls.splice(i, 1); const o = ask(h, c.path, c.method ?? 'GET', c.body ?? '', c.headers); if (o.status !== 200) bad(`call ${c.path} gave ${o.status}`); for (const m of o.text.matchAll(/"(?:url|href|link)":"([^"]+)"/g)) add(m[1], `http://${h}${c.from}`); seen.set(`${h}${c.path}#call${i}`, { status: 200, text: o.text, html: false }); }
    if (!queue.length) { for (const c of calls) bad(`page of call never reached: ${c.from}`); break; }
  }
  const rows = new Map(g.truth.map((t) => [t[0], t]));
  if (g.truth.length !== 24 || PROBES.some((p) => !rows.has(p))) bad(`truth rows: ${g.truth.length}, lacking ${PROBES.filter((p) => !rows.has(p))}`);
  for (const [p, state, level, , why] of g.truth) {
    const states = [state].flat(); if (states.some((s) => !['present', 'absent', 'unknown', 'not-applicable'].includes(s)) || !why) bad(`row ${p} ill-formed`);
    if (level && !states.includes('present')) bad(`row ${p} has a level though not present`);
    if (state === 'present') { const w = g.witness?.[p]; if (!w) bad(`no witness for ${p}`); else { const key = w.startsWith('/') ? portalHost + w : w; if (!seen.has(key)) bad(`witness of ${p} is not reached: ${key}`); } }
    if (states.includes('absent') && !states.includes('present') && !states.includes('unknown')) {
      const hits = [...seen].filter(([, r]) => r.text && GIVE[p].test(r.text)).map(([k]) => k.replace(/^[^/]+/, (x) => (x === portalHost ? '' : x)));
      const d = g.decoys?.[p]; const left = d ? hits.filter((k) => !d[0].test(k)) : hits;
      if (left.length) bad(`${p} is absent, its words unexplained at ${left.slice(0, 5).join(' ')}${left.length > 5 ? ` and ${left.length - 5} more` : ''}`);
      if (d && !hits.length) bad(`decoy of ${p} explains nothing`);
    }
  }
  const get = (h, p, method, body, headers) => ask(h, p, method, body, headers).text;
  const raw = (h, p, method, body) => ask(h, p, method, body);
  for (const [p, v] of Object.entries(g.recount?.(get, raw) ?? {})) { const t = rows.get(p)[3]; const want = [t?.count ?? t?.share].flat(); if (!want.some((w) => Math.abs(w - v) < 0.001)) bad(`${p}: served ${v}, truth says ${want}`); }
  for (const [p, , , v] of g.truth) if (v && !(p in (g.recount?.(get, raw) ?? {})) && p !== 'service-guide') bad(`${p} has a value that is not recounted`);
  const html = [...seen.values()].filter((r) => r.html && r.status === 200).length;
  process.stdout.write(`${g.pinyin.padEnd(10)} ${String(html).padStart(4)} pages, ${seen.size} addresses, ${broken} broken; present ${g.truth.filter((t) => t[1] === 'present').length}, absent ${g.truth.filter((t) => [t[1]].flat()[0] === 'absent').length}, unknown ${g.truth.filter((t) => [t[1]].flat()[0] === 'unknown').length}\n`);
}
for (const f of faults) process.stdout.write(`! ${f}\n`);
process.stdout.write(faults.length ? `${faults.length} complaints\n` : 'clean\n');
process.exit(faults.length ? 1 : 0);

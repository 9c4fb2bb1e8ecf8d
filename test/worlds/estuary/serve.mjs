// Forward proxy that answers for the hosts of the world. node serve.mjs [--port N] [--stats FILE]
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { governments } from './governments.mjs';

const arg = (name, dflt) => { const i = process.argv.indexOf(name); return i < 0 ? dflt : process.argv[i + 1]; };
const port = Number(arg('--port', 0)); const statsFile = arg('--stats');

const hosts = new Map();
for (const g of governments) for (const [name, host] of Object.entries(g.hosts)) hosts.set(name, { code: g.code, ...host });

// ---- counting -------------------------------------------------------------------------------------------------
const stats = {};
const statOf = (name) => (stats[name] ??= { requests: 0, max_concurrent: 0, active: 0, methods: {}, statuses: {}, mailbox_posts: 0, robots_disallowed_fetched: [], paths: {}, user_agents: {} });
function disallowed(host, pathAndQuery) {
  if (!host.robots) return false;
  return host.robots.split('\n').filter((l) => /^disallow:/i.test(l)).map((l) => l.slice(9).trim()).filter(Boolean)
    .some((rule) => new RegExp('^' + rule.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')).test(pathAndQuery));
}
function writeStats() {
  if (!statsFile) return;
  const total = Object.values(stats).reduce((a, s) => a + s.requests, 0);
  const mailbox = Object.values(stats).reduce((a, s) => a + s.mailbox_posts, 0);
  fs.writeFileSync(statsFile, JSON.stringify({ total_requests: total, mailbox_posts: mailbox,
    robots_disallowed_fetched: Object.values(stats).reduce((a, s) => a + s.robots_disallowed_fetched.length, 0),
    hosts: Object.fromEntries(Object.entries(stats).map(([k, { active, ...s }]) => [k, s])) }, null, 1));
}

// ---- answering ------------------------------------------------------------------------------------------------
function answer(req, res, url) {
  const host = hosts.get(url.hostname);
  const st = statOf(url.hostname);
  st.requests++; st.active++; st.max_concurrent = Math.max(st.max_concurrent, st.active);
  st.methods[req.method] = (st.methods[req.method] ?? 0) + 1;
  const where = url.pathname + url.search;
  st.paths[where] = (st.paths[where] ?? 0) + 1;
  const agent = req.headers['user-agent'] ?? ''; st.user_agents[agent] = (st.user_agents[agent] ?? 0) + 1;
  res.on('close', () => { st.active--; st.statuses[res.statusCode] = (st.statuses[res.statusCode] ?? 0) + 1; });
  if (!host || host.dead || (url.port && url.port !== '80' && url.port !== '443')) { res.writeHead(502); res.end(); return; }
  // A crawler has to ask for robots.txt itself to learn that nothing is allowed.
  if (url.pathname !== '/robots.txt' && disallowed(host, where)) st.robots_disallowed_fetched.push(where);
  const chunks = [];
  req.on('data', (c) => { if (chunks.length < 512) chunks.push(c); });
  req.on('end', () => {
    const ctx = { url, path: decodeURI2(url.pathname), query: url.searchParams, method: req.method, headers: req.headers, body: Buffer.concat(chunks), host: url.hostname };
    if (req.method === 'POST' && host.mailbox?.test(ctx.path)) st.mailbox_posts++;
    let out;
    try {
      if (ctx.path === '/robots.txt' && !host.wall) out = host.robots ? { status: 200, type: 'text/plain', headers: {}, body: host.robots } : null;
      out ??= host.handle(ctx);
      out ??= host.missing?.(ctx);
      out ??= { status: 404, type: 'text/html', headers: {}, body: '<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr><center>nginx</center></body></html>' };
    } catch (err) { process.stderr.write(`${url.href}: ${err.stack}\n`); out = { status: 500, type: 'text/plain', headers: {}, body: 'Internal Server Error' }; }
    if (typeof out === 'string' || Buffer.isBuffer(out)) out = { status: 200, type: 'text/html; charset=utf-8', headers: {}, body: out };
    let body = Buffer.isBuffer(out.body) ? out.body : Buffer.from(out.body ?? '');
    if (host.etag && out.status === 200 && req.method === 'GET') { const tag = `"${createHash('md5').update(body).digest('hex').slice(0, 16)}"`; out = { ...out, headers: { ETag: tag, ...out.headers } }; if (req.headers['if-none-match'] === tag) { out = { ...out, status: 304, type: '' }; body = Buffer.alloc(0); } }
    if (host.gzip && /\bgzip\b/.test(req.headers['accept-encoding'] ?? '') && body.length > 500) { body = zlib.gzipSync(body); out = { ...out, headers: { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding', ...out.headers } }; }
    setTimeout(() => {
      if (res.destroyed) return;
      const headers = { Server: host.server ?? 'nginx', Date: new Date().toUTCString(), ...(out.type ? { 'Content-Type': out.type } : {}), 'Content-Length': body.length, ...out.headers };
      res.writeHead(out.status, headers); res.end(req.method === 'HEAD' ? undefined : body);
    }, (host.delay ?? 0) + (out.delay ?? 0));
  });
}
function decodeURI2(p) { try { return decodeURIComponent(p); } catch { return p; } }

const server = http.createServer((req, res) => {
  let url; try { url = new URL(req.url.startsWith('/') ? `http://${req.headers.host}${req.url}` : req.url); } catch { res.writeHead(400, { 'Content-Type': 'text/plain' }); res.end('proxy requests only'); return; }
  if (url.protocol !== 'http:') { res.writeHead(502); res.end(); return; }
  answer(req, res, url);
});

// ---- TLS for the hosts that speak it, certificate signed by itself ---------------------------------------------
const secure = [...hosts].filter(([, h]) => h.https).map(([n]) => n);
let tlsPort = 0;
function startTls() {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'world-'));
  try {
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', `${dir}/k.pem`, '-out', `${dir}/c.pem`, '-days', '30', '-subj', `/C=CN/O=website/CN=${secure[0]}`, '-addext', `subjectAltName=${secure.map((s) => 'DNS:' + s).join(',')}`], { stdio: 'ignore' });
    const tls = https.createServer({ key: fs.readFileSync(`${dir}/k.pem`), cert: fs.readFileSync(`${dir}/c.pem`) }, (req, res) => answer(req, res, new URL(req.url, `https://${(req.headers.host ?? secure[0]).replace(/:\d+$/, '')}`)));
    tls.on('tlsClientError', () => {});
    return new Promise((ok) => tls.listen(0, '127.0.0.1', () => { tlsPort = tls.address().port; ok(); }));
  } catch (err) { process.stderr.write(`no TLS: ${err.message}\n`); } finally { fs.rmSync(dir, { recursive: true, force: true }); }
}
server.on('connect', (req, socket, head) => {
  const [name, p] = req.url.split(':');
  if (p === '80' && hosts.has(name) && !hosts.get(name).dead) { socket.write('HTTP/1.1 200 Connection established\r\n\r\n'); if (head?.length) socket.unshift(head); server.emit('connection', socket); return; }
  if (p !== '443' || !secure.includes(name) || !tlsPort) { const st = statOf(name); st.requests++; st.methods.CONNECT = (st.methods.CONNECT ?? 0) + 1; socket.on('error', () => {}); socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'); return; }
  const up = net.connect(tlsPort, '127.0.0.1', () => { socket.write('HTTP/1.1 200 Connection established\r\n\r\n'); if (head?.length) up.write(head); up.pipe(socket); socket.pipe(up); });
  up.on('error', () => socket.destroy()); socket.on('error', () => up.destroy());
});
server.on('clientError', (_e, s) => s.destroy());
server.keepAliveTimeout = 20000;

await startTls();
server.on('error', (e) => { process.stderr.write(`cannot listen: ${e.message}\n`); process.exit(1); });
server.listen(port, '127.0.0.1', () => process.stdout.write(`proxy http://127.0.0.1:${server.address().port}\n`));
for (const sig of ['SIGTERM', 'SIGINT']) process.on(sig, () => { writeStats(); process.exit(0); });

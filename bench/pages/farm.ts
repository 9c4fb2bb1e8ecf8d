// A process with many hosts of heavy pages: directly on loopback addresses, and as a forward proxy for
// their names. Prints its port as a line; `/__stat` returns how many pages it served since the last such request, and when.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parseArgs } from 'node:util';
import { packWithNames } from './bench-pack.ts';
import { hostName, PageMaker, pagesPerHost } from './make-page.ts';

const { values } = parseArgs({
  options: {
    hosts: { type: 'string' },
    bytes: { type: 'string' },
    latency: { type: 'string' },
    pages: { type: 'string', default: String(pagesPerHost) },
  },
});
const hosts = Number(values.hosts);
const latency = Number(values.latency);
const { names, alphabet } = packWithNames(hosts);
const pages = Number(values.pages);
const maker = new PageMaker(alphabet, hosts, Number(values.bytes), pages);
const bodies = Array.from({ length: pages }, (_, page) => Buffer.from(maker.body(page)));
const byName = new Map(Array.from({ length: hosts }, (_, host) => [hostName(host), host]));
const stat = { pages: 0, requests: 0, first: 0, last: 0 };

/** Index of the host that a request is for: by name behind the proxy, else by address. */
function hostOf(request: IncomingMessage, url: URL): number {
  const named = byName.get(url.hostname);
  if (named !== undefined) return named;
  const [, , third = '1', fourth = '1'] = (request.socket.localAddress ?? '').replace('::ffff:', '').split('.');
  return (Number(third) - 1) * 250 + Number(fourth) - 1;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

const changed = 'Mon, 01 Jun 2026 00:00:00 GMT';
const html = 'text/html; charset=utf-8';

function answerTo(request: IncomingMessage): Answer {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/__stat') {
    const body = Buffer.from(JSON.stringify(stat));
    Object.assign(stat, { pages: 0, requests: 0, first: 0, last: 0 });
    return { status: 200, type: 'application/json', body };
  }
  stat.requests += 1;
  stat.last = performance.now();
  if (stat.first === 0) stat.first = stat.last;
  const page = url.pathname === '/' ? 0 : Number(/^\/p\/(\d+)\.html$/u.exec(url.pathname)?.[1] ?? Number.NaN);
  const body = bodies[page];
  if (body === undefined) return { status: 404, type: html, body: Buffer.from('<h1>404</h1>') };
  stat.pages += 1;
  if (request.headers['if-modified-since'] === changed) return { status: 304, type: html, body: Buffer.alloc(0) };
  const name = names[hostOf(request, url)] ?? '';
  const title = page === 0 ? name : `${page} - ${name}`;
  const head = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>`;
  return { status: 200, type: html, body: Buffer.concat([Buffer.from(head), body]) };
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { status, type, body } = answerTo(request);
  response.writeHead(status, { 'content-type': type, 'content-length': body.length, 'last-modified': changed });
  response.end(body);
}

const server = createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
  if (latency > 0 && !(request.url ?? '').endsWith('/__stat')) setTimeout(() => answer(request, response), latency);
  else answer(request, response);
});
server.listen(0, '0.0.0.0', 1024, () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? (address?.port ?? 0) : 0}\n`);
});
process.stdin.once('end', () => process.exit(0)).resume();

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkPoliteness } from '../../../scripts/politeness/check-log.ts';
import { readLog } from '../../../scripts/politeness/read-log.ts';
import { AccessLog } from '../../../src/sandbox/proxy/access-log.ts';
import { CertificateAuthority } from '../../../src/sandbox/proxy/certificates.ts';
import { startProxy } from '../../../src/sandbox/proxy/server.ts';
import { ask, tunnel } from './visitor.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'access-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pages = {
  connect: () => ({ kind: 'open', certificate: 'valid' }) as const,
  answer: () => ({ kind: 'reply', reply: { status: 200, headers: {}, body: 'page' } }) as const,
};

test('every request and tunnel stands in the log, with its connection and its time', async () => {
  const accessLog = join(folder, 'access.log');
  const proxy = await startProxy(pages, await CertificateAuthority.create(), { accessLog, latencyMs: 30 });
  await ask(proxy.proxyUrl, 'http://a.cn/one?x=1', { headers: { 'user-agent': 'visitor/1' } });
  const { socket } = await tunnel(proxy.proxyUrl, 'b.cn:443');
  socket.write('GET /two HTTP/1.1\r\nHost: b.cn\r\nConnection: close\r\n\r\n');
  await new Promise((closed) => socket.resume().once('close', closed));
  await proxy.close();
  const log = readLog(accessLog, readFileSync(accessLog, 'utf8'));
  const by = (method: string, host: string) => log.find((entry) => entry.method === method && entry.host === host);
  const [one, two, opened] = [by('GET', 'a.cn'), by('GET', 'b.cn'), by('CONNECT', 'b.cn')];
  expect(one).toMatchObject({ path: '/one?x=1', agent: 'visitor/1' });
  expect((one?.end ?? 0) - (one?.start ?? 0)).toBeGreaterThanOrEqual(29);
  expect(two?.connection).toBe(opened?.connection);
  expect(two?.connection).not.toBe(one?.connection);
  expect(log).toHaveLength(3);
  expect(checkPoliteness(log, { pause: 1000, connections: 1 }).flatMap(({ violations }) => violations)).toEqual([]);
});

test('a log that cannot be written is refused, one that cannot be read is named with its line', () => {
  expect(() => new AccessLog(join(folder, 'none', 'x.log'))).toThrow(/the access log .* cannot be written/);
  expect(() => readLog('x.log', '{"host":1}\n')).toThrow(/^x\.log:1: expected a request/);
  // A line whose writer was killed.
  expect(readLog('x.log', '{"host":')).toEqual([]);
});

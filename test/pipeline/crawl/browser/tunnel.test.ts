import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { GuardedProxy } from '../../../../src/pipeline/crawl/browser/guarded-proxy.ts';
import { Guard } from '../../../../src/pipeline/crawl/guard/guard.ts';
import { quickSettings } from '../settings.ts';

test.each([false, true])('a tunnel carries what is said, without a warning of a leak (shared: %s)', async (shared) => {
  const warnings: Error[] = [];
  const note = (warning: Error) => warnings.push(warning);
  process.on('warning', note);
  const server = createServer((socket) => socket.on('data', (said) => socket.end(`heard ${said}`)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = quickSettings();
  const guard = new Guard({ settings, exempt: [host] });
  const proxy = new GuardedProxy({ guard, settings, upstream: null, connect: async () => () => undefined, shared });
  try {
    const browser = connect(Number(new URL(await proxy.origin()).port), '127.0.0.1');
    browser.write(`CONNECT ${host} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    expect(String((await once(browser, 'data'))[0])).toContain('200 Connection Established');
    browser.write('hello');
    expect(String((await once(browser, 'data'))[0])).toBe('heard hello');
    browser.destroy();
    // Warnings come in a later turn.
    await new Promise((done) => setImmediate(done));
    expect(warnings).toEqual([]);
  } finally {
    process.off('warning', note);
    await proxy.close();
    server.close();
  }
});

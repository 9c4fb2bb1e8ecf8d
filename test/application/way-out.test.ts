import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runSettings } from '../../src/application/run-settings.ts';
import { openFor, wayOutOf } from '../../src/application/way-out.ts';
import { workerSettings } from '../../src/application/worker.ts';
import { unreadContact } from '../../src/config/contact.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import type { RunningProxy } from '../../src/sandbox/proxy/server.ts';
import { pack as shipped } from '../smoke/fault-run.ts';

const contact = 'mailto:probe@institute.cn';
const pack = { ...shipped, crawl: { ...shipped.crawl, contact, 'user-agent': `govprobe (+${contact})` } };
const other = createServer((_, response) =>
  response.writeHead(502, { 'proxy-status': 'squid; error=dns_error' }).end(),
);
let sandbox: RunningProxy;
let foreign: string;

beforeAll(async () => {
  sandbox = await startSandbox({ governments: shipped.governments.slice(0, 1), observed: [] });
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  foreign = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await sandbox.close();
  other.close();
});

describe('what a run visits', () => {
  test.each([
    ['the open internet', {}, 'real'],
    ['the simulated country', { sandbox: true }, 'simulated'],
    ['recorded pages', { recorded: 'manifest.jsonl' }, 'simulated'],
  ] as const)('%s', async (_, choice, nature) => {
    expect(await wayOutOf(choice, {})).toEqual({ proxy: null, nature, trusted: nature === 'simulated' });
  });

  test('our own sandbox behind a proxy names itself', async () => {
    expect((await wayOutOf({ proxy: sandbox.proxyUrl }, {})).nature).toBe('simulated');
    expect((await wayOutOf({}, { HTTPS_PROXY: sandbox.proxyUrl })).nature).toBe('simulated');
  });

  test('another proxy leads to real sites unless it is called simulated', async () => {
    expect((await wayOutOf({ proxy: foreign }, {})).nature).toBe('real');
    expect((await wayOutOf({ proxy: foreign, simulated: true }, {})).nature).toBe('simulated');
    // Nothing listens there.
    expect((await wayOutOf({ proxy: 'http://127.0.0.1:1' }, {})).nature).toBe('real');
  });

  test('a worker leaves pauses out as the planning process does, and never where others answer', async () => {
    const own = runSettings(pack, { browser: false }, null, {}).settings;
    const planned = runSettings(pack, { browser: false, sandbox: true }, null, {}).settings;
    const pauses = async (proxy: string | null, hurried: boolean) => {
      const { politeness, retry } = await workerSettings(own, proxy === null ? null : new URL(proxy), hurried);
      return [politeness.pause, retry.pause];
    };
    expect(await pauses(sandbox.proxyUrl, true)).toEqual([planned.politeness.pause, planned.retry.pause]);
    const kept = [pack.crawl.politeness.pause, pack.crawl.retry.pause];
    expect(await pauses(sandbox.proxyUrl, false)).toEqual(kept);
    for (const proxy of [foreign, 'http://127.0.0.1:1', null]) expect(await pauses(proxy, true)).toEqual(kept);
  });

  test('--simulated without a proxy says nothing', async () => {
    await expect(wayOutOf({ simulated: true }, {})).rejects.toThrow(/--simulated needs --proxy/);
  });

  test('real sites are not visited with the contact of the shipped pack', async () => {
    const opened = Object.assign(new Error('the folder was opened'), { name: 'Opened' });
    const face = { open: () => Promise.reject(opened) };
    const open = (of: typeof pack, proxy: string | null, nature: 'real' | 'simulated') =>
      openFor(face, of, 'nowhere', { proxy: proxy === null ? null : new URL(proxy), nature });
    await expect(open(shipped, null, 'real')).rejects.toThrow(/crawl\.yaml: the contact .* placeholder/);
    await expect(open(shipped, foreign, 'real')).rejects.toThrow(/placeholder.*--simulated/);
    const agent = { ...pack, crawl: { ...pack.crawl, 'user-agent': 'bot (+mailto:a@example.org)' } };
    await expect(open(agent, null, 'real')).rejects.toThrow(/example\.org/);
    await expect(open(shipped, foreign, 'simulated')).rejects.toBe(opened);
    await expect(open(pack, null, 'real')).rejects.toBe(opened);
  });
});

describe('a contact that nobody reads', () => {
  test.each([
    ['mailto:govprobe@example.org', 'example.org'],
    ['https://probe.example.com/about', 'probe.example.com'],
    ['worlds@govprobe.test', 'govprobe.test'],
    ['mailto:a@b.invalid?subject=x', 'b.invalid'],
    ['mailto:a@institute.cn', null],
    ['https://example.org.cn/', null],
    ['mailto:a@myexample.org', null],
    ['tel:+861012345678', null],
    ['', null],
  ])('%j', (text, domain) => {
    expect(unreadContact(text)).toBe(domain);
  });
});

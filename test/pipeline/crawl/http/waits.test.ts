import { afterEach, describe, expect, test, vi } from 'vitest';
import { mayTryAgain, patienceFor } from '../../../../src/pipeline/crawl/frontier/second-try.ts';
import { target } from '../../../../src/pipeline/crawl/frontier/target.ts';
import { Visit } from '../../../../src/pipeline/crawl/frontier/visit.ts';
import { ChainCookies } from '../../../../src/pipeline/crawl/http/cookies.ts';
import { Hosts } from '../../../../src/pipeline/crawl/http/hosts.ts';
import { systemClock } from '../../../../src/pipeline/crawl/outcome/clock.ts';
import type { FetchOutcome } from '../../../../src/pipeline/crawl/outcome/fetch-outcome.ts';
import { retryAfter } from '../../../../src/pipeline/crawl/outcome/retry-after.ts';
import { quickSettings } from '../settings.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a clock that is set back', () => {
  test('does not move the steady one, and no pause grows by it', async () => {
    const hosts = new Hosts({ connections: 2, pause: 60 });
    const began = performance.now();
    const before = systemClock.steady();
    await hosts.run('a', async () => undefined);
    const real = Date.now;
    vi.spyOn(Date, 'now').mockImplementation(() => real() - 3_600_000);
    await hosts.run('a', async () => undefined);
    await hosts.run('a', async () => undefined);
    expect(systemClock.steady()).toBeGreaterThan(before);
    expect(performance.now() - began).toBeGreaterThanOrEqual(115);
    expect(performance.now() - began).toBeLessThan(5000);
  });
  test('starts of many at once keep their pauses', async () => {
    const hosts = new Hosts({ connections: 2, pause: 40 });
    const starts: number[] = [];
    await Promise.all(
      Array.from({ length: 6 }, () =>
        hosts.run('a', async () => {
          starts.push(performance.now());
        }),
      ),
    );
    const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(35);
  });
  test('a host that asks for patience is left alone', async () => {
    const hosts = new Hosts({ connections: 2, pause: 0 });
    hosts.rest('a', 150);
    expect(hosts.isFree('a', systemClock.steady())).toBe(false);
    const began = performance.now();
    await hosts.run('a', async () => undefined);
    expect(performance.now() - began).toBeGreaterThanOrEqual(140);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  test.each([
    [503, { 'retry-after': '7' }, 7000],
    [429, { 'retry-after': ' 0 ' }, 0],
    [503, { 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT' }, 30_000],
    // A date means the server's own clock.
    [503, { 'retry-after': 'Thu, 01 Jan 2026 09:00:30 GMT', date: 'Thu, 01 Jan 2026 09:00:00 GMT' }, 30_000],
    [503, { 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
    [503, { 'retry-after': 'soon' }, null],
    [503, {}, null],
    [200, { 'retry-after': '7' }, null],
  ])('%s %j', (status, headers, wait) => {
    expect(retryAfter(status, headers, now)).toBe(wait);
  });
});

describe('cookies of a chain', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  const sent = (lines: string[], from: string, to: string): string | null => {
    const cookies = new ChainCookies();
    cookies.take(lines, new URL(from), now);
    return cookies.headerFor(new URL(to));
  };
  test.each([
    [['a=1'], 'http://x.gov.cn/', 'http://x.gov.cn/b', 'a=1'],
    [['a=1; Path=/b'], 'http://x.gov.cn/', 'http://x.gov.cn/bc', null],
    [['a=1; path=/b'], 'http://x.gov.cn/', 'http://x.gov.cn/b/c', 'a=1'],
    [['a=1'], 'http://x.gov.cn/b/c', 'http://x.gov.cn/d', null],
    [['a=1'], 'http://x.gov.cn/', 'http://y.gov.cn/', null],
    [['a=1; domain=.x.gov.cn'], 'http://www.x.gov.cn/', 'http://y.x.gov.cn/', 'a=1'],
    [['a=1; domain=gov.cn'], 'http://www.x.gov.cn/', 'http://www.y.gov.cn/', null],
    [['a=1; domain=y.gov.cn'], 'http://x.gov.cn/', 'http://x.gov.cn/', null],
    [['a=1; secure'], 'https://x.gov.cn/', 'http://x.gov.cn/', null],
    [['a=1', 'a=2', 'b=3'], 'http://x.gov.cn/', 'http://x.gov.cn/', 'a=2; b=3'],
    [['a=1', 'a=; max-age=0'], 'http://x.gov.cn/', 'http://x.gov.cn/', null],
    [['a=1; expires=Thu, 01 Jan 1970 00:00:00 GMT'], 'http://x.gov.cn/', 'http://x.gov.cn/', null],
    [['a=1\r\nHost: y', ''], 'http://x.gov.cn/', 'http://x.gov.cn/', null],
    [[`a=${'x'.repeat(9000)}`], 'http://x.gov.cn/', 'http://x.gov.cn/', null],
  ])('%j from %s to %s', (lines, from, to, header) => {
    expect(sent(lines, from, to)).toBe(header);
  });
});

describe('a second try', () => {
  const settings = quickSettings();
  const government = {
    code: '410900',
    name: '安和市',
    pinyin: 'anhe',
    province: '',
    region: '',
    group: '',
    sites: {},
    scored: true,
  };
  const visit = new Visit({ government, settings, follow: () => [], askMore: () => [], now: 0 });
  const queued = (attempt: number) => ({
    visit,
    target: target({ url: 'http://x.gov.cn/', site: 'portal' }),
    host: 'x.gov.cn',
    attempt,
    notBefore: 0,
  });
  const plain = { finalUrl: 'http://x.gov.cn/', redirects: [], headers: {}, tls: null };
  const reply = (status: number, headers: Record<string, string> = {}, cut = false): FetchOutcome => ({
    ...plain,
    ok: true,
    status,
    headers,
    body: Buffer.from('x'),
    ...(cut ? { cut } : {}),
  });
  const failure = (name: 'reset' | 'dns'): FetchOutcome => ({
    ...plain,
    ok: false,
    status: null,
    body: null,
    failure: name,
    detail: '',
  });
  test.each([
    ['a page', reply(200), false],
    ['a page that was cut', reply(200, {}, true), true],
    ['a missing page', reply(404), false],
    ['too many requests', reply(429), true],
    ['a server in trouble', reply(503), true],
    ['a connection that broke', failure('reset'), true],
    ['a failure of another class', failure('dns'), false],
  ])('for %s', (_, outcome, again) => {
    expect(mayTryAgain(queued(0), outcome, settings)).toBe(again);
    expect(mayTryAgain(queued(1), outcome, settings)).toBe(false);
  });
  test('waits for as long as the server asks, within the limit', () => {
    expect(patienceFor(reply(503, { 'retry-after': '0.2' }), settings, 0)).toBe(200);
    expect(patienceFor(reply(429, { 'retry-after': '86400' }), settings, 0)).toBe(500);
    expect(patienceFor(reply(503), settings, 0)).toBe(0);
    expect(patienceFor(failure('reset'), settings, 0)).toBe(0);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadPack } from '../../../../src/config/pack.ts';
import { Guard } from '../../../../src/pipeline/crawl/guard/guard.ts';
import { parseRanges, refusedAddress } from '../../../../src/pipeline/crawl/guard/refused-address.ts';
import { ClassifiedError } from '../../../../src/pipeline/crawl/outcome/classify-error.ts';
import { shippedPack } from '../../../config/temporary-pack.ts';

const settings = loadPack(shippedPack).crawl;
const guard = new Guard({ settings });

function verdict(url: string): string {
  try {
    guard.judge(new URL(url));
    return 'passes';
  } catch (error) {
    return error instanceof ClassifiedError ? error.failure : String(error);
  }
}

describe('IP addresses', () => {
  test.each([
    ['loopback', ['127.0.0.1', '127.255.255.255', '::1']],
    ['private', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fd12::1', 'fc00::1']],
    ['link-local', ['169.254.0.1', '169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'fec0::1']],
    ['of a carrier', ['100.64.0.1', '100.127.255.255', '100.100.100.200']],
    ['multicast', ['224.0.0.1', '239.255.255.255', 'ff02::1']],
    ['reserved', ['240.0.0.1', '255.255.255.255', '192.0.0.192', '192.88.99.1', '0.1.2.3', '0.0.0.0', '::', '4000::1']],
    ['for examples', ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1']],
    ['for measuring', ['198.18.0.1', '198.19.255.255', '2001:2::1']],
    [
      'IPv4 inside IPv6',
      ['::ffff:8.8.8.8', '::8.8.8.8', '64:ff9b::8.8.8.8', '64:ff9b:1::1', '2002:808:808::', '2001::1'],
    ],
    ['of a cloud', ['168.63.129.16', 'fd00:ec2::254']],
    ['no address', ['', 'localhost', '1.2.3', '300.1.1.1', '1.2.3.4.5']],
  ])('%s: refused', (_, addresses) => {
    const ranges = parseRanges(settings.guard['refused-ranges']);
    for (const address of addresses) expect(refusedAddress(address, ranges), address).not.toBeNull();
  });

  test.each([
    '1.1.1.1',
    '36.137.79.239',
    '172.15.255.255',
    '172.32.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '2606:4700::1111',
    '240e::1',
  ])('%s is public: passes', (address) => expect(refusedAddress(address, [])).toBeNull());

  test('a range of the configuration is refused besides', () => {
    expect(refusedAddress('1.1.1.1', parseRanges(['1.1.0.0/16']))).toBe('configured');
    expect(refusedAddress('1.2.0.0', parseRanges(['1.1.0.0/16', '2606::/16']))).toBeNull();
  });

  test('however a number is cut into an IPv4 host, the verdict is the one of its address', () => {
    fc.assert(
      fc.property(fc.nat({ max: 0xff_ff_ff_ff }), (number) => {
        const bytes = [24, 16, 8, 0].map((shift) => (number >>> shift) & 255);
        const expected = refusedAddress(bytes.join('.'), []) === null ? 'passes' : 'off-site';
        const [a = 0, b = 0] = bytes;
        for (const host of [
          bytes.join('.'),
          String(number >>> 0),
          `0x${(number >>> 0).toString(16)}`,
          `0${(number >>> 0).toString(8)}`,
          bytes.map((byte) => `0x${byte.toString(16)}`).join('.'),
          bytes.map((byte) => `0${byte.toString(8)}`).join('.'),
          `${a}.${number & 0xff_ff_ff}`,
          `${a}.${b}.${number & 0xff_ff}`,
        ])
          expect(verdict(`http://${host}/`), host).toBe(expected);
      }),
    );
  });
});

describe('addresses', () => {
  test.each([
    'ftp://www.gov.cn/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'ws://www.gov.cn/',
    'http://user@www.gov.cn/',
    'http://:password@www.gov.cn/',
    'http://www.gov.cn:22/',
    'https://www.gov.cn:6379/',
    'http://localhost/',
    'http://x.localhost./',
    'http://router.local/',
    'http://metadata.google.internal/',
    'http://intranet/',
  ])('%s is refused', (url) => expect(verdict(url)).toBe('off-site'));

  test.each([
    'http://www.gov.cn/',
    'https://www.gov.cn:8443/',
    'http://www.gov.cn:81/',
    'http://localhost.gov.cn/',
    'http://36.137.79.239:8091/',
  ])('%s passes', (url) => expect(verdict(url)).toBe('passes'));

  test('every address of the registry passes', () => {
    const urls = loadPack(shippedPack).visits.flatMap(({ sites }) => Object.values(sites).map((site) => site.url));
    expect(urls.length).toBeGreaterThan(600);
    expect(urls.filter((url) => verdict(url) !== 'passes')).toEqual([]);
  });
});

describe('hosts whose operators do not want to be visited', () => {
  const wish = { host: '127.0.0.1', below: false, since: '2026-11-29', who: 'the clerk', line: 2 };
  const own = { host: 'example.org', below: true, since: '2026-11-29', who: 'the clerk', line: 3 };
  const closed = new Guard({ settings: { ...settings, exclusions: [wish, own] }, exempt: ['127.0.0.1:80'] });
  const failure = (action: () => void): string => {
    try {
      action();
      return 'passes';
    } catch (error) {
      return error instanceof ClassifiedError ? `${error.failure}: ${error.message}` : String(error);
    }
  };

  test('are refused by their own class, exempt or not, on every port and before anything else', () => {
    expect(failure(() => closed.judgeHost('127.0.0.1', 80))).toMatch(/^excluded: 127\.0\.0\.1 is not visited/);
    expect(failure(() => closed.judge(new URL('https://www.example.org:6379/')))).toMatch(/^excluded: .*2026-11-29/);
    expect(failure(() => closed.judge(new URL('http://example.org./')))).toMatch(/^excluded/);
    expect(failure(() => closed.judge(new URL('http://www.example.net/')))).toBe('passes');
  });

  test('who asked stays in the file', () => {
    expect(closed.exclusion('example.org')?.message).not.toContain('clerk');
  });
});

describe('names', () => {
  const resolving = (answers: Record<string, string[]>, asked: string[] = []) =>
    new Guard({
      settings: { ...settings, timeouts: { ...settings.timeouts, dns: 50 } },
      resolve: async (name) => {
        asked.push(name);
        const found = answers[name];
        if (found === undefined) return new Promise(() => undefined);
        return found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
      },
    });

  test('only the public ones of all answers are used', async () => {
    const own = resolving({ 'mixed.example': ['10.0.0.1', '1.1.1.1', '::1', '2606:4700::1111'] });
    const addresses = (await own.addressesOf('mixed.example', 80)).map(({ address }) => address);
    expect(addresses).toEqual(['1.1.1.1', '2606:4700::1111']);
  });

  test('a name with no public answer is off-site and says why; one with none at all is dns', async () => {
    const own = resolving({ 'inside.example': ['10.0.0.1', '::1'], 'nothing.example': [] });
    await expect(own.addressesOf('inside.example', 80)).rejects.toMatchObject({
      failure: 'off-site',
      message: 'refused to ask inside.example, which is 10.0.0.1 (private)',
    });
    await expect(own.addressesOf('nothing.example', 80)).rejects.toMatchObject({ failure: 'dns' });
  });

  test('a resolver that never answers is dns after its limit, and is asked again the next time', async () => {
    const asked: string[] = [];
    const own = resolving({}, asked);
    await expect(own.addressesOf('silent.example', 80)).rejects.toMatchObject({
      failure: 'dns',
      message: 'silent.example did not resolve within 50 ms',
    });
    await expect(own.addressesOf('SILENT.example.', 80)).rejects.toMatchObject({ failure: 'dns' });
    expect(asked).toEqual(['silent.example', 'silent.example']);
  });
});

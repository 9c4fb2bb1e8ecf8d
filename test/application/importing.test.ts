import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importArchive } from '../../src/application/importing/import-archive.ts';
import { base32, isIntact, withoutChunks } from '../../src/application/importing/warc-records.ts';
import { publishEdition } from '../../src/application/publishing/publish-edition.ts';
import { wordSections } from '../../src/application/word-sections.ts';
import { loadPack } from '../../src/config/pack.ts';
import { freezeEdition } from '../../src/pipeline/assessment/editions/freeze.ts';
import { probes } from '../../src/probes/list.ts';
import type { Store } from '../../src/store/store.ts';
import { openStore } from '../store/place.ts';

const pack = loadPack(join(import.meta.dirname, '../../config'), wordSections);
const portal = 'http://www.chengdu.gov.cn/';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'govprobe-import-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function warcRecord(type: string, url: string, block: Buffer | string, more: readonly string[] = []): Buffer {
  const bytes = Buffer.from(block);
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url}`,
    'WARC-Date: 2026-05-01T10:00:00Z',
    `WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-${String(bytes.length).padStart(12, '0')}>`,
    `Content-Type: ${type === 'warcinfo' ? 'application/warc-fields' : 'application/http; msgtype=response'}`,
    ...more,
    `Content-Length: ${bytes.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), bytes, Buffer.from('\r\n\r\n')]);
}

function response(url: string, body: Buffer | string, headers: readonly string[] = [], status = '200 OK'): Buffer {
  const type = headers.some((header) => /^content-type/iu.test(header))
    ? []
    : ['Content-Type: text/html; charset=utf-8'];
  const head = [`HTTP/1.1 ${status}`, ...type, ...headers].join('\r\n');
  return warcRecord('response', url, Buffer.concat([Buffer.from(`${head}\r\n\r\n`), Buffer.from(body)]));
}

const home = `<html><head><title>成都市人民政府门户网站</title></head><body><nav><a href="/gk/">政务公开</a>
<a href="/hd/">互动交流</a><a href="/privacy.html">隐私声明</a><a href="/map.html">网站地图</a></nav>
<main><h1>成都市人民政府</h1><p>市政府要闻</p></main><footer>成都市人民政府办公厅主办</footer></body></html>`;
const privacy = `<html><head><title>隐私声明</title></head><body><h1>隐私声明</h1><p>${'本网站收集、使用和保护个人信息的方式如下，未经同意不向第三方提供个人信息。'.repeat(20)}</p></body></html>`;
const info = warcRecord('warcinfo', '', 'software: Testcrawler/1.0\r\nformat: WARC File Format 1.0\r\n');
const gzipped = gzipSync(privacy);
const chunked = Buffer.concat([
  Buffer.from(`${gzipped.length.toString(16)}\r\n`),
  gzipped,
  Buffer.from('\r\n0\r\n\r\n'),
]);
const site = [
  info,
  response(portal, '', ['Location: /index.html'], '302 Found'),
  response(`${portal}index.html`, home),
  response(`${portal}privacy.html`, chunked, [
    'Content-Encoding: gzip',
    'Transfer-Encoding: chunked',
    'Content-Type: text/html; charset=utf-8',
  ]),
  response(`${portal}map.html`, '<html><body><h1>网站地图</h1><a href="/gk/">政务公开</a></body></html>'),
  response(`${portal}alone.html`, '<html><body><p>没有链接指向的页面</p></body></html>'),
];

function load(
  name: string,
  bytes: Buffer | Uint8Array,
  data = 'data',
  more: { simulated?: boolean; government?: string; run?: string } = {},
) {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const path = join(folder, data);
  mkdirSync(path, { recursive: true });
  const request = { file, run: 'imported', simulated: false, now: () => new Date(), ...more };
  return importArchive(() => openStore(path, 'write'), pack, path, request);
}

async function inStore<Result>(use: (store: Store) => Promise<Result>, data = 'data'): Promise<Result> {
  const store = await openStore(join(folder, data), 'read');
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

describe('an archive of another crawler', () => {
  test('is visited by the rules of the crawl, plain or gzipped', async () => {
    const whole = Buffer.concat(site);
    const summary = await load('site.warc', whole);
    expect(summary).toMatchObject({
      ...{ run: 'imported', own: false, software: ['Testcrawler/1.0'], problems: [] },
      governments: [{ code: '510100' }],
    });
    const captures = await inStore((store) => store.captures.list('imported', '510100'));
    const at = (url: string) => captures.find((capture) => capture.url === url);
    expect(at(portal)).toMatchObject({
      redirects: [{ url: portal, status: 302 }],
      finalUrl: `${portal}index.html`,
      home: true,
      role: 'page',
      site: 'portal',
      failure: null,
      time: '2026-05-01T10:00:00.000Z',
    });
    expect(at(`${portal}privacy.html`)).toMatchObject({ failure: null, label: '隐私声明', encoding: 'utf-8' });
    expect(at(`${portal}alone.html`)).toMatchObject({ failure: null, from: null });
    const findings = await inStore((store) => store.findings.list('imported', { code: '510100' }));
    expect(findings.find(({ probe }) => probe === 'privacy-policy')).toMatchObject({ state: 'present' });
    expect(findings.filter(({ state }) => state === 'absent')).toEqual([]);
    const [run] = await inStore((store) => store.runs.list());
    expect(run).toMatchObject({
      kind: 'import',
      settings: { simulated: false, imported: { archive: { name: 'site.warc' } } },
    });
    expect(run?.finished).not.toBeNull();
    const packed = Buffer.concat(site.map((one) => gzipSync(one)));
    await load('site.warc.gz', packed, 'packed');
    const again = await inStore((store) => store.findings.list('imported', { code: '510100' }), 'packed');
    expect(again).toEqual(findings);
  }, 60_000);

  test('has its repetitions resolved', async () => {
    const digest = `sha1:${base32(Buffer.alloc(20, 1)).toUpperCase()}`;
    const refers = [`WARC-Refers-To-Target-URI: ${portal}privacy.html`, `WARC-Payload-Digest: ${digest}`];
    const revisit = warcRecord(
      'revisit',
      `${portal}gk/`,
      'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n',
      refers,
    );
    const lost = warcRecord('revisit', `${portal}hd/`, 'HTTP/1.1 200 OK\r\n\r\n', [
      'WARC-Payload-Digest: sha1:UNKNOWN',
    ]);
    const { skipped } = await load('site.warc', Buffer.concat([...site, revisit, lost]));
    const captures = await inStore((store) => store.captures.list('imported', '510100'));
    const [original, repeated] = ['privacy.html', 'gk/'].map((path) =>
      captures.find(({ url }) => url === portal + path),
    );
    expect(repeated?.body).toBe(original?.body);
    expect(skipped).toMatchObject({ 'repetitions of a record that is not in the archive': 1 });
  }, 60_000);

  test('has what is broken, hostile or of others passed over and counted', async () => {
    const bomb = gzipSync(Buffer.alloc(60_000_000));
    const bad = warcRecord(
      'response',
      `${portal}changed.html`,
      'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nchanged',
      ['WARC-Payload-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    );
    const hostile = [
      response(`${portal}bomb.html`, bomb, ['Content-Encoding: gzip', 'Content-Type: text/html']),
      response('http://evil.example/', home),
      response(`${portal}../../../etc/passwd`, '<html><body>x</body></html>'),
      response('file:///etc/passwd', 'root'),
      response('http://[broken/', 'x'),
      response(`${portal}logo.png`, 'x', ['Content-Type: image/png']),
      bad,
    ];
    const cut = gzipSync(response(`${portal}cut.html`, home)).subarray(0, 60);
    const whole = Buffer.concat([...[...site, ...hostile].map((one) => gzipSync(one)), cut]);
    const { skipped, governments } = await load('site.warc.gz', whole);
    expect(skipped).toMatchObject({
      'bytes that cannot be unpacked': 1,
      'a host of no government': 1,
      'no web address': 2,
      'pictures, sounds, fonts and styles': 1,
      'bytes that do not have the stated digest': 1,
    });
    expect(governments).toHaveLength(1);
    expect(readdirSync(join(folder, 'data')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  }, 60_000);

  test('that is none, or holds no portal, is refused in a sentence, and no run is stored', async () => {
    await expect(load('x.warc', Buffer.from('hello'))).rejects.toThrow(
      /expected a WARC file .* or a WACZ file, found neither/u,
    );
    await expect(load('x.warc.gz', Buffer.from([0x1f, 0x8b, 1, 2, 3]))).rejects.toThrow(
      /expected pages of the portal/u,
    );
    await expect(load('x.warc', Buffer.concat([info, response('http://evil.example/', home)]))).rejects.toThrow(
      /found none in x\.warc/u,
    );
    await expect(load('x.wacz', zipSync({ 'readme.txt': Buffer.from('x') }))).rejects.toThrow(/found a ZIP without/u);
    await expect(load('x.zip', zipSync({ '510100.wacz': Buffer.from('x') }))).rejects.toThrow(/unpack that/u);
    await expect(load('x.wacz', zipSync({ '../archive/x.warc': Buffer.from('x') }))).rejects.toThrow(/cannot be read/u);
    await expect(load('x.warc', Buffer.concat(site), 'data', { government: '兰州' })).rejects.toThrow(
      /portal of 兰州/u,
    );
    const wrong = Buffer.from(
      Buffer.concat(site)
        .toString('latin1')
        .replace(/Content-Length: \d+/gu, 'Content-Length: 99999999999'),
      'latin1',
    );
    await expect(load('x.warc', wrong)).rejects.toThrow(/expected pages of the portal/u);
    expect(await inStore((store) => store.runs.list())).toEqual([]);
  }, 60_000);

  test('goes into a folder of its own nature only', async () => {
    await load('site.warc', Buffer.concat(site), 'data', { simulated: true });
    await expect(load('site.warc', Buffer.concat(site), 'data', { run: 'real' })).rejects.toThrow(
      /holds a simulated country/u,
    );
    await expect(load('site.warc', Buffer.concat(site), 'data', { simulated: true })).rejects.toThrow(
      /there is a run imported already/u,
    );
  }, 60_000);
});

describe('a package of this program', () => {
  async function published(unmasked: boolean): Promise<Buffer> {
    await load('site.warc', Buffer.concat(site));
    return inStore(async (store) => {
      await freezeEdition(store, { name: 'e1', year: 2026, note: null, run: 'imported', pack, probes });
      const out = join(folder, 'out');
      await publishEdition(store, pack, join(folder, 'data'), {
        ...{ edition: 'e1', out, language: 'en', unmasked, signer: null, authority: null },
        ...{ onProgress: () => undefined, now: () => new Date() },
      });
      return readFileSync(join(out, 'governments/510100.wacz'));
    });
  }
  const findings = (data: string) => inStore((store) => store.findings.list('imported', { code: '510100' }), data);

  test('gives the same findings and captures in another folder, byte for byte', async () => {
    const wacz = await published(true);
    const summary = await load('510100.wacz', wacz, 'fresh');
    expect(summary).toMatchObject({ own: true, masked: 0, missing: 0, problems: [], skipped: {} });
    expect(JSON.stringify(await findings('fresh'))).toBe(JSON.stringify(await findings('data')));
    const [one, other] = await Promise.all(
      ['data', 'fresh'].map((data) => inStore((store) => store.captures.list('imported', '510100'), data)),
    );
    expect(other).toEqual(one);
  }, 90_000);

  test('that was changed is refused', async () => {
    const wacz = await published(true);
    const text = wacz.toString('latin1');
    const at = text.indexOf('"published":"sha256:') + '"published":"sha256:'.length;
    const changed = Buffer.from(wacz);
    changed[at] = (changed[at] ?? 0) === 0x30 ? 0x31 : 0x30;
    await expect(load('x.wacz', changed, 'fresh')).rejects.toThrow(/the package was changed|cannot be read/u);
    const other = Buffer.from(text.replace('govprobe-package/1', 'govprobe-package/2'), 'latin1');
    await expect(load('x.wacz', other, 'fresh')).rejects.toThrow(/is not what this program writes|cannot be read/u);
  }, 90_000);
});

describe('what archives store', () => {
  test('has its chunks joined only where it is chunked', () => {
    expect(withoutChunks(Buffer.from('3\r\nabc\r\n2;x=1\r\nde\r\n0\r\n\r\n')).toString()).toBe('abcde');
    for (const plain of ['<html>', '', 'zz\r\nabc', '5\r\nab', 'ffffffff\r\nabc'])
      expect(withoutChunks(Buffer.from(plain)).toString()).toBe(plain);
  });

  test('is checked against the digest that it states', () => {
    const payload = Buffer.from('hello');
    expect(isIntact('sha1:VL2MMHO4YXUKFWV63YHTWSBM3GXKSQ2N', payload)).toBe(true);
    expect(isIntact('sha1:AAF4C61DDCC5E8A2DABEDE0F3B482CD9AEA9434D', payload)).toBe(true);
    expect(isIntact('sha1:VL2MMHO4YXUKFWV63YHTWSBM3GXKSQ2A', payload)).toBe(false);
    expect(isIntact(undefined, payload)).toBe(true);
    expect(isIntact('blake9:xyz', payload)).toBe(true);
  });
});

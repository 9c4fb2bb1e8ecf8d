import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { WARCParser } from 'warcio';
import { unstatedCharset } from '../../src/application/publishing/unstated-charset.ts';
import type { Capture } from '../../src/model/capture.ts';
import { decodeText } from '../../src/reading/decode.ts';
import { captureRecords } from '../../src/report/package/warc.ts';
import { capture } from '../store/samples.ts';

const page = (meta: string, before = '') =>
  `<html><head>${before}${meta}<title>市长信箱</title></head><body>来信选登，办理进度查询</body></html>`;
const gb = '<meta charset="gb2312">';

/** What a replayer must be told of a page that a server sent so. */
function told(html: string, encoding: string, type: string, addBOM = false): string | null {
  const bytes = iconv.encode(html, encoding, { addBOM });
  const headers = { 'content-type': type };
  return unstatedCharset(bytes, { headers, encoding: decodeText(bytes, type, 'html', ['gb18030']).encoding });
}

test('a page that states its charset is left as it was received', () => {
  expect(told(page(gb), 'gb18030', 'text/html')).toBeNull();
  expect(told(page(''), 'gb18030', 'text/html; charset=GBK')).toBeNull();
  expect(told(page('<meta charset="utf-8">'), 'utf-8', 'text/html')).toBeNull();
  expect(told(page(''), 'utf-8', 'text/html;charset="UTF-8"')).toBeNull();
  expect(told('{"a": "市长"}', 'utf-8', 'application/json')).toBeNull();
});

test('a page that states none, or another one, or too late, needs it stated', () => {
  expect(told(page(''), 'gb18030', 'text/html')).toBe('gb18030');
  expect(told(page(''), 'utf-8', 'text/html')).toBe('utf-8');
  expect(told(page(gb), 'utf-8', 'text/html')).toBe('utf-8');
  expect(told(page(gb, `<meta name="x" content="${'x'.repeat(1024)}">`), 'gb18030', 'text/html')).toBe('gb18030');
});

test('a page with a byte order mark is told to be UTF-8, which replayers make of it', () => {
  expect(told(page(gb), 'utf-16le', 'text/html', true)).toBe('utf-8');
  expect(told(page(''), 'utf-16be', 'text/html', true)).toBe('utf-8');
  expect(told(page(gb), 'utf-8', 'text/html; charset=gb2312', true)).toBe('utf-8');
  expect(told(page(gb), 'utf-8', 'text/html; charset=utf-8', true)).toBeNull();
});

/** Headers of the record that holds the body of a capture. */
async function archived(one: Partial<Capture>, charset: string | null) {
  const whole = { ...capture('510100', 'c1'), redirects: [], ...one };
  const published = { capture: whole, body: Buffer.from('<p>a</p>'), picture: null, title: '', text: null, masked: 0 };
  const bytes: Uint8Array[] = [];
  for await (const record of captureRecords({ ...published, charset })) bytes.push(record.bytes);
  for await (const record of new WARCParser(new Blob(bytes.map((piece) => new Uint8Array(piece))).stream())) {
    await record.readFully(false);
    return { warc: record.warcHeaders.headers, http: record.httpHeaders?.headers ?? null };
  }
  throw new Error('no record');
}

test('the archived header states it, and keeps the type as it was received', async () => {
  const headers = { 'content-type': 'text/html', etag: 'x' };
  const { http } = await archived({ headers }, 'gb18030');
  expect(http?.get('content-type')).toBe('text/html; charset=gb18030');
  expect(http?.get('x-archive-orig-content-type')).toBe('text/html');
  const { http: own } = await archived({ headers }, null);
  expect(own?.get('content-type')).toBe('text/html');
  expect(own?.get('x-archive-orig-content-type') ?? null).toBeNull();
});

test('a page as a browser built it states the charset of its bytes, whatever the page declares', async () => {
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  const { warc, http } = await archived({ via: 'browser', headers }, null);
  expect(http).toBeNull();
  expect(warc.get('Content-Type')).toBe('text/html; charset=utf-8');
});

test('what the browser measured on a page does not stand under the address of the page', async () => {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  const measured = await archived({ via: 'browser', role: 'data', from: null, headers }, null);
  expect(measured.warc.get('WARC-Target-URI')).toBe('urn:pageinfo:http://a/');
  const asked = await archived({ via: 'browser', role: 'data', from: 'http://a/b', headers }, null);
  expect(asked.warc.get('WARC-Target-URI')).toBe('http://a/');
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Capture } from '../../../../src/model/capture.ts';
import { packedForm } from '../../../../src/pipeline/crawl/frontier/packed-form.ts';
import { packedPages, RememberedPages } from '../../../../src/pipeline/crawl/memory/remembered-pages.ts';
import { readPage } from '../../../../src/reading/read-page.ts';
import { capture } from '../../../probes/captures.ts';
import { knowledge } from '../../../probes/knowledge.ts';

const url = 'http://www.anhe.gov.cn/';
const fixtures = new URL('../../../probes/fixtures/', import.meta.url);

function stored(captures: readonly [Capture, string][]): RememberedPages {
  const pages = captures.map(([made, text]) => readPage(made, text, knowledge()));
  const packedAt = (position: number) => {
    const page = pages[position] ?? null;
    return page === null ? null : packedForm(page);
  };
  const kept = packedPages(
    captures.map(([made]) => made),
    packedAt,
  );
  return new RememberedPages({ find: (key) => kept.get(key) ?? null });
}

describe('a remembered page', () => {
  const names = readdirSync(fixtures).filter((name) => /\.(?:html|js|json)$/.test(name));
  test.each(names)('is what the reader would make of %s', (name) => {
    const text = readFileSync(new URL(name, fixtures), 'utf8');
    const role = name.endsWith('.js') ? 'script' : name.endsWith('.json') ? 'data' : 'page';
    const made = capture({ url, role, body: 'c'.repeat(64) });
    const later: Capture = { ...made, time: '2027-01-01T00:00:00.000Z', label: '别处', depth: 2 };
    expect(stored([[made, text]]).find(later)).toEqual(readPage(later, text, knowledge()));
  });

  test('is kept apart by all that the reading depends on', () => {
    const made = capture({ url, role: 'script', from: 'http://www.anhe.gov.cn/a/', body: 'a'.repeat(64) });
    const pages = stored([[made, `document.write('<a href="b.html">b</a>')`]]);
    expect(pages.find(made)?.links[0]?.url).toBe('http://www.anhe.gov.cn/a/b.html');
    const others: Partial<Capture>[] = [
      { body: 'b'.repeat(64) },
      { role: 'page' },
      { from: 'http://www.anhe.gov.cn/' },
      { finalUrl: 'http://www.anhe.gov.cn/c/' },
      { headers: { 'content-type': 'text/plain' } },
      { headers: { ...made.headers, 'content-disposition': 'attachment; filename=a.docx' } },
    ];
    for (const change of others) expect(pages.find({ ...made, ...change })).toBeNull();
  });

  test('is none of a failure, and of nothing', () => {
    const made = capture({ url, body: 'a'.repeat(64) });
    const pages = stored([[made, '<p>a</p>']]);
    expect(pages.find({ ...made, failure: 'blocked' })).toBeNull();
    expect(pages.find({ ...made, body: null })).toBeNull();
    expect(new RememberedPages({ find: () => null }).find(made)).toBeNull();
  });

  test('is read anew where it is damaged, and packed once as long as it stays the same', () => {
    const made = capture({ url, body: 'a'.repeat(64) });
    const page = readPage(made, '<title>页</title><p>今日</p>', knowledge());
    if (page === null) throw new Error('the page cannot be read');
    const packed = packedForm(page);
    const again = new RememberedPages({ find: () => packed }).find(made);
    expect(again).toEqual(page);
    expect(again && packedForm(again)).toBe(packed);
    const bytes = Uint8Array.from(packed.bytes);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    expect(new RememberedPages({ find: () => ({ ...packed, bytes }) }).find(made)).toBeNull();
  });

  test('of two captures alike is kept once, and of nothing not at all', () => {
    const made = capture({ url, body: 'a'.repeat(64) });
    const page = readPage(made, '<p>a</p>', knowledge());
    const asked: number[] = [];
    const kept = packedPages([made, { ...made, label: '别处' }, { ...made, body: null }], (position) => {
      asked.push(position);
      return page === null ? null : packedForm(page);
    });
    expect(kept.size).toBe(1);
    expect(asked).toEqual([0]);
    expect(packedPages([made], () => null).size).toBe(0);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Capture } from '../../../../src/model/capture.ts';
import { pageContents, RememberedPages } from '../../../../src/pipeline/crawl/memory/remembered-pages.ts';
import { readPage } from '../../../../src/reading/read-page.ts';
import { capture } from '../../../probes/captures.ts';
import { knowledge } from '../../../probes/knowledge.ts';

const url = 'http://www.anhe.gov.cn/';
const fixtures = new URL('../../../probes/fixtures/', import.meta.url);

function stored(captures: readonly [Capture, string][]): RememberedPages {
  const entries = captures.map(([made, text]) => ({ capture: made, page: readPage(made, text, knowledge()) }));
  return new RememberedPages(JSON.parse(JSON.stringify(pageContents(entries))));
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
    expect(new RememberedPages({}).find(made)).toBeNull();
  });
});

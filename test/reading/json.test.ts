import { describe, expect, it } from 'vitest';
import { incompleteMeta } from '../../src/reading/page.ts';
import { readPage } from '../../src/reading/read-page.ts';
import { packPage, unpackPage } from '../../src/store/packed-pages.ts';
import { capture } from '../probes/captures.ts';
import { knowledge } from '../probes/knowledge.ts';
import { threadTime } from '../thread-time.ts';

const url = 'http://www.anhe.gov.cn/api/list';
const read = (text: string) => readPage(capture({ url, role: 'data' }), text, knowledge());

const inEachOther = (depth: number): string => `${'['.repeat(depth)}"文"${']'.repeat(depth)}`;
const unbroken = 5_000_000;

describe('data in JSON', () => {
  it('nested deeper than it can be written again is read as text', () => {
    for (const text of [inEachOther(50_000), `${'{"a":'.repeat(50_000)}"文"${'}'.repeat(50_000)}`]) {
      const { capture: _capture, ...page } = read(text);
      expect(page.kind).toBe('html');
      expect(page.text).toContain('文');
      expect(unpackPage(packPage(page))).toMatchObject({ kind: 'html', text: page.text });
    }
  });

  it('in strings of data stays a string where it is too deep', () => {
    const inner = inEachOther(50_000);
    const page = read(JSON.stringify({ data: `[${inner}]`, more: '[{"a":1}]' }));
    expect(page.json).toEqual({ data: `[${inner}]`, more: [{ a: 1 }] });
  });

  it('may be nested as deep as any service answers, and brackets in strings count nothing', () => {
    expect(read(inEachOther(400)).kind).toBe('json');
    expect(read(JSON.stringify(['['.repeat(2000), `\\"${'{'.repeat(2000)}`])).kind).toBe('json');
  });

  it('is the same after it was written and read again', () => {
    for (const text of ['{"total":1e999,"rows":[-1e999]}', '[1e400]', '{"a":"[{\\"b\\":1e999}]"}']) {
      const { json } = read(text);
      expect(JSON.parse(JSON.stringify({ json }))).toEqual({ json });
    }
  });

  it('of many values is read in part and says so', () => {
    const links = Array.from({ length: 9000 }, (_, at) => ({ url: `/a${at}`, name: `栏目${at}` }));
    expect(read(JSON.stringify(links.slice(0, 100))).meta[incompleteMeta]).toBeUndefined();
    const page = read(JSON.stringify(links));
    expect(page.links).toHaveLength(8000);
    expect(page.meta[incompleteMeta]).toBe('yes');
    expect(page.json).toHaveLength(9000);
    expect(read(`["${'文'.repeat(300_000)}","隐私政策"]`).meta[incompleteMeta]).toBe('yes');
  });

  it.each(['1,', '[],'])('of nothing but %s is read in time', (unit) => {
    const text = `[${unit.repeat(unbroken / unit.length)}1]`;
    const began = threadTime();
    expect(read(text).meta[incompleteMeta]).toBe('yes');
    expect(threadTime() - began).toBeLessThan(4000);
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { storedPages } from '../../src/application/stored-pages.ts';
import type { Capture } from '../../src/model/capture.ts';
import { capture } from '../store/samples.ts';
import { temporaryStore } from '../store/temporary-store.ts';
import { foundIn, freeze, pack, storeRun } from './known-data.ts';

const given = temporaryStore();
const html = (body: string) => Buffer.from(`<html><head><title>题</title></head><body>${body}</body></html>`);

async function kept(bytes: Uint8Array, change: Partial<Capture> = {}): Promise<Capture> {
  const body = await given.store.evidence.put(bytes);
  return { ...capture('1', 'r1-1'), body, failure: null, headers: { 'content-type': 'text/html' }, ...change };
}

const read = async (choice: { edition?: string } = {}) =>
  (await storedPages(given.store, pack, choice))('1', new Set(['r1-1', 'other']));

describe('the stored pages behind findings', () => {
  test('are the text of what was captured, with the hash of its bytes, live and in an edition', async () => {
    const page = await kept(html('<p>一</p><script>evil()</script><p>二</p>'));
    await storeRun(given.store, 'r1', {
      1: { findings: [foundIn('r1', '1', 'present')], captures: [page, capture('1', 'more')] },
    });
    const [entry, ...rest] = await read();
    expect(rest).toEqual([]);
    expect(entry).toMatchObject({
      capture: 'r1-1',
      title: '题',
      lines: ['一', '二'],
      isWhole: true,
      sha256: page.body,
      picture: null,
    });
    await freeze(given.store, '2023', 'r1');
    expect(await read({ edition: '2023' })).toEqual([entry]);
  });

  test('show JSON field by field and scripts as they are', async () => {
    const json = await kept(Buffer.from('{"total":909}'), {
      role: 'data',
      headers: { 'content-type': 'application/json' },
    });
    await storeRun(given.store, 'r1', { 1: { findings: [], captures: [json] } });
    expect((await read())[0]?.lines).toEqual(['{', '  "total": 909', '}']);
  });

  test('keep their pictures only where the bytes are a JPEG', async () => {
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
    const page = await kept(html('x'), { screenshot: await given.store.evidence.put(jpeg) });
    await storeRun(given.store, 'r1', { 1: { findings: [], captures: [page] } });
    expect((await read())[0]?.picture).toEqual({
      sha256: createHash('sha256').update(jpeg).digest('hex'),
      bytes: jpeg,
    });
    const fake = await kept(html('y'), {
      screenshot: await given.store.evidence.put(Buffer.from('<svg onload=alert(1)>')),
    });
    await storeRun(given.store, 'r2', { 1: { findings: [], captures: [fake] } });
    expect((await read())[0]?.picture).toBeNull();
  });

  test('are cut where they are long, and empty where their bytes are gone', async () => {
    const long = await kept(html(`<p>${'长'.repeat(50_000)}</p>`.repeat(3)));
    await storeRun(given.store, 'r1', { 1: { findings: [], captures: [long] } });
    const [cut] = await read();
    expect([cut?.lines?.length, cut?.isWhole]).toEqual([1, false]);
    const gone = { ...capture('1', 'r1-1'), body: 'ab'.repeat(32) };
    await storeRun(given.store, 'r2', { 1: { findings: [], captures: [gone] } });
    expect((await read())[0]).toMatchObject({ lines: null, title: '' });
  });

  test('of an unknown edition are refused with a sentence', async () => {
    await expect(storedPages(given.store, pack, { edition: 'none' })).rejects.toThrow(/edition/u);
  });
});

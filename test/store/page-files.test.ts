import { mkdirSync, readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFile, packFile, packPage, unpackPage } from '../../src/store/packed-pages.ts';
import { PageFiles } from '../../src/store/page-files.ts';
import { temporaryFolder } from '../smoke/cli.ts';

let folder: ReturnType<typeof temporaryFolder>;
let files: PageFiles;
beforeEach(() => {
  folder = temporaryFolder();
  files = new PageFiles(folder.path);
});
afterEach(() => folder.remove());

const page = (title: string) => ({ url: 'http://a.gov.cn/', kind: 'html', title });
const packed = (pages: Readonly<Record<string, object>>) =>
  new Map(Object.entries(pages).map(([key, each]) => [key, packPage(each)]));
/** What is found under a key; null where it has to be read anew. */
const found = async (key: string, reading = 'r1', code = '510100') => {
  const kept = (await files.read(code, reading))?.find(key) ?? null;
  return kept === null ? null : unpackPage(kept);
};

test('what was read of a government comes back, the newest only, and no half file is left', async () => {
  await files.write('510100', 'r1', packed({ a: page('旧'), b: page('b') }));
  await files.write('510100', 'r1', packed({ a: page('新 \u0000 "'), c: page('c') }));
  expect(await found('a')).toEqual(page('新 \u0000 "'));
  expect(await found('b')).toBeNull();
  expect(await found('c')).toEqual(page('c'));
  expect(readdirSync(join(folder.path, 'pages'))).toEqual(['510100.zst']);
});

test('a write that fails leaves nothing beside what is in its way', async () => {
  mkdirSync(join(folder.path, 'pages', '510100.zst', 'other'), { recursive: true });
  await expect(files.write('510100', 'r1', packed({ a: page('a') }))).rejects.toThrow(/510100\.zst/);
  expect(readdirSync(join(folder.path, 'pages'))).toEqual(['510100.zst']);
});

test('files that a killed process did not write to their end are removed after a day', async () => {
  const [young, old, whole] = [
    '.10000000-0000-4000-8000-000000000000',
    '.20000000-0000-4000-8000-000000000000',
    '',
  ].map((end) => `510300.zst${end}`);
  mkdirSync(join(folder.path, 'pages'));
  const twoDaysAgo = Date.now() / 1000 - 2 * 86_400;
  for (const name of [young, old, whole]) writeFileSync(join(folder.path, 'pages', name ?? ''), '');
  for (const name of [old, whole]) utimesSync(join(folder.path, 'pages', name ?? ''), twoDaysAgo, twoDaysAgo);
  await files.write('510100', 'r1', packed({ a: page('a') }));
  expect(readdirSync(join(folder.path, 'pages')).sort()).toEqual(['510100.zst', whole, young]);
});

test('what was read otherwise, of another government or never, is not there', async () => {
  await files.write('510100', 'r1', packed({ a: page('a') }));
  expect(await files.read('510100', 'r2')).toBeNull();
  expect(await files.read('510300', 'r1')).toBeNull();
  expect(await found('toString')).toBeNull();
});

test('a government of which nothing is kept has a file without pages', async () => {
  await files.write('510100', 'r1', new Map());
  expect((await files.read('510100', 'r1'))?.find('a')).toBeNull();
});

test('pages come back whatever they are', async () => {
  const anyPage = fc.record({ url: fc.string(), kind: fc.string(), text: fc.string({ unit: 'binary' }) });
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.dictionary(fc.string(), anyPage), async (reading, pages) => {
      await files.write('510100', reading, packed(pages));
      for (const [key, each] of Object.entries(pages)) expect(await found(key, reading)).toEqual(each);
    }),
    { numRuns: 50 },
  );
});

describe('a file in another state', () => {
  const path = () => join(folder.path, 'pages', '510100.zst');
  beforeEach(() => files.write('510100', 'r1', packed({ a: page('a'), b: page('b') })));

  test('of nothing, or of nothing that this program wrote, is as good as none', async () => {
    for (const damage of ['', 'no archive', '(\xb5/\xfd', 'P*M\x18', 'P*M\x18\xff\xff\xff\xffxxxx{}']) {
      writeFileSync(path(), damage, 'latin1');
      expect(await files.read('510100', 'r1')).toBeNull();
    }
  });

  test('as an earlier version wrote it is as good as none', async () => {
    writeFileSync(path(), zstdCompressSync(JSON.stringify({ reading: 'r1', pages: { a: page('a') } })));
    expect(await files.read('510100', 'r1')).toBeNull();
  });

  test('cut off anywhere gives its whole pages and nothing else', async () => {
    const whole = readFileSync(path());
    const given: (string | null)[][] = [];
    for (let length = whole.length; length >= 0; length--) {
      truncateSync(path(), length);
      const [a, b] = [await found('a'), await found('b')];
      if (a !== null) expect(a).toEqual(page('a'));
      if (b !== null) expect(b).toEqual(page('b'));
      given.push([a && 'a', b && 'b']);
    }
    expect(given[0]).toEqual(['a', 'b']);
    expect(given[1]).toEqual(['a', null]);
    expect(given.at(-1)).toEqual([null, null]);
  });

  test('with one bit that flipped gives what was kept, or nothing', async () => {
    const whole = readFileSync(path());
    let missed = 0;
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << (at % 8)), at);
      writeFileSync(path(), damaged);
      const [a, b] = [await found('a'), await found('b')];
      if (a !== null) expect(a).toEqual(page('a'));
      if (b !== null) expect(b).toEqual(page('b'));
      missed += a === null || b === null ? 1 : 0;
    }
    expect(missed).toBe(whole.length);
  });

  test('that replaced the one whose index was read gives nothing of it', async () => {
    const before = await files.read('510100', 'r1');
    await files.write('510100', 'r1', packed({ x: page('x'), a: page('新'), b: page('b') }));
    const kept = before?.find('a') ?? null;
    expect(kept && unpackPage(kept)).toBeNull();
    expect(await found('a')).toEqual(page('新'));
  });
});

describe('a page', () => {
  test('of another shape is refused', () => {
    for (const other of [{ title: 'neither address nor kind' }, ['url', 'kind']])
      expect(unpackPage(packPage(other))).toBeNull();
  });

  test('of a wrong length is refused', () => {
    const { bytes, check } = packPage(page('a'));
    for (const wrong of [bytes.subarray(1), bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.of(0)]), Buffer.of()])
      expect(unpackPage({ bytes: wrong, check })).toBeNull();
  });

  test('that an index places wrongly is refused', () => {
    const [a, b] = [packPage(page('a')), packPage(page('b'))];
    const file = Buffer.concat(packFile('r1', new Map([['a', { bytes: b.bytes, check: a.check }]])));
    const kept = openFile((offset, length) => file.subarray(offset, offset + length), 'r1')?.find('a') ?? null;
    expect(kept).not.toBeNull();
    expect(kept && unpackPage(kept)).toBeNull();
  });
});

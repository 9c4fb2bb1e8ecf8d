import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packPages } from '../../src/store/packed-pages.ts';
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

test('what was read of a government comes back, the newest only, and no half file is left', async () => {
  await files.write('510100', 'r1', { a: page('旧'), b: page('b') });
  await files.write('510100', 'r1', { a: page('新 \u0000 "') });
  expect(await files.read('510100', 'r1')).toEqual({ a: page('新 \u0000 "') });
  expect(readdirSync(join(folder.path, 'pages'))).toEqual(['510100.zst']);
});

test('what was read otherwise, of another government or never, is not there', async () => {
  await files.write('510100', 'r1', { a: page('a') });
  expect(await files.read('510100', 'r2')).toEqual({});
  expect(await files.read('510300', 'r1')).toEqual({});
});

test('a damaged file is as good as none', async () => {
  await files.write('510100', 'r1', { a: page('a') });
  const path = join(folder.path, 'pages', '510100.zst');
  for (const damage of ['', 'no archive', '(\xb5/\xfd']) {
    writeFileSync(path, damage, 'latin1');
    expect(await files.read('510100', 'r1')).toEqual({});
  }
});

test('a file of another shape is refused', async () => {
  await files.write('510100', 'r1', { a: { title: 'neither address nor kind' } });
  expect(await files.read('510100', 'r1')).toEqual({});
});

test('pages are written as one JSON document, whatever they are', async () => {
  const anyPage = fc.record({ url: fc.string(), kind: fc.string(), text: fc.string({ unit: 'binary' }) });
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.dictionary(fc.string(), anyPage), async (reading, pages) => {
      const text = zstdDecompressSync(await packPages(reading, pages)).toString('utf8');
      expect(text).toBe(Buffer.from(JSON.stringify({ reading, pages })).toString('utf8'));
    }),
  );
});

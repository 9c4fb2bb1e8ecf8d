import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { EvidenceLink } from '../../src/application/evidence.ts';
import { saveEvidence } from '../../src/application/save-evidence.ts';
import { temporaryStore } from '../store/temporary-store.ts';

const given = temporaryStore();
const link = (capture: string, change: Partial<EvidenceLink> = {}): EvidenceLink => ({
  ...{ url: 'http://a/', quote: 'q', capture, run: 'r', time: null, status: 200, via: 'http' },
  ...{ sha256: null, screenshot: null, type: 'text/html', ...change },
});
const put = (bytes: string | Uint8Array) => given.store.evidence.put(Buffer.from(bytes));

describe('evidence that is saved', () => {
  test('lies unpacked in a folder, markup as text, once for each capture', async () => {
    const page = await put('<script>alert(1)</script>');
    const picture = await put(new Uint8Array([0xff, 0xd8, 0xff]));
    const data = await put('{"a":1}');
    const chain = [
      link('c1', { sha256: page, screenshot: picture }),
      link('c1', { sha256: page, screenshot: picture }),
      link('c2', { sha256: data, type: 'application/json' }),
      link('c3'),
    ];
    const folder = join(given.path, 'out', 'pages');
    const { files, missing } = await saveEvidence(given.store, { chain }, folder);
    const names = [`1-${page.slice(0, 12)}.txt`, `1-${picture.slice(0, 12)}.jpg`, `3-${data.slice(0, 12)}.json`];
    expect(files).toEqual(names.map((name) => join(folder, name)));
    expect(readdirSync(folder).sort()).toEqual([...names].sort());
    expect(readFileSync(files[0] ?? '', 'utf8')).toBe('<script>alert(1)</script>');
    expect(missing).toEqual([]);
  });

  test('names what is gone, and a folder that cannot be written', async () => {
    const gone = 'a'.repeat(64);
    const folder = join(given.path, 'out');
    expect(await saveEvidence(given.store, { chain: [link('c', { sha256: gone })] }, folder)).toEqual({
      files: [],
      missing: [gone],
    });
    expect(existsSync(folder)).toBe(false);
    writeFileSync(folder, 'a file');
    const chain = [link('c', { sha256: await put('x') })];
    await expect(saveEvidence(given.store, { chain }, folder)).rejects.toThrow(/cannot be written/);
  });
});

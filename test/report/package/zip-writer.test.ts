import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ZipWriter } from '../../../src/report/package/zip-writer.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a writer with these limits made of the members. */
async function written(members: Record<string, string[]>, limits?: { bytes: number; members: number }) {
  const parts: Uint8Array[] = [];
  const zip = new ZipWriter(async (bytes) => void parts.push(bytes), limits);
  for (const [name, pieces] of Object.entries(members)) await zip.add(name, pieces.map(bytesOf));
  await zip.end();
  return new Uint8Array(Buffer.concat(parts));
}

describe('an archive', () => {
  it('holds its members, empty ones and empty pieces too', async () => {
    const read = unzipSync(await written({ 'a/one.txt': ['ab', '', 'c'], empty: [] }));
    expect(Object.entries(read).map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['a/one.txt', 'abc'],
      ['empty', ''],
    ]);
  });

  it('is refused when it outgrows what a ZIP file can hold', async () => {
    const members = { one: ['x'.repeat(50)], two: ['y'.repeat(50)] };
    await expect(written(members, { bytes: 150, members: 9 })).rejects.toThrow('more than 4 GiB or 65,535 files');
    await expect(written(members, { bytes: 9000, members: 1 })).rejects.toThrow('more than 4 GiB or 65,535 files');
    await expect(written(members, { bytes: 9000, members: 2 })).resolves.toBeInstanceOf(Uint8Array);
  });
});

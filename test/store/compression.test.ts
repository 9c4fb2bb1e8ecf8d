import { zstdDecompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packLarge, packNow } from '../../src/store/compression.ts';

describe('packed bytes', () => {
  it('are the same again after unpacking, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), fc.nat(200), async (some, times) => {
        const bytes = Buffer.concat(Array.from({ length: times }, () => some));
        expect(zstdDecompressSync(packNow(bytes)).equals(bytes)).toBe(true);
        expect(zstdDecompressSync(await packLarge(bytes)).equals(bytes)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('may be none', async () => {
    const none = Buffer.alloc(0);
    expect(zstdDecompressSync(packNow(none))).toHaveLength(0);
    expect(zstdDecompressSync(await packLarge(none))).toHaveLength(0);
  });
});

import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { type Behaviour, everywhere, reply } from './behaviour.ts';

/** Unpacked size of a bomb in bytes; packed it takes some kilobytes. */
const unpacked = 12 << 20;

/** Packs a bomb once, on first use. */
function packed(pack: (bytes: Buffer) => Buffer): () => Buffer {
  let made: Buffer | null = null;
  return () => {
    made ??= pack(Buffer.alloc(unpacked, ' '));
    return made;
  };
}

function bomb(name: string, encoding: string, pack: (bytes: Buffer) => Buffer): Behaviour {
  const bytes = packed(pack);
  return { name, yields: 'too-large', answer: everywhere(() => encoded(encoding, bytes())) };
}

const fast = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const encoded = (encoding: string, body: Buffer) =>
  reply(body, { 'content-type': 'text/html', 'content-encoding': encoding });

/** Decompression bombs, and replies with a false content coding. */
export const bombs: readonly Behaviour[] = [
  bomb('gzip-bomb', 'gzip', gzipSync),
  bomb('deflate-bomb', 'deflate', deflateSync),
  bomb('raw-deflate-bomb', 'deflate', deflateRawSync),
  bomb('brotli-bomb', 'br', (bytes) => brotliCompressSync(bytes, fast)),
  bomb('zstd-bomb', 'zstd', zstdCompressSync),
  bomb('bomb-in-a-bomb', 'gzip, gzip', (bytes) => gzipSync(gzipSync(bytes))),
  {
    name: 'gzip-that-is-none',
    yields: 'read',
    partly: true,
    answer: everywhere(() => encoded('gzip', Buffer.from('<html>'))),
  },
  {
    name: 'gzip-cut-short',
    yields: 'read',
    partly: true,
    answer: everywhere(() => encoded('gzip', gzipSync('<p>政务公开</p>'.repeat(100)).subarray(0, 40))),
  },
  {
    name: 'unknown-encoding',
    yields: 'read',
    partly: true,
    answer: everywhere(() => encoded('sdch', Buffer.from('<html>'))),
  },
  {
    name: 'encoded-ten-times',
    yields: 'not-html',
    answer: everywhere(() => encoded(new Array(10).fill('gzip').join(','), gzipSync('x'))),
  },
];

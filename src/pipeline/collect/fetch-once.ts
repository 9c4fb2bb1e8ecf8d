import { promisify } from 'node:util';
import { brotliDecompress, constants, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib';
import type { CrawlSettings } from '../../config/schema/crawl.ts';
import { ClassifiedError } from './classify-error.ts';
import type { Dispatchers } from './dispatchers.ts';

export interface WireRequest {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Decompressed; empty for a redirect. */
  readonly body: Buffer;
}

const decoders: Readonly<Record<string, (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  br: promisify(brotliDecompress),
  // A frame may ask for a window of 128 MB; RFC 9659 allows 8 MB on the web.
  zstd: (bytes, options) =>
    promisify(zstdDecompress)(bytes, { ...options, params: { [constants.ZSTD_d_windowLogMax]: 23 } }),
  deflate: async (bytes, options) => {
    // Some servers send raw deflate under the name of the zlib format; the first byte tells the two apart.
    const zlib = ((bytes[0] ?? 0) & 0x0f) === 8;
    return zlib ? promisify(inflate)(bytes, options) : promisify(inflateRaw)(bytes, options);
  },
};

/** Results up to this size are no bomb, however small they were packed: a page of one repeated sentence packs well. */
const harmlessSize = 256 * 1024;

/**
 * Undoes Content-Encoding with limits on the result, its size and how many times as large as on the wire it may be, so that a small bomb stays
 * small. Throws `ClassifiedError`.
 */
export async function decompress(
  bytes: Buffer,
  encoding: string | undefined,
  limits: Pick<CrawlSettings['limits'], 'decompressed-bytes' | 'decompression-ratio'>,
): Promise<Buffer> {
  const most = Math.max(harmlessSize, bytes.length * limits['decompression-ratio']);
  const limit = Math.min(most, limits['decompressed-bytes']);
  const names = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > 3) throw new ClassifiedError('not-html', 'more than three content encodings');
  let current = bytes;
  for (const name of names.reverse()) {
    const decode = decoders[name];
    if (decode === undefined) throw new ClassifiedError('not-html', `unknown content encoding ${name}`);
    if (current.length === 0) return current;
    try {
      current = await decode(current, { maxOutputLength: limit });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code === 'ERR_BUFFER_TOO_LARGE')
        throw new ClassifiedError('too-large', `more than ${limit} bytes after ${name}, from ${bytes.length}`);
      throw new ClassifiedError('not-html', `body is not valid ${name}`);
    }
  }
  return current;
}

/**
 * One request, one response, no redirects followed. Limits: name, connection, handshake (by the dispatcher), first byte, silence inside the body,
 * whole exchange, bytes of the head, on the wire and after decompression. Throws undici's errors and `ClassifiedError`.
 * @param time what is left of the total limit, milliseconds
 */
export async function fetchOnce(
  request: WireRequest,
  dispatchers: Dispatchers,
  settings: CrawlSettings,
  time: number = settings.timeouts.total,
  onPhase?: (phase: string) => void,
): Promise<WireResponse> {
  const route = dispatchers.route(request.url);
  const limit = settings.limits['body-bytes'];
  const total = new AbortController();
  let phase: 'timeout-connect' | 'timeout-first-byte' | 'timeout-body' = 'timeout-first-byte';
  const timer = setTimeout(
    () => total.abort(new ClassifiedError(phase, `not complete after ${settings.timeouts.total} ms`)),
    time,
  );
  try {
    onPhase?.('connection and first byte');
    const response = await route.dispatcher.request({
      origin: route.origin,
      path: route.path,
      method: request.method,
      headers: { ...request.headers, ...route.headers },
      body: request.body,
      signal: total.signal,
      headersTimeout: settings.timeouts['first-byte'],
      bodyTimeout: settings.timeouts.body,
    });
    phase = 'timeout-body';
    onPhase?.('body');
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(response.headers)) {
      if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    const announced = Number(headers['content-length']);
    if (announced > limit) {
      response.body.destroy();
      throw new ClassifiedError('too-large', `announces ${announced} bytes, more than ${limit}`);
    }
    for await (const chunk of response.body as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) {
        response.body.destroy();
        throw new ClassifiedError('too-large', `more than ${limit} bytes`);
      }
      chunks.push(chunk);
    }
    const wire = chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks, size);
    return {
      status: response.statusCode,
      headers,
      body: await decompress(wire, headers['content-encoding'], settings.limits),
    };
  } catch (error) {
    throw total.signal.aborted ? total.signal.reason : error;
  } finally {
    clearTimeout(timer);
  }
}

import type { Socket } from 'node:net';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import { ClassifiedError } from '../outcome/classify-error.ts';
import { waitPatiently } from '../outcome/patience.ts';
import type { Dispatchers } from './dispatchers.ts';
import { endOfHead, type Framing, framingOf, mayBeReply, type ReplyHead, readHead, unframe } from './lenient-reply.ts';
import type { ExchangeContext, RawReply, WireRequest } from './wire.ts';

/** A chunked body is looked through for its end only where its last bytes may hold it. */
const lastChunkWindow = 1024;

/**
 * One exchange read as forgivingly as browsers read: for servers whose replies the strict parser
 * refuses. A connection of its own, through the same guard and proxy and with the same limits.
 * Rejects with `ClassifiedError`s and the errors of the socket.
 */
export async function fetchLeniently(
  request: WireRequest,
  dispatchers: Dispatchers,
  settings: Pick<CrawlSettings, 'timeouts' | 'limits'>,
  { signal, onPhase, turn }: ExchangeContext,
): Promise<RawReply> {
  const { socket, path, headers } = await dispatchers.open(request.url);
  try {
    signal.throwIfAborted();
    onPhase('first-byte');
    turn.use();
    socket.write(written(request, path, headers));
    return await readReply(socket, settings, { signal, onPhase, upTo: request.upTo ?? null });
  } finally {
    socket.destroy();
  }
}

function written(request: WireRequest, path: string, extra: Readonly<Record<string, string>>): Buffer {
  const body = request.body === null ? null : Buffer.from(request.body);
  const headers: Record<string, string> = { host: request.url.host, ...request.headers, ...extra, connection: 'close' };
  if (body !== null) headers['content-length'] = String(body.length);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/g, ' ')}\r\n`);
  const head = Buffer.from(`${request.method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1');
  return body === null ? head : Buffer.concat([head, body]);
}

function readReply(
  socket: Socket,
  { timeouts, limits }: Pick<CrawlSettings, 'timeouts' | 'limits'>,
  options: {
    readonly signal: AbortSignal;
    readonly onPhase: (phase: 'first-byte' | 'body') => void;
    readonly upTo: number | null;
  },
): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const reader = new ReplyReader(limits, options.upTo);
    const silent = () => {
      const [failure, limit] = reader.inBody
        ? (['timeout-body', timeouts.body] as const)
        : (['timeout-first-byte', timeouts['first-byte']] as const);
      settle(new ClassifiedError(failure, `silence for ${limit} ms`));
    };
    let heard = waitPatiently({ left: timeouts['first-byte'] }, silent);
    const onAbort = (): void => settle(options.signal.reason);
    options.signal.addEventListener('abort', onAbort, { once: true });
    socket.on('data', (chunk: Buffer) => attempt(() => reader.take(chunk)));
    socket.once('end', () => attempt(() => reader.close()));
    socket.once('close', () => attempt(() => reader.close()));
    // A reset in the middle of a body is an end like another: what came until then is judged by
    // itself.
    socket.once('error', (error) => (reader.inBody ? attempt(() => reader.close()) : settle(error)));

    function attempt(step: () => RawReply | null): void {
      try {
        const before = reader.inBody;
        const reply = step();
        if (reply !== null) settle(null, reply);
        else if (reader.inBody) {
          if (!before) options.onPhase('body');
          heard();
          heard = waitPatiently({ left: timeouts.body }, silent);
        }
      } catch (error) {
        settle(error);
      }
    }
    function settle(error: unknown, reply?: RawReply): void {
      heard();
      options.signal.removeEventListener('abort', onAbort);
      if (reply === undefined) reject(error);
      else resolve(reply);
    }
  });
}

/** Collects the bytes of one reply until it is complete. */
class ReplyReader {
  readonly #limits: CrawlSettings['limits'];
  readonly #upTo: number | null;
  #bytes: Buffer = Buffer.alloc(0);
  #chunks: Buffer[] = [];
  #size = 0;
  #head: { readonly read: ReplyHead; readonly framing: Framing } | null = null;

  constructor(limits: CrawlSettings['limits'], upTo: number | null) {
    this.#limits = limits;
    this.#upTo = upTo;
  }

  get inBody(): boolean {
    return this.#head !== null;
  }

  /** The reply when these bytes complete it, else null. */
  take(chunk: Buffer): RawReply | null {
    if (this.#head === null) {
      this.#bytes = Buffer.concat([this.#bytes, chunk]);
      return this.#readHead();
    }
    return this.#add(chunk);
  }

  /** The reply as it stands when the connection has ended. */
  close(): RawReply | null {
    if (this.#head === null) throw new ClassifiedError('reset', 'closed before the head of the reply was complete');
    return this.#finish(true);
  }

  #readHead(): RawReply | null {
    for (;;) {
      if (!mayBeReply(this.#bytes)) throw new ClassifiedError('not-html', 'not an HTTP reply');
      const end = endOfHead(this.#bytes);
      if ((end ?? this.#bytes.length) > this.#limits['header-bytes'])
        throw new ClassifiedError('too-large', `more than ${this.#limits['header-bytes']} bytes of headers`);
      if (end === null) return null;
      const read = readHead(this.#bytes.subarray(0, end));
      if (read === null) throw new ClassifiedError('not-html', 'not an HTTP reply');
      const rest = this.#bytes.subarray(end);
      if (read.status < 200 && read.status !== 101) {
        // An interim reply, asked for or not: the one that counts follows.
        this.#bytes = rest;
        continue;
      }
      const framing = framingOf(read);
      if (framing === null) throw new ClassifiedError('not-html', 'lengths that contradict each other');
      this.#head = { read, framing };
      return this.#add(rest);
    }
  }

  #add(chunk: Buffer): RawReply | null {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    const limit = this.#upTo ?? this.#limits['body-bytes'];
    const framing = this.#head?.framing;
    if (this.#upTo === null && framing?.by === 'length' && framing.length > limit)
      throw new ClassifiedError('too-large', `announces ${framing.length} bytes, more than ${limit}`);
    if (this.#size > limit) {
      if (this.#upTo === null) throw new ClassifiedError('too-large', `more than ${limit} bytes`);
      return this.#finish(true);
    }
    if (framing?.by === 'chunks' && !this.#mayEnd()) return null;
    if (framing?.by === 'length' && this.#size < framing.length) return null;
    return framing?.by === 'close' ? null : this.#finish(false);
  }

  #mayEnd(): boolean {
    const last = this.#chunks.slice(-4);
    return Buffer.concat(last).subarray(-lastChunkWindow).includes('0');
  }

  #finish(closed: boolean): RawReply | null {
    if (this.#head === null) return null;
    const { read, framing } = this.#head;
    const bytes = Buffer.concat(this.#chunks, this.#size);
    this.#chunks = [bytes];
    const { body, ended, cut } = unframe(bytes, framing, closed);
    if (!ended && !closed) return null;
    return { status: read.status, lines: read.lines, body, cut };
  }
}

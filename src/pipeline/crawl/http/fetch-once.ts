import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import { looksLikeMarkup } from '../../../reading/sniff.ts';
import { ClassifiedError } from '../outcome/classify-error.ts';
import { type Patience, waitPatiently } from '../outcome/patience.ts';
import { decompress } from './content-coding.ts';
import type { Dispatchers } from './dispatchers.ts';
import { fetchLeniently } from './fetch-leniently.ts';
import { inTurn } from './in-turn.ts';
import { ownTurn, type Turn } from './pacing.ts';
import type { ExchangeContext, RawReply, WireRequest, WireResponse } from './wire.ts';

/**
 * How replies are read: by the book, or as browsers do for servers that the strict parser refused.
 */
export type Reading = 'strict' | 'lenient';

/** A reply that the strict parser refuses, and that a browser might show. */
export class FramingError extends Error {
  override readonly name = 'FramingError';
}

type Phase = 'timeout-connect' | 'timeout-first-byte' | 'timeout-body';

/**
 * One request, one response, no redirects followed. Limits: name, connection, handshake (by the
 * dispatcher), first byte, silence inside the body, whole exchange, bytes of the head, on the wire
 * and after decompression. Throws undici's errors, `ClassifiedError` and, when `reading` is strict,
 * `FramingError`.
 */
export async function fetchOnce(
  request: WireRequest,
  dispatchers: Dispatchers,
  settings: CrawlSettings,
  options: {
    readonly reading: Reading;
    /** What is left of the total limit; what the exchange takes is taken from it. */
    readonly patience?: Patience;
    readonly onPhase?: ((phase: string) => void) | undefined;
    /** The turn at the host that the request uses. */
    readonly turn?: Turn;
  } = { reading: 'strict' },
): Promise<WireResponse> {
  const total = new AbortController();
  let phase: Phase = 'timeout-first-byte';
  const done = waitPatiently(options.patience ?? { left: settings.timeouts.total }, () =>
    total.abort(new ClassifiedError(phase, `not complete after ${settings.timeouts.total} ms`)),
  );
  const turn = options.turn ?? ownTurn;
  const onLost = (): void => total.abort(new ClassifiedError('our-fault', 'the host was given to another worker'));
  turn.lost?.addEventListener('abort', onLost, { once: true });
  const onPhase = (name: 'first-byte' | 'body'): void => {
    if (name === 'body') turn.answered();
    phase = `timeout-${name}`;
    options.onPhase?.(name === 'body' ? 'body' : 'connection and first byte');
  };
  try {
    onPhase('first-byte');
    const context = { signal: total.signal, onPhase, turn };
    const reply =
      options.reading === 'strict'
        ? await fetchStrictly(request, dispatchers, settings, context)
        : await fetchLeniently(request, dispatchers, settings, context);
    return await responseOf(request, reply, settings);
  } catch (error) {
    // What was found out about the reply is worth more than that it came too late.
    throw total.signal.aborted && !(error instanceof ClassifiedError) ? total.signal.reason : error;
  } finally {
    turn.lost?.removeEventListener('abort', onLost);
    done();
  }
}

async function responseOf(request: WireRequest, reply: RawReply, settings: CrawlSettings): Promise<WireResponse> {
  const headers: Record<string, string> = {};
  const cookies: string[] = [];
  for (const [name, value] of reply.lines) {
    if (name === 'set-cookie') cookies.push(value);
    const first = headers[name];
    if (first === undefined) headers[name] = value;
    else if (name !== 'location' && name !== 'content-type') headers[name] = `${first}, ${value}`;
  }
  const { bytes, whole } = await decompress(reply.body, headers['content-encoding'], settings.limits);
  // Whoever takes only the first part gets no more than that.
  const cut = request.upTo === undefined && (reply.cut || !whole);
  // Of a document browsers show what came; the half of anything else is nothing.
  if (cut && !looksLikeMarkup(bytes)) throw new ClassifiedError('reset', 'closed before the body was complete');
  return { status: reply.status, headers, cookies, body: bytes, cut };
}

async function fetchStrictly(
  request: WireRequest,
  dispatchers: Dispatchers,
  settings: CrawlSettings,
  { signal, onPhase, turn }: ExchangeContext,
): Promise<RawReply> {
  const route = dispatchers.route(request.url);
  const limit = request.upTo ?? settings.limits['body-bytes'];
  const response = await inTurn(route.dispatcher, turn)
    .request({
      origin: route.origin,
      path: route.path,
      method: request.method,
      headers: { ...request.headers, ...route.headers },
      body: request.body,
      signal,
      headersTimeout: settings.timeouts['first-byte'],
      bodyTimeout: settings.timeouts.body,
      responseHeaders: 'raw',
      ...(turn.once ? { reset: true } : {}),
    })
    .catch((error: unknown) => {
      throw isFramingError(error) ? new FramingError('the head of the reply', { cause: error }) : error;
    });
  onPhase('body');
  const lines = linesOf(response.headers);
  const announced = Number(lines.find(([name]) => name === 'content-length')?.[1]);
  if (announced > limit && request.upTo === undefined) {
    response.body.destroy();
    throw new ClassifiedError('too-large', `announces ${announced} bytes, more than ${limit}`);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  let cut = false;
  try {
    for await (const chunk of response.body as AsyncIterable<Buffer>) {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= limit) continue;
      response.body.destroy();
      if (request.upTo === undefined) throw new ClassifiedError('too-large', `more than ${limit} bytes`);
      cut = true;
      break;
    }
  } catch (error) {
    if (signal.aborted || error instanceof ClassifiedError) throw error;
    if (!isEarlyEnd(error) && isFramingError(error)) throw new FramingError('the body of the reply', { cause: error });
    if (!isEarlyEnd(error) || size === 0) throw error;
    cut = true;
  }
  return { status: response.statusCode, lines, body: Buffer.concat(chunks, size), cut };
}

/** From undici's list of names and values in turn. */
function linesOf(raw: unknown): [string, string][] {
  const items = Array.isArray(raw) ? raw.map(String) : [];
  const lines: [string, string][] = [];
  for (let index = 0; index + 1 < items.length; index += 2)
    lines.push([(items[index] ?? '').toLowerCase(), items[index + 1] ?? '']);
  return lines;
}

/**
 * Whether the strict parser refused what came. It has no names of its own for a length beside
 * chunks and for an interim reply that nobody asked for.
 */
function isFramingError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : null;
  return (
    error.name === 'HTTPParserError' ||
    code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' ||
    (code === 'UND_ERR_SOCKET' && error.message === 'bad response')
  );
}

/** Whether the other side ended the connection inside a body. */
function isEarlyEnd(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ['UND_ERR_SOCKET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'ECONNRESET', 'EPIPE'].includes(code);
}

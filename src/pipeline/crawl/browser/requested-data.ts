import type { Page, Request, Response } from 'playwright';
import { within } from '../outcome/deadline.ts';
import type { RequestedData } from '../outcome/requested.ts';

/** For bodies that are still under way when the page is read, in milliseconds. */
const lastBodies = 1500;
const longestSent = 20_000;
const readable = /json|xml|html|text\/plain/iu;
/**
 * A number of seconds or milliseconds of these years, or a draw: made up anew for every request.
 */
const fleeting = /^(?:1[6-9]\d{8}(?:\d{3})?|0?\.\d{6,})$/u;

/**
 * Collects the answers to what the scripts of a page ask for (JSON, XML, markup), as far as their
 * host is wanted: the first so many different requests in the order in which they were sent.
 */
export class DataOf {
  readonly #most: number;
  readonly #bytes: number;
  readonly #isOwn: (url: string) => boolean;
  readonly #asked = new Map<string, Request>();
  readonly #answers: Promise<{ readonly key: string; readonly data: RequestedData } | null>[] = [];

  /** @param isOwn whether answers of an address's host are kept */
  constructor(page: Page, options: { most: number; bytes: number; isOwn: (url: string) => boolean }) {
    this.#most = options.most;
    this.#bytes = options.bytes;
    this.#isOwn = options.isOwn;
    page.on('request', (request) => this.#note(request));
    page.on('response', (response) => this.#keep(response));
  }

  /** Says from now on whether a request goes where the page has sent one of its kind up to now. */
  knownSoFar(): (request: Request) => boolean {
    const kindOf = (request: Request): string => `${request.method()} ${pathOf(request.url())}`;
    const known = new Set([...this.#asked.values()].map(kindOf));
    return (request) => known.has(kindOf(request));
  }

  /** All that came, in an order that does not depend on how it arrived. */
  async all(): Promise<RequestedData[]> {
    const waiting = Promise.all(
      this.#answers.map((answer) => within(lastBodies, 'reading data', answer).catch(() => null)),
    );
    const found = new Map((await waiting).flatMap((one) => (one === null ? [] : [[one.key, one.data] as const])));
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, data]) => data);
  }

  #note(request: Request): void {
    if (request.resourceType() !== 'xhr' && request.resourceType() !== 'fetch') return;
    if (!/^(?:GET|POST)$/u.test(request.method()) || !this.#isOwn(request.url()) || request.redirectedFrom() !== null)
      return;
    const key = keyOf(request);
    if (key !== null && this.#asked.size < this.#most && !this.#asked.has(key)) this.#asked.set(key, request);
  }

  #keep(response: Response): void {
    let request = response.request();
    for (let from = request.redirectedFrom(); from !== null; from = request.redirectedFrom()) request = from;
    const key = keyOf(request);
    if (key === null || this.#asked.get(key) !== request || !response.ok()) return;
    const type = response.headers()['content-type'] ?? '';
    if (type !== '' && !readable.test(type)) return;
    this.#answers.push(this.#read(key, request, response).catch(() => null));
  }

  async #read(
    key: string,
    request: Request,
    response: Response,
  ): Promise<{ readonly key: string; readonly data: RequestedData } | null> {
    const body = await response.body();
    if (body.length === 0 || body.length > this.#bytes) return null;
    const sent = request.method() === 'POST' ? (request.postData() ?? '') : null;
    return {
      key,
      data: {
        url: lasting(request.url()),
        finalUrl: lasting(response.url()),
        method: sent === null ? 'GET' : 'POST',
        sent,
        sentType: sent === null ? null : ((await request.headerValue('content-type')) ?? null),
        status: response.status(),
        headers: response.headers(),
        body,
      },
    };
  }
}

/** What tells two requests apart; null for one that sends a file or much else. */
function keyOf(request: Request): string | null {
  const sent = request.method() === 'POST' ? (request.postData() ?? '') : '';
  return sent.length > longestSent ? null : `${request.method()} ${lasting(request.url())} ${sent}`;
}

/**
 * An address without parameters that only keep caches from answering: those are other ones the next
 * time.
 */
export function lasting(address: string): string {
  const url = URL.parse(address);
  if (url === null || url.search === '') return address;
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => !fleeting.test(pair.slice(pair.indexOf('=') + 1)));
  if (kept.length === url.search.split('&').length) return address;
  url.search = kept.join('&');
  return url.href;
}

function pathOf(address: string): string {
  const url = URL.parse(address);
  return url === null ? address : `${url.origin}${url.pathname}`;
}

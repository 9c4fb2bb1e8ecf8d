import type { EvidenceStore } from '../../../store/evidence.ts';
import { hashOf } from '../../../store/evidence-files.ts';
import type { ReplyBoard } from '../../../store/reply-board.ts';
import type { Clock } from '../outcome/clock.ts';
import type { TakenFrom } from '../outcome/fetch-outcome.ts';
import { bodyToKeep, isTrouble, PostedReplies, smallBody } from './posted-replies.ts';
import type { WireRequest, WireResponse } from './wire.ts';

/** A reply, and the visit whose request brought it; null if it is the caller's own. */
export interface SharedReply {
  readonly response: WireResponse;
  readonly from: TakenFrom | null;
}

export interface SharedRepliesOptions {
  /** Where the bodies of earlier replies are found. */
  readonly evidence: Pick<EvidenceStore, 'get' | 'put'>;
  /** Hosts that several governments of the run share. */
  readonly hosts: ReadonlySet<string>;
  readonly clock: Clock;
  /** Replies of other processes; null, or left out, where there are none. */
  readonly board?: ReplyBoard | null;
  /** Most replies that are remembered; the longest unused is forgotten first. */
  readonly most?: number;
}

/** A reply without its body, which lies in the evidence under its hash. */
interface Known {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly hash: string;
  /** A body that is so small that it need not be looked up, or was received just now. */
  body: Buffer | null;
  readonly from: TakenFrom;
}

/** About 0.5 KB each. */
const mostKnown = 30_000;
/** Larger bodies stay in memory until their visit has surely written them to the evidence. */
const mostRecent = 48;

/**
 * Replies to requests that several visits of a night make alike. The first visit asks, and the
 * others take its reply: the same bytes and headers, without a request of their own.
 *
 * Shared are GET requests without cookies to hosts of several governments, with equal headers, and
 * only replies that every visitor gets: no failure, no 429 or 5xx, nothing empty or cut, no
 * Set-Cookie, no `Vary: *`, no `no-store`. Every visit checks guard and robots.txt by itself before it comes here,
 * and follows redirects by itself.
 */
export class SharedReplies {
  readonly #evidence: Pick<EvidenceStore, 'get'>;
  readonly #posted: PostedReplies | null;
  readonly #hosts: ReadonlySet<string>;
  readonly #clock: Clock;
  readonly #most: number;
  readonly #known = new Map<string, Known>();
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #recent: Known[] = [];

  constructor({ evidence, hosts, clock, board, most = mostKnown }: SharedRepliesOptions) {
    this.#evidence = evidence;
    this.#posted = board == null ? null : new PostedReplies({ board, evidence, clock });
    this.#hosts = hosts;
    this.#clock = clock;
    this.#most = most;
  }

  /** Replies that are remembered. */
  get size(): number {
    return this.#known.size;
  }

  /** Whether an unconditional request for an address needs no turn at its host. */
  knows(url: string): boolean {
    return this.#known.has(withoutFragment(url));
  }

  /**
   * The reply to a request: another visit's if there is one, else what `send` brings. Rejects only
   * as `send` does.
   * @param government code of the government that is visited
   */
  async take(wire: WireRequest, government: string, send: () => Promise<WireResponse>): Promise<SharedReply> {
    const key = this.#keyOf(wire);
    if (key === null) return { response: await send(), from: null };
    const known = await this.#find(key);
    if (known !== null) return known;
    const underWay = this.#underWay.get(key);
    if (underWay === undefined) return this.#lead(key, government, send);
    await underWay;
    // Whoever waited in vain asks alone: a server in trouble is not worth another wait.
    return (await this.#find(key)) ?? { response: await send(), from: null };
  }

  /** Null: the request is not shared. */
  #keyOf({ url, method, headers, upTo }: WireRequest): string | null {
    if (method !== 'GET' || upTo !== undefined || headers.cookie !== undefined || !this.#hosts.has(url.host))
      return null;
    const conditions = ['if-none-match', 'if-modified-since'].flatMap((name) => headers[name] ?? []);
    const own = Object.entries(headers).filter(([name]) => !everySent.has(name) && !name.startsWith('if-'));
    const variant = conditions.length + own.length === 0 ? '' : `\n${JSON.stringify([conditions, own.sort()])}`;
    return withoutFragment(url.href) + variant;
  }

  async #find(key: string): Promise<SharedReply | null> {
    const known = this.#known.get(key);
    if (known === undefined) return null;
    const body = known.body ?? (await this.#evidence.get(known.hash));
    // Its bytes were not kept as evidence: the visit that asked first had no use for them.
    if (body === null) {
      this.#known.delete(key);
      return null;
    }
    this.#known.delete(key);
    this.#known.set(key, known);
    const { status, headers, from } = known;
    return { response: { status, headers, cookies: [], body, cut: false }, from };
  }

  async #lead(key: string, government: string, send: () => Promise<WireResponse>): Promise<SharedReply> {
    let done = (): void => undefined;
    const underWay = new Promise<void>((resolve) => {
      done = resolve;
    });
    this.#underWay.set(key, underWay);
    try {
      if (this.#posted === null) return this.#keepIfShared(key, government, await send());
      const { response, from } = await this.#posted.take(key, government, send, isForEverybody);
      return this.#keepIfShared(key, government, response, from);
    } finally {
      this.#underWay.delete(key);
      done();
    }
  }

  /** @param from the visit that brought the reply; null: the caller's own has */
  #keepIfShared(key: string, government: string, response: WireResponse, from: TakenFrom | null = null): SharedReply {
    if (from !== null || isForEverybody(response)) {
      const own = { government, time: new Date(this.#clock.now()).toISOString() };
      this.#keep(key, from ?? own, response);
    }
    return { response, from };
  }

  #keep(key: string, from: TakenFrom, { status, headers, body: received }: WireResponse): void {
    const body = bodyToKeep({ status, headers, body: received });
    const known: Known = { status, headers, hash: hashOf(body), body, from };
    this.#known.set(key, known);
    if (body.length > smallBody) this.#recent.push(known);
    const written = this.#recent.length > mostRecent ? this.#recent.shift() : undefined;
    if (written !== undefined) written.body = null;
    const [oldest] = this.#known.size > this.#most ? this.#known.keys() : [];
    if (oldest !== undefined) this.#known.delete(oldest);
  }
}

/** Headers that every request of a run carries with the same value. */
const everySent: ReadonlySet<string> = new Set(['user-agent', 'accept', 'accept-language', 'accept-encoding']);

function withoutFragment(url: string): string {
  const at = url.indexOf('#');
  return at < 0 ? url : url.slice(0, at);
}

/** Whether any visitor without a session gets this reply. */
function isForEverybody(response: WireResponse): boolean {
  const { headers, cookies } = response;
  if (isTrouble(response) || cookies.length > 0) return false;
  // Both are lists, of one header or of several that were joined.
  return (
    !/(?:^|,)\s*\*\s*(?:,|$)/u.test(headers.vary ?? '') &&
    !/(?:^|[\s,])no-store\b/iu.test(headers['cache-control'] ?? '')
  );
}

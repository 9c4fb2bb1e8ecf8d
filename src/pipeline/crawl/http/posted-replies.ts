import { randomUUID } from 'node:crypto';
import type { EvidenceStore } from '../../../store/evidence.ts';
import { hashOf } from '../../../store/evidence-files.ts';
import type { PostedReply, ReplyBoard } from '../../../store/reply-board.ts';
import type { Clock } from '../outcome/clock.ts';
import type { TakenFrom } from '../outcome/fetch-outcome.ts';
import type { WireResponse } from './wire.ts';

export interface PostedRepliesOptions {
  readonly board: ReplyBoard;
  /** Where bodies lie that are too large for the board. */
  readonly evidence: Pick<EvidenceStore, 'get' | 'put'>;
  readonly clock: Clock;
}

/** Bodies up to this size, in bytes, stand on the board itself. */
export const smallBody = 512;
/** How long (ms) another process that asks is waited for, and how often the board is looked at. */
const patience = 20_000;
const pollPause = 300;
/** How long (ms) a process may take to ask until another one may instead. */
const claimTime = 60_000;

/**
 * The replies that the processes of a run share: the first one that wants a reply asks and posts it,
 * and the others take it. Who has waited in vain asks for itself, and so does everybody while the
 * board cannot be read: then it only costs a request.
 */
export class PostedReplies {
  readonly #board: ReplyBoard;
  readonly #evidence: Pick<EvidenceStore, 'get' | 'put'>;
  readonly #clock: Clock;

  constructor({ board, evidence, clock }: PostedRepliesOptions) {
    this.#board = board;
    this.#evidence = evidence;
    this.#clock = clock;
  }

  /**
   * The reply to a request: another process's if there is one, else what `send` brings. Rejects only
   * as `send` does.
   *
   * @param key tells requests apart that are answered differently
   * @param government code of the government that is visited
   * @param mayShare whether every visit gets this reply
   */
  async take(
    key: string,
    government: string,
    send: () => Promise<WireResponse>,
    mayShare: (response: WireResponse) => boolean,
  ): Promise<{ readonly response: WireResponse; readonly from: TakenFrom | null }> {
    const token = randomUUID();
    const found = await this.#seek(key, token);
    if (found !== 'ours') return found ?? { response: await send(), from: null };
    let response: WireResponse;
    try {
      response = await send();
    } catch (error) {
      await this.#board.giveUp(key, token, false).catch(() => undefined);
      throw error;
    }
    await this.#post(key, token, government, response, mayShare(response)).catch(() => undefined);
    return { response, from: null };
  }

  /** `ours`: the caller asks, and owes the board an answer. Null: it asks for itself. */
  async #seek(key: string, token: string): Promise<{ response: WireResponse; from: TakenFrom } | 'ours' | null> {
    const until = this.#clock.steady() + patience;
    try {
      for (;;) {
        const claim = await this.#board.claim(key, token, claimTime);
        if (claim.kind === 'ours') return 'ours';
        if (claim.kind === 'alone') return null;
        if (claim.kind === 'known') return await this.#read(claim.reply);
        if (this.#clock.steady() >= until) return null;
        await this.#clock.sleep(pollPause);
      }
    } catch {
      return null;
    }
  }

  /** Null where the bytes are gone. */
  async #read({ status, headers, hash, body: own, from }: PostedReply) {
    const body = own ?? (await this.#evidence.get(hash));
    return body === null ? null : { response: { status, headers, cookies: [], body, cut: false }, from };
  }

  async #post(
    key: string,
    token: string,
    government: string,
    response: WireResponse,
    mayShare: boolean,
  ): Promise<void> {
    if (!mayShare) return this.#board.giveUp(key, token, !isTrouble(response));
    const { status, headers } = response;
    const body = bodyToKeep(response);
    const isSmall = body.length <= smallBody;
    const hash = hashOf(body);
    // Whoever reads the board must find the bytes, and the visit itself writes them only later.
    if (!isSmall) await this.#evidence.put(body, hash);
    const from = { government, time: new Date(this.#clock.now()).toISOString() };
    await this.#board.post(key, token, { status, headers, hash, body: isSmall ? body : null, from });
  }
}

/** Whether a server in trouble answered, which may answer the next one better: a document without content is a failure. */
export function isTrouble({ status, body, cut }: WireResponse): boolean {
  return status === 429 || status >= 500 || cut || (status < 300 && body.length === 0);
}

/** Nobody reads what stands beside a redirect. */
export function bodyToKeep({ status, headers, body }: Pick<WireResponse, 'status' | 'headers' | 'body'>): Buffer {
  return status >= 300 && status < 400 && headers.location ? Buffer.alloc(0) : body;
}

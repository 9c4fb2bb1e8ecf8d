import type { SiteReply } from '../town.ts';

/** Cache of recent replies, limited by body bytes; used by hosts that many towns share. */
export class ReplyCache {
  readonly #limit: number;
  readonly #replies = new Map<string, SiteReply>();
  #bytes = 0;

  /** @param limit bytes of all bodies together */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string): SiteReply | null {
    const reply = this.#replies.get(key);
    if (reply === undefined) return null;
    this.#replies.delete(key);
    this.#replies.set(key, reply);
    return reply;
  }

  set(key: string, reply: SiteReply): void {
    const bytes = reply.body.length;
    if (bytes > this.#limit / 8 || this.#replies.has(key)) return;
    this.#replies.set(key, reply);
    this.#bytes += bytes;
    for (const [oldest, { body }] of this.#replies) {
      if (this.#bytes <= this.#limit) break;
      this.#replies.delete(oldest);
      this.#bytes -= body.length;
    }
  }
}

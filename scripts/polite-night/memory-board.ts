import type { Clock } from '../../src/pipeline/crawl/outcome/clock.ts';
import type { PostedReply, ReplyBoard, ReplyClaim } from '../../src/store/reply-board.ts';

interface Row {
  token: string;
  until: number;
  reply: PostedReply | 'alone' | null;
}

/** The board of replies without a database. */
export class MemoryBoard implements ReplyBoard {
  readonly #rows = new Map<string, Row>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async claim(key: string, token: string, lease: number): Promise<ReplyClaim> {
    const row = this.#rows.get(key);
    const now = this.#clock.steady();
    if (row === undefined || (row.reply === null && row.until <= now)) {
      this.#rows.set(key, { token, until: now + lease, reply: null });
      return { kind: 'ours' };
    }
    if (row.reply === null) return { kind: 'theirs' };
    return row.reply === 'alone' ? { kind: 'alone' } : { kind: 'known', reply: row.reply };
  }

  async post(key: string, token: string, reply: PostedReply): Promise<void> {
    const row = this.#rows.get(key);
    if (row?.token === token) row.reply = reply;
  }

  async giveUp(key: string, token: string, alone: boolean): Promise<void> {
    const row = this.#rows.get(key);
    if (row?.token !== token) return;
    if (alone) row.reply = 'alone';
    else row.until = 0;
  }
}

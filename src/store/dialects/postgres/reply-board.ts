import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { PostedReply, ReplyBoard, ReplyBoards, ReplyClaim } from '../../reply-board.ts';
import type { Tables } from '../../tables.ts';

/** Milliseconds since the epoch by the clock that all processes share. */
const now = sql<number>`(extract(epoch from clock_timestamp()) * 1000)::float8`;
/** The status of a reply that is never shared. */
const alone = 0;

const replySchema = z.object({
  headers: z.record(z.string(), z.string()),
  hash: z.string(),
  /** Base64. */
  body: z.string().nullable(),
  from: z.object({ government: z.string(), time: z.string() }),
});

/** Replies that processes share over PostgreSQL. */
export function postgresReplyBoards(db: Kysely<Tables>): ReplyBoards {
  return {
    of: (run, pass) => new PostgresReplyBoard(db, run, pass),
    async drop(run) {
      await db.deleteFrom('shared_replies').where('run', '=', run).execute();
    },
  };
}

class PostgresReplyBoard implements ReplyBoard {
  readonly #db: Kysely<Tables>;
  readonly #run: string;
  readonly #pass: 1 | 2;

  constructor(db: Kysely<Tables>, run: string, pass: 1 | 2) {
    this.#db = db;
    this.#run = run;
    this.#pass = pass;
  }

  async claim(key: string, token: string, lease: number): Promise<ReplyClaim> {
    const name = nameOf(key);
    const isRow = sql`run = ${this.#run} and pass = ${this.#pass}::int and key = ${name}`;
    // Most requests are answered already, and the first part then writes nothing.
    const { rows } = await sql<{ ours: boolean; status: number | null; reply: string | null }>`
      with claimed as (
        insert into shared_replies as r (run, pass, key, token, until)
        select ${this.#run}, ${this.#pass}::int, ${name}, ${token}, ${now} + ${lease}::float8
        where not exists (select from shared_replies where ${isRow} and (status is not null or until > ${now}))
        on conflict (run, pass, key) do update set token = excluded.token, until = excluded.until
          where r.status is null and r.until <= ${now}
        returning 1)
      select true as ours, null::int as status, null as reply from claimed
      union all
      select false, status, reply from shared_replies
      where ${isRow} and not exists (select from claimed)
    `.execute(this.#db);
    const [row] = rows;
    // No row: another process has claimed it since the statement began.
    if (row === undefined || (!row.ours && row.status === null)) return { kind: 'theirs' };
    if (row.ours) return { kind: 'ours' };
    if (row.status === null || row.status === alone || row.reply === null) return { kind: 'alone' };
    const { body, ...reply } = replySchema.parse(JSON.parse(row.reply));
    const bytes = body === null ? null : Buffer.from(body, 'base64');
    return { kind: 'known', reply: { ...reply, status: row.status, body: bytes } };
  }

  async post(key: string, token: string, { status, headers, hash, body, from }: PostedReply): Promise<void> {
    const reply = JSON.stringify({ headers, hash, body: body?.toString('base64') ?? null, from });
    await this.#update(key, token, { status, reply });
  }

  async giveUp(key: string, token: string, isAlone: boolean): Promise<void> {
    await this.#update(key, token, isAlone ? { status: alone } : { until: 0 });
  }

  async #update(
    key: string,
    token: string,
    change: { status?: number; reply?: string; until?: number },
  ): Promise<void> {
    await this.#db
      .updateTable('shared_replies')
      .set(change)
      .where('run', '=', this.#run)
      .where('pass', '=', this.#pass)
      .where('key', '=', nameOf(key))
      .where('token', '=', token)
      .where('status', 'is', null)
      .execute();
  }
}

/** Addresses may be too long for an index. */
function nameOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

import type { Kysely } from 'kysely';
import { findingKey } from '../model/finding.ts';
import type { Review } from '../model/review.ts';
import { type ChainHead, chainDamage, emptyChain, entryHash } from '../model/review-log.ts';
import { UsageError } from '../model/usage-error.ts';
import { Captures } from './captures.ts';
import type { Database } from './database.ts';
import {
  entryOf,
  type LogEntry,
  type NewEntry,
  type NewReview,
  type NewRow,
  reviewOf,
  verdictRow,
  withDecision,
  withdrawalRow,
} from './review-rows.ts';
import { insertBatch, type Tables } from './tables.ts';

export type { LogEntry, NewEntry, NewReview } from './review-rows.ts';

/** What the newest entry on a finding must be for a decision to be stored. */
export interface Expectation {
  readonly government: string;
  readonly probe: string;
  /** Id of the newest verdict in force that the person saw; null: none. */
  readonly newest: number | null;
}

/**
 * The log of what people said about findings. Entries are appended, never overwritten: a verdict is
 * corrected by a later one and taken back by a withdrawal. Every entry contains the hash of the one
 * before it.
 */
export class Reviews {
  readonly #db: Kysely<Tables>;
  readonly #serially: Database['serially'];

  constructor({ db, serially }: Pick<Database, 'db' | 'serially'>) {
    this.#db = db;
    this.#serially = serially;
  }

  /** Appends a verdict; resolves to it. */
  async append(verdict: NewReview): Promise<Review> {
    const [review] = await this.appendAll([verdict]);
    if (review === undefined) throw new Error('the verdict that was appended is not there');
    return review;
  }

  /**
   * Appends verdicts in their order, all or none; resolves to them. Those of more than one finding
   * become one decision, which is taken back as a whole.
   *
   * @param expectations what the person saw; checked in the same transaction
   * @throws UsageError when somebody else has decided since.
   */
  async appendAll(verdicts: readonly NewReview[], expectations: readonly Expectation[] = []): Promise<Review[]> {
    const ids = new Set(
      await this.#insert(async (trx) => {
        for (const expectation of expectations) await checkExpectation(trx, expectation);
        return verdicts.map(verdictRow);
      }),
    );
    return (await this.list()).filter(({ id }) => ids.has(id));
  }

  /** Appends entries that are no verdicts, all or none; resolves to their ids. */
  async record(entries: readonly NewEntry[]): Promise<number[]> {
    return this.#insert(async () =>
      entries.map((entry) => ({
        ...verdictRow({ ...entry, state: entry.state ?? 'unknown' }),
        kind: entry.kind,
        state: entry.state,
      })),
    );
  }

  /**
   * Appends a withdrawal; resolves to the verdict as it stands now. Throws `UsageError` for an id
   * that is no verdict in force.
   */
  async withdraw(id: number, by: { who: string; when: string; why: string }): Promise<Review> {
    await this.#insert(async (trx) => {
      const review = findReview(await verdictsOf(trx), id);
      const { withdrawal } = review;
      if (withdrawal !== null)
        throw new UsageError(`review ${id} was withdrawn already (${withdrawal.when}, ${withdrawal.who})`);
      return [withdrawalRow(review, by)];
    });
    return findReview(await this.list(), id);
  }

  /**
   * Takes entries of any kind back, all or none.
   *
   * @throws UsageError for an id that is no entry, or one that was taken back already.
   */
  async takeBack(ids: readonly number[], by: { who: string; when: string; why: string }): Promise<void> {
    await this.#insert(async (trx) => {
      const entries = new Map((await entriesOf(trx)).map((entry) => [entry.id, entry]));
      return ids.map((id) => {
        const entry = entries.get(id);
        if (entry === undefined || entry.kind === 'withdrawal')
          throw new UsageError(`there is no review ${id} to take back`);
        if (entry.isWithdrawn) throw new UsageError(`review ${id} was withdrawn already`);
        return withdrawalRow(entry, by);
      });
    });
  }

  /**
   * All verdicts, those withdrawn and superseded too, oldest first; of one government where a code
   * is given.
   */
  async list(code?: string): Promise<Review[]> {
    return verdictsOf(this.#db, code);
  }

  /** Every entry of the log, oldest first; of one government where a code is given. */
  async entries(code?: string): Promise<LogEntry[]> {
    return entriesOf(this.#db, code);
  }

  /** The end of the log. */
  async head(): Promise<ChainHead> {
    const row = await this.#db.selectFrom('review_chain').select(['length', 'sha256']).executeTakeFirst();
    return row ?? emptyChain;
  }

  /**
   * Recomputes the chain.
   *
   * @param heads heads that editions or people keep, each with where it stands
   * @returns one sentence for each entry that was changed, removed, moved or cut off
   */
  async verify(heads: readonly { readonly head: ChainHead; readonly where: string }[] = []): Promise<string[]> {
    const rows = await this.#db.selectFrom('reviews').selectAll().orderBy('id').execute();
    const own = { head: await this.head(), where: 'the data folder' };
    const damage = chainDamage(rows, [own, ...heads]);
    if (own.head.length < rows.length)
      damage.push(
        `review log: it has ${rows.length} entries, the data folder states ${own.head.length}: some were added past the program`,
      );
    return damage;
  }

  /**
   * Hashes of the bytes that reviews rest on: all bodies and pictures of the visits that those in
   * force speak of, and the attachments and files of every entry.
   */
  async evidence(): Promise<Set<string>> {
    const open = (await this.list()).filter(({ status }) => status === 'open');
    const captures = new Captures(this.#db);
    const found = new Set<string>();
    for (const { run, government } of open) for (const hash of await captures.hashes(run, government)) found.add(hash);
    for (const { details } of await this.entries()) {
      if (details?.attachment !== undefined) found.add(details.attachment.sha256);
      if (details?.objection !== undefined) found.add(details.objection.file);
    }
    return found;
  }

  /**
   * Appends rows; resolves to their ids. What they rest on is read in the same transaction, to which
   * nothing is added meanwhile.
   */
  #insert(rowsFor: (trx: Kysely<Tables>) => Promise<readonly NewRow[]>): Promise<number[]> {
    return this.#serially('reviews', async (trx) => {
      const entries = await rowsFor(trx);
      const last = await trx
        .selectFrom('reviews')
        .select(['id', 'sha256'])
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      const first = (last?.id ?? 0) + 1;
      let sha256 = last?.sha256 ?? emptyChain.sha256;
      const rows = entries.map((entry, index) => {
        const row = { id: first + index, ...withDecision(entry, entries.length > 1 ? first : null) };
        sha256 = entryHash(row, sha256);
        return { ...row, sha256 };
      });
      for (let start = 0; start < rows.length; start += insertBatch) {
        await trx
          .insertInto('reviews')
          .values(rows.slice(start, start + insertBatch))
          .execute();
      }
      const end = { length: first - 1 + rows.length, sha256 };
      if (rows.length > 0) await trx.updateTable('review_chain').set(end).where('id', '=', 1).execute();
      return rows.map(({ id }) => id);
    });
  }
}

async function checkExpectation(trx: Kysely<Tables>, { government, probe, newest }: Expectation): Promise<void> {
  const open = (await verdictsOf(trx, government)).filter((item) => item.probe === probe && item.status === 'open');
  const found = open.at(-1);
  if ((found?.id ?? null) === newest) return;
  throw new UsageError(
    found === undefined
      ? `the review ${newest} of ${government} ${probe} was taken back meanwhile; look at the finding again`
      : `${found.who} decided on ${government} ${probe} meanwhile (review ${found.id}); look at the finding again`,
  );
}

async function verdictsOf(db: Kysely<Tables>, code?: string): Promise<Review[]> {
  let query = db.selectFrom('reviews').selectAll();
  if (code !== undefined) query = query.where('code', '=', code);
  const rows = await query.orderBy('id').execute();
  const withdrawals = new Map(rows.flatMap((row) => (row.withdraws === null ? [] : [[row.withdraws, row] as const])));
  const newer = new Map<string, string>();
  const reviews: Review[] = [];
  for (const row of rows.filter(({ kind }) => kind === 'verdict').reverse()) {
    const withdrawal = withdrawals.get(row.id);
    const subject = findingKey({ government: row.code, probe: row.probe });
    const observed = newer.get(subject);
    const superseded = observed !== undefined && observed >= row.observed;
    const status = withdrawal !== undefined ? 'withdrawn' : superseded ? 'superseded' : 'open';
    if (status === 'open') newer.set(subject, row.observed);
    reviews.push(reviewOf(row, status, withdrawal));
  }
  return reviews.reverse();
}

async function entriesOf(db: Kysely<Tables>, code?: string): Promise<LogEntry[]> {
  let query = db.selectFrom('reviews').selectAll();
  if (code !== undefined) query = query.where('code', '=', code);
  const rows = await query.orderBy('id').execute();
  const withdrawn = new Set(rows.flatMap(({ withdraws }) => (withdraws === null ? [] : [withdraws])));
  return rows.map((row) => entryOf(row, withdrawn.has(row.id)));
}

function findReview(reviews: readonly Review[], id: number): Review {
  const review = reviews.find((item) => item.id === id);
  if (review !== undefined) return review;
  throw new UsageError(`there is no review ${id}; \`govprobe review --list\` shows all`);
}

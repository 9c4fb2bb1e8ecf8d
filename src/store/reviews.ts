import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { findingKey, findingStateSchema } from '../model/finding.ts';
import { claimHash, type Review } from '../model/review.ts';
import { UsageError } from '../model/usage-error.ts';
import { Captures } from './captures.ts';
import { insertBatch, type ReviewTable, type Tables } from './tables.ts';

/** A verdict as it is handed in; what the log adds is its id and its status. */
export type NewReview = Omit<Review, 'id' | 'machineHash' | 'status' | 'withdrawal'>;

const valueSchema = z.record(z.string(), z.unknown()).nullable();
const machineSchema = z.object({ state: findingStateSchema, value: valueSchema });

/**
 * The log of what people said about findings. Entries are appended, never overwritten: a verdict is
 * corrected by a later one and taken back by a withdrawal.
 */
export class Reviews {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Appends a verdict; resolves to it. */
  async append(verdict: NewReview): Promise<Review> {
    const [review] = await this.appendAll([verdict]);
    if (review === undefined) throw new Error('the verdict that was appended is not there');
    return review;
  }

  /** Appends verdicts in their order, all or none; resolves to them. */
  async appendAll(verdicts: readonly NewReview[]): Promise<Review[]> {
    const ids = new Set(await this.#insert(verdicts.map(verdictRow)));
    return (await this.list()).filter(({ id }) => ids.has(id));
  }

  /**
   * Appends a withdrawal; resolves to the verdict as it stands now. Throws `UsageError` for an id
   * that is no verdict in force.
   */
  async withdraw(id: number, by: { who: string; when: string; why: string }): Promise<Review> {
    const review = await this.#get(id);
    if (review.withdrawal !== null) {
      throw new UsageError(`review ${id} was withdrawn already (${review.withdrawal.when}, ${review.withdrawal.who})`);
    }
    const row: NewRow = {
      kind: 'withdrawal',
      code: review.government,
      probe: review.probe,
      run: review.run,
      observed: review.observed,
      machine: JSON.stringify(review.machine),
      machine_hash: review.machineHash,
      state: null,
      value: null,
      who: by.who,
      made: by.when,
      why: by.why,
      withdraws: id,
    };
    await this.#insert([row]);
    return this.#get(id);
  }

  /**
   * All verdicts, those withdrawn and superseded too, oldest first; of one government where a code
   * is given.
   */
  async list(code?: string): Promise<Review[]> {
    let query = this.#db.selectFrom('reviews').selectAll();
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

  /**
   * Hashes of the bytes that open reviews rest on: all bodies and pictures of the visits that they
   * speak of.
   */
  async evidence(): Promise<Set<string>> {
    const open = (await this.list()).filter(({ status }) => status === 'open');
    const captures = new Captures(this.#db);
    const found = new Set<string>();
    for (const { run, government } of open) for (const hash of await captures.hashes(run, government)) found.add(hash);
    return found;
  }

  async #get(id: number): Promise<Review> {
    const review = (await this.list()).find((item) => item.id === id);
    if (review === undefined) {
      throw new UsageError(`there is no review ${id}; \`govprobe review --list\` shows all`);
    }
    return review;
  }

  /** Inserts rows in one transaction; resolves to their ids. */
  #insert(entries: readonly NewRow[]): Promise<number[]> {
    return this.#db.transaction().execute(async (trx) => {
      const last = await trx
        .selectFrom('reviews')
        .select(({ fn }) => fn.max('id').as('id'))
        .executeTakeFirst();
      const rows = entries.map((entry, index) => ({ id: Number(last?.id ?? 0) + 1 + index, ...entry }));
      for (let start = 0; start < rows.length; start += insertBatch) {
        await trx
          .insertInto('reviews')
          .values(rows.slice(start, start + insertBatch))
          .execute();
      }
      return rows.map(({ id }) => id);
    });
  }
}

type NewRow = Omit<Selectable<ReviewTable>, 'id'>;

function verdictRow({ government, probe, run, observed, machine, state, value, who, when, why }: NewReview): NewRow {
  return {
    kind: 'verdict',
    code: government,
    ...{ probe, run, observed, state, who, why },
    made: when,
    withdraws: null,
    machine: JSON.stringify(machine),
    machine_hash: claimHash(machine),
    value: value === null ? null : JSON.stringify(value),
  };
}

function reviewOf(
  row: Selectable<ReviewTable>,
  status: Review['status'],
  withdrawal: Selectable<ReviewTable> | undefined,
): Review {
  return {
    id: row.id,
    government: row.code,
    probe: row.probe,
    run: row.run,
    observed: row.observed,
    machine: machineSchema.parse(JSON.parse(row.machine)),
    machineHash: row.machine_hash,
    state: findingStateSchema.parse(row.state),
    value: row.value === null ? null : valueSchema.parse(JSON.parse(row.value)),
    who: row.who,
    when: row.made,
    why: row.why,
    status,
    withdrawal:
      withdrawal === undefined
        ? null
        : { id: withdrawal.id, who: withdrawal.who, when: withdrawal.made, why: withdrawal.why },
  };
}

import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { Capture } from '../model/capture.ts';
import type { FailureClass } from '../model/failure.ts';
import type { Finding } from '../model/finding.ts';
import type { SiteKind } from '../model/government.ts';
import { type Run, unreadSchema } from '../model/run.ts';
import { captureRow } from './captures.ts';
import type { Database } from './database.ts';
import { insertFindings } from './findings.ts';
import { runOf } from './runs.ts';
import { insertBatch, type Tables, type VisitTable } from './tables.ts';

/** What a completed visit leaves besides captures and findings. */
export interface VisitRecord {
  readonly code: string;
  readonly started: string;
  readonly finished: string;
  readonly pages: number;
  readonly requests: number;
  readonly bytes: number;
  readonly unread: Readonly<Partial<Record<SiteKind, readonly string[]>>>;
  readonly failures: Readonly<Record<string, number>>;
  /** 2 when the second pass has dealt with it; 1 by default. */
  readonly pass?: 1 | 2;
  /**
   * What the findings rest on besides the captures; left out where nothing may be taken over from
   * this visit.
   */
  readonly reading?: Reading | null;
}

/**
 * What the findings of a visit rest on besides its captures, for taking them over on a later night.
 */
export interface Reading {
  /** Hash over tool, configuration, probes and registry row. */
  readonly key: string;
  /** When pages were last read and judged, ISO. */
  readonly readAt: string;
  /** Until when the same bytes are known to give the same findings, ISO; null: not at all. */
  readonly stableUntil: string | null;
}

/** Further statements of a transaction; a rejection undoes all of it. */
export type Within = (db: Kysely<Tables>) => Promise<void>;

const nothingElse: Within = async () => undefined;

/** Count of failed captures by failure class. */
const failuresSchema = z.record(z.string(), z.number());

/**
 * Completed visits. One visit is one transaction, so a killed process leaves a whole visit or none
 * of it.
 */
export class Visits {
  readonly #db: Kysely<Tables>;
  readonly #serially: Database['serially'];

  constructor({ db, serially }: Pick<Database, 'db' | 'serially'>) {
    this.#db = db;
    this.#serially = serially;
  }

  /** Complete visits of a run; with a code, that of one government. */
  async list(run: string, code?: string): Promise<VisitRecord[]> {
    let query = this.#db.selectFrom('visits').selectAll().where('run', '=', run);
    if (code !== undefined) query = query.where('code', '=', code);
    const rows = await query.orderBy('code').execute();
    return rows.map(visitOf);
  }

  /** Number of governments whose visit is complete. */
  async count(run: string): Promise<number> {
    const row = await this.#db
      .selectFrom('visits')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('run', '=', run)
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  }

  /** Codes of the governments whose visit is complete. */
  async completed(run: string): Promise<Set<string>> {
    const rows = await this.#db.selectFrom('visits').select('code').where('run', '=', run).execute();
    return new Set(rows.map((row) => row.code));
  }

  /**
   * The run that made the newest complete visit of a government, by the end of the visit: a run
   * that was resumed may have begun before another and visited after it. Null when there is none.
   */
  async newest(code: string): Promise<Run | null> {
    const row = await this.#db
      .selectFrom('visits')
      .innerJoin('runs', 'runs.id', 'visits.run')
      .selectAll('runs')
      .where('visits.code', '=', code)
      .where('runs.kind', 'not in', ['derived', 'import'])
      .orderBy('visits.finished', 'desc')
      .orderBy('runs.started', 'desc')
      .orderBy('runs.id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? null : runOf(row);
  }

  /**
   * Stores a whole visit or nothing of it. A visit of the same run and government is replaced.
   *
   * @param first what must succeed before, in the same transaction
   */
  async commit(
    run: Pick<Run, 'id' | 'toolVersion' | 'configHash'>,
    visit: VisitRecord,
    captures: readonly Capture[],
    findings: readonly Finding[],
    first: Within = nothingElse,
  ): Promise<void> {
    await this.#serially(`visit ${run.id} ${visit.code}`, async (trx) => {
      await first(trx);
      for (const table of ['visits', 'captures', 'findings'] as const) {
        await trx.deleteFrom(table).where('run', '=', run.id).where('code', '=', visit.code).execute();
      }
      await trx.insertInto('visits').values(rowOf(run.id, visit)).execute();
      for (let start = 0; start < captures.length; start += insertBatch) {
        const rows = captures
          .slice(start, start + insertBatch)
          .map((capture, offset) => captureRow(run.id, visit.code, capture, start + offset));
        await trx.insertInto('captures').values(rows).execute();
      }
      await insertFindings(trx, run, visit.code, findings);
    });
  }

  /**
   * Governments of a run whose first visit left a finding unknown for one of these classes and that
   * await the second pass.
   */
  async awaitingSecondPass(run: string, classes: readonly FailureClass[]): Promise<Set<string>> {
    if (classes.length === 0) return new Set();
    const rows = await this.#db
      .selectFrom('visits')
      .innerJoin('findings', (join) =>
        join.onRef('findings.run', '=', 'visits.run').onRef('findings.code', '=', 'visits.code'),
      )
      .select('visits.code')
      .distinct()
      .where('visits.run', '=', run)
      .where('visits.pass', '=', 1)
      .where('findings.state', 'in', ['unknown', 'present'])
      .where('findings.reason', 'in', [...classes])
      .execute();
    return new Set(rows.map((row) => row.code));
  }

  /**
   * Keeps the visit of the first pass and marks it as dealt with by the second.
   *
   * @param first what must succeed before, in the same transaction
   */
  async keepFirstPass(run: string, code: string, first: Within = nothingElse): Promise<void> {
    await this.#serially(`visit ${run} ${code}`, async (trx) => {
      await first(trx);
      await trx.updateTable('visits').set({ pass: 2 }).where('run', '=', run).where('code', '=', code).execute();
    });
  }
}

function visitOf(row: Selectable<VisitTable>): VisitRecord {
  return {
    code: row.code,
    started: row.started,
    finished: row.finished,
    pages: row.pages,
    requests: row.requests,
    bytes: row.bytes,
    unread: unreadSchema.parse(JSON.parse(row.unread)),
    failures: failuresSchema.parse(JSON.parse(row.failures)),
    pass: row.pass === 2 ? 2 : 1,
    reading:
      row.reading === null || row.read_at === null
        ? null
        : { key: row.reading, readAt: row.read_at, stableUntil: row.stable_until },
  };
}

function rowOf(run: string, visit: VisitRecord): Selectable<VisitTable> {
  return {
    run,
    code: visit.code,
    started: visit.started,
    finished: visit.finished,
    pages: visit.pages,
    requests: visit.requests,
    bytes: visit.bytes,
    unread: JSON.stringify(visit.unread),
    failures: JSON.stringify(visit.failures),
    pass: visit.pass ?? 1,
    reading: visit.reading?.key ?? null,
    read_at: visit.reading?.readAt ?? null,
    stable_until: visit.reading?.stableUntil ?? null,
  };
}

import { type Kysely, sql } from 'kysely';
import type { CaptureCount, CaptureMark, FailureCount } from '../model/capture-figures.ts';
import { failureClassSchema } from '../model/failure.ts';
import { siteKindSchema } from '../model/government.ts';
import type { Tables } from './tables.ts';

/** What is counted over the captures of a run. */
export class CaptureFigures {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Failed captures of a run by government, site and class. */
  async failureCounts(run: string): Promise<FailureCount[]> {
    const rows = await this.#db
      .selectFrom('captures')
      .select(({ fn }) => ['code', 'site', 'failure', fn.countAll<number>().as('count')])
      .where('run', '=', run)
      .where('failure', 'is not', null)
      .groupBy(['code', 'site', 'failure'])
      .orderBy('code')
      .orderBy('site')
      .orderBy('failure')
      .execute();
    return rows.map((row) => ({
      government: row.code,
      site: siteKindSchema.parse(row.site),
      class: failureClassSchema.parse(row.failure),
      count: Number(row.count),
    }));
  }

  /** When the captures with these ids were made and what their bytes hash to; ids that no run holds are left out. */
  async captureMarks(runs: readonly string[], ids: ReadonlySet<string>): Promise<Record<string, CaptureMark>> {
    const rows = await this.#db
      .selectFrom('captures')
      .select(['id', sql<string>`json_extract(record, '$.time')`.as('time')])
      .select(sql<string | null>`json_extract(record, '$.body')`.as('body'))
      .where('run', 'in', [...runs])
      .execute();
    return Object.fromEntries(
      rows.flatMap(({ id, time, body }) => (ids.has(id) ? [[id, { time, sha256: body }] as const] : [])),
    );
  }

  /** Captures of a run by site, and how many of them can be read. */
  async captureCounts(run: string): Promise<CaptureCount[]> {
    const rows = await this.#db
      .selectFrom('captures')
      .select(({ fn }) => ['site', fn.countAll<number>().as('captures'), fn.count<number>('failure').as('failed')])
      .where('run', '=', run)
      .groupBy('site')
      .orderBy('site')
      .execute();
    return rows.map((row) => ({
      site: siteKindSchema.parse(row.site),
      captures: Number(row.captures),
      readable: Number(row.captures) - Number(row.failed),
    }));
  }
}

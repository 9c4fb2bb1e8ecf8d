import type { Kysely, Selectable } from 'kysely';
import { bytesOf, type Capture, captureSchema } from '../model/capture.ts';
import type { CaptureCount, CaptureMark, FailureCount } from '../model/capture-figures.ts';
import { failureClassSchema } from '../model/failure.ts';
import { siteKindSchema } from '../model/government.ts';
import type { CaptureTable, Tables } from './tables.ts';

/** Records of captures; their bytes are in the evidence store. */
export class Captures {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Captures of one visit in the order recorded. */
  async list(run: string, code: string): Promise<Capture[]> {
    const rows = await this.#db
      .selectFrom('captures')
      .select('record')
      .where('run', '=', run)
      .where('code', '=', code)
      .orderBy('position')
      .execute();
    return rows.map((row) => captureSchema.parse(JSON.parse(row.record)));
  }

  /** Failed captures of a run by government, site and class. */
  async failures(run: string): Promise<FailureCount[]> {
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

  /** Captures of a run by site, and how many of them can be read. */
  async counts(run: string): Promise<CaptureCount[]> {
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

  /**
   * When the captures with these ids were made and what their bytes hash to; ids that no run holds
   * are left out.
   */
  async marks(runs: readonly string[], ids: ReadonlySet<string>): Promise<Record<string, CaptureMark>> {
    const rows = await this.#db
      .selectFrom('captures')
      .select(['id', 'time', 'body'])
      .where('run', 'in', [...runs])
      .execute();
    return Object.fromEntries(
      rows.flatMap(({ id, time, body }) => (ids.has(id) ? [[id, { time, sha256: body }] as const] : [])),
    );
  }

  /** Whether a browser showed any page of a run. */
  async hasBrowser(run: string): Promise<boolean> {
    // Quotes inside of a text are escaped in JSON, so only the field itself has this form.
    const row = await this.#db
      .selectFrom('captures')
      .select('id')
      .where('run', '=', run)
      .where('record', 'like', '%"via":"browser"%')
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }

  /**
   * Hashes of all bodies and pictures that the captures of one run refer to; of one government
   * where a code is given.
   */
  async hashes(run: string, code?: string): Promise<Set<string>> {
    let query = this.#db.selectFrom('captures').select(['body', 'screenshot']).where('run', '=', run);
    if (code !== undefined) query = query.where('code', '=', code);
    return new Set((await query.execute()).flatMap(bytesOf));
  }
}

/** The row of a capture; `position` is its place in the visit. */
export function captureRow(run: string, code: string, capture: Capture, position: number): Selectable<CaptureTable> {
  return {
    run,
    code,
    id: capture.id,
    site: capture.site,
    role: capture.role,
    url: capture.url,
    failure: capture.failure,
    time: capture.time,
    body: capture.body,
    screenshot: capture.screenshot,
    position,
    record: JSON.stringify(capture),
  };
}

import type { Kysely } from 'kysely';
import { type Capture, captureSchema } from '../model/capture.ts';
import { type Finding, findingKey } from '../model/finding.ts';
import { type Government, governmentSchema } from '../model/government.ts';
import type { Judgement } from '../model/judged-finding.ts';
import { type Run, unreadSchema } from '../model/run.ts';
import { CaptureFigures } from './capture-figures.ts';
import { copyRun } from './copy-run.ts';
import { type OpenMode, openDatabase } from './database.ts';
import { Editions } from './editions.ts';
import { EvidenceFiles } from './evidence-files.ts';
import { Nights } from './nights.ts';
import { PageFiles } from './page-files.ts';
import { failuresSchema, findingOf, runOf, runRow, type VisitRecord } from './records.ts';
import { Retention } from './retention.ts';
import { Reviews } from './reviews.ts';
import type { Tables } from './tables.ts';

export type { Run, RunSettings } from '../model/run.ts';
export type { Reading, VisitRecord } from './records.ts';

export interface FindingFilter {
  readonly code?: string;
  readonly probe?: string;
  readonly state?: string;
}

/** Rows in one INSERT; SQLite takes at most 32,766 bound values in a statement. */
const insertBatch = 500;

/**
 * The data folder: runs, plans, visits, captures and findings in the database, bodies in evidence files. One visit is one
 * transaction; what a killed process leaves is either a whole visit or none of it.
 */
export class Store {
  readonly #db: Kysely<Tables>;
  readonly evidence: EvidenceFiles;
  readonly pages: PageFiles;
  readonly nights: Nights;
  readonly retention: Retention;
  readonly reviews: Reviews;
  readonly editions: Editions;
  readonly figures: CaptureFigures;

  private constructor(db: Kysely<Tables>, dataFolder: string) {
    this.#db = db;
    this.evidence = new EvidenceFiles(dataFolder);
    this.pages = new PageFiles(dataFolder);
    this.nights = new Nights(db);
    this.retention = new Retention(db);
    this.reviews = new Reviews(db);
    this.editions = new Editions(db);
    this.figures = new CaptureFigures(db);
  }

  static async open(dataFolder: string, mode: OpenMode): Promise<Store> {
    return new Store(await openDatabase(dataFolder, mode), dataFolder);
  }

  async close(): Promise<void> {
    await this.#db.destroy();
  }

  /** Records a run together with its plan. */
  async startRun(run: Omit<Run, 'finished'>, plan: readonly Government[]): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      await trx.insertInto('runs').values(runRow(run)).execute();
      for (let start = 0; start < plan.length; start += insertBatch) {
        await trx
          .insertInto('planned_visits')
          .values(
            plan.slice(start, start + insertBatch).map((government, offset) => ({
              run: run.id,
              code: government.code,
              position: start + offset,
              government: JSON.stringify(government),
            })),
          )
          .execute();
      }
    });
  }

  /**
   * Records a run of kind `derived` with the plan, visits, captures and findings of another one. An unfinished derived run of
   * the same id, left by a process that was killed, is replaced.
   */
  async startDerivedRun(run: Omit<Run, 'finished'>, from: string): Promise<void> {
    await copyRun(this.#db, run, from);
  }

  /** Hashes of all bytes that a frozen edition (every one, where no name is given) refers to; they must be kept. */
  editionEvidence(name?: string): Promise<Set<string>> {
    return this.editions.evidence(name);
  }

  async finishRun(id: string, finished: string): Promise<void> {
    await this.#db.updateTable('runs').set({ finished }).where('id', '=', id).execute();
  }

  /** Runs, newest first. */
  async runs(): Promise<Run[]> {
    const rows = await this.#db
      .selectFrom('runs')
      .selectAll()
      .orderBy('started', 'desc')
      .orderBy('id', 'desc')
      .execute();
    return rows.map(runOf);
  }

  /** The governments of a run in the order of its plan. */
  async plan(run: string): Promise<Government[]> {
    const rows = await this.#db
      .selectFrom('planned_visits')
      .select('government')
      .where('run', '=', run)
      .orderBy('position')
      .execute();
    return rows.map((row) => governmentSchema.parse(JSON.parse(row.government)));
  }

  /** Codes of the governments whose visit is complete. */
  async completed(run: string): Promise<Set<string>> {
    const rows = await this.#db.selectFrom('visits').select('code').where('run', '=', run).execute();
    return new Set(rows.map((row) => row.code));
  }

  /** Complete visits of a run; with a code, that of one government. */
  async visits(run: string, code?: string): Promise<VisitRecord[]> {
    let query = this.#db.selectFrom('visits').selectAll().where('run', '=', run);
    if (code !== undefined) query = query.where('code', '=', code);
    const rows = await query.orderBy('code').execute();
    return rows.map((row) => ({
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
    }));
  }

  /** Commits a whole visit: all of it is stored or nothing. A visit of the same run and government is replaced. */
  async commitVisit(
    run: Pick<Run, 'id' | 'toolVersion' | 'configHash'>,
    visit: VisitRecord,
    captures: readonly Capture[],
    findings: readonly Finding[],
  ): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      for (const table of ['visits', 'captures', 'findings'] as const) {
        await trx.deleteFrom(table).where('run', '=', run.id).where('code', '=', visit.code).execute();
      }
      await trx
        .insertInto('visits')
        .values({
          run: run.id,
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
        })
        .execute();
      for (let start = 0; start < captures.length; start += insertBatch) {
        await trx
          .insertInto('captures')
          .values(
            captures.slice(start, start + insertBatch).map((capture, offset) => ({
              run: run.id,
              code: visit.code,
              id: capture.id,
              site: capture.site,
              role: capture.role,
              url: capture.url,
              failure: capture.failure,
              position: start + offset,
              record: JSON.stringify(capture),
            })),
          )
          .execute();
      }
      await insertFindings(trx, run, visit.code, findings);
    });
  }

  /** Replaces the findings of one visit, as `rejudge` does. */
  async replaceFindings(
    run: Pick<Run, 'id' | 'toolVersion' | 'configHash'>,
    code: string,
    findings: readonly Finding[],
  ): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      await trx.deleteFrom('findings').where('run', '=', run.id).where('code', '=', code).execute();
      const judged = trx.updateTable('visits').where('run', '=', run.id).where('code', '=', code);
      await judged.set({ reading: null }).execute();
      await insertFindings(trx, run, code, findings);
    });
  }

  /** Captures of one visit in the order recorded. */
  async captures(run: string, code: string): Promise<Capture[]> {
    const rows = await this.#db
      .selectFrom('captures')
      .select('record')
      .where('run', '=', run)
      .where('code', '=', code)
      .orderBy('position')
      .execute();
    return rows.map((row) => captureSchema.parse(JSON.parse(row.record)));
  }

  /** Findings of a run, ordered by government and probe. */
  async findings(run: string, filter: FindingFilter = {}): Promise<Finding[]> {
    let query = this.#db.selectFrom('findings').selectAll().where('run', '=', run);
    if (filter.code !== undefined) query = query.where('code', '=', filter.code);
    if (filter.probe !== undefined) query = query.where('probe', '=', filter.probe);
    if (filter.state !== undefined) query = query.where('state', '=', filter.state);
    const rows = await query.orderBy('code').orderBy('probe').execute();
    return rows.map(findingOf);
  }

  /** By `government probe`: which version of the tool and which configuration each finding of a run was judged by. */
  async judgements(run: string): Promise<Map<string, Judgement>> {
    const rows = await this.#db
      .selectFrom('findings')
      .select(['code', 'probe', 'tool_version', 'config_hash'])
      .where('run', '=', run)
      .execute();
    return new Map(
      rows.map((row) => [
        findingKey({ government: row.code, probe: row.probe }),
        { run, toolVersion: row.tool_version, configHash: row.config_hash },
      ]),
    );
  }
}

async function insertFindings(
  trx: Kysely<Tables>,
  run: Pick<Run, 'id' | 'toolVersion' | 'configHash'>,
  code: string,
  findings: readonly Finding[],
): Promise<void> {
  if (findings.length === 0) return;
  await trx
    .insertInto('findings')
    .values(
      findings.map((finding) => ({
        run: run.id,
        code,
        probe: finding.probe,
        version: finding.version,
        state: finding.state,
        confidence: finding.confidence,
        reason: finding.reason,
        value: finding.value === null ? null : JSON.stringify(finding.value),
        evidence: JSON.stringify(finding.evidence),
        obstacles: finding.obstacles === undefined ? null : JSON.stringify(finding.obstacles),
        tool_version: run.toolVersion,
        config_hash: run.configHash,
      })),
    )
    .execute();
}

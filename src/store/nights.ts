import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { FailureClass } from '../model/failure.ts';
import { findingKey } from '../model/finding.ts';
import type { EarlierFinding } from '../model/judged-finding.ts';
import type { Run } from '../model/run.ts';
import { findingOf, runOf } from './records.ts';
import type { Tables } from './tables.ts';

/** Which process holds a lock: enough to tell later whether it still lives. */
export const processIdentitySchema = z.object({
  pid: z.number(),
  /** When the process began, in whatever form the system tells it; tells a process from a later one with the same id. */
  started: z.string(),
  host: z.string(),
  /** Changes with every start of the machine. */
  boot: z.string(),
  /** What it does, for messages. */
  command: z.string(),
});
export type ProcessIdentity = z.infer<typeof processIdentitySchema>;

export interface Lock {
  readonly token: string;
  readonly holder: ProcessIdentity;
  readonly heartbeat: string;
}

/** What the publish gate decided about a run. */
export interface Verdict {
  readonly run: string;
  readonly decided: string;
  readonly passed: boolean;
  /** Why it was refused; empty when it passed. */
  readonly reasons: readonly string[];
}

const reasonsSchema = z.array(z.string());

/** The part of the data folder that runs without a person need: the lock, the verdicts of the gate, what was known before. */
export class Nights {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async lock(name: string): Promise<Lock | null> {
    const row = await this.#db.selectFrom('locks').selectAll().where('name', '=', name).executeTakeFirst();
    if (row === undefined) return null;
    return {
      token: row.token,
      holder: processIdentitySchema.parse(JSON.parse(row.holder)),
      heartbeat: row.heartbeat,
    };
  }

  /**
   * Takes a lock: a free one, or the one whose token is `instead`. Each is one statement, so of two processes that try at the same
   * time one gets it. False when it is held (or held by another than `instead`).
   */
  async takeLock(name: string, lock: Lock, instead: string | null): Promise<boolean> {
    const row = { token: lock.token, holder: JSON.stringify(lock.holder), heartbeat: lock.heartbeat };
    if (instead !== null) {
      const done = await this.#db
        .updateTable('locks')
        .set(row)
        .where('name', '=', name)
        .where('token', '=', instead)
        .executeTakeFirst();
      return done.numUpdatedRows > 0n;
    }
    const done = await this.#db
      .insertInto('locks')
      .values({ name, ...row })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .executeTakeFirst();
    return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
  }

  /** Says that the holder lives; false when the lock is no longer its own. */
  async beat(name: string, token: string, heartbeat: string): Promise<boolean> {
    const done = await this.#db
      .updateTable('locks')
      .set({ heartbeat })
      .where('name', '=', name)
      .where('token', '=', token)
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  }

  async freeLock(name: string, token: string): Promise<void> {
    await this.#db.deleteFrom('locks').where('name', '=', name).where('token', '=', token).execute();
  }

  /** Records what the gate decided; a later decision about the same run replaces the earlier one. */
  async decide(verdict: Verdict): Promise<void> {
    const row = {
      decided: verdict.decided,
      passed: verdict.passed ? 1 : 0,
      reasons: JSON.stringify(verdict.reasons),
    };
    await this.#db
      .insertInto('verdicts')
      .values({ run: verdict.run, ...row })
      .onConflict((conflict) => conflict.column('run').doUpdateSet(row))
      .execute();
  }

  /** Verdicts by run. */
  async verdicts(): Promise<Map<string, Verdict>> {
    const rows = await this.#db.selectFrom('verdicts').selectAll().execute();
    return new Map(
      rows.map((row) => [
        row.run,
        {
          run: row.run,
          decided: row.decided,
          passed: row.passed === 1,
          reasons: reasonsSchema.parse(JSON.parse(row.reasons)),
        },
      ]),
    );
  }

  /** Governments of a run whose first visit left a finding unknown for one of these classes, and that the second pass has not seen. */
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

  /** Leaves a visit as it is and notes that the second pass was through with it. */
  async keepFirstPass(run: string, code: string): Promise<void> {
    await this.#db.updateTable('visits').set({ pass: 2 }).where('run', '=', run).where('code', '=', code).execute();
  }

  /**
   * The run that made the newest complete visit of a government, by the end of the visit: a run that was resumed may have begun
   * before another and visited after it. Null when there is none.
   */
  async newestVisit(code: string): Promise<Run | null> {
    const row = await this.#db
      .selectFrom('visits')
      .innerJoin('runs', 'runs.id', 'visits.run')
      .selectAll('runs')
      .where('visits.code', '=', code)
      .where('runs.kind', '<>', 'derived')
      .orderBy('visits.finished', 'desc')
      .orderBy('runs.started', 'desc')
      .orderBy('runs.id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? null : runOf(row);
  }

  /**
   * What was found when a site was last seen, from `since` until before `until` (ISO) in a single probe or a crawl that the gate did not
   * refuse; for the wanted `code probe` only, and keyed by it. Nothing where it was unknown even then: a site that has died since must not
   * make more known than it showed alive.
   * @param unseen reasons of an unknown finding that tell nothing of the thing itself; such findings are passed over.
   */
  async lastKnown(
    wanted: ReadonlySet<string>,
    since: string,
    until: string,
    unseen: ReadonlySet<string>,
  ): Promise<Map<string, EarlierFinding>> {
    const rows = await this.#db
      .selectFrom('findings')
      .innerJoin('visits', (join) =>
        join.onRef('findings.run', '=', 'visits.run').onRef('findings.code', '=', 'visits.code'),
      )
      .innerJoin('runs', 'runs.id', 'findings.run')
      .leftJoin('verdicts', 'verdicts.run', 'findings.run')
      .selectAll('findings')
      .select('visits.finished')
      .where('runs.kind', 'in', ['crawl', 'probe'])
      .where((is) => is.or([is('verdicts.passed', 'is', null), is('verdicts.passed', '=', 1)]))
      .where('visits.finished', '>=', since)
      .where('visits.finished', '<', until)
      .orderBy('visits.finished')
      .execute();
    const newest = new Map<string, (typeof rows)[number]>();
    for (const row of rows) {
      const key = findingKey({ government: row.code, probe: row.probe });
      if (wanted.has(key) && (row.state !== 'unknown' || !unseen.has(row.reason ?? ''))) newest.set(key, row);
    }
    const known = [...newest].filter(([, row]) => row.state !== 'unknown');
    return new Map(known.map(([key, row]) => [key, { run: row.run, measured: row.finished, finding: findingOf(row) }]));
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { fromKysely, PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { Distributed } from '../../store/database.ts';
import { isAway } from '../../store/dialects/postgres/failures.ts';
import type { Within } from '../../store/visits.ts';
import { VisitLost } from '../crawl/run/settling.ts';

/** A visit that is waiting. */
export interface WaitingVisit {
  readonly code: string;
  /** The highest goes first. */
  readonly priority: number;
}

/** A visit that was given to this process, and which attempt to make it this is. */
export interface TakenVisit extends WaitingVisit {
  readonly id: string;
  readonly retryCount: number;
}

/** A visit that failed so often that it is not tried again. */
export interface DeadVisit {
  readonly code: string;
  readonly reason: string;
}

/** A process that does not report for so many seconds loses its visits. */
const heartbeatSeconds = 20;
/** How often (s) the planning process looks for visits of silent processes. */
const searchSeconds = 5;
/** Attempts after the first one. */
const retries = 2;
/** Longest visit, in seconds; the limits of its parts end it long before. */
const longestVisit = 12 * 3600;
/** How long (ms) a database that restarts is waited for when the queue is opened, and between two attempts. */
const openPatience = 60_000;
const openPause = 1000;
/** Jobs that are read or written at once. */
const batch = 1000;

const dataSchema = z.object({ code: z.string() });
/** What pg-boss answers to a change of jobs; its types leave that out. */
const answerSchema = z.object({ affected: z.number(), settled: z.array(z.string()) });
const failureSchema = z.object({ value: z.object({ message: z.string() }).optional(), message: z.string().optional() });

/**
 * The visits of runs as jobs of pg-boss, in the schema `govprobe_jobs` of the same database. A job
 * exists as long as its visit is to be made: whatever settles a visit deletes its job in the same
 * transaction, and that succeeds only for the attempt that the process holds.
 */
export class VisitQueue {
  readonly #boss: PgBoss;

  private constructor(boss: PgBoss) {
    this.#boss = boss;
  }

  /**
   * @param planning looks for visits of silent processes, as one process of every run must
   * @throws Error of the driver where the database does not answer within a minute
   */
  static async open(distributed: Distributed, planning: boolean): Promise<VisitQueue> {
    for (const until = performance.now() + openPatience; ; await sleep(openPause)) {
      try {
        return await VisitQueue.#openOnce(distributed, planning);
      } catch (error) {
        if (!isAway(error) || performance.now() > until) throw error;
      }
    }
  }

  static async #openOnce({ url }: Distributed, planning: boolean): Promise<VisitQueue> {
    const boss = new PgBoss({
      connectionString: url,
      schema: 'govprobe_jobs',
      application_name: 'govprobe queue',
      max: 2,
      schedule: false,
      supervise: planning,
      superviseIntervalSeconds: searchSeconds,
      monitorIntervalSeconds: searchSeconds,
      registerInstance: false,
      reindex: false,
      monitorVacuum: false,
      openTelemetry: { enabled: false },
    });
    // Statements in the background are repeated soon, and who needs one that fails is told by itself.
    boss.on('error', () => undefined);
    try {
      await boss.start();
    } catch (error) {
      await boss.stop({ graceful: false }).catch(() => undefined);
      throw error;
    }
    return new VisitQueue(boss);
  }

  async close(): Promise<void> {
    await this.#boss.stop({ graceful: false });
  }

  /** Makes the queues of a run; those that are there stay as they are. */
  async create(run: string): Promise<void> {
    await this.#boss.createQueue(deadQueue(run));
    for (const pass of [1, 2] as const) {
      await this.#boss.createQueue(queueOf(run, pass), {
        heartbeatSeconds,
        retryLimit: retries,
        expireInSeconds: longestVisit,
        deadLetter: deadQueue(run),
      });
    }
  }

  /** Deletes the queues of a run with all that is in them. */
  async remove(run: string): Promise<void> {
    for (const pass of [1, 2] as const) await this.#boss.deleteQueue(queueOf(run, pass));
    await this.#boss.deleteQueue(deadQueue(run));
  }

  async add(run: string, pass: 1 | 2, visits: readonly WaitingVisit[]): Promise<void> {
    for (let start = 0; start < visits.length; start += batch)
      await this.#boss.insert(queueOf(run, pass), visits.slice(start, start + batch).map(jobOf));
  }

  /** Takes at most so many visits, the most urgent first. */
  async take(run: string, pass: 1 | 2, most: number): Promise<TakenVisit[]> {
    const jobs = await this.#boss.fetch<unknown>(queueOf(run, pass), { batchSize: most, includeMetadata: true });
    return jobs
      .map(({ id, retryCount, priority, data }) => ({ id, retryCount, priority, code: dataSchema.parse(data).code }))
      .sort((a, b) => b.priority - a.priority);
  }

  /** Whether a visit is waiting for somebody. */
  async hasWaiting(run: string, pass: 1 | 2): Promise<boolean> {
    const jobs = await this.#boss.findJobs<unknown>(queueOf(run, pass), { queued: true, limit: 1 });
    return jobs.length > 0;
  }

  /** Codes of the visits that are waiting or being made. */
  async live(run: string, pass: 1 | 2): Promise<Set<string>> {
    const found = new Set<string>();
    const queue = queueOf(run, pass);
    for (let after: string | undefined; ; ) {
      const jobs = await this.#boss.findJobs<unknown>(queue, {
        limit: batch,
        ...(after === undefined ? {} : { after }),
      });
      for (const { state, data } of jobs)
        if (state === 'created' || state === 'retry' || state === 'active') found.add(dataSchema.parse(data).code);
      after = jobs.at(-1)?.id;
      if (jobs.length < batch) return found;
    }
  }

  /** Deletes the visits that nobody has begun. */
  async clear(run: string): Promise<void> {
    for (const pass of [1, 2] as const) await this.#boss.deleteQueuedJobs(queueOf(run, pass));
  }

  /** Deletes what has failed for good, so that it can be tried anew. */
  async forgetDead(run: string): Promise<void> {
    await this.#boss.deleteAllJobs(deadQueue(run));
  }

  /** Reports that this process still makes visits; the ids of those that are still its own. */
  async touch(run: string, pass: 1 | 2, visits: readonly TakenVisit[]): Promise<Set<string>> {
    if (visits.length === 0) return new Set();
    const answer = await this.#boss.touch(queueOf(run, pass), visits.map(attemptOf));
    return new Set(answerSchema.parse(answer).settled);
  }

  /**
   * Ends a visit, in the transaction that stores what came of it.
   *
   * @throws VisitLost when the visit was given to another process
   */
  end(run: string, pass: 1 | 2, visit: TakenVisit): Within {
    return async (trx) => {
      const answer = await this.#boss.deleteJob(queueOf(run, pass), attemptOf(visit), { db: fromKysely(trx) });
      if (answerSchema.parse(answer).affected !== 1)
        throw new VisitLost(`the visit of ${visit.code} was given to another process`);
    };
  }

  /** Puts a visit back as if it had not been begun, in a transaction. Throws as `end` does. */
  putBack(run: string, pass: 1 | 2, visit: TakenVisit): Within {
    return async (trx) => {
      await this.end(run, pass, visit)(trx);
      await this.#boss.insert(queueOf(run, pass), [jobOf(visit)], { db: fromKysely(trx) });
    };
  }

  /** A visit failed here; another attempt follows unless it was the last one. */
  async fail(run: string, pass: 1 | 2, visit: TakenVisit, message: string): Promise<void> {
    await this.#boss.fail(queueOf(run, pass), attemptOf(visit), { message });
  }

  /** The visits that have failed for good since the last call. */
  async dead(run: string): Promise<DeadVisit[]> {
    const queue = deadQueue(run);
    const jobs = await this.#boss.fetch<unknown>(queue, { batchSize: batch, includeMetadata: true });
    if (jobs.length > 0)
      await this.#boss.deleteJob(
        queue,
        jobs.map(({ id }) => id),
      );
    return jobs.map(({ data, sourceOutput }) => ({
      code: dataSchema.parse(data).code,
      reason: reasonOf(sourceOutput),
    }));
  }
}

function queueOf(run: string, pass: 1 | 2): string {
  return `visits.${run}.${pass}`;
}

function deadQueue(run: string): string {
  return `visits.${run}.dead`;
}

function jobOf({ code, priority }: WaitingVisit): { data: { code: string }; priority: number } {
  return { data: { code }, priority };
}

function attemptOf({ id, retryCount }: TakenVisit): { id: string; retryCount: number } {
  return { id, retryCount };
}

function reasonOf(output: unknown): string {
  const { value, message } = failureSchema.safeParse(output).data ?? {};
  const said = value?.message ?? message ?? 'no reason was stored';
  return said === 'job heartbeat timeout' ? 'each process that made it fell silent' : said;
}

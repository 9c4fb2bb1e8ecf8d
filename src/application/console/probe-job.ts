import { type ChildProcess, spawn } from 'node:child_process';
import { z } from 'zod';
import { findingStateSchema } from '../../model/finding.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Store } from '../../store/store.ts';

const claimSchema = z.object({ state: findingStateSchema, value: z.unknown() });
const resultSchema = z.object({
  run: z.string(),
  changes: z.array(
    z.object({ before: claimSchema.nullable(), after: claimSchema.extend({ probe: z.string() }), counts: z.boolean() }),
  ),
});
/** What a visit found, each finding beside the one known before. */
export type ProbeResult = z.infer<typeof resultSchema>;

/** A visit that was asked for on a page. */
export interface ProbeJob {
  /** Names it in addresses. */
  readonly id: string;
  readonly government: string;
  /** ISO 8601 UTC. */
  readonly started: string;
  /** Null while it is under way. */
  readonly ended: { readonly result: ProbeResult | null; readonly failure: string | null } | null;
}

/** How a console starts visits: in a process of its own, which takes no time from the pages. */
export interface ProbeMeans {
  /** Path of the command line's main file. */
  readonly program: string;
  readonly dataFolder: string;
  /** Options of `govprobe probe` that the console was started with, such as `--sandbox`. */
  readonly options: readonly string[];
}

/** Jobs that are remembered after they ended. */
const kept = 50;
/** Longest answer and longest message that are kept of the process, in characters. */
const longestAnswer = 8_000_000;
const longestMessage = 4_000;

/** Visits that were asked for on pages, one at a time, so that a page cannot start a whole crawl. */
export class ProbeJobs {
  readonly #means: ProbeMeans | null;
  readonly #jobs = new Map<string, ProbeJob>();
  #process: ChildProcess | null = null;

  /** @param means null: this console starts no visits */
  constructor(means: ProbeMeans | null) {
    this.#means = means;
  }

  get isOpen(): boolean {
    return this.#means !== null;
  }

  get underWay(): ProbeJob | null {
    return [...this.#jobs.values()].find(({ ended }) => ended === null) ?? null;
  }

  find(id: string): ProbeJob | null {
    return this.#jobs.get(id) ?? null;
  }

  /**
   * Begins a visit; it goes on after the answer.
   *
   * @throws UsageError while another one is under way, and where the console starts none.
   */
  start(government: string, now: Date): ProbeJob {
    if (this.#means === null) throw new UsageError('this console starts no visits');
    if (this.underWay !== null) throw new UsageError('a visit is under way already; wait until it ends');
    const id = `${now.getTime().toString(36)}-${government.replace(/\W/gu, '')}`;
    const job: ProbeJob = { id, government, started: now.toISOString(), ended: null };
    this.#jobs.set(id, job);
    for (const [old] of this.#jobs) if (this.#jobs.size > kept) this.#jobs.delete(old);
    this.#visit(job, this.#means);
    return job;
  }

  /** Ends the visit that is under way, in order. */
  close(): void {
    this.#process?.kill('SIGTERM');
  }

  #visit(job: ProbeJob, { program, dataFolder, options }: ProbeMeans): void {
    // A code is no option: `--` ends them.
    const words = [program, 'probe', '--json', '--data', dataFolder, ...options, '--', job.government];
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#process = child;
    const [answer, message] = [new Tail(longestAnswer), new Tail(longestMessage)];
    child.stdout.setEncoding('utf8').on('data', (text: string) => answer.add(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => message.add(text));
    child.once('error', (error) => this.#end(job, { result: null, failure: error.message }));
    child.once('close', (status) => {
      const result = status === 0 ? readResult(answer.text) : null;
      const failure = result === null ? lastLine(message.text) || `ended with status ${status}` : null;
      this.#end(job, { result, failure });
    });
  }

  #end(job: ProbeJob, ended: NonNullable<ProbeJob['ended']>): void {
    this.#jobs.set(job.id, { ...job, ended });
    this.#process = null;
  }
}

/** The end of a text that grows. */
class Tail {
  readonly #most: number;
  text = '';

  constructor(most: number) {
    this.#most = most;
  }

  add(more: string): void {
    this.text = (this.text + more).slice(-this.#most);
  }
}

function readResult(answer: string): ProbeResult | null {
  try {
    return resultSchema.parse(JSON.parse(answer));
  } catch {
    // What is no answer is reported as a failure, with what the process said.
    return null;
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}

/** The run in which a job visits; null until it has begun. */
export async function runOfJob(store: Store, { government, started, ended }: ProbeJob): Promise<string | null> {
  if (ended?.result != null) return ended.result.run;
  const runs = (await store.runs.list()).filter(({ kind, started: begun }) => kind === 'probe' && begun >= started);
  for (const { id } of runs) {
    const plan = await store.runs.plan(id);
    if (plan.some(({ code }) => code === government)) return id;
  }
  return null;
}

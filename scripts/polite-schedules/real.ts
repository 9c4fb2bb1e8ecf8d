import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Random } from '../../src/sandbox/world/random.ts';
import { type Cluster, startCluster } from '../../test/postgres/cluster.ts';
import { checkPoliteness } from '../politeness/check-log.ts';
import { readLog } from '../politeness/read-log.ts';
import { endWithUs, removeWithUs } from './end-with-us.ts';
import type { Extent } from './extent.ts';

const program = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');
const wrongClock = join(import.meta.dirname, 'wrong-clock.ts');
const connections = 2;
/** Longest time (ms) of one schedule. */
const patience = 900_000;
/** Requests after which the time of the faults begins, and how long (ms) they are waited for. */
const firstRequests = 10;
const startTime = 600_000;

/** What came of one schedule with real processes. */
export interface RealResult {
  readonly seed: number;
  readonly faults: readonly string[];
  readonly seconds: number;
  readonly requests: number;
  readonly hosts: number;
  /** Requests to the host that was asked most. */
  readonly busiest: number;
  readonly shortest: number;
  readonly most: number;
  readonly open: number;
  readonly visits: number;
  readonly findingsEqual: boolean;
  readonly violations: readonly string[];
}

/** The findings of one process without a database, which all others are compared with. */
export async function referenceFindings(folder: string, extent: Extent): Promise<string> {
  const country = await startCountry(join(folder, 'reference.log'), extent);
  try {
    const data = join(folder, 'reference');
    await govprobe(['crawl', ...crawlOptions(extent, country.proxy, data)], {});
    return await findingsOf(data, {});
  } finally {
    country.stop();
  }
}

/**
 * One schedule with several workers, a real PostgreSQL and faults drawn from a seed: workers are
 * killed, frozen, join and leave, the database is stopped in order or crashes, and the clock of one
 * worker is an hour late.
 *
 * @param reference what `referenceFindings` gives, which may still be under way
 */
export async function realSchedule(seed: number, extent: Extent, reference: Promise<string>): Promise<RealResult> {
  const folder = mkdtempSync(join(tmpdir(), `polite-${seed}-`));
  removeWithUs(folder);
  const cluster = await startCluster(undefined, process.pid, ['fsync = on', 'synchronous_commit = on']);
  const country = await startCountry(join(folder, 'access.log'), extent);
  const schedule = new RealSchedule(seed, extent, { folder, cluster, proxy: country.proxy });
  try {
    const began = performance.now();
    await schedule.run();
    const seconds = Math.round((performance.now() - began) / 1000);
    return await resultOf(schedule, { seed, extent, seconds, folder, cluster, reference: await reference });
  } finally {
    schedule.end();
    country.stop();
    await cluster.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function resultOf(
  schedule: RealSchedule,
  parts: { seed: number; extent: Extent; seconds: number; folder: string; cluster: Cluster; reference: string },
): Promise<RealResult> {
  const { seed, extent, seconds, folder, cluster, reference } = parts;
  const log = join(folder, 'access.log');
  const reports = checkPoliteness(readLog(log, readFileSync(log, 'utf8')), { pause: extent.pause, connections });
  const findings = await findingsOf(join(folder, 'data'), { GOVPROBE_DATABASE: cluster.url() });
  const visits = await visitsIn(cluster.url());
  return {
    seed,
    faults: schedule.faults,
    seconds,
    requests: reports.reduce((sum, { requests }) => sum + requests, 0),
    hosts: reports.length,
    busiest: Math.max(...reports.map(({ requests }) => requests)),
    shortest: Math.min(...reports.map(({ shortest }) => shortest ?? Number.POSITIVE_INFINITY)),
    most: Math.max(...reports.map(({ most }) => most)),
    open: Math.max(...reports.map(({ open }) => open)),
    visits: visits.length,
    findingsEqual: findings === reference,
    violations: [
      ...reports.flatMap(({ host, violations }) => violations.slice(0, 3).map((violation) => `${host}: ${violation}`)),
      ...(new Set(visits).size === visits.length && visits.length === extent.governments.split(',').length
        ? []
        : [`${visits.length} visits of ${new Set(visits).size} governments`]),
      ...(findings === reference ? [] : ['the findings are not those of one process']),
    ],
  };
}

class RealSchedule {
  readonly faults: string[] = [];
  readonly #random: Random;
  readonly #extent: Extent;
  readonly #folder: string;
  readonly #cluster: Cluster;
  readonly #proxy: string;
  readonly #workers = new Set<ChildProcess>();
  readonly #frozen = new Set<ChildProcess>();
  #began = 0;
  #number = 0;
  #isOver = false;

  constructor(
    seed: number,
    extent: Extent,
    { folder, cluster, proxy }: { folder: string; cluster: Cluster; proxy: string },
  ) {
    this.#random = new Random('real schedule', seed);
    this.#extent = extent;
    this.#folder = folder;
    this.#cluster = cluster;
    this.#proxy = proxy;
  }

  async run(): Promise<void> {
    const options = crawlOptions(this.#extent, this.#proxy, join(this.#folder, 'data'));
    const planner = this.#start(['crawl', ...options, '--plan-only'], []);
    const ended = new Promise<number | null>((done) => planner.once('exit', done));
    await sleep(4000);
    for (let worker = 0; worker < this.#extent.workers; worker++) this.#join();
    await this.#requestsUnderWay();
    this.#began = performance.now();
    const troubles = this.#trouble();
    const code = await Promise.race([ended, sleep(patience, 'late', { ref: false })]);
    this.#isOver = true;
    if (code !== 0) planner.kill('SIGKILL');
    await troubles;
    for (const worker of this.#workers) worker.kill('SIGTERM');
    if (code !== 0) {
      const told = readFileSync(join(this.#folder, 'crawl-1.log'), 'utf8').slice(-4000);
      throw new Error(`the crawl ended with ${code} after ${this.faults.join(', ')}:\n${told}`);
    }
  }

  end(): void {
    for (const worker of this.#workers) {
      worker.kill('SIGCONT');
      worker.kill('SIGKILL');
    }
  }

  #start(options: readonly string[], imports: readonly string[]): ChildProcess {
    const name = `${options[0]}-${++this.#number}.log`;
    const child = spawn(process.execPath, [...imports, program, ...options], {
      env: { ...cleanEnv(), GOVPROBE_DATABASE: this.#cluster.url() },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    endWithUs(child);
    const log = createWriteStream(join(this.#folder, name));
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    return child;
  }

  #join(): void {
    // The clock of every fourth worker is an hour late; the program itself has no such option.
    const imports = this.#number % 4 === 1 ? ['--import', wrongClock] : [];
    const options = ['worker', '--visits', '2', '--no-browser', '--data', join(this.#folder, 'data')];
    const worker = this.#start(options, imports);
    this.#workers.add(worker);
    worker.once('exit', () => this.#workers.delete(worker));
  }

  /** Faults before the first requests would hit processes that are still starting. */
  async #requestsUnderWay(): Promise<void> {
    const log = join(this.#folder, 'access.log');
    for (const until = performance.now() + startTime; performance.now() < until; await sleep(200))
      if (existsSync(log) && readFileSync(log, 'utf8').split('\n').length > firstRequests) return;
  }

  async #trouble(): Promise<void> {
    const first = this.#random.shuffle(['freeze', 'kill', 'restart'] as const);
    const { faults, between } = this.#extent;
    for (let count = 0; count < faults; count++) {
      await this.#pass(count === 0 ? between.first : this.#random.between(between.least, between.most));
      if (this.#isOver) return;
      const drawn = this.#random.pick(['freeze', 'kill', 'restart', 'leave', 'join'] as const);
      // Where no worker is left that could be struck, one joins.
      const nobody = [...this.#workers].every((worker) => this.#frozen.has(worker));
      await this.#strike(nobody ? 'join' : (first[count] ?? drawn));
    }
  }

  async #pass(time: number): Promise<void> {
    for (const until = performance.now() + time; performance.now() < until && !this.#isOver; ) await sleep(200);
  }

  async #strike(kind: 'freeze' | 'kill' | 'restart' | 'leave' | 'join'): Promise<void> {
    const awake = [...this.#workers].filter((worker) => !this.#frozen.has(worker));
    const worker = awake.length === 0 ? null : this.#random.pick(awake);
    const how = this.#random.pick(['fast', 'immediate'] as const);
    this.faults.push(
      `${Math.round((performance.now() - this.#began) / 1000)} s ${kind}${kind === 'restart' ? ` ${how}` : ''}`,
    );
    if (kind === 'restart') {
      await this.#cluster.halt(how);
      await sleep(this.#random.between(500, 5000));
      await this.#cluster.start();
    } else if (worker !== null && kind === 'freeze') {
      this.#frozen.add(worker);
      worker.kill('SIGSTOP');
      void sleep(this.#extent.frozen).then(() => {
        this.#frozen.delete(worker);
        worker.kill('SIGCONT');
      });
    } else {
      if (kind !== 'join') worker?.kill(kind === 'kill' ? 'SIGKILL' : 'SIGTERM');
      this.#join();
    }
  }
}

function crawlOptions({ governments }: Extent, proxy: string, data: string): string[] {
  return ['--proxy', proxy, '--simulated', '--no-browser', '--only', governments, '--data', data];
}

/** The environment without what would change a run. */
function cleanEnv(): NodeJS.ProcessEnv {
  const { GOVPROBE_DATABASE: _database, GOVPROBE_EVIDENCE: _evidence, GOVPROBE_DATA: _data, ...rest } = process.env;
  return rest;
}

async function govprobe(options: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const child = spawn(process.execPath, [program, ...options], {
    env: { ...cleanEnv(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  endWithUs(child);
  const [printed, said] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (child.exitCode !== 0)
    throw new Error(`govprobe ${options[0]} ended with ${child.exitCode}: ${said.slice(-4000)}`);
  return printed;
}

function findingsOf(data: string, env: Readonly<Record<string, string>>): Promise<string> {
  return govprobe(['findings', '--json', '--data', data], env);
}

/** The codes of all visits of the only run. */
async function visitsIn(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ code: string }>('select code from visits');
    return rows.map(({ code }) => code);
  } finally {
    await client.end();
  }
}

/** A simulated country of its own, since some of its hosts fail the first times that they are asked. */
function startCountry(log: string, { pause }: Extent): Promise<{ readonly proxy: string; stop(): void }> {
  const options = ['sandbox', '--json', '--latency', '20', '--crawl-delay', String(pause), '--access-log', log];
  const child = spawn(process.execPath, [program, ...options], {
    env: cleanEnv(),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  endWithUs(child);
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the simulated country ended with ${code}`)));
    child.stdout.once('data', (text: Buffer) => {
      const { proxy } = JSON.parse(text.toString('utf8')) as { proxy: string };
      resolve({ proxy, stop: () => child.kill('SIGKILL') });
    });
  });
}

import { SharedHosts } from '../../src/pipeline/crawl/http/shared-hosts.ts';
import { Random } from '../../src/sandbox/world/random.ts';
import { checkPoliteness, type HostReport } from '../politeness/check-log.ts';
import { SimulatedDatabase } from './simulated-database.ts';
import { SimulatedServers } from './simulated-servers.ts';
import { SimulatedProcess, SimulatedTime } from './simulated-time.ts';
import type { DatabaseClock, SimulatedTurns } from './simulated-turns.ts';

const pause = 1000;
const connections = 2;
/** Hosts that every worker asks; the last one names a Crawl-delay. */
const sharedHosts = ['shared-1.cn', 'shared-2.cn', 'slow.cn'];
const slowPause = 3000;
/** Faults happen until then (ms), and everything must go on in the rest of the time. */
const troubleEnds = 200_000;
const end = 350_000;
/** In the last part (ms) every host must be asked. */
const lastPart = 90_000;

/** What came of one schedule. */
export interface ScheduleResult {
  readonly seed: number;
  readonly workers: number;
  /** Faults in their order. */
  readonly faults: readonly string[];
  readonly requests: number;
  readonly statements: number;
  /** Shortest interval at a host (ms). */
  readonly shortest: number;
  readonly most: number;
  readonly violations: readonly string[];
}

interface Worker {
  readonly process: SimulatedProcess;
  readonly hosts: SharedHosts;
  /** Hosts that it asks. */
  readonly names: readonly string[];
  closing: boolean;
}

/** One schedule of workers, faults and a database, drawn from a seed. */
class Schedule {
  readonly #random: Random;
  readonly #time = new SimulatedTime();
  readonly #database: SimulatedDatabase;
  readonly #servers: SimulatedServers;
  readonly #workers: Worker[] = [];
  readonly #faults: string[] = [];
  readonly #window: number;

  constructor(seed: number, turns?: (clock: DatabaseClock) => SimulatedTurns) {
    this.#random = new Random('polite schedule', seed);
    this.#database = new SimulatedDatabase(this.#time, new Random('database', seed), turns);
    this.#servers = new SimulatedServers(this.#time, new Random('servers', seed));
    this.#window = this.#random.pick([4_000, 30_000]);
  }

  async run(seed: number): Promise<ScheduleResult> {
    for (let count = this.#random.between(2, 4); count > 0; count--) this.#join();
    for (let count = this.#random.between(3, 7); count > 0; count--)
      this.#time.after(this.#random.between(5_000, troubleEnds), () => this.#fault());
    await this.#time.runTo(end);
    const living = this.#workers.filter(({ process, closing }) => process.isRunning && !closing);
    const late = new Set(this.#servers.log.filter(({ start }) => start > end - lastPart).map(({ host }) => host));
    const stuck = [...new Set(living.flatMap(({ names }) => names))].filter((host) => !late.has(host));
    const reports = checkPoliteness(this.#servers.log, { pause, connections });
    const violations = [...reports.flatMap(violationsOf), ...stuck.map((host) => `${host}: nobody asks it any more`)];
    return {
      seed,
      workers: this.#workers.length,
      faults: this.#faults,
      requests: this.#servers.log.length,
      statements: this.#database.statements,
      shortest: Math.min(...reports.map(({ shortest }) => shortest ?? Number.POSITIVE_INFINITY)),
      most: Math.max(0, ...reports.map(({ open }) => open)),
      violations,
    };
  }

  #join(): void {
    const number = this.#workers.length + 1;
    const offset = this.#random.weighted([
      [0, 3],
      [3_600_000, 1],
      [-3_600_000, 1],
    ]);
    const process = new SimulatedProcess(`worker-${number}`, this.#time, offset);
    const turns = this.#database.seenBy(process);
    const hosts = new SharedHosts({ turns, connections, pause, connectTime: this.#window, clock: process });
    const names = [...sharedHosts, `own-${number}.cn`, `pair-${number % 2}.cn`];
    const worker: Worker = { process, hosts, names, closing: false };
    this.#workers.push(worker);
    for (let client = 0; client < 7; client++)
      void this.#client(worker, client, new Random('client', number, client)).catch(() => undefined);
  }

  /** Asks one host, or any, again and again until its worker ends. */
  async #client(worker: Worker, number: number, random: Random): Promise<void> {
    while (!worker.closing) {
      const host = worker.names[number] ?? random.pick(worker.names);
      if (random.chance(0.1)) await this.#keepConnection(worker, host, random);
      else await this.#request(worker, host, random);
      await worker.process.sleep(random.between(0, 1500));
    }
  }

  async #request({ process, hosts }: Worker, host: string, random: Random): Promise<void> {
    await hosts.run(host, (turn) => this.#servers.exchange(process, host, turn));
    if (host === 'slow.cn') hosts.setPause(host, slowPause);
    if (random.chance(0.01)) hosts.rest(host, 10_000);
  }

  async #keepConnection({ process, hosts }: Worker, host: string, random: Random): Promise<void> {
    const ended = new AbortController();
    const release = await hosts.connect(
      host,
      () => ended.abort(),
      () => ended.abort(),
    );
    const close = await this.#servers.connect(process, host);
    await process.sleep(random.between(100, 8000), ended.signal).catch(() => undefined);
    close();
    release();
  }

  #fault(): void {
    const running = this.#workers.filter(({ process, closing }) => process.isRunning && !closing);
    const worker = running.length === 0 ? null : this.#random.pick(running);
    const kind = this.#random.weighted([
      ['join', 2],
      ['leave', 1],
      ['kill', 2],
      ['freeze', 4],
      ['restart', 2],
    ]);
    const note = (text: string): void => {
      this.#faults.push(`${Math.round(this.#time.now / 1000)} s ${text}`);
    };
    if (kind === 'join' && this.#workers.length < 6) {
      this.#join();
      note('a worker joins');
    } else if (kind === 'restart') {
      const [down, loses] = [this.#random.between(200, 15_000), this.#random.chance(0.5)];
      this.#database.restart(down, loses);
      note(`the database is down for ${down} ms${loses ? ' and loses the last 600 ms' : ''}`);
    } else if (worker !== null && (kind === 'freeze' || running.length > 1)) {
      note(`${kind}: ${worker.process.name}`);
      this.#strike(worker, kind);
    }
  }

  #strike(worker: Worker, kind: string): void {
    const { process, hosts } = worker;
    if (kind === 'freeze') {
      process.freeze();
      const time = this.#random.pick([40_000, 40_000, this.#random.between(40_000, 100_000)]);
      this.#time.after(time, () => process.wake((waiting) => this.#random.shuffle(waiting)));
    } else if (kind === 'kill') {
      process.kill();
      this.#servers.closeAllOf(process);
    } else {
      worker.closing = true;
      this.#servers.closeAllOf(process);
      void hosts.close();
    }
  }
}

function violationsOf({ host, open, violations }: HostReport): string[] {
  const found = violations.map((violation) => `${host}: ${violation}`);
  return open > connections ? [...found, `${host}: ${open} connections open at once`] : found;
}

/**
 * Workers with the real pacing on a database, servers and clocks that are simulated. The same seed
 * gives the same schedule.
 * @param turns another meaning of the statements, to see that its mistakes are found
 */
export function simulateSchedule(
  seed: number,
  turns?: (clock: DatabaseClock) => SimulatedTurns,
): Promise<ScheduleResult> {
  return new Schedule(seed, turns).run(seed);
}

import type { Turn } from '../../src/pipeline/crawl/http/pacing.ts';
import type { Random } from '../../src/sandbox/world/random.ts';
import type { Access } from '../politeness/check-log.ts';
import type { SimulatedProcess, SimulatedTime } from './simulated-time.ts';

/** How long (ms) a client waits for the head of a reply. */
const patience = 15_000;
/**
 * How long (ms) a server keeps a connection that is silent. Nobody else can close the connection of a
 * process that is frozen.
 */
const serverPatience = 30_000;
/** Longest time (ms) that a request or a reply is under way, and where it has to be sent once more. */
const longestTransit = 250;
const longestDetour = 1950;

type OpenAccess = { -readonly [Key in keyof Access]: Access[Key] };

/** An exchange, or a connection without one, that a server has open. */
interface Open {
  readonly process: SimulatedProcess;
  readonly entry: OpenAccess;
}

/** The servers that all processes ask, and their log. */
export class SimulatedServers {
  readonly log: OpenAccess[] = [];
  readonly #time: SimulatedTime;
  readonly #random: Random;
  readonly #open = new Set<Open>();
  #connection = 0;

  constructor(time: SimulatedTime, random: Random) {
    this.#time = time;
    this.#random = random;
  }

  #transit(): number {
    const longest = this.#random.weighted([
      [20, 80],
      [longestTransit, 18],
      [longestDetour, 2],
    ]);
    return this.#random.between(1, longest);
  }

  #begin(process: SimulatedProcess, host: string, method: 'GET' | 'CONNECT'): Open {
    const start = this.#time.now;
    const connection = ++this.#connection;
    const entry = {
      host,
      method,
      path: `/${connection}`,
      start,
      end: Number.POSITIVE_INFINITY,
      connection,
      agent: process.name,
    };
    this.log.push(entry);
    const open = { process, entry };
    this.#open.add(open);
    return open;
  }

  #end(open: Open): void {
    if (this.#open.delete(open)) open.entry.end = this.#time.now;
  }

  /** The system closes the connections of a process that was killed. */
  closeAllOf(process: SimulatedProcess): void {
    for (const open of [...this.#open]) if (open.process === process) this.#end(open);
  }

  /** Sends a request on a connection of its own; resolves when the client has the reply or gave up. */
  async exchange(process: SimulatedProcess, host: string, turn: Turn): Promise<void> {
    await process.sleep(this.#connectTime());
    turn.use();
    await new Promise<void>((done) => {
      let open: Open | null = null;
      let closed = false;
      const close = (): void => {
        closed = true;
        if (open !== null) this.#end(open);
        done();
      };
      turn.lost?.addEventListener('abort', close, { once: true });
      void process.sleep(patience).then(() => closed || close());
      this.#time.after(this.#transit(), () => {
        if (closed) return;
        open = this.#begin(process, host, 'GET');
        this.#answer(open, turn, () => {
          closed = true;
          done();
        });
      });
    });
  }

  #connectTime(): number {
    return this.#random.weighted([
      [0, 6],
      [this.#random.between(10, 400), 3],
      [this.#random.between(1000, 3500), 0.3],
    ]);
  }

  #answer(open: Open, turn: Turn, done: () => void): void {
    const { process } = open;
    const service = this.#random.weighted([
      [this.#random.between(5, 300), 20],
      [this.#random.between(800, 4000), 2],
      [this.#random.between(16_000, 30_000), 0.2],
    ]);
    this.#time.after(service, () => {
      this.#time.after(this.#transit(), () => process.notice(() => turn.answered()));
      this.#time.after(this.#random.between(0, 400), () => {
        this.#end(open);
        this.#time.after(this.#transit(), () => process.notice(done));
      });
    });
  }

  /** Opens a connection that carries nothing of interest; resolves to what closes it. */
  async connect(process: SimulatedProcess, host: string): Promise<() => void> {
    await process.sleep(this.#transit());
    const open = this.#begin(process, host, 'CONNECT');
    this.#time.after(serverPatience, () => this.#end(open));
    return () => this.#end(open);
  }
}

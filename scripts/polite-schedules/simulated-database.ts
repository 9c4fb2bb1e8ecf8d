import type { Random } from '../../src/sandbox/world/random.ts';
import { type HostTurns, TurnsUnavailable } from '../../src/store/host-turns.ts';
import type { SimulatedProcess, SimulatedTime } from './simulated-time.ts';
import { type DatabaseClock, SimulatedTurns } from './simulated-turns.ts';

/** Clock of the database against that of the simulation, in milliseconds. */
const epoch = 1_800_000_000_000;
/** What a server that does not wait for its disk may lose, in milliseconds. */
const mostLost = 600;

/** A database that can be stopped and started, and the ways to it. */
export class SimulatedDatabase implements DatabaseClock {
  readonly turns: SimulatedTurns;
  readonly #time: SimulatedTime;
  readonly #random: Random;
  #isUp = true;
  started: number;
  statements = 0;

  constructor(time: SimulatedTime, random: Random, turns?: (clock: DatabaseClock) => SimulatedTurns) {
    this.#time = time;
    this.#random = random;
    this.started = epoch - 3_600_000;
    this.turns = turns?.(this) ?? new SimulatedTurns(this);
  }

  now(): number {
    return epoch + this.#time.now;
  }

  /** Stops for so long (ms); in a crash what was written last is lost. */
  restart(down: number, loses: boolean): void {
    this.#isUp = false;
    if (loses) this.turns.loseSince(this.now() - mostLost);
    this.#time.after(down, () => {
      this.#isUp = true;
      this.started = this.now();
    });
  }

  /** The turns as a process sees them: over a network, and not while it is frozen. */
  seenBy(process: SimulatedProcess): HostTurns {
    const call = <T>(statement: () => Promise<T>): Promise<T> => this.#call(process, statement);
    const { turns } = this;
    return {
      ask: (request) => call(() => turns.ask(request)),
      settle: (host, token, release) => call(() => turns.settle(host, token, release)),
      release: (host, token) => call(() => turns.release(host, token)),
      rest: (host, time) => call(() => turns.rest(host, time)),
      setPause: (host, pause) => call(() => turns.setPause(host, pause)),
      renew: (owned, connections, lease) => call(() => turns.renew(owned, connections, lease)),
      wanted: (worker) => call(() => turns.wanted(worker)),
      handBack: (hosts) => call(() => turns.handBack(hosts)),
    };
  }

  #call<T>(process: SimulatedProcess, statement: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const fail = (): void => process.notice(() => reject(new TurnsUnavailable('no connection')));
      const slow = this.#random.chance(0.01) ? this.#random.between(200, 3000) : 0;
      this.#time.after(this.#random.between(0, 5) + slow, () => {
        if (!this.#isUp) return fail();
        this.statements++;
        const { started } = this;
        statement().then(
          (result) =>
            this.#time.after(this.#random.between(0, 5), () => {
              // The reply is lost with the connection that the restart breaks.
              if (!this.#isUp || this.started !== started) fail();
              else process.notice(() => resolve(result));
            }),
          reject,
        );
      });
    });
  }
}

import type { HostTurns } from '../../../store/host-turns.ts';
import type { Clock } from '../outcome/clock.ts';

/** How long (ms) a request may be on its way, or lie at a busy server, without meeting the next one. */
const transitTime = 2_000;

/** What all parts of a shared host work with. */
export interface SharedHostOptions {
  readonly host: string;
  readonly worker: string;
  readonly turns: HostTurns;
  /** Connections to one host at once. */
  readonly connections: number;
  /** The configured pause. */
  readonly pause: number;
  /** How long (ms) after it was asked for a turn may be used. */
  readonly window: number;
  readonly clock: Clock;
  /** Aborted when the session ends. */
  readonly signal: AbortSignal;
  /** Carries out a statement as soon as the database lets it. */
  readonly patiently: <T>(statement: () => Promise<T>) => Promise<T>;
  /** Carries out a statement that may fail, since what it says ends by itself. */
  readonly kindly: (statement: () => Promise<void>) => Promise<void>;
}

/** What a worker knows of the pauses of a host; moments on its steady clock. */
export class Pace {
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  #nextStart = 0;
  #notBefore = 0;
  #lastUsed: number;
  /** The host's pause. */
  step: number;

  constructor({ clock, signal, pause }: SharedHostOptions) {
    this.#clock = clock;
    this.#signal = signal;
    this.#lastUsed = clock.steady();
    this.step = pause;
  }

  /**
   * How long (ms) an answer is waited for until the pause begins without it: nobody knows when a
   * request arrived until its answer is seen. Hosts that need no pause are not waited for.
   */
  get patience(): number {
    return this.step === 0 ? 0 : Math.max(this.step, transitTime);
  }

  /** When a connection to the host was last in use. */
  get lastUsed(): number {
    return this.#lastUsed;
  }

  /** Milliseconds until the host may be asked, as far as is known here. */
  waitAt(now: number): number {
    return Math.max(this.#nextStart, this.#notBefore) - now;
  }

  used(): void {
    this.#lastUsed = this.#clock.steady();
  }

  /** A request starts now; the next one not before this time is over. */
  begin(time: number): void {
    this.used();
    this.#nextStart = this.#lastUsed + time;
  }

  /** The pause of the last request begins now at the latest. */
  restart(): void {
    this.#nextStart = Math.min(this.#nextStart, this.#clock.steady() + this.step);
  }

  /** Nothing starts before this time is over. */
  hold(time: number): void {
    this.#nextStart = Math.max(this.#nextStart, this.#clock.steady() + time);
  }

  /** The host asked for patience, so nothing shortens this. */
  rest(time: number): void {
    this.#notBefore = Math.max(this.#notBefore, this.#clock.steady() + time);
  }

  /** The host asks for another pause. */
  change(step: number): void {
    this.step = step;
    this.#nextStart = Math.max(this.#nextStart, this.#lastUsed + step);
  }

  sleep(time: number): Promise<void> {
    return this.#clock.sleep(Math.max(1, Math.ceil(time)), this.#signal);
  }
}

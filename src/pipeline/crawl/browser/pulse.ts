import { Transform } from 'node:stream';

/** Time (ms) between two beats. */
const beat = 250;
/** A process that has not run for so long (ms) was frozen, or too busy to keep its word. */
const longest = 5_000;

/** Notices that the process stood still, before anything that waited meanwhile is passed on. */
export class Pulse {
  readonly #timer: NodeJS.Timeout;
  #last = performance.now();

  /** @param onWake called when the process runs again */
  constructor(onWake: () => void) {
    this.#timer = setInterval(() => {
      const stoodStill = this.stoodStill;
      this.#last = performance.now();
      if (stoodStill) onWake();
    }, beat);
    this.#timer.unref();
  }

  /** Whether the process has just come to life, and has not noticed it by itself yet. */
  get stoodStill(): boolean {
    return performance.now() - this.#last > longest;
  }

  /** Passes bytes on, but none that waited while the process stood still. */
  fence(): Transform {
    return new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        if (this.stoodStill) done(new Error('this process stood still meanwhile'));
        else done(null, chunk);
      },
    });
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

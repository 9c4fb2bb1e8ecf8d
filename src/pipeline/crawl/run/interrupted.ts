/** The run was asked to end; complete visits are committed. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  /** The signal that a person or the system sent; null where the run ended itself. */
  readonly signal: StopSignal | null;

  constructor(message: string, signal: StopSignal | null = null) {
    super(message);
    this.signal = signal;
  }
}

/** Signals that ask a process to end, with their numbers (POSIX). */
export const stopSignals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
export type StopSignal = keyof typeof stopSignals;

import type { Clock } from '../crawl/outcome/clock.ts';

/** How often (ms) a process says that it lives. */
const beatEvery = 5000;
/** How long (ms) a database may be away before the process gives up. */
export const databasePatience = 5 * 60_000;

/** The database was away for longer than anybody waits. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';
}

/**
 * Calls `beat` every few seconds until stopped. Where it fails for too long in a row, `onAway` is
 * told so once, in a sentence.
 */
export function startPulse(
  clock: Clock,
  beat: () => Promise<void>,
  onAway: (error: DatabaseAway) => void,
): { stop(): Promise<void> } {
  const stop = new AbortController();
  const beating = (async () => {
    for (let last = clock.steady(); !stop.signal.aborted; ) {
      try {
        await beat();
        last = clock.steady();
      } catch (error) {
        if (clock.steady() - last > databasePatience) {
          onAway(away(error));
          return;
        }
      }
      await clock.sleep(beatEvery, stop.signal).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stop.abort();
      await beating;
    },
  };
}

/** Does something again and again until the database answers, for as long as anybody waits. */
export async function patiently<T>(clock: Clock, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const until = clock.steady() + databasePatience;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted || !isAway(error)) throw error;
      if (clock.steady() > until) throw away(error);
      await clock.sleep(1000, signal);
    }
  }
}

function away(error: unknown): DatabaseAway {
  const minutes = databasePatience / 60_000;
  const reason = error instanceof Error ? error.message : String(error);
  return new DatabaseAway(
    `the database did not answer for ${minutes} minutes (${reason}): the visits go to other processes; start this one again when it is back`,
  );
}

/** SQLSTATE classes and codes of the system that say that the server or the way to it is gone for now. */
const passing = /^(?:08|57P0[123]|53300|ECONN|EPIPE|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|EAI_AGAIN)/u;

/** Whether an error says that the database is away, and may come back. */
export function isAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isAway);
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && passing.test(error.code)) return true;
  return /connection (?:terminated|ended)|timeout exceeded when trying to connect|client has encountered/iu.test(
    error.message,
  );
}

import { isAway } from '../../store/dialects/postgres/failures.ts';
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

/**
 * Does something again and again until the database answers, for as long as anybody waits.
 *
 * @param patience milliseconds from the first failure of a row
 */
export async function patiently<T>(
  clock: Clock,
  signal: AbortSignal,
  work: () => Promise<T>,
  patience = databasePatience,
): Promise<T> {
  for (let firstFailure: number | null = null; ; ) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted || !isAway(error)) throw error;
      firstFailure ??= clock.steady();
      if (clock.steady() - firstFailure > patience) throw away(error);
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

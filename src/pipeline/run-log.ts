import { join } from 'node:path';
import pino, { type Logger } from 'pino';

/** File of a run's log inside the data folder. */
export function runLogFile(dataFolder: string, run: string): string {
  return join(dataFolder, 'logs', `${run}.jsonl`);
}

/**
 * Opens the log of a run: one JSON object a line with `run`, and, where they apply, `government`, `site`, `probe`, `event`. Lines are written
 * at once, so that a killed run has told all it knew. Secrets never reach it: addresses are logged without credentials.
 */
export function openRunLog(dataFolder: string, run: string): { log: Logger; close: () => void } {
  const destination = pino.destination({ dest: runLogFile(dataFolder, run), mkdir: true, append: true, sync: true });
  // A full disk meets the run itself too, which says so; the log alone must not bring the process down.
  destination.on('error', () => undefined);
  const log = pino({ base: { run }, level: 'debug', timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return { log, close: () => destination.end() };
}

import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
  const file = runLogFile(dataFolder, run);
  mkdirSync(dirname(file), { recursive: true });
  const descriptor = openSync(file, 'a');
  // Not pino's own destination: on a full disk that one tries for ever when it flushes a fatal line.
  const destination = {
    write(line: string): void {
      try {
        writeSync(descriptor, line);
      } catch {
        // A full disk meets the run itself too, which says so; for want of a log line it must neither end nor hang.
      }
    },
  };
  const log = pino({ base: { run }, level: 'debug', timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return { log, close: () => closeSync(descriptor) };
}

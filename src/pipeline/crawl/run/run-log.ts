import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pino, { type Logger } from 'pino';
import { z } from 'zod';

/** File of a run's log inside the data folder. */
export function runLogFile(dataFolder: string, run: string): string {
  return join(dataFolder, 'logs', `${run}.jsonl`);
}

/** An open log; what was written is safe when `close` has ended. */
export interface RunLog {
  readonly log: Logger;
  close(): void | Promise<void>;
}

/**
 * Opens the log of a run: one JSON object per line with `run` and, where they apply, `government`,
 * `site`, `probe`, `event`. Lines are written at once, so a killed run loses none; addresses are
 * logged without credentials.
 */
export function openRunLog(dataFolder: string, run: string): RunLog {
  const file = runLogFile(dataFolder, run);
  mkdirSync(dirname(file), { recursive: true });
  const descriptor = openSync(file, 'a');
  // On a full disk, pino's own destination retries a fatal line for ever.
  const destination = {
    write(line: string): void {
      try {
        writeSync(descriptor, line);
      } catch {
        // The run itself reports a full disk; a lost log line must not end it.
      }
    },
  };
  const log = pino({ base: { run }, level: 'debug', timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return { log, close: () => closeSync(descriptor) };
}

const lineSchema = z.looseObject({ government: z.string(), probe: z.string().optional() });

/** The record of a line; null if it has none, as the last line of a killed run may be cut short. */
export function logLineOf(text: string): z.infer<typeof lineSchema> | null {
  try {
    return lineSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

import { closeSync, createReadStream, existsSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import pino, { type Logger } from 'pino';
import { z } from 'zod';

/** File of a run's log inside the data folder. */
export function runLogFile(dataFolder: string, run: string): string {
  return join(dataFolder, 'logs', `${run}.jsonl`);
}

/**
 * Opens the log of a run: one JSON object per line with `run` and, where they apply, `government`,
 * `site`, `probe`, `event`. Lines are written at once, so a killed run loses none; addresses are
 * logged without credentials.
 */
export function openRunLog(dataFolder: string, run: string): { log: Logger; close: () => void } {
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

/**
 * Lines of a run's log about one government, without those of probes not in `probes` (null: all).
 * Empty if the log is gone.
 */
export async function readVisitLog(
  dataFolder: string,
  run: string,
  code: string,
  probes: ReadonlySet<string> | null,
): Promise<string[]> {
  const file = runLogFile(dataFolder, run);
  if (!existsSync(file)) return [];
  const lines: string[] = [];
  const reader = createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  for await (const text of reader) {
    if (!text.includes(code)) continue;
    const line = parse(text);
    if (line === null || line.government !== code) continue;
    if (probes === null || line.probe === undefined || probes.has(line.probe)) lines.push(text);
  }
  return lines;
}

/** The record of a line; null if it has none, as the last line of a killed run may be cut short. */
function parse(text: string): z.infer<typeof lineSchema> | null {
  try {
    return lineSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

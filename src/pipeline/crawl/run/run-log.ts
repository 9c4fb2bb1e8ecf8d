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

const lineSchema = z.looseObject({ government: z.string(), probe: z.string().optional() });

/**
 * Lines of a run's log that speak of one government, as they were written; with probes, lines of other probes are left out. Empty when
 * the log is gone.
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

/** Null for a line that is no record of a government; the last line of a killed run may be cut short. */
function parse(text: string): z.infer<typeof lineSchema> | null {
  try {
    return lineSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

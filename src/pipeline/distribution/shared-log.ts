import pino from 'pino';
import { z } from 'zod';
import type { LogLines, LogPiece } from '../../store/log-lines.ts';
import type { RunLog } from '../crawl/run/run-log.ts';

/** How long (ms) a line waits for others that are written with it. */
const longestWait = 500;
/** Lines that are written at once in any case. */
const mostWaiting = 500;
/** Lines that are kept while the database is away; beyond them the oldest are dropped. */
const mostKept = 50_000;

const lineSchema = z.looseObject({ government: z.string().optional() });

/**
 * Opens the log of a run that several processes write: lines as in the log of a run that one process
 * makes, with the name of the worker, in the database. A killed process loses those of its last half
 * second.
 */
export function openSharedLog(store: LogLines, run: string, worker: string): RunLog & { close(): Promise<void> } {
  let waiting: string[] = [];
  let writing: Promise<void> = Promise.resolve();
  const write = (): Promise<void> => {
    const lines = waiting;
    waiting = [];
    if (lines.length === 0) return writing;
    writing = writing
      .then(() => store.add(run, worker, piecesOf(lines)))
      .catch(() => {
        // The run itself reports a lost database; these lines are tried again with the next ones.
        waiting = [...lines, ...waiting].slice(-mostKept);
      });
    return writing;
  };
  const timer = setInterval(() => void write(), longestWait);
  timer.unref();
  const destination = {
    write(line: string): void {
      waiting.push(line);
      if (waiting.length >= mostWaiting) void write();
    },
  };
  const log = pino({ base: { run, worker }, level: 'debug', timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    log,
    async close() {
      clearInterval(timer);
      await write();
    },
  };
}

/** Lines in their order; those about one government are together. */
function piecesOf(lines: readonly string[]): LogPiece[] {
  const pieces = new Map<string | null, string>();
  for (const line of lines) {
    const { government = null } = lineSchema.parse(JSON.parse(line));
    pieces.set(government, (pieces.get(government) ?? '') + line);
  }
  return [...pieces].map(([government, text]) => ({ government, lines: text }));
}

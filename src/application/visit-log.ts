import { createReadStream, existsSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { findVisited, type Pack } from '../config/pack.ts';
import { UsageError } from '../model/usage-error.ts';
import { runLogFile } from '../pipeline/crawl/run/run-log.ts';
import type { LogLines } from '../store/log-lines.ts';
import type { Store } from '../store/store.ts';
import { knownProbes } from './known-probes.ts';

/** Levels of log lines as Pino numbers them. */
export const logLevels = { debug: 20, info: 30, warn: 40, error: 50, fatal: 60 } as const;
export type LogLevel = keyof typeof logLevels;

const logLineSchema = z.looseObject({
  level: z.number(),
  time: z.string(),
  event: z.string().default(''),
  government: z.string().optional(),
  probe: z.string().optional(),
});
export type LogLine = z.infer<typeof logLineSchema>;

export interface LogFilter {
  /** Code of the government. */
  readonly government: string;
  readonly level: LogLevel;
  readonly probe?: string | undefined;
}

/** Runs whose plans are searched for a government. */
const searchedRuns = 20;

/**
 * Finds the log with a government's newest visit, or with its visit of a run.
 *
 * @param query code, name or pinyin.
 * @throws UsageError for an unknown government, run or probe.
 */
export async function findVisitLog(
  store: Store,
  pack: Pack,
  query: string,
  { run: runId, probe }: { readonly run?: string | undefined; readonly probe?: string | undefined },
): Promise<{ readonly government: string; readonly run: string }> {
  const runs = await store.runs.list();
  const wanted = runId === undefined ? null : runs.find(({ id }) => id === runId);
  if (wanted === undefined) throw new UsageError(`there is no run ${runId}`);
  const newest = runs[0];
  if (newest === undefined) throw new UsageError('the data folder holds no run yet: run `govprobe crawl` first');
  const plans = await Promise.all(runs.slice(0, searchedRuns).map(({ id }) => store.runs.plan(id)));
  const planned = new Map(plans.flat().map((government) => [government.code, government]));
  const { code } = findVisited([...planned.values()], query, pack);
  const chosen = wanted ?? (await store.visits.newest(code)) ?? newest;
  if (probe !== undefined) {
    const found = await store.findings.list(chosen.id, { code });
    const known = new Set([...knownProbes(pack), ...found.map((finding) => finding.probe)]);
    if (!known.has(probe))
      throw new UsageError(`there is no probe ${probe}; expected one of ${[...known].sort().join(', ')}`);
  }
  return { government: code, run: chosen.id };
}

/** Path of a run's log. @throws UsageError when the file is gone. */
export function requireLogFile(dataFolder: string, run: string): string {
  const file = runLogFile(dataFolder, run);
  if (!existsSync(file)) throw new UsageError(`the log of run ${run} is not there: ${file} is missing`);
  return file;
}

/** The log of a run, in its file or, for a run that several processes make, in the database. */
export interface VisitLog {
  /**
   * Reads the lines that fit a filter.
   *
   * @param start where an earlier reading ended; 0: the beginning
   * @returns where to go on from
   */
  readFrom(start: number, filter: LogFilter, show: (line: LogLine) => void): Promise<number>;
}

/** @throws UsageError when the log is gone. */
export async function openVisitLog(
  { logLines }: Pick<Store, 'logLines'>,
  dataFolder: string,
  run: string,
): Promise<VisitLog> {
  if (logLines !== null && (await logLines.has(run)))
    return { readFrom: (start, filter, show) => readPieces(logLines, run, { start, filter, show }) };
  const file = requireLogFile(dataFolder, run);
  return { readFrom: (start, filter, show) => readFile(file, start, filter, show) };
}

/** Pieces that are read at once. */
const batch = 200;

async function readPieces(
  logs: LogLines,
  run: string,
  { start, filter, show }: { start: number; filter: LogFilter; show: (line: LogLine) => void },
): Promise<number> {
  let after = start;
  for (;;) {
    const pieces = await logs.list(run, { government: filter.government, after }, batch);
    for (const text of pieces.flatMap(({ lines }) => lines.split('\n'))) {
      const line = logLineOf(text);
      if (line !== null && fits(line, filter)) show(line);
    }
    after = pieces.at(-1)?.position ?? after;
    if (pieces.length < batch) return after;
  }
}

async function readFile(
  file: string,
  start: number,
  filter: LogFilter,
  show: (line: LogLine) => void,
): Promise<number> {
  const end = statSync(file).size;
  if (end <= start) return start;
  const lines = createInterface({
    input: createReadStream(file, { start, end: end - 1, encoding: 'utf8' }),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  for await (const text of lines) {
    const line = logLineOf(text);
    if (line !== null && fits(line, filter)) show(line);
  }
  return end;
}

/** Null for what is no line of a log: a killed run may leave half a line. */
export function logLineOf(text: string): LogLine | null {
  const parsed = logLineSchema.safeParse(parse(text));
  return parsed.success ? parsed.data : null;
}

function fits(line: LogLine, { government, level, probe }: LogFilter): boolean {
  return (
    line.government === government && line.level >= logLevels[level] && (probe === undefined || line.probe === probe)
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

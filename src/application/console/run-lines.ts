import { type FileHandle, open, stat } from 'node:fs/promises';
import type { LogLines } from '../../store/log-lines.ts';
import type { LogFilter } from '../visit-log.ts';
import { type LogLine, logLevels, logLineOf, requireLogFile } from '../visit-log.ts';
import type { DataAccess } from './data-access.ts';

/** Which lines of a run's log are wanted; what is left out does not restrict. */
export interface RunLogFilter extends Pick<LogFilter, 'level' | 'probe'> {
  readonly government?: string | undefined;
  readonly event?: string | undefined;
  /** A text that the line contains. */
  readonly text?: string | undefined;
}

export interface RunLines {
  /** Newest first. */
  readonly lines: readonly LogLine[];
  /** Where to go on from towards older lines; null when the beginning was reached. */
  readonly older: number | null;
  /** Behind the last whole line of the log when it was read. */
  readonly end: number;
}

/** Where the logs of runs lie. */
export interface LogPlace {
  readonly folder: string;
  /** Those in the database; null where all are files. */
  readonly logLines: LogLines | null;
}

/** Where the logs of a data folder lie. */
export function logPlace(data: DataAccess): Promise<LogPlace> {
  return data.read(async ({ logLines }) => ({ folder: data.folder, logLines }));
}

/** Bytes that are read at once. */
const chunk = 1024 * 1024;
/** Bytes that one page may read while it looks for lines that fit. */
const longestSearch = 48 * 1024 * 1024;

/** Which part of a log is read. */
interface LogPart {
  /** Where an earlier answer ended; undefined: the end of the log. */
  readonly before?: number | undefined;
  /** Before this nothing is read, as `RunLines.end` told it; undefined: the beginning. */
  readonly since?: number | undefined;
  /** So many lines are enough. */
  readonly most: number;
}

/**
 * Reads a run's log backwards, so that the newest lines of a large log come at once.
 *
 * @throws UsageError when there is no log.
 */
export async function runLines(
  { folder, logLines }: LogPlace,
  run: string,
  filter: RunLogFilter,
  part: LogPart,
): Promise<RunLines> {
  if (logLines !== null && (await logLines.has(run))) return pieceLines(logLines, run, filter, part);
  return fileLines(requireLogFile(folder, run), filter, part);
}

/**
 * A text that stays the same until the log of a run grows; null for a log in the database.
 *
 * @throws UsageError when there is no log.
 */
export async function logStamp({ folder, logLines }: LogPlace, run: string): Promise<string | null> {
  if (logLines !== null && (await logLines.has(run))) return null;
  const { size, mtimeMs } = await stat(requireLogFile(folder, run));
  return `${size} ${mtimeMs}`;
}

/** Pieces that are read at once, and that one page may read while it looks for lines that fit. */
const [batch, mostPieces] = [200, 20_000];

/** The same from pieces in the database; all that fits of the last piece is given. */
async function pieceLines(
  logs: LogLines,
  run: string,
  filter: RunLogFilter,
  { before, since, most }: LogPart,
): Promise<RunLines> {
  const end = await logs.end();
  const lines: LogLine[] = [];
  let position = before ?? end + 1;
  for (let read = 0; read < mostPieces; ) {
    const range = { government: filter.government, after: since, before: position };
    const pieces = await logs.list(run, range, batch, true);
    for (const piece of pieces) {
      position = piece.position;
      for (const text of piece.lines.split('\n').toReversed()) {
        const line = fitting(text, filter);
        if (line !== null) lines.push(line);
      }
      if (lines.length >= most) return { lines, older: position, end };
    }
    read += pieces.length;
    if (pieces.length < batch) return { lines, older: null, end };
  }
  return { lines, older: position, end };
}

async function fileLines(path: string, filter: RunLogFilter, { before, since = 0, most }: LogPart): Promise<RunLines> {
  const { size } = await stat(path);
  const file = await open(path);
  try {
    const lines: LogLine[] = [];
    const whole = await wholeEnd(file, size);
    const start = Math.min(before ?? whole, whole);
    let [position, rest] = [start, Buffer.alloc(0)];
    const needle =
      filter.government === undefined ? null : Buffer.from(`"government":${JSON.stringify(filter.government)}`);
    while (position > since && start - position < longestSearch) {
      const length = Math.min(chunk, position - since);
      const bytes = Buffer.alloc(length);
      await file.read(bytes, 0, length, position - length);
      position -= length;
      const joined = Buffer.concat([bytes, rest]);
      const first = position === since ? 0 : firstWhole(joined);
      let end = joined.length;
      const places = needle === null ? null : placesOf(needle, joined);
      while (end > first) {
        if (places !== null) {
          const at = places.pop();
          if (at === undefined || at < first) break;
          if (at >= end) continue;
          end = Math.min(end, lineEndAfter(joined, at));
        }
        const from = Math.max(first, joined.lastIndexOf(10, end - 2) + 1);
        const line = fitting(joined.toString('utf8', from, end), filter);
        if (line !== null) lines.push(line);
        if (lines.length === most)
          return { lines, older: position + from > since ? position + from : null, end: whole };
        end = from;
      }
      rest = joined.subarray(0, first);
    }
    return { lines, older: position > since ? position : null, end: whole };
  } finally {
    await file.close();
  }
}

/** Behind the last line end of a file; a line that is just being written is left for later. */
async function wholeEnd(file: FileHandle, size: number): Promise<number> {
  const length = Math.min(chunk, size);
  const bytes = Buffer.alloc(length);
  await file.read(bytes, 0, length, size - length);
  return size - length + bytes.lastIndexOf(10) + 1;
}

/** Where the first line begins that is whole; the length where there is none. */
function firstWhole(bytes: Buffer): number {
  const end = bytes.indexOf(10);
  return end < 0 ? bytes.length : end + 1;
}

/**
 * Where a text stands, in bytes. Lines of other governments, which are nearly all of a large log, are passed over
 * without being read.
 */
function placesOf(needle: Buffer, bytes: Buffer): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + needle.length)) places.push(at);
  return places;
}

/** Behind the end of the line that a place belongs to. */
function lineEndAfter(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(10, at);
  return end < 0 ? bytes.length : end + 1;
}

/** Null for a line that is not wanted, and for half a line that a killed run left. */
function fitting(raw: string, filter: RunLogFilter): LogLine | null {
  if (filter.text !== undefined && !raw.toLowerCase().includes(filter.text.toLowerCase())) return null;
  const line = logLineOf(raw);
  return line !== null && fits(line, filter) ? line : null;
}

function fits(line: LogLine, { government, level, probe, event }: RunLogFilter): boolean {
  return (
    line.level >= logLevels[level] &&
    (government === undefined || line.government === government) &&
    (probe === undefined || line.probe === probe) &&
    (event === undefined || line.event === event)
  );
}

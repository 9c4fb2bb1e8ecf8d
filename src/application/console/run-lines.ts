import { type FileHandle, open, stat } from 'node:fs/promises';
import type { LogFilter } from '../visit-log.ts';
import { type LogLine, logLevels, logLineOf, requireLogFile } from '../visit-log.ts';

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
  /** The byte offset to go on from towards older lines; null when the beginning was reached. */
  readonly older: number | null;
  /** Behind the last whole line of the file when it was read. */
  readonly end: number;
}

/** Bytes that are read at once. */
const chunk = 256 * 1024;
/** Bytes that one page may read while it looks for lines that fit. */
const longestSearch = 48 * 1024 * 1024;

/**
 * Reads a run's log backwards, so that the newest lines of a large file come at once.
 *
 * @param before byte offset where an earlier answer ended; undefined: the end of the file
 * @param since byte offset before which nothing is read, at the beginning of a line; undefined: 0
 * @throws UsageError when there is no log.
 */
export async function runLines(
  dataFolder: string,
  run: string,
  filter: RunLogFilter,
  {
    before,
    since = 0,
    most,
  }: { readonly before?: number | undefined; readonly since?: number | undefined; readonly most: number },
): Promise<RunLines> {
  const path = requireLogFile(dataFolder, run);
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
      while (end > first) {
        end = endOfCandidate(joined, first, end, needle);
        if (end <= first) break;
        const from = Math.max(first, joined.lastIndexOf(10, end - 2) + 1);
        const line = fitting(joined.subarray(from, end), filter);
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
 * Where the newest line before `end` ends that may be about the government: lines of others, which are nearly
 * all of a large log, are passed over without reading them. `first` or less: there is none.
 */
function endOfCandidate(bytes: Buffer, first: number, end: number, needle: Buffer | null): number {
  if (needle === null) return end;
  const at = bytes.subarray(0, end).lastIndexOf(needle);
  if (at < first) return first;
  const lineEnd = bytes.indexOf(10, at);
  return lineEnd < 0 ? end : Math.min(end, lineEnd + 1);
}

/** Null for a line that is not wanted, and for half a line that a killed run left. */
function fitting(bytes: Buffer, filter: RunLogFilter): LogLine | null {
  const raw = bytes.toString('utf8');
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

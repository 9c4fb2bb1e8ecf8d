import { closeSync, createReadStream, existsSync, openSync, readSync } from 'node:fs';
import type { LogLines } from '../../../store/log-lines.ts';
import { logLineOf, runLogFile } from './run-log.ts';

/** Where the lines of a government are in a log, in bytes. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Pieces of a log in the database that are read at once. */
const batch = 200;
const lineEnd = 0x0a;
const stated = /"government":"([^"\\]*)"/gu;

/** The logs of runs, for readers of many governments: each log is searched once. */
export class VisitLogs {
  readonly #dataFolder: string;
  readonly #lines: LogLines | null;
  readonly #places = new Map<string, Promise<ReadonlyMap<string, readonly Place[]>>>();

  /** @param lines the logs in the database; null where it is a file */
  constructor(dataFolder: string, lines: LogLines | null) {
    this.#dataFolder = dataFolder;
    this.#lines = lines;
  }

  /**
   * Lines of a run's log about one government, without those of probes not in `probes` (null: all).
   * Empty if the log is gone.
   */
  async read(run: string, code: string, probes: ReadonlySet<string> | null): Promise<string[]> {
    const file = runLogFile(this.#dataFolder, run);
    if (this.#lines !== null && (await this.#lines.has(run))) return this.#readPieces(this.#lines, run, code, probes);
    if (!existsSync(file)) return [];
    const known = this.#places.get(run) ?? placesIn(file);
    this.#places.set(run, known);
    const places = (await known).get(code) ?? [];
    const handle = openSync(file, 'r');
    try {
      return places.flatMap(({ start, end }) => {
        const bytes = Buffer.alloc(end - start);
        const text = bytes.toString('utf8', 0, readSync(handle, bytes, 0, bytes.length, start));
        return isWanted(text, code, probes) ? [text] : [];
      });
    } finally {
      closeSync(handle);
    }
  }

  async #readPieces(lines: LogLines, run: string, code: string, probes: ReadonlySet<string> | null): Promise<string[]> {
    const found: string[] = [];
    for (let after = 0; ; ) {
      const pieces = await lines.list(run, { government: code, after }, batch);
      for (const piece of pieces) found.push(...piece.lines.split('\n').filter((text) => isWanted(text, code, probes)));
      after = pieces.at(-1)?.position ?? after;
      if (pieces.length < batch) return found;
    }
  }
}

function isWanted(text: string, code: string, probes: ReadonlySet<string> | null): boolean {
  const line = logLineOf(text);
  if (line === null || line.government !== code) return false;
  return probes === null || line.probe === undefined || probes.has(line.probe);
}

async function placesIn(file: string): Promise<Map<string, Place[]>> {
  const places = new Map<string, Place[]>();
  let rest: Buffer = Buffer.alloc(0);
  let start = 0;
  const take = (line: Buffer): void => {
    const end = start + line.length;
    // A code may also stand deeper in a line, so the reader looks at each line again.
    const codes = new Set([...line.toString('utf8').matchAll(stated)].flatMap(([, code]) => code ?? []));
    for (const code of codes) {
      const own = places.get(code);
      if (own === undefined) places.set(code, [{ start, end }]);
      else own.push({ start, end });
    }
    start = end + 1;
  };
  for await (const piece of createReadStream(file)) {
    const bytes: Buffer = Buffer.concat([rest, piece]);
    let at = 0;
    for (let end = bytes.indexOf(lineEnd, at); end >= 0; end = bytes.indexOf(lineEnd, at)) {
      take(bytes.subarray(at, end));
      at = end + 1;
    }
    rest = bytes.subarray(at);
  }
  if (rest.length > 0) take(rest);
  return places;
}

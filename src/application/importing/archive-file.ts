import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { UsageError } from '../../model/usage-error.ts';

/** An archive of web pages on the disk. */
export interface ArchiveFile {
  /** Name without folders. */
  readonly name: string;
  /** Hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly format: 'warc' | 'wacz';
  /** The WARC files in it, one after the other. */
  readonly sources: () => AsyncGenerator<AsyncIterable<Uint8Array>>;
  /** A small file beside the archive in a WACZ; null where there is none. */
  readonly text: (path: string) => Promise<string | null>;
}

/** Small pieces, so that a compressed one cannot become large in memory. */
const pieceSize = 16 * 1024;
/** Largest file beside the archive that is read, in bytes. */
const largestText = 256 * 1024 * 1024;
const mostEntries = 100_000;

/**
 * Opens a WARC or WACZ file and finds out which it is by its content.
 *
 * @throws UsageError for what cannot be read and for what is neither.
 */
export async function openArchive(file: string): Promise<ArchiveFile> {
  const there = statSync(file, { throwIfNoEntry: false });
  if (there === undefined || !there.isFile()) throw new UsageError(`${file}: expected a WARC or WACZ file, found none`);
  const facts = { name: basename(file), bytes: there.size, sha256: await hashOfFile(file) };
  const start = startOf(file);
  if (start.startsWith('PK\x03\x04')) return { ...facts, format: 'wacz', ...(await openZip(file)) };
  if (!start.startsWith('WARC/') && !start.startsWith('\x1f\x8b'))
    throw new UsageError(`${file}: expected a WARC file (plain or gzip) or a WACZ file, found neither`);
  return {
    ...facts,
    format: 'warc',
    sources: async function* () {
      yield createReadStream(file, { highWaterMark: pieceSize });
    },
    text: async () => null,
  };
}

async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece);
  return hash.digest('hex');
}

function startOf(file: string): string {
  const start = Buffer.alloc(8);
  const handle = openSync(file, 'r');
  try {
    return start.toString('latin1', 0, readSync(handle, start));
  } finally {
    closeSync(handle);
  }
}

/** Reads the directory of a ZIP file; names that leave the folder are refused by the library. */
async function openZip(file: string): Promise<Pick<ArchiveFile, 'sources' | 'text'>> {
  const entries = new Map<string, Entry>();
  const zip = await asUsage(file, async () => {
    const opened = await openPromise(file, { autoClose: false });
    for await (const entry of opened.eachEntry()) {
      if (entries.has(entry.fileName)) throw new Error(`two members have the name ${entry.fileName}`);
      if (entries.size >= mostEntries) throw new Error(`it has more than ${mostEntries} members`);
      entries.set(entry.fileName, entry);
    }
    return opened;
  });
  const archives = [...entries.keys()].filter((name) => /^archive\/[^/]+\.warc(?:\.gz)?$/u.test(name)).sort();
  if (archives.length === 0) {
    const inner = [...entries.keys()].find((name) => name.endsWith('.wacz'));
    const hint = inner === undefined ? '' : `; it holds ${inner}: unpack that and import it`;
    throw new UsageError(`${file}: expected a WACZ file with archive/*.warc.gz, found a ZIP without${hint}`);
  }
  return {
    sources: async function* () {
      for (const name of archives) yield streamOf(zip, entries.get(name));
    },
    text: async (path) => {
      const entry = entries.get(path);
      if (entry === undefined) return null;
      if (entry.uncompressedSize > largestText)
        throw new UsageError(`${file}: ${path} has ${entry.uncompressedSize} bytes, expected at most ${largestText}`);
      return asUsage(file, async () => {
        const pieces: Uint8Array[] = [];
        for await (const piece of streamOf(zip, entry)) pieces.push(piece);
        return Buffer.concat(pieces).toString('utf8');
      });
    },
  };
}

async function* streamOf(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Uint8Array> {
  if (entry === undefined) return;
  // The library ends with an error when a member has another size than the directory states.
  const stream = await zip.openReadStreamPromise(entry);
  for await (const piece of stream) {
    const bytes: Uint8Array = piece;
    for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize);
  }
}

async function asUsage<Result>(file: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

import { createHash } from 'node:crypto';
import { canonicalJson } from '../../model/canonical-json.ts';
import { cdxjIndex, type PlacedEntry } from './cdxj.ts';
import { captureRecords, digestOf, infoRecord, type PublishedCapture } from './warc.ts';
import { type ByteSink, ZipWriter } from './zip-writer.ts';

/** A file of the package beside the archive; its path begins with `govprobe/` or has no folder. */
export interface PackageFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface WaczInput {
  readonly title: string;
  readonly description: string;
  /** ISO 8601 UTC. */
  readonly created: string;
  /** Name and version of this program. */
  readonly software: string;
  /** Fields of the first record of the archive. */
  readonly info: Readonly<Record<string, string>>;
  readonly captures: AsyncIterable<PublishedCapture> | Iterable<PublishedCapture>;
  /** Called when all captures are written, with the ids of the records of each. */
  readonly files: (records: ReadonlyMap<string, readonly string[]>) => readonly PackageFile[];
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
}

const archiveName = 'data.warc.gz';
const encoder = new TextEncoder();

/**
 * Writes a WACZ 1.1.1 package: the archive of all captures with its index, the list of pages, and
 * the files of this program, all listed with their hashes. Holds one capture in memory.
 *
 * @returns hash and size of every member, for whoever checks the package.
 */
export async function writeWacz(sink: ByteSink, input: WaczInput): Promise<readonly Resource[]> {
  const zip = new ZipWriter(sink);
  const resources: Resource[] = [];
  const add = async (path: string, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> => {
    const measured = new Measured(pieces);
    await zip.add(path, measured);
    const name = path.slice(path.lastIndexOf('/') + 1);
    resources.push({ name, path, hash: measured.digest(), bytes: measured.bytes });
  };
  const archive = new Archive(input);
  await add(`archive/${archiveName}`, archive.records());
  await add('indexes/index.cdx', [encoder.encode(cdxjIndex(archive.entries))]);
  await add('pages/pages.jsonl', [encoder.encode(pagesList(archive.pages))]);
  for (const { path, bytes } of input.files(archive.recordsOf)) await add(path, [bytes]);
  const manifest = encoder.encode(`${JSON.stringify(dataPackage(input, archive.pages, resources), null, 2)}\n`);
  await zip.add('datapackage.json', [manifest]);
  const digest = { path: 'datapackage.json', hash: digestOf(manifest) };
  await zip.add('datapackage-digest.json', [encoder.encode(`${JSON.stringify(digest, null, 2)}\n`)]);
  await zip.end();
  return resources;
}

interface ListedPage {
  readonly id: string;
  readonly url: string;
  readonly ts: string;
  readonly title: string;
}

/** The WARC file as it is written, and what its index and the list of pages need. */
class Archive {
  readonly entries: PlacedEntry[] = [];
  readonly pages: ListedPage[] = [];
  /** Ids of the records by capture, in the order of writing. */
  readonly recordsOf = new Map<string, readonly string[]>();
  readonly #input: WaczInput;
  #offset = 0;

  constructor(input: WaczInput) {
    this.#input = input;
  }

  async *records(): AsyncGenerator<Uint8Array> {
    const { created, info, captures } = this.#input;
    yield this.#place(await infoRecord(archiveName, created, info));
    for await (const published of captures) {
      const ids: string[] = [];
      for await (const record of captureRecords(published)) {
        yield this.#place(record);
        ids.push(record.id);
      }
      const { capture, body, title } = published;
      this.recordsOf.set(capture.id, ids);
      if (capture.role === 'page' && body !== null)
        this.pages.push({ id: capture.id, url: capture.finalUrl, ts: capture.time, title: title || capture.finalUrl });
    }
  }

  #place({ bytes, entry }: Awaited<ReturnType<typeof infoRecord>>): Uint8Array {
    if (entry !== null)
      this.entries.push({ ...entry, filename: archiveName, offset: this.#offset, length: bytes.length });
    this.#offset += bytes.length;
    return bytes;
  }
}

/** Pieces on their way, counted and hashed. */
class Measured {
  bytes = 0;
  readonly #hash = createHash('sha256');
  readonly #pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

  constructor(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
    this.#pieces = pieces;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const piece of this.#pieces) {
      this.#hash.update(piece);
      this.bytes += piece.length;
      yield piece;
    }
  }

  digest(): string {
    return `sha256:${this.#hash.digest('hex')}`;
  }
}

function pagesList(pages: readonly ListedPage[]): string {
  const head = { format: 'json-pages-1.0', id: 'pages', title: 'All Pages' };
  return [head, ...pages].map((line) => `${JSON.stringify(line)}\n`).join('');
}

function dataPackage(input: WaczInput, pages: readonly ListedPage[], resources: readonly Resource[]) {
  const [main] = pages;
  return {
    profile: 'data-package',
    wacz_version: '1.1.1',
    title: input.title,
    description: input.description,
    created: input.created,
    software: input.software,
    ...(main === undefined ? {} : { mainPageUrl: main.url, mainPageDate: main.ts }),
    resources,
  };
}

/** A JSON file whose bytes depend on its content alone (RFC 8785), with a line end. */
export function jsonFile(path: string, content: unknown): PackageFile {
  return { path, bytes: encoder.encode(`${canonicalJson(content)}\n`) };
}

/** A text file in UTF-8. */
export function textFile(path: string, content: string): PackageFile {
  return { path, bytes: encoder.encode(content) };
}

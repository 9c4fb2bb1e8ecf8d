import { randomUUID } from 'node:crypto';
import { appendFileSync, closeSync, mkdirSync, openSync, readdirSync, readSync, rmSync, truncateSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import type { CompiledKnowledge } from '../../../config/knowledge.ts';
import type { Capture } from '../../../model/capture.ts';
import type { KindSign } from '../../../reading/kind.ts';
import { knownKinds, takeOverKinds } from '../../../reading/kinds.ts';
import type { Page } from '../../../reading/page.ts';
import { shareLinks } from '../../../reading/shared-links.ts';
import { packNow } from '../../../store/compression.ts';
import type { VisitPages } from '../frontier/visit-pages.ts';

/** A page as its file has it. */
interface Shelved {
  readonly content: Omit<Page, 'capture'>;
  /** Its kinds, which take as long to recognise as the page to read; null if nobody asked for them. */
  readonly signs: readonly KindSign[] | null;
}

/** Place of the compressed bytes of a page in the file of its visit. */
interface Written {
  readonly offset: number;
  readonly length: number;
}

/** What a page takes in memory: so much, and so many times the bytes of its document. */
const bytesPerPage = 25_000;
const bytesPerByte = 5;

/**
 * Where the open visits of one thread keep their pages: in memory up to a limit, the others in a
 * file for each visit. Visits that only collect give their pages away first, since they need none
 * until they explore or are judged; of those that explore, the first ones keep theirs, so that not
 * every round of every visit reads its file again.
 */
export class PageShelf {
  readonly #folder: string;
  readonly #limit: number;
  /** Visits with pages in memory, the one used longest ago first. */
  readonly #inMemory = new Set<ShelvedPages>();
  #files = 0;

  /**
   * @param folder of this process and thread alone
   * @param limit bytes of all pages in memory together, by estimate
   */
  constructor(folder: string, limit: number) {
    this.#folder = folder;
    this.#limit = limit;
  }

  /** The pages of a visit that begins. */
  open(): VisitPages {
    return new ShelvedPages(join(this.#folder, `${++this.#files}.zst`), {
      used: (pages) => this.#used(pages),
      rested: () => this.#make(),
      closed: (pages) => this.#inMemory.delete(pages),
    });
  }

  /** Estimated bytes of the pages in memory, of how many pages and visits. */
  get held(): { readonly bytes: number; readonly pages: number; readonly visits: number } {
    let [bytes, pages, visits] = [0, 0, 0];
    for (const { weight, inMemory } of this.#inMemory) {
      bytes += weight;
      pages += inMemory;
      visits += inMemory > 0 ? 1 : 0;
    }
    return { bytes, pages, visits };
  }

  #used(pages: ShelvedPages): void {
    this.#inMemory.delete(pages);
    this.#inMemory.add(pages);
  }

  /** Makes room: writes the pages of other visits to their files until the limit is kept. */
  #make(): void {
    let { bytes } = this.held;
    if (bytes <= this.#limit) return;
    const collecting = [...this.#inMemory].filter(({ explores }) => explores === null);
    const exploring = [...this.#inMemory].filter(({ explores }) => explores !== null);
    exploring.sort((a, b) => (b.explores ?? 0) - (a.explores ?? 0));
    for (const pages of [...collecting, ...exploring]) {
      if (bytes <= this.#limit) return;
      if (pages.busy) continue;
      bytes -= pages.weight;
      pages.shelve();
      this.#inMemory.delete(pages);
    }
  }
}

interface Shelf {
  readonly used: (pages: ShelvedPages) => void;
  readonly rested: () => void;
  readonly closed: (pages: ShelvedPages) => void;
}

let explorations = 0;

/** The pages of one visit, some of them in its file. */
class ShelvedPages implements VisitPages {
  readonly #file: string;
  readonly #shelf: Shelf;
  /** Undefined: in the file. */
  readonly #pages: (Page | null | undefined)[] = [];
  /** Of pages in the file; a page is the same object again only as far as its capture goes. */
  readonly #captures = new Map<number, Capture>();
  /** By position. */
  readonly #written = new Map<number, Written>();
  /** By which the kinds in the file were recognised. */
  #knowledge: CompiledKnowledge | null = null;
  #size = 0;
  /** Estimated bytes of its pages in memory. */
  weight = 0;
  /** Its pages in memory. */
  inMemory = 0;
  /** Between `all` and `rest`, when its pages must stay. */
  busy = false;
  /** Its turn among the visits that explore; null before it needed all of its pages. */
  explores: number | null = null;

  constructor(file: string, shelf: Shelf) {
    this.#file = file;
    this.#shelf = shelf;
  }

  add(page: Page | null): void {
    this.#pages.push(page);
    if (page === null) return;
    this.#count(page.capture, 1);
    this.#shelf.used(this);
  }

  at(position: number): Page | null {
    const page = this.#pages[position];
    if (page !== undefined) return page;
    return this.#written.has(position) ? this.#reading((file) => this.#read(file, position)) : null;
  }

  all(): readonly (Page | null)[] {
    this.busy = true;
    this.explores ??= ++explorations;
    if (this.#pages.includes(undefined)) this.#reading((file) => this.#restore(file));
    this.#shelf.used(this);
    return this.#pages.map((page) => page ?? null);
  }

  rest(): void {
    this.busy = false;
    this.#shelf.rested();
  }

  close(): void {
    this.#shelf.closed(this);
    if (this.#written.size > 0) rmSync(this.#file, { force: true });
    this.#pages.length = 0;
    this.#captures.clear();
    this.#written.clear();
  }

  /**
   * Leaves all pages to the file; those that are new are written first, and stay where the disk takes
   * nothing. Each is packed by itself: the text of all together would take as much memory as they do.
   */
  shelve(): void {
    const fresh: { readonly position: number; readonly packed: Buffer }[] = [];
    for (const [position, page] of this.#pages.entries())
      if (page && !this.#written.has(position)) fresh.push({ position, packed: this.#pack(page) });
    this.#write(Buffer.concat(fresh.map(({ packed }) => packed)));
    for (const { position, packed } of fresh) {
      this.#written.set(position, { offset: this.#size, length: packed.length });
      this.#size += packed.length;
    }
    for (const [position, page] of this.#pages.entries()) {
      if (!page) continue;
      this.#captures.set(position, page.capture);
      this.#pages[position] = undefined;
    }
    this.weight = 0;
    this.inMemory = 0;
  }

  #write(bytes: Buffer): void {
    if (bytes.length === 0) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    // A file that another process left under this name, or half of a write, is not ours to read.
    if (this.#size === 0) rmSync(this.#file, { force: true });
    else truncateSync(this.#file, this.#size);
    appendFileSync(this.#file, bytes);
  }

  #pack(page: Page): Buffer {
    const { capture: _capture, ...content } = page;
    const kinds = knownKinds(page);
    if (kinds !== null) this.#knowledge ??= kinds.knowledge;
    const signs = kinds !== null && kinds.knowledge === this.#knowledge ? kinds.signs : null;
    const shelved: Shelved = { content, signs };
    return packNow(Buffer.from(JSON.stringify(shelved)));
  }

  #reading<T>(read: (file: number) => T): T {
    const file = openSync(this.#file, 'r');
    try {
      return read(file);
    } finally {
      closeSync(file);
    }
  }

  #restore(file: number): void {
    for (const [position, known] of this.#pages.entries()) {
      const page = known === undefined ? this.#read(file, position) : null;
      if (page === null) continue;
      this.#pages[position] = page;
      this.#count(page.capture, 1);
    }
  }

  #read(file: number, position: number): Page | null {
    const written = this.#written.get(position);
    const capture = this.#captures.get(position);
    if (written === undefined || capture === undefined) return null;
    const packed = Buffer.alloc(written.length);
    readSync(file, packed, 0, written.length, written.offset);
    // Our own process wrote it a moment ago.
    const { content, signs } = JSON.parse(zstdDecompressSync(packed).toString('utf8')) as Shelved;
    const [links, hiddenLinks] = [shareLinks(content.links), shareLinks(content.hiddenLinks)];
    const page = { ...content, links, hiddenLinks, capture };
    const knowledge = this.#knowledge;
    if (signs !== null && knowledge !== null) takeOverKinds(page, { knowledge, signs });
    return page;
  }

  #count({ bytes }: Capture, pages: 1): void {
    this.weight += bytesPerPage + bytes * bytesPerByte;
    this.inMemory += pages;
  }
}

const prefix = 'open-';
/** Folders of the runs of this process that are not over. */
const ours = new Set<string>();

/** The folder in which the open visits of a run keep their pages. */
export interface ShelfFolder {
  readonly path: string;
  /** Removes it with all that is in it. */
  close(): void;
}

/** Names a folder for a run, and removes those that killed processes left behind. */
export function openShelfFolder(dataFolder: string): ShelfFolder {
  const folder = join(dataFolder, 'pages');
  for (const name of namesIn(folder))
    if (isLeftBehind(name)) rmSync(join(folder, name), { recursive: true, force: true });
  const name = `${prefix}${process.pid}-${randomUUID().slice(0, 8)}`;
  const path = join(folder, name);
  ours.add(name);
  return {
    path,
    close() {
      ours.delete(name);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

function isLeftBehind(name: string): boolean {
  const owner = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : null;
  if (owner === null || ours.has(name)) return false;
  return owner === process.pid || !isAlive(owner);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Nothing was kept yet.
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

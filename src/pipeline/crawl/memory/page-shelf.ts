import { appendFileSync, closeSync, mkdirSync, openSync, readSync, rmSync, truncateSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CompiledKnowledge } from '../../../config/knowledge.ts';
import type { Capture } from '../../../model/capture.ts';
import type { KindSign } from '../../../reading/kind.ts';
import { knownKinds, takeOverKinds } from '../../../reading/kinds.ts';
import type { Page } from '../../../reading/page.ts';
import type { PackedPage } from '../../../store/packed-pages.ts';
import { packedForm, pageFrom } from '../frontier/packed-form.ts';
import type { VisitPages } from '../frontier/visit-pages.ts';

/** Place of a packed page in the file of its visit, and the check of its bytes. */
interface Written {
  readonly offset: number;
  readonly length: number;
  readonly check: number;
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
  /**
   * Kinds of pages in the file, as JSON: they take as long to recognise as the page to read. What is
   * kept for another night is without them, since they depend on how a page was reached.
   */
  readonly #signs = new Map<number, string>();
  /** By which they were recognised. */
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

  packed(position: number): PackedPage | null {
    if (this.#written.has(position)) return this.#reading((file) => this.#readPacked(file, position));
    const page = this.#pages[position] ?? null;
    return page === null ? null : packedForm(page);
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
    this.#signs.clear();
  }

  /**
   * Leaves all pages to the file; those that are new are written first, and stay where the disk takes
   * nothing. Each is packed by itself: the text of all together would take as much memory as they do.
   */
  shelve(): void {
    const fresh: { readonly position: number; readonly packed: PackedPage }[] = [];
    for (const [position, page] of this.#pages.entries())
      if (page && !this.#written.has(position)) fresh.push({ position, packed: packedForm(page) });
    this.#write(Buffer.concat(fresh.map(({ packed }) => packed.bytes)));
    for (const { position, packed } of fresh) {
      const { length } = packed.bytes;
      this.#written.set(position, { offset: this.#size, length, check: packed.check });
      this.#size += length;
    }
    for (const [position, page] of this.#pages.entries()) {
      if (!page) continue;
      this.#keepKinds(position, page);
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

  /** Notes the kinds of a page that goes to the file, if somebody asked for them. */
  #keepKinds(position: number, page: Page): void {
    const kinds = this.#signs.has(position) ? null : knownKinds(page);
    if (kinds === null) return;
    this.#knowledge ??= kinds.knowledge;
    // A text of its own: a part of the page's text would keep the whole in memory.
    if (kinds.knowledge === this.#knowledge) this.#signs.set(position, JSON.stringify(kinds.signs));
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
    const capture = this.#captures.get(position);
    const packed = this.#readPacked(file, position);
    if (packed === null || capture === undefined) return null;
    const page = pageFrom(packed, capture);
    if (page === null) throw new Error(`the pages of an open visit were damaged on the disk: ${this.#file}`);
    const signs = this.#signs.get(position);
    // Our own text of a moment ago.
    if (signs !== undefined && this.#knowledge !== null)
      takeOverKinds(page, { knowledge: this.#knowledge, signs: JSON.parse(signs) as readonly KindSign[] });
    return page;
  }

  #readPacked(file: number, position: number): PackedPage | null {
    const written = this.#written.get(position);
    if (written === undefined) return null;
    const bytes = Buffer.alloc(written.length);
    readSync(file, bytes, 0, written.length, written.offset);
    return { bytes, check: written.check };
  }

  #count({ bytes }: Capture, pages: 1): void {
    this.weight += bytesPerPage + bytes * bytesPerByte;
    this.inMemory += pages;
  }
}

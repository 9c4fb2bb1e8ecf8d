import type { Page } from '../../../reading/page.ts';
import type { PackedPage } from '../../../store/packed-pages.ts';
import { packedForm } from './packed-form.ts';

/** The pages that an open visit has read, in the order of its captures. */
export interface VisitPages {
  /** Takes the page of the next capture; null if that is a failure or nothing readable. */
  add(page: Page | null): void;
  /** The page of a capture, by its position. */
  at(position: number): Page | null;
  /** The page of a capture as it can be kept, by its position; null if there is none. */
  packed(position: number): PackedPage | null;
  /** All pages. They stay in memory until `rest` or `close`. */
  all(): readonly (Page | null)[];
  /** The visit waits for answers and needs no page until then. */
  rest(): void;
  /** The visit is over. */
  close(): void;
}

/** Keeps all pages in memory. */
export class PagesInMemory implements VisitPages {
  readonly #pages: (Page | null)[] = [];

  add(page: Page | null): void {
    this.#pages.push(page);
  }

  at(position: number): Page | null {
    return this.#pages[position] ?? null;
  }

  packed(position: number): PackedPage | null {
    const page = this.at(position);
    return page === null ? null : packedForm(page);
  }

  all(): readonly (Page | null)[] {
    return this.#pages;
  }

  rest(): void {
    // All pages stay where they are.
  }

  close(): void {
    this.#pages.length = 0;
  }
}

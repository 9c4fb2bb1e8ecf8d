import type { KeptPages, PackedPage } from './packed-pages.ts';

/**
 * What was read out of the pages of each government's newest visit, so that bytes that did not
 * change need not be parsed again on the next night. A store of convenience: without it everything
 * is found again from the evidence.
 */
export interface PageStore {
  /**
   * Replaces what is kept of a government.
   * @param code registry code; digits and hyphens, so it is a safe name of a file.
   * @param reading hash over what the reading rests on; `read` with another one finds nothing.
   */
  write(code: string, reading: string, pages: ReadonlyMap<string, PackedPage>): Promise<void>;
  /**
   * Pages by key; null when there are none, when they were read otherwise, and when what is kept is
   * damaged.
   */
  read(code: string, reading: string): Promise<KeptPages | null>;
}

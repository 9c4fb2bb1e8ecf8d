import { createHash } from 'node:crypto';
import type { Capture } from '../../../model/capture.ts';
import type { Page } from '../../../reading/page.ts';
import type { KeptPages, PackedPage } from '../../../store/packed-pages.ts';
import { keptPageFrom } from '../frontier/packed-form.ts';

/**
 * Hash over the fields of a capture that parsing depends on. A parsed page without its capture depends
 * on nothing else but the bytes.
 */
function pageKey({ body, role, url, finalUrl, from, headers }: Capture): string {
  const type = headers['content-type'] ?? null;
  const disposition = headers['content-disposition'] ?? null;
  // The addresses that a script writes are relative to the page that runs it.
  const parts = [body, role, url, finalUrl, role === 'script' ? from : null, type, disposition];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/**
 * The parsed pages of a visit by key, as they are kept.
 * @param packedAt the page of a capture by its position; null if there is none
 */
export function packedPages(
  captures: readonly Capture[],
  packedAt: (position: number) => PackedPage | null,
): Map<string, PackedPage> {
  const found = new Map<string, PackedPage>();
  for (const [position, capture] of captures.entries()) {
    if (capture.body === null) continue;
    const key = pageKey(capture);
    const packed = found.has(key) ? null : packedAt(position);
    if (packed !== null) found.set(key, packed);
  }
  return found;
}

/** The parsed pages of an earlier visit, found again for captures with the same bytes. */
export class RememberedPages {
  readonly #pages: KeptPages;

  /** @param pages what `packedPages` returned, under the same parser and configuration */
  constructor(pages: KeptPages) {
    this.#pages = pages;
  }

  /** The page of a capture; null if it has to be parsed. */
  find(capture: Capture): Page | null {
    if (capture.failure !== null || capture.body === null) return null;
    const packed = this.#pages.find(pageKey(capture));
    return packed === null ? null : keptPageFrom(packed, capture);
  }
}

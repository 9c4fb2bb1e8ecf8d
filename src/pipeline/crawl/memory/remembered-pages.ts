import { createHash } from 'node:crypto';
import type { Capture } from '../../../model/capture.ts';
import type { Page } from '../../../reading/page.ts';
import type { Entry } from '../frontier/visit.ts';

/** A parsed page without its capture; it depends only on the bytes and on what `pageKey` covers. */
type PageContent = Omit<Page, 'capture'>;

/** Hash over the fields of a capture that parsing depends on. */
function pageKey({ body, role, url, finalUrl, from, headers }: Capture): string {
  const type = headers['content-type'] ?? null;
  const disposition = headers['content-disposition'] ?? null;
  // The addresses that a script writes are relative to the page that runs it.
  const parts = [body, role, url, finalUrl, role === 'script' ? from : null, type, disposition];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** The parsed pages of a visit by key, as JSON can hold them. */
export function pageContents(entries: readonly Entry[]): Record<string, PageContent> {
  const found: Record<string, PageContent> = {};
  for (const { capture, page } of entries) {
    if (page === null || capture.body === null) continue;
    const { capture: _capture, ...content } = page;
    found[pageKey(capture)] = content;
  }
  return found;
}

/** The parsed pages of an earlier visit, found again for captures with the same bytes. */
export class RememberedPages {
  readonly #pages: Readonly<Record<string, object>>;

  /** @param pages what `pageContents` returned, under the same parser and configuration */
  constructor(pages: Readonly<Record<string, object>>) {
    this.#pages = pages;
  }

  /** The page of a capture; null if it has to be parsed. */
  find(capture: Capture): Page | null {
    if (capture.failure !== null || capture.body === null) return null;
    const content = this.#pages[pageKey(capture)];
    // The file has a checksum; validating every field would cost as much as parsing the page.
    return content === undefined ? null : { ...(content as PageContent), capture };
  }
}

import { createHash } from 'node:crypto';
import type { Capture } from '../../../model/capture.ts';
import type { Page } from '../../../reading/page.ts';
import type { Entry } from '../frontier/visit.ts';

/** A page without the capture that it was read from: all else follows from the bytes and from what `pageKey` covers. */
type Reading = Omit<Page, 'capture'>;

/** Key over the fields of a capture that the reading of its page looks at. */
function pageKey({ body, role, url, finalUrl, from, headers }: Capture): string {
  const type = headers['content-type'] ?? null;
  const disposition = headers['content-disposition'] ?? null;
  // The addresses that a script writes are relative to the page that runs it.
  const parts = [body, role, url, finalUrl, role === 'script' ? from : null, type, disposition];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** What was read out of the captures of a visit, by key, fit to be stored as JSON. */
export function readingsOf(entries: readonly Entry[]): Record<string, Reading> {
  const found: Record<string, Reading> = {};
  for (const { capture, page } of entries) {
    if (page === null || capture.body === null) continue;
    const { capture: _capture, ...reading } = page;
    found[pageKey(capture)] = reading;
  }
  return found;
}

/** Pages of an earlier visit, each to be had again for a capture of the same bytes. */
export class RememberedPages {
  readonly #readings: Readonly<Record<string, object>>;

  /** @param readings what `readingsOf` made, read by the same reader with the same configuration. */
  constructor(readings: Readonly<Record<string, object>>) {
    this.#readings = readings;
  }

  /** The page of a capture, or null when it has to be read. */
  find(capture: Capture): Page | null {
    if (capture.failure !== null || capture.body === null) return null;
    const reading = this.#readings[pageKey(capture)];
    // Checked by the checksum of its file, not field by field: a check of every link would cost as much as the reading.
    return reading === undefined ? null : { ...(reading as Reading), capture };
  }
}

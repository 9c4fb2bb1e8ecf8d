import type { Capture } from '../../../model/capture.ts';
import type { Page } from '../../../reading/page.ts';
import { shareLinks } from '../../../reading/shared-links.ts';
import { type PackedPage, packPage, unpackPage } from '../../../store/packed-pages.ts';

/** Of pages that another night kept, so that none is packed twice. */
const packedForms = new WeakMap<Page, PackedPage>();

/** A page without its capture, packed: as open visits leave it on the disk and as nights keep it. */
export function packedForm(page: Page): PackedPage {
  const known = packedForms.get(page);
  if (known !== undefined) return known;
  const { capture: _capture, ...content } = page;
  return packPage(content);
}

/** The page of a capture from its packed form; null where that is damaged. */
export function pageFrom(packed: PackedPage, capture: Capture): Page | null {
  const unpacked = unpackPage(packed);
  if (unpacked === null) return null;
  // The bytes have a checksum; validating every field would cost as much as parsing the page.
  const content = unpacked as Omit<Page, 'capture'>;
  return { ...content, links: shareLinks(content.links), hiddenLinks: shareLinks(content.hiddenLinks), capture };
}

/** The same, where the packed form is to serve again. */
export function keptPageFrom(packed: PackedPage, capture: Capture): Page | null {
  const page = pageFrom(packed, capture);
  if (page !== null) packedForms.set(page, packed);
  return page;
}

import type { Capture } from '../../model/capture.ts';
import { byteOrderMark, charsetOf, declaredEncoding } from '../../reading/decode.ts';
import { canonicalEncoding } from '../../reading/encodings.ts';

/** A replayer looks for the declaration of a page in this many bytes. */
const searched = 1024;

/**
 * The charset that a replayer must be told so that it shows a page as it was read; null where the
 * page says so itself, and for what is no document. Live, a browser guesses from the address and
 * the text; in a replayer it takes the charset of the frame around.
 *
 * A page with a byte order mark is told to be UTF-8: the mark goes before any statement, and
 * ReplayWeb.page turns such a page into UTF-8 without saying so.
 */
export function unstatedCharset(
  bytes: Uint8Array,
  { headers, encoding }: Pick<Capture, 'headers' | 'encoding'>,
): string | null {
  const type = headers['content-type'] ?? '';
  if (encoding === null || !/html|xml|^\s*text\/plain/iu.test(type)) return null;
  const head = Buffer.from(bytes.subarray(0, searched)).toString('latin1');
  const stated = canonicalEncoding(charsetOf(type)) ?? declaredEncoding(head);
  const needed = byteOrderMark(bytes) === null ? encoding : 'utf-8';
  return stated === needed ? null : needed;
}

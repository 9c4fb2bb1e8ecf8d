import type { Capture } from '../../../model/capture.ts';

export type DocumentKind = 'pdf' | 'docx';

/**
 * The signature must stand at the start; some servers put a byte order mark or blank lines before
 * it.
 */
const pdfStart = /^[\s\u00ef\u00bb\u00bf]{0,16}%PDF-/u;
const wordType = /wordprocessingml|application\/msword|vnd\.ms-word/iu;
const openType = /octet-stream|application\/(?:x-)?zip|force-download|x-download|x-msdownload/iu;

/**
 * Kind of the office document that a response holds: by its first bytes, and for the zip format,
 * which serves many purposes, by type or name as well. Null for everything else, the older .doc
 * format included.
 * @param headers names in lower case.
 * @param urls addresses asked for and answered; their file names count.
 */
export function documentKind(
  headers: Readonly<Record<string, string>>,
  urls: readonly string[],
  body: Buffer,
): DocumentKind | null {
  if (body.length < 8) return null;
  if (pdfStart.test(body.toString('latin1', 0, 32))) return 'pdf';
  if (body.readUInt32LE(0) !== 0x04034b50) return null;
  const type = headers['content-type'] ?? '';
  if (wordType.test(type)) return 'docx';
  if (type !== '' && !openType.test(type)) return null;
  const names = [headers['content-disposition'] ?? '', ...urls.map((url) => url.replace(/[?#].*$/u, ''))];
  return names.some((name) => /\.docx(?:["';\s]|$)/iu.test(name)) ? 'docx' : null;
}

/** `documentKind` of a stored capture. */
export function documentKindOf(capture: Capture, body: Buffer): DocumentKind | null {
  return documentKind(capture.headers, [capture.url, capture.finalUrl], body);
}

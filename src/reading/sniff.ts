/** Number of bytes examined, as in browsers (WHATWG MIME Sniffing). */
const window = 1445;
const mostSpace = 512;
const markupStart =
  /^(?:<!--|<\?xml|<!doctype\s|<(?:html|head|body|script|iframe|frameset|title|style|meta|link|base|div|table|h[1-6]|center|font|form|ul|p|a|b|br|img|span|header|nav|section|main|noscript)[\s>/])/i;

/**
 * Whether a body starts like an HTML document, after white space and byte order mark. The tags are
 * those of MIME Sniffing §7.1 and those that start template fragments.
 */
export function looksLikeMarkup(bytes: Uint8Array): boolean {
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const last = Math.min(bytes.length, start + mostSpace);
  while (start < last && isSpace(bytes[start])) start += 1;
  return markupStart.test(latin1(bytes.subarray(start, start + 64)));
}

/**
 * Share of binary data bytes (MIME Sniffing §5.1) at the start of a body, 0 to 1. Zero bytes of
 * UTF-16 do not count, because every second byte of its ASCII text is zero.
 */
export function binaryShare(bytes: Uint8Array): number {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return 0;
  const length = Math.min(bytes.length, window);
  let binary = 0;
  let zeros = 0;
  for (let index = 0; index < length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte === 0) zeros += 1;
    if (byte <= 0x08 || byte === 0x0b || (byte >= 0x0e && byte <= 0x1a) || (byte >= 0x1c && byte <= 0x1f)) binary += 1;
  }
  return zeros > length * 0.2 || length === 0 ? 0 : binary / length;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

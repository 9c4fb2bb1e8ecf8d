import { looksLikeMarkup } from '../../../reading/sniff.ts';

/** What the head of a reply says, read as forgivingly as browsers do. */
export interface ReplyHead {
  readonly status: number;
  /** Names in lower case, in the order of the lines; values as Latin-1, one character a byte. */
  readonly lines: readonly (readonly [name: string, value: string])[];
}

/**
 * How far the body goes: it ends with the connection, after so many bytes, or as its chunks say.
 */
export type Framing = { readonly by: 'close' | 'chunks' | 'none' } | { readonly by: 'length'; readonly length: number };

const token = /^[!#$%&'*+.^_`|~\w-]+$/;
/** Bytes before the status line that are overlooked, besides empty lines (as Chromium does). */
const mostSlop = 4;

/**
 * Where the head of a reply ends: after its first empty line, whether lines end with CR LF or with
 * LF alone. Null while that line is not there yet.
 */
export function endOfHead(bytes: Buffer): number | null {
  let from = 0;
  // Empty lines before the status line belong to nothing.
  while (bytes[from] === 0x0d || bytes[from] === 0x0a) from += 1;
  for (let at = bytes.indexOf(0x0a, from); at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
    if (bytes[at + 1] === 0x0a) return at + 2;
    if (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a) return at + 3;
  }
  return null;
}

/**
 * Whether these first bytes can still become a reply. A peer that speaks another protocol is told
 * by its first words.
 */
export function mayBeReply(bytes: Buffer): boolean {
  const text = bytes
    .subarray(0, 64)
    .toString('latin1')
    .replace(/^[\r\n]+/, '');
  if (text.length < mostSlop + 5) return true;
  return text
    .slice(0, mostSlop + 5)
    .toUpperCase()
    .includes('HTTP/');
}

/**
 * Reads a head: lines without a colon are left out, white space around names and values too, lines
 * that begin with white space go on with the one before. Null when there is no status line.
 */
export function readHead(bytes: Buffer): ReplyHead | null {
  const [first = '', ...rest] = bytes
    .toString('latin1')
    .replace(/^[\r\n]+/, '')
    .split(/\r*\n/);
  const status = /^.{0,4}HTTP\/[\d.]*\s*(\d{3})?/is.exec(first);
  // Zero bytes in a head are refused by browsers too.
  if (status === null || bytes.includes(0)) return null;
  const lines: [string, string][] = [];
  for (const line of rest) {
    const last = lines[lines.length - 1];
    if (/^[ \t]/.test(line) && last !== undefined) {
      last[1] = `${last[1]} ${line.trim()}`.trim();
      continue;
    }
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (token.test(name)) lines.push([name, line.slice(colon + 1).trim()]);
  }
  return { status: Number(status[1] ?? 200), lines };
}

/**
 * How the body is framed. Chunks go before a length; one that is no number says nothing. Null where
 * lengths contradict each other, which browsers refuse.
 */
export function framingOf({ status, lines }: ReplyHead): Framing | null {
  if (status === 204 || status === 304) return { by: 'none' };
  const valuesOf = (name: string): string[] =>
    lines.filter(([key]) => key === name).flatMap(([, value]) => value.split(',').map((part) => part.trim()));
  if (valuesOf('transfer-encoding').some((value) => /^chunked$/i.test(value))) return { by: 'chunks' };
  const lengths = new Set(valuesOf('content-length'));
  if (lengths.size > 1) return null;
  const [length = ''] = lengths;
  return /^\d{1,15}$/.test(length) ? { by: 'length', length: Number(length) } : { by: 'close' };
}

/** The body in the bytes that followed the head. */
export interface Unframed {
  readonly body: Buffer;
  /** The framing's own end was met: nothing more belongs to the body. */
  readonly ended: boolean;
  /** The framing broke, or the connection ended before it did: `body` is what came until then. */
  readonly cut: boolean;
}

/**
 * Takes the body out of its frame. Total: whatever the bytes are, a body comes back.
 * @param closed whether the connection has ended, so that nothing will follow
 */
export function unframe(bytes: Buffer, framing: Framing, closed: boolean): Unframed {
  switch (framing.by) {
    case 'none':
      return { body: Buffer.alloc(0), ended: true, cut: false };
    case 'length': {
      const ended = bytes.length >= framing.length;
      return { body: bytes.subarray(0, framing.length), ended, cut: closed && !ended };
    }
    case 'close':
      return { body: bytes, ended: closed, cut: false };
    case 'chunks':
      return unchunk(bytes, closed);
  }
}

function unchunk(bytes: Buffer, closed: boolean): Unframed {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const found = bytes.indexOf(0x0a, at);
    if (found < 0 && (!closed || parts.length > 0)) return { body: Buffer.concat(parts), ended: false, cut: closed };
    const end = found < 0 ? bytes.length : found;
    const line = bytes
      .subarray(at, Math.min(end, at + 200))
      .toString('latin1')
      .trim();
    // Some servers leave an empty line too many between chunks.
    if (line === '' && parts.length > 0) {
      at = end + 1;
      continue;
    }
    const size = /^([\da-f]{1,8})\s*(?:;.*)?$/i.exec(line)?.[1];
    if (size === undefined) {
      // The header speaks of chunks, and the body has none at all: it is taken as it stands, up to
      // the end of the connection.
      if (parts.length === 0 && looksLikeMarkup(bytes)) return { body: bytes, ended: closed, cut: false };
      return { body: Buffer.concat(parts), ended: true, cut: true };
    }
    const length = Number.parseInt(size, 16);
    if (length === 0) return { body: Buffer.concat(parts), ended: true, cut: false };
    parts.push(bytes.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
    if (at >= bytes.length) return { body: Buffer.concat(parts), ended: false, cut: closed };
  }
}

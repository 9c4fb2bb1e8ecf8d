import { createHash } from 'node:crypto';
import { LimitReader, WARCParser, type WARCRecord } from 'warcio';
import type { ArchiveFile } from './archive-file.ts';

/** A record of a WARC file with its payload as it is stored. */
export interface StoredRecord {
  readonly type: string;
  readonly url: string;
  /** ISO 8601 UTC. */
  readonly time: string;
  /** Lower-case names. */
  readonly warcHeaders: ReadonlyMap<string, string>;
  /** Null for records that hold no HTTP message. */
  readonly http: { readonly status: number; readonly headers: Readonly<Record<string, string>> } | null;
  /** Null where it is larger than the limit. */
  readonly payload: Buffer | null;
}

/** Why records were passed over, and how many. */
export type Skipped = Map<string, number>;

export interface ReadingLimits {
  /** Largest payload in bytes; larger ones are passed over. */
  readonly payload: number;
  /** Largest size of all records together, decompressed, in bytes. */
  readonly all: number;
}

const wanted = new Set(['response', 'resource', 'revisit', 'warcinfo', 'metadata']);

/**
 * Reads the records of an archive one by one. What is broken ends a WARC file, and what came before
 * it is used; why is added to `problems`.
 */
export async function* readRecords(
  archive: ArchiveFile,
  limits: ReadingLimits,
  skipped: Skipped,
  problems: string[],
): AsyncGenerator<StoredRecord> {
  const budget = { left: limits.all };
  for await (const source of archive.sources()) {
    let count = 0;
    try {
      for await (const record of new WARCParser(source, { keepHeadersCase: true })) {
        count += 1;
        const read = await readRecord(record, limits.payload, budget);
        if (read === null) skip(skipped, record.warcType ?? 'no record');
        else yield read;
      }
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      problems.push(`the archive is broken after ${count} records: ${why.slice(0, 200)}`);
      if (budget.left < 0) return;
    }
    if (count === 0) problems.push('the archive holds no record that can be read');
  }
}

export function skip(skipped: Skipped, why: string): void {
  skipped.set(why, (skipped.get(why) ?? 0) + 1);
}

async function readRecord(record: WARCRecord, most: number, budget: { left: number }): Promise<StoredRecord | null> {
  const warcHeaders = lowerCase(record.warcHeaders.headers);
  const type = warcHeaders.get('warc-type') ?? '';
  const pieces: Uint8Array[] = [];
  let size = 0;
  // What is not wanted is read too, since the next record begins behind it.
  for await (const piece of record.reader) {
    size += piece.length;
    budget.left -= piece.length;
    if (budget.left < 0) throw new Error('it is larger than a web archive of this size can be');
    if (wanted.has(type) && size <= most) pieces.push(piece);
  }
  // The library would wait for ever for the rest of a record that is cut.
  if (record.reader instanceof LimitReader && record.reader.limit > 0)
    throw new Error('a record is shorter than it states');
  const time = Date.parse(warcHeaders.get('warc-date') ?? '');
  if (!wanted.has(type) || Number.isNaN(time)) return null;
  return {
    type,
    url: addressOf(warcHeaders.get('warc-target-uri') ?? ''),
    time: new Date(time).toISOString(),
    warcHeaders,
    http: httpOf(record),
    payload: size <= most ? Buffer.concat(pieces) : null,
  };
}

/** Early tools wrote addresses in angle brackets (WARC 1.0, section 5.12). */
function addressOf(stated: string): string {
  return stated.replace(/^<(.*)>$/u, '$1');
}

function httpOf({ httpHeaders }: WARCRecord): StoredRecord['http'] {
  if (httpHeaders === null) return null;
  const status = Number(httpHeaders.statusCode);
  if (!Number.isInteger(status) || status < 100 || status > 599) return null;
  return { status, headers: Object.fromEntries(lowerCase(httpHeaders.headers)) };
}

function lowerCase(headers: Iterable<readonly [string, string]>): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    const before = found.get(key);
    found.set(key, before === undefined ? value : `${before}, ${value}`);
  }
  return found;
}

/** Undoes `Transfer-Encoding: chunked`; what is not chunked is unchanged, as many tools store it so. */
export function withoutChunks(payload: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = payload.indexOf('\r\n', at);
    const line = end < 0 ? '' : payload.toString('latin1', at, end);
    const [, size] = /^([0-9a-f]{1,8})(?:\s*;.*)?\s*$/iu.exec(line) ?? [];
    if (size === undefined) return payload;
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(parts);
    const start = end + 2;
    if (start + length > payload.length) return payload;
    parts.push(payload.subarray(start, start + length));
    at = start + length + 2;
  }
}

/**
 * Whether a payload is the one that its record states; true without a digest, or with one of an
 * algorithm that is not known.
 */
export function isIntact(stated: string | undefined, ...payloads: readonly Uint8Array[]): boolean {
  const [, algorithm = '', digest = ''] = /^(sha-?1|sha-?256):([A-Za-z0-9=]+)$/iu.exec(stated ?? '') ?? [];
  if (digest === '') return true;
  const name = algorithm.toLowerCase().replace('-', '');
  return payloads.some((payload) => {
    const hash = createHash(name).update(payload).digest();
    const bare = digest.replace(/=+$/u, '').toLowerCase();
    return bare === hash.toString('hex') || bare === base32(hash);
  });
}

/** RFC 4648 without padding, in lower case. */
export function base32(bytes: Uint8Array): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567';
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/gu) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)] ?? '').join('');
}

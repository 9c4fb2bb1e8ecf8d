import { getSurt } from 'warcio';
import type { IndexEntry } from './warc.ts';

/** A record's place in its archive. */
export interface PlacedEntry extends IndexEntry {
  readonly filename: string;
  readonly offset: number;
  readonly length: number;
}

/** The index of an archive (CDXJ 0.1.0): a line per record, sorted by address and time. */
export function cdxjIndex(entries: readonly PlacedEntry[]): string {
  const lines = entries.map(({ url, time, mime, status, digest, recordDigest, filename, offset, length }) => {
    const fields = { url, mime, status: status ?? undefined, digest, recordDigest, offset, length, filename };
    return `${keyOf(url)} ${timestampOf(time)} ${JSON.stringify(fields)}\n`;
  });
  return lines.sort().join('');
}

/** Addresses that are no links, such as `urn:text:…`, are their own keys. */
function keyOf(url: string): string {
  return /^https?:/u.test(url) ? getSurt(url) : url.replace(/\s/gu, '%20');
}

/** `20261129123456` */
function timestampOf(time: string): string {
  return time.replace(/\D/gu, '').slice(0, 14).padEnd(14, '0');
}

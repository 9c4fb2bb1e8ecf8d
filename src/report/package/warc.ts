import { createHash } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { WARCRecord, type WARCRecordOpts, WARCSerializer } from 'warcio';
import type { Capture } from '../../model/capture.ts';

/** One WARC record, compressed as a gzip member of its own, and what the index says of it. */
export interface PackedRecord {
  /** `urn:uuid:…`; the same content has the same id. */
  readonly id: string;
  readonly bytes: Uint8Array;
  /** What the CDXJ index lists; null for records that nobody looks up by address. */
  readonly entry: IndexEntry | null;
}

export interface IndexEntry {
  readonly url: string;
  /** ISO 8601 UTC. */
  readonly time: string;
  readonly mime: string;
  readonly status: number | null;
  /** `sha256:` and hex, of the payload. */
  readonly digest: string;
  /** `sha256:` and hex, of the compressed record. */
  readonly recordDigest: string;
}

/** A capture with the bytes that are published of it. */
export interface PublishedCapture {
  readonly capture: Capture;
  /** Null where nothing was stored. */
  readonly body: Uint8Array | null;
  /** JPEG; null without a picture. */
  readonly picture: Uint8Array | null;
  /** Title of the document; empty without one. */
  readonly title: string;
  /** Text as the program read it; null for what is no document. */
  readonly text: string | null;
  /** How many pieces of the body were masked. */
  readonly masked: number;
  /**
   * Charset that the archived header states, where the page itself states none or another than its
   * bytes have; null where its own statement holds.
   */
  readonly charset: string | null;
}

const version = 'WARC/1.1';
const encoder = new TextEncoder();

/** First record of an archive: who made it and by which rules. */
export async function infoRecord(
  filename: string,
  time: string,
  fields: Readonly<Record<string, string>>,
): Promise<PackedRecord> {
  const id = recordId(`warcinfo ${filename} ${time}`);
  const record = WARCRecord.createWARCInfo(
    { filename, date: time, warcVersion: version, warcHeaders: { 'WARC-Record-ID': `<${id}>` } },
    { ...fields },
  );
  return { id, bytes: await pack(record), entry: null };
}

/** What a record holds, and where it was found. */
interface Content {
  /** Name of the record among those of its capture. */
  readonly part: string;
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly masked: number;
}

/**
 * The records of a capture: a response for each hop of its redirects, then the response itself; a
 * page as a browser built it is a resource, since no server sent these bytes. A failure is a
 * metadata record. Picture and text follow as resources, and what the browser measured on a page is
 * one, named as Browsertrix names them.
 */
export async function* captureRecords(published: PublishedCapture): AsyncGenerator<PackedRecord> {
  const { capture, body, masked, picture, text, charset } = published;
  const { finalUrl, redirects, headers } = capture;
  for (const [index, { url, status }] of redirects.entries()) {
    const location = redirects[index + 1]?.url ?? finalUrl;
    const hop = { part: `hop ${index}`, url, bytes: new Uint8Array(0), masked: 0 };
    yield await response(capture, hop, status, { location });
  }
  if (body === null) yield await failureRecord(capture);
  else if (capture.via === 'browser')
    yield await resource(
      capture,
      { part: 'page', url: isMeasurement(capture) ? `urn:pageinfo:${finalUrl}` : finalUrl, bytes: body, masked },
      // With its charset: what the page declares is that of the bytes before it was built.
      headers['content-type'] ?? mimeOf(capture),
    );
  else {
    const final = { part: 'final', url: finalUrl, bytes: body, masked };
    yield await response(capture, final, capture.status ?? 200, withCharset(headers, charset));
  }
  const beside = (part: string, url: string, bytes: Uint8Array): Content => ({ part, url, bytes, masked: 0 });
  if (picture !== null) yield await resource(capture, beside('picture', `urn:view:${finalUrl}`, picture), 'image/jpeg');
  if (text !== null)
    yield await resource(
      capture,
      beside('text', `urn:text:${finalUrl}`, encoder.encode(text)),
      'text/plain; charset=utf-8',
    );
}

/**
 * Whether a capture holds what the browser measured on a page. Under the address of the page it
 * would be replayed in its place.
 */
function isMeasurement({ role, via, from }: Capture): boolean {
  return role === 'data' && via === 'browser' && from === null;
}

function response(
  capture: Capture,
  content: Content,
  status: number,
  headers: Readonly<Record<string, string>>,
): Promise<PackedRecord> {
  return record(capture, content, mimeOf({ headers }), status, {
    type: 'response',
    statusline: `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`.trimEnd(),
    httpHeaders: Object.entries(archivedHeaders(headers, content.bytes.length)),
  });
}

function resource(capture: Capture, content: Content, type: string): Promise<PackedRecord> {
  return record(capture, content, type.split(';')[0] ?? type, 200, { type: 'resource' }, { 'Content-Type': type });
}

async function record(
  capture: Capture,
  { part, url, bytes, masked }: Content,
  mime: string,
  status: number,
  kind: Pick<WARCRecordOpts, 'type' | 'statusline' | 'httpHeaders'>,
  further: Readonly<Record<string, string>> = {},
): Promise<PackedRecord> {
  const id = recordId(`${capture.id} ${part}`);
  const stated = { ...warcHeaders(id, capture, masked), ...further };
  const made = WARCRecord.create({ url, date: capture.time, warcVersion: version, ...kind, warcHeaders: stated }, [
    bytes,
  ]);
  const packed = await pack(made);
  const entry = { url, time: capture.time, mime, status, digest: digestOf(bytes), recordDigest: digestOf(packed) };
  return { id, bytes: packed, entry };
}

/** What was asked for and why nothing came back. */
async function failureRecord(capture: Capture): Promise<PackedRecord> {
  const id = recordId(`${capture.id} failure`);
  const { url, status, failure, detail, via, role } = capture;
  const body = encoder.encode(`${JSON.stringify({ url, status, failure, detail, via, role })}\n`);
  const record = WARCRecord.create(
    {
      url: capture.finalUrl,
      date: capture.time,
      type: 'metadata',
      warcVersion: version,
      warcHeaders: { ...warcHeaders(id, capture, 0), 'Content-Type': 'application/json' },
    },
    [body],
  );
  return { id, bytes: await pack(record), entry: null };
}

function pack(record: WARCRecord): Promise<Uint8Array> {
  return WARCSerializer.serialize(record, { gzip: true });
}

/**
 * Headers as archived: bodies are stored decoded, so their coding is kept under another name and
 * their length is that of the stored bytes.
 */
function archivedHeaders(headers: Readonly<Record<string, string>>, length: number): Record<string, string> {
  const kept = Object.entries(headers).map(([name, value]) =>
    name === 'content-encoding' || name === 'transfer-encoding' || name === 'content-length'
      ? ([`x-archive-orig-${name}`, value] as const)
      : ([name, value] as const),
  );
  return { ...Object.fromEntries(kept), 'content-length': String(length) };
}

/** Headers with the charset that the bytes have; the type as it was received is kept beside it. */
function withCharset(
  headers: Readonly<Record<string, string>>,
  charset: string | null,
): Readonly<Record<string, string>> {
  const received = headers['content-type'];
  if (charset === null || received === undefined) return headers;
  const type = `${mimeOf({ headers })}; charset=${charset}`;
  return { ...headers, 'content-type': type, 'x-archive-orig-content-type': received };
}

function warcHeaders(id: string, { id: capture, body }: Capture, masked: number): Record<string, string> {
  const stated = { 'WARC-Record-ID': `<${id}>`, 'Govprobe-Capture': capture };
  // The hash of the unmasked bytes ties the record to what the institute keeps.
  return masked === 0 || body === null
    ? stated
    : { ...stated, 'Govprobe-Masked': String(masked), 'Govprobe-Original-Digest': `sha256:${body}` };
}

function mimeOf({ headers }: Pick<Capture, 'headers'>): string {
  return headers['content-type']?.split(';')[0]?.trim().toLowerCase() || 'text/html';
}

/** `sha256:` and the hash in hex. */
export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** A UUID made from a name by hashing, so that writing the same package again gives the same bytes (RFC 9562, version 8). */
function recordId(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex');
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

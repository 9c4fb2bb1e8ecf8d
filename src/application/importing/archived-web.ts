import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDomain } from 'tldts';
import type { CrawlSettings } from '../../config/schema/crawl.ts';
import type { Government } from '../../model/government.ts';
import { siteKinds } from '../../model/government.ts';
import { decompress } from '../../pipeline/crawl/http/content-coding.ts';
import type { FetchOutcome, Hop } from '../../pipeline/crawl/outcome/fetch-outcome.ts';
import { withoutAnchor } from '../../reading/addresses.ts';
import { hashOf } from '../../store/evidence-files.ts';
import { isIntact, type Skipped, type StoredRecord, skip, withoutChunks } from './warc-records.ts';

/** A response as it is archived; its body lies in a file named by its hash. */
export interface Exchange {
  readonly url: string;
  /** ISO 8601 UTC. */
  readonly time: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Null: there was none. */
  readonly body: string | null;
  /** A page as a browser built it, or a file without the message that brought it. */
  readonly isResource: boolean;
}

/** Contents that no judge reads. */
const unread = /^(?:image|video|audio|font)\/|^text\/css\b|^application\/(?:font|vnd\.ms-fontobject|octet-stream)/iu;

/** The responses of an archive by address, of the hosts that governments use. */
export class ArchivedWeb {
  readonly #folder: string;
  readonly #limits: CrawlSettings['limits'];
  readonly #domains: ReadonlySet<string>;
  readonly #byKey = new Map<string, Exchange>();
  readonly #byDigest = new Map<string, Exchange>();
  readonly #skipped: Skipped;
  readonly #revisits: StoredRecord[] = [];

  /** @param folder for bodies while the archive is read; it is made, and `close` removes it. */
  constructor(folder: string, limits: CrawlSettings['limits'], governments: readonly Government[], skipped: Skipped) {
    this.#folder = folder;
    this.#limits = limits;
    this.#skipped = skipped;
    const addresses = governments.flatMap(({ sites }) => siteKinds.flatMap((site) => sites[site]?.url ?? []));
    this.#domains = new Set(addresses.map(domainOf));
    mkdirSync(folder, { recursive: true });
  }

  /** All exchanges, in the order of their addresses. */
  get exchanges(): readonly Exchange[] {
    return [...this.#byKey.values()].sort((a, b) => (a.url < b.url ? -1 : 1));
  }

  /** Takes in a record; what is of no use is counted by its reason. */
  async add(record: StoredRecord): Promise<void> {
    const { type, url, http, payload } = record;
    if (type === 'warcinfo' || type === 'metadata') return;
    if (!/^https?:\/\//iu.test(url) || !URL.canParse(url)) return skip(this.#skipped, 'no web address');
    if (!this.#domains.has(domainOf(url))) return skip(this.#skipped, 'a host of no government');
    if (type === 'revisit') return void this.#revisits.push(record);
    if (payload === null) return skip(this.#skipped, 'too large');
    const isResource = type === 'resource';
    if (http === null && !isResource) return skip(this.#skipped, 'no HTTP message');
    const headers = http?.headers ?? { 'content-type': record.warcHeaders.get('content-type') ?? '' };
    if (unread.test(headers['content-type'] ?? '')) return skip(this.#skipped, 'pictures, sounds, fonts and styles');
    const bare = /chunked/iu.test(headers['transfer-encoding'] ?? '') ? withoutChunks(payload) : payload;
    if (!isIntact(record.warcHeaders.get('warc-payload-digest'), payload, bare))
      return skip(this.#skipped, 'bytes that do not have the stated digest');
    const body = await this.#decoded(bare, headers['content-encoding']);
    if (body === undefined) return skip(this.#skipped, 'bytes that cannot be unpacked');
    this.#keep(record, { status: http?.status ?? 200, headers, body, isResource });
  }

  /** Resolves the records that refer to earlier ones, when all have been read. */
  finish(): void {
    for (const record of this.#revisits) {
      const { warcHeaders, http } = record;
      const original =
        this.#byDigest.get(warcHeaders.get('warc-payload-digest') ?? '') ??
        this.#byKey.get(keyOf(warcHeaders.get('warc-refers-to-target-uri') ?? ''));
      if (original === undefined) skip(this.#skipped, 'repetitions of a record that is not in the archive');
      else
        this.#keep(record, {
          status: http === null || http.status === 304 ? original.status : http.status,
          headers: { ...original.headers, ...(http?.headers ?? {}) },
          ...{ body: original.body, isResource: false },
        });
    }
    this.#revisits.length = 0;
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** What a visitor gets at an address, after all redirects; null where the archive does not tell. */
  find(address: string): { readonly outcome: FetchOutcome; readonly exchange: Exchange } | null {
    const redirects: Hop[] = [];
    let url = address;
    for (;;) {
      const exchange = this.#byKey.get(keyOf(url));
      if (exchange === undefined) return null;
      const { status, headers } = exchange;
      const next = status >= 300 && status < 400 ? nextOf(exchange.url, headers.location) : null;
      if (next === null) return { outcome: this.#outcome(exchange, redirects), exchange };
      redirects.push({ url: exchange.url, status });
      if (redirects.length > this.#limits.redirects) {
        const facts = { finalUrl: next, redirects, status, headers, body: null, tls: null };
        return { outcome: { ok: false, ...facts, failure: 'redirect-loop', detail: 'too many redirects' }, exchange };
      }
      url = next;
    }
  }

  #outcome({ url, status, headers, body }: Exchange, redirects: readonly Hop[]): FetchOutcome {
    const bytes = body === null ? Buffer.alloc(0) : readFileSync(join(this.#folder, body));
    return { ok: true, finalUrl: url, redirects, status, headers, body: bytes, tls: null };
  }

  /** The hash of the unpacked body; null for an empty one, undefined for one that is broken. */
  async #decoded(payload: Buffer, coding: string | undefined): Promise<string | null | undefined> {
    try {
      const { bytes } = await decompress(payload, coding, this.#limits);
      if (bytes.length === 0) return null;
      const hash = hashOf(bytes);
      writeFileSync(join(this.#folder, hash), bytes);
      return hash;
    } catch {
      return undefined;
    }
  }

  /** Of several answers of one address the newest counts, and one that succeeded before one that failed. */
  #keep({ url, time, warcHeaders }: StoredRecord, rest: Omit<Exchange, 'url' | 'time'>): void {
    const exchange = { url: new URL(url).href, time, ...rest };
    const digest = warcHeaders.get('warc-payload-digest');
    if (digest !== undefined) this.#byDigest.set(digest, exchange);
    const key = keyOf(url);
    const before = this.#byKey.get(key);
    const isBetter = before === undefined || order(exchange) > order(before);
    if (isBetter) this.#byKey.set(key, exchange);
  }
}

function order({ status, time }: Exchange): string {
  return `${status < 400 ? 1 : 0} ${time}`;
}

function nextOf(base: string, location: string | undefined): string | null {
  return location === undefined || !URL.canParse(location, base) ? null : new URL(location, base).href;
}

/** Addresses that differ by scheme, fragment or a last slash are one document, as in a visit. */
function keyOf(url: string): string {
  const href = URL.canParse(url) ? new URL(url).href : url;
  return withoutAnchor(href)
    .replace(/^https?:\/\//iu, '')
    .replace(/\/$/u, '');
}

/** The registered domain of an address, or its host where it has none. */
export function domainOf(url: string): string {
  return getDomain(url, { allowPrivateDomains: true }) ?? new URL(url).hostname;
}

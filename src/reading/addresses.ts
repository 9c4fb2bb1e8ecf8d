import { parse } from 'tldts';
import type { CompiledKnowledge } from '../config/knowledge.ts';
import { wordsOf } from '../config/word-sections.ts';
import { encodeQuery } from './encodings.ts';
import { readingWords } from './reading-words.ts';

/** Schemes that name no document: kept as they stand, because probes judge them (a `tel:` link is no robot). */
const opaque = /^\s*(?:javascript|mailto|tel|sms|data|blob|about|weixin|tencent|mqqwpa)\s*:/iu;
const longest = 2000;
/** A fragment that the scripts of an application read as an address: `#/privacy`, `#!/privacy`, `#!privacy`. The bare sign is its start page. */
const route = /#(?:!?\/(?=[^\s#])|!(?=\w))[^\s#]*/u;

/** The route in the fragment of an address or reference, with its sign; null where the fragment is a place in the page, or there is none. */
export function routeIn(reference: string): string | null {
  const at = reference.indexOf('#');
  return at < 0 ? null : (route.exec(reference.slice(at))?.[0] ?? null);
}

/** An address without its fragment, unless that is a route: what tells documents apart. */
export function withoutAnchor(url: string): string {
  const at = url.indexOf('#');
  return at < 0 || routeIn(url) !== null ? url : url.slice(0, at);
}

/** Resolves addresses of one page; remembers the base so that a page of many links parses it once. */
export class AddressBook {
  private readonly known = new Map<string, string | null>();
  private readonly session: RegExp | null;
  private readonly encoding: string;
  /** The document's own address, whatever its base is. */
  readonly page: string;
  #base: string;
  private origin: string;

  /**
   * @param session what to take out of addresses: `sessionIn`; null leaves them as they are.
   * @param encoding encoding of the document, in which browsers write the queries of its links
   */
  constructor(base: string, session: RegExp | null, encoding = 'utf-8') {
    this.session = session;
    this.encoding = encoding;
    this.page = base;
    this.#base = base;
    this.origin = URL.canParse(base) ? new URL(base).origin : '';
  }

  /** What relative addresses are resolved against. */
  get base(): string {
    return this.#base;
  }

  /** Follows a `<base href>`; what was resolved before stays as it was, as in a browser. */
  rebase(reference: string): void {
    const url = this.parse(reference);
    if (url === null || !isWeb(url)) return;
    this.#base = url;
    this.origin = new URL(url).origin;
    this.known.clear();
  }

  /** Absolute URL without fragment, unless that is a route; opaque schemes as written; null for what is no address or only a fragment. */
  resolve(reference: string): string | null {
    const known = this.known.get(reference);
    if (known !== undefined) return known;
    const url = this.parse(reference);
    this.known.set(reference, url);
    return url;
  }

  private parse(reference: string): string | null {
    const trimmed = reference.trim();
    if (trimmed === '' || trimmed.length > longest) return null;
    if (trimmed.startsWith('#') && routeIn(trimmed) === null) return null;
    if (opaque.test(trimmed)) return trimmed;
    // Plain absolute paths are most of a portal's links; they need no parser.
    if (
      this.origin !== '' &&
      this.origin !== 'null' &&
      /^\/(?:[\w-][\w.~-]*\/)*[\w-]*(?:\.[a-z]{2,5})?$/u.test(trimmed)
    )
      return this.origin + trimmed;
    try {
      const url = new URL(inEncoding(trimmed, this.encoding), this.#base);
      if (url.protocol !== 'http:' && url.protocol !== 'https:') return trimmed;
      if (url.hash !== '' && routeIn(url.hash) === null) url.hash = '';
      else if (url.href.endsWith('#')) url.hash = '';
      return this.session === null ? url.href : withoutSession(url.href, this.session);
    } catch {
      // Sites write broken addresses; such a link leads nowhere a crawl could follow.
      return null;
    }
  }
}

/** A reference with its query in the encoding of the document (URL standard); path and fragment are always UTF-8. */
function inEncoding(reference: string, encoding: string): string {
  if (encoding === 'utf-8') return reference;
  const [, path = '', query, fragment = ''] = /^([^?#]*)(\?[^#]*)?(.*)$/su.exec(reference) ?? [];
  const encoded = query === undefined ? null : encodeQuery(query, encoding);
  return encoded === null ? reference : path + encoded + fragment;
}

const sessions = new WeakMap<CompiledKnowledge, RegExp | null>();

/** Finds the session ids that servers write into addresses (`;jsessionid=1A2B`, `&PHPSESSID=…`); null where the vocabulary names none. */
export function sessionIn(knowledge: CompiledKnowledge): RegExp | null {
  const known = sessions.get(knowledge);
  if (known !== undefined) return known;
  const names = wordsOf(readingWords, knowledge)['session-parameters'].words;
  const words = names.map((name) => name.replace(/[^\w-]/gu, '\\$&')).join('|');
  const pattern = words === '' ? null : new RegExp(`([;?&])(?:${words})=[^;?&#]*`, 'giu');
  sessions.set(knowledge, pattern);
  return pattern;
}

/** The address that a visitor with another session would see: a page under many session ids is one page. */
function withoutSession(url: string, session: RegExp): string {
  const bare = url.replace(session, (_, mark: string) => (mark === '?' ? '?' : ''));
  return bare === url ? url : bare.replace(/\?&+/u, '?').replace(/\?$/u, '');
}

/** Whether an address names a document on the web. */
export function isWeb(url: string): boolean {
  return url.startsWith('http://') || url.startsWith('https://');
}

const siteCache = new Map<string, string>();

/** Registrable domain of an address (`gd.gov.cn` counts as one under the public suffix list), the host where there is none. */
export function siteOf(url: string): string {
  if (!isWeb(url)) return readSite(url);
  // Whether an address of the web can be parsed, and its host, hang on nothing behind the slash that ends the host.
  const end = url.indexOf('/', 8);
  const key = end < 0 ? url : url.slice(0, end);
  const known = siteCache.get(key);
  if (known !== undefined) return known;
  const site = readSite(key);
  if (siteCache.size > 5000) siteCache.clear();
  siteCache.set(key, site);
  return site;
}

function readSite(url: string): string {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return host === '' ? '' : (parse(host, { allowPrivateDomains: false }).domain ?? host);
}

/** Whether two addresses belong to one site: same registrable domain. */
export function sameSite(one: string, other: string): boolean {
  const site = siteOf(one);
  return site !== '' && site === siteOf(other);
}

/** Path and query of an address, for patterns that must not see the host. */
export function pathOf(url: string): string {
  if (!isWeb(url)) return url;
  const slash = url.indexOf('/', 8);
  return slash < 0 ? '/' : url.slice(slash);
}

/** The last segment of the path, without query. */
export function fileNameOf(url: string): string {
  const path = pathOf(url);
  const end = path.indexOf('?');
  const bare = end < 0 ? path : path.slice(0, end);
  return bare.slice(bare.lastIndexOf('/') + 1);
}

import { parse } from 'tldts';
import type { CompiledKnowledge } from '../config/knowledge.ts';
import { wordsOf } from '../config/word-sections.ts';
import { encodeQuery } from './encodings.ts';
import { readingWords } from './reading-words.ts';

/**
 * URL schemes that name no web document; kept unchanged because probes judge such links (`tel:`).
 */
const opaque = /^\s*(?:javascript|mailto|tel|sms|data|blob|about|weixin|tencent|mqqwpa)\s*:/iu;
const longest = 2000;
const path = '\\/(?:[\\w-][\\w.~-]*\\/)*[\\w-]*(?:\\.[a-z]{2,5})?$';
/** Most links of a portal are plain absolute paths, which can be joined without a URL parser. */
const plainPath = new RegExp(`^${path}`);
/**
 * Most of the others are addresses that a URL parser would leave as they are; of names of hosts in
 * other letters (`xn--`) it would judge the spelling.
 */
const plainAddress = new RegExp(`^https?:\\/\\/(?:[a-z0-9-]+\\.)+[a-z]{2,}${path}`);
/**
 * A fragment that a single-page application uses as a route: `#/privacy`, `#!/privacy`,
 * `#!privacy`; `#!` alone is its start page.
 */
const route = /#(?:!?\/(?=[^\s#])|!(?=\w))[^\s#]*/u;

/**
 * The route in the fragment of a URL or reference, including its `#`; null if the fragment is an
 * anchor or missing.
 */
export function routeIn(reference: string): string | null {
  const at = reference.indexOf('#');
  return at < 0 ? null : (route.exec(reference.slice(at))?.[0] ?? null);
}

/**
 * The URL without its anchor; a route in the fragment stays. Two documents are the same if this is.
 */
export function withoutAnchor(url: string): string {
  const at = url.indexOf('#');
  return at < 0 || routeIn(url) !== null ? url : url.slice(0, at);
}

/**
 * Resolves the references of one page; keeps the parsed base because a page may have thousands of
 * links.
 */
export class AddressBook {
  private readonly known = new Map<string, string | null>();
  private readonly session: RegExp | null;
  private readonly encoding: string;
  /** URL of the document itself, whatever its `<base>` says. */
  readonly page: string;
  #base: string;
  private origin: string;

  /**
   * @param session pattern of session ids to remove (`sessionIn`); null removes nothing
   * @param encoding encoding of the document, in which browsers encode the queries of its links
   */
  constructor(base: string, session: RegExp | null, encoding = 'utf-8') {
    this.session = session;
    this.encoding = encoding;
    this.page = base;
    this.#base = base;
    this.origin = URL.canParse(base) ? new URL(base).origin : '';
  }

  /** URL against which relative references are resolved. */
  get base(): string {
    return this.#base;
  }

  /** Applies a `<base href>`; as in a browser, references resolved earlier do not change. */
  rebase(reference: string): void {
    const url = this.parse(reference);
    if (url === null || !isWeb(url)) return;
    this.#base = url;
    this.origin = new URL(url).origin;
    this.known.clear();
  }

  /**
   * Absolute URL without anchor (routes stay); opaque schemes unchanged; null for invalid
   * references and mere anchors.
   */
  resolve(reference: string): string | null {
    const known = this.known.get(reference);
    if (known !== undefined) return known;
    const url = this.parse(reference);
    this.known.set(reference, url);
    return url;
  }

  private parse(reference: string): string | null {
    // Markup in a script's string has its quotes escaped: href=\"/a/\".
    const trimmed = withoutEscapedQuotes(reference.trim());
    if (trimmed === '' || trimmed.length > longest) return null;
    if (trimmed.startsWith('#') && routeIn(trimmed) === null) return null;
    if (this.origin !== '' && this.origin !== 'null' && plainPath.test(trimmed)) return this.origin + trimmed;
    if (this.origin !== '' && plainAddress.test(trimmed) && !trimmed.includes('xn--')) return trimmed;
    if (opaque.test(trimmed)) return trimmed;
    try {
      const url = new URL(inEncoding(trimmed, this.encoding), this.#base);
      if (url.protocol !== 'http:' && url.protocol !== 'https:') return trimmed;
      if (url.hash !== '' && routeIn(url.hash) === null) url.hash = '';
      else if (url.href.endsWith('#')) url.hash = '';
      return this.session === null ? url.href : withoutSession(url.href, this.session);
    } catch {
      // Sites contain broken references; a crawl cannot follow them.
      return null;
    }
  }
}

function withoutEscapedQuotes(reference: string): string {
  return reference.includes('\\') ? reference.replace(/^(?:\\["'])+|(?:\\["'])+$/gu, '') : reference;
}

/**
 * Encodes the query in the document's encoding (URL standard); path and fragment are always UTF-8.
 */
function inEncoding(reference: string, encoding: string): string {
  if (encoding === 'utf-8') return reference;
  const [, path = '', query, fragment = ''] = /^([^?#]*)(\?[^#]*)?(.*)$/su.exec(reference) ?? [];
  const encoded = query === undefined ? null : encodeQuery(query, encoding);
  return encoded === null ? reference : path + encoded + fragment;
}

const sessions = new WeakMap<CompiledKnowledge, RegExp | null>();

/**
 * Pattern of the session ids that servers put into URLs (`;jsessionid=1A2B`, `&PHPSESSID=…`); null
 * if the vocabulary names none.
 */
export function sessionIn(knowledge: CompiledKnowledge): RegExp | null {
  const known = sessions.get(knowledge);
  if (known !== undefined) return known;
  const names = wordsOf(readingWords, knowledge)['session-parameters'].words;
  const words = names.map((name) => name.replace(/[^\w-]/gu, '\\$&')).join('|');
  const pattern = words === '' ? null : new RegExp(`([;?&])(?:${words})=[^;?&#]*`, 'giu');
  sessions.set(knowledge, pattern);
  return pattern;
}

/** Removes the session id: one page under many session ids is one page. */
function withoutSession(url: string, session: RegExp): string {
  const bare = url.replace(session, (_, mark: string) => (mark === '?' ? '?' : ''));
  return bare === url ? url : bare.replace(/\?&+/u, '?').replace(/\?$/u, '');
}

/** Whether a URL has the scheme http or https. */
export function isWeb(url: string): boolean {
  return url.startsWith('http://') || url.startsWith('https://');
}

const siteCache = new Map<string, string>();

/**
 * Registrable domain of a URL (`gd.gov.cn` counts as one under the public suffix list); the host if
 * there is none.
 */
export function siteOf(url: string): string {
  if (!isWeb(url)) return readSite(url);
  // The cache key ends at the host: neither validity nor host of a web URL depends on what follows
  // it.
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

/** Whether two URLs have the same registrable domain. */
export function sameSite(one: string, other: string): boolean {
  const site = siteOf(one);
  return site !== '' && site === siteOf(other);
}

/** Path and query of a URL, for patterns that must not match the host. */
export function pathOf(url: string): string {
  if (!isWeb(url)) return url;
  const slash = url.indexOf('/', 8);
  return slash < 0 ? '/' : url.slice(slash);
}

/** Last segment of the path, without the query. */
export function fileNameOf(url: string): string {
  const path = pathOf(url);
  const end = path.indexOf('?');
  const bare = end < 0 ? path : path.slice(0, end);
  return bare.slice(bare.lastIndexOf('/') + 1);
}

/** Names of the query's member that holds the words of a search. */
const askedWords = /^(?:q|qt|wd|kw|sw|k|key|keys?words?|query|words?|search\w*)$/iu;
const shortestWord = 2;

/**
 * Whether a link is a question that a site puts to its own search for its visitors, as hot words
 * under a search box are: its label is what the address asks for.
 */
export function asksFor(url: string, label: string): boolean {
  const word = label.trim().toLowerCase();
  if (word.length < shortestWord || !url.includes('=') || !URL.canParse(url)) return false;
  return [...new URL(url).searchParams].some(([key, value]) => askedWords.test(key) && value.toLowerCase() === word);
}

import { getDomain } from 'tldts';

interface Cookie {
  readonly name: string;
  readonly value: string;
  /** Host, or a domain with all hosts under it when `wide`. */
  readonly domain: string;
  readonly wide: boolean;
  readonly path: string;
  readonly secure: boolean;
}

const mostCookies = 60;
const longestCookie = 4096;

/**
 * Cookies of one redirect chain: what a hop sets, the next ones bring back, as in a browser that
 * comes for the first time (RFC 6265). Nothing is kept after the chain, so every request is one of
 * a new visitor and the order of requests decides nothing.
 */
export class ChainCookies {
  readonly #cookies = new Map<string, Cookie>();

  /**
   * Takes what a response set.
   * @param lines values of its Set-Cookie headers
   * @param now milliseconds since the epoch, for `Expires`
   */
  take(lines: readonly string[], url: URL, now: number): void {
    for (const line of lines) {
      if (line.length > longestCookie) continue;
      const read = parse(line, url, now);
      if (read === null) continue;
      const key = `${read.cookie.domain} ${read.cookie.path} ${read.cookie.name}`;
      this.#cookies.delete(key);
      if (!read.expired && this.#cookies.size < mostCookies) this.#cookies.set(key, read.cookie);
    }
  }

  /** Value of the Cookie header for a request; null when there is none to send. */
  headerFor(url: URL): string | null {
    const fitting = [...this.#cookies.values()].filter(
      ({ domain, wide, path, secure }) =>
        (url.hostname === domain || (wide && url.hostname.endsWith(`.${domain}`))) &&
        coversPath(path, url.pathname) &&
        (!secure || url.protocol === 'https:'),
    );
    fitting.sort((a, b) => b.path.length - a.path.length);
    return fitting.length === 0
      ? null
      : fitting.map(({ name, value }) => (name ? `${name}=${value}` : value)).join('; ');
  }
}

function coversPath(path: string, asked: string): boolean {
  return asked === path || (asked.startsWith(path) && (path.endsWith('/') || asked[path.length] === '/'));
}

function parse(line: string, url: URL, now: number): { cookie: Cookie; expired: boolean } | null {
  const [pair = '', ...attributes] = line.split(';');
  const equals = pair.indexOf('=');
  const name = (equals < 0 ? '' : pair.slice(0, equals)).trim();
  const value = (equals < 0 ? pair : pair.slice(equals + 1)).trim();
  // What cannot stand in a request line by line is not sent back.
  if ((name === '' && value === '') || /[^\x20-\x7e\x80-\xff]/.test(name + value)) return null;
  let domain = url.hostname;
  let wide = false;
  let path = url.pathname.slice(0, Math.max(1, url.pathname.lastIndexOf('/')));
  let secure = false;
  let expired = false;
  let age: number | null = null;
  for (const attribute of attributes) {
    const [key = '', given = ''] = attribute.split(/=(.*)/s).map((part) => part.trim());
    switch (key.toLowerCase()) {
      case 'domain': {
        const named = given.replace(/^\./, '').toLowerCase();
        if (named === '' || named === url.hostname) break;
        // A cookie for a domain of others, or for a public suffix, is not taken.
        if (!url.hostname.endsWith(`.${named}`) || getDomain(named, { allowPrivateDomains: true }) === null)
          return null;
        domain = named;
        wide = true;
        break;
      }
      case 'path':
        if (given.startsWith('/')) path = given;
        break;
      case 'secure':
        secure = true;
        break;
      case 'max-age':
        if (/^-?\d+$/.test(given)) age = Number(given);
        break;
      case 'expires': {
        const until = Date.parse(given);
        if (Number.isFinite(until)) expired = until <= now;
        break;
      }
      default:
    }
  }
  return { cookie: { name, value, domain, wide, path, secure }, expired: age === null ? expired : age <= 0 };
}

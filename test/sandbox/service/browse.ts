import iconv from 'iconv-lite';
import type { SiteHandler, SiteReply, Town } from '../../../src/sandbox/town.ts';

/** Body of a reply as text: byte order mark first, then UTF-8 where it is valid, then GB18030. */
export function textOf(reply: SiteReply): string {
  if (typeof reply.body === 'string') return reply.body;
  if (reply.body[0] === 0xff && reply.body[1] === 0xfe) return reply.body.subarray(2).toString('utf16le');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(reply.body);
  } catch {
    return iconv.decode(reply.body, 'gb18030');
  }
}

/** Requests an address from a handler; relative addresses are resolved against `base`. */
export function ask(
  handler: SiteHandler,
  town: Town,
  address: string,
  base: URL,
  post: string | null = null,
): SiteReply | null {
  return handler(town, {
    method: post === null ? 'GET' : 'POST',
    url: new URL(address, base),
    headers: {},
    body: post ?? '',
  });
}

/**
 * Every address in href and src attributes and in form actions, unescaped, also out of scripts that
 * write markup.
 */
export function addressesIn(html: string): readonly string[] {
  return [...html.matchAll(/(?:href|src|action)=\\?["']([^"'\\]+)/g)]
    .map((match) => (match[1] ?? '').replace(/&amp;/g, '&'))
    .filter((address) => !/^(?:#|javascript:|mailto:)/.test(address));
}

/** Addresses in a JSON document, under keys that name links. */
function addressesInJson(json: string): readonly string[] {
  return [...json.matchAll(/"(?:href|action)":"([^"]+)"/g)].map((match) => match[1] ?? '');
}

export interface Visited {
  readonly address: string;
  readonly text: string;
}

/**
 * Follows every link of the site breadth first; addresses without reply are returned separately.
 */
export function crawl(
  handler: SiteHandler,
  town: Town,
  base: URL,
  limit = 400,
): { pages: Visited[]; missing: string[] } {
  const queue = [`${base.pathname}${base.search}`];
  const seen = new Set(queue);
  const pages: Visited[] = [];
  const missing: string[] = [];
  for (let address = queue.shift(); address !== undefined && pages.length < limit; address = queue.shift()) {
    const url = new URL(address, base);
    if (url.host !== base.host) continue;
    const reply = ask(handler, town, address, base);
    if (reply === null) {
      missing.push(address);
      continue;
    }
    const text = textOf(reply);
    pages.push({ address, text });
    const script = /static\/js\/app\.js/.test(text);
    const key = /data-key="([^"]*)"/.exec(text)?.[1];
    const found = [
      ...addressesIn(text),
      ...(reply.headers['content-type']?.includes('json') ? addressesInJson(text) : []),
    ];
    if (script && key !== undefined) {
      const query = new URLSearchParams(url.search);
      query.set('key', key);
      found.push(`${base.pathname.replace(/[^/]*$/, '')}api/content?${query}`);
    }
    for (const next of found) {
      const absolute = new URL(next, url);
      const plain = `${absolute.pathname}${absolute.search}`;
      if (absolute.host === base.host && !seen.has(plain)) {
        seen.add(plain);
        queue.push(plain);
      }
    }
  }
  return { pages, missing };
}

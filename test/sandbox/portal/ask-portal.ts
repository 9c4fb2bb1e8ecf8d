import iconv from 'iconv-lite';
import { portalSite } from '../../../src/sandbox/portal/index.ts';
import type { SiteReply, Town } from '../../../src/sandbox/town.ts';

/** The reply of a town's portal; null if it has no such page. */
export function ask(town: Town, path: string, method = 'GET', body = ''): SiteReply | null {
  return portalSite(town, { method, url: new URL(path, town.bases.portal), headers: {}, body });
}

/** The decoded text of a page. */
export function textOf(town: Town, reply: SiteReply | null): string {
  if (reply === null) throw new Error('no reply');
  if (typeof reply.body === 'string') return reply.body;
  return iconv.decode(reply.body, town.style.encoding === 'utf-8' ? 'gb18030' : town.style.encoding);
}

/** Page text of an address that must exist. */
export function read(town: Town, path: string): string {
  return textOf(town, ask(town, path));
}

/**
 * Addresses inside a page that belong to the portal: href, src, action, and those inside script
 * calls.
 */
export function internalLinks(town: Town, html: string, from = '/'): string[] {
  const found = new Set<string>();
  const base = new URL(from, town.bases.portal);
  const patterns = [
    /\b(?:href|src|action)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi,
    /(?:window\.open\(|location(?:\.href)?=)'([^']+)'/g,
  ];
  for (const pattern of patterns)
    for (const match of html.matchAll(pattern)) {
      const raw = (match[1] ?? match[2] ?? match[3] ?? '').replaceAll('&amp;', '&').replaceAll('&#39;', "'");
      if (raw === '' || /^(?:javascript|mailto|tencent|data):|^#/i.test(raw)) continue;
      const url = new URL(raw, base);
      if (url.host === town.bases.portal.host) found.add(url.pathname + url.search);
    }
  return [...found];
}

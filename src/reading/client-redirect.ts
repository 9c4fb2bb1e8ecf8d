import type { Page } from './page.ts';
import { scriptRedirect } from './script-redirect.ts';

/** Pages with more visible text than this are read as they are, whatever their scripts do. */
const longestWaitingText = 200;
const mostLinks = 5;
/** Seconds after which a page of content is no longer thought to send everybody on, and a page of a line or two. */
const longestDelay = 10;
const longestWait = 60;

/**
 * Where a page sends every visitor on by itself: `<meta http-equiv="refresh">` (HTML standard, shared declarative refresh steps) with a short
 * delay, or, on a page with next to no text, an assignment to `location` in an inline script. Null when the page stays. Absolute URL without
 * fragment.
 */
export function clientRedirect(page: Page): string | null {
  if (page.kind !== 'html') return null;
  const waiting = page.text.length <= longestWaitingText && page.links.length <= mostLinks;
  const refresh = readRefresh(page.meta.refresh ?? '');
  let address = refresh !== null && refresh.delay <= (waiting ? longestWait : longestDelay) ? refresh.address : null;
  // A browser that rendered the page has gone where its scripts sent it.
  if (address === null && waiting && page.capture.via === 'http') address = scriptRedirect(page.inlineScript, page.url);
  if (address === null) return null;
  try {
    const url = new URL(address, page.base);
    url.hash = '';
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
    return url.href === page.url ? null : url.href;
  } catch {
    return null;
  }
}

/** Delay in seconds and address of a refresh: `0;url=/a`, `0 URL = '/a'`, `3, /a`; null where it names no address. */
export function readRefresh(content: string): { readonly delay: number; readonly address: string } | null {
  const match = /^\s*(\d+|(?=\.))[\d.]*(?:\s*[;,]\s*|\s+)(.*)$/su.exec(content);
  if (!match) return null;
  const rest = (match[2] ?? '').replace(/^url\s*=\s*/iu, '').trim();
  const quote = /^["']/u.exec(rest)?.[0];
  const end = quote === undefined ? -1 : rest.indexOf(quote, 1);
  const address = quote === undefined ? rest : rest.slice(1, end < 0 ? undefined : end);
  return address.trim() === '' ? null : { delay: Number(match[1] || 0), address: address.trim() };
}

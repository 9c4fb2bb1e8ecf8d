import type { Page } from './page.ts';
import { scriptRedirect } from './script-redirect.ts';

/**
 * A page with more visible text than this has content of its own, so its scripts are not searched
 * for redirects.
 */
const longestWaitingText = 200;
const mostLinks = 5;
/**
 * Longest delay (seconds) that counts as a redirect: `longestDelay` for pages with content,
 * `longestWait` for nearly empty ones.
 */
const longestDelay = 10;
const longestWait = 60;

/**
 * Absolute URL without fragment to which a page redirects every visitor; null if it does not
 * redirect. Reads `<meta http-equiv="refresh">` with a short delay (HTML standard, shared
 * declarative refresh steps) and, on nearly empty pages, assignments to `location` in inline
 * scripts.
 */
export function clientRedirect(page: Page): string | null {
  if (page.kind !== 'html') return null;
  const waiting = page.text.length <= longestWaitingText && page.links.length <= mostLinks;
  const refresh = readRefresh(page.meta.refresh ?? '');
  let address = refresh !== null && refresh.delay <= (waiting ? longestWait : longestDelay) ? refresh.address : null;
  // A rendered page needs no script analysis: the browser has already followed its redirects.
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

/**
 * Delay in seconds and address of a refresh (`0;url=/a`, `0 URL = '/a'`, `3, /a`); null if it names
 * no address.
 */
export function readRefresh(content: string): { readonly delay: number; readonly address: string } | null {
  const match = /^\s*(\d+|(?=\.))[\d.]*(?:\s*[;,]\s*|\s+)(.*)$/su.exec(content);
  if (!match) return null;
  const rest = (match[2] ?? '').replace(/^url\s*=\s*/iu, '').trim();
  const quote = /^["']/u.exec(rest)?.[0];
  const end = quote === undefined ? -1 : rest.indexOf(quote, 1);
  const address = quote === undefined ? rest : rest.slice(1, end < 0 ? undefined : end);
  return address.trim() === '' ? null : { delay: Number(match[1] || 0), address: address.trim() };
}

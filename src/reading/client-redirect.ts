import type { Page } from './page.ts';

/** Pages with more visible text than this are read as they are, whatever their scripts do. */
const longestWaitingText = 200;
const assignment =
  /(?:window|document|self|top|parent)?\.?\blocation(?:\.href)?\s*=\s*(["'])([^"'\s]{1,500})\1|\blocation\.(?:replace|assign)\(\s*(["'])([^"'\s]{1,500})\3\s*\)/;

/**
 * Where a page sends every visitor on by itself: `<meta http-equiv="refresh">` with a short delay, or, on a page with next to no text, a plain
 * assignment to `location` in an inline script. Null when the page stays. Absolute URL without fragment.
 */
export function clientRedirect(page: Page): string | null {
  if (page.kind !== 'html') return null;
  const refresh = /^\s*(\d+(?:\.\d+)?)\s*[;,]\s*(?:url\s*=\s*)?["']?([^"'\s>]+)/i.exec(page.meta.refresh ?? '');
  let address = refresh && Number(refresh[1]) <= 10 ? refresh[2] : undefined;
  if (address === undefined && page.text.length <= longestWaitingText && page.links.length <= 5) {
    const match = assignment.exec(page.inlineScript);
    address = match?.[2] ?? match?.[4];
  }
  if (address === undefined) return null;
  try {
    const url = new URL(address, page.url);
    url.hash = '';
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
    return url.href === page.url ? null : url.href;
  } catch {
    return null;
  }
}

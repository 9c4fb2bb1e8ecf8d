import type { SeenEntry } from './seen-entry.ts';

/** Addresses that a browser may show alike by chance: an application opens its front page twice. */
const mostAlike = 2;

/**
 * Bodies that a browser drew for several addresses: the frame of an application that had not put
 * in the content when it was read.
 */
export function repeatedBodies(all: readonly SeenEntry[]): ReadonlySet<string> {
  const urls = new Map<string, Set<string>>();
  for (const { capture } of all) {
    const { body, via, role, url } = capture;
    if (body === null || via !== 'browser' || role !== 'page') continue;
    urls.set(body, (urls.get(body) ?? new Set()).add(url));
  }
  return new Set([...urls].flatMap(([body, { size }]) => (size > mostAlike ? [body] : [])));
}

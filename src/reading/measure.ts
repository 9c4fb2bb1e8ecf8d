/** Deeper documents are hostile; what was read up to this depth is kept. */
const deepest = 20_000;
/** Limit on the number of elements; portal pages have some thousands. */
const mostElements = 30_000;
/**
 * Limit on links; site maps of portals have up to about 3000. Every question about a page iterates
 * over its links, so their number decides how long a page takes.
 */
const mostLinks = 8000;

/** Whether a document exceeds a limit: the rest is not read, so nothing may be called absent. */
export function exceedsLimits(size: { depth: number; elements: number; links: number }): boolean {
  return size.depth > deepest || size.elements > mostElements || size.links >= mostLinks;
}

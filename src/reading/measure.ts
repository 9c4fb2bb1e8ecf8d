/** Past this nesting a document is hostile; what was read up to there is kept. */
const deepest = 20_000;
/** The same for the number of elements; portal pages have some thousand. */
const mostElements = 30_000;
/**
 * And for links: site maps of portals have up to some three thousand. Everything that is asked of a page goes through its links several
 * times, so they decide for how long it holds up a run.
 */
const mostLinks = 8000;

/** Whether a document goes on beyond all measure: what follows is not read, and so nothing may be called missing. */
export function isBeyondMeasure(size: { depth: number; elements: number; links: number }): boolean {
  return size.depth > deepest || size.elements > mostElements || size.links >= mostLinks;
}

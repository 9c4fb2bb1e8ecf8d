import type { LinkDraft, OpenElement } from './element.ts';
import type { LinkCollector } from './link-collector.ts';
import type { PageRegion } from './page.ts';

/** Elements of a drawing that are not painted where they are defined. */
const undrawn = new Set(['defs', 'symbol', 'clippath', 'mask', 'pattern', 'metadata', 'desc']);

/**
 * Reads `svg` drawings: only text in `text` elements is painted, and links are links. A link with
 * words outside of `text` is a page element inside an unclosed drawing, which browsers do not show.
 */
export class DrawingReader {
  private readonly links: LinkCollector;
  private readonly pieces: string[];
  /** Depth of the outermost open drawing; -1 if none is open. */
  private outermostDepth = -1;
  /** True if the drawing contains words outside of `text`. */
  private hasUnpaintedText = false;

  /** @param pieces visible text of the page, to which painted text is appended */
  constructor(links: LinkCollector, pieces: string[]) {
    this.links = links;
    this.pieces = pieces;
  }

  get isOpen(): boolean {
    return this.outermostDepth >= 0;
  }

  /** The link that a drawing element opens, or null. */
  open(
    tag: string,
    attributes: Record<string, string>,
    stack: readonly OpenElement[],
    place: {
      readonly names: string;
      readonly parent: OpenElement;
      readonly region: PageRegion;
      readonly hidden: boolean;
    },
  ): LinkDraft | null {
    if (!this.isOpen) {
      this.outermostDepth = stack.length;
      this.hasUnpaintedText = false;
    }
    const href = attributes.href ?? attributes['xlink:href'];
    if (tag !== 'a' || href === undefined || stack.some((element) => undrawn.has(element.tag))) return null;
    const { names, parent, region, hidden } = place;
    return this.links.open('a', { ...attributes, href }, names, parent, region, hidden);
  }

  text(text: string, stack: readonly OpenElement[]): void {
    if (text.trim() === '' || stack.some((element) => undrawn.has(element.tag))) return;
    const hidden = stack[stack.length - 1]?.hidden ?? false;
    if (stack.some(({ tag }) => tag === 'text' || tag === 'foreignobject')) {
      this.links.text(text, hidden);
      if (!hidden) this.pieces.push(text);
      return;
    }
    this.hasUnpaintedText = true;
    this.links.swallowed(text);
  }

  /** Closes a drawing element; true if the drawing ended and had page content inside. */
  close(element: OpenElement, depth: number): boolean {
    if (element.link) this.links.close(element, depth);
    if (depth > this.outermostDepth) return false;
    this.outermostDepth = -1;
    return this.hasUnpaintedText;
  }
}

/** Whether an `object` embeds another document, as a frame does. */
export function isPageObject({ type, data }: Record<string, string>): boolean {
  return /html/iu.test(type ?? '') || (!type && /\.(?:s?html?|jspx?|aspx?|php)(?:[?#]|$)/iu.test(data ?? ''));
}

/**
 * Whether browsers show an `object` instead of its fallback content; plug-ins no longer run, so
 * their fallback is shown.
 */
export function replacesContent({ data, type, classid }: Record<string, string>): boolean {
  if (data === undefined || data === '' || /flash|java|silverlight|x-oleobject/iu.test(type ?? '')) return false;
  return !/\.swf(?:[?#]|$)/iu.test(data) && classid === undefined;
}

import type { LinkDraft, OpenElement } from './element.ts';
import type { LinkCollector } from './link-collector.ts';
import type { PageRegion } from './page.ts';

/** Parts of a drawing that are not drawn where they stand. */
const undrawn = new Set(['defs', 'symbol', 'clippath', 'mask', 'pattern', 'metadata', 'desc']);

/**
 * Reads drawings (`svg`). Of all their text only that in `text` elements is drawn. Links in them are links, but one whose words stand outside of
 * `text` is part of a page that the drawing swallowed because nobody closed it, and nobody sees it.
 */
export class DrawingReader {
  private readonly links: LinkCollector;
  private readonly pieces: string[];
  /** How many elements stand below the outermost drawing; -1 when none is open. */
  private bottom = -1;
  /** Words stand in it where none are drawn. */
  private stray = false;

  /** @param pieces the page's visible text, to which drawn text is added */
  constructor(links: LinkCollector, pieces: string[]) {
    this.links = links;
    this.pieces = pieces;
  }

  get isOpen(): boolean {
    return this.bottom >= 0;
  }

  /** The link that an element of a drawing is, or null. */
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
      this.bottom = stack.length;
      this.stray = false;
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
    this.stray = true;
    this.links.swallowed(text);
  }

  /** An element of a drawing ends. True when the drawing itself did, and a part of the page was in it. */
  close(element: OpenElement, depth: number): boolean {
    if (element.link) this.links.close(element, depth);
    if (depth > this.bottom) return false;
    this.bottom = -1;
    return this.stray;
  }
}

/** Whether an object shows another document, as a frame does. */
export function isPageObject({ type, data }: Record<string, string>): boolean {
  return /html/iu.test(type ?? '') || (!type && /\.(?:s?html?|jspx?|aspx?|php)(?:[?#]|$)/iu.test(data ?? ''));
}

/** Whether an object is shown in the place of its content. That of plug-ins, which browsers no longer have, is shown itself. */
export function replacesContent({ data, type, classid }: Record<string, string>): boolean {
  if (data === undefined || data === '' || /flash|java|silverlight|x-oleobject/iu.test(type ?? '')) return false;
  return !/\.swf(?:[?#]|$)/iu.test(data) && classid === undefined;
}

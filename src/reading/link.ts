/** Region of a page according to its landmarks. */
export type PageRegion = 'header' | 'nav' | 'main' | 'footer' | 'unknown';

/** A link, frame or URL in a script, as a visitor meets it. */
export interface Link {
  /**
   * Absolute `URL.href` without fragment, unless it is a route (`#/privacy`: `routeIn`).
   * `javascript:`, `mailto:` and `tel:` links keep their raw href.
   */
  readonly url: string;
  /**
   * Best name of the link: its text, else title, aria-label, alt text of an image, or a label
   * beside it.
   */
  readonly label: string;
  readonly labelFrom: 'text' | 'title' | 'aria' | 'alt' | 'near' | 'none';
  readonly region: PageRegion;
  /** Source of the link: the markup, or a string literal of a script. */
  readonly via: 'html' | 'script';
  /** Class and id of the element and its parent, for icon-only links. */
  readonly hints: string;
}

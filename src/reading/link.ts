/** Part of a page by its landmarks. */
export type PageRegion = 'header' | 'nav' | 'main' | 'footer' | 'unknown';

/** A link, frame or script-written address as a visitor would meet it. */
export interface Link {
  /**
   * Absolute URL, as `URL.href`, without fragment unless that is the route of an application
   * (`#/privacy`: `routeIn`); `javascript:`, `mailto:`, `tel:` links keep their raw href.
   */
  readonly url: string;
  /** Best name the link has: its text, else title, aria-label, alt of an image inside, else a neighbouring label. */
  readonly label: string;
  readonly labelFrom: 'text' | 'title' | 'aria' | 'alt' | 'near' | 'none';
  readonly region: PageRegion;
  /** Where the link was read: in the markup, or in a string literal of a script. */
  readonly via: 'html' | 'script';
  /** class and id of the element and of its parent, for icon-only links. */
  readonly hints: string;
}

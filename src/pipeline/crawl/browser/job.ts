/**
 * What the shared browser is asked for: to show a page, to inspect one, or to talk to a search box
 * or a robot.
 */
export const browserJobKinds = ['render', 'inspection', 'search', 'chat'] as const;
export type BrowserJobKind = (typeof browserJobKinds)[number];

/** One job that the browser has done, or failed to do. */
export interface BrowserJob {
  readonly kind: BrowserJobKind;
  /** From the opening of its page to the closing; the wait for a free page is not in it. */
  readonly seconds: number;
}

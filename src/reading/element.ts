import type { Link, PageRegion } from './link.ts';

/** A link whose label is not complete yet. */
export interface LinkDraft {
  readonly url: string;
  readonly region: PageRegion;
  hidden: boolean;
  readonly title: string;
  readonly aria: string;
  alt: string;
  hints: string;
  text: string;
  label: string;
  labelFrom: Link['labelFrom'];
  /** Range of the page's text pieces inside the link. */
  readonly start: number;
  end: number;
  /** Number of links before this one. */
  readonly index: number;
}

/** An open element. */
export interface OpenElement {
  readonly tag: string;
  readonly names: string;
  readonly region: PageRegion;
  readonly hidden: boolean;
  /** Number of text pieces and links before it. */
  readonly pieces: number;
  readonly links: number;
  readonly link: LinkDraft | null;
  /** Region of the container if a script is expected to fill it. */
  readonly container: 'header' | 'footer' | null;
  /** True if none of its text is visible. */
  readonly mute: boolean;
  /**
   * Kinds of its visible children, to recognise hidden panes of the same kind; null until one has a
   * kind, as in most elements none has.
   */
  panes: Set<string> | null;
}

/** Class and id of an element in one string, as the page writes them. */
export function namesOf({ class: classes, id }: Readonly<Record<string, string>>): string {
  if (!id) return classes === undefined || classes === '' ? '' : classes.trim();
  return `${classes ?? ''} ${id}`.trim();
}

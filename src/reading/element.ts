import type { Link, PageRegion } from './link.ts';

/** A link whose label is still being read. */
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
  /** Range of the page's text pieces that stand inside the link. */
  readonly start: number;
  end: number;
  /** Number of links before this one. */
  readonly index: number;
}

/** One open element. */
export interface OpenElement {
  readonly tag: string;
  readonly names: string;
  readonly region: PageRegion;
  readonly hidden: boolean;
  /** Text pieces and links that came before it. */
  readonly pieces: number;
  readonly links: number;
  readonly link: LinkDraft | null;
  /** Region of a container that a script fills when it stays empty. */
  readonly container: 'header' | 'footer' | null;
  /** Nothing in it is shown as text. */
  readonly mute: boolean;
  /** Kinds of the elements in it that are shown, as far as there may be further panes of the same kind. */
  readonly panes: Set<string>;
}

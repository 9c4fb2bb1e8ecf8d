import type { Capture } from '../model/capture.ts';
import type { Link, PageRegion } from './link.ts';
import type { RecordGroup } from './record.ts';

export type { Link, PageRegion } from './link.ts';

/** `hints` of an address that stands in a script by itself: the script may open it, yet nothing on the page is seen to. */
export const literalHint = 'literal';

/** `meta` name of documents, and of pages beyond all measure, of which only the first part was read. */
export const incompleteMeta = 'incomplete';

/** `meta` name of pages of which some text cannot be read (damaged or mistaken encoding), so that nothing can be said about what is missing. */
export const unreadableMeta = 'unreadable';

export interface FormField {
  readonly name: string;
  readonly type: string;
  readonly placeholder: string;
  readonly label: string;
  readonly value: string;
  readonly maxLength: number | null;
  readonly required: boolean;
}

/** A form, or a group of inputs that stand without one (`loose`). */
export interface Form {
  /** Absolute URL; null when the form names none (a script decides). */
  readonly action: string | null;
  readonly method: 'get' | 'post';
  readonly fields: readonly FormField[];
  /** Labels of its buttons (text, value, title, alt, aria-label). */
  readonly buttons: readonly string[];
  readonly loose: boolean;
  readonly region: PageRegion;
  /** class, id, onsubmit, onclick of the form and its parts. */
  readonly hints: string;
}

export interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Heading {
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

/** What a careful reader sees in one capture. A pure function of the capture and its decoded text. */
export interface Page {
  readonly capture: Capture;
  /** Final URL. */
  readonly url: string;
  /** What relative addresses of the page are resolved against: `url`, or what its `<base>` says. */
  readonly base: string;
  readonly kind: 'html' | 'script' | 'json' | 'text' | 'pdf' | 'docx';
  readonly title: string;
  /** `meta` contents by lower-case name, property or http-equiv. */
  readonly meta: Readonly<Record<string, string>>;
  readonly lang: string;
  readonly links: readonly Link[];
  /** Links inside elements that are hidden in the markup: no proof of an entry, but no proof of its absence either. */
  readonly hiddenLinks: readonly Link[];
  readonly forms: readonly Form[];
  readonly tables: readonly Table[];
  /** Visible headings h1 to h3 in document order, white space folded. */
  readonly headings: readonly Heading[];
  /** Everything of which there are several alike, and things shown as labels with values; the data of a script or JSON document too. */
  readonly records: readonly RecordGroup[];
  /** Visible text: one line per block element, white space folded; no script, style, template, noscript, hidden elements. */
  readonly text: string;
  /** Absolute URLs of external scripts, in document order. */
  readonly scripts: readonly string[];
  /** Those of `scripts` that stand amid the content of the body, where what they write would appear. */
  readonly placedScripts: readonly string[];
  /** Those of `placedScripts` that stand in an element of their own, into which they surely write. */
  readonly mountedScripts: readonly string[];
  /** Header and footer containers that the markup leaves empty, so a script must fill them. */
  readonly emptyRegions: readonly ('header' | 'footer')[];
  /** Absolute URLs of iframes and frames, in document order. */
  readonly frames: readonly string[];
  /** Inline script source, joined; empty for most purposes, but vendor ids and endpoints stand here. */
  readonly inlineScript: string;
  /** Parsed JSON for kind `json`; undefined otherwise. */
  readonly json: unknown;
  /** True when the document has (next to) no text of its own and relies on scripts to show its content. */
  readonly shell: boolean;
  /** True when the page looks like an article (date + long text, article meta): its words are about things, not entries. */
  readonly article: boolean;
}

const contents = new WeakMap<Page, Page>();

/** The same page as if it had been captured at another time: what is remembered of its content holds for it too. */
export function agedPage(page: Page, capture: Capture): Page {
  const aged = { ...page, capture };
  contents.set(aged, contentOf(page));
  return aged;
}

/** What stands for the content of a page in memories: equal for a page and for its copies of another age. */
export function contentOf(page: Page): Page {
  return contents.get(page) ?? page;
}

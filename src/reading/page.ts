import type { Capture } from '../model/capture.ts';
import type { Link, PageRegion } from './link.ts';
import type { RecordGroup } from './record.ts';

export type { Link, PageRegion } from './link.ts';

/** `hints` of a URL that is only a string in a script: nothing on the page visibly opens it. */
export const literalHint = 'literal';

/** `meta` name of documents and oversized pages of which only the first part was read. */
export const incompleteMeta = 'incomplete';

/**
 * `meta` name of pages with undecodable text (damaged or wrong encoding), on which nothing may be
 * called absent.
 */
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

/** A form, or a group of inputs without a form element (`loose`). */
export interface Form {
  /** Absolute URL; null if the form has none and a script decides. */
  readonly action: string | null;
  readonly method: 'get' | 'post';
  readonly fields: readonly FormField[];
  /** Labels of the buttons (text, value, title, alt, aria-label). */
  readonly buttons: readonly string[];
  readonly loose: boolean;
  readonly region: PageRegion;
  /** Class, id, onsubmit, onclick and key handlers of the form and its parts. */
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

/**
 * Everything a visitor sees in one capture; a pure function of the capture and its decoded text.
 */
export interface Page {
  readonly capture: Capture;
  /** Final URL. */
  readonly url: string;
  /** URL against which relative references are resolved: `url`, or the `<base>`. */
  readonly base: string;
  readonly kind: 'html' | 'script' | 'json' | 'text' | 'pdf' | 'docx';
  readonly title: string;
  /** Contents of `meta` elements by lower-case name, property or http-equiv. */
  readonly meta: Readonly<Record<string, string>>;
  readonly lang: string;
  readonly links: readonly Link[];
  /** Links in elements that the markup hides: they prove neither an entry nor its absence. */
  readonly hiddenLinks: readonly Link[];
  readonly forms: readonly Form[];
  readonly tables: readonly Table[];
  /** Visible headings h1 to h3 in document order, white space folded. */
  readonly headings: readonly Heading[];
  /**
   * Repeated items and labelled values on the page, including data in scripts and JSON documents.
   */
  readonly records: readonly RecordGroup[];
  /**
   * Visible text, one line per block element, white space folded; without scripts, styles,
   * templates, noscript and hidden elements.
   */
  readonly text: string;
  /** Absolute URLs of external scripts, in document order. */
  readonly scripts: readonly string[];
  /**
   * Those of `scripts` that are inside the content of the body, where their output would appear.
   */
  readonly placedScripts: readonly string[];
  /** Those of `placedScripts` inside a container element, into which they write. */
  readonly mountedScripts: readonly string[];
  /** Header and footer containers that are empty in the markup, so that a script must fill them. */
  readonly emptyRegions: readonly ('header' | 'footer')[];
  /** Absolute URLs of iframes and frames, in document order. */
  readonly frames: readonly string[];
  /** Source of inline scripts, joined; searched for vendor ids and endpoints. */
  readonly inlineScript: string;
  /** Parsed JSON for kind `json`; undefined otherwise. */
  readonly json: unknown;
  /** True if the document has almost no text and relies on scripts to show its content. */
  readonly shell: boolean;
  /**
   * True if the page looks like an article (date and long text, article meta), whose words describe
   * things but are not entries.
   */
  readonly article: boolean;
}

const contents = new WeakMap<Page, Page>();

/** The page with another capture of the same content; cached results for its content stay valid. */
export function agedPage(page: Page, capture: Capture): Page {
  const aged = { ...page, capture };
  contents.set(aged, contentOf(page));
  return aged;
}

/** Cache key for the content of a page, the same for its copies made by `agedPage`. */
export function contentOf(page: Page): Page {
  return contents.get(page) ?? page;
}

import { foldWidth, fullWidth } from './full-width.ts';

/**
 * Cache of recently folded short labels: menu and list labels recur on every page and for every
 * judge.
 */
const folded = new Map<string, string>();
const mostFolded = 20_000;
const longestKept = 48;

/**
 * Folds a label for comparison: full width to half width (NFKC), lower case, no white space, no
 * decoration (arrows, bullets, colons, brackets at the ends). Pure; the cache only saves time.
 */
export function foldLabel(text: string): string {
  if (text.length > longestKept) return foldText(text);
  const known = folded.get(text);
  if (known !== undefined) return known;
  const result = foldText(text);
  if (folded.size >= mostFolded) folded.clear();
  folded.set(text, result);
  return result;
}

const decoration: ReadonlySet<string> = new Set('>»›·•◆■★|:,.、;/-');

/** The same for a text that is asked about once, so that keeping the result would cost more. */
export function foldText(text: string): string {
  const form = formOf(text);
  const normal =
    form === 'normal' ? text : form === 'wide' ? foldWidth(text).toLowerCase() : text.normalize('NFKC').toLowerCase();
  // Most labels have no space, and a test is cheaper than a replacement.
  const dense = /[\s\u200b\ufeff]/u.test(normal) ? normal.replace(/[\s\u200b\ufeff]+/gu, '') : normal;
  let start = 0;
  let end = dense.length;
  while (start < end && decoration.has(dense.charAt(start))) start += 1;
  while (end > start && decoration.has(dense.charAt(end - 1))) end -= 1;
  return dense.slice(start, end);
}

const ideographs = { first: 0x4e00, last: 0x9fff };

/**
 * What NFKC and lower case would do to a text: nothing, as to most labels; make forms of full width
 * and capital letters of ASCII narrow and small, as in most sentences; or anything else.
 */
function formOf(text: string): 'normal' | 'wide' | 'other' {
  let form: 'normal' | 'wide' = 'normal';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= ideographs.first && code <= ideographs.last) continue;
    if (code <= 0x7e ? code >= 0x41 && code <= 0x5a : code >= fullWidth.first && code <= fullWidth.last) form = 'wide';
    // Full stop and comma of ideographs, quotation marks and brackets stay as they are.
    else if (code > 0x7e && !unchanged.has(code)) return 'other';
  }
  return form;
}

const unchanged: ReadonlySet<number> = new Set([...'。、“”‘’《》「」『』【】〈〉·—'].map((sign) => sign.charCodeAt(0)));

const inClass = /[\\\]^-]/gu;
const special = /[.*+?^${}()|[\]\\/]/gu;
const startBits = 0x3ff;

/**
 * A word list of the pack, folded and compiled once. Texts passed to it must be folded
 * (`foldLabel`).
 */
export class WordSet {
  /** As written, in the order of the pack. */
  readonly words: readonly string[];
  /** Folded, longest first. */
  readonly list: readonly string[];
  readonly #whole: ReadonlySet<string>;
  /** 1 where a word may start with a code unit, by its lowest bits: most places of a text need no more. */
  readonly #starts = new Uint8Array(startBits + 1);
  /** The words of `list` by their first code unit. */
  readonly #byStart = new Map<number, string[]>();
  readonly #pattern: RegExp | null;

  constructor(words: readonly string[]) {
    this.words = words;
    const folded = [...new Set(words.map(foldLabel))].filter((word) => word !== '');
    this.list = folded.sort((a, b) => b.length - a.length || (a < b ? -1 : a > b ? 1 : 0));
    this.#whole = new Set(this.list);
    for (const word of this.list) {
      const start = word.charCodeAt(0);
      this.#starts[start & startBits] = 1;
      const alike = this.#byStart.get(start);
      if (alike === undefined) this.#byStart.set(start, [word]);
      else alike.push(word);
    }
    const escaped = this.list.map((word) => word.replace(special, '\\$&'));
    const starts = [...new Set(this.list.map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0)))];
    // One test of the first character spares trying every word at every place of a text.
    const start = `(?=[${starts.map((character) => character.replace(inClass, '\\$&')).join('')}])`;
    this.#pattern = escaped.length === 0 ? null : new RegExp(`${start}(?:${escaped.join('|')})`, 'gu');
  }

  /** True if a text equals one of the words. */
  has(text: string): boolean {
    return this.#whole.has(text);
  }

  /**
   * The first word in a text, the longest if several start at the same position; null if there is
   * none.
   */
  in(text: string): string | null {
    for (let at = 0; at < text.length; at += 1) {
      const start = text.charCodeAt(at);
      if (this.#starts[start & startBits] !== 1) continue;
      for (const word of this.#byStart.get(start) ?? []) if (text.startsWith(word, at)) return word;
    }
    return null;
  }

  /** All distinct words in a text, in order; words inside longer words are not found separately. */
  allIn(text: string): string[] {
    return this.#pattern === null ? [] : [...new Set(text.match(this.#pattern))];
  }

  /** Number of occurrences of the words in a text. */
  count(text: string): number {
    return this.#pattern === null ? 0 : (text.match(this.#pattern)?.length ?? 0);
  }
}

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
  if (text.length > longestKept) return fold(text);
  const known = folded.get(text);
  if (known !== undefined) return known;
  const result = fold(text);
  if (folded.size >= mostFolded) folded.clear();
  folded.set(text, result);
  return result;
}

const decoration: ReadonlySet<string> = new Set('>»›·•◆■★|:,.、;/-');

function fold(text: string): string {
  const normal = text.normalize('NFKC').toLowerCase();
  // Most labels have no space, and a test is cheaper than a replacement.
  const dense = /[\s\u200b\ufeff]/u.test(normal) ? normal.replace(/[\s\u200b\ufeff]+/gu, '') : normal;
  let start = 0;
  let end = dense.length;
  while (start < end && decoration.has(dense.charAt(start))) start += 1;
  while (end > start && decoration.has(dense.charAt(end - 1))) end -= 1;
  return dense.slice(start, end);
}

const inClass = /[\\\]^-]/gu;
const special = /[.*+?^${}()|[\]\\/]/gu;

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
  readonly #pattern: RegExp | null;

  constructor(words: readonly string[]) {
    this.words = words;
    const folded = [...new Set(words.map(foldLabel))].filter((word) => word !== '');
    this.list = folded.sort((a, b) => b.length - a.length || (a < b ? -1 : a > b ? 1 : 0));
    this.#whole = new Set(this.list);
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
    if (this.#pattern === null) return null;
    this.#pattern.lastIndex = 0;
    return this.#pattern.exec(text)?.[0] ?? null;
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

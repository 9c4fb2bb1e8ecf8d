import { foldWidth, fullWidth } from './full-width.ts';
import { compatible } from './normal-form.ts';

/**
 * Cache of recently folded short labels that change: menu and list labels recur on every page and
 * for every judge.
 */
const folded = new Map<string, string>();
const mostFolded = 20_000;
const longestKept = 48;

/**
 * Folds a label for comparison: full width to half width (NFKC), lower case, no white space, no
 * decoration (arrows, bullets, colons, brackets at the ends). Pure; the cache only saves time.
 */
export function foldLabel(text: string): string {
  const traits = traitsOf(text);
  // To look at every character takes less time than to look up a text, and most texts stay as they are.
  if ((traits & changing) === 0) return trimmed(text);
  if (text.length > longestKept) return folding(text, traits);
  const known = folded.get(text);
  if (known !== undefined) return known;
  const result = folding(text, traits);
  if (folded.size >= mostFolded) folded.clear();
  folded.set(text, result);
  return result;
}

/** The same for a text that is asked about once, so that keeping the result would cost more. */
export function foldText(text: string): string {
  return folding(text, traitsOf(text));
}

/** What folding does to a character. */
const trait = {
  /** It is white space, which goes. */
  space: 1,
  /** It is decoration, which goes at the ends of a text. */
  decoration: 2,
  /** It has a small form, in ASCII or in full width. */
  capital: 4,
  /** It is a form of ASCII in full width. */
  wide: 8,
  /** NFKC or lower case may do anything to it. */
  other: 16,
} as const;
const changing = trait.space | trait.capital | trait.wide | trait.other;
const ideographs = { first: 0x4e00, last: 0x9fff };
/** Full stop and comma of ideographs, quotation marks and brackets stay as they are. */
const unchanged = '。、“”‘’《》「」『』【】〈〉·—';
const decoration = '>»›·•◆■★|:,.、;/-';

const traits = new Uint8Array(0x1_00_00).fill(trait.other);
traits.fill(0, 0, 0x7f).fill(0, ideographs.first, ideographs.last + 1);
traits.fill(trait.wide, fullWidth.first, fullWidth.last + 1);
for (const sign of unchanged) traits[sign.charCodeAt(0)] = 0;
for (const sign of decoration) addTrait(sign.charCodeAt(0), trait.decoration);
for (let code = 0x41; code <= 0x5a; code += 1) {
  addTrait(code, trait.capital);
  addTrait(code + fullWidth.distance, trait.capital);
}
for (const code of [0x9, 0xa, 0xb, 0xc, 0xd, 0x20]) addTrait(code, trait.space);

function addTrait(code: number, added: number): void {
  traits[code] = (traits[code] ?? 0) | added;
}

/** The traits of all characters of a text together. */
function traitsOf(text: string): number {
  let all = 0;
  for (let at = 0; at < text.length; at += 1) all |= traits[text.charCodeAt(at)] ?? 0;
  return all;
}

function folding(text: string, all: number): string {
  if ((all & trait.other) !== 0) return trimmed(compatible(text).toLowerCase().replace(spaces, ''));
  const narrow = (all & trait.wide) === 0 ? text : foldWidth(text);
  const small = (all & trait.capital) === 0 ? narrow : narrow.toLowerCase();
  return trimmed((all & trait.space) === 0 ? small : small.replace(spaces, ''));
}

const spaces = /[\s\u200b\ufeff]+/gu;

/** A text without decoration at its ends. */
function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isDecoration(text.charCodeAt(start))) start += 1;
  while (end > start && isDecoration(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isDecoration(code: number): boolean {
  return ((traits[code] ?? 0) & trait.decoration) !== 0;
}

const inClass = /[\\\]^-]/gu;
const special = /[.*+?^${}()|[\]\\/]/gu;
const startBits = 0x3ff;
/** A search for at most so many words at once skips most characters of a text. */
const fewWords = 24;
/** A search in a shorter text takes longer to begin than to look at every character. */
const shortText = 12;

function escaped(word: string): string {
  return word.replace(special, '\\$&');
}

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
  /** Any of a few words, made when first needed. */
  #any: RegExp | null = null;

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
    const sources = this.list.map(escaped);
    const starts = [...new Set(this.list.map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0)))];
    // One test of the first character spares trying every word at every place of a text.
    const start = `(?=[${starts.map((character) => character.replace(inClass, '\\$&')).join('')}])`;
    this.#pattern = sources.length === 0 ? null : new RegExp(`${start}(?:${sources.join('|')})`, 'gu');
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
    if (!this.#mayBeIn(text)) return null;
    for (let at = 0; at < text.length; at += 1) {
      const start = text.charCodeAt(at);
      if (this.#starts[start & startBits] !== 1) continue;
      for (const word of this.#byStart.get(start) ?? []) if (text.startsWith(word, at)) return word;
    }
    return null;
  }

  /** All distinct words in a text, in order; words inside longer words are not found separately. */
  allIn(text: string): string[] {
    return this.#pattern === null || !this.#mayBeIn(text) ? [] : [...new Set(text.match(this.#pattern))];
  }

  /** Number of occurrences of the words in a text. */
  count(text: string): number {
    return this.#pattern === null || !this.#mayBeIn(text) ? 0 : (text.match(this.#pattern)?.length ?? 0);
  }

  /** False if none of the words is in a text; true if that takes a longer look. */
  #mayBeIn(text: string): boolean {
    if (text.length < shortText || this.list.length > fewWords) return true;
    this.#any ??= new RegExp(this.list.length === 0 ? '(?!)' : this.list.map(escaped).join('|'), 'u');
    return this.#any.test(text);
  }
}

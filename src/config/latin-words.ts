import { compatible } from './normal-form.ts';

const latin = /^[\u0020-\u024f]+$/u;
const special = /[.*+?^${}()|[\]\\/]/gu;

const patterns = new Map<string, RegExp>();

/** Whether a folded word is in Latin letters, where a word may be part of another. */
export function isLatin(word: string): boolean {
  return latin.test(word);
}

/**
 * Whether a Latin word stands in a text as words of its own: "App" does in "政务App" and in "GovApp"
 * but not in "Happy". Other scripts do not part their words, and pass.
 *
 * @param text as written, not folded, since folding removes the blanks between words
 * @param word folded
 */
export function standsAlone(text: string, word: string): boolean {
  return !isLatin(word) || behindWord(text, word) !== null;
}

/**
 * What follows a Latin word that stands alone, in lower case with the blanks between words; null if
 * it does not stand in the text.
 */
export function behindWord(text: string, word: string): string | null {
  let pattern = patterns.get(word);
  if (pattern === undefined) {
    const letters = [...word].map((letter) => letter.replace(special, '\\$&'));
    // Folding has removed blanks inside the word; a plural is the same word.
    pattern = new RegExp(`(?<![a-z])${letters.join('[\\s_-]*')}s?(?![a-z])`, 'u');
    patterns.set(word, pattern);
  }
  const spaced = compatible(text)
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase();
  const match = pattern.exec(spaced);
  return match === null ? null : spaced.slice(match.index + match[0].length);
}

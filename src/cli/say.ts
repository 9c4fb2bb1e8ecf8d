import { filled, type Phrase } from '../model/phrase.ts';
import type { Language } from '../report/messages.ts';
import { clauseIn } from '../report/messages-zh-clauses.ts';
import { chinesePhrases } from './messages/phrases-zh.ts';

/** Phrases of the source are English; other languages have them by the English one. */
const phrases: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: {}, zh: chinesePhrases };

let spoken: Language = 'en';

/** The language of all that is printed from now on; JSON and tables for programs have none. */
export function speakIn(language: Language): void {
  spoken = language;
}

export function spokenLanguage(): Language {
  return spoken;
}

/**
 * A phrase in the language of the person at the terminal, with `{name}` replaced by values; the
 * English phrase where the catalogue lacks it.
 */
export function say(phrase: string, values: Readonly<Record<string, string | number>> = {}): string {
  return filled(phrases[spoken][phrase] ?? phrase, values);
}

/** A sentence that another part of the program words, in the language of the terminal. */
export function sayPhrase({ text, values }: Phrase): string {
  return say(text, values);
}

/** A clause about a configuration pack in the language of the terminal. */
export function sayClause(english: string): string {
  return clauseIn(spoken, english);
}

/** Titles of a table in the language of the terminal; an empty one stays empty. */
export function titles(...words: readonly string[]): string[] {
  return words.map((word) => (word === '' ? '' : say(word)));
}

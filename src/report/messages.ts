import { english } from './messages-en.ts';
import { chinese } from './messages-zh.ts';

/** All texts that a report prints and that come neither from the pack nor from a site. */
export type Messages = typeof chinese;

const catalogues = { zh: chinese, en: english } satisfies Record<string, Messages>;

export type Language = keyof typeof catalogues;

/** The catalogue of a language; every language is an object of the same shape. */
export function messagesOf(language: Language): Messages {
  return catalogues[language];
}

/** The text for a key that comes from data; the key itself if the catalogue has none. */
export function wordFor(words: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(words, key) ? (words[key] ?? key) : key;
}

/** Languages that a report can be written in. */
export const languages = Object.keys(catalogues) as readonly Language[];

/** The catalogue for a BCP 47 tag: that of its base language, else English. */
export function languageFor(tag: string): Language {
  const base = baseLanguage(tag);
  return languages.find((language) => language === base) ?? 'en';
}

/** The base language of a tag: `zh` for `zh-CN`. */
export function baseLanguage(tag: string): string {
  return new Intl.Locale(tag).language;
}

import { english } from './messages-en.ts';
import { chinese } from './messages-zh.ts';

/** Every sentence and word that a report prints and that does not come from the pack or from a site. */
export type Messages = typeof chinese;

const catalogues = { zh: chinese, en: english } satisfies Record<string, Messages>;

export type Language = keyof typeof catalogues;

/** The catalogue of a language. Another language is one more object of the same shape. */
export function messagesOf(language: Language): Messages {
  return catalogues[language];
}

/** The word for a key that comes from data: the key itself where the catalogue has none. */
export function wordFor(words: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(words, key) ? (words[key] ?? key) : key;
}

/** Languages that a report can be written in. */
export const languages = Object.keys(catalogues) as readonly Language[];

/** The catalogue for a BCP 47 tag such as that of a pack: the one of its base language, English where there is none. */
export function languageFor(tag: string): Language {
  const base = baseLanguage(tag);
  return languages.find((language) => language === base) ?? 'en';
}

/** `zh` for `zh-CN`. */
export function baseLanguage(tag: string): string {
  return new Intl.Locale(tag).language;
}

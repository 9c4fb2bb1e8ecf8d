import type { About } from '../model/about.ts';
import type { Language } from './messages.ts';
import { responseProbes } from './messages-zh-probes-response.ts';
import { supplyProbes } from './messages-zh-probes-supply.ts';

/** Descriptions of probes in languages other than English, by language and then by id. */
export const translatedAbouts: Readonly<Record<Exclude<Language, 'en'>, Readonly<Record<string, About>>>> = {
  zh: { ...supplyProbes, ...responseProbes },
};

/** The description of a probe in a language; its own English one where there is no translation. */
export function aboutIn(language: Language, { id, about }: { readonly id: string; readonly about: About }): About {
  if (language === 'en') return about;
  const own = translatedAbouts[language];
  return Object.hasOwn(own, id) ? (own[id] ?? about) : about;
}

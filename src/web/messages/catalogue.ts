import type { Language } from '../../report/messages.ts';

/** Texts of a page in every language; the Chinese ones decide the shape. */
export type Catalogue<Texts> = Readonly<Record<Language, Texts>>;

/** Checks that both languages say the same things. */
export function catalogue<Texts>(zh: Texts, en: NoInfer<Texts>): Catalogue<Texts> {
  return { zh, en };
}

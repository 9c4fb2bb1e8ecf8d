import { type Language, languages } from '../report/messages.ts';

/**
 * The language of a person at a terminal, as the system's locale says it; English where there are no
 * texts in that language.
 *
 * @param env the variables of POSIX locales, the first that is set counts
 */
export function terminalLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  const base = locale.split(/[_.@-]/u)[0]?.toLowerCase();
  return languages.find((language) => language === base) ?? 'en';
}

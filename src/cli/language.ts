import { type Language, languages } from '../report/messages.ts';

/**
 * The language of a person at the terminal, by the locale of the system (POSIX.1-2017, 8.2):
 * English for the locale `C` and for languages that we have no texts in.
 */
export function terminalLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  const base = locale.split(/[_.@-]/u)[0]?.toLowerCase();
  return languages.find((language) => language === base) ?? 'en';
}

/**
 * The language of help and messages: that of `--lang` anywhere on the command line, else that of
 * the system. A value that is no language is left to the command, which refuses it.
 */
export function chosenLanguage(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  const at = options.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const said = options[at]?.startsWith('--lang=') ? options[at].slice('--lang='.length) : options[at + 1];
  const wanted = at < 0 ? undefined : languages.find((language) => language === said);
  return wanted ?? terminalLanguage(env);
}

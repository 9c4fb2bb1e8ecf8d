import { UsageError } from '../model/usage-error.ts';

/**
 * Refuses empty options and arguments, as a script leaves them whose variable is not set: `--out ""`
 * would otherwise be the working folder.
 *
 * @param words the command line after the program
 * @throws UsageError that names the option, or the place of the argument.
 */
export function requireFilled(words: readonly string[]): void {
  for (const [at, word] of words.entries()) {
    const bare = /^(--[\w-]+)=\s*$/u.exec(word)?.[1];
    if (bare !== undefined) throw empty(bare);
    if (word.trim() !== '') continue;
    const before = words[at - 1];
    throw empty(before !== undefined && /^--?[A-Za-z]/u.test(before) ? before : `argument ${at}`);
  }
}

function empty(what: string): UsageError {
  return new UsageError(`${what} is empty; expected a value, or leave it out`);
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../model/usage-error.ts';
import { readText } from './read-text.ts';

/** Texts of the bulletin that people write, by the name of their file in `texts/`. */
export const textNames = ['preface', 'definition', 'cases', 'outlook'] as const;
export type TextName = (typeof textNames)[number];
/** Markdown by name; a text without a file is missing. */
export type Texts = Readonly<Partial<Record<TextName, string>>>;

/** Longest text in characters, about fifty pages. */
const longest = 100_000;

/**
 * Reads the texts of a pack in a language: `texts/NAME.LANGUAGE.md`, or `texts/NAME.md` where the
 * language is the pack's own. The program only reads these files. Synchronous.
 *
 * @param own whether the language is that of the pack.
 * @throws UsageError for a file that cannot be read, is not UTF-8 or is too long.
 */
export function readTexts(directory: string, language: string, own: boolean): Texts {
  const found: Partial<Record<TextName, string>> = {};
  for (const name of textNames) {
    const files = [`${name}.${language}.md`, ...(own ? [`${name}.md`] : [])];
    const file = files.map((one) => join(directory, 'texts', one)).find((path) => existsSync(path));
    if (file === undefined) continue;
    const { text } = readText(file);
    if (text.length > longest)
      throw new UsageError(`${file}: expected at most ${longest} characters, found ${text.length}.`);
    if (text.trim() !== '') found[name] = text;
  }
  return found;
}

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { languageOf } from '../../../src/probes/shared/language-of.ts';

const latin = { name: 'en', pattern: /\p{Script=Latin}/iu };
const hangul = { name: 'ko', pattern: /\p{Script=Hangul}/iu };
const gothic = { name: 'got', pattern: /\p{Script=Gothic}/iu };
const range = { name: 'ru', pattern: /[а-я]/iu };

/** Whether four fifths of at least 60 letters are of the script, letter by letter. */
function defined(text: string, scripts: readonly (typeof latin)[]): string | null {
  const letters = [...text].filter((character) => /\p{L}/u.test(character));
  if (letters.length < 60) return null;
  const share = ({ pattern }: typeof latin): number =>
    letters.filter((letter) => pattern.test(letter)).length / letters.length;
  return scripts.find((script) => share(script) >= 0.8)?.name ?? null;
}

it.each([
  ['one search for all scripts', [latin, hangul, gothic]],
  ['a search for each', [latin, range, gothic]],
])('the language of a text is that of four fifths of its letters, by %s', (_, scripts) => {
  const run = fc.tuple(fc.constantFrom('a', 'É', '한', 'ж', '市', '\u{10330}', ' ', '1', '。'), fc.nat(70));
  fc.assert(
    fc.property(fc.array(run, { maxLength: 5 }), (runs) => {
      const text = runs.map(([letter, times]) => letter.repeat(times)).join('');
      expect(languageOf(text, scripts)).toBe(defined(text, scripts));
    }),
    { numRuns: 1000 },
  );
});

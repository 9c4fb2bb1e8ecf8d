import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldSpace } from '../../src/reading/text.ts';

it('folds every run of space into one blank and removes it from both ends', () => {
  const marks = fc.constantFrom('a', 'é', '公', '“', ' ', '\n', '\t', '\0', '\u00a0', '\u1680', '\u2003', '\u2028');
  const more = fc.constantFrom('\u200b', '\u202f', '\u205f', '\u3000', '\ufeff', '  ', 'a b', '\ud83d\ude00', '\u0085');
  fc.assert(
    fc.property(fc.array(fc.oneof(marks, more), { maxLength: 8 }), (parts) => {
      const text = parts.join('');
      const words = text.split(/[\s\u200b]+/u).filter((word) => word !== '');
      expect(foldSpace(text)).toBe(words.join(' '));
    }),
    { numRuns: 3000 },
  );
});

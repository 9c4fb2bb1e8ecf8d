import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLabel, WordSet } from '../../src/config/words.ts';

describe('WordSet', () => {
  it('finds the longest word at a place, folded', () => {
    const words = new WordSet(['来信', '来信时间', 'E-Mail', 'a.b']);
    expect(words.in(foldLabel('来信时间：今天'))).toBe('来信时间');
    expect(words.in(foldLabel('Ｅ-ＭＡＩＬ'))).toBe('e-mail');
    expect(words.in('axb')).toBeNull();
    expect(words.allIn('来信a.b来信')).toEqual(['来信', 'a.b']);
    expect(words.count('来信a.b来信')).toBe(3);
    expect(words.has('来信')).toBe(true);
  });
  it('holds nothing when it is empty', () => {
    const words = new WordSet(['', '  ']);
    expect([words.list.length, words.in('x'), words.allIn('x'), words.count('x')]).toEqual([0, null, [], 0]);
  });
  it('takes any text as a word and finds it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ maxLength: 12 }), (word, around) => {
        const folded = foldLabel(word);
        const words = new WordSet([word]);
        if (folded === '') expect(words.list).toEqual([]);
        else expect(words.in(`${around}${folded}`)).toBe(folded);
      }),
    );
  });
});

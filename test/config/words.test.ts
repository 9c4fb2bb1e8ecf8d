import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { wordSections } from '../../src/application/word-sections.ts';
import { loadPack } from '../../src/config/pack.ts';
import {
  count,
  namedPatterns,
  namedWords,
  pattern,
  patterns,
  wordGroups,
  wordList,
} from '../../src/config/schema/words.ts';
import { wordsOf } from '../../src/config/word-sections.ts';
import { foldLabel, foldText, WordSet } from '../../src/config/words.ts';
import { probes } from '../../src/probes/list.ts';
import { filesUnder, importsOf, parse } from '../architecture/imports.ts';
import { shippedPack, usageMessage } from './temporary-pack.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'govprobe-words-'));
  cpSync(shippedPack, folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What loading a copy of the shipped pack says after a change to its vocabulary. */
function after(from: RegExp, to: string): string {
  const text = readFileSync(join(shippedPack, 'vocabulary.yaml'), 'utf8');
  expect(text).toMatch(from);
  writeFileSync(join(folder, 'vocabulary.yaml'), text.replace(from, to));
  return usageMessage(() => loadPack(folder, wordSections));
}

describe('the words of a pack', () => {
  it.each([
    [
      'a list under another name',
      /^ {2}region-zones:/mu,
      '  region-zone:',
      'lists.region-zones: expected array, found nothing',
    ],
    [
      'a number under another name',
      /^ {2}privacy-parts-needed:/mu,
      '  privacy-part-needed:',
      'numbers.privacy-parts-needed: expected number, found nothing',
    ],
    [
      'a list that nothing reads',
      /^lists:$/mu,
      'lists:\n  region-zone: [省内通办]',
      'lists.region-zone: expected a known key, found one that nothing reads',
    ],
    [
      'an empty list',
      /^ {2}region-units: .*$/mu,
      '  region-units: []',
      'lists.region-units: expected at least one word',
    ],
    ['a line without a name', /'en: english/u, "'english", 'lists.languages[0]: expected `name: pattern`'],
    ['a broken pattern', /'en: english/u, "'en: (english", 'lists.languages[0]: expected `name: pattern`'],
    ['a number below zero', /^ {2}letters-needed: 3/mu, '  letters-needed: -3', 'numbers.letters-needed: expected'],
    [
      'a list of labels that is not there',
      /label-lists: \[letter-submitted/u,
      'label-lists: [letter-submited',
      'label-lists[0]: expected the name of one of the lists',
    ],
  ])('are refused for %s, with file, line and path', (_, from, to, what) => {
    const message = after(from, to);
    expect(message).toMatch(/vocabulary\.yaml line \d+, /u);
    expect(message).toContain(what);
  });

  it('are compiled for the section that reads them, and for no other', () => {
    const { knowledge } = loadPack(shippedPack, wordSections);
    for (const section of wordSections)
      expect(Object.keys(wordsOf(section, knowledge))).toEqual(Object.keys(section.shape));
    expect(() => wordsOf(z.object({ 'region-zones': wordList }), knowledge)).toThrow(
      'loaded without the words region-zones',
    );
  });

  it('are read in their five forms', () => {
    expect(wordList.parse(['通办', ' ABC '])).toMatchObject({ words: ['通办', ' ABC '], list: ['abc', '通办'] });
    expect(namedPatterns.parse(['en: eng|英文'])).toEqual([{ name: 'en', pattern: /eng|英文/iu }]);
    expect(namedWords.parse(['材料: 清单|所需材料', '时限'])).toEqual([
      { name: '材料', words: ['所需材料', '材料', '清单'] },
      { name: '时限', words: ['时限'] },
    ]);
    expect(wordGroups.parse(['a|b', 'c'])).toEqual([['a', 'b'], ['c']]);
    expect(count.parse(0)).toBe(0);
    expect(pattern.parse('a+')).toEqual(/a+/iu);
    expect(patterns.parse(['a', 'b'])).toEqual([/a/iu, /b/iu]);
    for (const [schema, wrong] of [
      [wordList, ['']],
      [namedPatterns, ['en']],
      [namedWords, []],
      [pattern, '('],
      [patterns, []],
      [count, Number.NaN],
    ] as const)
      expect(schema.safeParse(wrong).success).toBe(false);
  });
});

/** Names of exported sections by file, and the files of `src/probes` that a file is made of. */
const sectionsIn = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^export const (\w+Words) = z\.object/gmu)].map((match) => match[1] ?? '');

function closure(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  for (const { to, local } of importsOf(parse(file)))
    if (local && to.startsWith('src/probes/')) closure(normalize(to), known);
  return known;
}

describe('a probe', () => {
  const files = filesUnder('src/probes').filter(
    (file) =>
      dirname(file) === 'src/probes' &&
      /defineProbe\(|countProbe\(/u.test(readFileSync(file, 'utf8')) &&
      !file.endsWith('contract.ts'),
  );
  it.each(files)('%s declares all words that its helpers read', async (file) => {
    const id = file.replace(/^.*\/|\.ts$/gu, '');
    const declared = new Set(probes.find((probe) => probe.id === id)?.words);
    for (const part of closure(file)) {
      const loaded: Record<string, unknown> = sectionsIn(part).length === 0 ? {} : await import(`../../${part}`);
      for (const name of sectionsIn(part))
        expect([name, [...declared].some((one) => one === loaded[name])]).toEqual([name, true]);
    }
  });
});

describe('folding', () => {
  const signs =
    '。、“”‘’《》「」『』【】〈〉·—，！？；：（）ＡＢＣａｂｃ１２３～＾｀…％￥〇㎡①éİß　 AbC-_.:/>»•\n\u200b\ufeff'.split(
      '',
    );

  /** What folding is, without any short cut. */
  function defined(text: string): string {
    const dense = text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\u200b\ufeff]+/gu, '');
    return dense.replace(/^[>»›·•◆■★|:,.、;/-]+|[>»›·•◆■★|:,.、;/-]+$/gu, '');
  }

  it('gives every character the form of NFKC in lower case', () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0xffff; code += 1) {
      const sign = String.fromCharCode(code);
      for (const text of [sign, `市${sign}长`, `a${sign}`, `${sign}b`])
        if (foldLabel(text) !== defined(text) || foldText(text) !== defined(text)) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it('folds any text as it is defined', () => {
    const text = fc.string({ unit: fc.constantFrom(...signs), maxLength: 60 });
    fc.assert(
      fc.property(text, (any) => foldLabel(any) === defined(any) && foldText(any) === defined(any)),
      { numRuns: 2000 },
    );
  });
});

describe('a list of words', () => {
  const few = fc.array(fc.string({ unit: fc.constantFrom('市', '长', '信', '.'), minLength: 1, maxLength: 4 }), {
    maxLength: 40,
  });
  const text = fc.string({ unit: fc.constantFrom('市', '长', '信', '箱', '.', '\n'), maxLength: 60 });

  it('finds the first word, and of those at one place the longest', () => {
    fc.assert(
      fc.property(few, text, (words, any) => {
        const set = new WordSet(words);
        let first: string | null = null;
        for (let at = 0; at < any.length && first === null; at += 1)
          first = set.list.find((word) => any.startsWith(word, at)) ?? null;
        expect(set.in(any)).toBe(first);
        expect(set.count(any) > 0).toBe(first !== null);
        expect(set.allIn(any)[0] ?? null).toBe(first);
      }),
      { numRuns: 1000 },
    );
  });
});

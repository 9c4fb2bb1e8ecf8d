import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HtmlReader } from '../../src/reading/html-reader.ts';
import { type Box, boxesOf, longestText, textOf } from '../../src/reading/records/box.ts';
import { knowledge } from '../probes/knowledge.ts';

const words = knowledge();
const blank = ' '.repeat(longestText + 1);
const text = fc.constantFrom('a', '1', ' ', '\n', '\u00a0', '\u200b', '\u3000', '公', '　公 ', blank, `${blank}a`);
const long = fc.constantFrom('x'.repeat(longestText), `${'x'.repeat(longestText - 1)} y`, 'x y '.repeat(longestText));
const html = fc.letrec<{ readonly node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    { weight: 4, arbitrary: text },
    { weight: 1, arbitrary: long },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom('div', 'p', 'b', 'span', 'li'), fc.array(tie('node'), { maxLength: 4 }))
        .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag}>`),
    },
    { weight: 1, arbitrary: fc.constant('<br>') },
  ),
})).node;

function all(box: Box): Box[] {
  return [box, ...box.kids.flatMap((kid) => (typeof kid === 'string' ? [] : all(kid)))];
}

describe('a box', () => {
  it('is spoken where it has text, and one child reads as several do', () => {
    fc.assert(
      fc.property(html, (source) => {
        for (const box of all(boxesOf(source, words, 'unknown'))) {
          expect(box.spoken).toBe(box.text !== '');
          expect(box.text.length).toBeLessThanOrEqual(longestText);
          for (const kid of box.kids) expect(textOf([kid])).toBe(textOf([kid, '']));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('elements with the names of members of every object', () => {
  it.each(['constructor', 'tostring', 'valueof', '__proto__'])('are elements like others: %s', (tag) => {
    const source = `<${tag} ${tag}="1">a<a href="/b/" constructor>b</a></${tag}>`;
    const { headings, links } = new HtmlReader('http://a.example/', words, 'html', 'unknown').read(source);
    expect(headings).toEqual([]);
    expect(links).toMatchObject([{ url: 'http://a.example/b/', label: 'b', region: 'unknown' }]);
    expect(boxesOf(source, words, 'unknown').region).toBe('unknown');
  });
});

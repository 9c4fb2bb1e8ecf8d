import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MarkupParser } from '../../src/reading/markup-parser.ts';
import { threadTime } from '../thread-time.ts';

/** For each word of the text, the ids of the elements in which it stands, as the parser tells them. */
function placed(html: string): { places: Record<string, string>; whole: boolean } {
  const places: Record<string, string> = {};
  const stack: string[] = [];
  const parser = new MarkupParser({
    open: (_tag, attributes) => stack.push(attributes.id ?? ''),
    close: () => stack.pop(),
    detach: (index) => {
      stack[index] = '';
    },
    text: (text) => {
      for (const word of text.match(/w\d+/gu) ?? []) places[word] = stack.filter((id) => id !== '').join(' ');
    },
  });
  parser.parse(html);
  return { places, whole: parser.whole };
}

/** The same from the tree that parse5 builds by the whole of the standard. */
function expected(html: string): Record<string, string> {
  const $ = load(html);
  const places: Record<string, string> = {};
  const visit = (nodes: ReturnType<typeof $>, ids: readonly string[]): void => {
    nodes.contents().each((_, node) => {
      if (node.type === 'text') for (const word of node.data.match(/w\d+/gu) ?? []) places[word] = ids.join(' ');
      else if ('attribs' in node) visit($(node), node.attribs.id ? [...ids, node.attribs.id] : ids);
    });
  };
  visit($.root() as unknown as ReturnType<typeof $>, []);
  return places;
}

const blockTags = 'div p ul li dl dd dt section footer nav h2 h3 button address center'.split(' ');
// A form that ended goes on around what was opened in it, but no longer as a form.
const inlineTags = 'a b font span em i strong form'.split(' ');

/** Tag soup: start tags, end tags that may fit nothing, words. Blocks have ids, inline elements have none. */
function soup(tags: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.constantFrom(...tags).map((tag) => ({ open: tag })),
    fc.constantFrom(...tags).map((tag) => ({ close: tag })),
    fc.constant({ word: true }),
  );
  return fc.array(piece, { maxLength: 40 }).map((pieces) =>
    pieces
      .map((item, index) => {
        if ('open' in item)
          return inlineTags.includes(item.open) ? `<${item.open}>` : `<${item.open} id=${item.open}${index}>`;
        return 'close' in item ? `</${item.close}>` : ` w${index} `;
      })
      .join(''),
  );
}

describe('MarkupParser', () => {
  it('puts every word where the standard puts it, in soups of blocks', () => {
    fc.assert(
      fc.property(soup(blockTags), (html) => {
        expect(placed(html).places).toEqual(expected(html));
      }),
      { numRuns: 2000 },
    );
  });
  it('puts every word into the same blocks, with inline elements between them', () => {
    fc.assert(
      fc.property(soup([...blockTags, ...inlineTags]), (html) => {
        expect(placed(html).places).toEqual(expected(html));
      }),
      { numRuns: 2000 },
    );
  });
  it('leaves drawings where the standard leaves them', () => {
    fc.assert(
      fc.property(
        soup(['svg', 'path', 'g', 'div', 'p', 'text', 'footer', 'span', 'title', 'foreignObject', 'math', 'mi', 'li']),
        (html) => {
          const body = `<body>${html}</body>`;
          expect(placed(body).places).toEqual(expected(body));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a document with its end', '<html><body><p>x</p></body></html>', true],
    ['one whose end tag is left out but for the body', '<html><body><p>x</p></body>', true],
    ['a fragment, which has no end', '<div><p>x', true],
    ['a document that stops in the middle', '<html><body><div><p>x', false],
    ['a comment that never ends', '<html><body><!-- x </body></html>', false],
    ['a comment that never ends after the document did', '<html><body>x</body></html><!-- x', true],
    ['a quote that never ends', '<html><body><a href="x>y</a></body></html>', false],
    ['a title that never ends', '<html><head><title>x</head><body>y</body></html>', false],
    ['a textarea that never ends', '<html><body><textarea>x</body></html>', false],
    ['a script that never ends', '<html><body><script>x</body></html>', false],
    ['a noscript that never ends', '<html><body><noscript><p>x</p></body></html>', false],
    ['a template that never ends', '<html><body><template><p>x</p></body></html>', false],
    ['a select that never ends', '<html><body><select><option>x</body></html>', false],
    ['plain text for ever', '<html><body><plaintext>x</body></html>', false],
    ['a document within another that stops', '<html><body><html><body></body></html><div>x', true],
    ['a second document that stops', '<html><body>x</body></html><html><body><div>y', false],
  ])('%s', (_, html, whole) => {
    expect(placed(html).whole).toBe(whole);
  });
  it('is total and closes whatever it opened', () => {
    const marks = [
      '<',
      '>',
      '"',
      "'",
      '=',
      '&',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<a href=',
      '</',
      '<svg>',
      '<title>',
      '&amp',
      '\0',
      'x',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...marks), { maxLength: 60 }), (parts) => {
        let depth = 0;
        const parser = new MarkupParser({
          open: () => {
            depth += 1;
          },
          close: () => {
            depth -= 1;
          },
          detach: () => undefined,
          text: () => undefined,
        });
        parser.parse(parts.join(''));
        expect(depth).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });
  it.each(['<div>', '<p><b>', '<a><div>', '<svg><g>', '<table><tr><td>', '<ul><li>', '<button><form>', '</p><b>'])(
    'takes time in proportion to the length of a document nested as deep as it is long: %s',
    (piece) => {
      const began = threadTime();
      placed(piece.repeat(20_000));
      expect(threadTime() - began).toBeLessThan(5000);
    },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HtmlReader } from '../../src/reading/html-reader.ts';
import { type Box, boxesOf } from '../../src/reading/records/box.ts';
import { PlainTree } from '../../src/reading/records/plain-tree.ts';
import { knowledge } from '../probes/knowledge.ts';

const words = knowledge();

function plain(html: string): Box | null {
  const tree = new PlainTree(words, 'unknown');
  new HtmlReader('http://a.example/', words, 'html', 'unknown', 'utf-8', tree).read(html);
  return tree.finish();
}

const page = (body: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>t</title></head><body class="x">${body}</body></html>`;

const wellFormed: readonly (readonly [string, string])[] = [
  ['blocks and inline elements', '<div id="a"><p>one<b>two</b>&amp;three<br>four</p><ul><li>a<li>b</ul></div>'],
  ['paragraphs that end by themselves', '<p>a<p>b<div>c</div>d'],
  ['definitions', '<dl><dt>a<dd>b<dt>c<dd>d</dl>'],
  ['tables with all parts left out', '<table><tr><th>a<td>b<tr><td>c</table>after'],
  [
    'tables with columns and a caption',
    '<table><caption>n</caption><col><col><thead><tr><td>a</td></tr></thead></table>',
  ],
  ['tables in cells', '<table><tr><td>a<table><tr><td>b</table>c<td><b>d</td><td>e</table>'],
  ['end tags of nothing', 'a</div></span></td></table></li></p>b'],
  ['comments between texts', 'a<!-- x -->b<!-- y --><i>c</i><!-- z -->'],
  ['scripts, styles and noscript', 'a<script>"<div>"</script>b<style>p{}</style><noscript><img></noscript>c'],
  ['drawings and selects', '<svg><g><path/></g></svg>a<select><option>b<option>c</select>d'],
  ['a form, and one inside', '<div><form><input><form>a</form>b</div>'],
  [
    'hidden elements',
    '<div style="display:none"><p>a</p></div><p hidden>b</p><pre>\n\nc</pre><pre><!-- x -->\nd</pre>',
  ],
  ['content after the end', 'a</body></html>  <!-- x --> <p>b'],
];

const needingMore: readonly (readonly [string, string])[] = [
  ['an end tag between columns', '<table><col></div><col>'],
  ['a line break in a table', '<table></br>'],
  ['text in a table', '<table>a<tr><td>b</table>'],
  ['a formatting element that its block closes', '<p><b>a</p><p>b'],
  ['links in links', '<a href="#">a<a href="#">b</a>'],
  ['a block in a formatting element that ends first', '<b><div>a</b>b</div>'],
  ['a table in a paragraph', '<p>a<table><tr><td>b</table>'],
  ['an unclosed script', '<script>a'],
  ['a form that ends before the block in it', '<form><div>a</form></div>b'],
  ['a second body', '<body id="b">a'],
];

const names =
  'div p ul li a b span table tr td th tbody caption col h2 form button br img dl dt dd select option svg g section font script noscript pre hr input object';
const token = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...names.split(' ')).map((name) => `<${name}>`) },
  { weight: 5, arbitrary: fc.constantFrom(...names.split(' ')).map((name) => `</${name}>`) },
  { weight: 3, arbitrary: fc.constantFrom('a', ' ', '\n', 'b c', '&lt;', '<!-- x -->', '<br/>', '<div hidden>') },
);

describe('the tree of a plain document', () => {
  it.each(wellFormed)('is that of a browser: %s', (_, body) => {
    const found = plain(page(body));
    expect(found).not.toBeNull();
    expect(found).toEqual(boxesOf(page(body), words, 'unknown'));
  });

  it.each(needingMore)('is left to a whole parser: %s', (_, body) => {
    expect(plain(page(body))).toBeNull();
  });

  it('needs no tag of the head, and is none of an empty document or a fragment', () => {
    const html = '<html><title>a</title><body>b</body></html>';
    expect(plain(html)).toEqual(boxesOf(html, words, 'unknown'));
    expect(plain('')).toBeNull();
    expect(plain('<p>a')).toBeNull();
  });

  it('is never another one than that of a whole parser', () => {
    let plainOnes = 0;
    fc.assert(
      fc.property(fc.array(token, { maxLength: 14 }), (tokens) => {
        const html = page(tokens.join(''));
        const found = plain(html);
        if (found === null) return;
        plainOnes += 1;
        expect(found).toEqual(boxesOf(html, words, 'unknown'));
      }),
      { numRuns: 3000 },
    );
    expect(plainOnes).toBeGreaterThan(100);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incompleteMeta } from '../../src/reading/page.ts';
import { pageOf } from './kinds/read.ts';

const whole = '<!DOCTYPE html><html><head><title>安和</title></head><body><p>文</p></body></html>';

describe('a document that was cut', () => {
  it.each([
    ['end', '<html><head><title>安和</title></head><body><div>文</div>'],
    ['tag', '<html><body><p>文</p><a href="/x'],
    ['comment', '<html><body><p>文</p><!-- 页脚 <a href="/x">甲</a></body></html>'],
    ['script', '<html><body><script>var a = 1;<p>文</p></body></html>'],
    ['textarea', '<html><body><textarea><p>文</p></body></html>'],
    ['title', '<html><head><title>安和<body><p>文</p></body></html>'],
    ['style', '<html><head><style>a{}<body><p>文</p></body></html>'],
  ])('%s', (_, html) => {
    expect(pageOf(html).meta[incompleteMeta]).toBe('yes');
  });

  it.each([
    whole,
    whole.toUpperCase(),
    '<p>a fragment',
    '',
    '<html><frameset><frame src="a"></frameset></html>',
    '<html><body><script>document.write("<script src=a><\\/script>")</script></body></html>',
    '<html><body><script>if (a<b) x("<textarea>")</script></body></html>',
    '<html><body><script><!--\nvar a;\n</script></body></html>',
    '<html><body><!-- <script> --><p>3 < 4</p></body></html>',
    '<html><body><svg><title>a</title></svg></body></html>',
  ])('whole: %s', (html) => {
    expect(pageOf(html).meta[incompleteMeta]).toBeUndefined();
  });

  it('is known wherever it was cut in front of the end tags', () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: whole.indexOf('</body>') }), (length) => {
        expect(pageOf(whole.slice(0, length)).meta[incompleteMeta]).toBe('yes');
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { textLines } from '../../src/reading/text-lines.ts';

describe('the text lines of a document', () => {
  it('are its blocks, with what fields and pictures show, and without scripts and styles', () => {
    const html = `<!doctype html><html><head><title> 首页 </title><style>p{}</style></head><body>
<script>var a = "<p>no</p>";</script><div>一<b>二</b> <a href="/x">三</a><p>四 &amp; 五</p></div>
<input type="text" placeholder="请输入"><input type="hidden" value="secret"><img alt="图" src="x"><noscript>六</noscript></body></html>`;
    expect(textLines(html)).toEqual({ title: '首页', lines: ['一二 三', '四 & 五', '[请输入]', '[图]'] });
  });

  it('survive a document without end tags and one that ends in a script', () => {
    expect(textLines('<head><title>a<body><p>b<p>c').lines).toEqual([]);
    expect(textLines('<head><title>a</title><body><p>b<p>c').lines).toEqual(['b', 'c']);
    expect(textLines('<p>b<script>if (1 < 2) {').lines).toEqual(['b']);
    expect(textLines('').lines).toEqual([]);
  });

  it('keep text that looks like markup as text', () => {
    expect(textLines('<p>&lt;script&gt;alert(1)&lt;/script&gt;').lines).toEqual(['<script>alert(1)</script>']);
  });
});

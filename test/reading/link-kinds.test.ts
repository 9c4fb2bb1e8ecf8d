import { describe, expect, it } from 'vitest';
import type { Capture } from '../../src/model/capture.ts';
import { incompleteMeta, type Page, unreadableMeta } from '../../src/reading/page.ts';
import { readPage } from '../../src/reading/read-page.ts';
import { capture } from '../probes/captures.ts';
import { knowledge } from '../probes/knowledge.ts';

const url = 'http://www.anhe.gov.cn/';
const read = (html: string, change: Partial<Capture> = {}): Page =>
  readPage(capture({ url, ...change }), html, knowledge());
const links = (html: string): string[] => read(html).links.map((link) => `${link.label} ${link.url.replace(url, '/')}`);

describe('addresses behind things to click', () => {
  it.each([
    [`<a href="javascript:;" onclick="location.href='/a.html'">甲</a>`, ['甲 /a.html']],
    [`<a href="#" onclick="window.open('privacy/index.html','_blank')">甲</a>`, ['甲 /privacy/index.html']],
    [`<a href="javascript:openUrl('/a.jsp?x=1')">甲</a>`, ['甲 /a.jsp?x=1']],
    ['<a href="javascript:location.href=%27/a.html%27">甲</a>', ['甲 /a.html']],
    [`<div onclick="goPage('甲', './b.html')">甲</div>`, ['甲 /b.html']],
    [`<div onclick="location='/a/' + id">甲</div>`, [`甲 javascript:location='/a/' + id`]],
    ['<div data-url="/a.html">甲</div>', ['甲 /a.html']],
    ['<li data-href="list.shtml">甲</li>', ['甲 /list.shtml']],
    ['<a lay-href="/a.html">甲</a>', ['甲 /a.html']],
    ['<div data-url="/a.jpg">甲</div>', []],
    ['<span role="tab" data-panel="/p/one">甲</span>', ['甲 /p/one']],
    ['<span data-source="./p?n=2" data-into="#box">甲</span>', ['甲 /p?n=2']],
    ['<span data-panel="/p/one">甲</span>', []],
    ['<span role="button" data-icon="/i.svg" data-pop="who">甲</span>', []],
    ['<span role="tab" data-panel="" data-into="#box">甲</span>', []],
    ['<a href="#/privacy">甲</a>', ['甲 /#/privacy']],
    ['<a href="#top">甲</a>', []],
    ['<svg><a xlink:href="/a.html"><text>甲</text></a></svg>', ['甲 /a.html']],
    ['<map><area href="/a.html" alt="甲"></map>', ['甲 /a.html']],
    ['<form><button formaction="/a.do">甲</button></form>', ['甲 /a.do']],
    ['<select onchange="location=this.value"><option value="/a.html">甲</option></select>', ['甲 /a.html']],
    ['<select onchange="window.open(value)"><option value="http://www.other.gov.cn/">乙市</option></select>', []],
    ['<select><option value="/a.html">甲</option></select>', []],
    ['<object data="/head.html" type="text/html">x</object><a href="/a">甲</a>', ['甲 /a']],
    ['<object classid="clsid:x"><a href="/a">甲</a></object>', ['甲 /a']],
    ['<base href="/x/"><base href="http://nowhere.other.gov.cn/"><a href="a">甲</a>', ['甲 /x/a']],
  ])('%s', (html, expected) => expect(links(html)).toEqual(expected));
  it('reads an object with a document as a frame', () => {
    expect(read('<object data="/head.html"></object>').frames).toEqual([`${url}head.html`]);
  });
});

describe('elements that nobody closed', () => {
  const page = (inner: string): Page => read(`<html><body>${inner}</body></html>`);
  it('a drawing ends where HTML begins', () => {
    const { links: found, text, meta } = page('<svg><path d="M0"><div><p><a href="/a">甲</a></p>乙</div>');
    expect(found.map(({ label }) => label)).toEqual(['甲']);
    expect(text).toBe('甲\n乙');
    expect(meta[incompleteMeta]).toBeUndefined();
  });
  it('what a drawing swallowed is no proof of presence nor of absence', () => {
    const { links: found, hiddenLinks, meta } = page('<div><svg><path d="M0"><a href="/a">甲</a></div><p>乙</p>');
    expect(found).toEqual([]);
    expect(hiddenLinks.map(({ label }) => label)).toEqual(['甲']);
    expect(meta[incompleteMeta]).toBe('yes');
  });
  it('a wrong end tag closes nothing else', () => {
    const { links: found } = page('<div class="footer"><a href="/a"><div>甲</a></div><a href="/b">乙</a></div>');
    expect(found.map(({ label, region }) => `${label} ${region}`)).toEqual(['甲 footer', '乙 footer']);
  });
  it('a cell is not left by the end of what is around its table', () => {
    const { links: found } = page(
      '<div class="footer"><table><tr><td></div><a href="/a">甲</a></td></tr></table></div>',
    );
    expect(found[0]?.region).toBe('footer');
  });
  it('the fallback of a frame, a film and a canvas is not read', () => {
    expect(page('<iframe>甲</iframe><video>乙</video><canvas>丙</canvas><p>丁</p>').text).toBe('丁');
  });
  it('a zero byte is dropped from text', () => {
    expect(read('<p>安\0和市</p>').text).toBe('安和市');
  });
  it('a document that stops is marked, a fragment is not', () => {
    expect(read('<html><body><div><p>甲').meta[incompleteMeta]).toBe('yes');
    expect(read('<div><p>甲').meta[incompleteMeta]).toBeUndefined();
  });
  it('text that cannot be read is marked', () => {
    expect(read('<p>安\ufffd\ufffd\ufffd\ufffd市</p>').meta[unreadableMeta]).toBe('yes');
    expect(read('<p>安\ufffd市</p>').meta[unreadableMeta]).toBeUndefined();
  });
  it('queries of links are in the encoding of the page, also when a browser handed it over', () => {
    const html = '<meta charset="gbk"><a href="/s?q=声明">甲</a>';
    const address = `${url}s?q=%C9%F9%C3%F7`;
    expect(read(html, { encoding: 'gb18030' }).links[0]?.url).toBe(address);
    expect(read(html, { encoding: 'utf-8', via: 'browser' }).links[0]?.url).toBe(address);
  });
});

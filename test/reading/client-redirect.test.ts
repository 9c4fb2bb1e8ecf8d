import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientRedirect, readRefresh } from '../../src/reading/client-redirect.ts';
import { scriptRedirect } from '../../src/reading/script-redirect.ts';
import { pageOf } from './kinds/read.ts';

const url = 'http://www.anhe.gov.cn/';
const goes = (html: string, via: 'http' | 'browser' = 'http'): string | null =>
  clientRedirect(pageOf(html, { url, via }));
const script = (source: string): string | null => scriptRedirect(source, url);

describe('refresh', () => {
  it.each([
    ['0;url=/a', 0, '/a'],
    ['0; URL=/a', 0, '/a'],
    ['0 url=/a', 0, '/a'],
    ['3,/a', 3, '/a'],
    [' 2 ; url = "/a b" x', 2, '/a b'],
    ["0;url='/a'", 0, '/a'],
    ['0;/a', 0, '/a'],
    ['.5;url=/a', 0, '/a'],
    ['1.5;url=/a', 1, '/a'],
    ["0;url='/a", 0, '/a'],
  ])('%s', (content, delay, address) => expect(readRefresh(content)).toEqual({ delay, address }));
  it.each(['', '5', 'url=/a', 'x;url=/a', '0;url=', '0;'])('none: %j', (content) =>
    expect(readRefresh(content)).toBeNull(),
  );

  it.each([
    ['<base href="/site/"><meta http-equiv="refresh" content="0;url=index.html">', `${url}site/index.html`],
    ['<META HTTP-EQUIV=Refresh CONTENT="0; URL=portal/index.html">', `${url}portal/index.html`],
    ['<meta http-equiv="refresh" content="30;url=/new/"><p>正在转到新网站</p>', `${url}new/`],
    ['<body onload="location.href=\'/home/\'"></body>', `${url}home/`],
  ])('%s', (html, address) => expect(goes(html)).toBe(address));
  it.each([
    '<meta http-equiv="refresh" content="300">',
    `<meta http-equiv="refresh" content="60;url=/new/"><p>${'很长的正文。'.repeat(60)}</p>`,
    '<meta http-equiv="refresh" content="0;url=javascript:x()">',
    '<noscript><meta http-equiv="refresh" content="0;url=/noscript"></noscript>',
    '<meta http-equiv="refresh" content="0;url=#top">',
    '',
  ])('stays: %s', (html) => expect(goes(html)).toBeNull());
  it('leaves scripts alone on a page that a browser rendered', () =>
    expect(goes('<script>location.href="/a"</script>', 'browser')).toBeNull());
});

describe('scripts', () => {
  it.each([
    ['location.href="/a"', '/a'],
    ["window.location = '/a';", '/a'],
    ['top.location.href = `/a`', '/a'],
    ['window.location.replace("/a")', '/a'],
    ['self.location.assign( "/a" )', '/a'],
    ["location['href'] = '/a'", '/a'],
    ['window.open("/a", "_self")', '/a'],
    ['window.navigate("/a")', '/a'],
    ['// location.href="/old"\nlocation.href="/a";', '/a'],
    ['/* location.href="/old" */ location.href="/a";', '/a'],
    ['<!--\nlocation.href="/a";\n//-->', '/a'],
    ['setTimeout("location.href=\'/a\'", 3000)', '/a'],
    ['setTimeout(function(){ window.location.href = "/a" }, 500)', '/a'],
    ['window.onload = () => { location.href = "/a"; }', '/a'],
    ['$(function(){location.replace("/a")});', '/a'],
    ['var home = "/a"; location.href = home + "/index.html"', '/a/index.html'],
    ['location.href = location.protocol + "//" + location.host + "/a"', 'http://www.anhe.gov.cn/a'],
    ['location.href = window.location.origin + "/a"', 'http://www.anhe.gov.cn/a'],
    ['if (/Android|iPhone/i.test(navigator.userAgent)) { location.href = "/m" } else { location.href = "/a" }', '/a'],
    ['if (navigator.userAgent.match(/(iPhone|Android)/i)) location.href="/m"; else location.href="/a";', '/a'],
    ['if (isMobile()) { location.href = "/m" }\nlocation.href = "/a"', '/a'],
    ['if (!isMobile) { location.href = "/a" } else { location.href = "/m" }', '/a'],
    ['if (IsPC()) { location.href = "/a" } else { location.href = "/m" }', '/a'],
    [
      'var u = navigator.userAgent; if (u.indexOf("Android") > -1 || u.indexOf("iPhone") > -1) { window.location.href = "/m"; } else { window.location.href = "/a"; }',
      '/a',
    ],
    ['if (!!window.ActiveXObject) { location.href="/ie" } else location.href="/a"', '/a'],
    ['if (top != self) { top.location.href = self.location.href } location.href = "/a"', '/a'],
    ['location.href = isMobile ? "/m" : "/a"', '/a'],
  ])('%s', (source, address) => expect(script(source)).toBe(address));

  it.each([
    '',
    '// location.href="/a"',
    'if (/Mobile/.test(navigator.userAgent)) location.href="/m"',
    'if (location.href == "/a") {}',
    'var x = location.href;',
    'window.open("/a")',
    'location.href = "/search?q=" + word',
    'location.reload()',
    'var s = "location.href=\'/a\'"',
    'if (top.location != self.location) top.location = self.location;',
  ])('none: %s', (source) => expect(script(source)).toBeNull());

  it('ends on any input', () => {
    const piece = fc.constantFrom(
      'location',
      '.',
      'href',
      '=',
      '"/a"',
      '(',
      ')',
      '{',
      '}',
      'if',
      'else',
      '+',
      '?',
      ':',
      ';',
      '/',
      "'",
      '`',
      '!',
      'x',
      '[',
      ']',
      ' ',
      '\n',
      'setTimeout',
      '//',
      'window.open(',
      'return ',
    );
    fc.assert(fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => void script(`location ${pieces.join('')}`)));
    expect(script(`location.href = ${'('.repeat(20000)}`)).toBeNull();
    expect(script(`location; ${'if (x) {'.repeat(5000)}`)).toBeNull();
    expect(script(`location.href = ${'a ? b : '.repeat(5000)}`)).toBeNull();
  });
});

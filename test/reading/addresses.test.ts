import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AddressBook, routeIn, sessionIn, withoutAnchor } from '../../src/reading/addresses.ts';
import { knowledge } from '../probes/knowledge.ts';

const resolve = (reference: string): string | null =>
  new AddressBook('http://www.a.gov.cn/x/', sessionIn(knowledge())).resolve(reference);

describe('addresses', () => {
  it.each([
    ['list.jsp;jsessionid=1A2B3C', 'http://www.a.gov.cn/x/list.jsp'],
    ['list.jsp;jsessionid=1A2B3C?page=2', 'http://www.a.gov.cn/x/list.jsp?page=2'],
    ['/a.php?PHPSESSID=abc&id=3', 'http://www.a.gov.cn/a.php?id=3'],
    ['/a.php?id=3&phpsessid=abc', 'http://www.a.gov.cn/a.php?id=3'],
    ['/a.php?id=3&SessionId=abc&page=2', 'http://www.a.gov.cn/a.php?id=3&page=2'],
    ['/a.php?phpsessid=abc', 'http://www.a.gov.cn/a.php'],
    // Other parameters, whose names only look alike, stay.
    ['/a.php?sid=3', 'http://www.a.gov.cn/a.php?sid=3'],
    ['/a.php?mysessionid=3', 'http://www.a.gov.cn/a.php?mysessionid=3'],
    ['/?', 'http://www.a.gov.cn/?'],
    // Markup in a string of a script.
    ['\\"https://www.b.gov.cn/\\"', 'https://www.b.gov.cn/'],
    ["\\'/c/\\'", 'http://www.a.gov.cn/c/'],
    ['\\"\\"', null],
  ])('%s', (reference, url) => expect(resolve(reference)).toBe(url));

  it('are what a URL parser makes of them', () => {
    const host = fc.stringMatching(/^(?:[a-z0-9-]{1,4}\.){1,3}[a-z0-9]{1,3}$/u);
    const path = fc.stringMatching(/^\/(?:[\w.~-]{0,3}\/){0,2}[\w.-]{0,4}$/u);
    fc.assert(
      fc.property(host, path, fc.constantFrom('http', 'https', 'HTTP'), (at, rest, scheme) => {
        const address = `${scheme}://${at}${rest}`;
        const parsed = URL.canParse(address) ? new URL(address).href : null;
        expect(resolve(address)).toBe(parsed);
        expect(new AddressBook('a/', null).resolve(address)).toBeNull();
      }),
      { numRuns: 2000 },
    );
    expect(resolve('http://xn--a.cn/')).toBe(URL.canParse('http://xn--a.cn/') ? 'http://xn--a.cn/' : null);
  });

  it('are the same under every session id', () => {
    const id = fc.stringMatching(/^[\w-]{1,40}$/u);
    fc.assert(
      fc.property(id, id, (one, other) => {
        expect(resolve(`/list.do;jsessionid=${one}?page=2`)).toBe(resolve(`/list.do;jsessionid=${other}?page=2`));
        expect(resolve(`/list.do?page=2&PHPSESSID=${one}`)).toBe('http://www.a.gov.cn/list.do?page=2');
      }),
    );
  });
});

describe('routes', () => {
  it.each([
    ['#/privacy', 'http://www.a.gov.cn/x/#/privacy'],
    ['/app/#/x?y=1', 'http://www.a.gov.cn/app/#/x?y=1'],
    ['index.html#!/map', 'http://www.a.gov.cn/x/index.html#!/map'],
    ['#!map', 'http://www.a.gov.cn/x/#!map'],
    ['/a#part', 'http://www.a.gov.cn/a'],
    ['/app/#/', 'http://www.a.gov.cn/app/'],
    ['/app/#', 'http://www.a.gov.cn/app/'],
    ['#part', null],
    ['#', null],
    ['#!', null],
    ['#/', null],
  ])('%s', (reference, url) => expect(resolve(reference)).toBe(url));
  it('tell documents apart, places in a page do not', () => {
    expect(withoutAnchor('http://a.cn/#/b')).toBe('http://a.cn/#/b');
    expect(withoutAnchor('http://a.cn/x#b')).toBe('http://a.cn/x');
    expect(routeIn('http://a.cn/x?y=#top')).toBeNull();
  });
});

describe('queries of pages in another encoding', () => {
  const inGbk = (reference: string): string | null =>
    new AddressBook('http://www.a.gov.cn/', null, 'gb18030').resolve(reference);
  it.each([
    ['/show.asp?t=隐私声明', 'http://www.a.gov.cn/show.asp?t=%D2%FE%CB%BD%C9%F9%C3%F7'],
    ['/首页/?t=声明&x=1', 'http://www.a.gov.cn/%E9%A6%96%E9%A1%B5/?t=%C9%F9%C3%F7&x=1'],
    ['/?t=%E9%9A%90', 'http://www.a.gov.cn/?t=%E9%9A%90'],
    ['/?t=😀', 'http://www.a.gov.cn/?t=%26%23128512%3B'],
    ['/a#/声明', 'http://www.a.gov.cn/a#/%E5%A3%B0%E6%98%8E'],
    ['/a.html', 'http://www.a.gov.cn/a.html'],
  ])('%s', (reference, url) => expect(inGbk(reference)).toBe(url));
  it('are UTF-8 on pages in UTF-8', () => {
    expect(resolve('/?t=声明')).toBe('http://www.a.gov.cn/?t=%E5%A3%B0%E6%98%8E');
  });
  it('give back whatever was written', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[一-龥]{1,20}$/u), (text) => {
        const [, query = ''] = (inGbk(`/?${text}`) ?? '').split('?');
        const bytes = Buffer.from(
          query.replace(/%([0-9A-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        );
        expect(new TextDecoder('gb18030').decode(bytes)).toBe(text);
      }),
    );
  });
});

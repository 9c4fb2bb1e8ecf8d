import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AddressBook, sessionIn } from '../../src/reading/addresses.ts';
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
  ])('%s', (reference, url) => expect(resolve(reference)).toBe(url));

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

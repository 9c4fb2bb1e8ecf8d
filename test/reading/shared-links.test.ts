import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Link } from '../../src/reading/page.ts';
import { shareLinks } from '../../src/reading/shared-links.ts';

const url = 'https://www.shared.gov.cn/a/';
const link = (label: string, change: Partial<Link> = {}): Link => {
  return { url, label, labelFrom: 'text', region: 'nav', via: 'html', hints: '', ...change };
};

test('equal links are one object, links that differ in anything are not', () => {
  const [first] = shareLinks([link('政务公开')]);
  const others = [link('政务服务'), link('政务公开', { region: 'main' }), link('政务公开', { hints: 'zwgk' })];
  expect(shareLinks([link('政务公开')])[0]).toBe(first);
  expect(shareLinks(others)).toEqual(others);
  for (const other of shareLinks(others)) expect(other).not.toBe(first);
});

test('a page that gives one address a thousand labels is not searched for each of them', () => {
  let compared = 0;
  const counted = (number: number): Link =>
    Object.defineProperty(link(''), 'label', {
      get: () => {
        compared += 1;
        return `第${number}条`;
      },
    });
  const links = Array.from({ length: 1000 }, (_, number) => counted(number));
  expect(shareLinks(links)).toHaveLength(1000);
  expect(compared).toBeLessThan(100_000);
});

const at = (address: string): Link => ({ ...link('政务公开'), url: address });
const sharedOne = (one: Link): Link | undefined => shareLinks([one])[0];

test('links are equal to those that were given, whatever these are', () => {
  const links = fc.array(fc.record({ url: fc.webUrl(), label: fc.string() }).map((parts) => link('', parts)));
  fc.assert(
    fc.property(links, (given) => {
      expect(shareLinks(given)).toEqual(given);
    }),
  );
});

test('a menu stays the same object as long as it is asked for, and a link that is not is forgotten', () => {
  const menu = sharedOne(at('https://www.shared.gov.cn/menu/'));
  const once = sharedOne(at('https://www.shared.gov.cn/once/'));
  for (let number = 0; number < 60_000; number += 1) {
    sharedOne(at(`https://www.shared.gov.cn/${number}/`));
    if (number % 1000 === 0) expect(sharedOne(at('https://www.shared.gov.cn/menu/'))).toBe(menu);
  }
  expect(sharedOne(at('https://www.shared.gov.cn/once/'))).not.toBe(once);
});

import { describe, expect, it } from 'vitest';
import { behindWord, standsAlone } from '../../src/config/latin-words.ts';

describe('a Latin word in a text', () => {
  it.each([
    ['App', 'app'],
    ['政务APP下载', 'app'],
    ['Download our app', 'app'],
    ['GovApp', 'app'],
    ['Apps', 'app'],
    ['ＡＰＰ', 'app'],
    ['Site map', 'sitemap'],
    ['site-map', 'sitemap'],
    ['FAQ', 'faq'],
    ['(a+b)', '(a+b)'],
  ])('%s has %s', (text, word) => expect(standsAlone(text, word)).toBe(true));

  it.each([
    ['Happy Users', 'app'],
    ['Mapping', 'app'],
    ['Applications', 'app'],
    ['Research', 'search'],
    ['', 'app'],
  ])('%s has no %s', (text, word) => expect(standsAlone(text, word)).toBe(false));

  it('parts no words of other scripts', () => expect(standsAlone('智能问答机器人', '问答')).toBe(true));
});

it.each([
  ['FAQ on the Licenses', 'faq', ' on the licenses'],
  ['Site map', 'sitemap', ''],
  ['Happy', 'app', null],
])('behind a word of %s', (text, word, behind) => expect(behindWord(text, word)).toBe(behind));

import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/reading/decode.ts';

const words = '安和市人民政府欢迎您，数据开放平台';
const page = (charset: string): string => `<html><head><meta charset="${charset}"></head><body>${words}</body></html>`;

describe('decodeText', () => {
  it.each([
    ['header before meta', iconv.encode(page('utf-8'), 'gb18030'), 'text/html; charset=GBK', 'gb18030'],
    ['meta gb2312 means GB18030', iconv.encode(page('gb2312'), 'gb18030'), 'text/html', 'gb18030'],
    ['no charset at all, GB bytes', iconv.encode(words, 'gb18030'), null, 'gb18030'],
    ['no charset at all, UTF-8 bytes', Buffer.from(words), null, 'utf-8'],
    ['unknown label is ignored', Buffer.from(page('utf-8')), 'text/html; charset=x-nobody', 'utf-8'],
    [
      'UTF-16 mark under a declared gb2312',
      iconv.encode(page('gb2312'), 'utf-16le', { addBOM: true }),
      'text/html; charset=gb2312',
      'utf-16le',
    ],
    ['UTF-16 without a mark', iconv.encode(page('gb2312'), 'utf-16le'), null, 'utf-16le'],
    ['UTF-8 mark', Buffer.from(`\ufeff${page('gbk')}`), 'text/html; charset=gbk', 'utf-8'],
    ['declared GBK, really UTF-8', Buffer.from(page('gbk')), null, 'utf-8'],
    ['declared UTF-8, really GBK', iconv.encode(page('utf-8'), 'gb18030'), 'text/html; charset=utf-8', 'gb18030'],
    ['Big5', iconv.encode(`<meta charset="big5">政府網站`, 'big5'), null, 'big5'],
  ])('%s', (_, bytes, type, encoding) => {
    const decoded = decodeText(bytes, type, 'html');
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text).toContain(encoding === 'big5' ? '政府網站' : words);
  });
  it('does not look for a meta element in a script', () => {
    const bytes = iconv.encode(`var a = '<meta charset="utf-8">${words}'`, 'gb18030');
    expect(decodeText(bytes, null, 'script')).toEqual({
      text: `var a = '<meta charset="utf-8">${words}'`,
      encoding: 'gb18030',
    });
  });
  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.option(fc.string({ maxLength: 40 })),
        fc.constantFrom('html', 'script', 'other'),
        (bytes, type, kind) => {
          expect(
            typeof decodeText(bytes, type === null ? null : `text/html; charset=${type}`, kind as 'html').text,
          ).toBe('string');
        },
      ),
    );
  });
  it('gives back whatever was encoded', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[一-龥]{4,60}$/u), fc.constantFrom('gb18030', 'utf-8'), (text, encoding) => {
        expect(decodeText(iconv.encode(text, encoding), `text/html; charset=${encoding}`, 'html').text).toBe(text);
      }),
    );
  });
});

import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/reading/decode.ts';
import { isUnreadable } from '../../src/reading/readable.ts';

/** As the pack of the country has it. */
const usual = ['gb18030'];
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
    const decoded = decodeText(bytes, type, 'html', usual);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text).toContain(encoding === 'big5' ? '政府網站' : words);
  });
  it('does not look for a meta element in a script', () => {
    const bytes = iconv.encode(`var a = '<meta charset="utf-8">${words}'`, 'gb18030');
    expect(decodeText(bytes, null, 'script', usual)).toEqual({
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
            typeof decodeText(bytes, type === null ? null : `text/html; charset=${type}`, kind as 'html', usual).text,
          ).toBe('string');
        },
      ),
    );
  });
  it('gives back whatever was encoded', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[一-龥]{4,60}$/u), fc.constantFrom('gb18030', 'utf-8'), (text, encoding) => {
        expect(decodeText(iconv.encode(text, encoding), `text/html; charset=${encoding}`, 'html', usual).text).toBe(
          text,
        );
      }),
    );
  });

  const long = `<p>${words.repeat(5)}</p>`;
  const utf8 = (text: string): Buffer => Buffer.from(text);
  const gb = (text: string): Buffer => iconv.encode(text, 'gb18030');
  it.each([
    ['UTF-8 with one damaged character', [utf8(long), Buffer.from([0xe5, 0xae]), utf8(long)], null, 'utf-8'],
    ['UTF-8 cut in its last character', [utf8(long), Buffer.from([0xe5])], null, 'utf-8'],
    ['declared UTF-8, one damaged character and nothing else', [Buffer.from([0x41, 0xe5, 0x42])], 'utf-8', 'utf-8'],
    ['UTF-8 with a footer in GBK', [utf8(page('utf-8') + long), gb(words)], 'utf-8', 'utf-8'],
    ['GBK with a footer in UTF-8, declared by nobody', [gb(long.repeat(3)), utf8(words)], null, 'gb18030'],
    ['header ISO-8859-1, really UTF-8', [utf8(page('utf-8'))], 'ISO-8859-1', 'utf-8'],
    ['header ISO-8859-1, really GBK', [gb(page('gb2312'))], 'iso-8859-1', 'gb18030'],
    ['header GBK, really UTF-8 with a damaged character', [utf8(long.repeat(2)), Buffer.from([0xff])], 'gbk', 'utf-8'],
    ['header UTF-8, really GBK', [gb(long)], 'utf-8', 'gb18030'],
    ['GBK with one damaged character', [gb(long), Buffer.from([0xff]), gb(long)], 'gb2312', 'gb18030'],
    [
      'French in the encoding of western Europe',
      [Buffer.from('<p>r\xe9sum\xe9 d\xe9j\xe0 \xe9t\xe9', 'latin1')],
      'iso-8859-1',
      'windows-1252',
    ],
    [
      'a late declaration, before the body',
      [utf8(`<head><script>${'x'.repeat(9000)}</script><meta charset="big5">`), iconv.encode('政府網站', 'big5')],
      null,
      'big5',
    ],
    [
      'a declaration in a comment says nothing',
      [gb(`<!-- <meta charset="big5"> --><meta charset=gbk>${words}`)],
      null,
      'gb18030',
    ],
    ['a declaration in the body says nothing', [gb(`<body><meta charset="big5">${words}`)], null, 'gb18030'],
    ['a declaration of UTF-16 that can be read', [utf8(`<meta charset="utf-16">${words}`)], null, 'utf-8'],
    ['UTF-16 big endian without a mark', [iconv.encode(page('utf-16'), 'utf-16be')], null, 'utf-16be'],
  ] as const)('%s', (_, parts, charset, encoding) => {
    const type = charset === null ? 'text/html' : `text/html; charset=${charset}`;
    expect(decodeText(Buffer.concat([...parts]), type, 'html', usual).encoding).toBe(encoding);
  });
  it('keeps UTF-8 whatever one byte of a long text is damaged', () => {
    const bytes = utf8(words.repeat(20));
    fc.assert(
      fc.property(
        fc.nat(bytes.length - 1),
        fc.nat(255),
        fc.constantFrom(null, 'gbk', 'iso-8859-1', 'utf-8'),
        (at, byte, charset) => {
          const damaged = Buffer.from(bytes);
          damaged[at] = byte;
          const type = charset === null ? null : `text/html; charset=${charset}`;
          expect(decodeText(damaged, type, 'html', usual).encoding).toBe('utf-8');
        },
      ),
    );
  });
  it('keeps GBK whatever one byte of a long text is damaged', () => {
    const bytes = gb(words.repeat(20));
    fc.assert(
      fc.property(
        fc.nat(bytes.length - 1),
        fc.nat(255),
        fc.constantFrom(null, 'gbk', 'iso-8859-1', 'utf-8'),
        (at, byte, charset) => {
          const damaged = Buffer.from(bytes);
          damaged[at] = byte;
          const type = charset === null ? null : `text/html; charset=${charset}`;
          expect(decodeText(damaged, type, 'html', usual).encoding).toBe('gb18030');
        },
      ),
    );
  });
  it('takes the usual encoding of the pack for what nobody declares', () => {
    expect(decodeText(iconv.encode('政府網站首頁', 'big5'), null, 'html', ['big5']).text).toBe('政府網站首頁');
    expect(decodeText(Buffer.from('déjà', 'latin1'), null, 'html').text).toBe('déjà');
  });
});

describe('isUnreadable', () => {
  it.each([
    ['text', words, false],
    ['titles that were cut in a character', `${words}\ufffd...\n${words}\ufffd...`, false],
    [
      'a footer in another encoding',
      decodeText(
        Buffer.concat([utf8Of(words.repeat(9)), iconv.encode(words, 'gb18030')]),
        'text/html; charset=utf-8',
        'html',
      ).text,
      true,
    ],
    ['UTF-8 read as the encoding of western Europe', new TextDecoder('windows-1252').decode(utf8Of(words)), true],
    [
      'GBK read as the encoding of western Europe',
      new TextDecoder('windows-1252').decode(iconv.encode(words, 'gb18030')),
      true,
    ],
    ['a row of decorations', '»»»»»»»» ··········', false],
    ['French', 'Où est le résumé déjà été créé à Noël ?', false],
    ['nothing', '', false],
  ])('%s', (_, text, unreadable) => {
    expect(isUnreadable(text)).toBe(unreadable);
  });
});

function utf8Of(text: string): Buffer {
  return Buffer.from(text);
}

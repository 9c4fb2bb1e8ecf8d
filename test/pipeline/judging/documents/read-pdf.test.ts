import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unfoldsTooFar } from '../../../../src/pipeline/judging/documents/expansion.ts';
import { readPdf } from '../../../../src/pipeline/judging/documents/read-pdf.ts';
import { makePdf } from '../../../../src/sandbox/documents/pdf.ts';
import { onePage } from './pdf-bytes.ts';

describe('readPdf', () => {
  it('takes out Chinese text over several pages, and the title', async () => {
    const chapters = Array.from({ length: 60 }, (_, at) => `第${at + 1}条 公共数据的管理，应当照此办理。`);
    const read = await readPdf(makePdf('安和市公共数据管理办法', ['第一章 总则', ...chapters]));
    expect(read).toMatchObject({ ok: true, title: '安和市公共数据管理办法', complete: true });
    const lines = read.ok ? read.text.split('\n') : [];
    expect(lines[0]).toBe('安和市公共数据管理办法');
    expect(lines[1]).toBe('第一章 总则');
    expect(lines.filter((line) => /^第\d+条/u.test(line))).toHaveLength(60);
  });
  it('writes out the signs of radicals as characters', async () => {
    const read = await readPdf(makePdf('⼤数据', ['⼀、安全']));
    expect(read).toMatchObject({ ok: true, text: '大数据\n一、安全' });
  });
  it('gives an empty text for pages without any', async () => {
    expect(await readPdf(onePage(Buffer.from('q 1 0 0 1 0 0 cm Q'), ''))).toEqual({
      ok: true,
      title: '',
      text: '',
      complete: true,
    });
  });
  it('says that it read a part of a long document only', async () => {
    const long = makePdf(
      '题',
      Array.from({ length: 38 * 210 }, (_, at) => `第${at}行`),
    );
    expect(await readPdf(long)).toMatchObject({ ok: true, complete: false });
  });
  it('refuses what is damaged', async () => {
    expect(await readPdf(Buffer.from('%PDF-1.7\nnothing'))).toEqual({ ok: false, reason: 'PDF that cannot be parsed' });
    expect(await readPdf(Buffer.alloc(0))).toMatchObject({ ok: false });
  });
  it('refuses bombs before they are unfolded, packed twice too', async () => {
    const bomb = deflateSync(Buffer.alloc(120 * 1024 * 1024, 0x20));
    const reason = 'PDF that unfolds to too many bytes';
    expect(await readPdf(onePage(bomb, ' /Filter /FlateDecode'))).toEqual({ ok: false, reason });
    const twice = onePage(deflateSync(bomb), ' /Filter [/FlateDecode /FlateDecode]');
    expect(twice.length).toBeLessThan(5000);
    expect(await readPdf(twice)).toEqual({ ok: false, reason });
  });
});

describe('unfoldsTooFar', () => {
  it('lets ordinary documents and plain words pass', () => {
    expect(unfoldsTooFar(makePdf('题', ['文']))).toBe(false);
    expect(unfoldsTooFar(Buffer.from('stream endstream stream\nstream\r\nx\x9c'))).toBe(false);
    expect(unfoldsTooFar(Buffer.from('stream\n'))).toBe(false);
  });
});

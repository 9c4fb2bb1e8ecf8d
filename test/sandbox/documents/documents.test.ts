import { inflateRawSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeDocx } from '../../../src/sandbox/documents/docx.ts';
import { makePdf } from '../../../src/sandbox/documents/pdf.ts';

const title = '成都市公共数据管理办法';
const paragraphs = ['第一条 为规范公共数据管理，制定本办法。', '第二章 数据安全保障', '条'.repeat(2500)];

/** Reads the shown strings of a PDF through its ToUnicode ranges, page stream by page stream. */
function pdfText(pdf: Buffer): string {
  const source = pdf.toString('latin1');
  const streams = [...source.matchAll(/\/Length (\d+) \/Filter \/FlateDecode >>\nstream\n/g)].map((match) => {
    const start = match.index + match[0].length;
    return inflateSync(pdf.subarray(start, start + Number(match[1]))).toString('latin1');
  });
  const ranges = streams
    .flatMap((text) => [...text.matchAll(/<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]{4})>/g)])
    .map((match) => [1, 2, 3].map((group) => Number.parseInt(match[group] ?? '', 16)));
  const character = (glyph: number): string => {
    const range = ranges.find(([low = 0, high = -1]) => glyph >= low && glyph <= high);
    if (range === undefined) throw new Error(`glyph ${glyph} has no character`);
    return String.fromCharCode((range[2] ?? 0) + glyph - (range[0] ?? 0));
  };
  return streams
    .flatMap((text) => [...text.matchAll(/<([0-9A-F]*)> Tj/g)])
    .map((match) => (match[1] ?? '').replace(/.{4}/g, (code) => character(Number.parseInt(code, 16))))
    .join('');
}

function zipEntry(zip: Buffer, name: string): string {
  let offset = 0;
  while (zip.readUInt32LE(offset) === 0x04034b50) {
    const packed = zip.readUInt32LE(offset + 18);
    const nameLength = zip.readUInt16LE(offset + 26);
    const start = offset + 30 + nameLength;
    if (zip.toString('utf8', offset + 30, start) === name) {
      return inflateRawSync(zip.subarray(start, start + packed)).toString('utf8');
    }
    offset = start + packed;
  }
  throw new Error(`no entry ${name}`);
}

describe('makePdf', () => {
  it('gives back its text through the ToUnicode map, over several pages', () => {
    const pdf = makePdf(title, paragraphs);
    expect(pdfText(pdf)).toBe(title + paragraphs.join(''));
    expect(pdf.toString('latin1')).toContain('/Count 2');
  });

  it('points its cross references at the objects', () => {
    const source = makePdf(title, paragraphs).toString('latin1');
    const offsets = [...source.matchAll(/(\d{10}) 00000 n/g)].map((match) => Number(match[1]));
    expect(offsets.length).toBeGreaterThan(8);
    offsets.forEach((offset, index) => {
      expect(source.slice(offset, offset + 12)).toContain(`${index + 1} 0 obj`);
    });
  });

  it('is the same twice and stands an empty document', () => {
    expect(makePdf(title, paragraphs).equals(makePdf(title, paragraphs))).toBe(true);
    expect(pdfText(makePdf('', []))).toBe('');
  });
});

describe('makeDocx', () => {
  it('holds title and paragraphs in runs, escaped', () => {
    const xml = zipEntry(makeDocx(title, [...paragraphs, 'A<B & C']), 'word/document.xml');
    const text = [...xml.matchAll(/<w:p>(.*?)<\/w:p>/g)].map((match) => (match[1] ?? '').replace(/<[^>]+>/g, ''));
    expect(text).toEqual([title, ...paragraphs, 'A&lt;B &amp; C']);
  });

  it('is the same twice', () => {
    expect(makeDocx(title, paragraphs).equals(makeDocx(title, paragraphs))).toBe(true);
  });
});

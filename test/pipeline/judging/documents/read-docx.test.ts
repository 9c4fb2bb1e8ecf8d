import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../../src/pipeline/judging/documents/read-docx.ts';
import { makeDocx } from '../../../../src/sandbox/documents/docx.ts';
import { makeZip } from '../../../../src/sandbox/documents/zip.ts';

const wrap = (body: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
const archive = (xml: string, core?: string): Buffer =>
  makeZip([
    { name: 'word/document.xml', content: xml },
    ...(core === undefined ? [] : [{ name: 'docProps/core.xml', content: core }]),
  ]);
const textOf = (body: string): string => {
  const read = readDocx(archive(wrap(body)));
  if (!read.ok) throw new Error(read.reason);
  return read.text;
};

describe('readDocx', () => {
  it('joins runs and keeps paragraphs apart', () => {
    const read = readDocx(makeDocx('安和市公共数据管理办法', ['第一章 总则', '第一条 为了规范 <数据> & 管理']));
    expect(read).toEqual({
      ok: true,
      title: '',
      text: '安和市公共数据管理办法\n第一章 总则\n第一条 为了规范 <数据> & 管理',
      complete: true,
    });
  });
  it('reads tables row by row, tabs and breaks as white space', () => {
    const cell = (text: string): string => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    expect(
      textOf(`<w:tbl><w:tr>${cell('甲')}${cell('乙')}</w:tr><w:tr>${cell('丙')}${cell('丁')}</w:tr></w:tbl>`),
    ).toBe('甲 乙\n丙 丁');
    expect(textOf('<w:p><w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/><w:t>三</w:t></w:r></w:p>')).toBe('一 二\n三');
  });
  it('leaves out deleted text, field codes and older forms of the same text', () => {
    const body =
      '<w:p><w:r><w:instrText>HYPERLINK</w:instrText><w:t>留</w:t></w:r><w:del><w:r><w:t>删</w:t></w:r></w:del>' +
      '<mc:AlternateContent><mc:Choice><w:r><w:t>新</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>旧</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>';
    expect(textOf(body)).toBe('留新');
  });
  it('reads the title of the properties', () => {
    const core = '<cp:coreProperties><dc:title>办法</dc:title><dc:creator>某</dc:creator></cp:coreProperties>';
    expect(readDocx(archive(wrap(''), core))).toMatchObject({ ok: true, title: '办法', text: '' });
  });
  it('refuses what is no Word document', () => {
    expect(readDocx(makeZip([{ name: 'xl/workbook.xml', content: '<a/>' }]))).toMatchObject({ ok: false });
    expect(readDocx(Buffer.from('PK\x03\x04 no archive'))).toMatchObject({ ok: false });
    expect(readDocx(Buffer.alloc(0))).toMatchObject({ ok: false });
  });
  it('refuses bombs, those too that announce less than they hold', () => {
    const bomb = archive(wrap(`<w:p><w:r><w:t>${'一'.repeat(10_000_000)}</w:t></w:r></w:p>`));
    expect(bomb.length).toBeLessThan(200_000);
    expect(readDocx(bomb)).toEqual({ ok: false, reason: 'Word document that unfolds to too many bytes' });
    const lying = Buffer.from(bomb);
    const entry = lying.lastIndexOf('PK\x01\x02', undefined, 'latin1');
    lying.writeUInt32LE(4096, entry + 24);
    expect(readDocx(lying)).toMatchObject({ ok: false });
  });
  it('survives any bytes and any markup', () => {
    const start = Buffer.from(makeDocx('题', ['文']));
    fc.assert(
      fc.property(fc.nat(start.length - 1), fc.nat(255), (at, byte) => {
        const damaged = Buffer.from(start);
        damaged[at] = byte;
        expect(typeof readDocx(damaged).ok).toBe('boolean');
      }),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<w:p>', '</w:p>', '<w:t>', '</w:t>', '<w:del>', '</w:tc>', '文', '&#0;', '<', '&')),
        (parts) => {
          expect(readDocx(archive(wrap(parts.join(''))))).toMatchObject({ ok: true });
        },
      ),
    );
  });
});

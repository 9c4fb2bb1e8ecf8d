import { describe, expect, it } from 'vitest';
import { documentKind } from '../../../../src/pipeline/judging/documents/kind.ts';
import { readDocument } from '../../../../src/pipeline/judging/documents/read-document.ts';
import { makeDocx } from '../../../../src/sandbox/documents/docx.ts';
import { makePdf } from '../../../../src/sandbox/documents/pdf.ts';

const pdf = makePdf('办法', ['第一章 总则']);
const docx = makeDocx('办法', ['第一章 总则']);
const url = 'http://www.anhe.gov.cn/attachment/1';

describe('documentKind', () => {
  const of = (type: string | null, name: string, body: Buffer, disposition?: string) =>
    documentKind(
      {
        ...(type === null ? {} : { 'content-type': type }),
        ...(disposition ? { 'content-disposition': disposition } : {}),
      },
      [`${url}${name}`],
      body,
    );
  it('knows PDF by its first bytes, whatever the server calls it', () => {
    expect(of('application/pdf', '.pdf', pdf)).toBe('pdf');
    expect(of('application/octet-stream', '', pdf)).toBe('pdf');
    expect(of('text/html', '.html', Buffer.concat([Buffer.from('\r\n'), pdf]))).toBe('pdf');
    expect(of('application/pdf', '.pdf', Buffer.from('<html>not found</html>'))).toBeNull();
    expect(of('text/html', '.html', Buffer.from('<p>the mark %PDF-1.4 in a text</p>'))).toBeNull();
  });
  it('knows Word files among archives by type or name', () => {
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    expect(of(type, '', docx)).toBe('docx');
    expect(of('application/octet-stream', '.docx?v=1', docx)).toBe('docx');
    expect(of(null, '', docx, 'attachment; filename="a.docx"')).toBe('docx');
    expect(of('application/zip', '.zip', docx)).toBeNull();
    expect(of('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '.docx', docx)).toBeNull();
    expect(of(type, '.docx', Buffer.from('\xd0\xcf\x11\xe0 old format', 'latin1'))).toBeNull();
    expect(of(type, '.docx', Buffer.alloc(3))).toBeNull();
  });
});

describe('readDocument', () => {
  it('reads several documents asked for at once, bad ones among them', async () => {
    const [one, other, bad] = await Promise.all([
      readDocument('pdf', pdf),
      readDocument('docx', docx),
      readDocument('docx', Buffer.from('PK\x03\x04')),
    ]);
    expect(one).toMatchObject({ ok: true, text: '办法\n第一章 总则' });
    expect(other).toMatchObject({ ok: true, text: '办法\n第一章 总则' });
    expect(bad).toMatchObject({ ok: false });
    expect(await readDocument('pdf', pdf)).toEqual(one);
  });
  it('leaves the bytes as they are, for they are evidence', async () => {
    const before = Buffer.from(pdf);
    await readDocument('pdf', pdf);
    expect(pdf.equals(before)).toBe(true);
  });
  it('does not begin with too large ones', async () => {
    expect(await readDocument('pdf', Buffer.alloc(17 * 1024 * 1024))).toMatchObject({ ok: false });
  });
});

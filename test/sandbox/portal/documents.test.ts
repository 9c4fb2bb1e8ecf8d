import { inflateRawSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { dataPolicyEntry } from '../../../src/sandbox/portal/columns/titles.ts';
import { dataPolicyBytes, dataPolicyFile, dataPolicyLines } from '../../../src/sandbox/portal/documents/data-policy.ts';
import { portalOf } from '../../../src/sandbox/portal/portal.ts';
import { townOf } from '../towns.ts';
import { ask, read } from './ask-portal.ts';

/** Text of a PDF: content streams found through the cross-reference table, codes read through the ToUnicode map. */
function pdfText(bytes: Buffer): string {
  const source = bytes.toString('latin1');
  const start = Number(/startxref\n(\d+)/.exec(source)?.[1]);
  const offsets = [...source.slice(start).matchAll(/(\d{10}) 00000 n/g)].map((match) => Number(match[1]));
  const streams: string[] = [];
  offsets.forEach((offset, index) => {
    expect(source.slice(offset, offset + 12)).toMatch(new RegExp(`^${index + 1} 0 obj`));
    const head = /\/Length (\d+) \/Filter \/FlateDecode >>\nstream\n/.exec(source.slice(offset, offset + 120));
    if (head === null) return;
    const from = offset + (head.index ?? 0) + head[0].length;
    streams.push(inflateSync(bytes.subarray(from, from + Number(head[1]))).toString('latin1'));
  });
  const [map = '', ...pages] = streams;
  expect(map).toContain('beginbfrange');
  return pages
    .flatMap((page) =>
      [...page.matchAll(/<([0-9A-F]*)> Tj/g)].map(
        (match) =>
          (match[1] ?? '')
            .match(/.{4}/g)
            ?.map((code) =>
              map.includes(`<${code.slice(0, 2)}00> <${code.slice(0, 2)}FF>`)
                ? String.fromCharCode(Number.parseInt(code, 16))
                : '?',
            )
            .join('') ?? '',
      ),
    )
    .join('');
}

/** Text of the document part of a DOCX, found through the ZIP's central directory. */
function docxText(bytes: Buffer): string {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = bytes.readUInt32LE(end + 16);
  for (let file = 0; file < bytes.readUInt16LE(end + 10); file++) {
    const size = bytes.readUInt32LE(at + 20);
    const length = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    if (bytes.toString('utf8', at + 46, at + 46 + length) === 'word/document.xml') {
      const data = local + 30 + bytes.readUInt16LE(local + 26);
      return inflateRawSync(bytes.subarray(data, data + size))
        .toString('utf8')
        .replace(/<\/w:p>/g, '\n')
        .replace(/<[^>]+>/g, '');
    }
    at += 46 + length;
  }
  throw new Error('no document part');
}

describe('documents', () => {
  it('hold a chapter on data security only where the truth says so, in the form it says', () => {
    for (const format of ['html', 'pdf', 'docx'] as const) {
      const town = townOf({ truth: { dataSecurity: { where: 'portal', format } } });
      const portal = portalOf(town);
      const article = read(town, portal.articlePath('policy', dataPolicyEntry(portal)));
      const file = dataPolicyFile(portal);
      expect(file?.split('.').pop() ?? 'html').toBe(format);
      const chapter = /第[一二三四五六七八]章　?(?:数据安全|安全保障|安全管理)/;
      if (file === null) {
        expect(article.replace(/<[^>]+>/g, '')).toMatch(chapter);
        continue;
      }
      expect(article).toContain(file);
      expect(article).not.toMatch(chapter);
      const reply = ask(town, file);
      if (!Buffer.isBuffer(reply?.body)) throw new Error('no attachment');
      expect(format === 'pdf' ? pdfText(reply.body) : docxText(reply.body)).toMatch(chapter);
    }
    for (let seed = 0; seed < 10; seed++)
      for (const dataSecurity of [null, { where: 'platform', format: 'html' } as const]) {
        const portal = portalOf(townOf({ truth: { dataSecurity }, style: { seed } }));
        expect(dataPolicyLines(portal).join('\n')).not.toMatch(/安全/);
        expect(dataPolicyBytes(portal) === null).toBe(dataPolicyFile(portal) === null);
      }
  });

  it('stand on the first page of the policy documents', () => {
    const town = townOf();
    const portal = portalOf(town);
    expect(read(town, portal.columnPath('policy'))).toContain('数据');
    expect(read(town, portal.columnPath('policy'))).toContain(portal.articlePath('policy', dataPolicyEntry(portal)));
  });
});

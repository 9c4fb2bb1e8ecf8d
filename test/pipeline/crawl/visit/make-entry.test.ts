import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Target, target } from '../../../../src/pipeline/crawl/frontier/target.ts';
import { makeEntry } from '../../../../src/pipeline/crawl/visit/make-entry.ts';
import { readCapture } from '../../../../src/pipeline/judging/read-capture.ts';
import { makeDocx } from '../../../../src/sandbox/documents/docx.ts';
import { makePdf } from '../../../../src/sandbox/documents/pdf.ts';
import { EvidenceFiles } from '../../../../src/store/evidence-files.ts';
import { knowledge } from '../../../probes/knowledge.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'govprobe-entry-'));
afterAll(() => rmSync(folder, { recursive: true }));
const context = { government: '410900', knowledge: knowledge(), evidence: new EvidenceFiles(folder) };
const url = 'http://www.anhe.gov.cn/attachment/1';

function bring(body: Buffer, type: string, change: Partial<Target> = {}, status = 200) {
  const item = target({ url, site: 'portal', ...change });
  const headers = { 'content-type': type };
  return makeEntry(item, { ok: true, finalUrl: item.url, redirects: [], status, headers, body, tls: null }, 0, context);
}

describe('makeEntry', () => {
  it('reads PDF and Word attachments as pages of text', async () => {
    const pdf = makePdf('办法', ['第一章 总则']);
    const entry = await bring(pdf, 'application/pdf');
    expect(entry).toMatchObject({
      capture: { failure: null, detail: null, encoding: null, bytes: pdf.length },
      page: { kind: 'pdf', title: '办法', text: '办法\n第一章 总则', links: [], shell: false, article: false },
    });
    const docx = await bring(makeDocx('办法', []), 'application/octet-stream', { url: `${url}.docx` });
    expect(docx).toMatchObject({ capture: { failure: null }, page: { kind: 'docx', text: '办法' } });
  });
  it('sees the same in the stored bytes later', async () => {
    const pdf = makePdf('办法', ['第一章 总则']);
    const { capture, page } = await bring(pdf, 'application/pdf');
    expect(await readCapture(capture, pdf, context.knowledge)).toEqual(page);
  });
  it('reads HTML at once, without a promise', async () => {
    const html = Buffer.from('<html><title>安和</title><p>欢迎</p></html>');
    const { capture, page } = await bring(html, 'text/html; charset=utf-8');
    expect(page).toMatchObject({ kind: 'html', title: '安和' });
    expect(readCapture(capture, html, context.knowledge)).not.toBeInstanceOf(Promise);
  });
  it('keeps the bytes of a document that cannot be read, and says why', async () => {
    const { capture, page } = await bring(Buffer.from('%PDF-1.7 damaged'), 'application/pdf');
    expect(page).toBeNull();
    expect(capture).toMatchObject({ failure: 'not-html', detail: 'PDF that cannot be parsed' });
    expect((await context.evidence.get(capture.body ?? ''))?.toString()).toBe('%PDF-1.7 damaged');
  });
  it('still refuses other binary content, error pages, and documents in the place of scripts', async () => {
    const image = Buffer.from('\x89PNG\r\n\x1a\n\x00\x00\x00\x0d', 'latin1');
    expect((await bring(image, 'image/png')).capture.failure).toBe('not-html');
    expect((await bring(makePdf('办法', []), 'application/pdf', {}, 404)).capture.failure).toBe('http-4xx');
    expect((await bring(makePdf('办法', []), 'application/pdf', { role: 'script' })).capture.failure).toBe('not-html');
  });
});

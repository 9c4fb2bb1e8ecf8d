import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { messagesOf } from '../../src/report/messages.ts';
import { findingsTable, rankingTable, scoresTable } from '../../src/report/tables.ts';
import { renderReport } from '../../src/report/write.ts';
import { fullReport } from './country.ts';

/** A Python with openpyxl, pyarrow or fastparquet; the variable names one outside the path. */
const python = process.env.GOVPROBE_TEST_PYTHON ?? 'python3';
const script = join(import.meta.dirname, 'foreign', 'read.py');
const input = fullReport(40);
const files = await renderReport(input, { language: 'zh', formats: ['xlsx', 'parquet'] });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'govprobe-foreign-'));
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Why a reader cannot be used; null where it can. */
function lacking(reader: string): string | null {
  const module = reader === 'stdlib' ? 'zipfile' : reader;
  const { status } = spawnSync(python, ['-c', `import ${module}`]);
  return status === 0 ? null : `${python} with ${module} is missing`;
}

function read(reader: string, file: string): unknown {
  const { status, stdout, stderr } = spawnSync(python, [script, reader, join(folder, file)], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const workbookSchema = z.record(z.string(), z.array(z.array(cell)));
const tableSchema = z.object({ columns: z.array(z.string()), rows: z.array(z.array(cell)) });

const readers = (names: readonly string[]) => names.map((name) => ({ name, missing: lacking(name) }));

describe.each(readers(['stdlib', 'openpyxl']))('the workbook read by $name', ({ name, missing }) => {
  it.skipIf(missing !== null)(`has every sheet, its names, codes and cells ${missing ?? ''}`, () => {
    const { sheets } = messagesOf('zh');
    const workbook = workbookSchema.parse(read(name, 'report.xlsx'));
    expect(Object.keys(workbook).sort()).toEqual(Object.values(sheets).sort());
    const [names = [], codes = [], ...rows] = workbook[sheets.ranking] ?? [];
    expect(names.slice(0, 3)).toEqual(['名次', '行政区划代码', '名称']);
    const table = rankingTable(input);
    expect(codes.slice(0, table.head.length)).toEqual(table.head);
    expect(rows).toHaveLength(table.rows.length);
    for (const [index, row] of table.rows.entries()) {
      const shown = table.head.map((_, column) => rows[index]?.[column] ?? null);
      expect(shown).toEqual(row.map((value) => (value === '' ? null : value)));
    }
  });
});

describe.each(readers(['pyarrow', 'fastparquet']))('Parquet read by $name', ({ name, missing }) => {
  it.skipIf(missing !== null).each([
    ['findings.parquet', findingsTable],
    ['scores.parquet', scoresTable],
  ])(`%s has the columns and cells of the table ${missing ?? ''}`, (file, tableOf) => {
    const { columns, rows } = tableSchema.parse(read(name, file));
    const table = tableOf(input);
    expect(columns.slice(0, table.head.length)).toEqual(table.head);
    expect(rows.map((row) => row.slice(0, table.head.length))).toEqual(table.rows);
  });
});

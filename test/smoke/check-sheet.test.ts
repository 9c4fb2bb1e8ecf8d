import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import excel from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkColumns } from '../../src/report/messages-check.ts';
import { temporaryFolder } from './cli.ts';
import { inProcess } from './in-process.ts';
import { survey } from './survey.ts';

const folder = temporaryFolder();
const data = join(folder.path, 'data');
const sheet = join(folder.path, 'sheet.xlsx');

beforeAll(async () => {
  await survey(data, ['510100']);
}, 120_000);
afterAll(folder.remove);

const place = (column: (typeof checkColumns)[number]) => checkColumns.indexOf(column) + 1;

/** Fills in a sheet as a person does, in a spreadsheet program. */
async function fillIn(from: string, to: string, answer: (claim: string, row: number) => Record<string, string>) {
  const workbook = new excel.Workbook();
  await workbook.xlsx.readFile(from);
  const [table] = workbook.worksheets;
  for (let line = 3; line <= (table?.rowCount ?? 0); line += 1) {
    const row = table?.getRow(line);
    const given = answer(row?.getCell(place('claim')).text ?? '', line);
    for (const column of checkColumns)
      if (given[column] !== undefined && row) row.getCell(place(column)).value = given[column];
  }
  await workbook.xlsx.writeFile(to);
}

describe('govprobe check-sheet', () => {
  test('writes a sheet with the stored pages, and no second one over it', async () => {
    const { status, stdout, stderr } = await inProcess([
      'check-sheet',
      '--out',
      sheet,
      '--sample',
      '20',
      '--data',
      data,
    ]);
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('20 simulated findings of run');
    const pages = readdirSync(join(folder.path, 'sheet-pages')).filter((name) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(0);
    expect(readFileSync(join(folder.path, 'sheet-pages', pages[0] ?? ''), 'utf8')).not.toContain('../cities/');
    const again = await inProcess(['check-sheet', '--out', sheet, '--data', data]);
    expect(again.status).toBe(2);
    expect(again.stderr).toContain('is there already');
  });

  test('says go where all is right, and what people saw can be measured by', async () => {
    const done = join(folder.path, 'done.xlsx');
    const truth = join(folder.path, 'seen', 'checked.jsonl');
    await fillIn(sheet, done, (claim) =>
      claim === 'unknown' ? { verdict: '看不出', who: '王芳' } : { verdict: '对', who: '王芳' },
    );
    const outside = join(folder.path, 'checked.jsonl');
    const { status, stdout, stderr } = await inProcess(['check-sheet', '--read', done, '--truth', outside, '--json']);
    expect(stderr).toBe('');
    const result = JSON.parse(stdout);
    expect(result.simulated).toBe(true);
    expect(result.people).toEqual([{ who: '王芳', rows: 20 }]);
    expect(result.claims.every(({ share }: { share: number }) => share === 1)).toBe(true);
    // Where a state has too few rows even for the lower end of its interval, it is no go.
    expect(status).toBe(result.go ? 0 : 3);
    expect(readFileSync(outside, 'utf8').trim().split('\n')).toHaveLength(result.truth.lines);
    const calibrated = await inProcess(['calibrate', '--truth', outside, '--data', data, '--dry-run']);
    expect(calibrated.status, calibrated.stderr).toBe(0);
    expect((await inProcess(['evaluate', '--truth', outside, '--data', data])).status).toBe(0);
    expect(existsSync(truth)).toBe(false);
  });

  test('says no-go with every limit that is not kept, exit status 3', async () => {
    const wrong = join(folder.path, 'wrong.xlsx');
    await fillIn(sheet, wrong, (claim) =>
      claim === 'unknown'
        ? {}
        : {
            verdict: 'wrong',
            really: claim === 'present' ? 'absent' : 'present',
            who: 'Li',
            level: claim === 'absent' ? 'linked' : '',
          },
    );
    const { status, stdout } = await inProcess(['check-sheet', '--read', wrong]);
    expect(status).toBe(3);
    expect(stdout).toContain('no-go:');
    expect(stdout).toMatch(/present\.right: expected at least 90\.0%, found 0\.0%/);
  });

  test.each([
    [['check-sheet'], 'expected either --out FILE or --read FILE'],
    [['check-sheet', '--out', 'a.csv', '--read', 'b.csv'], 'expected either --out FILE or --read FILE'],
    [['check-sheet', '--out', 'a.docx'], 'expected a name that ends in .csv or .xlsx'],
    [['check-sheet', '--out', 'a.csv', '--truth', 't'], '--truth needs --read'],
    [['check-sheet', '--read', 'a.csv', '--sample', '5'], '--sample needs --out'],
    [['check-sheet', '--read', join(folder.path, 'none.csv')], 'the file does not exist'],
    [['check-sheet', '--read', join(folder.path, 'none.xlsx')], 'the workbook cannot be read'],
  ])('%j is one sentence, status 2', async (args, message) => {
    const { status, stderr } = await inProcess([...args, ...(args.includes('--out') ? ['--data', data] : [])]);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  test('a workbook that is none is refused', async () => {
    const file = join(folder.path, 'text.xlsx');
    writeFileSync(file, 'no workbook');
    const { status, stderr } = await inProcess(['check-sheet', '--read', file]);
    expect([status, stderr.includes('the workbook cannot be read')]).toEqual([2, true]);
  });
});

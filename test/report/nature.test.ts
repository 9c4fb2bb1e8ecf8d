import { parse } from 'csv-parse/sync';
import excel from 'exceljs';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import type { FolderKind } from '../../src/model/nature.ts';
import { languages, messagesOf } from '../../src/report/messages.ts';
import { renderReport } from '../../src/report/write.ts';
import { countryReport } from './country.ts';

const made = (nature: FolderKind, language: (typeof languages)[number] = 'zh') =>
  renderReport({ ...countryReport(6), nature }, { language });
const isText = (content: string | Uint8Array): content is string => typeof content === 'string';

describe('a simulated report', () => {
  test.each(languages)('says so on every page, in title, line and watermark (%s)', async (language) => {
    const words = messagesOf(language).nature;
    const files = [...(await made('simulated', language))];
    const pages = files.filter(([name]) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(6);
    for (const [name, content] of pages) {
      if (!isText(content)) throw new Error(`${name} is no text`);
      expect(content, name).toContain(`<title>${words.simulated} · `);
      expect(content, name).toMatch(/<body>\n<p class="simulated" role="note">/u);
      expect(content, name).toContain(words.notes.simulated);
      expect(content, name).toContain(`<text x="12" y="80">${words.watermark}</text>`);
      // Drawn without images, which the policy of the page forbids, and repeated on paper.
      expect(content, name).toContain('.watermark{position:fixed}');
      expect(content, name).not.toMatch(/url\((?!#)|img-src|<img/u);
    }
    const markdown = new Map(files).get('bulletin.md');
    expect(markdown).toMatch(new RegExp(`^# ${words.simulated} · `, 'u'));
    expect(markdown).toContain(`> **${words.simulated}`);
  });

  test('has a field in every table and in the JSON', async () => {
    const files = await made('simulated');
    // The dictionary of the columns speaks of tables, not of sites.
    const tables = [...files].filter(([name]) => name.endsWith('.csv') && name !== 'columns.csv');
    expect(tables.length).toBeGreaterThan(5);
    for (const [name, content] of tables) {
      const [head, ...rows] = parse(String(content), { bom: true }) as string[][];
      expect(head?.at(-1), name).toBe('simulated');
      expect(new Set(rows.map((row) => row.at(-1))), name).toEqual(new Set(rows.length > 0 ? ['true'] : []));
    }
    expect(JSON.parse(String(files.get('report.json')))).toMatchObject({ simulated: true });
    const parquet = files.get('findings.parquet');
    if (parquet === undefined || isText(parquet)) throw new Error('expected bytes');
    const rows = await parquetReadObjects({ file: new Uint8Array(parquet).buffer });
    expect(new Set(rows.map(({ simulated }) => simulated))).toEqual(new Set(['true']));
  });

  test('says so on every printed sheet of the workbook', async () => {
    const workbook = new excel.Workbook();
    const content = (await made('simulated')).get('report.xlsx');
    if (content === undefined || isText(content)) throw new Error('expected bytes');
    await workbook.xlsx.load(new Uint8Array(content).buffer);
    expect(workbook.title).toMatch(/^模拟国家 · /u);
    for (const sheet of workbook.worksheets) {
      expect(sheet.headerFooter.oddHeader, sheet.name).toMatch(/^&C&B模拟国家/u);
      // The heads are for people, the second row has the codes of the columns.
      const codes = [1, 2].flatMap((row) => Object.values(sheet.getRow(row).values));
      expect(codes, sheet.name).toContain('simulated');
    }
  });
});

test('a mixed one is called so', async () => {
  const files = await made('mixed');
  expect(String(files.get('bulletin.html'))).toContain('<title>含模拟数据 · ');
  expect(String(files.get('ranking.csv'))).toContain(',partly\r\n');
  expect(JSON.parse(String(files.get('report.json')))).toMatchObject({ simulated: true });
});

test('a real one has neither line nor watermark, and says that it is not simulated', async () => {
  const files = await made('real');
  const page = String(files.get('bulletin.html'));
  expect(page).not.toMatch(/class="(?:simulated|watermark)"|模拟国家/u);
  expect(String(files.get('bulletin.md'))).not.toContain('模拟国家');
  expect(String(files.get('ranking.csv'))).toContain(',false\r\n');
  expect(JSON.parse(String(files.get('report.json')))).toMatchObject({ simulated: false });
});

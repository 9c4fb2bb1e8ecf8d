import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { columnName } from '../../src/report/column-names.ts';
import { languages, messagesOf } from '../../src/report/messages.ts';
import { renderReport } from '../../src/report/write.ts';
import { fullReport } from './country.ts';

const input = fullReport(10);
const { nodes } = input.assessment.tree;

describe('the names of columns', () => {
  it.each(languages)('stand for every code of every table (%s)', async (language) => {
    const files = await renderReport(input, { language, formats: ['csv'] });
    const rows: Record<string, string>[] = parse(String(files.get('columns.csv')), { columns: true, bom: true });
    for (const [file, content] of files) {
      if (file === 'columns.csv') continue;
      const [head = []]: string[][] = parse(String(content), { bom: true, to: 1 });
      const listed = rows.filter((row) => row.file === file);
      expect(listed.map(({ column }) => column)).toEqual(head);
      for (const { column, name } of listed)
        expect(name, `${file} ${column}`).toMatch(language === 'zh' ? /\p{Script=Han}/u : /^[A-Z0-9]|: /u);
      expect(new Set(listed.map(({ name }) => name)).size, file).toBe(listed.length);
    }
  });

  it('name capabilities and quantiles, and leave what has no name as it is', () => {
    const chinese = messagesOf('zh');
    const name = nodes.find(({ id }) => id === 'supply')?.name;
    expect(columnName('ranking', 'supply_rate', nodes, chinese)).toBe(`${name}得分率`);
    expect(columnName('items', 'q05', nodes, chinese)).toBe('5%分位数');
    expect(columnName('items', 'stranger_rate', nodes, chinese)).toBe('stranger_rate');
    expect(columnName('items', 'constructor', nodes, chinese)).toBe('constructor');
  });
});

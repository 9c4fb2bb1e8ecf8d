import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsIn, parseCount } from '../../src/reading/counts.ts';
import { knowledge } from '../probes/knowledge.ts';

const read = (text: string): Record<string, number> =>
  Object.fromEntries(countsIn(text, knowledge()).map(({ kind, count }) => [kind, count]));

describe('parseCount', () => {
  it.each([
    ['1,234', 1234],
    ['１２３', 123],
    ['1.2万', 12_000],
    ['3亿', 300_000_000],
    ['0', 0],
    ['无', null],
    ['', null],
  ])('%s', (text, count) => expect(parseCount(text)).toBe(count));
});

describe('countsIn', () => {
  it.each([
    [
      '已开放：1,234个数据集，45个部门，12万条数据，67个API，8个应用',
      { dataset: 1234, departments: 45, rows: 120_000, api: 67, app: 8 },
    ],
    [
      '45个部门 1234个数据集 900条数据 77个数据文件 9个API数',
      { departments: 45, dataset: 1234, rows: 900, files: 77, api: 9 },
    ],
    ['数据集(12) API（3） 应用（4)', { dataset: 12, api: 3, app: 4 }],
    ['数据集\n1,024\n接口\n88\n应用成果\n7\n访问量\n12345', { dataset: 1024, api: 88, app: 7, uses: 12_345 }],
    ['1,024\n数据集\n88\n数据接口\n7\n创新应用', { dataset: 1024, api: 88, app: 7 }],
    ['数据目录396\n服务接口1650\n数据量(条)992384\n数据应用10', { dataset: 396, api: 1650, rows: 992_384, app: 10 }],
    ['数据量(万条) 34.5', { rows: 345_000 }],
    ['数据资源 12 万条', { rows: 120_000 }],
    ['数据集总数为１２０３个，接口总数为45个', { dataset: 1203, api: 45 }],
    ['接口调用次数 999', { uses: 999 }],
    ['2026-05-06 数据集\n电话 0393-12345678 接口', {}],
    ['应用软件 2026年3月上线', {}],
    // The formats of a file, and how often it was fetched.
    ['2026-11-11 10:00:00XLS,XML,API 247', {}],
    ['XLS、API、JSON 31', {}],
    ['API/接口 31', { api: 31 }],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  it('proves a zero only beside another number', () => {
    const alone = countsIn('数据集：0 接口：0', knowledge());
    expect(alone.every(({ proved }) => !proved)).toBe(true);
    expect(countsIn('数据集：7 接口：0', knowledge()).every(({ proved }) => proved)).toBe(true);
    expect(countsIn('访问量：7 接口：0', knowledge()).find(({ kind }) => kind === 'api')?.proved).toBe(false);
  });
  it('reads back any number in any unit, and never throws', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999), fc.constantFrom('个数据集', '个API', '个应用', '条数据'), (count, unit) => {
        const [sighting] = countsIn(`共开放${count.toLocaleString('en')}${unit}`, knowledge());
        expect(sighting?.count).toBe(count);
      }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (text) => Array.isArray(countsIn(text, knowledge()))),
    );
  });
});

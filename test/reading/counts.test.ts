import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsIn, parseCount } from '../../src/reading/counts.ts';
import { totalStated } from '../../src/reading/list-totals.ts';
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
    ['3 500', 3500],
    ['3\u2009500', 3500],
    ['3，500', 3500],
    ['3000余万', 30_000_000],
    ['500+', 500],
    ['三十五', 35],
    ['一百二十', 120],
    ['3,5 00', null],
    ['1,23', null],
    ['12,3456', null],
    ['无', null],
    ['', null],
  ])('%s', (text, count) => expect(parseCount(text, knowledge())).toBe(count));
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
    // A label of something nobody asks for keeps the others in step.
    ['服务部门 35 数据集 912 数据接口 41', { departments: 35, dataset: 912, api: 41 }],
    ['入驻机构 35 数据集 912 数据接口 41', { dataset: 912, api: 41 }],
    ['入驻机构\n35\n数据集\n912\n数据接口\n41', { dataset: 912, api: 41 }],
    ['平台概览\n912\n数据集\n41\n数据接口', { dataset: 912, api: 41 }],
    ['全部(1200) 数据集(912) 接口(288)', { dataset: 912, api: 288 }],
    ['全部[1200]|数据集[912]|接口[288]', { dataset: 912, api: 288 }],
    ['数据集总量 912，接口总数：288', { dataset: 912, api: 288 }],
    ['目录总量912个 资源数量 1.2万', { dataset: 12_000 }],
    ['目录 912', {}],
    ['数据集 3 500 接口 12', { dataset: 3500, api: 12 }],
    ['数据集 ３，５００ 个', { dataset: 3500 }],
    ['数据集 3,5 00', {}],
    ['数据集 3千 接口 20余个', { dataset: 3000, api: 20 }],
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

describe('totalStated', () => {
  it.each([
    ['共 123 条', 123],
    ['共有 1.2万 条', 12_000],
    ['总数：3 500', 3500],
    ['共1,234条记录 第1/62页', 1234],
    ['检索到 45 个结果', 45],
    ['123条记录 1/7页', 123],
    ['总记录数：８８', 88],
    ['共 3,5 00 条', null],
  ])('%s', (text, count) => expect(totalStated(text, knowledge())?.count).toBe(count));
  it.each([
    '共 23 页 345 条',
    '共23页/345条',
    '1/23页 345条',
    '每页15条，共23页，345条',
    '总共 23 页,345 条记录',
    '第 1 页 / 共 23 页（345条）',
    '首页 上一页 下一页 尾页 共23页 345条记录 转到第',
    '页数：1/23 条数：345',
    '分页：1/23 记录：345',
    '共 345 条记录 页次：1/23',
    '共 [345] 条',
    '共【345】条记录',
    '共有来信345封',
    '共查询到 345 条',
    '第1-15条/共345条',
    '每页15条/共345条',
    '显示第 1 到第 15 条记录，总共 345 条记录',
    '总记录数：345 1 2 3 4 下一页',
    '总记录数：345 1 2 3 ... 23',
    '每页 15 记录 总共 345 记录 第一页 <<上一页 下一页>> 尾页 页码 1/23',
  ])('the total of a pager in %j', (text) => expect(totalStated(text, knowledge())?.count).toBe(345));
  it.each(['每页 10 条，共 1 页', '第1页 15条/页', '显示 1 - 15 条 第1页', '共3页 办件5次', '每页15 条 共 2 页'])(
    'no total in %j',
    (text) => expect(totalStated(text, knowledge())).toBeNull(),
  );
  it('reads no part of a number that stands in single figures', () =>
    expect(totalStated('共 1 2 3 4 条', knowledge())?.count).toBeNull());
  it.each(['共 12 页', '共12人', '共 300 人次', '公共 服务', '', '第 3 页'])('nothing in %j', (text) =>
    expect(totalStated(text, knowledge())).toBeNull(),
  );
  it('reads any number in any writing, and never a part of one', () => {
    const writings = [
      (value: number) => String(value),
      (value: number) => value.toLocaleString('en'),
      (value: number) => value.toLocaleString('en').replaceAll(',', ' '),
      (value: number) => value.toLocaleString('en').replaceAll(',', '，'),
      (value: number) => String(value).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ];
    fc.assert(
      fc.property(
        fc.nat(99_999_999),
        fc.constantFrom(...writings),
        fc.constantFrom('条', '个', '条记录', ''),
        (value, write, unit) => {
          expect(totalStated(`共 ${write(value)}${unit}`, knowledge())?.count).toBe(value);
        },
      ),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^\d[\d, ]{0,8}$/), (text) => {
        const read = totalStated(`共 ${text}条`, knowledge())?.count ?? null;
        expect(read === null || String(read) === String(Number(text.replace(/[, ]/gu, '')))).toBe(true);
      }),
    );
  });
});

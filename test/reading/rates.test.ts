import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overallRate, ratesIn, ratesOf } from '../../src/reading/rates.ts';
import { readRecords } from '../../src/reading/records/read-records.ts';
import { knowledge } from '../probes/knowledge.ts';

const overall = (text: string): number | null => overallRate(ratesIn(text, knowledge()))?.rate ?? null;

describe('rates of content people', () => {
  it.each([
    ['本月回访320人，满意率98.2％。', 98.2],
    ['满意度为 97 %', 97],
    ['五家单位满意率均为100%，全市满意率93.4%', 93.4],
    ['七个部门满意率均为100%，末位的为80%，全区91.5%。', 91.5],
    ['办结率100%，群众满意率96.5%，回访率99%', 96.5],
    ['群众满意率达到百分之九十八', 98],
  ])('%s', (text, rate) => expect(overall(text)).toBe(rate));
  it.each([
    '满意率低于80%的单位将被约谈。',
    '力争群众满意率达到95%',
    '满意率达90%以上',
    '确保满意率不低于92%。',
    '民政局、住建局等六个单位满意率100%',
    '城建方面受理120件、满意率92%',
    '按期办结率99%',
    '满意率150%',
    '',
  ])('says nothing of all in %j', (text) => expect(overall(text)).toBeNull());
  it('reads boards and tables, of which only the sum is of all', () => {
    const of = (html: string) =>
      overallRate(
        ratesOf(
          readRecords(
            `<body><div>${html}</div></body>`,
            '',
            { base: 'http://a.gov.cn/', region: 'unknown', via: 'html' },
            knowledge(),
          ),
          knowledge(),
        ),
      )?.rate ?? null;
    expect(of('<ul><li><b>回访量</b><span>320</span></li><li><b>满意率</b><span>98.5%</span></li></ul>')).toBe(98.5);
    const rows =
      '<tr><th>单位</th><th>件数</th><th>满意率</th></tr><tr><td>甲局</td><td>3</td><td>100%</td></tr><tr><td>乙局</td><td>5</td><td>80%</td></tr>';
    expect(of(`<table>${rows}</table>`)).toBeNull();
    expect(of(`<table>${rows}<tr><td>合计</td><td>8</td><td>87.5%</td></tr></table>`)).toBe(87.5);
  });
  it('reads back any rate, and survives any text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (tenths) => {
        expect(overall(`群众满意率为${tenths / 10}%`)).toBe(tenths / 10);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => Array.isArray(ratesIn(text, knowledge()))),
    );
  });
  const real = new URL('../../../shared/realtexts/dy-hotline-callback.html', import.meta.url);
  it.skipIf(!existsSync(real))('finds no single rate in a real bulletin (../shared/realtexts, where it exists)', () => {
    const text = readFileSync(real, 'utf8').replace(/<[^>]*>/gu, '\n');
    expect(ratesIn(text, knowledge()).length).toBeGreaterThan(0);
    expect(overall(text)).toBeNull();
  });
});

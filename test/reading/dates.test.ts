import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesIn, hanNumber } from '../../src/reading/dates.ts';

const days = (text: string) => datesIn(text).map(({ day }) => day);
const digits = '〇一二三四五六七八九';
const han = (value: number): string => {
  const ones = value % 10 === 0 ? '' : digits.charAt(value % 10);
  return value < 10 ? digits.charAt(value) : `${value < 20 ? '' : digits.charAt(Math.floor(value / 10))}十${ones}`;
};
const anyDay = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

describe('datesIn', () => {
  it.each([
    ['来信时间：2026-03-01 09:15', ['2026-03-01']],
    ['２０２６年３月１日', ['2026-03-01']],
    ['2026/3/1—2026.03.05', ['2026-03-01', '2026-03-05']],
    ['二〇二六年十月二十一日 二○一九年二月十日', ['2026-10-21', '2019-02-10']],
    ['2026年 3 月 1 日', ['2026-03-01']],
  ])('reads %s', (text, expected) => expect(days(text)).toEqual(expected));

  it.each([
    '2026-02-30',
    '2026-13-01',
    '2026-03/01',
    '12026-03-01',
    '2026-03-011',
    '0391-2026-3',
    '3月1日',
    '',
    '版本2.0.1',
  ])('finds no day in %j', (text) => expect(days(text)).toEqual([]));

  it('finds every day in each of its spellings, at its place', () => {
    fc.assert(
      fc.property(anyDay, fc.string(), (date, noise) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
        const written = [...String(year)].map((digit) => digits.charAt(Number(digit))).join('');
        for (const text of [
          iso,
          `${year}年${month}月${day}日`,
          `${year}/${month}/${day}`,
          `${written}年${han(month)}月${han(day)}日`,
        ]) {
          const padded = `${noise} ${text} 。`;
          const found = datesIn(padded).find(({ start }) => start >= noise.length);
          expect(found?.day).toBe(iso);
          expect(padded.slice(found?.start, found?.end)).toBe(text);
        }
      }),
    );
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const { day, start, end } of datesIn(text)) {
          expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
          expect(end).toBeGreaterThan(start);
        }
      }),
    );
  });
});

describe('hanNumber', () => {
  it('reads 1 to 99', () => {
    for (let value = 1; value < 100; value += 1) expect(hanNumber(han(value))).toBe(value);
  });
  it.each(['', '百', '十十', '一二', '三十十', '2'])('finds none in %j', (text) => expect(hanNumber(text)).toBe(0));
});

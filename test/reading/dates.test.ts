import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesIn as datesOf, dayOf, splitDay } from '../../src/reading/dates.ts';
import { numeralValue as readNumeral } from '../../src/reading/numerals.ts';
import { knowledge } from '../probes/knowledge.ts';

const datesIn = (text: string) => datesOf(text, knowledge());
const numeralValue = (text: string) => readNumeral(text, knowledge());

const days = (text: string) => datesIn(text).map(({ day }) => day);
const digits = '〇一二三四五六七八九';
const han = (value: number): string => {
  const ones = value % 10 === 0 ? '' : digits.charAt(value % 10);
  return value < 10 ? digits.charAt(value) : `${value < 20 ? '' : digits.charAt(Math.floor(value / 10))}十${ones}`;
};
const anyDay = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

describe('splitDay', () => {
  it.each(['15 2026-03', '152026.03', '2026/03 15', '2026年3月 15', '15日 2026年03月'])('reads %s', (text) =>
    expect(splitDay(text, knowledge())).toBe('2026-03-15'),
  );
  it.each(['2026-03', '31 2026-02', '15 事项 2026-03', '2026-03-15-001', '152 2026-03'])('reads no day in %s', (text) =>
    expect(splitDay(text, knowledge())).toBe(null),
  );
});

describe('datesIn', () => {
  it.each([
    ['来信时间：2026-03-01 09:15', ['2026-03-01']],
    ['２０２６年３月１日', ['2026-03-01']],
    ['2026/3/1—2026.03.05', ['2026-03-01', '2026-03-05']],
    ['二〇二六年十月二十一日 二○一九年二月十日', ['2026-10-21', '2019-02-10']],
    ['2026年 3 月 1 日', ['2026-03-01']],
    ['2024–03–05 2024—3—5 2024−03−05 2024‑03‑05 2024－03－05', Array(5).fill('2024-03-05')],
    ['2024．3．5 2024·3·5', ['2024-03-05', '2024-03-05']],
    ['二O二四年三月五日 二零二四年三月五日 二○二四年3月5号 贰〇贰肆年叁月伍日', Array(4).fill('2024-03-05')],
    ['二〇二四年元月廿五日', ['2024-01-25']],
    [
      '2024-03-05T16:40:00Z 2024-03-05 00:30:00+08:00 2024-03-05T23:30:00-05:00',
      ['2024-03-06', '2024-03-05', '2024-03-06'],
    ],
    ['2024-03-05-2024-03-08', ['2024-03-05', '2024-03-08']],
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
    'v2024.3.5.1',
    'V2024.3.5',
    '2024.3.5.1',
    'ver-2024-03-05-001',
    '编号2024-03-05-001',
    '192.2024.3.5',
    '2O24年三月五日',
    '20240305',
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

describe('numeralValue', () => {
  it.each([
    ['三十五', 35],
    ['一百二十', 120],
    ['一百二', 120],
    ['一百零二', 102],
    ['两千零五', 2005],
    ['一万二千', 12_000],
    ['三千五百万', 35_000_000],
    ['一亿二千万', 120_000_000],
    ['二〇二四', 2024],
    ['叁拾伍', 35],
    ['廿五', 25],
  ])('%s', (text, value) => expect(numeralValue(text)).toBe(value));
  it('reads 1 to 99', () => {
    for (let value = 1; value < 100; value += 1) expect(numeralValue(han(value))).toBe(value);
  });
  it.each(['', '百', '十十', '一二', '三十十', '2', '三零五百', '百二十百', 'O'])('finds none in %j', (text) =>
    expect(numeralValue(text)).toBe(0),
  );
});

describe('dayOf', () => {
  it.each([
    ['20240305', '2024-03-05'],
    [' 20240305101530 ', '2024-03-05'],
    ['2024-03-05 10:15', '2024-03-05'],
    // Half past midnight in Beijing.
    [String(Date.UTC(2024, 2, 4, 16, 30)), '2024-03-05'],
    [String(Date.UTC(2024, 2, 4, 15, 30) / 1000), '2024-03-04'],
    ['2024-03-04T16:30:00.000+0000', '2024-03-05'],
    ['13800000000', null],
    ['20241305', null],
    ['99999999', null],
    ['', null],
  ])('%s', (text, day) => expect(dayOf(text, knowledge())).toBe(day));
  it('reads any moment as the day of the zone', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2002, 0), max: Date.UTC(2090, 0) }), (moment) => {
        const beijing = new Date(moment + 8 * 3_600_000).toISOString().slice(0, 10);
        expect(dayOf(String(moment), knowledge())).toBe(beijing);
        expect(dayOf(new Date(moment).toISOString(), knowledge())).toBe(beijing);
      }),
    );
  });
});

describe('dates in figures', () => {
  /** The definition as one pattern with its parts in groups. */
  const sign = {
    dash: '[-\\u2010-\\u2015\\u2212\\u2043\\u2500\\u2501\\u30fc\\ufe58\\ufe63]',
    slash: '[/\\u2044\\u2215\\u29f8]',
    dot: '[.\\u00b7\\u2022\\u2024\\u30fb\\uff0e]',
  };
  const parts = Object.values(sign).map((one) => `\\s*${one}\\s*(\\d{1,2})\\s*${one}\\s*(\\d{1,2})`);
  const whole = new RegExp(
    `(?<![\\d.vV])(?<![A-Za-z]\\d{0,4}[-_])((?:19|20)\\d\\d)(?:${parts.join('|')})(?!\\d)(?!${sign.dot}\\d)`,
    'gu',
  );

  it('are those that one pattern finds', () => {
    const pieces = ['2026', '19', '99', '-', '-', '/', '.', '·', '3', '05', '12', '31', '0', 'v', 'a', '_', ' ', '月'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (some) => {
        const text = some.join('');
        const expected = [...text.matchAll(whole)].flatMap((match) => {
          const [year = '', month = '', day = ''] = match.slice(1).filter((part) => part !== undefined);
          const end = match.index + match[0].length;
          const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
          const moment = new Date(`${iso}T00:00:00Z`);
          const exists = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(iso);
          const longer = /^-\d/u.test(text.slice(end)) && !/^-(?:19|20)\d\d/u.test(text.slice(end));
          return exists && !longer ? [{ day: iso, start: match.index, end }] : [];
        });
        expect(datesIn(text)).toEqual(expected);
      }),
      { numRuns: 5000 },
    );
  });
});

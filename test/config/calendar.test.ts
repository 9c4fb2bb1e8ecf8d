import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compileCalendar, plainCalendar } from '../../src/config/calendar.ts';
import { loadPack } from '../../src/config/pack.ts';
import { holidaysSchema } from '../../src/config/schema/holidays.ts';
import { shippedPack, TemporaryPack, usageMessage } from './temporary-pack.ts';

const shipped = compileCalendar(holidaysSchema.parse(parse(readFileSync(join(shippedPack, 'holidays.yaml'), 'utf8'))));
const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

describe('the holidays of the pack', () => {
  it('know the years 2018 to 2026 and the offset of the country', () => {
    expect([...shipped.years].sort()).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    expect(shipped.offset).toBe(8);
  });

  it('name only Saturdays and Sundays as worked in exchange', () => {
    expect([...shipped.work].filter((day) => ![0, 6].includes(weekday(day)))).toEqual([]);
    expect([...shipped.work].filter((day) => shipped.off.has(day))).toEqual([]);
  });

  it.each([
    // Eleven statutory days; those on a weekend, or shifted to one, cost no workday: what is left is off minus worked.
    [2018, 11],
    [2019, 11],
    [2021, 11],
    [2022, 11],
    [2024, 11],
  ])('leave the statutory days of %i off after weekends are exchanged', (year, days) => {
    const of = (set: ReadonlySet<string>) => [...set].filter((day) => day.startsWith(`${year}`));
    const free = of(shipped.off).filter((day) => ![0, 6].includes(weekday(day)));
    expect(Math.abs(free.length - of(shipped.work).length - days)).toBeLessThanOrEqual(1);
  });

  it.each([
    ['2020-01-31', true],
    ['2020-02-03', false],
    ['2023-10-06', true],
    ['2026-02-23', true],
    ['2026-02-24', false],
  ])('have %s off: %s', (day, off) => {
    expect(shipped.off.has(day)).toBe(off);
  });

  it('are optional in a pack', () => {
    const pack = new TemporaryPack();
    try {
      pack.replace('pack.yaml', '  holidays: holidays.yaml\n', '');
      expect(loadPack(pack.directory).knowledge.calendar).toEqual(plainCalendar);
    } finally {
      pack.remove();
    }
  });

  it('name file and line of a day that is none', () => {
    const pack = new TemporaryPack();
    try {
      pack.write('holidays.yaml', 'years:\n  2026:\n    off: [10-07..10-01]\n');
      expect(usageMessage(() => loadPack(pack.directory))).toMatch(/holidays\.yaml.*years\.2026\.off.*MM-DD/);
    } finally {
      pack.remove();
    }
  });
});

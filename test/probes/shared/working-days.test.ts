import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  isWorkingDay,
  knowsYears,
  lastDayOf,
  localDay,
  monthsBefore,
} from '../../../src/probes/shared/working-days.ts';
import { knowledge } from '../knowledge.ts';

const { calendar } = knowledge();
const working = (day: string, days: number) => lastDayOf(day, { days, unit: 'working-day' }, calendar);
const anyDay = fc
  .date({ min: new Date('2018-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('lastDayOf', () => {
  it.each([
    // A plain week.
    ['2026-11-09', 5, '2026-11-16'],
    // Over the autumn holiday: 1 to 7 October are off, Saturday the 10th is worked.
    ['2026-09-30', 3, '2026-10-10'],
    // Sunday the 20th is worked before the mid-autumn festival.
    ['2026-09-18', 1, '2026-09-20'],
    // Over the spring festival that was prolonged.
    ['2020-01-22', 3, '2020-02-04'],
    // A year without holidays on record counts weekends only.
    ['2030-09-30', 3, '2030-10-03'],
  ])('%s and %i working days end on %s', (day, days, last) => expect(working(day, days)).toBe(last));

  it('moves the end of a limit in days off a holiday', () => {
    expect(lastDayOf('2026-09-28', { days: 5, unit: 'day' }, calendar)).toBe('2026-10-08');
    expect(lastDayOf('2026-11-09', { days: 3, unit: 'day' }, calendar)).toBe('2026-11-12');
  });

  it('ends on a working day after as many of them as the limit has', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, days) => {
        const last = working(day, days);
        expect(isWorkingDay(last, calendar)).toBe(true);
        let count = 0;
        for (let at = addDays(day, 1); at <= last; at = addDays(at, 1)) if (isWorkingDay(at, calendar)) count += 1;
        expect(count).toBe(days);
      }),
    );
  });

  it('is not led into a loop by an absurd limit', () => {
    expect(working('2026-01-01', 1e12) > '2029-01-01').toBe(true);
  });
});

describe('days', () => {
  it('belong to the country of the pack', () => {
    expect(localDay('2026-11-01T20:00:00.000Z', calendar)).toBe('2026-11-02');
    expect(localDay('2026-11-01T15:59:59.000Z', calendar)).toBe('2026-11-01');
  });
  it('of unknown years are known to be so', () => {
    expect(knowsYears('2025-12-30', '2026-01-05', calendar)).toBe(true);
    expect(knowsYears('2017-12-30', '2018-01-05', calendar)).toBe(false);
  });
  it('some months earlier exist', () => {
    expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28');
    expect(monthsBefore('2026-11-24', 12)).toBe('2025-11-24');
  });
});

import { dayLength } from '../model/time.ts';
import type { Holidays } from './schema/holidays.ts';

/** Working days of the pack's country. Dates are ISO days (`2026-10-01`). */
export interface Calendar {
  /** Hours ahead of UTC. */
  readonly offset: number;
  /** Years with known holidays; in other years only Saturdays and Sundays are days off. */
  readonly years: ReadonlySet<number>;
  readonly off: ReadonlySet<string>;
  readonly work: ReadonlySet<string>;
}

/** Expands the date ranges of `holidays.yaml`. */
export function compileCalendar(holidays: Holidays): Calendar {
  const off = new Set<string>();
  const work = new Set<string>();
  for (const [year, days] of Object.entries(holidays.years)) {
    for (const run of days.off) {
      const [first = '', last = first] = run.split('..');
      const end = Date.parse(`${year}-${last}T00:00:00Z`);
      for (let time = Date.parse(`${year}-${first}T00:00:00Z`); time <= end; time += dayLength)
        off.add(new Date(time).toISOString().slice(0, 10));
    }
    for (const day of days.work) work.add(`${year}-${day}`);
  }
  return { offset: holidays['utc-offset'], years: new Set(Object.keys(holidays.years).map(Number)), off, work };
}

/** Calendar of a pack without a holiday file: only weekends are days off, days are in UTC. */
export const plainCalendar: Calendar = compileCalendar({ 'utc-offset': 0, years: {} });

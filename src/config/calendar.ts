import { dayLength } from '../model/time.ts';
import type { Holidays } from './schema/holidays.ts';

/** Which days are worked in the pack's country. Dates are ISO days (`2026-10-01`). */
export interface Calendar {
  /** Hours ahead of UTC. */
  readonly offset: number;
  /** Years whose holidays are known; in others only Saturday and Sunday are free. */
  readonly years: ReadonlySet<number>;
  readonly off: ReadonlySet<string>;
  readonly work: ReadonlySet<string>;
}

/** Unfolds the runs of days of `holidays.yaml`. */
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

/** The calendar of a pack without a holiday file: weeks of five days, days in UTC. */
export const plainCalendar: Calendar = compileCalendar({ 'utc-offset': 0, years: {} });

import type { Calendar } from '../../config/calendar.ts';
import { dayLength } from '../../model/time.ts';

/** Longest limit accepted, as a guard against absurd numbers on a page. */
const longestLimit = 1000;

/** Limit for a reply, counted from the day after receipt. */
export interface DayLimit {
  readonly days: number;
  readonly unit: 'working-day' | 'day';
}

/** The day that is `days` later, or earlier for a negative number. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);
}

/**
 * Whether a day is a working day: by the calendar's holidays and exchanged weekend days, else
 * Monday to Friday.
 */
export function isWorkingDay(day: string, calendar: Calendar): boolean {
  if (calendar.off.has(day)) return false;
  if (calendar.work.has(day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/**
 * Last day on which a reply to a letter of `day` is in time; `day` itself does not count
 * (期间开始的日不计算在内). A limit in calendar days that ends on a day off is extended to the next working
 * day.
 */
export function lastDayOf(day: string, limit: DayLimit, calendar: Calendar): string {
  const days = Math.min(limit.days, longestLimit);
  if (limit.unit === 'working-day') {
    let at = day;
    for (let left = days; left > 0; ) {
      at = addDays(at, 1);
      if (isWorkingDay(at, calendar)) left -= 1;
    }
    return at;
  }
  let at = addDays(day, days);
  while (!isWorkingDay(at, calendar)) at = addDays(at, 1);
  return at;
}

/** Whether the calendar has the holidays of every year between two days. */
export function knowsYears(from: string, to: string, calendar: Calendar): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    if (!calendar.years.has(year)) return false;
  return true;
}

/** The day of a time (ISO 8601 with zone) in the calendar's country. */
export function localDay(time: string, calendar: Calendar): string {
  return new Date(Date.parse(time) + calendar.offset * 3_600_000).toISOString().slice(0, 10);
}

/** The day a number of whole months earlier, limited to the length of that month. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + month - 1 - months;
  const last = new Date(Date.UTC(Math.floor(count / 12), (count % 12) + 1, 0)).getUTCDate();
  return new Date(Date.UTC(Math.floor(count / 12), count % 12, Math.min(date, last))).toISOString().slice(0, 10);
}

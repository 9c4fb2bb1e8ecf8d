import type { Calendar } from '../../config/calendar.ts';
import { dayLength } from '../../model/time.ts';

/** No limit of a public office is longer; a guard against absurd numbers on a page. */
const longestLimit = 1000;

/** Limit for an answer, counted from the day after the letter came in. */
export interface DayLimit {
  readonly days: number;
  readonly unit: 'working-day' | 'day';
}

/** The day after, or before with a negative number of days. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);
}

/** Whether people work on that day: holidays first, then weekend days worked in exchange, else Monday to Friday. */
export function isWorkingDay(day: string, calendar: Calendar): boolean {
  if (calendar.off.has(day)) return false;
  if (calendar.work.has(day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/**
 * Last day on which an answer to a letter of `day` is in time. The day itself does not count, as in the law of administrative
 * limits (期间开始的日不计算在内); a limit in calendar days that ends on a day off ends on the next working day.
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

/** Whether the holidays of every year between two days are known. */
export function knowsYears(from: string, to: string, calendar: Calendar): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    if (!calendar.years.has(year)) return false;
  return true;
}

/** The day of a moment (ISO 8601 with zone) in the calendar's country. */
export function localDay(time: string, calendar: Calendar): string {
  return new Date(Date.parse(time) + calendar.offset * 3_600_000).toISOString().slice(0, 10);
}

/** The day that many whole months earlier, cut to the length of its month. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + month - 1 - months;
  const last = new Date(Date.UTC(Math.floor(count / 12), (count % 12) + 1, 0)).getUTCDate();
  return new Date(Date.UTC(Math.floor(count / 12), count % 12, Math.min(date, last))).toISOString().slice(0, 10);
}

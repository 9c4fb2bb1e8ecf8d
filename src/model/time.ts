/** A day in milliseconds. */
export const dayLength = 86_400_000;

type Precision = 'day' | 'minutes' | 'seconds';

const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * An ISO 8601 time as a person in a time zone reads it: `2026-01-31 10:05 UTC+8`; a day stands
 * without its zone. Text that is no time is unchanged.
 *
 * @param zone IANA name, such as `Asia/Shanghai`
 */
export function inZone(time: string, zone: string, precision: Precision = 'minutes'): string {
  const instant = /^\d{4}-\d\d-\d\dT/u.test(time) ? Date.parse(time) : Number.NaN;
  if (Number.isNaN(instant)) return time;
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  if (precision === 'day') return day;
  const clock = `${part('hour')}:${part('minute')}${precision === 'seconds' ? `:${part('second')}` : ''}`;
  return `${day} ${clock} ${part('timeZoneName').replace('GMT', 'UTC').replace(/\+0$/u, '')}`;
}

/** The day of an ISO 8601 time in a time zone: `2026-01-31`. */
export function dayIn(time: string, zone: string): string {
  return inZone(time, zone, 'day');
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const two = '2-digit';
  const made = new Intl.DateTimeFormat('en', {
    ...{ timeZone: zone, year: 'numeric', month: two, day: two, hour: two, minute: two, second: two },
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  });
  formatters.set(zone, made);
  return made;
}

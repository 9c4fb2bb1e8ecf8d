import { describe, expect, test } from 'vitest';
import { dayIn, inZone } from '../../src/model/time.ts';

describe('times as a person in a zone reads them', () => {
  test.each([
    ['2026-01-31T18:05:09.123Z', 'Asia/Shanghai', 'minutes', '2026-02-01 02:05 UTC+8'],
    ['2026-01-31T18:05:09.123Z', 'Asia/Shanghai', 'seconds', '2026-02-01 02:05:09 UTC+8'],
    ['2026-01-31T18:05:09.123Z', 'UTC', 'minutes', '2026-01-31 18:05 UTC'],
    ['2026-07-31T18:05:09Z', 'Asia/Kolkata', 'minutes', '2026-07-31 23:35 UTC+5:30'],
    // Midnight is the beginning of a day, not its twenty-fourth hour.
    ['2026-01-31T16:00:00Z', 'Asia/Shanghai', 'minutes', '2026-02-01 00:00 UTC+8'],
    ['2026-07-01T00:30:00Z', 'Europe/Berlin', 'minutes', '2026-07-01 02:30 UTC+2'],
  ] as const)('%s in %s', (time, zone, precision, shown) => {
    expect(inZone(time, zone, precision)).toBe(shown);
  });

  test('the day is that of the zone', () => {
    expect(dayIn('2026-01-31T18:05:09.123Z', 'Asia/Shanghai')).toBe('2026-02-01');
  });

  test.each(['', 'yesterday', '2026-13-99T99:99Z', '20260131'])('what is no time stays as it is: %j', (text) => {
    expect(inZone(text, 'Asia/Shanghai')).toBe(text);
  });
});

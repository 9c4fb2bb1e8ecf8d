import { z } from 'zod';

const day = '(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const dayPattern = new RegExp(`^${day}$`);
const runPattern = new RegExp(`^${day}(?:\\.\\.${day})?$`);

/** `MM-DD`, or `MM-DD..MM-DD` including both ends. */
const run = z.string().refine((text) => runPattern.test(text) && isRun(text), {
  error: 'expected a day (MM-DD) or a run of days (MM-DD..MM-DD)',
});

/** `holidays.yaml`: days off and worked weekend days, year by year. */
export const holidaysSchema = z.strictObject({
  /** Hours ahead of UTC. */
  'utc-offset': z.number().min(-12).max(14).default(0),
  years: z.record(
    z.string().regex(/^(?:19|20)\d\d$/, { error: 'expected a year' }),
    z.strictObject({
      off: z.array(run).default([]),
      work: z.array(z.string().regex(dayPattern, { error: 'expected a day (MM-DD)' })).default([]),
    }),
  ),
});
export type Holidays = z.infer<typeof holidaysSchema>;

function isRun(text: string): boolean {
  const [first = '', last = first] = text.split('..');
  return first <= last;
}

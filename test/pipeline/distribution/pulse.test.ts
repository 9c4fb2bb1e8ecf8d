import { expect, test } from 'vitest';
import { DatabaseAway, databasePatience, patiently } from '../../../src/pipeline/distribution/pulse.ts';
import { FakeClock } from '../crawl/fake-clock.ts';

const never = new AbortController().signal;
const lost = (): Error => new Error('Connection terminated due to connection timeout');

/** What comes of work that fails so often, each attempt taking its time (milliseconds). */
async function outcome(work: { readonly failures: number; readonly takes: number }): Promise<string> {
  const clock = new FakeClock();
  let attempts = 0;
  const done = patiently(clock, never, async () => {
    await clock.sleep(work.takes);
    attempts++;
    if (attempts <= work.failures) throw lost();
    return 'done';
  }).catch((error: unknown) => error);
  await clock.advance(24 * 3_600_000);
  const result = await done;
  return result instanceof DatabaseAway ? result.message : String(result);
}

test('a database is waited for from its first failure on, however long the work took before', async () => {
  expect(await outcome({ failures: 1, takes: 2 * databasePatience })).toBe('done');
  expect(await outcome({ failures: 200, takes: 100 })).toBe('done');
});

test('a database that stays away ends the work with a sentence', async () => {
  expect(await outcome({ failures: Number.POSITIVE_INFINITY, takes: 100 })).toMatch(
    /^the database did not answer for 5 minutes \(Connection terminated .*\): the visits go to other processes/,
  );
});

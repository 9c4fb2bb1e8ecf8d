import { describe, expect, test } from 'vitest';
import { checkSchedule, type ScheduleCheck } from '../../src/application/schedule-check.ts';
import { remarkTexts, scheduleCheckLines } from '../../src/cli/views/schedule-check.ts';
import type { Pack } from '../../src/config/pack.ts';
import { takeRunLock } from '../../src/pipeline/operations/nightly/run-lock.ts';
import { capture, run, town, visit } from '../store/samples.ts';
import { temporaryStore } from '../store/temporary-store.ts';
import { pack } from './known-data.ts';

const given = temporaryStore();
// Six in the afternoon in Beijing.
const now = Date.parse('2026-03-01T10:00:00.000Z');
const contact = 'mailto:probe@gov-research.cn';
const real: Pack = {
  ...pack,
  crawl: { ...pack.crawl, contact, 'user-agent': `govprobe (+${contact})` },
  visits: ['1', '2', '3'].map(town),
};

type Request = Parameters<typeof checkSchedule>[2];
const check = (change: Partial<Request> = {}, { own = real, at = now, withStore = true } = {}) =>
  checkSchedule(
    withStore ? given.store : null,
    own,
    { dataFolder: given.path, concurrency: 1, ...change },
    {
      env: { GOVPROBE_CHROMIUM: 'none' },
      now: at,
    },
  );
const what = ({ remarks }: ScheduleCheck) => remarks.map((remark) => `${remark.level} ${remarkTexts(remark).what}`);

/** A night of three visits, one after the other, of so many minutes each. */
async function night(id: string, started: string, minutes: number, finished = true): Promise<void> {
  const record = { ...run(id, 'crawl', started), settings: { proxy: null, config: 'config', night: started } };
  await given.store.runs.start(record, ['1', '2', '3'].map(town));
  for (const [index, code] of (finished ? ['1', '2', '3'] : ['1']).entries()) {
    const [from, to] = [index, index + 1].map((at) =>
      new Date(Date.parse(started) + at * minutes * 60_000).toISOString(),
    );
    const body = await given.store.evidence.put(Buffer.from(`${id} ${code}`));
    const seen = [{ ...capture(code, `${id}-${code}`), body }];
    await given.store.visits.commit(record, { ...visit(code), started: from ?? '', finished: to ?? '' }, seen, []);
  }
  if (finished) await given.store.runs.finish(id, started);
}

describe('the look at the next night', () => {
  test('says when it begins and ends in the zone of the pack, whom it visits, and the nights after it', async () => {
    const found = await check();
    expect(found).toMatchObject({
      step: 'start',
      begins: '2026-03-01T14:00:00.000Z',
      closes: '2026-03-01T22:00:00.000Z',
    });
    expect(new Set(found.plan.map(({ code }) => code))).toEqual(new Set(['1', '2', '3']));
    expect(found.upcoming[0]).toEqual({ night: '2026-03-02T14:00:00.000Z', open: true });
    const lines = scheduleCheckLines(found);
    expect(lines[1]).toMatch(/^next +2026-03-01 22:00 UTC\+8: a new run/);
    expect(lines[2]).toMatch(/no visit begins after 2026-03-02 06:00 UTC\+8/);
  });

  test('without a data folder says that no night is known, and gives the limit alone', async () => {
    const found = await check({}, { withStore: false });
    expect([found.estimate, found.nights, found.disk.nightly]).toEqual([null, [], null]);
    expect(found.longest).toBe(3 * real.crawl.budget['visit-time']);
    const text = scheduleCheckLines(found).join('\n');
    expect(text).toMatch(/duration +not known: no night was measured .* at most 90 min/);
    expect(text).toMatch(/a first night of a whole country takes a few gigabytes/);
  });

  test('is as long as the median of the measured nights, and adds what the largest of them added', async () => {
    await night('r1', '2026-02-26T14:00:00.000Z', 20);
    await night('r2', '2026-02-27T14:00:00.000Z', 10);
    await night('r3', '2026-02-28T14:00:00.000Z', 30);
    const found = await check();
    expect(found.estimate).toEqual({ duration: 60 * 60_000, cutOff: [], unmeasured: [] });
    expect(found.nights.map(({ run: id, busy }) => [id, busy / 60_000])).toEqual([
      ['r3', 90],
      ['r2', 30],
      ['r1', 60],
    ]);
    expect(found.disk.nightly).toBe(Math.max(...found.nights.map(({ evidence }) => evidence)));
    expect(scheduleCheckLines(found).join('\n')).toMatch(/duration +about 60 min, to 2026-03-01 23:00 UTC\+8/);
    expect((await check({ concurrency: 3 })).estimate?.duration).toBe(20 * 60_000);
  });

  test('says when the window cuts visits off', async () => {
    await night('r1', '2026-02-28T14:00:00.000Z', 300);
    const found = await check();
    expect(found.estimate?.cutOff).toHaveLength(1);
    expect(what(found)).toContain('fail 1 visits would not begin before the window closes');
  });

  test('goes on with a run that was cut off, and visits what it left', async () => {
    await night('r1', '2026-02-28T14:00:00.000Z', 10, false);
    const found = await check();
    expect(found).toMatchObject({
      step: 'resume',
      begins: '2026-03-01T14:00:00.000Z',
      plan: [{ code: '2' }, { code: '3' }],
    });
  });

  test('looks past the night that was served', async () => {
    await night('r1', '2026-03-01T14:00:00.000Z', 10);
    const found = await check({}, { at: Date.parse('2026-03-01T16:00:00.000Z') });
    expect(found.begins).toBe('2026-03-02T14:00:00.000Z');
  });

  test('names what is missing: contact, browser, notification, a free data folder', async () => {
    expect(what(await check({}, { own: { ...real, crawl: pack.crawl } }))[0]).toMatch(
      /^fail the contact .* is a placeholder/,
    );
    expect(what(await check({ sandbox: true }, { own: { ...real, crawl: pack.crawl } })).join()).not.toMatch(
      /placeholder/,
    );
    expect(what(await check())).toEqual([
      'warn no Chromium was found: what only a browser shows stays unknown',
      'warn nobody is told of a night: notify names neither webhook nor email',
    ]);
    expect(what(await check({ browser: false }))).toHaveLength(1);
    const schedule = { ...real.schedule, notify: { ...real.schedule.notify, webhook: 'https://a.cn/hook' } };
    expect(what(await check({ browser: false }, { own: { ...real, schedule } }))).toEqual([
      'warn the webhook is sent without a signature: GOVPROBE_WEBHOOK_SECRET is not set',
    ]);
    const lock = await takeRunLock(given.store.locks, 'test');
    expect(what(await check())[0]).toMatch(/another process visits/);
    await lock.release();
  });

  test('says when the pattern fires outside the window', async () => {
    const schedule = { ...real.schedule, cron: '0 12 * * *' };
    const found = await check({}, { own: { ...real, schedule } });
    expect(found.begins).toBe('2026-03-01T14:00:00.000Z');
    expect(what(found).join()).toMatch(/fires outside the night window/);
    expect(found.upcoming.every(({ open }) => !open)).toBe(true);
  });
});

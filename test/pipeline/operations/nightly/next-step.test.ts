import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  nextStep,
  nightWindow,
  type ScheduledRun,
  type StepInput,
} from '../../../../src/pipeline/operations/nightly/next-step.ts';

const window = { zone: 'Asia/Shanghai', from: '22:00', to: '06:00' };
const rules = { cron: '0 22 * * *', missed: 'catch-up', unfinished: 'resume' } as const;
/** Shanghai time, which is eight hours before UTC all year. */
const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const night = at('2026-11-26T22:00');
const run = (started: string, finished: string | null, served = started): ScheduledRun => ({
  id: `run of ${started}`,
  night: at(served),
  started: at(started),
  finished: finished === null ? null : at(finished),
});
const step = (now: string, runs: readonly ScheduledRun[] = [], change: Partial<StepInput['rules']> = {}) =>
  nextStep({ now: at(now), window, rules: { ...rules, ...change }, runs });
const lastNight = run('2026-11-25T22:00', '2026-11-26T03:00');

describe('the night window', () => {
  test.each([
    ['2026-11-26T21:59', false],
    ['2026-11-26T22:00', true],
    ['2026-11-27T05:59', true],
    ['2026-11-27T06:00', false],
  ])('at %s is open: %s', (time, open) => expect(nightWindow(at(time), window).open).toBe(open));

  test('closes in the morning and opens in the evening', () => {
    expect(nightWindow(at('2026-11-26T23:00'), window).closes).toBe(at('2026-11-27T06:00'));
    expect(nightWindow(at('2026-11-26T12:00'), window).opens).toBe(night);
  });

  test('may lie within a day, and never closes when both ends are the same', () => {
    expect(nightWindow(at('2026-11-26T03:00'), { ...window, from: '01:00', to: '05:00' }).open).toBe(true);
    expect(nightWindow(at('2026-11-26T12:00'), { ...window, from: '00:00', to: '00:00' })).toMatchObject({
      open: true,
      closes: null,
    });
  });

  test('keeps to the zone over a change of its clocks', () => {
    // Berlin goes back from three to two o'clock in this night, which is nine hours long.
    const zone = { zone: 'Europe/Berlin', from: '22:00', to: '06:00' };
    const open = Date.parse('2026-10-24T20:00:00Z');
    expect(nightWindow(open, zone)).toMatchObject({ open: true, closes: Date.parse('2026-10-25T05:00:00Z') });
  });
});

describe('the scheduling rule', () => {
  test('starts on time, waits before', () => {
    expect(step('2026-11-26T21:59', [lastNight])).toMatchObject({ do: 'wait', until: night });
    expect(step('2026-11-26T22:00', [lastNight])).toMatchObject({
      do: 'start',
      night,
      until: at('2026-11-27T06:00'),
    });
  });

  test('serves a night once', () => {
    const done = run('2026-11-26T22:00', '2026-11-26T23:30');
    expect(step('2026-11-26T23:31', [lastNight, done])).toMatchObject({ do: 'wait', until: at('2026-11-27T22:00') });
  });

  test('catches a missed night up as long as the window is open, or skips it', () => {
    expect(step('2026-11-27T01:00', [lastNight])).toMatchObject({ do: 'start', night, why: /caught up/ });
    const skipped = step('2026-11-27T01:00', [lastNight], { missed: 'skip' });
    expect(skipped).toMatchObject({ do: 'wait', until: at('2026-11-27T22:00') });
    const afterwards = step('2026-11-27T09:00', [lastNight]);
    expect(afterwards).toMatchObject({ do: 'wait', until: at('2026-11-27T22:00') });
  });

  test('goes on with what the end of the window cut off, when it opens again', () => {
    const cut = run('2026-11-25T22:00', null);
    expect(step('2026-11-26T12:00', [cut])).toMatchObject({ do: 'wait', until: night });
    expect(step('2026-11-26T22:00', [cut])).toMatchObject({ do: 'resume', run: cut.id });
    // Finished after the beginning of the next night, it has served that one too.
    const later = run('2026-11-25T22:00', '2026-11-27T01:00');
    expect(step('2026-11-27T01:01', [later])).toMatchObject({ do: 'wait', until: at('2026-11-27T22:00') });
  });

  test('or closes it as it is, but not while its own night lasts', () => {
    const cut = run('2026-11-26T22:00', null);
    expect(step('2026-11-27T02:00', [cut], { unfinished: 'partial' })).toMatchObject({ do: 'resume' });
    expect(step('2026-11-27T06:00', [cut], { unfinished: 'partial' })).toMatchObject({ do: 'close', run: cut.id });
  });

  test('a start outside of the window waits for it', () => {
    const early = step('2026-11-26T20:30', [lastNight], { cron: '0 20 * * *' });
    expect(early).toMatchObject({ do: 'wait', until: night });
    expect(step('2026-11-26T22:00', [lastNight], { cron: '0 20 * * *' })).toMatchObject({ do: 'start' });
  });

  test('kept for weeks with a machine that comes and goes, never begins outside of the window nor twice a night', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 5, maxLength: 60 }), (minutes) => {
        let now = at('2026-11-01T12:00');
        const runs: { id: string; night: number; started: number; finished: number | null }[] = [];
        for (const length of minutes) {
          const todo = nextStep({ now, window, rules, runs });
          if (todo.do === 'start') {
            expect(nightWindow(now, window).open).toBe(true);
            expect(runs.every((item) => item.finished !== null && item.night < todo.night)).toBe(true);
            runs.push({ id: `${now}`, night: todo.night, started: now, finished: null });
          }
          if (todo.do === 'start' || todo.do === 'resume') {
            const open = runs.find((item) => item.finished === null);
            const end = now + length * 60_000;
            if (open !== undefined && todo.until !== null && end < todo.until) open.finished = end;
            now = Math.min(end, todo.until ?? end);
          } else if (todo.do === 'wait') {
            expect(todo.until).toBeGreaterThan(now);
            now = Math.min(todo.until, now + length * 60_000);
          }
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

import { Cron } from 'croner';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import type { ScheduleSettings } from '../../../config/schema/schedule.ts';
import { inZone } from '../../../model/time.ts';
import type { Run } from '../../../store/store.ts';

/** A scheduled run as the rule sees it; times in milliseconds since the epoch. */
export interface ScheduledRun {
  readonly id: string;
  /** The night it serves: the time at which the cron pattern fired. */
  readonly night: number;
  readonly started: number;
  /** Null while it is not complete. */
  readonly finished: number | null;
}

/** The runs that a schedule began, as the rule wants them; those that a person began are left out. */
export function scheduledRuns(runs: readonly Run[]): ScheduledRun[] {
  return runs.flatMap(({ id, kind, started, finished, settings: { night } }) =>
    kind === 'crawl' && typeof night === 'string'
      ? [
          {
            id,
            night: Date.parse(night),
            started: Date.parse(started),
            finished: finished === null ? null : Date.parse(finished),
          },
        ]
      : [],
  );
}

export interface StepInput {
  readonly now: number;
  readonly window: CrawlSettings['night-window'];
  readonly rules: Pick<ScheduleSettings, 'cron' | 'missed' | 'unfinished'>;
  /** Scheduled runs, in any order. */
  readonly runs: readonly ScheduledRun[];
}

/** What a schedule does next. `until`: when the night window closes, or null when it never does. */
export type Step =
  | { readonly do: 'start'; readonly night: number; readonly until: number | null; readonly why: string }
  | { readonly do: 'resume'; readonly run: string; readonly until: number | null; readonly why: string }
  | { readonly do: 'close'; readonly run: string; readonly why: string }
  | { readonly do: 'wait'; readonly until: number; readonly why: string };

/** A run that begins within so many milliseconds of its time is not late. */
const punctual = 5 * 60_000;

/** The night window of an instant: whether it is open, when it closes, and when it opens next. */
export function nightWindow(
  now: number,
  { zone, from, to }: CrawlSettings['night-window'],
): { open: boolean; closes: number | null; opens: number } {
  if (from === to) return { open: true, closes: null, opens: now };
  const [opening, closing] = [daily(from, zone), daily(to, zone)];
  const open = last(opening, now) > last(closing, now);
  return { open, closes: open ? next(closing, now) : null, opens: open ? now : next(opening, now) };
}

/**
 * The scheduling rule, pure: given the time, the runs so far and the rules, what to do. At most one
 * thing is done at a time, so runs do not overlap; an unfinished run goes before a new one.
 */
export function nextStep({ now, window, rules, runs }: StepInput): Step {
  const pattern = new Cron(rules.cron, { paused: true, timezone: window.zone });
  const { open, closes, opens } = nightWindow(now, window);
  const upcoming = next(pattern, now);
  const unfinished = runs.filter(({ finished }) => finished === null).sort((a, b) => b.started - a.started)[0];
  if (unfinished !== undefined) {
    const sameNight = open && unfinished.started >= last(daily(window.from, window.zone), now);
    if (rules.unfinished === 'partial' && !sameNight) {
      return { do: 'close', run: unfinished.id, why: 'its night is over, and unfinished runs are closed as they are' };
    }
    if (!open) return { do: 'wait', until: opens, why: `run ${unfinished.id} goes on when the night window opens` };
    return { do: 'resume', run: unfinished.id, until: closes, why: 'the run was cut off' };
  }
  const night = last(pattern, now);
  const served = runs.some((run) => run.night >= night || (run.finished ?? run.started) >= night);
  if (served) return { do: 'wait', until: upcoming, why: 'the next night has not begun' };
  const late = now - night > punctual;
  if (late && rules.missed === 'skip') {
    return {
      do: 'wait',
      until: upcoming,
      why: `the night of ${inZone(iso(night), window.zone)} was missed and is skipped`,
    };
  }
  if (!open) {
    const until = Math.min(opens, upcoming);
    return {
      do: 'wait',
      until,
      why: `the night of ${inZone(iso(night), window.zone)} begins when the night window opens`,
    };
  }
  return {
    do: 'start',
    night,
    until: closes,
    why: late ? `the night of ${inZone(iso(night), window.zone)} is caught up` : 'it is time',
  };
}

/** When the pattern fires next, and whether the night window is open then. */
export function upcomingNights(
  now: number,
  count: number,
  { cron, window }: { readonly cron: string; readonly window: CrawlSettings['night-window'] },
): { readonly night: number; readonly open: boolean }[] {
  const pattern = new Cron(cron, { paused: true, timezone: window.zone });
  return pattern
    .nextRuns(count, new Date(now))
    .map((fires) => ({ night: fires.getTime(), open: nightWindow(fires.getTime(), window).open }));
}

function daily(time: string, zone: string): Cron {
  const [hours, minutes] = time.split(':');
  return new Cron(`${Number(minutes)} ${Number(hours)} * * *`, { paused: true, timezone: zone });
}

/** The last time a pattern fired, `now` included. */
function last(pattern: Cron, now: number): number {
  return pattern.previousRuns(1, new Date(now + 1))[0]?.getTime() ?? Number.NEGATIVE_INFINITY;
}

function next(pattern: Cron, now: number): number {
  return pattern.nextRun(new Date(now))?.getTime() ?? Number.POSITIVE_INFINITY;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

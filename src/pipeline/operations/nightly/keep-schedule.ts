import { setTimeout as sleep } from 'node:timers/promises';
import type { Pack } from '../../../config/pack.ts';
import { nextStep, type ScheduledRun, type Step } from './next-step.ts';

export interface ScheduleOptions {
  readonly pack: Pick<Pack, 'crawl' | 'schedule'>;
  readonly runs: () => Promise<readonly ScheduledRun[]>;
  readonly clock: () => number;
  /** Does a step that is no waiting. */
  readonly act: (step: Exclude<Step, { do: 'wait' }>) => Promise<void>;
  /** Told what is waited for, once for each reason. */
  readonly waiting: (step: Extract<Step, { do: 'wait' }>) => void;
  /** Waits for so many milliseconds, or less when aborted. */
  readonly pause?: (milliseconds: number) => Promise<void>;
  readonly signal: AbortSignal;
}

/**
 * The clock is looked at again at least this often, since a machine may sleep and its clock be set.
 */
const longestPause = 60_000;

/**
 * Keeps the schedule until aborted: asks the rule, does what it says, and asks again. Rejects with
 * what a step threw.
 */
export async function keepSchedule(options: ScheduleOptions): Promise<void> {
  const pause = options.pause ?? ((milliseconds) => rest(milliseconds, options.signal));
  let said = '';
  while (!options.signal.aborted) {
    const step = await dueStep(options);
    if (step.do !== 'wait') {
      said = '';
      await options.act(step);
      continue;
    }
    const reason = `${step.why} ${step.until}`;
    if (reason !== said) options.waiting(step);
    said = reason;
    await pause(Math.min(longestPause, Math.max(1000, step.until - options.clock())));
  }
}

/** What is to be done now. */
export async function dueStep(options: Pick<ScheduleOptions, 'pack' | 'runs' | 'clock'>): Promise<Step> {
  const { crawl, schedule } = options.pack;
  return nextStep({
    now: options.clock(),
    window: crawl['night-window'],
    rules: schedule,
    runs: await options.runs(),
  });
}

async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

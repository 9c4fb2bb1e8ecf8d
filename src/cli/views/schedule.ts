import type { NightRemark } from '../../application/night-needs.ts';
import type { WaitStep } from '../../application/schedule.ts';
import type { ScheduleCheck } from '../../application/schedule-check.ts';
import { inZone } from '../../model/time.ts';
import type { NightResult } from '../../pipeline/operations/nightly/close-night.ts';
import { table } from '../output.ts';

/** Until when a schedule waits, and what for. */
export function waitLine({ until, why }: WaitStep, zone: string): string {
  return `waiting until ${inZone(new Date(until).toISOString(), zone)}: ${why}`;
}

/** Whether a night was published, the checks of the gate, and what changed. */
export function nightLines(result: NightResult): string[] {
  const counts = Object.entries(result.counts).map(([kind, count]) => `${kind} ${count}`);
  return [
    result.passed
      ? `run ${result.run} is published${result.before === null ? '' : ` in the place of ${result.before}`}`
      : `run ${result.run} was refused; ${result.published === null ? 'nothing is published' : `${result.published} stays published`}`,
    ...result.checks.map(({ passed, name, sentence }) => `  ${passed ? 'ok' : 'REFUSED'} ${name}: ${sentence}`),
    `changes: ${counts.length === 0 ? 'none' : counts.join(', ')} (nights/${result.run}.json)`,
  ];
}

/** Visits of the plan that are listed; JSON has all. */
const visitsListed = 12;

/** The next night in lines: when, whom, how long, what it needs and what is missing. */
export function scheduleCheckLines(check: ScheduleCheck): string[] {
  const { zone, step, begins, closes, plan, canaries, concurrency, upcoming, remarks, why } = check;
  const at = (time: string): string => inZone(time, zone);
  const doing = { start: 'a new run', resume: 'the unfinished run goes on', close: 'the unfinished run is closed' }[
    step
  ];
  return [
    `now        ${at(check.now)} (${zone})`,
    `next       ${at(begins)}: ${doing} (${why})`,
    `window     ${closes === null ? 'always open' : `no visit begins after ${at(closes)}`}`,
    `visits     ${plan.length}, ${concurrency} at once${canaries.length === 0 ? '' : `; beside them ${canaries.length} canaries`}`,
    ...(plan.length === 0 ? [] : [`order      ${orderText(plan)}`]),
    ...durationLines(check),
    ...diskLines(check),
    `then       ${upcoming.map(({ night, open }) => at(night) + (open ? '' : ' (window closed)')).join('; ')}`,
    '',
    ...(remarks.length === 0 ? ['nothing is missing'] : remarks.flatMap(remarkLines)),
  ];
}

function orderText(plan: ScheduleCheck['plan']): string {
  const names = plan.slice(0, visitsListed).map(({ name }) => name);
  const more = plan.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more (--json lists all)` : ''}; by a hash of the code, so that neighbours do not ask one host at once`;
}

function durationLines({ estimate, nights, longest, begins, zone }: ScheduleCheck): string[] {
  const limit = `at most ${duration(longest)}, if every visit takes all its time`;
  if (estimate === null) return [`duration   not known: no night was measured in this data folder yet; ${limit}`];
  const ends = inZone(new Date(Date.parse(begins) + estimate.duration).toISOString(), zone);
  const { unmeasured, cutOff } = estimate;
  return [
    `duration   about ${duration(estimate.duration)}, to ${ends}; ${limit}`,
    ...(unmeasured.length === 0
      ? []
      : [`           ${unmeasured.length} visits were never measured and count as the median of the others`]),
    ...(cutOff.length === 0 ? [] : [`           ${cutOff.length} visits would not begin in the window`]),
    ...table(
      ['measured night', 'visits', 'took', 'new evidence'],
      nights.map(({ run, visits, busy, evidence }) => [run, String(visits), duration(busy), size(evidence)]),
    ).map((line) => `           ${line}`),
  ];
}

function diskLines({ disk: { free, nightly } }: ScheduleCheck): string[] {
  if (nightly === null)
    return [`disk       ${size(free)} free; a first night of a whole country takes a few gigabytes`];
  const nights = nightly === 0 ? '' : `, enough for ${Math.floor(free / nightly)} nights`;
  return [`disk       ${size(free)} free, a night adds up to ${size(nightly)} of evidence${nights}`];
}

function remarkLines({ level, what, cure }: NightRemark): string[] {
  return [`${level === 'fail' ? 'MISSING' : 'note'}: ${what}`, `   ${cure}`];
}

function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 120) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function size(bytes: number): string {
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(0)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

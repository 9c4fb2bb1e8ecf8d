import type { WaitStep } from '../../application/schedule.ts';
import { inZone } from '../../model/time.ts';
import type { NightResult } from '../../pipeline/operations/nightly/close-night.ts';

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

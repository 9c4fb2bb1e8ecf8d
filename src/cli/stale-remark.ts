import type { Finding } from '../model/finding.ts';
import type { StaleFinding } from '../model/judged-finding.ts';
import { dayIn, inZone } from '../model/time.ts';
import { short } from './output.ts';
import { say } from './say.ts';

/** A finding for JSON, with what was known before under `stale` where it is unknown now. */
export function withStale(finding: Finding, earlier: StaleFinding | undefined): Finding & { stale?: unknown } {
  if (earlier === undefined) return finding;
  const { run, measured, ageDays } = earlier;
  const { state, value, confidence, evidence } = earlier.finding;
  return { ...finding, stale: { state, value, confidence, evidence, run, measured, ageDays } };
}

/** `; stale: present {...} of 2026-11-20`, or nothing. */
export function staleRemark(earlier: StaleFinding | undefined, zone: string): string {
  if (earlier === undefined) return '';
  const value = short(earlier.finding.value, 40);
  const claim = `${say(earlier.finding.state)}${value === '' ? '' : ` ${value}`}`;
  return say('; stale: {claim} of {day}', { claim, day: dayIn(earlier.measured, zone) });
}

/** The same with its evidence, a line each. */
export function staleLines(earlier: StaleFinding | undefined, zone: string): string[] {
  if (earlier === undefined) return [];
  const { finding, run, measured, ageDays } = earlier;
  return [
    say('stale: {claim} as of {time} (run {run}, {days} days before)', {
      claim: `${say(finding.state)} ${short(finding.value, 300)}`,
      time: inZone(measured, zone),
      run,
      days: ageDays,
    }),
    ...finding.evidence.map(({ url, quote }) => `   ${url} “${quote}”`),
  ];
}

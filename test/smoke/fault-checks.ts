import { expect } from 'vitest';
import type { Government } from '../../src/model/government.ts';
import { hostileGovernments } from '../../src/sandbox/hostile/hostile.ts';
import { plainBehaviours as behaviours } from '../../src/sandbox/hostile/table.ts';
import type { Result } from './fault-run.ts';

/** Governments whose sites behave badly, in the order of the table. */
export const hostile: readonly Government[] = hostileGovernments(behaviours);

/** The class that the table demands, by name, with the government. */
export const cases = behaviours.map(({ name, yields }, index) => [name, yields, hostile[index]] as const);

/** What the capture of the home page says. */
export function yielded(result: Result, government: Government): string {
  const home = result.capturesOf(government).find((capture) => capture.home);
  return home === undefined ? 'no capture' : (home.failure ?? 'read');
}

/** Nothing that was not seen is called absent, or present. */
export function expectHonest(result: Result, government: Government): void {
  const findings = result.findingsOf(government);
  expect(findings.length).toBeGreaterThan(20);
  const partly = behaviours.find(({ name }) => name === government.name)?.partly ?? false;
  if (partly) expect(findings.filter(({ state }) => state === 'absent')).toEqual([]);
  if (yielded(result, government) === 'read') return;
  expect(findings.filter(({ state }) => state === 'absent' || state === 'present')).toEqual([]);
}

import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { evaluateFindings, truthSheet } from '../../src/application/evaluate.ts';
import { openStore } from '../store/place.ts';
import { temporaryFolder } from './cli.ts';
import { pack } from './fault-run.ts';
import { survey } from './survey.ts';
import { turningProbes } from './truth.ts';

const data = temporaryFolder();
afterAll(data.remove);

/**
 * Every 32nd government of the registry: all regions, groups and families. `country.long.test.ts`
 * takes all of them.
 */
const some = readFileSync(new URL('../../config/governments.csv', import.meta.url), 'utf8')
  .split('\n')
  .slice(1)
  .filter((_, index) => index % 32 === 0)
  .map((row) => row.split(',')[0] ?? '')
  .filter((code) => code !== '');

describe('findings against the truth of the simulated country, in a storm, without a browser', () => {
  test('claim nothing false about the probes that the design turns on', async () => {
    const { truth } = await survey(data.path, some, 'storm');
    const store = await openStore(data.path, 'read');
    const { agreements, mismatches } = await evaluateFindings(store, pack, truthSheet(truth, pack), {
      run: undefined,
      exact: true,
    }).finally(() => store.close());
    // Without a browser a search box or a robot that scripts drive is not put to the test: its level stays a lower bound.
    const untried = (item: { probe: string; kind: string }): boolean =>
      item.kind === 'wrong-value' && (item.probe === 'smart-search' || item.probe === 'smart-qa');
    const wrong = mismatches.filter(
      (item) =>
        turningProbes.includes(item.probe) && item.kind !== 'missed' && item.kind !== 'unmeasured' && !untried(item),
    );
    expect(wrong).toEqual([]);
    const counted = turningProbes.filter((probe) => probe !== 'smart-search' && probe !== 'smart-qa');
    for (const probe of agreements.filter((item) => counted.includes(item.probe))) {
      expect(probe.reachable, probe.probe).toBeGreaterThan(3);
      // What a storm hides is unknown and not absent, so only what is there can be asked for.
      const missed = mismatches.filter(
        (item) => item.probe === probe.probe && item.kind === 'missed' && item.expected.startsWith('present'),
      );
      expect(missed.length, `missed by ${probe.probe}`).toBeLessThanOrEqual(probe.reachable * 0.15);
    }
    expect(agreements).toHaveLength(24);
    expect(mismatches.filter((item) => item.kind === 'false-absent')).toEqual([]);
  }, 240_000);
});

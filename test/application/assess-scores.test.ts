import { expect, it } from 'vitest';
import type { Pack } from '../../src/config/pack.ts';
import { assessCurrent, assessScores } from '../../src/pipeline/assessment/assessed-state.ts';
import { currentState } from '../../src/store/current.ts';
import { temporaryStore } from '../store/temporary-store.ts';
import { foundIn, pack, storeRun } from './known-data.ts';

const given = temporaryStore();

/** The pack with a rule that carries the findings of one probe forward. */
const carrying: Pack = {
  ...pack,
  tree: {
    ...pack.tree,
    capabilities: pack.tree.capabilities.map((capability) => ({
      ...capability,
      indicators: capability.indicators.map((branch) => ({
        ...branch,
        indicators: branch.indicators.map((leaf) =>
          leaf.finding === 'sa-one' ? { ...leaf, unknown: { 'carry-forward-days': 90 } } : leaf,
        ),
      })),
    })),
  },
};

it('scores alone are those of the whole assessment, with and without a rule that carries forward', async () => {
  const probes = ['sa-one', 'sa-two', 'sb-one', 'ra-one', 'smart-search', 'smart-qa'];
  const nights = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'];
  for (const [night, started] of nights.entries()) {
    const id = `r${night + 1}`;
    const states = probes.map((probe) =>
      foundIn(id, '1', night > 0 && probe === 'sa-one' ? 'unknown' : 'present', probe),
    );
    await storeRun(
      given.store,
      id,
      { 1: { findings: states }, 2: { findings: [foundIn(id, '2', 'absent')] } },
      { started },
    );
  }
  const current = await currentState(given.store);
  const scores = await assessScores(given.store, pack, current);
  expect(scores).toEqual((await assessCurrent(given.store, pack, current)).assessment);
  const carried = await assessScores(given.store, carrying, current);
  expect(carried).toEqual((await assessCurrent(given.store, carrying, current)).assessment);
  const rules = carried.scores.flatMap(({ points }) => points.map(({ rule }) => rule));
  expect(rules).toContain('carried-forward');
});

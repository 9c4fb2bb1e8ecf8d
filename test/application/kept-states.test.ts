import { expect, it } from 'vitest';
import { keepStates, keptState } from '../../src/application/kept-states.ts';
import { currentState } from '../../src/store/current.ts';
import { finding, run, town, visit } from '../store/samples.ts';
import { temporaryStore } from '../store/temporary-store.ts';
import { foundIn, storeRun } from './known-data.ts';

const given = temporaryStore();

it('what ended runs hold is read once, while a run laid over them goes on', async () => {
  await storeRun(given.store, 'r1', {
    1: { findings: [foundIn('r1', '1', 'absent')] },
    2: { findings: [foundIn('r1', '2', 'absent')] },
  });
  keepStates(given.store.folder.path);
  const read: string[] = [];
  const findings = new Proxy(given.store.findings, {
    get: (own, name) => {
      if (name !== 'list') return Reflect.get(own, name);
      return (id: string) => {
        read.push(id);
        return own.list(id);
      };
    },
  });
  const store = new Proxy(given.store, {
    get: (own, name) => (name === 'findings' ? findings : Reflect.get(own, name)),
  });
  expect((await keptState(store, undefined)).findings.map(({ state }) => state)).toEqual(['absent', 'absent']);
  const probed = run('p1', 'probe', '3000-01-01T00:00:00.000Z');
  await given.store.runs.start(probed, [town('1'), town('2')]);
  for (const code of ['1', '2']) {
    await given.store.visits.commit(probed, visit(code), [], [finding(code, 'present')]);
    const kept = await keptState(store, undefined);
    expect(kept.findings).toEqual((await currentState(given.store)).findings);
    expect(kept.findings.filter(({ state }) => state === 'present')).toHaveLength(Number(code));
  }
  await given.store.runs.finish('p1', '3000-01-01T01:00:00.000Z');
  await keptState(store, undefined);
  expect(read).toEqual(['r1', 'p1', 'p1', 'p1']);
  await given.store.reviews.append({
    ...{ government: '1', probe: 'smart-search', run: 'p1', observed: '1000-01-01T00:00:00.000Z' },
    ...{ machine: { state: 'present', value: null }, state: 'absent', value: null },
    ...{ who: 'Wang', when: '3000-02-01T00:00:00.000Z', why: 'seen' },
  });
  await keptState(store, undefined);
  expect(read).toHaveLength(4);
});

import { describe, expect, test } from 'vitest';
import { loadPack } from '../../../src/config/pack.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { staleFindings } from '../../../src/pipeline/assessment/stale-findings.ts';
import type { Run } from '../../../src/store/store.ts';
import { shippedPack } from '../../config/temporary-pack.ts';
import { finding, run, town, visit } from '../../store/samples.ts';
import { temporaryStore } from '../../store/temporary-store.ts';

const pack = loadPack(shippedPack);
const dayOf = (night: number) => `2026-11-${String(10 + night).padStart(2, '0')}T14:00:00.000Z`;

const given = temporaryStore();

const unknown = (reason: string): Finding => ({ ...finding('510100', 'unknown'), reason });

/** One night after the other; what is carried into the last. */
async function carried(nights: readonly Finding[]): Promise<[string, number, string][]> {
  let last: Omit<Run, 'finished'> | undefined;
  for (const [night, found] of nights.entries()) {
    last = run(`r${night}`, 'crawl', dayOf(night));
    await given.store.runs.start(last, [town('510100')]);
    await given.store.visits.commit(last, { ...visit('510100'), finished: dayOf(night) }, [], [found]);
    await given.store.runs.finish(last.id, dayOf(night));
  }
  if (last === undefined) throw new Error('no night');
  const stale = await staleFindings(
    given.store,
    pack,
    [{ ...last, finished: null }],
    await given.store.findings.list(last.id),
  );
  return [...stale.values()].map(({ run: from, ageDays, finding: { state } }) => [from, ageDays, state]);
}

describe('what is carried into a night in which a site was dead', () => {
  test('is the last known finding, with its age', async () => {
    expect(await carried([finding('510100', 'absent'), finding('510100', 'present'), unknown('dns')])).toEqual([
      ['r1', 1, 'present'],
    ]);
  });

  test('reaches over nights in which it was dead as well', async () => {
    expect(await carried([finding('510100', 'present'), unknown('blocked'), unknown('dns')])).toEqual([
      ['r0', 2, 'present'],
    ]);
  });

  test.each(['incomplete', 'not-visible', 'http-4xx'])(
    'is nothing where the living site had left it unknown since: %s',
    async (reason) => {
      expect(await carried([finding('510100', 'present'), unknown(reason), unknown('dns')])).toEqual([]);
    },
  );

  test('passes over visits that did not ask for it', async () => {
    expect(await carried([finding('510100', 'present'), unknown('no-probe'), unknown('dns')])).toEqual([
      ['r0', 2, 'present'],
    ]);
  });

  test.each([unknown('incomplete'), finding('510100', 'absent')])(
    'is nothing where tonight the site lived: %o',
    async (tonight) => {
      expect(await carried([finding('510100', 'present'), tonight])).toEqual([]);
    },
  );

  test('is nothing that is older than allowed', async () => {
    const { 'carry-forward-days': days } = pack.schedule;
    const dead = Array.from({ length: days + 1 }, () => unknown('dns'));
    expect(await carried([finding('510100', 'present'), ...dead])).toEqual([]);
  });
});

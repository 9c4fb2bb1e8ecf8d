import { describe, expect, test } from 'vitest';
import { findingEvidence } from '../../src/application/evidence.ts';
import { cureFor } from '../../src/config/schema/failures.ts';
import { capture } from '../store/samples.ts';
import { temporaryStore } from '../store/temporary-store.ts';
import { foundIn, freeze, pack, storeRun } from './known-data.ts';

const given = temporaryStore();
const evidence = (choice: { government: string; probe: string; run?: string; edition?: string }) =>
  findingEvidence(given.store, pack, choice);

describe('the evidence of a finding', () => {
  test('leads from the quote to the capture, its run, its time and its bytes', async () => {
    const page = { ...capture('1', 'r1-1'), body: 'ab'.repeat(32), time: '2026-02-03T04:05:06.000Z' };
    await storeRun(given.store, 'r1', { 1: { findings: [foundIn('r1', '1', 'present')], captures: [page] } });
    const { government, chain, failures, settle, earlier } = await evidence({ government: '1市', probe: 'sa-one' });
    expect(government.code).toBe('1');
    expect(chain).toEqual([
      {
        ...{ url: 'http://a/', quote: 'quote of r1', capture: 'r1-1', run: 'r1', time: '2026-02-03T04:05:06.000Z' },
        ...{ sha256: 'ab'.repeat(32), status: 200, via: 'http', screenshot: null, type: 'text/html' },
      },
    ]);
    expect([failures, settle, earlier]).toEqual([[], {}, undefined]);
    await freeze(given.store, '2023', 'r1');
    expect((await evidence({ government: '1', probe: 'sa-one', edition: '2023' })).chain).toEqual(chain);
  });

  test('lists what failed and what would settle the question', async () => {
    const obstacles = [{ reason: 'dns' as const, site: 'portal' as const, url: 'http://a/' }];
    const failed = { ...capture('1', 'r1-1', 'dns'), detail: 'no such host' };
    const findings = [{ ...foundIn('r1', '1', 'unknown'), obstacles }];
    await storeRun(given.store, 'r1', { 1: { findings, captures: [failed, capture('1', 'fine')] } });
    const { failures, settle } = await evidence({ government: '1', probe: 'sa-one' });
    expect(failures).toEqual([
      { url: 'http://a/', site: 'portal', failure: 'dns', detail: 'no such host', time: failed.time },
    ]);
    expect(settle).toEqual({ dns: cureFor(pack.failures, 'dns') });
  });

  test('of a capture that is gone has the quote alone', async () => {
    await storeRun(given.store, 'r1', { 1: { findings: [foundIn('r0', '1', 'present')] } });
    const [link] = (await evidence({ government: '1', probe: 'sa-one' })).chain;
    expect(link).toMatchObject({ quote: 'quote of r0', run: null, time: null, sha256: null, status: null, via: null });
  });

  test('takes a capture that two runs hold from the newer one', async () => {
    const shared = [capture('1', 'same')];
    const found = { ...foundIn('r1', '1', 'present'), evidence: [{ url: 'http://a/', quote: 'q', capture: 'same' }] };
    await storeRun(given.store, 'r1', { 1: { findings: [found], captures: shared } });
    await storeRun(given.store, 'r2', { 1: { findings: [found], captures: shared } }, { kind: 'probe' });
    expect((await evidence({ government: '1', probe: 'sa-one' })).chain.map(({ run }) => run)).toEqual(['r2']);
  });

  test('is refused, with a sentence, for what is not there', async () => {
    await storeRun(given.store, 'r1', { 1: { findings: [foundIn('r1', '1', 'present')] }, 2: { findings: [] } });
    await expect(evidence({ government: '1', probe: 'smart-qa' })).rejects.toThrow(
      '1市 has no finding of a probe smart-qa; expected one of sa-one',
    );
    await expect(evidence({ government: '2', probe: 'sa-one' })).rejects.toThrow(
      '2市 has no finding yet: its visit is not complete',
    );
    await expect(evidence({ government: 'nowhere', probe: 'sa-one' })).rejects.toThrow(/No government is called/);
    await expect(evidence({ government: '1', probe: 'sa-one', run: 'r9' })).rejects.toThrow(/there is no run r9/);
  });
});

import { expect, test } from 'vitest';
import { assessedState } from '../../../src/application/assessed-state.ts';
import { wordSections } from '../../../src/application/word-sections.ts';
import { loadPack, type Pack } from '../../../src/config/pack.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { freezeEdition } from '../../../src/pipeline/assessment/editions/freeze.ts';
import { readEdition } from '../../../src/pipeline/assessment/editions/read.ts';
import { rejudgeEdition } from '../../../src/pipeline/assessment/editions/rejudge.ts';
import { shippedPack } from '../../config/temporary-pack.ts';
import { smallTree } from '../../scoring/trees.ts';
import { capture, finding, run, town, visit } from '../../store/samples.ts';
import { temporaryStore } from '../../store/temporary-store.ts';

const tree = smallTree();
for (const { indicators } of tree.capabilities)
  for (const branch of indicators) for (const leaf of branch.indicators) leaf.unknown = { 'carry-forward-days': 3 };
const pack: Pack = { ...loadPack(shippedPack, wordSections), tree };

const given = temporaryStore();

async function night(id: string, day: string, found: Finding): Promise<void> {
  const time = `2026-11-${day}T14:00:00.000Z`;
  const record = run(id, 'crawl', time);
  await given.store.runs.start(record, [town('510100')]);
  const body = await given.store.evidence.put(Buffer.from(`<p>${id}</p>`));
  const home = { ...capture('510100', `c-${id}`, found.state === 'unknown' ? 'dns' : null), body };
  await given.store.visits.commit(record, { ...visit('510100'), finished: time, unread: {} }, [home], [found]);
  await given.store.runs.finish(id, time);
}

const freeze = (name: string) =>
  freezeEdition(given.store, { name, year: null, note: null, run: null, pack, probes: [] });

test('a frozen edition carries what was known of a dead site, scored and shown as it was then, with its evidence', async () => {
  const alive = { ...finding('510100', 'present', 'sa-one'), evidence: [{ url: 'u', quote: 'q', capture: 'c-alive' }] };
  await night('alive', '10', alive);
  await night('dead', '12', finding('510100', 'unknown', 'sa-one'));
  const now = await assessedState(given.store, pack, {});
  await freeze('2026');
  const then = await assessedState(given.store, pack, { edition: '2026' });
  const point = then.assessment.scores[0]?.points.find((item) => item.finding === 'sa-one');
  expect(point).toMatchObject({ rule: 'carried-forward', carriedDays: 2, state: 'unknown' });
  expect(then.assessment).toEqual(now.assessment);
  expect(then.stale.get('510100 sa-one')).toMatchObject({ run: 'alive', ageDays: 2, finding: alive });

  // The run that saw it may go; the bytes that it rests on are the edition's now.
  const [home] = await given.store.captures.list('alive', '510100');
  await given.store.runs.remove('alive');
  expect(await given.store.editions.evidence('2026')).toContain(home?.body);
  expect((await readEdition(given.store, '2026')).stale.get('510100 sa-one')?.captures).toEqual([home]);
  expect((await given.store.editions.verify('2026')).damage).toEqual([]);
});

test('judged again it carries only what is still unknown for such a reason', async () => {
  await night('alive', '10', finding('510100', 'present', 'sa-one'));
  await night('dead', '12', finding('510100', 'unknown', 'sa-one'));
  await freeze('2026');
  const options = { pack, probes: [], onProgress: () => undefined };
  await rejudgeEdition(given.store, '2026', { ...options, as: '2026b' });
  // Without the probe the finding is unknown for want of it, which is no matter of the site.
  expect((await readEdition(given.store, '2026b')).stale.size).toBe(0);
});

test('an edition of living sites has none', async () => {
  await night('alive', '10', finding('510100', 'present', 'sa-one'));
  await freeze('2026');
  expect((await readEdition(given.store, '2026')).stale.size).toBe(0);
});

import { expect, test } from 'vitest';
import { reportInput } from '../../src/application/report-input.ts';
import { wordSections } from '../../src/application/word-sections.ts';
import { loadPack, type Pack } from '../../src/config/pack.ts';
import type { Finding } from '../../src/model/finding.ts';
import { freezeEdition } from '../../src/pipeline/assessment/editions/freeze.ts';
import { renderReport } from '../../src/report/write.ts';
import { shippedPack } from '../config/temporary-pack.ts';
import { smallTree } from '../scoring/trees.ts';
import { capture, finding, run, town, visit } from '../store/samples.ts';
import { temporaryStore } from '../store/temporary-store.ts';

const pack: Pack = { ...loadPack(shippedPack, wordSections), tree: smallTree() };
const given = temporaryStore();

async function night(id: string, day: string, found: Finding): Promise<void> {
  const time = `2026-11-${day}T14:00:00.000Z`;
  const record = run(id, 'crawl', time);
  await given.store.runs.start(record, [town('510100')]);
  const home = capture('510100', `c-${id}`, found.state === 'unknown' ? 'dns' : null);
  await given.store.visits.commit(record, { ...visit('510100'), finished: time, unread: {} }, [home], [found]);
  await given.store.runs.finish(id, time);
}

const choice = { language: 'zh', uncertainty: false } as const;

test('an edition with stale findings is reported as the same data before they were frozen', async () => {
  const alive = { ...finding('510100', 'present'), evidence: [{ url: 'u', quote: 'q', capture: 'c-alive' }] };
  await night('alive', '10', alive);
  await night('dead', '12', finding('510100', 'unknown'));
  const now = await reportInput(given.store, pack, choice);
  await freezeEdition(given.store, { name: '2026', year: 2026, note: null, run: null, pack, probes: [] });
  const then = await reportInput(given.store, pack, { ...choice, edition: '2026' });
  expect(then.stale).toEqual(now.stale);
  expect(then.stale).toMatchObject([{ run: 'alive', ageDays: 2, finding: alive }]);
  const files = await renderReport(then, { language: 'zh', formats: ['json', 'html'] });
  expect(JSON.parse(String(files.get('report.json'))).stale).toHaveLength(1);
  expect(String(files.get('cities/510100.html'))).toContain('2天前（2026-11-10）测得');
});

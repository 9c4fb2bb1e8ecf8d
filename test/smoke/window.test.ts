import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { country, governmentsOf, type Nights, openNights } from './nights.ts';
import { withoutPauses } from './survey.ts';

const governments = governmentsOf(['130500', '140200', '211200']);
const start = Date.parse('2026-11-26T21:00:00Z');
const closes = start + 3_600_000;

let nights: Nights;
let sandbox: Sandbox;
beforeAll(async () => {
  nights = await openNights();
  sandbox = await country(0);
});
afterAll(async () => {
  await nights.close();
  await sandbox.close();
});

test('when the window closes, the open visit is ended, no other is opened, and the next night goes on from there', async () => {
  const { store } = nights;
  const proxy = sandbox.proxyUrl;
  const settings = { ...withoutPauses, concurrency: 1 };
  let opened = 0;
  const cut = await nights.run({
    clock: () => (opened < 2 ? start : closes),
    night: start,
    proxy,
    governments,
    change: {
      until: closes,
      settings,
      observer: { started() {}, captured() {}, visited() {}, opened: () => void opened++ },
    },
  });
  expect(cut.result).toBeNull();
  expect(cut.summary.complete).toBe(false);
  const [run] = await store.runs.list();
  if (run === undefined) throw new Error('no run');
  expect(run.finished).toBeNull();
  const first = await store.visits.completed(run.id);
  expect(first.size).toBe(2);
  const found = await store.findings.list(run.id);
  expect(new Set(found.map(({ government }) => government))).toEqual(first);

  const rest = await nights.run({
    clock: () => closes + 86_400_000,
    night: start,
    proxy,
    governments,
    change: { resume: run, until: null, settings },
  });
  expect(rest.summary).toMatchObject({ run: run.id, complete: true, resumed: 2 });
  expect(rest.result).not.toBeNull();
  const all = await store.findings.list(run.id);
  expect(new Set(all.map(({ government }) => government)).size).toBe(3);
  expect(all.filter(({ government }) => first.has(government))).toEqual(found);
});

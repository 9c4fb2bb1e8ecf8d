import { afterEach, expect, test } from 'vitest';
import { type Metrics, observers, serveMetrics } from '../../src/cli/metrics.ts';
import { governmentsOf } from '../smoke/nights.ts';

let metrics: Metrics | null = null;
afterEach(async () => {
  await metrics?.close();
  metrics = null;
});

const [chengdu] = governmentsOf(['510100']);
const run = {
  id: 'r',
  kind: 'crawl' as const,
  started: '',
  finished: null,
  toolVersion: '',
  configHash: '',
  settings: {},
};

test('tell visits by class, findings, durations and the queue, on loopback alone', async () => {
  if (chengdu === undefined) throw new Error('no government');
  metrics = await serveMetrics(0);
  expect(metrics.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
  const observer = observers([metrics.observer]);
  observer.started(run, 3, 1);
  observer.opened(chengdu);
  const during = await (await fetch(metrics.url)).text();
  expect(during).toMatch(/govprobe_visits_open 1/);
  expect(during).toMatch(/govprobe_visits_queued 1/);
  observer.visited({ government: chengdu, captures: [], findings: [], seconds: 7, unchanged: true });
  observer.browsed({ kind: 'chat', seconds: 6 });
  observer.ended();
  const after = await (await fetch(metrics.url)).text();
  expect(after).toMatch(/govprobe_visits_total\{class="unchanged"\} 1/);
  expect(after).toMatch(/govprobe_visit_duration_seconds_bucket\{le="15"\} 1/);
  expect(after).toMatch(/govprobe_browser_job_seconds_bucket\{le="10",kind="chat"\} 1/);
  expect(after).toMatch(/govprobe_run_under_way 0/);
  expect((await fetch(metrics.url.replace('/metrics', '/'))).status).toBe(404);
});

test('a port that is taken is one sentence', async () => {
  metrics = await serveMetrics(0);
  await expect(serveMetrics(Number(new URL(metrics.url).port))).rejects.toThrow(/choose another --metrics port/);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Interrupted } from '../../src/pipeline/crawl/run/interrupted.ts';
import { runLogFile } from '../../src/pipeline/crawl/run/run-log.ts';
import { hostileGovernments, startHostile } from '../../src/sandbox/hostile/hostile.ts';
import { plainBehaviours } from '../../src/sandbox/hostile/table.ts';
import type { RunningSandbox } from '../../src/sandbox/sandbox.ts';
import { openStore } from '../store/place.ts';
import { temporaryFolder } from './cli.ts';
import { runIn, shortenedSettings } from './fault-run.ts';

const behaviours = plainBehaviours.filter(({ name }) =>
  ['says-nothing', 'gone', 'body-stops', 'rules-never-come'].includes(name),
);
const governments = hostileGovernments(behaviours);
const hour = 3_600_000;
/** As if all limits of requests had failed: only the watchdog is left. */
const unlimited = {
  ...shortenedSettings,
  timeouts: { dns: hour, connect: hour, tls: hour, 'first-byte': hour, body: hour, total: hour },
};
const open = z.object({ event: z.literal('open-request'), url: z.string(), phase: z.string(), phaseTime: z.number() });

let sandbox: RunningSandbox;
const data = temporaryFolder();
beforeAll(async () => {
  sandbox = await startHostile(behaviours);
});
afterAll(async () => {
  await sandbox.close();
  data.remove();
});

describe('a run in which nothing moves any more', () => {
  test('ends in order, and the log says what every request was waiting for', async () => {
    const settings = { ...unlimited, budget: { ...unlimited.budget, 'stall-time': 2500 } };
    const run = runIn(data.path, governments, { proxy: sandbox.proxyUrl, settings });
    await expect(run).rejects.toThrow(Interrupted);
    await expect(run).rejects.toThrow(/no visit ended for 3 s.*--resume/);
    const store = await openStore(data.path, 'read');
    const [newest] = await store.runs.list();
    const complete = await store.visits.completed(newest?.id ?? '');
    await store.close();
    const lines = readFileSync(runLogFile(data.path, newest?.id ?? ''), 'utf8')
      .trim()
      .split('\n');
    const waiting = lines.flatMap((line) => {
      const parsed = open.safeParse(JSON.parse(line));
      return parsed.success ? [parsed.data] : [];
    });
    expect(Object.fromEntries(waiting.map(({ url, phase }) => [new URL(url).host.split('.')[1], phase]))).toEqual({
      'says-nothing': 'robots.txt',
      'body-stops': 'body',
      'rules-never-come': 'robots.txt',
    });
    for (const { phaseTime } of waiting) expect(phaseTime).toBeGreaterThan(500);
    // The one that answered was visited and is kept.
    expect(complete).toEqual(new Set([governments[behaviours.findIndex(({ name }) => name === 'gone')]?.code]));
  }, 60_000);

  test('is taken up again where it was left', async () => {
    const timeouts = { dns: 5000, connect: 5000, tls: 5000, 'first-byte': 800, body: 800, total: 2000 };
    const settings = { ...shortenedSettings, timeouts };
    const { summary } = await runIn(data.path, governments, { proxy: sandbox.proxyUrl, settings, resume: true });
    expect(summary).toMatchObject({ visits: 4, resumed: 1 });
  }, 60_000);
});

test('a run that takes longer than its time ends too', async () => {
  const settings = { ...unlimited, budget: { ...unlimited.budget, 'run-time': 1000 } };
  const run = runIn(join(data.path, 'other'), governments, { proxy: sandbox.proxyUrl, settings });
  await expect(run).rejects.toThrow(/the run took more than/);
}, 60_000);

// A run with a browser for each hostile page, many of which wait for a limit of time: minutes.
// The tests in `test/pipeline/crawl/browser` open single such pages.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Government } from '../../src/model/government.ts';
import { findChromium } from '../../src/pipeline/crawl/browser/find-chromium.ts';
import { hostileGovernments } from '../../src/sandbox/hostile/hostile.ts';
import { scriptedBehaviours as behaviours } from '../../src/sandbox/hostile/table.ts';
import { heldResources, pack, type Result, runOver, startHostileServer } from './fault-run.ts';

const chromium = findChromium(process.env);
const hostile = hostileGovernments(behaviours);
const healthy = pack.governments.filter(({ name }) => ['成都市', '合肥市'].includes(name));

/** What the rendered home page says; a home page that was never opened in a browser says so. */
function yielded(result: Result, government: Government): string {
  const home = result.capturesOf(government).find((capture) => capture.home && capture.via === 'browser');
  return home === undefined ? 'not opened' : (home.failure ?? 'read');
}

function expectHonest(result: Result, government: Government): void {
  if (yielded(result, government) === 'read') return;
  expect(result.findingsOf(government).filter(({ state }) => state === 'absent')).toEqual([]);
}

describe.skipIf(chromium === null)('pages that go for the browser (skipped where no Chromium is found)', () => {
  let server: Awaited<ReturnType<typeof startHostileServer>>;
  beforeAll(async () => {
    server = await startHostileServer();
  });
  afterAll(() => server.stop());

  test.each(behaviours.map(({ name, yields }, index) => [name, yields, hostile[index]] as const))(
    '%s alone is %s',
    async (_, yields, government) => {
      if (government === undefined) throw new Error('no government');
      const result = await runOver([government], server.proxy, chromium);
      expect(yielded(result, government)).toBe(yields);
      expectHonest(result, government);
    },
  );

  test('all together: every one has its class, healthy ones are found as ever, and nothing is left over', async () => {
    const undisturbed = await runOver(healthy, server.proxy, chromium);
    await sleep(2000);
    const before = heldResources();
    const together = await runOver([...hostile, ...healthy], server.proxy, chromium);
    const wrong = behaviours.flatMap(({ name, yields }, index) => {
      const government = hostile[index];
      const seen = government === undefined ? 'none' : yielded(together, government);
      return seen === yields ? [] : [`${name}: ${seen} instead of ${yields}`];
    });
    expect(wrong).toEqual([]);
    for (const government of hostile) expectHonest(together, government);
    for (const government of healthy)
      expect(together.findingsOf(government)).toEqual(undisturbed.findingsOf(government));
    await sleep(3000);
    const after = heldResources();
    expect(after.children).toBe(before.children);
    expect(after.descriptors).toBeLessThanOrEqual(before.descriptors + 4);
  });
});

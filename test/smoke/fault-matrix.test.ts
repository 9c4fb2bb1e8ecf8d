import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainBehaviours as behaviours } from '../../src/sandbox/hostile/table.ts';
import { cases, expectHonest, hostile, yielded } from './fault-checks.ts';
import { heldResources, pack, type Result, runOver, shortenedSettings, startHostileServer } from './fault-run.ts';

const healthy = pack.governments.filter(({ name }) => ['成都市', '合肥市'].includes(name));
let sandbox: { proxy: string; stop: () => void };
let undisturbed: Result;

beforeAll(async () => {
  sandbox = await startHostileServer();
  undisturbed = await runOver(healthy, sandbox.proxy);
}, 120_000);
afterAll(() => sandbox.stop());

describe('the table', () => {
  test('names at least fifty behaviours, each once, most of them failures', () => {
    expect(new Set(behaviours.map(({ name }) => name)).size).toBe(behaviours.length);
    expect(behaviours.filter(({ yields }) => yields !== 'read').length).toBeGreaterThan(50);
  });
});

/** `fault-alone.long.test.ts` visits each of them in a run of its own. */
describe('all hostile sites in one run, with healthy ones among them', () => {
  let together: Result;
  let before: ReturnType<typeof heldResources>;
  let memory: number;

  beforeAll(async () => {
    await sleep(300);
    before = heldResources();
    memory = process.memoryUsage().rss;
    const half = Math.floor(hostile.length / 2);
    const governments = [...hostile.slice(0, half), ...healthy, ...hostile.slice(half)];
    together = await runOver(governments, sandbox.proxy, null, { ...shortenedSettings, concurrency: 24 });
  }, 400_000);

  test('the run ends, and every government was visited', () => {
    expect(together.summary.visits).toBe(hostile.length + healthy.length);
  });

  test.each(cases)('%s is %s', (_, yields, government) => {
    if (government === undefined) throw new Error('no government');
    expect(yielded(together, government)).toBe(yields);
    expectHonest(together, government);
  });

  test.each(healthy.map((government) => [government.pinyin, government] as const))(
    '%s is found as if nobody else had been visited',
    (_, government) => {
      const findings = together.findingsOf(government);
      expect(findings.filter(({ state }) => state === 'present').length).toBeGreaterThan(3);
      expect(findings).toEqual(undisturbed.findingsOf(government));
    },
  );

  test('nothing is left over: no sockets, handles or processes, and no memory to speak of', async () => {
    await sleep(1500);
    const after = heldResources();
    expect(after.descriptors).toBeLessThanOrEqual(before.descriptors + 2);
    expect(after.handles).toBeLessThanOrEqual(before.handles + 2);
    expect(after.children).toBe(before.children);
    expect(process.memoryUsage().rss - memory).toBeLessThan(300 << 20);
  });
});

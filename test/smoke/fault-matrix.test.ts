import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Government } from '../../src/model/government.ts';
import { hostileGovernments } from '../../src/sandbox/hostile/hostile.ts';
import { mazes } from '../../src/sandbox/hostile/mazes.ts';
import { plainBehaviours as behaviours } from '../../src/sandbox/hostile/table.ts';
import { heldResources, pack, type Result, runOver, startHostileServer } from './fault-run.ts';

const hostile = hostileGovernments(behaviours);
const healthy = pack.governments.filter(({ name }) => ['成都市', '合肥市', '吉林市'].includes(name));
let sandbox: { proxy: string; stop: () => void };
let alone: Map<string, Result>;
let undisturbed: Result;

beforeAll(async () => {
  sandbox = await startHostileServer();
  undisturbed = await runOver(healthy, sandbox.proxy);
  alone = new Map();
  const visit = (government: Government) => async () => {
    alone.set(government.code, await runOver([government], sandbox.proxy));
  };
  // Each in a run of its own. Where most of a run is waiting some go side by side; reading a maze keeps the machine busy.
  const mazeNames = new Set(mazes.map(({ name }) => name));
  const isMaze = ({ name }: Government): boolean => mazeNames.has(name);
  await new PQueue({ concurrency: 10 }).addAll(hostile.filter((item) => !isMaze(item)).map(visit));
  for (const government of hostile.filter(isMaze)) await visit(government)();
}, 400_000);
afterAll(() => sandbox.stop());

/** What the capture of the home page says. */
function yielded(result: Result, government: Government): string {
  const home = result.capturesOf(government).find((capture) => capture.home);
  return home === undefined ? 'no capture' : (home.failure ?? 'read');
}

function expectHonest(result: Result, government: Government): void {
  const findings = result.findingsOf(government);
  expect(findings.length).toBeGreaterThan(20);
  const partly = behaviours.find(({ name }) => name === government.name)?.partly ?? false;
  if (partly) expect(findings.filter(({ state }) => state === 'absent')).toEqual([]);
  if (yielded(result, government) === 'read') return;
  // Nothing was seen: nothing may be called absent, or present.
  expect(findings.filter(({ state }) => state === 'absent' || state === 'present')).toEqual([]);
}

describe('the table', () => {
  test('names at least fifty behaviours, each once, most of them failures', () => {
    expect(new Set(behaviours.map(({ name }) => name)).size).toBe(behaviours.length);
    expect(behaviours.filter(({ yields }) => yields !== 'read').length).toBeGreaterThan(50);
  });
});

describe('alone', () => {
  test.each(behaviours.map(({ name, yields }, index) => [name, yields, hostile[index]] as const))(
    '%s is %s',
    (_, yields, government) => {
      if (government === undefined) throw new Error('no government');
      const result = alone.get(government.code);
      if (result === undefined) throw new Error('no run');
      expect(yielded(result, government)).toBe(yields);
      expect(result.summary.visits).toBe(1);
      expectHonest(result, government);
    },
  );
});

describe('all together, with healthy ones among them', () => {
  let together: Result;
  let before: ReturnType<typeof heldResources>;
  let memory: number;

  beforeAll(async () => {
    await sleep(1500);
    before = heldResources();
    memory = process.memoryUsage().rss;
    const half = Math.floor(hostile.length / 2);
    together = await runOver([...hostile.slice(0, half), ...healthy, ...hostile.slice(half)], sandbox.proxy);
  }, 400_000);

  test('the run ends, and every government has its class', () => {
    expect(together.summary.visits).toBe(hostile.length + healthy.length);
    const wrong = behaviours.flatMap(({ name, yields }, index) => {
      const government = hostile[index];
      const seen = government === undefined ? 'none' : yielded(together, government);
      return seen === yields ? [] : [`${name}: ${seen} instead of ${yields}`];
    });
    expect(wrong).toEqual([]);
    for (const government of hostile) expectHonest(together, government);
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

// Every hostile site in a run of its own: some sixty runs, of which many wait for a limit of time.
// `fault-matrix.test.ts` visits the same sites in one run.
import PQueue from 'p-queue';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Government } from '../../src/model/government.ts';
import { mazes } from '../../src/sandbox/hostile/mazes.ts';
import { cases, expectHonest, hostile, yielded } from './fault-checks.ts';
import { type Result, runOver, startHostileServer } from './fault-run.ts';

let sandbox: { proxy: string; stop: () => void };
const alone = new Map<string, Result>();

beforeAll(async () => {
  sandbox = await startHostileServer();
  const visit = (government: Government) => async () => {
    alone.set(government.code, await runOver([government], sandbox.proxy));
  };
  // Where most of a run is waiting some go side by side; reading a maze keeps the machine busy.
  const mazeNames = new Set(mazes.map(({ name }) => name));
  const isMaze = ({ name }: Government): boolean => mazeNames.has(name);
  await new PQueue({ concurrency: 10 }).addAll(hostile.filter((item) => !isMaze(item)).map(visit));
  for (const government of hostile.filter(isMaze)) await visit(government)();
}, 400_000);
afterAll(() => sandbox.stop());

test.each(cases)('alone, %s is %s', (_, yields, government) => {
  const result = alone.get(government?.code ?? '');
  if (government === undefined || result === undefined) throw new Error('no run');
  expect(yielded(result, government)).toBe(yields);
  expect(result.summary.visits).toBe(1);
  expectHonest(result, government);
});

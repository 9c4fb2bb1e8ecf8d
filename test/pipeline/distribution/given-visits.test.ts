import { expect, it } from 'vitest';
import type { Government } from '../../../src/model/government.ts';
import { systemClock } from '../../../src/pipeline/crawl/outcome/clock.ts';
import { NetworkDead } from '../../../src/pipeline/crawl/run/network-dead.ts';
import { VisitLost, type VisitReport } from '../../../src/pipeline/crawl/run/settling.ts';
import { GivenVisits } from '../../../src/pipeline/distribution/given-visits.ts';
import { VisitQueue } from '../../../src/pipeline/distribution/visit-queue.ts';
import { Store } from '../../../src/store/store.ts';
import { describeOnPostgres, temporaryDatabase } from '../../postgres.ts';
import { temporaryFolder } from '../../smoke/cli.ts';

const run = '20261129-200000-000';
const report: VisitReport = {
  ...{ kind: 'stored', pass: 1, captures: [], findings: [], seconds: 1, unchanged: false },
  ...{ requests: 1, bytes: 1, browsed: [], silence: [] },
};
const governments = ['a', 'b', 'c'].map((code): Government => ({ code, name: code }) as Government);
const never = new AbortController().signal;

await describeOnPostgres('the visits that a process has taken', () => {
  const given = temporaryDatabase();

  interface Parts {
    readonly store: Store;
    readonly queue: VisitQueue;
    readonly lost: string[];
    readonly failed: string[];
    hand(isOver?: (idle: number) => boolean): GivenVisits;
  }

  async function withQueue(test: (parts: Parts) => Promise<void>): Promise<void> {
    const folder = temporaryFolder();
    const store = await Store.open(folder.path, 'write', { database: given.url, evidence: null });
    const { distributed, sharedWork: work } = store;
    if (distributed === null || work === null) throw new Error('PostgreSQL serves many');
    const queue = await VisitQueue.open(distributed, true);
    const [lost, failed]: [string[], string[]] = [[], []];
    try {
      await queue.create(run);
      await queue.add(
        run,
        1,
        governments.map(({ code }, at) => ({ code, priority: 9 - at })),
      );
      const hand: Parts['hand'] = (isOver = (idle) => idle > 0) =>
        new GivenVisits({
          ...{ run, pass: 1, queue, work, clock: systemClock, worker: 'east' },
          governments: new Map(governments.map((government) => [government.code, government])),
          isOver: async (idle) => isOver(idle),
          onLost: ({ code }) => lost.push(code),
          onFailed: ({ code }) => failed.push(code),
        });
      await test({ store, queue, lost, failed, hand });
    } finally {
      await queue.close();
      await store.close();
      folder.remove();
    }
  }

  it('are given to as many places as wait, in the order of the plan, and end when nothing is left', () =>
    withQueue(async ({ store, hand }) => {
      const own = hand();
      const both = await Promise.all([own.next(never), own.next(never)]);
      expect(both.map((government) => government?.code)).toEqual(['a', 'b']);
      expect(own.open).toEqual(['a', 'b']);
      for (const code of ['a', 'b']) await own.settleAlone(code, report);
      expect((await own.next(never))?.code).toBe('c');
      await own.settleAlone('c', report);
      expect(await own.next(never)).toBeNull();
      expect(own.settledCount).toBe(3);
      const told = await store.sharedWork?.follow(run);
      expect(told?.map(({ code, worker }) => `${code} ${worker}`).sort()).toEqual(['a east', 'b east', 'c east']);
      expect(await store.sharedWork?.follow(run)).toEqual([]);
    }));

  it('cannot be settled once another process has them', () =>
    withQueue(async ({ lost, hand }) => {
      const [frozen, other] = [hand(), hand()];
      await frozen.next(never);
      expect(frozen.open).toEqual(['a']);
      // What the planning process does with visits of a silent process.
      await frozen.failed(governments[0] ?? fail(), new Error('silent'));
      expect((await other.next(never))?.code).toBe('a');
      await expect(frozen.settleAlone('a', report)).rejects.toThrow(VisitLost);
      expect(await frozen.failed(governments[0] ?? fail(), new VisitLost('x'))).toBe(true);
      expect(lost).toEqual(['a']);
      await other.settleAlone('a', report);
    }));

  it('go back at once when the process ends, and are no failures', () =>
    withQueue(async ({ failed, hand }) => {
      const first = hand();
      await Promise.all([first.next(never), first.next(never), first.next(never)]);
      await first.giveBack();
      expect(first.open).toEqual([]);
      const second = hand();
      expect((await second.next(never))?.code).toBe('a');
      expect(failed).toEqual([]);
    }));

  it('fail one by one; the third failure in a row, or a dead network, ends the process', () =>
    withQueue(async ({ failed, hand }) => {
      const own = hand();
      const outcomes: boolean[] = [];
      for (let time = 0; time < 3; time++) {
        const government = await own.next(never);
        if (government !== null) outcomes.push(await own.failed(government, new Error('broken')));
      }
      expect(outcomes).toEqual([true, true, false]);
      expect(failed).toHaveLength(3);
      expect(await own.failed(governments[0] ?? fail(), new NetworkDead('x'))).toBe(false);
      expect(failed).toHaveLength(3);
    }));

  it('are waited for until the signal', () =>
    withQueue(async ({ hand }) => {
      const own = hand(() => false);
      for (const _ of governments) await own.next(never);
      const stop = new AbortController();
      const waiting = own.next(stop.signal).catch((error: unknown) => error);
      stop.abort(new Error('enough'));
      expect(await waiting).toEqual(new Error('enough'));
    }));
});

function fail(): never {
  throw new Error('there are three governments');
}

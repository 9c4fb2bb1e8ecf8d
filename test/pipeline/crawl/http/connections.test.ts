import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Connections } from '../../../../src/pipeline/crawl/http/connections.ts';
import { Hosts } from '../../../../src/pipeline/crawl/http/hosts.ts';

test('never more than the limit, and everybody gets one in the end, in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 }),
      async (limit, times) => {
        const connections = new Connections(limit);
        const order: number[] = [];
        let most = 0;
        await Promise.all(
          times.map(async (time, index) => {
            const release = await connections.take('a.cn');
            order.push(index);
            most = Math.max(most, connections.used('a.cn'));
            await sleep(time);
            release();
            release();
          }),
        );
        expect(most).toBeLessThanOrEqual(limit);
        expect(order).toEqual(times.map((_, index) => index));
        expect(connections.used('a.cn')).toBe(0);
      },
    ),
    { numRuns: 20 },
  );
});

test('who holds a connection that carries nothing is asked to give it up, only while somebody waits', async () => {
  const connections = new Connections(1);
  let asked = 0;
  let release = (): void => undefined;
  release = await connections.take('a.cn', () => {
    asked += 1;
    release();
  });
  await sleep(150);
  expect(asked).toBe(0);
  (await connections.take('a.cn'))();
  expect(asked).toBe(1);
});

test('hosts do not wait for each other, fetching and browser do', async () => {
  const hosts = new Hosts({ connections: 1, pause: 0 });
  const release = await hosts.connect('a.cn');
  let fetched = false;
  const waiting = hosts.run('a.cn', async () => {
    fetched = true;
  });
  await hosts.run('b.cn', async () => undefined);
  expect(fetched).toBe(false);
  release();
  await waiting;
  expect(fetched).toBe(true);
});

test('turns keep the pause between documents, whoever asks', async () => {
  const hosts = new Hosts({ connections: 2, pause: 60 });
  const began = performance.now();
  await hosts.turn('a.cn');
  await hosts.run('a.cn', async () => undefined);
  await hosts.turn('a.cn');
  expect(performance.now() - began).toBeGreaterThanOrEqual(115);
});

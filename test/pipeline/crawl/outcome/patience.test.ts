import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { waitPatiently } from '../../../../src/pipeline/crawl/outcome/patience.ts';

/** Keeps this thread busy, as reading a page beyond all measure does. */
function work(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

describe('a limit of time', () => {
  it('ends when it is spent', async () => {
    const began = performance.now();
    await new Promise<void>((resolve) => waitPatiently({ left: 400 }, resolve));
    expect(performance.now() - began).toBeGreaterThan(380);
  });

  it('keeps what is left for the next exchange', async () => {
    const patience = { left: 1000 };
    const done = waitPatiently(patience, () => undefined);
    await sleep(60);
    done();
    expect(patience.left).toBeLessThan(960);
    expect(patience.left).toBeGreaterThan(500);
  });

  it('does not count what this process worked meanwhile', () => {
    const patience = { left: 5000 };
    const done = waitPatiently(patience, () => undefined);
    work(700);
    done();
    expect(patience.left).toBeGreaterThanOrEqual(4750);
  });

  it('is not over while an answer waits that nobody could take in', async () => {
    const worker = new Worker(
      'const { parentPort } = require("node:worker_threads"); parentPort.postMessage("ready"); setTimeout(() => parentPort.postMessage("answer"), 100);',
      { eval: true },
    );
    await once(worker, 'message');
    const first = new Promise<string>((resolve) => {
      const done = waitPatiently({ left: 200 }, () => resolve('over'));
      worker.once('message', (word: string) => {
        done();
        resolve(word);
      });
    });
    work(900);
    expect(await first).toBe('answer');
    await worker.terminate();
  });
});

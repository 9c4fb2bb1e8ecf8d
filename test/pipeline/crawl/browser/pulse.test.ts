import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { Pulse } from '../../../../src/pipeline/crawl/browser/pulse.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Lets the clock run on without any timer, as for a process that is frozen. */
function freeze(milliseconds: number): void {
  const now = performance.now();
  vi.spyOn(performance, 'now').mockReturnValue(now + milliseconds);
}

async function passed(pulse: Pulse): Promise<string> {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await pipeline(Readable.from([Buffer.from('request')]), pulse.fence(), sink);
  return Buffer.concat(chunks).toString();
}

test('bytes pass while the process runs, and none that waited while it stood still', async () => {
  const pulse = new Pulse(() => undefined);
  expect(await passed(pulse)).toBe('request');
  freeze(40_000);
  expect(pulse.stoodStill).toBe(true);
  await expect(passed(pulse)).rejects.toThrow('stood still');
  pulse.stop();
});

test('a process that wakes notices it at its next beat, once', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  let woken = 0;
  const pulse = new Pulse(() => woken++);
  vi.advanceTimersByTime(1000);
  expect(woken).toBe(0);
  freeze(40_000);
  vi.advanceTimersByTime(250);
  expect(woken).toBe(1);
  expect(pulse.stoodStill).toBe(false);
  vi.advanceTimersByTime(1000);
  expect(woken).toBe(1);
  pulse.stop();
});

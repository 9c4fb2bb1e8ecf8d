import { describe, expect, test } from 'vitest';
import { type JobSource, runEngine } from '../../../src/pipeline/crawl/engine.ts';
import type { Job, VisitHandler } from '../../../src/pipeline/crawl/frontier/frontiers.ts';
import { target } from '../../../src/pipeline/crawl/frontier/target.ts';
import { type Queued, Visit } from '../../../src/pipeline/crawl/frontier/visit.ts';
import { town } from '../../probes/captures.ts';
import { FakeClock, settled } from './fake-clock.ts';
import { quickSettings } from './settings.ts';

const settings = quickSettings();
const visit = new Visit({ government: { ...town, sites: {} }, settings, follow: () => [], askMore: () => [], now: 0 });

/** A source of so many jobs that is finished when all were handled. */
function sourceOf(count: number, handle: (name: string) => Promise<void>) {
  const waiting: Job[] = [];
  const failures: string[] = [];
  let left = count;
  const nameOf = ({ target: { url } }: Queued) => url.slice('http://www.a.gov.cn/'.length);
  const handler: VisitHandler = {
    async handle(queued) {
      await handle(nameOf(queued));
      left--;
    },
    async failed(queued, error) {
      left--;
      failures.push(`${nameOf(queued)}: ${error instanceof Error ? error.message : error}`);
    },
  };
  for (let at = 0; at < count; at++) {
    const url = `http://www.a.gov.cn/${at}`;
    const queued = { visit, target: target({ url, site: 'portal' }), host: 'www.a.gov.cn', attempt: 0, notBefore: 0 };
    waiting.push({
      request: queued,
      handle: () => handler.handle(queued),
      failed: (error) => handler.failed(queued, error),
    });
  }
  const source: JobSource = {
    next: () => waiting.shift() ?? null,
    hasNext: () => waiting.length > 0,
    get isFinished() {
      return left === 0;
    },
  };
  return { source, failures };
}

describe('the engine', () => {
  test('handles every job once and ends', async () => {
    const handled: string[] = [];
    const { source } = sourceOf(20, async (name) => void handled.push(name));
    await runEngine(source, 3, new FakeClock());
    expect(handled.sort()).toEqual(Array.from({ length: 20 }, (_, at) => String(at)).sort());
  });

  test('ends at once where there is nothing to do', async () => {
    await runEngine(sourceOf(0, async () => undefined).source, 3, new FakeClock());
  });

  test('handles as many jobs at once as it has slots, and no more', async () => {
    let now = 0;
    let most = 0;
    const { source } = sourceOf(12, async () => {
      most = Math.max(most, ++now);
      await new Promise((done) => setTimeout(done, 100));
      now--;
    });
    await runEngine(source, 3, new FakeClock());
    expect(most).toBe(3);
  });

  test('reports what a handler throws, for that job, and goes on', async () => {
    const handled: string[] = [];
    const { source, failures } = sourceOf(6, async (name) => {
      await settled();
      if (name === '1' || name === '4') throw new Error(`no ${name}`);
      handled.push(name);
    });
    await runEngine(source, 1, new FakeClock());
    expect(failures).toEqual(['1: no 1', '4: no 4']);
    expect(handled).toEqual(['0', '2', '3', '5']);
  });

  test('waits for jobs that become ready later', async () => {
    const handled: string[] = [];
    const { source } = sourceOf(1, async (name) => void handled.push(name));
    let ready = false;
    setTimeout(() => {
      ready = true;
    }, 150);
    const late: JobSource = {
      next: () => (ready ? source.next() : null),
      hasNext: () => ready && source.hasNext(),
      get isFinished() {
        return source.isFinished;
      },
    };
    await runEngine(late, 2, new FakeClock());
    expect(handled).toEqual(['0']);
  });
});

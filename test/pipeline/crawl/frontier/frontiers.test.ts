import { describe, expect, test } from 'vitest';
import type { Government } from '../../../../src/model/government.ts';
import { Frontiers, type VisitHandler } from '../../../../src/pipeline/crawl/frontier/frontiers.ts';
import type { PlannedRequest } from '../../../../src/pipeline/crawl/frontier/planned-request.ts';
import { type Queued, Visit } from '../../../../src/pipeline/crawl/frontier/visit.ts';
import { town } from '../../../probes/captures.ts';
import { FakeClock, settled } from '../fake-clock.ts';
import { quickSettings } from '../settings.ts';

const nothingCommon = { hosts: new Set<string>(), waiting: () => 0 };
const handler: VisitHandler = { handle: async () => undefined, failed: async () => undefined };

/** A visit of a portal, and of a second site if wanted. */
function visitOf(name: string, hasService = false): Visit {
  const portal = { url: `http://${name}/`, confidence: 'high' } as const;
  const service = { url: `http://${name}/service/`, confidence: 'high' } as const;
  const government: Government = { ...town, name, sites: hasService ? { portal, service } : { portal } };
  return new Visit({ government, settings: quickSettings(), follow: () => [], askMore: () => [], now: 0 });
}

function open(isFree: (host: string) => boolean = () => true) {
  const clock = new FakeClock();
  return { clock, frontiers: new Frontiers(({ host }) => isFree(host), clock, nothingCommon) };
}

const take = (frontiers: Frontiers): PlannedRequest => {
  const job = frontiers.next();
  if (job === null) throw new Error('nothing is ready');
  return job.request;
};

describe('frontiers', () => {
  test('give a request with the handler of its visit, and null when all is handed out', async () => {
    const { frontiers } = open();
    const visit = visitOf('a.gov.cn');
    const handled: PlannedRequest[] = [];
    void frontiers.open(visit, { ...handler, handle: async (request) => void handled.push(request) });
    expect(frontiers.hasNext()).toBe(true);
    const job = frontiers.next();
    await job?.handle();
    expect(job?.request.visit).toBe(visit);
    expect(handled).toEqual([job?.request]);
    expect(frontiers.hasNext()).toBe(false);
    expect(frontiers.next()).toBeNull();
  });

  test('let the visits take turns', () => {
    const { frontiers } = open();
    for (const name of ['a.gov.cn', 'b.gov.cn']) void frontiers.open(visitOf(name, true), handler);
    const order = [1, 2, 3, 4].map(() => take(frontiers).visit.government.name);
    expect(order).toEqual(['a.gov.cn', 'b.gov.cn', 'a.gov.cn', 'b.gov.cn']);
  });

  test('pass over a host that is busy', () => {
    const busy = new Set(['a.gov.cn']);
    const { frontiers } = open((host) => !busy.has(host));
    void frontiers.open(visitOf('a.gov.cn'), handler);
    expect(frontiers.hasNext()).toBe(false);
    expect(frontiers.next()).toBeNull();
    void frontiers.open(visitOf('b.gov.cn'), handler);
    expect(take(frontiers).host).toBe('b.gov.cn');
    busy.clear();
    expect(take(frontiers).host).toBe('a.gov.cn');
  });

  test('keep a second try back until its pause is over', async () => {
    const { clock, frontiers } = open();
    const visit = visitOf('a.gov.cn');
    const handled: Queued[] = [];
    void frontiers.open(visit, { ...handler, handle: async (queued) => void handled.push(queued) });
    await frontiers.next()?.handle();
    const [first] = handled;
    if (first === undefined) throw new Error('nothing was handed out');
    visit.retry(first, clock.steady() + 500);
    await clock.advance(499);
    expect(frontiers.hasNext()).toBe(false);
    await clock.advance(1);
    expect(take(frontiers)).toBe(first);
    expect(first.attempt).toBe(1);
  });

  test('resolve when a visit is closed, and hand out none of its requests afterwards', async () => {
    const { frontiers } = open();
    const visit = visitOf('a.gov.cn');
    let closed = false;
    void frontiers.open(visit, handler).then(() => {
      closed = true;
    });
    await settled();
    expect(closed).toBe(false);
    frontiers.close(visit);
    frontiers.close(visit);
    await settled();
    expect(closed).toBe(true);
    expect(frontiers.next()).toBeNull();
  });

  test('close all at once', async () => {
    const { frontiers } = open();
    const all = ['a.gov.cn', 'b.gov.cn'].map((name) => frontiers.open(visitOf(name), handler));
    frontiers.closeAll();
    await expect(Promise.all(all)).resolves.toHaveLength(2);
    expect(frontiers.hasNext()).toBe(false);
  });

  test('do not open a visit that has nothing to fetch', async () => {
    const { frontiers } = open();
    const visit = new Visit({
      government: { ...town, sites: {} },
      settings: quickSettings(),
      follow: () => [],
      askMore: () => [],
      now: 0,
    });
    await frontiers.open(visit, handler);
    frontiers.finish();
    expect(frontiers.isFinished).toBe(true);
  });

  test('are finished when no visit is open and none will come', () => {
    const { frontiers } = open();
    const visit = visitOf('a.gov.cn');
    void frontiers.open(visit, handler);
    frontiers.finish();
    expect(frontiers.isFinished).toBe(false);
    frontiers.close(visit);
    expect(frontiers.isFinished).toBe(true);
  });
});

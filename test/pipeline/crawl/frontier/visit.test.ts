import { describe, expect, test } from 'vitest';
import type { Capture } from '../../../../src/model/capture.ts';
import type { Government } from '../../../../src/model/government.ts';
import { type Target, target } from '../../../../src/pipeline/crawl/frontier/target.ts';
import { type Entry, type Queued, Visit } from '../../../../src/pipeline/crawl/frontier/visit.ts';
import { PagesInMemory } from '../../../../src/pipeline/crawl/frontier/visit-pages.ts';
import { quickSettings } from '../settings.ts';

const government: Government = {
  code: '510100',
  name: '成都市',
  pinyin: 'chengdu',
  province: '四川省',
  region: '西部',
  group: 'capital',
  scored: true,
  sites: { portal: { url: 'http://www.a.gov.cn/', confidence: 'high' } },
};

function entryOf(item: Target): Entry {
  const capture: Capture = {
    id: item.url,
    government: government.code,
    site: item.site,
    role: item.role,
    via: item.via,
    url: item.url,
    finalUrl: item.url,
    redirects: [],
    status: 200,
    headers: {},
    time: '2026-01-01T00:00:00.000Z',
    body: 'hash',
    bytes: 1,
    encoding: 'utf-8',
    failure: null,
    detail: null,
    tls: null,
    depth: item.depth,
    from: item.from,
    label: item.label,
    intents: [...item.intents],
    home: item.home,
    question: null,
    screenshot: null,
  };
  return { capture, page: null };
}

/** A site in which page n links to 2n+1 and 2n+2, the deeper the less interesting. */
function follow(_visit: Visit, entry: Entry): Target[] {
  const number = Number(/(\d+)$/.exec(entry.capture.url)?.[1] ?? 0);
  if (number > 40) return [];
  return [2 * number + 1, 2 * number + 2].map((next) =>
    target({
      url: `http://www.a.gov.cn/${next}`,
      site: 'portal',
      depth: entry.capture.depth + 1,
      priority: 100 - next,
      intents: ['search'],
    }),
  );
}

/** Runs a visit to its end; `pick` says which of the requests under way is answered next. */
function play(visit: Visit, pick: (underWay: Queued[]) => number): string[] {
  const underWay: Queued[] = [];
  for (let guard = 0; guard < 10_000 && !visit.done; guard++) {
    for (let queued = visit.next(0, () => true); queued !== null; queued = visit.next(0, () => true))
      underWay.push(queued);
    const [queued] = underWay.splice(pick(underWay), 1);
    if (queued) visit.settle(queued, [entryOf(queued.target)], 0);
  }
  return visit.captures.map((capture) => capture.url);
}

const open = (change: object = {}) =>
  new Visit({ government, settings: quickSettings(change), follow, askMore: () => [], now: 0 });

describe('a visit', () => {
  test('gives the same captures in the same order, whatever answer comes first', () => {
    const first = play(open(), () => 0);
    const last = play(open(), (all) => all.length - 1);
    const middle = play(open(), (all) => Math.floor(all.length / 2));
    expect(last).toEqual(first);
    expect(middle).toEqual(first);
    expect(first.length).toBe(10);
  });

  test('keeps to its budgets and says which intents it left', () => {
    const visit = open();
    play(visit, () => 0);
    expect(visit.requests).toBe(10);
    expect(visit.unread()).toEqual({ portal: ['search'] });
  });

  test('stops at its time limit', () => {
    const visit = open();
    const home = visit.next(0, () => true);
    if (home === null) throw new Error('no home page');
    visit.settle(home, [entryOf(home.target)], 61_000);
    expect(visit.done).toBe(true);
    expect(visit.unread()).toEqual({ portal: ['search'] });
  });

  test('hands out nothing for a host that is not free, and a retry only when its pause is over', () => {
    const visit = open();
    expect(visit.next(0, () => false)).toBeNull();
    const home = visit.next(0, () => true);
    if (home === null) throw new Error('no home page');
    visit.retry(home, 500);
    expect(visit.ready(499, () => true)).toBeNull();
    expect(visit.next(499, () => true)).toBeNull();
    expect(visit.next(500, () => true)?.attempt).toBe(1);
  });

  test('a government without any address is done at once', () => {
    const visit = new Visit({
      government: { ...government, sites: {} },
      settings: quickSettings(),
      follow,
      askMore: () => [],
      now: 0,
    });
    expect(visit.done).toBe(true);
    expect(visit.entries()).toEqual([]);
  });

  test('asks when nothing is left to fetch, until nobody asks any more', () => {
    let rounds = 0;
    const visit = new Visit({
      government,
      settings: quickSettings(),
      follow: () => [],
      askMore: () =>
        rounds++ < 2 ? [target({ url: `http://www.a.gov.cn/ask/${rounds}`, site: 'portal', role: 'answer' })] : [],
      now: 0,
    });
    expect(play(visit, () => 0)).toEqual([
      'http://www.a.gov.cn/',
      'http://www.a.gov.cn/ask/1',
      'http://www.a.gov.cn/ask/2',
    ]);
    expect(rounds).toBe(3);
  });
});

describe('routes of an application', () => {
  const route = (name: string): string => `http://www.a.gov.cn/#/${name}`;

  test('are pages for a browser, each its own', () => {
    expect(target({ url: route('a'), site: 'portal' }).via).toBe('browser');
    expect(target({ url: 'http://www.a.gov.cn/x#top', site: 'portal' }).via).toBe('http');
    expect(target({ url: route('a'), site: 'portal', role: 'answer' }).via).toBe('http');
    expect(target({ url: route('a'), site: 'portal', via: 'http' }).via).toBe('http');
  });

  test('are opened as far as the budget of rendered pages reaches; the rest is left unread', () => {
    const visit = new Visit({
      government,
      settings: quickSettings(),
      follow: (_, { capture }) =>
        capture.home
          ? ['a', 'b', 'c', 'd'].map((name) => target({ url: route(name), site: 'portal', intents: [name] }))
          : [],
      askMore: () => [],
      now: 0,
    });
    expect(play(visit, () => 0)).toEqual(['http://www.a.gov.cn/', route('a'), route('b')]);
    expect(visit.unread()).toEqual({ portal: ['c', 'd'] });
  });
});

test('a visit gives its pages away while it waits, and not when it is over and is judged next', () => {
  const rested: boolean[] = [];
  const visit: Visit = new Visit({
    government,
    settings: quickSettings(),
    follow: () => [],
    askMore: (of) =>
      of.captures.length > 1 ? [] : follow(of, entryOf(target({ url: 'http://www.a.gov.cn/3', site: 'portal' }))),
    pages: Object.assign(new PagesInMemory(), { rest: () => void rested.push(visit.done) }),
    now: 0,
  });
  play(visit, () => 0);
  expect(visit.captures).toHaveLength(3);
  expect(rested).toEqual([false]);
});

import { describe, expect, test } from 'vitest';
import type { Capture } from '../../../../src/model/capture.ts';
import { systemClock } from '../../../../src/pipeline/crawl/outcome/clock.ts';
import { Network, type NetworkOptions } from '../../../../src/pipeline/crawl/run/network.ts';
import { NetworkDead } from '../../../../src/pipeline/crawl/run/network-dead.ts';
import { capture, town } from '../../../store/samples.ts';

const start = Date.parse('2026-01-01T00:00:00.000Z');
const at = (seconds: number): number => start + seconds * 1000;

/** A network whose clock the test sets, and the addresses that it asked. */
function network(options: Partial<NetworkOptions> = {}) {
  let now = start;
  const asked: string[] = [];
  const made = new Network({
    ...{ proxy: null, trusted: false, limit: 4 },
    clock: { ...systemClock, now: () => now },
    answers: async (url) => {
      asked.push(url);
      return false;
    },
    ...options,
  });
  const set = (seconds: number): void => {
    now = at(seconds);
  };
  return { made, asked, set };
}

const said = (seconds: number, change: Partial<Capture>): Capture => ({
  ...{ ...capture('1', 'c'), status: null, redirects: [], time: new Date(at(seconds)).toISOString() },
  ...change,
});
const answer = (seconds: number, change: Partial<Capture> = {}) => said(seconds, { status: 200, ...change });
const silence = (seconds: number, failure: Capture['failure'] = 'dns') => said(seconds, { failure });
const visit = (code: string, started: number, ...captures: Capture[]) => ({
  ...{ government: town(code), started: at(started), seconds: 1, requests: 1, bytes: 0 },
  outcome: { changed: false as const, captures },
});

describe('a visit in which nobody answered', () => {
  test('is held while nothing has answered at all, and ends the run', async () => {
    const { made, asked } = network();
    expect(await made.mayJudge(visit('1', 1, silence(2), silence(2, 'refused')))).toBe(false);
    expect(made.release()).toEqual([]);
    expect(asked).toEqual([]);
    expect(() => made.requireNone()).toThrow(NetworkDead);
    expect(() => made.requireNone()).toThrow(/^nothing answered \(dns 1, refused 1\): the internet or the DNS/);
  });

  test('is judged where another host answered after it began', async () => {
    const { made } = network();
    made.heard(answer(5));
    expect(await made.mayJudge(visit('1', 4, silence(6)))).toBe(true);
    made.requireNone();
  });

  test('is judged where a site that answered before still does', async () => {
    const asked: string[] = [];
    const { made } = network({
      answers: async (url) => {
        asked.push(url);
        return true;
      },
    });
    made.heard(answer(1, { finalUrl: 'http://first.cn/x' }));
    made.heard(answer(2, { finalUrl: 'http://second.cn/y' }));
    expect(await made.mayJudge(visit('1', 4, silence(6)))).toBe(true);
    expect(asked).toEqual(['http://second.cn/robots.txt']);
  });

  test('is held where they do not, and visited again when somebody answers', async () => {
    const { made, asked, set } = network();
    made.heard(answer(1, { finalUrl: 'http://first.cn/x' }));
    set(10);
    expect(await made.mayJudge(visit('1', 4, silence(6)))).toBe(false);
    expect(asked).toEqual(['http://first.cn/robots.txt']);
    expect(made.release()).toEqual([]);
    expect(() => made.requireNone()).toThrow(/^nothing answers any more/);
    made.heard(answer(20));
    expect(made.release().map(({ code }) => code)).toEqual(['1']);
    made.requireNone();
  });

  test('ends the run early after so many in a row; an answer in between begins the count anew', async () => {
    const { made } = network({ limit: 2 });
    expect(await made.mayJudge(visit('1', 1, silence(2)))).toBe(false);
    made.heard(answer(3));
    expect(await made.mayJudge(visit('2', 4, silence(5)))).toBe(false);
    await expect(made.mayJudge(visit('3', 6, silence(7)))).rejects.toThrow(NetworkDead);
  });

  test('is the sites’ own where our simulation answers', async () => {
    const { made } = network({ trusted: true });
    expect(await made.mayJudge(visit('1', 1, silence(2)))).toBe(true);
  });
});

describe('what counts as an answer', () => {
  test.each<[string, Capture, boolean]>([
    ['a page', answer(2), true],
    ['an error of the server', answer(2, { status: 500, failure: 'http-5xx' }), true],
    ['a redirect into nowhere', said(2, { failure: 'dns', redirects: [{ url: 'http://a/', status: 302 }] }), true],
    ['a broken connection', silence(2, 'reset'), true],
    ['a wall', silence(2, 'blocked'), true],
    ['a memory of an earlier night', answer(-1000), false],
    ['no connection', silence(2, 'timeout-connect'), false],
    ['a fault of ours', silence(2, 'our-fault'), false],
    ['an address that the guard refuses', silence(2, 'off-site'), false],
  ])('%s', async (_, heard, isAnswer) => {
    const { made } = network();
    expect(await made.mayJudge(visit('1', 1, silence(2), heard))).toBe(isAnswer);
  });

  test('a gateway error is the proxy’s where there is one, and the site’s where there is none', async () => {
    const gateway = answer(2, { status: 503, failure: 'http-5xx' });
    const proxied = network({ proxy: new URL('http://proxy.lan:3128') }).made;
    expect(await proxied.mayJudge(visit('1', 1, silence(2), gateway))).toBe(false);
    expect(() => proxied.requireNone()).toThrow(/the proxy http:\/\/proxy\.lan:3128/);
    expect(await network().made.mayJudge(visit('1', 1, silence(2), gateway))).toBe(true);
  });
});

test('a visit that asked nobody is judged', async () => {
  const { made } = network();
  expect(await made.mayJudge(visit('1', 1))).toBe(true);
  expect(await made.mayJudge(visit('2', 1, silence(2, 'needs-browser')))).toBe(true);
});

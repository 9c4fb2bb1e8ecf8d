import { describe, expect, test } from 'vitest';
import { gapsOf } from '../../scripts/polite-night/gaps.ts';
import { type Night, type NightSettings, simulateNight } from '../../scripts/polite-night/simulate.ts';
import type { TracedRequest, TracedVisit } from '../../scripts/polite-night/trace.ts';
import { town } from '../probes/captures.ts';

const platform = 'platform.gov.cn';
const polite: NightSettings = { concurrency: 8, workers: 1, pause: 1000, connections: 2, latency: 50, share: true };

const ask = (host: string, path: string): TracedRequest => ({ method: 'GET', urls: [`http://${host}/${path}`] });

/** A visit of so many waves, each with two of its own pages and some with one of the platform. */
function visitOf(number: number, waves: number, every: number): TracedVisit {
  const code = String(100_000 + number);
  const own = `www.${code}.gov.cn`;
  const address = (host: string) => ({ url: `http://${host}/`, confidence: 'high' as const });
  const wave = (at: number): TracedRequest[] => [
    ...[1, 2].map((page) => ask(own, `${at}/${page}`)),
    ...(at % every === 0 ? [ask(platform, `${code}/${at}`)] : []),
  ];
  return {
    government: { ...town, code, sites: { portal: address(own), service: address(platform) } },
    waves: Array.from({ length: waves }, (_, at) => wave(at)),
  };
}

const asked = ({ requests }: Night): number => requests.get(platform) ?? 0;

describe('a polite night in simulated time', { timeout: 60_000 }, () => {
  test('keeps the busiest host in use to the end, though its visits need it more and less', async () => {
    const visits = Array.from({ length: 16 }, (_, at) => visitOf(at, 20, 1 + (at % 4)));
    const night = await simulateNight(visits, polite);
    const { notBegun, heldUp, after } = gapsOf(platform, night, polite.pause);
    expect(asked(night)).toBe(4 * (20 + 10 + 7 + 5) + 1);
    // Where whoever waits longest goes first, it is idle for six seconds.
    expect(notBegun + heldUp + after).toBeLessThan(1);
  });

  test('asks for the same in any order of visits and with any number of places', async () => {
    const visits = Array.from({ length: 6 }, (_, at) => visitOf(at, 4 + at, 1));
    const of = async (some: readonly TracedVisit[], concurrency: number) =>
      [...(await simulateNight(some, { ...polite, concurrency })).requests].sort();
    const all = await of(visits, 8);
    expect(await of([...visits].reverse(), 8)).toEqual(all);
    expect(await of(visits, 2)).toEqual(all);
  });

  test('says when a host was idle: before a visit had begun, while one was held up, and at the end', () => {
    const start = (at: number, government: string, host = platform) => ({ at, government, host });
    const night: Night = {
      seconds: 20,
      requests: new Map([[platform, 3]]),
      longestVisit: 9,
      starts: [start(0, 'a'), start(2000, 'a', 'www.a.gov.cn'), start(4000, 'a'), start(9000, 'b')],
      visits: new Map([
        ['a', { began: 0, ended: 9000 }],
        ['b', { began: 8000, ended: 20_000 }],
      ]),
    };
    const { notBegun, heldUp, after, longest } = gapsOf(platform, night, 1000);
    expect({ notBegun, heldUp, after }).toEqual({ notBegun: 4, heldUp: 3, after: 10 });
    expect(longest).toEqual([
      { from: 5, seconds: 4, waiting: [] },
      { from: 1, seconds: 3, waiting: ['a'] },
    ]);
  });
});

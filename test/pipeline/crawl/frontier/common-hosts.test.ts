import { describe, expect, test } from 'vitest';
import {
  Frontiers,
  type Job,
  type RequestQueue,
  type VisitHandler,
} from '../../../../src/pipeline/crawl/frontier/frontiers.ts';
import type { MayStart, PlannedRequest } from '../../../../src/pipeline/crawl/frontier/planned-request.ts';
import { target } from '../../../../src/pipeline/crawl/frontier/target.ts';
import { town } from '../../../probes/captures.ts';
import { FakeClock } from '../fake-clock.ts';

const platform = 'platform.gov.cn';
const handler: VisitHandler<PlannedRequest> = { handle: async () => undefined, failed: async () => undefined };

/** Requests of one visit to hosts, all of them waiting since some moment. */
class Waiting implements RequestQueue<PlannedRequest> {
  readonly done = false;
  readonly waitingSince: number;
  readonly #requests: PlannedRequest[];

  constructor(name: string, hosts: readonly string[], waitingSince: number) {
    this.waitingSince = waitingSince;
    const visit = { government: { ...town, name }, timeLeft: () => 1000 };
    this.#requests = hosts.map((host) => ({
      ...{ visit, host, notBefore: 0 },
      target: target({ url: `http://${host}/`, site: 'portal' }),
    }));
  }

  ready(_now: number, mayStart: MayStart): PlannedRequest | null {
    return this.#requests.find((request) => mayStart(request)) ?? null;
  }

  next(_now: number, mayStart: MayStart): PlannedRequest | null {
    const at = this.#requests.findIndex((request) => mayStart(request));
    return this.#requests.splice(at, at < 0 ? 0 : 1)[0] ?? null;
  }
}

/** Frontiers of two visits that share a platform; the second has asked its own host before. */
function twoVisits(waiting: number) {
  let ownHosts = true;
  const mayStart = ({ host }: PlannedRequest): boolean => (host === platform) !== ownHosts;
  const frontiers = new Frontiers(mayStart, new FakeClock(), {
    hosts: new Set([platform]),
    waiting: (host) => (host === platform ? waiting : 0),
  });
  void frontiers.open(new Waiting('first', ['first.gov.cn', platform], 1), handler);
  void frontiers.open(new Waiting('second', [platform, platform], 2), handler);
  frontiers.next();
  ownHosts = false;
  return frontiers;
}

const namesOf = (...jobs: readonly (Job | null)[]): (string | undefined)[] =>
  jobs.map((job) => job?.request.visit.government.name);

describe('a host that several visits share', () => {
  test('goes to the visit that has asked its own hosts least, when all have begun', () => {
    const frontiers = twoVisits(0);
    expect(namesOf(frontiers.next(), frontiers.next(), frontiers.next())).toEqual(['second', 'second', 'first']);
    expect(frontiers.next()).toBeNull();
  });

  test('goes to the visit that began first while another waits for a place, whoever waits longest', () => {
    const frontiers = twoVisits(1);
    expect(namesOf(frontiers.next(), frontiers.next(), frontiers.next())).toEqual(['first', 'second', 'second']);
  });

  test('is passed over while it is busy', () => {
    const frontiers = new Frontiers(({ host }) => host !== platform, new FakeClock(), {
      hosts: new Set([platform]),
      waiting: () => 0,
    });
    void frontiers.open(new Waiting('first', [platform], 1), handler);
    void frontiers.open(new Waiting('second', [platform, 'second.gov.cn'], 2), handler);
    expect(frontiers.next()?.request.host).toBe('second.gov.cn');
    expect(frontiers.next()).toBeNull();
    expect(frontiers.hasNext()).toBe(false);
  });
});

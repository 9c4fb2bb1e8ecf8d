import { describe, expect, test } from 'vitest';
import { simulateSchedule } from '../../scripts/polite-schedules/simulate.ts';
import { SimulatedTurns } from '../../scripts/polite-schedules/simulated-turns.ts';
import { checkPoliteness } from '../../scripts/politeness/check-log.ts';
import type { TurnAnswer, TurnRequest } from '../../src/store/host-turns.ts';

/** Forgets the turn that it gives. */
class ForgetfulTurns extends SimulatedTurns {
  override async ask(request: TurnRequest): Promise<TurnAnswer> {
    const answer = await super.ask(request);
    if (answer.kind === 'granted') await this.settle(request.host, request.token, false);
    return answer;
  }
}

/** Gives a host that somebody owns to whoever asks. */
class CarelessTurns extends SimulatedTurns {
  override ask(request: TurnRequest): Promise<TurnAnswer> {
    return super.ask({ ...request, worker: 'anybody' });
  }
}

/** Counts no connections. */
class BoundlessTurns extends SimulatedTurns {
  override ask(request: TurnRequest): Promise<TurnAnswer> {
    return super.ask({ ...request, connections: 1000 });
  }
}

describe('schedules in simulated time', { timeout: 60_000 }, () => {
  // In 734 a worker that wakes hears of a connection whose lease has ended while it was frozen.
  test.each([1, 2, 3, 734])('seed %i: no pause is cut short, no connection too many, nobody stuck', async (seed) => {
    const result = await simulateSchedule(seed);
    expect(result.violations).toEqual([]);
    expect(result.shortest).toBeGreaterThanOrEqual(1000);
    expect(result.requests).toBeGreaterThan(200);
    expect(result.faults.length).toBeGreaterThan(0);
  });

  test('the same seed gives the same schedule', async () => {
    expect(await simulateSchedule(5)).toEqual(await simulateSchedule(5));
  });

  test.each([
    ['forgets the turns that it gives', ForgetfulTurns],
    ['gives away what somebody owns', CarelessTurns],
    ['counts no connections', BoundlessTurns],
  ])('a database that %s is found out', async (_, Turns) => {
    const results = await Promise.all([1, 2, 3].map((seed) => simulateSchedule(seed, (clock) => new Turns(clock))));
    expect(results.flatMap(({ violations }) => violations).length).toBeGreaterThan(0);
  });
});

describe('the checker of a server’s log', () => {
  const entry = (start: number, end: number, connection: number, method = 'GET', host = 'a.cn') => {
    return { host, method, path: `/${start}`, start, end, connection, agent: 'x' };
  };
  const rules = { pause: 1000, connections: 2 };

  test('measures intervals between starts, and connections that carry a request', () => {
    const log = [entry(1000, 1050, 1), entry(0, 1500, 2), entry(2000, 2001, 1)];
    expect(checkPoliteness(log, rules)).toEqual([
      { host: 'a.cn', requests: 3, shortest: 1000, most: 2, open: 2, violations: [] },
    ]);
  });

  test('names what came too early, and too many connections', () => {
    const log = [entry(0, 9000, 1), entry(1000, 9000, 2), entry(1999, 9000, 3), entry(0, 5, 4, 'GET', 'b.cn')];
    const [first, second] = checkPoliteness(log, rules);
    expect(first).toMatchObject({ host: 'a.cn', shortest: 999, most: 3 });
    expect(first?.violations).toHaveLength(2);
    expect(second).toMatchObject({ host: 'b.cn', shortest: null, violations: [] });
  });

  test('an open connection is no request, and requests on it are not counted twice', () => {
    const log = [entry(0, 5000, 1, 'CONNECT'), entry(10, 20, 1), entry(30, 90, 2, 'CONNECT')];
    expect(checkPoliteness(log, rules)).toMatchObject([{ requests: 1, shortest: null, most: 1, open: 2 }]);
  });

  test('takes the pause that a host asks for, and nothing of an empty log', () => {
    const log = [entry(0, 1, 1), entry(2000, 2001, 1)];
    const [report] = checkPoliteness(log, { ...rules, pauses: new Map([['a.cn', 3000]]) });
    expect(report?.violations).toHaveLength(1);
    expect(checkPoliteness([], rules)).toEqual([]);
  });
});

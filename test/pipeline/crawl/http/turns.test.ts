import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent } from 'undici';
import { afterEach, describe, expect, test } from 'vitest';
import { SimulatedTurns } from '../../../../scripts/polite-schedules/simulated-turns.ts';
import { GrantedTurn } from '../../../../src/pipeline/crawl/http/granted-turn.ts';
import { inTurn } from '../../../../src/pipeline/crawl/http/in-turn.ts';
import { type Turn, TurnOver } from '../../../../src/pipeline/crawl/http/pacing.ts';
import { SharedHosts } from '../../../../src/pipeline/crawl/http/shared-hosts.ts';
import type { TurnAnswer, TurnRequest } from '../../../../src/store/host-turns.ts';
import { FakeClock } from '../fake-clock.ts';

describe('a request in its turn', () => {
  let server: Server;
  let agent: Agent;
  const asked: string[] = [];
  const connected: number[] = [];
  afterEach(async () => {
    await agent.destroy();
    await new Promise((closed) => server.close(closed));
    asked.length = 0;
    connected.length = 0;
  });

  async function open(): Promise<string> {
    agent = new Agent({ keepAliveTimeout: 4000 });
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('page');
    });
    server.on('connection', () => connected.push(performance.now()));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  function turnUntil(isValid: () => boolean, onUse = (): void => undefined): Turn {
    const { signal } = new AbortController();
    return new GrantedTurn({
      isValid,
      lost: signal,
      once: true,
      onUse,
      onAnswer: () => undefined,
      onEnd: () => undefined,
    });
  }

  test('uses it when the connection is open', async () => {
    const origin = await open();
    let used = 0;
    const turn = turnUntil(
      () => true,
      () => {
        used = connected.length;
      },
    );
    const { body } = await inTurn(agent, turn).request({ origin, path: '/one', method: 'GET' });
    expect(await body.text()).toBe('page');
    expect(used).toBe(1);
  });

  test('is not sent when the turn is over by then, on a new connection or a kept one', async () => {
    const origin = await open();
    const late = (path: string) =>
      inTurn(
        agent,
        turnUntil(() => false),
      ).request({ origin, path, method: 'GET' });
    await expect(late('/late')).rejects.toThrow(TurnOver);
    const { body } = await inTurn(
      agent,
      turnUntil(() => true),
    ).request({ origin, path: '/good', method: 'GET' });
    await body.text();
    await expect(late('/late-again')).rejects.toThrow(TurnOver);
    expect(asked).toEqual(['/good']);
  });

  test('is good for one request', () => {
    const turn = turnUntil(() => true);
    turn.use();
    expect(() => turn.use()).toThrow(TurnOver);
  });
});

/** The shortest time between two of these moments, which follow each other. */
function shortest(moments: readonly number[]): number {
  return Math.min(...moments.slice(1).map((moment, at) => moment - (moments[at] ?? 0)));
}

describe('hosts that other workers may ask', () => {
  /** Counts what it is asked. */
  class CountingTurns extends SimulatedTurns {
    asks = 0;
    override ask(request: TurnRequest): Promise<TurnAnswer> {
      this.asks++;
      return super.ask(request);
    }
  }

  function openHosts(workers: number) {
    const clock = new FakeClock();
    const turns = new CountingTurns({ now: () => clock.now(), started: clock.now() - 1_000_000 });
    const options = { turns, connections: 2, pause: 1000, connectTime: 30_000, clock };
    return { clock, turns, hosts: Array.from({ length: workers }, () => new SharedHosts(options)) };
  }

  /** Starts requests that are answered at once; the moments at which they were sent. */
  function ask(hosts: SharedHosts, clock: FakeClock, count: number): number[] {
    const starts: number[] = [];
    for (let index = 0; index < count; index++)
      void hosts.run('a.cn', async (turn) => {
        turn.use();
        starts.push(clock.steady());
        turn.answered();
      });
    return starts;
  }

  test('one that a worker alone asks needs the database once', async () => {
    const { clock, turns, hosts } = openHosts(1);
    const [one] = hosts;
    if (one === undefined) throw new Error('no worker');
    const starts = ask(one, clock, 30);
    await clock.advance(60_000);
    expect(starts).toEqual(Array.from({ length: 30 }, (_, index) => index * 1000));
    expect(turns.asks).toBe(1);
    await one.close();
  });

  test('is handed over to a worker that waits for it, and keeps its pause', async () => {
    const { clock, hosts } = openHosts(2);
    const [one, two] = hosts;
    if (one === undefined || two === undefined) throw new Error('no workers');
    const first = ask(one, clock, 20);
    await clock.advance(3500);
    const second = ask(two, clock, 5);
    await clock.advance(60_000);
    const all = [...first, ...second].sort((a, b) => a - b);
    expect(second).toHaveLength(5);
    expect(first).toHaveLength(20);
    expect(shortest(all)).toBeGreaterThanOrEqual(1000);
    await Promise.all([one.close(), two.close()]);
  });

  test.each([
    ['a host that one worker owns', 1],
    ['a host that two workers ask', 2],
  ])('a request that arrives late does not meet the next one: %s', async (_, workers) => {
    const { clock, hosts } = openHosts(workers);
    const arrivals: number[] = [];
    for (const host of hosts)
      for (let index = 0; index < 6; index++)
        void host.run('a.cn', async (turn) => {
          turn.use();
          // Every other one is lost on its way and sent again by the system.
          await clock.sleep(arrivals.length % 2 === 0 ? 1900 : 5);
          arrivals.push(clock.steady());
          await clock.sleep(5);
          turn.answered();
        });
    await clock.advance(200_000);
    expect(arrivals).toHaveLength(6 * workers);
    expect(shortest(arrivals)).toBeGreaterThanOrEqual(1000);
    await Promise.all(hosts.map((host) => host.close()));
  });

  test('a host that does not answer is asked again, by its second connection', async () => {
    const { clock, hosts } = openHosts(1);
    const [one] = hosts;
    if (one === undefined) throw new Error('no worker');
    const starts: number[] = [];
    for (let index = 0; index < 2; index++)
      void one.run('a.cn', async (turn) => {
        turn.use();
        starts.push(clock.steady());
        await clock.sleep(30_000);
      });
    await clock.advance(10_000);
    expect(starts).toEqual([0, 3000]);
    await clock.advance(60_000);
    await one.close();
  });

  test('a request whose turn has passed is sent in another one', async () => {
    const { clock, hosts } = openHosts(2);
    const [one, two] = hosts;
    if (one === undefined || two === undefined) throw new Error('no workers');
    ask(two, clock, 1);
    await clock.advance(1000);
    await two.close();
    let tries = 0;
    let sent = 0;
    void one.run('a.cn', async (turn) => {
      // The first try stands still for longer than its turn.
      if (++tries === 1) await clock.sleep(40_000);
      turn.use();
      sent++;
    });
    await clock.advance(120_000);
    expect({ tries, sent }).toEqual({ tries: 2, sent: 1 });
    await one.close();
  });
});

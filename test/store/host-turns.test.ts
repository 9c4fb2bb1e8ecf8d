import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SimulatedTurns } from '../../scripts/polite-schedules/simulated-turns.ts';
import { Random } from '../../src/sandbox/world/random.ts';
import { PostgresHostTurns } from '../../src/store/dialects/postgres/host-turns.ts';
import { openPostgres } from '../../src/store/dialects/postgres/open-database.ts';
import type { HostTurns, TurnRequest } from '../../src/store/host-turns.ts';
import type { Tables } from '../../src/store/tables.ts';
import { describeOnPostgres, temporaryDatabase } from '../postgres.ts';

const request = (change: Partial<TurnRequest>): TurnRequest => ({
  ...{ host: 'a.cn', worker: 'one', token: 'token', turn: true, connection: true, pause: 100, delay: null },
  ...{ connections: 2, window: 2000, lease: 60_000 },
  ...change,
});

await describeOnPostgres('turns at hosts on PostgreSQL', () => {
  const database = temporaryDatabase();
  let db: Kysely<Tables>;
  let close: () => Promise<void>;
  beforeEach(async () => {
    const opened = await openPostgres(database.url, 'write');
    db = opened.db;
    close = opened.close;
  });
  afterEach(() => close());

  test('twenty clients at one host: one after the other, with the pause between', { timeout: 60_000 }, async () => {
    const turns = new PostgresHostTurns(db);
    await turns.ask(request({ worker: 'first' }));
    await turns.handBack([{ host: 'a.cn', token: 'token' }]);
    const starts: number[] = [];
    let open = 0;
    let most = 0;
    const until = performance.now() + 3000;
    const client = async (number: number): Promise<void> => {
      for (let asked = 0; performance.now() < until; asked++) {
        const token = `${number}-${asked}`;
        const { kind, wait } = await turns.ask(request({ worker: `worker ${number}`, token }));
        if (kind === 'granted') {
          starts.push(performance.now());
          most = Math.max(most, ++open);
          open--;
          await turns.settle('a.cn', token, true);
        } else await new Promise((done) => setTimeout(done, wait));
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, number) => client(number)));
    const gaps = starts.slice(1).map((start, at) => start - (starts[at] ?? 0));
    expect(starts.length).toBeGreaterThan(8);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100);
    expect(most).toBe(1);
  });

  test('the statements mean what the simulation means', { timeout: 60_000 }, async () => {
    for (const seed of [1, 2, 3]) await compare(seed);
  });

  /** The same random requests to both, by a clock that both share. */
  async function compare(seed: number): Promise<void> {
    await sql`truncate host_turns, pacing`.execute(db);
    const random = new Random('turns', seed);
    const clock = { time: 1_800_000_000_000, started: 1_799_999_000_000, now: () => clock.time };
    const simulated = new SimulatedTurns(clock);
    const real = (): PostgresHostTurns =>
      new PostgresHostTurns(db, sql`${clock.time}::float8`, sql`${clock.started}::float8`);
    const given: { readonly host: string; readonly token: string }[] = [];
    for (let step = 0; step < 150; step++) {
      clock.time += random.weighted([
        [random.between(0, 300), 6],
        [random.between(300, 5000), 3],
        [random.between(20_000, 70_000), 1],
      ]);
      if (random.chance(0.02)) clock.started = clock.time;
      const act = action(random, step, given);
      expect({ step, answer: await act(real()) }).toEqual({ step, answer: await act(simulated) });
    }
  }

  function action(
    random: Random,
    step: number,
    given: { readonly host: string; readonly token: string }[],
  ): (turns: HostTurns) => Promise<unknown> {
    const host = random.pick(['a.cn', 'b.cn']);
    const worker = random.pick(['one', 'two', 'three']);
    const [turn, connection] = random.pick([
      [true, true],
      [true, false],
      [false, true],
    ] as const);
    const delay = random.chance(0.1) ? 3000 : null;
    const one = given.length > 0 ? random.pick(given) : { host, token: 'none' };
    const some = given.slice(-6);
    const time = random.between(100, 9000);
    switch (
      random.weighted([
        ['ask', 10],
        ['settle', 5],
        ['release', 2],
        ['hand back', 2],
        ['renew', 2],
        ['rest', 0.5],
        ['pause', 0.5],
        ['wanted', 1],
      ])
    ) {
      case 'ask': {
        const token = `t${step}`;
        given.push({ host, token });
        return (turns) => turns.ask(request({ host, worker, token, turn, connection, delay }));
      }
      case 'settle':
        return (turns) => turns.settle(one.host, one.token, connection);
      case 'release':
        return (turns) => turns.release(one.host, one.token);
      case 'hand back':
        return (turns) => turns.handBack([one]);
      case 'rest':
        return (turns) => turns.rest(host, time);
      case 'pause':
        return (turns) => turns.setPause(host, time);
      case 'wanted':
        return async (turns) => [...(await turns.wanted(worker))].sort();
      default: {
        const held = [{ host, tokens: some.filter((item) => item.host === host).map(({ token }) => token) }];
        const owned = some.map(({ token }) => token);
        return async (turns) => [...(await turns.renew(owned, held, 60_000))].sort();
      }
    }
  }
});

import { describe, expect, test } from 'vitest';
import { Hosts } from '../../../../src/pipeline/crawl/http/hosts.ts';
import { FakeClock, settled } from '../fake-clock.ts';

const open = (pause = 1000, connections = 2) => {
  const clock = new FakeClock();
  return { clock, hosts: new Hosts({ connections, pause, clock }) };
};

/** Starts requests that end at once; the moments at which they began. */
function ask(hosts: Hosts, clock: FakeClock, host: string, count: number): number[] {
  const starts: number[] = [];
  for (let index = 0; index < count; index++)
    void hosts.run(host, async () => {
      starts.push(clock.steady());
    });
  return starts;
}

describe('the gate of a host', () => {
  test('keeps the pause between the starts of any two requests', async () => {
    const { clock, hosts } = open();
    const starts = ask(hosts, clock, 'a.cn', 4);
    await clock.advance(10_000);
    expect(starts).toEqual([0, 1000, 2000, 3000]);
  });

  test('counts the pause from the moment at which a request is sent', async () => {
    const { clock, hosts } = open();
    const sent: number[] = [];
    for (const connecting of [400, 0])
      void hosts.run('a.cn', async (turn) => {
        await clock.sleep(connecting);
        turn.use();
        sent.push(clock.steady());
      });
    await clock.advance(10_000);
    expect(sent).toEqual([400, 1400]);
  });

  test('does not hold up other hosts', async () => {
    const { clock, hosts } = open();
    const starts = [ask(hosts, clock, 'a.cn', 2), ask(hosts, clock, 'b.cn', 2)];
    await clock.advance(1000);
    expect(starts).toEqual([
      [0, 1000],
      [0, 1000],
    ]);
  });

  test('is free before the first request and when the pause is over, not between', async () => {
    const { clock, hosts } = open();
    expect(hosts.isFree('a.cn', clock.steady())).toBe(true);
    ask(hosts, clock, 'a.cn', 1);
    await settled();
    expect(hosts.isFree('a.cn', 999)).toBe(false);
    expect(hosts.isFree('a.cn', 1000)).toBe(true);
  });

  test('lets no more requests through than the host has connections', async () => {
    const { clock, hosts } = open(0, 2);
    const ends: (() => void)[] = [];
    for (let index = 0; index < 3; index++)
      void hosts.run('a.cn', () => new Promise<void>((end) => void ends.push(end)));
    await settled();
    expect(ends).toHaveLength(2);
    expect(hosts.isFree('a.cn', clock.steady())).toBe(false);
    ends[0]?.();
    await settled();
    expect(ends).toHaveLength(3);
  });

  test('gives its slot back when a request fails', async () => {
    const { clock, hosts } = open(0, 1);
    const failure = hosts.run('a.cn', async () => Promise.reject(new Error('broken')));
    await expect(failure).rejects.toThrow('broken');
    const starts = ask(hosts, clock, 'a.cn', 1);
    await settled();
    expect(starts).toEqual([0]);
  });

  test('takes the pause that robots.txt asks for instead of the configured one', async () => {
    const { clock, hosts } = open(1000);
    await clock.advance(60_000);
    hosts.setPause('a.cn', 5000);
    const starts = ask(hosts, clock, 'a.cn', 3);
    await clock.advance(20_000);
    expect(starts).toEqual([60_000, 65_000, 70_000]);
  });

  test('starts nothing while the host asks for patience, even what waits already', async () => {
    const { clock, hosts } = open(1000);
    const starts = ask(hosts, clock, 'a.cn', 2);
    await settled();
    hosts.rest('a.cn', 30_000);
    await clock.advance(29_999);
    expect(starts).toEqual([0]);
    await clock.advance(1);
    expect(starts).toEqual([0, 30_000]);
  });

  test('is not moved by the wall clock', async () => {
    const { clock, hosts } = open(1000);
    const starts = ask(hosts, clock, 'a.cn', 2);
    await settled();
    clock.wall -= 3_600_000;
    await clock.advance(1000);
    expect(starts).toEqual([0, 1000]);
  });
});

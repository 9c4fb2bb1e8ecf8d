import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Latest } from '../../src/application/latest.ts';

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-02-01T00:00:00Z') }));
afterEach(() => void vi.useRealTimers());

/** Answers that are made when the test says so. */
class Making {
  readonly begun: ((value: string) => void)[] = [];
  readonly make = (): Promise<string> => new Promise((resolve) => void this.begun.push(resolve));

  async finish(place: number, value: string): Promise<void> {
    this.begun[place]?.(value);
    await vi.advanceTimersByTimeAsync(0);
  }
}

describe('the latest answer', () => {
  it('is made once for all who ask for it at a time', async () => {
    const [latest, making] = [new Latest<string>({ kept: 2, waits: false }), new Making()];
    const asked = { key: 'k', stamp: '1', make: making.make };
    const both = Promise.all([latest.of(asked), latest.of(asked)]);
    await making.finish(0, 'a');
    const made = '2026-02-01T00:00:00.000Z';
    expect(await both).toEqual([
      { value: 'a', isBehind: false, made },
      { value: 'a', isBehind: false, made },
    ]);
    expect(await latest.of(asked)).toEqual({ value: 'a', isBehind: false, made });
    expect(making.begun).toHaveLength(1);
  });

  it('is given as it was before a change until the newer one is there', async () => {
    const [latest, making] = [new Latest<string>({ kept: 2, waits: false }), new Making()];
    const asked = (stamp: string) => latest.of({ key: 'k', stamp, make: making.make });
    const first = asked('1');
    await making.finish(0, 'a');
    await first;
    vi.setSystemTime(Date.parse('2026-02-01T00:00:09Z'));
    expect(await asked('2')).toEqual({ value: 'a', isBehind: true, made: '2026-02-01T00:00:00.000Z' });
    expect(await asked('3')).toMatchObject({ value: 'a', isBehind: true });
    expect(making.begun).toHaveLength(2);
    await making.finish(1, 'b');
    expect(await asked('2')).toEqual({ value: 'b', isBehind: false, made: '2026-02-01T00:00:09.000Z' });
  });

  it('is waited for where nothing makes it beside the pages', async () => {
    const [latest, making] = [new Latest<string>({ kept: 2, waits: true }), new Making()];
    const asked = (stamp: string) =>
      latest.of({ key: 'k', stamp, make: making.make, pauseAfter: () => 10_000, isFinal: () => stamp !== '2' });
    const first = asked('1');
    await making.finish(0, 'a');
    await first;
    const second = asked('2');
    await making.finish(1, 'b');
    expect(await second).toMatchObject({ value: 'b', isBehind: false });
    const third = asked('2');
    await making.finish(2, 'c');
    expect(await third).toMatchObject({ value: 'c' });
  });

  it('of what changes all the time is made after a pause, which is longer where it takes longer', async () => {
    const [latest, making] = [new Latest<string>({ kept: 2, waits: false }), new Making()];
    const asked = (stamp: string) => latest.of({ key: 'k', stamp, make: making.make, pauseAfter: () => 10_000 });
    const first = asked('1');
    await vi.advanceTimersByTimeAsync(4000);
    await making.finish(0, 'a');
    await first;
    await vi.advanceTimersByTimeAsync(19_000);
    expect(await asked('2')).toMatchObject({ isBehind: true });
    expect(making.begun).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    await asked('2');
    expect(making.begun).toHaveLength(2);
  });

  it('that is not final is made again though nothing changed', async () => {
    const [latest, making] = [new Latest<string>({ kept: 2, waits: false }), new Making()];
    const asked = () =>
      latest.of({ key: 'k', stamp: '1', make: making.make, pauseAfter: () => 2000, isFinal: (value) => value === 'b' });
    const first = asked();
    await making.finish(0, 'a');
    await first;
    expect(await asked()).toMatchObject({ value: 'a', isBehind: true });
    await vi.advanceTimersByTimeAsync(2000);
    await asked();
    await making.finish(1, 'b');
    expect(await asked()).toMatchObject({ value: 'b', isBehind: false });
  });

  it('that could not be made is told to who waits, and tried again', async () => {
    const latest = new Latest<string>({ kept: 2, waits: false });
    const asked = (make: () => Promise<string>, stamp = '1') => latest.of({ key: 'k', stamp, make });
    const fails = async (): Promise<string> => {
      throw new Error('no');
    };
    await expect(asked(fails)).rejects.toThrow('no');
    expect(await asked(async () => 'a')).toMatchObject({ value: 'a' });
    expect(await asked(fails, '2')).toMatchObject({ value: 'a', isBehind: true });
    await vi.advanceTimersByTimeAsync(0);
    await asked(async () => 'b', '2');
    await vi.advanceTimersByTimeAsync(0);
    expect(await asked(fails, '2')).toMatchObject({ value: 'b', isBehind: false });
  });

  it('is forgotten when more is kept than should be, what was asked for last at last', async () => {
    const latest = new Latest<string>({ kept: 2, waits: false });
    const made: string[] = [];
    const make = (key: string) => async () => `${key}${made.push(key)}`;
    const asked = (key: string) => latest.of({ key, stamp: '1', make: make(key) });
    await asked('a');
    await asked('b');
    await asked('a');
    await asked('c');
    expect((await asked('a')).value).toBe('a1');
    expect((await asked('b')).value).toBe('b4');
  });
});

import { randomUUID } from 'node:crypto';
import type { Lock, Locks } from '../../../store/locks.ts';
import { isAlive, ownIdentity } from './process-identity.ts';

const name = 'run';
const beatEvery = 30_000;
/** How long the lock may go without a beat before its holder gives up. */
const beatPatience = 5 * 60_000;
/** A holder on another machine that was silent for so long is taken for dead. */
const silenceLimit = 15 * 60_000;

/** Another process visits governments into the same data folder. */
export class RunUnderWay extends Error {
  override readonly name = 'RunUnderWay';
}

export interface RunLock {
  /** Aborted when another process took the lock, because this one had seemed dead to it. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/** Whether the holder of a lock is gone, so that the lock may be taken from it. */
export function isStale(lock: Lock, now: number, alive: typeof isAlive = isAlive): boolean {
  const state = alive(lock.holder);
  if (state !== null) return !state;
  return now - Date.parse(lock.heartbeat) > silenceLimit;
}

/** Whether a living process visits governments into the data folder. */
export async function runUnderWay(locks: Locks): Promise<boolean> {
  const held = await locks.find(name);
  return held !== null && !isStale(held, await locks.now());
}

/**
 * Takes the lock that keeps runs from overlapping: a row of the database, so that it survives a
 * crash, can be looked into, and can be taken from a dead holder by one statement. Throws
 * `RunUnderWay` when a living process holds it.
 */
export async function takeRunLock(locks: Locks, command: string): Promise<RunLock> {
  const own = { token: randomUUID(), holder: ownIdentity(command) };
  // A holder may go, or another taker come, between looking and taking: then the look is repeated.
  for (let attempt = 0; attempt < 5; attempt++) {
    const held = await locks.find(name);
    const now = await locks.now();
    if (held !== null && !isStale(held, now)) {
      const { pid, host, command: what } = held.holder;
      const silence = Math.max(0, Math.round((now - Date.parse(held.heartbeat)) / 1000));
      throw new RunUnderWay(
        `\`${what}\` visits governments into this data folder already (process ${pid} on ${host}, last heard of ${silence} s ago): ` +
          'wait for its end or stop it; `govprobe probe` works beside it',
      );
    }
    const lock: Lock = { ...own, heartbeat: new Date(now).toISOString() };
    if (await locks.take(name, lock, held?.token ?? null)) return keep(locks, own.token);
  }
  throw new RunUnderWay('other processes take the lock of this data folder all the time; try again later');
}

function keep(locks: Locks, token: string): RunLock {
  const lost = new AbortController();
  let heard = performance.now();
  const timer = setInterval(() => {
    beat(locks, token).then(
      (ours) => {
        heard = performance.now();
        if (!ours) lost.abort(new RunUnderWay('another process took over the lock of the data folder'));
      },
      (error: unknown) => {
        // A database that restarts misses a beat or two, long before others take the lock.
        if (performance.now() - heard > beatPatience) lost.abort(error);
      },
    );
  }, beatEvery);
  timer.unref();
  return {
    lost: lost.signal,
    async release() {
      clearInterval(timer);
      await locks.free(name, token);
    },
  };
}

async function beat(locks: Locks, token: string): Promise<boolean> {
  return locks.beat(name, token, new Date(await locks.now()).toISOString());
}

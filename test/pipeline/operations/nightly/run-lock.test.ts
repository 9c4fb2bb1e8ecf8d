import { type ChildProcess, spawn } from 'node:child_process';
import { hostname } from 'node:os';
import { describe, expect, test } from 'vitest';
import { isAlive, ownIdentity } from '../../../../src/pipeline/operations/nightly/process-identity.ts';
import { isStale, RunUnderWay, takeRunLock } from '../../../../src/pipeline/operations/nightly/run-lock.ts';
import { placeOf } from '../../../store/place.ts';
import { temporaryStore } from '../../../store/temporary-store.ts';

const lockModule = new URL('../../../../src/pipeline/operations/nightly/run-lock.ts', import.meta.url).href;
const storeModule = new URL('../../../../src/store/store.ts', import.meta.url).href;

const given = temporaryStore();

/** Another process that takes the lock of the folder and then does nothing. */
async function holder(): Promise<ChildProcess> {
  const script = `
    const { takeRunLock } = await import(${JSON.stringify(lockModule)});
    const { Store } = await import(${JSON.stringify(storeModule)});
    await takeRunLock((await Store.open(process.argv[1], 'write', JSON.parse(process.argv[2]))).locks, 'another crawl');
    console.log('held');
    setInterval(() => {}, 1000);`;
  const place = JSON.stringify(placeOf(given.path));
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, given.path, place], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((done, fail) => {
    child.stdout?.once('data', done);
    child.once('exit', (status) => fail(new Error(`the holder ended with ${status}`)));
  });
  return child;
}

describe('the lock of a data folder', () => {
  test('is held by one at a time and free after its release', async () => {
    const lock = await takeRunLock(given.store.locks, 'govprobe crawl');
    await expect(takeRunLock(given.store.locks, 'govprobe crawl')).rejects.toThrow(RunUnderWay);
    await lock.release();
    await (await takeRunLock(given.store.locks, 'govprobe crawl')).release();
  });

  test('is refused while another process lives, and taken over after kill -9', async () => {
    const child = await holder();
    await expect(takeRunLock(given.store.locks, 'me')).rejects.toThrow(
      new RegExp(`another crawl.*process ${child.pid}`),
    );
    child.removeAllListeners('exit');
    child.kill('SIGKILL');
    await new Promise((done) => child.once('exit', done));
    const lock = await takeRunLock(given.store.locks, 'me');
    expect((await given.store.locks.find('run'))?.holder.pid).toBe(process.pid);
    await lock.release();
  });

  test('of several that find a dead holder, one gets it', async () => {
    const dead = { ...ownIdentity('dead'), pid: 2 ** 22 + 1 };
    const heartbeat = new Date().toISOString();
    await given.store.locks.take('run', { token: 'old', holder: dead, heartbeat }, null);
    const taken = await Promise.allSettled(
      Array.from({ length: 8 }, (_, at) => takeRunLock(given.store.locks, `taker ${at}`)),
    );
    const won = taken.flatMap((item) => (item.status === 'fulfilled' ? [item.value] : []));
    expect(won).toHaveLength(1);
    await won[0]?.release();
  });

  test('the beat tells the holder that it lost the lock', async () => {
    const lock = await takeRunLock(given.store.locks, 'me');
    const held = await given.store.locks.find('run');
    expect(await given.store.locks.beat('run', held?.token ?? '', 'now')).toBe(true);
    await given.store.locks.take(
      'run',
      { token: 'other', holder: ownIdentity('x'), heartbeat: 'now' },
      held?.token ?? null,
    );
    expect(await given.store.locks.beat('run', held?.token ?? '', 'now')).toBe(false);
    // Releasing a lock that is another's now leaves it alone.
    await lock.release();
    expect((await given.store.locks.find('run'))?.token).toBe('other');
  });
});

describe('whether a holder lives', () => {
  const own = ownIdentity('test');

  test('this process does; the same id begun at another time, or before a restart of the machine, does not', () => {
    expect(isAlive(own)).toBe(true);
    expect(isAlive({ ...own, started: `${own.started}0` })).toBe(false);
    expect(isAlive({ ...own, boot: 'another' })).toBe(false);
    expect(isAlive({ ...own, pid: 2 ** 22 + 1 })).toBe(false);
  });

  test('on another machine only its silence tells', () => {
    const foreign = { ...own, host: `${hostname()}-else` };
    expect(isAlive(foreign)).toBeNull();
    const lock = { token: 't', holder: foreign, heartbeat: '2026-11-26T00:00:00.000Z' };
    const beat = Date.parse(lock.heartbeat);
    expect(isStale(lock, beat + 14 * 60_000)).toBe(false);
    expect(isStale(lock, beat + 16 * 60_000)).toBe(true);
  });
});

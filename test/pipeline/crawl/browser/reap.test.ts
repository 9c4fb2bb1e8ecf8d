import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { ownerArgument, reapBrowser, reapOrphans } from '../../../../src/pipeline/crawl/browser/reap.ts';

const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
});

/** A process with this argument, which has started one of its own; the ids of both. */
async function fakeBrowser(argument: string): Promise<[number, number]> {
  const child = spawn('sh', ['-c', 'sleep 300 & echo $!; wait', argument], { stdio: ['ignore', 'pipe', 'ignore'] });
  started.push(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return [child.pid ?? 0, Number(line)];
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function gone(...pids: number[]): Promise<boolean> {
  for (let turn = 0; turn < 100 && pids.some(lives); turn++) await sleep(50);
  return !pids.some(lives);
}

describe.skipIf(!existsSync('/proc/self/stat'))('browsers that nobody owns any more (skipped without /proc)', () => {
  test('are ended with all they started; those of the living stay', async () => {
    const own = ownerArgument();
    const living = await fakeBrowser(own);
    const orphan = await fakeBrowser('--govprobe-owner=4194304.1.1');
    // The id of a dead owner that somebody else has now.
    const reused = await fakeBrowser(`--govprobe-owner=${process.pid}.1.1`);
    const other = await fakeBrowser('--owner=4194304.1.1');
    expect(reapOrphans()).toBe(4);
    expect(await gone(...orphan, ...reused)).toBe(true);
    expect([...living, ...other].every(lives)).toBe(true);
    expect(reapBrowser(own)).toBe(2);
    expect(await gone(...living)).toBe(true);
    process.kill(other[1], 'SIGKILL');
  });
});

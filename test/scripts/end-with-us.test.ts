import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const tool = fileURLToPath(new URL('../../scripts/polite-schedules/end-with-us.ts', import.meta.url));

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
  'after %s nothing is left of a schedule: no process, not even a frozen one, and no folder',
  async (signal) => {
    const folder = mkdtempSync(join(tmpdir(), 'govprobe-owner-'));
    const program = `
      import { spawn } from 'node:child_process';
      import { endWithUs, removeWithUs } from ${JSON.stringify(tool)};
      removeWithUs(${JSON.stringify(folder)});
      const pids = [1, 2].map((number) => {
        const child = spawn('sleep', ['600'], { stdio: 'ignore' });
        endWithUs(child);
        if (number === 2) child.kill('SIGSTOP');
        return child.pid;
      });
      console.log(JSON.stringify(pids));
      setInterval(() => undefined, 1000);`;
    const owner = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(owner.stdout, 'data')) as [Buffer];
    const pids = JSON.parse(line.toString('utf8')) as number[];
    expect(pids.map(isAlive)).toEqual([true, true]);
    owner.kill(signal);
    await once(owner, 'close');
    const isOver = (): boolean => !pids.some(isAlive) && !existsSync(folder);
    for (const end = performance.now() + 20_000; !isOver() && performance.now() < end; ) await sleep(100);
    expect([pids.map(isAlive), existsSync(folder)]).toEqual([[false, false], false]);
  },
  40_000,
);

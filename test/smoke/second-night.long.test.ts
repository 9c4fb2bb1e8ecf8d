import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { shippedPack } from '../config/temporary-pack.ts';
import { cleanEnvironment, govprobe, temporaryFolder } from './cli.ts';
import { country } from './nights.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const preload = `process.once('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  require('node:fs').writeFileSync(process.env.TEST_CPU_FILE, String((userCPUTime + systemCPUTime) / 1e6));
});`;

/** Runs a crawl to its end; user and system time of its process in seconds. */
async function cpuOf(args: readonly string[]): Promise<number> {
  const script = join(folder.path, 'cpu.cjs');
  const file = join(folder.path, 'cpu');
  writeFileSync(script, preload);
  const main = new URL('../../src/cli/main.ts', import.meta.url).pathname;
  const child: ChildProcess = spawn(process.execPath, ['--require', script, main, ...args], {
    env: cleanEnvironment({ TEST_CPU_FILE: file }),
    stdio: 'ignore',
  });
  expect(await new Promise((done) => child.once('exit', done))).toBe(0);
  return Number(readFileSync(file, 'utf8'));
}

test('the second night over an unchanged country costs at most a fifth of the CPU of the first, and finds the same', async () => {
  const registry = join(folder.path, 'governments.csv');
  const [header, ...rows] = readFileSync(join(shippedPack, 'governments.csv'), 'utf8').trimEnd().split('\n');
  writeFileSync(registry, `${[header, ...rows.filter((_, at) => at % 5 === 0).slice(0, 60)].join('\n')}\n`);
  const sandbox = await country(0);
  const data = join(folder.path, 'data');
  const findings = async (): Promise<string> => (await govprobe(['findings', '--json', '--data', data])).stdout;
  try {
    const crawl = ['crawl', '--governments', registry, '--proxy', sandbox.proxyUrl, '--data', data];
    const first = await cpuOf(crawl);
    const found = await findings();
    const second = await cpuOf(crawl);
    process.stderr.write(`CPU of the first night ${first.toFixed(1)} s, of the second ${second.toFixed(1)} s\n`);
    expect(await findings()).toBe(found);
    expect(second / first).toBeLessThanOrEqual(0.2);
  } finally {
    await sandbox.close();
  }
});

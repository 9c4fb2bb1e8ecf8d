// Measures processor time, which needs a quiet machine and enough towns: minutes.
// `test/pipeline/crawl/memory` holds what a second night repeats.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../src/pipeline/crawl/browser/find-chromium.ts';
import { shippedPack } from '../config/temporary-pack.ts';
import { cleanEnvironment, govprobe, temporaryFolder } from './cli.ts';
import { country } from './nights.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

/** Clock ticks of Linux per second, in which /proc counts. */
const ticks = 100;
const chromium = findChromium(process.env);

/** At its end a process tells what it and the processes that it waited for have used, the browser's among them. */
const preload = `process.once('exit', () => {
  const { readFileSync, writeFileSync } = require('node:fs');
  const used = readFileSync('/proc/self/stat', 'utf8').replace(/^.*\\) /, '').split(' ').slice(11, 15);
  writeFileSync(process.env.TEST_CPU_FILE, String(used.reduce((sum, part) => sum + Number(part), 0) / ${ticks}));
});`;

/** Runs a crawl to its end; user and system time of its process and of those under it, in seconds. */
async function cpuOf(args: readonly string[], browser: string): Promise<number> {
  const script = join(folder.path, 'cpu.cjs');
  const file = join(folder.path, 'cpu');
  writeFileSync(script, preload);
  const program = fileURLToPath(new URL('../../bin/govprobe.mjs', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, ['--require', script, program, ...args], {
    env: cleanEnvironment({ TEST_CPU_FILE: file, GOVPROBE_CHROMIUM: browser }),
    stdio: 'ignore',
  });
  expect(await new Promise((done) => child.once('exit', done))).toBe(0);
  return Number(readFileSync(file, 'utf8'));
}

/** Two nights over the same unchanged towns; CPU of the second over that of the first. */
async function ratio(name: string, towns: number, browser: string): Promise<number> {
  const registry = join(folder.path, `${name}.csv`);
  const [header, ...rows] = readFileSync(join(shippedPack, 'governments.csv'), 'utf8').trimEnd().split('\n');
  writeFileSync(registry, `${[header, ...rows.filter((_, at) => at % 5 === 0).slice(0, towns)].join('\n')}\n`);
  const sandbox = await country(0);
  const data = join(folder.path, name);
  const findings = async (): Promise<string> => (await govprobe(['findings', '--json', '--data', data])).stdout;
  try {
    const crawl = ['crawl', '--governments', registry, '--proxy', sandbox.proxyUrl, '--data', data];
    const first = await cpuOf(crawl, browser);
    const found = await findings();
    const second = await cpuOf(crawl, browser);
    const share = second / first;
    process.stderr.write(
      `${name}: CPU of the first night ${first.toFixed(1)} s, of the second ${second.toFixed(1)} s: ${share.toFixed(3)}\n`,
    );
    expect(await findings()).toBe(found);
    return share;
  } finally {
    await sandbox.close();
  }
}

describe.skipIf(!existsSync('/proc/self/stat'))('the second night over an unchanged country finds the same', () => {
  test.skipIf(chromium === null)('at a fifth of the CPU at most', async () => {
    expect(await ratio('with a browser', 20, chromium ?? 'none')).toBeLessThanOrEqual(0.2);
  });

  test('at less than a third where there is no browser, whose work is the largest part that is spared', async () => {
    expect(await ratio('without a browser', 60, 'none')).toBeLessThan(1 / 3);
  });
});

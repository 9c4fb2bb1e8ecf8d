// Fifty kills of a crawl of forty governments take about ten minutes; `sandbox-run.test.ts` kills twice.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { shippedPack } from '../config/temporary-pack.ts';
import { govprobe, startCli, temporaryFolder } from './cli.ts';
import { country } from './nights.ts';

const kills = 50;
const governments = 40;
const seed = 20261126;
/** Milliseconds from the start of a process to its end by SIGKILL: starting up, visiting, committing. */
const moments = fc.sample(fc.integer({ min: 300, max: 6000 }), { numRuns: kills, seed });

const folder = temporaryFolder();
afterAll(folder.remove);

test('killed at fifty random moments and resumed each time, a run finds what an undisturbed one finds', async () => {
  const registry = join(folder.path, 'governments.csv');
  const [header, ...rows] = readFileSync(join(shippedPack, 'governments.csv'), 'utf8').trimEnd().split('\n');
  writeFileSync(registry, `${[header, ...rows.filter((_, at) => at % 8 === 0).slice(0, governments)].join('\n')}\n`);
  const sandbox = await country(0);
  try {
    const crawl = (data: string): string[] => {
      const common = ['--governments', registry, '--proxy', sandbox.proxyUrl, '--concurrency', '4'];
      return ['crawl', '--resume', '--data', join(folder.path, data), ...common];
    };
    const whole = await govprobe(crawl('whole'));
    expect(whole.status, whole.stderr).toBe(0);
    let killed = 0;
    for (const moment of moments) {
      const child = startCli(crawl('cut'));
      await sleep(moment);
      if (child.exitCode === null && child.kill('SIGKILL')) killed++;
      if (child.exitCode === null && child.signalCode === null) await new Promise((done) => child.once('exit', done));
    }
    // A fast machine may be through before the last moments; most of them must have met a run under way all the same.
    expect(killed).toBeGreaterThan(kills / 2);
    const end = await govprobe(crawl('cut'));
    expect(end.status, end.stderr).toBe(0);
    const findings = async (data: string): Promise<string> =>
      (await govprobe(['findings', '--json', '--data', join(folder.path, data)])).stdout;
    const found = await findings('cut');
    expect(JSON.parse(found)).toHaveLength(governments * 24);
    expect(found).toBe(await findings('whole'));
  } finally {
    await sandbox.close();
  }
});

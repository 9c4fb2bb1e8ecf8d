import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { countryMakers } from '../../src/sandbox/makers.ts';
import { type Sandbox, startCountry } from '../../src/sandbox/sandbox.ts';
import { shippedPack } from '../config/temporary-pack.ts';
import { describeOnPostgres, temporaryDatabase } from '../postgres.ts';
import { findingsOf, govprobe, inFile, packWithoutPauses, startCli, temporaryFolder } from './cli.ts';
import { pack } from './nights.ts';

const folder = temporaryFolder();
const config = packWithoutPauses(folder.path);
/** Towns of few pages. */
const names = ['自贡', '六安'];
let sandbox: Sandbox;
/** The ways to one simulated country for all commands, which is quicker than one for each. */
const visiting = () => ['--proxy', sandbox.proxyUrl, '--simulated', '--no-browser', '--config', config];
/** Code of the copy of 510300. */
const canaryCode = '510301';
const probedSchema = z.looseObject({
  changes: z.array(z.looseObject({ before: z.unknown(), after: z.looseObject({ probe: z.string() }) })),
});
const logSchema = z.array(z.looseObject({ event: z.string(), run: z.string(), worker: z.string() }));

beforeAll(async () => {
  const { governments, observed } = pack;
  sandbox = await startCountry({ governments, observed, weather: 'calm', today: '2026-11-20' }, countryMakers);
  // One canary is enough to see where its lines go.
  const file = join(config, 'schedule.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/governments: \['510100', .*\]/u, "governments: ['510300']"));
});
afterAll(async () => {
  await sandbox.close();
  folder.remove();
});

/** What a command prints that succeeds. */
async function printed(args: readonly string[], env: Record<string, string>): Promise<string> {
  const { status, stdout, stderr } = await govprobe(args, env);
  expect(status, stderr).toBe(0);
  return stdout;
}

await describeOnPostgres('commands whose visits others may make', () => {
  const given = temporaryDatabase();
  const env = () => ({ GOVPROBE_DATABASE: given.url });
  const data = (name: string) => ['--data', join(folder.path, name)];

  async function visits(): Promise<number> {
    const client = new Client({ connectionString: given.url });
    await client.connect();
    try {
      const { rows } = await client.query<{ visits: number }>('select count(*)::int as visits from visits');
      return rows[0]?.visits ?? 0;
    } catch {
      return 0; // There are no tables yet.
    } finally {
      await client.end();
    }
  }

  it('crawl --resume goes on after a kill, and probe sets a visit beside it, as on a file', async () => {
    const all = ['crawl', ...visiting(), '--concurrency', '1', '--only', names.join(',')];
    await printed([...all, ...data('alone')], inFile);
    const child = startCli([...all, ...data('shared')], env());
    const ended = new Promise((done) => child.once('exit', (_, signal) => done(signal)));
    while (child.exitCode === null && (await visits()) < 1) await sleep(50);
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    const unfinished = await govprobe(['findings', ...data('shared'), '--json'], env());
    expect(unfinished.stdout).not.toBe(await printed(['findings', ...data('alone'), '--json'], inFile));
    const resumed = JSON.parse(await printed([...all, ...data('shared'), '--resume', '--json'], env()));
    expect(resumed).toMatchObject({ visits: 2, resumed: 1, complete: true });
    expect(await printed([...all, ...data('shared'), '--resume', '--json'], env())).toBe('');
    const found = await findingsOf(join(folder.path, 'shared'), env());
    expect(found).toEqual(await findingsOf(join(folder.path, 'alone'), inFile));

    const probing = ['probe', '自贡', ...visiting(), '--json'];
    const here = probedSchema.parse(JSON.parse(await printed([...probing, ...data('alone')], inFile)));
    const there = probedSchema.parse(JSON.parse(await printed([...probing, ...data('shared')], env())));
    expect(there.changes).toHaveLength(24);
    expect(there.changes).toEqual(here.changes);
    expect(there.changes.every(({ before }) => before !== null)).toBe(true);
  }, 400_000);

  it('the lines of canaries lie where those of workers lie', async () => {
    const registry = join(folder.path, 'one.csv');
    const [header, ...rows] = readFileSync(join(shippedPack, 'governments.csv'), 'utf8').split('\n');
    writeFileSync(registry, `${[header, ...rows.filter((row) => row.includes('六安'))].join('\n')}\n`);
    const night = await govprobe(
      ['schedule', '--now', ...visiting(), '--governments', registry, ...data('night'), '--json'],
      env(),
    );
    expect([0, 3], night.stderr).toContain(night.status);
    const runs = z
      .array(z.looseObject({ id: z.string(), kind: z.string() }))
      .parse(JSON.parse(await printed(['runs', ...data('night'), '--json'], env())));
    const canary = runs.find(({ kind }) => kind === 'canary')?.id ?? '';
    expect(canary).toMatch(/-canary$/u);
    const reading = ['logs', canaryCode, '--run', canary, ...data('night'), '--json'];
    const lines = logSchema.parse(JSON.parse(await printed(reading, env())));
    expect(lines.filter(({ event }) => event === 'finding').length).toBeGreaterThanOrEqual(24);
    expect(new Set(lines.map(({ run }) => run))).toEqual(new Set([canary]));
    expect(readdirSync(join(folder.path, 'night'))).not.toContain('logs');
  }, 400_000);
});

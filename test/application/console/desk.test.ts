import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DataAccess } from '../../../src/application/console/data-access.ts';
import { OwnDesk, ThreadDesk } from '../../../src/application/console/desk/desk.ts';
import { Snapshots } from '../../../src/application/console/snapshots.ts';
import { recordReading } from '../../../src/application/reviewing/readings.ts';
import { wordSource } from '../../../src/application/word-sections.ts';
import { loadPack } from '../../../src/config/pack.ts';
import { UsageError } from '../../../src/model/usage-error.ts';
import { temporaryFolder } from '../../smoke/cli.ts';
import { storeCountry } from '../../web/reviewed-country.ts';

const folder = temporaryFolder();
const pack = loadPack(join(import.meta.dirname, '../../../config'), wordSource);
const data = new DataAccess(folder.path);
const settings = { dataFolder: folder.path, packFolder: pack.directory, packHash: pack.hash, services: undefined };
const desk = new ThreadDesk(settings);

beforeAll(() => storeCountry(folder.path, 12));
afterAll(async () => {
  await desk.close();
  await data.close();
  folder.remove();
});

describe('a desk in a thread', () => {
  it('gives what the same job gives here', async () => {
    const here = await new OwnDesk(data, pack).ask('assess', {});
    const there = await desk.ask('assess', {});
    expect(there.assessed.assessment.ranking).toEqual(here.assessed.assessment.ranking);
    expect(there.assessed.findings).toEqual(here.assessed.findings);
    expect(there.facts).toEqual(here.facts);
  });

  it('tells a mistake as one, and goes on', async () => {
    await expect(desk.ask('assess', { run: 'r9' })).rejects.toThrow(UsageError);
    await expect(desk.ask('edition', 'nothing')).rejects.toThrow(/there is no edition "nothing"/u);
    expect(await desk.ask('nights', { kinds: ['crawl'], most: 1 })).toHaveLength(1);
  });

  it('refuses a configuration that is another than the one of the console', async () => {
    const other = new ThreadDesk({ ...settings, packHash: 'x' });
    await expect(other.ask('assess', {})).rejects.toThrow(/has changed since the console was started/u);
    await other.close();
  });

  it('lets pages show the state before a change until the new one is there', async () => {
    const snapshots = new Snapshots(pack, desk);
    const first = await data.read((store) => snapshots.of(store));
    expect([first.isBehind, first.isUnderWay]).toEqual([false, false]);
    const { sampled } = await desk.ask('readings', null);
    const { government = '', probe = '' } = sampled[0]?.finding ?? {};
    const said = { government, probe, state: 'absent' as const, value: '', why: 'seen', who: 'Wang' };
    await data.write((store) => recordReading(store, pack, said, new Date()));
    const second = await data.read((store) => snapshots.of(store));
    expect([second.isBehind, second.assessed]).toEqual([true, first.assessed]);
    await expect
      .poll(async () => (await data.read((store) => snapshots.of(store))).isBehind, { timeout: 20_000 })
      .toBe(false);
    const third = await data.read((store) => snapshots.of(store));
    const found = third.assessed.findings.find((one) => one.government === government && one.probe === probe);
    expect(found).toMatchObject({ state: 'absent', review: { who: 'Wang', status: 'applied' } });
    expect((await desk.ask('readings', null)).sampled[0]?.stage).toBe('second');
  });
});

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bulletins } from '../../../src/application/console/bulletins.ts';
import { Comparisons } from '../../../src/application/console/comparisons.ts';
import { DataAccess } from '../../../src/application/console/data-access.ts';
import { type Desk, type DeskSettings, OwnDesk, ThreadDesk } from '../../../src/application/console/desk/desk.ts';
import { Queues } from '../../../src/application/console/queues.ts';
import { Snapshots } from '../../../src/application/console/snapshots.ts';
import { recordReading } from '../../../src/application/reviewing/readings.ts';
import { wordSource } from '../../../src/application/word-sections.ts';
import { loadPack } from '../../../src/config/pack.ts';
import { UsageError } from '../../../src/model/usage-error.ts';
import { temporaryFolder } from '../../smoke/cli.ts';
import { placeOf } from '../../store/place.ts';
import { run, visit } from '../../store/samples.ts';
import { storeCountry } from '../../web/reviewed-country.ts';

const folder = temporaryFolder();
const pack = loadPack(join(import.meta.dirname, '../../../config'), wordSource);
let data: DataAccess;
let settings: DeskSettings;
let desk: ThreadDesk;

beforeAll(async () => {
  const services = placeOf(folder.path);
  data = new DataAccess(folder.path, services);
  settings = { dataFolder: folder.path, packFolder: pack.directory, packHash: pack.hash, services };
  desk = new ThreadDesk(settings);
  await storeCountry(folder.path, 12);
});
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

  describe('while a run goes on', () => {
    const asked: string[] = [];
    const counting: Desk = {
      ask: (name, given) => {
        asked.push(name);
        return desk.ask(name, given);
      },
      close: () => desk.close(),
    };
    const snapshots = new Snapshots(pack, counting);
    const visitOf = async (code: string): Promise<void> => {
      const record = run('p1', 'probe', '3000-01-01T00:00:00.000Z');
      await data.write((store) => store.visits.commit(record, visit(code), [], []));
    };

    it('what ended runs are compared for is compared once', async () => {
      const comparisons = new Comparisons(counting, snapshots, false);
      const choice = { before: 'r1', after: 'r1' };
      const first = await data.read((store) => comparisons.of(store, choice));
      const plan = first.value.governments;
      await data.write((store) =>
        store.runs.start(run('p1', 'probe', '3000-01-01T00:00:00.000Z'), [...plan.values()].slice(0, 2)),
      );
      await visitOf([...plan.keys()][0] ?? '');
      const second = await data.read((store) => comparisons.of(store, choice));
      expect([second.isBehind, second.value]).toEqual([false, first.value]);
      expect(asked.filter((name) => name === 'diff')).toHaveLength(1);
      await expect(data.read((store) => comparisons.of(store, { before: 'r1', after: 'r9' }))).rejects.toThrow(
        /there is no run or edition "r9"/u,
      );
    });

    it('the queue is the one before the visit until it is measured again, and waited for after a review', async () => {
      const queues = new Queues(counting, snapshots, false);
      const queue = () => data.read((store) => queues.of(store, { limit: 5 }));
      const first = await queue();
      expect([first.isBehind, first.value.entries.length]).toEqual([false, 5]);
      const { plan, settled } = await data.read(async (store) => {
        const [entry] = first.value.entries;
        return { plan: await store.runs.plan('p1'), settled: entry?.findings[0] };
      });
      await visitOf(plan[1]?.code ?? '');
      expect(await queue()).toMatchObject({ isBehind: true, value: first.value });
      if (settled === undefined) throw new Error('the queue is empty');
      const { government, probe, state, value } = settled;
      await data.write((store) =>
        store.reviews.append({
          ...{ government, probe, run: 'r1', observed: '1000-01-01T00:00:00.000Z', machine: { state, value } },
          ...{ state: 'unknown', value: null, who: 'Wang', when: '2999-01-02T00:00:00.000Z', why: 'seen' },
        }),
      );
      const after = await queue();
      expect(after.isBehind).toBe(false);
      const left = after.value.entries.flatMap(({ findings }) => findings);
      expect(left.filter((one) => one.government === government && one.probe === probe)).toEqual([]);
    });

    it('the bulletin is the one before the visit, and a sheet is of the same state', async () => {
      const bulletins = new Bulletins(counting, false);
      const before = await data.read((store) => snapshots.of(store));
      const [code = ''] = before.state.governments.map((one) => one.code);
      const first = await bulletins.documentOf(before, {}, 'en');
      const sheet = await bulletins.sheetOf(before, {}, 'en', code);
      expect(first.value).toContain(pack.names.en?.title);
      expect([first.isBehind, sheet.isBehind, sheet.value?.includes('<h1>')]).toEqual([false, false, true]);
      const later = { ...before, stamp: `${before.stamp} and more` };
      expect(await bulletins.documentOf(later, {}, 'en')).toEqual({ ...first, isBehind: true });
      expect(await bulletins.sheetOf(later, {}, 'en', code)).toEqual({ ...sheet, isBehind: true });
      await expect
        .poll(async () => (await bulletins.documentOf(later, {}, 'en')).isBehind, { timeout: 20_000 })
        .toBe(false);
      expect((await bulletins.sheetOf(before, {}, 'en', 'nobody')).value).toBeNull();
    });
  });
});

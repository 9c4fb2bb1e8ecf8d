import { describe, expect, test } from 'vitest';
import { type ExplainChoice, explain } from '../../src/application/explain.ts';
import { explanationLines } from '../../src/cli/views/explain.ts';
import { explanationJson } from '../../src/cli/views/explain-json.ts';
import { explainWords } from '../../src/report/messages-explain.ts';
import { capture, finding } from '../store/samples.ts';
import { temporaryStore } from '../store/temporary-store.ts';
import { foundIn, freeze, pack, storeRun } from './known-data.ts';

const given = temporaryStore();
const probes = ['sa-one', 'sa-two', 'sb-one', 'ra-one', 'smart-search', 'smart-qa'];
const body = 'a'.repeat(64);

const ask = (choice: Partial<ExplainChoice> = {}) =>
  explain(given.store, pack, { government: '1', uncertainty: false, ...choice });

const print = async (choice: Partial<ExplainChoice> = {}, language: 'zh' | 'en' = 'en') =>
  explanationLines(await ask(choice), { pack, dataFolder: '/data', words: explainWords(language) }).join('\n');

/** Two towns; the first has one unknown finding, one of a low level, and a picture of a page. */
async function crawl(): Promise<void> {
  const own = probes.map((probe) => {
    const base = foundIn('r1', '1', 'present', probe);
    if (probe === 'sa-one') {
      const obstacles = [{ reason: 'dns' as const, site: 'portal' as const, url: 'http://a.gov.cn/box' }];
      return { ...foundIn('r1', '1', 'unknown', probe), reason: 'dns', obstacles };
    }
    if (probe === 'sb-one' || probe === 'ra-one') return { ...base, value: { share: 0.5 } };
    return { ...base, value: { level: 'linked' } };
  });
  const shown = { ...capture('1', 'r1-1'), body, screenshot: 'b'.repeat(64) };
  const others = probes.map((probe) => ({
    ...finding('2', 'present', probe),
    value: { level: 'working', share: 0.8 },
  }));
  await storeRun(given.store, 'r1', { 1: { findings: own, captures: [shown] }, 2: { findings: others } });
}

describe('the explanation of a government', () => {
  test('holds every node with its marks; those of unknown leaves went to their siblings', async () => {
    await crawl();
    const { rows, leftOut, standing, named } = await ask();
    const byId = new Map(rows.map((row) => [row.node.id, row]));
    expect(byId.get('sa-one')).toMatchObject({ effective: 0, adds: null, number: '1.1.1' });
    expect(byId.get('sa-two')).toMatchObject({ effective: 30, adds: 30 });
    expect(leftOut.map(({ node }) => node.id)).toEqual(['sa-one']);
    expect(standing).toMatchObject({ rank: 2, ranked: 2 });
    const sum = rows
      .filter(({ node }) => node.leaf !== null && node.counted)
      .reduce((all, { adds }) => all + (adds ?? 0), 0);
    expect(sum).toBeCloseTo(standing.total.score ?? Number.NaN, 6);
    expect(named).toBeNull();
  });

  test('is printed as a tree, with what moved, what is open and what would gain most', async () => {
    await crawl();
    const text = await print();
    expect(text).toMatch(/^rank +2 of 2$/m);
    expect(text).toMatch(/1\.1\.1 +指标 sa-one .* unknown name not resolved/);
    expect(text).toContain('1.1.1 指标 sa-one: 20.00 points went to its siblings (unknown: name not resolved)');
    expect(text).toMatch(/what is open[\s\S]*1\.1\.1 +指标 sa-one +0\.00–20\.00/);
    expect(text).toMatch(/what would raise the score most[\s\S]*2\.1\.1 +指标 ra-one +0\.50 +\+20\.00/);
    expect(await print({}, 'zh')).toContain('1.1.1 指标 sa-one：20.00 分移至同级指标');
  });

  test('simulates how sure the rank is only when asked', async () => {
    await crawl();
    expect((await ask()).uncertain).toBeNull();
    expect((await ask({ uncertainty: true })).uncertain).toMatchObject({ government: '1', nominal: { rank: 2 } });
    expect(await print()).toContain('no tiers are assigned');
  });

  test('simulates in another thread: the main one hears how far it is, and signals', async () => {
    await crawl();
    const heard: [number, number][] = [];
    let free = 0;
    const clock = setInterval(() => (free += 1), 1);
    await explain(given.store, pack, { government: '1', uncertainty: true }, (done, all) => heard.push([done, all]));
    clearInterval(clock);
    const all = pack.analysis.uncertainty.draws;
    expect(heard.length).toBeGreaterThan(2);
    expect(heard.map(([done]) => done)).toEqual(heard.map(([done]) => done).toSorted((a, b) => a - b));
    expect(heard.at(-1)).toEqual([all, all]);
    expect(free).toBeGreaterThan(2);
  });
});

describe('the explanation of one indicator', () => {
  test('goes from the point to rule, parts, finding, evidence and gains', async () => {
    await crawl();
    const text = await print({ indicator: '指标 smart-search' });
    expect(text).toContain('Total 100 › 服务智慧能力 20 of 100 › 智能交互能力 20 of 20 › 指标 smart-search 10 of 20');
    expect(text).toContain('steps of level: linked 0.4, reachable 0.6, working 1');
    expect(text).toContain('0.4000, or 4.00 of 10.00 points');
    expect(text).toContain('value "linked", worth 0.4000');
    expect(text).toContain(`/data/evidence/aa/${body}.zst`);
    expect(text).toMatch(/picture \/data\/evidence\/bb\/b+\.zst/);
    expect(text).toMatch(/level reachable +0\.6000 +\+2\.00/);
    expect(text).toMatch(/level working +1\.0000 +\+6\.00/);
  });

  test('names the donors of nothing, the obstacles and the cure of an unknown one', async () => {
    await crawl();
    const { leaves } = await ask({ indicator: 'sa-one' });
    expect(leaves[0]?.whatIf.map(({ kind, gain }) => [kind, gain < 0])).toEqual([
      ['proven', true],
      ['possible', false],
    ]);
    const text = await print({ indicator: 'sa-one' });
    expect(text).toContain('left out here; its 20.00 points went to its siblings');
    expect(text).toMatch(/what stood in the way\n {2}name not resolved · Portal · http:\/\/a.gov.cn\/box/);
    expect(text).toMatch(/what would settle it\n {2}name not resolved: /);
    const sibling = await print({ indicator: 'sa-two' });
    expect(sibling).toContain('carries 30.00 points here instead of 10.00, since these were left out');
  });

  test('of a branch holds all leaves below and the nodes above', async () => {
    await crawl();
    const { rows, leaves } = await ask({ indicator: '3.1' });
    expect(rows.map(({ node }) => node.id)).toEqual([
      'total',
      'intelligence',
      'interaction',
      'smart-search',
      'smart-qa',
    ]);
    expect(leaves.map(({ leaf }) => leaf.id)).toEqual(['smart-search', 'smart-qa']);
  });

  test('shows who reviewed the finding, what the machine said, and why', async () => {
    await crawl();
    const machine = { state: 'present' as const, value: { level: 'linked' } };
    const claim = { government: '1', probe: 'smart-qa', run: 'r1', observed: '1000-01-01T00:00:00.000Z', machine };
    const said = {
      state: 'absent' as const,
      value: null,
      who: '王芳',
      when: '2026-01-02T00:00:00.000Z',
      why: '打不开',
    };
    await given.store.reviews.append({ ...claim, ...said });
    const text = await print({ indicator: 'smart-qa' });
    expect(text).toMatch(/no\. 1, decided by 王芳 on 2026-01-02; the machine said present level linked/);
    expect(text).toContain('why: 打不开');
  });

  test('reads a frozen edition, whatever came later', async () => {
    await crawl();
    await freeze(given.store, '2023', 'r1');
    await storeRun(given.store, 'r2', { 1: { findings: [foundIn('r2', '1', 'absent', 'smart-search')] } });
    expect((await ask({ indicator: 'smart-search' })).leaves[0]?.row.point?.point).toBe(0);
    const frozen = await ask({ indicator: 'smart-search', edition: '2023' });
    expect(frozen.leaves[0]?.row.point?.point).toBe(0.4);
    expect(frozen.edition?.name).toBe('2023');
  });

  test('says of which node too little is settled for a rank, whichever indicator is asked for', async () => {
    await crawl();
    const thin = { ...pack.tree, publication: { ...pack.tree.publication, 'minimum-capability-coverage': 0.9 } };
    const choice = { government: '1', uncertainty: false, indicator: 'smart-qa' };
    const explanation = await explain(given.store, { ...pack, tree: thin }, choice);
    const display = { pack, dataFolder: '/data', words: explainWords('en') };
    expect(explanationLines(explanation, display).join('\n')).toContain('not ranked: 服务供给能力: 50.0% settled');
  });

  test('is plain data for other programs', async () => {
    await crawl();
    const json = explanationJson(await ask({ indicator: 'smart-search' }), '/data');
    expect(JSON.parse(JSON.stringify(json))).toMatchObject({
      government: '1',
      named: ['intelligence/interaction/smart-search'],
      indicators: [{ rule: { kind: 'ladder' }, finding: { evidence: [{ file: `/data/evidence/aa/${body}.zst` }] } }],
    });
  });

  test.each([
    [{ government: '9' }, /No government is called/],
    [{ indicator: 'nothing' }, /No indicator or probe is called "nothing"/],
    [{ edition: '2023', run: 'r1' }, /exclude each other/],
    [{ run: 'r9' }, /there is no run r9/],
  ])('%j is refused with a sentence', async (choice, sentence) => {
    await crawl();
    await expect(ask(choice)).rejects.toThrow(sentence);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { assessedState } from '../../src/application/assessed-state.ts';
import { giveVerdict, giveVerdicts, type VerdictRequest, withdrawReview } from '../../src/application/review.ts';
import { effectsJson, effectsLines } from '../../src/cli/views/review.ts';
import { standingOf } from '../../src/scoring/explaining/standing.ts';
import { finding } from '../store/samples.ts';
import { temporaryStore } from '../store/temporary-store.ts';
import { pack, storeRun } from './known-data.ts';

const given = temporaryStore();
const folder = mkdtempSync(join(tmpdir(), 'govprobe-review-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const probes = ['sa-one', 'sa-two', 'sb-one', 'ra-one', 'smart-search', 'smart-qa'];
const shares: Readonly<Record<string, number>> = { 1: 0.5, 2: 0.8, 3: 0.6 };
const terms = { dryRun: false, now: new Date('2026-02-01T00:00:00.000Z') };
const reasons = { who: '王芳', why: '人工检索' };

async function crawl(): Promise<void> {
  const towns = Object.entries(shares).map(([code, share]) => {
    const findings = probes.map((probe) => ({
      ...finding(code, 'present', probe),
      value: { level: 'linked', share, text: 'seen' },
    }));
    return [code, { findings }] as const;
  });
  await storeRun(given.store, 'r1', Object.fromEntries(towns));
}

const verdict = (change: Partial<VerdictRequest> = {}): VerdictRequest => ({
  government: '1市',
  probe: 'smart-search',
  state: 'present',
  value: { level: 'working' },
  ...reasons,
  ...change,
});

const standing = async (code: string) => standingOf((await assessedState(given.store, pack, {})).assessment, code);
const stored = async () => (await given.store.reviews.list()).map(({ government, probe }) => `${government} ${probe}`);

function sheet(...lines: string[]): string {
  const file = join(folder, 'verdicts.csv');
  writeFileSync(file, ['government,probe,state,value,who,why', ...lines].join('\n'));
  return file;
}

describe('a verdict', () => {
  test('tells what score, rank and point become, and they become that', async () => {
    await crawl();
    const before = await standing('1');
    const { effects, reviews, stored: isStored } = await giveVerdict(given.store, pack, verdict(), terms);
    expect(effects).toHaveLength(1);
    expect(effects[0]?.before).toEqual(before);
    expect(effects[0]?.after).toEqual(await standing('1'));
    expect(effects[0]?.after.total.score).toBeCloseTo((before?.total.score ?? 0) + 6, 8);
    expect(effects[0]?.points).toMatchObject([{ leaf: 'smart-search', before: { point: 0.4 }, after: { point: 1 } }]);
    expect([reviews[0]?.id, isStored]).toEqual([1, true]);
  });

  test('of a dry run is checked, tells the same, and is not stored', async () => {
    await crawl();
    const dry = await giveVerdict(given.store, pack, verdict(), { ...terms, dryRun: true });
    expect(await stored()).toEqual([]);
    const real = await giveVerdict(given.store, pack, verdict(), terms);
    expect({ ...dry, stored: true }).toEqual(real);
    await expect(giveVerdict(given.store, pack, verdict({ probe: 'x' }), { ...terms, dryRun: true })).rejects.toThrow(
      /no finding of a probe x/,
    );
  });

  test('moves the ranks of others, and counts them', async () => {
    await crawl();
    const up = await giveVerdict(given.store, pack, verdict({ probe: 'ra-one', value: { share: 1 } }), terms);
    expect(up.effects[0]).toMatchObject({ before: { rank: 3 }, after: { rank: 1 } });
    expect(up.others.ranks).toBe(2);
  });

  test('keeps what the probe measured and the person does not state', async () => {
    await crawl();
    const { effects } = await giveVerdict(given.store, pack, verdict({ probe: 'ra-one' }), terms);
    expect(effects[0]?.points).toEqual([]);
    expect(effectsLines({ effects, others: { ranks: 0, levels: 0 }, shares: [], stored: true, reviews: [] })).toContain(
      'no point changes',
    );
  });

  test('that is taken back gives back what it took, told beforehand as well', async () => {
    await crawl();
    const before = await standing('1');
    await giveVerdict(given.store, pack, verdict(), terms);
    const dry = await withdrawReview(given.store, pack, 1, reasons, { ...terms, dryRun: true });
    expect(dry.effects[0]?.after).toEqual(before);
    expect(dry.reviews[0]?.status).toBe('withdrawn');
    expect((await standing('1'))?.rank).not.toBeNull();
    const real = await withdrawReview(given.store, pack, 1, reasons, terms);
    expect(real.effects).toEqual(dry.effects);
    expect(await standing('1')).toEqual(before);
    await expect(withdrawReview(given.store, pack, 1, reasons, terms)).rejects.toThrow(/was withdrawn already/);
    await expect(withdrawReview(given.store, pack, 9, reasons, { ...terms, dryRun: true })).rejects.toThrow(
      /no review 9/,
    );
  });
});

describe('many verdicts at once', () => {
  test('are stored in their order, with the effect on each government', async () => {
    await crawl();
    const file = sheet(
      '1,smart-search,present,level=working,王芳,可用',
      '2市,sa-one,absent,,,',
      '1,sa-two,absent,,李强,无',
    );
    const outcome = await giveVerdicts(given.store, pack, file, { who: '赵', why: '核对' }, terms);
    expect(await stored()).toEqual(['1 smart-search', '2 sa-one', '1 sa-two']);
    expect(outcome.reviews.map(({ id, who, why }) => [id, who, why])).toEqual([
      [1, '王芳', '可用'],
      [2, '赵', '核对'],
      [3, '李强', '无'],
    ]);
    expect(outcome.effects.map(({ government }) => government.code)).toEqual(['1', '2']);
    for (const { government, after } of outcome.effects) expect(after).toEqual(await standing(government.code));
    expect(effectsLines(outcome).join('\n')).toMatch(/1 +1市 +\d+\.\d\d → \d+\.\d\d/);
    expect(effectsJson(outcome)).toMatchObject({ stored: true, effects: [{ government: '1' }, { government: '2' }] });
  });

  test('are all refused when one cannot be taken, and every such line is named', async () => {
    await crawl();
    const file = sheet(
      '1,smart-search,present,level=working,王芳,可用',
      '9,smart-search,absent,,王芳,无',
      '1,nothing,absent,,王芳,无',
      '2,smart-search,absent,,,无',
      '1市,smart-search,absent,,王芳,又一次',
      '2,smart-search,gone,,王芳,无',
    );
    const refused = giveVerdicts(given.store, pack, file, {}, terms);
    await expect(refused).rejects.toThrow(/5 of 6 verdicts cannot be taken, so none was stored/);
    await expect(refused).rejects.toThrow(/line 3: No government is called "9"/);
    await expect(refused).rejects.toThrow(/line 4: there is no finding of a probe nothing/);
    await expect(refused).rejects.toThrow(/line 5: who is missing/);
    await expect(refused).rejects.toThrow(/line 6: line 2 speaks of the same government and probe/);
    await expect(refused).rejects.toThrow(/line 7: state: expected one of/);
    expect(await stored()).toEqual([]);
  });

  test('of a dry run are checked and not stored', async () => {
    await crawl();
    const file = sheet('1,smart-search,present,level=working,王芳,可用');
    const outcome = await giveVerdicts(given.store, pack, file, {}, { ...terms, dryRun: true });
    expect([outcome.stored, await stored()]).toEqual([false, []]);
    expect(effectsLines(outcome).at(-1)).toBe('1 checked; nothing was stored (--dry-run)');
  });
});

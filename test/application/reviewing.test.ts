import { describe, expect, test } from 'vitest';
import { verifyEdition } from '../../src/application/edition.ts';
import { type GivenFile, largestAttachment } from '../../src/application/reviewing/attachments.ts';
import { type Decision, decideEntry } from '../../src/application/reviewing/decide.ts';
import { importObjections, listObjections } from '../../src/application/reviewing/objections.ts';
import { reviewQueue, skipEntry } from '../../src/application/reviewing/queue.ts';
import { readings, recordReading } from '../../src/application/reviewing/readings.ts';
import { undoLast } from '../../src/application/reviewing/undo.ts';
import { isSampled } from '../../src/pipeline/assessment/reviewing/readings.ts';
import { currentState } from '../../src/store/current.ts';
import { finding } from '../store/samples.ts';
import { temporaryStore } from '../store/temporary-store.ts';
import { freeze, pack, storeRun } from './known-data.ts';

const given = temporaryStore();
const probes = ['sa-one', 'sa-two', 'sb-one', 'ra-one', 'smart-search', 'smart-qa'];
const now = new Date('2026-02-01T00:00:00.000Z');

/** Twelve towns; the search engines of the first six are of one vendor. */
async function crawl(id = 'r1'): Promise<void> {
  const towns = Array.from({ length: 12 }, (_, index) => {
    const code = String(index + 1);
    const findings = probes.map((probe) => ({
      ...finding(code, 'present', probe),
      confidence: 0.95,
      value: {
        ...{ level: 'linked', share: 1 - index / 12, text: 'seen' },
        ...(probe === 'smart-search' && index < 6 ? { vendor: 'acme' } : {}),
      },
      evidence: [{ url: `http://h${code}.example/`, quote: 'q', capture: `${id}-${code}` }],
    }));
    return [code, { findings }] as const;
  });
  await storeRun(given.store, id, Object.fromEntries(towns));
}

const decision = (change: Partial<Decision> = {}): Decision => ({
  ...{ entry: 'finding 1 smart-search', members: [], answer: 'accept', state: null, value: '' },
  ...{ who: '王芳', why: '核对', attachment: null, seen: new Map(), adjudicates: [] },
  ...change,
});
const terms = { dryRun: false, now };
const decide = (change: Partial<Decision> = {}) => decideEntry(given.store, pack, decision(change), terms);
const findingOf = async (code: string, probe = 'smart-search') =>
  (await currentState(given.store)).findings.find((one) => one.government === code && one.probe === probe);

describe('a decision on an entry of the queue', () => {
  test('accepts a claim, which then counts as certain and leaves the queue', async () => {
    await crawl();
    const before = await reviewQueue(given.store, pack, { limit: 100 });
    expect(before.entries.some(({ id }) => id === 'finding 1 smart-search')).toBe(true);
    await decide();
    expect(await findingOf('1')).toMatchObject({ state: 'present', confidence: 1, review: { status: 'applied' } });
    const after = await reviewQueue(given.store, pack, { limit: 100 });
    expect(after.entries.some(({ id }) => id === 'finding 1 smart-search')).toBe(false);
  });

  test('settles a shared claim for the chosen findings in one decision, and is undone as one', async () => {
    await crawl();
    const { entries } = await reviewQueue(given.store, pack, { limit: 100 });
    const shared = entries.find(({ kind }) => kind === 'shared');
    expect(shared?.governments).toHaveLength(6);
    const members = ['1 smart-search', '2 smart-search'];
    const chosen = { entry: shared?.id ?? '', members, answer: 'overrule' as const, state: 'absent' as const };
    const { reviews } = await decide(chosen);
    expect(reviews.map(({ details }) => details)).toMatchObject([
      { decision: 1, cause: { wrong: true } },
      { decision: 1, cause: { wrong: true } },
    ]);
    expect([(await findingOf('1'))?.state, (await findingOf('3'))?.state]).toEqual(['absent', 'present']);
    const next = await reviewQueue(given.store, pack, { limit: 100 });
    expect(next.entries.some(({ kind }) => kind === 'shared')).toBe(false);
    expect(await undoLast(given.store, '王芳', '看错', now)).toHaveLength(2);
    expect((await findingOf('1'))?.state).toBe('present');
    await expect(undoLast(given.store, '王芳', '看错', now)).rejects.toThrow(/no decision to take back/);
  });

  test('that a shared claim is right is recorded of the findings that were looked at, and settles the claim', async () => {
    await crawl();
    const ids = async () => (await reviewQueue(given.store, pack, { limit: 200 })).entries;
    const shared = (await ids()).find(({ kind }) => kind === 'shared');
    const { reviews } = await decide({ entry: shared?.id ?? '' });
    expect(reviews).toHaveLength(3);
    expect(reviews[0]?.details?.cause).toMatchObject({ wrong: false });
    const left = await ids();
    expect(left.some(({ kind }) => kind === 'shared')).toBe(false);
    expect(left.filter(({ probe }) => probe === 'smart-search')).toHaveLength(12 - 3);
  });

  test('tells beforehand what it changes, and stores nothing', async () => {
    await crawl();
    const change = { answer: 'overrule' as const, state: 'absent' as const };
    const dry = await decideEntry(given.store, pack, decision(change), { ...terms, dryRun: true });
    expect(await given.store.reviews.entries()).toEqual([]);
    const real = await decide(change);
    expect({ ...dry, stored: true }).toEqual(real);
    expect(real.effects[0]?.points).toMatchObject([{ leaf: 'smart-search', after: { point: 0 } }]);
  });

  test('is refused when somebody else decided after the page was shown', async () => {
    await crawl();
    const seen = new Map([['1 smart-search', null]]);
    await decide({ who: '李强' });
    await expect(decide({ seen })).rejects.toThrow(/李强 decided on 1 smart-search meanwhile/);
    await decide({ seen: new Map([['1 smart-search', 1]]) });
    expect(await given.store.reviews.list()).toHaveLength(2);
  });

  test.each([
    [{ entry: 'finding 99 smart-search' }, /no entry "finding 99 smart-search"/],
    [{ entry: 'cause x' }, /no entry "cause x"/],
    [{ members: ['2 smart-search'] }, /not one of the findings/],
    [{ answer: 'overrule' as const }, /state is missing/],
    [{ answer: 'overrule' as const, state: 'present' as const, value: 'level=wonky' }, /value: level/],
    [{ why: ' ' }, /why is empty/],
    [{ who: '' }, /who is empty/],
  ])('is refused with one sentence: %o', async (change, expected) => {
    await crawl();
    await expect(decide(change)).rejects.toThrow(expected);
    expect(await given.store.reviews.entries()).toEqual([]);
  });

  test('that nobody can tell stays open and does not come back until the claim changes', async () => {
    await crawl();
    await decide({ answer: 'unknown' });
    expect(await findingOf('1')).toMatchObject({ state: 'unknown', reason: 'conflict' });
    const ids = async () => (await reviewQueue(given.store, pack, { limit: 200 })).entries.map(({ id }) => id);
    expect(await ids()).not.toContain('finding 1 smart-search');
    await crawl('r2');
    expect(await ids()).not.toContain('finding 1 smart-search');
    await storeRun(given.store, 'r3', { 1: { findings: [finding('1', 'absent')] } });
    expect((await findingOf('1'))?.review?.status).toBe('stale');
  });

  test('is passed over for one person only', async () => {
    await crawl();
    const [first] = (await reviewQueue(given.store, pack, { limit: 1, who: '王芳' })).entries;
    await skipEntry(given.store, pack, first?.id ?? '', '王芳', now);
    const ids = async (who: string) =>
      (await reviewQueue(given.store, pack, { limit: 200, who })).entries.map(({ id }) => id);
    expect((await ids('王芳')).at(-1)).toBe(first?.id);
    expect((await ids('李强'))[0]).toBe(first?.id);
  });
});

describe('an attachment', () => {
  const file = (name: string, content: string | Uint8Array): GivenFile => {
    return { name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content };
  };
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

  test('is kept with its hash and a harmless name, and outlives a sweep', async () => {
    await crawl();
    const { reviews } = await decide({ attachment: file('..\\..\\屏幕\u202e截图.png', png) });
    const attachment = reviews[0]?.details?.attachment;
    expect(attachment).toMatchObject({ name: '屏幕截图.png', type: 'image/png', bytes: 11 });
    expect(await given.store.referredEvidence()).toContain(attachment?.sha256);
    expect(new Uint8Array((await given.store.evidence.get(attachment?.sha256 ?? '')) ?? [])).toEqual(png);
  });

  test.each([
    ['markup', file('a.txt', 'hello <script>alert(1)</script>'), /of no known kind/],
    ['a drawing', file('a.png', '<svg onload="x()"/>'), /of no known kind/],
    ['an archive', file('a.pdf', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])), /of no known kind/],
    ['a program', file('a.txt', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1])), /of no known kind/],
    ['text that is no UTF-8', file('a.txt', new Uint8Array([0xc3, 0x28])), /of no known kind/],
    ['nothing', file('a.txt', ''), /is empty/],
    ['too much', file('a.pdf', new Uint8Array(largestAttachment + 1)), /expected at most/],
  ])('of %s is refused, and nothing is stored', async (_, attachment, expected) => {
    await crawl();
    await expect(decide({ attachment })).rejects.toThrow(expected);
    expect(await given.store.reviews.entries()).toEqual([]);
  });
});

describe('two readers', () => {
  const all = { ...pack, analysis: { ...pack.analysis, review: { ...pack.analysis.review, 'sample-share': 1 } } };
  const reading = (who: string, state: 'present' | 'absent', value = '') =>
    recordReading(given.store, all, { government: '1', probe: 'smart-search', state, value, who, why: '看过' }, now);
  const own = async () =>
    (await readings(given.store, all)).sampled.find(
      ({ finding: one }) => one.government === '1' && one.probe === 'smart-search',
    );

  test('the tenth is the same every night and about a tenth', () => {
    const codes = Array.from({ length: 3000 }, (_, index) => ({ government: String(index), probe: 'p' }));
    const drawn = codes.filter((one) => isSampled(one, 0.1));
    expect(drawn.length).toBeGreaterThan(240);
    expect(drawn.length).toBeLessThan(360);
    expect(codes.filter((one) => isSampled(one, 0.1))).toEqual(drawn);
    expect(codes.filter((one) => isSampled(one, 0))).toEqual([]);
  });

  test('read apart; a difference is decided once and does not come back', async () => {
    await crawl();
    expect((await own())?.stage).toBe('first');
    expect(await reading('王芳', 'present', 'level=working')).toBe('first');
    expect((await findingOf('1'))?.value).toMatchObject({ level: 'working' });
    await expect(reading('王芳', 'absent')).rejects.toThrow(/王芳 has read 1 smart-search already/);
    expect(await reading('李强', 'absent')).toBe('second');
    expect((await findingOf('1'))?.state).toBe('present');
    await expect(reading('赵敏', 'absent')).rejects.toThrow(/read twice already/);
    const { stage, first, second } = (await own()) ?? {};
    expect(stage).toBe('differ');
    const ids = [first?.id ?? 0, second?.id ?? 0];
    const absent = { answer: 'overrule' as const, state: 'absent' as const };
    await decideEntry(given.store, all, decision({ ...absent, who: '赵敏', adjudicates: ids }), terms);
    expect((await own())?.stage).toBe('adjudicated');
    expect((await findingOf('1'))?.state).toBe('absent');
    const { people, withMachine, probes: accuracy } = await readings(given.store, all);
    expect(people).toMatchObject({ units: 1, observed: 0 });
    expect(withMachine.observed).toBeCloseTo(1 / 3, 10);
    expect(accuracy).toMatchObject([
      { probe: null, read: 1, right: 0 },
      { probe: 'smart-search', read: 1, right: 0 },
    ]);
  });

  test('agree without a further decision', async () => {
    await crawl();
    await reading('王芳', 'present', 'level=linked');
    await reading('李强', 'present');
    expect((await own())?.stage).toBe('agree');
  });
});

describe('objections', () => {
  const answer = (change: object = {}): GivenFile => ({
    name: '1市.json',
    bytes: new TextEncoder().encode(
      JSON.stringify({
        ...{ format: 'govprobe-objection', version: 1, government: '1市', office: '数据局', signer: '刘洋' },
        ...{ dated: '2026-01-20', items: [{ indicator: 'smart-search', state: 'absent', why: '已停用' }] },
        ...change,
      }),
    ),
  });
  const take = (file: GivenFile) => importObjections(given.store, pack, file, now);

  test('open an entry, and their outcome follows from the decision', async () => {
    await crawl();
    expect(await take(answer())).toMatchObject([{ government: '1', probe: 'smart-search', outcome: 'pending' }]);
    await expect(take(answer())).rejects.toThrow(/was taken in already/);
    await decide({ answer: 'overrule', state: 'absent' });
    expect(await listObjections(given.store)).toMatchObject([{ outcome: 'upheld', decided: { who: '王芳' } }]);
    await decide({ answer: 'accept' });
    expect(await listObjections(given.store)).toMatchObject([{ outcome: 'rejected' }]);
  });

  test.each([
    [{ name: 'x.json', bytes: new Uint8Array([0xff]) }, /not JSON in UTF-8/],
    [answer({ version: 2 }), /version/],
    [answer({ items: [] }), /items/],
    [answer({ dated: '20.1.2026' }), /dated/],
    [answer({ government: '火星' }), /火星/],
    [
      answer({ items: [{ indicator: 'no-such', state: 'absent', why: 'w' }] }),
      /items.0.indicator: there is no indicator/,
    ],
    [
      answer({ items: [{ indicator: 'smart-search', state: 'present', value: { level: 'x' }, why: 'w' }] }),
      /items.0: value/,
    ],
    [answer({ more: 1 }), /more/],
  ])('are refused as a whole: %#', async (file, expected) => {
    await crawl();
    await expect(take(file)).rejects.toThrow(expected);
    expect(await given.store.reviews.entries()).toEqual([]);
  });

  test('stand in an edition with the end of the log, whose check finds what was changed since', async () => {
    await crawl();
    await take(answer());
    await decide();
    await freeze(given.store, '2026', 'r1');
    const none = (): void => undefined;
    const damage = async () =>
      (await verifyEdition(given.store, '2026', none)).damage.filter((one) => one.startsWith('review log'));
    expect(await damage()).toEqual([]);
    await decide({ answer: 'unknown' });
    expect(await damage()).toEqual([]);
  });
});

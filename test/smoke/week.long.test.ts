// Seven nights over three countries take minutes; the rules of single nights are tested in
// `test/pipeline/operations/nightly`, and `window.test.ts` runs one night to its end.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Finding, findingKey } from '../../src/model/finding.ts';
import { staleFindings } from '../../src/pipeline/assessment/stale-findings.ts';
import type { Canaries } from '../../src/pipeline/operations/nightly/canaries.ts';
import type { NightResult } from '../../src/pipeline/operations/nightly/close-night.ts';
import { keepSchedule } from '../../src/pipeline/operations/nightly/keep-schedule.ts';
import { scheduledRuns } from '../../src/pipeline/operations/nightly/next-step.ts';
import type { NightOutcome } from '../../src/pipeline/operations/nightly/run-night.ts';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { currentState } from '../../src/store/current.ts';
import { country, governmentsOf, type Nights, openNights, pack, truthsOf } from './nights.ts';

/** Each of the three changes touches one of these at least, and one is never touched. */
const codes = ['130500', '140200', '130100', '130700', '211200', '510100'];
const governments = governmentsOf(codes);
/** How often the country has changed by each night; in the fifth the network is down, in the sixth a canary is misjudged. */
const revisions = [0, 1, 1, 2, 2, 3, 3];
const [networkDown, voided] = [4, 5];
const first = Date.parse('2026-11-23T14:00:00Z');
const day = 86_400_000;

let nights: Nights;
const countries = new Map<number, Sandbox>();
let aside: Sandbox;
beforeAll(async () => {
  nights = await openNights();
  for (const revision of new Set(revisions)) countries.set(revision, await country(revision));
  aside = await country(0, 2);
});
afterAll(async () => {
  await nights.close();
  await Promise.all([...countries.values(), aside].map((item) => item.close()));
});

function canaries(night: number): Canaries {
  const chosen = aside.world.governments.filter(({ code }) => code === '510101');
  const truths = truthsOf(aside, new Set(['510101']));
  // A detector that has gone wrong: it says the contrary of what is known.
  const wrong = truths.map((truth) => ({
    ...truth,
    states: truth.states.includes('present') ? (['absent'] as const) : (['present'] as const),
    value: null,
  }));
  return { governments: chosen, truths: night === voided ? wrong : truths, proxy: new URL(aside.proxyUrl) };
}

const withoutEvidence = ({ evidence: _evidence, ...finding }: Finding): unknown => finding;

test('seven nights: change lists are correct and the published run is never a bad one', async () => {
  let now = first - day / 2;
  const outcomes: NightOutcome[] = [];
  const published: string[] = [];
  const stop = new AbortController();
  await keepSchedule({
    pack,
    runs: async () => scheduledRuns(await nights.store.runs.list()),
    clock: () => now,
    signal: stop.signal,
    waiting: () => {},
    pause: async (milliseconds) => {
      now += milliseconds;
      if (now > first + 7 * day - 1) stop.abort();
    },
    act: async (step) => {
      if (step.do !== 'start') throw new Error(`nothing was cut off, yet the rule says ${step.do}`);
      const at = outcomes.length;
      const proxy = at === networkDown ? 'http://127.0.0.1:9' : (countries.get(revisions[at] ?? 0)?.proxyUrl ?? '');
      const night = { clock: () => now, night: step.night, proxy, governments, canaries: canaries(at) };
      outcomes.push(await nights.run(night));
      now += 3_600_000;
      published.push((await currentState(nights.store)).run.id);
    },
  });

  const results = outcomes.map(({ result }) => result as NightResult);
  expect(results.map(({ passed, reasons }) => passed || reasons)).toEqual([
    true,
    true,
    true,
    true,
    expect.arrayContaining([expect.stringContaining('of the weight is known')]),
    [expect.stringContaining('canaries are misjudged')],
    true,
  ]);
  const ids = results.map(({ run }) => run);
  // The network and the canary leave the fourth night's run published.
  expect(published).toEqual([ids[0], ids[1], ids[2], ids[3], ids[3], ids[3], ids[6]]);
  expect(results.map(({ before }) => before)).toEqual([null, ids[0], ids[1], ids[2], ids[3], ids[3], ids[3]]);

  // Nothing changed in the third night, so nothing was read again, and nothing is reported.
  expect(outcomes[2]?.summary.unchanged).toBe(codes.length);
  expect(results[2]?.changes).toEqual([]);
  expect(results[networkDown]?.changes).toEqual([]);

  // What changed is what the truth sheets say has changed, on the right side.
  for (const [night, from, to] of [
    [1, 0, 1],
    [3, 1, 2],
    [6, 2, 3],
  ] as const) {
    const [before, after] = [from, to].map((revision) => {
      const sandbox = countries.get(revision);
      if (sandbox === undefined) throw new Error('a country is missing');
      return new Map(truthsOf(sandbox, new Set(codes)).map((truth) => [findingKey(truth), truth]));
    });
    const touched = new Set(
      codes.filter((code) =>
        [...(after ?? [])].some(
          ([key, truth]) => key.startsWith(code) && JSON.stringify(truth) !== JSON.stringify(before?.get(key)),
        ),
      ),
    );
    const changes = results[night]?.changes ?? [];
    expect(changes.length, `changes of night ${night + 1}`).toBeGreaterThan(0);
    for (const change of changes) {
      const key = findingKey(change);
      expect(touched, key).toContain(change.government);
      expect(change.before?.finding.evidence, key).toBeDefined();
      expect(change.after?.finding.evidence, key).toBeDefined();
      if (change.kind === 'appeared') expect(after?.get(key)?.states ?? ['present'], key).toContain('present');
      if (change.kind === 'disappeared') expect(after?.get(key)?.states ?? ['absent'], key).toContain('absent');
    }
  }

  // Behind what the network hid in the fifth night stands what the fourth had found, with its date.
  const down = (await nights.store.runs.list()).filter(({ id }) => id === ids[networkDown]);
  const hidden = await nights.store.findings.list(ids[networkDown] ?? '');
  const stale = await staleFindings(nights.store, pack, down, hidden);
  expect(hidden.every(({ state }) => state === 'unknown')).toBe(true);
  expect(stale.size).toBeGreaterThan(codes.length * 10);
  for (const { run, ageDays, finding } of stale.values()) {
    expect(ids.slice(0, 4)).toContain(run);
    expect(ageDays).toBeLessThanOrEqual(4);
    expect(finding.state).not.toBe('unknown');
  }

  // A crawl in full of the changed country finds what the nights found that read only what had changed.
  const anew = await openNights();
  try {
    const proxy = countries.get(3)?.proxyUrl ?? '';
    const { summary } = await anew.run({ clock: () => now, night: now, proxy, governments, incremental: false });
    const found = await anew.store.findings.list(summary.run);
    const incremental = await nights.store.findings.list(ids[6] ?? '');
    expect(incremental.map(withoutEvidence)).toEqual(found.map(withoutEvidence));
    expect(incremental.map(({ evidence }) => evidence)).toEqual(found.map(({ evidence }) => evidence));
  } finally {
    await anew.close();
  }
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { wordSections } from '../../src/application/word-sections.ts';
import { loadPack } from '../../src/config/pack.ts';
import type { Capture } from '../../src/model/capture.ts';
import { dayLength } from '../../src/model/time.ts';
import { systemClock } from '../../src/pipeline/crawl/outcome/clock.ts';
import { runCrawl } from '../../src/pipeline/crawl/run/run.ts';
import { probes } from '../../src/probes/list.ts';
import { MarkupParser } from '../../src/reading/markup-parser.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { shippedPack } from '../config/temporary-pack.ts';
import { openStore } from '../store/place.ts';

const counted = vi.hoisted(() => ({ decodings: 0, trees: 0 }));

vi.mock('../../src/reading/decode.ts', async (original) => {
  const actual = await original<typeof import('../../src/reading/decode.ts')>();
  const decodeText: typeof actual.decodeText = (...given) => {
    counted.decodings += 1;
    return actual.decodeText(...given);
  };
  return { ...actual, decodeText };
});

vi.mock('../../src/reading/records/box.ts', async (original) => {
  const actual = await original<typeof import('../../src/reading/records/box.ts')>();
  const boxesOf: typeof actual.boxesOf = (...given) => {
    counted.trees += 1;
    return actual.boxesOf(...given);
  };
  return { ...actual, boxesOf };
});

const budgetFile = path.join(import.meta.dirname, 'budget.json');
const workSchema = z.strictObject({
  /** Requests that were made. */
  requests: z.int(),
  /** Bodies that became text. */
  decodings: z.int(),
  /** Texts that were read as markup, those that scripts write included. */
  parses: z.int(),
  /** Documents for which a second parser built a tree. */
  trees: z.int(),
  /** Calls of a probe's judge. */
  judgements: z.int(),
  /** Bytes of evidence and kept pages that were written. */
  bytesWritten: z.int(),
  /** Pages that only a browser can show. */
  renderings: z.int(),
});
type Work = z.infer<typeof workSchema>;
const budgetSchema = z.strictObject({ first: workSchema, second: workSchema });

/** A rule that finds one more page needs no new budget. */
const room = 1.05;

function budgetFor(spent: Work): Work {
  return workSchema.parse(
    Object.fromEntries(Object.entries(spent).map(([name, count]) => [name, Math.ceil(count * room)])),
  );
}

/** A city of a province, a municipality and a prefecture: many, some and few pages. */
const codes = ['510100', '310000', '222400'];
const today = '2026-11-02';
const start = Date.parse(`${today}T14:00:00Z`);

const dataFolder = mkdtempSync(path.join(tmpdir(), 'govprobe-work-'));
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

/** Bytes of the files below some folders of the data folder. */
function stored(): number {
  const sizeOf = (folder: string): number =>
    readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
      const file = path.join(folder, entry.name);
      return sum + (entry.isDirectory() ? sizeOf(file) : statSync(file).size);
    }, 0);
  return ['evidence', 'pages'].reduce((sum, name) => {
    const folder = path.join(dataFolder, name);
    return sum + (statSync(folder, { throwIfNoEntry: false }) === undefined ? 0 : sizeOf(folder));
  }, 0);
}

async function night(proxy: URL, number: number): Promise<Work> {
  const pack = loadPack(shippedPack, wordSections);
  const parse = vi.spyOn(MarkupParser.prototype, 'parse');
  Object.assign(counted, { decodings: 0, trees: 0 });
  let judgements = 0;
  const before = stored();
  const captures: Pick<Capture, 'failure'>[] = [];
  const began = systemClock.now();
  const clock = { ...systemClock, now: () => start + number * dayLength + (systemClock.now() - began) };
  const store = await openStore(dataFolder, 'write');
  try {
    const { requests } = await runCrawl({
      ...{ store, dataFolder, pack, proxy, clock, trustSilence: true, nature: 'simulated', kind: 'crawl' },
      ...{ chromium: null, resume: null, incremental: true, id: `night-${number}` },
      settings: { ...pack.crawl, politeness: { ...pack.crawl.politeness, pause: 0 } },
      probes: probes.map((probe) => ({
        ...probe,
        judge: (seen) => {
          judgements += 1;
          return probe.judge(seen);
        },
      })),
      governments: pack.visits.filter(({ code }) => codes.includes(code)),
      observer: { started() {}, captured() {}, visited: (visit) => captures.push(...visit.captures) },
      signal: new AbortController().signal,
    });
    const renderings = captures.filter(({ failure }) => failure === 'needs-browser').length;
    const { decodings, trees } = counted;
    const parses = parse.mock.calls.length;
    return { requests, decodings, parses, trees, judgements, bytesWritten: stored() - before, renderings };
  } finally {
    parse.mockRestore();
    await store.close();
  }
}

describe('the work on a small country, counted', () => {
  it('is within the budget on the first and on the second night', async () => {
    const { governments, observed } = loadPack(shippedPack, wordSections);
    const sandbox = await startSandbox({ governments, observed, today });
    try {
      const proxy = new URL(sandbox.proxyUrl);
      const first = await night(proxy, 0);
      const second = await night(proxy, 1);
      if (process.env.GOVPROBE_UPDATE_BUDGET === '1')
        writeFileSync(
          budgetFile,
          `${JSON.stringify({ first: budgetFor(first), second: budgetFor(second) }, null, 2)}\n`,
        );
      const budget = budgetSchema.parse(JSON.parse(readFileSync(budgetFile, 'utf8')));
      const over = (spent: Work, allowed: Work, which: string): string[] =>
        workSchema
          .keyof()
          .options.flatMap((name) =>
            spent[name] > allowed[name] ? [`${which} night: ${spent[name]} ${name}, ${allowed[name]} allowed`] : [],
          );
      // After a change that needs more on purpose: GOVPROBE_UPDATE_BUDGET=1 npx vitest run test/work
      expect([...over(first, budget.first, 'first'), ...over(second, budget.second, 'second')]).toEqual([]);
      // The count must see something.
      expect(first.decodings).toBeGreaterThan(100);
    } finally {
      await sandbox.close();
    }
  }, 240_000);
});

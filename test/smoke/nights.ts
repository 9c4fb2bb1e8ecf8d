import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wordSections } from '../../src/application/word-sections.ts';
import { loadPack, type Pack } from '../../src/config/pack.ts';
import type { Government } from '../../src/model/government.ts';
import type { Truth } from '../../src/model/truth.ts';
import { runCrawl } from '../../src/pipeline/crawl/run/run.ts';
import type { Canaries } from '../../src/pipeline/operations/nightly/canaries.ts';
import { type NightOptions, type NightOutcome, runNight } from '../../src/pipeline/operations/nightly/run-night.ts';
import { probes } from '../../src/probes/list.ts';
import { type Sandbox, startSandbox, truthLines } from '../../src/sandbox/index.ts';
import type { Store } from '../../src/store/store.ts';
import { shippedPack } from '../config/temporary-pack.ts';
import { openStore } from '../store/place.ts';

const shipped = loadPack(shippedPack, wordSections);
/** The shipped pack with gate limits that suit a handful of governments. */
export const pack: Pack = {
  ...shipped,
  schedule: { ...shipped.schedule, gate: { ...shipped.schedule.gate, 'median-drift': 40, 'drift-share': 1 } },
};
/** One day for all nights, so that dates on pages do not change between them. */
const today = new Date().toISOString().slice(0, 10);

export function governmentsOf(codes: readonly string[]): Government[] {
  return codes.map((code) => {
    const found = pack.visits.find((government) => government.code === code);
    if (found === undefined) throw new Error(`the registry has no ${code}`);
    return found;
  });
}

/** The simulated country after a number of changes. */
export function country(revision: number, scale = 1): Promise<Sandbox> {
  const { governments, observed } = pack;
  return startSandbox({ governments, observed, revision, scale, today });
}

export function truthsOf({ world }: Sandbox, codes: ReadonlySet<string>): Truth[] {
  return [...truthLines(world)]
    .filter(({ government }) => codes.has(government))
    .map(({ government, probe, state, value }) => {
      const states = typeof state === 'string' ? [state] : [...state];
      return { government, probe, states, levels: null, value: value ?? null, why: null };
    });
}

export interface Nights {
  readonly store: Store;
  readonly dataFolder: string;
  run(options: {
    clock: () => number;
    night: number;
    proxy: string;
    governments: readonly Government[];
    canaries?: Canaries | null;
    incremental?: boolean;
    change?: Partial<NightOptions>;
  }): Promise<NightOutcome>;
  close(): Promise<void>;
}

/** Opens a data folder in which nights run without a browser. */
export async function openNights(): Promise<Nights> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'govprobe-nights-'));
  const store = await openStore(dataFolder, 'write');
  return {
    store,
    dataFolder,
    run: (options) =>
      runNight({
        visitRun: runCrawl,
        visitCanaries: runCrawl,
        store,
        dataFolder,
        pack,
        settings: pack.crawl,
        probes,
        governments: options.governments,
        proxy: new URL(options.proxy),
        chromium: null,
        observer: { started() {}, captured() {}, visited() {} },
        signal: new AbortController().signal,
        clock: options.clock,
        night: options.night,
        resume: null,
        until: null,
        jitter: 0,
        incremental: options.incremental ?? true,
        canaries: options.canaries ?? null,
        secrets: { webhook: null, login: null },
        complain: () => {},
        ...options.change,
      }),
    async close() {
      await store.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

import { join } from 'node:path';
import { wordSections } from '../../src/application/word-sections.ts';
import { loadPack, type Pack } from '../../src/config/pack.ts';
import type { Capture } from '../../src/model/capture.ts';
import type { Finding } from '../../src/model/finding.ts';
import { freezeEdition } from '../../src/pipeline/assessment/editions/freeze.ts';
import { probes } from '../../src/probes/list.ts';
import type { Store } from '../../src/store/store.ts';
import { smallTree } from '../scoring/trees.ts';
import { capture, finding, run, town, visit } from '../store/samples.ts';

/** The shipped pack with a tree of a few leaves. */
export const pack: Pack = { ...loadPack(join(import.meta.dirname, '../../config'), wordSections), tree: smallTree() };

/** Findings of a run in one town. */
export interface TownResult {
  readonly findings: readonly Finding[];
  readonly captures?: readonly Capture[];
}

/** Stores a finished run with one visit to each town, by code. */
export async function storeRun(
  store: Store,
  id: string,
  towns: Readonly<Record<string, TownResult>>,
  {
    kind = 'crawl',
    started = `${id.slice(1)}000-01-01T00:00:00.000Z`,
    provinces = {},
  }: { kind?: 'crawl' | 'probe'; started?: string; provinces?: Readonly<Record<string, string>> } = {},
): Promise<void> {
  const record = run(id, kind, started);
  const plan = Object.keys(towns).map((code) => ({ ...town(code), province: provinces[code] ?? '' }));
  await store.runs.start(record, plan);
  for (const [code, { captures, findings }] of Object.entries(towns)) {
    const seen = captures ?? [capture(code, `${id}-${code}`)];
    await store.visits.commit(record, { ...visit(code), finished: started }, [...seen], [...findings]);
  }
  await store.runs.finish(id, started);
}

/** A finding with the capture that `storeRun` makes for that run and town as evidence. */
export function foundIn(id: string, code: string, state: Finding['state'], probe = 'sa-one'): Finding {
  const evidence = [{ url: 'http://a/', quote: `quote of ${id}`, capture: `${id}-${code}` }];
  return { ...finding(code, state, probe), evidence };
}

export const freeze = (store: Store, name: string, id: string, year = 2023) =>
  freezeEdition(store, { name, year, note: null, run: id, pack, probes });

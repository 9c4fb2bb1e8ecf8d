import { assessedState } from '../../src/application/assessed-state.ts';
import { truthSheet } from '../../src/application/evaluate.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Assessment } from '../../src/scoring/assess.ts';
import { Store } from '../../src/store/store.ts';
import { shippedPack, trueFinding } from '../simulated-country/ideal.ts';
import { assessFindings } from './country.ts';
import { type Held, keptTiers, probableTiers, type Quality, qualityOf } from './figures.ts';
import { type LeafErrors, leafErrors } from './leaf-errors.ts';

/** What a crawl is worth beside its truth sheet. */
export interface CrawlQuality extends Quality {
  readonly run: string;
  /** Most probable tiers that the draws of another seed give too. */
  readonly kept: Held;
  readonly leaves: readonly LeafErrors[];
  readonly truth: Assessment;
  readonly findings: readonly Finding[];
}

/**
 * Compares the newest state of a data folder, or a run, with a truth sheet: both are scored by the tree of the
 * shipped pack, as of the day of the run.
 * @throws UsageError for a folder without a run, and for a mistake in the sheet.
 */
export async function qualityOfCrawl(
  data: string,
  file: string,
  draws: number,
  chosen?: string,
): Promise<CrawlQuality> {
  const sheet = truthSheet(file, shippedPack);
  const store = await Store.open(data, 'read');
  try {
    const { run, governments, findings, assessment } = await assessedState(store, shippedPack, { run: chosen });
    const country = { governments, day: run.started };
    const visited = new Set(governments.map(({ code }) => code));
    const truths = sheet.filter(({ government }) => visited.has(government)).map(trueFinding);
    const truth = assessFindings(shippedPack.tree, country, truths);
    const settings = { ...shippedPack.analysis.uncertainty, draws };
    const quality = qualityOf(assessment, truth, governments, findings, settings);
    const again = qualityOf(assessment, truth, governments, findings, { ...settings, seed: settings.seed + 1 });
    return {
      ...quality,
      run: run.id,
      kept: keptTiers(probableTiers(quality.uncertainty), probableTiers(again.uncertainty)),
      leaves: leafErrors(assessment, truth, findings),
      truth,
      findings,
    };
  } finally {
    await store.close();
  }
}

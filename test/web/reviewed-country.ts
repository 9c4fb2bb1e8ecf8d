import { countryAt } from '../../scripts/scoring-quality/country.ts';
import { detect } from '../../scripts/scoring-quality/detector.ts';
import { careful } from '../../scripts/scoring-quality/vendor-error.ts';
import { Generator } from '../../src/scoring/uncertainty/generator.ts';
import type { Run } from '../../src/store/store.ts';
import { openStore } from '../store/place.ts';
import { capture, run, visit } from '../store/samples.ts';

/**
 * Stores a run over some towns of the simulated country, as a careful detector sees them.
 *
 * @param settings of the run
 * @param started when it began, ISO; on the day of the country by default
 */
export async function storeCountry(
  folder: string,
  size: number,
  settings: Partial<Run['settings']> = {},
  started: string | null = null,
): Promise<void> {
  const { governments, truth, day } = countryAt(1, size);
  const generator = new Generator();
  generator.start(1, 7, 0);
  const findings = detect(governments, truth, { ...careful, products: 3 }, generator);
  const store = await openStore(folder, 'write');
  const base = run('r1', 'crawl', started ?? `${day}T12:00:00.000Z`);
  const record = { ...base, settings: { ...base.settings, ...settings } };
  await store.runs.start(record, [...governments]);
  for (const { code } of governments) {
    const seen = { ...capture(code, `c-${code}`), url: 'https://p1.example/' };
    const own = findings.filter(({ government }) => government === code);
    await store.visits.commit(record, { ...visit(code), finished: record.started }, [seen], own);
  }
  await store.runs.finish('r1', record.started);
  await store.close();
}

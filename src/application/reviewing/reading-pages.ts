import type { Pack } from '../../config/pack.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { SampledReading } from '../../pipeline/assessment/reviewing/readings.ts';
import type { Store } from '../../store/store.ts';
import { evidenceOf, type FindingEvidence } from '../evidence.ts';
import { openRuns } from '../state.ts';
import { type OpenEntry, openEntry } from './entry.ts';
import { readOnce } from './readings.ts';

/** A finding of the sample with what it rests on. */
export interface OpenReading extends Pick<OpenEntry, 'indicator' | 'levels'> {
  readonly reading: SampledReading;
  readonly evidence: FindingEvidence;
  /** Newest review in force; null: none. */
  readonly newest: number | null;
}

/**
 * Opens a finding that is read twice.
 *
 * @throws UsageError for one that is not in the sample.
 */
export async function openReading(store: Store, pack: Pack, code: string, probe: string): Promise<OpenReading> {
  const state = await openRuns(store, pack, undefined);
  const { sampled } = await readOnce(store, pack, state.current);
  const reading = sampled.find(({ finding }) => finding.government === code && finding.probe === probe);
  if (reading === undefined) throw new UsageError(`${code} ${probe} is not in the sample that is read twice`);
  const { indicator, levels, members } = await openEntry(store, pack, `finding ${code} ${probe}`);
  const evidence = await evidenceOf(state, pack, reading.government, reading.finding);
  return { reading, evidence, indicator, levels, newest: members[0]?.newest ?? null };
}

/** Whether a person can read a finding of the sample now. */
export function waitsFor({ stage, first }: SampledReading, who: string | null): boolean {
  return stage === 'first' || (stage === 'second' && first?.who !== who);
}

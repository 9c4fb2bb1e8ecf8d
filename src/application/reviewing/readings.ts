import type { Pack } from '../../config/pack.ts';
import { parseReviewValue } from '../../config/review-sheet.ts';
import type { FindingState } from '../../model/finding.ts';
import { UsageError } from '../../model/usage-error.ts';
import { checkedVerdict } from '../../pipeline/assessment/review-finding.ts';
import { type Readings, readingsOf } from '../../pipeline/assessment/reviewing/readings.ts';
import type { Current } from '../../store/current.ts';
import type { Store } from '../../store/store.ts';
import { packProbes } from '../pack-probes.ts';
import { openRuns } from '../state.ts';

export type { ProbeAccuracy, Readings, SampledReading } from '../../pipeline/assessment/reviewing/readings.ts';

/** Reads the sample of a run, or of what is known now. @throws UsageError for an unknown run. */
export async function readings(store: Store, pack: Pack, run?: string): Promise<Readings> {
  const { current } = await openRuns(store, pack, run);
  return readOnce(store, pack, current);
}

/** Samples by the state they were drawn from, which is another one after every review. */
const known = new WeakMap<Current, Readings>();

/** The sample of a state. */
export async function readOnce(store: Store, pack: Pack, current: Current): Promise<Readings> {
  const found =
    known.get(current) ?? readingsOf(current.findings, current.governments, await store.reviews.entries(), pack);
  known.set(current, found);
  return found;
}

/** A blind reading as it is handed in. */
export interface ReadingRequest {
  readonly government: string;
  readonly probe: string;
  readonly state: FindingState;
  /** As `level=working; count=3` or JSON; empty: nothing. */
  readonly value: string;
  readonly who: string;
  readonly why: string;
}

/**
 * Stores a blind reading: the first one counts as a verdict, the second one is only compared.
 *
 * @returns which of both it was
 * @throws UsageError for a finding that is not in the sample or has two readings, and for a person
 *   who has read it already.
 */
export async function recordReading(
  store: Store,
  pack: Pack,
  request: ReadingRequest,
  now: Date,
): Promise<'first' | 'second'> {
  const { current } = await openRuns(store, pack, undefined);
  const { sampled } = readingsOf(current.findings, current.governments, await store.reviews.entries(), pack);
  const own = sampled.find(
    ({ finding }) => finding.government === request.government && finding.probe === request.probe,
  );
  const subject = `${request.government} ${request.probe}`;
  if (own === undefined) throw new UsageError(`${subject} is not in the sample that is read twice`);
  if (own.stage !== 'first' && own.stage !== 'second') throw new UsageError(`${subject} has been read twice already`);
  if (own.first?.who === request.who)
    throw new UsageError(`${request.who} has read ${subject} already; the second reading is another person's`);
  const stated = parseReviewValue(request.value);
  if (typeof stated === 'string') throw new UsageError(`value: ${stated}`);
  const value = request.state === 'present' ? stated.value : null;
  const verdict = checkedVerdict(current, pack, packProbes(pack), { ...request, value, when: now.toISOString() });
  if (own.stage === 'first') {
    await store.reviews.appendAll(
      [verdict],
      [{ government: request.government, probe: request.probe, newest: own.finding.review?.id ?? null }],
    );
    return 'first';
  }
  await store.reviews.record([{ ...verdict, kind: 'second' }]);
  return 'second';
}

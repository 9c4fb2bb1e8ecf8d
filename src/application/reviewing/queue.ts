import { leaves, type Pack } from '../../config/pack.ts';
import { findingKey } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import { UsageError } from '../../model/usage-error.ts';
import { checkedVerdict } from '../../pipeline/assessment/review-finding.ts';
import { productOf } from '../../scoring/reviewing/cause.ts';
import type { Queue, QueueEntry } from '../../scoring/reviewing/queue.ts';
import type { Store } from '../../store/store.ts';
import { packProbes } from '../pack-probes.ts';
import { measuredQueue } from './measure-queue.ts';

/** An entry of the queue as people read it. */
export interface ListedEntry extends QueueEntry {
  /** Place in the queue, from 1. */
  readonly place: number;
  readonly probe: string;
  /** Name of the leaf that the probe feeds. */
  readonly indicator: string;
  /** Product or host of a shared claim; null for a single finding. */
  readonly product: string | null;
  readonly governments: readonly Government[];
  /** Whether the person who asks has passed it over. */
  readonly isSkipped: boolean;
}

/** What to review next. */
export interface ReviewQueue extends Omit<Queue, 'entries'> {
  readonly run: string;
  readonly entries: readonly ListedEntry[];
  /** Whether it is being measured again. */
  readonly isStale: boolean;
  /** Entries of the whole queue. */
  readonly all: number;
}

export interface QueueChoice {
  readonly run?: string | undefined;
  readonly limit: number;
  /** Entries that this person has passed over come last. */
  readonly who?: string | undefined;
}

/** The queue by worth. @throws UsageError for an unknown run. */
export async function reviewQueue(store: Store, pack: Pack, { run, limit, who }: QueueChoice): Promise<ReviewQueue> {
  const { queue, current, facts, governments, isStale } = await measuredQueue(store, pack, run);
  const names = new Map(leaves(pack.tree).map((leaf) => [leaf.finding, leaf.name]));
  const listed = queue.entries.map((entry, index): ListedEntry => {
    const [first] = entry.findings;
    const probe = first?.probe ?? '';
    const passed = entry.findings.every((finding) => facts.skipped.get(findingKey(finding))?.has(who ?? '') === true);
    return {
      ...entry,
      place: index + 1,
      probe,
      indicator: names.get(probe) ?? probe,
      product: entry.kind === 'shared' && first !== undefined ? productOf(first) : null,
      governments: entry.findings.flatMap(({ government }) => governments.get(government) ?? []),
      isSkipped: passed,
    };
  });
  const ordered = [...listed.filter(({ isSkipped }) => !isSkipped), ...listed.filter(({ isSkipped }) => isSkipped)];
  return { ...queue, run: current.run.id, isStale, entries: ordered.slice(0, limit), all: listed.length };
}

/** Passes an entry over: it goes to the end of this person's queue. */
export async function skipEntry(store: Store, pack: Pack, id: string, who: string, now: Date): Promise<void> {
  const { queue, current } = await measuredQueue(store, pack);
  const entry = queue.entries.find((item) => item.id === id);
  if (entry === undefined) throw new UsageError(`there is no entry ${JSON.stringify(id)} in the queue`);
  const skips = entry.findings.map((finding) => {
    const { government, probe } = finding;
    const input = { government, probe, state: 'unknown' as const, value: null, who, why: 'skip' };
    const verdict = checkedVerdict(current, pack, packProbes(pack), { ...input, when: now.toISOString() });
    return { ...verdict, kind: 'skip' as const, state: null };
  });
  await store.reviews.record(skips);
}

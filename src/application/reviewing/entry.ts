import { z } from 'zod';
import { leaves, type Pack } from '../../config/pack.ts';
import { type Finding, findingKey, presenceLevels } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import { machineFinding } from '../../model/review.ts';
import type { Objection } from '../../model/review-checks.ts';
import { UsageError } from '../../model/usage-error.ts';
import { objectionsIn } from '../../pipeline/assessment/reviewing/checks.ts';
import { productOf } from '../../scoring/reviewing/cause.ts';
import { examinedOf } from '../../scoring/reviewing/examined.ts';
import type { QueueEntry } from '../../scoring/reviewing/queue.ts';
import type { Store } from '../../store/store.ts';
import { evidenceOf, type FindingEvidence } from '../evidence.ts';
import { packProbes } from '../pack-probes.ts';
import { openRuns } from '../state.ts';
import { measuredQueue } from './measure-queue.ts';

/** A finding of an entry with its government. */
export interface EntryMember {
  readonly key: string;
  readonly finding: Finding;
  readonly government: Government;
  /** Newest review in force; null: none. */
  readonly newest: number | null;
}

/** All that a person needs to decide on an entry. */
export interface OpenEntry {
  readonly entry: QueueEntry;
  /** Place in the queue, from 1; null for a finding that is not in it. */
  readonly place: number | null;
  /** The entries after it, and before it. */
  readonly next: string | null;
  readonly indicator: string;
  readonly product: string | null;
  readonly members: readonly EntryMember[];
  /**
   * What the findings rest on that are to be looked at: three of a shared claim, chosen by hash.
   */
  readonly examined: readonly FindingEvidence[];
  /** Values of `level` that the probe can state; empty where it states none. */
  readonly levels: readonly string[];
  readonly objections: readonly Objection[];
}

/**
 * Opens an entry of the queue, or any finding as `finding CODE PROBE`.
 *
 * @throws UsageError for an entry that is none.
 */
export async function openEntry(store: Store, pack: Pack, id: string): Promise<OpenEntry> {
  const { queue, findings, governments, entries } = await measuredQueue(store, pack);
  const index = queue.entries.findIndex((item) => item.id === id);
  const entry = queue.entries[index] ?? outside(id, findings);
  if (entry === null) throw new UsageError(`there is no entry ${JSON.stringify(id)} in the queue; it may be settled`);
  const newest = new Map(
    (await store.reviews.list()).filter(({ status }) => status === 'open').map((one) => [findingKey(one), one.id]),
  );
  const members = entry.findings.flatMap((finding): EntryMember[] => {
    const government = governments.get(finding.government);
    const key = findingKey(finding);
    return government === undefined ? [] : [{ key, finding, government, newest: newest.get(key) ?? null }];
  });
  const state = await openRuns(store, pack, undefined);
  const examined: FindingEvidence[] = [];
  for (const finding of examinedOf(entry.findings)) {
    const government = governments.get(finding.government);
    if (government !== undefined) examined.push(await evidenceOf(state, pack, government, machineFinding(finding)));
  }
  const [first] = entry.findings;
  const keys = new Set(members.map(({ key }) => key));
  return {
    ...{ entry, members, examined },
    place: index < 0 ? null : index + 1,
    next: queue.entries[index + 1]?.id ?? null,
    indicator: leaves(pack.tree).find(({ finding }) => finding === first?.probe)?.name ?? first?.probe ?? '',
    product: entry.kind === 'shared' && first !== undefined ? productOf(first) : null,
    levels: levelsOf(pack, first?.probe ?? ''),
    objections: objectionsIn(entries).filter((objection) => keys.has(findingKey(objection))),
  };
}

/** The entry after another; null where it is the last, or not in the queue. */
export async function nextEntry(store: Store, pack: Pack, id: string): Promise<string | null> {
  const { queue } = await measuredQueue(store, pack);
  const index = queue.entries.findIndex((entry) => entry.id === id);
  return index < 0 ? null : (queue.entries[index + 1]?.id ?? null);
}

function outside(id: string, findings: ReadonlyMap<string, Finding>): QueueEntry | null {
  const finding = id.startsWith('finding ') ? findings.get(id.replace(/^finding /u, '')) : undefined;
  return finding === undefined
    ? null
    : { id, kind: 'own', findings: [finding], chance: 0, surprise: null, flips: 0, shift: 0, worth: 0 };
}

/** The presence levels that a probe's value can state; none where it has no level. */
function levelsOf(pack: Pack, id: string): readonly string[] {
  const value = packProbes(pack).find((probe) => probe.id === id)?.value;
  return value instanceof z.ZodObject && 'level' in value.shape ? presenceLevels : [];
}

import { parseObjections } from '../../config/objection-file.ts';
import { findVisited, leaves, type Pack } from '../../config/pack.ts';
import type { Objection } from '../../model/review-checks.ts';
import { UsageError } from '../../model/usage-error.ts';
import { checkedVerdict } from '../../pipeline/assessment/review-finding.ts';
import { objectionsIn } from '../../pipeline/assessment/reviewing/checks.ts';
import type { NewEntry } from '../../store/reviews.ts';
import type { Store } from '../../store/store.ts';
import { packProbes } from '../pack-probes.ts';
import { openRuns } from '../state.ts';
import type { GivenFile } from './attachments.ts';

/** Objections with their outcome, oldest first. */
export async function listObjections(store: Store): Promise<Objection[]> {
  return objectionsIn(await store.reviews.entries());
}

/**
 * Takes a government's answer in: each of its items becomes an entry of the review log that waits
 * for a decision. All items are checked first; with a mistake nothing is stored.
 *
 * @returns the objections that were opened
 * @throws UsageError for a file that is not as expected, or was taken in already.
 */
export async function importObjections(store: Store, pack: Pack, file: GivenFile, now: Date): Promise<Objection[]> {
  const { name, bytes } = file;
  const content = parseObjections(name, bytes);
  const { current } = await openRuns(store, pack, undefined);
  const government = findVisited(current.governments, content.government, pack).code;
  const { signer, office, dated, reference } = content;
  const hash = await store.evidence.put(bytes);
  const known = (await store.reviews.entries()).find(({ details }) => details?.objection?.file === hash);
  if (known !== undefined) throw new UsageError(`${name} was taken in already (review log, entry ${known.id})`);
  const tree = leaves(pack.tree);
  const entries = content.items.map(({ indicator, state, value, why }, index): NewEntry => {
    const leaf = tree.find(({ id, finding }) => id === indicator || finding === indicator);
    if (leaf === undefined)
      throw new UsageError(`${name}: items.${index}.indicator: there is no indicator ${JSON.stringify(indicator)}`);
    const input = { government, probe: leaf.finding, state, value, who: signer, why, when: now.toISOString() };
    try {
      const claim = checkedVerdict(current, pack, packProbes(pack), input);
      return { ...claim, kind: 'objection', details: { objection: { signer, office, dated, file: hash, reference } } };
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      throw new UsageError(`${name}: items.${index}: ${error.message}`);
    }
  });
  const ids = new Set(await store.reviews.record(entries));
  return (await listObjections(store)).filter(({ id }) => ids.has(id));
}

import { z } from 'zod';
import { readYaml } from './read-yaml.ts';
import type { IndicatorTree } from './schema/indicators.ts';
import { leaves } from './tree.ts';

const leafId = z.string().min(1);
const mappingSchema = z.strictObject({
  /** Old leaf id → its counterpart, its counterparts, or null where it has none. */
  leaves: z.record(leafId, z.union([leafId, z.array(leafId).min(1), z.null()])),
});

/** Which leaves of a later tree stand for each leaf of an earlier one; an empty list: none does. Every leaf of the earlier tree has an entry. */
export type LeafMapping = ReadonlyMap<string, readonly string[]>;

/** Leaves that keep their id; the mapping of two editions for which no file is given. */
export function sameLeaves(before: IndicatorTree, after: IndicatorTree): LeafMapping {
  const later = new Set(leaves(after).map(({ id }) => id));
  return new Map(leaves(before).map(({ id }) => [id, later.has(id) ? [id] : []]));
}

/**
 * Reads a mapping between the trees of two editions. A leaf that the file does not name stands for itself where both trees have it.
 * Throws `UsageError` with file and line when the file is not of that shape, or names a leaf that the earlier or later tree does not have.
 */
export function loadLeafMapping(file: string, before: IndicatorTree, after: IndicatorTree): LeafMapping {
  const { value, mistake } = readYaml(file, mappingSchema);
  const mapping = new Map(sameLeaves(before, after));
  const later = leaves(after).map(({ id }) => id);
  for (const [old, counterpart] of Object.entries(value.leaves)) {
    const path = ['leaves', old];
    if (!mapping.has(old)) {
      throw mistake(path, `expected a leaf of the earlier tree (${[...mapping.keys()].join(', ')}), found ${old}`);
    }
    const targets = counterpart === null ? [] : Array.isArray(counterpart) ? counterpart : [counterpart];
    const strange = targets.find((id) => !later.includes(id));
    if (strange !== undefined) {
      throw mistake(path, `expected leaves of the later tree (${later.join(', ')}), found ${strange}`);
    }
    mapping.set(old, [...new Set(targets)]);
  }
  return mapping;
}

/** Leaves of both trees that have no counterpart in the other. */
export function unmapped(mapping: LeafMapping, after: IndicatorTree): { before: string[]; after: string[] } {
  const reached = new Set([...mapping.values()].flat());
  return {
    before: [...mapping].flatMap(([id, targets]) => (targets.length === 0 ? [id] : [])),
    after: leaves(after).flatMap(({ id }) => (reached.has(id) ? [] : [id])),
  };
}

import { leaves, type TownTruth } from '../leaves/list.ts';
import type { TruthInput } from './truth-input.ts';

/**
 * The truth about a town, a function of seed, index, development and assignment. Every fact has its
 * own random stream, so that a new fact never changes others.
 */
export function truthOf(input: TruthInput): TownTruth {
  const facts = leaves.flatMap((leaf) => ('fact' in leaf ? [[leaf.fact, leaf.draw(input)] as const] : []));
  // `TownTruth` is made of the same list, which `Object.fromEntries` cannot express.
  return Object.fromEntries(facts) as TownTruth;
}

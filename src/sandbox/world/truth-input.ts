import type { Government } from '../../model/government.ts';
import { dayLength } from '../../model/time.ts';
import type { Assignment } from './assignment.ts';
import type { Development } from './development.ts';
import type { EditionYear } from './figures.ts';
import { hasOwnPlatformAddress } from './group.ts';
import { Random } from './random.ts';

/** Input of a town's truth. */
export interface TruthInput {
  readonly seed: number;
  readonly year: EditionYear;
  readonly index: number;
  readonly government: Government;
  readonly development: Development;
  readonly assignment: Assignment;
  /** Open-data families to choose from. */
  readonly families: readonly string[];
  /** ISO date of the simulated day. */
  readonly today: string;
}

/**
 * Luck of a town in one group of facts. It does not depend on year or level, and consumers draw
 * equally often whatever the result; so more development never removes a thing, and most things
 * stay from year to year.
 */
export function luck(input: TruthInput, name: string): Random {
  return new Random(input.seed, 'truth', name, input.index);
}

/** The same luck for all towns of a province with one common system. */
export function commonLuck(input: TruthInput, name: string): Random {
  const { shared } = input.development;
  return shared === null ? luck(input, name) : new Random(input.seed, 'truth', name, shared.province);
}

/** ISO date `days` before `today`. */
export function daysBefore(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) - days * dayLength).toISOString().slice(0, 10);
}

/** Keeps every item with the given probability, but at least one. */
export function atLeastOne<Item>(
  input: TruthInput,
  name: string,
  items: readonly Item[],
  probability: number,
): readonly Item[] {
  const random = luck(input, name);
  const only = random.pick(items);
  const chosen = random.some(items, probability);
  return chosen.length > 0 ? chosen : [only];
}

/**
 * True if the town has an open-data platform. Quotas decide for scored towns, the registry for
 * others.
 */
export function hasPlatform({ assignment, index, government }: TruthInput): boolean {
  return government.scored ? assignment.has('platform', index) : hasOwnPlatformAddress(government);
}

/** The non-negative part of a level, usable as a weight. */
export function levelWeight(level: number): number {
  return Math.max(0, level);
}

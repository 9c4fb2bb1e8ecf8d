import type { Government } from '../../model/government.ts';
import { dayLength } from '../../model/time.ts';
import type { Assignment } from './assignment.ts';
import type { Development } from './development.ts';
import type { EditionYear } from './figures.ts';
import { Random } from './random.ts';

/** What one town's truth is computed from. */
export interface TruthInput {
  readonly seed: number;
  readonly year: EditionYear;
  readonly index: number;
  readonly government: Government;
  readonly development: Development;
  readonly assignment: Assignment;
  /** Data-open families to choose from. */
  readonly families: readonly string[];
  /** ISO date of the simulated day. */
  readonly today: string;
}

/**
 * The luck of one town in one group of facts. It is the same in every year and at every level, and whoever draws from it draws equally
 * often whatever comes out: so more development never takes a thing away, and from one year to the next most things stay.
 */
export function luck(input: TruthInput, name: string): Random {
  return new Random(input.seed, 'truth', name, input.index);
}

/** As `luck`, but shared by all towns of a province that serves them with one and the same system. */
export function commonLuck(input: TruthInput, name: string): Random {
  const { shared } = input.development;
  return shared === null ? luck(input, name) : new Random(input.seed, 'truth', name, shared.province);
}

/** ISO date `days` before `today`. */
export function daysBefore(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) - days * dayLength).toISOString().slice(0, 10);
}

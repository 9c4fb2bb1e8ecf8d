import type { Government } from '../../model/government.ts';
import { dayLength } from '../../model/time.ts';
import type { Assignment } from './assignment.ts';
import type { Development } from './development.ts';
import type { EditionYear } from './figures.ts';
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

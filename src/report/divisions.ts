import type { DivisionStatistics } from '../scoring/descriptive/divisions.ts';
import type { ReportInput } from './input.ts';

/** Divisions with a mean, best first; others are left out. */
export function byMean(divisions: readonly DivisionStatistics[]): { division: DivisionStatistics; mean: number }[] {
  return divisions
    .flatMap((division) => {
      const mean = division.nodes[0]?.score.mean ?? null;
      return mean === null ? [] : [{ division, mean }];
    })
    .sort((a, b) => b.mean - a.mean || (a.division.id < b.division.id ? -1 : 1));
}

/** Regions in the order of the pack, then those it does not name. */
export function inPackOrder(
  divisions: readonly DivisionStatistics[],
  names: ReportInput['regionNames'],
): DivisionStatistics[] {
  const order = Object.keys(names);
  const placeOf = ({ id }: DivisionStatistics) => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...divisions].sort((a, b) => placeOf(a) - placeOf(b));
}

import type { Change } from '../../scoring/comparison/change.ts';
import type { ReportInput } from '../input.ts';
import type { Changes, Step } from './schema.ts';

/**
 * What changed since the earlier edition; null without one. Tiers, ranges and means of whole editions
 * only where both evaluate nearly the same governments; rates and shares over those that both
 * measured.
 *
 * @param leader name of the province with the highest mean, null if there is none.
 */
export function changeFigures(input: ReportInput, leader: string | null): Changes | null {
  const { earlier, bands, description } = input;
  if (earlier === null) return null;
  const { name: edition, comparable, comparison, adoption } = earlier;
  return {
    edition,
    comparable,
    common: comparison.n,
    ...(comparable ? wholeChanges(earlier, bands !== null, leader) : nothing),
    nodes: comparison.matched.whole.nodes.flatMap(({ path, n, rate, coverage }) => {
      const step = stepOf(rate);
      const concluded = description.whole.nodes.find((node) => node.path === path)?.concluded === true;
      if (step === null || !concluded) return [];
      return [
        {
          path,
          n: n.after ?? 0,
          before: step.before,
          after: step.after,
          points: step.difference * 100,
          coverageBefore: coverage.before,
          coverageAfter: coverage.after,
        },
      ];
    }),
    adoption: adoption.flatMap(({ statement, group, n, before, after }) =>
      group === null
        ? [
            {
              statement,
              n,
              before,
              after,
              difference: after - before,
              points: n === 0 ? null : ((after - before) / n) * 100,
            },
          ]
        : [],
    ),
  };
}

type Whole = Pick<Changes, 'tiers' | 'moves' | 'range' | 'regions' | 'provinceDeviation' | 'leader'>;

const nothing: Whole = { tiers: [], moves: null, range: null, regions: [], provinceDeviation: null, leader: null };

function wholeChanges(
  { comparison }: NonNullable<ReportInput['earlier']>,
  withBands: boolean,
  leader: string | null,
): Whole {
  const { published, tiers } = comparison;
  const moved = (direction: 'rose' | 'fell') => tiers.tierMoves.filter((move) => move.direction === direction).length;
  const mean = published.provinces.find(({ id }) => id === leader)?.nodes[0]?.mean;
  const step = mean === undefined ? null : stepOf(mean);
  return {
    tiers: withBands
      ? []
      : tiers.sizes.flatMap(({ name, size }) => {
          const change = stepOf(size);
          return change === null ? [] : [{ name, ...change }];
        }),
    moves: withBands || tiers.tierMoves.length === 0 ? null : { rose: moved('rose'), fell: moved('fell') },
    range: stepOf(published.total.range),
    regions: published.regions.flatMap(({ id, shareOfReference }) => {
      const change = stepOf(shareOfReference);
      return change === null || id === published.after.regions.reference ? [] : [{ id, ...change }];
    }),
    provinceDeviation: stepOf(published.betweenProvinces.population),
    leader: step === null || leader === null ? null : { province: leader, ...step },
  };
}

function stepOf({ before, after, difference }: Change): Step | null {
  return before === null || after === null || difference === null ? null : { before, after, difference };
}

import type { DivisionStatistics } from '../scoring/descriptive/divisions.ts';
import type { TreeNode } from '../scoring/tree.ts';
import type { UncertainPlace } from '../scoring/uncertainty/measure.ts';
import { type Gains, gainsOf } from './gains.ts';
import type { ReportInput } from './input.ts';
import type { RankingRow, View } from './view.ts';

/** Number of leaves listed as strengths and as gaps. */
const leavesListed = 5;
/** Smaller differences from the group's mean (share of full mark) are neither strength nor gap. */
const negligibleDifference = 0.005;

/** A node compared with the mean of the group. Rates are 0..1; null where unknown. */
export interface Compared {
  readonly node: TreeNode;
  readonly own: number | null;
  readonly mean: number | null;
}

/** A rank among a number of governments. */
export interface Place {
  readonly rank: number;
  readonly count: number;
}

/** Contents of a government's sheet besides points and evidence. */
export interface CityView {
  readonly nodes: readonly Compared[];
  /** Whether the group has a mean of any leaf that is known here; else nothing is strong or weak. */
  readonly isComparable: boolean;
  readonly strengths: readonly Compared[];
  readonly gaps: readonly Compared[];
  readonly inCountry: Place | null;
  readonly inGroup: Place | null;
  readonly inProvince: Place | null;
  readonly gains: Gains;
  readonly uncertainty: UncertainPlace | null;
}

/** Values shared by all sheets, computed once. */
export interface CityContext {
  readonly groups: ReadonlyMap<string, DivisionStatistics>;
  readonly places: ReadonlyMap<string, { readonly group: Place; readonly province: Place; readonly country: Place }>;
  readonly uncertainty: ReadonlyMap<string, UncertainPlace>;
}

export function cityContext(input: ReportInput, view: View): CityContext {
  const ranked = view.rows.filter(({ ranked: { rank } }) => rank !== null);
  const placesIn = (keyOf: (row: RankingRow) => string) => {
    const found = new Map<string, Place>();
    for (const rows of Map.groupBy(ranked, keyOf).values()) {
      for (const [index, { government, ranked: own }] of rows.entries()) {
        // Rows are sorted by rank, so the first row with the same score gives the rank.
        const first = rows.findIndex(({ ranked: other }) => other.score === own.score);
        found.set(government.code, { rank: (first < 0 ? index : first) + 1, count: rows.length });
      }
    }
    return found;
  };
  const country = placesIn(() => '');
  const group = placesIn((row) => row.government.group);
  const province = placesIn((row) => row.government.province);
  const none: Place = { rank: 0, count: 0 };
  return {
    groups: new Map(input.description.groups.divisions.map((division) => [division.id, division])),
    places: new Map(
      ranked.map(({ government: { code } }) => [
        code,
        { country: country.get(code) ?? none, group: group.get(code) ?? none, province: province.get(code) ?? none },
      ]),
    ),
    uncertainty: new Map((input.uncertainty?.governments ?? []).map((entry) => [entry.government, entry])),
  };
}

export function cityView(input: ReportInput, row: RankingRow, context: CityContext): CityView {
  const { tree } = input.assessment;
  const { code, group } = row.government;
  const means = context.groups.get(group)?.nodes ?? [];
  const compared = tree.nodes.map((node): Compared => {
    const mean = means[node.index]?.rate ?? null;
    return { node, own: row.score.nodes[node.index]?.rate ?? null, mean };
  });
  const apart = compared
    .filter(({ node }) => node.leaf !== null)
    .flatMap((entry) => {
      if (entry.own === null || entry.mean === null) return [];
      // Sorted by points: a small lead on a heavy leaf matters more than a large one on a light
      // leaf.
      return [{ entry, by: entry.own - entry.mean, points: (entry.own - entry.mean) * entry.node.full }];
    })
    .filter(({ by }) => Math.abs(by) > negligibleDifference)
    .sort((a, b) => b.points - a.points);
  const places = context.places.get(code);
  return {
    nodes: compared.filter(({ node }) => node.leaf === null),
    isComparable: compared.some(({ node, own, mean }) => node.leaf !== null && own !== null && mean !== null),
    strengths: apart
      .filter(({ by }) => by > 0)
      .slice(0, leavesListed)
      .map(({ entry }) => entry),
    gaps: apart
      .filter(({ by }) => by < 0)
      .reverse()
      .slice(0, leavesListed)
      .map(({ entry }) => entry),
    inCountry: places?.country ?? null,
    inGroup: places?.group ?? null,
    inProvince: places?.province ?? null,
    gains: gainsOf(tree, row.score),
    uncertainty: context.uncertainty.get(code) ?? null,
  };
}

/** File name of the sheet; the code is sanitised, so that no pack can write outside the folder. */
export function cityFile(code: string): string {
  return `${code.replace(/[^\w-]/gu, '_')}.html`;
}

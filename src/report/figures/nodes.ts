import type { BulletinRule } from '../../config/schema/analysis.ts';
import type { Description } from '../../scoring/descriptive/describe.ts';
import { figureOf, type Member, membersOf } from '../../scoring/descriptive/members.ts';
import type { TreeNode } from '../../scoring/tree.ts';
import type { ReportInput } from '../input.ts';
import type { EvenProvince, NodeFigures } from './schema.ts';

/** Extremes, gaps, even provinces and leaders of every node, in the order of the tree. */
export function nodeFigures(input: ReportInput): NodeFigures[] {
  const { assessment, governments, description, rule } = input;
  const { nodes } = assessment.tree;
  const members = membersOf(assessment, governments);
  return nodes.map((node) => {
    const own = description.whole.nodes[node.index];
    const below = nodes.filter(({ level, path }) => level === 'leaf' && path.startsWith(`${node.path}/`));
    const share = (value: number | null | undefined) => (value == null || node.full === 0 ? null : value / node.full);
    return {
      path: node.path,
      highest: share(own?.score.highest),
      lowest: share(own?.score.lowest),
      gap: gapOf(below, description),
      open: below.filter(({ index }) => description.whole.nodes[index]?.concluded !== true).map(({ path }) => path),
      ...evenProvinces(node, description, rule),
      leaders: own?.concluded === true ? leadersOf(node, members, input) : null,
    };
  });
}

/** The leaves with the highest and the lowest mean rate, of those on which something is concluded. */
function gapOf(leaves: readonly TreeNode[], { whole }: Description): NodeFigures['gap'] {
  const rates = leaves.flatMap(({ index, path }) => {
    const rate = whole.nodes[index]?.rate ?? null;
    return rate === null ? [] : [{ path, rate }];
  });
  const sorted = rates.sort((a, b) => b.rate - a.rate);
  const [high, low] = [sorted[0], sorted.at(-1)];
  if (high === undefined || low === undefined || high.rate <= low.rate) return null;
  return { high: high.path, low: low.path, difference: (high.rate - low.rate) * 100 };
}

/**
 * Provinces with a high or a low rate and little spread, by the rule `even-provinces` of
 * `analysis.yaml`. The published report describes 浙江 in the first way, 吉林 and 广西 in the second.
 */
function evenProvinces(
  { index }: TreeNode,
  { provinces }: Description,
  { 'even-provinces': rule }: BulletinRule,
): Pick<NodeFigures, 'evenHigh' | 'evenLow'> {
  const own = provinces.divisions.flatMap(({ id, nodes }): EvenProvince[] => {
    const node = nodes[index];
    if (node === undefined || node.rate === null || node.score.population === null) return [];
    if (node.score.n < rule['minimum-governments'] || node.full === 0) return [];
    return [{ province: id, rate: node.rate, deviation: (node.score.population / node.full) * 100 }];
  });
  const part = (share: number) => Math.floor(own.length * share);
  const byRate = [...own].sort((a, b) => b.rate - a.rate);
  const bySpread = [...own].sort((a, b) => a.deviation - b.deviation);
  const even = new Set(bySpread.slice(0, part(rule['spread-share'])).map(({ province }) => province));
  const count = part(rule['rate-share']);
  const named = (list: readonly EvenProvince[]) =>
    list.filter(({ province }) => even.has(province)).slice(0, rule.named);
  return {
    evenHigh: named(byRate.slice(0, count)),
    evenLow: named(byRate.slice(own.length - count).reverse()),
  };
}

/** The governments furthest ahead; of a leaf only those whose point is settled. */
function leadersOf(
  node: TreeNode,
  members: readonly Member[],
  { assessment, rule }: ReportInput,
): NodeFigures['leaders'] {
  const rates = members
    .flatMap((member) => {
      const own = figureOf(assessment.tree, member, node);
      if (own?.rate == null || (node.level === 'leaf' && own.low < own.high)) return [];
      return [{ government: member.government.code, rate: own.rate }];
    })
    .sort((a, b) => b.rate - a.rate || (a.government < b.government ? -1 : 1));
  const best = rates[0]?.rate;
  if (best === undefined || best === 0) return null;
  return {
    rate: best,
    holders: rates.filter(({ rate }) => rate === best).length,
    governments: wholeTies(rates, rule['leaders-named']),
  };
}

/** The first entries, at most `limit`, without cutting through equal rates. */
function wholeTies<Entry extends { readonly rate: number }>(sorted: readonly Entry[], limit: number): Entry[] {
  const next = sorted[limit];
  return sorted.slice(0, limit).filter(({ rate }) => next === undefined || rate > next.rate);
}

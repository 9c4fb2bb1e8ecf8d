import type { IndicatorTree } from '../../config/schema/indicators.ts';

/**
 * Keeps some leaves of a tree and gives the counted ones the whole full mark again. A leaf keeps its weight relative to every other leaf
 * of its role; branches and capabilities weigh what is left below them, and those without any leaf go. An observed capability outside the
 * total is brought back to the weight that it had. Null when no leaf that enters the total is kept.
 */
export function restrictTree(tree: IndicatorTree, keep: ReadonlySet<string>): IndicatorTree | null {
  const kept = tree.capabilities.flatMap((capability) => {
    const indicators = capability.indicators.flatMap((branch) => {
      const leaves = branch.indicators.filter(({ id }) => keep.has(id));
      return leaves.length === 0 ? [] : [{ ...branch, weight: sumOfWeights(leaves), indicators: leaves }];
    });
    return indicators.length === 0 ? [] : [{ ...capability, weight: sumOfWeights(indicators), indicators }];
  });
  const isCounted = (role: 'evaluated' | 'observed') => role === 'evaluated' || tree['count-observed'];
  const counted = kept.filter(({ role }) => isCounted(role));
  if (counted.length === 0) return null;
  const scale = tree['full-mark'] / sumOfWeights(counted);
  const original = new Map(tree.capabilities.map(({ id, weight }) => [id, weight]));
  return {
    ...tree,
    capabilities: kept.map((capability) => {
      const factor = isCounted(capability.role) ? scale : (original.get(capability.id) ?? 0) / capability.weight;
      return scaled(capability, factor);
    }),
  };
}

type Capability = IndicatorTree['capabilities'][number];

function scaled(capability: Capability, factor: number): Capability {
  return {
    ...capability,
    weight: capability.weight * factor,
    indicators: capability.indicators.map((branch) => ({
      ...branch,
      weight: branch.weight * factor,
      indicators: branch.indicators.map((leaf) => ({ ...leaf, weight: leaf.weight * factor })),
    })),
  };
}

function sumOfWeights(siblings: readonly { readonly weight: number }[]): number {
  return siblings.reduce((sum, { weight }) => sum + weight, 0);
}

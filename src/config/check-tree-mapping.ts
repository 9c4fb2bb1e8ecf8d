import type { UsageError } from '../model/usage-error.ts';
import { type Clause, clause } from './clause.ts';
import type { Path } from './describe-issue.ts';
import { quoteValue } from './read-text.ts';
import type { IndicatorTree } from './schema/indicators.ts';
import type { TreeMapping } from './schema/tree-mapping.ts';
import { leaves } from './tree.ts';

/**
 * Checks that a mapping refers only to leaves of the two trees. Throws the error built by `mistake`
 * (of `readYaml`: file, line, path, expectation) for the first unknown leaf.
 */
export function checkTreeMapping(
  mapping: TreeMapping,
  trees: { readonly before: IndicatorTree; readonly after: IndicatorTree },
  mistake: (path: Path, what: Clause) => UsageError,
): void {
  const known = { before: leafIds(trees.before), after: leafIds(trees.after) };
  const entries = Object.entries(mapping.leaves);
  if (entries.length === 0)
    throw mistake(['leaves'], clause`expected at least one leaf that both trees have, found none`);
  for (const [from, to] of entries) {
    if (!known.before.has(from))
      throw mistake(['leaves', from], clause`expected the id of a leaf of the earlier tree, found ${quoteValue(from)}`);
    const targets = typeof to === 'string' ? [to] : to;
    for (const [index, target] of targets.entries()) {
      const path = typeof to === 'string' ? ['leaves', from] : ['leaves', from, index];
      if (!known.after.has(target))
        throw mistake(path, clause`expected the id of a leaf of the later tree, found ${quoteValue(target)}`);
      if (targets.indexOf(target) < index)
        throw mistake(path, clause`expected every leaf once, found ${quoteValue(target)} again`);
    }
  }
}

function leafIds(tree: IndicatorTree): ReadonlySet<string> {
  return new Set(leaves(tree).map(({ id }) => id));
}

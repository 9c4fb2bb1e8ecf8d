import { clause } from './clause.ts';
import type { Path } from './describe-issue.ts';
import { quoteValue } from './read-text.ts';
import type { Complain } from './read-yaml.ts';
import type { IndicatorTree } from './schema/indicators.ts';
import { treeNodes } from './tree.ts';

/** Tolerance for sums of decimal weights, which are not exact in binary. */
const tolerance = 1e-9;

/**
 * Checks what the schema cannot: sums of weights, duplicate ids, contradictory tier rules.
 * Complains of each mistake with the path of the node.
 */
export function checkTree(tree: IndicatorTree, complain: Complain): void {
  checkIds(tree, complain);
  checkWeights(tree, complain);
  checkTerms(tree, complain);
  checkTiers(tree.tiers, complain);
}

function checkIds(tree: IndicatorTree, complain: Complain): void {
  const places = new Map<string, Path>();
  for (const { id, path } of treeNodes(tree)) {
    if (places.has(id)) {
      complain([...path, 'id'], clause`expected an id used once in the tree, ${quoteValue(id)} is used above`);
    }
    places.set(id, path);
  }
}

function checkWeights(tree: IndicatorTree, complain: Complain): void {
  const evaluated = tree.capabilities.filter(({ role }) => role === 'evaluated');
  const total = sum(evaluated.map(({ weight }) => weight));
  if (evaluated.length > 0 && !equal(total, tree['full-mark'])) {
    complain(
      ['capabilities'],
      clause`expected the weights of the evaluated capabilities to sum to the full mark ${tree['full-mark']}, found ${show(total)}`,
    );
  }
  for (const [place, capability] of tree.capabilities.entries()) {
    checkChildren(capability, ['capabilities', place], complain);
    for (const [index, branch] of capability.indicators.entries()) {
      checkChildren(branch, ['capabilities', place, 'indicators', index], complain);
    }
  }
}

function checkChildren(
  node: { readonly id: string; readonly weight: number; readonly indicators: readonly { readonly weight: number }[] },
  path: Path,
  complain: Complain,
): void {
  const found = sum(node.indicators.map(({ weight }) => weight));
  if (!equal(found, node.weight)) {
    complain(
      path,
      clause`expected the weights below ${node.id} to sum to its weight ${node.weight}, found ${show(found)}`,
    );
  }
}

function checkTerms(tree: IndicatorTree, complain: Complain): void {
  for (const { leaf, path } of treeNodes(tree)) {
    if (leaf?.normalizer.kind !== 'weighted') continue;
    const found = sum(leaf.normalizer.terms.map(({ weight }) => weight));
    if (!equal(found, 1)) {
      const place = [...path, 'normalizer', 'terms'];
      complain(place, clause`expected the weights of the terms to sum to 1, found ${show(found)}`);
    }
  }
}

function checkTiers(tiers: IndicatorTree['tiers'], complain: Complain): void {
  const { names, letters, levels, breaks } = tiers;
  const count = names.length;
  const at = (...path: (string | number)[]): Path => ['tiers', ...path];
  if (letters.length !== count) {
    complain(at('letters'), clause`expected one letter per tier name (${count}), found ${letters.length}`);
  }
  for (const [key, values] of Object.entries({ names, letters })) {
    if (new Set(values).size !== values.length) {
      complain(at(key), clause`expected every entry once, found ${quoteValue(values)}`);
    }
  }
  const stranger = levels.tiers.find((letter) => !letters.includes(letter));
  if (stranger !== undefined) {
    complain(
      at('levels', 'tiers'),
      clause`expected letters out of ${letters.join(', ')}, found ${quoteValue(stranger)}`,
    );
  }
  if (new Set(levels.suffixes).size !== levels.suffixes.length || levels.suffixes.length === 0) {
    complain(at('levels', 'suffixes'), clause`expected different suffixes, found ${quoteValue(levels.suffixes)}`);
  }
  if (breaks.rule === 'windows') {
    checkWindows(breaks.windows, count, (...path) => at('breaks', 'windows', ...path), complain);
  } else if (breaks.rule === 'minimum-share' && breaks.share * count > 1 + tolerance) {
    complain(at('breaks', 'share'), clause`expected at most 1/${count} for ${count} tiers, found ${breaks.share}`);
  } else if (breaks.rule === 'fixed') {
    const { ranks } = breaks;
    const rising = ranks.every((rank, index) => index === 0 || rank > (ranks[index - 1] ?? 0));
    if (ranks.length !== count - 1 || !rising) {
      complain(at('breaks', 'ranks'), clause`expected ${count - 1} rising ranks, found ${quoteValue(ranks)}`);
    }
  }
}

function checkWindows(
  windows: readonly (readonly [number, number])[],
  count: number,
  at: (...path: number[]) => Path,
  complain: Complain,
): void {
  if (windows.length !== count - 1) {
    complain(at(), clause`expected ${count - 1} windows, one between each two tiers, found ${windows.length}`);
  }
  let previous = 0;
  for (const [index, [from, to]] of windows.entries()) {
    if (!(from >= previous && from < to && to <= 1)) {
      complain(
        at(index),
        clause`expected shares of the ranking that rise from ${previous} to 1 and do not overlap, found ${quoteValue([from, to])}`,
      );
    }
    previous = to;
  }
}

function sum(weights: readonly number[]): number {
  return weights.reduce((total, weight) => total + weight, 0);
}

function equal(a: number, b: number): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
}

/** Prints a sum without binary rounding noise, but never rounded to the expected number. */
function show(value: number): string {
  return String(Number(value.toPrecision(12)));
}

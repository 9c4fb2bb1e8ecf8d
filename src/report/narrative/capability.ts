import type { NodeStatistics } from '../../scoring/descriptive/nodes.ts';
import { median } from '../../scoring/statistics.ts';
import type { TreeNode } from '../../scoring/tree.ts';
import type { ReportInput } from '../input.ts';
import type { Messages } from '../messages.ts';
import { decimals, percent } from '../text.ts';
import { adoptionSentences } from './adoption.ts';
import { type Chapter, type Figure, listed, type Sentence, sentence } from './sentence.ts';
import { isSupported } from './support.ts';

/** Number of provinces named as steady or weak. */
const provincesNamed = 3;
/** Smallest number of governments for a spread. */
const fewestForSpread = 4;

/** One chapter per capability, evaluated and observed, in the order of the tree. */
export function capabilityChapters(input: ReportInput, messages: Messages): Chapter[] {
  const { narrative } = messages;
  const capabilities = input.assessment.tree.nodes.filter(({ level }) => level === 'capability');
  return capabilities.map((node, index) => ({
    id: node.id,
    title: `${narrative.capability.titles[index] ?? ''}${node.name}`,
    paragraphs: [
      ratesOf(input, node, capabilities, messages),
      branchesOf(input, node, messages),
      provincesOf(input, node, messages),
      ...adoptionSentences(input, node, messages),
    ].filter((sentences) => sentences.length > 0),
  }));
}

function rateFigure(statistics: NodeStatistics, rate: number): Figure {
  const { score, full } = statistics;
  return { text: percent(rate), statistic: 'node-rate', numerator: score.mean ?? 0, denominator: full };
}

function ratesOf(
  input: ReportInput,
  node: TreeNode,
  capabilities: readonly TreeNode[],
  { narrative }: Messages,
): Sentence[] {
  const { capability } = narrative;
  const { nodes } = input.description.whole;
  const own = nodes[node.index];
  const { name } = node;
  if (own === undefined || own.rate === null || own.score.highest === null || own.score.lowest === null) {
    return [sentence(capability.blind, { name })];
  }
  const found = [
    sentence(capability.rate, {
      name,
      rate: rateFigure(own, own.rate),
      count: { text: String(own.score.n), statistic: 'count' },
      highest: { text: percent(own.score.highest / own.full), statistic: 'node-rate' },
      lowest: { text: percent(own.score.lowest / own.full), statistic: 'node-rate' },
    }),
  ];
  const rates = capabilities.flatMap(({ counted, index }) => {
    const rate = nodes[index]?.rate ?? null;
    return counted && rate !== null ? [rate] : [];
  });
  if (node.counted && rates.length > 1) {
    if (rates.every((rate) => rate >= (own.rate ?? 0))) found.push(sentence(capability.lowest, { name }));
    else if (rates.every((rate) => rate <= (own.rate ?? 0))) found.push(sentence(capability.highest, { name }));
  }
  return [...found, ...changeOf(input, node, narrative)];
}

function changeOf({ earlier }: ReportInput, node: TreeNode, { capability }: Messages['narrative']): Sentence[] {
  const change = earlier?.comparison.matched.whole.nodes.find(({ path }) => path === node.path);
  const difference = change?.rate.difference;
  if (earlier === null || change === undefined || !difference) return [];
  return [
    sentence(difference > 0 ? capability.rateUp : capability.rateDown, {
      name: node.name,
      edition: earlier.name,
      difference: { text: decimals(Math.abs(difference) * 100, 2), statistic: 'node-change' },
      count: { text: String(change.n.after ?? 0), statistic: 'node-change' },
      before: { text: percent(change.coverage.before ?? 0, 1), statistic: 'node-change' },
      after: { text: percent(change.coverage.after ?? 0, 1), statistic: 'node-change' },
    }),
  ];
}

/** Each branch with its leaves, the largest gap in it, and leaves with too little data. */
function branchesOf(input: ReportInput, node: TreeNode, messages: Messages): Sentence[] {
  const { capability } = messages.narrative;
  const { nodes } = input.assessment.tree;
  const statistics = input.description.whole.nodes;
  const found: Sentence[] = [];
  const unsupported: string[] = [];
  for (const branch of nodes.filter(({ parent }) => parent === node.index)) {
    const known = nodes
      .filter(({ parent }) => parent === branch.index)
      .flatMap((leaf) => {
        const own = statistics[leaf.index];
        if (own === undefined) return [];
        if (own.rate === null || !isSupported(own.score.n, own.unknown)) {
          unsupported.push(leaf.name);
          return [];
        }
        return [{ leaf, own, rate: own.rate }];
      });
    const own = statistics[branch.index];
    if (own === undefined || own.rate === null || known.length === 0) continue;
    const leaves = known.map((entry) =>
      sentence(capability.leaf, { name: entry.leaf.name, rate: rateFigure(entry.own, entry.rate) }),
    );
    found.push(
      sentence(capability.branch, {
        name: branch.name,
        rate: rateFigure(own, own.rate),
        leaves: listed(leaves, messages.listMark),
      }),
      ...changeOf(input, branch, messages.narrative),
    );
    const sorted = [...known].sort((a, b) => b.rate - a.rate);
    const [high, low] = [sorted[0], sorted.at(-1)];
    if (high !== undefined && low !== undefined && high.rate > low.rate) {
      found.push(
        sentence(capability.gap, {
          low: low.leaf.name,
          high: high.leaf.name,
          difference: { text: decimals((high.rate - low.rate) * 100, 2), statistic: 'node-rate' },
        }),
      );
    }
  }
  if (unsupported.length > 0) {
    found.push(
      sentence(capability.insufficient, {
        name: node.name,
        count: { text: String(unsupported.length), statistic: 'count' },
        names: unsupported.join(messages.listMark),
      }),
    );
  }
  return found;
}

/**
 * Provinces with similar scores: above the median mean and below the median spread, or below the
 * median mean with a small spread. The published report describes 浙江 in the first way, 吉林 and 广西 in
 * the second.
 */
function provincesOf(input: ReportInput, node: TreeNode, messages: Messages): Sentence[] {
  const { capability } = messages.narrative;
  const own = input.description.provinces.divisions.flatMap(({ id, nodes }) => {
    const statistics = nodes[node.index];
    if (statistics === undefined || statistics.rate === null || statistics.score.population === null) return [];
    if (statistics.score.n < fewestForSpread) return [];
    return [{ id, statistics, rate: statistics.rate, deviation: statistics.score.population / statistics.full }];
  });
  const middle = median(own.map(({ rate }) => rate));
  const spread = median(own.map(({ deviation }) => deviation));
  if (middle === null || spread === null || own.length < 2 * provincesNamed) return [];
  const even = own.filter(({ deviation }) => deviation < spread);
  const pick = (list: typeof own) =>
    listed(
      list.slice(0, provincesNamed).map(({ id, statistics, rate, deviation }) =>
        sentence(capability.province, {
          name: id,
          rate: rateFigure(statistics, rate),
          deviation: { text: decimals(deviation * 100, 2), statistic: 'node-deviation' },
        }),
      ),
      messages.listMark,
    );
  const high = even.filter(({ rate }) => rate > middle).sort((a, b) => b.rate - a.rate);
  const low = even.filter(({ rate }) => rate < middle).sort((a, b) => a.rate - b.rate);
  return [
    ...(high.length > 0 ? [sentence(capability.steady, { names: pick(high) })] : []),
    ...(low.length > 0 ? [sentence(capability.weak, { names: pick(low) })] : []),
  ];
}

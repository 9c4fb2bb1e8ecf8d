import type { TreeNode } from '../../scoring/tree.ts';
import type { ReportData } from '../figures/derive.ts';
import type { Messages } from '../messages.ts';
import { adoptionSentences } from './adoption.ts';
import { count, difference, pointer, share } from './figures.ts';
import { type Chapter, type Figure, listed, type Sentence, sentence } from './sentence.ts';

/** One finding per capability, evaluated and observed, in the order of the tree. */
export function capabilityChapters(data: ReportData, messages: Messages): Chapter[] {
  return capabilitiesOf(data).map((node) => ({
    id: node.id,
    title: node.name,
    lead: leadOf(data, node, messages),
    paragraphs: [
      branchChanges(data, node, messages),
      ...adoptionSentences(data, node, messages),
      evenSentences(data, node, messages),
    ].filter((sentences) => sentences.length > 0),
  }));
}

/** Score rates of the branches and leaves of each capability on which something is concluded. */
export function indicatorChapters(data: ReportData, messages: Messages): Chapter[] {
  return capabilitiesOf(data).flatMap((node) => {
    const sentences = branchSentences(data, node, messages);
    return sentences.length === 0 ? [] : [{ id: node.id, title: node.name, lead: [], paragraphs: [sentences] }];
  });
}

function capabilitiesOf({ assessment }: ReportData): TreeNode[] {
  return assessment.tree.nodes.filter(({ level }) => level === 'capability');
}

function rateOf({ description }: ReportData, { index }: TreeNode): Figure | null {
  const rate = description.whole.nodes[index]?.rate ?? null;
  return rate === null ? null : share('node-rate', pointer('description', 'whole', 'nodes', index, 'rate'), rate);
}

function leadOf(data: ReportData, node: TreeNode, messages: Messages): Sentence[] {
  const { capability } = messages.narrative;
  const { name, index } = node;
  const rate = rateOf(data, node);
  const own = data.figures.nodes[index];
  if (rate === null || own === undefined || own.highest === null || own.lowest === null) {
    return [sentence(capability.blind, { name })];
  }
  const end = (key: 'highest' | 'lowest', value: number) =>
    share('node-rate', pointer('bulletin', 'nodes', index, key), value);
  const ends = { highest: end('highest', own.highest), lowest: end('lowest', own.lowest) };
  return [
    sentence(capability.rate, { name, rate, ...ends }),
    ...placeSentence(data, node, messages),
    ...changeSentence(data, node, [capability.rateUp, capability.rateDown]),
    ...gapSentence(data, node, messages),
  ];
}

/** Whether the capability has the highest or the lowest rate of the evaluated ones. */
function placeSentence(data: ReportData, node: TreeNode, { narrative }: Messages): Sentence[] {
  if (!node.counted) return [];
  const { nodes } = data.description.whole;
  const own = nodes[node.index]?.rate ?? null;
  const rates = capabilitiesOf(data).flatMap(({ counted, index }) => {
    const rate = nodes[index]?.rate ?? null;
    return counted && rate !== null ? [rate] : [];
  });
  const { lowest, highest } = narrative.capability;
  if (own === null || rates.length < 2) return [];
  if (rates.every((rate) => rate >= own)) return [sentence(lowest)];
  return rates.every((rate) => rate <= own) ? [sentence(highest)] : [];
}

function changeSentence(
  { figures: { changes } }: ReportData,
  node: TreeNode,
  [up, down]: readonly [string, string],
): Sentence[] {
  const index = changes?.nodes.findIndex(({ path }) => path === node.path) ?? -1;
  const change = changes?.nodes[index];
  if (changes === null || change === undefined || change.points === 0) return [];
  const statistic = 'node-change';
  const at = (key: string) => pointer('bulletin', 'changes', 'nodes', index, key);
  const { coverageBefore, coverageAfter } = change;
  if (coverageBefore === null || coverageAfter === null) return [];
  return [
    sentence(change.points > 0 ? up : down, {
      name: node.name,
      edition: changes.edition,
      difference: difference(statistic, at('points'), change.points),
      count: count(statistic, at('n'), change.n),
      before: share(statistic, at('coverageBefore'), coverageBefore, 1),
      after: share(statistic, at('coverageAfter'), coverageAfter, 1),
    }),
  ];
}

/** The leaves with the highest and the lowest rate below the node. */
function gapSentence(data: ReportData, { index }: TreeNode, { narrative }: Messages): Sentence[] {
  const gap = data.figures.nodes[index]?.gap ?? null;
  if (gap === null) return [];
  const { nodes } = data.assessment.tree;
  const [high, low] = [gap.high, gap.low].map((path) => nodes.find((node) => node.path === path));
  if (high === undefined || low === undefined) return [];
  const [highRate, lowRate] = [rateOf(data, high), rateOf(data, low)];
  if (highRate === null || lowRate === null) return [];
  const at = pointer('bulletin', 'nodes', index, 'gap', 'difference');
  return [
    sentence(narrative.capability.gap, {
      ...{ high: high.name, highRate, low: low.name, lowRate },
      difference: difference('node-rate', at, gap.difference),
    }),
  ];
}

function branchChanges(data: ReportData, node: TreeNode, { narrative }: Messages): Sentence[] {
  const { branchUp, branchDown } = narrative.capability;
  return data.assessment.tree.nodes
    .filter(({ parent }) => parent === node.index)
    .flatMap((branch) => changeSentence(data, branch, [branchUp, branchDown]));
}

/** Each branch with those of its leaves on which something is concluded. */
function branchSentences(data: ReportData, node: TreeNode, messages: Messages): Sentence[] {
  const { capability } = messages.narrative;
  const { nodes } = data.assessment.tree;
  return nodes
    .filter(({ parent }) => parent === node.index)
    .flatMap((branch): Sentence[] => {
      const leaves = nodes.flatMap((leaf) => {
        const rate = leaf.parent === branch.index ? rateOf(data, leaf) : null;
        return rate === null ? [] : [sentence(capability.leaf, { name: leaf.name, rate })];
      });
      const rate = rateOf(data, branch);
      const list = listed(leaves, messages.listMark);
      if (rate === null) return leaves.length === 0 ? [] : [sentence(capability.leavesAlone, { leaves: list })];
      const template = leaves.length === 0 ? capability.branchAlone : capability.branch;
      return [sentence(template, { name: branch.name, rate, leaves: list })];
    });
}

/** Provinces with a high or low rate and little spread. */
function evenSentences({ figures, description }: ReportData, { index }: TreeNode, messages: Messages): Sentence[] {
  const { capability } = messages.narrative;
  const own = figures.nodes[index];
  if (own === undefined) return [];
  const names = (key: 'evenHigh' | 'evenLow') =>
    listed(
      own[key].map(({ province, rate, deviation }, place) => {
        const at = (member: string) => pointer('bulletin', 'nodes', index, key, place, member);
        return sentence(capability.province, {
          name: province,
          rate: share('node-rate', rateAt(description, province, index), rate),
          deviation: difference('node-deviation', at('deviation'), deviation),
        });
      }),
      messages.listMark,
    );
  return [
    ...(own.evenHigh.length > 0 ? [sentence(capability.steady, { names: names('evenHigh') })] : []),
    ...(own.evenLow.length > 0 ? [sentence(capability.weak, { names: names('evenLow') })] : []),
  ];
}

function rateAt({ provinces }: ReportData['description'], province: string, index: number): string {
  const place = provinces.divisions.findIndex(({ id }) => id === province);
  return pointer('description', 'provinces', 'divisions', place, 'nodes', index, 'rate');
}

import type { Pack } from '../../config/pack.ts';
import type { StateCalibration } from '../../config/schema/calibration.ts';
import type { Leaf } from '../../config/schema/indicators.ts';
import { type Finding, type FindingState, findingKey } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import type { Probe } from '../../probes/contract.ts';
import { probes } from '../../probes/list.ts';
import type { NodeStatistics } from '../../scoring/descriptive/nodes.ts';
import type { Point } from '../../scoring/point.ts';
import type { TreeNode } from '../../scoring/tree.ts';
import { errorSourceOf } from '../../scoring/uncertainty/error-source.ts';
import { type NumberedNode, numberNodes } from '../find-node.ts';
import type { Snapshot } from './snapshots.ts';

/** A government beside what was found of it. */
export interface Holder {
  readonly government: Government;
  readonly finding: Finding | null;
  readonly point: Point;
}

/** How often claims of a probe are right where the truth is known. */
export interface ProbeAccuracy {
  readonly state: 'present' | 'absent';
  readonly right: number;
  readonly n: number;
  readonly interval: readonly [low: number, high: number];
}

/** Findings of one product, whose mistakes would be made together. */
export interface ProductCount {
  readonly product: string;
  readonly states: Readonly<Record<FindingState, number>>;
  readonly governments: number;
  /** Reviews in force on these findings, and those of them that contradict the probe. */
  readonly reviewed: number;
  readonly overruled: number;
}

export interface IndicatorView {
  readonly numbered: NumberedNode;
  readonly leaf: Leaf;
  readonly probe: Probe | null;
  /** Over the ranked governments. */
  readonly statistics: NodeStatistics | null;
  /** Scored governments by state, in the order of the registry. */
  readonly holders: Readonly<Record<FindingState, readonly Holder[]>>;
  /** Number of scored governments by tenth of the point, from 0 to 1; whole points have the last place. */
  readonly tenths: readonly number[];
  /** States by group of the pack. */
  readonly groups: readonly { readonly group: string; readonly states: Readonly<Record<FindingState, number>> }[];
  readonly accuracy: readonly ProbeAccuracy[];
  readonly products: readonly ProductCount[];
}

const noStates: Readonly<Record<FindingState, number>> = { present: 0, absent: 0, unknown: 0, 'not-applicable': 0 };

/** The leaves of a state with their numbers and counts of states over the scored governments. */
export function leafCounts({ assessed }: Snapshot): {
  readonly numbered: NumberedNode;
  readonly states: Readonly<Record<FindingState, number>>;
  readonly mean: number | null;
}[] {
  const { tree, scores } = assessed.assessment;
  const scored = new Set(assessed.governments.filter((one) => one.scored).map(({ code }) => code));
  const counts = new Map<string, Record<FindingState, number>>();
  const points = new Map<string, number[]>();
  for (const { government, points: own } of scores) {
    if (!scored.has(government)) continue;
    for (const { leaf, state, point } of own) {
      const states = counts.get(leaf) ?? { ...noStates };
      states[state] += 1;
      counts.set(leaf, states);
      if (point !== null) points.set(leaf, [...(points.get(leaf) ?? []), point]);
    }
  }
  return numberNodes(tree).flatMap((numbered) => {
    const { leaf } = numbered.node;
    if (leaf === null) return [];
    const known = points.get(leaf.id) ?? [];
    const mean = known.length === 0 ? null : known.reduce((sum, point) => sum + point, 0) / known.length;
    return [{ numbered, states: counts.get(leaf.id) ?? noStates, mean }];
  });
}

/** All that is known of one leaf over the country; null when the tree has no such leaf. */
export function indicatorView(snapshot: Snapshot, pack: Pack, id: string): IndicatorView | null {
  const { assessed } = snapshot;
  const numbered = numberNodes(assessed.assessment.tree).find(({ node }) => node.leaf?.id === id);
  const leaf = numbered?.node.leaf ?? null;
  if (numbered === undefined || leaf === null) return null;
  const held = holdersOf(snapshot, numbered.node, leaf);
  const byState = (state: FindingState): Holder[] => held.filter(({ point }) => point.state === state);
  return {
    numbered,
    leaf,
    probe: probes.find((probe) => probe.id === leaf.finding) ?? null,
    statistics: snapshot.facts().description.whole.nodes[numbered.node.index] ?? null,
    holders: {
      present: byState('present'),
      absent: byState('absent'),
      unknown: byState('unknown'),
      'not-applicable': byState('not-applicable'),
    },
    tenths: tenthsOf(held),
    groups: groupsOf(held, pack),
    accuracy: accuracyOf(pack, leaf.finding),
    products: productsOf(held),
  };
}

function holdersOf({ assessed }: Snapshot, node: TreeNode, leaf: Leaf): Holder[] {
  const findings = new Map(assessed.findings.map((finding) => [findingKey(finding), finding]));
  const scores = new Map(assessed.assessment.scores.map((score) => [score.government, score]));
  return assessed.governments.flatMap((government): Holder[] => {
    const point = scores.get(government.code)?.points.find((own) => own.leaf === node.id);
    if (!government.scored || point === undefined) return [];
    const finding = findings.get(findingKey({ government: government.code, probe: leaf.finding })) ?? null;
    return [{ government, finding, point }];
  });
}

function tenthsOf(held: readonly Holder[]): number[] {
  const tenths = Array.from({ length: 11 }, () => 0);
  for (const { point } of held) {
    if (point.point === null || point.state === 'unknown') continue;
    const place = Math.min(10, Math.floor(point.point * 10 + 1e-9));
    tenths[place] = (tenths[place] ?? 0) + 1;
  }
  return tenths;
}

function groupsOf(held: readonly Holder[], { meta }: Pack): IndicatorView['groups'] {
  const byGroup = Map.groupBy(held, ({ government }) => government.group);
  const order = [...meta.groups.map(({ id }) => id), ...byGroup.keys()];
  return [...new Set(order)].flatMap((group) => {
    const own = byGroup.get(group);
    return own === undefined ? [] : [{ group, states: statesOf(own) }];
  });
}

function statesOf(held: readonly Holder[]): Record<FindingState, number> {
  const states = { ...noStates };
  for (const { point } of held) states[point.state] += 1;
  return states;
}

function accuracyOf({ calibration }: Pack, probe: string): ProbeAccuracy[] {
  return (['present', 'absent'] as const).flatMap((state) => {
    const own: StateCalibration['probes'][string] | undefined = calibration?.[state]?.probes[probe];
    return own === undefined ? [] : [{ state, right: own.right, n: own.n, interval: own.interval }];
  });
}

/** Findings by the product or host whose mistakes they would share; those that stand alone are left out. */
function productsOf(held: readonly Holder[]): ProductCount[] {
  const found = held.flatMap((holder) => {
    const product = holder.finding === null ? null : productOf(holder.finding);
    return product === null ? [] : [{ product, holder }];
  });
  return [...Map.groupBy(found, ({ product }) => product)]
    .map(([product, list]) => {
      const own = list.map(({ holder }) => holder);
      const reviewed = own.filter(({ finding }) => finding?.review !== undefined);
      const overruled = reviewed.filter(({ finding }) => finding?.review?.status === 'applied');
      return {
        ...{ product, states: statesOf(own), governments: own.length },
        ...{ reviewed: reviewed.length, overruled: overruled.length },
      };
    })
    .sort((a, b) => b.governments - a.governments || (a.product < b.product ? -1 : 1));
}

/** `vendor X`, `tool X` or `host X`; null for a finding that shares its mistakes with no other. */
function productOf(finding: Finding): string | null {
  const source = errorSourceOf(finding).slice(finding.probe.length + 1);
  return source.startsWith('government ') ? null : source;
}

/** A government whose finding of a probe is another one than in an earlier state. */
export interface HolderChange {
  readonly government: Government;
  readonly before: Finding;
  readonly after: Finding;
}

/** Whose state of a finding changed since an earlier state, in the order of the registry. */
export function changesSince(earlier: Snapshot, now: Snapshot, probe: string): HolderChange[] {
  const of = ({ assessed }: Snapshot): ReadonlyMap<string, Finding> =>
    new Map(assessed.findings.flatMap((finding) => (finding.probe === probe ? [[finding.government, finding]] : [])));
  const [before, after] = [of(earlier), of(now)];
  return now.assessed.governments.flatMap((government) => {
    const [was, is] = [before.get(government.code), after.get(government.code)];
    return was === undefined || is === undefined || was.state === is.state
      ? []
      : [{ government, before: was, after: is }];
  });
}

import type { UncertaintySettings } from '../../config/schema/analysis.ts';
import { type Finding, findingKey } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import type { Assessment } from '../assess.ts';
import { isGrounded, isMeasured, type Point } from '../point.ts';
import { compareCodes } from '../rank.ts';
import type { ScoringTree } from '../tree.ts';
import { Donors } from './donors.ts';

/** The counted part of the tree as arrays, parents before their children; 0 is the total. */
export interface FlatTree {
  readonly full: number;
  /** Place of the parent; -1 for the total. */
  readonly parents: Int32Array;
  /** Place among the leaves; -1 for other nodes. */
  readonly leaves: Int32Array;
  /** Shares of the parent as the file has them. */
  readonly shares: Float64Array;
  /** Children of every node that has at least two: the weights that can be drawn. */
  readonly families: readonly (readonly number[])[];
}

/** A point that is not known and may be drawn. */
export interface OpenPoint {
  /** Place in `Prepared.points`. */
  readonly at: number;
  readonly donors: Donors;
}

/** A known point that may be wrong. */
export interface DoubtfulPoint {
  readonly at: number;
  readonly donors: Donors;
  /** Donors that equal the point. */
  readonly equalFrom: number;
  readonly equalCount: number;
}

/** Everything that a draw needs, laid out so that ten thousand of them are quick. */
export interface Prepared {
  readonly tree: FlatTree;
  /** Ranked governments with a score, in the order of their codes. */
  readonly governments: readonly string[];
  readonly leafCount: number;
  /** Nominal point of government g and leaf l at g × leafCount + l; NaN where it does not enter the score. */
  readonly points: Float64Array;
  readonly open: readonly OpenPoint[];
  readonly doubtful: readonly DoubtfulPoint[];
  /** Probability of each of `doubtful` of being wrong, in units of 2^-32. */
  readonly doubts: Float64Array;
}

/**
 * Lays out the uncertain points.
 * - Open: unknown ones, left out or counted as zero. One that no donor has anywhere stays as it is. Points that were carried forward
 *   rest on an observation and are taken as they are.
 * - Doubtful: measured ones whose finding has a confidence below 1. Two leaves fed by one probe err on their own.
 * - Not applicable: never drawn.
 */
export function prepare(
  assessment: Assessment,
  governments: readonly Government[],
  findings: readonly Finding[],
  settings: Pick<UncertaintySettings, 'unknown'>,
): Prepared {
  const tree = flatten(assessment.tree);
  const leaves = assessment.tree.nodes.flatMap(({ leaf, counted }) => (leaf !== null && counted ? [leaf] : []));
  const groups = new Map(governments.map(({ code, scored, group }) => [code, scored ? group : null]));
  const ranked = assessment.ranking
    .flatMap(({ government, score }) => (score === null ? [] : [government]))
    .sort(compareCodes);
  const scores = new Map(assessment.scores.map(({ government, points }) => [government, points]));
  const confidence = new Map(findings.map((finding) => [findingKey(finding), finding.confidence]));
  const rows = ranked.map((code) => {
    const points = new Map(scores.get(code)?.map((point) => [point.leaf, point]));
    return { code, group: groups.get(code) ?? '', points: leaves.map(({ id }) => points.get(id)) };
  });
  const minimum = settings.unknown?.['minimum-donors'] ?? 1;
  const points = new Float64Array(ranked.length * leaves.length).fill(Number.NaN);
  const open: OpenPoint[] = [];
  const doubtful: (DoubtfulPoint & { readonly doubt: number })[] = [];
  for (const [column] of leaves.entries()) {
    const donors = donorsFor(
      rows.map(({ group, points: row }) => ({ group, point: row[column] })),
      minimum,
    );
    for (const [row, { code, group, points: own }] of rows.entries()) {
      const at = row * leaves.length + column;
      const point = own[column];
      const worth = point?.point ?? null;
      if (worth !== null) points[at] = worth;
      const from = donors(group);
      if (point === undefined || isOpen(point)) {
        if (from.size > 0) open.push({ at, donors: from });
      } else if (worth !== null && isMeasured(point)) {
        const doubt = Math.round(
          (1 - (confidence.get(findingKey({ government: code, probe: point.finding })) ?? 1)) * 2 ** 32,
        );
        const { from: equalFrom, count: equalCount } = from.equalTo(worth);
        if (doubt > 0) doubtful.push({ at, doubt, donors: from, equalFrom, equalCount });
      }
    }
  }
  // In the order of governments and leaves, so that a draw does not depend on how they were listed.
  open.sort((a, b) => a.at - b.at);
  doubtful.sort((a, b) => a.at - b.at);
  return {
    tree,
    governments: ranked,
    leafCount: leaves.length,
    points,
    open,
    doubtful,
    doubts: Float64Array.from(doubtful, ({ doubt }) => doubt),
  };
}

function isOpen(point: Point): boolean {
  return point.state === 'unknown' && !isGrounded(point);
}

/** Donors of one leaf by group: the group's own known points, or everyone's where the group has too few. */
function donorsFor(
  rows: readonly { readonly group: string; readonly point: Point | undefined }[],
  minimum: number,
): (group: string) => Donors {
  const all: number[] = [];
  const byGroup = new Map<string, number[]>();
  for (const { group, point } of rows) {
    if (point === undefined || point.point === null || !isGrounded(point)) continue;
    all.push(point.point);
    const own = byGroup.get(group) ?? [];
    own.push(point.point);
    byGroup.set(group, own);
  }
  const everyone = new Donors(all);
  const compiled = new Map(
    [...byGroup].flatMap(([group, own]) => (own.length >= minimum ? [[group, new Donors(own)] as const] : [])),
  );
  return (group) => compiled.get(group) ?? everyone;
}

function flatten({ nodes }: ScoringTree): FlatTree {
  const counted = nodes.filter((node) => node.counted);
  const places = new Map(counted.map(({ index }, place) => [index, place]));
  const parents = Int32Array.from(counted, ({ parent }) => (parent === null ? -1 : (places.get(parent) ?? -1)));
  let leafCount = 0;
  const leaves = Int32Array.from(counted, ({ leaf }) => {
    if (leaf === null) return -1;
    leafCount += 1;
    return leafCount - 1;
  });
  const families = counted.map((_, place) => [...parents.keys()].filter((child) => parents[child] === place));
  return {
    full: counted[0]?.full ?? 0,
    parents,
    leaves,
    shares: Float64Array.from(counted, ({ share }) => share),
    families: families.filter(({ length }) => length > 1),
  };
}

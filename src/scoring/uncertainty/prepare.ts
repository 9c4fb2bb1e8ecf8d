import type { UncertaintySettings } from '../../config/schema/analysis.ts';
import { type Finding, findingKey } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import type { Assessment } from '../assess.ts';
import type { DonorPool, Donors } from '../donors.ts';
import { donorPools } from '../estimate.ts';
import { isMeasured, isSettled, type Point } from '../point.ts';
import { compareCodes } from '../rank.ts';
import { type Bounds, openBounds } from '../read-measure.ts';
import type { ScoringTree } from '../tree.ts';
import { errorSourceOf } from './error-source.ts';

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

/**
 * A point that is not settled and may be drawn; between its bounds where nobody agrees with them.
 */
export interface OpenPoint extends Bounds {
  /** Place in `Prepared.points`. */
  readonly at: number;
  readonly donors: Donors;
}

/** A settled point that may be wrong. */
export interface DoubtfulPoint {
  readonly at: number;
  readonly donors: Donors;
  /** Donors that equal the point. */
  readonly equalFrom: number;
  readonly equalCount: number;
}

/** A probe and a product, whose findings may err together. */
export interface ErrorSource {
  /** Places in `Prepared.doubtful`. */
  readonly members: readonly number[];
  /** The largest of their doubts. */
  readonly largest: number;
}

/** Everything that a draw needs, laid out so that ten thousand of them are quick. */
export interface Prepared {
  readonly tree: FlatTree;
  /**
   * Governments with a score: the ranked ones, then those that are withheld, both in the order of
   * their codes.
   */
  readonly governments: readonly string[];
  /** How many of them are ranked. */
  readonly rankedCount: number;
  readonly leafCount: number;
  /**
   * Nominal point of government g and leaf l at g × leafCount + l; NaN where it does not enter the
   * score.
   */
  readonly points: Float64Array;
  readonly open: readonly OpenPoint[];
  readonly doubtful: readonly DoubtfulPoint[];
  /** Probability of each of `doubtful` of being wrong, in units of 2^-32. */
  readonly doubts: Float64Array;
  readonly sources: readonly ErrorSource[];
}

/**
 * Lays out the uncertain points.
 * - Open: those that are not settled. One of which nothing is known, and for which no donor has
 * anything anywhere, stays as it is. Points
 *   that were carried forward rest on an observation and are taken as they are.
 * - Doubtful: settled ones whose finding has a confidence below 1. Two leaves fed by one probe err
 * on their own.
 * - Not applicable: never drawn.
 */
export function prepare(
  assessment: Assessment,
  governments: readonly Government[],
  findings: readonly Finding[],
  settings: Pick<UncertaintySettings, 'unknown'>,
): Prepared {
  const leaves = assessment.tree.nodes.flatMap(({ leaf, counted }) => (leaf !== null && counted ? [leaf.id] : []));
  const scores = new Map(assessment.scores.map(({ government, points }) => [government, points]));
  const pools = donorPools(assessment.tree.source, governments, scores);
  const groups = new Map(governments.map(({ code, scored, group }) => [code, scored ? group : '']));
  const codesOf = (isRanked: boolean) =>
    assessment.ranking
      .flatMap(({ government, score, rank }) => (score !== null && (rank !== null) === isRanked ? [government] : []))
      .sort(compareCodes);
  const ranked = codesOf(true);
  const codes = [...ranked, ...codesOf(false)];
  const collector = new Collector(findings, codes.length * leaves.length, settings.unknown);
  for (const [row, code] of codes.entries()) {
    const points = new Map(scores.get(code)?.map((point) => [point.leaf, point]));
    for (const [column, leaf] of leaves.entries()) {
      const at = row * leaves.length + column;
      collector.add(at, code, points.get(leaf), groups.get(code) ?? '', pools.get(leaf));
    }
  }
  return {
    tree: flatten(assessment.tree),
    governments: codes,
    rankedCount: ranked.length,
    leafCount: leaves.length,
    points: collector.points,
    open: collector.open,
    doubtful: collector.doubtful,
    doubts: Float64Array.from(collector.doubts),
    sources: collector.sources,
  };
}

/** Takes the points one by one, in the order of governments and leaves. */
class Collector {
  readonly points: Float64Array;
  readonly open: OpenPoint[] = [];
  readonly doubtful: DoubtfulPoint[] = [];
  readonly doubts: number[] = [];
  readonly #findings: ReadonlyMap<string, Finding>;
  readonly #sources = new Map<string, { members: number[]; largest: number }>();
  readonly #drawsOpen: boolean;

  constructor(findings: readonly Finding[], size: number, drawsOpen: boolean) {
    this.points = new Float64Array(size).fill(Number.NaN);
    this.#findings = new Map(findings.map((finding) => [findingKey(finding), finding]));
    this.#drawsOpen = drawsOpen;
  }

  get sources(): ErrorSource[] {
    return [...this.#sources.values()];
  }

  add(at: number, code: string, point: Point | undefined, group: string, pool: DonorPool | undefined): void {
    if (point !== undefined && point.point !== null) this.points[at] = point.point;
    if (point?.state === 'not-applicable' || pool === undefined) return;
    if (point === undefined || !isSettled(point)) this.#addOpen(at, point ?? openBounds, group, pool);
    else if (isMeasured(point)) this.#addDoubtful(at, code, point, pool.agreeing(group, openBounds));
  }

  #addOpen(at: number, { low, high }: Bounds, group: string, pool: DonorPool): void {
    const donors = pool.agreeing(group, { low, high });
    const isDrawn = donors.size > 0 || low > 0 || high < 1;
    if (this.#drawsOpen && isDrawn) this.open.push({ at, donors, low, high });
  }

  #addDoubtful(at: number, code: string, point: Point, donors: Donors): void {
    const finding = this.#findings.get(findingKey({ government: code, probe: point.finding }));
    const doubt = Math.round((1 - (finding?.confidence ?? 1)) * 2 ** 32);
    if (finding === undefined || doubt <= 0) return;
    const { from: equalFrom, count: equalCount } = donors.equalTo(point.point ?? 0);
    const name = errorSourceOf(finding);
    const source = this.#sources.get(name) ?? { members: [], largest: 0 };
    this.#sources.set(name, source);
    source.members.push(this.doubts.length);
    source.largest = Math.max(source.largest, doubt);
    this.doubtful.push({ at, donors, equalFrom, equalCount });
    this.doubts.push(doubt);
  }
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

import type { UncertaintySettings } from '../../config/schema/analysis.ts';
import type { NotFoundRule } from '../../config/schema/indicators.ts';
import { type Finding, findingKey } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import type { Assessment } from '../assess.ts';
import type { DonorPool, Donors } from '../donors.ts';
import { donorPools } from '../estimate.ts';
import { isMeasured, isSearched, isSettled, type Point } from '../point.ts';
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
  /**
   * Whether the thing was looked for: then it is what is proven with the share of
   * `Prepared.notFound`, else one of the donors, which lie above that.
   */
  readonly searched: boolean;
  readonly donors: Donors;
  /** Donors that count with the share of `Prepared.notFound`; empty for a searched point. */
  readonly proven: Donors;
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
  /** Null: what was not found is taken to be like the settled points. */
  readonly notFound: NotFoundRule | null;
  readonly doubtful: readonly DoubtfulPoint[];
  /** Probability of each of `doubtful` of being wrong, in units of 2^-32. */
  readonly doubts: Float64Array;
  /** The part of it that the thing itself is another: not only its measure. */
  readonly stateDoubts: Float64Array;
  readonly sources: readonly ErrorSource[];
}

/**
 * Lays out the uncertain points.
 * - Open: those that are not settled. One of which nothing is known, and for which no donor has
 * anything anywhere, stays as it is. Points
 *   that were carried forward rest on an observation and are taken as they are.
 * - Doubtful: settled ones whose finding has a confidence below 1 or states a measure, which may be
 * wrong although the thing is there. Two leaves fed by one probe err on their own.
 * - Not applicable: never drawn.
 */
export function prepare(
  assessment: Assessment,
  governments: readonly Government[],
  findings: readonly Finding[],
  settings: Pick<UncertaintySettings, 'unknown' | 'wrong-measures'>,
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
  const notFound = assessment.tree.source.estimates['not-found'] ?? null;
  const collector = new Collector(findings, codes.length * leaves.length, {
    drawsOpen: settings.unknown,
    knowsNotFound: notFound !== null,
    wrongMeasures: settings['wrong-measures'],
  });
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
    notFound,
    doubtful: collector.doubtful,
    doubts: Float64Array.from(collector.doubts),
    stateDoubts: Float64Array.from(collector.stateDoubts),
    sources: collector.sources,
  };
}

interface CollectorOptions {
  readonly drawsOpen: boolean;
  readonly knowsNotFound: boolean;
  /** Share of the stated measures that are wrong. */
  readonly wrongMeasures: number;
}

/** Bounds that no point lies between. */
const nothing: Bounds = { low: 1, high: 0 };

/** Takes the points one by one, in the order of governments and leaves. */
class Collector {
  readonly points: Float64Array;
  readonly open: OpenPoint[] = [];
  readonly doubtful: DoubtfulPoint[] = [];
  readonly doubts: number[] = [];
  readonly stateDoubts: number[] = [];
  readonly #findings: ReadonlyMap<string, Finding>;
  readonly #sources = new Map<string, { members: number[]; largest: number }>();
  readonly #options: CollectorOptions;

  constructor(findings: readonly Finding[], size: number, options: CollectorOptions) {
    this.points = new Float64Array(size).fill(Number.NaN);
    this.#findings = new Map(findings.map((finding) => [findingKey(finding), finding]));
    this.#options = options;
  }

  get sources(): ErrorSource[] {
    return [...this.#sources.values()];
  }

  add(at: number, code: string, point: Point | undefined, group: string, pool: DonorPool | undefined): void {
    if (point !== undefined && point.point !== null) this.points[at] = point.point;
    if (point?.state === 'not-applicable' || pool === undefined) return;
    if (point === undefined || !isSettled(point)) this.#addOpen(at, point, group, pool);
    else if (isMeasured(point)) this.#addDoubtful(at, code, point, pool.agreeing(group, openBounds).settled);
  }

  #addOpen(at: number, point: Point | undefined, group: string, pool: DonorPool): void {
    const { low, high }: Bounds = point ?? openBounds;
    const { settled, above, proven } = pool.agreeing(group, { low, high });
    const searched = this.#options.knowsNotFound && point !== undefined && isSearched(point);
    const isDrawn = searched || settled.size + proven.size > 0 || low > 0 || high < 1;
    if (!this.#options.drawsOpen || !isDrawn) return;
    const donors = searched ? { donors: above, proven: settled.within(nothing) } : { donors: settled, proven };
    this.open.push({ at, searched, ...donors, low, high });
  }

  #addDoubtful(at: number, code: string, point: Point, donors: Donors): void {
    const finding = this.#findings.get(findingKey({ government: code, probe: point.finding }));
    const isMeasure = point.state === 'present' && point.rule !== 'boolean';
    // A person who decided has seen the measure too.
    if (finding?.review?.status === 'applied') return;
    const confidence = finding?.confidence ?? 1;
    const doubtOf = (right: number) => Math.round((1 - right) * 2 ** 32);
    const doubt = doubtOf(isMeasure ? confidence * (1 - this.#options.wrongMeasures) : confidence);
    if (finding === undefined || doubt <= 0) return;
    const { from: equalFrom, count: equalCount } = donors.equalTo(point.point ?? 0);
    const name = errorSourceOf(finding);
    const source = this.#sources.get(name) ?? { members: [], largest: 0 };
    this.#sources.set(name, source);
    source.members.push(this.doubts.length);
    source.largest = Math.max(source.largest, doubt);
    this.doubtful.push({ at, donors, equalFrom, equalCount });
    this.doubts.push(doubt);
    this.stateDoubts.push(doubtOf(confidence));
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

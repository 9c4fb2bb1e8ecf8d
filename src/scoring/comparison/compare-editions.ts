import type { Government } from '../../model/government.ts';
import type { Assessment } from '../assess.ts';
import type { ConclusionRule } from '../descriptive/conclusion.ts';
import { type DescribeOptions, type Description, describe } from '../descriptive/describe.ts';
import type { DivisionStatistics, Divisions } from '../descriptive/divisions.ts';
import { figureOf, membersOf } from '../descriptive/members.ts';
import type { NodeStatistics } from '../descriptive/nodes.ts';
import type { Summary } from '../descriptive/summary.ts';
import { totalOf } from '../score.ts';
import { type Change, changeOf } from './change.ts';
import { compareTiers, type TierComparison } from './tier-moves.ts';

/** An edition as far as statistics need it. */
export interface EditionScores {
  readonly governments: readonly Government[];
  readonly assessment: Assessment;
}

/** Why a government is in one edition's figures and not in the comparison. */
export type LeftOutReason = 'only-before' | 'only-after' | 'no-score-before' | 'no-score-after' | 'no-score';

export interface LeftOut {
  readonly government: string;
  readonly reason: LeftOutReason;
}

export interface NodeChange {
  readonly path: string;
  /** Governments with a score on the node in each edition. */
  readonly n: Change;
  readonly mean: Change;
  /** Of the mean score rate: the one to read where the full mark of the node changed. */
  readonly rate: Change;
  readonly population: Change;
  /** Mean share of the node's weight that is settled, 0..1, over the governments to whom it applies. */
  readonly coverage: Change;
}

export interface DivisionChange {
  readonly id: string;
  readonly governments: Change;
  /** Nodes that stand under the same path in both trees; the first is the total. */
  readonly nodes: readonly NodeChange[];
  readonly rank: Change;
  readonly shareOfReference: Change;
}

export interface SummaryChange {
  readonly n: Change;
  readonly mean: Change;
  readonly population: Change;
  readonly sample: Change;
  readonly lowest: Change;
  readonly highest: Change;
  readonly range: Change;
}

/** All differences over one choice of governments. */
export interface DescriptionChange {
  readonly before: Description;
  readonly after: Description;
  readonly whole: DivisionChange;
  readonly total: SummaryChange;
  readonly regions: readonly DivisionChange[];
  readonly provinces: readonly DivisionChange[];
  readonly groups: readonly DivisionChange[];
  readonly betweenProvinces: SummaryChange;
  readonly betweenRegions: SummaryChange;
}

export interface GovernmentChange {
  readonly government: string;
  readonly score: Change;
  /** Of the total, 0..1: a score can move because more or less of it is settled. */
  readonly coverage: Change;
  /** Ranks of the full editions; a negative difference is a rise. */
  readonly rank: Change;
}

export interface EditionComparison {
  /**
   * Over the governments that have a total in both editions, and node by node over those of them that have the node measured in both:
   * differences are theirs, not those of who came and went or of what one edition could not measure.
   */
  readonly matched: DescriptionChange;
  /** Each edition over its own governments: what the two publications print. */
  readonly published: DescriptionChange;
  /** Governments in `matched`. */
  readonly n: number;
  readonly leftOut: readonly LeftOut[];
  /** In the order of the later registry. */
  readonly governments: readonly GovernmentChange[];
  readonly tiers: TierComparison;
}

/**
 * Year-on-year differences of everything that `describe` knows. Nodes are matched by path and divisions by id; those that only one
 * tree or registry has are left out of the changes (they are in `before` or `after`). For trees whose leaves were
 * renamed or whose weights changed, see `comparableEditions`.
 *
 * @param rule when something is concluded.
 */
export function compareEditions(
  before: EditionScores,
  after: EditionScores,
  referenceRegion: string | null = null,
  rule?: ConclusionRule,
): EditionComparison {
  const earlier = totalsOf(before);
  const later = totalsOf(after);
  const leftOut: LeftOut[] = [];
  const both = new Set<string>();
  for (const [government, score] of later) {
    const other = earlier.get(government);
    if (other === undefined) leftOut.push({ government, reason: 'only-after' });
    else if (score !== null && other !== null) both.add(government);
    else {
      const reason =
        score === null && other === null ? 'no-score' : score === null ? 'no-score-after' : 'no-score-before';
      leftOut.push({ government, reason });
    }
  }
  for (const government of earlier.keys())
    if (!later.has(government)) leftOut.push({ government, reason: 'only-before' });
  const describeBoth = (options: DescribeOptions): DescriptionChange =>
    changeOfDescription(
      describe(before.assessment, before.governments, options),
      describe(after.assessment, after.governments, options),
    );
  const ranks = (edition: EditionScores) =>
    new Map(edition.assessment.ranking.map(({ government, rank }) => [government, rank]));
  const [coverageBefore, coverageAfter] = [coveragesOf(before), coveragesOf(after)];
  const ranksBefore = ranks(before);
  const ranksAfter = ranks(after);
  return {
    matched: describeBoth({ referenceRegion, among: both, paths: measuredInBoth(before, after) }),
    published: describeBoth({ referenceRegion, rule }),
    n: both.size,
    leftOut,
    governments: [...both].map((government) => ({
      government,
      score: changeOf(earlier.get(government), later.get(government)),
      coverage: changeOf(coverageBefore.get(government), coverageAfter.get(government)),
      rank: changeOf(ranksBefore.get(government), ranksAfter.get(government)),
    })),
    tiers: compareTiers(before.assessment.tiering, after.assessment.tiering),
  };
}

/** Paths of the nodes that both editions measure, for each government in both. */
function measuredInBoth(before: EditionScores, after: EditionScores): ReadonlyMap<string, ReadonlySet<string>> {
  const earlier = measuredNodes(before);
  return new Map(
    [...measuredNodes(after)].map(([code, paths]) => [
      code,
      new Set([...paths].filter((path) => earlier.get(code)?.has(path))),
    ]),
  );
}

/** Paths of the nodes of which each government has a figure that rests at least in part on what was seen. */
function measuredNodes({ governments, assessment }: EditionScores): ReadonlyMap<string, ReadonlySet<string>> {
  const { tree } = assessment;
  return new Map(
    membersOf(assessment, governments).map((member) => {
      const measured = tree.nodes.filter((node) => (figureOf(tree, member, node)?.coverage ?? 0) > 0);
      return [member.government.code, new Set(measured.map(({ path }) => path))];
    }),
  );
}

function coveragesOf({ assessment }: EditionScores): ReadonlyMap<string, number> {
  return new Map(assessment.scores.map((score) => [score.government, totalOf(score).coverage]));
}

/** Totals of the ranked governments by code. */
function totalsOf({ governments, assessment }: EditionScores): Map<string, number | null> {
  const scores = new Map(assessment.scores.map((score) => [score.government, totalOf(score).score]));
  return new Map(
    governments.flatMap(({ code, scored }) => (scored && scores.has(code) ? [[code, scores.get(code) ?? null]] : [])),
  );
}

function changeOfDescription(before: Description, after: Description): DescriptionChange {
  const [totalBefore] = before.whole.nodes;
  const [totalAfter] = after.whole.nodes;
  return {
    before,
    after,
    whole: changeOfDivision(before.whole, after.whole),
    total: changeOfSummary(totalBefore?.score, totalAfter?.score),
    regions: changesOf(before.regions, after.regions),
    provinces: changesOf(before.provinces, after.provinces),
    groups: changesOf(before.groups, after.groups),
    betweenProvinces: changeOfSummary(before.betweenProvinces, after.betweenProvinces),
    betweenRegions: changeOfSummary(before.betweenRegions, after.betweenRegions),
  };
}

function changesOf(before: Divisions, after: Divisions): DivisionChange[] {
  const earlier = new Map(before.divisions.map((division) => [division.id, division]));
  return after.divisions.flatMap((division) => {
    const other = earlier.get(division.id);
    return other === undefined ? [] : [changeOfDivision(other, division)];
  });
}

function changeOfDivision(before: DivisionStatistics, after: DivisionStatistics): DivisionChange {
  const earlier = new Map(before.nodes.map((node) => [node.path, node]));
  return {
    id: after.id,
    governments: changeOf(before.governments, after.governments),
    nodes: after.nodes.flatMap((node) => {
      const other = earlier.get(node.path);
      return other === undefined ? [] : [changeOfNode(other, node)];
    }),
    rank: changeOf(before.rank, after.rank),
    shareOfReference: changeOf(before.shareOfReference, after.shareOfReference),
  };
}

function changeOfNode(before: NodeStatistics, after: NodeStatistics): NodeChange {
  return {
    path: after.path,
    n: changeOf(before.score.n, after.score.n),
    mean: changeOf(before.score.mean, after.score.mean),
    rate: changeOf(before.rate, after.rate),
    population: changeOf(before.score.population, after.score.population),
    coverage: changeOf(before.coverage, after.coverage),
  };
}

function changeOfSummary(before: Summary | undefined, after: Summary | undefined): SummaryChange {
  return {
    n: changeOf(before?.n, after?.n),
    mean: changeOf(before?.mean, after?.mean),
    population: changeOf(before?.population, after?.population),
    sample: changeOf(before?.sample, after?.sample),
    lowest: changeOf(before?.lowest, after?.lowest),
    highest: changeOf(before?.highest, after?.highest),
    range: changeOf(before?.range, after?.range),
  };
}

import { findVisited, type Pack } from '../config/pack.ts';
import type { Leaf } from '../config/schema/indicators.ts';
import { type Finding, findingKey } from '../model/finding.ts';
import type { Government } from '../model/government.ts';
import type { FolderKind } from '../model/nature.ts';
import type { RunFacts } from '../model/run.ts';
import { UsageError } from '../model/usage-error.ts';
import type { AssessedState } from '../pipeline/assessment/assessed-state.ts';
import type { Probe } from '../probes/contract.ts';
import { probes } from '../probes/list.ts';
import { gainsOf } from '../report/gains.ts';
import type { Assessment } from '../scoring/assess.ts';
import { donorPools, type Estimate, estimateOf } from '../scoring/estimate.ts';
import { effectiveMarks } from '../scoring/explaining/effective-marks.ts';
import { type Standing, standingOf } from '../scoring/explaining/standing.ts';
import { assessWith, type BetterPoint, betterPoints } from '../scoring/explaining/what-if.ts';
import type { Point } from '../scoring/point.ts';
import { type MeasuredPart, readParts } from '../scoring/read-measure.ts';
import type { GovernmentScore, NodeScore } from '../scoring/score.ts';
import type { TreeNode } from '../scoring/tree.ts';
import { type Bands, bandsOf } from '../scoring/uncertainty/bands.ts';
import type { UncertainPlace, Uncertainty } from '../scoring/uncertainty/measure.ts';
import type { DrawWatch } from '../scoring/uncertainty/simulate.ts';
import type { Edition } from '../store/editions.ts';
import type { Store } from '../store/store.ts';
import { assessOpened } from './assessed-state.ts';
import { drawRanks } from './draw-uncertainty.ts';
import { evidenceOf, type FindingEvidence } from './evidence.ts';
import { findNodes, type NumberedNode, numberNodes } from './find-node.ts';
import { type FrozenState, type LiveState, openState, type StateChoice } from './state.ts';

export interface ExplainChoice extends StateChoice {
  /** Code, name or pinyin. */
  readonly government: string;
  /** Number, id or name of a node, or id of a probe; undefined: the whole tree. */
  readonly indicator?: string | undefined;
  /** Whether the interval of the rank is simulated: seconds of work. */
  readonly uncertainty: boolean;
}

/** One node of the tree for one government. */
export interface NodeRow extends NumberedNode {
  readonly score: NodeScore;
  /**
   * The full mark that it really carries: more than its own where siblings were left out, 0 where
   * it was left out itself.
   */
  readonly effective: number;
  /** What it adds to the total, or to the observed capability it belongs to; null without a rate. */
  readonly adds: number | null;
  /** Null for a node that is no leaf. */
  readonly point: Point | null;
  /** The finding that the leaf reads; null for other nodes, and where there is none. */
  readonly finding: Finding | null;
  /** Points that would be gained if the leaf alone were perfect; null for other nodes. */
  readonly gain: number | null;
}

/** A better finding, and where the government would stand with it. */
export interface WhatIf extends BetterPoint {
  /** Points by which the total rises, or the observed capability that the leaf belongs to. */
  readonly gain: number;
  readonly standing: Standing;
}

/** All that the point of one leaf rests on. */
export interface LeafExplanation {
  readonly row: NodeRow;
  readonly leaf: Leaf;
  /** From the total (or the observed capability) down to the branch. */
  readonly above: readonly NodeRow[];
  /** What the normalizer read, by part. */
  readonly parts: readonly MeasuredPart[];
  /** Null unless the point is an estimate. */
  readonly estimate: Estimate | null;
  /** Nodes that were left out beside the leaf, or beside a node above it. */
  readonly leftOut: readonly NodeRow[];
  /** Null where there is no finding. */
  readonly evidence: FindingEvidence | null;
  readonly whatIf: readonly WhatIf[];
  /** Null where the program has no such probe. */
  readonly probe: Probe | null;
}

export interface Explanation {
  readonly government: Government;
  readonly edition: Edition | null;
  /** Whether real sites or a simulation answered. */
  readonly nature: FolderKind;
  readonly run: RunFacts;
  readonly groupNames: AssessedState['groupNames'];
  readonly standing: Standing;
  /** The node of which too little is settled for a rank; null where that is not the reason. */
  readonly withheldBy: TreeNode | null;
  /** Whether it was simulated how sure ranks and tiers are. */
  readonly isSimulated: boolean;
  /** Null where nothing was simulated, and for a government without a rank. */
  readonly uncertain: UncertainPlace | null;
  /** Where bands are published instead of tiers; null where tiers stand, or nothing was simulated. */
  readonly bands: Bands | null;
  /** The whole tree; with an indicator that node, what is above it and what is below. */
  readonly rows: readonly NodeRow[];
  /** Nodes whose weight went to others. */
  readonly leftOut: readonly NodeRow[];
  /** The named node; null without an indicator, and for a probe that no leaf reads. */
  readonly named: readonly NodeRow[] | null;
  /** Leaves at or below the named node. */
  readonly leaves: readonly LeafExplanation[];
  /** The finding of a probe that no leaf reads. */
  readonly unread: FindingEvidence | null;
}

interface Work {
  readonly state: FrozenState | LiveState;
  readonly assessed: AssessedState;
  readonly pack: Pack;
  readonly government: Government;
  readonly score: GovernmentScore;
  readonly rows: readonly NodeRow[];
}

/**
 * Goes from a score back to what it rests on: for a whole government, or for one indicator.
 *
 * @param watch hears how far the simulation of ranks is
 * @throws UsageError for an unknown government, indicator, run or edition.
 */
export async function explain(
  store: Store,
  pack: Pack,
  choice: ExplainChoice,
  watch: DrawWatch = () => undefined,
): Promise<Explanation> {
  const state = await openState(store, pack, choice);
  findVisited(state.governments, choice.government, pack);
  const assessed = await assessOpened(store, pack, state);
  const drawn = choice.uncertainty ? await drawRanks(pack, assessed, watch) : null;
  return explainOpened(pack, { state, assessed, drawn }, choice);
}

/** A state that was read and scored already. */
export interface ScoredState {
  readonly state: FrozenState | LiveState;
  readonly assessed: AssessedState;
  /** Null: it was not simulated how sure ranks are. */
  readonly drawn: Uncertainty | null;
}

/**
 * The same for a state that is open already.
 *
 * @throws UsageError for an unknown government or indicator.
 */
export async function explainOpened(
  pack: Pack,
  { state, assessed, drawn }: ScoredState,
  choice: Pick<ExplainChoice, 'government' | 'indicator'>,
): Promise<Explanation> {
  const government = findVisited(state.governments, choice.government, pack);
  const { assessment } = assessed;
  const score = assessment.scores.find((item) => item.government === government.code);
  const standing = standingOf(assessment, government.code);
  if (score === undefined || standing === null) throw new UsageError(`${government.name} has no score in this state`);
  const rows = rowsOf(assessment, score, assessed.findings);
  const work: Work = { state, assessed, pack, government, score, rows };
  const { edition, nature, run, groupNames } = assessed;
  const withheldBy = assessment.tree.nodes.find(({ path }) => path === standing.withheld?.path) ?? null;
  const base = { government, edition, nature, run, groupNames, standing, withheldBy, leftOut: leftOutOf(rows) };
  const sure = {
    isSimulated: drawn !== null,
    uncertain: drawn?.governments.find((place) => place.government === government.code) ?? null,
    bands: bandsOf(assessment, drawn),
  };
  if (choice.indicator !== undefined) return { ...base, ...sure, ...(await explainNamed(work, choice.indicator)) };
  return { ...base, ...sure, rows, named: null, leaves: [], unread: null };
}

type Named = Pick<Explanation, 'rows' | 'named' | 'leaves' | 'unread'>;

async function explainNamed(work: Work, query: string): Promise<Named> {
  const { state, pack, government, assessed, rows } = work;
  const own = assessed.findings.filter((finding) => finding.government === government.code);
  const probeIds = new Set(own.map(({ probe }) => probe));
  const found = new Set(findNodes(assessed.assessment.tree, query, probeIds).map(({ node }) => node.index));
  if (found.size === 0) {
    const finding = own.find(({ probe }) => probe === query.trim().toLowerCase());
    const unread = finding === undefined ? null : await evidenceOf(state, pack, government, finding);
    return { rows: [], named: null, leaves: [], unread };
  }
  const below = rows.filter((row) => lineOf(rows, row).some(({ node }) => found.has(node.index)));
  const above = new Set([...found].flatMap((index) => lineOf(rows, rows[index]).map(({ node }) => node.index)));
  const leaves: LeafExplanation[] = [];
  for (const row of below) if (row.node.leaf !== null) leaves.push(await explainLeaf(work, row, row.node.leaf));
  return {
    rows: rows.filter((row) => above.has(row.node.index) || below.includes(row)),
    named: rows.filter(({ node }) => found.has(node.index)),
    leaves,
    unread: null,
  };
}

function rowsOf(assessment: Assessment, score: GovernmentScore, findings: readonly Finding[]): NodeRow[] {
  const { tree } = assessment;
  const marks = effectiveMarks(tree, score);
  const points = new Map(score.points.map((point) => [point.leaf, point]));
  const { measured, unknown } = gainsOf(tree, score);
  const gains = new Map([...measured, ...unknown].map(({ leaf, points: gain }) => [leaf, gain]));
  const byKey = new Map(findings.map((finding) => [findingKey(finding), finding]));
  return numberNodes(tree).flatMap(({ number, node }): NodeRow[] => {
    const own = score.nodes[node.index];
    if (own === undefined) return [];
    const { leaf, index } = node;
    const effective = marks[index] ?? 0;
    return [
      {
        ...{ number, node, score: own, effective },
        adds: own.rate === null ? null : own.rate * effective,
        point: leaf === null ? null : (points.get(leaf.id) ?? null),
        finding:
          leaf === null ? null : (byKey.get(findingKey({ government: score.government, probe: leaf.finding })) ?? null),
        gain: leaf === null ? null : (gains.get(leaf.id) ?? 0),
      },
    ];
  });
}

/** A row with the rows above it, the top first. */
function lineOf(rows: readonly NodeRow[], row: NodeRow | undefined): NodeRow[] {
  if (row === undefined) return [];
  const { parent } = row.node;
  return parent === null ? [row] : [...lineOf(rows, rows[parent]), row];
}

/** Nodes without a rate below one that has a rate: their weight went to their siblings. */
function leftOutOf(rows: readonly NodeRow[]): NodeRow[] {
  return rows.filter(({ node, score }) => {
    const parent = node.parent === null ? undefined : rows[node.parent];
    return score.state !== 'scored' && parent?.score.state === 'scored';
  });
}

async function explainLeaf(work: Work, row: NodeRow, leaf: Leaf): Promise<LeafExplanation> {
  const { state, pack, government, assessed, rows } = work;
  const { finding, point } = row;
  const above = lineOf(rows, row).slice(0, -1);
  const line = new Set(above.map(({ node }) => node.index));
  const value = finding?.state === 'present' ? finding.value : null;
  const parts = finding?.state === 'present' ? readParts(leaf.normalizer, value, assessed.run.started) : [];
  return {
    row,
    leaf,
    above,
    parts,
    estimate: point?.rule === 'estimated' ? estimateSource(work, point) : null,
    leftOut: leftOutOf(rows).filter(({ node }) => node.parent !== null && line.has(node.parent)),
    evidence: finding === null ? null : await evidenceOf(state, pack, government, finding),
    whatIf: point === null ? [] : whatIfs(work, above[0] ?? row, point, betterPoints(leaf.normalizer, point, parts)),
    probe: probes.find(({ id }) => id === leaf.finding) ?? null,
  };
}

/** Null for a leaf of which nobody knows anything. */
function estimateSource({ assessed: { assessment, governments }, government }: Work, point: Point): Estimate | null {
  const points = new Map(assessment.scores.map((score) => [score.government, score.points]));
  const { source } = assessment.tree;
  const agreeing = donorPools(source, governments, points)
    .get(point.leaf)
    ?.agreeing(government.scored ? government.group : '', point);
  return agreeing === undefined ? null : estimateOf(point, agreeing, source.estimates['not-found'] ?? null);
}

/** @param top the row whose score the leaf enters */
function whatIfs(
  { assessed: { assessment, governments }, government: { code }, score }: Work,
  top: NodeRow,
  point: Point,
  better: readonly BetterPoint[],
): WhatIf[] {
  return better.flatMap((one): WhatIf[] => {
    const worth = { point: one.point, low: one.point, high: one.point };
    const settled: Point = { ...point, ...worth, state: 'present', reason: null, rule: 'boolean', carriedDays: null };
    const own = score.points.map((other) => (other.leaf === point.leaf ? settled : other));
    const then = assessWith(assessment, governments, new Map([[code, own]]));
    const marks = then.scores.find(({ government }) => government === code)?.nodes[top.node.index]?.score ?? 0;
    const standing = standingOf(then, code);
    return standing === null ? [] : [{ ...one, gain: marks - (top.score.score ?? 0), standing }];
  });
}

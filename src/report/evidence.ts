import type { Evidence, Finding, FindingReview, Obstacle } from '../model/finding.ts';
import { findingKey } from '../model/finding.ts';
import type { StaleFinding } from '../model/judged-finding.ts';
import { dayIn } from '../model/time.ts';
import type { Point } from '../scoring/point.ts';
import type { TreeNode } from '../scoring/tree.ts';
import type { ReportInput } from './input.ts';
import { type Messages, wordFor } from './messages.ts';
import { decimals, excerpt, percent } from './text.ts';
import { describeValue } from './values/describe.ts';
import type { RankingRow, View } from './view.ts';

/**
 * A row of a government's sheet: a leaf with its point, the reason and the sources. Texts are not
 * escaped.
 */
export interface EvidenceRow {
  readonly name: string;
  readonly probe: string;
  readonly state: Point['state'];
  readonly stateWord: string;
  /** `0.85`, or a dash where the leaf does not enter the score. */
  readonly point: string;
  /** Reason, rule for unknowns, confidence and probe version, where they matter. */
  readonly remarks: readonly string[];
  /** The measured value as a sentence; null if it says nothing. */
  readonly value: string | null;
  readonly evidence: readonly Evidence[];
  /** For an unknown finding: its obstacles, most important first. */
  readonly obstacles: readonly Obstacle[];
  /** The decision of a person on the finding; null where nobody reviewed it. */
  readonly review: FindingReview | null;
}

export interface EvidenceSheet {
  readonly nodes: readonly TreeNode[];
  readonly rows: readonly EvidenceRow[];
  /** Names of leaves without a probe. */
  readonly withoutProbe: readonly string[];
}

export type FindingIndex = ReadonlyMap<string, Finding>;

/** Findings by `findingKey`. */
export function indexFindings(input: ReportInput): FindingIndex {
  return new Map(input.findings.map((finding) => [findingKey(finding), finding]));
}

/** Points and evidence of one government. */
export function evidenceSheet(
  input: ReportInput,
  view: View,
  row: RankingRow,
  findings: FindingIndex,
  messages: Messages,
): EvidenceSheet {
  const { nodes } = input.assessment.tree;
  const points = new Map(row.score.points.map((point) => [point.leaf, point]));
  const stale = new Map(
    (input.stale ?? [])
      .filter(({ finding }) => finding.government === row.government.code)
      .map((item) => [item.finding.probe, item]),
  );
  const rows = nodes.flatMap((node): EvidenceRow[] => {
    const point = node.leaf === null ? undefined : points.get(node.leaf.id);
    if (point === undefined || view.withoutProbe.has(point.leaf)) return [];
    const finding = findings.get(findingKey({ government: row.government.code, probe: point.finding }));
    return [
      {
        name: node.name,
        probe: point.finding,
        state: point.state,
        stateWord: messages.states[point.state],
        point: point.point === null ? messages.noscore : decimals(point.point, 2),
        remarks: [
          ...remarksOf(point, finding, input.timeZone, messages),
          ...staleRemark(stale.get(point.finding), input.timeZone, messages),
        ],
        // What a person decided stands in the review and was not measured.
        value:
          finding?.review?.status === 'applied' ? null : describeValue(point.finding, finding?.value ?? null, messages),
        evidence: finding?.evidence ?? [],
        obstacles: finding?.obstacles ?? [],
        review: finding?.review ?? null,
      },
    ];
  });
  return {
    nodes: nodes.filter(({ level }) => level === 'capability' || level === 'branch'),
    rows,
    withoutProbe: nodes.flatMap(({ id, name }) => (view.withoutProbe.has(id) ? [name] : [])),
  };
}

/** The last known finding, with its date so that it is not taken for a current one. */
function staleRemark(item: StaleFinding | undefined, zone: string, messages: Messages): string[] {
  if (item === undefined) return [];
  const { finding, measured, ageDays } = item;
  return [messages.rules.stale(messages.states[finding.state], dayIn(measured, zone), decimals(ageDays, 0))];
}

function remarksOf(point: Point, finding: Finding | undefined, zone: string, messages: Messages): string[] {
  const { rules, city } = messages;
  const remarks: string[] = [];
  if (point.reason !== null) remarks.push(excerpt(wordFor(messages.reasons, point.reason), 120));
  if (point.rule === 'carried-forward') remarks.push(rules['carried-forward'](decimals(point.carriedDays ?? 0, 0)));
  else if (point.rule === 'estimated') remarks.push(rules.estimated(decimals(point.low, 2), decimals(point.high, 2)));
  else if (point.rule === 'left-out' || point.rule === 'zero') remarks.push(rules[point.rule]);
  if (finding?.review !== undefined) {
    const { status, who, when } = finding.review;
    const { remark, staleRemark: stale } = messages.reviews;
    remarks.push((status === 'applied' ? remark : stale)(who, dayIn(when, zone)));
  }
  if (finding !== undefined) {
    // The confidence of a review is no measured share and is not printed as one.
    const isMeasured = finding.state !== 'unknown' && finding.review?.status !== 'applied';
    if (isMeasured) remarks.push(city.confidence(percent(finding.confidence, 0)));
    remarks.push(city.version(String(finding.version)));
  }
  return remarks;
}

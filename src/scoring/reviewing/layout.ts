import type { ReviewRule, UncertaintySettings } from '../../config/schema/analysis.ts';
import { type Finding, findingKey } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import type { Assessment } from '../assess.ts';
import { isMeasured } from '../point.ts';
import { type Prepared, prepare } from '../uncertainty/prepare.ts';
import { sharedCauses } from './cause.ts';
import { type ErrorRates, learnNotFound, learnRates } from './learn.ts';
import { type Surprise, surprises } from './suspicion.ts';

/** How a finding of the queue is in doubt. */
export type DoubtKind = 'open' | 'shared' | 'own';

/** An uncertain point of a finding. */
export interface UncertainPoint {
  /** Place in `Prepared.open`, or in `Prepared.doubtful`. */
  readonly index: number;
  readonly isOpen: boolean;
  /** Place among the governments and among the leaves. */
  readonly row: number;
  readonly column: number;
  /** Place in the list of points, by leaf and then by government. */
  readonly place: number;
  readonly finding: Finding;
  /** Probability of its own error, apart from one that it shares; 1 where it is open. */
  readonly own: number;
}

/** What one review can settle: a single finding, or the claim that many findings share. */
export interface Entry {
  /** `finding 510100 smart-search`, or `cause` and the name of the cause. */
  readonly id: string;
  readonly kind: DoubtKind;
  /** Members in the order of their keys; of a single finding one. */
  readonly findings: readonly Finding[];
  readonly points: readonly UncertainPoint[];
  /** Probability that the claim is wrong; 1 where nothing is claimed. */
  readonly chance: number;
  /** How unusual it is that the findings of a cause are so alike; null for a single finding. */
  readonly surprise: Surprise | null;
}

/** Uncertain points, and the reviews that could settle them. */
export interface Layout {
  readonly prepared: Prepared;
  readonly points: readonly UncertainPoint[];
  readonly entries: readonly Entry[];
}

export interface LayoutInput {
  readonly assessment: Assessment;
  readonly governments: readonly Government[];
  /** With reviews laid over them. */
  readonly findings: readonly Finding[];
  readonly uncertainty: UncertaintySettings;
  readonly rule: ReviewRule;
  /** Names of causes that a person has decided on. */
  readonly settledCauses: ReadonlySet<string>;
  /** What reviews have shown so far. */
  readonly rates?: ErrorRates | undefined;
}

/**
 * Lays out what is in doubt. A finding in doubt is an entry of its own; findings that share a cause
 * are one more entry together, which stands for the part of their doubt that they have in common.
 * Findings that a person has decided on are none.
 */
export function layOutDoubts(input: LayoutInput): Layout {
  const { assessment, governments, findings, uncertainty, rule, settledCauses } = input;
  const rates = input.rates ?? learnRates([], rule);
  const laidOut = prepare(assessment, governments, findings, uncertainty);
  const prepared = { ...laidOut, notFound: learnNotFound(laidOut.notFound, findings) };
  const columns = assessment.tree.nodes.flatMap(({ leaf, counted }) => (leaf !== null && counted ? [leaf] : []));
  const byKey = new Map(findings.map((finding) => [findingKey(finding), finding]));
  const size = prepared.governments.length;
  const causes = sharedCauses(findings.filter(isUndecided));
  const points: UncertainPoint[] = [];
  const add = (at: number, index: number, isOpen: boolean, doubt: number): void => {
    const [row, column] = [Math.floor(at / prepared.leafCount), at % prepared.leafCount];
    const code = prepared.governments[row] ?? '';
    const finding = byKey.get(findingKey({ government: code, probe: columns[column]?.finding ?? '' }));
    if (finding === undefined) return;
    const own = isOpen ? 1 : Math.min(0.99, doubt * rates.own(finding));
    points.push({ index, isOpen, row, column, place: column * size + row, finding, own });
  };
  for (const [index, { at }] of prepared.open.entries()) add(at, index, true, 1);
  for (const [index, { at }] of prepared.doubtful.entries())
    add(at, index, false, (prepared.doubts[index] ?? 0) / 2 ** 32);
  const ofFinding = Map.groupBy(points, ({ finding }) => findingKey(finding));
  const single = [...ofFinding].flatMap(([key, own]): Entry[] => {
    const [first] = own;
    if (first === undefined || !isUndecided(first.finding)) return [];
    const isOpen = own.some((point) => point.isOpen);
    const chance = Math.max(...own.map((point) => point.own));
    return [
      {
        id: `finding ${key}`,
        kind: isOpen ? 'open' : 'own',
        findings: [first.finding],
        points: own,
        chance,
        surprise: null,
      },
    ];
  });
  const open = new Map([...causes].filter(([cause]) => !settledCauses.has(cause)));
  const surprising = surprises(open, findings, settledPoints(assessment));
  const chances = rates.shared(surprising);
  const shared = [...open].flatMap(([cause, members]): Entry[] => {
    const own = members.flatMap((finding) => ofFinding.get(findingKey(finding)) ?? []).filter(({ isOpen }) => !isOpen);
    if (own.length === 0) return [];
    return [
      {
        id: `cause ${cause}`,
        kind: 'shared',
        findings: members,
        points: own,
        chance: Math.min(0.99, chances.get(cause) ?? 0),
        surprise: surprising.get(cause) ?? null,
      },
    ];
  });
  return { prepared, points, entries: [...shared, ...single] };
}

/** Points of settled findings, by `government probe`. */
function settledPoints({ scores }: Assessment): ReadonlyMap<string, number> {
  return new Map(
    scores.flatMap(({ government, points }) =>
      points.flatMap((point) =>
        point.point !== null && isMeasured(point)
          ? [[findingKey({ government, probe: point.finding }), point.point] as const]
          : [],
      ),
    ),
  );
}

/** Whether no person's decision counts for it. */
function isUndecided({ review }: Finding): boolean {
  return review?.status !== 'applied';
}

import type { CompiledKnowledge } from '../../config/knowledge.ts';
import type { Calibration } from '../../config/schema/calibration.ts';
import type { IndicatorTree } from '../../config/schema/indicators.ts';
import type { Capture } from '../../model/capture.ts';
import { type Finding, findingSchema, unknownFinding } from '../../model/finding.ts';
import type { Government, SiteKind } from '../../model/government.ts';
import type { Probe, Verdict } from '../../probes/contract.ts';
import type { Page } from '../../reading/page.ts';
import { makeView, seenBy, type VisitView } from '../../reading/seen.ts';
import { calibrated } from '../../scoring/calibration/apply.ts';
import { proveAbsence } from './prove-absence.ts';

export interface JudgeInput {
  readonly government: Government;
  readonly entries: readonly { readonly capture: Capture; readonly page: Page | null }[];
  readonly unread: Readonly<Partial<Record<SiteKind, readonly string[]>>>;
  readonly probes: readonly Probe[];
  readonly tree: IndicatorTree;
  readonly knowledge: CompiledKnowledge;
  /** Measured confidence; null: findings state the strength that their probe gives. */
  readonly calibration: Calibration | null;
}

/** Something the judge could not do; goes to the log, never into a finding. */
export interface JudgeProblem {
  readonly probe: string;
  readonly error: unknown;
}

/** Ids of the findings that the leaves of a tree ask for, in the tree's order. */
function wantedFindings(tree: IndicatorTree): string[] {
  return tree.capabilities.flatMap((capability) =>
    capability.indicators.flatMap((branch) => branch.indicators.map((leaf) => leaf.finding)),
  );
}

/**
 * The finding that a verdict makes: stamped with the government and with the probe that said so.
 * Throws when the verdict breaks the schema of findings or, where present, that of the probe's
 * value.
 */
export function findingOf(probe: Probe, government: string, verdict: Verdict<unknown>): Finding {
  const stamp = { government, probe: probe.id, version: probe.version, evidence: verdict.evidence };
  switch (verdict.state) {
    case 'present':
      probe.value.parse(verdict.value);
      return findingSchema.parse({ ...verdict, ...stamp });
    case 'absent': {
      const { state, value, confidence } = verdict;
      return findingSchema.parse({ ...stamp, state, value, confidence, reason: null });
    }
    case 'unknown': {
      const { state, obstacles } = verdict;
      return findingSchema.parse({
        ...stamp,
        state,
        value: null,
        confidence: 0,
        reason: obstacles[0].reason,
        obstacles,
      });
    }
    default: {
      const { state, why } = verdict;
      return findingSchema.parse({ ...stamp, state, value: null, confidence: 1, reason: why });
    }
  }
}

/**
 * Judges one visit: every probe on its captures, and `unknown: no-probe` for each leaf that no
 * probe feeds. A probe that throws, or whose finding breaks its own schema, yields `unknown:
 * probe-error` and takes no other down. Findings are ordered by probe id.
 *
 * @param view of the same captures, where there is one already
 */
export function judge(
  input: JudgeInput,
  view: VisitView = makeView(input),
): { findings: Finding[]; problems: JudgeProblem[] } {
  const { findings: judged, problems } = judgeView(view, input.probes);
  const findings = new Map(judged.map((finding) => [finding.probe, calibrated(finding, input.calibration)]));
  for (const wanted of wantedFindings(input.tree)) {
    if (!findings.has(wanted)) findings.set(wanted, unknownFinding(input.government.code, wanted, 0, 'no-probe'));
  }
  return { findings: [...findings.values()].sort((a, b) => (a.probe < b.probe ? -1 : 1)), problems };
}

interface Judgement {
  readonly finding: Finding;
  readonly problem: JudgeProblem | null;
}

/** By view and probe: the last round of exploring and the end of a visit judge the same. */
const judgements = new WeakMap<VisitView, Map<Probe, Judgement>>();

/** What the probes make of a visit, in their order; the leaves that no probe feeds are left out. */
export function judgeView(
  view: VisitView,
  probes: readonly Probe[],
): { findings: Finding[]; problems: JudgeProblem[] } {
  const known = judgements.get(view) ?? new Map<Probe, Judgement>();
  judgements.set(view, known);
  const judged = probes.map((probe) => {
    const judgement = known.get(probe) ?? judgementOf(probe, view);
    known.set(probe, judgement);
    return judgement;
  });
  return {
    findings: judged.map(({ finding }) => finding),
    problems: judged.flatMap(({ problem }) => (problem === null ? [] : [problem])),
  };
}

function judgementOf(probe: Probe, view: VisitView): Judgement {
  const { code } = view.government;
  try {
    const seen = seenBy(probe, view);
    const { verdict, routes } = proveAbsence(probe, seen, probe.judge(seen));
    const finding = findingOf(probe, code, verdict);
    return { finding: routes.length === 0 ? finding : { ...finding, routes: [...routes] }, problem: null };
  } catch (error) {
    const finding = unknownFinding(code, probe.id, probe.version, 'probe-error');
    return { finding, problem: { probe: probe.id, error } };
  }
}

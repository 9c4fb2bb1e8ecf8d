import type { CompiledKnowledge } from '../config/knowledge.ts';
import type { IndicatorTree } from '../config/schema/indicators.ts';
import type { Capture } from '../model/capture.ts';
import { type Finding, findingSchema, unknownFinding } from '../model/finding.ts';
import type { Government, SiteKind } from '../model/government.ts';
import type { Probe } from '../probes/contract.ts';
import type { Page } from '../reading/page.ts';
import { makeView, seenBy } from '../reading/seen.ts';

export interface JudgeInput {
  readonly government: Government;
  readonly entries: readonly { readonly capture: Capture; readonly page: Page | null }[];
  readonly unread: Readonly<Partial<Record<SiteKind, readonly string[]>>>;
  readonly probes: readonly Probe[];
  readonly tree: IndicatorTree;
  readonly knowledge: CompiledKnowledge;
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
 * Judges one visit: every probe on its captures, and `unknown: no-probe` for each leaf that no probe feeds. A probe that throws, or
 * whose finding breaks its own schema, yields `unknown: probe-error` and takes no other down. Findings are ordered by probe id.
 */
export function judge(input: JudgeInput): { findings: Finding[]; problems: JudgeProblem[] } {
  const problems: JudgeProblem[] = [];
  const findings = new Map<string, Finding>();
  const { code } = input.government;
  const view = makeView(input);
  for (const probe of input.probes) {
    try {
      const finding = findingSchema.parse(probe.judge(seenBy(probe, view)));
      if (finding.state === 'present' && finding.value !== null) probe.value.parse(finding.value);
      findings.set(probe.id, { ...finding, government: code, probe: probe.id, version: probe.version });
    } catch (error) {
      problems.push({ probe: probe.id, error });
      findings.set(probe.id, unknownFinding(code, probe.id, probe.version, 'probe-error'));
    }
  }
  for (const wanted of wantedFindings(input.tree)) {
    if (!findings.has(wanted)) findings.set(wanted, unknownFinding(code, wanted, 0, 'no-probe'));
  }
  return { findings: [...findings.values()].sort((a, b) => (a.probe < b.probe ? -1 : 1)), problems };
}

import type { Finding } from '../model/finding.ts';
import type { Government } from '../model/government.ts';

/** Findings of one government by probe id. */
export type FindingsByProbe = ReadonlyMap<string, Finding>;

/** `left-out`: the condition does not apply to this government. */
export type Answer = 'yes' | 'no' | 'unknown' | 'left-out';

/** What is true or not of every government, and over whom its share is taken. */
export interface Condition {
  readonly id: string;
  /** In the reader's language. */
  readonly text: string;
  /** Probes whose findings the answer rests on. */
  readonly probes: readonly string[];
  /**
   * - `all`: every government, unknown ones included (they count as not yes: the share is a lower bound, and `unknown` says by
   *   how much it may be too low);
   * - `assessable`: only those with a yes or a no. The published 2023 report does so for the smart items (332 / 336).
   */
  readonly base: 'all' | 'assessable';
  readonly answer: (findings: FindingsByProbe) => Answer;
}

export interface Share {
  /** Id of the group; null for all governments together. */
  readonly group: string | null;
  readonly numerator: number;
  readonly denominator: number;
  /** numerator / denominator; null when nobody is in the denominator. */
  readonly share: number | null;
  readonly yes: number;
  readonly no: number;
  readonly unknown: number;
  readonly leftOut: number;
}

export interface Adoption {
  /** Id of the condition. */
  readonly statement: string;
  /** The condition in the reader's language. */
  readonly text: string;
  readonly probes: readonly string[];
  readonly base: Condition['base'];
  /** Over all scored governments. */
  readonly overall: Share;
  /** One per group in order of first appearance in the registry; groups of governments that are not scored too. */
  readonly groups: readonly Share[];
}

/**
 * Counts every condition over the scored governments, and over each group. A government that is also an observed platform may be listed
 * once for each group it is in; its findings count in both. Linear in governments and findings.
 */
export function measureAdoption(
  conditions: readonly Condition[],
  governments: readonly Government[],
  findings: readonly Finding[],
): Adoption[] {
  const byGovernment = new Map<string, Map<string, Finding>>(governments.map(({ code }) => [code, new Map()]));
  for (const finding of findings) byGovernment.get(finding.government)?.set(finding.probe, finding);
  return conditions.map((condition) => {
    const overall = new Counter();
    const groups = new Map<string, Counter>();
    for (const government of governments) {
      const answer = condition.answer(byGovernment.get(government.code) ?? new Map());
      if (government.scored) overall.add(answer);
      if (government.group === '') continue;
      const group = groups.get(government.group) ?? new Counter();
      groups.set(government.group, group);
      group.add(answer);
    }
    return {
      statement: condition.id,
      text: condition.text,
      probes: condition.probes,
      base: condition.base,
      overall: overall.share(null, condition.base),
      groups: [...groups].map(([group, counter]) => counter.share(group, condition.base)),
    };
  });
}

class Counter {
  readonly #counts: Record<Answer, number> = { yes: 0, no: 0, unknown: 0, 'left-out': 0 };

  add(answer: Answer): void {
    this.#counts[answer] += 1;
  }

  share(group: string | null, base: Condition['base']): Share {
    const { yes, no, unknown, 'left-out': leftOut } = this.#counts;
    const denominator = yes + no + (base === 'all' ? unknown : 0);
    return {
      group,
      numerator: yes,
      denominator,
      share: denominator === 0 ? null : yes / denominator,
      yes,
      no,
      unknown,
      leftOut,
    };
  }
}

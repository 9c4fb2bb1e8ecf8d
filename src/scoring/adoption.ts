import { z } from 'zod';
import type { Finding } from '../model/finding.ts';
import type { Government } from '../model/government.ts';
import type { Immutable } from '../model/immutable.ts';
import { countSchema, shareSchema } from '../model/number-schemas.ts';

/** Findings of one government by probe id. */
export type FindingsByProbe = ReadonlyMap<string, Finding>;

/** `left-out`: the condition does not apply to this government. */
export type Answer = 'yes' | 'no' | 'unknown' | 'left-out';

/**
 * - `all`: every government, unknown ones included (they count as not yes: the share is a lower
 * bound, and `unknown` says by
 *   how much it may be too low);
 * - `assessable`: only those with a yes or a no. The published 2023 report does so for the smart
 * items (332 / 336).
 */
const baseSchema = z.enum(['all', 'assessable']);

/** What is true or not of every government, and over whom its share is taken. */
export interface Condition {
  readonly id: string;
  /** In the reader's language. */
  readonly text: string;
  /** Probes whose findings the answer rests on. */
  readonly probes: readonly string[];
  readonly base: z.infer<typeof baseSchema>;
  readonly answer: (findings: FindingsByProbe) => Answer;
}

export const adoptionShareSchema = z.object({
  /** Id of the group; null for all governments together. */
  group: z.string().nullable(),
  numerator: countSchema,
  denominator: countSchema,
  /** numerator / denominator; null when nobody is in the denominator. */
  share: shareSchema.nullable(),
  yes: countSchema,
  no: countSchema,
  unknown: countSchema,
  leftOut: countSchema,
});
export type Share = Immutable<z.infer<typeof adoptionShareSchema>>;

const codesSchema = z.array(z.string());
const answeredSchema = z.object({
  yes: codesSchema,
  no: codesSchema,
  unknown: codesSchema,
  'left-out': codesSchema,
});

/** Codes of the governments behind the counts by answer, in the order of the registry. */
export const adoptionListsSchema = z.object({ scored: answeredSchema, observed: answeredSchema });
export type AdoptionLists = Immutable<z.infer<typeof adoptionListsSchema>>;

export const adoptionSchema = z.object({
  /** Id of the condition. */
  statement: z.string(),
  /** The condition in the reader's language. */
  text: z.string(),
  probes: z.array(z.string()),
  base: baseSchema,
  /** Over all scored governments. */
  overall: adoptionShareSchema,
  /**
   * One per group in order of first appearance in the registry; groups of governments that are not
   * scored too.
   */
  groups: z.array(adoptionShareSchema),
  /** Who is counted where; missing in editions that were frozen before lists were kept. */
  lists: adoptionListsSchema.optional(),
});
export type Adoption = Immutable<z.infer<typeof adoptionSchema>>;

/**
 * What a share lies between: from all unknown governments saying no to all of them saying yes. Null
 * if nobody is concerned.
 */
export function boundsOfShare({ yes, no, unknown }: Share): { readonly low: number; readonly high: number } | null {
  const concerned = yes + no + unknown;
  return concerned === 0 ? null : { low: yes / concerned, high: (yes + unknown) / concerned };
}

/**
 * Counts every condition over the scored governments, and over each group. A government that is
 * also an observed platform may be listed once for each group it is in; its findings count in both.
 * Linear in governments and findings.
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
    const lists = { scored: emptyLists(), observed: emptyLists() };
    for (const government of governments) {
      const answer = condition.answer(byGovernment.get(government.code) ?? new Map());
      if (government.scored) overall.add(answer);
      lists[government.scored ? 'scored' : 'observed'][answer].push(government.code);
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
      lists,
    };
  });
}

function emptyLists(): Record<Answer, string[]> {
  return { yes: [], no: [], unknown: [], 'left-out': [] };
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

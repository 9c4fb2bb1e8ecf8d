import type { ConditionDefinition } from '../../config/schema/statements.ts';
import type { Finding } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import type { FindingsByProbe } from '../adoption.ts';
import { compileCondition } from '../statements/conditions.ts';

/** Governments and findings of one edition. */
export interface EditionFindings {
  readonly governments: readonly Government[];
  readonly findings: readonly Finding[];
}

/** One condition in two editions, over the scored governments that have a yes or a no in both. */
export interface AdoptionChange {
  readonly statement: string;
  /** Id of the group in the later edition; null for all scored governments. */
  readonly group: string | null;
  /** Governments with an answer in both editions. */
  readonly n: number;
  /** Of them, those with a yes in each. */
  readonly before: number;
  readonly after: number;
}

/**
 * How many of the same governments met each condition in two editions. Those that are unknown in one
 * of them are left out of both, so that the difference is never one of what could be seen.
 */
export function compareAdoption(
  conditions: readonly ConditionDefinition[],
  before: EditionFindings,
  after: EditionFindings,
): AdoptionChange[] {
  const earlier = byGovernment(before.findings);
  const later = byGovernment(after.findings);
  const known = new Set(before.governments.flatMap(({ code, scored }) => (scored ? [code] : [])));
  const both = after.governments.filter(({ code, scored }) => scored && known.has(code));
  return conditions.flatMap((definition) => {
    const { id, answer } = compileCondition(definition);
    const pairs = both.flatMap(({ code, group }) => {
      const answers = [earlier, later].map((findings) => answer(findings.get(code) ?? new Map()));
      return answers.every((one) => one === 'yes' || one === 'no')
        ? [{ group, before: answers[0] === 'yes', after: answers[1] === 'yes' }]
        : [];
    });
    const count = (group: string | null, list: typeof pairs): AdoptionChange => ({
      ...{ statement: id, group, n: list.length },
      before: list.filter((pair) => pair.before).length,
      after: list.filter((pair) => pair.after).length,
    });
    const groups = Map.groupBy(pairs, ({ group }) => group);
    return [count(null, pairs), ...[...groups].map(([group, list]) => count(group, list))];
  });
}

function byGovernment(findings: readonly Finding[]): ReadonlyMap<string, FindingsByProbe> {
  return new Map(
    [...Map.groupBy(findings, ({ government }) => government)].map(([code, own]) => [
      code,
      new Map(own.map((finding) => [finding.probe, finding])),
    ]),
  );
}

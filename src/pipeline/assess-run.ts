import type { Pack } from '../config/pack.ts';
import type { Finding } from '../model/finding.ts';
import type { Government } from '../model/government.ts';
import { type Adoption, measureAdoption } from '../scoring/adoption.ts';
import { type Assessment, assess } from '../scoring/assess.ts';
import { adoptionStatements } from '../scoring/statements.ts';
import { type LastKnown, normalize } from './normalize.ts';

/**
 * From findings to scores: every government's points, then scores, ranks, tiers and adoption shares. Pure.
 *
 * @param lastKnown what was known before, by government and probe; only leaves whose rule carries forward make use of it.
 */
export function assessFindings(
  pack: Pack,
  governments: readonly Government[],
  findings: readonly Finding[],
  lastKnown: ReadonlyMap<string, ReadonlyMap<string, LastKnown>> = new Map(),
): { assessment: Assessment; adoption: Adoption[] } {
  const byGovernment = new Map<string, Finding[]>(governments.map(({ code }) => [code, []]));
  for (const finding of findings) byGovernment.get(finding.government)?.push(finding);
  const points = new Map(
    [...byGovernment].map(([code, items]) => [code, normalize(pack.tree, items, lastKnown.get(code))]),
  );
  return {
    assessment: assess(pack.tree, governments, points),
    adoption: measureAdoption(adoptionStatements, governments, findings),
  };
}

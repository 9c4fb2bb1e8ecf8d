import type { Pack } from '../../config/pack.ts';
import type { Finding } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import type { Adoption } from '../../scoring/adoption.ts';
import { type Assessment, assess } from '../../scoring/assess.ts';
import { conclusionRule } from '../../scoring/descriptive/conclusion.ts';
import { type EditionFacts, factsOf } from '../../scoring/statements/facts.ts';
import { type LastKnown, normalize } from './normalize.ts';

/**
 * From findings to scores: every government's points, then scores, ranks, tiers, and the facts that
 * statements are made of. Pure.
 *
 * @param lastKnown what was known before, by government and probe; only leaves whose rule carries
 *   forward make use of it.
 * @param day ISO day or moment at which the run began: ages are counted from it. Null: freshness
 *   is unknown.
 */
export function assessFindings(
  pack: Pack,
  governments: readonly Government[],
  findings: readonly Finding[],
  lastKnown: ReadonlyMap<string, ReadonlyMap<string, LastKnown>> = new Map(),
  day: string | null = null,
): { assessment: Assessment; adoption: readonly Adoption[]; facts: EditionFacts } {
  const byGovernment = new Map<string, Finding[]>(governments.map(({ code }) => [code, []]));
  for (const finding of findings) byGovernment.get(finding.government)?.push(finding);
  const points = new Map(
    [...byGovernment].map(([code, items]) => [code, normalize(pack.tree, items, lastKnown.get(code), day)]),
  );
  const assessment = assess(pack.tree, governments, points);
  const edition = { governments: withObserved(pack, governments), findings, assessment };
  const reference = pack.meta.regions.find((region) => region.reference)?.id ?? null;
  const facts = factsOf(pack.statements?.conditions ?? [], edition, reference, conclusionRule(pack.analysis.bulletin));
  return { assessment, adoption: facts.adoption, facts };
}

/**
 * A government that is also an observed platform was visited once; it is listed for both of its
 * groups.
 */
export function withObserved(pack: Pack, governments: readonly Government[]): Government[] {
  const scored = new Set(governments.flatMap((government) => (government.scored ? [government.code] : [])));
  return [...governments, ...pack.observed.filter(({ code }) => scored.has(code))];
}

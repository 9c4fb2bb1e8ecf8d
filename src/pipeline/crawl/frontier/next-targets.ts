import type { CompiledKnowledge } from '../../../config/knowledge.ts';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import type { Probe } from '../../../probes/contract.ts';
import type { VisitView } from '../../../reading/seen.ts';
import { judgeView } from '../../judging/judge.ts';
import { ask } from './ask.ts';
import { explore, isFound, isPartial } from './explore.ts';
import { inspections } from './inspections.ts';
import type { Target } from './target.ts';
import type { Visit } from './visit.ts';
import { forgetView, viewOf } from './visit-view.ts';

/** What decides how a visit goes on when all that it knew of has been fetched. */
export interface NextDeps {
  readonly probes: readonly Probe[];
  readonly knowledge: CompiledKnowledge;
  readonly settings: CrawlSettings;
  readonly hasBrowser: boolean;
}

/**
 * Targets for a visit that has nothing left to fetch: the probes' questions, then unread columns
 * for what is still undecided, then an inspection. Empty when the visit is complete.
 */
export function nextTargets(deps: NextDeps, visit: Visit): readonly Target[] {
  // All look at the same captures, so what one works out of them serves the others and the last judgement too.
  const seen = (): VisitView => viewOf(visit, deps.knowledge);
  for (const next of [ask, exploration, inspections]) {
    const targets = next(deps, seen, visit).filter((item) => !visit.knows(item));
    if (targets.length === 0) continue;
    forgetView(visit);
    return targets;
  }
  return [];
}

/**
 * Judges what was seen so far, and explores for what is undecided. A probe that has found its thing
 * is not asked again: what is explored for the others takes nothing away from it.
 */
function exploration(deps: NextDeps, seen: () => VisitView, visit: Visit): readonly Target[] {
  const open = deps.probes.filter(({ id }) => !visit.isSettled(id));
  if (open.length === 0) return [];
  const view = seen();
  const { findings } = judgeView(view, open);
  for (const finding of findings) if (isFound(finding) && !isPartial(finding)) visit.settleProbe(finding.probe);
  return explore(visit, { view, findings }, deps);
}

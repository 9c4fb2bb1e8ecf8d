import type { Obstacle } from '../../model/finding.ts';
import type { Probe, Verdict } from '../../probes/contract.ts';
import { obstaclesTo, type RouteName, routesTried } from '../../probes/shared/absence.ts';
import { homesSeen } from '../../probes/shared/verdicts.ts';
import type { Seen } from '../../reading/coverage.ts';

const mostObstacles = 12;

/** A verdict that keeps the promise of `absent`, and the ways that were tried where it says so. */
export interface Proved<Value> {
  readonly verdict: Verdict<Value>;
  readonly routes: readonly RouteName[];
}

/**
 * Holds a verdict to what `absent` promises, for all probes alike: unless the thing's own place
 * says that there is none, every column that could hold it was read and every way was tried;
 * otherwise it is unknown, and names all that stands in the way. An unknown verdict is told what
 * else would have to be read.
 */
export function proveAbsence<Value>(probe: Probe, seen: Seen, verdict: Verdict<Value>): Proved<Value> {
  if (verdict.state !== 'absent' && verdict.state !== 'unknown') return { verdict, routes: [] };
  if (verdict.state === 'absent' && verdict.stated === true) return { verdict, routes: ['content'] };
  const sites = probe.absentFrom ?? probe.sites;
  const more = obstaclesTo(seen, sites, probe.seeks, probe.things);
  const known = verdict.state === 'unknown' ? verdict.obstacles : [];
  const [first, ...rest] = distinct([...known, ...more]);
  if (first === undefined)
    return { verdict: withEvidence(verdict, seen), routes: routesTried(seen, sites, probe.seeks) };
  const obstacles: [Obstacle, ...Obstacle[]] = [first, ...rest];
  return { verdict: { state: 'unknown', obstacles, evidence: verdict.evidence }, routes: [] };
}

/**
 * A proved absence shows what was read in vain: where the probe names nothing, as on a site that a
 * government does not have, the home page of the portal.
 */
function withEvidence<Value>(verdict: Verdict<Value>, seen: Seen): Verdict<Value> {
  if (verdict.state !== 'absent' || verdict.evidence.length > 0) return verdict;
  return { ...verdict, evidence: homesSeen(seen, 'portal') };
}

function distinct(obstacles: readonly Obstacle[]): Obstacle[] {
  const known = new Set<string>();
  const kept = obstacles.filter(({ reason, site, url, intent, part }) => {
    const key = JSON.stringify([reason, site, url, intent, part]);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
  return kept.slice(0, mostObstacles);
}

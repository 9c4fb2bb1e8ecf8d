import type { Pack } from '../../config/pack.ts';
import { classesThat } from '../../config/schema/failures.ts';
import { type Finding, findingKey } from '../../model/finding.ts';
import type { StaleFinding } from '../../model/judged-finding.ts';
import { dayLength } from '../../model/time.ts';
import type { Run, Store } from '../../store/store.ts';
import type { LastKnown } from './normalize.ts';

/** By `government probe`. */
export type StaleFindings = ReadonlyMap<string, StaleFinding>;

/**
 * Looks up what was known before of the findings that are unknown for a reason that carries forward
 * (config/failures.yaml), measured not longer ago than config/schedule.yaml or a leaf of the tree
 * allows. Where the site when last seen left it unknown too, there is nothing to carry. The
 * findings themselves stay unknown: whoever shows or scores the earlier one says so, with its date.
 *
 * @param runs the runs that the findings come from.
 */
export async function staleFindings(
  store: Store,
  pack: Pick<Pack, 'failures' | 'schedule' | 'tree'>,
  runs: readonly Run[],
  findings: readonly Finding[],
): Promise<StaleFindings> {
  const carried = new Set<string>(classesThat(pack.failures, 'carry-forward'));
  const wanted = new Set(
    findings
      .filter(({ state, reason }) => state === 'unknown' && reason !== null && carried.has(reason))
      .map(findingKey),
  );
  const until = runs
    .map(({ started }) => started)
    .sort()
    .at(-1);
  if (wanted.size === 0 || until === undefined) return new Map();
  const since = new Date(Date.parse(until) - longest(pack) * dayLength).toISOString();
  // A visit for one probe says nothing about the others.
  const unseen = new Set([...carried, 'no-probe']);
  const known = await store.findings.lastKnown(wanted, since, until, unseen);
  return new Map(
    [...known].map(([key, earlier]) => {
      const age = Date.parse(until) - Date.parse(earlier.measured);
      return [key, { ...earlier, ageDays: Math.max(0, Math.floor(age / dayLength)) }];
    }),
  );
}

/** The same for the normalizer: by government, then probe. */
export function lastKnownOf(stale: Iterable<LastKnown>): Map<string, Map<string, LastKnown>> {
  const byGovernment = new Map<string, Map<string, LastKnown>>();
  for (const { finding, ageDays } of stale) {
    const probes = byGovernment.get(finding.government) ?? new Map<string, LastKnown>();
    byGovernment.set(finding.government, probes.set(finding.probe, { finding, ageDays }));
  }
  return byGovernment;
}

function longest({ schedule, tree }: Pick<Pack, 'schedule' | 'tree'>): number {
  const leaves = tree.capabilities.flatMap(({ indicators }) => indicators.flatMap((branch) => branch.indicators));
  const days = leaves.map(({ unknown }) => (typeof unknown === 'string' ? 0 : unknown['carry-forward-days']));
  return Math.max(schedule['carry-forward-days'], ...days);
}

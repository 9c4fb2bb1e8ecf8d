import { findVisited, type Pack } from '../config/pack.ts';
import { type Finding, type FindingState, findingKey } from '../model/finding.ts';
import type { StaleFinding } from '../model/judged-finding.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Store } from '../store/store.ts';
import { openState, type StateChoice } from './state.ts';

/** Which findings are wanted; what is left out does not restrict. */
export interface FindingsFilter extends StateChoice {
  /** Code, name or pinyin. */
  readonly government?: string | undefined;
  readonly probe?: string | undefined;
  readonly state?: FindingState | undefined;
}

export interface ListedFinding {
  readonly finding: Finding;
  /** Name of the government; empty when the state does not list it. */
  readonly name: string;
  /** What was known before of an unknown finding. */
  readonly earlier: StaleFinding | undefined;
}

/**
 * Lists the findings that fit a filter, by government and probe.
 *
 * @throws UsageError for an unknown government, run or edition, and for a probe that no finding is
 * of.
 */
export async function listFindings(store: Store, pack: Pack, filter: FindingsFilter): Promise<ListedFinding[]> {
  const state = await openState(store, pack, filter);
  const { government, probe, state: wanted } = filter;
  const code = government === undefined ? null : findVisited(state.governments, government, pack).code;
  if (probe !== undefined) requireProbe(probe, state.findings);
  const chosen = state.findings.filter(
    (finding) =>
      (code === null || finding.government === code) &&
      (probe === undefined || finding.probe === probe) &&
      (wanted === undefined || finding.state === wanted),
  );
  const names = new Map(state.governments.map(({ code: key, name }) => [key, name]));
  const stale = await state.stale(chosen);
  return chosen.map((finding) => ({
    finding,
    name: names.get(finding.government) ?? '',
    earlier: stale.get(findingKey(finding)),
  }));
}

/** @throws UsageError that names the known probes, when no finding is of this one. */
export function requireProbe(probe: string, findings: readonly Finding[]): void {
  const known = new Set(findings.map((finding) => finding.probe));
  if (known.has(probe)) return;
  throw new UsageError(`no finding is of a probe ${probe}; expected one of ${[...known].sort().join(', ')}`);
}

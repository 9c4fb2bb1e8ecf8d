import type { Capture } from '../../model/capture.ts';
import type { Government } from '../../model/government.ts';
import { type FolderKind, natureOf } from '../../model/nature.ts';
import type { Probe } from '../../probes/contract.ts';
import { currentState } from '../../store/current.ts';
import type { Store } from '../../store/store.ts';
import { type ComparedFinding, compareFindings, type FindingChange } from './comparison/compare-findings.ts';
import { type Explanation, explainChange } from './comparison/explain-change.ts';
import { judgedFindings } from './editions/freeze.ts';
import { type EditionState, editionVisits, readEdition } from './editions/read.ts';
import { editionNature } from './nature.ts';

/** One side of a comparison: a run, or a frozen edition. */
export interface Side {
  readonly name: string;
  readonly kind: 'run' | 'edition';
  /** Whether real sites or a simulation answered. */
  readonly nature: FolderKind;
  readonly governments: readonly Government[];
  readonly findings: readonly ComparedFinding[];
  /** Null for a run. */
  readonly edition: EditionState | null;
  /** Captures of one government. */
  captures(code: string): Promise<Capture[]>;
}

export interface ExplainedChange extends FindingChange, Explanation {}

export interface StateComparison {
  readonly changes: readonly ExplainedChange[];
  readonly same: number;
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
}

/** A run as a side. @throws UsageError when there is none of that id. */
export async function runSide(store: Store, id: string): Promise<Side> {
  const current = await currentState(store, id);
  return {
    name: id,
    kind: 'run',
    nature: natureOf(current.run),
    governments: current.governments,
    findings: await judgedFindings(store, current),
    edition: null,
    captures: (code) => store.captures.list(id, code),
  };
}

/** A frozen edition as a side. @throws UsageError when there is none of that name. */
export async function editionSide(store: Store, name: string): Promise<Side> {
  const edition = await readEdition(store, name);
  return {
    name,
    kind: 'edition',
    nature: await editionNature(store, edition.edition),
    governments: edition.governments,
    findings: edition.judged,
    edition,
    captures: async (code) => {
      const captures: Capture[] = [];
      for await (const visit of editionVisits(store, name, code)) captures.push(...visit.captures);
      return captures;
    },
  };
}

/**
 * Compares two sides and explains every change. Captures are read only for governments in which
 * something changed.
 * @param only codes to look at; null: all.
 */
export async function compareStates(
  before: Side,
  after: Side,
  probes: readonly Probe[],
  only: ReadonlySet<string> | null = null,
): Promise<StateComparison> {
  const chosen = (items: readonly ComparedFinding[]): readonly ComparedFinding[] =>
    only === null ? items : items.filter(({ finding }) => only.has(finding.government));
  const comparison = compareFindings(chosen(before.findings), chosen(after.findings));
  const byCode = new Map<string, FindingChange[]>();
  for (const change of comparison.changes) {
    const list = byCode.get(change.government) ?? [];
    byCode.set(change.government, list);
    list.push(change);
  }
  const changes: ExplainedChange[] = [];
  for (const [code, list] of byCode) {
    const [older, newer] = [await before.captures(code), await after.captures(code)];
    for (const change of list) {
      const sites = probes.find(({ id }) => id === change.probe)?.sites ?? null;
      changes.push({ ...change, ...explainChange(change, older, newer, sites) });
    }
  }
  return { ...comparison, changes };
}

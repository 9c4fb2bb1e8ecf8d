import { leaves, type Pack } from '../../config/pack.ts';
import type { CaptureCount, FailureCount } from '../../model/capture-figures.ts';
import type { Finding } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import { type FolderKind, kindOf } from '../../model/nature.ts';
import type { RunFacts } from '../../model/run.ts';
import type { Adoption } from '../../scoring/adoption.ts';
import type { Assessment } from '../../scoring/assess.ts';
import type { Current } from '../../store/current.ts';
import type { Edition } from '../../store/editions.ts';
import type { Store } from '../../store/store.ts';
import { assessFindings } from './assess-run.ts';
import { lastKnownOf, type StaleFindings, staleFindings } from './stale-findings.ts';

/** Findings and all that follows from them, whether frozen or computed now. */
export interface AssessedState {
  /** Null when the state is computed from runs. */
  readonly edition: Edition | null;
  readonly title: string;
  readonly groupNames: Readonly<Record<string, string>>;
  readonly run: RunFacts;
  /** Whether real sites or a simulation answered the runs behind it. */
  readonly nature: FolderKind;
  readonly governments: readonly Government[];
  readonly findings: readonly Finding[];
  /**
   * What was known before of findings that blocked or dead sites left unknown, by `government
   * probe`.
   */
  readonly stale: StaleFindings;
  readonly assessment: Assessment;
  readonly adoption: readonly Adoption[];
  readonly failures: readonly FailureCount[];
  readonly captures: readonly CaptureCount[];
}

/**
 * Scores, ranks and tiers of `assessCurrent` alone. What was known on earlier nights is looked up only where
 * a leaf of the tree carries it forward.
 */
export async function assessScores(store: Store, pack: Pack, current: Current): Promise<Assessment> {
  const { run, overlaid, governments, findings } = current;
  const carries = leaves(pack.tree).some(({ unknown }) => typeof unknown !== 'string');
  const stale = carries ? await staleFindings(store, pack, [run, ...overlaid], findings) : new Map();
  return assessFindings(pack, governments, findings, lastKnownOf(stale.values()), run.started).assessment;
}

/** Assesses the findings of runs by the indicator tree of the pack. */
export async function assessCurrent(store: Store, pack: Pack, current: Current): Promise<AssessedState> {
  const { run, overlaid, governments, findings } = current;
  const stale = await staleFindings(store, pack, [run, ...overlaid], findings);
  return {
    edition: null,
    title: pack.meta.title,
    groupNames: Object.fromEntries(pack.meta.groups.map((group) => [group.id, group.name])),
    run,
    nature: kindOf([run, ...overlaid]),
    governments,
    findings,
    stale,
    ...assessFindings(pack, governments, findings, lastKnownOf(stale.values()), run.started),
    failures: await store.captures.failures(run.id),
    captures: await store.captures.counts(run.id),
  };
}

import type { Pack } from '../../config/pack.ts';
import type { CaptureCount, FailureCount } from '../../model/capture-figures.ts';
import type { Finding } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import type { RunFacts } from '../../model/run.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Adoption } from '../../scoring/adoption.ts';
import type { Assessment } from '../../scoring/assess.ts';
import { currentState } from '../../store/current.ts';
import type { Edition } from '../../store/editions.ts';
import type { Store } from '../../store/store.ts';
import { assessFindings } from './assess-run.ts';
import { readEdition } from './editions/read.ts';
import { lastKnownOf, type StaleFindings, staleFindings } from './stale-findings.ts';

/** What to read: a frozen edition, one run, or (neither given) what is known now. */
export interface StateChoice {
  readonly run?: string;
  readonly edition?: string;
}

/** Findings and all that follows from them, whether frozen or computed now. */
export interface AssessedState {
  /** Null when the state is computed from runs. */
  readonly edition: Edition | null;
  readonly title: string;
  readonly groupNames: Readonly<Record<string, string>>;
  readonly run: RunFacts;
  readonly governments: readonly Government[];
  readonly findings: readonly Finding[];
  /** What was known before of findings that blocked or dead sites left unknown, by `government probe`. */
  readonly stale: StaleFindings;
  readonly assessment: Assessment;
  readonly adoption: readonly Adoption[];
  readonly failures: readonly FailureCount[];
  readonly captures: readonly CaptureCount[];
}

/**
 * Reads what a command works on. A frozen edition comes as it was published; runs are assessed by the tree of the pack.
 * Throws `UsageError` for an unknown run or edition, or when both are named.
 */
export async function assessedState(store: Store, pack: Pack, choice: StateChoice): Promise<AssessedState> {
  if (choice.edition !== undefined) {
    if (choice.run !== undefined)
      throw new UsageError('--edition and --run exclude each other: an edition names its runs itself');
    const { edition, title, groupNames, governments, findings, stale, assessment, adoption, counts } =
      await readEdition(store, choice.edition);
    const [base] = edition.runs;
    if (base === undefined) throw new UsageError(`the edition ${edition.name} is damaged: it names no run`);
    const { toolVersion, configHash } = edition;
    const run = { ...base, toolVersion, configHash };
    return { edition, title, groupNames, run, governments, findings, stale, assessment, adoption, ...counts };
  }
  const { run, overlaid, governments, findings } = await currentState(store, choice.run);
  const stale = await staleFindings(store, pack, [run, ...overlaid], findings);
  return {
    edition: null,
    title: pack.meta.title,
    groupNames: Object.fromEntries(pack.meta.groups.map((group) => [group.id, group.name])),
    run,
    governments,
    findings,
    stale,
    ...assessFindings(pack, governments, findings, lastKnownOf(stale.values())),
    failures: await store.figures.failureCounts(run.id),
    captures: await store.figures.captureCounts(run.id),
  };
}

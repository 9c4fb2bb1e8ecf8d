import type { Finding, FindingState } from '../../model/finding.ts';
import type { Snapshot } from './snapshots.ts';

/** Which findings of a state are wanted; what is left out does not restrict. */
export interface FindingChoice {
  /** Code. */
  readonly government?: string | undefined;
  readonly probe?: string | undefined;
  readonly state?: FindingState | undefined;
  readonly reason?: string | undefined;
  /** Claims (everything but unknown) with a lower confidence than this. */
  readonly below?: number | undefined;
}

/** The findings of a state that fit, by government and probe. */
export function findingsOf({ assessed }: Snapshot, choice: FindingChoice): readonly Finding[] {
  const { government, probe, state, reason, below } = choice;
  return assessed.findings.filter(
    (finding) =>
      (government === undefined || finding.government === government) &&
      (probe === undefined || finding.probe === probe) &&
      (state === undefined || finding.state === state) &&
      (reason === undefined || finding.reason === reason) &&
      (below === undefined || (finding.state !== 'unknown' && finding.confidence < below)),
  );
}

import type { PresenceLevel } from './finding.ts';

/** Description of a probe for people, in sentences. */
export interface About {
  /** What is measured, and how. */
  readonly measures: string;
  /** Meaning of the presence levels; omitted if the value has none. */
  readonly levels?: Readonly<Partial<Record<PresenceLevel, string>>>;
  /** What the evidence quotes. */
  readonly evidence: string;
  /** What the probe cannot see or may mistake; never empty. */
  readonly blindSpots: readonly [string, ...string[]];
}

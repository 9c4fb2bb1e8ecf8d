import type { FailureClass } from '../model/failure.ts';
import type { Finding } from '../model/finding.ts';
import type { Government, SiteKind } from '../model/government.ts';
import type { Adoption } from '../scoring/adoption.ts';
import type { Assessment } from '../scoring/assess.ts';

/** How many captures of one site of one government failed in one way. */
export interface FailureCount {
  readonly government: string;
  readonly site: SiteKind;
  readonly class: FailureClass;
  readonly count: number;
}

/** How many captures a kind of site gave, and how many of them can be read. */
export interface CaptureCount {
  readonly site: SiteKind;
  readonly captures: number;
  readonly readable: number;
}

/** An earlier finding that stands beside one that is unknown now. */
export interface StaleRow {
  readonly finding: Finding;
  readonly run: string;
  /** ISO 8601 UTC. */
  readonly measured: string;
  readonly ageDays: number;
}

/** All a report is made of: plain data, nothing is looked up while it is written. */
export interface ReportInput {
  /** Title of the pack. */
  readonly title: string;
  /** Paragraphs of the pack on where names, weights and addresses come from; printed as they are. */
  readonly provenance: readonly string[];
  readonly run: {
    readonly id: string;
    /** ISO 8601 UTC. */
    readonly started: string;
    /** Null for a run that was cut short. */
    readonly finished: string | null;
    readonly toolVersion: string;
    readonly configHash: string;
  };
  readonly governments: readonly Government[];
  /** Names of the pack's groups by id; a group without an entry is shown by its id. */
  readonly groupNames: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
  /** What was known before of findings that blocked or dead sites left unknown: shown beside them, with its date. */
  readonly stale?: readonly StaleRow[];
  readonly assessment: Assessment;
  readonly adoption: readonly Adoption[];
  readonly failures: readonly FailureCount[];
  readonly captures: readonly CaptureCount[];
}

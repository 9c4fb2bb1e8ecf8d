import type { Generated } from 'kysely';
import type { LogKind } from '../model/review-log.ts';
import type { RunKind } from '../model/run.ts';
import type { SharedTables } from './shared-tables.ts';

/** Rows in one INSERT; SQLite takes at most 32,766 bound values in a statement. */
export const insertBatch = 500;

/** One pass over a set of governments. */
export interface RunTable {
  id: string;
  kind: RunKind;
  started: string;
  finished: string | null;
  tool_version: string;
  config_hash: string;
  /** JSON of `RunSettings`. */
  settings: string;
  /** Why it failed, one sentence; null where it did not. */
  failure: string | null;
}

/** What the data folder holds; one row, with the id 1. */
export interface FolderTable {
  id: number;
  /** `FolderKind`. */
  kind: string;
}

/** The plan of a run: which governments it visits, in which order. */
export interface PlannedVisitTable {
  run: string;
  code: string;
  position: number;
  /** JSON of `Government`, so that a run can be judged again without the registry it came from. */
  government: string;
}

/** A visit that was completed; written in the same transaction as its captures and findings. */
export interface VisitTable {
  run: string;
  code: string;
  started: string;
  finished: string;
  pages: number;
  requests: number;
  bytes: number;
  /** JSON: site → ids of intents whose links were not all followed. */
  unread: string;
  /** JSON: failure class → count of captures. */
  failures: string;
  /** 2 when the second pass was through with it. */
  pass: Generated<number>;
  /**
   * Hash of everything but the captures that the findings rest on; null: not known, so nothing is
   * taken over.
   */
  reading: string | null;
  /**
   * When its pages were last read and judged, ISO; earlier than `started` when they were taken over
   * unchanged.
   */
  read_at: string | null;
  /** Until when the same bytes are known to give the same findings, ISO. */
  stable_until: string | null;
}

export interface CaptureTable {
  run: string;
  code: string;
  id: string;
  site: string;
  role: string;
  url: string;
  failure: string | null;
  /** `Capture.time`, ISO 8601 UTC. */
  time: string;
  /** Hash of the body; null when there is none. */
  body: string | null;
  /** Hash of the picture; null when there is none. */
  screenshot: string | null;
  /** Order in which the visit recorded it. */
  position: number;
  /** JSON of `Capture`, which holds the columns above too. */
  record: string;
}

export interface FindingTable {
  run: string;
  code: string;
  probe: string;
  version: number;
  state: string;
  confidence: number;
  reason: string | null;
  /** JSON of `Finding.value`. */
  value: string | null;
  /** JSON of `Finding.evidence`. */
  evidence: string;
  /**
   * JSON of `Finding.obstacles`; null where there are none, and for findings of versions that named
   * none.
   */
  obstacles: string | null;
  tool_version: string;
  config_hash: string;
}

/** A lock that at most one process holds. */
export interface LockTable {
  name: string;
  /** Names this one taking of the lock. */
  token: string;
  /** JSON of `ProcessIdentity`. */
  holder: string;
  heartbeat: string;
}

/** What the publish gate decided about a run. */
export interface VerdictTable {
  run: string;
  decided: string;
  passed: number;
  /** JSON: sentences. */
  reasons: string;
}

/** One entry of the review log. Rows are added and never changed. */
export interface ReviewTable {
  id: number;
  /** `LogKind`. */
  kind: LogKind;
  code: string;
  probe: string;
  /** The run whose finding was reviewed, and when it began. */
  run: string;
  observed: string;
  /** JSON of the state and value that the probe had claimed, and the hash of them. */
  machine: string;
  machine_hash: string;
  /** Null for a withdrawal. */
  state: string | null;
  /** JSON of the value; null where the verdict states none. */
  value: string | null;
  who: string;
  made: string;
  why: string;
  /** Id of the entry that is taken back; null for all but withdrawals. */
  withdraws: number | null;
  /** JSON of `ReviewDetails`; null where there are none. */
  details: string | null;
  /** SHA-256 over all of the above and the entry before it. */
  sha256: string | null;
}

/** The end of the review log as it was when it was last added to; one row, with the id 1. */
export interface ReviewChainTable {
  id: number;
  length: number;
  sha256: string;
}

/** A frozen edition. The row is written last and seals the records of its name. */
export interface EditionTable {
  name: string;
  year: number | null;
  note: string | null;
  frozen: string;
  tool_version: string;
  config_hash: string;
  /** JSON: the runs it rests on, the first one at the bottom. */
  runs: string;
  /** Name of the edition whose captures were judged again. */
  derived_from: string | null;
  /** Name and seal of the edition that it corrects. */
  replaces: string | null;
  replaces_sha256: string | null;
  /** SHA-256 over all of the above and the hashes of all records. */
  sha256: string;
}

/** What was found to be wrong in an edition. Rows are added and never changed. */
export interface ErratumTable {
  id: number;
  edition: string;
  who: string;
  /** ISO 8601 UTC. */
  made: string;
  what: string;
  /** SHA-256 over the above and the erratum before it, or the seal of the edition for the first. */
  sha256: string;
}

/** A published edition. Rows are added and never changed. */
export interface PublicationTable {
  /** From 1; the next publication has the next number. */
  position: number;
  edition: string;
  /** ISO 8601 UTC. */
  published: string;
  origin: string;
  size: number;
  /** Base64. */
  root: string;
  checkpoint: string;
  /** 1 where personal data were masked. */
  masked: number;
  /** Lines of the log that it added, separated by line ends. */
  lines: string;
}

/** One piece of an edition as canonical JSON. */
export interface EditionRecordTable {
  edition: string;
  part: string;
  key: string;
  content: string;
  /** SHA-256 of the content. */
  sha256: string;
}

export interface Tables extends SharedTables {
  folder: FolderTable;
  runs: RunTable;
  planned_visits: PlannedVisitTable;
  visits: VisitTable;
  captures: CaptureTable;
  findings: FindingTable;
  locks: LockTable;
  verdicts: VerdictTable;
  reviews: ReviewTable;
  review_chain: ReviewChainTable;
  editions: EditionTable;
  edition_records: EditionRecordTable;
  errata: ErratumTable;
  publications: PublicationTable;
}

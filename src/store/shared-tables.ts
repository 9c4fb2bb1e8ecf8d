/** A run whose visits several processes make. */
export interface SharedRunTable {
  run: string;
  /** JSON of what a process must know to make visits of it. */
  terms: string;
  /** Pass whose visits are given out; 0 before the first. */
  pass: number;
  /** 1 while visits may be begun. */
  open: number;
  /** When the planning process was last heard of, seconds since 1970 by the clock of the database. */
  seen: number;
}

/** A process that makes visits. */
export interface WorkerTable {
  id: string;
  name: string;
  host: string;
  pid: number;
  version: string;
  /** Seconds since 1970 by the clock of the database, as the two below. */
  started: number;
  seen: number;
  /** Null until it ends in order. */
  ended: number | null;
  /** The run whose visits it makes; null while there is none. */
  run: string | null;
  /** Visits that it has brought to their end. */
  visits: number;
  /** JSON of `WorkerState`. */
  state: string;
}

/** How one visit ended, for the process that follows the run. */
export interface VisitReportTable {
  /** Id and attempt of the job that the visit was. */
  id: string;
  run: string;
  code: string;
  /** Name of the process that made the visit. */
  worker: string;
  /** 1 when the planning process has taken note. */
  followed: number;
  /** JSON. */
  report: string;
}

/** Lines of the log of a shared run. Rows are added and never changed. */
export interface LogLinesTable {
  run: string;
  /** Gives their order: microseconds since 1970 by the clock of the database. */
  position: number;
  /** Name of the process that wrote them. */
  worker: string;
  /** The government that all of the lines are about; null: none. */
  government: string | null;
  /** JSON objects, each with a line end. */
  lines: string;
}

/**
 * A host that workers on one PostgreSQL ask in turn. Moments are milliseconds since the epoch on the
 * database's clock.
 */
export interface HostTurnTable {
  host: string;
  /** Crawl-delay in milliseconds; null: the configured pause. */
  pause: number | null;
  /** Nothing is sent before this moment, since the host asked for patience. */
  not_before: number;
  /** The latest moment at which a request may have been sent; the pause counts from it. */
  last_at: number;
  /** Token of the turn whose request may still be under way; null: none. */
  turn: string | null;
  /** Worker that alone asks the host; null: turns are given one by one. */
  owner: string | null;
  /** Names the grant, so that a late word about an earlier one changes nothing. */
  owner_token: string | null;
  owner_until: number;
  /** 1 while another worker waits for an owned host. */
  wanted: number;
  /** Worker that asked for a turn last, and when. */
  asker: string | null;
  asked_at: number;
  /** Until then the host is owned by nobody, since several workers ask it. */
  contested_until: number;
  /** JSON: the moment at which the lease of each connection ends, by its token. */
  connections: string;
}

/** One row: what workers must know after the database was started again. */
export interface PacingTable {
  id: number;
  /** Start of the database server at which the row was last written. */
  started: number;
  /** When a worker last showed that it lives. */
  active_at: number;
  /** No host is given to anybody before this moment. */
  rest_until: number;
}

/** One row: where all processes on the database keep its evidence. */
export interface EvidenceHomeTable {
  id: number;
  /** Random; a mark in the place has it as its name. */
  identity: string;
  /** The place as the first process that wrote evidence called it, for people. */
  place: string;
}

/** A request that visits of a run make alike, and the reply to it. */
export interface SharedReplyTable {
  run: string;
  pass: number;
  /** SHA-256 of what tells requests apart. */
  key: string;
  /** Names the claim of the process that asks, or asked. */
  token: string;
  /** When another process may claim it, milliseconds since the epoch by the clock of the database. */
  until: number;
  /** Null: no reply yet. 0: every visit must ask for itself. */
  status: number | null;
  /** JSON of the reply without its status; null where there is none. */
  reply: string | null;
}

/** What processes on one database tell each other; empty where it is a file of one machine. */
export interface SharedTables {
  shared_runs: SharedRunTable;
  workers: WorkerTable;
  visit_reports: VisitReportTable;
  log_lines: LogLinesTable;
  host_turns: HostTurnTable;
  pacing: PacingTable;
  evidence_home: EvidenceHomeTable;
  shared_replies: SharedReplyTable;
}

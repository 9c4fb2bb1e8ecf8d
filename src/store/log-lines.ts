/** Lines that a process wrote one after the other, all about one government or none. */
export interface LogPiece {
  readonly government: string | null;
  /** JSON objects, each with a line end. */
  readonly lines: string;
}

export interface PlacedPiece extends LogPiece {
  /** Microseconds since 1970 by the clock of the database; tells which piece comes first. */
  readonly position: number;
}

/** Which pieces are wanted; what is left out does not restrict. */
export interface PieceFilter {
  readonly government?: string | undefined;
  /** Behind this position. */
  readonly after?: number | undefined;
  /** Before this position. */
  readonly before?: number | undefined;
}

/** The log lines of all processes that make visits of a run. */
export interface LogLines {
  /** Adds pieces of one process in their order. @param worker its name */
  add(run: string, worker: string, pieces: readonly LogPiece[]): Promise<void>;
  has(run: string): Promise<boolean>;
  /**
   * At most so many pieces, in their order or, where `newestFirst`, backwards. Pieces of the last
   * second are left out, since one that was written before may still come.
   */
  list(run: string, filter: PieceFilter, most: number, newestFirst?: boolean): Promise<readonly PlacedPiece[]>;
  /** Position behind which nothing was listed yet. */
  end(): Promise<number>;
  /** Bytes of the lines of a run. */
  size(run: string): Promise<number>;
  /** Counts the lines of the runs that began before a moment, and removes them when told so. */
  prune(before: string, apply: boolean): Promise<{ readonly runs: number; readonly bytes: number }>;
}

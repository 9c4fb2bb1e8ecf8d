/**
 * Bytes under their SHA-256 (lower-case hex). Where they lie, on a disk or behind a network, is the
 * store's own affair.
 */
export interface EvidenceStore {
  /**
   * Keeps bytes; resolves to their hash once they are safe. Rejects with the error of the medium
   * (disk full).
   */
  put(bytes: Uint8Array, hash?: string): Promise<string>;
  /** Writes the bytes of a hash whether some are there or not, so that damaged ones become whole. */
  replace(bytes: Uint8Array, hash: string): Promise<void>;
  /** Whether there are bytes for a hash; they are not read. */
  has(hash: string): Promise<boolean>;
  /** The bytes behind a hash; null when they are missing or do not have that hash. */
  get(hash: string): Promise<Buffer | null>;
  /** Bytes that a hash takes where it lies; null when there is none. */
  size(hash: string): Promise<number | null>;
  /**
   * Counts what is there of some hashes, and removes it when told so. Bytes younger than a day stay,
   * since a visit under way may need them.
   * @param now milliseconds since 1970.
   */
  remove(hashes: Iterable<string>, now: number, apply: boolean): Promise<RemovedEvidence>;
  /**
   * Counts what nothing refers to, and removes it when told so. Bytes younger than a day stay,
   * since a visit under way may need them.
   * @param now milliseconds since 1970.
   */
  sweep(referred: ReadonlySet<string>, now: number, remove: boolean): Promise<SweptEvidence>;
  /** Leaves a mark by which the store is known again, wherever it is moved to. */
  mark(identity: string): Promise<void>;
  hasMark(identity: string): Promise<boolean>;
}

export interface SweptEvidence {
  readonly files: number;
  readonly bytes: number;
}

export interface RemovedEvidence extends SweptEvidence {
  /** Files that are too young to be removed. */
  readonly young: number;
}

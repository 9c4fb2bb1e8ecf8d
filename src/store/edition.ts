import { z } from 'zod';
import { canonicalJson, textHash } from '../model/canonical-json.ts';

/**
 * What an edition is made of; each part has one record per key (a code, or empty where there is
 * only one). `manifest` lists all others with their hashes, so that a missing one can be named.
 */
export const editionParts = [
  'pack',
  'tree',
  'government',
  'findings',
  'stale',
  'score',
  'assessment',
  'reviews',
  'chain',
  'checks',
  'counts',
  'runs',
  'visit',
  'manifest',
] as const;
export type EditionPart = (typeof editionParts)[number];

export interface EditionRecord {
  readonly part: EditionPart;
  readonly key: string;
  /** Plain data; stored as canonical JSON. */
  readonly content: unknown;
}

/** The edition that another one corrects. */
export interface Replaced {
  readonly name: string;
  /** Seal of the replaced edition. */
  readonly sha256: string;
}

/** A frozen edition without its records. */
export interface Edition {
  readonly name: string;
  readonly year: number | null;
  readonly note: string | null;
  /** ISO 8601 UTC. */
  readonly frozen: string;
  readonly toolVersion: string;
  readonly configHash: string;
  readonly runs: readonly EditionRun[];
  /**
   * The edition whose captures were judged again for this one; null for one that was frozen from
   * runs.
   */
  readonly derivedFrom: string | null;
  /** The edition that this one corrects; null for one that corrects none. */
  readonly replaces: Replaced | null;
  /**
   * SHA-256 over all of the above and over the hashes of all records: the one number to publish.
   */
  readonly sha256: string;
}

export const editionRunSchema = z.object({ id: z.string(), started: z.string(), finished: z.string().nullable() });
/**
 * A run that an edition rests on; the first is at the bottom, single probes are laid over it in
 * order.
 */
export type EditionRun = z.infer<typeof editionRunSchema>;

export const recordHashSchema = z.object({ part: z.string(), key: z.string(), sha256: z.string() });
/** The SHA-256 of a record. */
export type RecordHash = Readonly<z.infer<typeof recordHashSchema>>;

/** SHA-256 over the row of an edition and the hashes of its records, in whatever order they come. */
export function sealOf({ replaces, ...meta }: Omit<Edition, 'sha256'>, records: readonly RecordHash[]): string {
  // Sorted here, since databases differ in how they order text.
  const hashes = records.map(({ part, key, sha256 }) => `${part} ${key} ${sha256}`).sort();
  // Editions of earlier releases were sealed without this field.
  const correction = replaces === null ? {} : { replaces };
  return textHash(canonicalJson({ ...meta, ...correction, records: hashes }));
}

import { createHash } from 'node:crypto';

/**
 * Names of bodies written lately; spares the look at the disk for the header scripts that many
 * pages share.
 */
export const rememberedNames = 4096;
/** Bytes that are needed again and older than this (ms) are made young. */
export const restampAfter = 3_600_000;
/** Bytes younger than this (ms) may belong to a visit that is not committed yet. */
export const sweepAge = 24 * 3_600_000;

/** SHA-256 of bytes, in lower-case hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whether a text can be a hash; one that cannot is never a part of a path. */
export function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

/** The name of the bytes behind a hash below a data folder, a shared folder or a prefix. */
export function evidenceKey(hash: string): string {
  return `evidence/${hash.slice(0, 2)}/${hash}.zst`;
}

/** The name of the mark by which a place of evidence is known again. */
export function markKey(identity: string): string {
  return `evidence/store-${identity}`;
}

/**
 * Where the bytes behind a hash lie, whether there or not.
 *
 * @param root a folder, or `s3://bucket/prefix`
 */
export function evidencePath(root: string, hash: string): string {
  return `${root}/${evidenceKey(hash)}`;
}

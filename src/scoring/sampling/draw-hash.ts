import { createHash } from 'node:crypto';

/** A number from 0 (included) to 1 (excluded) that only depends on the words. */
export function drawHash(...words: readonly string[]): number {
  const digest = createHash('sha256').update(words.join('\0')).digest();
  return digest.readUIntBE(0, 6) / 2 ** 48;
}

import { dayLength } from '../../../model/time.ts';

/**
 * Deterministic hash: the same seed and parts give the same number on every machine. FNV-1a,
 * finished with a mixer so that neighbouring indexes give unrelated numbers.
 */
export function hash(seed: number, ...parts: readonly (string | number)[]): number {
  let state = (2166136261 ^ seed) >>> 0;
  for (const part of parts) {
    const text = typeof part === 'number' ? `#${part}` : part;
    for (let index = 0; index < text.length; index += 1) {
      state = Math.imul(state ^ text.charCodeAt(index), 16777619) >>> 0;
    }
    state = Math.imul(state ^ 0x1f, 16777619) >>> 0;
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b) >>> 0;
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35) >>> 0;
  return (state ^ (state >>> 16)) >>> 0;
}

/** Chooses one of the choices; throws on an empty list, which is a bug of the caller. */
export function pick<Choice>(choices: readonly Choice[], seed: number, ...parts: readonly (string | number)[]): Choice {
  const choice = choices[hash(seed, ...parts) % choices.length];
  if (choice === undefined) throw new Error('nothing to pick from');
  return choice;
}

/** The choice at an index, wrapping around. */
export function at<Choice>(choices: readonly Choice[], index: number): Choice {
  const choice = choices[index % choices.length];
  if (choice === undefined) throw new Error('nothing to choose from');
  return choice;
}

/** Integer from `low` to `high`, both included. */
export function between(low: number, high: number, seed: number, ...parts: readonly (string | number)[]): number {
  return low + (hash(seed, ...parts) % (high - low + 1));
}

/** ISO date a number of days earlier. */
export function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) - days * dayLength).toISOString().slice(0, 10);
}

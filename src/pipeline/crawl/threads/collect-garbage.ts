import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Collects garbage once. Reading a pack leaves three times of what it keeps, and V8 would let the heap of a thread stay that
 * large for as long as it lives.
 * @param flavor `last-resort`: as if memory were short, which takes four times as long and returns all that is free to the
 *   system at once
 */
export function collectGarbage(flavor: 'last-resort' | 'regular'): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect({ type: 'major', execution: 'sync', flavor });
}

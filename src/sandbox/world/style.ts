import type { TownStyle } from '../town.ts';
import { hash, Random } from './random.ts';

/**
 * How a town's sites look. Drawn from streams that share nothing with the truth's, so that no family, encoding or header
 * mode tells anything about what is there.
 */
export function styleOf(seed: number, index: number, portalFamilies: readonly string[]): TownStyle {
  const random = new Random(seed, 'style', index);
  return {
    portal: random.pick(portalFamilies),
    encoding: random.weighted([
      ['utf-8', 90.5],
      ['gb18030', 8],
      ['utf-16le', 1.5],
    ]),
    header: random.weighted([
      ['markup', 75],
      ['script', 12],
      ['frame', 8],
      ['shell', 5],
    ]),
    seed: hash(seed, 'look', index),
  };
}

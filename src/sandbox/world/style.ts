import type { TownStyle } from '../town.ts';
import { hash, Random } from './random.ts';

/**
 * Appearance of a town's sites, drawn from streams independent of the truth, so that no family,
 * encoding or header mode reveals facts.
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

import { createHash } from 'node:crypto';

/**
 * Selects up to `most` items by hash of seed and id: a different sample for every seed, always the
 * same for one.
 */
export function drawByHash<Item extends { readonly id: string }>(
  items: readonly Item[],
  most: number,
  seed: string,
): Item[] {
  return items
    .map((item) => ({ item, hash: hashOf(`${seed} ${item.id}`) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0))
    .slice(0, most)
    .map(({ item }) => item);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

import { createHash } from 'node:crypto';

/** Up to `most` items, drawn by hash of a seed and the item's id: another draw for every government, every time the same one. */
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

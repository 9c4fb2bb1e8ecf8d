import { clause } from './clause.ts';
import type { Complain } from './read-yaml.ts';

/** Checks that the ids of a list are unique. */
export function checkOnce(
  items: readonly { readonly id: string }[],
  path: readonly (string | number)[],
  complain: Complain,
): void {
  const seen = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (seen.has(id)) complain([...path, index, 'id'], clause`expected an id used once, "${id}" is used above`);
    seen.add(id);
  }
}

import type { CheckedYaml } from './read-yaml.ts';

/** Ids of a list of the pack are used once. */
export function checkOnce(
  items: readonly { readonly id: string }[],
  path: readonly string[],
  mistake: CheckedYaml<unknown>['mistake'],
): void {
  const seen = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (seen.has(id)) {
      throw mistake([...path, index, 'id'], `expected an id used once, "${id}" is used above`);
    }
    seen.add(id);
  }
}

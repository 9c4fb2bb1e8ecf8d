import type { CheckedYaml } from './read-yaml.ts';

/** Checks that the ids of a list are unique. */
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

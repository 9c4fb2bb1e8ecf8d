import type { PackMeta } from './schema/pack.ts';

export type Naming = Pick<PackMeta, 'naming'>;

/** Shortest name (characters) that may remain. */
const shortestName = 2;

/** The short name: without the longest matching suffix and the qualifiers before it (成都, 博尔塔拉). */
export function dropSuffix(name: string, meta: Naming): string {
  return shortForms(name, meta).at(-1)?.text ?? name;
}

/**
 * The name without suffix, then without one, two ... qualifiers; `suffix` is the dropped suffix.
 */
export function shortForms(name: string, { naming }: Naming): { readonly text: string; readonly suffix: string }[] {
  const suffix = longestEnd(name, naming.suffixes);
  if (suffix === '') {
    return [];
  }
  const forms = [{ text: name.slice(0, -suffix.length), suffix }];
  for (;;) {
    const text = forms.at(-1)?.text ?? '';
    const qualifier = longestEnd(text, naming.qualifiers);
    if (qualifier === '') {
      return forms;
    }
    forms.push({ text: text.slice(0, -qualifier.length), suffix });
  }
}

function longestEnd(text: string, endings: readonly string[]): string {
  return endings
    .filter((ending) => ending !== '' && text.endsWith(ending) && text.length - ending.length >= shortestName)
    .reduce((longest, ending) => (ending.length > longest.length ? ending : longest), '');
}

import type { CompiledKnowledge } from '../config/knowledge.ts';
import { contentOf, type Page } from './page.ts';

/**
 * The same function with its result kept as long as the object that it reads: several judges, in
 * several rounds, ask the same of one page. The object must not change.
 */
export function remembered<Key extends object, Result>(
  read: (key: Key, knowledge: CompiledKnowledge) => Result,
): (key: Key, knowledge: CompiledKnowledge) => Result {
  const memory = new WeakMap<Key, { readonly knowledge: CompiledKnowledge; readonly result: Result }>();
  return (key, knowledge) => {
    const known = memory.get(key);
    if (known?.knowledge === knowledge) return known.result;
    const result = read(key, knowledge);
    memory.set(key, { knowledge, result });
    return result;
  };
}

/** `remembered` for what depends on a page's content alone, not on the capture that it came with. */
export function rememberedOfPage<Result>(
  read: (page: Page, knowledge: CompiledKnowledge) => Result,
): (page: Page, knowledge: CompiledKnowledge) => Result {
  const known = remembered(read);
  return (page, knowledge) => known(contentOf(page), knowledge);
}

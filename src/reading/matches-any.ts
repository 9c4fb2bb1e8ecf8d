const memory = new WeakMap<readonly RegExp[], RegExp | null>();

/** Patterns that refer to their own groups have other numbers in a combined one. */
const refersBack = /\\[1-9k]|\(\?<[^=!]/u;

function combined(patterns: readonly RegExp[]): RegExp | null {
  const known = memory.get(patterns);
  if (known !== undefined) return known;
  const [first] = patterns;
  const alike = patterns.every(({ flags, source }) => flags === first?.flags && !refersBack.test(source));
  const made =
    first === undefined || !alike || /[gy]/u.test(first.flags)
      ? null
      : new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'), first.flags);
  memory.set(patterns, made);
  return made;
}

const words = new WeakMap<readonly string[], RegExp | null>();

/** Whether a text contains any word of a list that does not change. */
export function containsAny(list: readonly string[], text: string): boolean {
  let pattern = words.get(list);
  if (pattern === undefined) {
    const escaped = list.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&'));
    pattern = list.length === 0 ? null : new RegExp(escaped.join('|'), 'u');
    words.set(list, pattern);
  }
  return pattern?.test(text) ?? false;
}

/** Whether a text matches any pattern of a list that does not change; one test where that is possible. */
export function matchesAny(patterns: readonly RegExp[], text: string): boolean {
  if (patterns.length === 0) return false;
  return combined(patterns)?.test(text) ?? patterns.some((pattern) => pattern.test(text));
}

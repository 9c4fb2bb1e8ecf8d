import { describe, expect, it } from 'vitest';
import { knowledge } from '../probes/knowledge.ts';
import { threadTime } from '../thread-time.ts';

/** Every regular expression of a tree of rules, with the path to it. */
function patternsIn(node: unknown, path: string): { path: string; pattern: RegExp }[] {
  if (node instanceof RegExp) return [{ path, pattern: node }];
  if (Array.isArray(node)) return node.flatMap((item, index) => patternsIn(item, `${path}[${index}]`));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => patternsIn(value, `${path}.${key}`));
}

/** Words that a pattern itself names: what follows one of them may be looked through again and again. */
function wordsOf({ source }: RegExp): string[] {
  return [...new Set(source.match(/\p{Script=Han}{1,6}/gu) ?? [])].slice(0, 12);
}

function timeOf(pattern: RegExp, text: string): number {
  const before = threadTime();
  pattern.exec(text);
  return threadTime() - before;
}

const runs = ['1', ' ', '\u3000', '-', '…', 'a', '的', '1 ', '的1'];
const length = 60_000;
/** A pattern whose time grows with the square of a run takes seconds for it; a linear one takes some milliseconds. */
const longest = 300;

describe('patterns of kinds', () => {
  const patterns = patternsIn(knowledge().kinds, 'kinds');

  it('are there', () => {
    expect(patterns.length).toBeGreaterThan(100);
  });

  it.each(runs)('take no longer for a long run of %j than its length lets expect', (run) => {
    const text = run.repeat(length / run.length);
    const slow = patterns.flatMap(({ path, pattern }) => {
      const took = timeOf(pattern, text);
      return took > longest ? [`${path}: ${Math.round(took)} ms`] : [];
    });
    expect(slow.join('; ')).toBe('');
  });

  it.each(['1', ' ', '的'])('nor where one of their own words stands before a long run of %j', (run) => {
    const text = run.repeat(length / 3);
    const slow = patterns.flatMap(({ path, pattern }) =>
      wordsOf(pattern).flatMap((word) => {
        const took = timeOf(pattern, word + text);
        return took > longest ? [`${path} after ${word}: ${Math.round(took)} ms`] : [];
      }),
    );
    expect(slow.join('; ')).toBe('');
  });
});

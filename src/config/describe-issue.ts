import type { z } from 'zod';
import { quoteValue } from './read-text.ts';

type Issue = z.core.$ZodIssue;
export type Path = readonly PropertyKey[];

/** Formats a path as `capabilities[0].weight`; empty for the document itself. */
export function formatPath(path: Path): string {
  return path
    .map((part, index) => {
      if (typeof part === 'number') {
        return `[${part}]`;
      }
      const key = String(part);
      const plain = /^[\p{L}\p{N}_-]+$/u.test(key);
      return plain ? `${index > 0 ? '.' : ''}${key}` : `[${quoteValue(key)}]`;
    })
    .join('');
}

/** The value at a path of a parsed document; undefined if there is none. */
function valueAt(document: unknown, path: Path): unknown {
  let value = document;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) {
      return undefined;
    }
    value = Reflect.get(value, part);
  }
  return value;
}

/**
 * The most helpful issue: of a union, the branch with the longest matching path, else the union
 * itself. The returned path is complete.
 */
export function innermost(issue: Issue): { readonly issue: Issue; readonly path: Path } {
  if (issue.code === 'unrecognized_keys') {
    return { issue, path: [...issue.path, ...issue.keys.slice(0, 1)] };
  }
  if (issue.code !== 'invalid_union') {
    return { issue, path: issue.path };
  }
  const inner = issue.errors
    .flatMap((branch) => branch.slice(0, 1))
    .map((nested) => innermost(nested))
    .filter(({ path }) => path.length > 0)
    .sort((a, b) => b.path.length - a.path.length)[0];
  return inner ? { issue: inner.issue, path: [...issue.path, ...inner.path] } : { issue, path: issue.path };
}

/**
 * Describes one schema issue in a clause: `expected a number, found "abc"`. `document` is the
 * checked input.
 */
export function describeIssue(issue: Issue, path: Path, document: unknown): string {
  if (issue.code === 'unrecognized_keys') {
    return 'expected a known key, found one that nothing reads';
  }
  if (issue.code === 'invalid_key') {
    return `${issue.issues[0]?.message ?? 'expected another key'}, found ${quoteValue(path.at(-1))}`;
  }
  const value = valueAt(document, path);
  const found = value === undefined ? 'found nothing' : `found ${quoteValue(value)}`;
  return `${expectation(issue)}, ${found}`;
}

function expectation(issue: Issue): string {
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) {
    return `expected one of ${issue.options.map(String).join(', ')}`;
  }
  if (issue.code === 'invalid_union') {
    const choices = issue.errors.flatMap((branch) => branch.slice(0, 1)).map((nested) => expectation(nested));
    const named = [...new Set(choices.map((choice) => choice.replace(/^expected /, '')))];
    return `expected ${named.join(' or ')}`;
  }
  if (issue.code === 'invalid_format' && issue.message.startsWith('Invalid string')) {
    return `expected text that matches ${issue.pattern ?? issue.format}`;
  }
  const start = issue.message.indexOf('expected ');
  if (start < 0) {
    return `expected another value (${issue.message.replace(/\s+/g, ' ')})`;
  }
  return issue.message
    .slice(start)
    .replace(/, received .*$/s, '')
    .replace('expected record', 'expected object');
}

import type { z } from 'zod';
import { type Clause, type ClauseValue, clause, fixedClause, wordsOfClause } from './clause.ts';
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
export function describeIssue(issue: Issue, path: Path, document: unknown): Clause {
  if (issue.code === 'unrecognized_keys') {
    return clause`expected a known key, found one that nothing reads`;
  }
  if (issue.code === 'invalid_key') {
    const [first] = issue.issues;
    const expected = first === undefined ? clause`expected another key` : fixedClause(first.message);
    return clause`${expected}, found ${quoteValue(path.at(-1))}`;
  }
  const value = valueAt(document, path);
  const found = value === undefined ? clause`found nothing` : clause`found ${quoteValue(value)}`;
  return clause`${expectation(issue)}, ${found}`;
}

function expectation(issue: Issue): Clause {
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) {
    return clause`expected one of ${issue.options.map(String).join(', ')}`;
  }
  if (issue.code === 'invalid_union') {
    const choices = issue.errors.flatMap((branch) => branch.slice(0, 1)).map((nested) => expectation(nested));
    return clause`expected ${anyOf(choices)}`;
  }
  if (issue.code === 'invalid_format' && issue.message.startsWith('Invalid string')) {
    return clause`expected text that matches ${issue.pattern ?? issue.format}`;
  }
  const start = issue.message.indexOf('expected ');
  if (start < 0) return clause`expected another value (${issue.message.replace(/\s+/g, ' ')})`;
  return schemaClause(issue.message.slice(start).replace(/, received .*$/s, ''));
}

/** Different expectations as one: each without its first word, which stands before all of them. */
function anyOf(choices: readonly Clause[]): Clause {
  const bare = choices.map(({ text, values }) => ({ text: text.replace(/^expected /, ''), values }));
  const byWords = new Map(bare.map((choice) => [wordsOfClause(choice), choice]));
  return [...byWords.values()].reduce((left, right) => clause`${left} or ${right}`);
}

/** Kinds of values in the messages of schemas. */
const kinds: Readonly<Record<string, Clause>> = {
  number: clause`number`,
  int: clause`int`,
  string: clause`string`,
  boolean: clause`boolean`,
  array: clause`array`,
  object: clause`object`,
  record: clause`object`,
  tuple: clause`tuple`,
  null: clause`null`,
  characters: clause`characters`,
  items: clause`items`,
};

/** A message of a schema in its parts; messages of our own are clauses as they are. */
function schemaClause(message: string): Clause {
  const kind = (word: string): ClauseValue => kinds[word] ?? word;
  const plain = /^expected (\w+)$/u.exec(message);
  if (plain?.[1] !== undefined) return clause`expected ${kind(plain[1])}`;
  const bound = /^expected (\w+) to be ([<>]=?)(\S+)$/u.exec(message);
  if (bound !== null) return clause`expected ${kind(bound[1] ?? '')} to be ${bound[2] ?? ''}${bound[3] ?? ''}`;
  const size = /^expected (\w+) to have ([<>]=?)(\d+) (\w+)$/u.exec(message);
  if (size !== null)
    return clause`expected ${kind(size[1] ?? '')} to have ${size[2] ?? ''}${size[3] ?? ''} ${kind(size[4] ?? '')}`;
  const choice = /^expected one of (.+)$/su.exec(message);
  return choice?.[1] === undefined ? fixedClause(message) : clause`expected one of ${choice[1]}`;
}

import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { UsageError } from '../model/usage-error.ts';
import { describeIssue, formatPath, innermost, type Path } from './describe-issue.ts';
import { readText } from './read-text.ts';

/** A configuration file, read and checked. */
export interface CheckedYaml<Value> {
  readonly value: Value;
  readonly bytes: Uint8Array;
  /** Builds the error (file, line, path) for a mistake that the schema cannot find. */
  readonly mistake: (path: Path, what: string) => UsageError;
}

/**
 * Reads and checks a YAML file. Throws `UsageError` (one sentence with file, line, path and
 * expectation) if it is missing, not UTF-8, not YAML, or does not match the schema.
 */
export function readYaml<Schema extends z.ZodType>(file: string, schema: Schema): CheckedYaml<z.output<Schema>> {
  const { bytes, text } = readText(file);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const syntax = document.errors[0];
  if (syntax) {
    const what = syntax.message.replace(/\s+/g, ' ').replace(/[.\s]+$/, '');
    throw new UsageError(`${file} line ${lines.linePos(syntax.pos[0]).line}: expected valid YAML: ${what}.`);
  }
  const mistake = (path: Path, what: string) => {
    const line = lineOf(path);
    const place = [line === null ? file : `${file} line ${line}`, formatPath(path)].filter((part) => part !== '');
    return new UsageError(`${place.join(', ')}: ${what}.`);
  };
  const lineOf = (path: Path): number | null => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) {
        return lines.linePos(node.range[0]).line;
      }
    }
    return null;
  };
  let raw: unknown;
  try {
    raw = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    // Unresolved anchors, and aliases that expand without end.
    throw new UsageError(`${file}: expected valid YAML: ${error instanceof Error ? error.message : 'broken alias'}.`);
  }
  const checked = schema.safeParse(raw);
  if (checked.success) {
    return { value: checked.data, bytes, mistake };
  }
  // A misspelt key is reported as unknown and as missing; the unknown name helps more.
  const { issues } = checked.error;
  const first = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (!first) {
    throw new Error('a schema failed without naming an issue');
  }
  const { issue, path } = innermost(first);
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more in this file)` : '';
  throw mistake(path, `${describeIssue(issue, path, raw)}${more}`);
}

import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Clause, clause } from './clause.ts';
import { describeIssue, formatPath, innermost, type Path } from './describe-issue.ts';
import { fileMistake, PackMistake, type Report, throwFirst } from './mistake.ts';
import { readText } from './read-text.ts';

/** Builds the error (file, line, path) for a mistake that the schema cannot find. */
export type Mistake = (path: Path, what: Clause) => PackMistake;

/** Takes the mistakes of one file by their path. */
export type Complain = (path: Path, what: Clause) => void;

/** A configuration file, read and checked. */
export interface CheckedYaml<Value> {
  readonly value: Value;
  readonly bytes: Uint8Array;
  /** What the file holds, before its schema. */
  readonly raw: unknown;
  readonly mistake: Mistake;
}

/** What files hold as far as somebody parsed them: by path, their bytes and the plain data in them. */
export type ParsedFiles = ReadonlyMap<string, Pick<CheckedYaml<unknown>, 'bytes' | 'raw'>>;

/**
 * Reads and checks a YAML file. Throws `UsageError` (one sentence with file, line, path and
 * expectation) if it is missing, not UTF-8, not YAML, or does not match the schema.
 */
export function readYaml<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  parsed: ParsedFiles = new Map(),
): CheckedYaml<z.output<Schema>> {
  const found: PackMistake[] = [];
  const checked = inspectYaml(file, schema, (mistake) => found.push(mistake), parsed);
  if (checked !== null) return checked;
  const [first] = found;
  if (first === undefined) throw new Error('a file failed its check without a mistake');
  if (found.length === 1) throw first;
  throw new PackMistake(first.place, clause`${first.clause} (and ${found.length - 1} more in this file)`, first.shown);
}

/** The same, with every mistake of the file; null after one. */
export function inspectYaml<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  report: Report,
  earlier: ParsedFiles = new Map(),
): CheckedYaml<z.output<Schema>> | null {
  const parsed = parsedBefore(file, earlier) ?? parseYaml(file, report);
  if (parsed === null) return null;
  const { bytes, raw, mistake } = parsed;
  const checked = schema.safeParse(raw);
  if (checked.success) return { value: checked.data, bytes, raw, mistake };
  for (const { issue, path } of issuesOf(checked.error)) report(mistake(path, describeIssue(issue, path, raw)));
  return null;
}

interface ParsedText {
  readonly document: Document;
  readonly lines: LineCounter;
}

let mostKept = 0;
const kept = new Map<string, ParsedText>();

/**
 * Keeps the documents of so many texts, those that were read last; none unless this is called. For a
 * process that reads the same files many times: parsing is most of the work, and a command that reads
 * its configuration once has no use for the memory.
 */
export function keepDocuments(count: number): void {
  mostKept = count;
}

/** The document of a text; nobody changes it. */
function documentOf(text: string): ParsedText {
  const before = kept.get(text);
  const lines = before?.lines ?? new LineCounter();
  const document = before?.document ?? parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (mostKept > 0) {
    kept.delete(text);
    kept.set(text, { document, lines });
    for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
  }
  return { document, lines };
}

/** A YAML file before any schema; `raw` is what it holds. Null after a mistake. */
export function parseYaml(
  file: string,
  report: Report = throwFirst,
): { readonly bytes: Uint8Array; readonly raw: unknown; readonly mistake: Mistake } | null {
  const { bytes, text } = readText(file);
  const { document, lines } = documentOf(text);
  for (const { message, pos } of document.errors) {
    const what = clause`expected valid YAML: ${message.replace(/\s+/g, ' ').replace(/[.\s]+$/, '')}`;
    const { line, col } = lines.linePos(pos[0]);
    report(new PackMistake({ file, line, column: col, path: '' }, what, 'line'));
  }
  if (document.errors.length > 0) return null;
  const mistake: Mistake = (path, what) => {
    const offset = offsetOf(document, path);
    const { line, col } = offset === null ? { line: null, col: null } : lines.linePos(offset);
    return new PackMistake({ file, line, column: col, path: formatPath(path) }, what, 'path');
  };
  try {
    return { bytes, raw: document.toJS({ maxAliasCount: 100 }), mistake };
  } catch (error) {
    // Unresolved anchors, and aliases that expand without end.
    report(fileMistake(file, clause`expected valid YAML: ${error instanceof Error ? error.message : 'broken alias'}`));
    return null;
  }
}

/** A file as it was parsed before; null if it was not, or has changed. */
function parsedBefore(file: string, earlier: ParsedFiles): ReturnType<typeof parseYaml> {
  const known = earlier.get(file);
  if (known === undefined) return null;
  const { bytes } = readText(file);
  if (Buffer.compare(known.bytes, bytes) !== 0) return null;
  const mistake: Mistake = (path, what) =>
    // Where things stand in the file is asked for only when there is a mistake.
    parseYaml(file)?.mistake(path, what) ?? fileMistake(file, what);
  return { bytes, raw: known.raw, mistake };
}

/** Position of the node at a path, or of the nearest one above it that has a position. */
function offsetOf(document: Document, path: Path): number | null {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
    const key = keyAt(document, path.slice(0, length));
    if (key !== null) return key;
  }
  return null;
}

/** Position of the key of a pair whose value is empty and has no position of its own. */
function keyAt(document: Document, path: Path): number | null {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return null;
  const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1));
  return isScalar(pair?.key) && pair.key.range ? pair.key.range[0] : null;
}

/**
 * The issues of a failed check, unknown keys first: a misspelt key is reported as unknown and as
 * missing, and the unknown name helps more.
 */
function issuesOf(error: z.ZodError): { readonly issue: z.core.$ZodIssue; readonly path: Path }[] {
  const unknown = error.issues.filter(({ code }) => code === 'unrecognized_keys');
  const others = error.issues.filter(({ code }) => code !== 'unrecognized_keys');
  return [
    ...unknown.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ issue, path: [...issue.path, key] })) : [],
    ),
    ...others.map((issue) => innermost(issue)),
  ];
}

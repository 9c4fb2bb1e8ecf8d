import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { findingStateSchema, findingStates } from '../model/finding.ts';
import { UsageError } from '../model/usage-error.ts';
import { quoteValue, readText } from './read-text.ts';

/** Columns of a sheet of verdicts, or keys of its lines. */
const columns = ['government', 'probe', 'state', 'value', 'who', 'why'] as const;
type Column = (typeof columns)[number];
/** Those that a sheet may leave out. */
const optional: readonly Column[] = ['value', 'who', 'why'];

/** One line of a sheet of verdicts. */
export interface SheetVerdict {
  /** Line number in the file, from 1. */
  readonly line: number;
  /** Code, name or pinyin. */
  readonly government: string;
  readonly probe: string;
  readonly state: z.infer<typeof findingStateSchema>;
  /** What was measured; null: nothing. */
  readonly value: unknown;
  /** Null where the line names nobody. */
  readonly who: string | null;
  /** Null where the line gives no reason. */
  readonly why: string | null;
}

/** What is wrong with a line, as a clause. */
export interface SheetMistake {
  readonly line: number;
  readonly what: string;
}

export interface ReviewSheet {
  readonly verdicts: readonly SheetVerdict[];
  readonly mistakes: readonly SheetMistake[];
}

interface RawLine {
  readonly line: number;
  readonly fields: Readonly<Partial<Record<Column, unknown>>>;
}

const text = z.string().transform((value) => value.trim());
const lineSchema = z.object({
  government: text.pipe(z.string().min(1)),
  probe: text.pipe(z.string().min(1)),
  state: text.pipe(findingStateSchema),
  who: text.nullish(),
  why: text.nullish(),
});

/**
 * Reads a sheet of verdicts: JSON lines, or comma-separated values with a header (UTF-8, a byte
 * order mark and Windows line ends are fine). Mistakes of single lines are collected, so that all
 * can be mended at once.
 *
 * @throws UsageError for a file that cannot be read, without a verdict, or with another header.
 */
export function readReviewSheet(file: string): ReviewSheet {
  const { text: content } = readText(file);
  const mistakes: SheetMistake[] = [];
  const raw = /^\s*\{/u.test(content) ? jsonLines(content, mistakes) : csvLines(file, content);
  const verdicts = raw.flatMap((line) => verdictOf(line, mistakes));
  if (raw.length === 0 && mistakes.length === 0) {
    throw new UsageError(`${file} holds no verdict; expected lines of ${columns.join(', ')}`);
  }
  return { verdicts, mistakes: mistakes.sort((a, b) => a.line - b.line) };
}

function verdictOf({ line, fields }: RawLine, mistakes: SheetMistake[]): SheetVerdict[] {
  const parsed = lineSchema.safeParse(fields);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const key = String(issue?.path[0] ?? '');
    const found = quoteValue(Reflect.get(fields, key) ?? null);
    const expected = key === 'state' ? `one of ${findingStates.join(', ')}` : 'a text';
    mistakes.push({ line, what: `${key}: expected ${expected}, found ${found}` });
    return [];
  }
  const value = statedValue(fields.value);
  if (typeof value === 'string') {
    mistakes.push({ line, what: `value: ${value}` });
    return [];
  }
  const { government, probe, state, who, why } = parsed.data;
  return [{ line, government, probe, state, value: value.value, who: who || null, why: why || null }];
}

/** The value of a line, or what is wrong with it. */
function statedValue(given: unknown): { readonly value: unknown } | string {
  if (given === undefined || given === null) return { value: null };
  return typeof given === 'string' ? parseReviewValue(given) : { value: given };
}

/**
 * The value that a person states: a JSON object, or pairs such as `level=working; count=3`. Empty
 * text states nothing. A string is a clause about what is wrong.
 */
export function parseReviewValue(given: string): { readonly value: unknown } | string {
  const trimmed = given.trim();
  if (trimmed === '') return { value: null };
  const expected = 'expected a JSON object such as {"level":"working"}, or level=working; count=3';
  if (/^[{["]/u.test(trimmed) || trimmed === 'null') {
    try {
      return { value: JSON.parse(trimmed) };
    } catch {
      return `${expected}, found ${quoteValue(trimmed)}`;
    }
  }
  const pairs: [string, unknown][] = [];
  for (const pair of trimmed.split(/[;；]/u).filter((part) => part.trim() !== '')) {
    const [, key, held] = /^\s*([A-Za-z]\w*)\s*[=＝]\s*(.*?)\s*$/u.exec(pair) ?? [];
    if (key === undefined || held === undefined || held === '') return `${expected}, found ${quoteValue(trimmed)}`;
    pairs.push([key, scalar(held)]);
  }
  return { value: Object.fromEntries(pairs) };
}

/** A number, true, false, null or a list in JSON; anything else is a text. */
function scalar(held: string): unknown {
  try {
    return JSON.parse(held);
  } catch {
    return held;
  }
}

function jsonLines(content: string, mistakes: SheetMistake[]): RawLine[] {
  return content.split('\n').flatMap((one, index): RawLine[] => {
    const line = index + 1;
    if (one.trim() === '') return [];
    try {
      const fields = z.record(z.string(), z.unknown()).safeParse(JSON.parse(one));
      const strange = Object.keys(fields.data ?? {}).find((key) => !columns.some((column) => column === key));
      if (fields.success && strange === undefined) return [{ line, fields: fields.data }];
      const found = strange === undefined ? quoteValue(one.trim()) : `the key ${quoteValue(strange)}`;
      mistakes.push({ line, what: `expected an object with ${columns.join(', ')}, found ${found}` });
    } catch {
      mistakes.push({ line, what: `expected JSON on one line, found ${quoteValue(one.trim())}` });
    }
    return [];
  });
}

/** Output of csv-parse with `info`; `lines` is the line number at the end of a record. */
const recordsSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

function csvLines(file: string, content: string): RawLine[] {
  const [header, ...rows] = csvRecords(file, content);
  if (header === undefined) return [];
  const names = header.record.map((name) => name.trim().toLowerCase());
  const strange = names.find((name) => !columns.some((column) => column === name));
  const missing = columns.find((column) => !optional.includes(column) && !names.includes(column));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (strange !== undefined || missing !== undefined || twice !== undefined) {
    const wrong = strange !== undefined ? `found ${quoteValue(strange)}` : missing && `${missing} is missing`;
    throw new UsageError(
      `${file} line ${header.info.lines}: expected a header of ${columns.join(', ')} (${optional.join(', ')} may be left out), ${wrong ?? `${twice} stands twice`}`,
    );
  }
  return rows.map(({ record, info }) => ({
    line: info.lines,
    fields: Object.fromEntries(names.map((name, index) => [name, record[index] ?? ''])),
  }));
}

function csvRecords(file: string, content: string): z.infer<typeof recordsSchema> {
  try {
    const options = { info: true, bom: true, skip_empty_lines: true, relax_column_count: true };
    const records = recordsSchema.parse(parse(content, options));
    return records.filter(({ record }) => record.some((field) => field.trim() !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    const what = error.code.includes('QUOTE') ? 'an unbalanced quote' : error.code;
    throw new UsageError(`${file} line ${line}: expected comma-separated values, found ${what}.`);
  }
}

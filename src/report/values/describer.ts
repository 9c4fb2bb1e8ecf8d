import type { z } from 'zod';
import type { Messages } from '../messages.ts';
import { wordFor } from '../messages.ts';
import { decimals, percent } from '../text.ts';

/** A clause of a sentence; null where the value says nothing about it. */
export type Clause = string | null;

/** The clauses of a value; null for a value of another shape. */
export type Describer = (value: unknown, messages: Messages) => readonly Clause[] | null;

/**
 * Describes values of one probe.
 * @param schema shape of the value; partial, since a truth sheet or a review may leave fields out
 */
export function describer<Schema extends z.ZodType>(
  schema: Schema,
  clausesOf: (value: z.output<Schema>, messages: Messages) => readonly Clause[],
): Describer {
  return (value, messages) => {
    const read = schema.safeParse(value);
    return read.success ? clausesOf(read.data, messages) : null;
  };
}

/** The level in words; a null level means that it could not be measured. */
export function levelClause(
  level: 'linked' | 'reachable' | 'working' | null | undefined,
  { values }: Messages,
): Clause {
  if (level === undefined) return null;
  return level === null ? values.levelOpen : values.levels[level];
}

/** A clause about a number; null without one. */
export function counted(count: number | null | undefined, clause: (count: string) => string): Clause {
  return count === null || count === undefined ? null : clause(String(count));
}

/** A clause about a share of 0..1; null without one. */
export function shared(share: number | null | undefined, clause: (share: string) => string): Clause {
  return share === null || share === undefined ? null : clause(percent(share, 1));
}

/** One of two clauses; null where the answer is not known. */
export function either(answer: boolean | null | undefined, yes: string, no: string): Clause {
  return answer === null || answer === undefined ? null : answer ? yes : no;
}

/** A clause with the names of things; null for none. */
export function listed(
  names: readonly string[] | null | undefined,
  clause: (names: string) => string,
  mark: string,
): Clause {
  return names === null || names === undefined || names.length === 0 ? null : clause(names.join(mark));
}

/** Names of ids from the catalogue; an id without a name stands for itself. */
export function namesOf(ids: readonly string[], words: Readonly<Record<string, string>>): string[] {
  return ids.map((id) => wordFor(words, id));
}

/** What could not be settled; null where everything was. */
export function unclearClause(names: readonly string[] | undefined, { values, listMark }: Messages): Clause {
  return listed(names, values.unclear, listMark);
}

/** Why a page did not open; null where it did. */
export function failureClause(failure: string | null | undefined, { values, reasons }: Messages): Clause {
  return failure === null || failure === undefined ? null : values.failure(wordFor(reasons, failure));
}

/** A number of 0..100 as it was published. */
export function publishedRate(rate: number): string {
  return `${decimals(rate, Number.isInteger(rate) ? 0 : 2)}%`;
}

import { type Messages, wordFor } from '../messages.ts';
import { excerpt } from '../text.ts';
import { data } from './data.ts';
import type { Describer } from './describer.ts';
import { intelligence } from './intelligence.ts';
import { response } from './response.ts';
import { supply } from './supply.ts';

const describers: Readonly<Record<string, Describer>> = { ...supply, ...response, ...intelligence, ...data };

/** Longest description, in characters. */
const longest = 400;
/** Values of unknown shape are described to this depth. */
const deepest = 2;

/** Ids of the probes whose values have words of their own. */
export const describedProbes: readonly string[] = Object.keys(describers);

/**
 * A measured value as a sentence for people, not escaped. A value whose shape is not the probe's own
 * (of an earlier version, or of a pack's own probe) is listed field by field. Null where the value
 * says nothing.
 */
export function describeValue(
  probe: string,
  value: Readonly<Record<string, unknown>> | null,
  messages: Messages,
): string | null {
  if (value === null) return null;
  const own = Object.hasOwn(describers, probe) ? describers[probe]?.(value, messages) : null;
  const clauses = (own ?? fields(value, messages, deepest)).filter((clause) => clause !== null && clause !== '');
  return clauses.length === 0 ? null : excerpt(clauses.join(messages.comma), longest);
}

function fields(value: object, messages: Messages, depth: number): string[] {
  return Object.entries(value).flatMap(([name, field]) => {
    const text = plain(field, messages, depth);
    if (text === null) return [];
    const isNested = typeof field === 'object' && !Array.isArray(field);
    return [isNested ? messages.values.named(name, text) : messages.pair(name, text)];
  });
}

/** A field of unknown meaning; null where it holds nothing. */
function plain(field: unknown, messages: Messages, depth: number): string | null {
  const { values, listMark, comma } = messages;
  if (field === null || field === undefined || field === '') return null;
  if (typeof field === 'boolean') return field ? values.yes : values.no;
  if (typeof field === 'string') return wordFor(values.levels, field);
  if (typeof field !== 'object') return String(field);
  if (depth === 0) return null;
  const parts = Array.isArray(field)
    ? field.flatMap((item) => plain(item, messages, depth - 1) ?? [])
    : fields(field, messages, depth - 1);
  return parts.length === 0 ? null : parts.join(Array.isArray(field) ? listMark : comma);
}

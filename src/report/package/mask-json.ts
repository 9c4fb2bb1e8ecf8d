import type { Mask } from './mask.ts';

/** Addresses and hashes name what is published elsewhere in the package, so figures in them stay. */
const reference = /^(?:https?:\/\/|[0-9a-f]{16,}$)/iu;

/**
 * A JSON value with personal data masked in every text inside it but addresses and hashes. Names of
 * members stay too.
 */
export function maskedJson(value: unknown, mask: Mask): unknown {
  if (typeof value === 'string') return reference.test(value) ? value : mask.mask(value).text;
  if (Array.isArray(value)) return value.map((item) => maskedJson(item, mask));
  if (typeof value !== 'object' || value === null) return value;
  return maskedMembers(value, mask);
}

/** The same for an object, whose members keep their names and order. */
export function maskedMembers(value: object, mask: Mask): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, maskedJson(item, mask)]));
}

/** A line of a log with personal data masked; one that is no JSON, such as a line cut short, as text. */
export function maskedLine(line: string, mask: Mask): string {
  try {
    return JSON.stringify(maskedJson(JSON.parse(line), mask));
  } catch {
    return mask.mask(line).text;
  }
}

import { failureClassSchema, type UnknownReason } from '../../model/failure.ts';

/** A missing page is a fact about the site; other failures leave the result open. */
const siteFailures: ReadonlySet<string> = new Set(['http-4xx']);

/**
 * Why the function of a thing could not be tested: the first failure not caused by the thing itself
 * (no browser, timeout, wall, own error). Null if there is none; notes that are not failures are
 * ignored.
 */
export function untestedReason(notes: readonly (string | null)[]): UnknownReason | null {
  for (const note of notes) {
    const failure = failureClassSchema.safeParse(note);
    if (failure.success && !siteFailures.has(failure.data)) return failure.data;
  }
  return null;
}

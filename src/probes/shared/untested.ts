import { failureClassSchema, type UnknownReason } from '../../model/failure.ts';

/** A page that is gone is a fact of the site; every other failure leaves open what would have been seen without it. */
const tellsOfTheSite: ReadonlySet<string> = new Set(['http-4xx']);

/**
 * Why it could not be tried how far a thing works: the first failure that says nothing about the thing itself (no browser, a time-out, a
 * wall, a mistake of ours); null where none stood in the way. Other notes are no failures.
 */
export function untestedReason(notes: readonly (string | null)[]): UnknownReason | null {
  for (const note of notes) {
    const failure = failureClassSchema.safeParse(note);
    if (failure.success && !tellsOfTheSite.has(failure.data)) return failure.data;
  }
  return null;
}

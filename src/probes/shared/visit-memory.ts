import type { Seen } from '../../reading/coverage.ts';

/**
 * What was worked out about a visit as a whole, so that probes that ask the same are answered once.
 * A result must depend on the visit and the key alone, and nobody may change it.
 */
export class VisitMemory<Result> {
  readonly #known = new WeakMap<object, Map<string, Result>>();

  /** The result for a key; made on first use. */
  of({ visit }: Seen, key: string, make: () => Result): Result {
    const results = this.#known.get(visit) ?? new Map<string, Result>();
    this.#known.set(visit, results);
    const known = results.get(key);
    if (known !== undefined) return known;
    const made = make();
    results.set(key, made);
    return made;
  }
}

import type { Erratum } from '../model/erratum.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Edition } from '../store/editions.ts';
import type { Store } from '../store/store.ts';

/** What was said about an edition after it was frozen. */
export interface Corrections {
  /** Errata, oldest first. */
  readonly errata: readonly Erratum[];
  /** The edition that corrects it. */
  readonly replacedBy: Edition | null;
}

export interface ErratumRequest {
  readonly edition: string;
  readonly who: string;
  /** What was wrong. */
  readonly what: string;
}

const longestText = 2000;

/** Reads what was said about an edition since. @throws UsageError for an unknown edition. */
export async function correctionsOf(store: Store, edition: string): Promise<Corrections> {
  const { name } = await store.editions.get(edition);
  return { errata: await store.errata.list(name), replacedBy: await store.editions.successor(name) };
}

/**
 * Appends an erratum to an edition. The edition itself does not change.
 *
 * @throws UsageError for an unknown edition and for an empty or too long text.
 */
export async function addErratum(store: Store, request: ErratumRequest, now: Date): Promise<Erratum> {
  const edition = await store.editions.get(request.edition);
  return store.errata.append(edition, {
    who: textOf('--who', 'the name of the person who states it', request.who),
    what: textOf('--what', 'what is wrong in the edition', request.what),
    when: now.toISOString(),
  });
}

function textOf(option: string, expected: string, text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new UsageError(`${option} is empty; expected ${expected}`);
  if (trimmed.length <= longestText) return trimmed;
  throw new UsageError(`${option} has ${trimmed.length} characters; expected at most ${longestText}`);
}

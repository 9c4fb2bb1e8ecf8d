import { z } from 'zod';
import { canonicalJson, textHash } from './canonical-json.ts';

export const erratumSchema = z.object({
  /** Sequence number over all editions, from 1. */
  id: z.number().int(),
  edition: z.string(),
  who: z.string(),
  /** ISO 8601 UTC. */
  when: z.string(),
  what: z.string().describe('what was found to be wrong'),
  sha256: z.string().describe('over the above and the erratum before it, or the seal of the edition for the first'),
});
/** What a person found to be wrong in a frozen edition. */
export type Erratum = Readonly<z.infer<typeof erratumSchema>>;

/**
 * Hash of an erratum. It includes the one before it, so that none can be changed or taken out of
 * the row without a trace.
 *
 * @param before hash of the erratum before, or the seal of the edition for the first
 */
export function erratumHash({ id, edition, who, when, what }: Omit<Erratum, 'sha256'>, before: string): string {
  return textHash(canonicalJson({ id, edition, who, when, what, before }));
}

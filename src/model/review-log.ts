import { z } from 'zod';
import { canonicalJson, textHash } from './canonical-json.ts';

/**
 * - `verdict`: a person's decision about a finding; it counts.
 * - `withdrawal`: takes an earlier entry back.
 * - `second`: a blind second reading; it is compared and never counts.
 * - `skip`: a person passed over an entry of the queue.
 * - `objection`: what a government says against a finding.
 */
export const logKinds = ['verdict', 'withdrawal', 'second', 'skip', 'objection'] as const;
export type LogKind = (typeof logKinds)[number];

export const attachmentSchema = z.strictObject({
  name: z.string().describe('name of the file as it was handed in, without folders'),
  type: z.string().describe('media type, found by its content'),
  bytes: z.number().int(),
  sha256: z.string(),
});
/** A file that a person adds to a decision; its bytes are among the evidence. */
export type Attachment = z.infer<typeof attachmentSchema>;

export const objectionSourceSchema = z.strictObject({
  /** Who signed it. */
  signer: z.string(),
  office: z.string(),
  /** ISO day on the document. */
  dated: z.string(),
  /** SHA-256 of the file as it arrived; its bytes are among the evidence. */
  file: z.string(),
  /** Reference number of the sender. */
  reference: z.string().nullable(),
});

/** What an entry of the log says besides who, when and why; all keys are optional. */
export const reviewDetailsSchema = z.strictObject({
  /** Id of the first entry of a decision on several findings at once. */
  decision: z.number().int().optional(),
  /** The cause that was judged with this finding, whether its claim was wrong, and what was known of it before. */
  cause: z
    .strictObject({
      ...{ name: z.string(), wrong: z.boolean(), expected: z.number() },
      surprise: z.strictObject({ value: z.number(), products: z.number().int() }).optional(),
    })
    .optional(),
  /** Doubt that was stated about the claim before the decision. */
  expected: z.number().optional(),
  /** Ids of the two readings that a verdict decides between. */
  adjudicates: z.array(z.number().int()).optional(),
  attachment: attachmentSchema.optional(),
  objection: objectionSourceSchema.optional(),
});
export type ReviewDetails = z.infer<typeof reviewDetailsSchema>;

/** The end of the log: how many entries it has, and the hash of the last one. */
export const chainHeadSchema = z.object({ length: z.number().int(), sha256: z.string() });
export type ChainHead = z.infer<typeof chainHeadSchema>;

/** What the first entry continues. */
export const emptyChain: ChainHead = { length: 0, sha256: textHash('govprobe review log') };

/** An entry as it is stored, column by column. */
export interface StoredEntry {
  readonly id: number;
  readonly kind: string;
  readonly code: string;
  readonly probe: string;
  readonly run: string;
  readonly observed: string;
  readonly machine: string;
  readonly machine_hash: string;
  readonly state: string | null;
  readonly value: string | null;
  readonly who: string;
  readonly made: string;
  readonly why: string;
  readonly withdraws: number | null;
  readonly details: string | null;
}

/**
 * Hash of an entry of the log. It includes the one before it, so that none can be changed, taken
 * out or put elsewhere without a trace.
 *
 * @param before hash of the entry before
 */
export function entryHash(entry: StoredEntry, before: string): string {
  const { id, kind, code, probe, run, observed, machine, machine_hash, state, value } = entry;
  const { who, made, why, withdraws, details } = entry;
  const content = { id, kind, code, probe, run, observed, machine, machine_hash, state, value };
  return textHash(canonicalJson({ ...content, who, made, why, withdraws, details, before }));
}

/**
 * Names everything that is wrong with the log: entries that were changed, removed, added between,
 * put elsewhere or cut off.
 *
 * @param entries in the order of their ids
 * @param heads heads that were stored elsewhere, each with where
 */
export function chainDamage(
  entries: readonly (StoredEntry & { readonly sha256: string | null })[],
  heads: readonly { readonly head: ChainHead; readonly where: string }[],
): string[] {
  const damage: string[] = [];
  const hashes = new Map<number, string>([[0, emptyChain.sha256]]);
  let before = emptyChain.sha256;
  for (const [index, entry] of entries.entries()) {
    const expected = index + 1;
    if (entry.id !== (entries[index - 1]?.id ?? 0) + 1)
      damage.push(`review log: entry ${(entries[index - 1]?.id ?? 0) + 1} is missing before entry ${entry.id}`);
    if (entryHash(entry, before) !== entry.sha256)
      damage.push(`review log: entry ${entry.id} was changed, or the entry before it was`);
    before = entry.sha256 ?? '';
    hashes.set(expected, before);
  }
  for (const { head, where } of heads) {
    if (head.length > entries.length)
      damage.push(`review log: it has ${entries.length} entries, ${where} states ${head.length}: its end was cut off`);
    else if (hashes.get(head.length) !== head.sha256)
      damage.push(`review log: entry ${head.length} is not the one that ${where} states`);
  }
  return damage;
}

import type { Kysely } from 'kysely';
import { z } from 'zod';
import { textHash } from '../model/canonical-json.ts';
import { bytesOf, captureSchema } from '../model/capture.ts';
import { type Edition, type RecordHash, recordHashSchema, sealOf } from './edition.ts';
import type { Tables } from './tables.ts';

/** What a check of the records of an edition found. */
export interface RecordCheck {
  /** One sentence for each damage; empty when the edition is what was frozen. */
  readonly damage: readonly string[];
  /** The bytes that the intact records refer to: hash → code and address of the first capture. */
  readonly evidence: ReadonlyMap<string, string>;
}

/** Records of which an edition has one. */
const single = ['assessment', 'counts', 'pack', 'reviews', 'tree'] as const;
/** Parts of which a government has both or neither. */
const pairs = [
  ['government', 'score'],
  ['findings', 'visit'],
] as const;

/** Hashes of the records of an edition as they are stored with them. */
export function storedHashes(db: Kysely<Tables>, name: string): Promise<RecordHash[]> {
  return db
    .selectFrom('edition_records')
    .select(['part', 'key', 'sha256'])
    .where('edition', '=', name)
    .orderBy('part')
    .orderBy('key')
    .execute();
}

/** Recomputes every hash of an edition and names each record that is damaged, missing or added. */
export async function checkRecords(db: Kysely<Tables>, { sha256, ...meta }: Edition): Promise<RecordCheck> {
  const damage: string[] = [];
  const evidence = new Map<string, string>();
  const found: RecordHash[] = [];
  let manifest: readonly RecordHash[] | null = null;
  const changed = new Set<string>();
  for (const { part, key, sha256: stated } of await storedHashes(db, meta.name)) {
    const content = await contentOf(db, meta.name, part, key);
    const hash = textHash(content);
    found.push({ part, key, sha256: hash });
    if (hash !== stated) {
      changed.add(nameOf({ part, key }));
      const unread = holdsCaptures(part) ? '; the evidence that it refers to was not checked' : '';
      damage.push(`record ${nameOf({ part, key })}: its content has another hash than the one stored with it${unread}`);
    } else if (part === 'manifest') manifest = z.array(recordHashSchema).parse(JSON.parse(content));
    else if (holdsCaptures(part)) addEvidence(evidence, JSON.parse(content));
  }
  const isSealed = sealOf(meta, found) === sha256;
  if (manifest !== null) damage.push(...againstManifest(found, manifest, changed));
  else if (!isSealed) damage.push(...incomplete(found));
  if (!isSealed) damage.push(sealDamage(damage.length > 0));
  return { damage, evidence };
}

async function contentOf(db: Kysely<Tables>, name: string, part: string, key: string): Promise<string> {
  const row = await db
    .selectFrom('edition_records')
    .select('content')
    .where('edition', '=', name)
    .where('part', '=', part)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  return row.content;
}

const capturesSchema = z.object({ captures: z.array(captureSchema) });
const holderSchema = z.union([capturesSchema, z.array(capturesSchema)]);

function holdsCaptures(part: string): boolean {
  return part === 'visit' || part === 'stale';
}

function addEvidence(evidence: Map<string, string>, content: unknown): void {
  for (const { captures } of [holderSchema.parse(content)].flat())
    for (const capture of captures)
      for (const hash of bytesOf(capture))
        if (!evidence.has(hash)) evidence.set(hash, `${capture.government} ${capture.url}`);
}

/** Compares what is there with the list of what was frozen. */
function againstManifest(
  found: readonly RecordHash[],
  manifest: readonly RecordHash[],
  changed: ReadonlySet<string>,
): string[] {
  const there = new Map(found.map((record) => [nameOf(record), record.sha256]));
  const listed = new Set(manifest.map(nameOf));
  const lost = manifest.flatMap((record) => {
    const name = nameOf(record);
    const hash = there.get(name);
    if (hash === undefined) return [`record ${name}: it is missing${unseenEvidence(record)}`];
    return hash === record.sha256 || changed.has(name) ? [] : [`record ${name}: it is not the one that was frozen`];
  });
  const added = found.filter((record) => record.part !== 'manifest' && !listed.has(nameOf(record)));
  return [...lost, ...added.map((record) => `record ${nameOf(record)}: it was added after the edition was frozen`)];
}

function unseenEvidence({ part }: Pick<RecordHash, 'part'>): string {
  return holdsCaptures(part) ? ', and the evidence that it referred to was not checked' : '';
}

/**
 * Names records that must have been there in an edition without a manifest: those that every
 * edition has, and those whose counterpart is there.
 */
function incomplete(found: readonly RecordHash[]): string[] {
  const parts = new Set(found.map(({ part }) => part));
  const damage = single.flatMap((part) => (parts.has(part) ? [] : [`record ${part}: it is missing`]));
  const codesOf = (wanted: string): Set<string> =>
    new Set(found.filter(({ part }) => part === wanted).map(({ key }) => key.split('/')[0] ?? key));
  for (const [one, other] of pairs) {
    const [first, second] = [codesOf(one), codesOf(other)];
    for (const [part, own, opposite] of [
      [one, first, second],
      [other, second, first],
    ] as const)
      for (const code of [...opposite].sort())
        if (!own.has(code)) damage.push(`record ${part} ${code}: it is missing${unseenEvidence({ part })}`);
  }
  return damage;
}

function sealDamage(isExplained: boolean): string {
  const sentence = 'the seal over the edition and all its records does not fit';
  return isExplained
    ? sentence
    : `${sentence}: its name, year, note, date, versions, runs or the edition it replaces were changed, or a record is missing`;
}

/** `visit 510100/0000`, or `tree` where there is only one. */
function nameOf({ part, key }: Pick<RecordHash, 'part' | 'key'>): string {
  return key === '' ? part : `${part} ${key}`;
}

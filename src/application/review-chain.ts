import type { ChainHead } from '../model/review-log.ts';
import { UsageError } from '../model/usage-error.ts';
import { editionChainHead } from '../pipeline/assessment/editions/read.ts';
import type { Store } from '../store/store.ts';

/** A stated end of the review log, and who states it. */
export interface StatedHead {
  readonly head: ChainHead;
  readonly where: string;
}

/** What a check of the review log found. */
export interface ChainCheck {
  readonly head: ChainHead;
  /** Editions that state an end of the log, and were compared. */
  readonly editions: readonly string[];
  /** One sentence for each entry that was changed, removed, moved or cut off. */
  readonly damage: readonly string[];
}

/** The ends of the log that editions state; those of earlier releases state none. */
export async function editionHeads(store: Store, names: readonly string[]): Promise<StatedHead[]> {
  const found: StatedHead[] = [];
  for (const name of names) {
    const head = await editionChainHead(store, name);
    if (head !== null) found.push({ head, where: `edition ${name}` });
  }
  return found;
}

/**
 * Recomputes the hash chain of the review log and compares it with the end that the data folder and
 * every edition state.
 *
 * @param known an end that somebody wrote down earlier: `LENGTH:SHA256`
 * @throws UsageError for a known end of another form.
 */
export async function checkReviewLog(store: Store, known?: string): Promise<ChainCheck> {
  const names = (await store.editions.list()).map(({ name }) => name);
  const stated: StatedHead[] = [];
  const unread: string[] = [];
  for (const name of names) {
    try {
      stated.push(...(await editionHeads(store, [name])));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      unread.push(error.message);
    }
  }
  const own = known === undefined ? [] : [{ head: parseHead(known), where: 'the stated end' }];
  const damage = await store.reviews.verify([...stated, ...own]);
  return {
    head: await store.reviews.head(),
    editions: stated.map(({ where }) => where.replace(/^edition /, '')),
    damage: [...damage, ...unread],
  };
}

/** `12:ab…`, as the check prints it. */
export function headText({ length, sha256 }: ChainHead): string {
  return `${length}:${sha256}`;
}

function parseHead(text: string): ChainHead {
  const [, length, sha256] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (length === undefined || sha256 === undefined)
    throw new UsageError(
      `the end of the review log ${JSON.stringify(text)}: expected LENGTH:SHA256, as \`govprobe review verify\` prints it`,
    );
  return { length: Number(length), sha256 };
}

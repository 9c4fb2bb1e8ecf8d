import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type FolderKind, folderKinds, type Nature } from '../model/nature.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Tables } from './tables.ts';

const kindSchema = z.enum(folderKinds);

/** What a data folder holds, written with its first run and never changed. */
export class Folder {
  readonly #db: Kysely<Tables>;
  /** Absolute path. */
  readonly path: string;

  constructor(db: Kysely<Tables>, path: string) {
    this.#db = db;
    this.path = path;
  }

  /** Null while the folder has no run. */
  kind(): Promise<FolderKind | null> {
    return kindOfFolder(this.#db);
  }

  /**
   * Makes sure that runs of this nature may go into the folder; the first one decides its kind.
   *
   * @throws UsageError when the folder is of another kind; nothing is written then.
   */
  async claim(nature: Nature): Promise<void> {
    await claimFolder(this.#db, nature, `the data folder ${this.path}`);
  }
}

/** As `Folder.claim`, inside a transaction of the caller. */
export async function claimFolder(db: Kysely<Tables>, nature: Nature, folder: string): Promise<void> {
  const kind = await kindOfFolder(db);
  if (kind === nature) return;
  if (kind !== null) throw new UsageError(`${folder} ${refusals[kind]}; name another folder with --data`);
  await db
    .insertInto('folder')
    .values({ id: 1, kind: nature })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const written = await kindOfFolder(db);
  // Another process was first.
  if (written !== null && written !== nature) return claimFolder(db, nature, folder);
}

/** Why nothing of another nature is added to a folder of a kind. */
const refusals: Readonly<Record<FolderKind, string>> = {
  real: 'holds findings of real sites, to which nothing simulated is added',
  simulated:
    'holds a simulated country, to which nothing of real sites is added (a simulated run needs --sandbox, --recorded, or --proxy with --simulated)',
  mixed:
    'is mixed: an earlier release put runs of a simulated country and of real sites into it, so that nothing is added any more',
};

async function kindOfFolder(db: Kysely<Tables>): Promise<FolderKind | null> {
  const row = await db.selectFrom('folder').select('kind').where('id', '=', 1).executeTakeFirst();
  return row === undefined ? null : kindSchema.parse(row.kind);
}

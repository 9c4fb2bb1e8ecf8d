import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { findingSchema } from '../../../src/model/finding.ts';
import { backUp, restore } from '../../../src/pipeline/operations/retention/backup.ts';
import { ownFolder } from '../../../src/store/services.ts';
import { Store } from '../../../src/store/store.ts';
import { onPostgres, placeOf } from '../../store/place.ts';

/**
 * A data folder as commit c44850e left it, and what that commit's `findings --json` said of it: one invented town of four pages, crawled
 * without a browser, with a review and a frozen edition. Made by that commit's own commands; it is never made anew.
 */
export const oldData = z
  .object({ files: z.record(z.string(), z.base64()), findings: z.array(findingSchema) })
  .parse(JSON.parse(gunzipSync(readFileSync(new URL('c44850e.json.gz', import.meta.url))).toString('utf8')));

/**
 * Gives a data folder the store of the earlier release: its files or, on PostgreSQL, what a backup
 * of them brings there.
 */
export async function unpackOldData(folder: string): Promise<void> {
  if (!onPostgres) return writeFiles(folder);
  const [before, backup] = [`${folder}-before`, `${folder}-backup`];
  writeFiles(before);
  const store = await Store.open(before, 'write', ownFolder);
  try {
    await backUp(store, backup, Date.now());
  } finally {
    await store.close();
  }
  await restore(backup, folder, placeOf(folder));
}

function writeFiles(folder: string): void {
  for (const [name, content] of Object.entries(oldData.files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), Buffer.from(content, 'base64'));
  }
}

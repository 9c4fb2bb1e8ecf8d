import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { findingSchema } from '../../../src/model/finding.ts';

/**
 * A data folder as commit c44850e left it, and what that commit's `findings --json` said of it: one invented town of four pages, crawled
 * without a browser, with a review and a frozen edition. Made by that commit's own commands; it is never made anew.
 */
export const oldData = z
  .object({ files: z.record(z.string(), z.base64()), findings: z.array(findingSchema) })
  .parse(JSON.parse(gunzipSync(readFileSync(new URL('c44850e.json.gz', import.meta.url))).toString('utf8')));

/** Writes the data folder of the earlier release. */
export function unpackOldData(folder: string): void {
  for (const [name, content] of Object.entries(oldData.files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), Buffer.from(content, 'base64'));
  }
}

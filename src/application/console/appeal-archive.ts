import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pack } from '../../config/pack.ts';
import type { Store } from '../../store/store.ts';
import { type AppealChoice, writeAppeal } from '../appeal.ts';

/**
 * An appeal pack in memory; personal data in it is masked.
 *
 * @throws UsageError for an unknown government, probe, run or edition.
 */
export async function appealArchive(
  store: Store,
  pack: Pack,
  dataFolder: string,
  choice: Omit<AppealChoice, 'out' | 'unmasked'>,
): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'govprobe-appeal-'));
  try {
    const out = join(folder, 'appeal.zip');
    await writeAppeal(store, pack, dataFolder, { ...choice, out, unmasked: false });
    return readFileSync(out);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../model/usage-error.ts';
import { endingOf } from '../report/appeal/files.ts';
import type { Store } from '../store/store.ts';
import type { FindingEvidence } from './evidence.ts';

export interface SavedEvidence {
  /** Paths, in the order of the evidence. */
  readonly files: readonly string[];
  /** Hashes whose bytes are gone from the evidence folder. */
  readonly missing: readonly string[];
}

/**
 * Writes the pages and pictures behind a finding into a folder, unpacked: `1-<hash>.txt`, and
 * `1-<hash>.jpg` for the picture of the first page. Markup is written as text, so that opening it
 * runs no script of a site.
 *
 * @throws UsageError when the folder cannot be written.
 */
export async function saveEvidence(
  store: Pick<Store, 'evidence'>,
  { chain }: Pick<FindingEvidence, 'chain'>,
  folder: string,
): Promise<SavedEvidence> {
  const files: string[] = [];
  const missing: string[] = [];
  const save = async (hash: string | null, name: (bytes: Uint8Array) => string): Promise<void> => {
    if (hash === null) return;
    const bytes = await store.evidence.get(hash);
    if (bytes === null) missing.push(hash);
    else files.push(write(join(folder, name(bytes)), bytes));
  };
  const seen = new Set<string>();
  for (const [index, { capture, sha256, screenshot, type }] of chain.entries()) {
    if (seen.has(capture)) continue;
    seen.add(capture);
    const start = (hash: string): string => `${index + 1}-${hash.slice(0, 12)}`;
    await save(sha256, (bytes) => start(sha256 ?? '') + endingOf({ headers: { 'content-type': type ?? '' } }, bytes));
    await save(screenshot, () => `${start(screenshot ?? '')}.jpg`);
  }
  return { files, missing };
}

function write(file: string, bytes: Uint8Array): string {
  try {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, bytes);
    return file;
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

import { createHash, randomUUID } from 'node:crypto';
import { copyFileSync, createReadStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PQueue from 'p-queue';
import { z } from 'zod';
import { readText } from '../../../config/read-text.ts';
import { UsageError } from '../../../model/usage-error.ts';
import type { EvidenceStore } from '../../../store/evidence.ts';
import { EvidenceFiles } from '../../../store/evidence-files.ts';
import { openMedia } from '../../../store/media.ts';
import { ownFolder, type Services } from '../../../store/services.ts';
import { Store } from '../../../store/store.ts';
import { toolVersion } from '../../../version.ts';

/** Evidence files that are copied at the same time. */
const atOnce = 8;

const manifestSchema = z.object({
  tool: z.string(),
  created: z.string(),
  /** SHA-256 of govprobe.sqlite. */
  database: z.string(),
  /** Number of evidence files that the database refers to and that were there. */
  evidence: z.number(),
});
export type BackupManifest = z.infer<typeof manifestSchema>;

export interface BackupResult {
  readonly folder: string;
  readonly evidence: number;
  /** Evidence files that the backup did not hold yet. */
  readonly copied: number;
  /** Hashes that the database refers to and whose files are missing or damaged. */
  readonly missing: readonly string[];
}

/**
 * Copies a data folder while others may write to it: a snapshot of the database, then the evidence
 * that the snapshot refers to. Into the folder of an earlier backup only what is new is copied. The
 * manifest is written last: a folder without it is no backup.
 */
export async function backUp(store: Store, folder: string, now: number): Promise<BackupResult> {
  await store.evidenceHome?.demand('stranger');
  mkdirSync(folder, { recursive: true });
  const manifestFile = join(folder, 'manifest.json');
  const database = join(folder, 'govprobe.sqlite');
  const temporary = `${database}.${randomUUID()}.tmp`;
  await store.copyDatabase(temporary);
  rmSync(manifestFile, { force: true });
  renameSync(temporary, database);
  const snapshot = await Store.open(folder, 'read');
  let hashes: Set<string>;
  try {
    hashes = await snapshot.referredEvidence();
  } finally {
    await snapshot.close();
  }
  const target = new EvidenceFiles(folder);
  const missing: string[] = [];
  let copied = 0;
  await forEach([...hashes], async (hash) => {
    if (existsSync(target.path(hash))) return;
    if (!(await copyEvidence(store.evidence, target, hash))) missing.push(hash);
    else copied++;
  });
  const evidence = hashes.size - missing.length;
  const manifest: BackupManifest = {
    tool: toolVersion,
    created: new Date(now).toISOString(),
    database: await fileHash(database),
    evidence,
  };
  writeFileSync(`${manifestFile}.tmp`, `${JSON.stringify(manifest, null, 2)}\n`);
  renameSync(`${manifestFile}.tmp`, manifestFile);
  return { folder, evidence, copied, missing };
}

/**
 * Makes a store out of a backup: a data folder, or a database and a place for evidence on servers.
 * Everything is checked by hash before the database is put in place: the database against the
 * manifest, every evidence file against its name.
 *
 * @param services where the store is to lie; in the data folder by default
 * @throws UsageError when the folder is no backup or is damaged, or when there is a store already.
 */
export async function restore(
  folder: string,
  dataFolder: string,
  services: Services = ownFolder,
): Promise<BackupResult> {
  const manifestFile = join(folder, 'manifest.json');
  if (!existsSync(manifestFile)) throw new UsageError(`${folder} is no backup: it holds no manifest.json`);
  const manifest = manifestSchema.safeParse(parse(readText(manifestFile).text));
  if (!manifest.success)
    throw new UsageError(`${manifestFile} is damaged: expected tool, created, database and evidence`);
  const source = join(folder, 'govprobe.sqlite');
  const server = services.database === null ? null : await emptyStore(dataFolder, services);
  try {
    return await restoreChecked({ folder, dataFolder, source, manifest: manifest.data, services, server });
  } finally {
    await server?.close();
  }
}

/** @throws UsageError when a database on a server holds a store already. */
async function emptyStore(dataFolder: string, services: Services): Promise<Store> {
  const store = await Store.open(dataFolder, 'write', services);
  if (await store.isEmpty()) return store;
  await store.close();
  throw new UsageError('the database that GOVPROBE_DATABASE names holds runs or reviews already; name an empty one');
}

interface Restoring {
  readonly folder: string;
  readonly dataFolder: string;
  readonly source: string;
  readonly manifest: BackupManifest;
  readonly services: Services;
  /** The empty store on a server; null: the data folder gets the database. */
  readonly server: Store | null;
}

async function restoreChecked(restoring: Restoring): Promise<BackupResult> {
  const { folder, dataFolder, source, manifest, services, server } = restoring;
  const target = join(dataFolder, 'govprobe.sqlite');
  if (server === null && existsSync(target)) {
    throw new UsageError(`the data folder ${dataFolder} holds a database already; name an empty one with --data`);
  }
  if (!existsSync(source) || (await fileHash(source)) !== manifest.database) {
    throw new UsageError(
      `the backup ${folder} is damaged: govprobe.sqlite does not have the hash that its manifest names`,
    );
  }
  mkdirSync(dataFolder, { recursive: true });
  const from = new EvidenceFiles(folder);
  const { evidence: to } = await openMedia(dataFolder, 'write', services.evidence);
  const temporary = join(dataFolder, '.restored');
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary);
  copyFileSync(source, join(temporary, 'govprobe.sqlite'));
  const copy = await Store.open(temporary, 'read');
  const missing: string[] = [];
  let hashes: Set<string>;
  try {
    hashes = await copy.referredEvidence();
    await forEach([...hashes], async (hash) => {
      if (!(await copyEvidence(from, to, hash))) missing.push(hash);
    });
    if (hashes.size - missing.length >= manifest.evidence) await server?.fillFrom(copy);
  } finally {
    await copy.close();
  }
  const evidence = hashes.size - missing.length;
  if (evidence < manifest.evidence) {
    rmSync(temporary, { recursive: true, force: true });
    throw new UsageError(
      `the backup ${folder} is damaged: of ${manifest.evidence} evidence files only ${evidence} are whole (the first other one: ${missing[0]})`,
    );
  }
  // Closing the copy has folded its journal into it.
  if (server === null) renameSync(join(temporary, 'govprobe.sqlite'), target);
  rmSync(temporary, { recursive: true, force: true });
  return { folder: dataFolder, evidence, copied: evidence, missing };
}

/** Copies the bytes behind a hash; false when the source does not hold them whole. */
async function copyEvidence(from: EvidenceStore, to: EvidenceStore, hash: string): Promise<boolean> {
  const bytes = await from.get(hash);
  if (bytes === null) return false;
  if ((await to.get(hash)) === null) await to.replace(bytes, hash);
  return true;
}

/** Does work for each item, for several at a time, since a server answers late. */
async function forEach<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = new PQueue({ concurrency: atOnce });
  await queue.addAll(items.map((item) => () => work(item)));
}

async function fileHash(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

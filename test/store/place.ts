import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { Client } from 'pg';
import type { OpenMode } from '../../src/store/database.ts';
import { ownFolder, type Services } from '../../src/store/services.ts';
import { Store } from '../../src/store/store.ts';
import { freshDatabase, sharedCluster, type TestDatabase } from '../postgres.ts';

/** Where tests open their stores: a file in the data folder, or the PostgreSQL server of the tests. */
export const onPostgres = process.env.GOVPROBE_TEST_DATABASE === 'postgres';

const made = new Set<string>();
let database: Promise<TestDatabase> | null = null;

/** Opens the store of a data folder where this run of tests has its stores. */
export async function openStore(folder: string, mode: OpenMode): Promise<Store> {
  return Store.open(folder, mode, onPostgres ? await placeOnPostgres(folder) : ownFolder);
}

/** A namespace on the server for each data folder. */
export async function placeOnPostgres(folder: string): Promise<Services> {
  database ??= freshDatabase();
  const url = new URL((await database).url);
  const name = `s_${createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 24)}`;
  made.add(name);
  url.searchParams.set('options', `-c search_path=${name}`);
  return { database: url.href, evidence: null };
}

/** Deletes what was made on the server. */
export async function clearPlaces(): Promise<void> {
  if (database === null || made.size === 0) return;
  const client = new Client({ connectionString: (await database).url });
  await client.connect();
  for (const name of made) await client.query(`drop schema if exists ${name} cascade`);
  made.clear();
  await client.end();
}

/** The environment of a command that is to use the same store. */
export async function placeEnvironment(folder: string): Promise<Record<string, string>> {
  if (!onPostgres) return {};
  const { database: url } = await placeOnPostgres(folder);
  return url === null ? {} : { GOVPROBE_DATABASE: url };
}

/** Starts the server before the first test that needs it, so that its start counts for no test. */
export async function readyPlaces(): Promise<void> {
  if (onPostgres) await sharedCluster();
}

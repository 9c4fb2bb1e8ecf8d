import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe } from 'vitest';
import { type Cluster, claim, clusterIn, startCluster, waitFor } from './postgres/cluster.ts';
import { sharedFolder, sharedOwner } from './postgres/names.ts';

/** How long another worker may take to start the server, in milliseconds. */
const patience = 90_000;

let opened: Promise<Cluster> | null = null;

/**
 * The server that all tests of a run share; the first to ask starts it.
 *
 * @throws Error where none can be started; its message says why.
 */
export function sharedCluster(): Promise<Cluster> {
  opened ??= openShared();
  return opened;
}

async function openShared(): Promise<Cluster> {
  const folder = process.env[sharedFolder];
  if (folder === undefined) return startCluster();
  const [ready, failed] = [join(folder, 'ready'), join(folder, 'failed')];
  if (claim(join(folder, 'starting'))) {
    try {
      await startCluster(folder, Number(process.env[sharedOwner]));
      writeFileSync(ready, '');
    } catch (error) {
      writeFileSync(failed, error instanceof Error ? error.message : String(error));
    }
  }
  if (!(await waitFor(() => existsSync(ready) || existsSync(failed), patience)))
    throw new Error('the PostgreSQL of the tests did not start in time');
  if (existsSync(failed)) throw new Error(readFileSync(failed, 'utf8'));
  return clusterIn(folder);
}

/** A database of its own on the shared server. */
export interface TestDatabase {
  readonly url: string;
  /** Deletes it, whoever is connected. */
  drop(): Promise<void>;
}

/** Makes an empty database; its text is sorted as in a language. */
export async function freshDatabase(name = `t_${randomUUID().replaceAll('-', '')}`): Promise<TestDatabase> {
  const cluster = await sharedCluster();
  await administer(cluster, `create database ${name}`);
  return {
    url: cluster.url(name),
    drop: () => administer(cluster, `drop database if exists ${name} with (force)`),
  };
}

async function administer(cluster: Cluster, statement: string): Promise<void> {
  const client = new Client({ connectionString: cluster.url() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Gives every test of a file, or of a group, an empty database; call it outside the tests and read the address inside. */
export function temporaryDatabase(): { url: string } {
  const given = { url: '' };
  let database: TestDatabase | null = null;
  beforeEach(async () => {
    database = await freshDatabase();
    given.url = database.url;
  });
  afterEach(async () => {
    await database?.drop();
    database = null;
  });
  return given;
}

/** Tests that need PostgreSQL; where none can be started, they are skipped and the name of the group says why. */
export async function describeOnPostgres(name: string, tests: () => void): Promise<void> {
  try {
    await sharedCluster();
  } catch (error) {
    describe.skip(`${name} (skipped: ${error instanceof Error ? error.message : String(error)})`, tests);
    return;
  }
  describe(name, tests);
}

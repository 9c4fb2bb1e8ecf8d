import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { wordSource } from '../application/word-sections.ts';
import { loadPack, type Pack } from '../config/pack.ts';
import { Secrets } from '../config/secrets.ts';
import { UsageError } from '../model/usage-error.ts';
import type { OpenMode, Waiting } from '../store/database.ts';
import { rootOf } from '../store/media.ts';
import { type Services, servicesOf } from '../store/services.ts';
import { Store } from '../store/store.ts';
import { note } from './output.ts';
import { say } from './say.ts';

/** Options that every command takes. */
export interface CommonOptions {
  readonly config?: string;
  readonly data?: string;
  readonly json?: boolean;
}

/** The folder of the installed package: two levels above `src/cli` or `dist/cli`. */
const packageFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The file that starts the command line, in a checkout or in an installed package. */
export const mainFile = fileURLToPath(import.meta.url).replace(/context\.(ts|js)$/, 'main.$1');

/** What a new pack is made of. */
export const packSources = {
  template: join(packageFolder, 'templates', 'pack'),
  shipped: join(packageFolder, 'config'),
};

/** Adds `--config`, `--data` and `--json`. */
export function withCommonOptions(command: Command): Command {
  return command
    .option(
      '--config <dir>',
      'configuration pack: registry, indicator tree, vocabulary, limits (default: the package’s own config/)',
    )
    .option('--data <dir>', 'data folder (default: $GOVPROBE_DATA or ./data)')
    .option('--json', 'print one JSON document on standard output and nothing else there');
}

export function dataFolderOf(options: CommonOptions): string {
  return resolve(options.data ?? (process.env.GOVPROBE_DATA || 'data'));
}

/** The absolute path of an option that names a file. */
export function pathOf(option: string | undefined): string | undefined {
  return option === undefined ? undefined : resolve(option);
}

/**
 * The absolute path of a folder to be written into; it need not exist.
 *
 * @param what the option or argument that names it
 * @throws UsageError when something else than a folder stands there.
 */
export function targetFolder(path: string, what: string): string {
  const folder = resolve(path);
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there === undefined || there.isDirectory()) return folder;
  throw new UsageError(`${what} is ${folder}, which is no folder; expected a folder, or a path where nothing stands`);
}

/** The absolute path of the folder of the chosen pack. */
export function packFolderOf(options: CommonOptions): string {
  return options.config === undefined ? join(packageFolder, 'config') : resolve(options.config);
}

export async function packOf(options: CommonOptions): Promise<Pack> {
  return loadPack(packFolderOf(options), wordSource);
}

/** The zone in which a person reads times: that of the pack. */
export async function zoneOf(options: CommonOptions): Promise<string> {
  return (await packOf(options)).meta['time-zone'];
}

/** Where the store lies, by the environment. Throws `UsageError` for a value that cannot be used. */
export function services(): Services {
  return servicesOf(Secrets.read(process.env));
}

/** Whether the database is on a server. Never throws. */
export function usesServer(): boolean {
  try {
    return services().database !== null;
  } catch {
    return false;
  }
}

/** Where stored bytes lie: the data folder, another folder, or `s3://bucket/prefix`. */
export function evidenceRootOf(options: CommonOptions): string {
  return rootOf(dataFolderOf(options), services().evidence);
}

/** How long (s) a database server that starts or stops is waited for. */
const longestWait = 60;

/** A person is told what a command waits for. */
const waiting: Waiting = {
  time: longestWait * 1000,
  onWait: ({ message: reason }) =>
    note(say('{reason}; it is waited for, up to {seconds} s', { reason, seconds: longestWait })),
};

/** Opens a data folder and tells the person when its database was of an older schema. */
export async function openStore(dataFolder: string, mode: OpenMode): Promise<Store> {
  const store = await Store.open(dataFolder, mode, services(), waiting);
  if (store.schemaChange !== null) {
    const { migrations, backup } = store.schemaChange;
    note(
      `the data folder ${dataFolder} was of an earlier release; its database was migrated (${migrations.join(', ')})` +
        (backup === null ? '' : `. As it was before it lies in ${backup}, which can be deleted`),
    );
  }
  return store;
}

/** Opens the store for reading, hands it to `use`, closes it. */
export async function withStore<T>(options: CommonOptions, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(dataFolderOf(options), 'read');
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

import { afterEach, beforeEach } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { temporaryFolder } from '../smoke/cli.ts';
import { openStore } from './place.ts';

/** An empty data folder and its store, created before a test and deleted after it. */
export interface TemporaryStore {
  store: Store;
  path: string;
}

/**
 * Gives every test of a file its own store; call it once outside the tests and read its fields
 * inside.
 */
export function temporaryStore(): TemporaryStore {
  const given = {} as TemporaryStore;
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(async () => {
    folder = temporaryFolder();
    given.path = folder.path;
    given.store = await openStore(folder.path, 'write');
  });
  afterEach(async () => {
    await given.store.close();
    folder.remove();
  });
  return given;
}

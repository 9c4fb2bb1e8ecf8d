import { afterEach, beforeEach } from 'vitest';
import { Store } from '../../src/store/store.ts';
import { temporaryFolder } from '../smoke/cli.ts';

/** What a test finds when it begins: an empty data folder and its store, both gone when it ends. */
export interface TemporaryStore {
  store: Store;
  path: string;
}

/** Gives every test of a file a store of its own; call it once, outside of the tests, and read its fields inside of them. */
export function temporaryStore(): TemporaryStore {
  const given = {} as TemporaryStore;
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(async () => {
    folder = temporaryFolder();
    given.path = folder.path;
    given.store = await Store.open(folder.path, 'write');
  });
  afterEach(async () => {
    await given.store.close();
    folder.remove();
  });
  return given;
}

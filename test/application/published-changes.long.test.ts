// A thousand runs of verify.sh, each after one changed byte: some minutes.
// `publishing.test.ts` has twelve of them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryStore } from '../store/temporary-store.ts';
import { canVerify, missedChanges, publish, storeEdition } from './published-edition.ts';

const given = temporaryStore();
const codes = ['510100', '330100', '620100', '320500', '440300', '370200', '110000', '310000'];

test.skipIf(!canVerify)(
  'verify.sh finds 1,000 changed bytes of 1,000 in an edition of eight',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'govprobe-changed-'));
    try {
      await storeEdition(given.store, 'e1', codes);
      await publish(given.store, given.path, { edition: 'e1', out: join(folder, 'out') });
      expect(missedChanges(join(folder, 'out'), 1000, 2026)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  3_600_000,
);

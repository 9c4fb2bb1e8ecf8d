import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inEnglish } from '../../../src/model/phrase.ts';
import type { EvidencePlace } from '../../../src/store/services.ts';
import { Store } from '../../../src/store/store.ts';
import { describeOnPostgres, temporaryDatabase } from '../../postgres.ts';
import { temporaryFolder } from '../../smoke/cli.ts';

await describeOnPostgres('the place of all evidence of a database', () => {
  const given = temporaryDatabase();
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  /** What a process with a data folder of this name is told. */
  async function told(name: string, how: 'claim' | 'stranger', evidence: EvidencePlace | null = null) {
    const store = await Store.open(join(folder.path, name), 'write', { database: given.url, evidence });
    try {
      const phrase = await store.evidenceHome?.[how]();
      return phrase == null ? null : inEnglish(phrase);
    } finally {
      await store.close();
    }
  }

  test('is that of the first process that wants to write, and others hear where it is', async () => {
    expect(await told('other', 'stranger')).toBeNull();
    expect(await told('first', 'claim')).toBeNull();
    expect(await told('first', 'claim')).toBeNull();
    const marks = readdirSync(join(folder.path, 'first', 'evidence'));
    expect(marks).toEqual([expect.stringMatching(/^store-[0-9a-f-]{36}$/)]);
    const [here, there] = ['first', 'other'].map((name) => `${join(folder.path, name)} on ${hostname()}`);
    for (const how of ['stranger', 'claim'] as const)
      expect(await told('other', how)).toMatch(
        `the evidence of this database is kept in ${here}, and this process would keep its own in ${there},`,
      );
    expect(await told('other', 'stranger')).toContain(`is known by its file evidence/${marks[0]})`);
  });

  test('is known again under another name, behind GOVPROBE_EVIDENCE, and where it was moved to', async () => {
    await told('first', 'claim');
    symlinkSync(join(folder.path, 'first'), join(folder.path, 'mounted'));
    cpSync(join(folder.path, 'first'), join(folder.path, 'moved'), { recursive: true });
    for (const name of ['mounted', 'moved']) expect(await told(name, 'stranger')).toBeNull();
    const place = { kind: 'folder', path: join(folder.path, 'mounted') } as const;
    expect(await told('anywhere', 'claim', place)).toBeNull();
  });

  test('is one where several processes begin at once', async () => {
    const names = ['a', 'b', 'c', 'd'];
    const answers = await Promise.all(names.map((name) => told(name, 'claim')));
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
  });

  test('is left alone by whoever removes what nothing refers to', async () => {
    await told('first', 'claim');
    mkdirSync(join(folder.path, 'first', 'evidence', 'ab'));
    writeFileSync(join(folder.path, 'first', 'evidence', 'ab', '.left'), '');
    const store = await Store.open(join(folder.path, 'first'), 'write', { database: given.url, evidence: null });
    const tomorrow = Date.now() + 3 * 24 * 3_600_000;
    expect(await store.evidence.sweep(new Set(), tomorrow, true)).toMatchObject({ files: 1 });
    expect(await store.evidenceHome?.stranger()).toBeNull();
    await store.close();
  });
});

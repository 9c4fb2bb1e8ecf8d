import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importArchive } from '../../src/application/importing/import-archive.ts';
import { pruneStore } from '../../src/application/prune.ts';
import { publishEdition } from '../../src/application/publishing/publish-edition.ts';
import { judgeRunsAgain } from '../../src/application/rejudge.ts';
import { wordSections } from '../../src/application/word-sections.ts';
import { loadPack } from '../../src/config/pack.ts';
import { backUp } from '../../src/pipeline/operations/retention/backup.ts';
import { Store } from '../../src/store/store.ts';
import { describeOnPostgres, temporaryDatabase } from '../postgres.ts';
import { temporaryFolder } from '../smoke/cli.ts';

const pack = loadPack(join(import.meta.dirname, '../../config'), wordSections);

/** An archive of one page. */
function archive(): string {
  const page = '<title>成都市人民政府门户网站</title><h1>成都市人民政府</h1>';
  const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`;
  const head = [
    ...['WARC/1.0', 'WARC-Type: response', 'WARC-Target-URI: http://www.chengdu.gov.cn/'],
    ...['WARC-Date: 2026-05-01T10:00:00Z', 'WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>'],
    ...['Content-Type: application/http; msgtype=response', `Content-Length: ${Buffer.byteLength(answer)}`],
  ];
  return `${head.join('\r\n')}\r\n\r\n${answer}\r\n\r\n`;
}

await describeOnPostgres('a process whose evidence lies elsewhere than that of its database', () => {
  const given = temporaryDatabase();
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  const open = (name: string): Promise<Store> =>
    Store.open(join(folder.path, name), 'write', { database: given.url, evidence: null });

  async function importInto(name: string, run: string): Promise<unknown> {
    const file = join(folder.path, 'site.warc');
    writeFileSync(file, archive());
    const request = { file, run, simulated: false, now: () => new Date() };
    return importArchive(() => open(name), pack, join(folder.path, name), request);
  }

  test('imports, judges, publishes, backs up and prunes nothing', async () => {
    await importInto('first', 'one');
    const elsewhere = 'evidence of this database is kept in';
    await expect(importInto('other', 'two')).rejects.toThrow(elsewhere);
    const store = await open('other');
    const [backup, publication] = ['backup', 'publication'].map((name) => join(folder.path, name));
    try {
      expect((await store.runs.list()).map(({ id }) => id)).toEqual(['one']);
      const findings = await store.findings.list('one');
      expect(findings.length).toBeGreaterThan(0);
      const again = judgeRunsAgain(store, pack, { kind: 'runs', run: 'one', into: undefined }, () => undefined);
      await expect(again).rejects.toThrow(elsewhere);
      const prune = pruneStore(store, folder.path, pack.schedule.retention, { apply: true, now: Date.now() });
      await expect(prune).rejects.toThrow(elsewhere);
      await expect(backUp(store, `${backup}`, Date.now())).rejects.toThrow(elsewhere);
      const request = {
        ...{
          edition: 'x',
          out: `${publication}`,
          language: 'zh' as const,
          unmasked: false,
          signer: null,
          authority: null,
        },
        ...{ onProgress: () => undefined, now: () => new Date() },
      };
      await expect(publishEdition(store, pack, folder.path, request)).rejects.toThrow(elsewhere);
      expect([`${backup}`, `${publication}`].filter((one) => existsSync(one))).toEqual([]);
      expect(await store.findings.list('one')).toEqual(findings);
    } finally {
      await store.close();
    }
  }, 60_000);
});

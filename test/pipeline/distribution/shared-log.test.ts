import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { runLines } from '../../../src/application/console/run-lines.ts';
import { type LogLine, openVisitLog } from '../../../src/application/visit-log.ts';
import { VisitLogs } from '../../../src/pipeline/crawl/run/visit-logs.ts';
import { openSharedLog } from '../../../src/pipeline/distribution/shared-log.ts';
import type { LogLines } from '../../../src/store/log-lines.ts';
import { Store } from '../../../src/store/store.ts';
import { describeOnPostgres, temporaryDatabase } from '../../postgres.ts';
import { temporaryFolder } from '../../smoke/cli.ts';

const run = '20261129-200000-000';
/** Readers leave out what was written in the last second. */
const settled = (): Promise<void> => sleep(1200);

await describeOnPostgres('the log of a run that several processes make', () => {
  const given = temporaryDatabase();

  async function withStore(test: (store: Store, lines: LogLines, folder: string) => Promise<void>): Promise<void> {
    const folder = temporaryFolder();
    const store = await Store.open(folder.path, 'write', { database: given.url, evidence: null });
    try {
      if (store.logLines === null) throw new Error('PostgreSQL keeps logs');
      await test(store, store.logLines, folder.path);
    } finally {
      await store.close();
      folder.remove();
    }
  }

  async function writtenBy(lines: LogLines): Promise<void> {
    const [east, west] = [openSharedLog(lines, run, 'east'), openSharedLog(lines, run, 'west')];
    east.log.info({ event: 'visit-start', government: '510100' });
    east.log.warn({ event: 'capture', government: '510100', number: 1 });
    east.log.info({ event: 'finding', government: '510100', probe: 'smart-search' });
    await east.close();
    west.log.info({ event: 'visit-start', government: '330100' });
    west.log.info({ event: 'visit-start', government: '510100' });
    west.log.info({ event: 'run-finish' });
    await west.close();
    await settled();
  }

  it('is read in order by government, and names who wrote each line', () =>
    withStore(async (store, lines, folder) => {
      await writtenBy(lines);
      const log = await openVisitLog(store, folder, run);
      const shown: LogLine[] = [];
      const end = await log.readFrom(0, { government: '510100', level: 'debug' }, (line) => shown.push(line));
      expect(shown.map(({ event, worker }) => [event, worker])).toEqual([
        ['visit-start', 'east'],
        ['capture', 'east'],
        ['finding', 'east'],
        ['visit-start', 'west'],
      ]);
      const later = openSharedLog(lines, run, 'west');
      later.log.error({ event: 'late', government: '510100' });
      await later.close();
      await settled();
      const more: LogLine[] = [];
      await log.readFrom(end, { government: '510100', level: 'debug' }, (line) => more.push(line));
      expect(more.map(({ event }) => event)).toEqual(['late']);
    }));

  it('is read backwards by the console, and by government for appeals', () =>
    withStore(async (_, lines, folder) => {
      await writtenBy(lines);
      const read = await runLines({ folder, logLines: lines }, run, { level: 'debug' }, { most: 100 });
      expect(read.lines[0]).toMatchObject({ event: 'run-finish', worker: 'west' });
      expect(read.lines).toHaveLength(6);
      expect(read.older).toBeNull();
      const warned = await runLines({ folder, logLines: lines }, run, { level: 'warn' }, { most: 100 });
      expect(warned.lines.map(({ event }) => event)).toEqual(['capture']);
      const since = await runLines({ folder, logLines: lines }, run, { level: 'debug' }, { since: read.end, most: 9 });
      expect(since.lines).toEqual([]);
      const own = await new VisitLogs(folder, lines).read(run, '510100', new Set());
      expect(own.map((text) => JSON.parse(text).event)).toEqual(['visit-start', 'capture', 'visit-start']);
    }));

  it('falls back to the file, and says where a log is missing', () =>
    withStore(async (store, _, folder) => {
      await expect(openVisitLog(store, folder, 'other')).rejects.toThrow(/the log of run other is not there/);
    }));
});

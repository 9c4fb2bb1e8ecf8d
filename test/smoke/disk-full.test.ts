import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { countryMakers } from '../../src/sandbox/makers.ts';
import { type Sandbox, startCountry } from '../../src/sandbox/sandbox.ts';
import { onPostgres, openStore } from '../store/place.ts';
import { govprobe, packWithoutPauses, temporaryFolder } from './cli.ts';
import { pack, runIn } from './fault-run.ts';
import { inProcess } from './in-process.ts';

const some = pack.governments.filter(({ name }) => ['成都市', '合肥市'].includes(name));
const names = some.map(({ code }) => code).join(',');
const folder = temporaryFolder();
let sandbox: Sandbox;

beforeAll(async () => {
  const { governments, observed } = pack;
  sandbox = await startCountry({ governments, observed, weather: 'calm', today: '2026-11-20' }, countryMakers);
});
afterAll(async () => {
  await sandbox.close();
  folder.remove();
});

async function stored(data: string): Promise<Finding[]> {
  const store = await openStore(data, 'read');
  try {
    const [newest] = await store.runs.list();
    return await store.findings.list(newest?.id ?? '');
  } finally {
    await store.close();
  }
}

function failing(code: string): Error {
  return Object.assign(new Error(`${code}: write`), { code });
}

describe('a disk that fails in the middle of a run', () => {
  let whole: Finding[];
  beforeAll(async () => {
    const data = join(folder.path, 'whole');
    await runIn(data, some, { proxy: sandbox.proxyUrl });
    whole = await stored(data);
  }, 120_000);

  test.each([
    ['evidence', 'ENOSPC', 3],
    ['evidence', 'EIO', 12],
    ['database', 'SQLITE_FULL', 1],
  ] as const)(
    '%s, %s: the run ends with that error, nothing is half written, and resumed it finds the same',
    async (where, code, after) => {
      const data = join(folder.path, `${where}-${code}`);
      const run = runIn(data, some, {
        proxy: sandbox.proxyUrl,
        prepare: (store) => {
          let left: number = after;
          if (where === 'evidence') {
            const put = store.evidence.put.bind(store.evidence);
            store.evidence.put = (bytes, hash) => (left-- > 0 ? put(bytes, hash) : Promise.reject(failing(code)));
          } else {
            const commit = store.visits.commit.bind(store.visits);
            store.visits.commit = (...visit) => (left-- > 0 ? commit(...visit) : Promise.reject(failing(code)));
          }
        },
      });
      await expect(run).rejects.toMatchObject({ code });
      const kept = await stored(data);
      expect(kept.length % 24).toBe(0);
      expect(kept.length).toBeLessThan(whole.length);
      await runIn(data, some, { proxy: sandbox.proxyUrl, resume: true });
      expect(await stored(data)).toEqual(whole);
    },
    120_000,
  );
});

/** A file system of its own, of some megabytes; null where this machine does not let us mount one. */
function mountSmall(path: string, size: string): { remount: (options: string) => void; unmount: () => void } | null {
  mkdirSync(path, { recursive: true });
  const mount = (...parameters: string[]): void => {
    execFileSync('mount', parameters, { stdio: 'ignore' });
  };
  try {
    mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path);
  } catch {
    return null;
  }
  return {
    remount: (options) => mount('-o', `remount,${options}`, path),
    unmount: () => execFileSync('umount', [path], { stdio: 'ignore' }),
  };
}

// On PostgreSQL only pages and evidence fill the disk.
const small = mountSmall(join(folder.path, 'small'), onPostgres ? '100k' : '450k');
if (small === null)
  process.stderr.write('no file system can be mounted here: the tests on a really full disk are skipped\n');

describe.skipIf(small === null)('a disk that is really full, or read-only', () => {
  const disk = join(folder.path, 'small');
  // The shipped pack with a budget that one government spends in seconds.
  const config = packWithoutPauses(folder.path);
  const limits = readFileSync(join(config, 'crawl.yaml'), 'utf8');
  writeFileSync(join(config, 'crawl.yaml'), limits.replace(/requests-per-visit: \d+/, 'requests-per-visit: 60'));
  const crawling = ['crawl', '--only', '510100', '--config', config, '--no-browser'];
  const crawl = (data: string, ...more: string[]) =>
    govprobe([...crawling, '--proxy', sandbox.proxyUrl, '--data', data, ...more]);
  afterAll(() => small?.unmount());

  test('full: status 1 and one sentence; with more space the run is resumed', async () => {
    const data = join(disk, 'data');
    const full = await crawl(data);
    expect(full.status).toBe(1);
    const last = full.stderr.trim().split('\n').at(-1);
    expect(last).toMatch(/^govprobe: the data folder .*: the disk is full.*--resume/);
    expect(full.stderr).not.toMatch(/\n\s+at /);
    small?.remount('size=200m');
    const { status, stderr } = await crawl(data, '--resume');
    expect(status, stderr).toBe(0);
    expect(await stored(data)).toHaveLength(24);
  }, 240_000);

  test('read-only: status 2 and one sentence, before anything is asked of a site', async () => {
    const { requests } = sandbox.counters;
    small?.remount('ro');
    for (const data of [join(disk, 'data'), join(disk, 'another')]) {
      const { status, stderr } = await inProcess([...crawling, '--proxy', sandbox.proxyUrl, '--data', data]);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^govprobe: the data folder .* cannot be written.*--data\n$/);
    }
    expect(sandbox.counters.requests).toBe(requests);
    small?.remount('rw');
  }, 60_000);
});

test('a data folder in whose place a file stands: status 2 and one sentence', async () => {
  const file = join(folder.path, 'file');
  writeFileSync(file, '');
  const { status, stderr } = await inProcess(['crawl', '--proxy', sandbox.proxyUrl, '--only', names, '--data', file]);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^govprobe: the data folder .*\n$/);
  rmSync(file);
});

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openStore } from '../store/place.ts';
import { govprobe, packWithoutPauses, temporaryFolder } from './cli.ts';
import { inProcess } from './in-process.ts';

const folder = temporaryFolder();
const header =
  'code,name,pinyin,province,region,group,portal,service,open_data,portal_confidence,service_confidence,open_data_confidence';
const registry = join(folder.path, 'governments.csv');
const config = packWithoutPauses(folder.path);
beforeAll(() =>
  writeFileSync(
    registry,
    `${header}\n990100,无名市,wuming,,,,http://www.wuming.invalid/,https://zwfw.wuming.invalid/,,high,high,\n`,
  ),
);
afterAll(folder.remove);

/** As in a process of its own: without the proxies and folders of whoever runs the tests. */
beforeAll(() => {
  for (const name of Object.keys(process.env)) if (/proxy|^GOVPROBE_/i.test(name)) vi.stubEnv(name, undefined);
  vi.stubEnv('GOVPROBE_CHROMIUM', 'none');
});
afterAll(() => {
  vi.unstubAllEnvs();
});

describe('without the internet', () => {
  test('a crawl judges nothing: one sentence, status 1, a run that failed and no finding', async () => {
    const data = join(folder.path, 'data');
    const args = ['crawl', '--config', config, '--governments', registry, '--data', data];
    const { status, stderr } = await govprobe(args);
    expect(status, stderr).toBe(1);
    expect(stderr).toMatch(/\ngovprobe: nothing answered \(dns \d+\): .*doctor.*--resume`\n$/);
    const store = await openStore(data, 'read');
    const runs = await store.runs.list();
    expect(await store.findings.list(runs[0]?.id ?? '')).toEqual([]);
    expect(runs).toMatchObject([{ finished: null, failure: expect.stringMatching(/nothing answered/) }]);
    await store.close();
    const logs = await inProcess(['logs', '无名', '--data', data, '--level', 'warn']);
    expect(logs.stdout).toMatch(/failure=dns/);
    expect(logs.stdout).toMatch(/visit-held/);
  }, 120_000);

  test('a proxy that refuses every connection is named', async () => {
    const args = ['--data', join(folder.path, 'refused'), '--proxy', 'http://127.0.0.1:9'];
    const { status, stderr } = await inProcess(['crawl', '--config', config, '--governments', registry, ...args]);
    expect(status, stderr).toBe(1);
    expect(stderr).toMatch(/nothing answered .*the proxy http:\/\/127\.0\.0\.1:9/);
  }, 120_000);
});

describe('mistakes of the user are one sentence, status 2, and nothing is changed', () => {
  const nowhere = join(folder.path, 'untouched');

  test.each([
    ['an unknown command', ['fly'], /unknown command 'fly'/],
    ['an unknown option', ['crawl', '--fast'], /unknown option '--fast'/],
    ['a misspelt government', ['crawl', '--only', 'chengdo', '--sandbox', '--data', nowhere], /chengdu|成都/],
    ['a proxy that is no address', ['crawl', '--proxy', 'proxy', '--data', nowhere], /--proxy.*expected/],
    ['a missing registry', ['crawl', '--governments', join(folder.path, 'none.csv'), '--data', nowhere], /none\.csv/],
    ['a missing pack', ['findings', '--config', join(folder.path, 'nopack')], /nopack/],
    ['a missing manifest', ['crawl', '--recorded', join(folder.path, 'none.jsonl'), '--data', nowhere], /none\.jsonl/],
    ['weather without a sandbox', ['crawl', '--weather', 'storm', '--data', nowhere], /--weather needs --sandbox/],
    ['a year without a sandbox', ['crawl', '--year', '2022', '--data', nowhere], /--year needs --sandbox/],
    ['a year that nobody plays', ['sandbox', '--year', '2021'], /2021.*expected one of 2022, 2023/],
    [
      'two sources at once',
      ['crawl', '--sandbox', '--proxy', 'http://127.0.0.1:1', '--data', nowhere],
      /exclude each other/,
    ],
    ['the placeholder contact', ['crawl', '--data', nowhere], /crawl\.yaml: the contact .*placeholder/],
    ['--simulated without a proxy', ['crawl', '--simulated', '--data', nowhere], /--simulated needs --proxy/],
    ['a concurrency of none', ['crawl', '--concurrency', '0', '--data', nowhere], /whole number of at least 1/],
    [
      'an empty store',
      ['findings', '--data', join(folder.path, 'empty')],
      /holds no (?:govprobe\.sqlite|tables of govprobe): run `govprobe crawl` first/,
    ],
    ['a missing truth sheet', ['evaluate', '--truth', join(folder.path, 'none'), '--data', nowhere], /does not exist/],
  ])('%s', async (_, args, sentence) => {
    const { status, stderr, stdout } = await inProcess(args);
    expect(status).toBe(2);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/ at .*\.ts:\d+/);
    expect(stdout).toBe('');
    expect(readdirSync(folder.path)).not.toContain('untouched');
  });

  test('a broken row of the registry names its line', async () => {
    const file = join(folder.path, 'broken.csv');
    writeFileSync(file, `${header}\n990100,甲市,,,,,http://a.invalid/,,,,,\n990200,乙市,,,,,not an address,,,,,\n`);
    const { status, stderr } = await inProcess(['crawl', '--governments', file, '--data', nowhere]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/broken\.csv.*line 3/);
    expect(readdirSync(folder.path)).not.toContain('untouched');
  });

  test('a truth sheet with an unknown probe names line and probe', async () => {
    const file = join(folder.path, 'truth.jsonl');
    writeFileSync(
      file,
      '{"government":"990100","probe":"smart-search","state":"absent"}\n{"government":"990100","probe":"clairvoyance","state":"present"}\n',
    );
    const { status, stderr } = await inProcess(['evaluate', '--truth', file, '--data', join(folder.path, 'data')]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/line 2 names an unknown probe clairvoyance/);
  });

  test('a port in use', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const { status, stderr } = await inProcess(['sandbox', '--port', String(port)]);
    server.close();
    expect(status).toBe(2);
    expect(stderr).toContain(String(port));
  });

  test('a data folder that cannot be written', async () => {
    const file = join(folder.path, 'plain-file');
    writeFileSync(file, '');
    const { status, stderr } = await inProcess([
      'crawl',
      '--config',
      config,
      '--governments',
      registry,
      '--data',
      file,
    ]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/cannot be written/);
  });

  test('weights that do not sum', async () => {
    const pack = join(folder.path, 'pack');
    const { cpSync, readFileSync } = await import('node:fs');
    mkdirSync(pack);
    cpSync(new URL('../../config', import.meta.url), pack, { recursive: true });
    const file = join(pack, 'indicators.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/weight: 40/, 'weight: 41'));
    const { status, stderr } = await inProcess(['score', '--config', pack, '--data', join(folder.path, 'data')]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/indicators\.yaml.*sum/);
  });
});

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from './cli.ts';
import { inProcess } from './in-process.ts';
import { unpackOldData } from './old-data/unpack.ts';

const folder = temporaryFolder();
const data = join(folder.path, 'data');

beforeAll(async () => {
  vi.stubEnv('GOVPROBE_CHROMIUM', 'none');
  await unpackOldData(data);
});
afterAll(() => {
  vi.unstubAllEnvs();
  folder.remove();
});

const run = (...args: string[]) => inProcess([...args, '--data', data]);
async function refused(message: RegExp, ...args: string[]): Promise<void> {
  const { status, stdout, stderr } = await run(...args);
  expect(stderr.trim()).toMatch(message);
  expect([status, stdout]).toEqual([2, '']);
}
async function json(...args: string[]) {
  const { status, stdout, stderr } = await run(...args, '--json');
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout);
}

describe('an edition of an earlier release that turns out to be wrong', () => {
  test('gets an erratum, and mistakes in the command change nothing', async () => {
    const before = (await json('edition', 'list'))[0];
    await refused(/--who is missing/, 'edition', 'erratum', '2026', '--what', '误判');
    await refused(/--what is missing/, 'edition', 'erratum', '2026', '--who', '王芳');
    await refused(/--what is empty/, 'edition', 'erratum', '2026', '--who', '王芳', '--what', ' ');
    await refused(/there is no edition "2027"/, 'edition', 'erratum', '2027', '--who', '王芳', '--what', '误判');
    await refused(/there is no edition "2027"/, 'edition', 'freeze', 'x', '--replaces', '2027');
    const from = ['edition', 'freeze', 'x', '--edition', '2026'];
    await refused(/edition 2026 was frozen with another configuration/, ...from);
    await refused(/--edition and --run exclude each other/, ...from, '--run', 'r');
    await refused(/replaces that edition, found --replaces 2025 too/, ...from, '--replaces', '2025');
    expect(before).toMatchObject({ errata: [], replaces: null, replacedBy: null });
    const erratum = await json('edition', 'erratum', '2026', '--who', '王芳', '--what', '安和市\u001b[2J误判');
    expect(erratum).toMatchObject({ id: 1, edition: '2026', who: '王芳' });
    expect((await json('edition', 'list'))[0]).toEqual({ ...before, errata: [erratum] });
  }, 60_000);

  test('is replaced once by another that names it', async () => {
    const note = ['--note', '更正安和市'];
    expect(await json('edition', 'freeze', '2026-2', '--replaces', '2026', ...note)).toMatchObject({
      replaces: { name: '2026', sha256: '375e6f79f429d4d0ac9f37efaec19e4e745a2cb4451a62e7c789547be624fce3' },
    });
    await refused(/edition 2026 was replaced by 2026-2 already/, 'edition', 'freeze', '2026-3', '--replaces', '2026');
    const list = (await run('edition', 'list')).stdout;
    expect(list).toMatch(/2026 .*replaced by 2026-2, errata: 1/);
    expect(list).toMatch(/2026-2 .*replaces 2026/);
    const shown = (await run('edition', 'show', '2026')).stdout;
    expect(shown).toMatch(/edition 2026 was replaced by 2026-2 on .*: 更正安和市/);
    expect(shown).toMatch(/erratum 1 to edition 2026 \(王芳, .*\): 安和市/);
    expect(shown).not.toContain('\u001b');
    expect((await run('edition', 'show', '2026-2')).stdout).toContain('replaces    edition 2026, sha256 375e6f79');
  }, 60_000);

  test.each([
    ['score'],
    ['explain', 'anhe', '--no-uncertainty'],
    ['findings'],
    ['evidence', 'anhe', 'privacy-policy'],
    ['appeal', 'anhe'],
    ['report', '--format', 'json'],
  ])(
    'says so wherever it is read: %s',
    async (...args) => {
      const { status, stderr } = await run(...args, '--edition', '2026');
      expect(status, stderr).toBe(0);
      expect(stderr).toMatch(/edition 2026 was replaced by 2026-2/);
      expect(stderr).toMatch(/erratum 1 to edition 2026/);
      const other = await run(...args, '--edition', '2026-2');
      expect(other.stderr).not.toMatch(/erratum|was replaced/);
    },
    60_000,
  );

  test('says so when two are compared, and in the report', async () => {
    expect((await run('diff', '2026', '2026-2')).stderr).toMatch(/edition 2026 was replaced by 2026-2/);
    const out = join(folder.path, 'report');
    await run('report', '--edition', '2026', '--out', out, '--no-pdf');
    for (const name of ['bulletin.html', 'bulletin.md', join('cities', '990100.html')])
      expect(readFileSync(join(out, name), 'utf8').replaceAll('\\', ''), name).toContain('由“2026-2”替代');
    const { provenance } = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'));
    expect(provenance).toMatchObject({
      edition: { name: '2026', replacedBy: { name: '2026-2' }, errata: [{ who: '王芳' }] },
      runs: [{ kind: 'crawl', findings: expect.any(Number) }],
    });
  }, 60_000);

  test('is still what was frozen; all that is damaged afterwards is listed at once', async () => {
    for (const name of ['2026', '2026-2'])
      expect(await json('edition', 'verify', name)).toMatchObject({ intact: true, damage: [] });
    const files = readdirSync(join(data, 'evidence'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.zst'))
      .map((name) => join(data, 'evidence', name));
    const [first, second] = files;
    if (first === undefined || second === undefined) throw new Error('too little evidence');
    writeFileSync(first, 'cut');
    rmSync(second);
    const { status, stdout } = await run('edition', 'verify', '2026-2');
    expect(status).toBe(1);
    expect(stdout).toContain('edition 2026-2 is damaged, 2 in all:');
    expect(stdout).toMatch(/evidence [0-9a-f]{64} \(990100 http.*\): its bytes are damaged/);
    expect(stdout).toMatch(/evidence [0-9a-f]{64} \(990100 http.*\): its bytes are missing/);
  }, 60_000);
});

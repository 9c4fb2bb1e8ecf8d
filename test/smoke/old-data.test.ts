import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { findingSchema } from '../../src/model/finding.ts';
import { temporaryFolder } from './cli.ts';
import { inProcess } from './in-process.ts';
import { oldData, unpackOldData } from './old-data/unpack.ts';

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

async function output(...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await inProcess([...args, '--data', data]);
  expect(status, `${args.join(' ')}: ${stderr}`).toBe(0);
  return stdout;
}

const findings = async () => z.array(findingSchema).parse(JSON.parse(await output('findings', '--json')));

describe('a data folder of an earlier release', () => {
  test('shows the findings that were stored, reviews laid over them', async () => {
    expect(await findings()).toMatchObject(oldData.findings);
    expect(await output('review', '--list')).toContain('王芳');
  }, 120_000);

  test('shows the evidence behind a finding, from the run and from the edition', async () => {
    expect(await output('evidence', '990100', 'privacy-policy')).toContain('http://www.anhe.gov.cn/ysbh/');
    expect(await output('evidence', '990100', 'smart-search', '--edition', '2026')).toContain('capture ');
  }, 120_000);

  test('has an edition that is what was frozen', async () => {
    expect(await output('edition', 'verify', '2026')).toContain('is intact');
    const list = z
      .array(z.object({ name: z.string(), sha256: z.string() }))
      .parse(JSON.parse(await output('edition', 'list', '--json')));
    expect(list).toEqual([
      { name: '2026', sha256: '375e6f79f429d4d0ac9f37efaec19e4e745a2cb4451a62e7c789547be624fce3' },
    ]);
  }, 120_000);

  test('makes scores and a report of both', async () => {
    expect(await output('score', '--edition', '2026')).toContain('安和市');
    await output('report', '--edition', '2026', '--out', join(folder.path, 'edition'));
    await output('report', '--out', join(folder.path, 'now'));
    expect(readFileSync(join(folder.path, 'edition', 'bulletin.html'), 'utf8')).toContain('安和市');
  }, 120_000);

  test('is judged by today’s rules, and the edition does not change', async () => {
    expect(await output('rejudge', '--edition', '2026', '--as', '2026-by-today')).toContain('is frozen');
    expect(await output('diff', '2026', '2026-by-today')).not.toBe('');
    expect(await output('rejudge')).toContain('1 visits judged again');
    const judged = await findings();
    expect(judged.map(({ probe }) => probe)).toEqual(oldData.findings.map(({ probe }) => probe));
    expect(judged.filter(({ reason }) => reason === 'probe-error')).toEqual([]);
    for (const name of ['2026', '2026-by-today'])
      expect(await output('edition', 'verify', name)).toContain('is intact');
  }, 120_000);
});

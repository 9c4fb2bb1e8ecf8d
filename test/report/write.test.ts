import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderReport, writeReport } from '../../src/report/write.ts';
import { countryReport } from './country.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'govprobe-report-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('writeReport', () => {
  it('makes the folder and leaves nothing but whole files', async () => {
    const input = countryReport(4);
    const target = join(folder, 'deep', 'report');
    const paths = await writeReport(input, target, { language: 'zh' });
    const rendered = await renderReport(input, { language: 'zh' });
    const found = (await readdir(target, { recursive: true })).filter((name) => name !== 'cities');
    expect(found.sort()).toEqual([...rendered.keys()].sort());
    expect(paths).toHaveLength(rendered.size);
    for (const [name, content] of rendered) {
      expect((await readFile(join(target, name))).equals(Buffer.from(content)), name).toBe(true);
    }
  }, 60_000);

  it('replaces an older report', async () => {
    await writeReport(countryReport(4), folder, { language: 'zh', formats: ['csv', 'json'] });
    await writeReport(countryReport(3), folder, { language: 'zh', formats: ['json'] });
    expect(await readdir(folder)).toContain('ranking.csv');
    expect(JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')).governments).toHaveLength(3);
  });

  it('fails loudly and leaves no temporary files where a file cannot be replaced', async () => {
    await mkdir(join(folder, 'scores.csv'));
    await writeFile(join(folder, 'scores.csv', 'other'), 'x');
    await expect(writeReport(countryReport(3), folder, { language: 'zh', formats: ['csv'] })).rejects.toThrow();
    expect((await readdir(folder)).filter((name) => name.includes('.tmp'))).toEqual([]);
  });
});

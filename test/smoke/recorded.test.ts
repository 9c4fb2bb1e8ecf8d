import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Finding } from '../../src/model/finding.ts';
import { findingsOf, govprobe, packWithoutPauses, temporaryFolder } from './cli.ts';

const pages = fileURLToPath(new URL('../../../shared/realpages', import.meta.url));
const here = existsSync(pages);
if (!here) process.stderr.write('recorded real pages are not here (../shared/realpages): their tests are skipped\n');

describe.skipIf(!here)('recorded real pages', () => {
  const data = temporaryFolder();
  let findings: Finding[] = [];
  const of = (government: string, probe: string) =>
    findings.find((item) => item.government === government && item.probe === probe);

  beforeAll(async () => {
    const outcome = await govprobe([
      'crawl',
      '--governments',
      `${pages}/governments.csv`,
      '--recorded',
      `${pages}/manifest.jsonl`,
      '--data',
      data.path,
      '--config',
      packWithoutPauses(data.path),
    ]);
    expect(outcome.status, outcome.stderr).toBe(0);
    findings = await findingsOf(data.path);
  }, 600_000);
  afterAll(data.remove);

  test('agree with the truth sheet wherever it says anything', async () => {
    const { status, stdout } = await govprobe([
      'evaluate',
      '--truth',
      `${pages}/truth.jsonl`,
      '--data',
      data.path,
      '--json',
    ]);
    expect(status).toBe(0);
    const result = z
      .object({ mismatches: z.array(z.object({ government: z.string(), probe: z.string(), kind: z.string() })) })
      .parse(JSON.parse(stdout));
    expect(result.mismatches).toEqual([]);
  });

  test('links to pages that nobody recorded are present at level linked', () => {
    expect(of('450600', 'smart-qa')).toMatchObject({ state: 'present', value: { level: null, reached: 'linked' } });
    expect(of('360922', 'privacy-policy')).toMatchObject({ state: 'present', value: { level: 'linked' } });
    expect(of('360900', 'open-data-platform')).toMatchObject({ state: 'present', value: { level: 'linked' } });
  });

  test('headers that scripts write are read in the scripts', () => {
    for (const probe of ['smart-search', 'smart-qa']) {
      for (const government of ['320000', '310000'])
        expect(of(government, probe)?.state, `${government} ${probe}`).not.toBe('absent');
    }
  });

  test('a page of which only scripts show anything, and walled pages, are never absent', () => {
    const labelled = ['smart-search', 'smart-qa', 'privacy-policy', 'open-data-platform'];
    for (const government of ['211000', '100002', '100003']) {
      for (const finding of findings.filter((item) => item.government === government)) {
        expect(finding.state, `${government} ${finding.probe}`).not.toBe('absent');
        if (labelled.includes(finding.probe)) expect(finding.state, `${government} ${finding.probe}`).toBe('unknown');
      }
    }
    expect(of('100002', 'smart-search')?.reason).toBe('blocked');
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packProbes } from '../../src/application/pack-probes.ts';
import { wordSource } from '../../src/application/word-sections.ts';
import { findGovernment, loadPack } from '../../src/config/pack.ts';
import type { Finding } from '../../src/model/finding.ts';
import { runCrawl } from '../../src/pipeline/crawl/run/run.ts';
import { inProcess } from '../smoke/in-process.ts';
import { openStore } from '../store/place.ts';
import { type Shows, startVelland } from './velland-sites.ts';

const directory = join(import.meta.dirname, 'velland');
const pack = loadPack(directory, wordSource);
/** What some governments do otherwise than the rest. */
const shows: Readonly<Record<string, Shows>> = {
  'VL-02': { search: false },
  'VL-03': { lettersLate: 3 },
  'VL-05': { asked: false },
  'VL-06': { privacy: false },
  'VL-07': { lettersLate: 6 },
  'VL-12': { awake: false },
};

describe('an invented country in Latin letters', () => {
  const folder = mkdtempSync(join(tmpdir(), 'govprobe-velland-'));
  const out = join(folder, 'report');
  let findings: readonly Finding[] = [];
  let languages: readonly string[] = [];
  const of = (government: string, probe: string) =>
    findings.find((finding) => finding.government === government && finding.probe === probe);

  beforeAll(async () => {
    const country = await startVelland(pack.governments, shows);
    const store = await openStore(folder, 'write');
    try {
      const { run } = await runCrawl({
        store,
        dataFolder: folder,
        pack,
        settings: pack.crawl,
        probes: packProbes(pack),
        governments: pack.governments,
        kind: 'crawl',
        proxy: country.proxy,
        chromium: null,
        resume: null,
        observer: { started() {}, captured() {}, visited() {} },
        incremental: false,
        signal: new AbortController().signal,
      });
      findings = await store.findings.list(run);
    } finally {
      await store.close();
      await country.close();
      languages = country.asked;
    }
    const { status, stderr } = await inProcess([
      'report',
      ...['--config', directory, '--data', folder, '--out', out],
      ...['--format', 'html,md,json', '--no-pdf', '--no-uncertainty'],
    ]);
    expect(status, stderr).toBe(0);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has a registry, an index and words of its own, none of them in Chinese letters', () => {
    expect(pack.governments).toHaveLength(12);
    expect(pack.tree.capabilities.map(({ name }) => name)).toEqual([
      'At the counter',
      'Lending an ear',
      'The open barn',
    ]);
    // failures.yaml is the shipped one, which has its texts for people in more languages than one.
    for (const file of readdirSync(directory).filter((name) => name !== 'failures.yaml'))
      expect(readFileSync(join(directory, file), 'utf8'), file).not.toMatch(/\p{Script=Han}/u);
  });

  it('is found by short names and in any spelling', () => {
    expect(findGovernment(pack.governments, 'aldmere', pack.meta).code).toBe('VL-01');
    expect(findGovernment(pack.governments, 'Dun Marrow shire', pack.meta).code).toBe('VL-04');
  });

  it.each([
    ['smart-search', { level: 'working', answered: ['s-boat', 's-well', 'p-peat'] }],
    ['privacy-policy', { level: 'working', share: 1 }],
    ['service-guide', { level: 'working', read: 6, share: 0.8333 }],
    ['appeal-channels', { found: ['mayor-box', 'complaint', 'hotline'], level: 'working' }],
    ['reply-timeliness', { letters: 6, late: 1, share: 0.8333 }],
    ['knowledge-base', { level: 'working', fresh: true, count: 5 }],
    ['accessibility', { level: 'reachable', mode: 'opens' }],
    ['open-data-platform', { level: 'working' }],
    ['data-catalog', { level: 'working', count: 42, formats: ['CSV'] }],
    ['api-count', { count: 7 }],
  ])('shows %s to its probe in its own words', (probe, value) => {
    expect(of('VL-01', probe)).toMatchObject({ state: 'present', value });
  });

  it('is measured: three of six letters late are half a share', () => {
    expect(of('VL-03', 'reply-timeliness')?.value).toMatchObject({ late: 3, share: 0.5 });
    expect(of('VL-07', 'reply-timeliness')?.value).toMatchObject({ late: 6, share: 0 });
  });

  it.each([
    ['VL-02', 'smart-search'],
    ['VL-03', 'open-data-platform'],
    ['VL-05', 'knowledge-base'],
    ['VL-06', 'privacy-policy'],
  ])('%s has no %s, and that is proved', (government, probe) => {
    expect(of(government, probe)).toMatchObject({ state: 'absent', reason: null });
  });

  it('knows nothing of a government whose servers hang up', () => {
    const silent = findings.filter(({ government }) => government === 'VL-12');
    expect(silent).toHaveLength(10);
    for (const { state, reason } of silent) expect([state, reason]).toEqual(['unknown', 'reset']);
  });

  it('asks for pages in the language of the pack', () => {
    expect(new Set(languages)).toEqual(new Set(['en']));
  });

  it('reaches the bulletin, in the language of the pack', () => {
    const text = readFileSync(join(out, 'bulletin.md'), 'utf8');
    expect(text).toContain('# The Velland Digital Counter: bulletin');
    for (const word of ['Lending an ear', 'Boroughs', 'Gold', 'Lowmarch Shire', 'the Uplands'])
      expect(text, word).toContain(word);
    const html = readFileSync(join(out, 'bulletin.html'), 'utf8');
    expect(html).toContain('<html lang="en"');
    for (const page of [text, html]) expect(page).not.toMatch(/\p{Script=Han}/u);
  });
});

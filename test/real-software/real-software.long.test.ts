// Starts databases and web servers from about 700 MB of Debian packages, as root.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registryHeader } from '../../src/config/registry.ts';
import type { Finding } from '../../src/model/finding.ts';
import { findChromium } from '../../src/pipeline/crawl/browser/find-chromium.ts';
import { findingsOf, govprobe } from '../smoke/cli.ts';
import { articles, privacyPolicy } from './content.ts';
import { Workshop } from './daemons.ts';
import { startHosts } from './hosts.ts';
import { missingPackages, startDokuWiki, startMariaDb, startMediaWiki, startWordPress } from './software.ts';

const towns = {
  wordpress: { code: '990001', name: '临海县', host: 'www.linhai-town.gov.cn' },
  bare: { code: '990002', name: '临江县', host: 'www.linjiang-town.gov.cn' },
  mediawiki: { code: '990003', name: '临河县', host: 'www.linhe-town.gov.cn' },
  dokuwiki: { code: '990004', name: '临湖县', host: 'www.linhu-town.gov.cn' },
} as const;
type Town = keyof typeof towns;
const addressOf = (town: Town): string => `http://${towns[town].host}`;
const titleOf = (town: Town): string => `${towns[town].name}人民政府`;

const missing = missingPackages();
const root = process.getuid?.() === 0;
const obstacle =
  missing.length > 0
    ? `Debian packages are missing (${missing.join(', ')}); npm run test:real installs them`
    : root
      ? null
      : 'MariaDB must be started by root, under a user of its own';
if (obstacle !== null) process.stderr.write(`govprobe: tests against real software skipped: ${obstacle}\n`);

describe.skipIf(obstacle !== null)('software that nobody here wrote', () => {
  let workshop: Workshop;
  let stopProxy = async (): Promise<void> => undefined;
  let findings: readonly Finding[] = [];
  const findingOf = (town: Town, probe: string): Finding => {
    const found = findings.find((one) => one.government === towns[town].code && one.probe === probe);
    if (!found) throw new Error(`no finding of ${probe} for ${town}`);
    return found;
  };

  beforeAll(async () => {
    workshop = new Workshop();
    const site = (town: Town) => ({ url: addressOf(town), title: titleOf(town), articles, privacy: privacyPolicy });
    const socket = await startMariaDb(workshop);
    const ports = new Map([
      [towns.wordpress.host, await startWordPress(workshop, socket, 'full', site('wordpress'))],
      [towns.bare.host, await startWordPress(workshop, socket, 'bare', { ...site('bare'), articles: [] })],
      [towns.mediawiki.host, await startMediaWiki(workshop, site('mediawiki'))],
      [towns.dokuwiki.host, await startDokuWiki(workshop, site('dokuwiki'))],
    ]);
    const proxy = await startHosts(ports);
    stopProxy = () => proxy.close();
    const registry = join(workshop.folder, 'governments.csv');
    const rows = Object.values(towns).map(({ code, name, host }) =>
      [code, name, '', '测试省', '东部', 'prefecture', `http://${host}/`, '', '', 'high', '', ''].join(','),
    );
    writeFileSync(registry, `${[registryHeader.join(','), ...rows].join('\n')}\n`);
    const data = join(workshop.folder, 'data');
    const chromium = findChromium(process.env) ?? 'none';
    const { status, stderr } = await govprobe(
      ['crawl', '--governments', registry, '--proxy', proxy.proxyUrl, '--data', data],
      { GOVPROBE_CHROMIUM: chromium },
    );
    if (status !== 0) throw new Error(`the crawl ended with ${status}: ${stderr}`);
    findings = await findingsOf(data);
  }, 600_000);

  afterAll(async () => {
    await stopProxy();
    await workshop.close();
  }, 60_000);

  test.each(['wordpress', 'mediawiki', 'dokuwiki'] as const)(
    'the search of %s is found, asked and judged to work',
    (town) => {
      const { state, value, evidence } = findingOf(town, 'smart-search');
      expect({ state, level: value?.level, by: value?.by }).toEqual({ state: 'present', level: 'working', by: 'form' });
      expect(value?.answered).not.toEqual([]);
      expect(evidence.length).toBeGreaterThan(1);
    },
  );

  test('a search that finds nothing is there and does not work', () => {
    const { state, value } = findingOf('bare', 'smart-search');
    expect({ state, level: value?.level, answered: value?.answered }).toEqual({
      state: 'present',
      level: 'reachable',
      answered: [],
    });
    expect(value?.asked).not.toEqual([]);
  });

  test.each(['mediawiki', 'dokuwiki'] as const)('the privacy page of %s is read part by part', (town) => {
    const { state, value } = findingOf(town, 'privacy-policy');
    expect({ state, level: value?.level, form: value?.form }).toEqual({
      state: 'present',
      level: 'working',
      form: 'page',
    });
    const parts = ['collect', 'purpose', 'sharing', 'security', 'rights', 'contact', 'date'];
    expect(value?.found).toEqual(parts);
  });

  test.each(['wordpress', 'bare'] as const)('the privacy page that WordPress itself wrote is read (%s)', (town) => {
    const { state, value } = findingOf(town, 'privacy-policy');
    expect({ state, form: value?.form }).toEqual({ state: 'present', form: 'page' });
    expect(value?.found).toEqual(expect.arrayContaining(['sharing', 'storage']));
  });

  test.each(Object.keys(towns) as Town[])('nothing is claimed that %s does not have', (town) => {
    const has = ['smart-search', 'privacy-policy', 'accessibility'];
    const own = findings.filter(({ government }) => government === towns[town].code);
    expect(own.length).toBeGreaterThanOrEqual(24);
    const claimed = own.filter(({ state, probe }) => state === 'present' && !has.includes(probe));
    expect(claimed.map(({ probe, value }) => ({ probe, value }))).toEqual([]);
    // Absence needs the whole portal seen; where it is said, the home page is its evidence.
    for (const { probe, evidence } of own.filter(({ state }) => state === 'absent'))
      expect(evidence, `evidence of ${probe}`).not.toEqual([]);
  });

  test.each(Object.keys(towns) as Town[])('%s has no robot, and nothing says it has', (town) => {
    expect(findingOf(town, 'smart-qa').state).not.toBe('present');
  });
});

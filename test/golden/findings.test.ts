import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordSections } from '../../src/application/word-sections.ts';
import { loadPack } from '../../src/config/pack.ts';
import type { SiteKind } from '../../src/model/government.ts';
import { type JudgeInput, judge } from '../../src/pipeline/judging/judge.ts';
import { probes } from '../../src/probes/list.ts';
import { readPage } from '../../src/reading/read-page.ts';
import { countryMakers } from '../../src/sandbox/makers.ts';
import type { Town } from '../../src/sandbox/town.ts';
import { root } from '../architecture/imports.ts';
import { capture } from '../probes/captures.ts';
import { crawl } from '../sandbox/service/browse.ts';
import { bareTruth, everything, fullTruth, townOf } from '../sandbox/towns.ts';

const pack = loadPack(path.join(root, 'config'), wordSections);
const mostPages = 400;

/** Captures of the first pages of a town's sites, breadth first, as they come without a browser. */
function capturesOf(town: Town): JudgeInput['entries'] {
  const sites: readonly (readonly [SiteKind, URL | null])[] = [
    ['portal', town.bases.portal],
    ['service', town.bases.service],
    ['open-data', town.bases.openData],
  ];
  return sites.flatMap(([site, base]) => {
    if (base === null) return [];
    const { pages } = crawl(countryMakers.handlers[site], town, base, mostPages);
    return pages.map(({ address, text }, index) => {
      const made = capture({
        url: new URL(address, base).href,
        site,
        government: town.government.code,
        home: index === 0,
        depth: index === 0 ? 0 : 1,
      });
      return { capture: made, page: readPage(made, text, pack.knowledge) };
    });
  });
}

function findingsOf(town: Town, entries: JudgeInput['entries']): string {
  const sites = {
    portal: { url: town.bases.portal.href, confidence: 'high' as const },
    service: { url: town.bases.service.href, confidence: 'high' as const },
    ...(town.bases.openData === null
      ? {}
      : { 'open-data': { url: town.bases.openData.href, confidence: 'high' as const } }),
  };
  const { findings, problems } = judge({
    government: { ...town.government, sites },
    entries,
    unread: {},
    probes,
    tree: pack.tree,
    knowledge: pack.knowledge,
    calibration: null,
  });
  expect(problems).toEqual([]);
  return `${JSON.stringify(findings, null, 2)}\n`;
}

/**
 * What today's probes find in captures that never change. A difference is a change of behaviour: raise the probe's version, look at the
 * difference, and renew the file with `npm test -- test/golden -u`.
 */
describe('captures and their findings', () => {
  const town = (truth: Partial<Town['truth']>, style: Partial<Town['style']> = {}): Town => ({
    ...townOf({ truth: { ...bareTruth, ...truth }, style }),
    bases: { ...townOf().bases, service: new URL('http://zwfw.chengdu.gov.cn/') },
  });
  const cases = {
    full: town({ ...fullTruth, ...everything }),
    bare: town({}, { encoding: 'gb18030' }),
    scripted: town({ ...fullTruth, ...everything }, { portal: 'ucap', header: 'script' }),
  };

  it.each(Object.entries(cases))('%s', async (name, made) => {
    const entries = capturesOf(made);
    const findings = findingsOf(made, entries);
    await expect(findings).toMatchFileSnapshot(`${name}.json`);
    expect(findingsOf(made, entries.toReversed())).toBe(findings);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packProbes } from '../../src/application/pack-probes.ts';
import { wordSource } from '../../src/application/word-sections.ts';
import { loadPack } from '../../src/config/pack.ts';
import { probes } from '../../src/probes/list.ts';
import { isOfAnotherRegion } from '../../src/reading/foreign.ts';
import { shippedPack, TemporaryPack, usageMessage } from './temporary-pack.ts';

const velland = `${import.meta.dirname}/../packs/velland`;

describe('what a pack says of its country', () => {
  let pack: TemporaryPack;
  beforeEach(() => {
    pack = new TemporaryPack();
  });
  afterEach(() => pack.remove());

  it.each([
    ['zh-CN', 'zh-CN,zh;q=0.9,en;q=0.3'],
    ['en', 'en'],
    ['en-GB', 'en-GB,en;q=0.9'],
    ['fr', 'fr,en;q=0.3'],
  ])('asks in %s where it names no languages', (language, header) => {
    pack.replace('pack.yaml', 'language: zh-CN', `language: ${language}`);
    pack.replace('pack.yaml', 'accept-language: zh-CN,zh;q=0.9,en;q=0.3\n', '');
    expect(loadPack(pack.directory).crawl.visitor['accept-language']).toBe(header);
  });

  it('lets all probes run where it names none, else those that it names', () => {
    expect(packProbes(loadPack(shippedPack))).toEqual(probes);
    expect(packProbes(loadPack(velland)).map(({ id }) => id)).toContain('smart-search');
    expect(packProbes(loadPack(velland)).map(({ id }) => id)).not.toContain('one-thing');
  });

  it('need not have the words of probes that do not run', () => {
    expect(loadPack(velland, wordSource).knowledge.vocabulary.lists['one-thing-national']).toBeUndefined();
  });

  it('names no probe that does not exist', () => {
    pack.replace('pack.yaml', 'language: zh-CN', 'probes: [smart-search, smart-sarch]\nlanguage: zh-CN');
    expect(usageMessage(() => loadPack(pack.directory, wordSource))).toMatch(
      /pack\.yaml line \d+, probes\[1\]: expected one of accessibility, .*, found "smart-sarch"\.$/,
    );
  });

  it('names at least one probe', () => {
    pack.replace('pack.yaml', 'language: zh-CN', 'probes: []\nlanguage: zh-CN');
    expect(usageMessage(() => loadPack(pack.directory))).toMatch(/pack\.yaml line \d+, probes: expected/);
  });

  it('names the columns of its registry, and the sites that every government must have', () => {
    expect(loadPack(velland).governments[2]?.sites).toEqual({
      portal: { url: 'http://www.corvane.vell.example/', confidence: 'high' },
      service: { url: 'http://desk.corvane.vell.example/', confidence: 'high' },
    });
    pack.replace('pack.yaml', 'open-data: { required: false }', 'open-data: { required: true }');
    expect(usageMessage(() => loadPack(pack.directory))).toMatch(
      /governments\.csv line \d+, column open_data: expected an address, found nothing\.$/,
    );
    pack.replace('pack.yaml', 'language: zh-CN', 'columns: { pinyin: spelling }\nlanguage: zh-CN');
    expect(usageMessage(() => loadPack(pack.directory))).toMatch(/expected the header code,name,spelling,province/);
  });

  it('says how codes are built; without that, no address is of another region', () => {
    const { knowledge, governments } = loadPack(shippedPack);
    const chengdu = governments.find(({ code }) => code === '510100');
    if (chengdu === undefined) throw new Error('the registry has no 510100');
    const asks = (code: string) => `http://zwfw.example.cn/list?areaCode=${code}`;
    expect(isOfAnotherRegion(asks('510700'), chengdu, knowledge)).toBe(true);
    expect(isOfAnotherRegion(asks('510100000000'), chengdu, knowledge)).toBe(false);
    expect(isOfAnotherRegion(asks('330100'), chengdu, knowledge)).toBe(false);
    expect(isOfAnotherRegion(asks('510700'), chengdu, loadPack(velland).knowledge)).toBe(false);
  });
});

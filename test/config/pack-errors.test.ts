import { mkdirSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPack } from '../../src/config/pack.ts';
import { TemporaryPack, usageMessage } from './temporary-pack.ts';

let pack: TemporaryPack;
beforeEach(() => {
  pack = new TemporaryPack();
});
afterEach(() => pack.remove());

/** The one sentence with which loading ends; the folder's own name is cut off. */
const message = () => {
  const text = usageMessage(() => loadPack(pack.directory));
  expect(text).not.toContain('\n');
  expect(text).toMatch(/\.$/);
  return text.replace(`${pack.directory}/`, '').replace(pack.directory, 'PACK');
};

describe('files', () => {
  it('names a folder that is missing, or is a file', () => {
    expect(usageMessage(() => loadPack(pack.path('nowhere')))).toContain('expected a folder with a configuration pack');
    expect(usageMessage(() => loadPack(pack.path('pack.yaml')))).toContain('it is a file');
  });

  it.each([
    'pack.yaml',
    'governments.csv',
    'observed.csv',
    'indicators.yaml',
    'vocabulary.yaml',
    'vendors.yaml',
    'crawl.yaml',
  ])('names %s when it is missing', (name) => {
    rmSync(pack.path(name));
    expect(message()).toBe(`${name}: the file does not exist.`);
  });

  it('names a file that is a folder', () => {
    rmSync(pack.path('crawl.yaml'));
    mkdirSync(pack.path('crawl.yaml'));
    expect(message()).toBe('crawl.yaml: it is a folder, expected a file.');
  });

  it.each(['governments.csv', 'indicators.yaml'])('names %s when it is not UTF-8', (name) => {
    pack.write(name, Uint8Array.from([0xb1, 0xb1, 0xbe, 0xa9]));
    expect(message()).toContain(`${name}: expected UTF-8 text`);
  });

  it('changes its hash with any byte of any file', () => {
    const before = loadPack(pack.directory).hash;
    expect(loadPack(pack.directory).hash).toBe(before);
    pack.replace('vendors.yaml', 'Some engine', 'some engine');
    expect(loadPack(pack.directory).hash).not.toBe(before);
  });

  it('refuses file names that lead out of the pack', () => {
    pack.replace('pack.yaml', 'governments: governments.csv', 'governments: ../governments.csv');
    expect(message()).toBe(
      'pack.yaml line 15, files.governments: expected a file name inside the pack, found "../governments.csv".',
    );
  });
});

describe('YAML', () => {
  it('names the line of broken syntax', () => {
    pack.write('crawl.yaml', 'contact: a\nbudget: [1, 2\nlimits: {}\n');
    expect(message()).toMatch(/^crawl\.yaml line \d: expected valid YAML: /);
  });

  it('names a key that is written twice', () => {
    pack.write('crawl.yaml', 'contact: a\ncontact: b\n');
    expect(message()).toMatch(/^crawl\.yaml line 2: expected valid YAML: .*unique/);
  });

  it('does not unfold aliases without end', () => {
    const rows = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 9; level += 1) {
      rows.push(
        `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      );
    }
    pack.write('crawl.yaml', `${rows.join('\n')}\n`);
    expect(message()).toContain('crawl.yaml: expected valid YAML');
  });

  it('names an empty file', () => {
    pack.write('crawl.yaml', '');
    expect(message()).toBe('crawl.yaml: expected object, found null.');
  });

  it('names path, line, expectation and what was found', () => {
    pack.replace('crawl.yaml', 'parts-per-page: 16', 'parts-per-page: many');
    expect(message()).toMatch(/^crawl\.yaml line \d+, budget\.parts-per-page: expected number, found "many"\.$/);
  });

  it('names a value out of bounds', () => {
    pack.replace('crawl.yaml', 'connections-per-host: 2', 'connections-per-host: 9');
    expect(message()).toMatch(/politeness\.connections-per-host: expected number to be <=2, found 9\.$/);
  });

  it('names a key that is missing', () => {
    pack.replace('crawl.yaml', 'concurrency: 128', '');
    expect(message()).toBe('crawl.yaml, concurrency: expected number, found nothing.');
  });

  it('names a key that nobody knows', () => {
    pack.replace('crawl.yaml', 'concurrency: 128', 'concurrency: 32\nconcurency: 1');
    expect(message()).toMatch(
      /^crawl\.yaml line \d+, concurency: expected a known key, found one that nothing reads\.$/,
    );
  });

  it('counts further mistakes of the same file', () => {
    pack.replace('crawl.yaml', 'concurrency: 128', 'concurrency: none');
    pack.replace('crawl.yaml', 'depth: 5', 'depth: -1');
    expect(message()).toContain('(and 1 more in this file)');
  });

  it('names the kinds of normalizer that exist', () => {
    pack.replace('indicators.yaml', 'kind: boolean', 'kind: bolean');
    expect(message()).toMatch(
      /indicators\[2\]\.indicators\[1\]\.normalizer\.kind: expected one of boolean, key, ladder, .*, found "bolean"/,
    );
  });

  it('names what an unknown may do', () => {
    pack.replace(
      'indicators.yaml',
      'finding: follow-up',
      'finding: follow-up\n            unknown: { carry-forward-days: 0 }',
    );
    expect(message()).toMatch(/unknown\.carry-forward-days: expected number to be >=1, found 0/);
    pack.replace('indicators.yaml', 'unknown: { carry-forward-days: 0 }', 'unknown: skip');
    expect(message()).toMatch(/\.unknown: expected .*renormalize.*zero.*, found "skip"/);
  });

  it('asks for times, zones and a user agent with the contact', () => {
    pack.replace('crawl.yaml', "'22:00'", "'25:00'");
    expect(message()).toContain('night-window.from: expected a time from 00:00 to 23:59, found "25:00"');
    pack.replace('crawl.yaml', "'25:00'", "'22:00'");
    pack.replace('crawl.yaml', 'Asia/Shanghai', 'Asia/Chengdu');
    expect(message()).toContain('night-window.zone: expected an IANA time zone');
    pack.replace('crawl.yaml', 'Asia/Chengdu', 'Asia/Shanghai');
    pack.replace('crawl.yaml', 'contact: mailto:govprobe@', 'contact: mailto:someone@');
    expect(message()).toContain('user-agent: expected the contact "mailto:someone@example.org" inside the user agent');
  });
});

describe('the tree', () => {
  it('names the node whose children do not sum', () => {
    pack.replace(
      'indicators.yaml',
      'name: 清单规范性\n            weight: 7',
      'name: 清单规范性\n            weight: 7.5',
    );
    expect(message()).toMatch(
      /^indicators\.yaml line \d+, capabilities\[0\]\.indicators\[0\]: expected the weights below platform-supply to sum to its weight 24, found 24\.5\.$/,
    );
  });

  it('names the capability whose branches do not sum', () => {
    pack.replace('indicators.yaml', 'weight: 60', 'weight: 61');
    expect(message()).toMatch(/capabilities\[3\]: .* data-driven to sum to its weight 100, found 101\.$/);
  });

  it('names capabilities that do not make the full mark', () => {
    pack.replace('indicators.yaml', 'full-mark: 100', 'full-mark: 110');
    expect(message()).toMatch(/, capabilities: .* to sum to the full mark 110, found 100\.$/);
  });

  it('accepts decimal fractions that binary cannot hold, and nothing coarser', () => {
    const thirds = (first: string, before = '16') => {
      pack.replace(
        'indicators.yaml',
        `name: 服务贯通能力\n        weight: ${before}`,
        `name: 服务贯通能力\n        weight: ${first}`,
      );
    };
    pack.replace(
      'indicators.yaml',
      'name: 平台供给能力\n        weight: 24',
      'name: 平台供给能力\n        weight: 39.7',
    );
    pack.replace(
      'indicators.yaml',
      'name: 清单规范性\n            weight: 7',
      'name: 清单规范性\n            weight: 22.7',
    );
    pack.replace('indicators.yaml', 'name: 跨域通办\n            weight: 8', 'name: 跨域通办\n            weight: 0.1');
    pack.replace(
      'indicators.yaml',
      'name: 电子证照互认\n            weight: 8',
      'name: 电子证照互认\n            weight: 0.2',
    );
    thirds('0.3');
    expect(loadPack(pack.directory).tree.capabilities[0]?.weight).toBe(40);
    thirds('0.3000001', '0.3');
    expect(message()).toContain('found 40.0000001');
  });

  it('names an id that is used twice', () => {
    pack.replace('indicators.yaml', 'id: smart-qa', 'id: smart-search');
    expect(message()).toMatch(
      /capabilities\[2\]\.indicators\[0\]\.indicators\[1\]\.id: expected an id used once in the tree, "smart-search"/,
    );
  });

  it.each([
    ['letters: [A, B, C, D]', 'letters: [A, B, C]', 'tiers.letters: expected one letter per tier name (4), found 3'],
    ['letters: [A, B, C, D]', 'letters: [A, B, C, A]', 'tiers.letters: expected every entry once'],
    ['tiers: [A, B, C]', 'tiers: [A, B, E]', 'tiers.levels.tiers: expected letters out of A, B, C, D, found "E"'],
    ["suffixes: ['+', '', '-']", "suffixes: ['+', '+']", 'tiers.levels.suffixes: expected different suffixes'],
    ['      - [0.03, 0.15]\n', '', 'tiers.breaks.windows: expected 3 windows'],
    ['[0.4, 0.75]', '[0.1, 0.75]', 'tiers.breaks.windows[1]: expected shares of the ranking that rise from 0.15'],
    ['[0.85, 0.97]', '[0.85, 1.2]', 'tiers.breaks.windows[2]: expected shares'],
  ])('refuses tiers with %s as %s', (from, to, expected) => {
    pack.replace('indicators.yaml', from, to);
    expect(message()).toContain(expected);
  });

  it.each([
    ['rule: minimum-share\n    share: 0.3\n', 'tiers.breaks.share: expected at most 1/4 for 4 tiers, found 0.3'],
    ['rule: fixed\n    ranks: [10, 10, 20]\n', 'tiers.breaks.ranks: expected 3 rising ranks'],
    ['rule: fixed\n    ranks: [10, 20]\n', 'tiers.breaks.ranks: expected 3 rising ranks'],
  ])('refuses breaks by %j', (breaks, expected) => {
    pack.replace(
      'indicators.yaml',
      'rule: windows\n    windows:\n      - [0.03, 0.15]\n      - [0.4, 0.75]\n      - [0.85, 0.97]\n',
      breaks,
    );
    expect(message()).toContain(expected);
  });
});

describe('the kinds of pages', () => {
  it.each([
    ['login:', 'logins:', 'kinds.yaml line 1, kinds.logins: expected a known key'],
    ['names:', 'name:', 'kinds.yaml line 1, kinds.login.name: expected a known key'],
    [
      '[search]',
      '[serch]',
      'kinds.yaml line 1, kinds.login.serves[0]: expected an intent of the vocabulary, found "serch"',
    ],
    [
      'names: [登录]',
      "sentences: ['(']",
      'kinds.yaml line 1, kinds.login.sentences[0]: expected a valid regular expression',
    ],
  ])('%s as %s is one clear error', (from, to, expected) => {
    pack.replace('kinds.yaml', from, to);
    expect(message()).toContain(expected);
  });

  it('are optional in a pack', () => {
    pack.replace('pack.yaml', '  kinds: kinds.yaml\n', '');
    expect(loadPack(pack.directory).knowledge.kinds.kinds.login.names.list).toEqual([]);
  });
});

describe('the knowledge', () => {
  it('names an intent with an unknown vendor kind', () => {
    pack.replace('vocabulary.yaml', 'vendors: [search]', 'vendors: [search, serach]');
    expect(message()).toMatch(
      /^vocabulary\.yaml line 2, intents\.search\.vendors\[1\]: expected a vendor kind \(.*\), found "serach"\.$/,
    );
  });

  it('names a broken pattern', () => {
    pack.replace('vendors.yaml', "['/search']", "['(search']");
    expect(message()).toBe(
      'vendors.yaml line 2, vendors[0].urls[0]: expected a valid regular expression, found "(search".',
    );
  });

  it('names a vendor that is listed twice', () => {
    pack.replace(
      'vendors.yaml',
      'vendors:\n',
      'vendors:\n  - { id: some-engine, name: Twin, kind: qa, confidence: 0.9 }\n',
    );
    expect(message()).toContain('vendors[1].id: expected an id used once, "some-engine" is used above');
  });
});

describe('the registry of a pack', () => {
  it('names a group whose count is off', () => {
    pack.replace('governments.csv', '东部,capital', '东部,prefecture');
    expect(message()).toMatch(
      /^governments\.csv: expected 32 rows of the group capital, found 31; .*pack\.yaml says so\.$/,
    );
  });

  it('names an observed platform whose address is not that of its government', () => {
    pack.replace('observed.csv', 'https://data.beijing.gov.cn/', 'https://open.beijing.gov.cn/');
    expect(message()).toMatch(
      /^observed\.csv: expected the open-data address of 北京市 \(110000\) to be .*data\.beijing/,
    );
  });

  it('asks for region and group', () => {
    pack.replace('governments.csv', '东部,capital', '东部,');
    expect(message()).toMatch(/^governments\.csv line 4, column group: expected a value, found nothing\.$/);
  });

  it('works without observed platforms and counts', () => {
    rmSync(pack.path('observed.csv'));
    pack.replace('pack.yaml', '  observed: observed.csv\n', '');
    pack.replace('pack.yaml', ', count: 31', '');
    const { observed, visits } = loadPack(pack.directory);
    expect(observed).toEqual([]);
    expect(visits).toHaveLength(337);
  });

  it('names a group or region that is listed twice', () => {
    pack.replace('pack.yaml', 'id: capital', 'id: municipality');
    expect(message()).toMatch(/^pack\.yaml line \d+, groups\[1\]\.id: expected an id used once/);
  });
});

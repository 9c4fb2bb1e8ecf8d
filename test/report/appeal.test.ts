import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { wordSections } from '../../src/application/word-sections.ts';
import { loadPack } from '../../src/config/pack.ts';
import { normalize } from '../../src/pipeline/assessment/normalize.ts';
import { appealPack, safeName } from '../../src/report/appeal/files.ts';
import type { AppealInput } from '../../src/report/appeal/input.ts';
import { appealLanguages } from '../../src/report/messages-appeal.ts';
import { assess } from '../../src/scoring/assess.ts';
import { hashOf } from '../../src/store/evidence-files.ts';
import { governmentOf, smallTree } from '../scoring/trees.ts';
import { capture, finding } from '../store/samples.ts';

const page = Buffer.from('<script>alert(1)</script>检索');
const hash = hashOf(page);
const { knowledge } = loadPack(`${import.meta.dirname}/../../config`, wordSections);

function input(change: Partial<AppealInput> = {}): AppealInput {
  const government = governmentOf('510100', { name: '成都市' });
  const tree = smallTree();
  const found = finding('510100', 'present', 'sa-one');
  const assessment = assess(tree, [government], new Map([['510100', normalize(tree, [found])]]));
  return {
    government,
    edition: null,
    runs: [{ id: 'r1', started: '2026-01-01T00:00:00.000Z', finished: null }],
    nature: 'real',
    timeZone: 'Asia/Shanghai',
    findings: [{ finding: found, run: 'r1', toolVersion: '1', configHash: 'c' }],
    score: assessment.scores[0] ?? null,
    place: null,
    nodes: assessment.tree.nodes,
    tree,
    captures: [{ run: 'r1', capture: { ...capture('510100', 'c1'), body: hash } }],
    reviews: [],
    rules: {
      configHash: 'c',
      probes: [{ id: 'sa-one', version: 1, sites: ['portal'], seeks: ['search'], value: {}, source: 'code' }],
      vocabulary: knowledge.vocabulary,
    },
    log: ['{"government":"510100"}'],
    bytes: (wanted) => (wanted === hash ? page : null),
    ...change,
  };
}
function unpack(made: AppealInput): Record<string, string> {
  const { archive } = appealPack(made, appealLanguages.zh);
  return Object.fromEntries(
    Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]),
  );
}

describe('an appeal pack', () => {
  test('holds everything under hashes that can be checked', () => {
    const files = unpack(input());
    const { SHA256SUMS: sums = '', ...others } = files;
    expect(sums.trim().split('\n').sort()).toEqual(
      Object.entries(others)
        .map(([name, text]) => `${createHash('sha256').update(text).digest('hex')}  ${name}`)
        .sort(),
    );
    expect(Object.keys(others).sort()).toEqual([
      'README.md',
      `evidence/${hash}.txt`,
      'evidence/captures.json',
      'findings.json',
      'log.jsonl',
      'points.csv',
      'reviews.json',
      'rules/indicators.json',
      'rules/probe-sa-one.json',
      'rules/probe-sa-one.source.txt',
      'rules/vocabulary.json',
      'score.json',
    ]);
    expect(hashOf(Buffer.from(files[`evidence/${hash}.txt`] ?? ''))).toBe(hash);
    expect(JSON.parse(files['rules/probe-sa-one.json'] ?? '')).toMatchObject({
      leaves: [{ id: 'sa-one' }],
      intents: { search: {} },
    });
    expect(files['README.md']).toContain('# 成都市复核材料');
    expect(files['README.md']).toContain('| 指标 sa-one | sa-one | 存在 | 1.00 |');
  });

  test('is the same bytes for the same input, in every time zone', () => {
    const zone = process.env.TZ;
    const packs = ['Asia/Shanghai', 'America/Los_Angeles', 'UTC'].map((name) => {
      process.env.TZ = name;
      return hashOf(appealPack(input(), appealLanguages.zh).archive);
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(new Set(packs).size).toBe(1);
  });

  test('has only names that stay inside the folder, whatever probes are called', () => {
    const evil = ['../../etc/passwd', '/abs', 'C:\\x', 'a\u0000b', '..', 'con/../../x', '求'.repeat(100)];
    const findings = evil.map((probe) => ({ ...input().findings[0], finding: finding('510100', 'present', probe) }));
    const probes = evil.map((id) => ({ id, version: 1, sites: [], seeks: [], value: {}, source: 's' }));
    const made = input({ findings: findings as AppealInput['findings'], rules: { ...input().rules, probes } });
    const { files } = appealPack(made, appealLanguages.zh);
    for (const name of files) expect(name).toMatch(/^(?:(?:evidence|rules)\/)?[A-Za-z0-9][A-Za-z0-9._-]*$/);
    expect(new Set(evil.map(safeName)).size).toBe(evil.length);
    expect(safeName('smart-search')).toBe('smart-search');
  });

  test('addresses and bodies of captures never become names', () => {
    const hostile = { ...capture('510100', '../c'), url: 'http://a/../../x', body: '../../../etc/passwd' };
    const { files, missing } = appealPack(input({ captures: [{ run: 'r1', capture: hostile }] }), appealLanguages.zh);
    expect(files.filter((name) => name.startsWith('evidence/'))).toEqual(['evidence/captures.json']);
    expect(missing).toBe(1);
  });

  test('marks nothing up that comes from data', () => {
    const review = {
      id: 1,
      status: 'applied',
      who: '<b>王|芳</b>\u001b[31m',
      when: '2026-01-01',
      why: 'x',
      machine: { state: 'absent', value: null, confidence: 1, reason: null },
      verdict: { state: 'present', value: null },
    } as const;
    const reviewed = { ...finding('510100', 'present', 'sa-one'), review };
    const files = unpack(input({ findings: [{ finding: reviewed, run: 'r1', toolVersion: '1', configHash: 'c' }] }));
    expect(files['README.md']).not.toContain('<b>');
    expect(files['README.md']).not.toContain('\u001b');
    expect(files['README.md']).toContain('王\\|芳');
  });

  test('says what is gone, and that rules have changed since', () => {
    const made = input({ bytes: () => null, log: [], rules: { ...input().rules, configHash: 'another' } });
    const files = unpack(made);
    expect(files['README.md']).toContain('有 1 条采集记录的原始字节已不在数据目录中');
    expect(files['README.md']).toContain('日志已不在数据目录中');
    expect(files['README.md']).toContain('不同；判定时的配置摘要');
    expect(JSON.parse(files['evidence/captures.json'] ?? '')).toMatchObject([{ stored: false, file: null }]);
  });

  test('of nothing is whole as well', () => {
    const files = unpack(input({ findings: [], captures: [], score: null, log: [] }));
    expect(files['README.md']).toContain('没有任何结论');
    expect(files['findings.json']).toBe('[]\n');
  });
});

test('says that the edition was replaced, and what was wrong in it', () => {
  const replacedBy = { name: '2023-2', sha256: 'b', frozen: '2026-11-29T09:00:00.000Z', note: null };
  const said = { edition: '2023', who: '王|芳', when: '2026-11-29T20:00:00.000Z', what: '<b>误判</b>' };
  const edition = { name: '2023', sha256: 'a', replacedBy, errata: [{ id: 1, sha256: 'e', ...said }] };
  const { 'README.md': readme = '' } = unpack(input({ edition }));
  expect(readme).toContain('* 该版次已于2026-11-29由“2023-2”替代');
  expect(readme).toContain('* 勘误：&lt;b&gt;误判&lt;/b&gt;（王\\|芳，2026-11-30）');
});

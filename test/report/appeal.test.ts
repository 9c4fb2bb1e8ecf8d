import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { packGovernment } from '../../src/application/publishing/pack-government.ts';
import { wordSections } from '../../src/application/word-sections.ts';
import { loadPack } from '../../src/config/pack.ts';
import { normalize } from '../../src/pipeline/assessment/normalize.ts';
import { safeName } from '../../src/report/appeal/files.ts';
import type { AppealInput } from '../../src/report/appeal/input.ts';
import { appealReadme } from '../../src/report/appeal/readme.ts';
import { appealLanguages } from '../../src/report/messages-appeal.ts';
import { assess } from '../../src/scoring/assess.ts';
import { hashOf } from '../../src/store/evidence-files.ts';
import { governmentOf, smallTree } from '../scoring/trees.ts';
import { capture, finding } from '../store/samples.ts';

const page = Buffer.from('<script>alert(1)</script>检索');
const hash = hashOf(page);
const pack = loadPack(`${import.meta.dirname}/../../config`, wordSections);
const { knowledge } = pack;

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
    bytes: async (wanted) => (wanted === hash ? page : null),
    visits: [{ run: 'r1', probes: null, unread: {} }],
    interval: { rank: { low: 1, high: 3 }, score: { low: 10, high: 20 } },
    ...change,
  };
}
async function archive(made: AppealInput): Promise<{ bytes: Buffer; missing: number }> {
  const pieces: Uint8Array[] = [];
  const { missing } = await packGovernment(async (piece) => void pieces.push(piece), pack, made, {
    language: 'zh',
    unmasked: false,
    created: '2026-01-01T00:00:00.000Z',
    partOf: 'r1',
    file: 'x.wacz',
    ranked: 9,
    withRules: true,
  });
  return { bytes: Buffer.concat(pieces), missing };
}

async function unpack(made: AppealInput): Promise<Record<string, string>> {
  const { bytes } = await archive(made);
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, one]) => [name, Buffer.from(one).toString()]));
}

const readme = (made: AppealInput, missing = 0) => appealReadme(made, missing, appealLanguages.zh);

const review = {
  id: 1,
  status: 'applied',
  who: '<b>王|芳</b>\u001b[31m',
  when: '2026-01-01',
  why: '<img src=x onerror=alert(1)>',
  machine: { state: 'absent', value: null, confidence: 1, reason: null },
  verdict: { state: 'present', value: null },
} as const;

describe('an appeal pack', () => {
  test('holds everything under hashes that can be checked', async () => {
    const files = await unpack(input());
    const manifest = JSON.parse(files['datapackage.json'] ?? '');
    for (const { path, hash: stated } of manifest.resources as { path: string; hash: string }[])
      if (!path.startsWith('archive/'))
        expect(
          `sha256:${createHash('sha256')
            .update(files[path] ?? '')
            .digest('hex')}`,
          path,
        ).toBe(stated);
    expect(Object.keys(files).sort()).toEqual([
      'archive/data.warc.gz',
      'datapackage-digest.json',
      'datapackage.json',
      'govprobe/captures.jsonl',
      'govprobe/findings.json',
      'govprobe/log.jsonl',
      'govprobe/package.json',
      'govprobe/points.csv',
      'govprobe/reviews.json',
      'govprobe/rules/indicators.json',
      'govprobe/rules/probe-sa-one.json',
      'govprobe/rules/probe-sa-one.source.txt',
      'govprobe/rules/vocabulary.json',
      'govprobe/score.json',
      'index.html',
      'indexes/index.cdx',
      'objection.json',
      'pages/pages.jsonl',
    ]);
    expect(JSON.parse(files['govprobe/captures.jsonl'] ?? '')).toMatchObject({
      published: `sha256:${hash}`,
      masked: 0,
    });
    expect(JSON.parse(files['govprobe/rules/probe-sa-one.json'] ?? '')).toMatchObject({
      leaves: [{ id: 'sa-one' }],
      intents: { search: {} },
    });
    expect(files['index.html']).toContain('成都市：评估结果及依据');
    expect(readme(input())).toContain('# 成都市复核材料');
    expect(readme(input())).toContain('| 指标 sa-one | sa-one | 存在 | 1.00 |');
  });

  test('is the same bytes for the same input, in every time zone', async () => {
    const zone = process.env.TZ;
    const packs: string[] = [];
    for (const name of ['Asia/Shanghai', 'America/Los_Angeles', 'UTC']) {
      process.env.TZ = name;
      packs.push(hashOf((await archive(input())).bytes));
    }
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(new Set(packs).size).toBe(1);
  });

  test('has only names that stay inside the folder, whatever probes are called', async () => {
    const evil = ['../../etc/passwd', '/abs', 'C:\\x', 'a\u0000b', '..', 'con/../../x', '求'.repeat(100)];
    const findings = evil.map((probe) => ({ ...input().findings[0], finding: finding('510100', 'present', probe) }));
    const probes = evil.map((id) => ({ id, version: 1, sites: [], seeks: [], value: {}, source: 's' }));
    const made = input({ findings: findings as AppealInput['findings'], rules: { ...input().rules, probes } });
    for (const name of Object.keys(await unpack(made)))
      expect(name).toMatch(/^(?:(?:archive|indexes|pages|govprobe|govprobe\/rules)\/)?[A-Za-z0-9][A-Za-z0-9._-]*$/);
    expect(new Set(evil.map(safeName)).size).toBe(evil.length);
    expect(safeName('smart-search')).toBe('smart-search');
  });

  test('addresses and bodies of captures never become names', async () => {
    const hostile = { ...capture('510100', '../c'), url: 'http://a/../../x', body: '../../../etc/passwd' };
    const made = input({ captures: [{ run: 'r1', capture: hostile }] });
    expect((await archive(made)).missing).toBe(1);
    expect(Object.keys(await unpack(made)).filter((name) => name.includes('passwd') || name.includes('..'))).toEqual(
      [],
    );
  });

  test('marks nothing up that comes from data', async () => {
    const evidence = [{ url: 'javascript:alert(1)', quote: '</q><script>alert(1)</script>', capture: '"><x' }];
    const reviewed = { ...finding('510100', 'present', 'sa-one'), review, evidence };
    const made = input({ findings: [{ finding: reviewed, run: 'r1', toolVersion: '1', configHash: 'c' }] });
    expect(readme(made)).not.toContain('<b>');
    expect(readme(made)).not.toContain('\u001b');
    expect(readme(made)).toContain('王\\|芳');
    const { 'index.html': first = '' } = await unpack(made);
    expect(first).not.toMatch(/<script|<img src=x|<b>|"><x|href="javascript/u);
    expect(first).toContain('&lt;script&gt;');
  });

  test('says what is gone, and that rules have changed since', async () => {
    const made = input({ bytes: async () => null, log: [], rules: { ...input().rules, configHash: 'another' } });
    expect(readme(made, 1)).toContain('有 1 条采集记录的原始字节已不在数据目录中');
    expect(readme(made)).toContain('日志已不在数据目录中');
    expect(readme(made)).toContain('不同；判定时的配置摘要');
    expect(JSON.parse((await unpack(made))['govprobe/captures.jsonl'] ?? '')).toMatchObject({ published: null });
  });

  test('of nothing is whole as well', async () => {
    const made = input({ findings: [], captures: [], score: null, log: [], interval: null });
    expect(readme(made)).toContain('没有任何结论');
    const files = await unpack(made);
    expect(files['govprobe/findings.json']).toBe('[]\n');
    expect(files['index.html']).toContain('没有名次');
  });
});

test('says that the edition was replaced, and what was wrong in it', () => {
  const replacedBy = { name: '2023-2', sha256: 'b', frozen: '2026-11-29T09:00:00.000Z', note: null };
  const said = { edition: '2023', who: '王|芳', when: '2026-11-29T20:00:00.000Z', what: '<b>误判</b>' };
  const edition = { name: '2023', sha256: 'a', replacedBy, errata: [{ id: 1, sha256: 'e', ...said }] };
  const text = readme(input({ edition }));
  expect(text).toContain('* 该版次已于2026-11-29由“2023-2”替代');
  expect(text).toContain('* 勘误：&lt;b&gt;误判&lt;/b&gt;（王\\|芳，2026-11-30）');
});

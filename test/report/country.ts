import { defaultAnalysis } from '../../src/config/schema/analysis.ts';
import type { IndicatorTree } from '../../src/config/schema/indicators.ts';
import type { CaptureCount, FailureCount } from '../../src/model/capture-figures.ts';
import type { FailureClass } from '../../src/model/failure.ts';
import { type Finding, findingKey } from '../../src/model/finding.ts';
import type { Government } from '../../src/model/government.ts';
import type { Provenance } from '../../src/model/provenance.ts';
import { normalize } from '../../src/pipeline/assessment/normalize.ts';
import type { ReportInput } from '../../src/report/input.ts';
import { measureAdoption } from '../../src/scoring/adoption.ts';
import { assess } from '../../src/scoring/assess.ts';
import { compareAdoption } from '../../src/scoring/comparison/adoption-change.ts';
import { compareEditions } from '../../src/scoring/comparison/compare-editions.ts';
import { conclusionRule } from '../../src/scoring/descriptive/conclusion.ts';
import { describe } from '../../src/scoring/descriptive/describe.ts';
import { analyseItems } from '../../src/scoring/items/analyse.ts';
import { comparePublished } from '../../src/scoring/statements/compare-published.ts';
import { computeStatements } from '../../src/scoring/statements/compute.ts';
import { measureUncertainty } from '../../src/scoring/uncertainty/measure.ts';
import { measureSensitivity } from '../../src/scoring/uncertainty/sensitivity.ts';
import { shippedStatements, sixProbeConditions, sixProbeDefinitions } from '../scoring/statements/shipped.ts';
import { governmentOf, smallTree } from '../scoring/trees.ts';

/** A linear congruential generator: the same seed gives the same country on every machine. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const names = [
  '成都市',
  '博尔塔拉蒙古自治州',
  '合肥市',
  '黔西南布依族苗族自治州',
  '辽源市',
  '大兴安岭地区',
  '海西蒙古族藏族自治州',
];
const provinces = ['新疆维吾尔自治区', '四川省', '四川省', '吉林省', '浙江省', '广东省', '安徽省', '江苏省'];
const probes = ['smart-search', 'smart-qa', 'open-data-platform', 'api-count', 'app-count', 'privacy-policy'];
const levels = ['linked', 'reachable', 'working'];
const classes: FailureClass[] = ['dns', 'timeout-connect', 'blocked', 'http-4xx', 'tls'];

/** An invented country; `probed` lists leaves with findings besides the six. */
export function countryReport(
  size: number,
  probed: readonly string[] = ['sa-one', 'sa-two', 'sb-one', 'ra-one'],
): ReportInput {
  const roll = dice(337);
  const governments: Government[] = Array.from({ length: size }, (_, index) =>
    governmentOf(String(110000 + index * 100), {
      name: `${names[index % names.length]}${index < names.length ? '' : index}`,
      province: provinces[index % provinces.length] ?? '',
      region: index % 3 === 0 ? '东部' : '西部',
      group: index < 4 ? 'municipality' : index < 36 ? 'capital' : 'prefecture',
    }),
  );
  const findings: Finding[] = [];
  const failures: FailureCount[] = [];
  for (const { code } of governments) {
    const quality = roll() ** 0.6;
    const dead = roll() < 0.04;
    for (const probe of [...probes, ...probed]) {
      const url = `https://www.example.gov.cn/${probe}/index.html?id=${code}`;
      const evidence = dead
        ? []
        : [
            {
              url,
              quote: `页面上写着“${probe}”的一行文字,${code}`,
              capture: `${code}${probe}`.padEnd(20, '0').slice(0, 20),
            },
          ];
      const state = dead || roll() < 0.03 ? 'unknown' : roll() < quality + 0.2 ? 'present' : 'absent';
      findings.push({
        government: code,
        probe,
        version: 1,
        state,
        value:
          state === 'present'
            ? {
                level: levels[Math.min(2, Math.floor(quality * 3 * roll() + roll()))] ?? 'linked',
                count: Math.floor(roll() ** 4 * 2000),
                share: Math.round((quality * 0.7 + roll() * 0.3) * 1000) / 1000,
                found: ['collection', 'purpose', 'storage'].slice(0, Math.ceil(roll() * 3)),
              }
            : null,
        confidence: state === 'unknown' ? 0 : 0.9,
        reason: state === 'unknown' ? (dead ? 'timeout-connect' : 'not-visible') : null,
        evidence,
      });
    }
    if (dead || roll() < 0.1) {
      const name = classes[Math.floor(roll() * classes.length)] ?? 'dns';
      failures.push({
        government: code,
        site: dead ? 'portal' : 'service',
        class: name,
        count: 1 + Math.floor(roll() * 5),
      });
    }
  }
  const captures: CaptureCount[] = [
    { site: 'portal', captures: size * 30, readable: size * 28 },
    { site: 'service', captures: size * 12, readable: size * 11 },
  ];
  return reportOf(governments, findings, { failures, captures });
}

/**
 * The report with simulated ranks (few draws) and the same country a year before as earlier
 * edition.
 */
export function fullReport(size: number): ReportInput {
  const input = countryReport(size);
  const before = countryReport(size, ['sa-one', 'ra-one']);
  const { assessment, governments, findings } = input;
  const settings = { ...defaultAnalysis.uncertainty, draws: 200 };
  const sampling = { ...defaultAnalysis.sensitivity, samples: 32, resamples: 50 };
  return {
    ...input,
    earlier: {
      name: '2025年报告',
      comparable: true,
      adoption: compareAdoption(before.conditions, before, input),
      comparison: compareEditions(before, input, '东部'),
    },
    uncertainty: measureUncertainty(assessment, governments, findings, settings),
    sensitivity: measureSensitivity(assessment, governments, findings, settings, sampling),
  };
}

const started = '2026-01-31T18:00:12.000Z';

/** One run that is not frozen. */
export function provenanceOf(findings: number): Provenance {
  const [toolVersion, configHash] = ['0.1.0', 'c0ffee1234567890'];
  const finished = '2026-01-31T22:41:09.000Z';
  const base = { id: '20260131-0200', kind: 'crawl', started, finished, toolVersion, configHash } as const;
  return {
    sources: ['一级指标名称出自公开发布的报告；二、三级指标及权重为本项目所定，不是报告原值。'],
    edition: null,
    runs: [{ ...base, findings, carried: 0 }],
    judged: [{ toolVersion, configHash, findings }],
    program: toolVersion,
    pack: { title: '地方政府数字化服务能力', hash: configHash },
  };
}

/** A report from governments and findings, scored by the small tree. */
export function reportOf(
  governments: readonly Government[],
  findings: readonly Finding[],
  change: Partial<ReportInput> = {},
  tree: IndicatorTree = smallTree(),
): ReportInput {
  const byGovernment = Map.groupBy(findings, ({ government }) => government);
  const points = new Map(
    governments.map(({ code }) => [code, normalize(tree, byGovernment.get(code) ?? [], undefined, started)]),
  );
  const assessment = assess(tree, governments, points);
  const adoption = measureAdoption(sixProbeConditions, governments, findings);
  const description = describe(assessment, governments, {
    referenceRegion: '东部',
    rule: conclusionRule(defaultAnalysis.bulletin),
  });
  const facts = { governments, assessment, description, adoption };
  return {
    title: '地方政府数字化服务能力',
    provenance: provenanceOf(findings.length),
    reviews: [],
    findingRuns: Object.fromEntries(findings.map((finding) => [findingKey(finding), '20260131-0200'])),
    nature: 'real',
    timeZone: 'Asia/Shanghai',
    run: {
      id: '20260131-0200',
      started,
      finished: '2026-01-31T22:41:09.000Z',
      toolVersion: '0.1.0',
      configHash: 'c0ffee1234567890',
    },
    governments,
    listed: governments,
    texts: {},
    measures: {},
    rule: defaultAnalysis.bulletin,
    conditions: sixProbeDefinitions,
    groupNames: { municipality: '直辖市', capital: '副省级/省会城市', prefecture: '其他地级行政区' },
    findings,
    regionNames: { 东部: '东部地区', 西部: '西部地区', 东北: '东北地区' },
    assessment,
    bands: null,
    adoption,
    description,
    items: analyseItems(
      assessment,
      governments,
      defaultAnalysis.discrimination,
      defaultAnalysis.bulletin['maximum-unknown'],
    ),
    earlier: null,
    published: {
      title: '已发布的报告',
      source: 'https://example.cn/report',
      comparisons: comparePublished(computeStatements(shippedStatements.statements, facts, null)),
    },
    uncertainty: null,
    sensitivity: null,
    marks: Object.fromEntries(
      findings.flatMap(({ evidence }) =>
        evidence.map(({ capture }) => [capture, { time: '2026-01-31T18:05:00.000Z', sha256: 'ab'.repeat(32) }]),
      ),
    ),
    tiles: {
      notes: { zh: '示意图。', en: 'Schematic.' },
      tiles: [
        { province: '新疆维吾尔自治区', label: '新疆', column: 1, row: 1 },
        { province: '吉林省', label: '吉林', column: 4, row: 1 },
        { province: '四川省', label: '四川', column: 2, row: 2 },
        { province: '台湾省', label: '台湾', column: 4, row: 2 },
      ],
    },
    failures: [],
    captures: [],
    ...change,
  };
}

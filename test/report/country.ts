import type { FailureClass } from '../../src/model/failure.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Government } from '../../src/model/government.ts';
import { normalize } from '../../src/pipeline/normalize.ts';
import type { CaptureCount, FailureCount, ReportInput } from '../../src/report/input.ts';
import { measureAdoption } from '../../src/scoring/adoption.ts';
import { assess } from '../../src/scoring/assess.ts';
import { sixProbeConditions } from '../scoring/statements/shipped.ts';
import { governmentOf, smallTree } from '../scoring/trees.ts';

/** A linear congruential generator: the same country from the same seed on every machine. */
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
const probes = ['smart-search', 'smart-qa', 'open-data-platform', 'api-count', 'app-count', 'privacy-policy'];
const levels = ['linked', 'reachable', 'working'];
const classes: FailureClass[] = ['dns', 'timeout-connect', 'blocked', 'http-4xx', 'tls'];

/** A made-up country; `probed` says which leaves beside the six have findings too. */
export function countryReport(
  size: number,
  probed: readonly string[] = ['sa-one', 'sa-two', 'sb-one', 'ra-one'],
): ReportInput {
  const roll = dice(337);
  const governments: Government[] = Array.from({ length: size }, (_, index) =>
    governmentOf(String(110000 + index * 100), {
      name: `${names[index % names.length]}${index < names.length ? '' : index}`,
      province: index % 5 === 0 ? '新疆维吾尔自治区' : '四川省',
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

/** A whole report out of governments and findings, scored by the small tree. */
export function reportOf(
  governments: readonly Government[],
  findings: readonly Finding[],
  change: Partial<ReportInput> = {},
): ReportInput {
  const tree = smallTree();
  const byGovernment = Map.groupBy(findings, ({ government }) => government);
  const points = new Map(governments.map(({ code }) => [code, normalize(tree, byGovernment.get(code) ?? [])]));
  return {
    title: '地方政府数字化服务能力',
    provenance: ['一级指标名称出自公开发布的报告；二、三级指标及权重为本项目所定，不是报告原值。'],
    run: {
      id: '20260131-0200',
      started: '2026-01-31T18:00:12.000Z',
      finished: '2026-01-31T22:41:09.000Z',
      toolVersion: '0.1.0',
      configHash: 'c0ffee1234567890',
    },
    governments,
    groupNames: { municipality: '直辖市', capital: '副省级/省会城市', prefecture: '其他地级行政区' },
    findings,
    assessment: assess(tree, governments, points),
    adoption: measureAdoption(sixProbeConditions, governments, findings),
    failures: [],
    captures: [],
    ...change,
  };
}

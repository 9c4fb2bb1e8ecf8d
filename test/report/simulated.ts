import { type DetectorRule, detect } from '../../scripts/scoring-quality/detector.ts';
import { countryOf, idealFindings, shippedPack, simulatedDay } from '../../scripts/simulated-country/ideal.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Government } from '../../src/model/government.ts';
import { assessFindings, withObserved } from '../../src/pipeline/assessment/assess-run.ts';
import type { ReportInput } from '../../src/report/input.ts';
import { compareAdoption } from '../../src/scoring/comparison/adoption-change.ts';
import { commonShare } from '../../src/scoring/comparison/common-share.ts';
import { compareYears } from '../../src/scoring/comparison/compare-years.ts';
import { conclusionRule } from '../../src/scoring/descriptive/conclusion.ts';
import { analyseItems } from '../../src/scoring/items/analyse.ts';
import { comparePublished } from '../../src/scoring/statements/compare-published.ts';
import { computeStatements } from '../../src/scoring/statements/compute.ts';
import { matchedFacts } from '../../src/scoring/statements/matched-facts.ts';
import { Generator } from '../../src/scoring/uncertainty/generator.ts';
import { measureUncertainty } from '../../src/scoring/uncertainty/measure.ts';
import { measureSensitivity } from '../../src/scoring/uncertainty/sensitivity.ts';
import { reportOf } from './country.ts';

const detector: DetectorRule = {
  browser: true,
  unknownFindings: 0.08,
  unknownGovernments: 0.02,
  confidence: [0.85, 0.99],
  unproven: 0,
  sharedErrors: false,
  products: 6,
};

interface Year {
  readonly governments: readonly Government[];
  readonly findings: readonly Finding[];
}

/** One year of the simulated country, as a made-up detector sees it; `kept` says whom it visits. */
function yearOf(year: 2022 | 2023, kept: (code: string) => boolean): Year {
  const world = countryOf(year, 1);
  const visited = new Map(shippedPack.visits.map((government) => [government.code, government]));
  const towns = [...world.towns()].filter(({ government: { code } }) => visited.has(code) && kept(code));
  const governments = towns.map(({ government }) => visited.get(government.code) ?? government);
  const generator = new Generator();
  generator.start(year, 3, 0);
  const truth = towns.flatMap((town) => idealFindings(world, town));
  return { governments, findings: detect(governments, truth, detector, generator) };
}

/**
 * The report of the whole simulated country under the shipped pack, with simulated ranks and the year
 * before. `kept` chooses the governments of that year; null: there is none.
 */
export function simulatedReport(kept: ((code: string) => boolean) | null): ReportInput {
  const after = yearOf(2023, () => true);
  const input = reportOf(after.governments, after.findings, {}, shippedPack.tree);
  const current = assessFindings(shippedPack, after.governments, after.findings, new Map(), simulatedDay);
  const { conditions, statements } = shippedPack.statements ?? { conditions: [], statements: [] };
  const { assessment } = current;
  const settings = { ...shippedPack.analysis.uncertainty, draws: 100 };
  const rule = shippedPack.analysis.bulletin;
  const base: ReportInput = {
    ...input,
    ...{ rule, conditions, assessment, tiles: shippedPack.tiles },
    listed: withObserved(shippedPack, after.governments),
    groupNames: Object.fromEntries(shippedPack.meta.groups.map(({ id, name }) => [id, name])),
    regionNames: Object.fromEntries(shippedPack.meta.regions.map(({ id, name }) => [id, name])),
    adoption: current.adoption,
    description: current.facts.description,
    items: analyseItems(assessment, after.governments, shippedPack.analysis.discrimination, rule['maximum-unknown']),
    uncertainty: measureUncertainty(assessment, after.governments, after.findings, settings),
    sensitivity: measureSensitivity(assessment, after.governments, after.findings, settings, {
      ...shippedPack.analysis.sensitivity,
      samples: 16,
      resamples: 50,
    }),
    captures: [{ site: 'portal', captures: 12_345, readable: 12_001 }],
  };
  const before = kept === null ? null : yearOf(2022, kept);
  const earlier =
    before === null
      ? null
      : { ...before, ...assessFindings(shippedPack, before.governments, before.findings, new Map(), simulatedDay) };
  const comparison =
    earlier === null
      ? null
      : compareYears(earlier, { governments: after.governments, assessment }, '东部', null, conclusionRule(rule));
  const adoption = earlier === null ? [] : compareAdoption(conditions, earlier, after);
  const comparable = earlier !== null && commonShare(earlier.governments, after.governments) >= rule['minimum-common'];
  const matched =
    earlier === null || comparison === null ? null : matchedFacts(current.facts, earlier.facts, comparison, adoption);
  const computed = computeStatements(statements, current.facts, comparable ? (earlier?.facts ?? null) : null, matched);
  return {
    ...base,
    earlier: comparison === null ? null : { name: '2022年报告', comparable, adoption, comparison },
    published: { title: '已发布的报告', source: 'https://example.cn/report', comparisons: comparePublished(computed) },
  };
}

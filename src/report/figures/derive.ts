import type { GovernmentScore } from '../../scoring/score.ts';
import { median } from '../../scoring/statistics.ts';
import { byMean } from '../divisions.ts';
import type { ReportInput } from '../input.ts';
import { adoptionFigures } from './adoption.ts';
import { changeFigures } from './changes.ts';
import { nodeFigures } from './nodes.ts';
import type { BulletinFigures } from './schema.ts';
import { tierFigures } from './tiers.ts';

/** The input of a report with the figures that are derived from it. */
export interface ReportData extends ReportInput {
  readonly figures: BulletinFigures;
}

/** Computes all figures that the bulletin prints and that the input does not hold. Pure. */
export function withFigures(input: ReportInput): ReportData {
  const { assessment, rule, captures, governments } = input;
  const { nodes } = assessment.tree;
  const capabilities = nodes.filter(({ level }) => level === 'capability');
  const levels = (level: 'branch' | 'leaf') => nodes.filter((node) => node.level === level).length;
  const leading = leadingProvinces(input);
  const { ranking } = assessment;
  const ranked = ranking.filter(({ rank }) => rank !== null).length;
  const { whole } = input.description;
  const sum = (key: 'captures' | 'readable') => captures.reduce((total, entry) => total + entry[key], 0);
  const figures: BulletinFigures = {
    rules: {
      maximumUnknown: rule['maximum-unknown'],
      maximumUnknownAnswers: rule['maximum-unknown-answers'],
      minimumRanked: rule['minimum-ranked'],
      minimumCommon: rule['minimum-common'],
      evenProvinces: {
        minimumGovernments: rule['even-provinces']['minimum-governments'],
        rateShare: rule['even-provinces']['rate-share'],
        spreadShare: rule['even-provinces']['spread-share'],
      },
    },
    index: {
      evaluated: capabilities.filter(({ counted }) => counted).length,
      observed: capabilities.filter(({ counted }) => !counted).length,
      branches: levels('branch'),
      leaves: levels('leaf'),
    },
    counts: {
      ranked,
      rankedShare: ranking.length === 0 ? null : ranked / ranking.length,
      withheld: ranking.filter(({ withheld }) => withheld !== null).length,
      blind: ranking.filter(({ score }) => score === null).length,
      observed: governments.length - ranking.length,
      withoutProbe: leavesWithoutProbe(assessment.scores).size,
      openLeaves: nodes.filter(({ level, index }) => level === 'leaf' && whole.nodes[index]?.concluded !== true).length,
      captures: sum('captures'),
      readable: sum('readable'),
    },
    tiers: tierFigures(input),
    leadingProvinces: leading,
    certainty: certaintyFigures(input),
    nodes: nodeFigures(input),
    adoption: adoptionFigures(input),
    changes: changeFigures(input, leading?.provinces[0] ?? null),
  };
  return { ...input, figures };
}

/** Ids of leaves that are `no-probe` for every visited government. */
export function leavesWithoutProbe(scores: readonly GovernmentScore[]): ReadonlySet<string> {
  const missing = new Set<string>();
  const probed = new Set<string>();
  for (const { points } of scores) {
    for (const { leaf, reason } of points) {
      if (reason === 'no-probe') missing.add(leaf);
      else if (reason !== 'not-visited') probed.add(leaf);
    }
  }
  return new Set([...missing].filter((leaf) => !probed.has(leaf)));
}

function leadingProvinces({ description, rule }: ReportInput): BulletinFigures['leadingProvinces'] {
  const best = byMean(description.provinces.divisions).slice(0, rule['leading-provinces']);
  const last = best.at(-1);
  if (last === undefined || best.length < rule['leading-provinces']) return null;
  return { provinces: best.map(({ division }) => division.id), count: best.length, floor: Math.floor(last.mean) };
}

function certaintyFigures({ uncertainty, assessment }: ReportInput): BulletinFigures['certainty'] {
  if (uncertainty === null) return null;
  const widthOf = ({ rank }: { readonly rank: { readonly low: number; readonly high: number } }) =>
    rank.high - rank.low + 1;
  const width = median(uncertainty.governments.map(widthOf));
  if (width === null) return null;
  const concentration = uncertainty.settings.weights?.concentration;
  const shares = assessment.tree.nodes.flatMap(({ counted, share, parent }) =>
    counted && parent !== null && share < 1 ? [share] : [],
  );
  // Standard deviation of one component of a Dirichlet distribution, over its mean.
  const spread = (share: number) => Math.sqrt((1 - share) / share / ((concentration ?? 0) + 1));
  const isDrawn = concentration !== undefined && shares.length > 0;
  return {
    width,
    sharedWidth: median(uncertainty.governments.flatMap(({ shared }) => (shared === null ? [] : [widthOf(shared)]))),
    flaggedShare: uncertainty.governments.length === 0 ? null : uncertainty.flagged / uncertainty.governments.length,
    leastWeight: isDrawn ? spread(Math.max(...shares)) : null,
    mostWeight: isDrawn ? spread(Math.min(...shares)) : null,
  };
}

import type { methods as chinese } from './messages-zh-methods.ts';

/** Words of the methods appendix in English. */
export const methods: typeof chinese = {
  intro:
    'Numbers of the text that are underlined with dots lead to their definition here; the element that holds a number names its statistic, the value before rounding, and the place of that value in report.json (JSON Pointer, RFC 6901).',
  steps: 'From a page to a rank',
  lines: [
    'Probes read the collected pages and conclude: present, absent, unknown or not applicable. Absent is said only where the pages that would link to the thing were really read; what is blocked, dead or shown by scripts only is unknown, with the reason.',
    'A conclusion becomes a point from 0 to 1 by the indicator’s normalizer. Absent is 0, not applicable has no weight, what is not settled is treated as the indicator says: by default it is estimated by the mean of the governments of the group that agree with what is known of it, and a thing that was looked for and not found counts for the most part as what is proven, by the share that was measured; else it is left out and its weight goes to its siblings, counts as what is proven, or keeps an earlier conclusion.',
    'Scores are weighted sums over the levels; a score rate is a score divided by the full mark. The estimate ranks. Every score has bounds besides: the lower one counts only what is proven, the upper one takes everything else to be there; coverage is 1 less the distance of the bounds as a share of the full mark. Bounds hold for certain; intervals of rank and score lie between quantiles of a simulation, are narrower, and may miss the truth.',
    'Ranks go by the total from high to low, equal totals share a rank; a government without any known point has no score. One whose total or any evaluated capability is settled to a smaller share than the configuration asks for has no rank and no tier, and is in no mean, correlation, chart or sentence. Statistics of a node take the governments whose coverage of that very node is enough.',
    'Tiers end at large first differences of the sorted totals inside given windows; equal totals are never parted. Levels divide a tier further.',
  ],
  observedOutside: (names) => `Observed and scored on its own, outside the total: ${names}.`,
  breaks: {
    windows: (windows) => `Breaks: the largest difference in each window of ranks (${windows}). `,
    'minimum-share': (share) =>
      `Breaks: those with the largest sum of differences that leave every tier ${share} or more. `,
    fixed: (ranks) => `Breaks: set by a person after places ${ranks}. `,
  },
  cuts: {
    'equal-width': 'Levels are cut at equal widths of score.',
    'equal-count': 'Levels are cut at equal counts.',
  },
  support: (limit, answers) =>
    `Where an indicator is unknown of more than ${limit} of the ranked governments, nothing is concluded on it: no mean, no bar, no sentence. Adoption stands with its bounds; nothing is concluded where more than ${answers} of the governments concerned are unknown. Without an earlier edition nothing is said about changes.`,
  ranked: (least) =>
    `Means of the country are those of its ranked governments; the mean of a region or province is stated where at least ${least} of its governments are ranked.`,
  comparison: (common) =>
    `Sizes of tiers, ranges, means and deviations of two editions are compared only if ${common} of the governments of each are in both; else only what the same governments show is compared. Changes of rates and shares are always those of the governments that both editions measured.`,
  even: (least, rate, spread) =>
    `“High (low) rate with little spread”: of the provinces in which at least ${least} governments have a score, those in the highest (lowest) ${rate} by mean score rate whose standard deviation is in the smaller ${spread}.`,
  bounds:
    'At least counts the governments of which it is certain, at most those of which nothing is known as well; the two ends of a share are these bounds over all governments concerned.',
  places: (share, least) =>
    `Provinces are named where the share that is certain is ${share} or more, the highest first; “all” means without exception among those that could be judged, in provinces with at least ${least} governments.`,
  statistics: 'Definitions of the statistics',
  definitions: {
    count: 'Count: things in the index or in the list of governments.',
    coverage:
      'Coverage: 1 less the distance of the bounds as a share of the full mark, averaged over all governments concerned.',
    support: 'Limit of support: with a larger share of unknown governments nothing is concluded.',
    'tier-break':
      'Break: the largest first difference of the sorted totals inside its window; named by the last government above it.',
    'tier-size': 'Size of a tier: governments between two breaks; out of the governments with a total.',
    'tier-change':
      'Change of size: the sizes of the same tier in two editions subtracted; moves count governments with a tier in both.',
    'total-mean': 'Mean: arithmetic mean of the totals, over the governments with one.',
    'total-median': 'Median: the 50% quantile by linear interpolation of order statistics (Hyndman and Fan, type 7).',
    'total-deviation': 'Standard deviation: around the mean, divided by n (population).',
    'total-extreme': 'Highest and lowest: the extreme totals among governments with one.',
    'total-range': 'Range: highest total minus lowest total.',
    'region-mean': 'Mean of a region: arithmetic mean of the totals of its governments, one vote each.',
    'region-share': 'Share of the reference region: mean of the region divided by the mean of the reference region.',
    'province-mean':
      'Mean of a province: arithmetic mean of the totals of its governments; a municipality is a province of its own.',
    'province-deviation':
      'Deviation between provinces: standard deviation of the province means, one vote each, divided by n (population) and by n − 1 (sample).',
    'node-rate':
      'Mean score rate: mean score divided by full mark, over the governments with a score on the indicator.',
    'node-change':
      'Change of a rate: difference of the mean score rates, and mean coverages, of the governments that have the indicator measured in both editions; where the trees differ, on their common leaves by the later weights.',
    'node-deviation':
      'Spread inside a province: standard deviation (population) of the score rates of its governments, in percentage points.',
    'rank-interval':
      'Rank interval: unknown points, probe confidence, weights and aggregation are varied at random and everyone is ranked anew; the interval lies between the quantiles given, widened where needed to hold the published rank. A type is not sure when the most probable one is another, or less probable than the configuration asks for.',
    sensitivity:
      'Total effect: the share of the variance of the mean rank shift (or of each government’s own rank, averaged) that stays when only this assumption varies on, interactions included (Saltelli et al. 2010; Gamboa et al. 2014).',
    'item-rest':
      'Discrimination: Pearson correlation between the points of a leaf and the mean of the other leaves weighted by their full marks, the leaf itself left out (corrected item-total correlation); mean, deviation (population) and shares over the known governments.',
    alpha:
      'Cronbach’s alpha: k / (k − 1) × (1 − sum of the variances of the leaves / variance of their sum), unweighted, over governments on which every leaf is known (Cronbach 1951). Leaves that measure different merits need not be consistent.',
    correlation:
      'Correlation: Pearson’s, of the rates of two nodes over governments on which both are known; not defined for fewer than three or without spread.',
    'adoption-change':
      'Change of a share: over the governments with an answer in both editions, the shares of the two subtracted, in percentage points.',
  },
  statementsTitle: 'Whom the adoption shares are taken over',
  base: {
    all: 'beside the published report: over all evaluated governments, unknown counts as no',
    assessable: 'beside the published report: over the governments with a clear answer',
  },
  probes: (names) => `rests on: ${names}`,
  leaves: 'How third-level indicators are marked',
  normalizers: {
    boolean: 'full mark when present',
    ladder: (steps) => `ladder: ${steps}`,
    ratio: 'ratio: the measured share is the point',
    'capped-count': (cap) => `count: log(1 + n) ÷ log(1 + ${cap}), at most 1`,
    checklist: (count) => `checklist: share of ${count} items found`,
    key: (key) => `full mark where ${key} holds`,
    freshness: (fresh, stale) => `freshness: full mark up to ${fresh} days, 0 from ${stale} days on, straight between`,
    weighted: (terms) => `weighted (weights of this project): ${terms}`,
    term: (share, measure) => `${share} ${measure}`,
  },
  levels: { linked: 'linked', reachable: 'reachable', working: 'working' },
  unknown: {
    estimate: 'estimated',
    renormalize: 'left out',
    zero: 'counts as what is proven',
    carry: (days) => `last conclusion of up to ${days} days`,
  },
  columns: {
    leaf: 'Indicator',
    share: 'Full mark',
    normalizer: 'Marking',
    unknown: 'When unknown',
    probe: 'Probe',
  },
  tierRule: 'Types and levels',
  settings: 'This run',
  back: 'Back to the text',
};

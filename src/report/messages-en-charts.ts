import type { charts as chinese } from './messages-zh-charts.ts';

/** Words of the charts in English. */
export const charts: typeof chinese = {
  curve: 'Sorted totals and first differences',
  curveText: (count, breaks) => `Totals of ${count} governments from high to low. ${breaks}`,
  curveBreak: (name, place) => `${name} (place ${place})`,
  breaksAt: (names) => `Breaks after ${names}.`,
  noBreaks: 'No breaks.',
  score: 'Total',
  difference: 'Difference',
  tiers: 'Governments per level',
  adoption: 'Adoption (bounds of share and count; hatched: unknown)',
  rates: 'Mean score rate of each indicator',
  map: 'Mean total by province',
  mapText: (count) =>
    `Mean totals of ${count} provincial units, one tile each; darker is higher, the figure stands in the tile. Dashed tiles are outside the evaluation or without a conclusion.`,
  regions: 'Mean total by region, and its share of the reference region',
  earlier: (name) => `${name} (earlier edition)`,
  provinces: 'Totals inside each province',
  provincesText: (count) =>
    `Box plots of ${count} provincial units, best mean first: the box spans the quartiles, its line is the median, the whiskers reach the lowest and the highest total. The number beside a name counts governments.`,
  counted: (label, count) => `${label} (${count})`,
  ranks: 'Rank intervals',
  ranksText: (count) =>
    `${count} governments in the order of their ranks. Bars are simulated rank intervals, dots are medians.`,
  rank: 'Published rank',
  rankInterval: (low, high) => `Simulated rank (bar: ${low} to ${high} of the draws; dot: median)`,
  correlations: 'Correlation of every two leaves',
  correlationsText: (count) =>
    `Pearson correlation of every two of ${count} leaves, numbered as in the table; the figures are in correlations.csv.`,
  correlationsNote:
    'Blue go together, orange go against each other, the darker the stronger; grey is not defined. Numbered as in the table.',
  separator: '; ',
};

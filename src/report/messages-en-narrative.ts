import type { Narrative } from './messages-zh-narrative.ts';

/** English sentences of the bulletin, with the same placeholders as the Chinese ones. */
export const narrative: Narrative = {
  system: {
    intro:
      'The index has three levels: {evaluated} evaluated and {observed} observed first-level indicators, {branches} second-level and {leaves} third-level indicators.',
    evaluated: 'Evaluated are {names}, with a full mark of {full}.',
    observed: 'Observed and scored outside the total: {names}.',
  },
  results: {
    scope: '{count} local governments were evaluated: {groups}. The full mark is {full}.',
    group: '{name}: {count}',
    breaks:
      'First differences of the sorted totals stand out at {names}; these places part the totals into {number} types: {tiers}.',
    noTiers: 'Too few different totals: differencing does not give all types, and none is assigned.',
    bands:
      'The type of {flagged} of {placed} governments is not sure, more than {limit}; no types are assigned, only the range of types in which each may lie.',
    sizes: 'Sizes: {sizes}.',
    size: '{name}: {count} ({share})',
    levels: 'Levels inside {letters}: {levels}.',
    spread:
      'The totals have mean {mean}, median {median}, highest {highest}, lowest {lowest} and standard deviation {deviation}.',
  },
  overall: {
    title: '(1) The whole, and the gaps between places',
    lead: 'Gaps between governments.',
    sizeSame: 'The type {tier} has as many governments as in {edition}.',
    sizeUp: 'The type {tier} has {count} governments more than in {edition}.',
    sizeDown: 'The type {tier} has {count} governments fewer than in {edition}.',
    moves: 'Compared with {edition}, {rose} governments moved to a higher type and {fell} to a lower one.',
    range: 'The highest and the lowest total are {range} points apart.',
    rangeChange: 'The distance between highest and lowest total went from {before} in {edition} to {after} points.',
    regionLead: 'Regions.',
    reference: '{region} has a mean of {mean}; {others}.',
    regionShare: '{region} {mean}, which is {share} of {reference}',
    shareDown: 'Compared with {edition}, the shares of {regions} all fell.',
    shareUp: 'Compared with {edition}, the shares of {regions} all rose.',
    shareMixed: 'Compared with {edition}, the share of {down} fell and that of {up} rose.',
    deviation:
      'The standard deviation of the province means is {population} points (population) or {sample} points (sample).',
    deviationUp:
      'The standard deviation of the province means is {after} points (population), {difference} more than in {edition}.',
    deviationDown:
      'The standard deviation of the province means is {after} points (population), {difference} less than in {edition}.',
    leaders: 'The {count} best means are those of {names}, all of {floor} points or more.',
    leader: '{name} ({mean})',
    leaderChange: '{name} went from {before} in {edition} to {after} points.',
    certaintyLead: 'How sure this is.',
    interval:
      'Over {draws} simulated rankings, the median width of a rank interval is {width} places; the type of {flips} governments is not sure.',
    shared:
      'When all findings of one probe on one product err together, the median width of a rank interval is {width} places.',
    weights:
      'Weights are drawn around those of the index (Dirichlet, concentration {concentration}): the standard deviation of a weight among its siblings is {least} to {most} of itself.',
    sensitivity: 'By total effect on the mean shift of ranks, the assumptions are {names}.',
    rankSensitivity: 'By total effect on the variance of each government’s own rank, averaged, they are {names}.',
    effect: '{name} ({total})',
    noEarlier: 'No earlier edition is at hand, so nothing is said about changes over the year.',
  },
  capability: {
    titles: ['(2) ', '(3) ', '(4) ', '(5) ', '(6) ', '(7) ', '(8) ', '(9) '],
    rate: 'The mean score rate of {name} is {rate}; among {count} governments with a score the highest is {highest}, the lowest {lowest}.',
    rateUp:
      'The mean score rate of {name} rose by {difference} percentage points since {edition} (coverage of the same {count} governments: {before}, now {after}).',
    rateDown:
      'The mean score rate of {name} fell by {difference} percentage points since {edition} (coverage of the same {count} governments: {before}, now {after}).',
    lowest: '{name} has the lowest score rate of the evaluated first-level indicators.',
    highest: '{name} has the highest score rate of the evaluated first-level indicators.',
    branch: '{name} has a mean score rate of {rate}: {leaves}.',
    leaf: '{name} {rate}',
    gap: 'Among them, {low} lies {difference} percentage points below {high}.',
    steady: 'High rates with little spread inside the province: {names}.',
    weak: 'Low rates with little spread inside the province: {names}.',
    province: '{name} (mean rate {rate}, standard deviation {deviation} points)',
    insufficient: 'Too little is known of {count} third-level indicators of {name} to draw conclusions: {names}.',
    blind: 'Nothing is known of {name}; no conclusion is drawn.',
  },
  adoption: {
    share: '{share} of the governments ({numerator}/{denominator}) {subject}',
    groups: 'among them {groups}',
    group: '{name} {share} ({numerator}/{denominator})',
    list: '{items}.',
    insufficient:
      'Whether they “{subject}” could not be told of {unknown} governments, more than {limit}: no conclusion.',
    changeUp:
      'The share of those that {subject} rose by {difference} percentage points since {edition} ({count} more).',
    changeDown:
      'The share of those that {subject} fell by {difference} percentage points since {edition} ({count} fewer).',
    where: 'Most governments without one are in {names}.',
    whereItem: '{name} ({count})',
    located: ['no-open-data-platform'],
  },
  assumptions: {
    unknown: 'what unknown points are worth',
    confidence: 'the confidence of findings',
    weights: 'the weights',
    aggregation: 'the aggregation',
  },
  outlook:
    '[To be written by people: add your judgement of trends and your advice here. The program does not generate an outlook.]',
};

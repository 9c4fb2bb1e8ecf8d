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
    level: '{name}: {count} ({share})',
    levels: 'Levels inside {letters}: {levels}.',
  },
  overall: {
    title: 'The whole, and the gaps between places',
    summary:
      'Of {all} governments {ranked} are ranked; their totals have a mean of {mean}, a median of {median} and a standard deviation of {deviation}; the highest is {highest} and the lowest {lowest}, {range} points apart.',
    lead: 'Gaps between governments.',
    sizeSame: 'The type {tier} has as many governments as in {edition}.',
    sizeUp: 'The type {tier} has {count} governments more than in {edition}.',
    sizeDown: 'The type {tier} has {count} governments fewer than in {edition}.',
    moves: 'Compared with {edition}, {rose} governments moved to a higher type and {fell} to a lower one.',
    rangeUp: 'The distance between highest and lowest total widened from {before} in {edition} to {after} points.',
    rangeDown: 'The distance between highest and lowest total narrowed from {before} in {edition} to {after} points.',
    rangeSame: 'The distance between highest and lowest total is that of {edition}, {after} points.',
    regionLead: 'Regions.',
    reference: '{region} has a mean of {mean}; {others}.',
    regionShare: '{region} {mean}, which is {share} of {reference}',
    shareDown: 'Compared with {edition}, the means of {regions} all fell as shares of that of {reference}.',
    shareUp: 'Compared with {edition}, the means of {regions} all rose as shares of that of {reference}.',
    shareMixed: 'Compared with {edition}, as a share of the mean of {reference}, {down} fell and {up} rose.',
    deviation:
      'The standard deviation of the province means is {population} points (population) or {sample} points (sample).',
    deviationUp: 'The population value is {difference} points more than in {edition}.',
    deviationDown: 'The population value is {difference} points less than in {edition}.',
    leaders: 'The {count} best province means are those of {names}, all of {floor} points or more.',
    leader: '{name} ({mean})',
    leaderUp: '{name} rose from {before} in {edition} to {after} points.',
    leaderDown: '{name} fell from {before} in {edition} to {after} points.',
    noEarlier: 'No earlier edition is at hand, so nothing is said about changes over the year.',
    notComparable:
      'Only {common} governments have a score both here and in {edition}, so types, ranges and means of the two are not compared; changes over the year are those of governments measured in both.',
  },
  certainty: {
    coverage:
      'On average {coverage} of the total is settled; {ranked} governments ({share}) are ranked, {withheld} are not because too little of them is settled, and no mean includes those.',
    interval:
      'Over {draws} simulated rankings, the median width of a rank interval is {width} places; the type of {flips} governments ({share}) is not sure.',
    shared:
      'When all findings of one probe on one product err together, the median width of a rank interval is {width} places.',
    weights:
      'Weights are drawn around those of the index (Dirichlet, concentration {concentration}): the standard deviation of a weight among its siblings is {least} to {most} of itself.',
    sensitivity: 'By total effect on the mean shift of ranks, the assumptions are {names}.',
    rankSensitivity: 'By total effect on the variance of each government’s own rank, averaged, they are {names}.',
    effect: '{name} ({total})',
    openLeaves:
      '{count} third-level indicators are unknown of more than {limit} of the ranked governments; no conclusion is drawn and no mean stated: {names}.',
    openStatements:
      'Of these, more than {limit} of the governments concerned are unknown; no conclusion is drawn: {items}.',
    openStatement: '{subject} ({unknown} unknown)',
  },
  capability: {
    rate: 'The mean score rate of {name} is {rate}; the highest is {highest}, the lowest {lowest}.',
    rateUp:
      'Among the {count} governments measured in both, it rose by {difference} percentage points since {edition} (coverage: {before}, now {after}).',
    rateDown:
      'Among the {count} governments measured in both, it fell by {difference} percentage points since {edition} (coverage: {before}, now {after}).',
    branchUp:
      'Among the {count} governments measured in both, the mean score rate of {name} rose by {difference} percentage points since {edition} (coverage: {before}, now {after}).',
    branchDown:
      'Among the {count} governments measured in both, the mean score rate of {name} fell by {difference} percentage points since {edition} (coverage: {before}, now {after}).',
    lowest: 'It is the lowest of the evaluated first-level indicators.',
    highest: 'It is the highest of the evaluated first-level indicators.',
    branch: '{name} has a mean score rate of {rate}: {leaves}.',
    branchAlone: '{name} has a mean score rate of {rate}.',
    leavesAlone: '{leaves}.',
    leaf: '{name} {rate}',
    gap: 'Of its third-level indicators with a conclusion, {high} has the highest mean score rate ({highRate}) and {low} the lowest ({lowRate}), {difference} percentage points apart.',
    steady: 'High rates with little spread inside the province: {names}.',
    weak: 'Low rates with little spread inside the province: {names}.',
    province: '{name} (mean rate {rate}, standard deviation {deviation} points)',
    blind: 'Too little is known of {name}; no conclusion is drawn.',
  },
  adoption: {
    share: '{count} governments {subject} ({share})',
    shareOf: 'Of the {concerned} governments concerned, {count} {subject} ({share})',
    shareOfGroup: 'Of {concerned} in the group {name}, {count} {subject} ({share})',
    exact: '{least}',
    bounded: 'at least {least} and at most {most}',
    atMost: 'at most {most}',
    exactShare: '{low}',
    boundedShare: '{low}–{high}',
    groups: 'among them {groups}',
    group: '{name}: {count} ({share})',
    list: '{items}.',
    changeUp:
      'Of the {n} governments with an answer both here and in {edition}, those that {subject} went from {before} to {after}: {count} more, {difference} percentage points.',
    changeDown:
      'Of the {n} governments with an answer both here and in {edition}, those that {subject} went from {before} to {after}: {count} fewer, {difference} percentage points.',
    changeSame:
      'Of the {n} governments with an answer both here and in {edition}, {after} {subject} in both: nothing changed.',
    most: 'In {found} provinces at least half of the governments {subject}: {items}.',
    mostNamed:
      'In {found} provinces at least half of the governments {subject}; the {named} with the highest shares are {items}.',
    all: 'In {found} provinces all governments of which it is known {subject}: {items}.',
    allNamed:
      'In {found} provinces all governments of which it is known {subject}; the {named} with the most governments are {items}.',
    province: '{name} ({count} of {concerned})',
    engines:
      'Of the {addressed} governments that {subject} and whose engine has a known address, {governments} share one with another government of their province: {engines} engines in {provinces} provinces.',
    noEngines:
      'Of the {addressed} governments that {subject} and whose engine has a known address, none was found to share one with another government of its province.',
    againstAhead:
      'Of the platforms that could be judged, {met} {subject}; their provinces have a median rank of {rank} (of {provinces}) by the mean score rate of {node}. The other {unmet} have {otherRank}: they are ahead.',
    againstBehind:
      'Of the platforms that could be judged, {met} {subject}; their provinces have a median rank of {rank} (of {provinces}) by the mean score rate of {node}. The other {unmet} have {otherRank}: they are not ahead.',
  },
  leaders: {
    intro:
      'The governments with the highest score rate on each indicator, ties included; of third-level indicators only those that were measured.',
    tied: '{count} governments are level',
    open: 'too little is known for a conclusion',
  },
  assumptions: {
    unknown: 'what unknown points are worth',
    confidence: 'the confidence of findings',
    weights: 'the weights',
    aggregation: 'the aggregation',
  },
};

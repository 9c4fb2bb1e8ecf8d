import { calibratedSeed } from '../../src/sandbox/index.ts';
import { adoptionStatements, playYears, type Statement, spreadStatements } from './statements.ts';

const otherSeeds = [2, 3];

function table(statements: readonly Statement[]): string {
  return [
    '| statement | published | simulated | difference |',
    '|---|---|---|---|',
    ...statements.map(
      ({ text, published, simulated, difference }) => `| ${text} | ${published} | ${simulated} | ${difference} |`,
    ),
  ].join('\n');
}

/** `docs/simulated-country.md`: the simulated country compared with the published report. */
export function countryDocument(): string {
  const years = playYears(calibratedSeed);
  const { population, sample } = years[2023].spread.provinceDeviation;
  const others = otherSeeds.map((seed) => {
    const { range, provinceDeviation, provinces } = playYears(seed)[2023].spread;
    const zhejiang = (provinces.get('浙江省') ?? Number.NaN).toFixed(2);
    return `| ${seed} | ${range.toFixed(2)} | ${provinceDeviation.population.toFixed(2)} | ${zhejiang} |`;
  });
  return `# The simulated country and the published report

Generated from the simulated country by \`npm run docs\`; do not edit.

The country plays two years, \`--year 2022\` and \`--year 2023\`: the state of the sites in the editions of the report named so. Dates on
pages move with the day of the crawl in both. Each statement of the report stands here beside what a flawless visitor with a browser
would find: the truth sheet as findings, normalized and scored like any crawl under the shipped indicator tree. What a crawl measures comes
near that, not upon it.

## Adoption, 2023

Counts are dealt out exactly, in the country of any seed; the percentages of the report fit no other counts.

${table(adoptionStatements(years))}

Of 2022 only the number of platforms is published. The other counts of that year are ours: fewer wherever the report speaks of a rise.

## Scores

Tree and weights are this project's own (see \`provenance\` in \`config/indicators.yaml\`), so nothing but the facts could be fitted. Every government has
a standing and two levels per year (\`src/sandbox/world/development.csv\`). Facts follow the levels with a luck that is the same in both years;
\`scripts/calibrate.ts\` chose the levels so that the ideal totals reach the targets in \`scripts/simulated-country/targets.ts\`, where it says what is published
and what is ours: the order of the other provinces, the tier sizes themselves, the place of the breaks. Run it again after a change of the tree or the facts.

${table(spreadStatements(years))}

The standard deviation is that of the population of ${years[2023].spread.provinces.size} province means (each the mean of its governments); the formula for a sample gives ${sample.toFixed(2)}
instead of ${population.toFixed(2)} for 2023. The report does not say which it uses.

For the lowest totals to fall as published while others rise, weak towns lose things from 2022 to 2023 that they had. The report
explains the fall by changed indicators; the country has one tree for both years and can only play it as facts.

The calibration holds for seed ${calibratedSeed}, the default. In the countries of other seeds towns of the same standing have other luck, and totals lie
further apart (2023):

| seed | highest less lowest total | deviation of province means | mean of 浙江 |
|---|---|---|---|
${others.join('\n')}
`;
}

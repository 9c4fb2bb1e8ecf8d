import path from 'node:path';
import { Generator } from '../src/scoring/uncertainty/generator.ts';
import { scriptOptions, wholeNumber } from './options.ts';
import { assessFindings, countryAt, type KnownCountry } from './scoring-quality/country.ts';
import { type CrawlQuality, qualityOfCrawl } from './scoring-quality/crawl.ts';
import { detect } from './scoring-quality/detector.ts';
import { type Coverage, keptTiers, percentOf, type Quality, qualityOf } from './scoring-quality/figures.ts';
import { careful, type ErrorRow, vendorErrors } from './scoring-quality/vendor-error.ts';
import { pooled, type WorldShares, worldShares } from './scoring-quality/worlds.ts';
import { shippedPack } from './simulated-country/ideal.ts';

const usage = `What scores and intervals are worth where the truth is known.

node scripts/scoring-quality.ts                            the simulated country under a made-up detector
node scripts/scoring-quality.ts --data FOLDER --truth FILE a crawl beside its truth sheet
node scripts/scoring-quality.ts --worlds FOLDER            what the pack states of things not found and of measures,
                                                           on worlds kept by npm run exam -- --keep FOLDER
node scripts/scoring-quality.ts --vendor-error             small countries, one of whose detectors' rules is wrong

  --run ID       that run of --data instead of the newest
  --draws N      draws of the uncertainty (default: 2000)
  --countries N  countries of --vendor-error (default: 200)
  --size N       governments of such a country (default: 50)
  --seed N       seed of the first (default: 1)`;
const { values } = scriptOptions(usage, {
  options: {
    data: { type: 'string' },
    truth: { type: 'string' },
    'vendor-error': { type: 'boolean', default: false },
    countries: { type: 'string', default: '200' },
    size: { type: 'string', default: '50' },
    draws: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    run: { type: 'string' },
    worlds: { type: 'string' },
  },
});
const { tree } = shippedPack;
const settings = { ...shippedPack.analysis.uncertainty, draws: wholeNumber(usage, 'draws', values.draws, 1) };

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function printQuality(name: string, quality: Quality, kept: string): void {
  const { governments, ranked, spearman, bias, deviation, coverage, trueTiers, doubtful } = quality;
  print(
    `${name}: ranked ${ranked} of ${governments}; Spearman with the truth ${spearman.toFixed(3)}; found less true total ` +
      `${bias.toFixed(2)} on average, root mean square ${deviation.toFixed(2)}; true tier ${percentOf(trueTiers)}; doubtful ${percentOf(doubtful)}; ${kept}`,
  );
  print(`  ${describe(coverage)}`);
}

function describe({ score, rank, sharedScore, sharedRank, width }: Coverage): string {
  return (
    `90 % intervals hold the true score ${percentOf(score)} (errors shared ${percentOf(sharedScore)}), ` +
    `the true rank ${percentOf(rank)} (${percentOf(sharedRank)}) of ${score.of}; mean width ${width.toFixed(2)} points`
  );
}

function printCrawl({ leaves, kept, run, ...quality }: CrawlQuality): void {
  printQuality(`run ${run}`, quality, `most probable tier kept by a second seed of the draws ${percentOf(kept)}`);
  print('leaf                  settled  wrong %  doubt %  bias    open  bias   outside bounds');
  for (const { leaf, settled, wrong, doubt, settledBias, open, openBias, outside } of leaves)
    print(
      [
        leaf.padEnd(22),
        String(settled).padStart(6),
        ((100 * wrong) / settled).toFixed(1).padStart(9),
        (100 * doubt).toFixed(1).padStart(8),
        settledBias.toFixed(3).padStart(8),
        String(open).padStart(6),
        openBias.toFixed(3).padStart(7),
        String(outside).padStart(5),
      ].join(''),
    );
}

/** The whole country under the made-up detector, on two nights. */
function printMadeUp(country: KnownCountry, browser: boolean): void {
  const rule = { ...careful, browser, unknownGovernments: 0.02 };
  const [first, second] = [0, 1].map((night) => {
    const generator = new Generator();
    generator.start(wholeNumber(usage, 'seed', values.seed, 0) + night, 7, 0);
    const findings = detect(country.governments, country.truth, rule, generator);
    const found = assessFindings(tree, country, findings);
    const truth = assessFindings(tree, country, country.truth);
    const tiers = new Map(Object.entries(found.tiering.places).map(([code, { letter }]) => [code, letter]));
    return { tiers, quality: qualityOf(found, truth, country.governments, findings, settings) };
  });
  if (first === undefined || second === undefined) throw new Error('no night');
  const name = `made-up detector ${browser ? 'with' : 'without'} a browser`;
  printQuality(name, first.quality, `tiers kept by a second night ${percentOf(keptTiers(first.tiers, second.tiers))}`);
}

function printWorlds(worlds: readonly WorldShares[]): void {
  for (const { world, notThere, wrongMeasures } of worlds)
    print(
      `${world.padEnd(12)}not found and not there ${notThere.held} of ${notThere.of}; measures wrong ${wrongMeasures.held} of ${wrongMeasures.of}`,
    );
  for (const [name, kind] of [
    ['not found and not there', 'notThere'],
    ['measures wrong', 'wrongMeasures'],
  ] as const) {
    const { held, of, share, deviation } = pooled(worlds.map((one) => one[kind]));
    print(`${name}: ${held} of ${of}, share ${share.toFixed(3)}, deviation between worlds ${deviation.toFixed(3)}`);
  }
}

function printErrors(rows: readonly ErrorRow[]): void {
  print(
    `${values.countries} countries of ${values.size} governments, ${values.draws} draws; share of the 90 % intervals that hold the truth`,
  );
  print(
    `${'errors drawn:'.padEnd(46)}score alone  shared  rank alone  shared  worst 5 % of countries (rank): alone  shared`,
  );
  for (const { name, coverage, worst, worstShared } of rows)
    print(
      [
        name.padEnd(46),
        percentOf(coverage.score).padStart(11),
        percentOf(coverage.sharedScore).padStart(8),
        percentOf(coverage.rank).padStart(12),
        percentOf(coverage.sharedRank).padStart(8),
        `${(100 * worst).toFixed(1)} %`.padStart(39),
        `${(100 * worstShared).toFixed(1)} %`.padStart(8),
      ].join(''),
    );
}

if (values.data !== undefined || values.truth !== undefined) {
  if (values.data === undefined || values.truth === undefined) throw new Error('expected --data DIR and --truth FILE');
  printCrawl(await qualityOfCrawl(values.data, values.truth, settings.draws, values.run));
} else if (values.worlds !== undefined) {
  printWorlds(await worldShares(path.resolve(import.meta.dirname, '..'), values.worlds));
} else if (values['vendor-error']) {
  const [countries, size] = [
    wholeNumber(usage, 'countries', values.countries, 1),
    wholeNumber(usage, 'size', values.size, 1),
  ];
  printErrors(vendorErrors({ tree, settings, countries, size }));
} else {
  const country = countryAt(wholeNumber(usage, 'seed', values.seed, 0), Number.MAX_SAFE_INTEGER);
  printMadeUp(country, false);
  printMadeUp(country, true);
}

// Writes src/sandbox/world/development.csv: the development of every government in each year,
// chosen so that the ideal scores of the country with seed 1 reach the targets. Run it after a
// change of tree, facts or targets: node scripts/calibrate.ts
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { normalize } from '../src/pipeline/assessment/normalize.ts';
import { developmentAt, type EditionYear, editionYears, World } from '../src/sandbox/index.ts';
import { scoreGovernment, totalOf } from '../src/scoring/score.ts';
import { layOutTree } from '../src/scoring/tree.ts';
import { countryOptions, idealFindings, shippedPack, simulatedDay } from './simulated-country/ideal.ts';
import { targetTotals } from './simulated-country/targets.ts';

const file = path.resolve(import.meta.dirname, '../src/sandbox/world/development.csv');
const tree = layOutTree(shippedPack.tree);
const { governments } = shippedPack;

/** Range of tried levels: slightly beyond 0..1, where chances and counts saturate. */
const lowest = -0.3;
const highest = 1.3;

/** Rounds to the precision of the file. */
const round = (value: number): number => Number(value.toFixed(5));

interface Solution {
  readonly level: number;
  readonly connection: number;
  readonly total: number;
}

/** The levels at which a town's ideal total is closest to the target. */
function solve(total: (level: number, connection: number) => number, target: number): Solution {
  const at = (rawLevel: number, rawConnection: number): Solution => {
    const [level, connection] = [round(rawLevel), round(rawConnection)];
    return { level, connection, total: total(level, connection) };
  };
  // Totals rise with the level in steps, where things appear: first find the step at the target,
  // with both levels equal.
  let [below, above] = [lowest, highest];
  for (let step = 0; step < 16; step += 1) {
    const middle = (below + above) / 2;
    if (total(middle, middle) > target) above = middle;
    else below = middle;
  }
  // Then tune the second level on either side of the step, and further away only if needed.
  let best = at(below, below);
  for (const away of [0, 0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5]) {
    for (const level of [below - away, above + away]) {
      const found = tune(at, level, target);
      if (Math.abs(found.total - target) < Math.abs(best.total - target) - 0.005) best = found;
    }
    if (Math.abs(best.total - target) < 0.02) break;
  }
  return best;
}

function tune(at: (level: number, connection: number) => Solution, level: number, target: number): Solution {
  let [below, above] = [at(level, lowest), at(level, highest)];
  for (let step = 0; step < 14; step += 1) {
    const middle = at(level, (below.connection + above.connection) / 2);
    if (middle.total > target) above = middle;
    else below = middle;
  }
  return Math.abs(below.total - target) < Math.abs(above.total - target) ? below : above;
}

const targetsOf = new Map(editionYears.map((year) => [year, targetTotals(governments, year)]));
const standingOf = (code: string, year: EditionYear): number => round((targetsOf.get(year)?.get(code) ?? 0) / 100);

function solveYear(year: EditionYear): Map<string, { standing: number } & Solution> {
  const world = new World({
    ...countryOptions(year),
    developmentOf: (_, { province }, origin, of) =>
      developmentAt(province, of, { standing: standingOf(origin, of), level: 0.5, connection: 0.5 }),
  });
  return new Map(
    governments.map(({ code, province }, index) => {
      const standing = standingOf(code, year);
      const total = (level: number, connection: number): number => {
        const development = developmentAt(province, year, { standing, level, connection });
        const town = world.townAt(index, development);
        const points = normalize(shippedPack.tree, idealFindings(world, town), undefined, simulatedDay);
        return totalOf(scoreGovernment(tree, code, points)).score ?? 0;
      };
      return [code, { standing, ...solve(total, targetsOf.get(year)?.get(code) ?? 0) }];
    }),
  );
}

const solved = new Map(editionYears.map((year) => [year, solveYear(year)]));
const rows = governments.map(({ code, name }) => {
  const cells = editionYears.flatMap((year) => {
    const solution = solved.get(year)?.get(code);
    return [solution?.standing, solution?.level, solution?.connection].map((value) => (value ?? 0).toFixed(5));
  });
  return [code, name, ...cells];
});
const columns = editionYears.flatMap((year) => [`standing_${year}`, `level_${year}`, `connection_${year}`]);
writeFileSync(file, stringify(rows, { header: true, columns: ['code', 'name', ...columns] }));
for (const year of editionYears) {
  const misses = [...(solved.get(year) ?? [])].map(([, { standing, total }]) => Math.abs(total - standing * 100));
  const worst = Math.max(...misses).toFixed(2);
  process.stdout.write(
    `${year}: ${misses.filter((miss) => miss > 0.1).length} totals miss by more than 0.1, worst ${worst}\n`,
  );
}

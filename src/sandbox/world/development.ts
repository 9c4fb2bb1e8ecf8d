import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Government } from '../../model/government.ts';
import type { EditionYear } from './figures.ts';
import { groupTier } from './group.ts';
import { Random } from './random.ts';

/**
 * How far a government has come, in numbers that no page shows. They bend which towns get which facts. Usually 0..1; a
 * calibrated level may lie a little outside.
 */
export interface Development {
  /** Among the others: who comes first where a published number of governments has a thing. */
  readonly standing: number;
  /** Of everything that has no level of its own. */
  readonly level: number;
  /** Of lists, catalogues, guides and accounts (平台供给). */
  readonly supply: number;
  /** Of what reaches beyond the own platform: matters across regions, certificates (服务贯通). */
  readonly connection: number;
  /** Of search, robots, barrier-free modes and personal spaces. */
  readonly smart: number;
  /** Set where the province serves all its towns with the same smart services. */
  readonly shared: { readonly province: string; readonly level: number } | null;
}

/** What the table knows of a government in a year. */
type Calibrated = Pick<Development, 'standing' | 'level' | 'connection'>;

const share = z.coerce.number();
const rowsSchema = z.array(
  z.object({
    code: z.string(),
    standing_2022: share,
    level_2022: share,
    connection_2022: share,
    standing_2023: share,
    level_2023: share,
    connection_2023: share,
  }),
);

let table: ReadonlyMap<string, Readonly<Record<EditionYear, Calibrated>>> | null = null;

/** The levels of the table outweigh the luck of the country of this seed. */
export const calibratedSeed = 1;

/**
 * In the country of another seed the luck is another, and towns have the level that towns of their standing have on average (linear
 * regression over the table).
 */
const usualLevel: Readonly<Record<EditionYear, (standing: number) => number>> = {
  2022: (standing) => 0.43 + 0.47 * standing,
  2023: (standing) => 0.16 + 0.79 * standing,
};

/**
 * The standings and levels of the 337 governments of the published registry, from `development.csv` beside this file. Written by
 * `scripts/calibrate.ts`, which chooses them so that the scores of the calibrated country spread as published
 * (`scripts/simulated-country/targets.ts` says what is published and what is ours).
 */
function calibrated(): NonNullable<typeof table> {
  if (table !== null) return table;
  const text = readFileSync(new URL('development.csv', import.meta.url), 'utf8');
  const rows = rowsSchema.parse(parse(text, { columns: true }));
  table = new Map(
    rows.map((row) => [
      row.code,
      {
        2022: { standing: row.standing_2022, level: row.level_2022, connection: row.connection_2022 },
        2023: { standing: row.standing_2023, level: row.level_2023, connection: row.connection_2023 },
      },
    ]),
  );
  return table;
}

/** What an aspect had not yet reached in a year, as part of the level: 平台供给能力 rose by 15.8% from 2022 to 2023. */
const behind: Readonly<Record<EditionYear, { readonly supply: number }>> = {
  2022: { supply: 0.217 },
  2023: { supply: 0 },
};

/**
 * Provinces in which the report of 2023 found the smart services of all towns much alike: at a high level in 浙江, at a low one
 * in 吉林 and 广西. There the province serves them.
 */
const sharedSmart: Readonly<Record<string, number>> = { 浙江省: 1.2, 吉林省: 0.1, 广西壮族自治区: 0.12 };

/** Mean level of a region of the report, 0..1; regions of another pack lie in the middle. */
const regionLevels: Readonly<Record<string, number>> = { 东部: 0.62, 中部: 0.52, 西部: 0.44, 东北: 0.42 };

const tierBonus = { municipality: 0.25, capital: 0.14, prefecture: 0 } as const;

/** A level for governments that the table does not know: observed provinces, and the registries of others. */
function estimated(seed: number, government: Government): Calibrated {
  const level =
    (regionLevels[government.region] ?? 0.5) +
    tierBonus[groupTier(government)] +
    new Random(seed, 'province', government.province).normal() * 0.05 +
    new Random(seed, 'town', government.code).normal() * 0.1;
  const bounded = Math.min(0.98, Math.max(0.05, level));
  return { standing: bounded, level: bounded, connection: bounded };
}

/**
 * How far a government has come in a year.
 * @param origin code of the government of the registry that this one is, or is a copy of.
 */
export function developmentOf(seed: number, government: Government, origin: string, year: EditionYear): Development {
  const known = calibrated().get(origin)?.[year];
  if (known === undefined) return developmentAt(government.province, year, estimated(seed, government));
  if (seed === calibratedSeed) return developmentAt(government.province, year, known);
  const level = usualLevel[year](known.standing);
  return developmentAt(government.province, year, { standing: known.standing, level, connection: level });
}

/** The levels of all aspects that follow from the three of the table. */
export function developmentAt(province: string, year: EditionYear, base: Calibrated): Development {
  // Copies of the country carry a numeral before the province's name.
  const sharing = Object.keys(sharedSmart).find((name) => province.endsWith(name));
  const common = sharing === undefined ? undefined : sharedSmart[sharing];
  return {
    ...base,
    supply: base.level - behind[year].supply,
    smart: common ?? base.level,
    shared: common === undefined ? null : { province, level: common },
  };
}

import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Government } from '../../model/government.ts';
import type { EditionYear } from './figures.ts';
import { groupTier } from './group.ts';
import { Random } from './random.ts';

/**
 * Development of a government, in numbers that no page shows and that decide which facts it gets.
 * Usually 0..1; a calibrated level may be slightly outside.
 */
export interface Development {
  /** Relative standing: decides who gets a thing that a published number of governments has. */
  readonly standing: number;
  /** Level of all aspects without their own. */
  readonly level: number;
  /** Level of lists, catalogues, guides and accounts (平台供给). */
  readonly supply: number;
  /** Level of connections beyond the platform: cross-region services, certificates (服务贯通). */
  readonly connection: number;
  /** Level of search, robots, barrier-free modes and personal spaces. */
  readonly smart: number;
  /** Set if the province provides the smart services of all its towns. */
  readonly shared: { readonly province: string; readonly level: number } | null;
}

/** Values of the table for a government in a year. */
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

/** The table's levels compensate for the luck of this seed. */
export const calibratedSeed = 1;

/**
 * With another seed luck differs, so towns get the average level of their standing (linear
 * regression over the table).
 */
const usualLevel: Readonly<Record<EditionYear, (standing: number) => number>> = {
  2022: (standing) => 0.43 + 0.47 * standing,
  2023: (standing) => 0.16 + 0.79 * standing,
};

/**
 * Standings and levels of the 337 governments of the published registry, from `development.csv`,
 * which `scripts/calibrate.ts` writes so that the scores spread as published
 * (`scripts/simulated-country/targets.ts` separates published from chosen values).
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

/**
 * Deficit of an aspect in a year, as a share of the level: 平台供给能力 rose by 15.8% from 2022 to 2023.
 */
const behind: Readonly<Record<EditionYear, { readonly supply: number }>> = {
  2022: { supply: 0.2135 },
  2023: { supply: 0 },
};

/**
 * Provinces with similar smart services in all towns in the report of 2023: high in 浙江, low in 吉林
 * and 广西; here the province provides them.
 */
const sharedSmart: Readonly<Record<string, number>> = { 浙江省: 1.2, 吉林省: 0.1, 广西壮族自治区: 0.12 };

/** Mean level of a region of the report, 0..1; regions of other packs are in the middle. */
const regionLevels: Readonly<Record<string, number>> = { 东部: 0.62, 中部: 0.52, 西部: 0.44, 东北: 0.42 };

const tierBonus = { municipality: 0.25, capital: 0.14, prefecture: 0 } as const;

/** Level of governments missing in the table: observed provinces, other registries. */
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
 * Development of a government in a year.
 * @param origin code of the registry's government that this one is, or is a copy of
 */
export function developmentOf(seed: number, government: Government, origin: string, year: EditionYear): Development {
  const known = calibrated().get(origin)?.[year];
  if (known === undefined) return developmentAt(government.province, year, estimated(seed, government));
  if (seed === calibratedSeed) return developmentAt(government.province, year, known);
  const level = usualLevel[year](known.standing);
  return developmentAt(government.province, year, { standing: known.standing, level, connection: level });
}

/** Levels of all aspects, derived from the three of the table. */
export function developmentAt(province: string, year: EditionYear, base: Calibrated): Development {
  // Names of copied provinces begin with a numeral.
  const sharing = Object.keys(sharedSmart).find((name) => province.endsWith(name));
  const common = sharing === undefined ? undefined : sharedSmart[sharing];
  return {
    ...base,
    supply: base.level - behind[year].supply,
    smart: common ?? base.level,
    shared: common === undefined ? null : { province, level: common },
  };
}

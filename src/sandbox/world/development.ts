import type { Government } from '../../model/government.ts';
import { groupTier } from './group.ts';
import { Random } from './random.ts';

/** Mean level of a region of the report, 0..1; regions of another pack lie in the middle. */
const regionLevels: Readonly<Record<string, number>> = { 东部: 0.62, 中部: 0.52, 西部: 0.44, 东北: 0.42 };

/** Provinces that the report names as strong throughout. */
const provinceBonus: Readonly<Record<string, number>> = {
  浙江省: 0.2,
  广东省: 0.16,
  安徽省: 0.17,
  四川省: 0.06,
  贵州省: 0.08,
};

const tierBonus = { municipality: 0.25, capital: 0.14, prefecture: 0 } as const;

/**
 * How developed a government's services are, 0..1: its region, its province, its rank, and its own luck. A latent number
 * that no page shows; it bends which towns get which facts, never how many.
 */
export function developmentLevel(seed: number, government: Government): number {
  // Copies of the country carry a numeral before the province's name.
  const province = Object.keys(provinceBonus).find((name) => government.province.endsWith(name));
  const level =
    (regionLevels[government.region] ?? 0.5) +
    (province === undefined ? 0 : (provinceBonus[province] ?? 0)) +
    tierBonus[groupTier(government)] +
    new Random(seed, 'province', government.province).normal() * 0.05 +
    new Random(seed, 'town', government.code).normal() * 0.1;
  return Math.min(0.98, Math.max(0.05, level));
}

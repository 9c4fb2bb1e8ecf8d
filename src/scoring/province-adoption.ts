import type { Finding } from '../model/finding.ts';
import type { Government } from '../model/government.ts';
import { type Condition, measureAdoption, type Share } from './adoption.ts';

/** Answers to one condition by province. */
export interface ProvinceAdoption {
  readonly statement: string;
  /** In the order of the registry; `group` is the name of the province. */
  readonly provinces: readonly Share[];
}

/**
 * Counts every condition over the scored governments of each province. Governments without a province
 * are left out.
 */
export function adoptionByProvince(
  conditions: readonly Condition[],
  governments: readonly Government[],
  findings: readonly Finding[],
): ProvinceAdoption[] {
  const inProvinces = governments.filter(({ scored }) => scored).map((one) => ({ ...one, group: one.province }));
  return measureAdoption(conditions, inProvinces, findings).map(({ statement, groups }) => ({
    statement,
    provinces: groups,
  }));
}

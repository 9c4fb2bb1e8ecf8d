/**
 * Data-open families that fit an address: one whose name stands in the path where there is such a one (`/oportal/index` is
 * served by oportal software), else any.
 */
export function familyFor(base: URL | null, families: readonly string[]): readonly string[] {
  if (base === null) return families;
  const path = base.pathname.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const fitting = families.filter((family) => path.includes(family.toLowerCase().replaceAll(/[^a-z0-9]/g, '')));
  return fitting.length > 0 ? fitting : families;
}

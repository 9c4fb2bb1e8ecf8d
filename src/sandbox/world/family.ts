/**
 * Open-data families that fit an address: one named in the path (`/oportal/index` is served by
 * oportal software), else any.
 */
export function familyFor(base: URL | null, families: readonly string[]): readonly string[] {
  if (base === null) return families;
  const path = compact(base.pathname);
  // `oportal-classic` is a variant of oportal.
  const fitting = families.filter((family) =>
    [family, family.replace(/-[a-z]+$/, '')].some((name) => path.includes(compact(name))),
  );
  return fitting.length > 0 ? fitting : families;
}

function compact(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

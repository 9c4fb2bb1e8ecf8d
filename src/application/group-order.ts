import type { Pack } from '../config/pack.ts';
import type { Adoption } from '../scoring/adoption.ts';

/** Groups in the order of the pack; those that the pack does not have come last. */
function byPack({ meta }: Pick<Pack, 'meta'>): (one: string | null, other: string | null) => number {
  const place = new Map(meta.groups.map(({ id }, index) => [id, index]));
  const placeOf = (group: string | null) => place.get(group ?? '') ?? place.size;
  return (one, other) => placeOf(one) - placeOf(other);
}

/** Names of groups by id in the order of the pack; a frozen edition keeps them by the alphabet. */
export function orderedNames(
  names: Readonly<Record<string, string>>,
  pack: Pick<Pack, 'meta'>,
): Readonly<Record<string, string>> {
  const compare = byPack(pack);
  return Object.fromEntries(Object.entries(names).sort(([one], [other]) => compare(one, other)));
}

/** Shares whose groups stand in the order of the pack. */
export function orderedAdoption(adoption: readonly Adoption[], pack: Pick<Pack, 'meta'>): readonly Adoption[] {
  const compare = byPack(pack);
  return adoption.map((entry) => ({
    ...entry,
    groups: [...entry.groups].sort((one, other) => compare(one.group, other.group)),
  }));
}

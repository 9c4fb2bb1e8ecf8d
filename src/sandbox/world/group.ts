import type { Government } from '../../model/government.ts';
import type { GroupTier } from './figures.ts';

/** The published group of a government; groups of other packs count as prefectures. */
export function groupTier(government: Government): GroupTier {
  if (government.group === 'municipality' || government.group === 'capital') return government.group;
  return 'prefecture';
}

/**
 * True if the registry has an open-data platform of the government itself, not the province's and
 * not a column.
 */
export function hasOwnPlatformAddress(government: Government): boolean {
  const address = government.sites['open-data'];
  return address !== undefined && address.confidence !== 'province' && address.confidence !== 'column';
}

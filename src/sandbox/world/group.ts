import type { Government } from '../../model/government.ts';
import type { GroupTier } from './figures.ts';

/** Which of the three published groups a government belongs to; groups of another pack count as prefectures. */
export function groupTier(government: Government): GroupTier {
  if (government.group === 'municipality' || government.group === 'capital') return government.group;
  return 'prefecture';
}

/** Whether the registry knows a data-open platform of the government's own (not the province's, not a column). */
export function hasOwnPlatformAddress(government: Government): boolean {
  const address = government.sites['open-data'];
  return address !== undefined && address.confidence !== 'province' && address.confidence !== 'column';
}

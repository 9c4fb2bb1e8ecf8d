import type { SiteHandler, SiteReply } from '../town.ts';
import { families } from './families/table.ts';
import { answerPage } from './pages/router.ts';
import { answerPart } from './pieces.ts';
import { portalOf } from './portal.ts';
import { answerRobot } from './robots/site.ts';
import { robotVendorTable } from './robots/vendors.ts';
import { answerSearch } from './search/site.ts';
import { searchVendorTable } from './search/vendors.ts';

export { privacyParts } from './pages/statements.ts';

/** Ids of the portal families (`TownStyle.portal`). */
export const portalFamilies: readonly string[] = families.map((family) => family.id);

/** Ids of the search engines (`TownTruth.search.vendor`). */
export const searchVendors: readonly string[] = searchVendorTable.map((vendor) => vendor.id);

/** Ids of the robots (`TownTruth.qa.vendor`). */
export const robotVendors: readonly string[] = robotVendorTable.map((vendor) => vendor.id);

/**
 * Handler of a town's portal: pages, page parts, search engine, robot, attachments. Null for
 * unknown addresses.
 */
export const portalSite: SiteHandler = (town, request): SiteReply | null => {
  const portal = portalOf(town);
  return (
    answerPart(portal, request) ??
    answerSearch(portal, request) ??
    answerRobot(portal, request) ??
    answerPage(portal, request)
  );
};

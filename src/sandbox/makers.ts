import { openDataFamilies, openDataSite } from './open-data/index.ts';
import { scriptPlans } from './open-data/plans.ts';
import { portalFamilies, portalSite } from './portal/index.ts';
import type { PageMakers } from './sandbox.ts';
import { serviceSite } from './service/index.ts';

/** Page makers of the simulated country. */
export const countryMakers: PageMakers = {
  handlers: { portal: portalSite, service: serviceSite, 'open-data': openDataSite },
  families: { portal: portalFamilies, openData: openDataFamilies, scripted: Object.keys(scriptPlans) },
};

import { accessibility } from './accessibility.ts';
import { apiCount } from './api-count.ts';
import { appCount } from './app-count.ts';
import { appealChannels } from './appeal-channels.ts';
import { appealForm } from './appeal-form.ts';
import { caseTracking } from './case-tracking.ts';
import { crossRegion } from './cross-region.ts';
import { dataCatalog } from './data-catalog.ts';
import { dataSecurityPolicy } from './data-security-policy.ts';
import { disclosureCatalog } from './disclosure-catalog.ts';
import { eCertificate } from './e-certificate.ts';
import { followUp } from './follow-up.ts';
import { knowledgeBase } from './knowledge-base.ts';
import { oneEntry } from './one-entry.ts';
import { oneThing } from './one-thing.ts';
import { openDataPlatform } from './open-data-platform.ts';
import { personalSpace } from './personal-space.ts';
import { privacyPolicy } from './privacy-policy.ts';
import { proactiveResponse } from './proactive-response.ts';
import { replyTimeliness } from './reply-timeliness.ts';
import { serviceGuide } from './service-guide.ts';
import { serviceLists } from './service-lists.ts';
import { smartQa } from './smart-qa.ts';
import { smartSearch } from './smart-search.ts';

/** Every leaf of the tree, in the order of the tree's capabilities. */
export const leaves = [
  serviceLists,
  disclosureCatalog,
  serviceGuide,
  oneEntry,
  crossRegion,
  eCertificate,
  appealChannels,
  appealForm,
  oneThing,
  caseTracking,
  replyTimeliness,
  followUp,
  knowledgeBase,
  proactiveResponse,
  smartSearch,
  smartQa,
  accessibility,
  personalSpace,
  openDataPlatform,
  dataCatalog,
  apiCount,
  appCount,
  dataSecurityPolicy,
  privacyPolicy,
] as const;

type Drawn = Extract<(typeof leaves)[number], { readonly fact: string }>;

/**
 * The truth about a town: the fact of every leaf that draws one. Every fact is visible on the
 * pages, and none can be guessed from host or style.
 */
export type TownTruth = { readonly [One in Drawn as One['fact']]: ReturnType<One['draw']> };

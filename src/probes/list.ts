import { accessibility } from './accessibility.ts';
import { apiCount } from './api-count.ts';
import { appCount } from './app-count.ts';
import { appealChannels } from './appeal-channels.ts';
import { appealForm } from './appeal-form.ts';
import { caseTracking } from './case-tracking.ts';
import type { Probe } from './contract.ts';
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

/** All probes in order of id. */
export const probes: readonly Probe[] = [
  accessibility,
  apiCount,
  appCount,
  appealChannels,
  appealForm,
  caseTracking,
  crossRegion,
  dataCatalog,
  dataSecurityPolicy,
  disclosureCatalog,
  eCertificate,
  followUp,
  knowledgeBase,
  oneEntry,
  oneThing,
  openDataPlatform,
  personalSpace,
  privacyPolicy,
  proactiveResponse,
  replyTimeliness,
  serviceGuide,
  serviceLists,
  smartQa,
  smartSearch,
];

/** The probe with an id; null if there is none. */
export function probeById(id: string): Probe | null {
  return probes.find((probe) => probe.id === id) ?? null;
}

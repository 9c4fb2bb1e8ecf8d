import { apiCount } from './api-count.ts';
import { appCount } from './app-count.ts';
import type { Probe } from './contract.ts';
import { dataCatalog } from './data-catalog.ts';
import { openDataPlatform } from './open-data-platform.ts';
import { privacyPolicy } from './privacy-policy.ts';
import { smartQa } from './smart-qa.ts';
import { smartSearch } from './smart-search.ts';

/** Every probe, in the order of its id. */
export const probes: readonly Probe[] = [
  apiCount,
  appCount,
  dataCatalog,
  openDataPlatform,
  privacyPolicy,
  smartQa,
  smartSearch,
];

/** The probe of an id; null when there is none. */
export function probeById(id: string): Probe | null {
  return probes.find((probe) => probe.id === id) ?? null;
}

import { getDomain } from 'tldts';
import type { CompiledKnowledge } from '../../../../config/knowledge.ts';
import type { Government, SiteKind } from '../../../../model/government.ts';
import { namesGovernment } from '../../../../probes/shared/own-level.ts';
import { ownerOf } from '../../../../reading/owner.ts';

/** Vendors less certain than this share their address patterns with others. */
const leastConfidence = 0.8;

/** Registrable domain of an address; the host itself for names without one (IP, localhost). */
function domainOf(url: string): string {
  return getDomain(url) ?? new URL(url).hostname;
}

/** Whether two addresses have the same registrable domain. */
export function isSameDomain(url: string, base: string): boolean {
  return domainOf(url) === domainOf(base);
}

function isOpenDataAddress(address: string, knowledge: CompiledKnowledge): boolean {
  return knowledge.vendors.some(
    ({ rule, urls }) =>
      rule.kind === 'open-data' && rule.confidence >= leastConfidence && urls.some((pattern) => pattern.test(address)),
  );
}

/**
 * Whether an address belongs to the government itself and not to the province whose host serves
 * many cities: it names the government, or it is a platform on the portal's domain.
 */
export function isOwnAddress(url: string, site: SiteKind, government: Government): boolean {
  if (namesGovernment(url, government)) return true;
  const { portal } = government.sites;
  return site !== 'portal' && portal !== undefined && isSameDomain(url, portal.url);
}

/** The site of the government that an address belongs to; null for other hosts. */
export function siteAt(address: string, government: Government, knowledge: CompiledKnowledge): SiteKind | null {
  const platform = government.sites['open-data'];
  const sharesHost = platform !== undefined && new URL(platform.url).host === new URL(address).host;
  // A platform on the portal's host may use several folders, which only its vendor's patterns tell.
  if (sharesHost && isOpenDataAddress(address, knowledge)) return 'open-data';
  return ownerOf(address, government);
}

import { getDomain } from 'tldts';
import type { Government } from '../../model/government.ts';
import { siteKinds } from '../../model/government.ts';
import { hasOwnPlatformAddress } from './group.ts';

/** Host with an explicit port, if any: the target of a connection. */
export function authorityOf(url: URL): string {
  return url.host;
}

export interface SiteBases {
  readonly portal: URL;
  readonly service: URL;
  readonly openData: URL | null;
}

/** The registrable domain of a host; the host itself if it has none (an IP address). */
function domainOf(url: URL): string {
  return getDomain(url.hostname) ?? url.hostname;
}

/**
 * Which town answers at which address: addresses of the registry, and invented ones for sites that
 * exist but are only linked.
 */
export class AddressBook {
  readonly #governments: readonly Government[];
  /**
   * Number of users of every registry address, by kind and URL; an address with several identifies
   * no town.
   */
  readonly #uses = new Map<string, number>();
  /** Authorities in the registry with the code of their government; null for several. */
  readonly #registered = new Map<string, string | null>();

  constructor(governments: readonly Government[]) {
    this.#governments = governments;
    for (const government of governments) {
      for (const kind of siteKinds) {
        const address = government.sites[kind];
        if (address === undefined) continue;
        this.#uses.set(`${kind} ${address.url}`, (this.#uses.get(`${kind} ${address.url}`) ?? 0) + 1);
        const authority = authorityOf(new URL(address.url));
        const owner = this.#registered.get(authority);
        this.#registered.set(authority, owner === undefined || owner === government.code ? government.code : null);
      }
    }
  }

  /** True if several governments use the authority. */
  isShared(authority: string): boolean {
    return this.#registered.get(authority) === null;
  }

  /** True if the portal's host serves only this government's portal. */
  standsAlone(index: number): boolean {
    const government = this.#governments[index];
    const portal = government?.sites.portal;
    if (government === undefined || portal === undefined) return false;
    const authority = authorityOf(new URL(portal.url));
    return !siteKinds.some((kind) => {
      const address = government.sites[kind];
      return kind !== 'portal' && address !== undefined && authorityOf(new URL(address.url)) === authority;
    });
  }

  /** Base addresses of a government's sites, depending on whether it has a platform. */
  basesOf(index: number, hasPlatform: boolean): SiteBases {
    const government = this.#governments[index];
    if (government === undefined) throw new RangeError(`no government at position ${index}`);
    const portal = this.#portal(government);
    return {
      portal,
      service: this.#service(government, portal),
      openData: hasPlatform ? this.#openData(government, portal) : null,
    };
  }

  #portal(government: Government): URL {
    const known = government.sites.portal ?? government.sites.service ?? government.sites['open-data'];
    if (known === undefined) return new URL(`http://www.${government.code}.gov.cn/`);
    if (known === government.sites.portal) return new URL(known.url);
    return new URL(`http://${this.#freeHost(['portal', 'www1', 'www2'], domainOf(new URL(known.url)))}/`);
  }

  #service(government: Government, portal: URL): URL {
    const known = government.sites.service;
    if (known === undefined) return new URL(`http://${this.#freeHost(['zwfw', 'banshi', 'zwdt'], domainOf(portal))}/`);
    const url = new URL(known.url);
    // Some towns share one address of their province in the registry; the town's pages then need a
    // region parameter.
    const shared = (this.#uses.get(`service ${known.url}`) ?? 0) > 1 || known.confidence === 'province';
    if (government.scored && shared && !known.url.includes(government.code) && url.pathname.split('/').length < 4) {
      url.searchParams.set('areacode', government.code);
    }
    return url;
  }

  #openData(government: Government, portal: URL): URL {
    const known = government.sites['open-data'];
    if (known !== undefined && hasOwnPlatformAddress(government)) return new URL(known.url);
    return new URL(`http://${this.#freeHost(['data', 'opendata', 'sjkf'], domainOf(portal))}/`);
  }

  /** The first name under the domain that the registry does not use. */
  #freeHost(labels: readonly string[], domain: string): string {
    const hosts = labels.map((label) => `${label}.${domain}`);
    return hosts.find((host) => !this.#registered.has(host)) ?? `open.${domain}`;
  }
}

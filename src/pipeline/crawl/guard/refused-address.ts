import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

export type AddressRange = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Ranges in CIDR notation, as `config/crawl.yaml` names them; the schema has checked them. */
export function parseRanges(texts: readonly string[]): AddressRange[] {
  return texts.map((text) => ipaddr.parseCIDR(text));
}

/** Addresses of IPv6 that are given out at all (RFC 4291, section 2.4 and IANA's registry). */
const globalUnicast: AddressRange = ipaddr.parseCIDR('2000::/3');

/**
 * Why nobody may be asked at an IP address, in a word or two (`loopback`, `private` ...); null for
 * an ordinary public one. What is not plainly public is refused: the special ranges of RFC 6890 and
 * its successors, and every way of writing an IPv4 address inside IPv6, since what translates it
 * decides where it leads.
 * @param more ranges that are refused besides
 */
export function refusedAddress(address: string, more: readonly AddressRange[]): string | null {
  // A zone id names an interface of this machine.
  if (address.includes('%') || isIP(address) === 0) return 'unreadable';
  const parsed = ipaddr.parse(address);
  const range: string = parsed.range();
  if (range !== 'unicast') return range.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  if (parsed instanceof ipaddr.IPv6 && !isIn(parsed, globalUnicast)) return 'unassigned';
  return more.some((item) => isIn(parsed, item)) ? 'configured' : null;
}

function isIn(address: ipaddr.IPv4 | ipaddr.IPv6, [range, bits]: AddressRange): boolean {
  if (address instanceof ipaddr.IPv4) return range instanceof ipaddr.IPv4 && address.match(range, bits);
  return range instanceof ipaddr.IPv6 && address.match(range, bits);
}

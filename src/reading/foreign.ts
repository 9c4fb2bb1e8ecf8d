import { parse } from 'tldts';
import type { CompiledKnowledge } from '../config/knowledge.ts';
import { isReadable } from '../model/capture.ts';
import type { Government } from '../model/government.ts';
import { sameSite } from './addresses.ts';
import type { Page } from './page.ts';
import type { SeenEntry } from './seen-entry.ts';

/**
 * Hosts of other governments among the captures of a visit. A host counts if it has the portal's
 * public suffix, is on no domain of this government, and no page on it names this government.
 * Vendor hosts have other suffixes and are judged elsewhere (`isOfAnotherRegion`).
 */
export function foreignHosts(
  entries: readonly SeenEntry[],
  government: Government,
  knowledge: CompiledKnowledge,
): ReadonlySet<string> {
  const own = Object.values(government.sites).map(({ url }) => url);
  const [portal] = own;
  const suffix = portal === undefined ? null : parse(portal).publicSuffix;
  if (suffix === null || !suffix.includes('.')) return new Set();
  const foreign = new Map<string, boolean>();
  for (const { capture, page } of entries) {
    if (page === null || !isReadable(capture) || own.some((url) => sameSite(url, page.url))) continue;
    const { hostname, publicSuffix } = parse(page.url);
    if (hostname === null || publicSuffix !== suffix) continue;
    const names = namesOf(government, knowledge);
    const shown = names.some((name) => page.title.includes(name) || page.text.includes(name));
    const addressed = government.pinyin.length >= 4 && page.url.toLowerCase().includes(government.pinyin);
    foreign.set(
      hostname,
      (foreign.get(hostname) ?? true) && !shown && !addressed && !page.url.includes(government.code),
    );
  }
  return new Set([...foreign].flatMap(([host, is]) => (is ? [host] : [])));
}

/** Name of a government with and without its suffix (市, 州). */
function namesOf({ name, province }: Government, { naming }: CompiledKnowledge): string[] {
  const suffix = naming.suffixes.find((ending) => name.endsWith(ending) && name.length - ending.length >= 2);
  const short = suffix === undefined ? name : name.slice(0, -suffix.length);
  // A city named like its province is identified by its full name only.
  return province.startsWith(short) ? [name] : [name, short];
}

/**
 * Whether a URL asks a shared platform for another division (a sibling city or the province), whose
 * content does not count here; false if the pack has no division codes.
 */
export function isOfAnotherRegion(
  url: string,
  { code }: Government,
  { codes: { parameters, province, own } }: Pick<CompiledKnowledge, 'codes'>,
): boolean {
  if (parameters === null || !url.includes('?') || !URL.canParse(url)) return false;
  for (const [key, value] of new URL(url).searchParams) {
    const region = parameters.values.exec(value)?.[1];
    if (region === undefined || !parameters.names.test(key)) continue;
    if (region.slice(0, province) !== code.slice(0, province)) continue;
    if (region.slice(0, own) !== code.slice(0, own)) return true;
  }
  return false;
}

/** Whether the markup contains the government's division code or that of a division below it. */
export function bearsCode({ meta }: Page, { code }: Government, { codes }: Pick<CompiledKnowledge, 'codes'>): boolean {
  const own = codes.own === 0 ? code : code.slice(0, codes.own);
  return codes.meta.some((name) => (meta[name] ?? '').startsWith(own));
}

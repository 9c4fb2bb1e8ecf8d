import { parse } from 'tldts';
import type { CompiledKnowledge } from '../config/knowledge.ts';
import { isReadable } from '../model/capture.ts';
import type { Government } from '../model/government.ts';
import { sameSite } from './addresses.ts';
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
 * Parameter values by which a provincial platform selects a city: a six-digit division code, often
 * with six zeros.
 */
const divisionCode = /^(\d{6})(?:0{6})?$/u;
/** Names of those parameters. */
const regionKey =
  /^(?:area|region|xzqh|division|district|city|admin|qh|org|dept|site)?_?(?:area|region|city|division|district|xzqh|qh)?_?(?:code|id|no|bm|dm)?$/iu;

/**
 * Whether a URL asks a shared platform for another division (a sibling city or the province), whose
 * content does not count here.
 */
export function isOfAnotherRegion(url: string, { code }: Government): boolean {
  if (!/[?&][^=&]{1,20}=\d{6}/u.test(url) || !URL.canParse(url)) return false;
  for (const [key, value] of new URL(url).searchParams) {
    const region = divisionCode.exec(value)?.[1];
    if (region === undefined || !regionKey.test(key) || region.slice(0, 2) !== code.slice(0, 2)) continue;
    if (region.slice(0, 4) !== code.slice(0, 4)) return true;
  }
  return false;
}

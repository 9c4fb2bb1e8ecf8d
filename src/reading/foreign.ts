import { parse } from 'tldts';
import type { CompiledKnowledge } from '../config/knowledge.ts';
import { isReadable } from '../model/capture.ts';
import type { Government } from '../model/government.ts';
import { sameSite } from './addresses.ts';
import type { SeenEntry } from './seen.ts';

/**
 * Hosts of other governments among the captures of a visit: official hosts (under the public suffix of the portal) on no domain of the
 * government, of which no page names it. What stands there is somebody else's, whatever link led there. Hosts of vendors under other suffixes are
 * not official; whose they are shows elsewhere.
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

/** The name of a government, with and without the suffix that tells its kind. */
function namesOf({ name, province }: Government, { naming }: CompiledKnowledge): string[] {
  const suffix = naming.suffixes.find((ending) => name.endsWith(ending) && name.length - ending.length >= 2);
  const short = suffix === undefined ? name : name.slice(0, -suffix.length);
  // A city that is called like its province is told apart by its full name alone.
  return province.startsWith(short) ? [name] : [name, short];
}

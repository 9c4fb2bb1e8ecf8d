import { join } from 'node:path';
import { wordSections } from '../../src/application/word-sections.ts';
import { loadPack, type Pack } from '../../src/config/pack.ts';
import type { Government } from '../../src/model/government.ts';
import { hostName } from './make-page.ts';

export const packFolder = join(import.meta.dirname, '..', '..', 'config');

/** The shipped pack, names of portals for so many hosts, and the characters that pages consist of. */
export function packWithNames(hosts: number): {
  readonly pack: Pack;
  readonly names: readonly string[];
  readonly alphabet: readonly string[];
} {
  const pack = loadPack(packFolder, wordSections);
  const { governments } = pack;
  const names = Array.from({ length: hosts }, (_, host) => governments[host % governments.length]?.name ?? '');
  const alphabet = [...new Set(governments.map(({ name }) => name).join(''))];
  return { pack, names, alphabet };
}

/** Governments of the registry with the farm's hosts as portals, and no other site. */
export function farmGovernments({ governments }: Pack, hosts: number): Government[] {
  return Array.from({ length: hosts }, (_, host) => {
    const [first] = governments;
    const government = governments[host % governments.length] ?? first;
    if (government === undefined) throw new Error('the registry is empty');
    const code = host < governments.length ? government.code : `${government.code}-${host}`;
    return { ...government, code, sites: { portal: { url: `http://${hostName(host)}/`, confidence: 'high' } } };
  });
}

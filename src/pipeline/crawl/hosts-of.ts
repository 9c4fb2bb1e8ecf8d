import type { Government } from '../../model/government.ts';

/** Hosts of the sites of a government, each once. */
export function hostsOf({ sites }: Pick<Government, 'sites'>): string[] {
  return [...new Set(Object.values(sites).map(({ url }) => new URL(url).host))];
}

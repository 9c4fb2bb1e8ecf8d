import { z } from 'zod';
import { pages } from '../../src/web/pages/list.ts';

const listSchema = z.object({ items: z.array(z.looseObject({})) });
const findingsSchema = z.object({
  items: z.array(
    z.object({ government: z.string(), probe: z.string(), evidence: z.array(z.object({ capture: z.string() })) }),
  ),
});

/** Routes that are no page: streams, files of the console, and what needs a visit that was started on a page. */
const left = /^\/static|stream$|^\/probes|^\/reviews\/attachments|^\/log(?:in|out)|^\/name/u;

/** Archives, which are written for whoever asks and take seconds; they are asked for once. */
export const archives = /appeal\.zip$/u;

/** One address to ask for, and the route that answers it. */
export interface Address {
  readonly route: string;
  readonly path: string;
}

/**
 * An address of every page, every file and every route of the interface, filled from what the console says of
 * its data: some governments, indicators, runs and stored pages, spread over the lists.
 */
export async function addressesOf(origin: string, each: number): Promise<Address[]> {
  const ask = async (path: string): Promise<unknown> => (await fetch(origin + path)).json();
  const { items } = findingsSchema.parse(await ask('/api/v1/findings?state=present&size=500'));
  const quoted = items.filter(({ evidence }) => evidence.length > 0);
  const namesOf = async (path: string, field: string): Promise<string[]> =>
    listSchema.parse(await ask(path)).items.map((item) => String(item[field]));
  const leaves = await namesOf('/api/v1/indicators?size=100', 'id');
  const runs = await namesOf('/api/v1/runs?size=100', 'id');
  const editions = await namesOf('/api/v1/editions', 'name');
  const linksOf = async (path: string, link: RegExp): Promise<string[]> => {
    const page = await (await fetch(origin + path)).text();
    return [...page.matchAll(link)].map(([, found = '']) => found.replaceAll('&amp;', '&'));
  };
  const entries = await linksOf('/reviews', /href="(\/reviews\/entry[^"]+)"/gu);
  const sampled = await linksOf('/readings', /href="(\/readings\/[^"]+)"/gu);
  const listed: Readonly<Record<string, readonly string[]>> = {
    '/reviews/entry': entries,
    '/readings/:code/:probe': sampled,
    '/diff': runs.length < 2 ? [] : [`/diff?before=${runs.at(-1)}&after=${runs[0]}`],
  };
  const spread = <Item>(list: readonly Item[], place: number): Item | undefined =>
    list[Math.floor((place * list.length) / each)];
  return pages.flatMap(({ method, path }): Address[] => {
    if (method !== 'get' || left.test(path)) return [];
    const own = listed[path];
    if (own !== undefined) return own.slice(0, each).map((one) => ({ route: path, path: one }));
    return Array.from({ length: path.includes(':') ? each : 1 }, (_, place): Address[] => {
      const finding = spread(quoted, place);
      const leaf = leaves.find((id) => id === finding?.probe) ?? spread(leaves, place);
      const values: Readonly<Record<string, string | undefined>> = {
        ...{ code: finding?.government, probe: finding?.probe, leaf, id: spread(leaves, place) },
        ...{ capture: finding?.evidence[0]?.capture, run: spread(runs, place), name: editions[0] },
        ...{ state: 'now', file: `${finding?.government ?? ''}.html` },
      };
      const filled = path.replace(/:(\w+)/gu, (_all, name: string) => encodeURIComponent(values[name] ?? ''));
      return /\/(?:\/|$)/u.test(filled.slice(1)) ? [] : [{ route: path, path: filled }];
    }).flat();
  });
}

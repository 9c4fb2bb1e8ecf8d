import type { FindingState } from '../../model/finding.ts';
import type { Leaf, Row, SiteName } from '../leaves/leaf.ts';
import { leaves } from '../leaves/list.ts';
import type { Town, TownTruth, Trouble } from '../town.ts';
import type { World } from './world.ts';

/**
 * A line of a truth file: accepted states, and the members of the value that must match exactly.
 */
export interface TruthLine {
  readonly government: string;
  readonly probe: string;
  readonly state: FindingState | readonly FindingState[];
  readonly value?: Readonly<Record<string, unknown>>;
  /** Further fields of the true value, which a visitor's sample only comes near: not compared. */
  readonly whole?: Readonly<Record<string, unknown>>;
}

const all: readonly Leaf<TownTruth>[] = leaves;

/** Ids of the probes of all leaves, and of those that provinces have too. */
export const truthProbes: readonly string[] = all.map(({ probe }) => probe);
export const observedProbes: readonly string[] = all.flatMap(({ probe, observed }) => (observed ? [probe] : []));

/** Visibility of a site: `clear`, `partly` (some careful visitors can read it), `not`. */
function sightOf(world: World, town: Town, site: SiteName, outside: boolean): 'clear' | 'partly' | 'not' {
  if (town.government.sites.portal === undefined && site === 'portal') return 'partly';
  const trouble: Trouble | null = town.trouble[site];
  if (trouble !== null && trouble.kind !== 'flaky') {
    // Some visitors read on despite a bad certificate, or read the start of an endless document.
    return trouble.kind === 'broken' && (trouble.how === 'tls' || trouble.how === 'too-large') ? 'partly' : 'not';
  }
  if (site === 'openData' && !outside && world.isScripted(town)) return 'partly';
  return site === 'portal' && town.style.header === 'shell' ? 'partly' : 'clear';
}

/** Sites of a row. A registry that has only the provincial service platform adds the portal. */
function sitesOf({ government, bases }: Town, { sites }: Row): readonly SiteName[] {
  const known = government.sites.service;
  const own = known !== undefined && new URL(known.url).href === bases.service.href;
  return own || !sites.includes('service') || sites.includes('portal') ? sites : [...sites, 'portal'];
}

/**
 * States that an honest visitor may report: the true one unless all sites that show it are hidden;
 * `unknown` as soon as one is not clear; never `absent` for a thing that nobody could see.
 */
function accepted(world: World, town: Town, row: Row): readonly FindingState[] {
  const sights = sitesOf(town, row).map((site) => sightOf(world, town, site, row.outside === true));
  if (sights.every((sight) => sight === 'clear')) return row.states;
  const hidden = sights.includes('not');
  const named = row.named !== undefined && sightOf(world, town, row.named, false) !== 'not';
  const seen = row.states.filter((state) =>
    state === 'present' ? named || sights.some((sight) => sight !== 'not') : !hidden,
  );
  return [...seen, 'unknown'];
}

/** The lines of a town: 24, or the six on open data and privacy if it is only observed. */
export function* truthLinesOf(world: World, town: Town): Generator<TruthLine> {
  const { code, scored } = town.government;
  for (const leaf of all) {
    if (!scored && leaf.observed !== true) continue;
    const row = leaf.row(town.truth, town.government);
    const states = accepted(world, town, row);
    const [only] = states;
    yield {
      government: code,
      probe: leaf.probe,
      state: states.length === 1 && only !== undefined ? only : states,
      ...(row.value === undefined ? {} : { value: row.value }),
      ...(row.whole === undefined ? {} : { whole: row.whole }),
    };
  }
}

/**
 * The truth file of a country: lines of every scored government and of the observed provinces.
 * `unknown` is also accepted where trouble or a page for browsers only hides the truth.
 */
export function* truthLines(world: World): Generator<TruthLine> {
  for (const town of world.towns()) yield* truthLinesOf(world, town);
}

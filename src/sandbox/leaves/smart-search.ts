import type { PresenceLevel } from '../../model/finding.ts';
import { smartSearchValue } from '../../model/values/smart-search.ts';
import { commonLuck, levelWeight, luck } from '../world/truth-input.ts';
import { defineLeaf, rowsOf } from './leaf.ts';

/** Search engines with their frequency; ids give vendor and generation. */
const searchVendors: readonly (readonly [string, number])[] = [
  ['hanweb-jsearch', 16],
  ['hanweb-jrobot', 8],
  ['hanweb-jpaas', 8],
  ['ucap-so', 14],
  ['ucap-search4', 11],
  ['ucap-search5', 5],
  ['trs-was', 8],
  ['trs-igs', 7],
  ['trs-irs', 9],
  ['trs-v2', 3],
  ['ssp', 4],
  ['epoint', 3],
  ['longxun', 6],
  ['jeecms', 4],
  ['aspnet', 3],
  ['jsp', 4],
];

type Quality = 'smart' | 'plain' | 'poor' | 'broken';
type Search = { readonly vendor: string; readonly quality: Quality; readonly regionAware: boolean } | null;

/**
 * An engine with relevant results works; one with the same news for every word only opens. A broken
 * engine shows its page or none, depending on the product.
 */
const levels: Readonly<Record<Quality, PresenceLevel | null>> = {
  smart: 'working',
  plain: 'working',
  poor: 'reachable',
  broken: null,
};

/** Engines whose page opens without results, which a script then loads. */
export const scriptedVendors: ReadonlySet<string> = new Set([
  'hanweb-jsearch',
  'hanweb-jpaas',
  'ucap-search5',
  'trs-igs',
  'trs-irs',
  'ssp',
  'epoint',
]);

/** Classes of words: the simple ones, which every engine answers, and the others. */
const plainClasses = ['service', 'policy', 'everyday'];
const smartClasses = ['typo', 'synonym', 'question', 'region'];

/** What an engine answers, as visits to the simulated engines measured it. */
function measureOf({ quality, regionAware }: NonNullable<Search>) {
  const answers = (name: string) => quality === 'smart' || (quality === 'plain' && plainClasses.includes(name));
  return {
    share: quality === 'smart' ? 0.95 : quality === 'plain' ? 1 : 0,
    perClass: Object.fromEntries([...plainClasses, ...smartClasses].map((name) => [name, answers(name) ? 1 : 0])),
    ownRegion: regionAware ? 1 : 0.8,
  };
}

const { present, absent } = rowsOf(smartSearchValue);

export const smartSearch = defineLeaf({
  probe: 'smart-search',
  fact: 'search',
  draw(input): Search {
    const { assignment, index, government } = input;
    // The portal behind the bot wall is an ordinary one.
    const has = assignment.has('search', index) || assignment.has('walled', index);
    if (!government.scored || !has) return null;
    const { smart } = input.development;
    const random = commonLuck(input, 'search');
    // Best first, so that more development never gives a worse engine.
    const quality = random.weighted<Quality>([
      ['smart', 0.1 + levelWeight(smart)],
      ['plain', 0.4],
      ['poor', 1.2 * levelWeight(1.1 - smart)],
      ['broken', 0.15 * levelWeight(1.1 - smart)],
    ]);
    const aware = random.chance(0.3 + smart * 0.7);
    return {
      vendor: luck(input, 'search vendor').weighted(searchVendors),
      quality,
      regionAware: quality === 'smart' && aware,
    };
  },
  row({ search }) {
    if (search === null) return absent(['portal']);
    const level = levels[search.quality];
    const measure = measureOf(search);
    // The page of a broken engine opens and stays empty where scripts fill it, and fails where the
    // server writes it.
    if (level === null)
      return present(['portal'], undefined, {
        level: scriptedVendors.has(search.vendor) ? 'reachable' : 'linked',
        ...measure,
      });
    return present(['portal'], { level }, measure);
  },
});

import type { PresenceLevel } from '../../model/finding.ts';
import { smartSearchValue } from '../../model/values/smart-search.ts';
import { commonLuck, levelWeight, luck } from '../world/truth-input.ts';
import { defineLeaf, roundShare, rowsOf } from './leaf.ts';

/** A search engine: its id gives vendor and generation. */
interface Engine {
  readonly id: string;
  readonly frequency: number;
  /** How much smarter than a usual one of the same town. */
  readonly lead: number;
  /** Whether its page opens without results, which a script then loads. */
  readonly scripted: boolean;
}

const engine = (id: string, frequency: number, lead: number, scripted = false): Engine => ({
  ...{ id, frequency, lead, scripted },
});

export const searchEngines: readonly Engine[] = [
  engine('hanweb-jsearch', 16, 0, true),
  engine('hanweb-jrobot', 8, -0.1),
  engine('hanweb-jpaas', 8, 0.15, true),
  engine('ucap-so', 14, 0.05),
  engine('ucap-search4', 11, -0.05),
  engine('ucap-search5', 5, 0.15, true),
  engine('trs-was', 8, -0.2),
  engine('trs-igs', 7, 0, true),
  engine('trs-irs', 9, 0.15, true),
  engine('trs-v2', 3, 0.05),
  engine('ssp', 4, 0.1, true),
  engine('epoint', 3, 0.05, true),
  engine('longxun', 6, -0.05),
  engine('jeecms', 4, -0.15),
  engine('aspnet', 3, -0.2),
  engine('jsp', 4, -0.2),
];

type Quality = 'smart' | 'plain' | 'poor' | 'broken';

/** Words that only some engines understand; official names are found by all that work. */
export const searchSkills = ['typo', 'synonym', 'question', 'region'] as const;
export type SearchSkill = (typeof searchSkills)[number];

interface SearchEngine {
  readonly vendor: string;
  readonly quality: Quality;
  readonly skills: readonly SearchSkill[];
  /** Results beside the topic on every page of results, of `relevantResults` about it. */
  readonly unrelated: number;
  /** Results of another place on every page of results. */
  readonly foreign: number;
}
type Search = SearchEngine | null;

/** Results about the topic that an engine that works shows for a word. */
export const relevantResults = 3;
const mostUnrelated = 6;
const mostForeign = 3;

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

const { present, absent } = rowsOf(smartSearchValue);

export const smartSearch = defineLeaf({
  probe: 'smart-search',
  fact: 'search',
  draw(input): Search {
    const { assignment, index, government } = input;
    // The portal behind the bot wall is an ordinary one.
    const has = assignment.has('search', index) || assignment.has('walled', index);
    if (!government.scored || !has) return null;
    const { smart, shared } = input.development;
    const random = commonLuck(input, 'search');
    // Best first, so that more development never gives a worse engine.
    const quality = random.weighted<Quality>([
      ['smart', 0.1 + levelWeight(smart)],
      ['plain', 0.4],
      ['poor', 1.2 * levelWeight(1.1 - smart)],
      ['broken', 0.15 * levelWeight(1.1 - smart)],
    ]);
    const isAware = random.chance(0.3 + smart * 0.7);
    const vendor = luck(input, 'search vendor').weighted(searchEngines.map((one) => [one, one.frequency] as const));
    // The towns of a province with a common engine have its abilities, whatever they call it.
    const ability = smart + (shared === null ? vendor.lead : 0);
    const skills = random.some(searchSkills, 0.35 + ability * 0.6);
    const [noise, strangers] = [random.next(), random.next()];
    const lack = levelWeight(1 - ability);
    return {
      vendor: vendor.id,
      quality,
      skills: quality === 'smart' ? skills : [],
      unrelated: Math.min(mostUnrelated, Math.round(lack * noise * 1.5 * mostUnrelated)),
      foreign:
        quality === 'smart' && isAware ? 0 : Math.min(mostForeign, Math.ceil((0.2 + lack) * strangers * mostForeign)),
    };
  },
  row({ search }) {
    if (search === null) return absent(['portal']);
    const level = levels[search.quality];
    const measure = measureOf(search);
    const { ownRegion } = measure;
    // A visitor may not know the other place by its name.
    if (level === 'working') return present(['portal'], { level, ...measure.answers }, { ownRegion });
    if (level !== null) return present(['portal'], { level }, { ...measure.answers, ownRegion });
    // The page of a broken engine opens and stays empty where scripts fill it, and fails where the
    // server writes it.
    const isScripted = searchEngines.some(({ id, scripted }) => id === search.vendor && scripted);
    return present(['portal'], undefined, { level: isScripted ? 'reachable' : 'linked', ...measure.answers });
  },
});

/** What a visitor finds who asks words of every class. */
function measureOf({ quality, skills, unrelated, foreign }: SearchEngine) {
  const works = levels[quality] === 'working';
  const results = relevantResults + unrelated;
  const plain = ['service', 'policy', 'everyday'].map((name) => [name, works ? 1 : 0] as const);
  const skilled = searchSkills.map((name) => [name, skills.includes(name) ? 1 : 0] as const);
  return {
    answers: {
      share: works ? roundShare(relevantResults / results) : 0,
      perClass: Object.fromEntries([...plain, ...skilled]),
    },
    ownRegion: roundShare(1 - foreign / results),
  };
}

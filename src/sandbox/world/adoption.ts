import type { TownTruth } from '../town.ts';
import { timelyShare } from './figures.ts';
import { groupTier } from './group.ts';
import type { World } from './world.ts';

/** A statement about the country: numerator and denominator. */
export interface Adoption {
  readonly count: number;
  readonly of: number;
}

/** The statements of the published report that the country reproduces. */
export type AdoptionReport = Readonly<Record<AdoptionName, Adoption>>;

const adoptionNames = [
  'search',
  'qa',
  'platforms',
  'noApisCapital',
  'noApisPrefecture',
  'noApisMunicipality',
  'fewAppsCapital',
  'fewAppsPrefecture',
  'dataSecurityMunicipality',
  'dataSecurityCapital',
  'dataSecurityPrefecture',
  'timelyReplies',
  'followUps',
  'freshKnowledge',
  'proactive',
  'noRegistrationPrivacy',
] as const;
export type AdoptionName = (typeof adoptionNames)[number];

/** True if a town answers its public letters in time. */
function repliesInTime({ replies }: TownTruth): boolean {
  return replies !== null && 1 - replies.late / replies.letters >= timelyShare;
}

/** Counts the truth of all towns as the report would, except what bot walls hide. */
export function adoptionOf(world: World): AdoptionReport {
  const counts = new Map<AdoptionName, { count: number; of: number }>(
    adoptionNames.map((name) => [name, { count: 0, of: 0 }]),
  );
  const tally = (name: AdoptionName, holds: boolean): void => {
    const entry = counts.get(name);
    if (entry === undefined) return;
    entry.of += 1;
    if (holds) entry.count += 1;
  };
  const provinces = new Set(world.observed.map(({ code }) => code));
  let index = 0;
  for (const { government, truth } of world.towns()) {
    const tier = groupTier(government);
    if (government.scored) {
      if (!world.isWalled(index)) {
        tally('search', truth.search !== null);
        tally('qa', truth.qa !== null);
      }
      tally('platforms', truth.platform !== null);
      tally('timelyReplies', repliesInTime(truth));
      tally('followUps', truth.followUp);
      tally('freshKnowledge', truth.knowledgeBase === 'fresh');
      tally('proactive', truth.proactive !== null);
      const noApis = (truth.platform?.apis ?? 0) === 0;
      const fewApps = (truth.platform?.apps ?? 0) < 10;
      const secured = truth.dataSecurity !== null;
      if (tier === 'municipality') {
        tally('noApisMunicipality', noApis);
        tally('dataSecurityMunicipality', secured);
      } else if (tier === 'capital') {
        tally('noApisCapital', noApis);
        tally('fewAppsCapital', fewApps);
        tally('dataSecurityCapital', secured);
      } else {
        tally('noApisPrefecture', noApis);
        tally('fewAppsPrefecture', fewApps);
        tally('dataSecurityPrefecture', secured);
      }
    }
    if (!government.scored || tier === 'municipality' || provinces.has(government.code)) {
      tally('noRegistrationPrivacy', truth.privacy?.where !== 'registration');
    }
    index += 1;
  }
  const read = (name: AdoptionName): Adoption => counts.get(name) ?? { count: 0, of: 0 };
  return Object.fromEntries(adoptionNames.map((name) => [name, read(name)])) as AdoptionReport;
}

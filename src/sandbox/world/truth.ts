import type { TownTruth } from '../town.ts';
import { platformOf, privacyOf, securityOf } from './truth-data.ts';
import { luck, type TruthInput } from './truth-input.ts';
import { appealOf, caseTrackingOf, knowledgeBaseOf, oneThingOf, repliesOf } from './truth-response.ts';
import { accessibilityOf, personalSpaceOf, robotOf, searchOf } from './truth-smart.ts';
import { crossRegionOf, disclosureOf, eCertificateOf, guidesOf, listsOf, oneEntryOf } from './truth-supply.ts';

/**
 * The truth about a town, a function of seed, index, development and assignment. Every group of
 * facts has its own random stream, so that a new fact never changes others.
 */
export function truthOf(input: TruthInput): TownTruth {
  const { assignment, index, government } = input;
  const platform = platformOf(input);
  return {
    search: government.scored ? searchOf(input) : null,
    qa: government.scored ? robotOf(input) : null,
    platform,
    dataSecurity: securityOf(input, platform !== null),
    privacy: privacyOf(input, platform !== null),
    lists: listsOf(input),
    disclosureFields: disclosureOf(input),
    guides: guidesOf(input),
    oneEntry: oneEntryOf(input),
    crossRegion: crossRegionOf(input),
    eCertificate: eCertificateOf(input),
    appeal: appealOf(input),
    oneThing: oneThingOf(input),
    caseTracking: caseTrackingOf(input),
    replies: repliesOf(input),
    followUp: assignment.has('followUp', index),
    knowledgeBase: knowledgeBaseOf(input),
    proactive: assignment.has('proactive', index) ? { items: luck(input, 'proactive').skewed(24, 0.8, 3, 200) } : null,
    accessibility: accessibilityOf(input),
    personalSpace: personalSpaceOf(input),
  };
}

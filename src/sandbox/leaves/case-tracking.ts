import { caseTrackingParts, caseTrackingValue } from '../../model/values/case-tracking.ts';
import { luck } from '../world/truth-input.ts';
import { defineLeaf, rowsOf } from './leaf.ts';

type CaseTracking = Readonly<Record<(typeof caseTrackingParts)[number], boolean>>;

const { present, absent } = rowsOf(caseTrackingValue);

export const caseTracking = defineLeaf({
  probe: 'case-tracking',
  fact: 'caseTracking',
  draw(input): CaseTracking {
    const { level } = input.development;
    const random = luck(input, 'tracking');
    return {
      progress: random.chance(0.5 + level * 0.5),
      rating: random.chance(0.3 + level * 0.65),
      rates: random.chance(0.05 + level * 0.75),
    };
  },
  row({ caseTracking: tracking }) {
    const found = caseTrackingParts.filter((part) => tracking[part]);
    return found.length === 0 ? absent(['service']) : present(['service'], { found });
  },
});

import { personalSpaceItems, personalSpaceValue } from '../../model/values/personal-space.ts';
import { commonLuck } from '../world/truth-input.ts';
import { defineLeaf, rowsOf } from './leaf.ts';

type PersonalSpace = Readonly<Record<(typeof personalSpaceItems)[number], boolean>>;

const { present, absent } = rowsOf(personalSpaceValue);

export const personalSpace = defineLeaf({
  probe: 'personal-space',
  fact: 'personalSpace',
  draw(input): PersonalSpace {
    const { smart } = input.development;
    const random = commonLuck(input, 'space');
    return {
      personal: random.chance(0.15 + smart * 0.7),
      enterprise: random.chance(0.03 + smart * 0.65),
      subscribe: random.chance(smart * 0.5),
      push: random.chance(smart * 0.4),
    };
  },
  row({ personalSpace: space }) {
    const found = personalSpaceItems.filter((item) => space[item]);
    return found.length === 0 ? absent(['service']) : present(['service'], { found });
  },
});

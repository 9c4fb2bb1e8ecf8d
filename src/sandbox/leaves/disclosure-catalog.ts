import { disclosureCatalogValue } from '../../model/values/disclosure-catalog.ts';
import { luck } from '../world/truth-input.ts';
import { defineLeaf, roundShare, rowsOf } from './leaf.ts';

/** Number of pilot fields of grass-roots disclosure. */
const pilotFields = 26;

const { present, absent } = rowsOf(disclosureCatalogValue);

export const disclosureCatalog = defineLeaf({
  probe: 'disclosure-catalog',
  fact: 'disclosureFields',
  /** Indexes (0..25) of the pilot fields whose standard catalogue opens and has rows. */
  draw(input): readonly number[] {
    const { supply } = input.development;
    const random = luck(input, 'disclosure');
    const begun = random.chance(0.55 + supply * 0.6);
    const fields = random.some(
      Array.from({ length: pilotFields }, (_, field) => field),
      0.1 + supply,
    );
    return begun ? fields : [];
  },
  row: ({ disclosureFields: { length: count } }) =>
    count === 0 ? absent(['portal']) : present(['portal'], { count, share: roundShare(count / pilotFields) }),
});

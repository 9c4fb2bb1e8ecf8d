import { eCertificateValue } from '../../model/values/e-certificate.ts';
import { luck } from '../world/truth-input.ts';
import { defineLeaf, rowsOf } from './leaf.ts';

/** Kinds of certificates, and whether other places accept them. */
type ECertificate = { readonly kinds: number; readonly mutual: boolean } | null;

const { present, absent } = rowsOf(eCertificateValue);

export const eCertificate = defineLeaf({
  probe: 'e-certificate',
  fact: 'eCertificate',
  draw(input): ECertificate {
    const { level, connection } = input.development;
    const random = luck(input, 'certificates');
    const offered = random.chance(0.4 + level * 0.65);
    const kinds = random.skewed(Math.exp(connection * 4), 0.5, 3, 600);
    return offered ? { kinds, mutual: random.chance(level) } : null;
  },
  row: ({ eCertificate: certificates }) =>
    certificates === null
      ? absent(['service'])
      : present(
          ['service'],
          { level: 'working', count: certificates.kinds, mutual: certificates.mutual },
          { query: true },
        ),
});

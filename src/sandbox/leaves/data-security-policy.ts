import { dataSecurityPolicyValue } from '../../model/values/data-security-policy.ts';
import { hasPlatform, luck } from '../world/truth-input.ts';
import { defineLeaf, rowsOf, type SiteName } from './leaf.ts';
import { type Platform, platformSites } from './open-data-platform.ts';

type Format = 'html' | 'pdf' | 'docx';
type DataSecurity = { readonly where: 'platform' | 'portal'; readonly format: Format } | null;

const { present, absent } = rowsOf(dataSecurityPolicyValue);

export const dataSecurityPolicy = defineLeaf({
  probe: 'data-security-policy',
  observed: true,
  fact: 'dataSecurity',
  draw(input): DataSecurity {
    const { government, assignment, index } = input;
    const random = luck(input, 'security');
    const [lucky, onPlatform] = [random.chance(0.7), random.chance(0.6)];
    const format = random.weighted<Format>([
      ['html', 7],
      ['pdf', 2],
      ['docx', 1],
    ]);
    const platform = hasPlatform(input);
    const secured = government.scored ? assignment.has('dataSecurity', index) : platform && lucky;
    if (!secured) return null;
    return { where: platform && (!government.scored || onPlatform) ? 'platform' : 'portal', format };
  },
  row({ dataSecurity, platform }: { readonly dataSecurity: DataSecurity; readonly platform: Platform }, government) {
    const sites: SiteName[] =
      dataSecurity?.where === 'portal' || platform === null ? ['portal'] : [...platformSites(government), 'portal'];
    if (dataSecurity === null) return absent(sites);
    const { where, format } = dataSecurity;
    return present(sites, { where, format });
  },
});

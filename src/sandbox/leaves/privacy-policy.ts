import { privacyPolicyValue } from '../../model/values/privacy-policy.ts';
import { privacyParts } from '../service/kit/privacy.ts';
import { hasPlatform, luck } from '../world/truth-input.ts';
import { defineLeaf, roundShare, rowsOf, type SiteName } from './leaf.ts';
import { type Platform, platformSites } from './open-data-platform.ts';

/**
 * `footer`: a page linked from the portal. `registration`: on the platform's registration page.
 * `statement`: a section of the site statement.
 */
type Where = 'footer' | 'registration' | 'statement';
type Privacy = { readonly where: Where; readonly parts: readonly string[] } | null;

const { present, absent } = rowsOf(privacyPolicyValue);

export const privacyPolicy = defineLeaf({
  probe: 'privacy-policy',
  observed: true,
  fact: 'privacy',
  draw(input): Privacy {
    const { level } = input.development;
    const random = luck(input, 'privacy');
    const named = random.chance(0.35 + level * 0.4);
    const where = random.weighted<Where>([
      ['footer', 5],
      ['statement', 2],
      ['registration', hasPlatform(input) ? 2 : 0],
    ]);
    const parts = privacyParts.filter((part, at) => {
      const held = random.chance(0.35 + level * 0.6);
      return held || at < 2 || part === 'contact';
    });
    const provincial = !input.government.scored || input.government.group === 'municipality';
    if (provincial) return input.assignment.registration(input.index) ? { where: 'registration', parts } : null;
    return named ? { where, parts } : null;
  },
  row({ privacy, platform }: { readonly privacy: Privacy; readonly platform: Platform }, government) {
    const onPortal = platform === null || (privacy !== null && privacy.where !== 'registration');
    const sites: SiteName[] = onPortal ? ['portal'] : ['portal', ...platformSites(government)];
    if (privacy === null) return absent(sites);
    const value = privacy.where === 'registration' ? { atRegistration: true } : undefined;
    return present(sites, value, { share: roundShare(privacy.parts.length / privacyParts.length) });
  },
});

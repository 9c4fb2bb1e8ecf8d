import { accessibilityItems, accessibilityValue } from '../../model/values/accessibility.ts';
import { levelWeight, luck } from '../world/truth-input.ts';
import { defineLeaf, rowsOf } from './leaf.ts';

/** Languages besides simplified Chinese. */
const foreignLanguages = ['en', 'ja', 'ko', 'ru'] as const;

type Mode = 'works' | 'pretends' | null;
interface Accessibility {
  readonly mode: Mode;
  readonly phone: boolean;
  readonly languages: readonly string[];
}

const { present, absent } = rowsOf(accessibilityValue);

export const accessibility = defineLeaf({
  probe: 'accessibility',
  fact: 'accessibility',
  draw(input): Accessibility {
    const { smart } = input.development;
    const random = luck(input, 'accessibility');
    return {
      mode: random.weighted<Mode>([
        ['works', 0.8 * levelWeight(smart)],
        ['pretends', 0.25 * levelWeight(1.3 - smart)],
        [null, 0.6 * levelWeight(1.2 - smart)],
      ]),
      phone: random.chance(0.1 + smart * 0.62),
      languages: random.some(foreignLanguages, 0.04 + smart * 0.28),
    };
  },
  row({ accessibility: { mode, phone, languages } }) {
    const has = { mode: mode === 'works', phone, languages: languages.length > 0 };
    const found = accessibilityItems.filter((item) => has[item]);
    if (found.length === 0 && mode === null) return absent(['portal']);
    // As seen with a browser; without one a mode is only seen as offered, below the truth.
    return present(['portal'], { found, mode: mode ?? 'none', languages });
  },
});

import type { z } from 'zod';
import type { About } from '../../model/about.ts';
import { countValue } from '../../model/values/count.ts';
import type { Seen } from '../../reading/coverage.ts';
import { defineProbe, type Probe, type Verdict } from '../contract.ts';
import { isSilent, tally } from './counting.ts';
import { scopeWords } from './own-numbers.ts';
import { platformOf, platformWords } from './platform.ts';
import { searchWords } from './search-box.ts';
import { resultWords } from './search-results.ts';
import { targetWords } from './targets.ts';
import { verdicts } from './verdicts.ts';

type Value = z.input<typeof countValue>;

const say = verdicts<Value>();

/**
 * Makes a probe that counts one kind of thing on the open-data platform; without a platform the
 * count is zero.
 */
export function countProbe(options: {
  readonly id: string;
  readonly version: number;
  /** Key of `counts` in the vocabulary. */
  readonly kind: string;
  /** Link intent of the list page. */
  readonly intent: string;
  readonly about: About;
}): Probe<typeof countValue> {
  const { id, version, kind, intent, about } = options;
  return defineProbe({
    id,
    version,
    sites: ['portal', 'service', 'open-data'],
    value: countValue,
    seeks: ['open-data', 'data-column', intent],
    words: [platformWords, resultWords, scopeWords, searchWords, targetWords],
    about,
    judge: (seen) => judgeCount(seen, kind, intent),
  });
}

function judgeCount(seen: Seen, kind: string, intent: string): Verdict<Value> {
  const platform = platformOf(seen);
  if (platform.state === 'absent') return say.absent({ count: 0, sources: [] }, platform.confidence, platform.evidence);
  if (platform.state === 'unknown') return say.unknown(platform.blame, platform.evidence);
  if (platform.state === 'linked') return say.unknown(platform.obstacle, platform.evidence);
  const counted = tally(seen, kind, intent, platform.page);
  if (counted.known) {
    const value: Value = { count: counted.count, sources: [...counted.sources] };
    return counted.count > 0
      ? say.present(value, counted.confidence, counted.evidence)
      : say.none(value, counted.confidence * 0.95, counted.evidence);
  }
  if (isSilent(seen, kind, intent)) return say.absent({ count: 0, sources: [] }, 0.6, platform.evidence);
  return say.unknown(counted.blame, [...counted.evidence, ...platform.evidence]);
}

import type { z } from 'zod';
import { openDataPlatformValue } from '../model/values/open-data-platform.ts';
import { readCounts } from '../reading/counts.ts';
import type { Seen } from '../reading/coverage.ts';
import { defineProbe, type Verdict } from './contract.ts';
import { catalogIntent } from './shared/catalog-list.ts';
import { tally } from './shared/counting.ts';
import { formatWords } from './shared/data-formats.ts';
import { scopeWords } from './shared/own-numbers.ts';
import { platformOf, platformWords } from './shared/platform.ts';
import { searchWords } from './shared/search-box.ts';
import { resultWords } from './shared/search-results.ts';
import { targetWords } from './shared/targets.ts';
import { verdicts } from './shared/verdicts.ts';

type Value = z.input<typeof openDataPlatformValue>;

const say = verdicts<Value>();

/**
 * Whether the government has an open-data platform (数据开放平台): linked, open, or open with data in its
 * catalogue.
 */
export const openDataPlatform = defineProbe({
  id: 'open-data-platform',
  version: 6,
  sites: ['portal', 'service', 'open-data'],
  value: openDataPlatformValue,
  seeks: ['open-data', 'data-column', 'data-catalog'],
  words: [formatWords, platformWords, resultWords, scopeWords, searchWords, targetWords],
  about: {
    measures:
      'Whether the government runs a data-open platform (数据开放平台): linked, open, or open with a catalogue that holds data.',
    levels: {
      linked: 'a link names the platform, its page did not open',
      reachable: 'the platform opens',
      working: 'it states a number of data sets, or its catalogue lists some',
    },
    evidence: 'The link to the platform and the words by which its page was recognised.',
    blindSpots: [
      'A platform that no page of the portal or the registry names is not found.',
      "A province's platform counts as the city's only where it shows the city.",
      'The data themselves are not downloaded.',
    ],
  },
  judge,
});

function judge(seen: Seen): Verdict<Value> {
  const platform = platformOf(seen);
  switch (platform.state) {
    case 'open': {
      const level = holdsData(seen) ? 'working' : 'reachable';
      const counted = tally(seen, 'dataset', catalogIntent, platform.page);
      const count = counted.known ? counted.count : null;
      const value: Value = { level, url: platform.page.url, vendor: platform.vendor, count, failure: null };
      return say.present(value, platform.confidence, platform.evidence);
    }
    case 'linked': {
      const value: Value = {
        level: 'linked',
        url: platform.url,
        vendor: null,
        count: null,
        failure: platform.obstacle.reason,
      };
      return say.present(value, platform.confidence, platform.evidence);
    }
    case 'absent':
      return say.absent(null, platform.confidence, platform.evidence);
    default:
      return say.unknown(platform.blame, platform.evidence);
  }
}

/** Whether a page of the platform states a number of data sets, or a catalogue page lists some. */
function holdsData(seen: Seen): boolean {
  return seen.pages('open-data').some((page) => {
    if (readCounts(page, seen.knowledge).some(({ kind, count }) => kind === 'dataset' && count > 0)) return true;
    return (
      page.capture.intents.includes('data-catalog') && page.kind === 'html' && !page.shell && page.links.length >= 10
    );
  });
}

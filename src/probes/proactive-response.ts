import type { z } from 'zod';
import { proactiveResponseValue } from '../model/values/proactive-response.ts';
import type { Seen } from '../reading/coverage.ts';
import { defineProbe, type Verdict } from './contract.ts';
import { countOf, datedColumnOf } from './shared/dated-column.ts';
import { datedWords } from './shared/dated-items.ts';
import { searchWords } from './shared/search-box.ts';
import { resultWords } from './shared/search-results.ts';
import { targetWords } from './shared/targets.ts';
import { homesSeen, verdicts } from './shared/verdicts.ts';

type Value = z.input<typeof proactiveResponseValue>;

const say = verdicts<Value>();

/**
 * 主动感知回应: a column in which the government responds to public concerns unasked, with dated items.
 */
export const proactiveResponse = defineProbe({
  id: 'proactive-response',
  version: 7,
  sites: ['portal', 'service'],
  absentFrom: ['portal'],
  value: proactiveResponseValue,
  seeks: ['interaction', 'proactive'],
  words: [datedWords, resultWords, searchWords, targetWords],
  ages: true,
  about: {
    measures:
      'A column in which the government answers public concerns of its own accord (回应关切, 主动回应), with dated items.',
    levels: {
      linked: 'an entry is visible, the column did not open',
      reachable: 'the column opens, none of its items has a day',
      working: 'the column holds dated items',
    },
    evidence: 'The newest item with its day, and the entry.',
    blindSpots: [
      'Answers on social media are not seen.',
      'Whether an item answers a concern, or is plain news, is not judged.',
      'Columns that scripts fill are empty without a browser.',
    ],
  },
  judge,
});

function judge(seen: Seen): Verdict<Value> {
  const column = datedColumnOf(seen, ['portal', 'service'], 'proactive');
  switch (column.state) {
    case 'open': {
      const { page, list, evidence } = column;
      if (column.empty) return say.absent(null, 0.7, evidence);
      const level = list.newest !== null ? 'working' : 'reachable';
      const value: Value = { level, url: page.url, count: countOf(list), newest: list.newest, failure: null };
      return say.present(value, column.confidence * (level === 'working' ? 1 : 0.8), evidence);
    }
    case 'linked': {
      const value: Value = { level: 'linked', url: null, count: null, newest: null, failure: column.obstacle.reason };
      return say.present(value, column.confidence, column.evidence);
    }
    case 'absent':
      return say.absent(null, 0.9, homesSeen(seen, 'portal'));
    default:
      return say.unknown(column.blame);
  }
}

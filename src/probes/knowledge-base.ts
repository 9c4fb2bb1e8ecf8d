import { z } from 'zod';
import { count } from '../config/schema/words.ts';
import { wordsOf } from '../config/word-sections.ts';
import { knowledgeBaseValue } from '../model/values/knowledge-base.ts';
import type { Seen } from '../reading/coverage.ts';
import { defineProbe, type Verdict } from './contract.ts';
import { countOf, datedColumnOf } from './shared/dated-column.ts';
import { datedWords } from './shared/dated-items.ts';
import { searchWords } from './shared/search-box.ts';
import { resultWords } from './shared/search-results.ts';
import { targetWords } from './shared/targets.ts';
import { homesSeen, verdicts } from './shared/verdicts.ts';
import { localDay, monthsBefore } from './shared/working-days.ts';

type Value = z.input<typeof knowledgeBaseValue>;

const say = verdicts<Value>();

const words = z.object({
  'knowledge-months': count,
});

/**
 * 诉求回复应用: a knowledge base or column of frequent questions made from answered letters, and its
 * newest date.
 */
export const knowledgeBase = defineProbe({
  id: 'knowledge-base',
  version: 8,
  sites: ['portal', 'service'],
  absentFrom: ['portal'],
  value: knowledgeBaseValue,
  seeks: ['interaction', 'knowledge-base'],
  words: [words, datedWords, resultWords, searchWords, targetWords],
  ages: true,
  about: {
    measures:
      'A knowledge base or column of frequent questions (知识库, 热点问题), and whether something in it was updated inside the window of `knowledge-months` months.',
    levels: {
      linked: 'an entry is visible, the column did not open',
      reachable: 'the column opens; nothing dated inside the window was seen',
      working: 'something in it was updated inside the window',
    },
    evidence: 'The newest item with its day, and the entry.',
    blindSpots: [
      'Columns without dates cannot show that they are kept up.',
      'Whether the answers are right, or come from real letters, is not judged.',
      'The day is the one that the list prints; a re-dated list looks fresh.',
    ],
  },
  judge,
});

function judge(seen: Seen): Verdict<Value> {
  const { 'knowledge-months': months } = wordsOf(words, seen.knowledge);
  const column = datedColumnOf(seen, ['portal', 'service'], 'knowledge-base');
  switch (column.state) {
    case 'open': {
      const { page, list, evidence } = column;
      if (column.empty) return say.absent(null, 0.7, evidence);
      const today = localDay(page.capture.time, seen.knowledge.calendar);
      const fresh = list.newest === null ? null : list.newest >= monthsBefore(today, months);
      const value: Value = {
        level: fresh === true ? 'working' : 'reachable',
        url: page.url,
        fresh,
        newest: list.newest,
        count: countOf(list),
        months,
        failure: null,
      };
      return say.present(value, column.confidence * (fresh === null ? 0.7 : 1), evidence);
    }
    case 'linked': {
      const value: Value = {
        level: 'linked',
        url: null,
        fresh: null,
        newest: null,
        count: null,
        months,
        failure: column.obstacle.reason,
      };
      return say.present(value, column.confidence, column.evidence);
    }
    case 'absent':
      return say.absent(null, 0.9, homesSeen(seen, 'portal'));
    default:
      return say.unknown(column.blame);
  }
}

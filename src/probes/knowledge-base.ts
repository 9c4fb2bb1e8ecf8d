import { z } from 'zod';
import { type Finding, presenceLevelSchema } from '../model/finding.ts';
import { defineProbe, type Seen } from './contract.ts';
import { countOf, datedColumnOf } from './shared/dated-column.ts';
import { findings, homesSeen } from './shared/findings.ts';
import { localDay, monthsBefore } from './shared/working-days.ts';

const id = 'knowledge-base';
const version = 1;

export const knowledgeBaseValue = z.object({
  /** `working`: something in it was updated inside the window. */
  level: presenceLevelSchema,
  url: z.string().nullable(),
  /** Whether the newest item is inside the window; null where no day was seen. */
  fresh: z.boolean().nullable(),
  /** ISO day of the newest item. */
  newest: z.string().nullable(),
  count: z.number().int().min(0).nullable(),
  /** Length of the window in months. */
  months: z.number().min(0),
  /** Why the column did not open. */
  failure: z.string().nullable(),
});

/** 诉求回复应用: a knowledge base or column of frequent questions that is made from answered letters and kept up to date. */
export const knowledgeBase = defineProbe({
  id,
  version,
  sites: ['portal'],
  value: knowledgeBaseValue,
  seeks: ['interaction', 'knowledge-base'],
  judge,
});

function judge(seen: Seen): Finding {
  const say = findings(seen, { id, version });
  const months = seen.knowledge.vocabulary.numbers['knowledge-months'] ?? 12;
  const column = datedColumnOf(seen, ['portal'], 'knowledge-base');
  switch (column.state) {
    case 'open': {
      const { page, list, evidence } = column;
      if (column.empty) return say.absent(null, 0.7, evidence);
      const today = localDay(page.capture.time, seen.knowledge.calendar);
      const fresh = list.newest === null ? null : list.newest >= monthsBefore(today, months);
      const value = {
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
      const value = {
        level: 'linked',
        url: null,
        fresh: null,
        newest: null,
        count: null,
        months,
        failure: column.reason,
      };
      return say.present(value, column.confidence, column.evidence);
    }
    case 'absent':
      return say.absent(null, 0.9, homesSeen(seen, 'portal'));
    default:
      return say.unknown(column.reason);
  }
}

import { z } from 'zod';
import { type Finding, presenceLevelSchema } from '../model/finding.ts';
import { defineProbe, type Seen } from './contract.ts';
import { countOf, datedColumnOf } from './shared/dated-column.ts';
import { findings, homesSeen } from './shared/findings.ts';

const id = 'proactive-response';
const version = 1;

export const proactiveResponseValue = z.object({
  /** `working`: the column holds dated items. */
  level: presenceLevelSchema,
  url: z.string().nullable(),
  /** Items of the column; null when they could not be counted. */
  count: z.number().int().min(0).nullable(),
  /** ISO day of the newest item; null where no day was seen. */
  newest: z.string().nullable(),
  /** Why the column did not open. */
  failure: z.string().nullable(),
});

/** 主动感知回应: a column in which the government answers public concerns of its own accord, with dated items. */
export const proactiveResponse = defineProbe({
  id,
  version,
  sites: ['portal'],
  value: proactiveResponseValue,
  seeks: ['interaction', 'proactive'],
  judge,
});

function judge(seen: Seen): Finding {
  const say = findings(seen, { id, version });
  const column = datedColumnOf(seen, ['portal'], 'proactive');
  switch (column.state) {
    case 'open': {
      const { page, list, evidence } = column;
      if (column.empty) return say.absent(null, 0.7, evidence);
      const level = list.newest !== null ? 'working' : 'reachable';
      const value = { level, url: page.url, count: countOf(list), newest: list.newest, failure: null };
      return say.present(value, column.confidence * (level === 'working' ? 1 : 0.8), evidence);
    }
    case 'linked': {
      const value = { level: 'linked', url: null, count: null, newest: null, failure: column.reason };
      return say.present(value, column.confidence, column.evidence);
    }
    case 'absent':
      return say.absent(null, 0.9, homesSeen(seen, 'portal'));
    default:
      return say.unknown(column.reason);
  }
}

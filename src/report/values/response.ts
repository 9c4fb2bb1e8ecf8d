import { appealChannelsValue } from '../../model/values/appeal-channels.ts';
import { appealFormValue } from '../../model/values/appeal-form.ts';
import { caseTrackingValue } from '../../model/values/case-tracking.ts';
import { followUpValue } from '../../model/values/follow-up.ts';
import { knowledgeBaseValue } from '../../model/values/knowledge-base.ts';
import { oneThingValue } from '../../model/values/one-thing.ts';
import { proactiveResponseValue } from '../../model/values/proactive-response.ts';
import { replyTimelinessValue } from '../../model/values/reply-timeliness.ts';
import type { Messages } from '../messages.ts';
import { percent } from '../text.ts';
import {
  type Clause,
  counted,
  type Describer,
  describer,
  either,
  failureClause,
  levelClause,
  listed,
  namesOf,
  publishedRate,
  unclearClause,
} from './describer.ts';

interface Limit {
  readonly days: number;
  readonly unit: 'working-day' | 'day';
}

function limitText({ days, unit }: Limit, { values }: Messages): string {
  return values.days[unit](String(days));
}

function newestClause(day: string | null | undefined, { values }: Messages): Clause {
  return day === null || day === undefined ? null : values.newest(day);
}

/** Names of parts, each with how far it goes where that is less than all. */
function withLevels(
  ids: readonly string[],
  levels: Readonly<Record<string, string | undefined>> | undefined,
  words: Readonly<Record<string, string>>,
  { values }: Messages,
): string[] {
  return ids.map((id) => {
    const [name = id] = namesOf([id], words);
    const level = levels?.[id];
    return level === undefined || level === 'working' || !Object.hasOwn(values.levels, level)
      ? name
      : values.named(name, values.levels[level === 'linked' ? 'linked' : 'reachable']);
  });
}

/** Values of the probes of the response to citizens. */
export const response: Readonly<Record<string, Describer>> = {
  'appeal-channels': describer(appealChannelsValue.partial(), (value, messages) => {
    const { channels: words } = messages.values;
    const found = value.found ?? [];
    return [
      found.length === 0
        ? words.none
        : listed(withLevels(found, value.levels, words.names, messages), words.list, messages.listMark),
      unclearClause(namesOf(value.unclear ?? [], words.names), messages),
    ];
  }),
  'appeal-form': describer(appealFormValue.partial(), (value, messages) => {
    const { form: words } = messages.values;
    return [
      levelClause(value.level, messages),
      either(value.login, words.login, words.open),
      counted(value.maxLength, words.maxLength),
      either(value.queryByNumber, words.query, words.noQuery),
      value.limit ? words.limit(limitText(value.limit, messages)) : null,
    ];
  }),
  'one-thing': describer(oneThingValue.partial(), (value, messages) => {
    const { oneThing: words } = messages.values;
    const { national = [], stated, listed: own } = value;
    return [
      levelClause(value.level, messages),
      value.count === null ? counted(own, words.listed) : counted(value.count, words.count),
      stated === value.count ? null : counted(stated, words.stated),
      national.length === 0 ? null : words.national(String(national.length), national.join(messages.listMark)),
      failureClause(value.failure, messages),
    ];
  }),
  'case-tracking': describer(caseTrackingValue.partial(), (value, messages) => {
    const { tracking: words, named } = messages.values;
    const rates = Object.entries(value.rates ?? {}).map(([name, rate]) => named(name, publishedRate(rate)));
    return [
      listed(withLevels(value.found ?? [], value.levels, words.names, messages), words.list, messages.listMark),
      listed(rates, words.rates, messages.listMark),
      unclearClause(namesOf(value.unclear ?? [], words.names), messages),
    ];
  }),
  'reply-timeliness': describer(replyTimelinessValue.partial(), (value, messages) => {
    const { replies: words } = messages.values;
    const { letters, late, share, limit } = value;
    const timely = letters === undefined || late === undefined ? null : String(letters - late);
    return [
      counted(letters, words.judged),
      share === null
        ? words.few
        : timely === null || share === undefined
          ? null
          : words.timely(timely, percent(share, 1)),
      late ? words.late(String(late)) : null,
      value.waiting ? words.waiting(String(value.waiting)) : null,
      value.unreadable ? words.unreadable(String(value.unreadable)) : null,
      limit === undefined ? null : (limit.stated ? words.stated : words.assumed)(limitText(limit, messages)),
    ];
  }),
  'follow-up': describer(followUpValue.partial(), (value, messages) => {
    const { followUp: words } = messages.values;
    return [
      levelClause(value.level, messages),
      counted(value.items, words.items),
      newestClause(value.newest, messages),
      value.rate === null || value.rate === undefined ? null : words.rate(publishedRate(value.rate)),
    ];
  }),
  'knowledge-base': describer(knowledgeBaseValue.partial(), (value, messages) => {
    const { column: words } = messages.values;
    const months = String(value.months ?? '');
    return [
      levelClause(value.level, messages),
      counted(value.count, words.items),
      newestClause(value.newest, messages),
      value.months === undefined ? null : either(value.fresh, words.fresh(months), words.stale(months)),
      failureClause(value.failure, messages),
    ];
  }),
  'proactive-response': describer(proactiveResponseValue.partial(), (value, messages) => [
    levelClause(value.level, messages),
    counted(value.count, messages.values.column.items),
    newestClause(value.newest, messages),
    failureClause(value.failure, messages),
  ]),
};

import { countValue } from '../../model/values/count.ts';
import { dataCatalogValue } from '../../model/values/data-catalog.ts';
import { dataSecurityPolicyValue } from '../../model/values/data-security-policy.ts';
import { openDataPlatformValue } from '../../model/values/open-data-platform.ts';
import { privacyPolicyValue } from '../../model/values/privacy-policy.ts';
import { type Messages, wordFor } from '../messages.ts';
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
} from './describer.ts';

interface Source {
  readonly source: string;
  readonly count: number;
}

/** Every place that states a number, once each; null without any. */
function sourcesClause(sources: readonly Source[] | undefined, { values, listMark }: Messages): Clause {
  const stated = (sources ?? []).map(({ source, count }) =>
    values.sourceCount(wordFor(values.sources, source), String(count)),
  );
  return stated.length === 0 ? null : [...new Set(stated)].join(listMark);
}

function countOf(probe: 'api-count' | 'app-count'): Describer {
  return describer(countValue.partial(), (value, messages) => [
    counted(value.count, messages.values.counts[probe]),
    sourcesClause(value.sources, messages),
  ]);
}

/** Values of the probes of open data. */
export const data: Readonly<Record<string, Describer>> = {
  'open-data-platform': describer(openDataPlatformValue.partial(), (value, messages) => {
    const { platform: words } = messages.values;
    return [
      levelClause(value.level, messages),
      value.vendor === null ? words.ownProduct : value.vendor === undefined ? null : words.product(value.vendor),
      failureClause(value.failure, messages),
    ];
  }),
  'data-catalog': describer(dataCatalogValue.partial(), (value, messages) => {
    const { catalog: words, newest } = messages.values;
    const { downloads } = value;
    return [
      levelClause(value.level, messages),
      value.count === null ? words.noCount : counted(value.count, words.count),
      sourcesClause(value.sources, messages),
      value.newest ? newest(value.newest) : null,
      listed(value.formats, words.formats, messages.listMark),
      either(value.searchable, words.searchable, words.notSearchable),
      downloads ? words.downloads(String(downloads.tried), String(downloads.dead)) : null,
    ];
  }),
  'api-count': countOf('api-count'),
  'app-count': countOf('app-count'),
  'data-security-policy': describer(dataSecurityPolicyValue.partial(), (value, messages) => {
    const { security: words } = messages.values;
    return [
      value.title === undefined ? levelClause(value.level, messages) : words.document(value.title),
      value.chapter === undefined ? null : words.chapter(value.chapter),
      value.where === undefined ? null : words.where[value.where],
    ];
  }),
  'privacy-policy': describer(privacyPolicyValue.partial(), (value, messages) => {
    const { privacy: words } = messages.values;
    const { found = [] } = value;
    const names = namesOf(found, words.names);
    return [
      value.form === undefined ? levelClause(value.level, messages) : words.forms[value.form],
      value.where === undefined ? null : messages.sites[value.where],
      either(value.atRegistration, words.registration, words.noRegistration),
      found.length === 0 ? null : words.parts(String(found.length), names.join(messages.listMark)),
    ];
  }),
};

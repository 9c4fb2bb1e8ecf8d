import { crossRegionValue } from '../../model/values/cross-region.ts';
import { disclosureCatalogValue } from '../../model/values/disclosure-catalog.ts';
import { eCertificateValue } from '../../model/values/e-certificate.ts';
import { oneEntryValue } from '../../model/values/one-entry.ts';
import { serviceGuideValue } from '../../model/values/service-guide.ts';
import { serviceListsValue } from '../../model/values/service-lists.ts';
import { percent } from '../text.ts';
import {
  counted,
  type Describer,
  describer,
  either,
  levelClause,
  listed,
  namesOf,
  shared,
  unclearClause,
} from './describer.ts';

/** Elements that fewer guides have than this share of those read are named as often missing. */
const oftenMissing = 0.75;
/** Longest list of missing elements. */
const missingNamed = 5;

/** Values of the probes of the service supply. */
export const supply: Readonly<Record<string, Describer>> = {
  'service-lists': describer(serviceListsValue.partial(), (value, messages) => {
    const { serviceLists: words, ...common } = messages.values;
    const names = (value.found ?? Object.keys(value.lists ?? {})).map((kind) => {
      const list = value.lists?.[kind];
      const details = [
        counted(list?.items, common.items),
        shared(list?.filled, words.filled),
        list?.newest == null ? null : common.newest(list.newest),
      ].filter((clause) => clause !== null);
      const [name = kind] = namesOf([kind], words.names);
      return details.length === 0 ? name : common.named(name, details.join(messages.comma));
    });
    return [
      listed(names, words.list, messages.listMark),
      unclearClause(namesOf(value.unclear ?? [], words.names), messages),
      value.found === null ? common.partly : null,
    ];
  }),
  'disclosure-catalog': describer(disclosureCatalogValue.partial(), (value, messages) => {
    const { disclosure: words } = messages.values;
    const { count, share } = value;
    return [
      levelClause(value.level, messages),
      share === null || share === undefined
        ? counted(count, words.fieldsOnly)
        : counted(count, (text) => words.fields(text, percent(share, 1))),
      listed(value.fields, words.names, messages.listMark),
      unclearClause(value.unclear, messages),
    ];
  }),
  'service-guide': describer(serviceGuideValue.partial(), (value, messages) => {
    const { guide: words } = messages.values;
    const read = value.read ?? 0;
    const missing = Object.entries(value.elements ?? {})
      .filter(([, has]) => has < read * oftenMissing)
      .sort(([, one], [, other]) => one - other)
      .slice(0, missingNamed)
      .map(([name, has]) => words.part(name, String(has), String(read)));
    return [
      read === 0 ? levelClause(value.level, messages) : words.read(String(read)),
      shared(value.share, words.share),
      listed(missing, words.missing, messages.listMark),
      (value.lacking ?? []).length === 0 ? null : words.lacking(String(value.lacking?.length)),
      counted(value.listed, words.listed),
    ];
  }),
  'one-entry': describer(oneEntryValue.partial(), (value, messages) => {
    const { entry: words } = messages.values;
    return [
      value.account === null ? words.unknown : either(value.account, words.one, words.several),
      listed(namesOf(value.channels ?? [], words.names), words.channels, messages.listMark),
    ];
  }),
  'cross-region': describer(crossRegionValue.partial(), (value, messages) => {
    const { crossRegion: words } = messages.values;
    return [
      levelClause(value.level, messages),
      listed(value.zones, words.zones, messages.listMark),
      value.count === null ? words.noCount : counted(value.count, words.count),
    ];
  }),
  'e-certificate': describer(eCertificateValue.partial(), (value, messages) => {
    const { certificate: words } = messages.values;
    return [
      levelClause(value.level, messages),
      value.count === null ? words.noCount : counted(value.count, words.count),
      either(value.mutual, words.mutual, words.notMutual),
      either(value.query, words.query, words.noQuery),
    ];
  }),
};

import { type AddressConfidence, addressConfidences, type Government, type SiteKind } from '../model/government.ts';
import { clause } from './clause.ts';
import { type Report, throwFirst } from './mistake.ts';
import { type CsvRow, emptyTable, readCsv } from './read-csv.ts';
import { quoteValue, readText } from './read-text.ts';
import { type PackMeta, registryHeader } from './schema/pack.ts';

type Column = (typeof registryHeader)[number];

const siteColumns: readonly { readonly kind: SiteKind; readonly url: Column; readonly confidence: Column }[] = [
  { kind: 'portal', url: 'portal', confidence: 'portal_confidence' },
  { kind: 'service', url: 'service', confidence: 'service_confidence' },
  { kind: 'open-data', url: 'open_data', confidence: 'open_data_confidence' },
];

export { registryHeader } from './schema/pack.ts';

/** The column with the address of a site. */
export const columnOf = { portal: 'portal', service: 'service', 'open-data': 'open_data' } as const;

export interface RegistryRules {
  /** Permitted groups and regions; null permits any. */
  readonly meta: PackMeta | null;
  /** Columns that must be filled, besides code and name. */
  readonly required: readonly Column[];
}

/**
 * Reads a registry file named by the user (`--governments FILE`). Only code, name and portal are
 * required; codes are not checked against GB/T 2260. Synchronous. Throws `UsageError` with line
 * number and column.
 */
export function loadRegistry(file: string, meta: PackMeta | null = null): Government[] {
  return parseRegistry(file, readText(file).text, { meta, required: ['portal'] });
}

/**
 * Parses a registry; `file` is only used in errors. An address without confidence counts as
 * `medium`. Confidence `column` needs no address: the platform is a column of the portal with an
 * unknown address.
 */
export function parseRegistry(
  file: string,
  text: string,
  rules: RegistryRules,
  report: Report = throwFirst,
): Government[] {
  const lineOfCode = new Map<string, number>();
  const governments: Government[] = [];
  let rows = 0;
  let mistakes = 0;
  const counted: Report = (mistake) => {
    mistakes += 1;
    report(mistake);
  };
  const names = rules.meta?.columns ?? {};
  for (const row of readCsv({ file, text, header: registryHeader, names }, counted)) {
    rows += 1;
    const government = readRow(row, rules);
    const earlier = lineOfCode.get(government.code);
    if (earlier !== undefined)
      row.wrong('code', clause`expected a code used once, ${government.code} is also on line ${earlier}`);
    else lineOfCode.set(government.code, row.line);
    if (row.isSound) governments.push(government);
  }
  if (rows === 0 && mistakes === 0) report(emptyTable(file, clause`government`));
  return governments;
}

function readRow(row: CsvRow<Column>, { meta, required }: RegistryRules): Government {
  // Codes become parts of file names.
  const code = row.matching(
    'code',
    (value) => /^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/.test(value),
    clause`letters, digits or -`,
  );
  const name = row.matching('name', (value) => value !== '', clause`a name`);
  for (const column of required) {
    row.matching(
      column,
      (value) => value !== '',
      siteColumns.some(({ url }) => url === column) ? clause`an address` : clause`a value`,
    );
  }
  const pinyin = row.matching(
    'pinyin',
    (value) => /^[a-z0-9]*$/.test(value),
    clause`lower-case letters without spaces`,
  );
  const among = (column: Column, choices: readonly { readonly id: string }[] | undefined) =>
    row.matching(
      column,
      (value) => value === '' || choices === undefined || choices.some(({ id }) => id === value),
      clause`one of ${choices?.map(({ id }) => id).join(', ') ?? ''}`,
    );
  const region = among('region', meta?.regions);
  const group = among('group', meta?.groups);
  const scored = meta?.groups.find(({ id }) => id === group)?.scored ?? true;
  return { code, name, pinyin, province: row.get('province'), region, group, scored, sites: readSites(row) };
}

function readSites(row: CsvRow<Column>): Government['sites'] {
  const sites: Partial<Record<SiteKind, { url: string; confidence: AddressConfidence }>> = {};
  for (const { kind, url: urlColumn, confidence: confidenceColumn } of siteColumns) {
    const url = row.matching(urlColumn, (value) => value === '' || isAddress(value), clause`an http or https address`);
    const given = row.matching(
      confidenceColumn,
      (value) => value === '' || isConfidence(value),
      clause`one of ${addressConfidences.join(', ')}`,
    );
    if (url !== '') {
      sites[kind] = { url, confidence: isConfidence(given) ? given : 'medium' };
    } else if (given !== '' && given !== 'column') {
      row.wrong(confidenceColumn, clause`expected nothing beside an empty ${urlColumn}, found ${quoteValue(given)}`);
    }
  }
  return sites;
}

function isConfidence(value: string): value is AddressConfidence {
  return addressConfidences.some((confidence) => confidence === value);
}

function isAddress(value: string): boolean {
  if (/\s/.test(value) || !/^https?:\/\//i.test(value)) {
    return false;
  }
  const url = URL.parse(value);
  return url !== null && url.hostname !== '' && url.username === '' && url.password === '';
}

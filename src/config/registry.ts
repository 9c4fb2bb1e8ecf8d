import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { type AddressConfidence, addressConfidences, type Government, type SiteKind } from '../model/government.ts';
import { UsageError } from '../model/usage-error.ts';
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
export function parseRegistry(file: string, text: string, rules: RegistryRules): Government[] {
  const [header, ...rows] = parseRows(file, text);
  const named = registryHeader.map((column) => rules.meta?.columns[column] ?? column).join(',');
  if (!header || header.fields.join(',') !== named) {
    const found = header ? quoteValue(header.fields.join(',')) : 'an empty file';
    throw new UsageError(`${file} line ${header?.line ?? 1}: expected the header ${named}, found ${found}.`);
  }
  const lineOfCode = new Map<string, number>();
  const governments = rows.map(({ line, fields }) => {
    const row = new Row(file, line, fields);
    const government = readRow(row, rules);
    const earlier = lineOfCode.get(government.code);
    if (earlier !== undefined) {
      throw row.mistake('code', `expected a code used once, ${government.code} is also on line ${earlier}`);
    }
    lineOfCode.set(government.code, line);
    return government;
  });
  if (governments.length === 0) {
    throw new UsageError(`${file}: expected at least one government below the header.`);
  }
  return governments;
}

interface ParsedRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/** Output of csv-parse with `info`; `lines` is the line number at the end of a record. */
const recordsSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

function parseRows(file: string, text: string): ParsedRow[] {
  try {
    const records = parse(text, { info: true, bom: true, skip_empty_lines: true, relax_column_count: true });
    return recordsSchema
      .parse(records)
      .map(({ record, info }) => ({ line: info.lines, fields: record.map((field) => field.trim()) }));
  } catch (error) {
    if (!(error instanceof CsvError)) {
      throw error;
    }
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    const what = error.code.includes('QUOTE') ? 'an unbalanced quote' : error.code;
    throw new UsageError(`${file} line ${line}: expected comma-separated values, found ${what}.`);
  }
}

class Row {
  readonly #file: string;
  readonly #line: number;
  readonly #fields: readonly string[];

  constructor(file: string, line: number, fields: readonly string[]) {
    this.#file = file;
    this.#line = line;
    this.#fields = fields;
    if (fields.length !== registryHeader.length) {
      throw new UsageError(
        `${file} line ${line}: expected ${registryHeader.length} columns, found ${fields.length}; fields with a comma need quotes.`,
      );
    }
    const unclean = registryHeader.find((column) => /[\p{Cc}\u2028\u2029]/u.test(this.get(column)));
    if (unclean) {
      throw this.mistake(unclean, `expected no control characters, found ${quoteValue(this.get(unclean))}`);
    }
  }

  get(column: Column): string {
    return this.#fields[registryHeader.indexOf(column)] ?? '';
  }

  mistake(column: Column, what: string): UsageError {
    return new UsageError(`${this.#file} line ${this.#line}, column ${column}: ${what}.`);
  }

  /** Returns the field; throws with the expectation if it does not match. */
  matching(column: Column, fits: (value: string) => boolean, expected: string): string {
    const value = this.get(column);
    if (!fits(value)) {
      throw this.mistake(column, `expected ${expected}, found ${value === '' ? 'nothing' : quoteValue(value)}`);
    }
    return value;
  }
}

function readRow(row: Row, { meta, required }: RegistryRules): Government {
  // Codes become parts of file names.
  const code = row.matching('code', (value) => /^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/.test(value), 'letters, digits or -');
  const name = row.matching('name', (value) => value !== '', 'a name');
  for (const column of required) {
    row.matching(
      column,
      (value) => value !== '',
      siteColumns.some(({ url }) => url === column) ? 'an address' : 'a value',
    );
  }
  const pinyin = row.matching('pinyin', (value) => /^[a-z0-9]*$/.test(value), 'lower-case letters without spaces');
  const among = (column: Column, choices: readonly { readonly id: string }[] | undefined) =>
    row.matching(
      column,
      (value) => value === '' || choices === undefined || choices.some(({ id }) => id === value),
      `one of ${choices?.map(({ id }) => id).join(', ')}`,
    );
  const region = among('region', meta?.regions);
  const group = among('group', meta?.groups);
  const scored = meta?.groups.find(({ id }) => id === group)?.scored ?? true;
  return { code, name, pinyin, province: row.get('province'), region, group, scored, sites: readSites(row) };
}

function readSites(row: Row): Government['sites'] {
  const sites: Partial<Record<SiteKind, { url: string; confidence: AddressConfidence }>> = {};
  for (const { kind, url: urlColumn, confidence: confidenceColumn } of siteColumns) {
    const url = row.matching(urlColumn, (value) => value === '' || isAddress(value), 'an http or https address');
    const given = row.matching(
      confidenceColumn,
      (value) => value === '' || isConfidence(value),
      `one of ${addressConfidences.join(', ')}`,
    );
    if (url !== '') {
      sites[kind] = { url, confidence: isConfidence(given) ? given : 'medium' };
    } else if (given !== '' && given !== 'column') {
      throw row.mistake(confidenceColumn, `expected nothing beside an empty ${urlColumn}, found ${quoteValue(given)}`);
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

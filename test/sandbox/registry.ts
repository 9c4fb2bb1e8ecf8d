import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import {
  type AddressConfidence,
  addressConfidences,
  type Government,
  type SiteAddress,
  type SiteKind,
} from '../../src/model/government.ts';

const columns = { portal: 'portal', service: 'service', 'open-data': 'open_data' } as const;
const rowsSchema = z.array(z.record(z.string(), z.string()));

function confidenceOf(text: string | undefined): AddressConfidence {
  return addressConfidences.find((known) => known === text) ?? 'medium';
}

/** Reads the repository's registry without checks: these tests are about the country. */
function readRegistry(name: string, scored: boolean): readonly Government[] {
  const text = readFileSync(new URL(`../../config/${name}`, import.meta.url), 'utf8');
  const rows = rowsSchema.parse(parse(text, { columns: true, bom: true }));
  return rows.map((row) => {
    const sites: Partial<Record<SiteKind, SiteAddress>> = {};
    for (const kind of ['portal', 'service', 'open-data'] as const) {
      const url = row[columns[kind]] ?? '';
      if (url !== '') sites[kind] = { url, confidence: confidenceOf(row[`${columns[kind]}_confidence`]) };
    }
    return {
      code: row.code ?? '',
      name: row.name ?? '',
      pinyin: row.pinyin ?? '',
      province: row.province ?? '',
      region: row.region ?? '',
      group: row.group ?? '',
      scored,
      sites,
    };
  });
}

export const governments = readRegistry('governments.csv', true);
export const observed = readRegistry('observed.csv', false);

/**
 * Writes `config/governments.csv` and `config/observed.csv` from collected address tables.
 *
 * Usage: `node scripts/build-registry.ts [FOLDER]`, where FOLDER (`../shared/facts` by default)
 * holds `portals.tsv` and `portals_province.tsv`. The registry is kept by hand afterwards; this
 * file documents where its columns come from:
 * - code, name, province and addresses: the tables (crawler projects, link tables and saved pages,
 *   named there per row);
 * - pinyin: the short name, read by pinyin-pro, with the readings below where a place is not read
 *   as usual;
 * - region: the four regions of the National Bureau of Statistics (东部, 中部, 西部, 东北);
 * - group: 27 provincial capitals and the five cities 大连, 青岛, 宁波, 厦门, 深圳 make up the 32 of
 *   `capital`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { pinyin } from 'pinyin-pro';
import { z } from 'zod';
import { loadMeta } from '../src/config/pack.ts';
import { registryHeader } from '../src/config/registry.ts';
import { dropSuffix } from '../src/config/short-names.ts';

const root = resolve(import.meta.dirname, '..');
const facts = resolve(process.argv[2] ?? join(root, '..', 'shared', 'facts'));
const config = join(root, 'config');
const meta = loadMeta(config);

const regions: Readonly<Record<string, readonly string[]>> = {
  东部: ['11', '12', '13', '31', '32', '33', '35', '37', '44', '46'],
  中部: ['14', '34', '36', '41', '42', '43'],
  西部: ['15', '45', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65'],
  东北: ['21', '22', '23'],
};

/** 计划单列市, beside the capitals (codes ending in 0100). */
const plannedCities = new Set(['210200', '330200', '350200', '370200', '440300']);

/**
 * Readings that pinyin-pro gets wrong, and 陕西, which is spelled differently from 山西. All others
 * were checked by hand.
 */
const readings: Readonly<Record<string, string>> = { 喀什: 'kashi', 昌都: 'changdu', 陕西: 'shaanxi' };

const confidenceSchema = z.enum(['high', 'medium', 'low', 'province', 'column', 'none']);
const citySchema = z.object({
  adcode: z.string().regex(/^\d{6}$/),
  name: z.string().min(1),
  province: z.string().min(1),
  portal_url: z.string(),
  service_url: z.string(),
  data_open_url: z.string(),
  confidence: z.string(),
});
const provinceSchema = z.object({
  adcode: z.string().regex(/^\d{6}$/),
  province: z.string().min(1),
  service_url: z.string(),
  data_open_url: z.string(),
});

const cities = readTable('portals.tsv', citySchema).map((row) => {
  const sure = new Map(row.confidence.split(';').map((pair) => splitPair(pair)));
  return [
    row.adcode,
    row.name,
    pinyinOf(row.name),
    row.province,
    regionOf(row.adcode),
    groupOf(row.adcode),
    row.portal_url,
    row.service_url,
    row.data_open_url,
    ...['portal', 'service', 'data'].map((key) => {
      const confidence = confidenceSchema.parse(sure.get(key));
      return confidence === 'none' ? '' : confidence;
    }),
  ];
});

const provinces = readTable('portals_province.tsv', provinceSchema).map((row) => {
  // A municipality is one government: its provincial platform is that of its row among the 337.
  const same = cities.find(([code]) => code === row.adcode);
  const identity = [row.adcode, row.province, pinyinOf(row.province), row.province, regionOf(row.adcode), 'province'];
  return same
    ? [...identity, ...same.slice(6)]
    : // The service sites come from a link table of 2026, the data platforms from one crawler project of 2023.
      [...identity, '', row.service_url, row.data_open_url, '', 'high', row.data_open_url === '' ? '' : 'medium'];
});

writeFileSync(join(config, 'governments.csv'), stringify([[...registryHeader], ...cities]));
writeFileSync(join(config, 'observed.csv'), stringify([[...registryHeader], ...provinces]));

function readTable<Row>(file: string, schema: z.ZodType<Row>): Row[] {
  const text = readFileSync(join(facts, file), 'utf8');
  return z.array(schema).parse(parse(text, { columns: true, delimiter: '\t', quote: false, skip_empty_lines: true }));
}

function splitPair(pair: string): [string, string] {
  const [key = '', value = ''] = pair.split('=');
  return [key, value];
}

function pinyinOf(name: string): string {
  const short = dropSuffix(name, meta);
  return readings[short] ?? pinyin(short, { toneType: 'none', type: 'array', v: true }).join('');
}

function regionOf(code: string): string {
  const found = Object.entries(regions).find(([, codes]) => codes.includes(code.slice(0, 2)));
  if (!found) {
    throw new Error(`no region for ${code}`);
  }
  return found[0];
}

function groupOf(code: string): string {
  if (code.endsWith('0000')) {
    return 'municipality';
  }
  return code.endsWith('0100') || plannedCities.has(code) ? 'capital' : 'prefecture';
}

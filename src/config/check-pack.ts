import { join } from 'node:path';
import type { Government } from '../model/government.ts';
import { UsageError } from '../model/usage-error.ts';
import { checkOnce } from './check-once.ts';
import { checkStatements } from './check-statements.ts';
import { checkTree } from './check-tree.ts';
import { metaFile, type PackFiles } from './read-pack.ts';
import type { CheckedYaml } from './read-yaml.ts';
import type { CrawlFile } from './schema/crawl.ts';
import { classesThat, type FailurePolicies } from './schema/failures.ts';
import type { KindRules } from './schema/kinds.ts';
import { type Vendor, type Vocabulary, vendorSchema } from './schema/knowledge.ts';
import { isTimeZone, type PackMeta } from './schema/pack.ts';
import type { Questions } from './schema/questions.ts';
import type { TileMap } from './schema/tiles.ts';

/** Checks that the files of a pack agree with each other. */
export function checkFiles(directory: string, files: PackFiles): void {
  const { meta, governments, observed, tree, vocabulary, questions, kinds, tiles, statements } = files;
  checkCounts(directory, meta, [...governments, ...observed]);
  checkShared(join(directory, meta.files.observed ?? ''), governments, observed);
  checkTree(tree.value, tree.mistake);
  checkVocabulary(vocabulary);
  checkVendors(files.vendors);
  checkCrawl(files.crawl);
  checkFailures(files.failures);
  if (questions !== null) checkQuestions(questions);
  if (kinds !== null) checkKinds(kinds, vocabulary.value);
  if (tiles !== null) checkTiles(tiles, governments);
  if (statements !== null) checkStatements(statements, { meta, tree: tree.value, governments });
}

function checkCounts(directory: string, { files, groups }: PackMeta, listed: readonly Government[]): void {
  for (const { id, count, scored } of groups) {
    const found = listed.filter(({ group }) => group === id).length;
    if (count !== null && found !== count) {
      const file = join(directory, scored ? files.governments : (files.observed ?? files.governments));
      const where = `"count" of the group in ${metaFile} says so`;
      throw new UsageError(`${file}: expected ${count} rows of the group ${id}, found ${found}; ${where}.`);
    }
  }
}

/**
 * Checks that a government that is also an observed platform has the same addresses in both files,
 * since it is visited once.
 */
function checkShared(file: string, governments: readonly Government[], observed: readonly Government[]): void {
  const byCode = new Map(governments.map((government) => [government.code, government]));
  for (const { code, name, sites } of observed) {
    const government = byCode.get(code);
    for (const kind of government ? (['portal', 'service', 'open-data'] as const) : []) {
      const other = government?.sites[kind]?.url;
      if (sites[kind] !== undefined && sites[kind].url !== other) {
        throw new UsageError(
          `${file}: expected the ${kind} address of ${name} (${code}) to be the one of the government with that code, ` +
            `${other ?? 'none'}, found ${sites[kind].url}.`,
        );
      }
    }
  }
}

function checkVocabulary({ value, mistake }: CheckedYaml<Vocabulary>): void {
  const kinds: readonly string[] = vendorSchema.shape.kind.options;
  for (const [id, { vendors }] of Object.entries(value.intents)) {
    const unknown = vendors.findIndex((kind) => !kinds.includes(kind));
    if (unknown >= 0) {
      const found = `expected a vendor kind (${kinds.join(', ')}), found "${vendors[unknown]}"`;
      throw mistake(['intents', id, 'vendors', unknown], found);
    }
  }
  for (const [index, name] of value.reading.forms.records['label-lists'].entries())
    if (value.lists[name] === undefined)
      throw mistake(
        ['reading', 'forms', 'records', 'label-lists', index],
        `expected the name of one of the lists, found "${name}"`,
      );
}

function checkVendors({ value, mistake }: CheckedYaml<{ vendors: Vendor[] }>): void {
  checkOnce(value.vendors, ['vendors'], mistake);
}

function checkQuestions({ value, mistake }: CheckedYaml<Questions>): void {
  checkOnce(value.chat.questions, ['chat', 'questions'], mistake);
  const seen = new Set<string>();
  for (const [name, { words }] of Object.entries(value.search.classes))
    for (const [index, { id }] of words.entries()) {
      if (seen.has(id))
        throw mistake(
          ['search', 'classes', name, 'words', index, 'id'],
          `expected an id used once, "${id}" is used above`,
        );
      seen.add(id);
    }
}

/** Checks that the intents that a page kind serves are defined in the vocabulary. */
function checkKinds({ value, mistake }: CheckedYaml<KindRules>, { intents }: Vocabulary): void {
  for (const [kind, { serves }] of Object.entries(value.kinds)) {
    const unknown = serves.findIndex((intent) => intents[intent] === undefined);
    if (unknown >= 0)
      throw mistake(
        ['kinds', kind, 'serves', unknown],
        `expected an intent of the vocabulary, found "${serves[unknown]}"`,
      );
  }
}

function checkFailures({ value, mistake }: CheckedYaml<FailurePolicies>): void {
  for (const name of classesThat(value, 'permanent')) {
    for (const column of ['retry', 'second-pass'] as const) {
      if (value.classes[name][column])
        throw mistake(['classes', name, column], 'expected false, since the class is permanent');
    }
  }
}

/** Checks that every province of the registry has a tile and that no two tiles overlap. */
function checkTiles({ value, mistake }: CheckedYaml<TileMap>, governments: readonly Government[]): void {
  const places = new Set<string>();
  const provinces = new Set<string>();
  for (const [index, { province, column, row }] of value.tiles.entries()) {
    if (provinces.has(province)) {
      throw mistake(['tiles', index, 'province'], `expected a province named once, "${province}" is named above`);
    }
    if (places.has(`${column}/${row}`)) {
      throw mistake(['tiles', index], `expected a free place, column ${column} of row ${row} is taken above`);
    }
    provinces.add(province);
    places.add(`${column}/${row}`);
  }
  const missing = governments.find(({ province }) => province !== '' && !provinces.has(province));
  if (missing !== undefined) {
    throw mistake(['tiles'], `expected a tile for every province of the registry, found none for ${missing.province}`);
  }
}

function checkCrawl({ value, mistake }: CheckedYaml<CrawlFile>): void {
  if (!value['user-agent'].includes(value.contact)) {
    throw mistake(['user-agent'], `expected the contact "${value.contact}" inside the user agent`);
  }
  const { 'visit-time': visit, 'stall-time': stall } = value.budget;
  if (stall <= visit) {
    throw mistake(['budget', 'stall-time'], `expected more than the visit-time of ${visit}, found ${stall}`);
  }
  const { zone, from, to } = value['night-window'];
  if (!isTimeZone(zone)) {
    throw mistake(['night-window', 'zone'], `expected an IANA time zone such as Asia/Shanghai, found "${zone}"`);
  }
  for (const [key, time] of Object.entries({ from, to })) {
    if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)) {
      throw mistake(['night-window', key], `expected a time from 00:00 to 23:59, found "${time}"`);
    }
  }
}

import { join } from 'node:path';
import { type Government, siteKinds } from '../model/government.ts';
import { checkNames } from './check-names.ts';
import { checkOnce } from './check-once.ts';
import { checkStatements } from './check-statements.ts';
import { checkTree } from './check-tree.ts';
import { clause } from './clause.ts';
import { fileMistake, type Report } from './mistake.ts';
import { metaFile, type SurveyedFiles } from './read-pack.ts';
import type { CheckedYaml, Complain } from './read-yaml.ts';
import type { CrawlFile } from './schema/crawl.ts';
import { classesThat, type FailurePolicies } from './schema/failures.ts';
import type { KindRules } from './schema/kinds.ts';
import { type Vendor, type Vocabulary, vendorSchema } from './schema/knowledge.ts';
import { isTimeZone, type PackMeta } from './schema/pack.ts';
import type { Questions } from './schema/questions.ts';
import type { TileMap } from './schema/tiles.ts';

/**
 * Checks that the files of a pack agree with each other. What needs a file with a mistake is not
 * checked.
 */
export function checkFiles(directory: string, files: SurveyedFiles, report: Report): void {
  const { meta, governments, observed, tree, vocabulary, kinds, tiles, statements } = files;
  if (meta !== null && governments !== null && observed !== null) {
    checkCounts(directory, meta, [...governments, ...observed], report);
    checkShared(join(directory, meta.files.observed ?? ''), governments, observed, report);
  }
  const check = <Value>(file: CheckedYaml<Value> | null, look: (value: Value, complain: Complain) => void): void => {
    if (file !== null) look(file.value, (path, what) => report(file.mistake(path, what)));
  };
  check(tree, checkTree);
  check(vocabulary, checkVocabulary);
  check(files.vendors, checkVendors);
  check(files.crawl, checkCrawl);
  check(files.failures, checkFailures);
  check(files.questions, checkQuestions);
  if (vocabulary !== null) check(kinds, (value, complain) => checkKinds(value, vocabulary.value, complain));
  if (governments !== null) check(tiles, (value, complain) => checkTiles(value, governments, complain));
  if (meta !== null && governments !== null && observed !== null && tree !== null) {
    const listed = [...governments, ...observed];
    const named = { meta, tree: tree.value, governments: listed, tiles: tiles?.value ?? null };
    check(files.translated, (value, complain) => checkNames(value, complain, named));
  }
  if (meta !== null && governments !== null && tree !== null)
    check(statements, (value, complain) => checkStatements(value, complain, { meta, tree: tree.value, governments }));
}

function checkCounts(
  directory: string,
  { files, groups }: PackMeta,
  listed: readonly Government[],
  report: Report,
): void {
  for (const { id, count, scored } of groups) {
    const found = listed.filter(({ group }) => group === id).length;
    if (count !== null && found !== count) {
      const file = join(directory, scored ? files.governments : (files.observed ?? files.governments));
      const what = clause`expected ${count} rows of the group ${id}, found ${found}; "count" of the group in ${metaFile} says so`;
      report(fileMistake(file, what));
    }
  }
}

/**
 * Checks that a government that is also an observed platform has the same addresses in both files,
 * since it is visited once.
 */
function checkShared(
  file: string,
  governments: readonly Government[],
  observed: readonly Government[],
  report: Report,
): void {
  const byCode = new Map(governments.map((government) => [government.code, government]));
  for (const { code, name, sites } of observed) {
    const government = byCode.get(code);
    for (const kind of government ? siteKinds : []) {
      const other = government?.sites[kind]?.url;
      if (sites[kind] !== undefined && sites[kind].url !== other) {
        report(
          fileMistake(
            file,
            clause`expected the ${kind} address of ${name} (${code}) to be the one of the government with that code, ${other ?? clause`none`}, found ${sites[kind].url}`,
          ),
        );
      }
    }
  }
}

function checkVocabulary(value: Vocabulary, complain: Complain): void {
  const kinds: readonly string[] = vendorSchema.shape.kind.options;
  for (const [id, { vendors }] of Object.entries(value.intents))
    for (const [index, kind] of vendors.entries())
      if (!kinds.includes(kind))
        complain(
          ['intents', id, 'vendors', index],
          clause`expected a vendor kind (${kinds.join(', ')}), found "${kind}"`,
        );
  for (const [index, name] of value.reading.forms.records['label-lists'].entries())
    if (value.lists[name] === undefined)
      complain(
        ['reading', 'forms', 'records', 'label-lists', index],
        clause`expected the name of one of the lists, found "${name}"`,
      );
}

function checkVendors(value: { vendors: Vendor[] }, complain: Complain): void {
  checkOnce(value.vendors, ['vendors'], complain);
}

function checkQuestions(value: Questions, complain: Complain): void {
  checkOnce(value.chat.questions, ['chat', 'questions'], complain);
  const seen = new Set<string>();
  for (const [name, { words }] of Object.entries(value.search.classes))
    for (const [index, { id }] of words.entries()) {
      if (seen.has(id))
        complain(
          ['search', 'classes', name, 'words', index, 'id'],
          clause`expected an id used once, "${id}" is used above`,
        );
      seen.add(id);
    }
}

/** Checks that the intents that a page kind serves are defined in the vocabulary. */
function checkKinds(value: KindRules, { intents }: Vocabulary, complain: Complain): void {
  for (const [kind, { serves }] of Object.entries(value.kinds))
    for (const [index, intent] of serves.entries())
      if (intents[intent] === undefined)
        complain(['kinds', kind, 'serves', index], clause`expected an intent of the vocabulary, found "${intent}"`);
}

function checkFailures(value: FailurePolicies, complain: Complain): void {
  for (const name of classesThat(value, 'permanent')) {
    for (const column of ['retry', 'second-pass'] as const) {
      if (value.classes[name][column])
        complain(['classes', name, column], clause`expected false, since the class is permanent`);
    }
  }
}

/** Checks that every province of the registry has a tile and that no two tiles overlap. */
function checkTiles(value: TileMap, governments: readonly Government[], complain: Complain): void {
  const places = new Set<string>();
  const provinces = new Set<string>();
  for (const [index, { province, column, row }] of value.tiles.entries()) {
    if (provinces.has(province)) {
      complain(['tiles', index, 'province'], clause`expected a province named once, "${province}" is named above`);
    }
    if (places.has(`${column}/${row}`)) {
      complain(['tiles', index], clause`expected a free place, column ${column} of row ${row} is taken above`);
    }
    provinces.add(province);
    places.add(`${column}/${row}`);
  }
  const listed = new Set(governments.map(({ province }) => province).filter((province) => province !== ''));
  for (const province of listed)
    if (!provinces.has(province))
      complain(['tiles'], clause`expected a tile for every province of the registry, found none for ${province}`);
}

function checkCrawl(value: CrawlFile, complain: Complain): void {
  if (!value['user-agent'].includes(value.contact)) {
    complain(['user-agent'], clause`expected the contact "${value.contact}" inside the user agent`);
  }
  const { 'visit-time': visit, 'stall-time': stall } = value.budget;
  if (stall <= visit) {
    complain(['budget', 'stall-time'], clause`expected more than the visit-time of ${visit}, found ${stall}`);
  }
  const { zone, from, to } = value['night-window'];
  if (!isTimeZone(zone)) {
    complain(['night-window', 'zone'], clause`expected an IANA time zone such as Asia/Shanghai, found "${zone}"`);
  }
  for (const [key, time] of Object.entries({ from, to })) {
    if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)) {
      complain(['night-window', key], clause`expected a time from 00:00 to 23:59, found "${time}"`);
    }
  }
}

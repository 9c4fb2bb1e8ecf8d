import { join } from 'node:path';
import { type Government, siteKinds } from '../model/government.ts';
import { type Clause, clause } from './clause.ts';
import { unreadContact } from './contact.ts';
import { type Exclusion, exclusionOf, written } from './exclusions.ts';
import { fileMistake, PackMistake, type Report } from './mistake.ts';
import type { SurveyedFiles } from './read-pack.ts';
import type { CheckedYaml, Complain } from './read-yaml.ts';
import type { IndicatorTree } from './schema/indicators.ts';
import type { Vocabulary } from './schema/knowledge.ts';
import { leaves, treeNodes } from './tree.ts';

/** What the program knows of a probe, as far as a pack may fit it badly. */
export interface KnownProbe {
  readonly id: string;
  /** Ids of the intents that it seeks. */
  readonly seeks: readonly string[];
}

export interface DoubtOptions {
  readonly directory: string;
  /** All probes of the program. */
  readonly probes: readonly KnownProbe[];
  /** Calendar year, for which holidays should be known. */
  readonly year: number;
  /** Names of all files in the folder of the pack. */
  readonly present: readonly string[];
  /** Lines of the registry by code. */
  readonly lineOf: ReadonlyMap<string, number>;
}

/** Most names in one sentence. */
const mostNames = 5;

/**
 * Reports what is legal in a pack and probably not meant: entries that nothing uses, leaves that
 * stay unknown for everybody, governments that cannot be visited. Pure. What needs a file with a
 * mistake is not looked at.
 */
export function findDoubts(files: SurveyedFiles, options: DoubtOptions, report: Report): void {
  const doubt = <Value>(file: CheckedYaml<Value> | null, look: (value: Value, complain: Complain) => void): void => {
    if (file !== null) look(file.value, (path, what) => report(file.mistake(path, what)));
  };
  if (files.meta !== null) {
    const wanted = files.meta.probes;
    const running = options.probes.filter(({ id }) => wanted === null || wanted.includes(id));
    doubt(files.tree, (tree, complain) => doubtTree(tree, running, complain));
    doubt(files.vocabulary, (vocabulary, complain) => doubtVocabulary(vocabulary, running, files, complain));
  }
  doubt(files.crawl, ({ contact }, complain) => {
    if (unreadContact(contact) !== null)
      complain(['contact'], clause`"${contact}" is a placeholder: operators of sites could reach nobody`);
  });
  doubt(files.holidays, ({ years }, complain) => {
    if (years[String(options.year)] === undefined)
      complain(['years'], clause`${options.year} is missing: only weekends count as days off in that year`);
  });
  doubt(files.calibration, ({ present, absent }, complain) => {
    for (const [state, measured] of Object.entries({ present, absent }))
      for (const id of Object.keys(measured?.probes ?? {}))
        if (!options.probes.some((probe) => probe.id === id))
          complain([state, 'probes', id], clause`no probe has this id: the entry is not used`);
  });
  doubtRegistry(files, options, report);
  doubtFolder(files, options, report);
  if (files.governments !== null && files.exclusions !== null)
    doubtExclusions(files.exclusions, files.governments, join(options.directory, exclusionName(files)), report);
}

function doubtTree(tree: IndicatorTree, running: readonly KnownProbe[], complain: Complain): void {
  for (const { leaf, path } of treeNodes(tree))
    if (leaf !== null && !running.some(({ id }) => id === leaf.finding))
      complain(
        [...path, 'finding'],
        clause`the probe ${leaf.finding} does not run in this pack: the leaf ${leaf.id} is unknown for everybody`,
      );
  const fed = new Set(leaves(tree).map(({ finding }) => finding));
  for (const { id } of running)
    if (!fed.has(id)) complain([], clause`the probe ${id} runs and feeds no leaf: its findings count for nothing`);
  doubtSums(tree, complain);
}

/** Weights that sum to their target only because decimals are rounded. */
function doubtSums(tree: IndicatorTree, complain: Complain): void {
  const evaluated = tree.capabilities.filter(({ role }) => role === 'evaluated');
  const sums = [
    { path: ['capabilities'], weights: evaluated, target: tree['full-mark'] },
    ...tree.capabilities.flatMap((capability, place) => [
      { path: ['capabilities', place], weights: capability.indicators, target: capability.weight },
      ...capability.indicators.map((branch, index) => ({
        path: ['capabilities', place, 'indicators', index],
        weights: branch.indicators,
        target: branch.weight,
      })),
    ]),
  ];
  for (const { path, weights, target } of sums) {
    const found = weights.reduce((sum, { weight }) => sum + weight, 0);
    // Sums of ordinary decimals differ by a few units in the last place.
    if (Math.abs(found - target) > 1e-13 * target)
      complain(path, clause`the weights sum to ${found} and not exactly to ${target}: write them with fewer decimals`);
  }
}

function doubtVocabulary(
  vocabulary: Vocabulary,
  running: readonly KnownProbe[],
  { kinds }: SurveyedFiles,
  complain: Complain,
): void {
  const { intents, lists } = vocabulary;
  const columns = vocabulary.reading.columns;
  const used = new Set([
    ...running.flatMap(({ seeks }) => seeks),
    ...Object.values(intents).flatMap(({ below, on }) => [...below, ...on]),
    ...Object.values(kinds?.value.kinds ?? {}).flatMap(({ serves }) => serves),
    ...columns.hubs,
    ...Object.values(columns.shapes).flat(),
    ...Object.entries(columns.below).flatMap(([hub, held]) => [hub, ...held]),
    ...Object.values(columns.topics).flatMap(({ holds }) => holds),
  ]);
  for (const id of Object.keys(intents))
    if (!used.has(id))
      complain(['intents', id], clause`no probe of this pack seeks the intent: its words are not used`);
  for (const { id, seeks } of running)
    if (seeks.length > 0 && seeks.every((intent) => intents[intent] === undefined))
      complain(['intents'], clause`none of the intents that the probe ${id} seeks is here (${seeks.join(', ')})`);
  for (const [name, words] of Object.entries(lists))
    for (const [index, word] of words.entries())
      if (words.indexOf(word) < index)
        complain(['lists', name, index], clause`"${word}" is in the list already: one of them is not used`);
}

function doubtRegistry(files: SurveyedFiles, { directory, lineOf }: DoubtOptions, report: Report): void {
  const { meta, governments } = files;
  if (meta === null || governments === null) return;
  const file = join(directory, files.names.governments);
  const byPortal = new Map<string, Government>();
  for (const government of governments) {
    const { code, name, sites } = government;
    const doubt = (what: Clause): void => {
      const line = lineOf.get(code) ?? null;
      report(new PackMistake({ file, line, column: null, path: 'portal' }, what, 'line'));
    };
    if (siteKinds.every((kind) => sites[kind] === undefined))
      doubt(clause`${name} has no address: it cannot be visited`);
    else if (sites.portal === undefined) doubt(clause`${name} has no portal: what is sought there stays unknown`);
    const portal = sites.portal?.url;
    const other = portal === undefined ? undefined : byPortal.get(portal);
    if (other !== undefined) doubt(clause`${name} has the portal of ${other.name}`);
    else if (portal !== undefined) byPortal.set(portal, government);
  }
  const listed = [...governments, ...(files.observed ?? [])];
  for (const key of ['groups', 'regions'] as const)
    for (const [index, { id }] of meta[key].entries()) {
      const isUsed = listed.some(({ group, region }) => (key === 'groups' ? group : region) === id);
      if (!isUsed && files.packFile !== null && files.observed !== null)
        report(files.packFile.mistake([key, index], clause`no government is in ${id}`));
    }
}

/** Files of the folder that look like a part of the pack and that it does not name. */
function doubtFolder({ names, meta }: SurveyedFiles, { directory, present }: DoubtOptions, report: Report): void {
  if (meta === null) return;
  const read = new Set(Object.values(names).filter((name) => name !== null));
  for (const [key, name] of Object.entries(names)) {
    const usual = usualName(key);
    if (name === null && key !== 'exclusions' && present.includes(usual) && !read.has(usual))
      report(
        fileMistake(
          join(directory, usual),
          clause`nothing reads the file: "${key}: ${usual}" is missing under files of pack.yaml`,
        ),
      );
  }
}

function usualName(key: string): string {
  return `${key}.${key === 'governments' || key === 'observed' ? 'csv' : 'yaml'}`;
}

function exclusionName({ names }: SurveyedFiles): string {
  return names.exclusions ?? 'exclusions.csv';
}

/** A line that keeps several governments from being visited may be wider than it was asked for. */
function doubtExclusions(
  exclusions: readonly Exclusion[],
  governments: readonly Government[],
  file: string,
  report: Report,
): void {
  for (const exclusion of exclusions) {
    const hit = governments.filter(({ sites }) => {
      const host = URL.parse(sites.portal?.url ?? '')?.hostname;
      return host !== undefined && exclusionOf([exclusion], host) !== null;
    });
    if (hit.length < 2) continue;
    const names = hit.slice(0, mostNames).map(({ name }) => name);
    const shown = `${names.join(', ')}${hit.length > mostNames ? ' ...' : ''}`;
    const what = clause`${written(exclusion)} excludes the portals of ${hit.length} governments: ${shown}`;
    report(new PackMistake({ file, line: exclusion.line, column: null, path: 'host' }, what, 'line'));
  }
}

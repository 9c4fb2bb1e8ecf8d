import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import { countsIn } from '../counts.ts';
import type { KindSign } from '../kind.ts';
import type { Page } from '../page.ts';
import { type Facts, factsOf, labelled, named, ruledOut, sign } from './facts.ts';

const fewestMarks = 3;
const longestFigures = 200;
const fewestItems = 3;
const fewestFields = 4;
const mostTimes = 2;

/**
 * The home page of an open-data platform: it names itself and leads to data sets, interfaces and
 * applications.
 */
export function dataPlatform(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules['data-platform'];
  if (page.kind !== 'html' || facts.headline || facts.byline) return null;
  const title = foldLabel(page.title);
  const name = rule['not-names'].in(title) === null ? rule.names.in(title) : null;
  if (name === null) return null;
  const marks = new Set(
    page.links.flatMap(({ label }) => (foldLabel(label).length <= 12 ? (rule.marks.in(foldLabel(label)) ?? []) : [])),
  );
  // Figures name what the platform offers even if its menu does not: 214 个数据集, 37 个数据接口.
  for (const [at, line] of facts.prose.entries())
    if (line.length <= longestFigures && /\d/u.test(line))
      for (const word of rule.marks.allIn(facts.foldedLines[at] ?? '')) marks.add(word);
  // The front page of a small platform has a menu of short names.
  if (isFront(page) && rule.fronts.in(title) !== null)
    for (const { label } of page.links) if (rule.menu.has(foldLabel(label))) marks.add(foldLabel(label));
  return marks.size >= fewestMarks ? sign('data-platform', 0.9, [name, ...marks]) : null;
}

function isFront({ url }: Page): boolean {
  return /^\/(?:(?:index|default|home)(?:\.\w+)?)?$/iu.test(new URL(url).pathname);
}

/** A list of data sets with their update dates, formats and providers. */
export function datasetList(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules['dataset-list'];
  if (page.kind !== 'html' || facts.headline || ruledOut(facts, rule)) return null;
  const repeated = labelled(facts, rule.fields).filter(({ times }) => times >= fewestItems);
  const own = labelled(facts, rule.own).filter(({ times }) => times >= fewestItems);
  const name = named(facts, rule);
  const words = [name, ...own.map(({ word }) => word), ...repeated.map(({ word }) => word)];
  const items = Math.max(facts.links.length, ...page.records.map(({ records }) => records.length));
  if (own.length > 0 && repeated.length + own.length >= 2)
    return sign('dataset-list', name === null ? 0.85 : 0.95, words);
  if (items < fewestItems) return null;
  // Format marks are adjacent without a blank between them.
  const formats =
    rule.formats.count(facts.folded) + page.links.filter(({ label }) => rule.formats.has(foldLabel(label))).length;
  // Without the name of a catalogue, a stated number of data sets and a file format for each item are needed.
  if (name === null)
    return formats >= items && countsDatasets(page, knowledge) ? sign('dataset-list', 0.85, [...words, 'XLS']) : null;
  if (formats >= fewestItems || repeated.length > 0)
    return sign('dataset-list', 0.88, [...words, formats > 0 ? 'XLS' : null]);
  return null;
}

function countsDatasets({ text }: Page, knowledge: CompiledKnowledge): boolean {
  return countsIn(text, knowledge).some(({ kind, count }) => kind === 'dataset' && count > 0);
}

/** A single data set: its content, formats and update cycle. */
export function dataset(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules.dataset;
  if (page.kind !== 'html' || facts.headline) return null;
  const own = labelled(facts, rule.own).filter(({ times }) => times <= mostTimes);
  const fields = labelled(facts, rule.fields).filter(({ times }) => times <= mostTimes);
  if (own.length < 2 || own.length + fields.length < fewestFields) return null;
  return sign(
    'dataset',
    0.87,
    [...own, ...fields].map(({ word }) => word),
  );
}

/** A list of data interfaces. */
export function apiList(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  return namedList('api-list', page, knowledge);
}

/** A list of applications that use the data. */
export function appList(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  return namedList('app-list', page, knowledge);
}

function namedList(kind: 'api-list' | 'app-list', page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules[kind];
  if (page.kind !== 'html' || facts.headline || ruledOut(facts, rule) || facts.byline) return null;
  const name = named(facts, rule);
  const own = labelled(facts, rule.own).filter(({ times }) => times >= fewestItems);
  const fields = labelled(facts, rule.fields).filter(({ times }) => times >= fewestItems);
  const words = [name, ...own.map(({ word }) => word), ...fields.map(({ word }) => word)];
  if (own.length > 0) return sign(kind, name === null ? 0.8 : 0.93, words);
  if (name === null) return null;
  if (fields.length > 0) return sign(kind, 0.87, words);
  return isPlainList(facts) ? sign(kind, 0.75, words) : null;
}

/** A list of names without the dates that news have. */
function isPlainList(facts: Facts): boolean {
  const items = Math.max(facts.titles.length, ...facts.page.records.map(({ records }) => records.length));
  return items >= fewestItems && facts.days * 2 <= items;
}

import type { CompiledKnowledge } from '../config/knowledge.ts';
import { wordsOf } from '../config/word-sections.ts';
import { foldLabel } from '../config/words.ts';
import { columnsOf } from './columns.ts';
import { readCounts } from './counts.ts';
import { itemLinks } from './list-items.ts';
import { listTotal } from './list-totals.ts';
import { containsAny } from './matches-any.ts';
import { mountMeta } from './mounts.ts';
import type { Page } from './page.ts';
import { renderingWords } from './reading-words.ts';

/** With fewer characters beside its links, the main area of a page is left to scripts. */
const ownText = 60;
/** With fewer characters, most of a page's content may still be missing. */
const littleText = 400;
/** Labels of list items have at least this many characters. */
const listedLabel = 8;
const fewLinks = 3;
/** A home page that links to fewer columns has not shown its menu. */
export const fewestColumns = 3;
const longestWaiting = 20;
/** Placeholders of common template libraries: `{{ name }}`, `<%= name %>`, `${name}`. */
const template = /\{\{[^{}]{1,80}\}\}|<%[=-]?[^%]{1,80}%>|\$\{[\w.]{1,60}\}/u;

/**
 * Whether only a browser shows the content of a page. Signs are an empty shell, template
 * placeholders, a loading message, an empty main area, a table with only a header, counters without
 * a number or with 0, and a list without the items wanted of it.
 */
export function needsRendering(page: Page, knowledge: CompiledKnowledge): boolean {
  if (page.kind !== 'html') return false;
  if (page.shell) return true;
  if (page.scripts.length + page.inlineScript.length === 0 || page.article) return false;
  // A home page without links to its columns has its menu written by scripts.
  if (page.capture.home && columnsOf([page], page.capture.site, knowledge).length < fewestColumns) return true;
  if (isHollow(page, knowledge)) return true;
  if (page.capture.site === 'open-data' && isBareList(page, knowledge)) return true;
  return waitingCounters(page, knowledge) >= 2;
}

/** Whether the main area, beside menus, header and footer, is not loaded yet. */
function isHollow(page: Page, knowledge: CompiledKnowledge): boolean {
  const { 'page-ends': ends, 'still-loading': loading } = wordsOf(renderingWords, knowledge);
  const labels = new Set(page.links.map(({ label }) => label));
  const own = page.text.split('\n').filter((line) => !labels.has(line) && !containsAny(ends.words, line));
  const size = own.reduce((sum, line) => sum + line.length, 0);
  if (own.some((line) => template.test(line))) return true;
  const middle = page.links.filter(({ region, via }) => via === 'html' && (region === 'main' || region === 'unknown'));
  if (page.records.length > 0 || middle.some(({ label }) => label.length >= listedLabel)) return false;
  if (page.tables.some(({ headers, rows }) => headers.length >= 2 && rows.length === 0)) return true;
  const waits = own.some((line) => line.length <= longestWaiting && loading.in(foldLabel(line)) !== null);
  if (waits && size < littleText) return true;
  return (
    size < ownText &&
    middle.length <= fewLinks &&
    page.frames.length === 0 &&
    page.meta[mountMeta] !== undefined &&
    !hasQuestions(page)
  );
}

/** Whether a form has more fields than a search box. */
function hasQuestions(page: Page): boolean {
  return page.forms.some(
    ({ fields }) => fields.filter(({ type }) => type !== 'hidden' && type !== 'submit').length > 2,
  );
}

const countedOf = new WeakMap<CompiledKnowledge, readonly string[]>();

/** Labels and units of what open-data platforms count. */
function countedWords(knowledge: CompiledKnowledge): readonly string[] {
  const known = countedOf.get(knowledge);
  if (known !== undefined) return known;
  const made = Object.entries(knowledge.vocabulary.counts)
    .filter(([id]) => id === 'dataset' || id === 'api' || id === 'app')
    .flatMap(([, rule]) => [...rule.labels, ...rule.units]);
  countedOf.set(knowledge, made);
  return made;
}

/** Number of lines that name a counted kind without a number. */
function waitingCounters(page: Page, knowledge: CompiledKnowledge): number {
  const unitsAndLabels = countedWords(knowledge);
  const { 'still-loading': loading } = wordsOf(renderingWords, knowledge);
  const lines = page.text.split('\n');
  return lines.filter((line, index) => {
    if (line.length > 60 || /[1-9]/.test(line) || !containsAny(unitsAndLabels, line)) return false;
    if (/(?:^|[^\d.])0(?:[^\d.]|$)|--/.test(line) || loading.in(foldLabel(line)) !== null) return true;
    const before = lines[index - 1] ?? '';
    const after = lines[index + 1] ?? '';
    return /^[0\-\s]*$/.test(before) !== /^[0\-\s]*$/.test(after) && !/[1-9]/.test(before + after);
  }).length;
}

/** Whether a list that a probe samples or counts shows neither items nor their number. */
function isBareList(page: Page, knowledge: CompiledKnowledge): boolean {
  const { intents } = page.capture;
  const rules = [...knowledge.intents.values()].map(({ rule }) => rule);
  const sampled = rules.some(
    (rule) => rule.sample && !rule['only-below'] && rule.below.some((list) => intents.includes(list)),
  );
  const kinds = intents.flatMap((id) => knowledge.intents.get(id)?.rule['answered-by'] ?? []);
  if ((!sampled && kinds.length === 0) || itemLinks(page, knowledge).length > 0) return false;
  if (sampled) return true;
  return listTotal(page, knowledge) === null && readCounts(page, knowledge).every(({ kind }) => !kinds.includes(kind));
}

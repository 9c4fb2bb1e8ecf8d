import { z } from 'zod';
import { foldLabel } from '../config/knowledge.ts';
import { wordList } from '../config/schema/words.ts';
import { wordsOf } from '../config/word-sections.ts';
import { disclosureCatalogValue } from '../model/values/disclosure-catalog.ts';
import { isWeb } from '../reading/addresses.ts';
import type { Seen } from '../reading/coverage.ts';
import type { Link, Page } from '../reading/page.ts';
import { defineProbe, type Verdict } from './contract.ts';
import { columnEvidence, columnOf, noColumn } from './shared/column.ts';
import {
  catalogueGroups,
  fieldNamed,
  fieldsOn,
  isTitledCatalogue,
  looksLikeCatalogue,
  pilotFields,
  pilotFieldWords,
} from './shared/pilot-fields.ts';
import { searchWords } from './shared/search-box.ts';
import { resultWords } from './shared/search-results.ts';
import { holds, targetWords } from './shared/targets.ts';
import { evidenceOf, verdicts } from './shared/verdicts.ts';

const intent = 'disclosure-catalog';
const division = 'disclosure-part';
/** Longer documents under the name of a field have rows, whatever their columns are called. */
const longDocument = 200;
type Value = z.input<typeof disclosureCatalogValue>;

const say = verdicts<Value>();

const words = z.object({ 'catalogue-files': wordList });

/**
 * Standard catalogues of grass-roots disclosure (基层政务公开标准目录): the number of national pilot fields
 * with a catalogue that has rows.
 */
export const disclosureCatalog = defineProbe({
  id: 'disclosure-catalog',
  version: 6,
  sites: ['portal'],
  value: disclosureCatalogValue,
  seeks: ['disclosure', intent, 'disclosure-field', division],
  words: [words, pilotFieldWords, resultWords, searchWords, targetWords],
  about: {
    measures:
      'Standard catalogues of grass-roots disclosure (基层政务公开标准化目录): how many of the national pilot fields have a catalogue that opens and has rows.',
    levels: {
      linked: 'an entry of the zone is visible',
      reachable: 'the zone opens, no catalogue in it was found to have rows',
      working: "at least one field's catalogue opens and has rows",
    },
    evidence: 'Up to three catalogues with their titles, and the entry of the zone.',
    blindSpots: [
      'A catalogue that is attached as a file counts as open without being downloaded.',
      'Rows are counted, their content is not compared with the national standard.',
      'A zone that scripts fill names no field without a browser, and then nothing is counted.',
    ],
  },
  judge,
});

type Access = 'open' | 'closed' | 'unclear';

function judge(seen: Seen): Verdict<Value> {
  const column = columnOf(seen, ['portal'], intent);
  if (column.entries.length === 0 && column.opened.length === 0)
    return noColumn(seen, ['portal'], ['disclosure', intent]);
  const national = pilotFields(seen.knowledge);
  const verdicts = new Map<string, Access>();
  const rows: { page: Page; name: string }[] = [];
  const opened = new Set(column.opened.flatMap(({ page }) => [page.url, page.capture.url]));
  for (const part of divisions(seen, opened))
    for (const { name } of fieldsOn(part, national, seen.knowledge)) {
      verdicts.set(name, 'open');
      rows.push({ page: part, name });
    }
  for (const { page: zone, parts } of column.opened)
    for (const part of [...parts, ...scriptsOf(seen, zone)]) {
      for (const { name } of fieldsOn(part, national, seen.knowledge)) {
        verdicts.set(name, 'open');
        rows.push({ page: part, name });
      }
      for (const link of part.links) {
        const field = fieldNamed(link.label, national, seen.knowledge);
        if (!field || !(inContent(link) || part.capture.role === 'script') || verdicts.get(field.name) === 'open')
          continue;
        const { verdict, page } = follow(link, seen);
        if (verdict !== 'closed' || !verdicts.has(field.name)) verdicts.set(field.name, verdict);
        if (verdict === 'open' && page) rows.push({ page, name: field.name });
      }
    }
  const named = (verdict: Access): string[] =>
    national.flatMap(({ name }) => (verdicts.get(name) === verdict ? [name] : []));
  const fields = named('open');
  const unclear = named('unclear');
  const evidence = [
    ...rows.slice(0, 3).map(({ page, name }) => evidenceOf(page, `${name} ${page.title}`)),
    ...columnEvidence(column),
  ];
  // If no page of the zone names a field, scripts may show them, so nothing was counted.
  const counted = verdicts.size > 0 && national.length > 0;
  const level = fields.length > 0 ? 'working' : column.opened.length > 0 ? 'reachable' : 'linked';
  const value: Value = {
    level,
    count: counted && unclear.length === 0 ? fields.length : null,
    share: counted && unclear.length === 0 ? Math.round((fields.length / national.length) * 10_000) / 10_000 : null,
    fields,
    unclear,
    url: column.opened[0]?.page.url ?? column.entries[0]?.link.url ?? null,
  };
  return say.present(value, fields.length > 0 ? 0.9 : column.opened.length > 0 ? 0.7 : 0.6, evidence);
}

/** Pages of counties, towns and offices by which a zone sorts its catalogues. */
function divisions(seen: Seen, zones: ReadonlySet<string>): Page[] {
  return seen
    .pages('portal')
    .filter(
      ({ capture, shell }) =>
        capture.role === 'page' && !shell && capture.intents.includes(division) && zones.has(capture.from ?? ''),
    );
}

/** Scripts loaded by a page, which may contain its tree of fields. */
function scriptsOf(seen: Seen, { url, capture }: Page): Page[] {
  return seen
    .pages('portal')
    .filter(({ capture: { role, from } }) => role === 'script' && (from === url || from === capture.url));
}

function inContent({ region }: Link): boolean {
  return region === 'main' || region === 'unknown';
}

/** Access to the target of a field's link: rows, nothing, or unclear. */
function follow(link: Link, seen: Seen): { verdict: Access; page: Page | null } {
  if (!isWeb(link.url)) return { verdict: 'closed', page: null };
  const target = seen.at(link.url);
  if (!target) return { verdict: isFile(link) ? 'open' : 'unclear', page: null };
  const { page } = target;
  if (page === null) return { verdict: target.capture.failure === 'http-4xx' ? 'closed' : 'unclear', page };
  if (page.shell) return { verdict: 'unclear', page };
  return { verdict: hasRows(page, seen) ? 'open' : 'closed', page };
}

/** A catalogue published as a file is open to everyone. */
function isFile({ url }: Link): boolean {
  return /\.(?:xlsx?|docx?|pdf|et|wps)(?:$|\?)/iu.test(url);
}

/** Whether a page has rows with the columns of the national standard, or an attached catalogue. */
function hasRows(page: Page, seen: Seen): boolean {
  if (page.kind === 'pdf' || page.kind === 'docx')
    return page.text.length > longDocument || namesColumns(page.text, seen);
  const { 'catalogue-files': files } = wordsOf(words, seen.knowledge);
  return (
    catalogueGroups(page, seen.knowledge).length > 0 ||
    looksLikeCatalogue(page, seen.knowledge) ||
    isTitledCatalogue(page, pilotFields(seen.knowledge), seen.knowledge) ||
    page.tables.some((table) => isCatalogue(table, seen)) ||
    page.links.some((link) => isFile(link) && holds(link.label, files))
  );
}

/** Whether a document has a line of column names of the national standard and rows below it. */
function namesColumns(text: string, seen: Seen): boolean {
  const columns = wordsOf(pilotFieldWords, seen.knowledge)['catalogue-columns'].list;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const head = lines.findIndex((line) => columns.filter((word) => foldLabel(line).includes(word)).length >= 2);
  return head >= 0 && lines.length > head + 2;
}

/** Whether a table is a catalogue; printed ones have their header in two of the first rows. */
function isCatalogue({ headers, rows }: Page['tables'][number], seen: Seen): boolean {
  const columns = wordsOf(pilotFieldWords, seen.knowledge)['catalogue-columns'].list;
  const head = foldLabel([...headers, ...(headers.length > 0 ? [] : rows.slice(0, 3).flat())].join(' '));
  const heads = headers.length > 0 ? 0 : 1;
  return columns.filter((word) => head.includes(word)).length >= 2 && rows.length > heads;
}

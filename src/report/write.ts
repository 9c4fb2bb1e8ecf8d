import { rmSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import type { LanguageNames } from '../config/schema/names.ts';
import { markdownBulletin } from './bulletin-markdown.ts';
import { cityContext, cityFile } from './city.ts';
import { columnName, columnsTable } from './column-names.ts';
import { type Table, toCsv, withNature } from './csv.ts';
import { indexFindings } from './evidence.ts';
import { type ReportData, withFigures } from './figures/derive.ts';
import { type Format, formats } from './formats.ts';
import { htmlBulletin } from './html/bulletin.ts';
import { htmlCity } from './html/city.ts';
import { htmlStoredPages, pictureFile } from './html/stored-pages.ts';
import type { ReportInput } from './input.ts';
import { correlationsTable, itemsTable } from './items.ts';
import { listsTable } from './lists.ts';
import { withNames } from './local-names.ts';
import { type Language, type Messages, messagesOf } from './messages.ts';
import { bannerOf, titleOf } from './nature.ts';
import { toParquet } from './parquet.ts';
import { correctionSentences, provenanceFacts, provenanceTable, runsTable } from './provenance.ts';
import { statementsTable } from './published.ts';
import { reviewsTable } from './reviews.ts';
import { documentOf } from './schema.ts';
import { type PageReader, quotesOf } from './stored-page.ts';
import { adoptionTable, failuresTable, findingsTable, rankingTable, scoresTable } from './tables.ts';
import { viewOf } from './view.ts';
import { toWorkbook } from './workbook.ts';

type Content = string | Uint8Array;
type NamedFile = readonly [name: string, content: Content];

export interface WriteOptions {
  readonly language: Language;
  /** File formats to write; all by default. `html` is the bulletin and the sheets. */
  readonly formats?: readonly Format[];
  /** Names in the language of the report; without them names stand as the pack has them. */
  readonly names?: LanguageNames;
  /** Reads the stored pages that the sheets link; without it the sheets stand alone. */
  readonly pages?: PageReader;
  /** Makes the workbook, in another thread say; `toWorkbook` where it is left out. */
  readonly workbook?: typeof toWorkbook;
}

/** What a writer is told on its way. */
export interface WriteProgress {
  /** A file is complete under a temporary name with the ending of its own. */
  readonly drafted?: (name: string, path: string) => void;
  /** Awaited before drafts get their names: until then somebody may read them. */
  readonly settled?: () => Promise<unknown> | null;
}

/** The files of a report, made one at a time so that only one large file is in memory. */
async function* filesOf(given: ReportInput, options: WriteOptions): AsyncGenerator<NamedFile> {
  const input = withNames(given, options.names ?? null);
  const { language, formats: wanted = formats, workbook: makeWorkbook = toWorkbook } = options;
  const messages = messagesOf(language);
  const data = withFigures(input);
  const tables = tablesOf(input, messages);
  const metadata = { title: input.title, provenance: JSON.stringify(input.provenance) };
  const csv = (name: keyof typeof tables) => [`${name}.csv`, () => toCsv(tables[name]())] as const;
  const isWanted = (name: string): boolean => wanted.some((format) => name.endsWith(`.${format}`));
  // Begun first, since it takes longest where another thread makes it.
  const workbook = isWanted('report.xlsx') ? workbookOf(input, tables, messages, makeWorkbook) : null;
  // A failure is reported where the workbook is awaited.
  workbook?.catch(() => undefined);
  const all: readonly (readonly [string, () => Content | Promise<Content>])[] = [
    ['bulletin.md', () => markdownBulletin(data, messages)],
    ['bulletin.html', () => htmlBulletin(data, messages)],
    csv('ranking'),
    csv('scores'),
    csv('findings'),
    csv('adoption'),
    csv('lists'),
    csv('failures'),
    csv('statements'),
    csv('items'),
    csv('correlations'),
    csv('reviews'),
    csv('runs'),
    csv('provenance'),
    ['columns.csv', () => toCsv(dictionaryOf(input, tables, messages))],
    ['findings.parquet', () => toParquet(tables.findings(), metadata)],
    ['scores.parquet', () => toParquet(tables.scores(), metadata)],
    ['report.json', () => `${JSON.stringify(documentOf(data))}\n`],
  ];
  for (const [name, render] of all) if (isWanted(name)) yield [name, await render()];
  if (wanted.includes('html')) yield* citiesOf(data, messages, options.pages);
  if (workbook !== null) yield ['report.xlsx', await workbook];
}

function tablesOf(input: ReportInput, messages: Messages) {
  const marked = (table: Table): Table => withNature(table, input.nature);
  return {
    ranking: (): Table => marked(rankingTable(input)),
    scores: (): Table => marked(scoresTable(input)),
    findings: (): Table => marked(findingsTable(input)),
    adoption: (): Table => marked(adoptionTable(input, messages)),
    lists: (): Table => marked(listsTable(input, messages)),
    failures: (): Table => marked(failuresTable(input, messages)),
    statements: (): Table => marked(statementsTable(input.published?.comparisons ?? [], messages)),
    items: (): Table => marked(itemsTable(input)),
    correlations: (): Table => marked(correlationsTable(input)),
    reviews: (): Table => marked(reviewsTable(input)),
    runs: (): Table => marked(runsTable(input)),
    provenance: (): Table => marked(provenanceTable(input, messages)),
  };
}

function dictionaryOf(input: ReportInput, tables: ReturnType<typeof tablesOf>, messages: Messages): Table {
  const made = Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, table()]));
  return columnsTable(made, input.assessment.tree.nodes, messages);
}

function workbookOf(
  input: ReportInput,
  tables: ReturnType<typeof tablesOf>,
  messages: Messages,
  make: typeof toWorkbook,
): Promise<Uint8Array> {
  const { title, run, nature } = input;
  const origin = [
    ...correctionSentences(input, messages),
    ...provenanceFacts(input, messages).map(([label, value]) => messages.pair(label, value)),
  ].join(messages.and);
  const names = Object.keys(tables) as (keyof typeof tables)[];
  return make(
    names.map((name) => {
      const table = tables[name]();
      return {
        ...{ name: messages.sheets[name], table },
        names: table.head.map((code) => columnName(name, code, input.assessment.tree.nodes, messages)),
      };
    }),
    { title: titleOf(title, nature, messages), moment: run.started, banner: bannerOf(nature, messages), origin },
  );
}

/**
 * One page per government, observed ones included, and one with the stored pages that its findings
 * quote. Their shared values are computed with the first.
 */
async function* citiesOf(
  input: ReportData,
  messages: Messages,
  reader: PageReader | undefined,
): AsyncGenerator<NamedFile> {
  const view = viewOf(input, messages);
  const context = cityContext(input, view);
  const findings = indexFindings(input);
  const failing = new Map(view.failingGovernments.map((entry) => [entry.government.code, entry]));
  const byGovernment = Map.groupBy(input.findings, ({ government }) => government);
  const names = new Map(input.assessment.tree.nodes.flatMap(({ leaf, name }) => (leaf ? [[leaf.finding, name]] : [])));
  for (const row of [...view.rows, ...view.observed]) {
    const { government } = row;
    const quotes = quotesOf(byGovernment.get(government.code) ?? []);
    const stored = reader === undefined ? [] : await reader(government.code, new Set(quotes.keys()));
    const pages = new Map(stored.map((entry) => [entry.capture, entry]));
    const failed = failing.get(government.code);
    const file = cityFile(government.code);
    yield [`cities/${file}`, htmlCity(input, view, row, { context, findings, failed, pages }, messages)];
    if (stored.length === 0) continue;
    yield [`evidence/${file}`, htmlStoredPages(input, government, stored, quotes, names, messages)];
    for (const { picture } of stored) {
      if (picture !== null) yield [`evidence/${pictureFile(government.code, picture.sha256)}`, picture.bytes];
    }
  }
}

/** The temporary name of a file: hidden, beside it, and with its ending, so that a browser can open it. */
export function draftOf(path: string): string {
  const { dir, base } = parse(path);
  return join(dir, `.${process.pid}.tmp.${base}`);
}

/** The content of every file by name. Pure: the same input gives the same bytes. */
export async function renderReport(input: ReportInput, options: WriteOptions): Promise<ReadonlyMap<string, Content>> {
  const files = new Map<string, Content>();
  for await (const [name, content] of filesOf(input, options)) files.set(name, content);
  return files;
}

/**
 * Writes the report into a folder, which is created if missing. All files are written under
 * temporary names before any is renamed, so that readers never see a partial file and a failure
 * or an interruption leaves an older report unchanged.
 * @returns the paths written
 * @throws the file system's error, after deleting the temporary files
 */
export async function writeReport(
  input: ReportInput,
  directory: string,
  options: WriteOptions,
  { drafted, settled }: WriteProgress = {},
): Promise<string[]> {
  const folders = new Set<string>();
  const files: { readonly path: string; readonly temporary: string }[] = [];
  const clean = (): void => {
    for (const { temporary } of files) rmSync(temporary, { force: true });
  };
  // A person may interrupt the writing at any file.
  process.once('exit', clean);
  try {
    for await (const [name, content] of filesOf(input, options)) {
      const path = join(directory, name);
      const temporary = draftOf(path);
      const parent = dirname(path);
      if (!folders.has(parent)) await mkdir(parent, { recursive: true });
      folders.add(parent);
      files.push({ path, temporary });
      await writeFile(temporary, content);
      drafted?.(name, temporary);
    }
    await settled?.();
    for (const { temporary, path } of files) await rename(temporary, path);
  } catch (error) {
    clean();
    throw error;
  } finally {
    process.off('exit', clean);
  }
  return files.map(({ path }) => path);
}

import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { markdownBulletin } from './bulletin-markdown.ts';
import { cityContext, cityFile } from './city.ts';
import { type Table, toCsv } from './csv.ts';
import { indexFindings } from './evidence.ts';
import { type Format, formats } from './formats.ts';
import { htmlBulletin } from './html/bulletin.ts';
import { htmlCity } from './html/city.ts';
import type { ReportInput } from './input.ts';
import { correlationsTable, itemsTable } from './items.ts';
import { listsTable } from './lists.ts';
import { type Language, type Messages, messagesOf } from './messages.ts';
import { toParquet } from './parquet.ts';
import { statementsTable } from './published.ts';
import { reportDocument } from './schema.ts';
import { adoptionTable, failuresTable, findingsTable, rankingTable, scoresTable } from './tables.ts';
import { viewOf } from './view.ts';
import { toWorkbook } from './workbook.ts';

type Content = string | Uint8Array;
type Render = () => Content | Promise<Content>;

export interface WriteOptions {
  readonly language: Language;
  /** File formats to write; all by default. `html` is the bulletin and the sheets. */
  readonly formats?: readonly Format[];
}

/** The files of a report by name, rendered on demand so that only one large file is in memory. */
function rendersOf(
  input: ReportInput,
  { language, formats: wanted = formats }: WriteOptions,
): readonly (readonly [string, Render])[] {
  const messages = messagesOf(language);
  const tables = tablesOf(input, messages);
  const csv = (name: keyof typeof tables): readonly [string, Render] => [`${name}.csv`, () => toCsv(tables[name]())];
  const all: readonly (readonly [string, Render])[] = [
    ['bulletin.md', () => markdownBulletin(input, messages)],
    ['bulletin.html', () => htmlBulletin(input, messages)],
    csv('ranking'),
    csv('scores'),
    csv('findings'),
    csv('adoption'),
    csv('lists'),
    csv('failures'),
    csv('statements'),
    csv('items'),
    csv('correlations'),
    ['report.xlsx', () => workbookOf(input, tables, messages)],
    ['findings.parquet', () => toParquet(tables.findings())],
    ['scores.parquet', () => toParquet(tables.scores())],
    ['report.json', () => `${JSON.stringify(reportDocument(input))}\n`],
    ...(wanted.includes('html') ? citiesOf(input, messages) : []),
  ];
  return all.filter(([name]) => wanted.some((format) => name.endsWith(`.${format}`)));
}

function tablesOf(input: ReportInput, messages: Messages) {
  return {
    ranking: (): Table => rankingTable(input),
    scores: (): Table => scoresTable(input),
    findings: (): Table => findingsTable(input),
    adoption: (): Table => adoptionTable(input, messages),
    lists: (): Table => listsTable(input, messages),
    failures: (): Table => failuresTable(input, messages),
    statements: (): Table => statementsTable(input.published?.comparisons ?? [], messages),
    items: (): Table => itemsTable(input),
    correlations: (): Table => correlationsTable(input),
  };
}

function workbookOf(
  { title, run }: ReportInput,
  tables: ReturnType<typeof tablesOf>,
  { sheets }: Messages,
): Promise<Uint8Array> {
  const names = Object.keys(tables) as (keyof typeof tables)[];
  return toWorkbook(
    names.map((name) => ({ name: sheets[name], table: tables[name]() })),
    title,
    run.started,
  );
}

/**
 * One page per government, observed ones included. Their shared values are computed with the first.
 */
function citiesOf(input: ReportInput, messages: Messages): (readonly [string, Render])[] {
  const view = viewOf(input, messages);
  const context = cityContext(input, view);
  const findings = indexFindings(input);
  const failing = new Map(view.failingGovernments.map((entry) => [entry.government.code, entry]));
  return [...view.rows, ...view.observed].map((row) => {
    const { code } = row.government;
    const render = () => htmlCity(input, view, row, context, findings, failing.get(code), messages);
    return [`cities/${cityFile(code)}`, render];
  });
}

/** The content of every file by name. Pure: the same input gives the same bytes. */
export async function renderReport(input: ReportInput, options: WriteOptions): Promise<ReadonlyMap<string, Content>> {
  const files = new Map<string, Content>();
  for (const [name, render] of rendersOf(input, options)) files.set(name, await render());
  return files;
}

/**
 * Writes the report into a folder, which is created if missing. All files are written under
 * temporary names before any is renamed, so that readers never see a partial file and a failure
 * leaves an older report unchanged.
 * @returns the paths written
 * @throws the file system's error, after deleting the temporary files
 */
export async function writeReport(input: ReportInput, directory: string, options: WriteOptions): Promise<string[]> {
  const files = rendersOf(input, options).map(([name, render]) => {
    const path = join(directory, name);
    return { path, temporary: `${path}.${process.pid}.tmp`, render };
  });
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) await mkdir(folder, { recursive: true });
  try {
    for (const { temporary, render } of files) await writeFile(temporary, await render());
    for (const { temporary, path } of files) await rename(temporary, path);
  } catch (error) {
    await Promise.all(files.map(({ temporary }) => rm(temporary, { force: true })));
    throw error;
  }
  return files.map(({ path }) => path);
}

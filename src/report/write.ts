import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { htmlBulletin } from './bulletin-html.ts';
import { markdownBulletin } from './bulletin-markdown.ts';
import { toCsv } from './csv.ts';
import type { ReportInput } from './input.ts';
import { type Language, messagesOf } from './messages.ts';
import { adoptionTable, failuresTable, findingsTable, rankingTable, scoresTable } from './tables.ts';

/** The files of a report by name, each rendered when it is asked for: a large one is gone before the next is made. */
function rendersOf(input: ReportInput, language: Language): readonly (readonly [string, () => string])[] {
  const messages = messagesOf(language);
  return [
    ['bulletin.md', () => markdownBulletin(input, messages)],
    ['bulletin.html', () => htmlBulletin(input, messages)],
    ['ranking.csv', () => toCsv(rankingTable(input))],
    ['scores.csv', () => toCsv(scoresTable(input))],
    ['findings.csv', () => toCsv(findingsTable(input))],
    ['adoption.csv', () => toCsv(adoptionTable(input, messages))],
    ['failures.csv', () => toCsv(failuresTable(input, messages))],
    ['report.json', () => `${JSON.stringify(input)}\n`],
  ];
}

/** The content of every file by name. Pure: the same input gives the same bytes. */
export function renderReport(input: ReportInput, language: Language = 'zh'): ReadonlyMap<string, string> {
  return new Map(rendersOf(input, language).map(([name, render]) => [name, render()]));
}

/**
 * Writes the report into the folder (made where missing). Every file is complete under a temporary name before any is
 * renamed, so a reader never meets half a file, and a failure before that leaves an older report as it was.
 * @returns the paths written.
 * @throws the file system's error; the temporary files are gone then.
 */
export async function writeReport(input: ReportInput, directory: string, language: Language = 'zh'): Promise<string[]> {
  const files = rendersOf(input, language).map(([name, render]) => {
    const path = join(directory, name);
    return { path, temporary: `${path}.${process.pid}.tmp`, render };
  });
  await mkdir(directory, { recursive: true });
  try {
    for (const { temporary, render } of files) await writeFile(temporary, render(), 'utf8');
    for (const { temporary, path } of files) await rename(temporary, path);
  } catch (error) {
    await Promise.all(files.map(({ temporary }) => rm(temporary, { force: true })));
    throw error;
  }
  return files.map(({ path }) => path);
}

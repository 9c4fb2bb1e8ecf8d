import { renameSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Pack } from '../config/pack.ts';
import { readText } from '../config/read-text.ts';
import { UsageError } from '../model/usage-error.ts';
import { type ReadRow, readSheet } from '../report/check-sheet/read.ts';
import { type CheckLimits, type CheckResult, checkResult } from '../scoring/sampling/check-sheet.ts';
import { requireFormat } from './check-sheet.ts';
import { knownProbes } from './known-probes.ts';

/** What a sheet that came back says. */
export interface ReadCheckSheet extends CheckResult {
  readonly sheet: string;
  /** Ids of the runs that its findings are of. */
  readonly runs: readonly string[];
  readonly simulated: boolean;
  /** Rows that the sheet had when it was written and that are gone; they count as not checked. */
  readonly missing: number;
  /** Who checked how many rows, in the order of the sheet. */
  readonly people: readonly { readonly who: string; readonly rows: number }[];
  readonly limits: CheckLimits;
  /** The truth sheet that was written, and how many lines it has; null where none was asked for. */
  readonly truth: { readonly file: string; readonly lines: number } | null;
}

const linesSchema = z.array(z.array(z.string()));

/**
 * Reads a sheet that people filled in, and measures by the limits of `schedule.yaml` how far the
 * findings can be trusted.
 *
 * @param truth file to write what people saw into, for `calibrate` and `evaluate`
 * @throws UsageError for a sheet that is none, and that names row and column of what cannot be read
 */
export async function readCheckSheet(
  pack: Pack,
  request: { readonly sheet: string; readonly truth?: string | undefined },
): Promise<ReadCheckSheet> {
  const sheet = resolve(request.sheet);
  const rows = readSheet(sheet, await cellsOf(sheet));
  const known = knownProbes(pack);
  const stranger = rows.find(({ probe }) => !known.has(probe));
  if (stranger !== undefined)
    throw new UsageError(`${sheet} row ${stranger.line}: the pack knows no probe ${stranger.probe}`);
  const written = rows[0]?.rows ?? rows.length;
  const missing = written - rows.length;
  const limits = pack.schedule['check-sheet'];
  return {
    ...checkResult(rows, limits, missing),
    sheet,
    runs: [...new Set(rows.map(({ run }) => run))],
    simulated: rows.some(({ simulated }) => simulated),
    missing,
    people: peopleOf(rows),
    limits: pickLimits(limits),
    truth: request.truth === undefined ? null : writeTruth(resolve(request.truth), sheet, rows),
  };
}

function pickLimits({ present, absent, checked, 'cannot-tell': unsure }: CheckLimits): CheckLimits {
  return { present, absent, checked, 'cannot-tell': unsure };
}

function peopleOf(rows: readonly ReadRow[]): ReadCheckSheet['people'] {
  const named = rows.filter(({ verdict, really }) => verdict !== null || really !== null);
  return [...Map.groupBy(named, ({ who }) => who)].map(([who, own]) => ({ who, rows: own.length }));
}

async function cellsOf(file: string): Promise<string[][]> {
  return requireFormat(file) === '.csv' ? cellsOfCsv(file) : cellsOfWorkbook(file);
}

function cellsOfCsv(file: string): string[][] {
  const { text } = readText(file);
  try {
    // Windows in some countries writes semicolons where the comma is the decimal mark.
    const delimiter = [',', ';', '\t'];
    const options = { bom: true, relax_column_count: true, skip_empty_lines: false, delimiter };
    return linesSchema.parse(parse(text, options));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UsageError(`${file}: expected comma-separated values (${error.message})`);
  }
}

async function cellsOfWorkbook(file: string): Promise<string[][]> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  try {
    await workbook.xlsx.readFile(file);
  } catch (error) {
    throw new UsageError(
      `${file}: the workbook cannot be read (${error instanceof Error ? error.message : 'no reason'})`,
    );
  }
  const sheet = workbook.worksheets[0];
  const lines: string[][] = [];
  for (let line = 1; line <= (sheet?.rowCount ?? 0); line += 1) {
    const row = sheet?.getRow(line);
    lines.push(Array.from({ length: sheet?.columnCount ?? 0 }, (_, index) => row?.getCell(index + 1).text ?? ''));
  }
  return lines;
}

/** Lines of a truth sheet: what people saw, where they could tell. */
function writeTruth(file: string, sheet: string, rows: readonly ReadRow[]): { file: string; lines: number } {
  const lines = rows.flatMap((row) => {
    const { government, probe, verdict, level, who, remark } = row;
    const state = verdict === 'right' ? row.state : verdict === 'cannot-tell' ? null : row.really;
    if (state === null || state === 'unknown') return [];
    const why = [`${basename(sheet)} row ${row.line}`, who, remark].filter((part) => part !== '').join(', ');
    return [JSON.stringify({ government, probe, state, ...(level === null ? {} : { level }), why })];
  });
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, lines.map((line) => `${line}\n`).join(''));
  renameSync(temporary, file);
  return { file, lines: lines.length };
}

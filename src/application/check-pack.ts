import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Clause, clause } from '../config/clause.ts';
import { findDoubts, type KnownProbe } from '../config/doubts.ts';
import { type PackMistake, type Report, throwFirst } from '../config/mistake.ts';
import { checkAll } from '../config/pack.ts';
import { readCsv } from '../config/read-csv.ts';
import { type SurveyedFiles, surveyFiles } from '../config/read-pack.ts';
import { readText } from '../config/read-text.ts';
import { registryHeader } from '../config/registry.ts';
import { probes } from '../probes/list.ts';
import { wordSource } from './word-sections.ts';

/** A mistake or doubt about one place of a pack. */
export interface PackRemark {
  /** Name of the file in the folder of the pack; the folder itself as it was given. */
  readonly file: string;
  /** From 1; null where the remark is about the whole file or about something missing. */
  readonly line: number | null;
  readonly column: number | null;
  /** Path in a YAML file, column of a table; empty for the file. */
  readonly path: string;
  /** What was expected and found, or what is doubtful. */
  readonly what: Clause;
}

/** What is wrong and what is doubtful in a pack, in the order of its files. */
export interface CheckedPack {
  readonly pack: string;
  readonly mistakes: readonly PackRemark[];
  readonly warnings: readonly PackRemark[];
}

/**
 * Finds every mistake of a pack, and what is legal but doubtful.
 * @param now milliseconds since the epoch: holidays of its year should be known
 * @throws UsageError when there is no such folder
 */
export function checkPack(directory: string, now: number): CheckedPack {
  const mistakes = new Remarks();
  const warnings = new Remarks();
  const files = surveyFiles(directory, mistakes.report);
  checkAll(directory, files, wordSource, mistakes.report);
  checkCanaries(files, mistakes.report);
  const options = {
    directory,
    probes: probes.map(({ id, seeks }): KnownProbe => ({ id, seeks })),
    year: new Date(now).getUTCFullYear(),
    present: readdirSync(directory),
    lineOf: linesOf(directory, files),
  };
  findDoubts(files, options, warnings.report);
  return { pack: directory, mistakes: mistakes.sorted(), warnings: warnings.sorted() };
}

/** Collects remarks; one that is made twice counts once. */
class Remarks {
  readonly #found = new Map<string, PackRemark>();

  readonly report: Report = (mistake: PackMistake) => {
    const { file, line, column, path } = mistake.place;
    this.#found.set(mistake.message, { file: basename(file), line, column, path, what: mistake.clause });
  };

  sorted(): PackRemark[] {
    const order = (remark: PackRemark): number => remark.line ?? 0;
    return [...this.#found.values()].sort((a, b) =>
      a.file === b.file ? order(a) - order(b) : a.file < b.file ? -1 : 1,
    );
  }
}

/** The canaries of a schedule are governments of the registry. */
function checkCanaries({ schedule, governments }: SurveyedFiles, report: Report): void {
  if (schedule === null || governments === null) return;
  for (const [index, code] of schedule.value.canaries.governments.entries())
    if (!governments.some((government) => government.code === code))
      report(
        schedule.mistake(['canaries', 'governments', index], clause`expected a code of the registry, found "${code}"`),
      );
}

/** Line of each government in the registry; empty where the registry has a mistake. */
function linesOf(directory: string, { governments, names, meta }: SurveyedFiles): Map<string, number> {
  if (governments === null) return new Map();
  const file = join(directory, names.governments);
  const table = { file, text: readText(file).text, header: registryHeader, names: meta?.columns ?? {} };
  return new Map([...readCsv(table, throwFirst)].map((row) => [row.get('code'), row.line]));
}

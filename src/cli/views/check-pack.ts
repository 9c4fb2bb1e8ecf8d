import { join, relative } from 'node:path';
import type { CheckedPack, PackRemark } from '../../application/check-pack.ts';
import { wordsOfClause } from '../../config/clause.ts';
import { metaFile } from '../../config/read-pack.ts';
import { say, sayClause } from '../say.ts';

/**
 * One line per remark, in the form that editors and compilers use: `file:line:column: what`.
 * @param folder names of files are relative to it
 */
export function checkedLines({ pack, mistakes, warnings }: CheckedPack, folder: string): string[] {
  const line = (kind: string) => (remark: PackRemark) =>
    `${placeOf(relative(folder, join(pack, remark.file)), remark)}: ${kind}: ${whatOf(remark)}`;
  return [...mistakes.map(line(say('error'))), ...warnings.map(line(say('warning')))];
}

/** The same for programs, in English. */
export function checkedJson({ pack, mistakes, warnings }: CheckedPack) {
  const plain = (remark: PackRemark) => ({ ...remark, what: wordsOfClause(remark.what) });
  return { pack, mistakes: mistakes.map(plain), warnings: warnings.map(plain) };
}

/** The sum in one sentence. */
export function checkedSummary({ pack, mistakes, warnings }: CheckedPack): string {
  const values = { pack, errors: mistakes.length, warnings: warnings.length, file: metaFile };
  return mistakes.some(({ file }) => file === metaFile)
    ? say(
        '{pack}: errors {errors}, warnings {warnings}; what depends on {file} is checked when it has no error',
        values,
      )
    : say('{pack}: errors {errors}, warnings {warnings}', values);
}

function placeOf(file: string, { line, column }: PackRemark): string {
  const numbers = line === null ? [] : column === null ? [line] : [line, column];
  return [file, ...numbers].join(':');
}

function whatOf({ path, what }: PackRemark): string {
  const words = wordsOfClause(what, sayClause);
  return path === '' ? words : `${path}: ${words}`;
}

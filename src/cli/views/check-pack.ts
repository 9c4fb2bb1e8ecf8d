import type { CheckedPack, PackRemark } from '../../application/check-pack.ts';
import { metaFile } from '../../config/read-pack.ts';

/** One line per remark, in the form that editors and compilers use: `file:line:column: what`. */
export function checkedLines({ pack, mistakes, warnings }: CheckedPack): string[] {
  const line = (kind: string) => (remark: PackRemark) => `${placeOf(pack, remark)}: ${kind}: ${whatOf(remark)}`;
  return [...mistakes.map(line('error')), ...warnings.map(line('warning'))];
}

/** The sum in one sentence. */
export function checkedSummary({ pack, mistakes, warnings }: CheckedPack): string {
  const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
  const later = mistakes.some(({ file }) => file === metaFile)
    ? `; what depends on ${metaFile} is checked when it has no error`
    : '';
  return `${pack}: ${count(mistakes.length, 'error')}, ${count(warnings.length, 'warning')}${later}`;
}

function placeOf(pack: string, { file, line, column }: PackRemark): string {
  const numbers = line === null ? [] : column === null ? [line] : [line, column];
  return [`${pack}/${file}`, ...numbers].join(':');
}

function whatOf({ path, what }: PackRemark): string {
  return path === '' ? what : `${path}: ${what}`;
}

import { join, sep } from 'node:path';

/** Folders of a report with a file per government, and what their files are. */
const folders = { cities: 'sheets', evidence: 'files with the pages that findings quote' } as const;

/** The paths of a report's files; the folders with many are one line each. */
export function fileLines(folder: string, files: readonly string[]): string[] {
  const many = Object.entries(folders).map(([name, what]) => {
    const path = join(folder, name);
    return { path, what, found: files.filter((file) => file.startsWith(path + sep)) };
  });
  const inFolders = new Set(many.flatMap(({ found }) => found));
  return [
    ...files.filter((file) => !inFolders.has(file)),
    ...many.flatMap(({ path, what, found }) => (found.length === 0 ? [] : [`${path} (${found.length} ${what})`])),
  ];
}

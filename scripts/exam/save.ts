import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Today, todayFile } from '../accuracy/files.ts';
import type { WorldResult } from './result.ts';

/** Short id of the commit; `+` if files differ from it. */
function commitOf(root: string): string {
  const git = (...words: string[]): string => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
  return `${git('rev-parse', '--short=7', 'HEAD')}${git('status', '--porcelain', '--untracked-files=no') === '' ? '' : '+'}`;
}

/** Saves the figures of an examination for the accuracy page. */
export function saveToday(root: string, worlds: readonly WorldResult[], browser: boolean): void {
  const today: Today = {
    commit: commitOf(root),
    date: new Date().toISOString().slice(0, 10),
    browser,
    worlds: [...worlds],
  };
  writeFileSync(path.join(root, todayFile), `${JSON.stringify(today, null, 1)}\n`);
}

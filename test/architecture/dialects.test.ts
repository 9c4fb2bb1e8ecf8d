import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesUnder, root } from './imports.ts';

/** What only SQLite understands, or only its driver brings. */
const sqliteOnly = /better-sqlite3|json_extract|vacuum into|create trigger|\bpragma\(|SqliteDialect|SqliteAdapter/i;

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('the store', () => {
  it('keeps what only one database understands in the folder of that database', () => {
    const files = filesUnder('src/store').filter((file) => sqliteOnly.test(read(file)));
    expect(files.filter((file) => !file.startsWith('src/store/dialects/sqlite/'))).toEqual([]);
    expect(files.length).toBeGreaterThan(1);
  });
});

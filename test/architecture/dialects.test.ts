import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesUnder, root } from './imports.ts';

/** What only one kind of database understands, or only its driver brings, by the folder of that database. */
const words = {
  sqlite: /better-sqlite3|json_extract|vacuum into|raise\(abort|\bpragma\b|SqliteDialect|SqliteAdapter/i,
  postgres: /\bpg_\w+\(|plpgsql|::(?:json|text|integer)\b|PostgresDialect|from 'pg'(?<!import type .*)/,
};
/** What each database words differently. */
const inEvery = /create trigger/i;

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('the store', () => {
  it.each(Object.entries(words))('keeps what only %s understands in the folder of that database', (name, pattern) => {
    const files = filesUnder('src/store').filter((file) => pattern.test(read(file)));
    expect(files.filter((file) => !file.startsWith(`src/store/dialects/${name}/`))).toEqual([]);
    expect(files.length).toBeGreaterThan(1);
  });

  it('words triggers in the folders of databases', () => {
    const files = filesUnder('src/store').filter((file) => inEvery.test(read(file)));
    expect(files.filter((file) => !file.startsWith('src/store/dialects/'))).toEqual([]);
    expect(files.length).toBe(Object.keys(words).length);
  });
});

import { describe, expect, test } from 'vitest';
import { machineError } from '../../src/cli/machine-error.ts';
import { plain } from '../../src/cli/output.ts';

describe('text from a site on a terminal', () => {
  test.each([
    ['moves the cursor', '\u001b[2J\u001b[1;1Hfake'],
    ['sets the title', '\u001b]0;owned\u0007'],
    ['as one character', '\u009b31mred'],
    ['erases what stands there', 'real\rfake\b\b'],
    ['turns the direction', '\u202egpj.exe\u2066\u2069\u200f\u061c'],
  ])('%s: nothing of it is obeyed', (_, text) => {
    expect(plain(text)).not.toMatch(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
  });

  test('ordinary text stays as it is', () => {
    expect(plain('成都市\t政务公开\n“引文” — ok 🙂')).toBe('成都市\t政务公开\n“引文” — ok 🙂');
  });
});

describe('errors of the machine', () => {
  const failing = (code: string, cause?: unknown) => Object.assign(new Error('x', { cause }), { code });

  test.each([
    ['ENOSPC', /full/],
    ['SQLITE_FULL', /full/],
    ['EROFS', /cannot be written/],
    ['SQLITE_READONLY_DBMOVED', /cannot be written/],
    ['SQLITE_IOERR_WRITE', /reports an error/],
    ['EMFILE', /ulimit/],
    ['SQLITE_CORRUPT', /the data folder \/data: the database is damaged/],
    ['SQLITE_NOTADB', /damaged, or is none/],
    ['ENOTDIR', /no folder/],
  ])('%s is one sentence', (code, sentence) => {
    expect(machineError(failing(code), 'crawl', '/data')).toMatch(sentence);
    expect(machineError(new Error('wrapped', { cause: failing(code) }), 'crawl', '/data')).toMatch(sentence);
  });

  test('names the path, and says how to go on only where something goes on', () => {
    const error = Object.assign(failing('EACCES'), { path: '/etc/shadow' });
    expect(machineError(error, 'report', '/data')).toBe(
      '/etc/shadow: it may not be read or written; change its rights, or name another place (EACCES)',
    );
    expect(machineError(error, 'crawl', '/data')).toMatch(/--resume/);
  });

  test('the error with which SQLite hides that the disk is full is known', () => {
    const hiding = Object.assign(new Error('cannot rollback - no transaction is active'), { code: 'SQLITE_ERROR' });
    expect(machineError(hiding, 'crawl', '/data')).toMatch(/full/);
  });

  test('mistakes of the program are not', () => {
    expect(machineError(new TypeError('x is not a function'), 'crawl', '/data')).toBeNull();
    expect(machineError(failing('ERR_ASSERTION'), 'crawl', '/data')).toBeNull();
    expect(machineError('ENOSPC', 'crawl', '/data')).toBeNull();
  });
});

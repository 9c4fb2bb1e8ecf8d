import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { hidden, Secrets } from '../../src/config/secrets.ts';
import { UsageError } from '../../src/model/usage-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'govprobe-secrets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(content: string, mode = 0o600): string {
  const path = join(folder, `${Math.random()}.json`);
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

function mistake(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return 'none';
}

describe('secrets', () => {
  test('come from the environment, else from the file; an empty value is none', () => {
    const path = file('{"GOVPROBE_WEBHOOK":"https://file.example/a","GOVPROBE_SMTP":"smtps://u:p@file.example"}');
    const secrets = Secrets.read({
      GOVPROBE_SECRETS: path,
      GOVPROBE_WEBHOOK: 'https://variable.example/b',
      GOVPROBE_SMTP: '',
    });
    expect(secrets.get('GOVPROBE_WEBHOOK')).toBe('https://variable.example/b');
    expect(secrets.get('GOVPROBE_SMTP')).toBe('smtps://u:p@file.example');
    expect(secrets.get('DATABASE_URL')).toBeNull();
    expect(mistake(() => secrets.require('DATABASE_URL'))).toMatch(/^DATABASE_URL is not set: .*GOVPROBE_SECRETS/);
    expect(Secrets.read({}).get('GOVPROBE_WEBHOOK')).toBeNull();
  });

  test.each([0o644, 0o640, 0o604, 0o660, 0o610])(
    'a file with mode %o is refused, with the command that helps',
    (mode) => {
      const path = file('{}', mode);
      expect(mistake(() => Secrets.read({ GOVPROBE_SECRETS: path }))).toMatch(
        /open to others \(mode 6\d\d\): run `chmod 600 /,
      );
      expect(mistake(() => Secrets.read({ GOVPROBE_SECRETS: path }, 'win32'))).toBe('none');
    },
  );

  test.each(['', 'hunter2', '["hunter2"]', '{"A":{"B":"hunter2"}}', '{"A":"hunter2"'])(
    '%s: one sentence that repeats nothing of the file',
    (content) => {
      const said = mistake(() => Secrets.read({ GOVPROBE_SECRETS: file(content) }));
      expect(said).toMatch(/expected one JSON object of strings/);
      expect(said).not.toContain('hunter2');
    },
  );

  test('a file that is not there', () => {
    expect(mistake(() => Secrets.read({ GOVPROBE_SECRETS: join(folder, 'none') }))).toMatch(
      /cannot be read \(ENOENT\)$/,
    );
  });

  test('do not show when the object is printed or written as JSON', () => {
    const secrets = Secrets.read({ GOVPROBE_SECRETS: file('{"A":"hunter2"}'), B: 'hunter3' });
    expect(`${inspect(secrets, { depth: 9, showHidden: true })}${JSON.stringify(secrets)}`).not.toMatch(/hunter/);
  });

  test('may be named in part', () => {
    expect(hidden('https://user:key@hooks.example:8443/services/T000/key?token=1')).toBe(
      'https://hooks.example:8443/(hidden)',
    );
    expect(hidden('hunter2')).toBe('(hidden)');
    expect(hidden('postgres:hunter2')).toBe('(hidden)');
  });
});

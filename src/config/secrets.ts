import { readFileSync, statSync } from 'node:fs';
import { UsageError } from '../model/usage-error.ts';

/**
 * A secret of the operator's: the environment variable of this name, or the content of the file that NAME_FILE names. The file must
 * belong to its owner alone (mode 0600 or less). Null when neither is set. Throws `UsageError` without the secret in it.
 */
export function readSecret(name: string, env: Readonly<Record<string, string | undefined>>): string | null {
  const value = env[name];
  if (value !== undefined && value !== '') return value;
  const file = env[`${name}_FILE`];
  if (file === undefined || file === '') return null;
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new UsageError(`${name}_FILE names ${file}, and there is no such file`);
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) {
    const mode = (found.mode & 0o777).toString(8).padStart(4, '0');
    throw new UsageError(`${file} holds a secret and others may read it (mode ${mode}): run chmod 600 ${file}`);
  }
  return readFileSync(file, 'utf8').trim();
}

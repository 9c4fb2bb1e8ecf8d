import { readFileSync, type Stats, statSync } from 'node:fs';
import { type Clause, clause } from './clause.ts';
import { fileMistake, PackMistake } from './mistake.ts';

interface ReadText {
  readonly bytes: Uint8Array;
  /** Decoded as UTF-8, without byte order mark. */
  readonly text: string;
}

const reasons: Readonly<Record<string, Clause>> = {
  ENOENT: clause`the file does not exist`,
  EISDIR: clause`it is a folder, expected a file`,
  ELOOP: clause`its links lead in a circle`,
  ENAMETOOLONG: clause`the path is too long`,
  ENOTDIR: clause`the file does not exist, a part of its path is no folder`,
  EACCES: clause`the file may not be read`,
  EPERM: clause`the file may not be read`,
};

/** Reads a configuration file. Throws `UsageError` if it cannot be read or is not UTF-8. */
export function readText(file: string): ReadText {
  let bytes: Uint8Array;
  try {
    // A pipe, a socket or a terminal would be waited for without end.
    const found = statSync(file);
    if (!found.isFile() && !found.isDirectory())
      throw fileMistake(file, clause`it is ${kindOf(found)}, expected a file`);
    bytes = readFileSync(file);
  } catch (error) {
    if (error instanceof PackMistake) throw error;
    throw fileMistake(file, unreadable(error));
  }
  try {
    return { bytes, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    throw fileMistake(file, clause`expected UTF-8 text, found bytes that are not; save the file as UTF-8`);
  }
}

/** Why a path cannot be read, from what the file system threw. */
export function unreadable(error: unknown): Clause {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return reasons[code] ?? clause`the file cannot be read (${code})`;
}

/** What stands at a path that is neither a file nor a folder. */
function kindOf(found: Pick<Stats, 'isFIFO' | 'isSocket' | 'isCharacterDevice'>): Clause {
  if (found.isFIFO()) return clause`a pipe`;
  if (found.isSocket()) return clause`a socket`;
  return found.isCharacterDevice() ? clause`a terminal or another device` : clause`no file`;
}

/** A value for an error message: one line, limited length, control characters escaped. */
export function quoteValue(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  const plain = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return plain.length > 60 ? `${plain.slice(0, 57)}...` : plain;
}

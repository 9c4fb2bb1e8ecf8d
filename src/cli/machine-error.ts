import { isAway } from '../store/dialects/postgres/failures.ts';

/** Codes of the file system and of SQLite, and what they mean for whoever must help. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [/^(ENOSPC|EDQUOT|SQLITE_FULL)$/, 'the disk is full; free some space (`govprobe doctor` shows how much there is)'],
  [/^(EROFS|SQLITE_READONLY(_\w+)?)$/, 'it cannot be written; make it writable, or name another place'],
  [/^(EACCES|EPERM)$/, 'it may not be read or written; change its rights, or name another place'],
  [/^SQLITE_CANTOPEN(_\w+)?$/, 'the database cannot be opened; look at the folder and its rights'],
  [/^(EIO|SQLITE_IOERR(_\w+)?)$/, 'the disk reports an error, or is full; look at the disk'],
  [
    /^(SQLITE_CORRUPT(_\w+)?|SQLITE_NOTADB)$/,
    'the database is damaged, or is none; `govprobe restore` makes a data folder out of a backup',
  ],
  [/^SQLITE_(BUSY|LOCKED)(_\w+)?$/, 'another program has locked the database; end it, or try again later'],
  [/^(EMFILE|ENFILE)$/, 'no more files can be opened; raise the limit (`ulimit -n`) or lower --concurrency'],
  [/^ENOTDIR$/, 'a part of the path is no folder'],
  [/^EISDIR$/, 'it is a folder, expected a file'],
  [/^EEXIST$/, 'something else stands there already'],
  [/^ENOENT$/, 'it does not exist'],
  [/^ENAMETOOLONG$/, 'the path is too long'],
  [/^ELOOP$/, 'its links lead in a circle'],
  [/^ENOTEMPTY$/, 'the folder is not empty'],
  [/^(EBUSY|ETXTBSY)$/, 'it is in use'],
  [/^ENOMEM$/, 'the memory of this machine does not suffice'],
];

/** The evidence store says by itself what is wrong. */
const evidenceStore = 'EVIDENCE_STORE';

/** Commands whose complete visits are stored and that go on where they stopped. */
const resumable: ReadonlySet<string> = new Set(['crawl', 'probe', 'schedule']);

/**
 * What to say about an error that is the machine's or the user's and not the program's, with the
 * path concerned; null for all others.
 *
 * @param dataFolder what is named where the error itself names no path
 */
export function machineError(error: unknown, command: string, dataFolder: string): string | null {
  if (!(error instanceof Error)) return null;
  const said = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // On a full disk SQLite rolls back by itself, and our own rollback then hides the error.
  const code = /cannot rollback - no transaction is active/.test(error.message) ? 'SQLITE_FULL' : said;
  if (code === evidenceStore) return error.message + goingOn(command);
  const known = sentences.find(([pattern]) => pattern.test(code));
  if (!known) return error.cause === undefined ? null : machineError(error.cause, command, dataFolder);
  const isNewFolder = 'syscall' in error && error.syscall === 'mkdir';
  const what = isNewFolder && code === 'ENOENT' ? 'the folder cannot be made; name another place' : known[1];
  return `${placeOf(error, code, dataFolder)}: ${what}${goingOn(command)} (${code})`;
}

/** What to say where the server of the database went away; null for all other errors. */
export function lostDatabase(error: unknown, command: string): string | null {
  if (!isAway(error)) return null;
  const reason = error instanceof Error ? error.message : String(error);
  return `the database does not answer any more (${reason}): look at its server, and try again${goingOn(command)}`;
}

function goingOn(command: string): string {
  return resumable.has(command) ? '. Complete visits are stored: go on with `govprobe crawl --resume`' : '';
}

function placeOf(error: Error, code: string, dataFolder: string): string {
  if (code.startsWith('SQLITE_')) return `the data folder ${dataFolder}`;
  if ('path' in error && typeof error.path === 'string') return error.path;
  return 'syscall' in error && error.syscall === 'write'
    ? `the data folder ${dataFolder}, or the output`
    : `the data folder ${dataFolder}`;
}

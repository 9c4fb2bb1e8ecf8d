/** Codes of the file system and of SQLite that mean the same to whoever must help. */
const sentences: readonly [RegExp, string][] = [
  [
    /^(ENOSPC|EDQUOT|SQLITE_FULL)$/,
    'the disk of the data folder is full; the complete visits are stored. Free some space (`govprobe doctor` shows how much there is) and go on with `govprobe crawl --resume`',
  ],
  [
    /^(EROFS|EACCES|EPERM|SQLITE_READONLY(_\w+)?|SQLITE_CANTOPEN(_\w+)?)$/,
    'the data folder can no longer be written; the complete visits are stored. Make it writable and go on with `govprobe crawl --resume`',
  ],
  [
    /^(EIO|SQLITE_IOERR(_\w+)?)$/,
    'the disk of the data folder reports an error, or is full; the complete visits are stored. Look at the disk and go on with `govprobe crawl --resume`',
  ],
  [
    /^(EMFILE|ENFILE)$/,
    'no more files can be opened; raise the limit (`ulimit -n`) or lower the concurrency, and go on with `govprobe crawl --resume`',
  ],
];

/** What to say about an error that is the machine's and not the program's; null for all others. */
export function machineError(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const said = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // On a full disk SQLite rolls back by itself, and our own rollback then hides the error.
  const code = /cannot rollback - no transaction is active/.test(error.message) ? 'SQLITE_FULL' : said;
  const known = sentences.find(([pattern]) => pattern.test(code));
  if (known) return `${known[1]} (${code})`;
  return error.cause === undefined ? null : machineError(error.cause);
}

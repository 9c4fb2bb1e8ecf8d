/**
 * A mistake of the user: wrong option, broken configuration, unknown name. The message is one
 * sentence that names the file, line, path or option and what was expected; the command line prints
 * it and exits with status 2.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

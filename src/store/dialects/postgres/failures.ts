import { UsageError } from '../../../model/usage-error.ts';

/** Oldest server whose functions the store uses. */
export const oldestServer = 14;

/** SQLSTATEs and codes of the system by what a person can do about them. */
const advice: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'cannot be reached (connection refused): start the server, or correct host and port',
  ENOTFOUND: 'cannot be reached (no such host): correct the host',
  EAI_AGAIN: 'cannot be reached (the host name cannot be looked up): correct the host',
  ETIMEDOUT: 'cannot be reached (no answer in time): correct host and port, or open the way to it',
  EHOSTUNREACH: 'cannot be reached (no way to the host): correct the host, or open the way to it',
  '28P01': 'refuses the password: correct it',
  '28000': 'refuses the user: correct the name, or permit it in pg_hba.conf',
  '3D000': 'does not exist: make it with CREATE DATABASE, or correct the name',
  '42501': 'does not permit what the store needs: give the user the right to create tables in the schema',
  '25006': 'is read-only: name the server that takes changes',
  '53300': 'has no free connection: raise max_connections, or start fewer processes',
  '57P03': 'is starting or stopping: try again',
};

/** The address of a database without its password. */
export function nameOf(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return '(address that cannot be read)';
  const user = parsed.username === '' ? '' : `${parsed.username}@`;
  return `postgres://${user}${parsed.host}${parsed.pathname}`;
}

/** What went wrong when a database was opened, in one sentence that holds no password. */
export function openingFailure(url: string, error: unknown): UsageError {
  if (error instanceof UsageError) return error;
  const code = codeOf(error);
  const known = advice[code];
  if (known !== undefined) return new UsageError(`the database ${nameOf(url)} ${known} (GOVPROBE_DATABASE)`);
  const reason = error instanceof Error ? error.message : String(error);
  const password = passwordOf(url);
  const printable = password === '' ? reason : reason.replaceAll(password, '(hidden)');
  return new UsageError(`the database ${nameOf(url)} cannot be opened: ${printable} (GOVPROBE_DATABASE)`);
}

/** The code of an error; of several attempts at one host, that of the first. */
export function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (typeof code === 'string') return code;
  const isLate = error instanceof Error && /timeout/i.test(error.message);
  return isLate ? 'ETIMEDOUT' : '';
}

function passwordOf(url: string): string {
  try {
    return decodeURIComponent(URL.parse(url)?.password ?? '');
  } catch {
    return URL.parse(url)?.password ?? '';
  }
}

const lostCodes =
  /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|57P0[123]|08...)$/;
const lostMessages =
  /^(?:Connection (?:terminated|ended)|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect)/;

/** Whether an error means that the server was not reached, or went away: what was not committed is undone. */
export function isConnectionLoss(error: unknown): boolean {
  return lostCodes.test(codeOf(error)) || (error instanceof Error && lostMessages.test(error.message));
}

/** Whether a server is away and may be back soon: it restarts, has no free connection, or the way to it is broken. */
export function isAway(error: unknown): boolean {
  return codeOf(error) === '53300' || isConnectionLoss(error);
}

/**
 * Whether a transaction may have failed because of another one at the same time: it could not be
 * ordered, each waited for the other, or both added the same row.
 */
export function isConflict(error: unknown): boolean {
  return ['40001', '40P01', '23505'].includes(codeOf(error));
}
